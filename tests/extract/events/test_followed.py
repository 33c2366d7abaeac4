"""What the news only comes after is background, and a reprisal is no part of what it answers. Nothing here happened."""

from tests.pages import report


def test_an_attack_that_the_news_only_follows_is_background() -> None:
    text = (
        "Gunmen killed three policemen in Quetta on Tuesday. "
        "The attack follows the killing of a judge by militants in Zhob on Sunday."
    )
    mains = {event.place.name: event.main for event in report(text).events if event.place is not None}

    assert mains == {"Quetta": True, "Zhob": False}


def test_a_vote_that_follows_a_killing_is_no_news_of_violence() -> None:
    text = (
        "Parliament voted on Tuesday to expel foreign troops from Iraq. "
        "The move follows the United States' killing of a general in an airstrike last week."
    )
    assert not any(event.main for event in report(text).events)


def test_an_attack_in_response_to_an_air_strike_is_an_event_apart_by_its_own_doer() -> None:
    text = (
        "On Tuesday, Iran launched missiles at US troops in Iraqi bases in response to the US airstrike that killed "
        "an Iranian general at Baghdad airport."
    )
    answer, strike = report(text).events

    assert [one.text for one in answer.perpetrators] == ["Iran"]
    assert answer.killed is None
    assert [one.text for one in strike.perpetrators] == ["US"]
    assert strike.killed is not None


def test_harm_of_an_earlier_protest_is_not_of_the_day_of_the_march() -> None:
    text = (
        "Thousands marched through Kowloon on Tuesday. "
        "Many wore eyepatches for a woman who was said to have been injured by police in an earlier protest."
    )
    assert not report(text).events
