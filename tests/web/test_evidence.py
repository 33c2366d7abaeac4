"""A marked text is the text itself, and every cited span leads back to its value."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.text import Span
from tocsin.web.evidence import Piece, Words, headed, quotes, weave

TEXT = "At least nine people were killed near Gubio."


def words(start: int, end: int, name: str) -> Words:
    return Words(Span(start, end), f"s-{name}", f"v-{name}", name)


def outline(pieces: tuple[Piece, ...]) -> str:
    """Return the pieces as one line: `<id ` opens, `>` closes, `=value` is a link of its own."""
    return "".join(map(_sign, pieces))


def _sign(piece: Piece) -> str:
    match piece.step:
        case "open":
            return f"<{piece.anchor or '…'} "
        case "close":
            return ">"
        case "also":
            return f"={piece.words.value if piece.words else None}"
    return piece.text


def test_spans_that_nest_give_marks_that_nest() -> None:
    woven = weave("abcdef", [words(2, 4, "inner"), words(1, 5, "outer")])
    assert outline(woven) == "a<s-outer b<s-inner cd>e>f"


def test_a_span_that_crosses_another_is_closed_and_opened_again_without_its_id() -> None:
    woven = weave("abcdef", [words(0, 4, "first"), words(2, 6, "second")])
    assert outline(woven) == "<s-first ab<s-second cd>><… ef>"


def test_of_two_spans_over_the_same_words_one_gets_a_link_of_its_own() -> None:
    woven = weave("abc", [words(0, 3, "one"), words(0, 3, "two")])
    assert outline(woven) == "<s-one <s-two abc=v-one>>"


def test_a_span_outside_the_text_is_left_to_the_quotes() -> None:
    cited = [words(1, 99, "beyond"), words(0, 2, "inside")]
    assert outline(weave("abc", cited)) == "<s-inside ab>c"
    assert tuple(word.anchor for word in quotes("abc", cited)) == ("s-beyond",)


def test_a_text_that_the_store_does_not_keep_has_no_pieces() -> None:
    assert headed("", "A headline", [words(0, 3, "one")]) == ((), ())


def test_the_headline_stands_apart_unless_a_span_runs_on_from_it() -> None:
    text = "Head\n\nBody"
    apart = headed(text, "Head", [words(0, 4, "head"), words(6, 10, "body")])
    assert [outline(part) for part in apart] == ["<s-head Head>", "\n\n<s-body Body>"]
    assert [outline(part) for part in headed(text, "Head", [words(0, 8, "long")])] == ["", "<s-long Head\n\nBo>dy"]


spans = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=8)


@given(spans)
def test_whatever_the_spans_the_text_is_printed_whole_and_marks_balance(pairs: list[tuple[int, int]]) -> None:
    cited = [words(start, end, str(number)) for number, (start, end) in enumerate(pairs)]
    woven = weave(TEXT, cited)
    assert "".join(piece.text for piece in woven) == TEXT
    assert sum(piece.step == "open" for piece in woven) == sum(piece.step == "close" for piece in woven)


@given(spans)
def test_whatever_the_spans_each_has_one_id_and_a_way_back(pairs: list[tuple[int, int]]) -> None:
    cited = [words(start, end, str(number)) for number, (start, end) in enumerate(pairs) if start < end]
    woven = weave(TEXT, cited)
    ids = [piece.anchor for piece in woven if piece.step == "open" and piece.anchor]
    back = {piece.words.value for piece in woven if piece.step in ("words", "also") and piece.words}
    assert sorted(word.anchor for word in cited) == sorted(ids)
    assert {word.value for word in cited} == back
