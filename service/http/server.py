"""uvicorn's HTTP with bounds on the head of a request, which no application sees before it is whole."""

from asyncio import BaseTransport, TimerHandle

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_BYTES = 524_288  # a read may bring the head and up to 256 KiB of the body at once
SECONDS = 10.0
SAID = b'{"errors":[{"message":"The head of the request is too large.","extensions":{"code":"TOO_LARGE"}}]}'
ANSWER = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: application/graphql-response+json; charset=utf-8\r\n"
    b"connection: close\r\ncontent-length: %d\r\n\r\n%s" % (len(SAID), SAID)
)


class BoundedHead(HttpToolsProtocol):
    """A head that takes too long or is too large closes its connection, and so does a connection on which none comes."""

    closing: TimerHandle | None = None
    head = 0

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._whole()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.closing:
            self.head += len(data)
            if self.head > MOST_BYTES:
                self.transport.write(ANSWER)
                self.transport.close()
                return
        super().data_received(data)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._wait()

    def on_headers_complete(self) -> None:
        self._whole()
        super().on_headers_complete()

    def _wait(self) -> None:
        self.closing = self.closing or self.loop.call_later(SECONDS, self.transport.close)

    def _whole(self) -> None:
        if self.closing:
            self.closing.cancel()
        self.closing, self.head = None, 0
