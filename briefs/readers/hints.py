"""What the elements of a page say of the text in them: by what they are, and by how their class and id are named."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

# Words in the class, id, role or item property of an element, and what they say.
_NAMES = {
    "navigation": r"wm-ipp(?:-base)?|nav|navbar|navigation|menu|breadcrumbs?|sitemap|skip|topbar|masthead|toolbar",
    "footer": r"footer|colophon|copyright|legal",
    "aside": r"aside|sidebar|rail|widget|complementary|infobox|factbox|promo|teaser|inset|pullquote|pull-quote",
    "related": r"related|recommend(?:ed|ations?)?|suggest(?:ed|ions?)|more-(?:on|from|stories|news)|trending|latest|"
    r"read-?(?:more|next|also)|also-?(?:read|like)|see-?also|most-?(?:read|popular|viewed)|popular|up-?next|you-may|"
    r"further-reading|recirc\w{0,20}|story-?package|(?:inline|external)-?links?|outbrain|taboola|zergnet",
    "comments": r"comments?|disqus|respond|discussion|livefyre|reply",
    "share": r"share|sharing|social|sharedaddy|addthis|follow|shareaholic",
    "newsletter": r"newsletter|subscri(?:be|ption|ptions)|sign-?up|paywall|optin|mailchimp|registration|donat(?:e|ion)",
    "advert": r"ads?|advert(?:s|isement|isements|ising|orial)?|sponsor(?:ed)?|dfp|gpt|banner",
    "tags": r"tags?|topics?|keywords|categories|taxonomy|article-tags|post-tags",
    "cookie": r"cookies?|consent|gdpr|ccpa",
    "caption": r"caption|wp-caption-text|figcaption|(?:photo|image)-?credit|media-?caption|credit|gallery|slideshow|"
    r"carousel|bildergalerie|diaporama",
    "headline": r"headline|(?:entry|post|article|story|news)-(?:title|headline|heading)",
    "byline": r"bylines?|by-line|authors?|author-?name|contributors?|writer|reporter|post-author|vcard|reader-credits",
    "date": r"date|dateline|published|(?:publish|pub|post|entry|article)-?date|timestamp|time|posted-on|"
    r"datepublished|datetime|time-?ago|ago|pub(?:lish)?-?time|pub-?date|dt-published",
    "bio": r"bio|author-?(?:bio|box|info|description)|about-?author|author-?card",
    "print": r"print-only|printonly|screen-reader-text|sr-only|visually-?hidden|a11y",
}
_HINTS = re.compile("|".join(rf"(?P<{name}>(?<![a-z0-9])(?:{words})(?![a-z0-9]))" for name, words in _NAMES.items()))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ELEMENT_HINTS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption",
    "figure": "figure",
    "form": "form",
    "blockquote": "quote",
    "header": "header",
    "table": "table",
}


def hints_of(element: etree._Element, tag: str) -> frozenset[str]:
    """Return what the element's own names say about the text in it."""
    found = {_ELEMENT_HINTS[tag]} if tag in _ELEMENT_HINTS else set()
    if tag in {"body", "html", "main", "article"}:
        return frozenset(found)
    get = element.get
    names = " ".join([value[:300] for attribute in _NAMING if (value := get(attribute))])
    return _named(names).union(found) if names else frozenset(found)


_NAMING = ("class", "id", "role", "itemprop", "rel", "data-component", "data-testid")


@lru_cache(maxsize=2048)  # a page names its boxes alike
def _named(names: str) -> frozenset[str]:
    names = _CAMEL.sub("-", names).lower().replace("_", "-")
    return frozenset(match.lastgroup or "" for match in _HINTS.finditer(names))
