"""What the visible lines of a page say about who published it: copyright, the site's boxes, the wire's credit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.extract.body import Body
from briefs.extract.page.mastheads import Seen, mastheads, publisher_key
from briefs.extract.page.openings import BEHIND_DATE, opening
from briefs.extract.wordlist import any_of
from briefs.model import Article, Evidence
from briefs.tables import Tables
from briefs.tables.tongues import english
from briefs.text import fold

_WORD = r"[A-Z0-9][\w'’&.+\-]{0,24}"
_NAME = rf"(?P<n>{_WORD}(?: (?:of|the|and|&|in|on|de|for|la|el|del|{_WORD})){{0,5}})"
_LOWER = rf"(?P<n>(?:[^\W_][\w'’&.+\-]{{0,24}})(?: (?:of|the|and|&|{_WORD})){{0,5}})"  # some write theirs small
_YEARS = r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?"
# What sites print around their own name, and how much each form tells.
_FORMS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(form), weight)
    for form, weight in (
        (rf"(?:©|\(c\)|[Cc]opyright)[ ©]{{0,4}}(?:[Cc]opyright )?(?:{_YEARS}\s{{1,3}})?(?:by )?{_LOWER}", 1.5),
        (rf"^{_LOWER}\s{{0,3}}(?:©|\(c\))", 2.0),
        (rf"^Published in {_NAME}", 2.0),
        (rf"\b[Cc]ookies on the {_NAME} (?:web)?site\b", 2.0),
        (rf"^(?:About|Contact|Work at|Work for|Careers at|Jobs at|Advertise with|Advertise on) {_NAME}$", 1.5),
        (rf"^(?:More|Latest|Stories|News|More stories|More news|Best) (?:from|on|at|by) {_NAME}$", 1.0),
        (rf"^(?:More|Get|Try|Download|Support|Subscribe to|Join|Follow|Read) {_NAME}$", 0.8),
        (rf"\b(?:[Ff]ollow|[Ll]ike|[Ff]ind|[Jj]oin|[Ss]upport) {_NAME} on\b", 1.0),
        (
            r"\b(?:[Ss]tay (?:informed|updated|connected) with|[Ss]ubscribe to|[Ss]ign up for|[Ww]elcome to|"
            rf"[Dd]ownload the|[Ss]upport) {_NAME}",
            1.2,
        ),
        (
            r"\b(?:full article|full story|original article|original|originally published|first published|"
            rf"first appeared|originally appeared|appeared first|published first)\s(?:on|in|at|by|from)\s{_NAME}",
            3.0,
        ),
        (rf"^(?:This|The) \w{{3,15}} (?:was|is|has been) published (?:by|in|on) {_NAME}", 3.0),
        (rf"\b(?:from|in) the (?:digital |print |online )?archives? of {_NAME}", 2.0),
    )
)
_SOURCE_CJK = re.compile(
    r"(?:来源|來源|出处|版权所有|版權所有|출처)\s?[:：©]?\s?(?P<n>[\u3040-\u30ff\u4e00-\u9fff가-힣A-Za-z0-9]{2,20})"
)
_SOURCE = re.compile(rf"\b[Ss]ource\s?[:：]\s?{_NAME}")
_SOURCE_LINE = re.compile(rf"\W{{0,3}}(?:Article |News |Story )?[Ss]ource\s?[:：]\s?{_NAME}\W{{0,3}}")
# For whom the story was written: "Reporting by Ann Lee for Harbour Post".
_REPORTED_FOR = re.compile(rf"^\W?(?:Reporting|Reported|Writing|Written) by [^\n]{{3,120}}? for {_NAME}\W{{0,3}}$")
# Who asked, and wrote: "did not respond to Northwire requests for comment".
_ASKED = re.compile(rf"\b(?P<n>{_WORD}(?: {_WORD}){{0,2}}) requests? for comment")
_TOLD = re.compile(
    rf"\b(?:told|tells|interview with|statement to|statement issued to|spoke to|speaking to|contacted by|seen by|"
    rf"reviewed by|shared with|owner of) {_NAME}"
)
_WIRE = re.compile(
    r"^[^\n]{0,80}?\((?P<n>Reuters|AP|AFP|Bloomberg|UPI|Xinhua|ANI|PTI|IANS|dpa|EFE|Yonhap|Bernama|Kyodo|TASS|"
    r"Interfax|CNN|CNN Business|CNBC|BBC|MarketWatch|PRNewswire|PR Newswire|BUSINESS WIRE|GLOBE NEWSWIRE|ANSA|"
    r"Anadolu|AA|WAM|SPA|NNN|TNS|AAP|CP|PA|ABC|NBC|CBS|FOX|Dow Jones)\)\s?[-–—:]"
)
# Who sent it over the wire: "AUSTIN, Texas, Feb. 6, 2025 (Inkwell Wire) —", "OSLO/ROME, Oct 3 (Northwire) -",
# "GHENT, Belgium, March 11 /WireRoom/ --".
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’/\-]{2,30}(?:,? [\w.’' ,]{2,50}?)??,? ?(?:\((?P<n>[A-Z][\w&.’' ]{1,30})\)|"
    r"/(?P<m>[A-Z][\w&.’' -]{1,30})/)\s?[-–—:]{1,2}"
)
_DATED = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2} \((?P<n>[A-Z][\w&.’' ]{1,30})\)\s?[-–—]")  # "May 3 (Northwire) -"

# Other scripts' datelines: "МОСКВА, 18 июля – РИА Новости.", "新华社北京12月18日电".
WIRE_ABROAD = re.compile(
    r"[А-ЯЁІЇЄ][^\n]{2,60}?\s[–—-]\s(?P<n>[А-ЯЁІЇЄ][\w «»-]{2,30})\.\s|"
    r"(?P<m>[\u4e00-\u9fff]{2,6}社)[\u4e00-\u9fff]{2,12}\d{1,2}月\d{1,2}日电"
)
# Words that newspapers and agencies are called by.
_PRESS_NAME = re.compile(
    any_of(
        """
        Gazette Times News Post Herald Journal Tribune Monitor Review Daily Weekly Wire Magazine Press
        Chronicle Mail Star Observer Guardian Standard Today TV Radio Insider Digest Register Courier
        Telegraph Express Bulletin Independent Mirror Globe Examiner Dispatch Record Leader Inquirer
        Sentinel Echo Argus Zeitung Tageblatt Anzeiger Nachrichten Presse Figaro Diario Giornale Corriere
        Jornal Folha Gazeta Nieuws Dagblad Network Media Agency Business Economist Reporter Sun World Online
        """
    )
)
_NO_PRESS = re.compile(
    r"\d|\b(?:Published|Posted|Updated|Modified|Editor|Reporter|Correspondent|Writer|Desk|Staff|Bureau|Chief|By)\b"
)
# "(Northwire) The harbour ..."
_BRACKETED = re.compile(r"\((?P<n>[A-Z][\w.\-]{1,20}(?: [A-Z][\w.\-]{1,20}){0,2})\) (?=[A-Z«“\"])")
_OPENING = re.compile(r"^(?P<n>[A-Z][A-Z0-9&.\-]{2,24}(?: [A-Z][A-Z0-9&.\-]{1,24}){0,3})\s?(?:--|—|–)\s")
_PRESS = re.compile(
    r"POST|NEWS|TIMES|PRESS|DAILY|MEDIA|WIRE|JOURNAL|HERALD|TRIBUNE|GAZETTE|REPORT|REVIEW|MAGAZINE|\d|[A-Z]TV$"
)
_GENERIC = english("no_site")

# The wire alone in brackets below its story: "(Northwire)", "(Northwire/HP)".
_CLOSING_WIRE = re.compile(r"\((?P<n>[A-Z][\w.\- ]{1,30})(?:/[A-Z][\w.\- ]{0,20})?\)")


def names_on_page(article: Article, body: Body, tables: Tables) -> list[Seen]:
    """Return the names that the lines outside the body and the opening of the story give the publisher."""
    found = [seen for seen in (*_around(article, body, tables), *_opening(article, body, tables)) if _is_name(seen[0])]
    found += mastheads(article, body, tables, found)
    return [
        *found,
        *_repeated(article, body, found),
        *_told(article, body, tables, {publisher_key(s[0]) for s in found}),
    ]


def _is_name(name: str) -> bool:
    return not name.isdigit() and any(w not in _GENERIC for w in re.findall(r"\w+", fold(name)))


def _seen(source: str, name: str, start: int, weight: float) -> Iterator[Seen]:
    """Yield `name` without the marks around it, with its place at or after `start`."""
    name = name.strip(" .,-–—'’")
    at = source.find(name, start) if name else -1
    if at >= 0:
        yield name, weight, Evidence("source", at, at + len(name), name)


def _around(article: Article, body: Body, tables: Tables) -> Iterator[Seen]:
    """Yield the names on lines outside the body: copyright, "About ...", "Source: ...", a reporter's address."""
    source = article.source
    first = body.pieces[0][0] if body.pieces else 0
    previous = (0, "")
    signed = False
    listed: set[str] = set()
    printed: set[tuple[int, str]] = set()
    for outside in body.outside:
        start, end = outside.block.start, outside.block.end
        text = source[start:end]
        if len(text) > 400:
            continue
        if (outside.role in {"date", "byline", "credit"} and (match := _SOURCE.search(text))) or (
            match := _SOURCE_LINE.fullmatch(text) or _REPORTED_FOR.match(text)
        ):
            yield from _seen(source, _trimmed(match, tables), start + match.start("n"), 2.0)
        if outside.role == "date" and (match := BEHIND_DATE.search(text)):
            yield from _seen(source, match["p"], start + match.start("p"), 1.6)
        if match := _SOURCE_CJK.search(text):
            yield from _seen(source, match["n"], start + match.start("n"), 1.6)
        for number, (form, weight) in enumerate(_FORMS if outside.role != "caption" else ()):
            match = form.search(text)
            if match and (number, match["n"]) not in printed:  # the same box printed twice says it once
                printed.add((number, match["n"]))
                yield from _seen(source, _trimmed(match, tables), start + match.start("n"), weight)
        reserved = re.match(r"\W{0,3}(?:©|all rights)", text, re.IGNORECASE)
        if (
            reserved
            and len(text.split()) < 5
            and not re.search(r"©\W{0,3}(?!all rights)\w", text, re.IGNORECASE)
            and 0 < len(previous[1].split()) <= 5
            and previous[1][:1].isupper()
        ):
            yield from _seen(source, previous[1], previous[0], 1.5)
        heads = outside.role in {"byline", "date"} or (outside.role == "navigation" and abs(start - first) < 2000)
        if heads and len(text) <= 120:
            yield from _beside_names(text, start, source, tables, signed=outside.role != "navigation")
        elif outside.role == "legal":
            yield from _of_notice(text, start, tables)
        if outside.role == "byline" or abs(start - first) < 3000:
            yield from _of_addresses(text, start, tables)
        wire = _CLOSING_WIRE.fullmatch(text) if start > first else None
        if wire and fold(wire["n"]) in tables.publisher_by_alias:
            yield from _seen(source, wire["n"], start, 1.6)
        known = tables.publisher_by_alias.get(fold(text)) if len(text) <= 40 else None
        if known and outside.role not in {"related", "tags"} and known.id not in listed:
            listed.add(known.id)
            agency = known.kind in {"agency", "wire"} and signed  # "By Ann Lee", and below: "Northwire"
            yield from _seen(source, text, start, 1.6 if agency else 0.7 if " " in text or "." in text else 0.3)
        signed = outside.role == "byline"
        previous = (start, text)


