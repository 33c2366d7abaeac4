"""Each kind of expression of time is found whole, with the value that its words alone settle."""

import pytest

from tocsin.annotate.dates.tagger import dates


def read(text: str) -> list[tuple[str, str]]:
    return [(words.span.of(text), words.value) for words in dates(text)]


CLOCK = [
    ("Gunmen came at 18:00 UTC.", "18:00 UTC", "XXXX-XX-XXT18:00Z"),
    ("Gunmen came at 0800 GMT.", "0800 GMT", "XXXX-XX-XXT08:00Z"),
    ("Gunmen came at 6:40 p.m. (GMT +8).", "6:40 p.m. (GMT +8)", "XXXX-XX-XXT18:40"),
    ("Gunmen came at 21:15 MSK.", "21:15 MSK", "XXXX-XX-XXT21:15"),
    ("Gunmen came at 9 a.m. local time.", "9 a.m.", "XXXX-XX-XXT09:00"),
    ("Gunmen came at 13h30.", "13h30", "XXXX-XX-XXT13:30"),
    ("Gunmen came at half past six.", "half past six", "XXXX-XX-XXT06:30"),
    ("Gunmen came at 7 o'clock.", "7 o'clock", "XXXX-XX-XXT07:00"),
    ("Gunmen came at 5:30 in the evening.", "5:30 in the evening", "XXXX-XX-XXT17:30"),
    ("Gunmen came at 2 at night.", "2 at night", "XXXX-XX-XXT02:00"),
    ("Gunmen came at first light.", "first light", "XXXX-XX-XXTMO"),
    ("They moved in daytime.", "daytime", "XXXX-XX-XXTDT"),
]
DAY_WITH_HOUR = [
    ("It fell at 12:00 UTC Monday.", "12:00 UTC Monday", "XXXX-WXX-1T12:00Z"),
    ("It fell at 5 p.m. Friday.", "5 p.m. Friday", "XXXX-WXX-5T17:00"),
    ("It fell on Friday, 10 am.", "Friday, 10 am", "XXXX-WXX-5T10:00"),
    ("It fell on May 8 1:00AM there.", "May 8 1:00AM", "XXXX-05-08T01:00"),
    ("It fell at 9:34 p.m., 19 March 2003.", "9:34 p.m., 19 March 2003", "2003-03-19T21:34"),
    ("It fell at 5 pm yesterday.", "5 pm yesterday", "@-P1D/T17:00"),
    ("It fell on Monday night, 9:30 p.m.", "Monday night, 9:30 p.m.", "XXXX-WXX-1T21:30"),
    ("It fell on Friday last week.", "Friday last week", "@-P1W/5"),
    ("It fell on Monday morning next week.", "Monday morning next week", "@+P1W/1TMO"),
    ("It fell late on Thursday.", "late on Thursday", "XXXX-WXX-4;END"),
    ("It fell earlier today.", "earlier today", "@+P0D;START"),
    ("It fell in the early hours of Tuesday.", "the early hours of Tuesday", "XXXX-WXX-2TMO"),
    ("It fell the night before last.", "the night before last", "@-P2D/TNI"),
]
CALENDARS = [
    ("They met on 10 Ramadan 1445.", "10 Ramadan 1445", "AH1445-09-10"),
    ("They met on 1 Muharram 1400 AH.", "1 Muharram 1400 AH", "AH1400-01-01"),
    ("They met on the first day of Muharram.", "the first day of Muharram", "AHXXXX-01-01"),
    ("They met on the 27th of Rajab.", "the 27th of Rajab", "AHXXXX-07-27"),
    ("They met on the last Friday of Ramadan.", "the last Friday of Ramadan", "AHXXXX-09"),
    ("They met on the first Monday of May.", "the first Monday of May", "XXXX-05"),
    ("They met on March the 19th.", "March the 19th", "XXXX-03-19"),
    ("They met on the 19th of March last year.", "the 19th of March last year", "@-P1Y/03-19"),
    ("They met at 2013-03-18T09:00 there.", "2013-03-18T09:00", "2013-03-18T09:00"),
    ("They met in Rabi al-Thani 1446.", "Rabi al-Thani 1446", "AH1446-04"),
    ("They met on 10 Zilhaj 1444.", "10 Zilhaj 1444", "AH1444-12-10"),
    ("They met on 1 Dhul-Hijjah 1444.", "1 Dhul-Hijjah 1444", "AH1444-12-01"),
    ("They met in Zul Qadah 1440.", "Zul Qadah 1440", "AH1440-11"),
    ("They met during the holy month of Ramadan.", "the holy month of Ramadan", "AHXXXX-09"),
    ("They met in 1445 AH.", "1445 AH", "AH1445"),
    ("They met on Eid al-Fitr.", "Eid al-Fitr", "AHXXXX-10-01"),
    ("They met on Eid-ul-Adha 2019.", "Eid-ul-Adha 2019", "AHXXXX-12-10@2019"),
    ("They met on Ashura.", "Ashura", "AHXXXX-01-10"),
    ("They met on 22 Bahman 1399.", "22 Bahman 1399", "AP1399-11-22"),
    ("They met on 15 Mordad.", "15 Mordad", "APXXXX-05-15"),
    ("They met in Khordad 1401.", "Khordad 1401", "AP1401-03"),
    ("They met on 7 Saur.", "7 Saur", "APXXXX-02-07"),
    ("They met on Nowruz.", "Nowruz", "APXXXX-01-01"),
    ("They met on Easter Sunday.", "Easter Sunday", "XXXX-EA+00"),
    ("They met on Good Friday 2019.", "Good Friday 2019", "2019-EA-02"),
    ("They met on New Year's Eve.", "New Year's Eve", "XXXX-12-31"),
    ("They met on Christmas Day, 1999.", "Christmas Day, 1999", "1999-12-25"),
]
LENGTHS = [
    ("It went on for decades.", "decades", "PXDE"),
    ("A 48-hour truce began.", "48-hour", "PT48H"),
    ("A year of war followed.", "A year", "P1Y"),
    ("They fled hours after the vote.", "hours", "PTXH"),
    ("A 16-year-old girl fled.", "16-year-old", "P16Y"),
    ("It lasted a year and a half.", "a year and a half", "P1.5Y"),
    ("It fell a year-and-a-half ago.", "a year-and-a-half ago", "@-P1.5Y"),
    ("A nine-day-long siege began.", "nine-day-long", "P9D"),
    ("A yearlong siege began.", "yearlong", "P1Y"),
    ("It lasted two-and-a-half years.", "two-and-a-half years", "P2.5Y"),
    ("It lasted half a century.", "half a century", "P50Y"),
    ("It fell a week or so ago.", "a week or so ago", "@-P1W"),
    ("The girl is 16 years old.", "16 years old", "P16Y"),
    ("It closed for the past five trading days.", "the past five trading days", "@<P5D"),
    ("It closed for a third consecutive day.", "a third consecutive day", "P1D"),
    ("It rose in the first ten months of 1915.", "the first ten months of 1915", "P10M"),
    ("It had the worst single-day toll.", "single-day", "P1D"),
    ("It calmed in the following days.", "the following days", "PXD"),
]
SETS = [
    ("They pray every other day.", "every other day", "R/P2D"),
    ("They pray every Monday morning.", "every Monday morning", "R/XXXX-WXX-1TMO"),
    ("They pray twice a week.", "twice a week", "R/P1W"),
    ("They pray three times a month.", "three times a month", "R/P1M"),
    ("They held the annual fair.", "annual", "R/P1Y"),
    ("They pray on weekends.", "weekends", "R/XXXX-WXX-WE"),
]
VAGUE = [
    ("It fell more recently.", "more recently", "PAST_REF"),
    ("It fell in recent weeks.", "recent weeks", "PAST_REF"),
    ("The recent truce fell.", "recent", "PAST_REF"),
    ("It fell in the past.", "the past", "PAST_REF"),
    ("The current truce holds.", "current", "PRESENT_REF"),
    ("It holds to this day.", "this day", "PRESENT_REF"),
    ("It holds for the time being.", "the time being", "PRESENT_REF"),
    ("It may fall in the coming days.", "the coming days", "FUTURE_REF"),
    ("It may fall in the future.", "the future", "FUTURE_REF"),
    ("They fear future raids.", "future", "FUTURE_REF"),
]
SPANS = [
    ("In the early nineties it grew.", "the early nineties", "199"),
    ("In the 60s it grew.", "the 60s", "196"),
    ("In the mid-1980s it grew.", "the mid-1980s", "198;MID"),
    ("It rose in the third quarter of last year.", "the third quarter of last year", "@-P1Y/Q3"),
    ("It rose in the final quarter of 2009.", "the final quarter of 2009", "2009-Q4"),
    ("It rose in Q3 2017.", "Q3 2017", "2017-Q3"),
    ("It rose from the year-ago quarter.", "the year-ago quarter", "@-P1Y"),
    ("HERAT, March 22: A court met.", "March 22", "XXXX-03-22"),
    ("It rose last quarter.", "last quarter", "@-P1Q"),
    ("It rose in the last month.", "the last month", "@-P1M"),
    ("It rose later in the day.", "later in the day", "^+P0D;END"),
    ("The spring offensive began.", "spring", "XXXX-SP"),
    ("A June 20 hearing has been scheduled.", "June 20", ">XXXX-06-20"),
    ("It must be over by early June.", "early June", "?XXXX-06;START"),
]
NAMED_EVENTS = [
    ("He recalled 9/11 then.", "9/11", "2001-09-11"),
    ("He recalled the September 11 attacks.", "September 11", "2001-09-11"),
    ("He recalled the 7/7 bombings.", "7/7", "2005-07-07"),
    ("He recalled the 26/11 attacks.", "26/11", "2008-11-26"),
]
TABLES = [*CLOCK, *DAY_WITH_HOUR, *CALENDARS, *LENGTHS, *SETS, *VAGUE, *SPANS, *NAMED_EVENTS]


