"""A statement is a `.cypher` file, its typed function stands beside it: this module joins the two and refuses them when they disagree."""

import inspect
import re
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast, get_args, get_type_hints

import msgspec

P = ParamSpec("P")
R = TypeVar("R")
ROOM = Path(__file__).parent


class Row(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True, gc=False):
    """What a statement returns, or a part of it. A field is never left out, so that a forgotten one shows at once."""


class StatementError(Exception):
    """A statement's file and its function disagree."""


@dataclass(frozen=True)
class Statement:
    """A `.cypher` text: its name (`deal.committee`), what the header promises, and the text that is sent."""

    name: str
    purpose: str
    parameters: frozenset[str]
    fields: tuple[str, ...]
    text: str

    @property
    def writes(self) -> bool:
        return self.purpose.startswith("Writes")


STATEMENTS: dict[str, Statement] = {}
"""Every statement that has been imported, by name."""


def included(text: str) -> str:
    """Put projections in their places: `{{account}}` stands for `cypher/account/account.projection`, of the noun's one variable."""

    def projection(found: re.Match[str]) -> str:
        path = ROOM / found[1] / f"{found[2] or found[1]}.projection"
        if not path.exists():
            raise StatementError(f"There is no projection {found[0]}: {path.relative_to(ROOM)} is missing.")
        return included(path.read_text(encoding="utf-8").strip())

    return re.sub(r"\{\{(\w+)(?:\.(\w+))?\}\}", projection, text)


def parse(path: Path) -> Statement:
    """Read a file: the header's first line says what it does, `$name` lines its parameters, a `=>` line the row's fields."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line[2:].strip() for line in lines if line.startswith("//")]
    body = included("\n".join(line for line in lines if not line.startswith("//")))
    name = ".".join(path.relative_to(ROOM).with_suffix("").parts)
    if not header or not header[0].startswith(("Reads ", "Writes ", "Locks ")):
        raise StatementError(f"{name}: the header's first line must say what it Reads, Writes or Locks.")
    told = frozenset(match for line in header[1:] for match in re.findall(r"^\$(\w+)", line))
    named = frozenset(re.findall(r"\$(\w+)", body))
    used = named - {"workspace"} | ({"limit"} if "{{page " in body else set())
    if told != used:
        raise StatementError(f"{name}: the header tells the parameters {sorted(told)}, the text uses {sorted(used)}.")
    if not name.startswith("system.") and "workspace" not in named:
        raise StatementError(f"{name}: no $workspace, so nothing keeps it inside the viewer's workspace.")
    fields = next((line[2:].replace(",", " ").split() for line in header if line.startswith("=>")), [])
    return Statement(name, header[0], used, tuple(fields), "CYPHER 5\n" + body)


def _row_fields(result: Any) -> tuple[str, ...] | None:
    """The camel-case fields of the struct inside `list[Row]`, `Row | None` or `Row`; None where no struct is returned."""
    for part in (result, *get_args(result)):
        if isinstance(part, type) and issubclass(part, msgspec.Struct):
            return tuple(field.encode_name for field in msgspec.structs.fields(part))
    return None


def _agreeing(statement: Statement, function: Callable[..., Any]) -> Any:
    signature = inspect.signature(function)
    asked = {name for name, one in signature.parameters.items() if one.kind is one.KEYWORD_ONLY}
    asked = asked - {"page"} | {"limit"} if "page" in asked else asked - {"where"}
    if asked != statement.parameters:
        raise StatementError(f"{statement.name}: the function takes {sorted(asked)}, the file uses {sorted(statement.parameters)}.")
    result = get_type_hints(function)["return"]
    fields = _row_fields(result)
    if fields is not None and set(fields) != set(statement.fields):
        raise StatementError(f"{statement.name}: the row has {sorted(fields)}, the file promises {sorted(statement.fields)}.")
    return result


def query(function: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    """Let a stub run the statement of the same name. Its first parameter is the scope, the others are the statement's.

    A statement returns one row with one column, or no row: the answer is that value, decoded into the stub's return type.
    A stub with a `page` parameter stands for a list, one with `where` for what is counted or gathered of one: `cypher.compose` writes
    the page and the filter into the text.
    """
    module = sys.modules[function.__module__]
    statement = parse(Path(cast(str, module.__file__)).parent / f"{function.__name__}.cypher")
    result = _agreeing(statement, function)
    STATEMENTS[statement.name] = statement

    @wraps(function)
    async def run(*args: P.args, **kwargs: P.kwargs) -> R:
        scope: Any = args[0]
        composed: Any = kwargs.pop("page", None) or kwargs.pop("where", None)
        if composed is None:
            value = await scope.run(statement, kwargs)
        else:
            value = await scope.run(composed.applied(statement), {**kwargs, **composed.parameters})
        return cast(R, value if result is type(None) else msgspec.convert(value, result))

    run.statement = statement  # type: ignore[attr-defined]
    return run
