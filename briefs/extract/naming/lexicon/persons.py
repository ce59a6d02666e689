"""Words around people: titles, roles, what they say and do."""

from __future__ import annotations

from briefs.extract.wordlist import words

HONORIFICS = words(
    """mr mrs ms miss mx dr prof sir dame lord lady rev fr hon sen rep gov gen lt col maj capt cpl sgt adm cmdr pres
    messrs sheikh sheikha shaikh imam ayatollah rabbi mullah datuk datin tun tan sri dato dato' tengku alhaji pastor
    bishop archbishop cardinal pope king queen prince princess emperor empress baron baroness count countess duke
    duchess emir sultan seri puan encik haji panglima toh brother sister father mother garda gardaí""",
)

# Titles that stand capitalised before a name; with the left of them an affiliation ("Microsoft President Brad Smith").
TITLES = HONORIFICS | words(
    """president vice-president premier chancellor minister secretary secretary-general ambassador envoy senator
    congressman congresswoman representative governor mayor councillor councilor councilman councilwoman
    commissioner commissioner-general chairman chairwoman chairperson chair speaker judge justice magistrate
    attorney prosecutor sheriff general admiral colonel major captain lieutenant sergeant commander marshal
    officer detective inspector constable ceo cfo coo cto cio cmo co-ceo founder co-founder cofounder director
    managing-director economist analyst professor doctor coach manager spokesman spokeswoman spokesperson
    president-elect premier-designate chief mp mep mla mlas comptroller treasurer chairman-elect
    undersecretary superintendent insp supt det pc dci dc principal dean provost taoiseach presidential deputy
    adviser advisor aide acting interim former ex-president ex-minister head vice strategist negotiator
    lawmaker parliamentarian whip leader editor correspondent executive boss partner""",
)

# Titles that are surnames too: they count as titles only where a run of capitals opens with them.
SURNAME_TITLES = words(
    """king pope judge doctor bishop prince dean marshal major general sheikh duke count baron coach cardinal
    pastor lord saint st justice principal provost chair chief head boss leader partner editor manager captain
    commander queen constable mayor sultan imam shaikh sheriff brother sister father mother hon miss rev whip
    executive"""
)

# Words that belong to the title behind them: "Prime Minister", "Chief Executive Officer", "Health Secretary".
TITLE_MODIFIERS = words(
    """prime vice deputy foreign finance health defence defense interior chief executive managing general home
    attorney lieutenant acting interim former associate assistant senior junior first crown state national
    security trade energy education transport transportation justice agriculture environment environmental
    labour labor treasury police army opposition press campaign staff technology product operating financial
    marketing sports sporting legal policy research science scientific shadow commerce economy culture tourism
    housing budget planning development information communications digital industry ex co human resources
    revenue risk investment investments emeritus district county city state's permanent special honorary
    outgoing incoming new principal regional global group majority minority house senate union party lead
    major-general brigadier military navy air chair king's queen's australian british canadian american german
    french chinese indian japanese russian"""
) - words("australian british canadian american german french chinese indian japanese russian")

# After one of these a title goes on: "Secretary of State", "Minister of Finance".
TITLE_OF = words(
    """state defense defence staff justice commerce health energy interior treasury education labor labour agriculture
    transportation transport homeland war finance foreign security intelligence communications trade environment
    police operations engineering research housing culture tourism information industry science technology veterans
    home climate environment agriculture fisheries forestry tourism sport sports water mines petroleum infrastructure
    communications digital economy economic development planning innovation food fuel power women children youth
    social welfare social""",
)

