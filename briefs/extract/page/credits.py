"""The lines that carry metadata: bylines, dates, credits, captions, references. They are never mere junk."""

from __future__ import annotations

import re

from briefs.extract.page import phrases
from briefs.extract.page.dates import find_dates
from briefs.extract.page.openings import opening
from briefs.extract.wordlist import words

_AGENCY = (
    r"(?:AP(?: Photo)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Getty(?: Images)?|Bloomberg|Xinhua|PA(?: Wire| Media)?|"
    r"NurPhoto|Shutterstock|iStock(?:photo)?|Alamy|Yonhap|Unsplash|Pexels|Pixabay|ANI|PTI|Kyodo|TASS|Anadolu|"
    r"Zuma Press|Sipa|dpa)"
)
_IMAGE = (
    r"(?:(?:file |stock )?(?:[Pp]hotos?|PHOTOS?|[Ii]mages?|IMAGES?|[Pp]ictures?|[Pp]ics?|[Ii]llustrations?|"
    r"[Gg]raphics?|[Vv]ideos?|[Ff]oto(?:s|grafía)?|[Bb]ild(?:er)?|[Cc]rédit|[Cc]redits?|CREDIT|[Cc]ourtesy)"
    r"(?: ?(?:[Cc]redits?|CREDIT|[Cc]ourtesy(?: of)?|[Bb]y|[Vv]ia|[Ss]ource))?)"
)
# Whose picture it is.
_IMAGE_CREDIT = re.compile(
    "|".join(
        (
            # "Photo: Ann Lee", "Image credit/Ann Lee", "Illustration by Ann Lee"
            rf"(?:^|[.!?|(\[”\"]\s?|\s[|–—-]\s){_IMAGE}\s?(?:[:/©|]|by [A-Z]|courtesy|via [A-Z])",
            # "(AP Photo/Ann Lee)", "(Ann Lee, Handout)"
            rf"\((?:[^()\n]{{0,80}}[/ ,])?(?:{_AGENCY}|[Pp]hoto|[Ff]ile|[Hh]andout|[Cc]ourtesy)"
            r"[^()\n]{0,60}\)\W{0,3}$",
            # "Photos supplied by the yard"
            r"\b[Pp]hotos? (?:supplied|provided|courtesy)\b[^.\n]{0,40}$",
            # "Ann Lee/Reuters", "via Getty Images"
            rf"(?:[/|©]|\b(?:via|by|for|from)) ?{_AGENCY}\b[^.\n]{{0,40}}$",
            r"\b(?:AP Photo|REUTERS)/",
            r"\b[Ff]ile (?:photo|image|picture|photograph)s?\b",
            # "Ann Lee Getty Images"
            r"\b(?:Getty Images|AP Photo|Shutterstock|iStock(?:photo)?|Alamy|NurPhoto|EPA-EFE)[^.\n]{0,30}$",
            # "Beeld Ann Lee", "中新社记者 王某 摄", "(手前)=6日"
            r"(?:^|[.!?”\"] )(?:Beeld|Foto|Bild|Imagen|Фото|Zdjęcie|Kuva) (?:[A-ZÀ-ÝА-Я][\w.'’-]*[ /]?){2,4}$",
            r"[\u4e00-\u9fff]{2,4} ?[摄攝]$|[=＝](?:\d{1,2}日|[^。=＝\n]{0,20}(?:撮影|提供|写真))[)）]?$",
            # "© Ann Lee"
            r"©\s?\w[^.\n]{0,40}$",
        )
    )
)
# What only captions say: "in this photo taken ...", "(background)", "(2nd L)", "Photo credits: ...".
_PICTURED = re.compile(
    "|".join(
        (
            r"\bin (?:this|an?) (?:[\w-]{1,15} ){0,3}(?:photo|picture|image|handout|photograph|illustration|"
            r"screengrab|screenshot|still|frame|combination)\b(?! of )",
            r"\((?:background|foreground|pictured|file|(?:2nd |3rd |second |third |front |top |bottom |from )?"
            r"(?:L|R|C|left|right|centre|center))\)",
            r"\b(?:[Ii]mage|[Pp]hoto|[Pp]icture) ?[Cc]redits?\s?:",
            r"\bMANDATORY CREDIT\b|\bNO RESALES\b",
        )
    )
)
# Without one of these, in lower case, a line names nobody's picture: cheap to ask first.
_IMAGE_HINTS = (
    "photo", "image", "pictur", "pics", "illustration", "graphic", "video", "foto", "bild", "crédit", "credit", "file",
    "courtesy", "handout", "beeld", "imagen", "фото", "zdjęcie", "kuva", "摄", "攝", "=", "＝", "/", "©", "getty",
    "via ", "shutterstock", "istock", "alamy", "nurphoto", "epa-efe", "(",
)  # fmt: skip
_BARE_AGENCY = re.compile(rf"\({_AGENCY}\)\W{{0,3}}$")
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:to this (?:report|story|article|piece)|reporting|from)\b|^(?:[A-Z][\w'’\-]+(?:,? and |, |"
    r" )){1,8}reported from [A-Z][^.]{2,60}\.$"
)
_PUBLISHED = re.compile(
    r"This [a-z-]{3,15} (?:was|is|has been) (?:first |originally )?published (?:by|in|on) [A-Z]|"
    r"Diese[rs]? (?:Nachricht|Artikel|Beitrag|Text|Meldung) (?:wurde|ist|erschien) [^\n]{0,40}?\d{4}|"
    r"(?:Cet article a été|Este artículo fue|Esta nota fue|Este texto foi|Esta reportagem foi|Questo articolo è stato) "
    r"publi[^\n]{0,40}?\d{4}"
)
# What an agency changed since it first sent the story: "(Adds comment in third paragraph)".
_AMENDED = re.compile(
    r"\((?:updates?|adds?|corrects?|recasts?|rewrites?|releads?|repeats?|fixes|removes|clarifies|refiles?|changes|"
    r"inserts?|writes through)\b[^()\n]{3,200}\)",
    re.IGNORECASE,
)
_SENDER = re.compile(r"SOURCE:? [A-Z][^\n]{1,80}")  # closes what a company sent out
_URL_LINE = re.compile(r"[\W_]{0,3}(?:[\[(]?\d{1,3}[\])]?[.:]?\s{0,3})?https?://\S{3,}\s?", re.IGNORECASE)
_NUMBERED_REFERENCE = re.compile(r"\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.|\^)\s.{0,300}?https?://\S{3,}")

_GLUED_TIME = re.compile(r"(?<!\d)\d{1,2}[ -]min(?:ute)?s? read$")  # "By Ann Lee3 minute read"
_FIRST_PART = re.compile(r"\s[|•·–—]\s|\s-\s|\s{2,}(?=[^\s]{1,20}\s*$)")
_KOREAN_BYLINE = re.compile(
    r"(?:[\w\s=·\[\]()]{0,30}?)([가-힣]{2,4})\s?(?:기자|특파원|논설위원|인턴기자|선임기자|편집위원|통신원|"
    r"칼럼니스트|객원기자|에디터)(?![가-힣])"
)
_CJK_BYLINE = re.compile(
    r"[\W_]{0,4}(?:(?:本报|本報|本社)?(?:记者|記者|作者|撰文|文|编辑|編輯|责任编辑|編集|取材・文|"
    r"執筆)[:：/／|｜丨\s]\s?[\u3040-\u30ff\u4e00-\u9fffA-Za-z· ]{2,30}[\W_]{0,2}|(?:记者|"
    r"記者)[\u4e00-\u9fff]{2,4}(?:[／/，,].{0,20})?|[\u4e00-\u9fff\u3040-\u30ff]{2,8}(?:記者|记者|特派員|"
    r"編集委員)[\W_]{0,3})$"
)
# "【福岡=高木 美咲】": where a Japanese reporter is, and who.
PLACED = re.compile(
    "【[^【】=＝\n]{1,30}[=＝]([\u3040-\u30ff\u4e00-\u9fff々]{1,5}[ \u3000]?[\u3040-\u30ff\u4e00-\u9fff々]{1,5})】"
)
_EMAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}")
_HANDLED = re.compile(r"(?:[A-Z][\w.'’\-]{1,20} ){1,3}[A-Z][\w'’\-]{1,20},?\s?\(?@\w{2,30}\)?")  # "Ann Lee @annlee"
_SIGNATURE = re.compile(
    r"(?:[—–]|--)\s?[A-Z][\w.'’\-]{1,20}(?: [A-Z][\w.'’\-]{0,20}){1,3}(?:, [A-Z][\w&.'’ \-]{2,40})?"
)  # "— Ann Lee"


