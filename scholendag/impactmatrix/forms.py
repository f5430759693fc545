"""Where an idea goes: a point, or a quarter of the matrix by its name."""

from typing import Any

from django import forms

from scholendag.boards.planes import MOST, Spot
from scholendag.impactmatrix.kinds import MATRIX

WHERE = "Dit lukte niet. Kies waar de post-it heen gaat."


class PlaceForm(forms.Form):
    """Either `x` and `y`, 0 to 100 from the lower left corner, or `area`; an empty area is beside
    the matrix."""

    x = forms.IntegerField(required=False, min_value=0, max_value=MOST)
    y = forms.IntegerField(required=False, min_value=0, max_value=MOST)
    area = forms.ChoiceField(
        required=False, choices=[(area.key, area.title) for area in MATRIX.areas]
    )

    def clean(self) -> dict[str, Any]:
        """One of the two, whole."""
        found = super().clean() or self.cleaned_data
        has_point = found.get("x") is not None and found.get("y") is not None
        if has_point == ("area" in self.data):
            raise forms.ValidationError(WHERE)
        return found

    @property
    def spot(self) -> Spot | None:
        """The checked place."""
        if "area" not in self.data:
            return Spot(self.cleaned_data["x"], self.cleaned_data["y"])
        key = self.cleaned_data["area"]
        return MATRIX.area_called(key).middle if key else None
