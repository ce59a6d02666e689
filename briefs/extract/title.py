"""The headline: by vote of what a page says and shows; in plain text, the line that heads the story."""

from __future__ import annotations

import re

from briefs.extract.page.furniture import role_of
from briefs.extract.page.imprint import is_press
from briefs.extract.page.lines import Line, lines_of, story_span
from briefs.extract.site_names import CUT, key_of, press_at_end, site_names, without_site
from briefs.extract.wordlist import words
from briefs.model import Article, Candidate, Evidence, Ground
from briefs.text import fold

# How much each place is worth: what readers see before what machines are told, and what names the page before the site.
_WEIGHTS = {
    "h1": 4.0,
    "og:title": 3.0,
    "json-ld": 3.0,
    "microdata": 3.0,
    "headline": 3.0,
    "markdown:title": 5.0,
    "markdown:headline": 5.0,
    "markdown:h1": 4.0,
    "title": 2.0,
    "twitter:title": 2.0,
    "json-ld:name": 1.0,
    "json-ld:alternativeHeadline": 0.5,
}
_COLON = re.compile(r"[^:]{2,60}:\s+")
_MOST_CUTS = 6
_STOP = words(
    "the a an of to in on at for and or but with by from as is are was be its his her their this that says",
    "say after over into amid how why what who will has have not new",
)


def find_title(article: Article, lines: list[Line] | None = None) -> tuple[str | None, Ground]:
    """Return the headline, or None where nothing is one; `lines` are the article's, where they are known."""
    stated = [c for c in article.candidates if c.field == "title" and len(c.value) <= 300]
    lines = lines_of(article) if lines is None else lines
    voted = _voted(article, stated, lines) if stated else None
    if voted and voted[1].confidence >= 0.5:
        return voted
    shown = _shown(lines)
    return shown if shown[0] or not voted else voted


def _voted(article: Article, stated: list[Candidate], lines: list[Line]) -> tuple[str, Ground] | None:
    sites = site_names(article)
    body = _words(" ".join(line.text for line in lines if line.body or line.prose)[:6000])
    shown = {key_of(line.text) for line in lines if 2 < line.words < 40}
    heads = {key_of(c.value) for c in stated if c.origin == "h1"}
    votes: dict[str, float] = {}
    forms: dict[str, tuple[float, str, Evidence]] = {}
    backing: dict[str, list[Evidence]] = {}
    for candidate in stated:
        start, end = _shown_part(candidate.value, shown, heads) or without_site(candidate.value, sites)
        value = candidate.value[start:end]
        key = key_of(value)
        if not key or key in sites:
            continue
        weight = _WEIGHTS.get(candidate.origin, 1.0)
        words = _words(value)
        if candidate.origin in {"h1", "headline"} and body:  # a page may set the site's name or a box's heading as h1
            weight *= 0.1 + 0.9 * min(1.0, 1.5 * len(words & body) / max(1, len(words)))
        if role_of(value) in {"newsletter", "related", "comments", "legal", "share", "navigation"}:
            weight *= 0.1
        at = candidate.evidence.start
        evidence = Evidence(candidate.evidence.part, at + start, at + end, value)
        votes[key] = votes.get(key, 0.0) + weight
        backing.setdefault(key, []).append(evidence)
        if key not in forms or weight > forms[key][0]:
            forms[key] = (weight, value, evidence)
    if not votes:
        return None
    # A shortened form ("Merger ends ..." in <title>) speaks for the longer one that it is part of.
    total = {k: v + sum(0.5 * w for o, w in votes.items() if o != k and (k in o or o in k)) for k, v in votes.items()}
    best = max(votes, key=lambda k: (total[k], votes[k], -len(k), k))
    _, value, evidence = forms[best]
    line = _seen(value, lines)
    grounds = ([line] if line else []) + [e for e in backing[best] if e != line]
    share = total[best] / sum(votes.values())
    return value, Ground(tuple(grounds), round(min(1.0, 0.45 + 0.55 * min(1.0, share) * min(1.0, total[best] / 4)), 3))


