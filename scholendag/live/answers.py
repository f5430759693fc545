"""What a POST from a page of a running day answers: the same fragments as are pushed."""

from django.forms import BaseForm
from django.http import HttpResponse

from scholendag.live.seam import Fragment


def answer(*fragments: Fragment, status: int = 200) -> HttpResponse:
    """These changes, for the page of the one who pressed."""
    return HttpResponse("".join(fragment.html() for fragment in fragments), status=status)


def refetch() -> HttpResponse:
    """So much changed that the page fetches its live region, also when its socket is gone."""
    return HttpResponse(status=204, headers={"HX-Trigger": "live:refresh"})


def problems_in(form: BaseForm) -> str:
    """All that is wrong with a form, on one line, for a form that has one place to say it."""
    return " ".join(str(error) for errors in form.errors.values() for error in errors)
