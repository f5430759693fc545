"""Coming in, as a browser does it."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.utils import timezone

from scholendag.sessies import actions, rules
from scholendag.sessies.actors import cookie_name
from scholendag.sessies.models import AccessLink, Participant
from tests.cast import Cast, PageClient, SessieFactory


def join_path(cast: Cast) -> str:
    link = actions.ensure_links(cast.sessie)[AccessLink.Role.DEELNEMER]
    return f"/doe-mee/{link.token}/"


def day_path(cast: Cast) -> str:
    return f"/dag/{cast.sessie.code}/"


def fill_in(cast: Cast, client: PageClient | None = None, **fields: Any) -> HttpResponse:
    data = {"name": "Anna", "bouw": "", "client_id": str(uuid.uuid4())}
    return (client or cast.client()).post(join_path(cast), data | fields)


class TestCode:
    @pytest.mark.parametrize("spelling", [str, str.lower, " ".join, "-".join, ".".join])
    def test_leads_to_the_day_however_it_is_typed(self, cast: Cast, spelling: Any) -> None:
        response = cast.client().get("/doe-mee/", {"code": spelling(cast.sessie.code)})
        assert response.status_code == 302
        assert response["Location"] == join_path(cast)

    def test_an_unknown_one_is_kept_in_the_form(self, cast: Cast) -> None:
        response = cast.client().get("/doe-mee/", {"code": "ZZZZZZ"})
        assert response.status_code == 422
        assert "Wij kennen deze code niet" in response.content.decode()
        assert 'value="ZZZZZZ"' in response.content.decode()

    @pytest.mark.parametrize(
        ("typed", "message"),
        [
            ("", "Typ de code"),
            ("K7MP0X", "nooit de letters O en I"),
            ("K7MP", "Jij typte er 4"),
            ("K" * 41, "te lang"),
            ("K7MP4\x00", "Null"),
        ],
    )
    def test_a_wrong_one_is_explained(self, cast: Cast, typed: str, message: str) -> None:
        response = cast.client().get("/doe-mee/", {"code": typed})
        assert response.status_code == 422
        assert message in response.content.decode()

    def test_typing_it_makes_nobody(self, cast: Cast) -> None:
        cast.client().get("/doe-mee/", {"code": cast.sessie.code}, follow=True)
        assert not Participant.objects.exists()

    def test_the_page_asks_for_it(self, cast: Cast) -> None:
        response = cast.client().get("/doe-mee/")
        assert response.status_code == 200
        assert 'name="code"' in response.content.decode()


class TestJoining:
    def test_a_link_scanner_makes_nobody_and_is_nobody(self, cast: Cast) -> None:
        for method in ("get", "head"):
            response = getattr(cast.client(), method)(join_path(cast))
            assert response.status_code == 200
            assert cookie_name(cast.sessie) not in response.cookies
        assert not Participant.objects.exists()

    def test_a_name_is_enough(self, cast: Cast) -> None:
        response = fill_in(cast)
        assert response.status_code == 302
        assert response["Location"] == day_path(cast)
        assert Participant.objects.get().name == "Anna"

    def test_the_cookie_is_kept_from_scripts_and_other_sites(self, cast: Cast) -> None:
        cookie = fill_in(cast).cookies[cookie_name(cast.sessie)]
        assert cookie.value == Participant.objects.get().token
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
        assert cookie["max-age"] == timedelta(days=60).total_seconds()
        assert not cookie["secure"]

    def test_over_https_the_cookie_is_secure(self, cast: Cast, settings: LazySettings) -> None:
        settings.SECURE = True
        assert fill_in(cast).cookies[cookie_name(cast.sessie)]["secure"]

    def test_name_and_bouw_are_tidied(self, cast: Cast) -> None:
        fill_in(cast, name="  Anne   Marie ", bouw=" Groep  4 ")
        participant = Participant.objects.get()
        assert (participant.name, participant.bouw) == ("Anne Marie", "Groep 4")

    def test_nothing_but_the_form_is_taken(self, cast: Cast) -> None:
        fill_in(cast, removed_at="2026-01-01", token_hash="x", sessie=cast.other_sessie.pk)
        participant = Participant.objects.get()
        assert participant.sessie == cast.sessie
        assert participant.removed_at is None

    def test_who_is_in_goes_straight_to_the_day(self, cast: Cast) -> None:
        for method in ("get", "post"):
            response = getattr(cast.client(cast.anna), method)(join_path(cast))
            assert response["Location"] == day_path(cast)
        assert Participant.objects.get() == cast.anna

    def test_who_is_in_on_another_day_is_asked_for_a_name(self, cast: Cast) -> None:
        assert cast.client(cast.zoe).get(join_path(cast)).status_code == 200

    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({"name": ""}, "Typ je voornaam"),
            ({"name": "   "}, "Typ je voornaam"),
            ({"name": "x" * 41}, "jij typte er 41"),
            ({"name": "12345"}, "niet lezen als naam"),
            ({"name": "An\u202ena"}, "niet lezen als naam"),
            ({"bouw": "y" * 41}, "jij typte er 41"),
            ({"bouw": "On\u200bderbouw"}, "niet lezen"),
        ],
    )
    def test_wrong_input_is_explained_and_kept(
        self, cast: Cast, fields: dict[str, str], message: str
    ) -> None:
        response = fill_in(cast, **({"bouw": "Bovenbouw"} | fields))
        html = response.content.decode()
        assert response.status_code == 422
        assert message in html
        assert all(f'value="{text}"' in html for text in fields.values() if text.strip())
        assert not Participant.objects.exists()

    def test_the_longest_name_fits(self, cast: Cast) -> None:
        fill_in(cast, name="x" * 40)
        assert Participant.objects.get().name == "x" * 40

    def test_a_hostile_name_stays_text(self, cast: Cast) -> None:
        fill_in(cast, name="<script>a()</script>")
        html = fill_in(cast, name="<script>a()</script>").content.decode()
        assert "<script>a()" not in html
        assert "Ben jij &lt;script&gt;a()&lt;/script&gt; die er al is?" in html

    def test_pressing_twice_makes_one_person(self, cast: Cast) -> None:
        form = str(uuid.uuid4())
        first, second = (fill_in(cast, client_id=form) for _ in range(2))
        name = cookie_name(cast.sessie)
        assert first.cookies[name].value == second.cookies[name].value
        assert Participant.objects.count() == 1

    @pytest.mark.parametrize("client_id", ["", "x", "1" * 500])
    def test_a_form_without_a_right_id_still_works(self, cast: Cast, client_id: str) -> None:
        assert fill_in(cast, client_id=client_id).status_code == 302

    def test_every_form_has_an_id_of_its_own(self, cast: Cast) -> None:
        client = cast.client()
        pages = [client.get(join_path(cast)) for _ in range(2)]
        first, second = (page.context["form"]["client_id"].value() for page in pages)
        assert first != second
        assert all("no-store" in page["Cache-Control"] for page in pages)

    def test_a_full_day_says_so(self, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rules, "MAX_PARTICIPANTS", 0)
        response = fill_in(cast)
        assert response.status_code == 422
        assert "Deze dag is vol" in response.content.decode()

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_closed_day_says_so_and_lets_nobody_in(self, cast: Cast, method: str) -> None:
        cast.sessie.closed_at = timezone.now()
        cast.sessie.save()
        response = getattr(cast.client(), method)(join_path(cast), {"name": "Anna"})
        assert "Deze dag is afgesloten" in response.content.decode()
        assert not Participant.objects.exists()

    def test_who_was_in_can_still_look_at_a_closed_day(self, cast: Cast) -> None:
        cast.sessie.closed_at = timezone.now()
        cast.sessie.save()
        response = cast.client(cast.anna).get(join_path(cast))
        assert response["Location"] == day_path(cast)

    def test_who_was_removed_is_told_and_can_join_again(self, cast: Cast) -> None:
        client = cast.client(cast.anna)
        actions.remove(cast.anna)
        assert "Je bent er niet meer bij" in client.get(join_path(cast)).content.decode()
        assert fill_in(cast, client).status_code == 302
        assert client.get(join_path(cast))["Location"] == day_path(cast)
        assert client.cookies[cookie_name(cast.sessie)].value != cast.anna.token


class TestLink:
    @pytest.mark.parametrize("method", ["get", "post"])
    @pytest.mark.parametrize("page", ["", "verder/"])
    def test_a_revoked_one_is_a_friendly_404(self, cast: Cast, method: str, page: str) -> None:
        path = join_path(cast)
        actions.renew_link(AccessLink.objects.get(role=AccessLink.Role.DEELNEMER))
        if (method, page) == ("get", "verder/"):
            return
        response = getattr(cast.client(), method)(path + page, {"name": "Anna"})
        assert response.status_code == 404
        assert "Deze link werkt niet meer" in response.content.decode()
        assert not Participant.objects.exists()

    def test_an_unknown_one_is_a_friendly_404(self, cast: Cast) -> None:
        response = cast.client().get(f"/doe-mee/{'x' * 22}/")
        assert response.status_code == 404
        assert "Deze link werkt niet meer" in response.content.decode()

    @pytest.mark.parametrize("role", [AccessLink.Role.SCHERM, AccessLink.Role.SCHOOLLEIDER])
    def test_one_for_another_role_lets_nobody_join(self, cast: Cast, role: AccessLink.Role) -> None:
        token = actions.ensure_links(cast.sessie)[role].token
        assert cast.client().get(f"/doe-mee/{token}/").status_code == 404

    def test_an_unknown_page_is_a_friendly_404(self, cast: Cast) -> None:
        html = cast.client().get("/nergens/").content.decode()
        assert "Deze pagina is er niet" in html
        assert "Log in als begeleider" in html
        assert "Ga naar je overzicht" in cast.client(cast.marieke).get("/nergens/").content.decode()


class TestSameName:
    def ask(self, cast: Cast, **fields: Any) -> str:
        assert cast.bram
        return fill_in(cast, **({"name": "bram "} | fields)).content.decode()

    def go_on(self, cast: Cast, client: PageClient, name: str = "Bram") -> HttpResponse:
        return client.post(join_path(cast) + "verder/", {"name": name})

    def test_asks_whether_it_is_you(self, cast: Cast) -> None:
        html = self.ask(cast, bouw="Gym")
        assert "Ben jij Bram die er al is?" in html
        assert 'value="Gym"' in html
        assert cast.bram.token not in html
        assert Participant.objects.count() == 1

    def test_yes_goes_on_as_the_same_person(self, cast: Cast) -> None:
        assert cast.bram
        response = self.go_on(cast, cast.client(), "BRAM")
        assert response["Location"] == day_path(cast)
        assert response.cookies[cookie_name(cast.sessie)].value == cast.bram.token
        assert Participant.objects.count() == 1

    def test_yes_is_a_post(self, cast: Cast) -> None:
        assert cast.client().get(join_path(cast) + "verder/").status_code == 405

    @pytest.mark.parametrize("name", ["Cas", "", "x" * 41, "Zoë"])
    def test_yes_for_nobody_makes_nobody(self, cast: Cast, name: str) -> None:
        assert cast.bram
        assert cast.zoe
        response = self.go_on(cast, cast.client(), name)
        assert response["Location"] == join_path(cast)
        assert not response.cookies

    def test_yes_for_who_was_removed_asks_again(self, cast: Cast) -> None:
        actions.remove(cast.bram)
        assert not self.go_on(cast, cast.client()).cookies

    def test_yes_on_a_closed_day_lets_nobody_in(self, cast: Cast) -> None:
        assert cast.bram
        cast.sessie.closed_at = timezone.now()
        cast.sessie.save()
        assert not self.go_on(cast, cast.client()).cookies

    def test_who_is_in_stays_who_they_are(self, cast: Cast) -> None:
        assert cast.bram
        assert not self.go_on(cast, cast.client(cast.anna)).cookies

    def test_no_with_a_letter_is_another_person(self, cast: Cast) -> None:
        assert cast.bram
        response = fill_in(cast, name="Bram", addition="k")
        assert response.status_code == 302
        assert set(Participant.objects.values_list("name", flat=True)) == {"Bram", "Bram K."}

    def test_no_without_a_letter_asks_for_it(self, cast: Cast) -> None:
        assert "Typ de eerste letter" in self.ask(cast, addition="")

    def test_no_with_a_letter_that_is_taken_asks_for_more(self, cast: Cast) -> None:
        actions.join(cast.sessie, "Bram K.")
        html = self.ask(cast, addition="k")
        assert "Ben jij Bram K. die er al is?" in html
        assert "Bram K. is er al. Typ nog een letter." in html
        assert 'value="k"' in html

    @pytest.mark.parametrize(("name", "addition"), [("Bram", "y" * 21), ("x" * 38, "bouw")])
    def test_an_addition_that_is_too_long_is_explained(
        self, cast: Cast, name: str, addition: str
    ) -> None:
        response = fill_in(cast, name=name, addition=addition)
        assert response.status_code == 422
        assert f'value="{addition}"' in response.content.decode()
        assert not Participant.objects.exists()


class TestHome:
    def test_a_visitor_finds_the_way_in(self, cast: Cast) -> None:
        assert cast.sessie
        html = cast.client().get("/").content.decode()
        assert 'name="code"' in html
        assert "Inloggen voor begeleiders" in html
        assert cast.sessie.code not in html

    def test_a_coach_finds_their_own_days(self, cast: Cast) -> None:
        assert cast.olaf
        html = cast.client(cast.marieke).get("/").content.decode()
        assert "De Wilgenboom" in html
        assert "Het Kompas" not in html
        for path in ("", "voorbereiden/", "delen/"):
            assert f'href="/begeleiden/{cast.sessie.pk}/{path}"' in html
        assert 'href="/dagen/nieuw/"' in html

    def test_days_to_come_stand_first_and_past_days_last(self, cast: Cast) -> None:
        school = cast.sessie.school
        for title, days in [("Vorig jaar", -300), ("Straks", 300), ("Laatst", -3), ("Snel", 3)]:
            at = timezone.now() + timedelta(days=days)
            SessieFactory.create(school=school, title=title, starts_at=at)
        context = cast.client(cast.marieke).get("/").context
        assert [day.sessie.title for day in context["upcoming"]][1:] == ["Snel", "Straks"]
        assert [day.sessie.title for day in context["past"]] == ["Laatst", "Vorig jaar"]

    def test_a_time_is_written_the_dutch_way(self, cast: Cast) -> None:
        starts_at = timezone.now().replace(year=2030, month=7, day=5, hour=11, minute=30)
        SessieFactory.create(school=cast.sessie.school, starts_at=starts_at)
        html = cast.client(cast.marieke).get("/").content.decode()
        assert "vrijdag 5 juli 2030, 13.30 uur" in html

    def test_the_list_costs_the_same_queries_whatever_its_length(
        self, cast: Cast, django_assert_num_queries: Any
    ) -> None:
        client = cast.client(cast.marieke)
        for _ in range(2):
            with django_assert_num_queries(4):
                client.get("/")
            SessieFactory.create_batch(2, school=cast.sessie.school)