def _shown_part(value: str, shown: set[str], heads: set[str]) -> tuple[int, int] | None:
    """Return the longest part of `value` between separators that stands on the page as a line; of equals the first.

    A colon separates as well where what stands before it heads the page, as sites' names do.
    """
    cuts = list(CUT.finditer(value))[:_MOST_CUTS]
    colon = _COLON.match(value)
    if colon and key_of(colon.group()) in heads:
        cuts.insert(0, colon)
    if not cuts or key_of(value) in shown:
        return None
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts if cut.start()), len(value)]
    parts = [(a, b) for a in starts for b in ends if a < b and key_of(value[a:b]) in shown]
    return max(parts, key=lambda part: (part[1] - part[0], -part[0]), default=None)


def _seen(value: str, lines: list[Line]) -> Evidence | None:
    """Return the visible line that is the title, word for word."""
    for line in lines:
        if line.text == value:
            return Evidence("source", line.block.start, line.block.end, line.text)
    return None


def _words(text: str) -> set[str]:
    """Return the words that carry meaning; of scripts without spaces, the pairs of characters."""
    found = {w for w in re.findall(r"\w{2,}", fold(text)) if w not in _STOP}
    wide = re.findall("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{2,}", text[:20000])
    return found | {run[i : i + 2] for run in wide for i in range(len(run) - 1)} if wide else found


def _shown(lines: list[Line]) -> tuple[str | None, Ground]:
    """Return the line that heads the story: near above it, telling of the same things, perhaps repeated."""
    first, last = story_span(lines)
    prose = [i for i in range(first, last) if lines[i].prose]
    if not prose:
        heading = next((line for line in lines if line.kind == "heading" and line.words > 1 and not line.role), None)
        return (heading.text, _ground(heading, 0.5)) if heading and len(lines) > 1 else (None, Ground())
    stories = [i for i in prose if lines[i].words > 12] or prose
    start = prose[1] if _is_deck(lines, prose) else prose[0]
    lead = _words(" ".join(lines[i].text for i in stories[:6])[:5000])
    rest = _words(" ".join(lines[i].text for i in stories)[:60000])
    best: tuple[float, int] | None = None
    distance = 0
    for index in range(min(len(lines), prose[min(2, len(prose) - 1)] + 1) - 1, -1, -1):
        if index > start and lines[index].kind != "heading":
            continue
        distance += index < start and not lines[index].role
        if distance > 60:
            break
        score = _headline_score(lines[index], lead, rest, distance if index < start else start - index)
        above = lines[:index]
        if (
            score is not None
            and index < min(start, 4)
            and not any(o.role is None and o.words > 1 and not _is_masthead(o) for o in above)
        ):
            # The first line that says anything, where a text has no menu above it and does not sign with it below.
            short = lines[index].words <= 3
            menu = any(line.role in {"navigation", "related", "share"} for line in above)
            score += 0.0 if short and (menu or lines[index].times > 1) else 2.7 if short else 1.5
        if score is not None and index + 1 < start and _announced(lines[index], lines[index + 1], rest):
            score += 1.2
        inner = best is not None and score is not None and _inside(lines[best[1]].text, lines[index].text)
        if score is not None and not inner and (best is None or score > best[0]):
            best = (score, index)  # of equals the one nearest to the story
    if best is None or best[0] < 2.2:
        return None, Ground()
    line = lines[best[1]]
    label = _LABEL.match(line.text)
    begin = label.end() if label else 0
    start, end = without_site(line.text[begin:], press_at_end(line.text[begin:]))
    value = line.text[begin + start : begin + end]
    base = line.block.start + begin + start
    evidence = Evidence("source", base, base + len(value), value)
    sure = min(0.95, 0.45 + best[0] / 12)
    if _is_statement(line):
        sure = min(sure, _ANNOUNCEMENT)
    return value, Ground((evidence,), round(sure, 3))


def _is_masthead(line: Line) -> bool:
    """Whether a short line is what papers are called by: "Harbour Post"."""
    return line.words <= _HEADLINE and line.text.istitle() and is_press(line.text)


def _is_deck(lines: list[Line], prose: list[int]) -> bool:
    """Whether the first sentence stands over its headline: alone above short lines, and told again in the story."""
    if len(prose) < _DECKED or lines[prose[0]].words > _LONG_HEADLINE or prose[1] - prose[0] < _DECKED:
        return False
    between = lines[prose[0] + 1 : prose[1]]
    headed = any(line.role is None and not line.ended and line.words >= _HEADLINE for line in between)
    signed = any(line.role in {"byline", "date"} for line in between)
    told = _words(" ".join(lines[i].text for i in prose[1:])[:60000])
    words = _words(lines[prose[0]].text)
    return headed and signed and len(words & told) > _TOLD_AGAIN * len(words)


