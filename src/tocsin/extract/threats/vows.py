"""Threats in a group's own words: "We will strike Tel Aviv", "our next targets will be in Paris"."""

from tocsin.extract.grammar.tree import Tree, after, children, climb, key
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.threats.menacers import STATES, Menace, menacer
from tocsin.extract.threats.menaces import named_targets
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.values import Actor

_OURSELVES = frozenset({"we", "i", "our", "us", "my"})


def vows(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Menace]:
    """Return what a quoted group says that it will do to somebody, or of whom it gives warning."""
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or not _speaks(tree, token.index):
            continue
        if token.lemma == "warn":
            heads = [*children(tree, token.index, "dobj")]
        elif {key(tree, token.index), token.lemma} & lexicon.words["harm_verbs"] and _is_ahead(tree, token.index):
            heads = [*children(tree, token.index, "dobj"), *after(tree, token.index, "against", "on", "at", "in")]
        else:
            continue
        issuer = speaker(tree, holder_of(tree, token.index, heard)) or _described(tree, token.index, lexicon)
        heads = [n for head in heads for n in (head, *after(tree, head, "of"))]
        targets = named_targets(tree, heads, lexicon)
        if issuer is not None and (targets or token.lemma != "warn"):
            found.append(Menace(token.index, issuer, None, tuple(targets)))
    return found


def _speaks(tree: Tree, verb: int) -> bool:
    """Tell whether a verb's subject is the speaker or the speaker's own."""
    return any(
        tree.tokens[i].text.lower() in _OURSELVES
        for subject in children(tree, verb, "nsubj")
        for i in (subject, *children(tree, subject, "poss"))
    )


def _is_ahead(tree: Tree, verb: int) -> bool:
    ahead = any(tree.tokens[aux].lemma in ("will", "shall", "'ll", "’ll") for aux in children(tree, verb, "aux"))
    return ahead and not children(tree, verb, "neg")


def _described(tree: Tree, index: int, lexicon: Lexicon) -> Actor | None:
    """Return who utters the words where only what they are is said ("the masked militant leader said")."""
    verb = next((i for i in climb(tree, index) if lexicon.has("reporting", tree.tokens[i].lemma)), None)
    if verb is None:
        return None
    issuer, _ = menacer(tree, verb, agent_of(tree, verb), lexicon)
    return issuer if issuer is not None and issuer.kind not in STATES else None


def speaker(tree: Tree, holder: Holder) -> Actor | None:
    """Return the armed group whose words they are."""
    if holder.kind != "group" or holder.span is None:
        return None
    named = next((a for a in tree.page.actors if a.kind == "armed_group" and a.span.meets(holder.span)), None)
    words = holder.span.of(tree.text)
    return named or Actor(words, holder.actor_id, words, "armed_group", holder.span)
