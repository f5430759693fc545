"""Roles by name: who hands them out, who takes them back, and what the log says of it."""

import pytest
from django.http import HttpResponse

from scholendag.agenda.models import LogEntry
from scholendag.sessies import actions, handing_out, rules
from scholendag.sessies.actors import Actor, link_for
from scholendag.sessies.models import AccessLink
from scholendag.sessies.refused import Refused
from tests.cast import Cast, PageClient
from tests.roles import helper, link_of

Role = AccessLink.Role
DAY = "/begeleiden/{}/delen/"


def hand_out(cast: Cast, client: PageClient, **data: str) -> HttpResponse:
    return client.post(f"/begeleiden/{cast.sessie.pk}/links/", data, follow=True)


def withdraw(cast: Cast, client: PageClient, link: AccessLink) -> HttpResponse:
    return client.post(f"/begeleiden/{cast.sessie.pk}/links/{link.pk}/trek-in/", follow=True)


def share_page(cast: Cast, client: PageClient) -> str:
    return client.get(DAY.format(cast.sessie.pk)).content.decode()


def log(cast: Cast) -> list[str]:
    return [str(entry) for entry in LogEntry.objects.filter(sessie=cast.sessie).order_by("pk")]


def outsiders(cast: Cast) -> list[PageClient]:
    """Who hands out nothing here: everyone but a coach of this school with an account."""
    helpers = [cast.client(link_of(cast.sessie, role, "Ravi")) for role in rules.HANDED_OUT[:4]]
    return [cast.client(cast.olaf), cast.client(cast.anna), cast.client(), *helpers]


@pytest.mark.parametrize("role", rules.HANDED_OUT)
def test_the_new_link_stands_on_the_page_with_the_name_and_opens_a_page(
    cast: Cast, role: Role
) -> None:
    html = hand_out(cast, cast.client(cast.marieke), holder="  joris ", role=role).content.decode()
    link = AccessLink.objects.get(holder="joris")
    path = "terugkijken" if role == Role.SCHOOLLEIDER else "rol"
    assert f'data-copy="http://testserver/{path}/{link.token}/"' in html
    assert "De link voor joris staat klaar" in html
    assert cast.client().get(f"/{path}/{link.token}/").status_code in (200, 302)


def test_the_log_says_who_gave_and_took_what(cast: Cast) -> None:
    client = cast.client(cast.marieke)
    hand_out(cast, client, holder="Joris", role="medebegeleider")
    withdraw(cast, client, AccessLink.objects.get(holder="Joris"))
    scherm = actions.ensure_links(cast.sessie)[Role.SCHERM]
    client.post(f"/begeleiden/{cast.sessie.pk}/links/{scherm.pk}/vernieuw/")
    assert log(cast) == [
        "Marieke de Wit maakte een link voor Joris (medebegeleider)",
        "Marieke de Wit trok de link van Joris (medebegeleider) in",
        "Marieke de Wit verving de link van scherm",
    ]


def test_several_people_can_have_one_role(cast: Cast) -> None:
    client = cast.client(cast.marieke)
    for holder in ("Joris", "Ravi"):
        hand_out(cast, client, holder=holder, role="gespreksleider")
    assert AccessLink.objects.filter(role="gespreksleider", revoked_at=None).count() == 2


def test_a_form_that_is_sent_twice_makes_one_link(cast: Cast) -> None:
    client = cast.client(cast.marieke)
    hand_out(cast, client, holder="Joris", role="aantekenaar")
    again = hand_out(cast, client, holder="jóris", role="aantekenaar")
    assert again.status_code == 422
    assert "heeft al een link als aantekenaar" in again.content.decode()
    assert AccessLink.objects.filter(role="aantekenaar").count() == 1
    assert len(log(cast)) == 1


def test_a_withdrawn_name_can_get_a_new_link(cast: Cast) -> None:
    client = cast.client(cast.marieke)
    old = link_of(cast.sessie, Role.AANTEKENAAR)
    withdraw(cast, client, old)
    hand_out(cast, client, holder="Joris", role="aantekenaar")
    assert AccessLink.objects.get(holder="Joris", revoked_at=None).token != old.token


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"holder": "", "role": "aantekenaar"}, "Typ voor wie de link is."),
        ({"holder": "x" * 41, "role": "aantekenaar"}, "Deze naam is te lang."),
        ({"holder": "\u202e\u200b", "role": "aantekenaar"}, "niet lezen als naam"),
        ({"holder": "Joris"}, "Kies een rol."),
        ({"holder": "Joris", "role": "bord"}, "Deze rol bestaat niet."),
        ({"holder": "Joris", "role": "deelnemer"}, "Deze rol bestaat niet."),
        ({"holder": "Joris", "role": "baas"}, "Deze rol bestaat niet."),
    ],
)
def test_what_is_filled_in_wrongly_makes_nothing(
    cast: Cast, data: dict[str, str], complaint: str
) -> None:
    response = hand_out(cast, cast.client(cast.marieke), **data)
    assert response.status_code == 422
    assert complaint in response.content.decode()
    assert not AccessLink.objects.exclude(holder="").exists()


