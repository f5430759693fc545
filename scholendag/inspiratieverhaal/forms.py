"""What a teller fills in: an answer, and a picture with words for who cannot see it."""

from typing import ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat

from scholendag.inspiratieverhaal.models import LONGEST_ALT, LONGEST_ANSWER, Picture
from scholendag.inspiratieverhaal.photos import MOST_BYTES, NotAPicture, Photo, drawn_anew
from scholendag.sessies.refused import Refused

TOO_LONG = "Dit is te lang. Gebruik hooguit %(limit_value)d tekens, jij typte er %(show_value)d."
ALT_LABEL = "Wat zie je op deze foto?"
NO_ALT = "Vertel in een paar woorden wat er op de foto staat."


class AnswerForm(forms.Form):
    """The answer to one guiding question."""

    text = forms.CharField(
        required=False, max_length=LONGEST_ANSWER, error_messages={"max_length": TOO_LONG}
    )


class AltForm(forms.ModelForm[Picture]):
    """What is on a picture, in words."""

    class Meta:
        model = Picture
        fields = ("alt",)
        labels: ClassVar[dict[str, str]] = {"alt": ALT_LABEL}
        error_messages: ClassVar[dict[str, dict[str, str]]] = {
            "alt": {"required": NO_ALT, "max_length": TOO_LONG}
        }


class PictureForm(forms.Form):
    """A file from the teller's device; valid, it is a picture of our own."""

    file = forms.FileField(
        label="Kies een foto",
        help_text="JPEG, PNG of WebP, hooguit 8 MB.",
        error_messages={
            "required": "Kies eerst een foto.",
            "empty": NotAPicture.message,
            "invalid": "Kies eerst een foto.",
        },
        widget=forms.FileInput(
            attrs={"accept": "image/jpeg,image/png,image/webp", "data-most-bytes": MOST_BYTES}
        ),
    )
    alt = forms.CharField(
        label=ALT_LABEL,
        help_text="Wie de foto niet kan zien, hoort of leest dit.",
        max_length=LONGEST_ALT,
        error_messages={"required": NO_ALT, "max_length": TOO_LONG},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_file(self) -> Photo:
        """The picture, drawn anew."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        size = file.size or 0
        if size > MOST_BYTES:
            raise forms.ValidationError(
                f"Deze foto is te groot: {filesizeformat(size)}. Kies er een van hooguit 8 MB."
            )
        try:
            return drawn_anew(file)
        except Refused as refused:
            raise forms.ValidationError(refused.message) from None
