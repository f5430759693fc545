"""What a browser does to come in, for the tests of several pages."""

import uuid
from typing import Any

from django.http import HttpResponse

from scholendag.sessies import actions
from scholendag.sessies.models import AccessLink
from tests.cast import Cast, PageClient


def join_path(cast: Cast) -> str:
    link = actions.ensure_links(cast.sessie)[AccessLink.Role.DEELNEMER]
    return f"/doe-mee/{link.token}/"


def day_path(cast: Cast) -> str:
    return f"/dag/{cast.sessie.code}/"


def fill_in(cast: Cast, client: PageClient | None = None, **fields: Any) -> HttpResponse:
    data = {"name": "Anna", "bouw": "", "client_id": str(uuid.uuid4())}
    return (client or cast.client()).post(join_path(cast), data | fields)
