"""What is one is joined: rows of a table, legal forms, acronyms, maiden names, longer names."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.extract.naming.forms import Words, bare
from briefs.extract.naming.known import Known, by_first_word

_PAIR = 2  # words of a first name and a family name


def merged(found: list[Known], acronyms: dict[Words, Words]) -> list[Known]:
    """Join what is one: rows of a table, companies that differ by their legal form, acronyms, longer names."""
    by_identity: dict[object, Known] = {}
    result: list[Known] = []
    for known in found:
        identity: object = (known.kind, known.row.name if known.row is not None else bare(known.words))
        same = by_identity.get(identity)
        if same is None:
            by_identity[identity] = known
            result.append(known)
        else:
            _absorb(same, known)
    result = list(_joined_prefixes(_joined_endings(_with_maiden_names(result))))
    gone: set[int] = set()
    by_form = {form: known for known in result for form in known.forms}
    for short, long in acronyms.items():
        target, own = by_form.get(long), by_form.get(short)
        if target is None and own is not None:
            own.forms.append(long)
            if len(long) > len(own.words) and own.row is None:
                own.words, own.text = long, " ".join(long)
        elif target is not None and own is not target:
            if own is None:
                target.forms.append(short)
            elif own.kind == target.kind or own.row is None:
                _absorb(target, own)
                gone.add(id(own))
            elif own.forms == [short] and target.row is None:
                target.forms.append(short)  # the letters of a firm elsewhere are those of the body named here
                gone.add(id(own))
    return [known for known in result if id(known) not in gone]


def _with_maiden_names(found: list[Known]) -> list[Known]:
    """Join "Ada Lund" to "Ada Lund-Moore": one bore the name before the other was added."""
    people = by_first_word([k for k in found if k.kind == "person" and "-" in k.words[-1]])
    result: list[Known] = []
    for known in found:
        same = [
            long
            for long in people.get(known.words[0], [])
            if known.kind == "person" and len(known.words) > 1 and known.words[-1] in long.words[-1].split("-")
        ]
        if len(same) == 1:
            _absorb(same[0], known)
        else:
            result.append(known)
    return result


def _joined_prefixes(known_by_now: Iterator[Known]) -> Iterator[Known]:
    """Join "New Media" to "New Media Investment Group", and "George Bush" to "George W. Bush"."""
    found = list(known_by_now)
    longer = by_first_word([k for k in found if len(k.words) > 2])
    for known in found:
        for long in longer.get(known.words[0], []):
            if long is known or long.kind != known.kind or len(known.words) < 2 or len(long.words) <= len(known.words):
                continue
            if known.kind == "person":
                same = known.words[-1] == long.words[-1]
            else:
                same = (
                    known.kind == "company"
                    and known.row is None
                    and bare(long.words)[: len(known.words)] == known.words
                )
            if same:
                _absorb(long, known)
                break
        else:
            yield known


def _joined_endings(found: list[Known]) -> Iterator[Known]:
    """Join "Tarik Islam" to "Muhammad Tarik Islam": who has many names bears seldom all of them."""
    longer: dict[Words, list[Known]] = {}
    for known in found:
        if known.kind == "person" and len(known.words) > _PAIR:
            longer.setdefault(known.words[-_PAIR:], []).append(known)
    for known in found:
        same = longer.get(known.words, []) if known.kind == "person" else []
        if len(same) == 1:
            _absorb(same[0], known)
        else:
            yield known


def _absorb(known: Known, other: Known) -> None:
    known.forms.extend(f for f in other.forms if f not in known.forms)
    known.score = max(known.score, other.score)
    if known.row is None and other.row is not None:
        known.row = other.row
