"""The day and place of an act among those of its sentence."""

import pytest
from tests.pages import report, told

DAYS = [
    ("A rocket killed two soldiers in Sinjar on Tuesday, the ministry in Baghdad said on Wednesday.", "2024-06-04"),
    ("Gunmen killed a priest in Zahedan on Tuesday evening, state media in Tehran reported.", "2024-06-04"),
    ("Gunmen abducted six pupils in Bamenda, in Cameroon, on Tuesday, the governor said in Douala.", "2024-06-04"),
    ("A man was jailed on Wednesday for his part in the murder of three guests in a bar, in May 2023.", "2023-05-01"),
    ("Troops killed two rebels in Wana, the army's media wing reported on Wednesday.", None),
    ("A bomb killed four guards in Quetta, and the blast was claimed on Wednesday.", None),
    ("Police were looking on Monday for those who had shot dead nine herders near Gubio.", None),
    ("Detectives questioned on Monday a man whom they suspect of a bombing that killed four people in Jos.", None),
    ("On Monday the town of Gubio saw a raid that left nine herders dead.", "2024-06-03"),
    ("The army on Wednesday confirmed the killing of four herders in Buni on Monday.", "2024-06-03"),
    ("The army confirmed the killing of four herders in Buni on Wednesday.", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_an_act_has_its_own_day_and_not_that_of_those_who_speak_of_it(text: str, day: str | None) -> None:
    found = [frame.date for frame in told(text)]

    assert [str(when.start) if when is not None else None for when in found[:1]] == [day]


PLACES = [
    ("Bandits abducted nine farmers from Tsafe in Zamfara state on Tuesday.", "Tsafe"),
    ("Bandits raided Gakurda village in the Jibia local government area of Katsina, Nigeria, on Monday.", "Gakurda"),
    ("The governor of Kano condemned the bombing that killed six people in Maiduguri on Tuesday.", "Maiduguri"),
    ("In May a drone wounded a guard in neighbouring Niono, Malian officials said.", "Niono"),
    (
        "The ministry released a statement saying an attack on an air base near Mosul killed two soldiers.",
        "Mosul",
    ),
    ("The coalition confirmed today the killing of four farmers in a raid in Zurmat, Afghanistan.", "Zurmat"),
    ("The minister announced the killing of four farmers at a news conference in Abuja, Nigeria.", None),
]


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_an_act_has_its_own_place_and_not_an_office_s_or_a_speaker_s(text: str, name: str | None) -> None:
    found = [frame.place.name for frame in told(text) if frame.place is not None]

    assert found[:1] == [name] * (name is not None)


def test_here_is_the_town_of_the_dateline() -> None:
    found = report("RAWALPINDI: Gunmen killed four policemen here on Wednesday.\n\nThe gunmen fled.")

    assert [event.place.name for event in found.events if event.place is not None] == ["Rawalpindi"]


def test_here_in_a_quotation_is_where_the_speaker_is() -> None:
    found = report(
        'RAWALPINDI: Gunmen killed four policemen on Wednesday. "They shot two more here," a man in Swat said.'
    )

    assert "Rawalpindi" not in [event.place.name for event in found.events if event.place is not None]


def test_an_hour_alone_dates_nothing() -> None:
    found = report("A bomb killed four policemen in Quetta at about 8 p.m. The Taliban claimed the bombing.")

    assert [event.date for event in found.events if event.date is not None] == []


GUESSED = [
    ("Gunmen killed nine herders near Gubio on Saturday night and left at 3 a.m.", "2024-06-01"),
    ("Raiders lost the day, but killed four guards in Quetta.", None),
    ("For three days raiders killed guards in Quetta every night.", None),
]


@pytest.mark.parametrize(("text", "day"), GUESSED)
def test_an_hour_of_a_day_that_is_guessed_a_length_and_a_set_date_nothing(text: str, day: str | None) -> None:
    found = [event.date for event in report(text).events]

    assert [str(when.start) if when is not None else None for when in found[:1]] == [day]


def test_where_a_victim_comes_from_is_not_where_he_died() -> None:
    text = "A militia beat to death a trader from Pemba on Monday, Mozambican police said."

    assert [frame.place for frame in told(text)[:1]] == [None]


COUNTED = [
    ("Farmers in Tsafe buried their dead on Tuesday, two days after gunmen killed nine of them.", "2024-06-02"),
    ("A day after a bomb killed six soldiers in Herat, the army sealed off the town on Tuesday.", "2024-06-03"),
    ("The mayor visited the market in Jos on Tuesday, the day after a blast killed ten traders.", "2024-06-03"),
    ("Gunmen shot dead a candidate in Jos on Tuesday, 11 days before national elections.", "2024-06-04"),
    ("Hours after a bomb killed six soldiers in Herat, the army sealed off the town on Tuesday.", "2024-06-04"),
    ("Two days after gunmen killed nine farmers in Tsafe, the governor went there.", None),
]


@pytest.mark.parametrize(("text", "day"), COUNTED)
def test_an_act_is_dated_by_how_long_after_it_something_else_was(text: str, day: str | None) -> None:
    found = [frame.date for frame in told(text)]

    assert [str(when.start) if when is not None else None for when in found[:1]] == [day]


SCENES = [
    ("Raiders invaded Jibia village in Katsina, Nigeria, on Tuesday, shooting residents and stealing cows.", "Jibia"),
    ("Visiting Kano, the minister condemned the attack that killed six people in Maiduguri.", "Maiduguri"),
]


@pytest.mark.parametrize(("text", "name"), SCENES)
def test_what_attackers_entered_is_the_scene_of_what_they_did_there(text: str, name: str) -> None:
    assert {frame.place.name for frame in told(text) if frame.place is not None} == {name}
