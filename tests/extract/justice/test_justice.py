"""Who was arrested, tried, listed, stopped or let go, by whom, and what of it is no business of ours."""

import pytest
from tests.pages import report, tree

from tocsin.extract.justice.frames import justice
from tocsin.extract.reading import Frame
from tocsin.knowledge import load
from tocsin.model.values import Actor, Count, Subject


def told(text: str) -> list[Frame]:
    """Return the frames that the sentences of a text make."""
    grown, heard = tree(text)
    sentences = grown.page.page.sentences
    return [frame for sentence in sentences for frame in justice(grown, sentence, heard, load().lexicon)]


KINDS = [
    ("Police arrested three men on suspicion of belonging to Boko Haram in Maiduguri on Tuesday.", ["arrest"]),
    ("Turkish authorities rounded up 45 people suspected of ties to Islamic State.", ["arrest"]),
    ("Four people have been taken into custody over the bombing, police said.", ["arrest"]),
    ("The alleged mastermind of the bombings was seized in a raid in Karachi, officials said.", ["arrest"]),
    ("Officials announced the arrest of five members of Jemaah Islamiyah.", ["arrest"]),
    ("Counter-terrorism officers in London are holding three men after a stabbing.", ["arrest"]),
    ("A former rebel leader was picked up by police at the airport on Friday.", ["arrest"]),
    ("Police arrested Juan Perez Olmo in Cauterets on Monday over the bombing of an airport.", ["arrest"]),
    ("Police arrested 12 demonstrators during the protest.", []),
    ("Police arrested four men for drug trafficking.", []),
    ("Police arrested a bank clerk on Monday.", []),
    ("The Treasury imposed sanctions on Ahmed Hassan on Monday over a plot to kill an envoy.", ["designation"]),
    ("He was sanctioned in 2012 over a plot to bomb an embassy.", ["designation"]),
    (
        "The state department offered a reward for information leading to his capture over the bombings.",
        ["designation"],
    ),
    ("The EU sanctioned Iran last month over alleged assassination plots against exiles.", ["designation"]),
    ("Canada designated the IRGC as a terrorist organisation in June.", ["designation"]),
    ("Critics labelled Karim Haddad a terrorist on Monday.", []),
    ("The league banned Karim Haddad for five matches over violent conduct.", []),
    ("The Treasury imposed sanctions on Karim Haddad on Monday over tax fraud.", []),
    ("Soldiers captured the town of Bama.", []),
    ("Boko Haram captured two soldiers.", []),
    ("Nobody has been arrested over the bombing.", []),
    ("No arrests have been made over the attack.", []),
    ("Police hope to arrest more militants.", []),
    ("A court jailed two men on Wednesday for the bombing of a bus.", ["trial"]),
    ("A Nigerian court on Tuesday sentenced four alleged extremists to life in prison.", ["trial"]),
    ("The trial of five suspected al-Shabaab members opened in Nairobi on Monday.", ["trial"]),
    ("Three men accused of bombing the airport went on trial in Sydney on Tuesday.", ["trial"]),
    ("A man pleaded guilty on Thursday to planting a bomb outside a mosque.", ["trial"]),
    ("Two alleged members of al-Qaida appeared before a judge in Frankfurt on Monday.", ["trial"]),
    ("A former rebel was found guilty of war crimes by a court in The Hague.", ["trial"]),
    ("A French court convicted eight people over the truck attack in Nice.", ["trial"]),
    ("Pakistan extradited a suspect in the embassy bombings to the United States.", ["trial"]),
    ("The court handed down death sentences to ten people for the bombing.", ["trial"]),
    ("A militant was given a life sentence for the bombing.", ["trial"]),
    ("An appeals court upheld the death sentence of a suicide bomber's accomplice.", ["trial"]),
    ("A federal grand jury indicted a man on terrorism charges.", ["trial"]),
    ("The bombers will go on trial next month.", []),
    ("Prosecutors demanded a life sentence for the bomber.", []),
    ("The company was charged with fraud.", []),
    ("A court jailed two men for robbery on Monday.", []),
    ("The United States on Tuesday designated Boko Haram a foreign terrorist organisation.", ["designation"]),
    ("National Action has today been added to the list of banned terrorist organisations.", ["designation"]),
    ("Canada has added the Proud Boys to its list of terrorist groups.", ["designation"]),
    ("The EU put the military wing of Hezbollah on its terrorist blacklist on Monday.", ["designation"]),
    ("The UN Security Council imposed sanctions on two leaders of al-Shabaab.", ["designation"]),
    ("Hezbollah was blacklisted by the Arab League on Friday.", ["designation"]),
    ("Washington offered a reward for information on the leader of al-Shabaab.", ["designation"]),
    ("Hezbollah, which is designated as a terrorist group by the United States, has offices there.", []),
    ("Hamas is listed as a terrorist organisation by the EU.", []),
    ("Britain will ban Hezbollah, the home secretary said.", []),
    ("Police foiled a plan to attack a church in Cairo on Monday.", ["plot"]),
    ("Turkish police said they had thwarted an Islamic State attack on the US consulate.", ["plot"]),
    ("A bomb was found and defused outside the stadium.", ["plot"]),
    ("Security services uncovered a plot to assassinate the president.", ["plot"]),
    ("An attempt to bomb a train in Madrid was foiled.", ["plot"]),
    ("Three men were arrested in Melbourne on suspicion of planning a terrorist attack.", ["plot"]),
    ("Six people were arrested over a plot to bomb the Saudi embassy in Berlin.", ["plot"]),
    ("Air defences intercepted three drones.", []),
    ("The government wants to prevent attacks.", []),
]


