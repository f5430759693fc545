"""Coming in with a name, as a browser does it."""

import uuid
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.utils import timezone

from scholendag.sessies import actions, rules
from scholendag.sessies.actors import cookie_name
from scholendag.sessies.models import Participant
from tests.cast import Cast
from tests.sessies.coming_in import day_path, fill_in, join_path


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
