"""Bytes in, bytes out: passphrase to key, wrapping, signatures, sealing to a recipient."""
