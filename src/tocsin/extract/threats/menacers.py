"""Who threatens: a group, its work, hostage takers, a state or its minister; a caller or a sheet without a name.

A victim's words, an authority's warning and gunmen who threaten those whom they are robbing are no menace.
"""

import re
from dataclasses import dataclass, replace

from tocsin.extract.grammar.parts import actor, armed_group
from tocsin.extract.grammar.tree import Tree, children, descend, phrase
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.threats.publications import admirers, latest_group
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.values import Actor, Target

STATES = frozenset({"government", "state_force"})
_CAPTIVE = re.compile(r"(?i)\b(?:abduct\w*|kidnap\w*|hostages?|captives?|captivity|ransom|seized|holding|hijack\w*)\b")
_MASKED = frozenset({"masked", "hooded", "armed", "mask"})
_HEADS = frozenset({"leader", "commander", "spokesman", "fighter", "chief"})
_ITS = frozenset(
    {
        "group",
        "organisation",
        "organization",
        "movement",
        "militant",
        "rebel",
        "insurgent",
        "network",
        "jihadist",
        "extremist",
        "fighter",
        "gang",
    }
)


@dataclass(frozen=True, slots=True)
class Menace:
    """Harm announced in one sentence: the word that does it, who does, in which work, and against whom."""

    anchor: int
    issuer: Actor | None
    work: int | None
    targets: tuple[Target, ...]
    doer: int | None = None
    attack_types: tuple[str, ...] = ()


def menacer(tree: Tree, verb: int, doer: int | None, lexicon: Lexicon) -> tuple[Actor | None, int | None]:
    """Return who threatens, and the work that does it in their stead."""
    if doer is None:
        return None, None
    token = tree.tokens[doer]
    if token.lemma in lexicon.words["voices"] or token.lemma in lexicon.words["work_parts"]:
        return behind(tree, doer), doer
    if token.tag in ("WDT", "WP") and tree.tokens[verb].dep == "relcl":
        return menacer(tree, verb, tree.tokens[verb].head, lexicon) if tree.tokens[verb].head != doer else (None, None)
    if token.tag == "PRP":
        return _meant(tree, doer, lexicon)
    others = admirers(tree, doer)
    if others is not None:
        return others, None
    near = [i for i in descend(tree, doer) if i in tree.actor_at]
    group = next((tree.actor_at[i] for i in near if tree.actor_at[i].kind == "armed_group"), None) or armed_group(
        tree, doer
    )
    if group is not None:
        return group, None
    found = actor(tree, doer)
    if found is not None and found.kind in STATES:
        return found, None
    if token.pos == "PROPN" and tree.label_at.get(doer) == "GPE":
        span = phrase(tree, doer)
        return Actor(span.of(tree.text), None, span.of(tree.text), "government", span), None
    if _points_back(tree, doer) and (last := latest_group(tree, token.span.start)) is not None:
        span = phrase(tree, doer)
        return replace(last, text=span.of(tree.text), span=span), None
    return _described(tree, doer, lexicon), None


def _meant(tree: Tree, doer: int, lexicon: Lexicon) -> tuple[Actor | None, int | None]:
    """Return the group that a pronoun stands for, else, for "it", the work told of in the sentence before."""
    token = tree.tokens[doer]
    if token.lemma not in ("it", "they", "he"):
        return None, None
    last = latest_group(tree, token.span.start)
    told = [t for t in tree.tokens[max(0, doer - 40) : doer] if t.lemma in lexicon.words["voices"]]
    if last is None and told and token.lemma != "he":
        return None, doer
    return last, None


def _points_back(tree: Tree, doer: int) -> bool:
    """Tell whether a noun is "the group", which stands for one named before."""
    token = tree.tokens[doer]
    return token.lemma in _ITS and any(tree.tokens[c].text.lower() in ("the", "this") for c in tree.below[doer])


def _described(tree: Tree, doer: int, lexicon: Lexicon) -> Actor | None:
    """Return somebody who threatens by what they are: captors, militants, a caller, a state's minister."""
    token, span = tree.tokens[doer], phrase(tree, doer)
    words = span.of(tree.text)
    if token.pos == "NOUN" and token.lemma in lexicon.words["state_voices"] and _is_of_state(tree, doer):
        return Actor(words, None, words, "government", span)
    before = {tree.tokens[c].lemma for c in tree.below[doer] if c < doer}
    masked = (token.lemma == "man" and bool(before & _MASKED)) or (
        token.lemma in _HEADS and bool(before & (lexicon.words["captors"] | _MASKED))
    )
    menacing = (
        masked
        or token.lemma in lexicon.words["captors"]
        or lexicon.has("groups", token.lemma)
        or token.lemma == "caller"
    )
    sentence = tree.page.page.sentences[token.sentence].span.of(tree.text)
    if not menacing or (token.lemma in ("gunman", "gunmen", "man") and not _CAPTIVE.search(sentence)):
        return None
    return Actor(words, None, words, "unknown", span)


def _is_of_state(tree: Tree, doer: int) -> bool:
    """Tell whether an office is a state's by the words before it ("Iran's defence minister", "the Russian general")."""
    below = [i for child in children(tree, doer, "poss", "amod", "compound", "nmod") for i in descend(tree, child)]
    return any(tree.label_at.get(i) in ("GPE", "NORP") for i in below)


def behind(tree: Tree, work: int) -> Actor | None:
    """Return the group whose work it is: named in its phrase, or as the doer of the verb that puts it out."""
    for index in descend(tree, work):
        found = tree.actor_at.get(index)
        signs = tree.tokens[tree.tokens[index].head].dep == "agent" and found is not None
        if found is not None and (found.kind == "armed_group" or (signs and found.kind == "organisation")):
            return found
    above = tree.tokens[work].head
    if tree.tokens[work].dep in ("nmod", "compound"):
        work, above = above, tree.tokens[above].head
    doer = agent_of(tree, above) if tree.tokens[work].dep in ("dobj", "nsubjpass") else None
    return armed_group(tree, doer) if doer is not None else None
