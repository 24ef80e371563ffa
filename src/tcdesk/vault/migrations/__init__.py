"""Steps from one schema to the next, forward only; the newest is ``tables.SCHEMA_VERSION``.

A step is an Alembic revision in ``versions/``: ``NNNN_name.py`` with ``revision = "NNNN"``. Its
number is what ``user_version`` says afterwards; there is no table of versions beside it.
"""
