"""A number of a text with its place and its value, whatever it is written in."""

from __future__ import annotations

from typing import Literal, NamedTuple

Form = Literal["digits", "words", "fraction"]


class Numeral(NamedTuple):
    """A number with its place; `value` is full scale, `core_end` is where the number ends before its scale word."""

    start: int
    end: int
    value: float
    form: Form
    core_end: int
    grouped: bool = False  # thousands are marked: "39,000"
    scaled: bool = False  # a scale follows: "5 million", "$1.2bn"
    letter: str = ""  # the scale was this single letter, which may mean something else: "5m", "4K"
    decimals: int = 0
    factor: float = 1.0  # of the scale: 1e6 in "5 million"
