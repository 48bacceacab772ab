"""Documents, read once: parsed, measured, validated, and kept for the next request, as long as they are few and short enough.

What was refused is kept too, as the answer it got. Trusted documents are those whose hash an application registered beforehand.
"""

import asyncio
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    parse,
    specified_rules,
    validate,
)
from graphql.validation import NoSchemaIntrospectionCustomRule

from service.execution import Plan, plans
from service.http import limits
from service.http.failures import Refusal
from service.http.limits import Limits, Measure, Meter

MOST_KEPT = 1_000
MOST_KEPT_CHARACTERS = 200_000  # a parsed document takes about 100 bytes for each of its characters
MOST_KEPT_COSTS = 64
SHORT = 2_000  # characters: read within some milliseconds
HEX = re.compile(r"[0-9a-f]{64}")


@dataclass
class Operation:
    """One operation of a document that may be run, and what was learned of it."""

    document: DocumentNode
    node: OperationDefinitionNode
    sized_by: tuple[str, ...]
    plan: Plan | None = None
    costs: dict[tuple[Any, ...], float] = field(default_factory=dict)

    @property
    def reads(self) -> bool:
        return self.node.operation == OperationType.QUERY


@dataclass
class Prepared:
    """A valid document's operations by name."""

    operations: dict[str | None, Operation]

    def operation(self, name: str | None) -> Operation:
        """The one to run; a document with several needs the name of one."""
        if name is None and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        if name is None:
            raise Refusal(422, "NO_SUCH_OPERATION", "The document has several operations. Name one in `operationName`.")
        if name not in self.operations:
            raise Refusal(422, "NO_SUCH_OPERATION", f"The document has no operation `{name}`.")
        return self.operations[name]


@dataclass
class Documents:
    """All that turns the text of a document into something to run."""

    schema: GraphQLSchema
    limits: Limits
    weights: Mapping[str, float]
    introspection: bool = True
    suggestions: bool = True
    trusted: Mapping[str, str] = field(default_factory=dict)
    trusted_only: bool = False
    _kept: dict[str, Prepared | Refusal] = field(default_factory=dict)
    _characters: int = 0
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)

    def text(self, query: str | None, hash_: str | None) -> str:
        """The document that a request means; Refusal where it is not known, not what its hash says, or not trusted."""
        if query is None:
            if hash_ is None or hash_ not in self.trusted:
                raise Refusal(404, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")  # the words that clients look for
            return self.trusted[hash_]
        if len(query) > self.limits.characters:
            raise Refusal(413, "TOO_LARGE", f"The document is longer than {self.limits.characters:,} characters.")
        own = hashed(query) if hash_ is not None or self.trusted_only else None
        if hash_ is not None and hash_ != own:
            raise Refusal(422, "BAD_REQUEST", "The hash is not that of `query`.")
        if self.trusted_only and own not in self.trusted:
            raise Refusal(403, "NOT_TRUSTED", "Only documents registered beforehand are run here. Register this one, or ask by its hash.")
        return query

    async def prepared(self, text: str) -> Prepared | Refusal:
        """The document ready to run, or why it is not run. A new, long one is read in a thread, one at a time: others go on."""
        found = self._kept.pop(text, None)
        if found is not None:
            self._kept[text] = found
            return found
        if len(text) <= SHORT:
            found = self._read(text)
        else:
            async with self._reading:
                found = await asyncio.to_thread(self._read, text)
        self._keep(text, found)
        return found

    def _keep(self, text: str, found: Prepared | Refusal) -> None:
        self._characters += 0 if text in self._kept else len(text)
        self._kept[text] = found
        while self._characters > MOST_KEPT_CHARACTERS or len(self._kept) > MOST_KEPT:
            oldest = next(iter(self._kept))
            del self._kept[oldest]
            self._characters -= len(oldest)

    def _read(self, text: str) -> Prepared | Refusal:
        try:
            return self._prepare(text)
        except Refusal as refusal:
            return refusal.with_traceback(None)

    def cost(self, operation: Operation, variables: Mapping[str, Any]) -> float:
        """What the operation costs with these variables; Refusal where that is too much."""
        sizes = tuple(len(one) if isinstance(one, list) else one for one in map(variables.get, operation.sized_by))
        if sizes not in operation.costs:
            if len(operation.costs) >= MOST_KEPT_COSTS:
                operation.costs.clear()
            operation.costs[sizes] = Meter(self.schema, operation.document, self.weights, variables).operation(operation.node).cost
        cost = operation.costs[sizes]
        if cost > self.limits.cost:
            raise limits.too_costly(cost, self.limits)
        return cost

    def _prepare(self, text: str) -> Prepared:
        try:
            document = parse(text, max_lexical_tokens=self.limits.tokens, max_comments=self.limits.tokens)
        except GraphQLSyntaxError as error:
            raise Refusal.of(400, "PARSE_FAILED", [error]) from None
        nodes = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
        meter = Meter(self.schema, document, self.weights, {})
        limits.check(self._measured(meter, nodes), self.limits)
        self._validate(document)
        if not nodes:
            raise Refusal(422, "NO_SUCH_OPERATION", "The document has no operation to run.")
        sized_by = tuple(sorted(meter.sized_by))
        compiled = zip(nodes, plans(self.schema, document), strict=True)
        made = [Operation(document, node, sized_by, its) for node, its in compiled]
        return Prepared({one.node.name.value if one.node.name else None: one for one in made})

    @staticmethod
    def _measured(meter: Meter, nodes: list[OperationDefinitionNode]) -> list[Measure]:
        try:
            return [meter.operation(node) for node in nodes]
        except RecursionError:
            raise Refusal(422, "TOO_COMPLEX", "This document nests too deeply, or chains too many fragments.") from None

    def _validate(self, document: DocumentNode) -> None:
        rules = [*specified_rules, *(() if self.introspection else (NoSchemaIntrospectionCustomRule,))]
        try:
            errors: list[GraphQLError] = validate(
                self.schema, document, rules, max_errors=self.limits.errors, hide_suggestions=not self.suggestions
            )
        except RecursionError:
            raise Refusal(422, "TOO_COMPLEX", "This document nests too deeply.") from None
        if errors:
            raise Refusal.of(422, "VALIDATION_FAILED", errors)


def hashed(text: str) -> str:
    """The name of a trusted document: the SHA-256 of its text in UTF-8, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_trusted(path: Path) -> dict[str, str]:
    """Read the file of trusted documents; ValueError, with what to do, where it is not one."""
    try:
        found = json.loads(path.read_bytes())
        if not isinstance(found, dict):
            raise ValueError("it is no object")  # noqa: TRY004 - a file's content, not an argument
    except (OSError, ValueError) as error:
        raise ValueError(
            f"The file of trusted documents {path} can't be read: {error}. Write a JSON object from SHA-256 to text."
        ) from None
    for name, text in found.items():
        if not isinstance(text, str) or not HEX.fullmatch(name) or hashed(text) != name:
            raise ValueError(f"In {path}, {name[:80]!r} is not the SHA-256 of its text in lower-case hex.")
    return found
