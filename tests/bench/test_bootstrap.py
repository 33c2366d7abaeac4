"""Intervals hold the figure, are the same every time, and shrink with agreement."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.bench.bootstrap import measure
from tocsin.bench.tally import Tally, hits

documents = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)).map(
        lambda n: {"x": hits(min(n), max(n[0], n[1]), max(n[1], n[2]))}
    ),
    min_size=1,
    max_size=20,
)


@settings(deadline=None, max_examples=40)
@given(documents)
def test_an_interval_lies_in_the_range_of_scores(docs: list[dict[str, Tally]]) -> None:
    for score in measure(docs):
        assert 0.0 <= score.low <= score.high <= 1.0


def test_a_measurement_repeats_exactly() -> None:
    docs = [{"x": hits(i % 3, 3, 2 + i % 2)} for i in range(12)]
    assert measure(docs) == measure(docs)


def test_documents_that_agree_leave_no_interval() -> None:
    (score,) = measure([{"x": hits(1, 2, 2)}] * 9)
    assert (score.tally.f1, score.low, score.high) == (0.5, 0.5, 0.5)


def test_documents_that_differ_leave_the_figure_inside_its_interval() -> None:
    (score,) = measure([{"x": hits(i % 2, 1, 1)} for i in range(40)])
    assert 0.3 < score.low < score.tally.f1 == 0.5 < score.high < 0.7


def test_a_name_that_no_document_uses_is_not_measured() -> None:
    assert measure([{"x": Tally()}, {}]) == ()


def test_nothing_is_measured_on_no_documents() -> None:
    assert measure([]) == ()
