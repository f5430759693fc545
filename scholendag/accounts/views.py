"""Signing in and out."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponse

from scholendag.accounts.forms import SignInForm

WRONG_INPUT = 422


class SignIn(LoginView):
    """E-mail address and password. Who is signed in already goes straight on."""

    authentication_form = SignInForm
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """The form again, with what was typed."""
        return self.render_to_response(self.get_context_data(form=form), status=WRONG_INPUT)


sign_in = SignIn.as_view()
sign_out = LogoutView.as_view()
