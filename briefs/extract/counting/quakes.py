"""The strength of an earthquake, as news of many languages gives it: "a 7.6-magnitude quake", "magnitud 6,2"."""

from __future__ import annotations

import re

from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.scene import Reading

_STRONGEST = 11
_WIDTH = 28
_BEFORE = re.compile(
    r"\b(?:magnitud[eo]?|magnituda|magnitudine|stärke|kracht|styrka|styrke|magnitudy|магнитуд[аоеыу]й?|магнітуд\w{1,3}|"
    r"bermagnitudo)(?:-| was| of| de| di| von| van| på)?(?: a| about)? ?$|"
    r"マグニチュード(?:[(（]M[)）])?$|里氏(?:规模|規模)?$|तीव्रता $|"
    r"(?:بقوة|قوته|قوتها|شدته|شدتها)(?: بلغت)? $",
    re.IGNORECASE,
)
_SIZE_BEFORE, _QUAKE_NEAR = "규모 ", re.compile("[^.\n]{0,12}?(?:지진|강진|여진)")
_AFTER = re.compile(
    r"(?P<unit>[- ]magnitude)\b|級?级?(?:地震|强震|強震)| तीव्रता| büyüklüğ|"
    r" (?:[^\W\d_]{1,10}['’]? ?){0,5}?(?:[Rr]ichter|Рихтера|Ріхтера|रिक्टर|ريختر)|"
    r" (?:grados|graus|degrés|gradi) (?:de|di) (?:magnitud|magnitude|magnitudine)"
)
_WITH_FORCE, _DEGREES = "بقش", re.compile(" درج")


def read_quake(text: str, numeral: Numeral) -> Reading | None:
    """Return the magnitude that the number is, or None where nothing beside it speaks of one."""
    if numeral.form != "digits" or numeral.scaled or not 1 <= numeral.value < _STRONGEST:
        return None
    after = _AFTER.match(text, numeral.end)
    if after:
        return _magnitude(numeral, after.end("unit") if after["unit"] else numeral.end)
    led = _BEFORE.search(text, max(0, numeral.start - _WIDTH), numeral.start)
    if led and led.group()[0] in _WITH_FORCE:
        led = _DEGREES.match(text, numeral.end)  # much is done with force
    sized = text.endswith(_SIZE_BEFORE, 0, numeral.start) and _QUAKE_NEAR.match(text, numeral.end)
    short = numeral.decimals and text[numeral.start - 1 : numeral.start] == "M" and "震" in text
    return _magnitude(numeral, numeral.end) if led or sized or short else None


def _magnitude(numeral: Numeral, end: int) -> Reading:
    return Reading(numeral.start, end, numeral.value, "magnitude", "physical", numeral)
