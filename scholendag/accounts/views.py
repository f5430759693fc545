"""Signing in and out."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse

from scholendag.accounts.forms import SignInForm
from scholendag.accounts.sessions import after_sign_out

WRONG_INPUT = 422


class SignIn(LoginView):
    """E-mail address and password. Who is signed in already goes straight on."""

    authentication_form = SignInForm
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """The form again, with what was typed."""
        return self.render_to_response(self.get_context_data(form=form), status=WRONG_INPUT)


class SignOut(LogoutView):
    """Everything that is open in this browser by this account ends too."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign out, and then tell who was signed in."""
        user: int | None = request.user.pk
        answer = super().post(request, *args, **kwargs)
        if user is not None:
            for follow in after_sign_out:
                follow(user)
        return answer


sign_in = SignIn.as_view()
sign_out = SignOut.as_view()
