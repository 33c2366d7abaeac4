"""Suspects, defendants and confessed attackers as actors: by the words for their part, never by name."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.grammar.parts import is_person
from tocsin.extract.grammar.tree import Tree, after, bare, conjuncts, phrase
from tocsin.extract.responsibility.stances import Told
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.text import Span
from tocsin.model.values import Actor


def person(told: Told, head: int) -> Actor | None:
    """Return a suspect or defendant by that word, the word beside a name included."""
    tree, lexicon = told.tree, told.lexicon
    if tree.tokens[head].tag == "WP":
        verb = tree.tokens[tree.tokens[head].head]
        return person(told, verb.head) if verb.dep == "relcl" and verb.head != head else None
    if is_person(tree, head):
        beside = told.heard.people.get(tree.tokens[head].text)
        if beside is None or beside.span is None or beside.kind != "unknown":
            return None
        return Actor(beside.span.of(tree.text), None, beside.span.of(tree.text), "person", beside.span)
    if tree.tokens[head].text.lower() in ("he", "she", "they"):
        return _last(told, head)
    if not _is_private(tree, head, lexicon):
        return None
    span = Span(bare(tree, head).start, tree.tokens[head].span.end)
    return Actor(span.of(tree.text), None, span.of(tree.text), "person", span)


def blamable(told: Told, head: int) -> Actor | None:
    """Return the people or body that a word of blame or doubt names, unknown to any list ("smugglers", "a clan")."""
    tree, token = told.tree, told.tree.tokens[head]
    known = tree.actor_at.get(head)
    if known is not None:
        return known if known.kind in ("organisation", "unknown") and not is_person(tree, head) else None
    named = token.pos == "PROPN" and tree.label_at.get(head) == "ORG"
    if not named and not (token.pos == "NOUN" and told.has("blamable", head)):
        return None
    span = phrase(tree, head)
    words = span.of(tree.text)
    if {t.text.lower() for t in tree.tokens if span.holds(t.span)} & told.lexicon.words["nobody_words"]:
        return None
    return Actor(words, None, words, "organisation", span)


def others(told: Told, heads: Sequence[int]) -> list[Actor]:
    """Return those named by what they are, since whoever is blamed is somebody ("smugglers", "officers themselves")."""
    return [who for head in heads for i in conjuncts(told.tree, head) if (who := blamable(told, i)) is not None]


def _is_private(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    token = tree.tokens[head]
    if token.text.lower() == "accused":
        return token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
    if token.pos == "NUM" and token.dep in ("nsubj", "nsubjpass") and token.text.isalpha():
        return True
    if (
        token.pos == "NUM"
        and token.dep == "dobj"
        and any(_is_private(tree, i, lexicon) for i in after(tree, head, "of"))
    ):
        return True
    if lexicon.has("ordinals", token.lemma) and token.dep in ("nsubj", "nsubjpass", "dobj"):
        return not after(tree, head, "of")
    if token.lemma == "other" and any(tree.tokens[c].dep == "nummod" for c in tree.below[head]):
        return token.dep in ("nsubj", "nsubjpass", "dobj", "conj")
    return lexicon.has("private", token.lemma) and token.pos in ("NOUN", "NUM") and head not in tree.actor_at


def _last(told: Told, pronoun: int) -> Actor | None:
    """Return the suspect for whom a pronoun stands: the subject of the sentence before, or of its own before it."""
    tree, sentence = told.tree, told.sentence.index
    before = [
        t.index
        for t in tree.tokens[:pronoun]
        if t.sentence >= sentence - 1 and t.dep in ("nsubj", "nsubjpass") and t.tag != "PRP"
    ]
    heads = [i for i in before if _is_private(tree, i, told.lexicon) or is_person(tree, i)]
    if not heads or not _is_private(tree, heads[-1], told.lexicon):
        return None
    if _is_many(tree, pronoun) != _is_many(tree, heads[-1]):
        return None
    found, token = person(told, heads[-1]), tree.tokens[pronoun]
    return replace(found, text=token.text, span=token.span) if found is not None else None


def _is_many(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.text.lower() == "they" or token.tag == "NNS" or token.lemma in ("men", "pair", "couple", "trio")
