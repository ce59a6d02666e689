"""Words in companies' names and around them: legal forms, cues, what firms have and do."""

from __future__ import annotations

from briefs.extract.wordlist import words

# Legal forms: a name that ends so is a company, whatever else it looks like.
LEGAL_FORMS = words(
    """inc inc. incorporated corp corp. corporation co co. ltd ltd. limited llc llp lp plc ag gmbh kg kgaa se sa
    l.l.c. l.l.c l.l.p. l.l.p p.l.c. p.l.c
    s.a. s.a s.p.a. spa srl s.r.l. nv n.v. bv b.v. ab asa oyj a/s as sas sarl pte pty pvt bhd berhad tbk pjsc ojsc
    jsc ooo pao kk k.k. sae saog psc cia ltda s.l. sl""",
)

# Last words of companies' names. `COMPANY_HINTS` may also end other names, so they count for less.
COMPANY_CUES = words(
    """solutions cement cements brands products materials healthcare medical diagnostics genomics instruments tires
    tyres wines spirits tobacco textiles toys cruises leasing payments research analytics cyber cloud mobile wireless
    broadband cable aviation aircraft motorcycles trucks auto autos ratings terminals clinics metals alloys plastics
    packaging timber grain seeds agro fisheries seafood bottlers rentals auctions exports imports commodities
    reinsurance drinks nutrition optics photonics sensors chips fabs avionics biopharma bio vaccines dental optical
    eyewear footwear sportswear jewellery watches luxury hospitality catering staffing recruitment payroll accounting
    tax legal law attorneys architects health earths paper mills refining refineries pipelines gases hydrogen wind
    nuclear lithium copper gold silver platinum diamonds coal uranium economics group holding holdings bank bancorp
    bankshares capital securities partners ventures technologies motors motor airlines airline airways
    pharmaceuticals pharmaceutical pharma therapeutics biosciences biotech biotechnologies petroleum industries
    enterprises entertainment insurance assurance consulting equities semiconductor semiconductors electronics
    telecom telecommunications communications robotics aerospace brewery breweries foods beverages chemicals steel
    mining minerals logistics shipping broadcasting broadcasters television radio cablevision cellular cheese
    creamery meats biscuits breads newspapers newsmedia marine maritime ports marinas terminals retail stores
    supermarkets hotels resorts properties realty advisors advisers financial finance investments investment
    brokerage brokers exchange software systems labs laboratories studios pictures games gaming media networks
    interactive digital automotive batteries renewables solar utilities railways rail construction engineering
    contractors manufacturing apparel cosmetics jewellers coffee burger pizza bakery dairy farms oil gas energy power
    electric company corporation fintech fund funds trust trading equity asset markets mutual wealth dynamics
    biologics biosystems lifesciences biopharmaceuticals medicines infrastructure infra greentech cleantech agritech
    edtech insurtech proptech petrochemicals petrochemical fertilisers fertilizers paints coatings plantations
    shipyards shipyard shipbuilding steelworks distillers distilleries vineyards ceramics microsystems aerostructures
    avia freight haulage offshore drilling oilfield sugar plywood glassworks woollens confectionery ferries coaches
    tramways line lines publishers publishing mobility biofuels cycles resources exploration tech technology
    outfitters furnishings industrial interiors bakeries creameries roasters""",
)

WEAK_COMPANY_CUES = words(
    """health nutrition legal law tax bio wind nuclear hydrogen gold silver lithium copper coal paper mills pipelines
    chips sensors watches luxury recruitment optical grain imports exports commodities architects drinks dental
    research medical healthcare mobile products materials cloud cable auto brands wireless energy power media digital
    construction engineering exchange farms coffee rail gas oil electric solar markets trust fund funds asset mutual
    wealth retail company games studios utilities finance pictures systems communications networks group stores
    investment financial equity labs properties mining trading railways railway railroad line lines coaches
    infrastructure infra publishing mobility sugar cycles resources exploration tech technology freight offshore
    drilling dynamics industrial interiors paints""",
)

