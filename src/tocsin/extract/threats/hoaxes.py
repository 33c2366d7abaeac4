"""Threats told by a noun: bomb threats that are received, that empty a building, or that are phoned in; death threats.

Who makes them is mostly not known; a hoax is a threat like any other.
"""

import re

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, climb, conjuncts, is_passive, phrase
from tocsin.extract.slots.casualties import agent_of
from tocsin.extract.slots.targets import target_of
from tocsin.extract.threats.menacers import Menace, menacer
from tocsin.extract.threats.menaces import named_targets
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.values import Actor, Target

_THREAT = re.compile(
    r"(?i)(?:bomb|death|hoax|terror|anthrax|shooting|mass shooting|telephone|phoned|emailed|anonymous|arson)"
)
_THREATENING = frozenset({"letter", "message", "email", "e-mail", "call", "note", "parcel", "phone", "telephone"})
_GET = frozenset({"receive", "get", "face"})
_EMPTY = frozenset(
    {"evacuate", "close", "ground", "divert", "shut", "lock", "clear", "cancel", "suspend", "search", "target", "halt"}
)
_CAUSE = frozenset(
    {
        "force",
        "prompt",
        "cause",
        "trigger",
        "lead",
        "spark",
        "empty",
        "close",
        "disrupt",
        "target",
        "hit",
        "ground",
        "divert",
    }
)
_SENDING = frozenset({"send", "email", "e-mail", "phone", "make", "target", "address", "direct", "mail", "post"})
_MANY = frozenset(
    {"spate", "wave", "series", "string", "flurry", "number", "rash", "dozen", "score", "hundred", "batch"}
)
_MAIL = frozenset({"letter", "envelope", "parcel", "package", "card", "note", "box"})
_LEAVING = frozenset({"leave", "push", "put", "deliver", "slip", "place", "drop", "nail", "pin"})
_CALLERS = frozenset({"caller", "call", "email", "e-mail", "message", "note"})
_RING = frozenset({"phone", "ring", "telephone", "call", "email"})
_ANYONE = frozenset({"man", "woman", "person", "someone", "somebody", "voice"})
_PLACES = ("on", "in", "at", "inside", "aboard", "under", "near")
_BOMB = re.compile(r"(?i)\b(?:bombs?|explosives?|device)\b")
_SOMEWHERE = re.compile(r"(?i)\b(?:bombs?|explosives?|devices?) (?:at|in|on|under|aboard|near|inside)\b")
_LAID = re.compile(
    r"(?i)\b(?:planted|hidden|placed|aboard|on board|would explode|would go off|inside|in the building|set to)\b"
)


