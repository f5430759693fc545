"""Contrast as WCAG 2.2 defines it, of every pair of tokens that meet on a page.

Source: WCAG 2.2, success criteria 1.4.3 (text, AA: 4.5), 1.4.6 (text, AAA: 7) and 1.4.11 (what is
not text: 3), and its definitions of contrast ratio and relative luminance.
"""

from dataclasses import dataclass

from scholendag.styleguide.tokens import Tokens

AA, AAA, SHAPE = 4.5, 7.0, 3.0
# Below this a channel of sRGB is linear.
LINEAR = 0.04045

PAPERS = ("paper", "surface", "sunken")
NOTES = ("note-green", "note-pink", "note-yellow", "note-blue", "note-grey")
LANES = ("lane-green", "lane-pink", "lane-yellow", "lane-blue", "lane-grey")
# What is written on what. These are read from the back of a room too, so they keep to AAA.
FROM_THE_BACK = (
    *(("ink", paper) for paper in PAPERS),
    *(("ink-soft", paper) for paper in PAPERS),
    *(("note-ink", note) for note in NOTES),
    *(("note-ink-soft", note) for note in NOTES),
    ("ink", "accent-soft"),
    ("accent-deep", "accent-soft"),
    ("on-soon", "soon"),
    ("on-bad", "bad"),
)
UP_CLOSE = (
    *(("accent", paper) for paper in PAPERS),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("ink", "good-soft"),
    ("ink", "warn-soft"),
    ("ink", "bad-soft"),
    ("warn", "warn-soft"),
    ("warn", "surface"),
    ("bad", "bad-soft"),
    ("bad", "surface"),
    ("on-bad", "bad-deep"),
    ("good", "surface"),
)
# Borders, dots, the ring of the focus: seen, not read.
SHAPES = (
    *(("line-strong", paper) for paper in PAPERS),
    *(("focus", paper) for paper in PAPERS),
    *((lane, "paper") for lane in LANES),
    ("accent-soft", "accent"),
    ("good-soft", "good"),
    ("warn-soft", "warn"),
    ("bad-soft", "bad"),
)


@dataclass(frozen=True)
class Pair:
    """Two tokens that meet, what they have to reach, and their ratio in light and in dark."""

    text: str
    ground: str
    least: float
    light: float
    dark: float

    @property
    def is_enough(self) -> bool:
        """In both schemes."""
        return min(self.light, self.dark) >= self.least


def pairs(tokens: Tokens) -> list[Pair]:
    """Every pair that is used, with what it comes to."""
    asked = [(FROM_THE_BACK, AAA), (UP_CLOSE, AA), (SHAPES, SHAPE)]
    return [
        Pair(text, ground, least, *_in_both(tokens, text, ground))
        for group, least in asked
        for text, ground in group
    ]


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours written as #rrggbb, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _in_both(tokens: Tokens, text: str, ground: str) -> tuple[float, float]:
    return (
        ratio(tokens.light[text], tokens.light[ground]),
        ratio(tokens.dark[text], tokens.dark[ground]),
    )


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= LINEAR else ((channel + 0.055) / 1.055) ** 2.4
