"""A few misreadings of the parser are put right; nothing else in a tree is changed.

A fronted place swallows the subject behind it ("In X district, Y province, a patrol found …"): the parser then reads
the subject as one more of the places, and the verb has none. And a toll is torn apart ("met over a bomb that killed 21,
injured 68 and shook the town"): the second verb then joins the main clause rather than the one before.

A verb of shooting at somebody is read as a participle ("A boat fired on fishermen"), a noun for violence as a verb
("Shelling killed 12"), a title's verb as a noun ("Gunmen raid village"), and who did it as belonging to words between
("was ambushed, officials said, by gunmen"). And a plural that opens a sentence ("Rockets hit a market") is taken for
a name because of its capital. Who says a thing last is taken for one of those it tells of ("killing six villagers, a
captain said"). "IS", the name of a group, is read as "is" ("bombers sent by IS killed 16").
"""

from calendar import month_abbr, month_name
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from tocsin.extract.grammar.attach import with_deed
from tocsin.model.page import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_CLAUSES = frozenset({"ROOT", "ccomp"})
_LISTED = frozenset({"conj", "appos", "npadvmod", "nmod"})
_BESIDE = frozenset({"aux", "auxpass", "advmod", "neg"})
_HURTING = frozenset({"hurt", "injure", "kill", "maim", "wound"})
_SHOOTING = frozenset({"fire", "shoot"})
_TITLED = frozenset(
    {
        "abduct",
        "ambush",
        "attack",
        "bomb",
        "foil",
        "kidnap",
        "kill",
        "raid",
        "repel",
        "repulse",
        "shell",
        "storm",
        "thwart",
    }
)
_MONTHS = frozenset(month_name[1:]) | frozenset(month_abbr[1:])
_TOPS = frozenset({"ROOT", "nsubj", "npadvmod"})
_SAYING = frozenset({"add", "report", "say", "tell", "write"})
Below = dict[int, list[int]]


def mended(tokens: Sequence[Token], named: Collection[int] = ()) -> tuple[Token, ...]:
    """Return the tokens with the subjects that a fronted phrase swallowed given back to their verbs.

    `named` are the tokens of known names, which stay names where they open a sentence.
    """
    tokens = [_common(token) if _is_capital(tokens, token) and token.index not in named else token for token in tokens]
    tokens = _with_name(tokens)
    below: Below = defaultdict(list)
    for token in tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    changed = {
        found: replace(tokens[found], head=token.index, dep=_part(tokens, below, token.index))
        for token in tokens
        if _lacks_subject(tokens, below, token) and (found := _swallowed(tokens, below, token.index)) is not None
    }
    changed |= {
        token.index: replace(token, head=before)
        for token in tokens
        if (before := _torn_from(tokens, below, token)) is not None
    }
    changed |= {
        token.index: replace(token, pos="NOUN", tag="NN", lemma=token.text.lower())
        for token in tokens
        if _is_bare_gerund(tokens, below, token)
    }
    changed |= {
        token.index: replace(token, head=verb, dep="agent")
        for token in tokens
        if (verb := _done_by(tokens, below, token)) is not None
    }
    changed |= {
        token.index: replace(token, pos="VERB", tag="VBP")
        for token in tokens
        if token.tag == "NN"
        and token.dep == "ROOT"
        and {"nsubj", "dobj"} <= {tokens[i].dep for i in below[token.index]}
    }
    for token in tokens:
        if _is_shooting(tokens, below, token):
            noun = tokens[token.head]
            changed[token.index] = replace(token, head=token.index, dep="ROOT", tag="VBD")
            changed[noun.index] = replace(noun, head=token.index, dep="nsubj")
        if (doer := _in_title(tokens, below, token)) is not None:
            changed |= _as_clause(tokens, token, doer)
        if (some := _among_them(tokens, below, token)) is not None:
            changed[some] = replace(tokens[some], dep="appos")
        if (own := _whose(tokens, below, token)) is not None:
            changed[token.index] = replace(token, head=tokens[own].head, dep="relcl", tag="VBD")
            changed[token.head] = replace(tokens[token.head], head=token.index, dep="nsubj")
            changed[own] = replace(tokens[own], head=token.index, dep="dobj")
        if (sayer := _sayer(tokens, below, token)) is not None:
            changed[sayer] = replace(tokens[sayer], head=token.index, dep="nsubj")
        changed |= with_deed(tokens, below, token)
        if _is_shot_dead(tokens, below, token):
            changed |= _as_shooting(tokens, below, token)
    return tuple(changed.get(token.index, token) for token in tokens)


