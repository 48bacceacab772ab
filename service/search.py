"""What a text means: the workspace's things that are called so, or nearly so, in an order that no other workspace's data can change."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from cypher import search
from cypher.graph import Graph
from cypher.search import CandidatesRow, FoundRow
from service.text import fold

LONGEST, MOST_WORDS, LONGEST_WORD = 200, 8, 50
"""What is read of a text: so many characters, and of its words so many."""
FIELDS = ("nameKey", "domain", "email", "title")
NEAR_FIELDS = ("nameKey", "title")
"""Where slips are forgiven: each word of a query stands for up to 50 of the index in each of them, and Lucene takes 1,024 in all."""
BEST = 100
CANDIDATES = 1000
IDEOGRAPHS = r"\u3040-\u309f\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{IDEOGRAPHS}]|[^\W{IDEOGRAPHS}]+(?:[.'\u2019:][^\W{IDEOGRAPHS}]+)*")
"""As Lucene's standard tokenizer cuts words: an ideograph by itself, else letters and digits with what may stand between two of them."""
ONE_SLIP, TWO_SLIPS = 4, 8
"""How many letters a word has in which one letter, or two, may be wrong, missing, too many, or changed with the next one."""
EXACT, BEGINS, WORDS, NEAR = range(4)


@dataclass(frozen=True)
class Sought:
    """A text as it is looked for."""

    text: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, typed: str) -> "Sought":
        text = fold(typed[:LONGEST].replace("\0", " "))
        return cls(text, tuple(word[:LONGEST_WORD] for word in WORD.findall(text)[:MOST_WORDS]))

    def begun(self, here: str) -> str:
        """For Lucene: each word begins one."""
        return _all_of(here, [_in_a_field(f"{_literal(word)}*") for word in self.words])

    def near(self, here: str) -> str:
        """For Lucene: each word begins one, or is nearly one."""
        return _all_of(here, [f"{_in_a_field(f'{_literal(word)}*')} {_nearly(word)}" for word in self.words])


def _all_of(here: str, clauses: list[str]) -> str:
    """Each clause in this workspace; nothing, where there is no clause."""
    return " ".join([here, *(f"+({clause})" for clause in clauses)] if clauses else [here, f"-{here[1:]}"])


def _in_a_field(term: str, fields: tuple[str, ...] = FIELDS) -> str:
    return " ".join(f"{field}:{term}" for field in fields)


def _nearly(word: str) -> str:
    return _in_a_field(f"{_literal(word)}~{slips(word)}", NEAR_FIELDS) if slips(word) else ""


def _literal(word: str) -> str:
    """A word of WORD as Lucene reads it: of its syntax only the colon can be in one; AND, OR and NOT are not, for it is folded."""
    return word.replace(":", "\\:")


def slips(word: str) -> int:
    return (len(word) >= ONE_SLIP) + (len(word) >= TWO_SLIPS)


@dataclass(frozen=True)
class Hit:
    """What was found. The less `rank` the better: by exact, prefix, all words, edit distance."""

    kind: str
    id: str
    name_key: str
    rank: int

    @property
    def score(self) -> float:
        """From 1, exactly so, to above 0."""
        kind, distance = divmod(self.rank, 100)
        return round(1 - kind / 5 - distance / 500, 3)

    @property
    def place(self) -> tuple[int, str, str]:
        return self.rank, self.name_key, self.id


async def hits(graph: Graph, *, text: str) -> list[Hit]:
    """The best 100 things for a text, the best first; then by name, then by id."""
    sought = Sought.of(text)
    if not sought.text:
        return []
    here = f'+workspace:"{graph.workspace}"'
    found = await search.candidates(graph, text=sought.text, worded=sought.begun(here), near=sought.near(here), limit=CANDIDATES + 1)
    ranked = (_hit(sought, one) for one in {one.id: one for one in _all(found)}.values())
    return sorted((one for one in ranked if one), key=lambda one: one.place)[:BEST]


def _all(found: CandidatesRow) -> list[FoundRow]:
    """Every candidate. Too many near ones are left out as a whole: which came is by Lucene's score, which knows other workspaces."""
    near = found.near if len(found.near) <= CANDIDATES else []
    return [*found.begun, *found.worded, *near]


def _hit(sought: Sought, row: FoundRow) -> Hit | None:
    rank = _rank(sought, [row.name_key, *(fold(one) for one in (row.domain, row.email, row.title) if one)])
    return None if rank is None else Hit(row.kind, row.id, row.name_key, rank)


def _rank(sought: Sought, texts: list[str]) -> int | None:
    """How well what has these texts fits; null where a word is too far from each of theirs."""
    if sought.text in texts:
        return EXACT * 100
    if any(one.startswith(sought.text) for one in texts):
        return BEGINS * 100
    own = [word for one in texts for word in WORD.findall(one)]
    distances = [min((_distance(word, one) for one in own), default=MISSED) for word in sought.words]
    if not distances or any(distance > slips(word) for distance, word in zip(distances, sought.words, strict=True)):
        return None
    return (NEAR if sum(distances) else WORDS) * 100 + sum(distances)


MISSED = 99


def _distance(word: str, other: str) -> int:
    """Letters that are wrong, missing, too many, or changed with the next one; none where the other begins with the word."""
    return 0 if other.startswith(word) else OSA.distance(word, other, score_cutoff=2)
