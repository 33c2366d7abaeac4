"""The names of months, weekdays and seasons in English news, and the date that a report states of itself in its head.

Abbreviations may end in a full stop. Two digits of a year mean 1930 to 2029. Digits of any script count as digits.
"""

import re
from datetime import date, timedelta

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_WEEKDAYS = (
    ("monday", "mon"),
    ("tuesday", "tues", "tue"),
    ("wednesday", "wed"),
    ("thursday", "thurs", "thur", "thu"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS, 1) for name in names}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


def _cased(names: list[str]) -> str:
    """Return a pattern for names that begin with a capital, or are capitals throughout, under any flags."""
    longest_first = sorted(names, key=len, reverse=True)
    return "(?-i:" + "|".join(f"{name.capitalize()}|{name.upper()}" for name in longest_first) + ")"


def _pattern(table: tuple[tuple[str, ...], ...]) -> str:
    """Return a pattern without groups for a table of names; an abbreviation takes its full stop along."""
    whole = _cased([names[0] for names in table])
    short = _cased([name for names in table for name in names[1:]])
    return rf"(?:\b{whole}\b|\b{short}(?:\.|\b))"


MONTH = _pattern(_MONTHS)
WEEKDAY = _pattern(_WEEKDAYS)


def month(word: str) -> int:
    """Return the number of a month written in any form that `MONTH` matches."""
    return MONTHS[word.lower().rstrip(".")]


def weekday(word: str) -> int:
    """Return the ISO number (Monday 1) of a weekday written in any form that `WEEKDAY` matches."""
    return WEEKDAYS[word.lower().rstrip(".")]


def year(digits: str) -> int:
    """Return the year that four or two digits mean."""
    number = int(digits.lstrip("'’"))
    if number >= 100:
        return number
    return number + (1900 if number >= 30 else 2000)


def day(year: int, month: int, number: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


_HEAD = 400
_STATED = (
    rf"(?:(?P<m>{MONTH})\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:[,.]\s*|\s+)(?P<y>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ -]+(?P<m2>{MONTH}),?[ -]+(?P<y2>\d{{4}}|\d\d)"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d))(?!\d)"
)
_WHEN = rf"(?:{WEEKDAY},?\s+)?{_STATED}"
_CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?)?"
_CITY = r"\b[A-Z][A-Z .'’-]{2,30}(?:,?\s[A-Z][\w.’'-]+){0,3},?\s*"
_LAND = r"(?:,\s?[A-Z][\w.'’]+(?:[ -][A-Z][\w.'’]+){0,2}){0,2}"
_AGENCY = r"(?:\s?\([^)\n]{1,60}\))?"
# A dateline or heading without a year, and a serial number such as 2010-09-CA-125 that supplies it.
_YEARLESS = re.compile(
    rf"{_CITY}[(\[](?P<m>{MONTH})\s*(?P<d>\d\d?)[)\]]|(?:^|:\s)(?P<m2>{MONTH})\s*(?P<d2>\d\d?):", re.MULTILINE
)
_SERIAL = re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-[A-Z]{1,3}-\d+")
# Strongest first: a dateline, a label, a line of its own, the end of a heading.
_HEADS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"{_CITY}[(\[]{_WHEN}[)\]]",
        rf"(?:^|\s{{2,}})[A-Z][A-Z .'’()/-]+{_LAND},?{_AGENCY},?\s{_WHEN}(?=\s*(?:\(|\[|/|--|[-–—:]|$))",
        rf"^[A-Z][\w .'’/-]{{1,40}}{_LAND},?{_AGENCY},?\s{_WHEN}{_AGENCY}(?=\s*(?:--|[-–—]))",
        rf"(?i:\b(?:published|posted|updated|issued|released|date|dated|first published)(?:\s+on)?\s*:?\s*)"
        rf"(?:\d\d?:\d\d\D{{0,12}}?)?{_WHEN}",
        rf"^\W*{_WHEN}{_CLOCK}\W*$",
        rf"^[^.\n]{{3,120}}?(?:,|\b(?i:update|release|report|bulletin|statement))\s{_WHEN}\W*$",
    )
)


