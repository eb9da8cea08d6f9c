"""Makes the peer's database from plans that Loa read (JSON on stdin) and prints a session and the longest plan."""

import json
import sys

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from plans import models  # noqa: E402


def make_tables():
    call_command("migrate", verbosity=0, run_syncdb=True)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA optimize")


def numbered(values):
    return enumerate(values, 1)


def add_plan(name, read, text):
    signer = read["signer"] or {}
    plan = models.Plan.objects.create(
        kind=read["kind"], number=read["number"], title=read["title"], issuer=read["issuer"], place=read["place"],
        date=read["date"], signer=signer.get("name"), signer_title=signer.get("title"), state="issued",
        file_name=name + ".txt", text=text,
    )
    models.Section.objects.bulk_create(
        models.Section(plan=plan, position=i, label=section["label"], title=section["title"])
        for i, section in numbered(read["sections"])
    )
    cited = [(True, base) for base in read["bases"]] + [(False, citation) for citation in read["citations"]]
    models.Citation.objects.bulk_create(
        models.Citation(plan=plan, position=i, is_base=is_base, number=one["number"], date=one["date"])
        for i, (is_base, one) in numbered(cited)
    )
    models.Recipient.objects.bulk_create(
        models.Recipient(plan=plan, position=i, name=name) for i, name in numbered(read["recipients"])
    )
    models.Report.objects.bulk_create(
        models.Report(plan=plan, position=i, senders="; ".join(one["from"]), receivers="; ".join(one["to"]), by=one["by"],
                      covers=one["covers"])
        for i, one in numbered(read["reports"])
    )
    models.Contact.objects.bulk_create(
        models.Contact(plan=plan, position=i, name=one["name"], title=one["title"],
                       phone=one["phone"] and "••••" + one["phone"][-3:])
        for i, one in numbered(read["contacts"])
    )
    for i, task in numbered(read["tasks"]):
        add_task(plan, i, task)
    return plan


def add_task(plan, position, read):
    when = read["when"] or {}
    task = models.Task.objects.create(
        plan=plan, position=position, at=read["at"], text=read["text"], state="open", when_kind=when.get("kind"),
        when_from=when.get("from"), when_to=when.get("date") or when.get("to"),
    )
    parties = [("lead", name) for name in read["lead"]] + [("with", name) for name in read["with"]]
    models.Party.objects.bulk_create(
        models.Party(task=task, name=name, role=role, position=i)
        for i, (role, name) in numbered(parties)
    )


def make_session():
    user = get_user_model().objects.create_user("lapkehoach", first_name="Người lập kế hoạch")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key


make_tables()
with transaction.atomic():
    plans = [add_plan(name, one["plan"], one["text"]) for name, one in json.load(sys.stdin).items()]
    longest = max(plans, key=lambda plan: len(plan.text))
    print(json.dumps({"session": make_session(), "plan": longest.pk}))
