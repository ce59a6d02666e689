"""Words that are part of no name, and capitalised things that are none of our kinds."""

from __future__ import annotations

from briefs.extract.wordlist import words

# Words that begin a sentence with a capital and are no part of a name.
FUNCTION = words(
    """a an the this that these those and or but nor yet so if then than as at by for from in into of off on onto
    out over to up upon with within without about above across after against along amid among around before
    behind below beneath beside besides between beyond despite down during except inside like near outside
    past per since through throughout till toward towards under until unlike via i you he she it we they me
    him her us them my your his its our their mine yours hers ours theirs who whom whose which what when where
    why how there here is are was were be been being am do does did done have has had having will would shall
    should can could may might must not no yes also just only even still again already now today yesterday
    tomorrow tonight once twice never ever always often sometimes however therefore thus hence meanwhile
    moreover furthermore instead otherwise nevertheless nonetheless although though because while whereas
    unless whether either neither both each every all any some many much more most few fewer less least
    several such same other others another one two three four five six seven eight nine ten dozens hundreds
    thousands millions billions first second third last next new old earlier later recently according
    additionally consequently similarly likewise indeed perhaps maybe overall finally eventually currently
    previously initially experts critics analysts officials researchers investors people everyone someone
    anyone nobody nothing something everything that's it's there's here's what's he's she's they're we're
    you're i'm i've we've don't didn't isn't wasn't can't won't let let's asked speaking given based following
    including regarding due rather further whilst amongst plus versus vs""",
)

MONTHS = words("january february march april may june july august september october november december")

MONTHS_SHORT = words("jan feb mar apr jun jul aug sep sept oct nov dec")

DAYS = words("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")

# Capitalised things that are neither company, person, organisation, country nor place.
NOT_NAMES = words(
    """ai agi llm z llms ml nlp it ceo cfo coo cto cio cmo chro evp svp vp gdp gni cpi ppi gpu gpus cpu cpus npu ev evs
    ipo ipos esg api apis sdk ui ux os ios app apps tv pc pcs usb hdmi led oled lcd gps ar vr xr mr iot saas paas
    iaas b2b b2c d2c r&d m&a hr pr q1 q2 q3 q4 h1 h2 fy ytd yoy ebitda ebit pe vc vcs spac spacs etf etfs dna rna hiv
    aids covid covid-19 sars mers phd ph.d. mba bsc ba ma md dr. u.n.c.l.e stem suv suvs awd rwd fwd hvac faq faqs
    url urls pdf html css id ids ok okay am pm gmt utc est edt pst pdt cet cest bst ist usd eur gbp jpy cny inr rmb
    krw hkd sgd aud cad chf btc eth nft nfts defi dao ngo ngos sme smes ppp rbi's internet web wifi wi-fi bluetooth
    5g 4g 3g 6g lte christmas easter ramadan diwali thanksgiving halloween hanukkah god islam christianity judaism
    hinduism buddhism muslim muslims christian christians arab arabs kurd kurds kurdish uyghur uyghurs rohingya jew
    jews jewish hindu hindus buddhist buddhists catholic catholics protestant sunni shia shiite islamic islamist
    mandarin cantonese english arabic hebrew hindi latin swahili urdu bengali tamil republican republicans democrat
    democrats democratic tory tories marxist communist nazi boomer millennials rs c r dm sms mou mous nda rfp atm pin
    sim vat gst lng lpg co2 tl;dr breaking exclusive live updated update watch photo video oct sept mph kph kwh mwh
    gwh kw mw gw ppm kg km""",
)

# A word with one of these that no list knows is more likely a word of the language than a name.
ORDINARY_ENDINGS = (
    "al",
    "ic",
    "ive",
    "ous",
    "ary",
    "ory",
    "able",
    "ible",
    "less",
    "ful",
    "ish",
    "ed",
    "ing",
    "ly",
    "ment",
)
COMPOUND_TAILS = words(
    """based backed owned led headquartered listed born style made like era parent founded funded controlled
    linked related run trained educated area wide bound held occupied speaking registered operated produced
    built sponsored focused friendly aligned domiciled""",
)
