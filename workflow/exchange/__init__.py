"""Formats by which other translation tools take and give texts.

`tmx.read_tmx` and `tmx.write_tmx` go pair by pair, so that no file is too large for them.
"""
