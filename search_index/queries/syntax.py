"""The query language in a table: what the shell prints, and what the README holds."""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """A way to ask: an example of it, and what it finds."""

    example: str
    finds: str


FORMS = (
    Form("korea talent", "both words, the best matches first"),
    Form('"job offers"', "the words next to each other"),
    Form("korea OR japan, korea -visa, NOT (a OR b)", "either (binds after AND, before a space); without; groups"),
    Form("deepse*, deep?eek, deepseek~1", "words that begin so; with any letter there; one letter (~2: two) away"),
    Form("title:ferry, company:upstage, person:kim", "in the headline; companies and people, also by another name"),
    Form("org:ministry, source:analysts, publisher:post", "organisations; who is quoted or cited; who published it"),
    Form('country:kr, country:"South Korea", lang:ko', "about the country or naming it; written in the language"),
    Form('publisher:="The Post", company:=upstage', "that very value, as choosing it in the filters finds it"),
    Form("date:2025-02, date:>2025-01-15, date:last-week", "published then; also 2025-q1, today, 7d, this-month"),
    Form("date:[2025-01 TO 2025-03], date:2025-01..2025-03", "from one to the other; { } leave the ends out"),
    Form("usd:>1bn, percent:[30 TO 40], jobs:>1000", "a figure of that unit; a range counts where it overlaps"),
    Form("is:unread, is:starred, is:noted, tag:labour", "your own marks"),
    Form("has:figures, has:quotes, has:sources", "briefs that have them"),
    Form("story:3f2a", "all briefs that tell the story of that one"),
    Form("*, company:*, -date:*", "every brief; those that name a company; those without a date"),
)  # fmt: skip


def table() -> str:
    """Return the forms as a table of Markdown."""
    rows = [(", ".join(f"`{e}`" for e in form.example.split(", ")), form.finds) for form in FORMS]
    width = max(len(example) for example, _ in rows)
    lines = [f"| {'query':{width}} | finds |", f"|{'-' * (width + 2)}|-------|"]
    return "\n".join([*lines, *(f"| {example:{width}} | {finds} |" for example, finds in rows)])