def hoaxes(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> list[Menace]:
    """Return the threats that a sentence tells by a noun."""
    found = []
    for token in tree.tokens[sentence.first : sentence.last]:
        issuer, work = None, None
        if _is_made(tree, token.index):
            issuer, _ = menacer(tree, token.head, agent_of(tree, token.head), lexicon)
            heads = after(tree, token.index, "against", "to", "on")
            targets = named_targets(tree, heads, lexicon) if issuer is not None else []
        elif _is_threat(tree, token.index):
            targets = _threatened(tree, token.index, lexicon)
            issuer = _sender(tree, token.index)
        elif _is_bullets(tree, token.index):
            targets = _warned(tree, token.index, lexicon)
            work = token.index
        elif _phones(tree, sentence, token.index):
            targets = _at_risk(tree, token.head, lexicon) or _emptied(tree, token.index, lexicon)
            issuer = _caller(tree, token.index)
        else:
            continue
        if targets and (issuer is not None or not _is_recalled(tree, token.index, lexicon)):
            bombs = _BOMB.search(sentence.span.of(tree.text)) is not None
            found.append(
                Menace(
                    token.head if _is_made(tree, token.index) else token.index,
                    issuer,
                    work,
                    tuple(targets),
                    None,
                    ("bombing",) if bombs else (),
                )
            )
    return found


def _is_made(tree: Tree, index: int) -> bool:
    """Tell whether somebody is said to make threats ("had made threats against the base")."""
    token = tree.tokens[index]
    return (
        token.lemma == "threat" and token.dep == "dobj" and tree.tokens[token.head].lemma in ("make", "issue", "send")
    )


def _is_bullets(tree: Tree, index: int) -> bool:
    """Tell whether a letter or parcel holds bullets, which says what its reader is to expect."""
    if tree.tokens[index].lemma not in _MAIL or tree.tokens[index].dep not in ("dobj", "nsubjpass", "nsubj"):
        return False
    inside = [
        *after(tree, index, "with"),
        *(n for v in children(tree, index, "acl") for n in children(tree, v, "dobj")),
    ]
    return any(tree.tokens[i].lemma in ("bullet", "cartridge") for n in inside for i in conjuncts(tree, n))


def _warned(tree: Tree, index: int, lexicon: Lexicon) -> list[Target]:
    """Return who gets a letter with bullets, or at whose door it is left."""
    verb = tree.tokens[index].head
    lemma = tree.tokens[verb].lemma
    heads: list[int] = []
    if lemma in _GET | {"find"} and tree.tokens[index].dep == "dobj":
        heads += children(tree, verb, "nsubj")
    elif lemma in _SENDING | _LEAVING:
        ends = (
            *after(tree, verb, "to", "at", "for", "outside", "on", "under", "through", "in"),
            *children(tree, verb, "dative"),
        )
        heads += [n for end in ends for n in (*children(tree, end, "poss"), *after(tree, end, "of"), end)]
    return named_targets(tree, heads, lexicon)[:1]


def _sender(tree: Tree, index: int) -> Actor | None:
    """Return the group from which threats are received."""
    for noun in (*after(tree, index, "from", "by"), *after(tree, tree.tokens[index].head, "from", "by")):
        for near in (noun, *after(tree, noun, "from", "by")):
            group = armed_group(tree, near)
            if group is not None:
                return group
    return None


def _caller(tree: Tree, index: int) -> Actor | None:
    """Return a caller without a name as the one who threatens."""
    span = phrase(tree, index)
    words = span.of(tree.text)
    return Actor(words, None, words, "unknown", span) if tree.tokens[index].lemma == "caller" else None


def _is_threat(tree: Tree, index: int) -> bool:
    """Tell whether a noun is a bomb or death threat, or a threatening letter or call."""
    token = tree.tokens[index]
    before = [
        tree.tokens[c] for c in tree.below[index] if c < index and tree.tokens[c].dep in ("compound", "amod", "nmod")
    ]
    if token.tag == "NNS" and token.dep == "dobj" and tree.tokens[token.head].lemma in _GET and token.lemma == "threat":
        return True
    if token.lemma == "threat" and token.pos == "NOUN":
        return any(_THREAT.fullmatch(word.text) for word in before)
    said = {word.text.lower() for word in before}
    hoax = token.lemma == "hoax" and "bomb" in said
    about = token.lemma in _CALLERS and any(
        _BOMB.fullmatch(tree.tokens[n].text) for n in after(tree, index, "about", "of")
    )
    return hoax or about or (token.lemma in _THREATENING and bool(said & {"threatening", "hoax"}))


def _is_recalled(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the governing verb tells it as older, as not so, or as no more than possible ("had received")."""
    verb = next((i for i in climb(tree, index) if tree.tokens[i].pos in ("VERB", "AUX")), None)
    if verb is None:
        return True
    auxiliaries = {tree.tokens[c].text.lower() for c in children(tree, verb, "aux")}
    negated = bool(children(tree, index, "neg")) or any(tree.tokens[c].text.lower() == "no" for c in tree.below[index])
    if any(
        tree.tokens[i].dep == "pcomp" and tree.tokens[tree.tokens[i].head].lemma == "for"
        for i in (verb, *climb(tree, verb))
    ):
        return True
    passive = is_passive(tree, verb)
    return negated or ("had" in auxiliaries and not passive) or factuality(tree, verb, lexicon) not in ("CT+", "PR+")


def _threatened(tree: Tree, index: int, lexicon: Lexicon) -> list[Target]:
    """Return whom a threat reaches: those who receive it, against whom it is, or whom it empties."""
    index = _whole(tree, index)
    token = tree.tokens[index]
    heads = list(after(tree, index, "against", "at", "to", "on", "targeting"))
    sent = [v for v in children(tree, index, "acl", "relcl") if tree.tokens[v].lemma in _SENDING]
    heads = heads or [n for v in sent for n in (*after(tree, v, "to", "against", "at"), *children(tree, v, "dobj"))]
    verb = next((i for i in climb(tree, index) if tree.tokens[i].pos in ("VERB", "AUX")), None)
    if verb is not None and not heads:
        heads = _reached(tree, index, verb)
    if not heads and token.dep in ("pobj", "dobj", "conj"):
        heads = [
            n
            for above in climb(tree, index)
            if tree.tokens[above].pos == "VERB" and tree.tokens[above].lemma in _EMPTY | _GET
            for n in children(tree, above, "nsubjpass", "nsubj")
        ][:1]
    named = [target_of(tree, i, "named", None, lexicon) for i in heads]
    return [t for t in named if t is not None and (t.type != "unknown" or t.country is not None or _is_place(t))]


def _whole(tree: Tree, index: int) -> int:
    """Return the noun that tells how many threats there were ("a spate of bomb threats"), else the threat."""
    above = tree.tokens[index].head
    many = tree.tokens[index].dep == "pobj" and tree.tokens[above].lemma == "of"
    return tree.tokens[above].head if many and tree.tokens[tree.tokens[above].head].lemma in _MANY else index


def _is_place(target: Target) -> bool:
    return (
        re.search(r"(?i)\b(?:building|cent(?:re|er)s?|stadiums?|headquarters|offices?|studios?|venues?)\b", target.text)
        is not None
    )


def _reached(tree: Tree, index: int, verb: int) -> list[int]:
    token, lemma = tree.tokens[index], tree.tokens[verb].lemma
    if lemma in _GET and token.dep == "dobj":
        return list(children(tree, verb, "nsubj")) or (
            [tree.tokens[verb].head] if tree.tokens[verb].dep == "relcl" else []
        )
    if lemma in _CAUSE and token.dep == "nsubj":
        objects = children(tree, verb, "dobj") or after(tree, verb, "to")
        emptied = ("evacuation", "closure", "diversion", "cancellation", "search", "shutdown", "lockdown", "suspension")
        return [
            n for o in objects for n in (after(tree, o, "of", "at", "in") if tree.tokens[o].lemma in emptied else (o,))
        ]
    if lemma in _EMPTY and (is_passive(tree, verb) or token.dep == "pobj") and by_agent(tree, verb) != index:
        return list(children(tree, verb, "nsubjpass", "nsubj"))
    if lemma in ("send", "make", "phone", "email", "issue") and token.dep in ("dobj", "nsubjpass"):
        return list(after(tree, verb, "to", "against"))
    return []


def _phones(tree: Tree, sentence: Sentence, index: int) -> bool:
    """Tell whether a caller or call says that a bomb lies somewhere."""
    token = tree.tokens[index]
    words = tree.text[token.span.end : sentence.span.end]
    laid = _LAID.search(words) is not None or _SOMEWHERE.search(words) is not None
    if token.dep not in ("nsubj", "nsubjpass") or not _BOMB.search(words) or not laid:
        return False
    if token.lemma not in _CALLERS:
        return token.lemma in _ANYONE and tree.tokens[token.head].lemma in _RING
    return tree.tokens[token.head].lemma in {"say", "tell", "warn", "claim", "threaten", "inform"} | _RING


def _at_risk(tree: Tree, verb: int, lexicon: Lexicon) -> list[Target]:
    """Return where a caller says that the bomb lies, else whom the call reached."""
    spoken = [verb, *(v for v in children(tree, verb, "conj") if tree.tokens[v].pos == "VERB")]
    below = [
        noun
        for clause in (c for v in spoken for c in children(tree, v, "ccomp", "xcomp", "advcl", "prep"))
        for index in (clause, *children(tree, clause, "prep", "advmod", "ccomp"))
        for noun in (*after(tree, index, *_PLACES), *children(tree, index, "pobj"))
    ]
    below += [noun for bomb in after(tree, verb, "of", "about") for noun in after(tree, bomb, *_PLACES)]
    heads = below or list(children(tree, verb, "dobj", "dative"))
    named = [target_of(tree, i, "named", None, lexicon) for i in heads]
    return [t for t in named if t is not None and t.type != "unknown"]


def _emptied(tree: Tree, caller: int, lexicon: Lexicon) -> list[Target]:
    """Return the places told just before a call that "they" stands for ("schools were emptied after emails said")."""
    sentence = tree.tokens[caller].sentence
    before = [t.index for t in tree.tokens[:caller] if t.sentence == sentence and t.pos in ("NOUN", "PROPN")]
    if not any(
        t.lemma in _EMPTY | _CAUSE | {"lead"} and t.pos == "VERB"
        for t in tree.tokens[:caller]
        if t.sentence == sentence
    ):
        return []
    named = [target_of(tree, i, "named", None, lexicon) for i in before if tree.tokens[i].dep != "compound"]
    return [t for t in named if t is not None and (t.type not in ("unknown", "police") or _is_place(t))][-1:]
