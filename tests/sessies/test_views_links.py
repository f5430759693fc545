"""The code, the link, and what is not there."""

from typing import Any

import pytest

from scholendag.sessies import actions
from scholendag.sessies.models import AccessLink, Participant
from tests.cast import Cast
from tests.sessies.coming_in import join_path


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


class TestLink:
    @pytest.mark.parametrize(("method", "page"), [("get", ""), ("post", ""), ("post", "verder/")])
    def test_a_revoked_one_is_a_friendly_404(self, cast: Cast, method: str, page: str) -> None:
        path = join_path(cast)
        actions.renew_link(AccessLink.objects.get(role=AccessLink.Role.DEELNEMER))
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
