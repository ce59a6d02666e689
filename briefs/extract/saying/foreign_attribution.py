"""Attribution in other languages than English: the commonest verbs of saying and phrases for "according to".

Only those who are named, or stand after a phrase for "according to", are found; English gets the rest.
"""

from __future__ import annotations

from briefs.extract.saying.verbs import words_of
from briefs.extract.saying.voices import SPEAKERS, Attribution, Line, Voice, kind_of
from briefs.sentences import Token

_SAYING = {
    "de": words_of(
        """
        sagt sagte sagten erklärt erklärte erklärten betont betonte teilte kündigte schrieb schreibt warnt warnte meint
        meinte berichtet berichtete berichteten räumte kritisierte bestätigte behauptet behauptete forderte zitiert
        """
    ),
    "fr": words_of(
        """
        dit déclare déclaré déclarait explique expliqué expliquait affirme affirmé affirmait estime estimé indique
        indiqué annonce annoncé précise précisé souligne souligné ajoute ajouté prévient écrit raconte assure rappelle
        confie confié martèle
        """
    ),
    "es": words_of(
        """
        dijo dice afirma afirmó explica explicó señala señaló aseguró asegura indicó anunció advirtió agregó añadió
        declaró destacó sostuvo escribió informó reconoció comentó apuntó manifestó precisó dijeron
        """
    ),
    "pt": words_of(
        """
        disse diz afirma afirmou explica explicou informou declarou anunciou alertou acrescentou destacou ressaltou
        escreveu reconheceu contou comentou disseram avaliou avalia
        """
    ),
    "it": words_of(
        """
        dice detto dichiara dichiarato spiega spiegato afferma affermato sottolinea sottolineato annuncia annunciato
        aggiunge aggiunto scrive scritto racconta avverte
        """
    ),
    "nl": words_of(
        "zegt zei zeiden verklaart verklaarde meldt meldde stelt stelde schrijft schreef benadrukt waarschuwt"
    ),
}
_ACCORDING = {
    "de": (("laut",), ("zufolge",), ("nach", "angaben", "von"), ("nach", "angaben", "des"), ("nach", "angaben", "der")),
    "fr": (("selon",), ("d'après",), ("d’après",)),
    "es": (("según",), ("de", "acuerdo", "con")),
    "pt": (("segundo",), ("conforme",), ("de", "acordo", "com")),
    "it": (("secondo",), ("stando", "a")),
    "nl": (("volgens",),),
}
_ARTICLES = words_of(
    "der die das dem den des le la les l' l’ el los las o a os as il lo gli i de het un une una ein eine einer du d'"
)
_REACH = 8  # tokens between a verb and who says it: said the chairman of the board, Ann Lee
_ENDS = frozenset(',.;:()“”"«»!?–—')


def foreign_frames(line: Line, language: str, silent: list[tuple[int, int]]) -> list[Attribution]:
    """Return the attributions of `line`, which is written in `language`; none for a language that we do not know."""
    verbs = _SAYING.get(language)
    if verbs is None:
        return []
    found: list[Attribution] = []
    for index, word in enumerate(line.lows):
        token = line.tokens[index]
        if any(start <= token.start < end for start, end in silent):
            continue
        if word in verbs and line.at[index] is None:
            voice = _after(line, index) or _before(line, index)
            if voice is not None:
                start, end = min(token.start, voice.start), max(token.end, voice.end)
                found.append(Attribution(start, end, word, end, "inverted", voice, line.span, line.number))
            continue
        for phrase in _ACCORDING[language]:
            if line.lows[index : index + len(phrase)] == list(phrase):
                voice = _source(line, index + len(phrase))
                if voice is not None:
                    found.append(
                        Attribution(token.start, voice.end, word, voice.end, "according", voice, line.span, line.number)
                    )
    return found


def _named(line: Line, index: int) -> Voice | None:
    pair = line.at[index]
    if pair is None or pair[1].kind not in SPEAKERS or pair[1].kind == "country":
        return None
    mention, entity = pair
    return Voice(mention.start, mention.end, entity.name, kind_of(entity), entity, entity.role)


def _after(line: Line, verb: int) -> Voice | None:
    """Return who is named after the verb: right away, or after one comma ("sagte der Vorsitzende, Jan Roth")."""
    commas = 0
    for index in range(verb + 1, min(len(line), verb + 1 + _REACH)):
        if line.at[index] is not None:
            voice = _named(line, index)
            if voice is not None and (commas == 0 or voice.kind == "person"):
                return voice
        elif line.lows[index] == ",":
            commas += 1
            if commas > 1 or index == verb + 1:
                return None
        elif line.lows[index] in _ENDS:
            return None
    return None


def _before(line: Line, verb: int) -> Voice | None:
    """Return who is named right before the verb, over an auxiliary ("Roth hat gesagt", "Ferrand a expliqué")."""
    for index in range(verb - 1, max(-1, verb - 4), -1):
        if line.at[index] is not None:
            return _named(line, index)
        if line.lows[index] in _ENDS:
            return None
    return None


def _source(line: Line, first: int) -> Voice | None:
    """Return who stands after "according to": whoever is named there, else the words up to the next mark."""
    last = first
    while last < len(line) and last < first + _REACH and line.lows[last] not in _ENDS:
        voice = _named(line, last)
        if voice is not None:
            return voice
        last += 1
    while first < last and line.lows[first] in _ARTICLES:
        first += 1
    if first >= last or not any(_is_word(line.tokens[i]) for i in range(first, last)):
        return None
    name = line.words(first, last)
    return Voice(line.tokens[first].start, line.tokens[last - 1].end, name, "organisation")


def _is_word(token: Token) -> bool:
    return len(token.text) > 2 and token.text.isalpha()
