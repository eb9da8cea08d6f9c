from django.urls import path

from . import views

urlpatterns = [
    path("plans/<str:plan>", views.plan),
    path("tasks/<str:task>", views.task),
    path("agencies/<str:agency>", views.agency),
]
