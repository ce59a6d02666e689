"""Words of what is named and is nobody: places, events, works, products, ships."""

from __future__ import annotations

from briefs.extract.wordlist import words

# Before a name: what bears names like a person's and is none.
NAMED_THINGS = words(
    """freighter ship frigate vessel ferry yacht tanker trawler destroyer submarine corvette liner tugboat barge
    bulker album song novel movie series musical opera restaurant pub cafe café hotel theatre racehorse horse
    mare stallion colt dog cat elephant storm hurricane typhoon cyclone mission spacecraft rover probe
    telescope satellite asteroid comet galaxy planet crater tournament trophy festival operation ep sculpture
    painting podcast sitcom drama documentary tropical""",
)

# Events, works, laws and products: capitalised, but none of our kinds.
OTHER_CUES = words(
    """act bill law treaty accord agreement constitution amendment summit conference festival show expo fair cup
    championship championships olympics games war battle revolution award awards prize day week month year eve
    century model series edition pro max ultra plus mini chip chips prime plan protocol scheme code rule order
    marathon tour open grand prix symposium convention ceremony report forecast outlook theory effect crisis
    movement era age renaissance covenant declaration pact anthem fest con""",
)

PLACE_CUES = words(
    """county river lake mount ridge hill mountain mountains bay valley province region city street avenue road
    boulevard square island islands isle park airport sea ocean beach strait peninsula desert hills heights harbor
    harbour port coast gulf cape canal forest falls bridge district prefecture township village town parish canyon
    creek plateau basin glacier reef archipelago station terminal tower plaza palace castle stadium arena hall
    theater theatre highway""",
)

PRODUCT_NOUNS = words(
    """model models phone phones smartphone smartphones device devices car cars sedan suv chip chips app apps
    console laptop tablet language browser engine processor series game film movie album song novel vaccine
    drug virus variant rocket missile missiles satellite telescope aircraft jet helicopter mission programming
    framework library""",
)
