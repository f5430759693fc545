"""What there is to know about schools."""

from django.db.models import QuerySet

from scholendag.accounts.models import User
from scholendag.schools.models import Membership, School


def coached_schools(user: User) -> QuerySet[School]:
    """The schools where this user is expertcoach, by name."""
    return School.objects.filter(
        memberships__user=user, memberships__role=Membership.Role.COACH
    ).order_by("name", "pk")
