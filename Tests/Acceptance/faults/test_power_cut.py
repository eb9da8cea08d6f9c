"""kill -9 under write load loses no change that was acknowledged, on either database."""

import random
import threading
import time
import uuid

import pytest
import requests

from harness import databases, documents, office
from harness.program import Loa, run

WRITERS = 3
ROUNDS = 3
# Ten digits by chance are a telephone number, which pages rightly hide.
LETTERS = str.maketrans("0123456789", "ghijklmnop")


class Writer(threading.Thread):
    """Adds recipients to a draft of its own until the server is gone; remembers what was answered."""

    def __init__(self, visitor, plan):
        super().__init__(daemon=True)
        self.visitor, self.plan = visitor, plan
        self.acknowledged = []
        self.wrong = None

    def run(self):
        try:
            while True:
                words = f"Nơi {uuid.uuid4().hex.translate(LETTERS)}"
                answer = office.add_recipient(self.visitor, self.plan, words)
                if answer.status != 200:
                    self.wrong = f"{answer.status} {answer.words()[:200]}"
                    return
                self.acknowledged.append(words)
        except requests.RequestException:
            return


@pytest.mark.parametrize("kind", databases.KINDS)
def test_no_acknowledged_change_is_lost(kind, tmp_path, visitor):
    dice = random.Random(20261121)
    with databases.temporary_database(kind, tmp_path) as address:
        def start():
            return Loa("demo", database=address, data=tmp_path / "data", log=tmp_path / "log").start()

        loa = start()
        try:
            planner = visitor(loa, "lapkehoach")
            plans = [
                office.bring(planner, f"plan-{i}.txt", documents.plan(3, number=str(900 + i))) for i in range(WRITERS)
            ]
            kept = {plan: [] for plan in plans}
            for _ in range(ROUNDS):
                writers = [Writer(visitor(loa, "lapkehoach"), plan) for plan in plans]
                for writer in writers:
                    writer.start()
                # The cut comes in the middle of the work, after other numbers of changes each time.
                enough = dice.randrange(4, 24)
                deadline = time.monotonic() + 120
                while sum(len(writer.acknowledged) for writer in writers) < enough:
                    assert time.monotonic() < deadline, "too little was written to be worth a cut"
                    time.sleep(dice.uniform(0.01, 0.05))
                loa.kill()
                for writer in writers:
                    writer.join(timeout=240)
                    assert writer.wrong is None, writer.wrong
                    kept[writer.plan] += writer.acknowledged
                assert run("audit", "--database", address).returncode == 0
                loa = start()
                planner = visitor(loa, "lapkehoach")
                for plan, expected in kept.items():
                    text = office.open_draft(planner, plan).text
                    lost = [words for words in expected if words not in text]
                    assert lost == [], f"{len(lost)} of {len(expected)} acknowledged changes are lost"
            assert loa.stop() == 0
        finally:
            loa.kill()
