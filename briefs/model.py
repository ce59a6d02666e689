"""The words of the program as records: Original, Article, Brief, and what a brief states with its evidence.

All records are frozen. Offsets are code points, half open, and count in the named part. The JSON of a brief is
`msgspec.json.encode(brief)`; its schema is `msgspec.json.schema(Brief)`.
"""

# Annotations are types here, no texts: what reads a brief would compile every one of them at each start.
from typing import Literal

from msgspec import Struct

Part = Literal["body", "title", "source", "metadata", "address"]
BlockKind = Literal["heading", "paragraph", "list", "table", "caption"]
Field = Literal["title", "publisher", "author", "published", "language"]
EntityKind = Literal["company", "person", "organisation", "country", "place"]
SourceKind = Literal["publication", "agency", "report", "person", "organisation", "document", "address", "anonymous"]


class Evidence(Struct, frozen=True):
    """Where a statement stands: `part[start:end] == text`, always."""

    part: Part
    start: int
    end: int
    text: str


class Mention(Evidence, frozen=True):
    """One place where the text speaks of an entity."""

    where: Literal["title", "lead", "body"] = "body"


class Block(Struct, frozen=True):
    """A heading (level 1 to 6), paragraph, list item, table or caption, as a span of the text that holds it."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


class Link(Struct, frozen=True):
    """A hyperlink over a span; `url` is absolute where the address of the page was known."""

    start: int
    end: int
    url: str


class Original(Struct, frozen=True):
    """What came in, byte for byte: one file, or what came through standard input."""

    data: bytes
    media_type: str  # "text/plain", "text/markdown", "text/html", or that of a saved page with its parts
    address: str | None = None  # where it was read: a path, a URL, or None for standard input
    received: str | None = None  # ISO 8601, UTC; recorded, never read by the conversion


class Candidate(Struct, frozen=True):
    """A value that a reader saw for a field of the brief, with the place: the headline extractors vote over these."""

    field: Field
    value: str
    origin: str  # "og:title", "json-ld", "title", "h1", "byline", "markdown:title", ...
    evidence: Evidence


class Article(Struct, frozen=True):
    """What a reader made of an original: sanitised text in blocks, links, and candidates for the metadata.

    `source` is all the text that may be article or its furniture; `blocks` and `links` are spans of it. Where the
    reader already knows which of it is the body (HTML), `body_known` says so and the body extractor only cleans.
    `metadata` holds what the page says about itself, a line "name: value" each; evidence may point into it.
    """

    source: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    metadata: str = ""
    address: str | None = None  # the article's own http(s) address, canonical where the page says so
    candidates: tuple[Candidate, ...] = ()
    body_known: bool = False


class Ground(Struct, frozen=True):
    """Why a field of the brief says what it says, and how sure that is (0 to 1; under 0.5 is shown as unsure)."""

    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    corrected: bool = False  # the reader said so, and no evidence is needed


class Grounds(Struct, frozen=True):
    """The grounds of the fields that are plain values."""

    title: Ground = Ground()
    publisher: Ground = Ground()
    published: Ground = Ground()
    language: Ground = Ground()


class Author(Struct, frozen=True):
    """One who signed the article: a person, or an agency or desk."""

    name: str
    kind: Literal["person", "organisation"] = "person"
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    corrected: bool = False


class Entity(Struct, frozen=True):
    """A company, person, organisation, country or place, under one key across all briefs.

    `key` is "kind:identifier": the table's identifier ("company:alibaba", "country:CN"), else the normalised name
    ("person:zizheng-pan"). A country carries `code` (ISO 3166-1 alpha-2); a company of the table its `home`, which is
    no mention of that country. `category` refines the kind ("chips", "university", "city").
    """

    key: str
    kind: EntityKind
    name: str
    main: bool = False
    code: str | None = None
    home: str | None = None
    category: str | None = None
    role: str | None = None
    role_evidence: Evidence | None = None
    affiliation: str | None = None
    affiliation_evidence: Evidence | None = None
    mentions: tuple[Mention, ...] = ()
    confidence: float = 1.0
    corrected: bool = False


class KeyFigure(Struct, frozen=True):
    """A figure with its meaning.

    `value` is full scale ("$6.5 billion" is 6500000000.0), or (low, high) for a range. `unit` is an ISO 4217 code,
    "percent", "percentage points", "basis points", "times", "ratio", a physical unit ("MW", "tonnes"), or the noun
    counted ("jobs"). `rate` is what it is per ("year"). `sentence` starts at `sentence_start` in `evidence.part`.
    """

    text: str
    value: float | tuple[float, float]
    unit: str
    evidence: Evidence
    sentence: str
    sentence_start: int
    qualifier: str | None = None
    rate: str | None = None
    direction: Literal["up", "down"] | None = None
    period: str | None = None
    measures: str | None = None
    confidence: float = 1.0


class Quotation(Struct, frozen=True):
    """Who said what: verbatim between quotation marks (`direct`), or in the article's own words.

    `evidence` is the words said, `attribution` the words that say who said them ("Yu wrote").
    """

    text: str
    direct: bool
    evidence: Evidence
    speaker: str | None = None
    speaker_key: str | None = None
    role: str | None = None
    attribution: Evidence | None = None
    confidence: float = 1.0


class Source(Struct, frozen=True):
    """Whom or what the article relies on. `statements` are the sentences that rest on it."""

    name: str
    kind: SourceKind
    evidence: tuple[Evidence, ...]
    key: str | None = None  # the entity's key, where the source is one
    role: str | None = None
    url: str | None = None
    statements: tuple[Evidence, ...] = ()
    confidence: float = 1.0


class SummarySentence(Struct, frozen=True):
    """A sentence of the article, word for word, and why it was chosen ("opens the article", "key figure: 31%")."""

    text: str
    evidence: Evidence
    reasons: tuple[str, ...] = ()


class Subject(Struct, frozen=True):
    """A key phrase, as the text first writes it."""

    text: str
    evidence: Evidence


class MadeBy(Struct, frozen=True):
    """What made the brief: the same article under the same of these gives the same brief, byte for byte."""

    converter: int
    tables: str  # digest of the tables in force, the user's own included
    models: tuple[str, ...] = ()


class Brief(Struct, frozen=True):
    """A structured brief of one article. Immutable; evidence in it points into its own parts."""

    id: str
    title: str | None
    published: str | None  # "YYYY-MM-DD", with "THH:MM" and offset where the article shows them
    publisher: str | None
    authors: tuple[Author, ...]
    language: str | None  # ISO 639-1
    address: str | None
    gist: str  # one line of at most 140 characters, for lists
    summary: tuple[SummarySentence, ...]
    key_figures: tuple[KeyFigure, ...]
    companies: tuple[Entity, ...]
    people: tuple[Entity, ...]
    organisations: tuple[Entity, ...]
    countries: tuple[Entity, ...]
    places: tuple[Entity, ...]
    sources: tuple[Source, ...]
    quotations: tuple[Quotation, ...]
    subjects: tuple[Subject, ...]
    other_figures: tuple[KeyFigure, ...]
    body: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    source: str  # the lines outside the body that evidence points into: bylines, credits, references
    metadata: str
    grounds: Grounds
    made_by: MadeBy
    notices: tuple[str, ...] = ()  # what of a very long article is not in the brief, a sentence for each bound

    @property
    def label(self) -> str:
        """What a list shows for it: the title, else the gist."""
        return self.title or self.gist or "(untitled)"

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Everything named, companies first."""
        return self.companies + self.people + self.organisations + self.countries + self.places

    def part(self, name: Part) -> str:
        """Return the text that evidence of this part counts in."""
        texts = {"body": self.body, "title": self.title, "source": self.source}
        return (texts | {"metadata": self.metadata, "address": self.address})[name] or ""
