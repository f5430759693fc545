"""When the database does not answer: said as what it is, so that browsers try again by themselves.

A 500 says that something is broken. This passes: a database that restarts, a lock that is held too
long. Nothing was stored, and `static/js/composer.js` sends what was typed once more.
"""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

Handler = Callable[[HttpRequest], HttpResponseBase]

RETRY_AFTER_SECONDS = 5
logger = logging.getLogger(__name__)


class UnavailableMiddleware:
    """Answers 503 where a view could not reach the database, by a page that needs none."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing to do as long as the view answers."""
        return self.get_response(request)

    def process_exception(
        self,
        request: HttpRequest,  # noqa: ARG002 - what Django calls it with
        exception: Exception,
    ) -> HttpResponse | None:
        """The 503 for a database that does not answer; None leaves any other error to Django."""
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        # Without the path, which may hold a secret link.
        logger.error("The database does not answer: %s", exception)
        headers = {"Retry-After": str(RETRY_AFTER_SECONDS)}
        return HttpResponse(render_to_string("503.html"), status=503, headers=headers)
