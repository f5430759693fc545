"""How many colleagues are simulated."""

from django import forms

from scholendag.rehearsal.models import FEWEST, MOST

RANGE = f"Kies een getal van {FEWEST} tot en met {MOST}."


class ColleaguesForm(forms.Form):
    """The number of simulated colleagues."""

    colleagues = forms.IntegerField(
        label="Hoeveel nepcollega's doen mee?",
        help_text=f"{RANGE} Vanaf 16 zijn er twee teams.",
        min_value=FEWEST,
        max_value=MOST,
        initial=16,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), RANGE),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
