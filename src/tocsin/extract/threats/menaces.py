"""What announces harm: who threatens, by which verb or work, whom, and whether what stands below it is still to come.

A vow to hunt down attackers is no threat, nor is what states say that they will do to criminals; what is told as done
("after the attack") is not announced.
"""

import re
from dataclasses import replace

from tocsin.extract.grammar.parts import actor, armed_group
from tocsin.extract.grammar.tree import Tree, after, children, climb, conjuncts, descend, key, phrase
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.targets import target_of
from tocsin.extract.threats.publications import latest_group, medium_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.text import Span
from tocsin.model.values import Actor, Target

_HARM = re.compile(
    r"(?i)\b(?:attack\w*|kill\w*|target\w*|bomb\w*|strik\w+|hit\w*|aveng\w+|reveng\w*|retaliat\w+|behead\w*|"
    r"destroy\w*|blood\w*|war|"
    r"slaughter\w*|execut\w+|assassinat\w+|"
    r"burn\w*|punish\w*|violence|harm\w*|shoot\w*|die|death|blow up|abduct\w*|kidnap\w*|jihad|"
    r"rockets?|missiles?|dead|next)\b"
)
_HABIT = frozenset(
    {"repeatedly", "often", "regularly", "frequently", "previously", "always", "long", "before", "routinely"}
)
_LAW = re.compile(
    r"(?i)\b(?:justice|hunt\w*|track\w*|crack\w* down|defeat\w*|pursue\w*|punish those|root out|eradicate|protect\w*|"
    r"legal action|sanctions?|tariffs?|resign\w*|quit\w*|walk out|withdraw\w*|"
    r"veto\w*|sue|strike action|fines?|continue)\b"
)
_STATES = frozenset({"government", "state_force"})


