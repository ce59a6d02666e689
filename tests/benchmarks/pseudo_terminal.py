"""A program in a pseudo-terminal, and a clock on what it paints."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^X][^\x1b]*\x1b\\|[ -/]*[0-~])")
COLUMNS, LINES = 120, 36


class Memory(NamedTuple):
    """Memory of a process in megabytes: all that is resident, and its own part, without mapped files."""

    resident: float
    own: float


class Terminal:
    """A program in a terminal of 120 by 36, with what it wrote since it was last quiet."""

    def __init__(self, *command: str, environment: Mapping[str, str] | None = None) -> None:
        self.started = time.perf_counter()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed programs run: compiled once
            os.environ |= {"LINES": str(LINES), "COLUMNS": str(COLUMNS)}
            os.execv(command[0], command)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.seen = b""

    def wait_for(self, *texts: str, seconds: float = 30) -> float:
        """Read until all of `texts` are painted; return when, by the clock of this process."""
        wanted = [text.encode() for text in texts]
        ends = time.perf_counter() + seconds
        while True:
            shown = _ESCAPES.sub(b"", self.seen)
            if all(text in shown for text in wanted):
                return time.perf_counter()
            if not self._read(ends - time.perf_counter()):
                raise TimeoutError(f"{texts!r} were never painted; the last bytes: {self.seen[-300:]!r}")

    def first_byte(self, seconds: float = 5) -> float:
        """Return when the next byte comes."""
        if not select.select([self.file], [], [], seconds)[0]:
            raise TimeoutError("nothing was painted")
        return time.perf_counter()

    def _read(self, seconds: float) -> bool:
        if seconds <= 0 or not select.select([self.file], [], [], seconds)[0]:
            return False
        try:
            self.seen += os.read(self.file, 1 << 16)
        except OSError:  # the program ended
            return False
        return True

    def quiet(self, seconds: float = 0.25) -> None:
        """Read until nothing came for a while, and forget it."""
        while self._read(seconds):
            pass
        self.seen = b""

    def rest(self, seconds: float) -> None:
        """Read for so long, and forget what came."""
        ends = time.perf_counter() + seconds
        while self._read(ends - time.perf_counter()):
            pass
        self.seen = b""

    def send(self, keys: str) -> float:
        """Type keys; return when."""
        at = time.perf_counter()
        os.write(self.file, keys.encode())
        return at

    def processor(self) -> float:
        """Return the seconds of processor time used so far: on a busy machine steadier than the clock."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> Memory:
        """Return what is resident; pages of mapped files among it go when the memory is wanted."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        resident, own = (int(re.findall(rf"{name}:\s+(\d+)", status)[0]) / 1024 for name in ("VmRSS", "RssAnon"))
        return Memory(resident, own)

    def end(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)
