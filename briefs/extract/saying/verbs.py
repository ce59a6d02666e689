"""The words of attribution in English news: verbs of saying, documents that say, and people without a name."""

from __future__ import annotations

from briefs.extract.wordlist import words

# Verbs whose subject stands behind what the sentence says. Present, past and plural present are listed as they occur.
SAYING = words(
    """
    said says say told tells tell wrote writes write added adds stated announced announces argued argues argue
    explained explains explain warned warns warn acknowledged acknowledges admitted admits insisted insists insist
    claimed claims claim noted notes tweeted asserted asserts remarked remarks testified testifies replied conceded
    concedes quipped joked jokes recalled recalls commented confirmed confirms denied denies reiterated emphasized
    emphasised emphasizes stressed stresses concluded concludes disclosed alleged alleges allege cautioned cautions
    declared declares observed observes contended contends maintains lamented mused retorted countered reckons reckon
    reckoned quoted acknowledge note deny confirm concede caution contend observe stress state announce clarified
    clarifies opined opines hinted hints reaffirmed elaborated outlined speculated speculates proclaimed confessed
    boasted boasts bragged protested pleaded estimated estimates ruled posted
    """
)
# Verbs of judging and foretelling: attribution only when the subject is named, or people are.
JUDGING = words(
    """
    believes believe believed expects expect thinks think predicts predicted predict forecasts forecast estimates
    estimated estimate suggests suggested suggest hopes fears fear complained complain complains urged urges urge
    described describes called calls asks asked dubbed praised criticised criticized blasted slammed accused accuses
    attributed reported revealed reveals pointed points sees reflects reflected cited cites mentioned questioned
    advised recommended point describe accuse praise criticise criticize rejected dismissed foresees envisages
    proposes proposed recommends recommend see expect foresee envisage documented
    """
)
# What a document does.
SHOWING = words(
    """
    shows showed show showing found finds find reveals revealed reveal suggests suggested suggest indicates indicated
    indicate states stated state estimates estimated concluded concludes reported reports noted notes warned warns
    said says say puts put advertised predicted predicts forecasts highlighted highlights according describes
    described read reads calculated calculates
    """
)
PARTICIPLES = words(
    """
    telling joking recalling saying adding noting arguing warning insisting claiming explaining writing urging calling
    stressing
    """
)
# Verbs that may stand before their subject: “…,” said the minister.
INVERTIBLE = words(
    """
    said says wrote writes added adds explained explains noted notes warned argued argues asked asks replied insisted
    recalled stated joked quipped concluded commented tweeted observed admitted claims claimed declares declared
    """
)
# After these, "by" names who said it; those of DOCUMENTED only say so of a document.
QUOTED_BY = words(
    """
    quoted cited reported described obtained seen reviewed viewed signed authored delivered said polled surveyed
    canvassed confirmed verified
    """
)
DOCUMENTED_BY = words(
    """
    published released conducted compiled issued carried commissioned written prepared
    """
)

DOCUMENTS = words(
    """
    report reports study studies survey surveys poll polls analysis research data figures statistics statement
    statements story article note letter filing filings paper memo review audit index database posting postings post
    posts listing listings ranking rankings blog document documents email emails estimate estimates forecast forecasts
    newsletter transcript complaint lawsuit ruling indictment census investigation findings records release assessment
    bulletin announcement notice website affidavit decree letters memos papers footage video videos photographs photos
    images pictures recording recordings checks calculations tally tweet tweets
    """
)
# Documents that are relied on wherever they are named with whom they are from.
RELIED_ON = words(
    """
    report reports study studies survey surveys poll polls analysis research data figures statistics posting postings
    estimates findings tweet tweets memo memos letter letters
    """
)
FROM = words("by from")
ABOARD = words("by from in on at of with")

PEOPLE = words(
    """
    official officials expert experts analyst analysts source sources people person researcher researchers executive
    executives head chief director directors critic critics employee employees spokesperson spokesman spokeswoman
    spokespeople spokespersons insider insiders observer observers witness witnesses activist activists resident
    residents advocate advocates leader leaders lawyer lawyers attorney attorneys environmentalist environmentalists
    economist economists scientist scientists strategist strategists trader traders investor investors diplomat
    diplomats professor professors academic academics engineer engineers worker workers founder cofounder manager
    managers officer officers senator senators lawmaker lawmakers minister ministers prosecutor prosecutors
    investigators authorities police doctor doctors teacher teachers student students parent parents neighbor
    neighbors neighbour neighbours farmer farmers opponent opponents supporter supporters proponent proponents
    regulator regulators adviser advisers advisor advisors aide aides commander veteran pundit pundits commentator
    commentators watchers scholars scholar historian historians epidemiologist forecaster forecasters meteorologist
    meteorologists representative representatives member members friend friends colleague colleagues rival rivals
    participant participants coach captain skipper
    recruiter recruiters developer developers consultant consultants campaigners campaigner
    persons
    one media press troops firefighters survivors villagers locals organisers organizers users customers television tv
    radio
    """
)
SPOKEN_FOR = words(
    """
    spokesperson spokesman spokeswoman spokespeople spokespersons official officials representative representatives
    analyst analysts economists strategists researchers executives
    """
)
# "the company said": whichever organisation was spoken of last.
COLLECTIVES = words(
    """
    company firm automaker carmaker bank brokerage lender utility startup start-up agency ministry government group
    giant maker chipmaker manufacturer retailer airline carrier broadcaster regulator union court newspaper magazine
    publication outlet department commission committee council university institute organisation organization party
    association foundation charity operator developer exchange fund business team club school police studio network
    platform service authority bureau chain conglomerate insurer miner military army navy parliament senate congress
    cabinet presidency embassy consulate hospital airport office bloc cooperative federation prosecution
    administration nonprofit tribunal governments authorities drugmaker planemaker steelmaker shipbuilder homebuilder
    housebuilder brewer distiller grocer supermarket refiner broker telco hotelier wholesaler subsidiary
    """
)

