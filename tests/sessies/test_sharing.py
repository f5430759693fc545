from xml.etree import ElementTree

from django.test import RequestFactory

from scholendag.sessies import sharing
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from tests.cast import Cast


def test_the_join_address_is_whole_and_holds_the_token(cast: Cast) -> None:
    link = ensure_links(cast.sessie)[AccessLink.Role.DEELNEMER]
    url = sharing.join_url(RequestFactory().get("/"), cast.sessie)
    assert url == f"http://testserver/doe-mee/{link.token}/"


def test_without_a_link_people_join_with_the_code(cast: Cast) -> None:
    url = sharing.join_url(RequestFactory().get("/"), cast.sessie)
    assert url == f"http://testserver/doe-mee/?code={cast.sessie.code}"


def test_a_qr_code_is_an_svg_that_the_content_policy_allows() -> None:
    svg = sharing.qr_svg("http://testserver/doe-mee/een-token/")
    assert ElementTree.fromstring(svg).tag == "svg"
    assert "viewBox" in svg
    assert "style" not in svg


def test_another_address_gives_another_qr_code() -> None:
    assert sharing.qr_svg("http://testserver/a/") != sharing.qr_svg("http://testserver/b/")
