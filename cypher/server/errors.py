"""What can go wrong while a local Neo4j is fetched or started.

    ServerError
    ├── DownloadError     an artifact can't be fetched: no network, no such file, no room in the cache
    │   └── HashError     what came is not what the lock file names; it was not kept
    └── StartError        the server doesn't start, answer or end, or the data folder is not one for it

Each message says what, where, and what to do.
"""


class ServerError(Exception):
    pass


class DownloadError(ServerError):
    pass


class HashError(DownloadError):
    pass


class StartError(ServerError):
    pass
