"""A text with the names in it told, for tests of what is said and by whom."""

from __future__ import annotations

import re

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.model import Block, Entity
from briefs.text import slug


def told(text: str, *named: str, title: str = "", language: str = "en") -> tuple[Document, Names]:
    """Return a document and its names, each written "kind: Name | other form | category=..."."""
    blocks = []
    place = 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", place, place + len(paragraph)))
        place += len(paragraph) + 2
    document = Document(title or None, text, tuple(blocks), language)
    kinds: dict[str, list[Entity]] = {"company": [], "person": [], "organisation": [], "country": []}
    for line in named:
        kind, _, rest = line.partition(": ")
        name, *forms = [form.strip() for form in rest.split("|")]
        category = next((f.removeprefix("category=") for f in forms if f.startswith("category=")), None)
        written = sorted([name, *(f for f in forms if "=" not in f)], key=len, reverse=True)
        mentions = tuple(
            document.body.mention(*m.span())
            for m in re.finditer(rf"\b(?:{'|'.join(map(re.escape, written))})(?!\w)", text)
        )
        key = f"{kind}:{slug(name)}"
        kinds[kind].append(Entity(key, kind, name, main=True, category=category, mentions=mentions))  # type: ignore[arg-type]
    return document, Names(
        companies=tuple(kinds["company"]),
        people=tuple(kinds["person"]),
        organisations=tuple(kinds["organisation"]),
        countries=tuple(kinds["country"]),
    )
