"""The encrypted file: key slots, SQLCipher, tables, unit of work. The format: FORMAT.md."""
