"""The sockets of a running day, beside the pages they belong to."""

from django.urls import path

from scholendag.live.consumers import LiveConsumer
from scholendag.stage import viewers

websocket_urlpatterns = [
    path("live/dag/<slug:code>/", LiveConsumer.as_asgi(find_viewer=viewers.deelnemer_viewer)),
    path(
        "live/begeleiden/<int:pk>/",
        LiveConsumer.as_asgi(find_viewer=viewers.begeleider_viewer),
    ),
    path("live/scherm/<str:token>/", LiveConsumer.as_asgi(find_viewer=viewers.scherm_viewer)),
    path("live/rol/<str:token>/", LiveConsumer.as_asgi(find_viewer=viewers.rol_viewer)),
    path(
        "live/terugkijken/<str:token>/",
        LiveConsumer.as_asgi(find_viewer=viewers.terugkijken_viewer),
    ),
]