def can_menace(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb can announce harm; "say" does where what is said is to come ("said it would target")."""
    lemma = tree.tokens[verb].lemma
    if lemma not in ("say", "announce", "declare"):
        return lemma in lexicon.words["menace_verbs"]
    return any(
        {key(tree, said), tree.tokens[said].lemma} & lexicon.words["harm_verbs"]
        and any(tree.tokens[aux].lemma in ("will", "would", "wo") for aux in children(tree, said, "aux"))
        and not children(tree, said, "neg")
        for said in children(tree, verb, "ccomp")
    )


def by_work(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a participle follows the work that threatens, taken by the parser for part of what it threatens."""
    token = tree.tokens[verb]
    return token.dep == "amod" and token.tag == "VBG" and verb > 0 and medium_of(tree, verb - 1, lexicon) is not None


def is_habit(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells of what somebody does again and again, or did before."""
    return any(tree.tokens[c].text.lower() in _HABIT for c in children(tree, verb, "advmod"))


def is_menace(lemma: str, rest: str, issuer: Actor | None, targets: list[Target], harm: bool) -> bool:
    """Tell whether words announce harm: to somebody, or by a named means; what states vow is mostly none."""
    if issuer is not None and issuer.kind in _STATES:
        return lemma == "threaten" and harm and bool(targets) and not _LAW.search(rest)
    if lemma in ("say", "announce", "declare") and (issuer is None or issuer.kind != "armed_group" or not targets):
        return False
    if lemma in ("tell", "order", "ask", "instruct", "encourage", "promise", "pledge") and not (harm and targets):
        return False
    if _LAW.search(rest) and not harm:
        return False
    if lemma in ("threaten", "menace"):
        return bool(targets) or harm or _HARM.search(rest) is not None
    return harm and (
        bool(targets) or re.search(r"(?i)\battacks?\b|\breveng\w*|\baveng\w*|\bretaliat\w*", rest) is not None
    )


def menacer(tree: Tree, verb: int, doer: int | None, lexicon: Lexicon) -> tuple[Actor | None, int | None]:
    """Return who threatens, and the work that does it in their stead."""
    if doer is None:
        return None, None
    token = tree.tokens[doer]
    if token.lemma in lexicon.words["voices"] or token.lemma in lexicon.words["work_parts"]:
        return _behind(tree, doer), doer
    if token.tag in ("WDT", "WP") and tree.tokens[verb].dep == "relcl":
        return menacer(tree, verb, tree.tokens[verb].head, lexicon) if tree.tokens[verb].head != doer else (None, None)
    if token.tag == "PRP":
        return (latest_group(tree, token.span.start), None) if token.lemma in ("it", "they", "he") else (None, None)
    near = [i for i in descend(tree, doer) if i in tree.actor_at]
    group = next((tree.actor_at[i] for i in near if tree.actor_at[i].kind == "armed_group"), None) or armed_group(
        tree, doer
    )
    if group is not None:
        return group, None
    found = actor(tree, doer)
    if found is not None and found.kind in _STATES:
        return found, None
    if token.pos == "PROPN" and tree.label_at.get(doer) == "GPE":
        return Actor(token.text, None, token.text, "government", token.span), None
    menacing = (
        token.lemma in lexicon.words["captors"]
        or lexicon.has("groups", token.lemma)
        or token.lemma in ("caller", "leader")
    )
    if not menacing or token.lemma in ("gunman", "gunmen"):
        return None, None
    span = phrase(tree, doer)
    return Actor(span.of(tree.text), None, span.of(tree.text), "unknown", span), None


def _behind(tree: Tree, work: int) -> Actor | None:
    """Return the group whose work it is: named in its phrase, or as the doer of the verb that puts it out."""
    for index in descend(tree, work):
        found = tree.actor_at.get(index)
        if found is not None and found.kind == "armed_group":
            return found
    above = tree.tokens[work].head
    if tree.tokens[work].dep in ("nmod", "compound"):
        work, above = above, tree.tokens[above].head
    doer = agent_of(tree, above) if tree.tokens[work].dep in ("dobj", "nsubjpass") else None
    return armed_group(tree, doer) if doer is not None else None


def harms(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether what stands below a verb is harm to come."""
    below = [*descend(tree, verb), *([tree.tokens[verb].head] if tree.tokens[verb].dep == "amod" else [])]
    for index in below:
        if index == verb:
            continue
        token = tree.tokens[index]
        if token.pos == "VERB" and {key(tree, index), token.lemma} & lexicon.words["harm_verbs"] and token.tag != "VBD":
            return True
        if token.pos == "NOUN" and (
            token.lemma in lexicon.attack_nouns or token.lemma in ("revenge", "retaliation", "jihad", "death")
        ):
            return tree.tokens[verb].dep == "amod" or is_to_come(tree, verb, index)
    return False


def is_to_come(tree: Tree, verb: int, index: int) -> bool:
    """Tell whether an attack below a verb is what is announced, and not what it answers ("after the attack")."""
    for above in (index, *climb(tree, index)):
        if above == verb:
            return True
        token = tree.tokens[above]
        if (
            token.dep == "prep"
            and token.lemma in ("after", "for", "over", "following", "since", "in")
            and (tree.tokens[token.head].index == verb)
        ):
            return token.lemma == "for"
        if token.dep in ("relcl", "acl") or any(
            tree.tokens[c].lemma in ("if", "unless", "until", "because", "while") for c in children(tree, above, "mark")
        ):
            return False
    return False


def menaced(tree: Tree, verb: int, lexicon: Lexicon) -> list[Target]:
    """Return who is threatened: the object, those after "against" or "on", and the objects of harm below the verb."""
    token = tree.tokens[verb]
    heads = [*after(tree, verb, "against", "on")] if token.lemma not in ("call", "urge") else []
    if token.lemma in ("threaten", "menace", "warn"):
        heads += children(tree, verb, "dobj")
    for child in children(tree, verb, "xcomp", "ccomp", "pcomp", "advcl", "prep", "dobj", "dative"):
        for index in descend(tree, child):
            lower = tree.tokens[index]
            if (
                lower.pos == "VERB"
                and {key(tree, index), lower.lemma} & lexicon.words["harm_verbs"]
                and lower.tag != "VBD"
            ):
                heads += children(tree, index, "dobj", "nsubjpass")
                heads += after(tree, index, "against", "on", "at")
            elif lower.pos == "NOUN" and (
                lower.lemma in lexicon.attack_nouns or lower.lemma in ("war", "jihad", "rocket", "revenge")
            ):
                heads += after(tree, index, "against", "on", "in", "at")
    if token.dep == "amod":
        object_ = token.head
        if tree.tokens[object_].lemma not in lexicon.attack_nouns:
            found = Span(tree.tokens[verb + 1].span.start, tree.tokens[object_].span.end)
            return [replace(t, text=found.of(tree.text), span=found) for t in named_targets(tree, [object_], lexicon)]
        heads += after(tree, object_, "against", "on", "in", "at")
    return named_targets(tree, heads, lexicon)


def named_targets(tree: Tree, heads: list[int], lexicon: Lexicon) -> list[Target]:
    """Return phrases as named targets, those left out whose words tell neither type nor country."""
    found: dict[int, Target] = {}
    for head in (i for h in heads for i in conjuncts(tree, h)):
        if tree.tokens[head].pos not in ("NOUN", "PROPN", "ADJ") or head in found:
            continue
        target = target_of(tree, head, "named", None, lexicon)
        if target is not None and (target.type != "unknown" or target.country is not None):
            found[head] = target
    return list(found.values())
