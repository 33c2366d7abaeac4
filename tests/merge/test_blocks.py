"""Of accounts that share a key, only those that share enough may tell of one thing by themselves."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import account, bombing, day, number
from tests.merging import traits_of

from tocsin.merge import Traits
from tocsin.merge.blocks import meet, stray
from tocsin.merge.wording import Wording, shared

MARKET, CONVOY = "market blast grocer awning", "convoy ambush culvert lorry"


def told(
    words: str, *, on: str = "2024-03-26", published: str = "2024-03-27", toll: int = 2, name: str = "d1"
) -> Traits:
    """Return an account in so many words, each as heavy as the others."""
    made = account(bombing(date=day(on), killed=number(toll)), name)
    (one,) = traits_of((replace(made, published=published),))
    numbers = {
        sum(word.encode()) * 31 + len(word): (1000 // max(1, len(words.split())), 0, 0, 0) for word in words.split()
    }
    heavy = one.heavy | frozenset(numbers)
    return replace(one, wording=Wording(numbers, (0, 0)), heavy=heavy)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(told(MARKET), told(MARKET), True, id="in the same words"),
        pytest.param(told(MARKET), told(CONVOY), False, id="in other words"),
        pytest.param(told(MARKET, toll=30), told(CONVOY, toll=30), True, id="in other words, of the same large toll"),
        pytest.param(told(MARKET), told(""), True, id="one fills in a form and has no words"),
        pytest.param(
            told(MARKET, toll=30),
            told(CONVOY, toll=30, on="2024-03-30", published="2024-03-31"),
            False,
            id="of the same toll, in other words, days apart and told days apart",
        ),
        pytest.param(
            told(MARKET, toll=30),
            told(CONVOY, toll=30, on="2024-03-30"),
            True,
            id="of the same toll, in other words, days apart and told on one day: a date may be wrong",
        ),
        pytest.param(
            told(MARKET),
            told(MARKET, on="2024-03-30", published="2024-03-31"),
            True,
            id="in the same words, days apart and told days apart",
        ),
    ],
)
def test_two_accounts_may_be_one_where_they_share_a_heavy_word_or_a_large_toll(
    one: Traits, other: Traits, expected: bool
) -> None:
    assert [meet(*both) and not stray(*both) for both in ((one, other), (other, one))] == [expected, expected]


WEIGHTS = st.tuples(*[st.integers(0, 900)] * 4)
WORDINGS = st.dictionaries(st.integers(1, 12), WEIGHTS, max_size=8).map(
    lambda words: Wording(words, (sum(told[3] > 0 for told in words.values()), sum(told[3] for told in words.values())))
)


@given(WORDINGS, WORDINGS)
def test_what_two_accounts_share_of_their_words_is_the_same_either_way_and_no_more_than_all(
    one: Wording, other: Wording
) -> None:
    found = shared(one, other)
    assert found == shared(other, one)
    assert found.names is None or 0 <= found.names <= 1