def test_there_is_an_end_to_the_links_of_a_day(cast: Cast) -> None:
    for number in range(rules.MOST_HELPERS):
        link_of(cast.sessie, Role.DATAREDACTEUR, f"Redacteur {number}")
    with pytest.raises(Refused, match="Trek eerst een link in"):
        handing_out.hand_out(cast.coach, Role.DATAREDACTEUR, "Joris")


def test_a_withdrawn_link_opens_nothing_and_leaves_the_page(cast: Cast) -> None:
    link, other = (link_of(cast.sessie, Role.DATAREDACTEUR, name) for name in ("Joris", "Ravi"))
    html = withdraw(cast, cast.client(cast.marieke), link).content.decode()
    assert link_for(link.token, Role.DATAREDACTEUR) is None
    assert link.token not in html
    assert other.token in html
    assert cast.client().get(f"/rol/{link.token}/").status_code == 404


def test_withdrawing_twice_is_once(cast: Cast) -> None:
    link, client = link_of(cast.sessie, Role.DATAREDACTEUR), cast.client(cast.marieke)
    for _ in range(2):
        assert withdraw(cast, client, link).status_code == 200
    assert len(log(cast)) == 1


def test_only_a_coach_with_an_account_hands_out_and_withdraws(cast: Cast) -> None:
    link = link_of(cast.sessie, Role.AANTEKENAAR)
    for client in outsiders(cast):
        made = hand_out(cast, client, holder="Sluiper", role="medebegeleider")
        assert made.status_code == 404
        assert withdraw(cast, client, link).status_code == 404
        scherm = actions.ensure_links(cast.sessie)[Role.SCHERM]
        path = f"/begeleiden/{cast.sessie.pk}/links/{scherm.pk}/vernieuw/"
        assert client.post(path).status_code == 404
    assert not AccessLink.objects.filter(holder="Sluiper").exists()
    assert not AccessLink.objects.exclude(revoked_at=None).exists()


def test_a_link_of_another_day_and_one_without_a_name_are_not_withdrawn(cast: Cast) -> None:
    other = link_of(cast.other_sessie, Role.MEDEBEGELEIDER)
    join = actions.ensure_links(cast.sessie)[Role.DEELNEMER]
    for link in (other, join):
        assert withdraw(cast, cast.client(cast.marieke), link).status_code == 404
    assert not AccessLink.objects.exclude(revoked_at=None).exists()


def test_a_medebegeleider_sees_no_link_with_which_they_could_stay_in(cast: Cast) -> None:
    links = actions.ensure_links(cast.sessie)
    others = [link_of(cast.sessie, role, "Ravi") for role in rules.HANDED_OUT]
    html = share_page(cast, cast.client(link_of(cast.sessie, Role.MEDEBEGELEIDER)))
    assert links[Role.DEELNEMER].token in html
    assert links[Role.SCHERM].token in html
    assert links[Role.SCHOOLLEIDER].token not in html
    assert not [link for link in others if link.token in html]
    shown = html[html.index("<main") :]
    assert "Trek in" not in shown
    assert "Geef iemand een rol" not in shown


def test_the_nameless_link_of_the_schoolleider_stays_apart_from_those_with_a_name(
    cast: Cast,
) -> None:
    named = link_of(cast.sessie, Role.SCHOOLLEIDER, "Fatma")
    unnamed = actions.ensure_links(cast.sessie)[Role.SCHOOLLEIDER]
    new = actions.renew_link(unnamed)
    assert new.holder == ""
    assert len({named.pk, unnamed.pk, new.pk}) == 3
    assert link_for(named.token, Role.SCHOOLLEIDER) == named


def test_the_page_says_whether_a_link_was_opened(cast: Cast) -> None:
    link = link_of(cast.sessie, Role.DATAREDACTEUR)
    client = cast.client(cast.marieke)
    assert "nog niet" in share_page(cast, client)
    cast.client().get(f"/rol/{link.token}/")
    assert "nog niet" not in share_page(cast, client)


def test_a_hostile_name_stays_text(cast: Cast) -> None:
    actor = Actor(cast.sessie, cast.coach.role, user=cast.marieke)
    handing_out.hand_out(actor, Role.MEDEBEGELEIDER, "<b>J")
    assert "<b>J" not in share_page(cast, cast.client(cast.marieke))


def test_who_is_in_by_a_link_may_not_let_others_in(cast: Cast) -> None:
    joris = helper(cast.sessie, Role.MEDEBEGELEIDER)
    assert joris.is_coach
    assert not rules.may_hand_out(joris)
    assert not rules.may_end(joris)
    assert rules.may_hand_out(cast.coach)
