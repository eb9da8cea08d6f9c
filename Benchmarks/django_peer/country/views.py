"""Three pages of a country's data, written for speed: along the same indexes, relations fetched ahead."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, render

from .models import Agency, DeskRow, Plan, PlanText, Task

# As many as Loa's pages show.
TASKS_OF_A_PLAN = 300
ROWS_OF_A_DESK = 10
COUNTED_AT_MOST = 1_000
SURROUNDING = 800


def today_number():
    return (date.today() - date(1970, 1, 1)).days


@login_required
def plan(request, plan):
    found = get_object_or_404(Plan.objects.select_related("agency"), pk=plan)
    tasks = list(found.tasks.order_by("position").prefetch_related("parties")[:TASKS_OF_A_PLAN])
    groups = {}
    for task in tasks:
        for name in task.leads or ["Chưa rõ chủ trì"]:
            groups.setdefault(name, []).append(task)
    return render(request, "country/plan.html", {"plan": found, "groups": groups, "today": today_number()})


@login_required
def task(request, task):
    found = get_object_or_404(Task.objects.select_related("plan__agency").prefetch_related("parties"), pk=task)
    text = PlanText.objects.get(pk=found.plan_id).text.encode()
    lower, upper = found.range_lower or 0, found.range_upper or 0
    return render(request, "country/task.html", {
        "task": found, "contributions": found.contributions.select_related("agency"),
        "before": text[max(0, lower - SURROUNDING):lower].decode(errors="ignore"),
        "sentence": text[lower:upper].decode(), "after": text[upper:upper + SURROUNDING].decode(errors="ignore"),
    })


@login_required
def agency(request, agency):
    found = get_object_or_404(Agency, pk=agency)
    desk = DeskRow.objects.filter(agency=found).order_by("sort_day", "task_number")
    pending = desk.filter(standing="pending").exclude(role="planner")
    lists = {
        "Hạn hôm nay và sắp tới": pending.filter(sort_day__gte=today_number()),
        "Quá hạn": pending.filter(sort_day__lt=today_number()), "Đang chờ đơn vị": desk.filter(waits_for_me=1),
    }
    return render(request, "country/agency.html", {
        "agency": found,
        "lists": [
            (name, rows[:COUNTED_AT_MOST].count(),
             rows.select_related("task__plan").prefetch_related("task__parties")[:ROWS_OF_A_DESK])
            for name, rows in lists.items()
        ],
    })
