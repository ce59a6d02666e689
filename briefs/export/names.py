"""Names of the files that briefs are exported to: a template with the brief's own words, safe on every file system."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import count

from briefs.errors import UsageError
from briefs.model import Brief
from briefs.text import displayable, sanitise, slug, squash

DEFAULT = "{date}-{slug}"

FIELDS: dict[str, Callable[[Brief], str]] = {
    "date": lambda brief: (brief.published or "")[:10],
    "slug": lambda brief: _within(slug(brief.label), 60).strip("-") or brief.id[:8],
    "title": lambda brief: _within(brief.label, 100),
    "publisher": lambda brief: _within(slug(brief.publisher or ""), 40).strip("-"),
    "country": lambda brief: next((c.code for c in brief.countries if c.main and c.code), ""),
    "company": lambda brief: _within(slug(next((c.name for c in brief.companies if c.main), "")), 40).strip("-"),
    "language": lambda brief: brief.language or "",
    "id": lambda brief: brief.id[:8],
}
"""What a template can name of a brief; what a brief does not have is empty."""

MOST = 120  # bytes of a name: with an identifier and a suffix less than 143, the least that file systems take

_FIELD = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # on Windows; the slash everywhere
_SEPARATORS = "-_ .,"
# Devices of Windows, whatever follows the first dot.
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)")


class Template:
    """A file name with placeholders in braces. Raises UsageError, which names what is wrong with it."""

    def __init__(self, text: str = DEFAULT) -> None:
        self._text = text
        shown = displayable(text)
        for name in _FIELD.findall(text):
            if name not in FIELDS:
                near = difflib.get_close_matches(name, FIELDS, n=1)
                known = (
                    f"did you mean {{{near[0]}}}?" if near else f"it can have {', '.join(f'{{{f}}}' for f in FIELDS)}."
                )
                raise UsageError(f"The file name template {shown} has an unknown {{{displayable(name)}}}; {known}")
        rest = _FIELD.sub("", text)
        if "{" in rest or "}" in rest:
            raise UsageError(f"The file name template {shown} has a brace that stands alone; close it or leave it out.")
        if "/" in rest or "\\" in rest:
            raise UsageError(f"The file name template {shown} is a path; name the folder apart from it.")
        if not text.strip():
            raise UsageError(f"The file name template is empty; write for example {DEFAULT}.")

    def name(self, brief: Brief) -> str:
        """Return the name of a brief's file, without its suffix: a name of one part, whatever the article says."""
        name, *rest = _FIELD.split(self._text)
        for field, after in zip(rest[::2], rest[1::2], strict=True):
            value = FIELDS[field](brief)
            if not value:  # the brackets around it go too, and of the separators one side's
                if name[-1:] + after[:1] in ("()", "[]"):
                    name, after = name[:-1], after[1:]
                after = after.lstrip(_SEPARATORS)
            name += value + after
        return safe_name(name.rstrip(_SEPARATORS)) or brief.id[:8]

    def names(self, briefs: Iterable[Brief]) -> Iterator[str]:
        """Yield a name for each brief; where names collide, on any file system, the later ends in the identifier."""
        taken: set[str] = set()
        for brief in briefs:
            name = self.name(brief)
            if _same(name) in taken:
                name = next(other for other in _others(name, brief) if _same(other) not in taken)
            taken.add(_same(name))
            yield name


def safe_name(text: str) -> str:
    """Return `text` as a name of one part that every file system takes; empty where nothing of it is left."""
    name = _FORBIDDEN.sub(" ", sanitise(text).replace("\n", " "))
    name = _within(squash(name), MOST)
    # A dot hides a file, a hyphen makes it an option, and Windows drops dots and spaces at the end.
    name = name.lstrip("-. ~").rstrip("-. ")
    return f"_{name}" if _RESERVED.match(name) else name


def _others(name: str, brief: Brief) -> Iterator[str]:
    yield f"{name}-{brief.id[:8]}"
    yield f"{name}-{brief.id}"
    yield from (f"{name}-{brief.id}-{number}" for number in count(2))


def _same(name: str) -> str:
    """Return what is equal for two names that some file system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _within(text: str, size: int) -> str:
    """Return as much of the beginning of `text` as fits into so many bytes, cut between characters."""
    if len(text.encode(errors="replace")) <= size:
        return text
    return text.encode(errors="replace")[:size].decode(errors="ignore").rstrip()
