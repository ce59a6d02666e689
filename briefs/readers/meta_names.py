"""The names of meta elements that news pages use, and what they speak of."""

from __future__ import annotations

import re
from functools import lru_cache

from briefs.extract.wordlist import words
from briefs.model import Field

_UPDATED = words(
    "article:modified_time og:article:modified_time article:modified og:modified_time og:updated_time lastmod",
    "last-modified date.updated date.modified datemodified dcterms.modified dc.modified dc.date.modified revision_date",
    "last-published last-updated article.updated",
)
_NAMED: dict[Field, str] = {
    "title": (
        "og:title twitter:title twitter:text:title headline dc.title dcterms.title parsely-title sailthru.title "
        "citation_title article:title"
    ),
    "publisher": (
        "og:site_name application-name apple-mobile-web-app-title publisher dc.publisher dcterms.publisher "
        "citation_publisher dc.publisher.corporatename twitter:site cre"
    ),
    "author": (
        "author article:author article:author_name og:article:author dc.creator dcterms.creator dc.contributor byl "
        "byline parsely-author sailthru.author cxenseparse:author cxense-author author.name article.author author_name "
        "mediator_author citation_author dc.creator.personalname twitter:creator lotame-author"
    ),
    "published": (
        "article:published_time article:published og:article:published_time og:published_time published_time "
        "publishdate publish-date publish_date publishtime publish_time pubdate publication_date publicationdate "
        "datepublished date dc.date dc.date.issued dc.date.created dc.date.published dc.created dcterms.date "
        "dcterms.created dcterms.issued sailthru.date parsely-pub-date cxenseparse:recs:publishtime "
        "cxenseparse:publishtime date.release originalpublicationdate article.published article.created "
        "article:create_at article_date_original published-date mediator_published_time citation_publication_date "
        "citation_online_date citation_date displaydate ptime pdate pub_date story_date creation_date sort_date "
        "docdate cdate savepage-pubdate"
    ),
    "language": "content-language og:locale dc.language language inlanguage",
}
_META = {name: field for field, names in _NAMED.items() for name in names.split()}
_META.update(dict.fromkeys(_UPDATED, "published"))
# Services of statistics and recommendation have names of their own that end alike: "dable:author", "ia:published_time".
_VENDOR = r"(?:(?!(?:book|music|video|theme|web|template|design|game)[:._-])[a-z][a-z0-9]{1,19}[:._]){0,2}"
_AUTHOR = re.compile(
    rf"{_VENDOR}(?:content|news|article)?[:._-]?(?:authors?|creator|byline)(?:[:._-]?names?)?", re.IGNORECASE
)
_PUBLISHED = re.compile(
    rf"{_VENDOR}(?:article|content|gsa|rb|news|story)?[:._-]?(?:first[-_]?)?"
    r"(?:pub(?:lish(?:ed)?|lication)?[-_.]?(?:date|time|at|on)(?:_?time)?|published|"
    r"creat(?:e|ed)(?:[-_]?(?:date|at|time))?|release_date)",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = words("web_author web-author web.author site.author site_author theme-author generator.author")


@lru_cache(maxsize=512)
def field_of(name: str) -> tuple[Field, str] | None:
    """Return the field that the meta element `name` (lower case) tells, and its origin; None where it tells another."""
    field = _META.get(name)
    if field:
        return field, "updated" if name in _UPDATED else name
    if len(name) > 60 or name in _SOMEBODY_ELSE:
        return None
    if _AUTHOR.fullmatch(name):
        return "author", name
    return ("published", name) if _PUBLISHED.fullmatch(name) else None