def is_press(text: str) -> bool:
    """Whether `text` holds a word that newspapers and agencies are called by."""
    return bool(_PRESS_NAME.search(text)) and not _NO_PRESS.search(text)


def _of_notice(text: str, base: int, tables: Tables) -> Iterator[Seen]:
    """Yield the publication that a legal notice names ("the Thomson Reuters Trust Principles")."""
    found = list(re.finditer(r"[^\W_][\w.&'’-]*", text[:400]))
    for length in (4, 3, 2):
        for first in range(len(found) - length + 1):
            start, end = found[first].start(), found[first + length - 1].end()
            if text[start].isupper() and fold(text[start:end]) in tables.publisher_by_alias:
                yield text[start:end], 1.6, Evidence("source", base + start, base + end, text[start:end])
                return


def _beside_names(text: str, base: int, source: str, tables: Tables, *, signed: bool) -> Iterator[Seen]:
    """Yield the publication that stands beside the reporter's name ("Ann Lee — Strait Monitor — 3 May 2024")."""
    place = 0
    parts = re.split(r"(,\s|\s[|·•–—/-]{1,2}\s)", text)
    for part in parts:
        if len(parts) > 1 and fold(part) in tables.publisher_by_alias:
            yield from _seen(source, part, base + place, 1.6)
            place += len(part)
            continue
        if not signed and not (len(parts) == 3 and place):
            place += len(part)
            continue
        titled = place > 0 and part.startswith("The ")  # "3 May 2024 | The Strait Letter"
        named = 2 <= len(part.split()) <= 5 and (titled or _PRESS_NAME.search(part)) and not _NO_PRESS.search(part)
        if named and all(w[:1].isupper() or w in {"of", "the", "and", "&"} for w in part.split()):
            yield from _seen(source, part, base + place, 1.6)
        place += len(part)


