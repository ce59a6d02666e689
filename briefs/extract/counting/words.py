"""Word lists of English that the rules for figures share: they stand in for a tagger."""

from __future__ import annotations

from briefs.extract.wordlist import words

# Words that cannot stand between a number and the noun that it counts.
INNER_STOPS = words("""
    a an the this that these those my your his her its our their all both each every either some any no such what
    which who whom whose where when while why how if then than as at by for from in into of off on onto out over
    to toward towards up upon via with within without about above across after against along among around before
    behind below beneath beside besides between beyond but despite down during except inside like near per since
    through throughout till under until versus vs or nor and so yet because although though unless whereas whether
    plus minus not also only just even still already now soon later ago earlier away apart i you he she it we they
    me him us them himself itself themselves is are was were be been being am has have had having do does did done
    will would shall should can could may might must said says say told tells tell according include includes
    including included remain remains remained made make makes came come comes went go goes going took take takes
    taken gave give gives given get gets got rose fell rise fall dropped jumped climbed gained lost died die dead
    killed injured wounded hurt missing arrested detained displaced compared respectively instead apiece
    altogether combined overall annually worldwide globally nationwide everywhere here there today yesterday
    tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december pm gmt utc est costs awaits starts ends begins
    """)

# Words on -s that are no plural nouns, or seldom ones.
NOT_PLURAL = words("""
    is was has does this his its us as thus plus minus versus yes less unless across always perhaps news previous
    various serious famous numerous dangerous religious obvious conscious precious outrageous campus virus status
    bonus census chorus focus crisis basis analysis thesis emphasis business process access success address
    progress congress press class mass pass loss boss gas bus glass grass cross dress stress express princess
    witness illness fitness wilderness says said goes gets makes takes comes gives shows means needs wants seems
    becomes remains includes follows faces hopes christmas paris texas kansas arkansas illinois wales brussels
    athens naples angeles vegas james thomas charles williams jones adams davis harris lewis reuters forbes
    overseas upwards downwards towards afterwards besides sometimes nowadays indoors outdoors economics politics
    physics mathematics athletics mobile precisely vs tas apropos whereas alas mrs ms dos
    """)

# Plural or collective nouns without -s.
PLURALS = words("""
    people men women children staff personnel police troops cattle sheep aircraft spacecraft crew feet teeth mice
    geese oxen media data criteria phenomena alumni fungi cacti nuclei bacteria fish deer salmon poultry livestock
    clergy folk folks youth offspring policemen policewomen servicemen servicewomen firefighters congressmen
    congresswomen lawmakers businessmen businesswomen fishermen spokesmen gunmen militiamen crewmen airmen
    freshmen series species headquarters crossroads homeless faithful hovercraft
    """)

# Nouns for persons, and for what is counted in persons.
PEOPLE = words("""
    people persons person men women children kids adults teenagers teens youths boys girls babies infants toddlers
    students pupils workers employees staff personnel jobs troops soldiers police officers officials residents
    citizens civilians migrants refugees immigrants passengers patients victims voters members users customers
    subscribers viewers readers fans followers protesters demonstrators fighters militants prisoners inmates
    detainees hostages survivors witnesses doctors nurses teachers engineers scientists researchers developers
    programmers farmers fishermen families households lives deaths fatalities casualties injuries individuals
    participants respondents visitors tourists guests athletes players crew sailors pilots drivers attendees
    delegates lawmakers senators representatives candidates applicants graduates jobseekers seekers investors
    shareholders holders clients consumers owners parents mothers fathers grandchildren sons daughters brothers
    sisters dreamers veterans volunteers faithful pilgrims evacuees contractors staffers executives directors
    attorneys lawyers judges jurors firefighters rescuers troopers conscripts recruits signatories experts
    analysts economists billionaires millionaires retirees pensioners taxpayers
    """)

# What ends like a noun for persons and is none.
THINGS = words("""
    computers servers numbers papers orders offers containers quarters centers centres newspapers borders answers powers
    towers covers letters rivers plants grants restaurants variants meters posters chargers charters chapters routers
    printers trackers tankers bunkers boosters cancers clusters layers lists shelters transfers flowers hangers trailers
    freighters helicopters fibers fibres semiconductors dollars waters others elephants ants pants
    """)

# After a number these say what befell so many people.
CASUALTY_WORDS = words("""
    arrested dead detained died displaced evacuated homeless hospitalised hospitalized hurt infected injured
    killed missing rescued stranded trapped unaccounted wounded
    """)

# What hedges a figure: the meaning that a brief gives, and the forms of the text.
QUALIFIERS: dict[str, tuple[str, ...]] = {
    "up to": ("as much as", "as many as", "as high as", "up to", "at most", "a maximum of", "no more than",
        "not more than", "≤"),
    "at least": ("no fewer than", "no less than", "not less than", "at least", "a minimum of", "≥"),
    "as little as": ("as little as", "as few as", "as low as"),
    "more than": ("in excess of", "upward of", "upwards of", "more than", "greater than", "higher than",
        "larger than", "better than", "over", "above", "exceeding", "exceeds", "exceeded", "topped", "surpassed",
        "well over", ">"),
    "just over": ("just over", "slightly over", "slightly more than", "a little over", "a little more than",
        "just above"),
    "less than": ("fewer than", "less than", "lower than", "under", "below", "<"),
    "just under": ("just under", "just below", "slightly less than", "slightly under", "just shy of", "shy of"),
    "nearly": ("nearly", "almost", "close to", "near", "approaching"),
    "about": ("about", "around", "roughly", "approximately", "approx", "approx.", "some", "circa",
        "an estimated", "estimated", "in the region of", "in the order of", "on the order of", "or so", "~", "≈"),
    "only": ("only", "just"),
    "exactly": ("exactly",),
    "a record": ("a record", "record"),
    "a total of": ("a total of", "a combined"),
    "a whopping": ("a whopping",),
    "an average of": ("an average of", "an average"),
    "another": ("an additional", "another", "a further", "an extra"),
}  # fmt: skip

# Verbs, nouns and comparatives of growing and of shrinking.
UP_WORDS = words("""
    rose rise rises rising risen grew grow grows growing grown growth increase increased increases increasing up
    upward gained gain gains gaining climbed climb climbs climbing jumped jump jumps jumping surged surge surges
    surging soared soar soars soaring rallied rally rallies advanced advance advances added adds expanded expand
    expands expansion boosted boost boosts higher more doubled tripled quadrupled doubling tripling spiked spike
    spikes accelerated accelerate raise raised raises raising hike hiked hikes lifted lift lifts escalated
    escalate escalates swelled skyrocketed rebounded rebound recovered ballooned outperformed improved improves
    improvement faster bigger larger widen widens widened widening stronger strengthened
    """)
DOWN_WORDS = words("""
    fell fall falls falling fallen dropped drop drops dropping declined decline declines declining decreased
    decrease decreases decreasing down downward lost lose loses losing slipped slip slips slid slide slides
    plunged plunge plunges plunging tumbled tumble tumbles sank sink sinks sunk shrank shrink shrinks shrunk
    shrinking contracted contraction cut cuts cutting reduced reduce reduces reducing reduction lower lowered
    lowers lowering less fewer halved halving eased ease eases dipped dip dips crashed crash slumped slump slumps
    shed sheds shedding retreated retreat discounted discount slashed slash slashes trimmed trims weakened weaken
    depreciated depreciation eroded collapsed collapse plummeted plummet plummets nosedived underperformed slower
    smaller worse narrow narrows narrowed narrowing weaker
    """)

# Names that a date is made of.
MONTHS = words("""
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep
    """)
WEEKDAYS = words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    """)
