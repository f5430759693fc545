"""When a day is thrown away while a page of it is being made: there is no such page any more.

A proefrit goes with everything in it at one press, or by itself when the real day starts; whoever
looks at it just then is told what anyone is told a moment later.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.defaults import page_not_found

from scholendag.agenda.models import Progress
from scholendag.sessies.models import Sessie

Handler = Callable[[HttpRequest], HttpResponseBase]


class GoneMiddleware:
    """Answers 404 where a view found the day, and it was gone before the page was made."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing to do as long as the view answers."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Each day has its progress as long as it is there, so it is the day that went."""
        if not isinstance(exception, Progress.DoesNotExist | Sessie.DoesNotExist):
            return None
        return page_not_found(request, exception)