# What a picture shows, told as captions do: somebody nobody names, doing something now, at a place with its country.
_SOMEBODY = (
    r"(?:people|residents|rescuers|workers|protesters|demonstrators|soldiers|police(?: officers)?|officers|"
    r"firefighters|passengers|commuters|pedestrians|shoppers|customers|visitors|tourists|villagers|farmers|fishermen|migrants|"
    r"refugees|supporters|fans|students|pupils|children|women|men|boys|girls|volunteers|vendors|traders|employees|"
    r"relatives|mourners|worshippers|voters|man|woman|boy|girl|child|couple|family|worker|resident|vendor|soldier|"
    r"farmer|fisherman|pedestrian|cyclist|motorist|shopper|customer|employee|trader|protester|rescuer|firefighter)"
)
_DOING = (
    r"(?:walk|stand|sit|wait|gather|queue|look|watch|row|carr|hold|wear|push|pull|rid|driv|pass|cross|wad|search|clean|"
    r"shop|attend|protest|march|shout|inspect|pray|prepar|load|unload|wav|pos|rest|clear|remov|collect|cast|mourn|gestur)"
    r"(?:s|es|ies|y|e|ing|ying)?|(?:is|are) (?:seen|pictured)"
)
_SCENE = re.compile(
    rf"(?i:(?:An? (?:[\w-]{{2,15}} ){{0,2}}|(?:[\w-]{{2,15}} )?){_SOMEBODY} (?:{_DOING}))\b[^.!?“”\"]{{8,220}}"
    r", (?:in |on |near )?[A-Z][^.!?“”\"]{2,60}\.?"
)


