"""The ASGI entrance: pages over HTTP, pushes over WebSocket."""

import os

from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scholendag.settings")
http = get_asgi_application()

# The routes import models, so they come after the application is set up.
from scholendag.stage import routing as stage  # noqa: E402
from scholendag.verbeterbord import routing as verbeterbord  # noqa: E402

sockets = [*stage.websocket_urlpatterns, *verbeterbord.websocket_urlpatterns]

application = ProtocolTypeRouter(
    {
        "http": http,
        "websocket": AllowedHostsOriginValidator(AuthMiddlewareStack(URLRouter(sockets))),
    }
)
