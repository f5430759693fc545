"""Signing in."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField

MAX_PASSWORD_LENGTH = 200


class SignInForm(AuthenticationForm):
    """E-mail address and password. It never says which of the two is wrong."""

    error_messages = {
        "invalid_login": (
            "Dit e-mailadres en wachtwoord horen niet bij elkaar. Heb je ze goed getypt?"
        ),
        "inactive": "Met dit account kun je niet meer inloggen. Vraag wie het je gaf.",
    }

    username = UsernameField(
        label="E-mailadres",
        max_length=254,
        error_messages={"required": "Typ je e-mailadres.", "max_length": "Dit adres is te lang."},
        widget=forms.EmailInput(attrs={"autofocus": True}),
    )
    password = forms.CharField(
        label="Wachtwoord",
        strip=False,
        # Hashing a text without end would keep the server busy.
        max_length=MAX_PASSWORD_LENGTH,
        error_messages={
            "required": "Typ je wachtwoord.",
            "max_length": "Dit wachtwoord is te lang.",
        },
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
