"""The starter package, as data: a small English → Spanish model (see README.md and LICENSE.md)."""
