"""The ASGI entrance: pages over HTTP, pushes over WebSocket."""

import gc
import os
from importlib import import_module

import django
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from channels.sessions import CookieMiddleware
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scholendag.settings")
django.setup()

# The routes import models, so they come after Django is set up.
from scholendag.live.server import with_hub  # noqa: E402
from scholendag.stage import routing as stage  # noqa: E402
from scholendag.threads import Pages, in_threads  # noqa: E402
from scholendag.verbeterbord import routing as verbeterbord  # noqa: E402

sockets = [*stage.websocket_urlpatterns, *verbeterbord.websocket_urlpatterns]

application = with_hub(
    ProtocolTypeRouter(
        {
            "http": in_threads(
                Pages(),
                threads=settings.HTTP_THREADS,
                most_bytes=settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
            ),
            "websocket": AllowedHostsOriginValidator(CookieMiddleware(URLRouter(sockets))),
        }
    )
)

# What is loaded now stays. Looking through it for garbage again and again would hold up a room.
import_module(settings.ROOT_URLCONF)
gc.collect()
gc.freeze()
