from datetime import date

from django.db import models


class Plan(models.Model):
    kind = models.CharField(max_length=100, null=True)
    number = models.CharField(max_length=100, null=True)
    title = models.TextField()
    issuer = models.CharField(max_length=300, null=True)
    place = models.CharField(max_length=100, null=True)
    date = models.CharField(max_length=10, null=True)
    signer = models.CharField(max_length=300, null=True)
    signer_title = models.CharField(max_length=300, null=True)
    state = models.CharField(max_length=20)
    file_name = models.CharField(max_length=300)
    text = models.TextField()


class Section(models.Model):
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections")
    position = models.IntegerField()
    label = models.CharField(max_length=40)
    title = models.TextField()

    class Meta:
        ordering = ["position"]
        indexes = [models.Index(fields=["plan", "position"])]


class Citation(models.Model):
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="citations")
    position = models.IntegerField()
    is_base = models.BooleanField()
    number = models.CharField(max_length=100, null=True)
    date = models.CharField(max_length=10, null=True)

    class Meta:
        ordering = ["position"]


class Recipient(models.Model):
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="recipients")
    position = models.IntegerField()
    name = models.TextField()

    class Meta:
        ordering = ["position"]


class Report(models.Model):
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="reports")
    position = models.IntegerField()
    senders = models.TextField()
    receivers = models.TextField()
    by = models.CharField(max_length=40, null=True)
    covers = models.CharField(max_length=100, null=True)

    class Meta:
        ordering = ["position"]


class Contact(models.Model):
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="contacts")
    position = models.IntegerField()
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=300, null=True)
    phone = models.CharField(max_length=40, null=True)

    class Meta:
        ordering = ["position"]


class Task(models.Model):
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks")
    position = models.IntegerField()
    at = models.CharField(max_length=40, null=True)
    text = models.TextField()
    state = models.CharField(max_length=20)
    when_kind = models.CharField(max_length=20, null=True)
    when_from = models.CharField(max_length=10, null=True)
    when_to = models.CharField(max_length=10, null=True, db_index=True)

    class Meta:
        ordering = ["plan_id", "position"]
        indexes = [models.Index(fields=["plan", "position"])]

    @property
    def leads(self):
        return [party.name for party in self.parties.all() if party.role == "lead"]

    @property
    def partners(self):
        return [party.name for party in self.parties.all() if party.role == "with"]

    @property
    def time(self):
        if self.when_kind == "by":
            return day(self.when_to)
        if self.when_kind == "between":
            return f"{day(self.when_from)} – {day(self.when_to)}"
        return {"continuous": "Thường xuyên", "yearly": "Hằng năm"}.get(self.when_kind, "")

    @property
    def time_state(self):
        """(style, name) of the state that the screen shows."""
        if self.when_kind == "continuous":
            return ("round", "Thường xuyên")
        if not self.when_to:
            return ("plain", "Không có thời hạn")
        return ("square bad", "Quá hạn") if self.when_to < date.today().isoformat() else ("full good", "Còn hạn")


def day(text):
    """30/6/2025 from 2025-06-30, as Vietnamese offices write it; shorter forms likewise."""
    return "/".join(part.lstrip("0") for part in reversed((text or "").split("-")))


class Party(models.Model):
    task = models.ForeignKey(Task, models.CASCADE, related_name="parties")
    name = models.CharField(max_length=500, db_index=True)
    role = models.CharField(max_length=4)
    position = models.IntegerField()

    class Meta:
        ordering = ["position"]
