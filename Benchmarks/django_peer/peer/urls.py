from django.urls import path

from plans import views

urlpatterns = [
    path("plans/<int:plan>", views.plan),
    path("tasks", views.tasks),
]
