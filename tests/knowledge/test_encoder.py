"""The heads of the encoder compare vectors as they were trained to, and reading needs no more than was asked."""

from typing import Any, get_args

import numpy as np
import pytest

from tocsin.knowledge.encoder import Encoder
from tocsin.knowledge.reader import KINDS, LONGEST, ROLES, STANCES
from tocsin.model.record import EventKind, Stance

WIDTH = 2
DOER, HIT, SUBJECT, WEAPON = range(4)


class Session:
    """Stands in for the network: every piece gets its own number in all that is asked."""

    def run(self, _: None, asked: dict[str, Any]) -> tuple[Any, Any, Any, Any]:
        """Return labels, relevance and vectors for the pieces asked."""
        (pieces,) = asked["pieces"]
        column = pieces[:, None].astype(np.float32)
        return column, np.array([0.25], dtype=np.float32), column, column


class Cut:
    """A text cut into its letters."""

    def __init__(self, text: str) -> None:
        self.ids = [ord(letter) for letter in text]
        self.offsets = [(at, at + 1) for at in range(len(text))]


class Cutter:
    """Stands in for the cutter of words."""

    def encode(self, text: str) -> Cut:
        """Cut a text into letters."""
        return Cut(text)


def encoder(**weights: Any) -> Encoder:
    """Return an encoder with some weights, all others zero."""
    shapes = {
        "link.weight": (4, WIDTH, WIDTH),
        "link.bias": (4,),
        "same.weight": (1, 2 * WIDTH),
        "same.bias": (1,),
        "stand.0.weight": (3, 4 * WIDTH),
        "stand.0.bias": (3,),
        "stand.3.weight": (len(STANCES) + 7, 3),
        "stand.3.bias": (len(STANCES) + 7,),
    }
    known = {name: np.zeros(shape, dtype=np.float32) for name, shape in shapes.items()}
    known |= {name.replace("_", "."): value for name, value in weights.items()}
    return Encoder(Session(), Cutter(), known)  # type: ignore[arg-type]


ONE, OTHER = np.array([1, 0], dtype=np.float32), np.array([0, 1], dtype=np.float32)


def test_a_link_weighs_each_pair_of_places_of_event_and_part() -> None:
    weights = np.zeros((4, WIDTH, WIDTH), dtype=np.float32)
    weights[HIT, 0, 1] = 5.0  # first of the event with second of the part

    chances = encoder(link_weight=weights).links(ONE, OTHER)

    assert chances.shape == (len(ROLES),)
    assert chances[HIT] == pytest.approx(1 / (1 + np.exp(-5)))
    assert chances[DOER] == chances[SUBJECT] == chances[WEAPON] == 0.5


def test_two_words_are_alike_by_what_differs_and_what_they_share_whichever_comes_first() -> None:
    reader = encoder(same_weight=np.array([[-3, -3, 2, 2]], dtype=np.float32))

    assert reader.alike(ONE, ONE) == pytest.approx(1 / (1 + np.exp(-2)))
    assert reader.alike(ONE, OTHER) == reader.alike(OTHER, ONE) == pytest.approx(1 / (1 + np.exp(6)))


def test_chances_of_stances_sum_to_one_and_leave_factualities_out() -> None:
    bias = np.zeros(len(STANCES) + 7, dtype=np.float32)
    bias[STANCES.index("denies")] = 2.0
    bias[-1] = 50.0

    chances = encoder(stand_3_bias=bias).stances(ONE, OTHER)

    assert chances.shape == (len(STANCES),)
    assert float(chances.sum()) == pytest.approx(1)
    assert STANCES[int(chances.argmax())] == "denies"


@pytest.mark.parametrize("length", [1, LONGEST, LONGEST + 40])
def test_a_passage_is_read_to_the_longest_that_the_encoder_takes(length: int) -> None:
    passage = encoder().read("a" * length)

    assert len(passage.spans) == len(passage.labels) == len(passage.parts) == min(length, LONGEST)
    assert passage.relevant == 0.25


def test_the_reader_knows_the_kinds_and_stances_of_records_and_no_others() -> None:
    assert set(KINDS) == set(get_args(EventKind))
    assert set(STANCES) == {"none", *get_args(Stance)}
