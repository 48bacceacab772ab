"""Top-level errors that a client can cause; everything else is masked."""

from graphql import GraphQLError


class ClientError(GraphQLError):
    """A request that can't be answered as it stands. Its code is in `extensions.code`."""

    code = "BAD_REQUEST"

    def __init__(self, message: str) -> None:
        super().__init__(message, extensions={"code": self.code})


class BadPage(ClientError):
    """Page arguments or a cursor that make no sense."""

    code = "BAD_PAGE"


class OutOfRange(ClientError):
    """An argument that is smaller or greater than allowed."""

    code = "OUT_OF_RANGE"


class BadValue(ClientError):
    """An argument that holds what can't be used."""

    code = "BAD_VALUE"


class TooMany(ClientError):
    """More at once than one request may ask for."""

    code = "TOO_MANY"


class NotAllowed(ClientError):
    """A question that needs another permission."""

    code = "FORBIDDEN"


class AsOfInFuture(ClientError):
    """A question about a moment that has not come."""

    code = "AS_OF_IN_FUTURE"
