"""What one stance on responsibility is, and where the words stand that tell it."""

from dataclasses import dataclass

from tocsin.extract.grammar.tree import Tree, children, descend, phrase
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Factuality, Holder, HolderKind, Stance
from tocsin.model.text import Span
from tocsin.model.values import Actor

KINDS: dict[str, HolderKind] = {"armed_group": "group", "state_force": "authority", "government": "government"}


@dataclass(frozen=True, slots=True)
class Stand:
    """One stance on responsibility, before it is known for which event; `anchor` is the token that tells it."""

    actor: Actor | None
    stance: Stance
    holder: Holder
    factuality: Factuality
    span: Span
    sentence: int
    anchor: int
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Words that may tell a stance: the token `at` that tells it, the words `span`, and what reading them needs."""

    tree: Tree
    sentence: Sentence
    span: Span
    at: int
    heard: Voices
    lexicon: Lexicon

    @property
    def lemma(self) -> str:
        """Return the lemma of the token that tells it."""
        return self.tree.tokens[self.at].lemma

    @property
    def words(self) -> str:
        """Return the words that tell it."""
        return self.span.of(self.tree.text)

    def has(self, kind: str, index: int | None = None) -> bool:
        """Tell whether a token's lemma, by default that of the token that tells it, stands in a word list."""
        return self.lexicon.has(kind, self.tree.tokens[self.at if index is None else index].lemma)


def as_holder(tree: Tree, who: Actor, via: tuple[Holder, ...] = ()) -> Holder:
    """Return an actor as the holder of its own words."""
    return Holder(who.span.of(tree.text), who.actor_id, KINDS.get(who.kind, "unknown"), via, who.span)


def clause(tree: Tree, sentence: Sentence, at: int, *spans: Span) -> Span:
    """Return the words from the first to the last span, run on to the end of the verb's own clause."""
    inside = [span for span in spans if sentence.span.holds(span)]
    below = [tree.tokens[i].span for i in descend(tree, at) if tree.tokens[i].dep != "punct" and i >= at]
    subjects = [phrase(tree, i) for i in children(tree, at, "nsubj", "nsubjpass") if i < at]
    named = [*inside, *subjects, tree.tokens[at].span]
    end = max(s.end for s in [*named, *below])
    stop = tree.text.find(",", max(s.end for s in named))
    if 0 < stop < end:
        end = stop
    return Span(min(s.start for s in named), end)


def verb_of(tree: Tree, sentence: Sentence, cue: Span) -> int:
    """Return the verb of a cue's words, else their first token."""
    inside = [t for t in tree.tokens[sentence.first : sentence.last] if cue.meets(t.span)]
    verbs = [t for t in inside if t.pos == "VERB"]
    return (verbs or inside)[0].index
