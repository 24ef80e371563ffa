"""What the declarations of tables are made of.

Columns bear the names of the value's fields. Dates are ISO text, moments UTC text, ids UUIDv7 text.
"""

from sqlalchemy import Column, Computed, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem

metadata = MetaData()


def text_cell(name: str, *, null: bool = False) -> Column[str]:
    """Give a column of text."""
    return Column(name, Text, nullable=null)


def int_cell(name: str, *, null: bool = False) -> Column[int]:
    """Give a column of whole numbers."""
    return Column(name, Integer, nullable=null)


def ref(name: str, target: str, *, null: bool = False) -> Column[str]:
    """Give a column that names a row of another table."""
    return Column(name, Text, ForeignKey(f"{target}.id"), nullable=null)


def table(name: str, *items: SchemaItem) -> Table:
    """Give a table whose rows have an id."""
    return Table(name, metadata, Column("id", Text, primary_key=True), *items, sqlite_strict=True)


def told(name: str, member: str = "") -> Column[str]:
    """Draw out a member of the canonical entry, to search by; the entry alone is what counts."""
    return Column(
        name, Text, Computed(f"json_extract(entry, '$.{member or name}')", persisted=False)
    )
