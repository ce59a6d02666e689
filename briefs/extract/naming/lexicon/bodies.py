"""Words in the names of organisations, and what they are called."""

from __future__ import annotations

from briefs.extract.wordlist import words

# Words that make an organisation of the name that holds them, by category.
ORGANISATION_CUES: dict[str, str] = {
    word: category
    for category, words in {
        "university": "university college polytechnic universiti universidad université universität universidade",
        "school": "school academy schools",
        "court": "court tribunal",
        "party": "party",
        "government": """ministry department agency commission bureau authority administration parliament congress
            senate cabinet treasury police army navy directorate secretariat embassy consulate government legislature
            assembly customs pentagon kremlin municipality taskforce prosecutors regulator ombudsman knesset bundestag
            politburo guard marines forces""",
        "organisation": """committee council board association alliance federation foundation union organisation
            organization society institute institution institutes centre center confederation coalition league club
            forum network initiative office service services chamber syndicate congregation church movement
            campaign brigade front group's laboratory consortium corps trust survey
            observatory museum gallery hospital clinic workers teamsters
            orchestra team project program programme watch nations""",
        "index": "index composite midcap smallcap largecap sensex nifty",
        "club": "united fc afc cf rovers albion athletic wanderers hotspur rangers celtics lakers yankees raiders",
        "publication": """times post herald tribune journal gazette star sun news chronicle observer daily weekly
            magazine press bee register courant mirror telegraph guardian standard independent examiner inquirer
            globe mail mercury sentinel dispatch ledger bulletin courier review advocate reporter monitor echo ilbo
            shimbun""",
    }.items()
    for word in words.split()
}

STRONG_ORGANISATION_CUES = words(
    """university college polytechnic ministry department agency commission bureau authority administration
    parliament committee council association alliance federation foundation union organisation organization
    society institute tribunal court party directorate secretariat embassy consulate confederation coalition
    chamber academy police senate board ombudsman consortium hospital museum""",
)

# What a body's name goes on behind with "of": "Ministry of ...", "the Alliance of ...".
HEADS = STRONG_ORGANISATION_CUES | words(
    "ministry department bureau office council committee commission agency secretary minister institute academy "
    "university college school centre center house chamber board authority court bank federation association "
    "organization organisation society museum republic kingdom union ministries party"
)

# What a body is, in an apposition or after its name: "Anatel, the telecoms regulator", "the Novo party".
BODY_NOUNS = words(
    """regulator agency watchdog union charity nonprofit non-profit ngo party ministry association university
    newspaper magazine institute think-tank body authority tribunal parliament militia coalition federation
    alliance movement department school college club nonprofits organisation organization broadcaster daily
    weekly journal institution foundation council committee commission group"""
)
