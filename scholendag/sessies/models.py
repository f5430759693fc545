"""The shared model: one gathering of a school, who takes part, and the links that open it."""

import secrets
import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from scholendag.schools.models import School, Team
from scholendag.sessies.tokens import digest_of, new_salt, token_for

# Without letters and digits that are mistaken for each other when read aloud or from a beamer.
CODE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 6


def new_code() -> str:
    """A code of six characters to type, such as `K7MP4X`."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


class Sessie(models.Model):
    """One gathering of a school: a scholendag, a bordsessie, a kennissessie."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="sessies")
    title = models.CharField("titel", max_length=120)
    theme = models.CharField("thema", max_length=200, blank=True)
    starts_at = models.DateTimeField("begint om")
    code = models.CharField(max_length=CODE_LENGTH, unique=True, default=new_code)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    # The day that this is a proefrit of: a copy to try out and throw away.
    rehearsal_of = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="rehearsals"
    )

    class Meta:
        ordering = ("-starts_at",)

    def __str__(self) -> str:
        return self.title

    @property
    def is_closed(self) -> bool:
        """The day is over: everything can be read, nothing written but the verbeterbord."""
        return self.closed_at is not None

    @property
    def is_rehearsal(self) -> bool:
        """A proefrit: no real person takes part."""
        return self.rehearsal_of_id is not None


class Techniekkaart(models.Model):
    """Who does what about the technique on the day (domein.md, 1A, 2)."""

    class Platform(models.TextChoices):
        TEAMS = "teams", "Microsoft Teams"
        MEET = "meet", "Google Meet"
        ZOOM = "zoom", "Zoom"
        JITSI = "jitsi", "Jitsi"
        PLACE = "lokaal", "We zitten bij elkaar"

    sessie = models.OneToOneField(Sessie, on_delete=models.CASCADE, related_name="techniekkaart")
    platform = models.CharField(
        "waar zitten de groepjes", max_length=10, choices=Platform.choices, blank=True
    )
    host = models.CharField("wie is host", max_length=80, blank=True)
    # Else everyone goes to a room by its own link.
    host_divides = models.BooleanField("de host deelt de groepjes in", default=False)
    help_phone = models.CharField("telefoonnummer voor hulp", max_length=30, blank=True)

    def __str__(self) -> str:
        return f"Techniekkaart van {self.sessie}"

    @property
    def is_in_one_place(self) -> bool:
        """Everyone is in one building: there are tables, and no video rooms."""
        return self.platform == self.Platform.PLACE

    @property
    def dialled(self) -> str:
        """The phone number as a phone takes it."""
        return "".join(character for character in self.help_phone if character in "+0123456789")


class Secret(models.Model):
    """Something that a secret token opens."""

    purpose: ClassVar[str]

    salt = models.CharField(max_length=32, default=new_salt)
    token_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Store the hash of the token beside the salt that it is made from."""
        self.token_hash = self.token_hash or digest_of(self.token)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def token(self) -> str:
        """The secret itself, for the link or the cookie. Never logged, never stored."""
        return token_for(self.purpose, self.salt)


# A page without a socket fetches itself every few seconds; in a hidden tab every quarter of a
# minute, and in one that a browser lets sleep every minute. We note that down once a minute.
ABSENT_AFTER = timedelta(minutes=3)


class Participant(Secret):
    """Someone who takes part with a first name and without an account: a deelnemer."""

    purpose = "deelnemer"

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="participants")
    name = models.CharField("voornaam", max_length=40)
    bouw = models.CharField("bouw of vak", max_length=40, blank=True)
    # Made with the form, so that a form that is sent twice cannot make two people.
    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    joined_at = models.DateTimeField(auto_now_add=True)
    present_since = models.DateTimeField(null=True, blank=True)
    # Of who has no socket: when their page was last fetched, to the minute. Empty with a socket.
    polled_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name

    @property
    def dom_id(self) -> str:
        """The id of this person on every page."""
        return f"persoon-{self.pk}"

    @property
    def is_present(self) -> bool:
        """A page of this person is open: connected, or fetched not long ago."""
        has_gone = self.absent_at is not None and self.absent_at <= timezone.now()
        return self.present_since is not None and not has_gone

    @property
    def absent_at(self) -> datetime | None:
        """When they count as gone if they do not fetch any more; None with a socket."""
        return self.polled_at and self.polled_at + ABSENT_AFTER


class Duty(models.Model):
    """A task of one day that gives one more right, such as taking notes in the leerlingarena."""

    class Kind(models.TextChoices):
        AANTEKENAAR = "aantekenaar", "aantekenaar"

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="duties")
    kind = models.CharField(max_length=20, choices=Kind.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("participant", "kind"), name="one_duty_once"),
        )

    def __str__(self) -> str:
        return f"{self.participant} is {self.get_kind_display()}"


class AccessLink(Secret):
    """A link that gives one role. Roles belong to links, not to accounts."""

    purpose = "link"

    class Role(models.TextChoices):
        DEELNEMER = "deelnemer", "deelnemer"
        SCHERM = "scherm", "scherm"
        SCHOOLLEIDER = "schoolleider", "schoolleider"
        BORD = "bord", "verbeterbord"
        MEDEBEGELEIDER = "medebegeleider", "medebegeleider"
        DATAREDACTEUR = "dataredacteur", "dataredacteur"
        GESPREKSLEIDER = "gespreksleider", "gespreksleider"
        AANTEKENAAR = "aantekenaar", "aantekenaar"
        VERTELLER = "verteller", "verteller"

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="links")
    role = models.CharField(max_length=20, choices=Role.choices)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, blank=True)
    # The name of whom it was made for; only of a role that several people may have.
    holder = models.CharField("voor wie", max_length=40, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    # When it was last opened; only of a link with a holder.
    opened_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(role="bord") ^ models.Q(team=None),
                name="only_a_bord_link_has_a_team",
            ),
            models.UniqueConstraint(
                fields=("sessie", "role"),
                condition=models.Q(revoked_at=None, team=None, holder=""),
                name="one_living_link_per_role",
            ),
        )

    @property
    def dom_id(self) -> str:
        """The id of this link on the page where it is handed out."""
        return f"link-{self.pk}"

    @property
    def is_revoked(self) -> bool:
        """The link opens nothing any more."""
        return self.revoked_at is not None

    def revoke(self) -> None:
        """Close the door. A new link can be made; this one never works again."""
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])
