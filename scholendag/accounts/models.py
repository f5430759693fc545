"""People who sign in: coaches and school leaders. Everyone else holds a link or a code."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address; case does not matter."""

    def create_user(self, email: str, name: str, password: str | None = None) -> "User":
        """A user who can sign in, or who cannot yet when `password` is None."""
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, name: str, password: str) -> "User":
        """A user with every right, for `manage.py createsuperuser`."""
        user = self.create_user(email, name, password)
        user.is_superuser = True
        user.save(update_fields=["is_superuser"])
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user with this address, whatever capitals were typed."""
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """Someone with an account."""

    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=80)
    is_active = models.BooleanField(default=True)
    saw_tour_at = models.DateTimeField("rondleiding gezien op", null=True, blank=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_short_name(self) -> Any:
        """The name as colleagues use it."""
        return self.name.split()[0] if self.name else self.email

    def see_tour(self) -> None:
        """Remember that the tour of the begeleider's page was finished or skipped."""
        self.saw_tour_at = timezone.now()
        self.save(update_fields=["saw_tour_at"])
