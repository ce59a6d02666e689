"""Text as scraped pages may hold it, for tests that hold for every text."""

from __future__ import annotations

from hypothesis import strategies as st

from briefs.text import sanitise

# What scraped pages hold, and what they hold to do harm.
bits = st.sampled_from(
    [
        *"\n\r\t\v\f\x00\x1b\x07\x7f\x85\x9b\u200b\u200c\u200d\u200e\u202e\u2028\u2029\u2066\u2069\ufeff\u00ad\u061c",
        *"\ud800\udfff\U000e0041\ufff9\u2060\u0301\u0327e\u0301Åéक्‍षکا👩🏽🔬.!?。！？؟।\"'”’」)([$€%&-‑–— ",
        *(
            "U.S.",
            "Mr.",
            "3.5",
            "1,000",
            "said ",
            "A. B. ",
            "e.g. ",
            "01.AI",
            "R&D",
            "o’clock",
            "شرکت",
            "会社は",
            "공사",
        ),
    ]
)
texts = st.lists(bits | st.characters(), max_size=60).map("".join)
clean = texts.map(sanitise)
