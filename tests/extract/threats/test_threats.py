"""What is announced or put out, by whom, in what form, against whom, and how genuine it is said to be."""

import pytest
from tests.pages import report, tree

from tocsin.extract.reading import Frame
from tocsin.extract.threats.frames import threats
from tocsin.knowledge import load


def told(text: str) -> list[Frame]:
    """Return the frames that the sentences of a text make."""
    grown, heard = tree(text)
    sentences = grown.page.page.sentences
    return [frame for sentence in sentences for frame in threats(grown, sentence, heard, load().lexicon)]


KINDS = [
    ("Al-Qaida released a video on Monday.", ["publication"]),
    ("As-Sahab, the production house of al-Qaida, has brought out a magazine in Arabic.", ["publication"]),
    ("Islamic State's Amaq news agency published a photo on Telegram.", ["publication"]),
    ('A video titled "The Long Road" was posted on Telegram by the Taliban on Sunday.', ["publication"]),
    ("In an audio recording released on Thursday, the leader of al-Qaida spoke of patience.", ["publication"]),
    ("The Islamic State group released a statement claiming responsibility for the attack.", []),
    ("The company released a video of its new car.", []),
    ("Police released a photo of the suspect.", []),
    ("Al-Qaida may release a video.", []),
    ("A republican group has told the BBC that it was responsible for a bomb attack on a prison officer.", []),
    ("The Taliban threatened on Tuesday to attack polling stations.", ["threat"]),
    ("Islamic State has released a video threatening attacks in Russia.", ["threat"]),
    ("Boko Haram vowed to bomb schools in Kaduna.", ["threat"]),
    ("The Islamic State group warned of more attacks in France.", ["threat"]),
    ("Al-Qaeda in the Arabian Peninsula called on its followers to attack US embassies.", ["threat"]),
    ("Hezbollah's leader threatened Israel with retaliation.", ["threat"]),
    ("Somali pirates have threatened to kill the crew.", ["threat"]),
    ("An anonymous caller threatened to blow up the airport.", ["threat"]),
    ("Bandits threatened to abduct more pupils.", ["threat"]),
    ("Iran threatened to strike Israel on Friday.", ["threat"]),
    ("A letter signed by the Real IRA threatened police officers.", ["threat"]),
    ("Leaflets in which Maoist rebels threaten to kill contractors were found on Monday.", ["threat"]),
    ("The Taliban have warned that journalists will be targeted.", ["threat"]),
    ("Al-Shabaab said in a statement that it would target schools run by Kenyans.", ["threat"]),
    ("The president vowed to hunt down the attackers.", []),
    ("The minister vowed to punish those behind the attack.", []),
    ("Unions threatened to strike.", []),
    ("The storm threatened to hit the coast.", []),
    ("The gunman threatened passengers with a knife.", []),
    ("Opposition parties threatened to boycott the election.", []),
    ("The Taliban have repeatedly threatened to attack the embassy.", []),
    ("Boko Haram may threaten schools.", []),
    ("The army called the bombing an act of terror.", []),
]


def _words(text: str) -> list[Frame]:
    return [frame for frame in told(text) if frame.kind in ("threat", "publication") and frame.founds]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_a_sentence_tells_of_the_threats_and_publications_that_happened(text: str, kinds: list[str]) -> None:
    assert [frame.kind for frame in _words(text)] == kinds


TARGETS = [
    ("Iran threatened to strike Israel on Friday.", [("unknown", "IL")]),
    ("The Taliban threatened on Tuesday to attack polling stations.", [("government", None)]),
    ("Al-Qaeda in the Arabian Peninsula called on its followers to attack US embassies.", [("diplomatic", "US")]),
    ("Boko Haram threatened to kill two Japanese hostages.", [("private_citizens_and_property", "JP")]),
    ("Islamic State has released a video threatening attacks in Russia.", [("unknown", "RU")]),
]


@pytest.mark.parametrize(("text", "targets"), TARGETS)
def test_those_threatened_are_named_with_type_and_country(text: str, targets: list[tuple[str, str | None]]) -> None:
    named = [r.value for frame in _words(text) for r in frame.readings if r.field == "targets"]

    assert [(target.type, target.country) for target in named] == targets
    assert all(target.role == "named" for target in named)


FORMS = [
    ('A video titled "The Long Road" was posted on Telegram by the Taliban.', "medium", "video"),
    ('A video titled "The Long Road" was posted on Telegram by the Taliban.', "title", "The Long Road"),
    ("Islamic State's Amaq news agency published a photo on Telegram.", "channel", "Telegram"),
    ("As-Sahab, the production house of al-Qaida, has brought out a magazine in Arabic.", "language", "ar"),
    ("Al-Qaida released a video message on Monday.", "medium", "video"),
    ("The Taliban distributed leaflets in Pashto on Monday.", "language", "ps"),
    ("The Taliban distributed leaflets in Pashto on Monday.", "medium", "leaflet"),
]


@pytest.mark.parametrize(("text", "field", "value"), FORMS)
def test_a_work_has_its_form_title_channel_and_language(text: str, field: str, value: str) -> None:
    assert _words(text)[0].first(field) == value


STANDING = [
    ("The authenticity of the video could not be independently verified.", "unknown"),
    ("The recording was considered genuine.", "official"),
    ("The video is a fake, an official said.", "fabricated"),
    ("Analysts doubted that the letter was genuine, though the statement looked old.", "disputed"),
    ("The film went out on the group's own Telegram channel.", "official"),
]


@pytest.mark.parametrize(("text", "value"), STANDING)
def test_how_genuine_a_work_is_said_to_be_only_adds_to_what_was_told(text: str, value: str) -> None:
    frames = [frame for frame in told(text) if frame.first("authenticity") is not None]

    assert [frame.first("authenticity").value for frame in frames] == [value]
    assert not any(frame.founds for frame in frames)


def test_a_video_whose_next_sentences_name_countries_is_one_threat() -> None:
    found = report(
        "Islamic State releases video\n\nIslamic State released a video on Monday in which a masked man speaks "
        "in Arabic.\n\n"
        'The film is titled "The Sleepers Wake". The video names Germany and Spain. '
        "Its authenticity could not be verified."
    )

    assert [event.kind for event in found.events] == ["threat"]
    event = found.events[0]
    assert event.title == "The Sleepers Wake"
    assert {target.country for target in event.targets} == {"DE", "ES"}
    assert event.issuer is not None
    assert event.stage == "threatened"