def _justice(text: str) -> list[Frame]:
    kinds = ("arrest", "trial", "designation", "plot")
    return [frame for frame in told(text) if frame.kind in kinds and frame.founds]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_a_sentence_tells_of_the_acts_of_justice_that_happened_and_no_others(text: str, kinds: list[str]) -> None:
    assert [frame.kind for frame in _justice(text)] == kinds


SUBJECTS = [
    ("Police arrested three men accused of links to Boko Haram.", "three men", "boko-haram", None, 3),
    ("Troops captured a senior Taliban commander in Kunduz.", "a senior Taliban commander", "taliban", "commander", 1),
    (
        "Ahmed Khan, a commander of the Pakistani Taliban, was arrested in Quetta.",
        "a commander of the Pakistani Taliban",
        "ttp",
        "commander",
        1,
    ),
    ("Police arrested a Taliban sub-commander in Kunduz.", "a Taliban sub-commander", "taliban", "sub-commander", 1),
    ("A court jailed a 31-year-old man for the bombing.", "a 31-year-old man", None, None, 1),
    ("A court convicted the pair of the bombing.", "the pair", None, None, 2),
]


@pytest.mark.parametrize(("text", "words", "group", "position", "count"), SUBJECTS)
def test_people_appear_by_role_organisation_office_and_number(
    text: str, words: str, group: str | None, position: str | None, count: int
) -> None:
    subject = _justice(text)[0].first("subjects")

    assert isinstance(subject, Subject)
    assert (subject.text, subject.position) == (words, position)
    assert subject.organisation is None or subject.organisation.kind == "armed_group"
    assert (subject.organisation is not None) == (group is not None)
    assert subject.count is not None
    assert subject.count.low == count


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Ahmed Khan over the bombing on Monday.",
        "Ahmed Khan was sentenced to life in prison by a court in London for the bombing.",
        "The judge sentenced Ohio man James Fields to life in prison for the attack by a white supremacist.",
    ],
)
def test_no_value_holds_the_name_of_a_private_person(text: str) -> None:
    for frame in told(text):
        for reading in frame.readings:
            words = getattr(reading.value, "text", "")
            assert not {"Ahmed", "Khan", "James", "Fields"} & set(str(words).split())


AUTHORITIES = [
    ("Spanish police have arrested a man accused of links to al-Qaida.", "Spanish police"),
    ("Police said they had arrested two militants.", "Police"),
    ("A man was sent to prison for life at Belfast Crown Court for the bombing.", "Belfast Crown Court"),
    ("Egypt's interior ministry blacklisted Islamic State.", "Egypt's interior ministry"),
]


@pytest.mark.parametrize(("text", "words"), AUTHORITIES)
def test_the_authority_is_who_acted(text: str, words: str) -> None:
    authority = _justice(text)[0].first("authority")

    assert isinstance(authority, Actor)
    assert authority.text == words


def test_an_arrest_at_the_scene_is_counted_with_the_attack() -> None:
    frames = told("The attacker was arrested at the scene.")

    assert [frame.kind for frame in frames] == ["attack"]
    count = frames[0].first("arrested")
    assert isinstance(count, Count)
    assert count.low == 1


RELEASES = [
    ("Gunmen have released 20 students kidnapped last month in Kaduna.", 20),
    ("Kidnappers let the two Germans go.", 2),
    ("Two aid workers abducted in Somalia in 2011 have been freed.", 2),
    ("The prisoner was released from jail.", None),
    ("The group released a statement about the attack.", None),
    ("Police released two suspects on bail.", None),
]


@pytest.mark.parametrize(("text", "count"), RELEASES)
def test_captives_let_go_are_subjects_of_their_kidnapping(text: str, count: int | None) -> None:
    freed = [
        r.value for frame in told(text) for r in frame.readings if r.field == "subjects" and r.value.role == "released"
    ]

    assert [subject.count.low for subject in freed] == ([count] if count is not None else [])


def test_an_arrest_told_in_three_sentences_is_one_event() -> None:
    found = report(
        "Three held over militant links\n\nPolice in Madrid on Tuesday arrested three men suspected of links to "
        "Islamic State, the interior ministry said.\n\nThe three men were detained at a flat. "
        "They were arrested without resistance."
    )

    assert [event.kind for event in found.events] == ["arrest"]


def test_the_arrest_of_plotters_belongs_to_the_plot() -> None:
    found = report(
        "Police foil plot to bomb embassy\n\nPolice in Berlin said on Tuesday they had foiled a plot by Islamic State "
        "to bomb the Saudi embassy.\n\nTwo men were arrested late on Tuesday over the plan to attack it."
    )

    assert [event.kind for event in found.events] == ["plot"]
