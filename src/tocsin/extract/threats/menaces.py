"""Verbs that announce harm: which do, against whom, and whether what stands below them is still to come.

A vow to hunt down attackers is no threat, nor is what states say that they will do to criminals; what is told as done
("after the attack") is not announced.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.tree import Tree, after, children, climb, conjuncts, descend, key, phrase
from tocsin.extract.slots.casualties import agent_of, count_of
from tocsin.extract.slots.targets import country_in, target_of
from tocsin.extract.threats.menacers import STATES, Menace, menacer
from tocsin.extract.threats.works import medium_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
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

_SAYING = frozenset({"say", "announce", "declare", "state", "add"})
_OWNING = frozenset({"behind", "credit", "responsible", "responsibility"})
_SUFFERING = frozenset({"die", "burn", "bleed", "perish"})
_OF_PEOPLE = frozenset(
    {"kill", "behead", "execute", "murder", "assassinate", "slaughter", "abduct", "kidnap", "shoot", "hang"}
)
_TOLD = frozenset({"tell", "order", "ask", "instruct", "encourage", "promise", "pledge"})


def menaces(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> list[Menace]:
    """Return what verbs of a sentence announce ("threatened to kill", "called for attacks", "said it would target")."""
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or not can_menace(tree, token.index, lexicon):
            continue
        if token.dep in ("amod", "compound") and not by_work(tree, token.index, lexicon):
            continue
        if token.lemma == "call" and not after(tree, token.index, "on", "for", "upon"):
            continue
        if factuality(tree, token.index, lexicon) not in ("CT+", "PR+") or is_habit(tree, token.index):
            continue
        doer = token.index - 1 if by_work(tree, token.index, lexicon) else agent_of(tree, token.index)
        issuer, work = menacer(tree, token.index, doer, lexicon)
        if issuer is None and work is None and doer is not None:  # the second of two subjects, where the first is none
            others = (menacer(tree, token.index, one, lexicon) for one in conjuncts(tree, doer) if one != doer)
            issuer, work = next((other for other in others if other != (None, None)), (None, None))
        if (
            issuer is None
            and work is None
            and doer is not None
            and tree.tokens[doer].lemma in lexicon.words["captives"]
        ):
            issuer = _captor(tree, sentence)
        if issuer is None and work is None:
            continue
        rest = Span(token.span.start, sentence.span.end).of(tree.text)
        targets = menaced(tree, token.index, doer, lexicon)
        if is_menace(token.lemma, rest, issuer, targets, harms(tree, token.index, lexicon)):
            found.append(Menace(token.index, issuer, work, tuple(targets), doer))
    return found


def _captor(tree: Tree, sentence: Sentence) -> Actor | None:
    """Return the group of a sentence in which captives say what will be done to them."""
    return next((a for a in tree.page.actors if a.kind == "armed_group" and sentence.span.holds(a.span)), None)


def can_menace(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb can announce harm; "say" does where what is said is to come ("said it would target")."""
    lemma = tree.tokens[verb].lemma
    if lemma not in _SAYING:
        return lemma in lexicon.words["menace_verbs"]
    return any(
        {key(tree, said), tree.tokens[said].lemma} & (lexicon.words["harm_verbs"] | _SUFFERING)
        and (tree.tokens[said].lemma in _SUFFERING or _is_own(tree, said))
        and any(tree.tokens[aux].lemma in ("will", "would", "wo") for aux in children(tree, said, "aux"))
        and not children(tree, said, "neg")
        for said in children(tree, verb, "ccomp")
    )


