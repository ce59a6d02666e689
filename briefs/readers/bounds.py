"""What no article is as large as: refused at the door, before it costs minutes and gigabytes.

Long newspaper features have 100,000 characters and a long novel three million; conversion takes up to 10 seconds and
some 70 MB for a million. Everything below the bounds is converted whole.
"""

from __future__ import annotations

from briefs.errors import SourceError

LONGEST = 6_000_000  # characters of text
_MOST_TAGS = 1_000_000  # of markup, whose embedded pictures may make it much longer than its text


def check_length(length: int) -> None:
    """Raise SourceError where a text of `length` characters is longer than any article."""
    if length > LONGEST:
        raise SourceError(
            f"Its text has {length:,} characters, and no article has more than {LONGEST:,}; cut it into its parts."
        )


def check_markup(markup: str) -> None:
    """Raise SourceError where `markup` has more elements than the page of any article."""
    tags = markup.count("<")
    if tags > _MOST_TAGS:
        raise SourceError(
            f"The page has {tags:,} tags, and no article's has more than {_MOST_TAGS:,}; save the article alone."
        )
