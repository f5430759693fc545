"""The socket of a verbeterbord, beside the page that it belongs to."""

from django.urls import path

from scholendag.live.consumers import LiveConsumer
from scholendag.verbeterbord.viewers import bord_viewer

websocket_urlpatterns = [
    path("live/bord/<str:token>/", LiveConsumer.as_asgi(find_viewer=bord_viewer)),
]
