"""Files beside the API: who may have them is asked as there, and what is not there and what is another's are the same 404."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cypher.errors import GraphError
from service.http import failures
from service.http.failures import Refusal
from service.http.view import Admit, request_id

log = logging.getLogger("dmu.http")


@dataclass(frozen=True)
class File:
    """What is sent: its media type, the name it is saved by, and its bytes."""

    kind: str
    name: str
    content: bytes


Make = Callable[[Any, str, str], Awaitable[File | None]]
"""From a caller's context, the id and the ending of the address to a file; None where there is nothing of that kind for them."""


@dataclass(frozen=True)
class Download:
    """An endpoint at `…/{id}.{ending}`."""

    admit: Admit
    make: Make

    async def answer(self, request: Request) -> Response:
        id_ = request_id(request)
        headers = {"X-Request-Id": id_, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        try:
            file = await self._file(request)
        except Refusal as refusal:
            return _refused(refusal, id_, headers)
        except Exception:
            log.exception("request %s", id_)
            return _refused(failures.unexpected(), id_, headers)
        told = {**headers, "Content-Disposition": f'attachment; filename="{file.name}"'}
        return Response(file.content, media_type=file.kind, headers=told)

    async def _file(self, request: Request) -> File:
        try:
            context = await self.admit(request)
            file = await self.make(context, request.path_params["id"], request.path_params["ending"])
        except GraphError as error:
            log.exception("a file")
            raise failures.outage(error) from None
        if file is None:
            raise Refusal(404, "NOT_FOUND", "There is no such file. Look up the id again; the endings are graphml, csv and json.")
        return file


def _refused(refusal: Refusal, id_: str, headers: dict[str, str]) -> Response:
    errors = [{**one, "extensions": {**one["extensions"], "requestId": id_}} for one in refusal.errors]
    return JSONResponse({"errors": errors}, refusal.status, {**headers, **refusal.headers})
