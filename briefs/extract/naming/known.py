"""An entity in the making, before all its forms and mentions are found."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefs.extract.naming.forms import Words
from briefs.extract.naming.organisations import Body
from briefs.extract.naming.wellknown import WellKnown
from briefs.model import EntityKind
from briefs.tables import Company, Place, Publisher

ALIKE = 40  # names with one word in common that are compared


@dataclass
class Known:
    """An entity in the making: its kind, the forms that name it, its row in a table."""

    kind: EntityKind
    words: Words
    text: str  # as the text writes it
    score: float
    place: tuple[int, int]  # where the text first names it: scan and token
    row: Company | Publisher | Body | Place | WellKnown | None = None
    forms: list[Words] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.forms.append(self.words)


def by_first_word(found: list[Known]) -> dict[str, list[Known]]:
    """Return names by their first word, a bounded number for each: an article has few, a list of names many."""
    groups: dict[str, list[Known]] = {}
    for known in found:
        group = groups.setdefault(known.words[0], [])
        if len(group) < ALIKE:
            group.append(known)
    return groups
