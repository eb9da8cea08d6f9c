"""Loa's own tables as a Django programmer would map them: nothing is copied, so both sides read the same rows."""

from datetime import date, timedelta

from django.db import models

CONTINUOUS_DAY = 9_000_000


class CountryModel(models.Model):
    class Meta:
        abstract = True
        managed = False
        app_label = "country"


class Agency(CountryModel):
    agency_id = models.CharField(primary_key=True, max_length=26)
    name = models.TextField()

    class Meta(CountryModel.Meta):
        db_table = "agency"


class Plan(CountryModel):
    plan_id = models.CharField(primary_key=True, max_length=26)
    agency = models.ForeignKey(Agency, models.DO_NOTHING)
    state = models.CharField(max_length=20)
    file_name = models.TextField()
    number = models.TextField(null=True)
    title = models.TextField()
    issuer = models.TextField(null=True)
    plan_date = models.TextField(null=True)
    task_count = models.IntegerField()

    class Meta(CountryModel.Meta):
        db_table = "plan"


class PlanText(CountryModel):
    plan = models.OneToOneField(Plan, models.DO_NOTHING, primary_key=True)
    text = models.TextField()

    class Meta(CountryModel.Meta):
        db_table = "plan_text"


class Task(CountryModel):
    task_id = models.CharField(primary_key=True, max_length=26)
    task_number = models.IntegerField()
    plan = models.ForeignKey(Plan, models.DO_NOTHING, related_name="tasks")
    position = models.IntegerField()
    section = models.TextField(null=True)
    text = models.TextField()
    state = models.CharField(max_length=20)
    range_lower = models.IntegerField(null=True)
    range_upper = models.IntegerField(null=True)
    sort_day = models.IntegerField()
    note = models.TextField(null=True)

    class Meta(CountryModel.Meta):
        db_table = "task"

    @property
    def due(self):
        return date(1970, 1, 1) + timedelta(days=self.sort_day) if self.sort_day < CONTINUOUS_DAY else None

    @property
    def leads(self):
        return [party.name for party in self.parties.all() if party.role == "lead"]

    @property
    def partners(self):
        return [party.name for party in self.parties.all() if party.role == "with"]


class Party(CountryModel):
    # The table's key has three columns; a row is only ever reached through its task.
    task = models.ForeignKey(Task, models.DO_NOTHING, primary_key=True, related_name="parties")
    role = models.CharField(max_length=4)
    position = models.IntegerField()
    name = models.TextField()

    class Meta(CountryModel.Meta):
        db_table = "task_party"
        ordering = ["position"]


class Contribution(CountryModel):
    contribution_id = models.CharField(primary_key=True, max_length=26)
    task = models.ForeignKey(Task, models.DO_NOTHING, related_name="contributions")
    agency = models.ForeignKey(Agency, models.DO_NOTHING)
    state = models.CharField(max_length=20)
    asked = models.TextField(null=True)
    note = models.TextField(null=True)

    class Meta(CountryModel.Meta):
        db_table = "contribution"


class DeskRow(CountryModel):
    task = models.ForeignKey(Task, models.DO_NOTHING, primary_key=True)
    agency = models.ForeignKey(Agency, models.DO_NOTHING)
    role = models.CharField(max_length=10)
    standing = models.CharField(max_length=20)
    is_live = models.IntegerField()
    sort_day = models.IntegerField()
    task_number = models.IntegerField()
    waits_for_me = models.IntegerField()

    class Meta(CountryModel.Meta):
        db_table = "task_desk"
