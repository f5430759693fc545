"""The paths of a running day."""

from django.urls import path

from scholendag.stage import (
    chain_views,
    message_views,
    recall_views,
    role_views,
    technique_views,
    views,
)

app_name = "stage"
urlpatterns = [
    path("dag/<slug:code>/", views.deelnemer, name="deelnemer"),
    path("dag/<slug:code>/terug/<int:pk>/", views.look_back, name="look-back"),
    path("dag/<slug:code>/mee/<int:block>/", chain_views.for_deelnemer, name="chain"),
    path("begeleiden/<int:pk>/", views.begeleider, name="begeleider"),
    path("begeleiden/<int:pk>/logboek/", views.log, name="log"),
    path("begeleiden/<int:pk>/knop/<str:verb>/", views.press, name="press"),
    path(
        "begeleiden/<int:pk>/mee/<int:block>/", chain_views.for_begeleider, name="chain-begeleider"
    ),
    path("begeleiden/<int:pk>/techniek/", technique_views.fill_in, name="technique"),
    path("begeleiden/<int:pk>/bericht/", message_views.send, name="message"),
    path("begeleiden/<int:pk>/terug/", recall_views.call_back, name="call-back"),
    path("begeleiden/<int:pk>/terug/langer/", recall_views.give_more, name="give-more"),
    path("begeleiden/<int:pk>/terug/toch-niet/", recall_views.call_off, name="call-off"),
    path("begeleiden/<int:pk>/stap/<int:step>/", views.go_to, name="go-to"),
    path("begeleiden/<int:pk>/inkorten/", views.shorten, name="shorten"),
    path("blokken/<int:pk>/voorbereiden/", views.prepare_block, name="prepare-block"),
    path("scherm/<str:token>/", views.scherm, name="scherm"),
    path("rol/<str:token>/", role_views.rol, name="rol"),
]