def _is_statement(line: Line) -> bool:
    """Whether a line ends as sentences do, or is longer than headlines are: what stands below one that is lost."""
    return line.kind != "heading" and (_stopped(line.text) or line.words > _LONG_HEADLINE)


def _stopped(text: str) -> bool:
    """Whether a full stop ends `text`, and no abbreviation or dots do."""
    end = text.rstrip("\"'”’»")
    return end.endswith((".", "。")) and not end.endswith("..") and not _ABBREVIATED.search(end)


def _announced(line: Line, following: Line, told: set[str]) -> bool:
    """Whether `line` is a headline over a longer line that explains it: a standfirst tells more."""
    if not 5 <= line.words < following.words or following.role or re.search(r"\s[|/›»>•]\s", line.text):
        return False
    return bool(_words(line.text) & told) or line.text[0] in "\"“‘'«„"  # a saying may share no word


def _inside(title: str, trail: str) -> bool:
    """Whether `trail` is `title` with the way to it written before ("Home / Business / ...")."""
    return (
        len(trail) > len(title) and key_of(trail).endswith(key_of(title)) and bool(re.search(r"\s[/›»>|–—-]\s", trail))
    )


_ABBREVIATED = re.compile(r"\b(?:Corp|Inc|Co|Ltd|Bros|Jr|Sr|Dr|St|No|(?:[A-Za-z]\.){1,4}[A-Za-z])\.$")
_ANNOUNCEMENT = 0.45  # how sure a standfirst is that stands where the headline should
_LONG_HEADLINE = 22  # words
_HEADLINE = 4  # words at least, below a sentence that stands over its headline
_DECKED, _TOLD_AGAIN = 2, 0.6
_NEWSLESS = re.compile(  # what teasers and clocks end in: "5 h ago", "Learn more"
    r"\b\d{1,3} ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?) ago\W{0,3}$|"
    r"\b(?:learn|read|find out|view|see) more\W{0,3}$",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(  # a dateline on a line of its own: "Port Amberley, November 28"
    r"[A-Z][\w .'’/-]{2,40}, ?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}|"
    r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})[.:]?"
)
_LABEL = re.compile(
    r"(?:title|headline|subject|titel|betreff|titre|título|titolo|标题|標題|제목)\s?[:：]\s{0,3}", re.IGNORECASE
)


def _ground(line: Line, confidence: float) -> Ground:
    return Ground((Evidence("source", line.block.start, line.block.end, line.text),), confidence)


def _headline_score(line: Line, lead: set[str], rest: set[str], distance: int) -> float | None:
    if line.prose and (
        line.words > 25 or (line.kind != "heading" and line.times == 1 and line.text[-1] not in "?!？！")
    ):
        return None
    if _PLACE_AND_DAY.fullmatch(line.text) or _NEWSLESS.search(line.text):
        return None
    if line.times > 1 and line.words > 5 and _stopped(line.text):
        return None  # captions stand twice on many pages; a headline seldom ends in a full stop
    if line.role or line.truncated or not 2 <= line.words <= 35 or line.text.rstrip().endswith((":", "，", ",")):
        return None
    words = _words(line.text)
    if not words:
        return None
    told = 3.0 * len(words & lead) / len(words) + 1.5 * len(words & rest) / len(words)
    score = told * min(1.0, line.words / 5)  # a name of two words, as of a picture, always stands in the story
    score += min(line.words, 8) * 0.15
    if not told:
        score -= 0.7
    if line.kind == "heading":
        score += 2.0 if line.block.level == 1 else 0.7
    if line.kind == "list":
        score -= 1.5
    if line.times > 1:
        score += 0.8
    if line.ended and line.text.rstrip()[-1] not in "?!？！\"'”’»」』":
        score -= 1.5
    if line.words <= 3:
        score -= 1.2  # more often a name or a section
    if distance < 0:
        score -= 1.5
    return score - 0.06 * max(0, distance) - 0.1 * max(0, line.words - 14)
