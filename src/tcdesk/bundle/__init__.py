"""How facts become bytes that can be believed; no paths, no SQL. The format: FORMAT.md."""