def _is_capital(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a plural is read as a name at the beginning of a sentence and before no other name."""
    first = token.index == 0 or tokens[token.index - 1].sentence != token.sentence
    following = tokens[token.index + 1 : token.index + 2]
    return token.tag == "NNPS" and first and all(other.pos != "PROPN" for other in following)


def _common(token: Token) -> Token:
    """Return a plural as the common noun that it is."""
    word = token.text.lower()
    endings = (("men", "man"), ("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("s", ""))
    lemma = next((word.removesuffix(many) + one for many, one in endings if word.endswith(many)), word)
    return replace(token, tag="NNS", pos="NOUN", lemma=lemma)


def _with_name(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with "IS" after a preposition as the name that it governs."""
    named: dict[int, Token] = {}
    for token, before in zip(tokens[1:], tokens, strict=False):
        if token.text != "IS" or token.pos not in ("VERB", "AUX") or before.tag != "IN" or _is_shouted(tokens, token):
            continue
        named[token.index] = replace(token, lemma="IS", pos="PROPN", tag="NNP", dep="pobj", head=before.index)
        verb = tokens[token.head]
        if token.dep == "auxpass" and verb.tag == "VBN":
            named[verb.index] = replace(verb, tag="VBD")
            own = [t for t in tokens if t.head == verb.index and t.dep == "nsubjpass"]
            named |= {t.index: replace(t, dep="nsubj") for t in own}
    return [named.get(token.index, token) for token in tokens] if named else tokens


def _is_shouted(tokens: Sequence[Token], token: Token) -> bool:
    """Tell whether a sentence is all in capitals, as some headlines are."""
    return not any(t.text.islower() and t.sentence == token.sentence for t in tokens)


def _in_title(tokens: Sequence[Token], below: Below, token: Token) -> int | None:
    """Return the doer of a title's verb that was read as a noun before its object ("Gunmen raid village")."""
    if token.pos != "NOUN" or token.dep != "compound" or token.lemma not in _TITLED:
        return None
    first = [child for child in below[token.index] if tokens[child].dep == "compound"] or [token.index - 1]
    doer = tokens[max(first)]
    if doer.index < 0 or doer.head not in (token.index, token.head) or doer.pos not in ("NOUN", "PROPN"):
        return None
    plural = doer.tag in ("NNS", "NNPS")
    return doer.index if plural != (token.tag == "NNS") and tokens[token.head].dep in _TOPS else None


def _as_clause(tokens: Sequence[Token], verb: Token, doer: int) -> dict[int, Token]:
    """Return the words of a title with its verb as one, what is done to as object, and the verb after it joined on."""
    hit = tokens[verb.head]
    found = {
        verb.index: replace(verb, head=verb.index, dep="ROOT", pos="VERB", tag="VBP" if verb.tag == "NN" else "VBZ"),
        doer: replace(tokens[doer], head=verb.index, dep="nsubj"),
        hit.index: replace(hit, head=verb.index, dep="dobj"),
    }
    if hit.head != hit.index:
        found[hit.head] = replace(tokens[hit.head], head=verb.index, dep="conj")
    return found


def _is_bare_gerund(tokens: Sequence[Token], below: Below, token: Token) -> bool:
    """Tell whether a form in "-ing" is a subject and has no object, so that it is a noun."""
    if token.tag != "VBG" or token.pos != "VERB" or token.dep not in ("nsubj", "nsubjpass"):
        return False
    return not any(
        tokens[child].dep in ("dobj", "aux", "nsubj", "prt", "xcomp", "ccomp") for child in below[token.index]
    )


def _done_by(tokens: Sequence[Token], below: Below, token: Token) -> int | None:
    """Return the passive verb to which "by" belongs behind the words of saying that interrupt it."""
    said = tokens[token.head]
    if token.lemma != "by" or token.dep not in ("prep", "agent") or said.lemma not in _SAYING:
        return None
    told = [child for child in below[said.index] if tokens[child].dep in ("ccomp", "parataxis") and child < said.index]
    passive = [verb for verb in told if any(tokens[child].dep == "nsubjpass" for child in below[verb])]
    free = [verb for verb in passive if all(tokens[child].dep != "agent" for child in below[verb])]
    return free[0] if free and token.index > said.index and tokens[token.index - 1].text == "," else None


def _is_shooting(tokens: Sequence[Token], below: Below, token: Token) -> bool:
    """Tell whether a verb of shooting at somebody was read as a participle after the noun that is its subject."""
    noun = tokens[token.head]
    if token.tag != "VBN" or token.dep != "acl" or token.lemma not in _SHOOTING or noun.dep != "ROOT":
        return False
    if noun.pos not in ("NOUN", "PROPN") or noun.index > token.index:
        return False
    at = [child for child in below[token.index] if tokens[child].lemma in ("on", "at", "into")]
    return bool(at) and min(at) == token.index + 1 and bool(below[min(at)])


def _among_them(tokens: Sequence[Token], below: Below, token: Token) -> int | None:
    """Return those counted among others, who were read as more of them ("six people, a monk among them")."""
    if token.lemma != "among" or not any(tokens[child].text == "them" for child in below[token.index]):
        return None
    last = tokens[token.index - 1]
    while last.dep == "conj" and tokens[min(_under(below, last.index)) - 1].text != ",":
        last = tokens[last.head]
    return last.index if last.dep == "conj" and last.pos in ("NOUN", "PROPN") else None


def _whose(tokens: Sequence[Token], below: Below, token: Token) -> int | None:
    """Return the object of a clause with "whose" of which the subject was read as one more name for the object."""
    doer = tokens[token.head]
    own = tokens[doer.head]
    if token.tag != "VBN" or token.dep != "acl" or doer.dep != "appos" or own.head == own.index:
        return None
    held = any(tokens[child].tag == "WP$" for child in below[own.index])
    return own.index if held and own.index + 1 == min(_under(below, doer.index)) else None


def _is_shot_dead(tokens: Sequence[Token], below: Below, token: Token) -> bool:
    """Tell whether "dead" was read as the verb of "men on a motorcycle shot dead a farmer"."""
    shot = tokens[token.index - 1] if token.index else token
    parts = {tokens[child].dep for child in below[token.index]}
    return token.text == "dead" and shot.text == "shot" and shot.pos == "NOUN" and {"nsubj", "dobj"} <= parts


def _as_shooting(tokens: Sequence[Token], below: Below, dead: Token) -> dict[int, Token]:
    """Return "shot" as the verb that "dead" was taken for, and what stood by it as a noun with the noun before it."""
    shot = tokens[dead.index - 1]
    top = shot.index if dead.head == dead.index else dead.head
    found = {child: replace(tokens[child], head=shot.index) for child in below[dead.index]}
    found[dead.index] = replace(dead, head=shot.index, dep="acomp")
    nouns = [child for child in below[shot.index] if tokens[child].dep == "compound"]
    for child in below[shot.index]:
        found[child] = replace(tokens[child], head=nouns[-1] if nouns else shot.head)
    if nouns:
        found[nouns[-1]] = replace(tokens[nouns[-1]], head=shot.head, dep=shot.dep)
    found[shot.index] = replace(shot, head=top, dep=dead.dep, pos="VERB", tag="VBD", lemma="shoot")
    return found


def _torn_from(tokens: Sequence[Token], below: Below, token: Token) -> int | None:
    """Return the verb of a relative clause on harm that a further verb of harm, joined elsewhere, goes on from."""
    if token.dep != "conj" or token.tag != "VBD" or token.lemma not in _HURTING or tokens[token.head].pos != "VERB":
        return None
    if any(tokens[child].dep in _SUBJECTS for child in below[token.index]):
        return None
    before = next((t for t in reversed(tokens[token.head + 1 : token.index]) if t.tag == "VBD"), None)
    if before is None or before.dep != "relcl" or before.lemma not in _HURTING:
        return None
    counted = any(tokens[child].dep == "dobj" for child in below[before.index])
    return before.index if counted else None


def _sayer(tokens: Sequence[Token], below: Below, token: Token) -> int | None:
    """Return who says what stands before, taken for another word for its last noun ("killing six, a captain said")."""
    if token.lemma not in _SAYING or token.tag != "VBD" or not _lacks_subject(tokens, below, token):
        return None
    if not any(tokens[child].dep == "ccomp" and child < token.index for child in below[token.index]):
        return None
    top = token.index - 1
    while top > 0 and tokens[top].dep not in ("appos", "conj") and tokens[top].head < token.index:
        if tokens[top].head == top:
            return None
        top = tokens[top].head
    named = tokens[top].dep in ("appos", "conj") and tokens[top].pos in ("NOUN", "PROPN")
    first = min((top, *_under(below, top)))
    return top if named and first > 0 and tokens[first - 1].text == "," else None


def _lacks_subject(tokens: Sequence[Token], below: Below, token: Token) -> bool:
    """Tell whether a token is the finite verb of a clause that has no subject."""
    if token.pos not in ("VERB", "AUX") or token.dep not in _CLAUSES:
        return False
    deps = {tokens[child].dep for child in below[token.index]}
    finite = token.tag in ("VBD", "VBZ", "VBP") or bool(deps & {"aux", "auxpass"})
    return finite and not deps & _SUBJECTS


def _swallowed(tokens: Sequence[Token], below: Below, verb: int) -> int | None:
    """Return the last noun of a fronted phrase that begins after a comma and ends where the verb begins."""
    edge = min([verb, *(child for child in below[verb] if child < verb and tokens[child].dep in _BESIDE)])
    fronted = [child for child in below[verb] if child < edge and tokens[child].dep in ("prep", "advcl")]
    found = [
        index
        for child in fronted
        for index in _under(below, child)
        if tokens[index].dep in _LISTED
        and tokens[index].pos in ("NOUN", "PROPN", "PRON")
        and max(_under(below, index)) == edge - 1
        and tokens[min(_under(below, index)) - 1].text == ","
    ]
    return max(found, key=lambda index: min(_under(below, index)), default=_dated(tokens, below, fronted, edge))


def _dated(tokens: Sequence[Token], below: Below, fronted: Sequence[int], edge: int) -> int | None:
    """Return the noun that the parser put after "on", behind the day that stands there ("On 3 May rebels entered")."""
    for prep in fronted:
        for noun in below[prep]:
            month = any(tokens[child].text in _MONTHS and child < noun for child in below[noun])
            if month and tokens[noun].pos == "NOUN" and tokens[noun].dep == "pobj" and noun == edge - 1:
                return noun
    return None


def _under(below: Below, index: int) -> list[int]:
    found = [index]
    for child in below[index]:
        found.extend(_under(below, child))
    return found


def _part(tokens: Sequence[Token], below: Below, verb: int) -> str:
    return "nsubjpass" if any(tokens[child].dep == "auxpass" for child in below[verb]) else "nsubj"
