"""Who holds a whole sentence: by "according to", by its last words, or as part of a quotation."""

from tocsin.extract.grammar.tree import Tree, children, climb
from tocsin.extract.voices.memory import Known, Voices
from tocsin.extract.voices.naming import holder, plain
from tocsin.extract.voices.uttering import can_speak
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence, Token
from tocsin.model.record import Holder
from tocsin.model.text import Span

_OPENS = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})


def according(tree: Tree, sentence: Sentence, known: Known) -> Holder | None:
    """Return the holder after "according to" in a sentence."""
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.lemma in ("account", "reckoning") and tree.tokens[token.head].lemma == "by":
            for noun in children(tree, token.index, "poss"):
                if tree.tokens[noun].tag != "PRP$":
                    return holder(tree, noun, known)
        if token.lemma == "accord" or token.text.lower() == "according":
            for prep in children(tree, token.index, "prep"):
                for noun in children(tree, prep, "pobj"):
                    found = holder(tree, noun, known)
                    if found is not None:
                        return found
    return None


def trailing(tree: Tree, sentence: Sentence, lexicon: Lexicon, heard: Voices) -> Holder | None:
    """Return who utters a sentence by its last words (", officials and witnesses said") where the parse has lost it."""
    for token in reversed(tree.tokens[sentence.first : sentence.last]):
        if token.lemma not in ("say", "tell", "report", "add") or token.pos != "VERB":
            continue
        if token.index in heard.by_verb or any(i in heard.by_verb for i in climb(tree, token.index)):
            return None
        start = token.index
        while start > sentence.first and tree.tokens[start - 1].text not in (",", '"', "”", "''"):
            start -= 1
        run = tree.tokens[start : token.index]
        head = next((t for t, after in zip(run, [*run[1:], token], strict=False) if _ends_noun(t, after)), None)
        if start == sentence.first or head is None or len(run) > 12 or run[0].pos not in _OPENS:
            return None
        return plain(tree, head.index, lexicon) if can_speak(tree, head.index, lexicon) else None
    return None


def _ends_noun(token: Token, following: Token) -> bool:
    return token.pos == "NOUN" and following.pos not in ("NOUN", "PROPN", "PART")


def quoted(tree: Tree, heard: Voices) -> None:
    """Give the sentences of a quotation that bear no verb of saying to whoever the next sentence of it names."""
    sentences = tree.page.page.sentences
    last: tuple[int, Holder] | None = None
    for sentence in sentences:
        outer = [
            heard.by_verb[t.index] for t in tree.tokens[sentence.first : sentence.last] if t.index in heard.by_verb
        ]
        marks = [q for q in tree.page.page.quotations if q.span.meets(sentence.span)]
        if outer:
            last = (sentence.paragraph, outer[0]) if marks else None
            for before in reversed(sentences[: sentence.index]):
                if not any(q.span.holds(before.span) for q in marks) or before.index in heard.by_sentence:
                    break
                heard.by_sentence[before.index] = outer[0]
        elif last is not None and last[0] == sentence.paragraph and any(_covers(q.span, sentence.span) for q in marks):
            heard.by_sentence.setdefault(sentence.index, last[1])
        elif not marks:
            last = None


def _covers(quote: Span, sentence: Span) -> bool:
    """Tell whether nearly all of a sentence stands in a quotation."""
    inside = min(quote.end, sentence.end) - max(quote.start, sentence.start)
    return inside >= 0.9 * (sentence.end - sentence.start)
