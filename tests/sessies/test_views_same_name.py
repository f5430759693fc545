"""Two people with one name, or one person with two devices."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.utils import timezone

from scholendag.sessies import actions
from scholendag.sessies.actors import cookie_name
from scholendag.sessies.models import Participant
from tests.cast import Cast, PageClient
from tests.sessies.coming_in import day_path, fill_in, join_path


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
