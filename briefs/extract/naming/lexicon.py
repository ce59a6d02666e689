"""The words that the rules about names turn on: titles, roles, cues of organisations and companies, verbs.

All of it is English and lower case, and true of news in general; what names a particular thing stands in the tables.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of `text`, which white space parts."""
    return frozenset(text.split())


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
    """ai agi llm z llms ml nlp it ceo cfo coo cto cio cmo chro evp svp vp gdp gni cpi ppi gpu gpus cpu cpus npu
    ev evs ipo ipos esg api apis sdk ui ux os ios app apps tv pc pcs usb hdmi led oled lcd gps ar vr xr mr iot
    saas paas iaas b2b b2c d2c r&d m&a hr pr q1 q2 q3 q4 h1 h2 fy ytd yoy ebitda ebit pe vc vcs spac spacs etf
    etfs dna rna hiv aids covid covid-19 sars mers phd ph.d. mba bsc ba ma md dr. u.n.c.l.e stem suv suvs
    awd rwd fwd hvac faq faqs url urls pdf html css id ids ok okay am pm gmt utc est edt pst pdt cet cest bst
    ist usd eur gbp jpy cny inr rmb krw hkd sgd aud cad chf btc eth nft nfts defi dao ngo ngos sme smes ppp
    rbi's internet web wifi wi-fi bluetooth 5g 4g 3g 6g lte christmas easter ramadan diwali thanksgiving
    halloween hanukkah god islam christianity judaism hinduism buddhism muslim muslims christian christians
    arab arabs kurd kurds kurdish uyghur uyghurs rohingya jew jews jewish hindu hindus buddhist buddhists
    catholic catholics protestant sunni shia shiite islamic
    islamist mandarin cantonese english arabic hebrew hindi latin swahili urdu bengali tamil republican
    republicans democrat democrats democratic tory tories marxist communist nazi boomer millennials rs c r dm
    sms atm pin sim vat gst lng lpg co2 tl;dr breaking exclusive live updated update watch photo video oct
    sept mph kph kwh mwh gwh kw mw gw ppm kg km""",
)

