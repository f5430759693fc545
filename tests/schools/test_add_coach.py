import re
from io import StringIO

from django.core.management import call_command
from django.test import Client

from scholendag.accounts.models import User
from scholendag.schools.models import Membership, School


def add_coach(email: str = "Marieke@voorbeeld.example", school: str = "De Wilgenboom") -> str:
    out = StringIO()
    call_command("add_coach", email, "Marieke de Wit", school, "Utrecht", stdout=out)
    return out.getvalue()


def test_the_first_coach_of_a_host_can_sign_in(db: None) -> None:
    password = re.search(r"Password of marieke@voorbeeld.example: (\S+)", add_coach())[1]
    assert Client().login(username="marieke@voorbeeld.example", password=password)
    membership = Membership.objects.get(user__email="marieke@voorbeeld.example")
    assert (str(membership.school), membership.role) == ("De Wilgenboom", "coach")


def test_a_second_school_leaves_account_and_password_alone(db: None) -> None:
    add_coach()
    before = User.objects.get().password
    assert "Password" not in add_coach(school="Het Kompas")
    assert User.objects.get().password == before
    assert School.objects.count() == Membership.objects.count() == 2


def test_repeating_changes_nothing(db: None) -> None:
    add_coach()
    add_coach()
    assert School.objects.count() == Membership.objects.count() == User.objects.count() == 1