@pytest.mark.parametrize(("text", "words", "value"), TABLES)
def test_an_expression_of_its_kind_is_found_whole_and_read(text: str, words: str, value: str) -> None:
    assert [(words, value)] == read(text)


SEVERAL = [
    ("It burnt from Sunday until Monday noon.", [("Sunday", "XXXX-WXX-7"), ("Monday noon", "XXXX-WXX-1T12:00")]),
    ("It fell at 5 p.m. on Friday.", [("5 p.m.", "XXXX-XX-XXT17:00"), ("Friday", "XXXX-WXX-5")]),
    ("It fell on Friday at 10 am.", [("Friday", "XXXX-WXX-5"), ("10 am", "XXXX-XX-XXT10:00")]),
    ("Between 60 and 90 days passed.", [("60", "P60D"), ("90 days", "P90D")]),
    ("Trade ends on Friday\n\nSeptember 18, 2008", [("Friday", "XXXX-WXX-5"), ("September 18, 2008", "2008-09-18")]),
    ("It fell at 16:00 GMT (8 p.m. there).", [("16:00 GMT", "XXXX-XX-XXT16:00Z"), ("8 p.m.", "XXXX-XX-XXT20:00")]),
]


@pytest.mark.parametrize(("text", "found"), SEVERAL)
def test_expressions_that_stand_apart_stay_apart(text: str, found: list[tuple[str, str]]) -> None:
    assert found == read(text)


NO_TIMES = [
    "The April 6 Movement met.",
    "The March 23 Movement, or M23, met.",
    "The Revolutionary Organization 17 November met.",
    "The 17 November group met.",
    "Black September met.",
    "They crossed the 14 July Bridge.",
    "They joined the Long March.",
    "Theresa May said so.",
    "Flight 1990 took off.",
    "Resolution 1973 was passed.",
    "He took Route 1966 there.",
    "They live in the 2000 block of Main Street.",
    "They met Ramadan Shalah.",
    "Rajab Ali met Shaban Khan.",
    "He is in his thirties.",
    "They work 24/7 there.",
    "They won 3-2 at home.",
    "Some 3/4 of them fled.",
    "He came second of all.",
    "Wait a second there.",
    "The electric current of the line failed.",
    "They had to spring from the car.",
    "The Arab Spring spread.",
    "The Sun said so.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_names_and_numbers_that_look_like_times_are_none(text: str) -> None:
    assert read(text) == []
