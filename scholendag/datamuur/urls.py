"""The paths of the data wall."""

from django.urls import path

from scholendag.datamuur import views

app_name = "datamuur"
urlpatterns = [
    path("datamuur/<int:pk>/kaarten/", views.prepare, name="prepare"),
    path("datamuur/<int:pk>/kaarten/nieuw/", views.add, name="add"),
    path("datamuur/<int:pk>/notities/<int:room>/", views.write_notes, name="write-notes"),
    path("datakaarten/<int:pk>/", views.edit, name="edit"),
    path("datakaarten/<int:pk>/<str:direction>/zetten/", views.move, name="move"),
    path("datakaarten/<int:pk>/weg/", views.remove, name="remove"),
]