def document_date(text: str) -> date | None:
    """Return the publication date that a report's first 400 characters state, or None where they state none.

    It stands in a dateline, after a label such as "Published", on a line of its own or at the end of a heading.
    A date inside running prose is what the report tells of, not when it was published.
    """
    head = text[:_HEAD]
    for pattern in _HEADS:
        for match in pattern.finditer(head):
            found = _date(match)
            if found is not None:
                return found
    return _numbered(head)


def _numbered(head: str) -> date | None:
    """Return the date of a yearless dateline whose serial number gives the year and that month, or the one before."""
    dateline, serial = _YEARLESS.search(head), _SERIAL.search(head)
    if dateline is None or serial is None:
        return None
    number = month(dateline["m"] or dateline["m2"])
    if number - int(serial["m"]) not in (0, 1):
        return None
    return day(int(serial["y"]), number, int(dateline["d"] or dateline["d2"]))


def _date(match: re.Match[str]) -> date | None:
    """Return the date in the groups of `_STATED`."""
    if match["y3"]:
        return day(int(match["y3"]), int(match["m3"]), int(match["d3"]))
    written, number, name = match["y"] or match["y2"], match["d"] or match["d2"], match["m"] or match["m2"]
    return day(year(written), month(name), int(number))


# The Islamic year has 12 months of 30 and 29 days in turn; in 11 years of each 30 the last month has a day more.
# By this reckoning months begin within a day of where a sighting of the moon begins them, here or there.
_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()
_ISLAMIC_CYCLE = (30, 30 * 354 + 11)
# The Persian year begins at the spring equinox: 8 years of each 33 have a day more, which is true of
# 1799 to 2254 and sets the day that the count begins with.
_PERSIAN_EPOCH = date(622, 3, 21).toordinal()
_PERSIAN_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)


def islamic(year: int, month: int, number: int) -> date | None:
    """Return the date of a day of the Islamic calendar as civil tables reckon it, or None where they have no such day.

    It is right to within a day of what is kept anywhere: whoever shows it should say one day more on either side.
    """
    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= number <= _islamic_length(year, month)):
        return None
    before = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_ISLAMIC_EPOCH + before + number - 1)


def islamic_year(on: date) -> int:
    """Return the Islamic year, by the same tables, in which a date lies; below 1 before the Hijra."""
    cycles, rest = divmod(on.toordinal() - _ISLAMIC_EPOCH, _ISLAMIC_CYCLE[1])
    return 30 * cycles + (30 * rest + 10646) // 10631


def _islamic_length(year: int, month: int) -> int:
    return 30 if month % 2 or (month == 12 and (11 * year + 14) % 30 < 11) else 29


def persian(year: int, month: int, number: int) -> date | None:
    """Return the date of a day of the Persian (solar) calendar, or None where it has no such day."""
    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= number <= _persian_length(year, month)):
        return None
    cycles, rest = divmod(year - 1, 33)
    leaps = 8 * cycles + sum(leap <= rest for leap in _PERSIAN_LEAPS)
    return date.fromordinal(
        _PERSIAN_EPOCH + 365 * (year - 1) + leaps + 30 * (month - 1) + min(month - 1, 6) + number - 1
    )


def persian_year(on: date) -> int:
    """Return the Persian year in which a date lies; below 1 before the Hijra."""
    guess = on.year - 621
    first = persian(guess, 1, 1)
    return guess if first and first <= on else guess - 1


def _persian_length(year: int, month: int) -> int:
    if month < 7:
        return 31
    return 30 if month < 12 or year % 33 in _PERSIAN_LEAPS else 29


def easter(year: int, *, orthodox: bool = False) -> date:
    """Return Easter Sunday, of the western churches or of those that reckon it by the Julian calendar."""
    golden = year % 19
    if orthodox:
        moon = (19 * golden + 15) % 30
        weekday = (year + year // 4 + moon) % 7
        ahead = year // 100 - year // 400 - 2  # days by which the Gregorian calendar runs ahead of the Julian
        return date(year, 3, 21) + timedelta(days=moon - weekday + 7 + ahead)
    century = year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= moon == 29 or (moon == 28 and golden > 10)
    full = date(year, 3, 21) + timedelta(days=moon)
    return full + timedelta(days=7 - full.isoweekday() % 7)