def _of_addresses(text: str, base: int, tables: Tables) -> Iterator[Seen]:
    """Yield the domains of e-mail addresses that are a publication's."""
    for match in re.finditer(r"[\w.+\-]{1,64}@((?:[\w\-]{1,63}\.){1,4}[a-z]{2,10})", text):
        labels = match[1].lower().split(".")
        known = (".".join(labels[cut:]) for cut in range(len(labels) - 1))
        if any(domain in tables.publisher_by_domain for domain in known):
            yield match[1], 2.0, Evidence("source", base + match.start(1), base + match.end(1), match[1])


def _opening(article: Article, body: Body, tables: Tables) -> Iterator[Seen]:
    """Yield the wire's credit in the dateline, or the publication's name before the first dash."""
    for start, end, _ in body.pieces[:3]:
        lead = article.source[start : min(end, start + 200)]
        if match := _WIRE.match(lead) or _DATELINE.match(lead) or _DATED.match(lead):
            group = "m" if match.groupdict().get("m") else "n"
            known = fold(match[group]) in tables.publisher_by_alias
            yield from _seen(article.source, match[group], start + match.start(group), 1.1 if known else 1.6)
        match = _BRACKETED.match(lead)
        if match and (fold(match["n"]) in tables.publisher_by_alias or is_press(match["n"])):
            yield from _seen(article.source, match["n"], start + match.start("n"), 1.6)
        abroad = WIRE_ABROAD.match(lead) if not lead.isascii() else None
        if abroad and abroad.lastgroup:
            group = abroad.lastgroup
            if fold(abroad[group]) in tables.publisher_by_alias:
                yield from _seen(article.source, abroad[group], start + abroad.start(group), 1.1)
        sent = opening(lead)
        if sent and sent["p"]:
            yield from _seen(article.source, sent["p"], start + sent.start("p"), 1.6)
        match = _OPENING.match(lead)
        if match and (fold(match["n"]) in tables.publisher_by_alias or _PRESS.search(match["n"])):
            yield from _seen(article.source, match["n"], start + match.start("n"), 2.0)


