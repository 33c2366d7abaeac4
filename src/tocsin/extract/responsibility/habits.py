"""When a stance is none on the act at hand: negated, often taken, or taken on many acts over time."""

import re

from tocsin.extract.grammar.tree import Tree, children, climb, descend, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.text import Span

_LONG_AGO = re.compile(
    r"(?i)\b(?:in the past|in the (?:\w+ ){0,2}(?:months|years|weeks|decades)|(?:so far )?this year|each year"
    r"|every year|in recent (?:years|months|weeks)|over the (?:past|last|years)"
    r"|for (?:years|decades)|since (?:19|20)\d\d"
    r"|previous(?:ly)?|for similar|(?:similar|other|past|earlier|such|most) attacks|these kinds? of attacks)\b"
)

_NOBODY = frozenset({"neither", "no", "nobody", "none"})


def negated(tree: Tree, at: int) -> bool:
    """Tell whether a verb is negated ("did not", "never", "no longer", "neither X nor Y did")."""
    doers = children(tree, at, "nsubj", "nsubjpass", "agent")
    if any(tree.tokens[i].lemma in _NOBODY for doer in doers for i in (doer, *tree.below[doer])):
        return True
    return any(
        tree.tokens[c].dep == "neg" or tree.tokens[c].text.lower() in ("never", "longer") for c in tree.below[at]
    )


def is_infinitive(tree: Tree, at: int) -> bool:
    """Tell whether a verb stands behind "to"."""
    return any(tree.tokens[i].lemma == "to" for i in children(tree, at, "aux"))


def is_spoken_up(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Tell whether an infinitive is the purpose of speaking up, so that it is done ("telephoned to claim the bomb")."""
    above = next((i for i in climb(tree, at) if tree.tokens[i].pos == "VERB"), at)
    purpose = is_infinitive(tree, at) and tree.tokens[at].dep in ("advcl", "xcomp", "acl", "relcl")
    plain = not negated(tree, above) and not children(tree, above, "aux")
    return purpose and above != at and plain and lexicon.has("speaking_up", tree.tokens[above].lemma)


def habitual(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a stance is on many acts over time, or one that is often taken."""
    if _is_often(tree, at, lexicon):
        return True
    above = [tree.tokens[at].head] if tree.tokens[at].dep in ("acl", "relcl") else []
    if any(_is_series(tree, i) for i in (*children(tree, at, "nsubjpass", "dobj"), *above)):
        return True
    if any(_are_many(tree, i, lexicon) for i in above):
        return True
    below = [i for i in descend(tree, at) if i > at and not _under_clause(tree, i, at)]
    ahead = [i for prep in children(tree, at, "prep") if prep < at for i in descend(tree, prep)]
    if not below:
        return False
    told = Span(min(tree.tokens[i].span.start for i in (at, *ahead)), max(tree.tokens[i].span.end for i in below))
    if _LONG_AGO.search(told.of(tree.text)) or _is_of_old(tree, at):
        return True
    acts = [i for i in below if tree.tokens[i].tag == "NNS" and tree.tokens[i].dep in ("dobj", "pobj", "nsubjpass")]
    return any(
        bool({tree.tokens[c].lemma, tree.tokens[c].text.lower()} & lexicon.words["many_acts"])
        for i in acts
        for c in (*tree.below[i], *(tree.tokens[tree.tokens[i].head].head,))
        if not _counts_people(tree, i)
        and not _is_one_of(tree, i)
        and not lexicon.has("charges_made", tree.tokens[i].lemma)
    )


def _are_many(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun means many acts, by the words before it ("multiple blasts", "earlier attacks")."""
    before = {tree.tokens[i].lemma for i in children(tree, noun, "amod")}
    return tree.tokens[noun].tag == "NNS" and noun not in tree.actor_at and bool(before & lexicon.words["many_acts"])


def _is_of_old(tree: Tree, at: int) -> bool:
    """Tell whether a participle is of acts before this one ("has suffered similar attacks, blamed on X")."""
    above = tree.tokens[at].head
    if tree.tokens[at].dep not in ("acl", "advcl") or tree.tokens[at].tag != "VBN":
        return False
    nouns = [above] if tree.tokens[at].dep == "acl" else [*children(tree, above, "dobj")]
    return any(_LONG_AGO.search(phrase(tree, i).of(tree.text)) is not None for i in nouns)


def _is_series(tree: Tree, noun: int) -> bool:
    """Tell whether a noun means acts before this one ("the last two blasts were claimed by X")."""
    before = {tree.tokens[i].lemma for i in children(tree, noun, "amod")}
    return tree.tokens[noun].tag == "NNS" and bool(before & {"last", "recent"})


def _is_often(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    for index in (at, *climb(tree, at)):
        how_often = [
            i for adverb in children(tree, index, "advmod") for i in (adverb, *children(tree, adverb, "advmod"))
        ]
        if any(tree.tokens[i].text.lower() in lexicon.words["often_taken"] for i in how_often):
            return True
        if tree.tokens[index].dep in ("relcl", "ccomp", "advcl", "ROOT"):
            return False
    return False


def _is_one_of(tree: Tree, noun: int) -> bool:
    """Tell whether a noun only ranks the act at hand ("one of the deadliest attacks")."""
    prep = tree.tokens[tree.tokens[noun].head]
    return prep.lemma == "of" and tree.tokens[prep.head].lemma in ("one", "among")


def _counts_people(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].lemma in ("people", "civilian", "soldier", "child", "woman", "man", "person", "policeman")


def _under_clause(tree: Tree, index: int, at: int) -> bool:
    """Tell whether a finite clause stands between a token and the verb above it."""
    for above in (index, *climb(tree, index)):
        if above == at:
            return False
        if tree.tokens[above].dep in ("relcl", "advcl", "conj", "ccomp", "parataxis") and above != at:
            return True
    return False
