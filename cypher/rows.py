"""Parts of rows that several nouns share."""

from cypher.query import Row


class MoneyRow(Row, frozen=True):
    amount: int
    """Whole ten-thousandths."""
    currency: str


class CountOf(Row, frozen=True):
    """How many there are of one parent."""

    of: str
    count: int