def is_reference(text: str) -> bool:
    """Whether `text` is an address, or an entry with one of a list of references."""
    return bool(_URL_LINE.fullmatch(text) or _NUMBERED_REFERENCE.match(text))


def is_caption(text: str) -> bool:
    """Whether `text` tells of a picture: it says so, or names whose picture it is."""
    count = len(text.split())
    if count > 90 or len(text) > 700:
        return False
    if phrases.CAPTION.match(text) or _PICTURED.search(text) or _is_scene(text):
        return True
    lower = text.lower()
    if count > 60 or not any(hint in lower for hint in _IMAGE_HINTS) or not _IMAGE_CREDIT.search(text):
        return False
    if _BARE_AGENCY.search(text):  # ends a wire story as well
        return count <= 30 and not _SPEECH.search(text)
    return not speaks(text) or bool(re.search(r"[/©]|\bPhoto\b", text[-60:]))


def _is_scene(text: str) -> bool:
    return len(text) <= 300 and not _SPEECH.search(text) and bool(_SCENE.fullmatch(text))


def is_credit(text: str) -> bool:
    """Whether `text` says who reported, edited or first published the story."""
    sent = _SENDER.fullmatch(text) or _AMENDED.fullmatch(text) or _PUBLISHED.match(text)
    if sent or (len(text) < 300 and _CONTRIBUTED.search(text)):
        return True
    match = phrases.CREDIT.match(text)
    if not match or len(text.split()) > 60:
        return False
    rest = [w.strip(",.;:()") for w in text[match.end() :].split()]
    small = [
        w for w in rest if w[:1].islower() and w not in _SMALL and w not in _CREDIT_WORDS and not w.startswith("http")
    ]
    return not is_sentence(text) or len(small) <= 1 + len(rest) // 4


