"""From article to brief: the whole conversion on one screen.

Every step finds one part of the brief and brings its evidence along. The result depends on the article and the tables
alone: never on the machine, the clock, the locale or the order of work.
"""

from __future__ import annotations

from briefs.extract.authors import find_authors
from briefs.extract.body import choose_body
from briefs.extract.document import Document
from briefs.extract.figures import find_figures
from briefs.extract.gist import gist_of
from briefs.extract.language import find_language
from briefs.extract.naming.steps import find_names
from briefs.extract.notices import find_notices
from briefs.extract.page.lines import lines_of
from briefs.extract.published import find_published
from briefs.extract.publisher import find_publisher
from briefs.extract.quotations import find_quotations
from briefs.extract.sources import find_sources
from briefs.extract.subjects import find_subjects
from briefs.extract.summary import summarise
from briefs.extract.title import find_title
from briefs.model import Article, Brief, Grounds, MadeBy
from briefs.parts import trim_source
from briefs.tables import Tables, default_tables
from briefs.version import CONVERTER


def convert(article: Article, identifier: str, tables: Tables | None = None) -> Brief:
    """Return the brief of `article` under `identifier`. Raises SourceError where no text of an article is left."""
    tables = tables or default_tables()

    lines = lines_of(article)
    title, title_ground = find_title(article, lines)
    body = choose_body(article, title, lines)
    language, language_ground = find_language(article, body.text)
    published, published_ground = find_published(article, body)
    publisher, publisher_ground = find_publisher(article, body, tables, title)
    authors = find_authors(article, body, publisher, tables)

    document = Document(title, body.text, body.blocks, language, published)
    names = find_names(document, tables, authors)
    figures = find_figures(document, names)
    quotations = find_quotations(document, names)
    sources = find_sources(document, article, body, names, tables)
    summary = summarise(document, names, figures.key, quotations)

    brief = Brief(
        id=identifier,
        title=title,
        published=published,
        publisher=publisher,
        authors=authors,
        language=language,
        address=article.address,
        gist=gist_of(document, summary),
        summary=summary,
        key_figures=figures.key,
        companies=names.companies,
        people=names.people,
        organisations=names.organisations,
        countries=names.countries,
        places=names.places,
        sources=sources,
        quotations=quotations,
        subjects=find_subjects(document, names),
        other_figures=figures.other,
        body=body.text,
        blocks=body.blocks,
        links=body.links,
        source=article.source,
        metadata=article.metadata,
        grounds=Grounds(title_ground, publisher_ground, published_ground, language_ground),
        made_by=MadeBy(CONVERTER, tables.digest),
        notices=find_notices(body.text, figures, quotations),
    )
    return trim_source(brief)