def _repeated(article: Article, body: Body, found: list[Seen]) -> Iterator[Seen]:
    """Yield once more the names that the page's lines repeat: a site prints its own name over and over."""
    page = "\n".join(article.source[o.block.start : o.block.end] for o in body.outside)[:300_000].casefold()
    for name in sorted({name for name, _, _ in found}):
        times = page.count(name.casefold()) - 1 if len(name) > 2 else 0
        if times > 0:
            first = next(evidence for seen, _, evidence in found if seen == name)
            yield name, 0.3 * min(times, 6), first


def _told(article: Article, body: Body, tables: Tables, named: set[str]) -> Iterator[Seen]:
    """Yield the publication whom people in the story "told", where the page names it as well, and who asked them."""
    for start, end, _ in body.pieces:
        for match in _TOLD.finditer(article.source[start:end]):
            name = _trimmed(match, tables)
            if publisher_key(name) in named:
                yield from _seen(article.source, name, start + match.start("n"), 1.2)
        for match in _ASKED.finditer(article.source[start:end]):
            words_asking = match["n"].split()
            names = (" ".join(words_asking[cut:]) for cut in range(len(words_asking)))
            name = next(
                (n for n in names if fold(n.removesuffix("'s").removesuffix("’s")) in tables.publisher_by_alias), ""
            )
            yield from _seen(article.source, name, start + match.start("n"), 1.6)


def _trimmed(match: re.Match[str], tables: Tables) -> str:
    """Return the name without the words that follow it on a line ("Acme News All Rights Reserved")."""
    name = match["n"]
    parts = name.split()
    for length in range(len(parts), 0, -1):
        if fold(" ".join(parts[:length])) in tables.publisher_by_alias:
            return " ".join(parts[:length])
    joins = "" if not match.string[match.end("n") :].strip(" .:") else r"|\s(?:for|on|in|and|the)\b"
    return re.split(
        rf"\s(?:All|Inc|Ltd|LLC|Limited|Corp|Pvt|Newsletters?|App|Channel)\b{joins}|[.,;:](?:\s|$)|\s(?:19|20)\d\d",
        name,
    )[0]
