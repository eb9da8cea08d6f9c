"""The table that the Swift tests hold Loa's calendar against is what another ephemeris says."""

import re
from pathlib import Path

from lunar.years import lines

TABLE = Path(__file__).resolve().parents[2] / "DomainTests/Calendar/LunarTable.swift"


def test_the_table_is_what_another_ephemeris_computes():
    table = re.findall(r"^    (\d{4}-\d\d-\d\d \d+ [01]{12,13})$", TABLE.read_text(encoding="utf-8"), re.M)
    assert len(table) == 133
    assert table == lines(1968, 2100)


def test_the_years_that_differ_from_beijing_are_vietnamese():
    years = {line[:4]: line for line in lines(1968, 2100)}
    # The lunar new years that Vietnam and China kept apart, and leap months that everybody remembers.
    assert years["1968"].startswith("1968-01-29")
    assert years["1985"].startswith("1985-01-21 2")
    assert years["2007"].startswith("2007-02-17 0")
    assert years["2020"].startswith("2020-01-25 4")
    assert years["2023"].startswith("2023-01-22 2")
    assert years["2025"].startswith("2025-01-29 6")
