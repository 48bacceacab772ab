"""How text is compared: letters without case, accents or script variants. Search and orders by name read the folded form."""

import unicodedata
from functools import cache

VARIANTS = str.maketrans({"ł": "l", "ي": "ی", "ك": "ک", "\u200c": None})


def fold(text: str) -> str:
    """NFKD without marks, casefolded; Polish ł is l, Arabic yeh and kaf are the Persian ones, the zero-width non-joiner goes."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(bare.casefold().translate(VARIANTS).split())


@cache
def camel(name: str) -> str:
    """`annual_revenue` as the API and the graph spell it: `annualRevenue`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