HE = words("he she")
THEY = words("they it")
PRONOUNS = HE | THEY | words("i we you")
NOBODY = words("i we you there this these those who which that what")

# Words that stand between a subject and its verb.
BETWEEN = words(
    """
    has have had also later then recently reportedly previously first merely once just now already only still again
    himself herself itself themselves repeatedly famously often frequently earlier did too even further long always
    """
)
# Words that a subject does not reach over.
BOUNDARY = words(
    """
    but while because that when as if although though however whether so yet or since until where which who whom what
    after before and than meanwhile also then is are was were be been being has have had do does did will would can
    could may might should must not never to says said told let makes made just still even whereas unless nor likewise
    separately moreover furthermore additionally instead today yesterday tomorrow
    """
)
# Words that end the noun phrase after "according to", "said", "by".
ENDS = words(
    """
    who which that after before when while as during since last yesterday tomorrow today told said says is are was
    were has have had will would can could may might should must but because if although though where than whose
    earlier this also adding saying found showed shows reveals revealed indicated wrote added adds between among across
    """
)
PREPOSITIONS = words(
    """
    of from at for by in with on to inside within near familiar close representing involved briefed working speaking
    based privy knowledgeable aware under
    """
)
DETERMINERS = words(
    """
    the a an some several many most other one two three both another his her its their our
    """
)
DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december week month year
    """
)

TELLING = words("told tells tell")
BE = words("is are was were been be 's ’s")
# Verbs that are plural nouns as well: "reports of losses" attributes nothing.
NOUNS_TOO = words(
    """
    reports claims estimates notes forecasts fears hopes calls points forecast estimate claim report states doubts
    doubt puts shows finds view echoes praise concern complaints note point state
    """
)
COURT_PAPERS = words(
    """
    complaint lawsuit indictment filing filings ruling affidavit decree documents records transcript papers
    """
)
# Never one particular person: "the authorities said".
MANY = words("authorities police media press television tv radio")
# Verbs after which a clause may stand without "that": he said it was late.
CLAUSAL = words(
    """
    said says say added adds stated argued argues argue insisted insists insist claimed claims claim warned warns warn
    acknowledged acknowledges admitted admits admit conceded concedes asserts asserted alleged alleges allege contends
    contended believes believe believed expects thinks think hopes hope fears fear noted notes estimates estimated
    predicts predicted reckons reckon reckoned joked confirmed concluded saying adding arguing claiming insisting
    according told tells maintains feared suggests suggested suggest
    """
)

# What crowds do as a figure of speech: "investors fear" gives nobody's words.
FEELING = words("hopes hope fears fear feared sees see thinks think expect")
# Verbs that act as well as say: "the stock added 2%", "the maker recalled a car", "the storm claimed two lives".
ACTING = words(
    """
    added adds recalled recalls claimed claims called calls declared maintains observed posted points noted confirmed
    asked
    """
)
FIRMS = words(
    """
    company firm automaker carmaker bank brokerage lender utility startup start-up giant maker chipmaker manufacturer
    retailer airline carrier operator developer conglomerate insurer miner chain platform publisher supplier lab
    business exchange drugmaker planemaker steelmaker shipbuilder homebuilder housebuilder brewer distiller
    grocer supermarket refiner broker telco hotelier wholesaler subsidiary
    """
)
# Words that make a body of a name, beyond those above.
BODIES = words(
    """
    news bank institute research capital securities partners holdings energy media times post ventures labs
    technologies systems services international global national united federal reserve center centre society alliance
    front free justice watch action trust fund economics analytics advisors consulting water gas power electric rail
    airways airlines motors foods steel pharma pharmaceuticals health healthcare housing college school hospital church
    museum theatre records games logistics shipping lines ports mining minerals metals oil petroleum solar wind tide
    """
)
# Words for any organisation, company or not.
EITHER = words("group organisation organization team club union newspaper magazine")

# Present forms that only a plural subject takes: after one name they are nouns ("the flash estimate").
PLURAL_FORMS = words(
    """
    say tell write add argue explain warn acknowledge admit insist claim note deny confirm concede allege caution
    contend observe stress state announce believe expect think predict forecast estimate suggest hope fear complain
    urge point describe accuse praise criticise criticize call ask show find reveal indicate put reckon demand see
    foresee
    """
)
# Participles after which a document's description goes on: "papers obtained by", "a memo dated".
DESCRIBED = words(
    """
    cited obtained seen reviewed viewed published released filed issued conducted compiled dated titled entitled
    commissioned leaked posted prepared
    """
)

# Public bodies that a text speaks of without a name.
PUBLIC = words(
    """
    government military army navy court parliament ministry police administration union council school hospital
    university charity prosecution tribunal regulator commission committee club
    """
)
# Bodies that a word before them names: "the interior ministry", "the health department".
OFFICES = words(
    """
    ministry department office agency commission authority bureau council committee court tribunal
    """
)

# What people and bodies do as documents do: "the institute found that".
FINDING = words("found finds calculated calculates concluded concludes showed shows")
# "The second person said": one of those who were spoken of.
ORDINALS = words("first second third fourth other same former latter")
QUANTITIES = words("one two three both some several many most all another none")
# Words for whoever spoke before, whatever he is.
ANYBODY = words(
    """
    official officials source sources person persons people man woman executive insider expert experts
    """
)


def is_agent(word: str) -> bool:
    """Say whether an unlisted plural is of people: economists, technicians, shopkeepers."""
    return len(word) > 6 and word.endswith(("ists", "icians", "workers", "keepers", "holders", "women", "owners"))
