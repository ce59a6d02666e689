"""newsboat on as many articles as a library has: the same texts as a local feed, the same clock."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from briefs.library import Library
from tests.benchmarks.pseudo_terminal import Memory, Terminal
from tests.benchmarks.reader_library import LONG, OPENING

FIRST_PAINT = "Feedtitle"  # the list of feeds


def program() -> str | None:
    """Return newsboat's path; None where it is not installed."""
    return shutil.which("newsboat")


def _feed(place: Path) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>{FIRST_PAINT}</title>\n'
    with Library.open(place) as library:
        for number, (_, brief) in enumerate(library.briefs(library.ids())):
            paragraphs = "".join(f"<p>{escape(text)}</p>" for text in brief.body.split("\n\n"))
            day, minute = 28 - number // 150 % 28, 149 - number % 150  # newest first, for newsboat sorts by date
            yield (
                f"<item><guid>{brief.id}</guid><title>{escape(brief.label)}</title>"
                f"<pubDate>{day:02} Jan {2026 - number // 4_200} 0{minute // 60}:{minute % 60:02}:00 GMT</pubDate>"
                f"<description>{escape(paragraphs)}</description></item>\n"
            )
    yield "</channel></rss>\n"


def filled(place: Path) -> tuple[str, ...]:
    """Let newsboat read the briefs of the library in `place`, unless it has; return the command that opens it."""
    folder = place / "newsboat"
    feed, urls, settings = folder / "feed.xml", folder / "urls", folder / "config"
    command = (str(program()), "-q", "-u", str(urls), "-c", str(folder / "cache.db"), "-C", str(settings))
    if not (folder / "complete").exists():
        folder.mkdir(exist_ok=True)
        print(f"filling newsboat from {place.name}", file=sys.stderr)
        with feed.open("w", encoding="utf-8") as file:
            file.writelines(_feed(place))
        urls.write_text(f"file://{feed}\n")
        settings.write_text("article-sort-order date-asc\ngoto-first-unread no\n")  # so it opens at the newest
        subprocess.run([*command, "-x", "reload"], check=True, stdout=subprocess.DEVNULL)
        (folder / "complete").touch()
    return command


def interaction(command: tuple[str, ...], runs: int) -> tuple[dict[str, list[float]], Memory]:
    """Return the seconds of each measurement, and the memory."""
    terminal = Terminal(*command)
    terminal.wait_for(FIRST_PAINT)
    terminal.quiet()
    moves: list[float] = []
    articles: list[float] = []
    terminal.send("\r")
    terminal.wait_for(LONG[:12])
    terminal.quiet()
    for _ in range(max(runs // 2, 3)):
        at = terminal.send("\r")
        articles.append(terminal.wait_for(OPENING.split()[0]) - at)
        terminal.quiet()
        terminal.send("q")
        terminal.quiet()
    for step in range(runs * 6):
        at = terminal.send("j" if step % 16 < 8 else "k")
        moves.append(terminal.first_byte() - at)
        terminal.quiet(0.1)
    memory = terminal.memory()
    terminal.end()
    return {"move": moves, "article": articles}, memory
