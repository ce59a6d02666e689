"""Count the tables that come with the program: `python -m briefs.tables` prints the figures of README.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefs.tables import Tables, default_tables

G20 = ["AR", "AU", "BR", "CA", "CN", "DE", "FR", "GB", "ID", "IN", "IT", "JP", "KR", "MX", "RU", "SA", "TR", "US", "ZA"]


def counts(tables: Tables) -> str:
    """Return how much the tables hold, as Markdown."""
    homes = Counter(c.home for c in tables.companies)
    forms = sum(1 + len(c.aliases) + len(set(c.ambiguous) - {c.name}) for c in tables.companies)
    papers = _most(Counter(p.kind for p in tables.publishers))
    domains = sum(len(p.domains) for p in tables.publishers)
    names = sum(1 + len(c.aliases) + len(c.demonyms) for c in tables.countries)
    lines = [
        "| table | rows | of them |",
        "|---|---|---|",
        f"| companies | {len(tables.companies)} | {forms} forms, {len(homes)} homes; {_most(homes, G20)} |",
        f"| kinds of companies | | {_most(Counter(c.kind for c in tables.companies))} |",
        f"| publishers | {len(tables.publishers)} | {domains} domains; {papers} |",
        f"| countries | {len(tables.countries)} | {names} names, aliases and demonyms |",
        f"| places | {len(tables.places)} | {_most(Counter(p.kind for p in tables.places))} |",
        f"| given names, surnames, common words | | {len(tables.given_names)}, {len(tables.surnames)}, "
        f"{len(tables.common_words)} |",
    ]
    return "\n".join(lines)


def _most(counted: Counter[str], wanted: Iterable[str] = ()) -> str:
    chosen = {key: counted[key] for key in wanted} or counted
    return ", ".join(f"{key} {count}" for key, count in sorted(chosen.items(), key=lambda item: (-item[1], item[0])))


if __name__ == "__main__":
    print(counts(default_tables()))
