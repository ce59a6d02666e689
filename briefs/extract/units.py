"""Units: what stands right before or after a number and says what kind of number it is.

Currencies become ISO 4217 codes, physical units one spelling each. Nothing here looks at the rest of the article:
what "$" or "pesos" mean there is `currencies`' to say; here they get their most common meaning and `open` names them.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["money", "percent", "points", "times", "ratio", "physical", "duration", "count"]


class Unit(NamedTuple):
    """A unit with the place of its words; `factor` turns the number into the unit ("cents" are 0.01 USD)."""

    code: str
    kind: Kind
    start: int
    end: int
    factor: float = 1.0
    open: str = ""  # the sign or word that other dollars, pounds, pesos ... share
    attributive: bool = False  # joined by a hyphen: "a 15.6-inch screen"


# Signs that stand before a number, or after it. Longest first, so that "US$" is not read as "S$".
_SIGNS: dict[str, str] = {
    "US$": "USD", "U.S.$": "USD", "USD$": "USD", "HK$": "HKD", "NT$": "TWD", "CA$": "CAD", "C$": "CAD", "CAD$": "CAD",
    "Can$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "NZ$": "NZD", "S$": "SGD", "SG$": "SGD", "N$": "NAD",
    "R$": "BRL", "MX$": "MXN", "Mex$": "MXN", "J$": "JMD", "TT$": "TTD", "Z$": "ZWL", "B$": "BND", "FJ$": "FJD",
    "AR$": "ARS", "RD$": "DOP", "COP$": "COP", "CLP$": "CLP", "EC$": "XCD", "Bds$": "BBD", "G$": "GYD", "MOP$": "MOP",
    "$": "USD", "＄": "USD", "€": "EUR", "£": "GBP", "￡": "GBP", "IR£": "IEP", "E£": "EGP", "LE": "EGP", "CN¥": "CNY",
    "RMB¥": "CNY", "JP¥": "JPY", "¥": "JPY", "￥": "JPY", "₹": "INR", "₩": "KRW", "￦": "KRW", "₦": "NGN", "₽": "RUB",
    "₺": "TRY", "₱": "PHP", "₫": "VND", "฿": "THB", "₪": "ILS", "₴": "UAH", "₸": "KZT", "₡": "CRC", "₲": "PYG",
    "₵": "GHS", "GH₵": "GHS", "GH¢": "GHS", "₭": "LAK", "₮": "MNT", "₾": "GEL", "₼": "AZN", "៛": "KHR", "₿": "BTC",
    "Rs": "INR", "Rs.": "INR", "Re": "INR", "RM": "MYR", "Rp": "IDR", "Rp.": "IDR", "RMB": "CNY", "Tk": "BDT", "Tk.": "BDT",
    "R": "ZAR", "N": "NGN", "Sh": "KES", "Ksh": "KES", "KSh": "KES", "Sh.": "KES", "Shs": "KES", "Ush": "UGX", "USh": "UGX",
    "Sfr": "CHF", "SFr": "CHF", "Fr.": "CHF", "kr": "SEK", "Dh": "AED", "Dhs": "AED", "Dhs.": "AED", "SR": "SAR", "QR": "QAR",
    "KD": "KWD", "BD": "BHD", "P": "PHP", "Php": "PHP", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "lei": "RON", "S/": "PEN",
    "S/.": "PEN", "K": "ZMW", "TL": "TRY", "DM": "DEM", "B/.": "PAB", "Bs": "VES", "CFA": "XOF", "FCFA": "XAF",
}  # fmt: skip
# A single capital letter is a currency only right before digits and where the article speaks of that currency.
LETTER_SIGNS = {"R": "ZAR", "N": "NGN", "P": "PHP", "K": "ZMW"}

ISO_CODES = frozenset(
    "USD EUR GBP JPY CNY CNH RMB HKD TWD KRW INR AUD CAD NZD SGD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH ZAR "
    "NAD BWP NGN GHS KES UGX TZS RWF ETB EGP MAD TND DZD XOF XAF ZMW MWK MZN AOA MUR BRL MXN ARS CLP COP PEN UYU BOB PYG "
    "VES CRC GTQ DOP JMD TTD AED SAR QAR KWD BHD OMR ILS JOD LBP IQD IRR PKR BDT LKR NPR MMK THB VND IDR MYR PHP KHR LAK "
    "KZT UZS GEL AMD AZN MNT BND FJD PGK BTC ETH XRP USDT".split()
)

# Names of currencies, lower case, as they follow a number. Those whose bare name several countries share are `open`.
_MONEY_NAMES: dict[str, tuple[str, float]] = {}
for _code, _factor, _forms in (
    ("USD", 1, "dollar|dollars|us dollar|us dollars|u.s. dollar|u.s. dollars|american dollars|greenbacks|bucks|dólares|dólar|"
     "dolares|dollari|долларов|доллара|доллар|долл|доларів|доларa|доларов|dolarów|dolar|dolarů|dolár|dollár|美元|美金|달러|"
     "ドル|米ドル|दollar|डॉलर|دولار|دولارات|دلار|dólares estadounidenses|us-dollar|dollars américains|δολάρια|δολαρίων|долара"),
    ("USD", 0.01, "cent|cents|us cents|¢"),
    ("EUR", 1, "euro|euros|eur|евро|євро|ευρώ|欧元|歐元|유로|ユーロ|يورو|یورو|यूरो|eura|euron|euroa|eurů|euró|evro|avro"),
    ("EUR", 0.01, "euro cents|eurocents|euro cent|centimes"),
    ("GBP", 1, "pound|pounds|pounds sterling|pound sterling|british pounds|sterling|livres sterling|libras|英镑|英鎊|파운드|ポンド|"
     "фунтов|جنيه إسترليني"),
    ("GBP", 0.01, "pence|penny|p"),
    ("CNY", 1, "yuan|renminbi|rmb|chinese yuan|元|人民币|元人民币|人民幣|위안|юаней|юань|يوان|yuans|yuanes"),
    ("JPY", 1, "yen|japanese yen|円|日元|日圆|日圓|엔|иен|yenes|yens"),
    ("KRW", 1, "won|korean won|south korean won|원|韩元|韓元|韓圜|ウォン"),
    ("HKD", 1, "hong kong dollars|hong kong dollar|港元|港币|港幣|香港ドル"),
    ("TWD", 1, "taiwan dollars|new taiwan dollars|taiwanese dollars|新台币|新台幣|新臺幣|台幣"),
    ("SGD", 1, "singapore dollars|singapore dollar|新元|新加坡元"),
    ("AUD", 1, "australian dollars|australian dollar|aussie dollars|澳元"),
    ("CAD", 1, "canadian dollars|canadian dollar|dollars canadiens|加元"),
    ("NZD", 1, "new zealand dollars|new zealand dollar|kiwi dollars"),
    ("NAD", 1, "namibian dollars|namibia dollars|namibian dollar"),
    ("ZWL", 1, "zimbabwean dollars|zimbabwe dollars"), ("JMD", 1, "jamaican dollars"), ("TTD", 1, "trinidad dollars"),
    ("FJD", 1, "fijian dollars|fiji dollars"), ("BBD", 1, "barbados dollars|barbadian dollars"),
    ("INR", 1, "rupee|rupees|indian rupees|indian rupee|रुपये|रुपए|रुपया|रुपयों|रु|টাকার|卢比|рупий"),
    ("INR", 0.01, "paise|paisa"),
    ("PKR", 1, "pakistani rupees|pakistan rupees"), ("LKR", 1, "sri lankan rupees|sri lanka rupees"),
    ("NPR", 1, "nepali rupees|nepalese rupees"), ("MUR", 1, "mauritian rupees"), ("IDR", 1, "rupiah|indonesian rupiah"),
    ("ZAR", 1, "rand|rands|south african rand"), ("NGN", 1, "naira|nairas"), ("GHS", 1, "cedi|cedis|ghana cedis|ghanaian cedis"),
    ("KES", 1, "shilling|shillings|kenyan shillings|kenya shillings"), ("UGX", 1, "ugandan shillings|uganda shillings"),
    ("TZS", 1, "tanzanian shillings|tanzania shillings"), ("SOS", 1, "somali shillings"),
    ("ETB", 1, "birr|ethiopian birr"), ("EGP", 1, "egyptian pounds|egyptian pound|جنيه|جنيها|جنيه مصري"), ("SDG", 1, "sudanese pounds"),
    ("LBP", 1, "lebanese pounds|lebanese lira"), ("SYP", 1, "syrian pounds"), ("MAD", 1, "moroccan dirhams|dirhams marocains"),
    ("AED", 1, "dirham|dirhams|uae dirhams|emirati dirhams|درهم|درهما|dhs"), ("SAR", 1, "riyal|riyals|saudi riyals|riyals saoudiens|ريال|ريالا"),
    ("QAR", 1, "qatari riyals|qatari rials"), ("OMR", 1, "omani rials|omani riyals"), ("YER", 1, "yemeni rials"), ("IRR", 1, "rial|rials|iranian rials|tomans"),
    ("KWD", 1, "kuwaiti dinars|kuwaiti dinar|dinar|dinars|دينار|دينارا"), ("BHD", 1, "bahraini dinars"), ("JOD", 1, "jordanian dinars"),
    ("IQD", 1, "iraqi dinars"), ("TND", 1, "tunisian dinars"), ("DZD", 1, "algerian dinars"), ("LYD", 1, "libyan dinars"), ("RSD", 1, "serbian dinars"),
    ("ILS", 1, "shekel|shekels|israeli shekels|new shekels|nis"), ("TRY", 1, "lira|liras|turkish lira|turkish liras|lirası|türk lirası|liralık"),
    ("RUB", 1, "rouble|roubles|ruble|rubles|russian rubles|russian roubles|рублей|рубля|рубль|руб|卢布|rubli|rublos|roubles russes|rubel"),
    ("UAH", 1, "hryvnia|hryvnias|hryvnya|hryvnyas|гривень|гривні|гривня|грн|гривен"), ("BYN", 1, "belarusian rubles|belarusian roubles"),
    ("KZT", 1, "tenge|тенге"), ("UZS", 1, "soum|sums"), ("GEL", 1, "lari"), ("AMD", 1, "drams"), ("AZN", 1, "manat|manats"),
    ("PLN", 1, "zloty|zlotys|złotych|złoty|złote|zł|zlotych"), ("CZK", 1, "korun|koruna|korunas|koruny|kč|czech crowns|czech koruna"),
    ("HUF", 1, "forint|forints|forintot"), ("RON", 1, "lei|romanian lei|lej"), ("BGN", 1, "leva|lev|лева"), ("ISK", 1, "icelandic krona|icelandic kronur"),
    ("SEK", 1, "krona|kronor|swedish krona|swedish kronor|swedish crowns|kr"), ("NOK", 1, "norwegian kroner|norwegian krone|norwegian crowns"),
    ("DKK", 1, "krone|kroner|danish kroner|danish krone|danish crowns"), ("CHF", 1, "franc|francs|swiss franc|swiss francs|franken|schweizer franken|francs suisses|franchi"),
    ("XOF", 1, "cfa francs|cfa franc|francs cfa|fcfa"), ("CDF", 1, "congolese francs"), ("RWF", 1, "rwandan francs"),
    ("BRL", 1, "real|reais|reals|brazilian reais|brazilian real|brazilian reals|reales brasileños"),
    ("MXN", 1, "peso|pesos|mexican pesos|mexican peso|pesos mexicanos"), ("PHP", 1, "philippine pesos|philippine peso|piso"), ("ARS", 1, "argentine pesos|pesos argentinos"),
    ("CLP", 1, "chilean pesos|pesos chilenos"), ("COP", 1, "colombian pesos|pesos colombianos"), ("CUP", 1, "cuban pesos"), ("UYU", 1, "uruguayan pesos"), ("DOP", 1, "dominican pesos"),
    ("PEN", 1, "soles|sol|nuevos soles|peruvian soles"), ("BOB", 1, "bolivianos"), ("PYG", 1, "guaraníes|guaranies"), ("VES", 1, "bolivars|bolivares|bolívares"),
    ("CRC", 1, "colones|colons"), ("GTQ", 1, "quetzals|quetzales"), ("HNL", 1, "lempiras"), ("MYR", 1, "ringgit|ringgits|malaysian ringgit|sen ringgit"),
    ("THB", 1, "baht|thai baht|บาท"), ("VND", 1, "dong|vietnamese dong|đồng|đ"), ("PHP", 0.01, "centavos"), ("KHR", 1, "riel|riels"), ("LAK", 1, "kip"),
    ("MMK", 1, "kyat|kyats"), ("BDT", 1, "taka|টাকা"), ("AFN", 1, "afghanis|afghani"), ("MNT", 1, "tugrik|tugriks|togrog"),
    ("ZMW", 1, "kwacha|zambian kwacha"), ("MWK", 1, "malawian kwacha|malawi kwacha"), ("BWP", 1, "pula"), ("MZN", 1, "meticais|metical"), ("AOA", 1, "kwanzas|kwanza"),
    ("BTC", 1, "bitcoin|bitcoins"), ("ETH", 1, "ether|ethereum"),
):  # fmt: skip
    _MONEY_NAMES.update(dict.fromkeys(_forms.split("|"), (_code, _factor)))
OPEN_NAMES = frozenset(
    "dollar dollars cent cents ¢ pound pounds rupee rupees paise shilling shillings dinar dinars riyal riyals rial rials "
    "dirham dirhams lira liras krona kronor krone kroner koruna kr franc francs peso pesos real centavos kwacha won".split()
)
OPEN_SIGNS = frozenset(
    {"$", "＄", "£", "¥", "￥", "Rs", "Rs.", "Re", "kr", "Sh", "Sh.", "Shs", "R", "N", "P", "K", "元"}
)

_PERCENT = frozenset(
    "% ％ ٪ ﹪ percent per\u00a0cent pct pc prozent procent procents prosent prosenttia procenta procenti процента процентов "
    "процент відсотків відсотка відсоток proc százalék yüzde persen phần\u00a0trăm por\u00a0ciento por\u00a0cento per\u00a0cento "
    "pour\u00a0cent procento τοις\u00a0εκατό 퍼센트 프로 パーセント प्रतिशत फीसदी बिंदु بالمئة بالمائة درصد اپ".split()
) - {"اپ", "बिंदु", "프로"}
_POINTS: dict[str, str] = {}
for _code, _forms in (
    ("percentage points", "percentage point|percentage points|percentage-point|percent points|pct points|pct point|points de pourcentage|"
     "puntos porcentuales|pontos percentuais|punti percentuali|prozentpunkte|prozentpunkten|procentpoint|procentenheter|%-point|"
     "процентных пункта|процентных пунктов|个百分点|百分点|個百分點|%포인트|%p|ポイント"),
    ("basis points", "basis point|basis points|bps|bp|basis-point|basispunkte|basispunkten|个基点|基点|bp's|puntos básicos|points de base"),
):  # fmt: skip
    _POINTS.update(dict.fromkeys(_forms.split("|"), _code))

_TIMES = frozenset("x times fold × 倍 배".split())

# Physical units: code, then all its forms (lower case, singular and plural), spaced or not.
_PHYSICAL: dict[str, str] = {}
for _code, _forms in (
    ("W", "watt|watts"), ("kW", "kw|kilowatt|kilowatts"), ("MW", "mw|megawatt|megawatts|megavatios|mégawatts|千瓦时"),
    ("GW", "gw|gigawatt|gigawatts|gigavatios"), ("TW", "tw|terawatt|terawatts"), ("MWp", "mwp"), ("GWp", "gwp"), ("kWp", "kwp"),
    ("Wh", "wh|watt-hour|watt-hours|watt hours"), ("kWh", "kwh|kilowatt-hour|kilowatt-hours|kilowatt hour|kilowatt hours"),
    ("MWh", "mwh|megawatt-hour|megawatt-hours|megawatt hour|megawatt hours"), ("GWh", "gwh|gigawatt-hour|gigawatt-hours|gigawatt hour|gigawatt hours"),
    ("TWh", "twh|terawatt-hour|terawatt-hours|terawatt hour|terawatt hours"),
    ("V", "volt|volts"), ("kV", "kv|kilovolt|kilovolts"), ("mAh", "mah"), ("Ah", "amp-hours|ampere-hours"), ("A", "amps|amperes"),
    ("J", "joule|joules"), ("BTU", "btu|btus"), ("calories", "calorie|calories|kcal"),
    ("t", "tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes|toneladas|tonnellate|tonnen|тонн|тонны|тонна|吨|噸|トン|톤|ton ton|tn co2|tonn|tonna|طن|टन"),
    ("tons", "ton|tons|short tons|long tons"), ("Mt", "mt|megatonne|megatonnes|megaton|megatons"), ("kt", "kt|kiloton|kilotons|kilotonnes"),
    ("Gt", "gt|gigatonne|gigatonnes|gigaton|gigatons"), ("MtCO2e", "mtco2e|mtco2"), ("mtpa", "mtpa|mmtpa"),
    ("kg", "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|кг|公斤"), ("g", "gram|grams|gramme|grammes|g"),
    ("mg", "mg|milligram|milligrams|milligrammes"), ("µg", "µg|μg|microgram|micrograms"), ("lb", "lb|lbs"), ("oz", "ounce|ounces|oz|troy ounces"),
    ("carats", "carat|carats"), ("bushels", "bushel|bushels"), ("bales", "bale|bales"),
    ("barrels", "barrel|barrels|bbl|bbls|barils|barriles|barris|баррелей|桶"),
    ("barrels per day", "barrels per day|barrels a day|barrel per day|barrels-per-day|barrel-per-day|barrels daily|barrels of oil per day|barrels of oil a day|"
     "barrels of crude per day|barrels of crude a day|bpd|b/d|bopd|barrel-a-day"),
    ("boe", "boe|barrels of oil equivalent"), ("boe/d", "boe/d|boepd|boed|barrels of oil equivalent per day|barrels of oil equivalent a day"),
    ("l", "litre|litres|liter|liters|litros"), ("ml", "ml|millilitre|millilitres|milliliter|milliliters"), ("gallons", "gallon|gallons"), ("pints", "pints"),
    ("cubic feet", "cubic foot|cubic feet|cubic-foot|cubic-feet|cu ft"), ("bcf", "bcf"), ("tcf", "tcf"), ("cfm", "cfm"),
    ("m³", "cubic metre|cubic metres|cubic meter|cubic meters|m3|m³|metros cúbicos|кубометров"), ("bcm", "bcm|billion cubic metres"),
    ("cubic inches", "cubic inch|cubic inches"), ("acre-feet", "acre-feet|acre feet|acre-foot"), ("cusecs", "cusecs"), ("TEU", "teu|teus"),
    ("km", "km|kms|kilometre|kilometres|kilometer|kilometers|kilómetros|chilometri|quilômetros|километров|км|公里|千米|킬로미터|キロ"),
    ("m", "metre|metres|meter|meters|mètres|metros|metri|метров|米"), ("cm", "cm|centimetre|centimetres|centimeter|centimeters|厘米"),
    ("mm", "mm|millimetre|millimetres|millimeter|millimeters|毫米"), ("nm", "nm|nanometre|nanometres|nanometer|nanometers|纳米|나노"), ("µm", "µm|μm|micron|microns"),
    ("inches", "inch|inches|in.|″"), ("feet", "foot|feet|ft|ft."), ("yards", "yard|yards"), ("miles", "mile|miles|mi|millas"), ("nautical miles", "nautical mile|nautical miles"),
    ("light-years", "light-year|light-years|light years"), ("fathoms", "fathoms"), ("storeys", "storey|storeys|story"),
    ("km²", "square kilometre|square kilometres|square kilometer|square kilometers|sq km|sq. km|km2|km²|square-kilometre|square-kilometer|平方公里"),
    ("m²", "square metre|square metres|square meter|square meters|sq m|sq. m|m2|m²|sqm|square-metre|square-meter|平方米|metros cuadrados|mètres carrés"),
    ("square feet", "square foot|square feet|sq ft|sq. ft|sq. ft.|sqft|square-foot|square-feet"), ("square miles", "square mile|square miles|sq mi|sq miles|square-mile"),
    ("ha", "hectare|hectares|ha|hectáreas|hektar|гектаров|公顷"), ("acres", "acre|acres"),
    ("mph", "mph|miles per hour|miles an hour|mile-per-hour|mile-an-hour"), ("km/h", "km/h|kph|kmh|kmph|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|km per hour|km/hour|км/ч"),
    ("m/s", "m/s|metres per second|meters per second"), ("knots", "knot|knots"), ("mpg", "mpg|miles per gallon"), ("rpm", "rpm"), ("Mach", "mach"),
    ("horsepower", "horsepower|hp|bhp|cv|ps"), ("lb-ft", "lb-ft|lb ft|pound-feet|pound feet|ft-lb|lbft"), ("Nm", "nm of torque|newton-metres|newton metres|newton-meters"),
    ("°C", "°c|℃|degrees celsius|degree celsius|degrees centigrade|º c|° c|ºc|c degrees|摄氏度|度"), ("°F", "°f|℉|degrees fahrenheit|degree fahrenheit|° f|ºf"), ("°", "degree|degrees|°"),
    ("K", "kelvin"), ("Hz", "hz|hertz"), ("kHz", "khz"), ("MHz", "mhz|megahertz"), ("GHz", "ghz|gigahertz"), ("dB", "db|decibel|decibels"),
    ("bytes", "byte|bytes"), ("kB", "kb|kilobyte|kilobytes"), ("MB", "mb|megabyte|megabytes"), ("GB", "gb|gigabyte|gigabytes|gigs"), ("TB", "tb|terabyte|terabytes"), ("PB", "pb|petabyte|petabytes"),
    ("kbps", "kbps"), ("Mbps", "mbps|megabits per second|mbit/s"), ("Gbps", "gbps|gigabits per second|gbit/s"), ("MP", "mp|megapixel|megapixels"), ("pixels", "pixel|pixels"), ("nits", "nits"),
    ("fps", "fps|frames per second"), ("TOPS", "tops"), ("teraflops", "teraflop|teraflops|tflops"), ("petaflops", "petaflop|petaflops"), ("exaflops", "exaflop|exaflops"), ("qubits", "qubit|qubits"),
    ("psi", "psi"), ("Pa", "pascals"), ("hPa", "hpa"), ("mb", "millibars|mbar"), ("bar", "bar"), ("ppm", "ppm|parts per million"), ("ppb", "ppb|parts per billion"),
    ("g/km", "g/km|grams per kilometre"), ("µg/m³", "µg/m3|μg/m3|micrograms per cubic metre|micrograms per cubic meter|µg/m³|μg/m³"), ("mg/dL", "mg/dl"), ("mmHg", "mmhg"),
    ("sieverts", "sievert|sieverts|millisieverts"), ("becquerels", "becquerel|becquerels"), ("IU", "iu"), ("magnitude", "on the richter scale|magnitude"),
    ("thousandths", "‰"),
):  # fmt: skip
    _PHYSICAL.update(dict.fromkeys(_forms.split("|"), _code))

_DURATION: dict[str, str] = {}
for _code, _forms in (
    ("seconds", "second|seconds|sec|secs|segundos|sekunden|secondes|секунд|秒"), ("milliseconds", "ms|millisecond|milliseconds"), ("minutes", "minute|minutes|min|mins|minutos|minuten|минут|分钟"),
    ("hours", "hour|hours|hrs|hr|heures|horas|stunden|часов|часа|小时|小時|時間|시간|uur"), ("days", "day|days|jours|días|dias|tage|tagen|giorni|дней|дня|dagen|天|일간|日間"),
    ("weeks", "week|weeks|semaines|semanas|wochen|settimane|недель|weken|周|週間|주일"), ("months", "month|months|mois|meses|monate|monaten|mesi|месяцев|месяца|maanden|个月|個月|ヶ月|か月|개월"),
    ("quarters", "quarter|quarters"), ("years", "year|years|yr|yrs|ans|années|años|anos|jahre|jahren|anni|лет|года|jaar|år|lat|років|年間|년간"), ("decades", "decade|decades"), ("centuries", "century|centuries"),
    ("nights", "night|nights"),
):  # fmt: skip
    _DURATION.update(dict.fromkeys(_forms.split("|"), _code))

# Forms that are units only glued to the number or in this very case: lower-cased they would be words.
_CASED = {
    "W": ("W", "physical"), "V": ("V", "physical"), "A": ("A", "physical"), "J": ("J", "physical"), "K": ("K", "physical"), "m": ("m", "physical"),
    "l": ("l", "physical"), "L": ("l", "physical"), "t": ("t", "physical"), "C": ("°C", "physical"), "F": ("°F", "physical"), "g": ("g", "physical"),
    "h": ("hours", "duration"), "s": ("seconds", "duration"), "TB": ("TB", "physical"),
}  # fmt: skip
# Words of the tables above that are ordinary English words: they count only right after a number in digits.
_SPACED_NOT = frozenset("p bar ps cv mi in. a x mp iu mb mt story sol real tops magnitude sums won".split())

_MAX_WORDS = 5
_NEXT = re.compile(
    "([ \u00a0\u202f\u2009]?[-‑–]?)(%-point|%p|%포인트|[%％٪﹪€$£¥₹₩₦₽₺₱₫฿₪₴₸₿¢‰×″]|[°º] ?[CF]?\\b|℃|℉|[^\\W\\d_][\\w.²³/µμ'’-]*)"
)
_MORE = re.compile("[ \u00a0-]([^\\W\\d_][\\w./²³'’]*)")
_MAX_PHRASE = max(len(form.split()) for form in (*_MONEY_NAMES, *_POINTS, *_PHYSICAL))
_FIRST_WORDS: dict[str, int] = {}
for _form in (*_MONEY_NAMES, *_POINTS, *_PHYSICAL, *_DURATION, *_PERCENT):
    _length = len(re.split("[ \u00a0]", _form))
    _first = re.split("[ \u00a0]", _form)[0]
    _FIRST_WORDS[_first] = max(_length, _FIRST_WORDS.get(_first, 0))

_BEFORE = re.compile(
    "(?:%s)[ \u00a0\u202f]?$" % "|".join(re.escape(s) for s in sorted((*_SIGNS, *ISO_CODES), key=len, reverse=True))
)
_LONGEST_SIGN = 1 + max(map(len, _SIGNS))


def unit_before(text: str, start: int) -> Unit | None:
    """Return the currency written right before the number that begins at `start`."""
    if start == 0 or not (
        text[start - 1].isalpha() or text[start - 1] in " \u00a0\u202f./" or _is_sign(text[start - 1])
    ):
        return None
    window_start = max(0, start - _LONGEST_SIGN - 1)
    window = text[window_start:start]
    match = _BEFORE.search(window)
    if not match:
        return None
    at = window_start + match.start()
    sign = match.group().rstrip(" \u00a0\u202f")
    if sign[0].isalpha() and at > 0 and (text[at - 1].isalnum() or text[at - 1] in "-‑_./&"):
        return None
    spaced = len(sign) < len(match.group())
    if sign in LETTER_SIGNS and spaced:
        return None
    code = _SIGNS.get(sign, sign)
    return Unit(
        {"RMB": "CNY", "CNH": "CNY"}.get(code, code), "money", at, start, open=sign if sign in OPEN_SIGNS else ""
    )


def _is_sign(char: str) -> bool:
    return char in "$＄€£￡¥￥₹₩￦₦₽₺₱₫฿₪₴₸₡₲₵¢₭₮₾₼៛₿"


def unit_after(text: str, end: int, *, glued_letter: bool = True) -> Unit | None:
    """Return the unit written right after the number that ends at `end`, the longest that fits."""
    match = _NEXT.match(text, end)
    if not match:
        return None
    gap, word = match.groups()
    start, stop = match.start(2), match.end(2)
    attributive = gap != "" and gap[-1] in "-‑–"
    if attributive and gap[-1] == "–" or (attributive and gap[0] == " "):
        return None
    unit = _longest(text, start, word)
    if unit is None and gap == "" and word in _CASED and glued_letter:
        code, kind = _CASED[word]
        unit = Unit(code, kind, start, stop)  # type: ignore[arg-type]
    if unit is None or (gap == "" and word[0].isalpha() and text[end - 1].isalpha()):
        return None
    if (
        gap
        and word.lower() in _SPACED_NOT
        and unit.end == stop
        and not (word == "won" or word in ("MB", "MP", "MT", "Mt", "PS", "IU"))
    ):
        return None
    return unit._replace(attributive=attributive) if attributive else unit


def _longest(text: str, start: int, word: str) -> Unit | None:
    words, ends = [word.lower()], [start + len(word)]
    reach = _FIRST_WORDS.get(words[0], 0)
    if not reach and words[0].rstrip(".,'’") in _FIRST_WORDS:
        words[0] = words[0].rstrip(".,'’")
        ends[0] = start + len(words[0])
        reach = _FIRST_WORDS[words[0]]
    if not reach and word[0] in "°º":
        reach = 1
    if not reach and "-" in words[0]:
        return _hyphenated(start, words[0])
    if not reach and word.isupper() and word in ISO_CODES:
        return Unit("CNY" if word in ("RMB", "CNH") else word, "money", start, start + len(word))
    if not reach and not word.isascii():
        return _foreign(start, words[0])
    while len(words) < reach and (more := _MORE.match(text, ends[-1])):
        stripped = more.group(1).lower()
        words.append(stripped)
        ends.append(more.end())
    for count in range(min(reach, len(words)), 0, -1):
        for trim in ("", ".,'’/"):
            form = " ".join(words[:count])
            form_end = ends[count - 1]
            if trim:
                short = form.rstrip(trim)
                form, form_end = short, form_end - (len(form) - len(short))
            unit = _lookup(form, start, form_end, word)
            if unit:
                return unit
    if word.isupper() and word in ISO_CODES:
        return Unit("CNY" if word in ("RMB", "CNH") else word, "money", start, start + len(word))
    return None


def _lookup(form: str, start: int, end: int, original: str) -> Unit | None:
    if form in _PERCENT or form.replace(" ", "\u00a0") in _PERCENT:
        return Unit("percent", "percent", start, end)
    if form in _POINTS:
        return Unit(_POINTS[form], "points", start, end)
    if form in _MONEY_NAMES:
        code, factor = _MONEY_NAMES[form]
        return Unit(code, "money", start, end, factor, form if form in OPEN_NAMES or form == "元" else "")
    if form in _TIMES:
        return Unit("times", "times", start, end)
    if form in _PHYSICAL:
        if form == "mb" and original == "mb":
            return Unit("mb", "physical", start, end)
        return Unit(_PHYSICAL[form], "physical", start, end)
    if form in _DURATION:
        return Unit(_DURATION[form], "duration", start, end)
    return _sign_after(form, original, start, end)


def _sign_after(form: str, original: str, start: int, end: int) -> Unit | None:
    if len(form) == 1 and _is_sign(form):
        return Unit(_SIGNS.get(form, "USD"), "money", start, end, open=form if form in OPEN_SIGNS else "")
    return None


def _hyphenated(start: int, word: str) -> Unit | None:
    """Read "inch-wide", "mile-long", "year-old": the first word is the unit."""
    first = word.split("-", 1)[0]
    unit = _lookup(first, start, start + len(first), first) if first in _FIRST_WORDS else None
    return unit._replace(attributive=True) if unit else None


def _foreign(start: int, word: str) -> Unit | None:
    """Read a unit at the head of a word of a script without spaces: "亿元人民币", "억원을"."""
    for length in range(min(len(word), 6), 0, -1):
        if word[:length] in _FIRST_WORDS and not word[:length].isascii():
            return _lookup(word[:length], start, start + length, word[:length])
    return None
