"""Fetching a live region again: when nothing changed the answer is a few headers, not a page."""

import re
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response

REGION = re.compile(rb'<main id="stage".*</main>', re.DOTALL)
# What differs at each rendering and says nothing: the time, and the id that a new text would get.
FLEETING = re.compile(rb' data-now="[^"]*"|(?<=name="client_id") value="[^"]*"')


def conditional(request: HttpRequest, page: HttpResponse) -> HttpResponse:
    """This page, or 304 for a browser that shows this very live region already.

    What it shows it says with If-None-Match. The ETag is a hash of all that the region holds, so
    a 304 is never wrong. With either comes the time of the server, as X-Now. A page that is
    opened, not fetched again, is left as it is: it has a form token that must be fresh.
    """
    region = REGION.search(page.content)
    if "HX-Request" not in request.headers or region is None:
        return page
    etag = f'"{sha256(FLEETING.sub(b"", region[0])).hexdigest()[:32]}"'
    page["ETag"] = etag
    # The browser itself must not keep this: it would show it for the whole page later.
    page["Cache-Control"] = "no-store"
    answer = get_conditional_response(request, etag=etag, response=page) or page
    answer["X-Now"] = timezone.now().isoformat()
    return answer
