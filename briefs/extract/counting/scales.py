"""Scales: the words, letters and characters that multiply the number before them ("5 million", "$1.2bn", "3 lakh")."""

from __future__ import annotations

import re
import unicodedata

from briefs.extract.wordlist import words

# Scale words that may follow a number after a space, folded to lower case. Plural forms follow digits in many
# languages; English "millions" alone is no number, for it is only looked for after one.
SCALES: dict[str, float] = {}
for _value, _words in (
    (12, "dozen"),
    (100, "hundred hundreds"),
    (1000,
     "thousand thousands mil mille mila tausend tsd tys tyś tis tisíc tusen tusind duizend тыс тысяч тысячи тысяча "
     "тис тисяч bin ribu rb हजार हज़ार ألف آلاف الف هزار χιλιάδες nghìn ngàn אלף אלפים"),
    (100000, "lakh lakhs lac lacs लाख"),
    (1e6,
     "million millions mn mln mio millon millón millones milhão milhões milione milioni millionen miljoen "
     "miljoner miljon miljoonaa millioner milion milionów miliony milionu milionů milionov milioane milyon "
     "juta jt triệu млн миллион миллиона миллионов мільйон мільйонів εκατομμύρια εκατ "
     "مليون ملايين مليونا میلیون מיליון מיליוני millió miljonit miljonai milijuna"),
    (1e7, "crore crores करोड़"),
    (1e9,
     "billion billions bn bln milliard milliards milliarde milliarden mrd miliardo miliardi miljard miljarder "
     "miliard miliardów miliardy miliarde milyar miliar tỷ млрд миллиард миллиарда миллиардов мільярд "
     "мільярдів bilhão bilhões mld mlrd md δισεκατομμύρια δισ "
     "مليار مليارات ملياري میلیارد अरब tỉ mds מיליארד מיליארדי miljardia milliárd"),
    (1e12, "trillion trillions tn trn trilhão trilhões biliardi trilyun triliun trilyon трлн триллион триллиона "
     "триллионов трильйонів τρισ تريليون טריליון biljoonaa"),
):  # fmt: skip
    SCALES.update(dict.fromkeys(unicodedata.normalize("NFC", _words).split(), _value))
# "billones", "bilioni", "Billionen", "billions" of French stay as their own language means them.
LONG_SCALE = dict.fromkeys(words("billón billones billionen billion billioen biljoen bilioni biliony bilionů"), 1e12)
# What one language shortens so and another means otherwise.
OWN_SCALES = {
    ("da", "mia"): 1e9, ("da", "mio"): 1e6, ("no", "mill"): 1e6, ("nb", "mill"): 1e6, ("pt", "mi"): 1e6,
    ("pt", "bi"): 1e9, ("pt", "tri"): 1e12, ("cs", "mil"): 1e6, ("sk", "mil"): 1e6, ("id", "t"): 1e12,
}  # fmt: skip
LONG_SCALE_LANGUAGES = words("de es fr it nl pl cs da sv nb no fi hu")

# Scale letters that may be glued to the digits.
LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "mn": 1e6, "mm": 1e6, "bn": 1e9, "tn": 1e12, "cr": 1e7}

# What is counted in millions where "m" stands apart: "34 m vehicles", but "a fence of 34 m".
_IN_MILLIONS = re.compile(
    r" (?:(?:new|more|other|foreign|paying|active|monthly|daily|registered) )?(?:vehicles|cars|people|users|"
    r"subscribers|customers|passengers|jobs|homes|households|families|tonnes|tons|barrels|units|shares|doses|members|"
    r"workers|visitors|tourists|children|students|pupils|voters|residents|acres|hectares|euros|dollars|pounds|rupees|"
    r"bales|phones|accounts|viewers|patients)\b"
)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹₩]|\b(?:Rs\.?|[A-Z]{3})) ?$")
GLUED_IN_ENGLISH = {"mil": 1e6, "bil": 1e9}  # "RM1.2bil"

_CJK_SCALES = {
    "十": 10.0, "百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12, "천": 1e3, "만": 1e4,
    "억": 1e8, "조": 1e12, "십": 10.0, "백": 1e2,
}  # fmt: skip

THAI_SCALES = {
    "ล้านล้าน": 1e12, "แสนล้าน": 1e11, "หมื่นล้าน": 1e10, "พันล้าน": 1e9, "ล้าน": 1e6, "แสน": 1e5, "หมื่น": 1e4,
    "พัน": 1e3,
}  # fmt: skip
THAI_SCALE = re.compile(f"[ ]?({'|'.join(THAI_SCALES)})")

SHORTENED = words("mio mrd mld mln mlrd mia mill mil tsd tys tis тыс тис млн млрд трлн εκατ δισ τρισ")


def in_millions(text: str, start: int, end: int) -> bool:
    """Say whether an "m" that stands apart from its number, and ends at `end`, is a million and no metre."""
    return bool(_IN_MILLIONS.match(text, end) or _MONEY_BEFORE.search(text, max(0, start - 4), start))


def cjk_factor(signs: str) -> float:
    """Return what a run of Chinese, Japanese or Korean scale characters multiplies by: "百万" is a million."""
    factor = 1.0
    for sign in signs:
        factor *= _CJK_SCALES[sign]
    return factor