# Nouns for what a person is; before a name ("analyst Ken ...") or in apposition ("..., a professor at ...").
ROLES = TITLES - words("st saint deputy acting interim former vice principal general major count") | words(
    """administrator archivist astrophysicist seismologist volcanologist oncologist cardiologist obstetrician
    microbiologist immunologist pharmacist dietitian paediatrician midwife paramedic ecologist entomologist
    ornithologist botanist palaeontologist paleontologist geneticist neurosurgeon vet vicar rector chancellor
    archdeacon headteacher headmaster headmistress bailiff notary registrar clerk cashier electrician
    carpenter decorator joiner welder mason painter landlord landlady shopkeeper grocer butcher baker barista
    bartender waiter waitress tailor jeweller hairdresser stylist milliner beekeeper gardener forester logger
    trucker cabbie courier rider sailor skipper docker stevedore boxer swimmer runner golfer gymnast cricketer
    bowler batsman batter pitcher catcher quarterback linebacker receiver winger goalkeeper keeper fullback
    defender newcomer debutant champion medallist medalist contender referee umpire vocalist bassist drummer
    frontman rapper songwriter lyricist soprano tenor baritone pianist violinist cellist choreographer
    cinematographer showrunner screenwriter presenter newsreader broadcaster podcaster youtuber streamer
    blogger columnist critic essayist poet playwright translator illustrator cartoonist sculptor ceramicist
    photojournalist deputy governor-general lawmaker legislator congressperson alderman ombudsman mediator
    arbitrator actuary forecaster epidemiologist toxicologist pathologist coroner detective investigator
    profiler defendant plaintiff claimant petitioner appellant respondent accuser complainant bystander
    onlooker eyewitness neighbour tenant cousin uncle aunt niece nephew grandson granddaughter stepfather
    stepmother mother-in-law son-in-law father-in-law twin sibling girlfriend boyfriend fiance fiancé fiancée
    ex-wife ex-husband widower survivor academic accountant activist actor actress adviser advisor advocate
    agent aide anchor announcer anthropologist apprentice archaeologist architect artist assistant associate
    astronaut astronomer athlete attendant author autocrat backbencher banker barrister billionaire biologist
    boss broker brother builder businessman businesswoman businessperson buyer campaigner candidate captain
    caretaker celebrity chaplain chef chemist chieftain climatologist clinician comedian commander commentator
    composer conductor consultant contributor cook coordinator correspondent counsel counsellor counselor
    creator criminologist cyclist dancer daughter dealer delegate demographer dentist designer developer
    dictator diplomat dissident distributor doctor driver economist editor educator employee engineer
    entrepreneur evangelist examiner executive expert fan farmer father fellow fiancee fighter filmmaker
    financier firefighter fisherman footballer founder friend fugitive geographer geologist graduate
    grandmother grandfather guard guitarist heir historian host husband hydrologist incumbent industrialist
    influencer informant insider instructor inventor investor jockey journalist judge juror lawyer leader
    lecturer legend librarian linguist lobbyist manager marketer mathematician mechanic medic member mentor
    merchant meteorologist midfielder millionaire miner minister missionary model moderator mogul monk mother
    mountaineer musician negotiator neighbor neurologist neuroscientist novelist nurse nutritionist official
    oligarch operator opponent organiser organizer owner parent paralegal partner passenger pastor patient
    patriarch pediatrician philanthropist philosopher photographer physician physicist pilot pioneer player
    plumber policeman policewoman politician pollster predecessor priest producer professor programmer
    promoter prosecutor protester psychiatrist psychologist publisher publicist radiologist ranger realtor
    receptionist recruiter refugee reporter representative rescuer researcher resident retiree rival scholar
    scientist secretary seller senator shareholder singer sister skier sociologist soldier solicitor son
    specialist spokesman spokesperson spokeswoman sprinter star statistician statesman storyteller strategist
    striker strongman student successor superintendent supervisor supporter surfer surgeon surveyor suspect
    teacher teammate technician technologist theologian therapist trader trainer treasurer trustee tutor
    tycoon undersecretary veteran vice-chair vice-chairman vice-chancellor victim villager virologist
    volunteer warden widow wife winner witness worker wrestler writer zoologist premier pm mp ceo-designate
    co-author co-chair co-owner co-president whistleblower whistle-blower counterpart hacker curator trainee
    intern planner underwriter auditor controller""",
)


def is_role(word: str) -> bool:
    """Return whether `word` says what a person is, alone or in a compound: "editor-in-chief", "vice-president"."""
    if word in ROLES:
        return True
    first, hyphen, rest = word.partition("-")
    return bool(hyphen) and (first in ROLES or rest.rpartition("-")[2] in ROLES)


# Titles that only companies and the like give.
BUSINESS_TITLES = words("ceo cfo coo cto cio cmo co-ceo founder co-founder cofounder chairman chairwoman boss")

# Titles that firms give, and seldom anyone else.
STAFF_TITLES = words(
    "president director analyst spokesman spokeswoman spokesperson executive engineer manager strategist"
)

SPEECH = words(
    """said says say told tells added adds wrote writes noted notes argued argues explained explains warned warns
    stated states asked asks insisted insists acknowledged acknowledges admitted admits claimed claims
    commented comments announced announces declared declares replied replies responded recalled recalls
    suggested suggests stressed stresses emphasised emphasized tweeted posted remarked quipped joked concluded
    concludes observed observes predicted predicts testified reiterated confirmed confirms estimated estimates
    saying thinks believes asserts continued pointed urged urges cautioned cautions complained quoted""",
)

# What a person does and an organisation does not.
HUMAN_VERBS = words(
    """joked recalled tweeted testified resigned died smiled laughed nodded grew married quipped replied admits
    thinks remembered wept cried shrugged retired moved lives lived studied graduated majored tangled born
    sighed grinned walked stood sat thought felt knew loves loved enjoys weighed echoed joined hopes feels
    wants praised sees reflects asks asked stepped told tells""",
)

HUMAN_STATES = words(
    "arrested sentenced charged convicted acquitted jailed extradited born married elected re-elected sworn accused"
)

PARTICLES = words("de da del della di do dos das du van von der den la le el al bin bint ibn ben ter ten af zu y abu")
