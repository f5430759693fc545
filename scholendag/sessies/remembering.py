"""How a browser stays who it is: by a cookie that only the server reads."""

from django.conf import settings
from django.http import HttpResponse

# Long enough to come back to what the day yielded.
COOKIE_AGE = 60 * 24 * 60 * 60


def remember(response: HttpResponse, cookie: str, token: str) -> HttpResponse:
    """The response, after which the browser sends this token along as the cookie of this name."""
    response.set_cookie(
        cookie,
        token,
        max_age=COOKIE_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SECURE,
    )
    return response
