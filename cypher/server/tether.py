"""Becomes the program that it is given, after tying its life to that of its owner.

Run as a script of its own (`tether.py FOLDER OWNER TIE PROGRAM ARGUMENT…`): code between fork and exec of a
process that has threads is not safe, so `process` spawns this, and this sets things up. It imports nothing of ours.
"""

import ctypes
import os
import signal
import sys
import time

# The descriptor that holds the lock of server.pid. It stays open through exec: the lock lives as long as the server.
LOCK = 3
PR_SET_PDEATHSIG = 1
WATCH_SECONDS = 0.25


def main() -> None:
    folder, owner, tie, *program = sys.argv[1:]
    os.pwrite(LOCK, str(os.getpid()).encode(), 0)
    os.chdir(folder)  # Java leaves its crash reports in the working directory
    TIES[tie](int(owner))
    os.execv(program[0], program)


def none(owner: int) -> None:
    """Nothing ends the server but `stop`."""


def kernel(owner: int) -> None:
    """Linux sends SIGTERM when the thread that spawned us ends."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != owner:  # it ended before we asked
        sys.exit(1)


def watcher(owner: int) -> None:
    """A second process looks after the owner: for other systems, and for a server that a passing thread spawned."""
    server = os.getpid()
    if os.fork():
        return
    os.close(LOCK)
    while os.getppid() == server:
        if not _lives(owner):
            os.kill(server, signal.SIGTERM)
            break
        time.sleep(WATCH_SECONDS)
    os._exit(0)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


TIES = {"none": none, "kernel": kernel, "watcher": watcher}

if __name__ == "__main__":
    main()
