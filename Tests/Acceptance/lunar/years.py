"""Vietnam's lunar years out of PyEphem's sun and moon, independent of Loa's own series."""

import math
from datetime import date, timedelta

import ephem

AHEAD = 7 / 24  # Vietnam's time, in days
EPOCH = 25567.5  # PyEphem counts from noon of 1899-12-31


def _day(instant) -> int:
    """The day in Vietnam, counted from 1970-01-01."""
    return math.floor(float(instant) + AHEAD - EPOCH)


def _term(day: int) -> int:
    """The major solar term in force when a day begins in Vietnam."""
    instant = ephem.Date(day + EPOCH - AHEAD)
    longitude = ephem.Ecliptic(ephem.Sun(instant), epoch=instant).lon
    return int(math.degrees(longitude) // 30)


def _new_moons(first: int, last: int) -> list[int]:
    moons, instant = [], ephem.Date(f"{first}/1/1")
    while instant < ephem.Date(f"{last}/1/1"):
        instant = ephem.next_new_moon(instant)
        moons.append(_day(instant))
        instant = ephem.Date(instant + 1)
    return moons


def lines(first: int, last: int) -> list[str]:
    """A line for each lunar year: first day, leap month or 0, a digit for each month (1: thirty days)."""
    moons = _new_moons(first - 3, last + 3)

    def eleventh(year: int) -> int:
        solstice = _day(ephem.next_winter_solstice(f"{year}/12/1"))
        return max(place for place, moon in enumerate(moons) if moon <= solstice)

    months = []
    for year in range(first - 1, last + 2):
        start, end = eleventh(year - 1), eleventh(year)
        leap = None
        if end - start == 13:
            leap = next(i for i in range(1, 13) if _term(moons[start + i]) == _term(moons[start + i + 1]))
        for i in range(end - start):
            number = (10 + i - (leap is not None and i >= leap)) % 12 + 1
            length = moons[start + i + 1] - moons[start + i]
            months.append((number, i == leap, moons[start + i], length))
    result = []
    starts = [place for place, month in enumerate(months) if month[0] == 1 and not month[1]]
    for start, end in zip(starts, starts[1:]):
        year = months[start:end]
        begins = date(1970, 1, 1) + timedelta(days=year[0][2])
        if first <= begins.year <= last:
            leap_month = next((month[0] for month in year if month[1]), 0)
            lengths = "".join("1" if month[3] == 30 else "0" for month in year)
            result.append(f"{begins.isoformat()} {leap_month} {lengths}")
    return result
