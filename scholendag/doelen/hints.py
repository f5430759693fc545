"""Soft hints about a goal: a question to think about, never a refusal. Pure."""

import re

ABOUT_TEACHERS = re.compile(r"\s*(wij|we|ik|leraren|docenten|leerkrachten)\b", re.IGNORECASE)
# About two lines on a phone; a goal that is longer is seldom small.
LONG = 120


def hint_for(pupils_text: str) -> str:
    """What to ask about this goal: who notices it, or can it be smaller? Nothing if it is fine."""
    if ABOUT_TEACHERS.match(pupils_text):
        return "Wat merken leerlingen hiervan?"
    if len(pupils_text.strip()) > LONG:
        return "Kan het kleiner?"
    return ""
