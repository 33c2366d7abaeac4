"""Measures of partitions, against the worked examples of their sources and against their definitions."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.bench.clusters import B_CUBED, CEAF, MUC, PAIRS, scores, tallies
from tocsin.bench.tally import merged

# Gold {a b c} {d e f g}; said {a b} {c d} {f g h i} with e alone: the example of the reference scorer's tests.
GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2, "g": 2, "h": 3, "i": 4}
SAID = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 5, "f": 3, "g": 3, "h": 3, "i": 3}
PARTITIONS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=25)


def figures(gold: dict[str, int], said: dict[str, int]) -> dict[str, tuple[float, float]]:
    return {name: (tally.precision, tally.recall) for name, tally in merged(tallies(gold, said)).items()}


def test_worked_by_hand() -> None:
    """Each measure gives what its definition gives on a small case worked by hand."""
    found = figures(GOLD, SAID)
    assert found[PAIRS] == pytest.approx((2 / 8, 2 / 9))
    assert found[MUC] == pytest.approx((2 / 5, 2 / 5))
    assert found[B_CUBED] == pytest.approx((11 / 18, 31 / 54))
    assert found[CEAF] == pytest.approx((1.6 / 4, 1.6 / 4))


@given(PARTITIONS)
def test_pairs_by_definition(drawn: list[tuple[int, int]]) -> None:
    """Pairwise precision and recall are those of counting all pairs of documents."""
    gold = {str(n): g for n, (g, _) in enumerate(drawn)}
    said = {str(n): s for n, (_, s) in enumerate(drawn)}
    true = {pair for pair in combinations(gold, 2) if gold[pair[0]] == gold[pair[1]]}
    told = {pair for pair in combinations(said, 2) if said[pair[0]] == said[pair[1]]}
    tally = merged(tallies(gold, said))[PAIRS]
    assert (tally.right, tally.predicted, tally.found, tally.gold) == pytest.approx(
        (len(true & told), len(told), len(true & told), len(true))
    )


@given(PARTITIONS)
def test_perfect(drawn: list[tuple[int, int]]) -> None:
    """Every measure of a partition beside itself is whole, and of none is recall and precision above one."""
    gold = {str(n): g for n, (g, _) in enumerate(drawn)}
    said = {str(n): s for n, (_, s) in enumerate(drawn)}
    for tally in merged(tallies(gold, gold)).values():
        assert tally.empty or tally.f1 == pytest.approx(1)
    for precision, recall in figures(gold, said).values():
        assert 0 <= precision <= 1 + 1e-9
        assert 0 <= recall <= 1 + 1e-9


@given(PARTITIONS)
def test_sides_change_places(drawn: list[tuple[int, int]]) -> None:
    """What is precision one way round is recall the other way round."""
    gold = {str(n): g for n, (g, _) in enumerate(drawn)}
    said = {str(n): s for n, (_, s) in enumerate(drawn)}
    one, other = figures(gold, said), figures(said, gold)
    for name in (PAIRS, MUC, B_CUBED, CEAF):
        assert one[name] == pytest.approx(other[name][::-1])


def test_mean_of_three() -> None:
    """CoNLL is the mean of the F1 of MUC, B-cubed and CEAF-e."""
    found = {score.name: score.tally.f1 for score in scores(GOLD, SAID)}
    assert found["CoNLL"] == pytest.approx((found[MUC] + found[B_CUBED] + found[CEAF]) / 3)