HONORIFICS = words(
    """mr mrs ms miss mx dr prof sir dame lord lady rev fr hon sen rep gov gen lt col maj capt cpl sgt adm cmdr
    pres messrs sheikh sheikha shaikh imam ayatollah rabbi mullah datuk datin tun tan sri dato dato' tengku
    alhaji pastor bishop archbishop cardinal pope king queen prince princess emperor empress baron baroness
    count countess duke duchess emir sultan seri puan encik haji panglima toh brother sister father mother""",
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
    """state defense defence staff justice commerce health energy interior treasury education labor labour
    agriculture transportation transport homeland war finance foreign security intelligence communications
    trade environment police operations engineering research housing culture tourism information industry
    science technology veterans home""",
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

# Legal forms: a name that ends so is a company, whatever else it looks like.
LEGAL_FORMS = words(
    """inc inc. incorporated corp corp. corporation co co. ltd ltd. limited llc llp lp plc ag gmbh kg kgaa se sa
    s.a. s.a s.p.a. spa srl s.r.l. nv n.v. bv b.v. ab asa oyj a/s as sas sarl pte pty bhd berhad tbk pjsc ojsc
    jsc ooo pao kk k.k. sae saog psc cia ltda s.l. sl""",
)

# Last words of companies' names. `COMPANY_HINTS` may also end other names, so they count for less.
COMPANY_CUES = words(
    """solutions cement cements brands products materials healthcare medical diagnostics genomics instruments
    tires tyres wines spirits tobacco textiles toys cruises leasing payments research analytics cyber cloud
    mobile wireless broadband cable aviation aircraft motorcycles trucks auto autos ratings terminals clinics
    metals alloys plastics packaging timber grain seeds agro fisheries seafood bottlers rentals auctions
    exports imports commodities reinsurance drinks nutrition optics photonics sensors chips fabs avionics
    biopharma bio vaccines dental optical eyewear footwear sportswear jewellery watches luxury hospitality
    catering staffing recruitment payroll accounting tax legal law attorneys architects health earths paper
    mills refining refineries pipelines gases hydrogen wind nuclear lithium copper gold silver platinum
    diamonds coal uranium economics group holding holdings bank bancorp bankshares capital securities partners
    ventures technologies motors motor airlines airline airways pharmaceuticals pharmaceutical pharma
    therapeutics biosciences biotech biotechnologies petroleum industries enterprises entertainment insurance
    assurance consulting equities semiconductor semiconductors electronics telecom telecommunications
    communications robotics aerospace brewery breweries foods beverages chemicals steel mining minerals
    logistics shipping retail stores supermarkets hotels resorts properties realty advisors advisers financial
    finance investments investment brokerage brokers exchange software systems labs laboratories studios
    pictures games gaming media networks interactive digital automotive batteries renewables solar utilities
    railways rail construction engineering contractors manufacturing apparel cosmetics jewellers coffee burger
    pizza bakery dairy farms oil gas energy power electric company corporation fintech fund funds trust
    trading equity asset markets mutual wealth dynamics biologics biosystems lifesciences biopharmaceuticals
    medicines infrastructure infra greentech cleantech agritech edtech insurtech proptech petrochemicals petrochemical
    fertilisers fertilizers paints coatings plantations shipyards shipyard shipbuilding steelworks distillers
    distilleries vineyards ceramics microsystems aerostructures avia freight haulage offshore drilling oilfield
    sugar plywood glassworks woollens confectionery ferries coaches tramways line lines publishers publishing
    mobility biofuels cycles
    resources exploration tech technology outfitters furnishings interiors bakeries creameries roasters""",
)
WEAK_COMPANY_CUES = words(
    """health nutrition legal law tax bio wind nuclear hydrogen gold silver lithium copper coal paper mills
    pipelines chips sensors watches luxury recruitment optical grain imports exports commodities architects
    drinks dental research medical healthcare mobile products materials cloud cable auto brands wireless
    energy power media digital construction engineering exchange farms coffee rail gas oil electric solar
    markets trust fund funds asset mutual wealth retail company games studios utilities finance pictures
    systems communications networks group stores investment financial equity labs properties mining trading
    railways line lines coaches infrastructure infra publishing mobility sugar cycles resources exploration tech
    technology freight offshore drilling dynamics interiors paints""",
)

# Before a name: what bears names like a person's and is none.
NAMED_THINGS = words(
    """freighter ship frigate vessel ferry yacht tanker trawler destroyer submarine corvette liner tugboat barge
    bulker album song novel movie series musical opera restaurant pub cafe café hotel theatre racehorse horse
    mare stallion colt dog cat elephant storm hurricane typhoon cyclone mission spacecraft rover probe
    telescope satellite asteroid comet galaxy planet crater tournament trophy festival operation ep sculpture
    painting podcast sitcom drama documentary tropical""",
)

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
            observatory museum gallery hospital clinic
            orchestra team project program programme watch nations""",
        "index": "index composite",
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
GOVERNMENT_HEADS = words(
    "ministry department bureau office council committee commission agency secretary minister institute academy "
    "university college school centre center house chamber board authority court bank federation association "
    "organization organisation society museum republic kingdom union ministries party"
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
    """county river lake mount mountain mountains bay valley province region city street avenue road boulevard
    square island islands isle park airport sea ocean beach strait peninsula desert hills heights harbor
    harbour port coast gulf cape canal forest falls bridge district prefecture township village town parish
    canyon creek plateau basin glacier reef archipelago station terminal tower plaza palace castle stadium
    arena hall theater theatre highway""",
)

# What a body is, in an apposition or after its name: "Anatel, the telecoms regulator", "the Novo party".
BODY_NOUNS = words(
    """regulator agency watchdog union charity nonprofit non-profit ngo party ministry association university
    newspaper magazine institute think-tank body authority tribunal parliament militia coalition federation
    alliance movement department school college club nonprofits organisation organization broadcaster daily
    weekly journal institution foundation council committee commission group"""
)

# What a company is, in an apposition or before its name.
COMPANY_NOUNS = words(
    """auction auctioneer bottler grower smelter foundry shipyard newspaper-owner fintech neobank bookmaker
    pharmacy clinic bakery dairy winery distillery hauler logistics telecoms telecom biopharma semiconductor
    investment-bank wealth-manager asset-manager fund-manager cooperative co-operative company firm startup
    start-up maker manufacturer retailer bank lender insurer chipmaker carmaker automaker airline carrier
    broker brokerage developer publisher supplier distributor producer provider operator contractor
    conglomerate unicorn giant group subsidiary affiliate parent chain platform network site service app
    marketplace brand label studio lab laboratory drugmaker planemaker plane-maker shipbuilder steelmaker
    brewer miner refiner utility telco consultancy consulting business multinational corporation consortium
    venture fund financier investor-owned e-tailer supermarket grocer bookseller restaurateur hotelier builder
    homebuilder landlord law-firm broadcaster streamer wholesaler processor exchange custodian shareholder
    vendor behemoth heavyweight rival competitor spinoff spin-off biotech outfit upstart shipper trader""",
)
COMPANY_ADJECTIVES = words("listed headquartered private privately public publicly state-owned government-owned")

# After "X's": what only companies have.
SHAREHOLDINGS = words(
    """managing shares stock shareholders shareholder ceo cfo coo cto chief revenue revenues profit profits
    earnings investors valuation takeover market-cap subsidiary quarterly founder co-founder chairman"""
)
# After "X's": what companies have, among others.
BUSINESS_POSSESSIONS = words(
    """sales customers parent board annual products headquarters employees founders acquisition bid offer rivals
    competitors factory factories plant plants stores app platform operations merger debt balance supply
    service services technology engineers designers workforce models chips software hardware users subscribers
    business results fleet website spokesman spokeswoman spokesperson pipelines owner management executives
    dealers brand marketing finances""",
)
# "X did": what companies do.
BUSINESS_VERBS = words(
    """acquired acquires acquiring announced announces unveiled unveils launched launches reported reports posted
    posts hired hires fired laid raised raises sells sold makes manufactures develops developed employs
    employed operates operated expanded expands invested invests bid bought buys merged owns owned competes
    listed delisted filed outsources produces produced supplies ships shipped debuted rolled partnered
    licenses shuttered recalled recruited declined introduced introduces releases released plans expects
    offers provides runs tapped underperformed outperformed exited paid serves served ran builds built grows
    processes closed shut opened stopped paused cut""",
)
BUSINESS_OBJECTS = words(
    """acquire acquired acquires acquiring buy bought buys buying founded co-founded own owns owned sue sued
    joined join joining"""
)
WEAK_OBJECTS = words("joined join joining own owns owned")
# "competes with X", "a stake in X", "led by X": the word before the preposition, by the preposition.
BUSINESS_LINKS: dict[str, frozenset[str]] = {
    "with": words(
        "competes compete competing merger merge merged partnered partnership partners partner contract deal"
    ),
    "in": words("stake stakes shares invested investing invest invests investment investor investors shareholder"),
    "by": words(
        """led backed owned funded operated run made built developed manufactured acquired bought sold launched
        unveiled takeover founded employed supplied insured financed"""
    ),
    "to": words("supplier suppliers sold supplies licensed"),
    "at": words(
        """worked works working adviser advisor advisers partner director head consultant analysts analyst
        executive executives engineer engineers economist strategist manager internship jobs job shares
        strategists economists workers employees staff"""
    ),
    "for": words("worked works spokesman spokeswoman spokesperson"),
    "from": words("analysts funding investment analyst"),
    "of": words(
        """shares stock ceo cfo coo cto founder co-founder chairman shareholder shareholders subsidiary
        acquisition takeover parent owner customers employees unit arm division officer investors investor
        valuation headquarters boss rivals likes"""
    ),
}
# "X shares rose", "X chips".
BUSINESS_NOUNS_AFTER = words(
    """president chairman chairwoman chair analyst analysts economist economists director strategist manager
    partner shares stock ceo cfo coo cto executive executives shareholders shareholder founder co-founder
    spokesman spokeswoman spokesperson boss employees customers investors officials engineer engineers
    researcher engineering stores subsidiary outlets branches dealership dealerships franchise franchises showroom
    showrooms franchisee staffers workers lenders creditors bondholders""",
)
PRODUCT_NOUNS = words(
    """model models phone phones smartphone smartphones device devices car cars sedan suv chip chips app apps
    console laptop tablet language browser engine processor series game film movie album song novel vaccine
    drug virus variant rocket missile missiles satellite telescope aircraft jet helicopter mission programming
    framework library""",
)

PARTICLES = words("de da del della di do dos das du van von der den la le el al bin bint ibn ben ter ten af zu y abu")
COMPOUND_TAILS = words(
    """based backed owned led headquartered listed born style made like era parent founded funded controlled
    linked related run trained educated area wide bound held occupied speaking registered operated produced
    built sponsored focused friendly aligned domiciled""",
)


def is_role(word: str) -> bool:
    """Return whether `word` says what a person is, alone or in a compound: "editor-in-chief", "vice-president"."""
    if word in ROLES:
        return True
    first, hyphen, rest = word.partition("-")
    return bool(hyphen) and (first in ROLES or rest.rpartition("-")[2] in ROLES)


# What prices do: "Nissan rose 3%".
PRICE_VERBS = words(
    """rose fell gained lost jumped dropped slid climbed surged plunged soared tumbled sank advanced declined
    added shed rallied slumped edged closed ended rebounded retreated"""
)
