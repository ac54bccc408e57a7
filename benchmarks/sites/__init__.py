"""The same texts as sites of three builders, and what it takes to build them."""