def is_sentence(text: str) -> bool:
    """Whether `text` ends like a sentence and runs like one, with words that are not capitalised."""
    if not re.search(r"[.!?][\"'”’)\]]{0,3}$", text) or text.endswith("..."):
        return False
    running = text.split()
    return len(running) >= 4 and sum(1 for w in running if w[:1].islower()) >= 2


def is_date_line(text: str) -> bool:
    """Whether `text` is a date with nothing beside it but a label, a time, a place or a byline's few words."""
    if len(text) > 160 or not any(c.isdigit() for c in text):
        return False
    dates = find_dates(text, limit=4)
    if not dates:
        return False
    if dates[0].start == 0 and re.match(r"\s?\|\s?[Bb]y [A-Z]", text[dates[0].end :]):
        return True  # "May 3, 2024|By Ann Lee, Harbour Post."
    rest = list(text)
    for written in dates:
        rest[written.start : written.end] = [" "] * (written.end - written.start)
    label = phrases.DATE_LABEL.match(text)
    left = "".join(rest)[label.end() if label else 0 :]
    others = sum(1 for w in re.findall(r"[^\W\d_]{2,}", left.lower()) if w not in _DATE_WORDS)
    return others <= (8 if label else 6) and not re.search(r"[^\W\d_]{3,}\.\s*$", left)


_STORY = 15  # characters behind an opening that tell something


def is_byline(text: str) -> bool:
    """Whether `text` says who wrote the story: a role word before or after a name, an address behind it."""
    if len(text) > 200:
        return False
    parts = text.split()
    opened = opening(text)
    if opened is not None and len(text) - opened.end() > _STORY:
        return False  # the story begins on the line that says who wrote it
    if len(text) < 80 and (_KOREAN_BYLINE.search(text) or _CJK_BYLINE.match(text) or PLACED.search(text)):
        return True
    if _EMAIL.search(text) and len(parts) <= 8 and not text.rstrip().endswith((".", "!", "?")):
        return True
    if _HANDLED.fullmatch(text) or _SIGNATURE.fullmatch(text):
        return True
    text = _GLUED_TIME.sub("", _FIRST_PART.split(text, maxsplit=1)[0])
    parts = text.split()
    match = phrases.BYLINE.match(text)
    if not match or text[match.end() - 1].isalpha() or len(parts) > 24 or text.rstrip().endswith(("?", "!", ":")):
        return False
    rest = text[match.end() :]
    again = phrases.BYLINE.match(rest)  # "By" of the template, "by Ann Lee" of the newsroom
    rest = rest[again.end() :] if again else rest
    first = re.match(r"[\W_]*(\w)", rest)
    if not first or not first[1].isalpha() or first[1].islower():
        return False
    names = [w for w in rest.split() if w[:1].isalpha()]
    small = sum(1 for w in names[:12] if w[0].islower() and w.strip(",.") not in _SMALL)
    return small * 4 <= len(names) and not (text.rstrip().endswith(".") and len(parts) > 12)


_DATE_WORDS = words(
    "posted published updated update latest modified last first on at by the am pm edt est ist gmt utc pst pdt bst cet "
    "mon tue wed thu fri sat sun"
)
_CREDIT_WORDS = words(
    "editing reporting writing edited reported written additional by from this story article report contributed "
    "translation"
)
_SMALL = words(
    "and und et y e en di da de der den des del della van von bin binti al el la le ibn ben with in for of",
    "the at to on und och og i ja",
)
_SPEECH = re.compile(r"\b(?:said|says|told|according to|was|were|has|have|had)\b|[“\"][^“”\"]{20,}[”\"]")


def speaks(text: str) -> bool:
    """Whether `text` tells something: a long finished sentence that reports."""
    return len(text) > 140 and bool(_SPEECH.search(text)) and text.rstrip("\"'”’)»").endswith((".", "!", "?"))