def _is_own(tree: Tree, said: int) -> bool:
    """Tell whether those who speak are to do the harm ("said it would", "its fighters would", "would be attacked")."""
    return bool(children(tree, said, "nsubjpass")) or any(
        tree.tokens[i].tag in ("PRP", "PRP$")
        or tree.tokens[i].lemma in ("fighter", "mujahideen", "member")
        or (i in tree.actor_at and tree.actor_at[i].kind == "armed_group")
        for who in children(tree, said, "nsubj")
        for i in (who, *children(tree, who, "poss"))
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
    if issuer is not None and issuer.kind in STATES:
        return lemma == "threaten" and harm and bool(targets) and not _LAW.search(rest)
    if lemma in _SAYING and (issuer is None or not targets):
        return False
    if lemma in _TOLD and not (harm and targets):
        return False
    if _LAW.search(rest) and not harm:
        return False
    if lemma in ("threaten", "menace"):
        return bool(targets) or harm or _HARM.search(rest) is not None
    return harm and (
        bool(targets) or re.search(r"(?i)\battacks?\b|\breveng\w*|\baveng\w*|\bretaliat\w*", rest) is not None
    )


def harms(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether what stands below a verb is harm to come."""
    below = [*descend(tree, verb), *([tree.tokens[verb].head] if tree.tokens[verb].dep == "amod" else [])]
    for index in below:
        if index == verb:
            continue
        token = tree.tokens[index]
        if token.lemma in _SUFFERING and any(
            tree.tokens[a].lemma in ("will", "would") for a in children(tree, index, "aux")
        ):
            return True
        if token.pos == "VERB" and _is_harmful(tree, index, lexicon) and token.tag != "VBD":
            return True
        if token.pos == "NOUN" and (
            token.lemma in lexicon.attack_nouns
            or token.lemma in ("revenge", "retaliation", "jihad", "death", "consequence", "bloodshed")
        ):
            return tree.tokens[verb].dep == "amod" or is_to_come(tree, verb, index)
    return False


def _is_harmful(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb is one of harm, "fall upon" and "set upon" among them."""
    lemma = tree.tokens[index].lemma
    upon = lemma in ("fall", "set") and bool(after(tree, index, "upon"))
    return upon or bool({key(tree, index), lemma} & lexicon.words["harm_verbs"])


def is_to_come(tree: Tree, verb: int, index: int) -> bool:
    """Tell whether an attack below a verb is what is announced, and not what it answers ("after the attack")."""
    for above in (index, *climb(tree, index)):
        if above == verb:
            return True
        token = tree.tokens[above]
        if token.lemma in _OWNING or token.tag == "VBD":
            return False
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


def menaced(tree: Tree, verb: int, doer: int | None, lexicon: Lexicon) -> list[Target]:
    """Return who is threatened: the object, those after "against" or "on", and the objects of harm below the verb."""
    token = tree.tokens[verb]
    heads = [*after(tree, verb, "against", "on")] if token.lemma not in ("call", "urge") else []
    if token.lemma in ("threaten", "menace", "warn"):
        heads += children(tree, verb, "dobj")
    people: set[int] = set()
    for child in children(tree, verb, "xcomp", "ccomp", "pcomp", "advcl", "prep", "dobj", "dative"):
        for index in descend(tree, child):
            lower = tree.tokens[index]
            if lower.pos == "VERB" and _is_harmful(tree, index, lexicon) and lower.tag != "VBD":
                objects = [_meant(tree, i, doer, lexicon) for i in children(tree, index, "dobj", "nsubjpass")]
                heads += objects
                people.update(objects if lower.lemma in _OF_PEOPLE else ())
                heads += after(tree, index, "against", "on", "at", "upon")
            elif lower.lemma in _SUFFERING and any(
                tree.tokens[a].lemma in ("will", "would") for a in children(tree, index, "aux")
            ):
                heads += children(tree, index, "nsubj")
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
    return named_targets(tree, heads, lexicon, people)


def _meant(tree: Tree, index: int, doer: int | None, lexicon: Lexicon) -> int:
    """Return those whom captors hold where a pronoun stands for them ("militants holding two nurses ... kill them")."""
    if tree.tokens[index].tag != "PRP":
        return index
    if doer is not None and tree.tokens[doer].lemma in lexicon.words["captives"]:
        return doer
    held = [
        noun
        for below in (descend(tree, doer) if doer is not None else ())
        if tree.tokens[below].lemma in ("hold", "abduct", "kidnap", "seize", "capture", "take")
        for noun in children(tree, below, "dobj")
    ]
    before = [t for t in tree.tokens[:index] if t.sentence == tree.tokens[index].sentence and t.pos == "NOUN"]
    captives = [t.index for t in before if t.lemma in lexicon.words["captives"]]
    return next(iter((*held, *captives[-1:])), index)


def named_targets(tree: Tree, heads: Iterable[int], lexicon: Lexicon, people: Collection[int] = ()) -> list[Target]:
    """Return phrases as named targets (`people` are killed), those left out that tell neither type nor country."""
    found: dict[int, Target] = {}
    for head in (i for h in heads for i in conjuncts(tree, h)):
        if tree.tokens[head].pos not in ("NOUN", "PROPN", "ADJ") or head in found:
            continue
        target = target_of(tree, head, "named", None, lexicon) or _captive(tree, head, lexicon)
        if target is None:
            continue
        lemma = tree.tokens[head].lemma
        person = (head in people or lemma in lexicon.words["witnesses"]) and tree.tokens[head].pos == "NOUN"
        if target.type == "unknown" and (person or tree.label_at.get(head) == "NORP"):
            target = replace(target, type="private_citizens_and_property")
        elif target.type == "unknown" and lemma in lexicon.words["gatherings"]:
            target = replace(target, type="business")
        if target.type != "unknown" or target.country is not None or tree.label_at.get(head) in ("GPE", "FAC"):
            found[head] = target
    return list(found.values())


def _captive(tree: Tree, head: int, lexicon: Lexicon) -> Target | None:
    """Return hostages, of whom a toll says nothing more, but whom captors threaten."""
    if tree.tokens[head].lemma not in lexicon.words["captives"]:
        return None
    span = phrase(tree, head)
    country = country_in(tree, span)
    return Target(
        span.of(tree.text), "private_citizens_and_property", country, "named", count_of(tree, head), None, span
    )