# Trades in short that end firms' names: "Example AI", "Example LNG".
BRANDED = words("ai lng ev iot")

# What a company is, in an apposition or before its name.
COMPANY_NOUNS = words(
    """auction auctioneer bottler lessor reinsurer explorer driller wholesaler gamemaker planemaker bourse discounter
    insurtech healthtech edtech agritech proptech agribusiness grower smelter foundry shipyard newspaper-owner
    fintech neobank bookmaker pharmacy clinic bakery dairy winery distillery hauler logistics telecoms telecom
    biopharma semiconductor investment-bank wealth-manager asset-manager fund-manager cooperative co-operative
    company firm startup start-up maker manufacturer retailer bank lender insurer chipmaker carmaker automaker
    airline carrier broker brokerage developer publisher supplier distributor producer provider operator contractor
    conglomerate unicorn giant group subsidiary affiliate parent chain platform network site service app marketplace
    brand label studio lab laboratory drugmaker planemaker plane-maker shipbuilder steelmaker brewer miner refiner
    utility telco consultancy consulting business multinational corporation consortium venture fund financier
    investor-owned e-tailer supermarket grocer bookseller restaurateur hotelier builder homebuilder landlord law-firm
    broadcaster streamer wholesaler processor exchange custodian shareholder vendor behemoth heavyweight rival
    competitor spinoff spin-off biotech outfit upstart shipper trader subcontractor""",
)

# Trades: "the media group", "the energy major".
INDUSTRIES = words(
    """defence defense oil energy media mining retail steel chemical chemicals insurance banking telecom telecoms
    telecommunications technology tech engineering construction food drinks beverage brewing hotel hotels leisure
    travel airline aviation shipping logistics transport software pharma pharmaceutical pharmaceuticals healthcare
    property luxury fashion auto automotive aerospace industrial consumer utility power gas water rail tobacco
    cement paper packaging cosmetics gaming entertainment publishing internet e-commerce ecommerce fintech payments
    financial investment trading recruitment catering outsourcing supermarket electronics electrical machinery
    agriculture agribusiness fisheries seafood dairy meat sugar textile garment apparel sportswear footwear
    restaurant restaurants pub pubs casino betting gambling education security cybersecurity advertising marketing
    newspaper television film music toy furniture homeware jewellery jewelry car truck tyre tire parts battery solar
    wind renewables nuclear hydrogen coal copper gold lithium uranium diamond iron aluminium aluminum timber"""
)
# Trades of firms that a person may have, too.
PERSONAL_TRADES = words(
    """financier restaurateur hotelier landlord builder trader bookseller grocer broker publisher brewer contractor
    developer operator rival competitor shareholder custodian partner producer auctioneer winery homebuilder"""
)

# After "X's": what only companies have.
SHAREHOLDINGS = words(
    """managing share shares stock shareholders shareholder ceo cfo coo cto chief revenue revenues profit profits
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

# What prices do: "Nissan rose 3%".
PRICE_VERBS = words(
    """rose fell gained lost jumped dropped slid climbed surged plunged soared tumbled sank advanced declined
    added shed rallied slumped edged closed ended rebounded retreated"""
)

BUSINESS_OBJECTS = words(
    """acquire acquired acquires acquiring buy bought buys buying founded co-founded own owns owned sue sued
    joined join joining"""
)

WEAK_OBJECTS = words("joined join joining own owns owned")

# "competes with X", "a stake in X", "led by X": the word before the preposition, by the preposition.
BUSINESS_LINKS: dict[str, frozenset[str]] = {
    "with": words(
        """competes compete competing merger merge merged partnered partnership partners partner contract contracts deal
        intent agreement memorandum venture alliance"""
    ),
    "in": words("stake stakes shares invested investing invest invests investment investor investors shareholder"),
    "by": words(
        """led backed owned funded operated run made built developed manufactured acquired bought sold launched
        unveiled takeover founded employed supplied insured financed advised audited"""
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
    researcher engineering store stores subsidiary outlets branches dealership dealerships franchise franchises showroom
    showrooms franchisee staffers workers lenders creditors bondholders""",
)
