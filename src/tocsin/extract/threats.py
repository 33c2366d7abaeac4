"""Threats: harm that a group, a state or somebody unnamed announces against somebody named or described.

A work that threatens is one threat. A vow to hunt down attackers is no threat, nor is an official warning of what
others may do; gunmen who threaten those whom they are robbing make none of their own.
"""

import re
from dataclasses import replace

from tocsin.extract.casualties import agent_of
from tocsin.extract.factuality import factuality
from tocsin.extract.holders import Voices, holder_of
from tocsin.extract.parts import actor, armed_group
from tocsin.extract.publications import (
    authenticity,
    carried,
    dated,
    latest_group,
    medium_of,
    publications,
    title_of,
    told,
    work_readings,
)
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.scene import token_in
from tocsin.extract.targets import target_of
from tocsin.extract.tree import Tree, after, children, climb, conjuncts, descend, key, phrase
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import AUTHOR, Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, Target, Weapon

_HARM = re.compile(
    r"(?i)\b(?:attack\w*|kill\w*|target\w*|bomb\w*|strik\w+|hit\w*|aveng\w+|reveng\w*|retaliat\w+|behead\w*|destroy\w*|blood\w*|war|"
    r"slaughter\w*|execut\w+|assassinat\w+|burn\w*|punish\w*|violence|harm\w*|shoot\w*|die|death|blow up|abduct\w*|kidnap\w*|jihad|"
    r"rockets?|missiles?|dead|next)\b"
)
_HABIT = frozenset(
    {"repeatedly", "often", "regularly", "frequently", "previously", "always", "long", "before", "routinely"}
)
_LAW = re.compile(
    r"(?i)\b(?:justice|hunt\w*|track\w*|crack\w* down|defeat\w*|pursue\w*|punish those|root out|eradicate|protect\w*|"
    r"legal action|sanctions?|tariffs?|resign\w*|quit\w*|walk out|withdraw\w*|veto\w*|sue|strike action|fines?|continue)\b"
)
_STATES = frozenset({"government", "state_force"})
_NAMES = frozenset({"name", "mention", "single_out"})


def threats(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the threat or publication of a sentence, and what it says of one told of before."""
    published = publications(tree, sentence, heard, lexicon)
    menaces = _menaces(tree, sentence, heard, lexicon)
    if published and menaces:
        first, menace = published[0], menaces[0]
        fields = {reading.field for reading in first.readings}
        more = [
            r for r in menace.readings if r.field in ("targets", "attack_types", "weapons") or r.field not in fields
        ]
        return (replace(first, kind="threat", founds=first.founds or menace.founds).with_readings(*more),)
    if published or menaces:
        return tuple((published or menaces)[:1])
    return _added(tree, sentence, heard, lexicon)


def _menaces(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Frame]:
    frames = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or not _can_menace(tree, token.index, lexicon):
            continue
        if token.dep in ("amod", "compound") and not _by_work(tree, token.index, lexicon):
            continue
        if token.lemma == "call" and not after(tree, token.index, "on", "for", "upon"):
            continue
        if factuality(tree, token.index, lexicon) not in ("CT+", "PR+") or _is_habit(tree, token.index):
            continue
        doer = token.index - 1 if _by_work(tree, token.index, lexicon) else agent_of(tree, token.index)
        issuer, work = _menacer(tree, token.index, doer, lexicon)
        if issuer is None and work is None:
            continue
        rest = Span(token.span.start, sentence.span.end).of(tree.text)
        targets = _menaced(tree, token.index, lexicon)
        harm = _harms(tree, token.index, lexicon)
        if not _is_menace(token.lemma, rest, issuer, targets, harm):
            continue
        frames.append(_menace(tree, sentence, token.index, issuer, work, targets, heard, lexicon))
    return frames


def _can_menace(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
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


def _by_work(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a participle follows the work that threatens, taken by the parser for part of what it threatens."""
    token = tree.tokens[verb]
    return token.dep == "amod" and token.tag == "VBG" and verb > 0 and medium_of(tree, verb - 1, lexicon) is not None


def _is_habit(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].text.lower() in _HABIT for c in children(tree, verb, "advmod"))


def _is_menace(lemma: str, rest: str, issuer: Actor | None, targets: list[Target], harm: bool) -> bool:
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


def _menacer(tree: Tree, verb: int, doer: int | None, lexicon: Lexicon) -> tuple[Actor | None, int | None]:
    """Return who threatens, and the work that does it in their stead."""
    if doer is None:
        return None, None
    token = tree.tokens[doer]
    if token.lemma in lexicon.words["voices"] or token.lemma in lexicon.words["work_parts"]:
        return _behind(tree, doer), doer
    if token.tag in ("WDT", "WP") and tree.tokens[verb].dep == "relcl":
        return _menacer(tree, verb, tree.tokens[verb].head, lexicon) if tree.tokens[verb].head != doer else (None, None)
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


def _harms(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
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
            return tree.tokens[verb].dep == "amod" or _is_to_come(tree, verb, index)
    return False


def _is_to_come(tree: Tree, verb: int, index: int) -> bool:
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


def _menaced(tree: Tree, verb: int, lexicon: Lexicon) -> list[Target]:
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
            return [replace(t, text=found.of(tree.text), span=found) for t in _named(tree, [object_], lexicon)]
        heads += after(tree, object_, "against", "on", "in", "at")
    return _named(tree, heads, lexicon)


def _named(tree: Tree, heads: list[int], lexicon: Lexicon) -> list[Target]:
    found: dict[int, Target] = {}
    for head in (i for h in heads for i in conjuncts(tree, h)):
        if tree.tokens[head].pos not in ("NOUN", "PROPN", "ADJ") or head in found:
            continue
        target = target_of(tree, head, "named", None, lexicon)
        if target is not None and (target.type != "unknown" or target.country is not None):
            found[head] = target
    return list(found.values())


def _menace(
    tree: Tree,
    sentence: Sentence,
    anchor: int,
    issuer: Actor | None,
    work: int | None,
    targets: list[Target],
    heard: Voices,
    lexicon: Lexicon,
) -> Frame:
    holder = holder_of(tree, anchor, heard)
    if issuer is not None and holder.actor_id is not None and holder.actor_id == issuer.actor_id:
        holder = AUTHOR
    readings = [Reading("issuer", issuer, issuer.span, holder)] if issuer is not None else []
    readings += [Reading("targets", target, target.span, holder) for target in targets]
    readings += _means(tree, sentence, anchor, holder, lexicon)
    carrier = work if work is not None else _carrier(tree, sentence, anchor, lexicon)
    if carrier is not None and medium_of(tree, carrier, lexicon) is not None:
        readings += work_readings(tree, sentence, carrier, holder, lexicon)
    else:
        readings += carried(tree, sentence, holder, lexicon)
    readings += [r for r in dated(tree, sentence, anchor, heard, holder) if _is_of(tree, sentence, anchor, r.span)]
    back = work is not None and issuer is None
    return told(tree, sentence, "threat", anchor, holder, readings, definite=back, founds=not back)


def _is_of(tree: Tree, sentence: Sentence, anchor: int, date: Span) -> bool:
    """Tell whether a date is the threat's own, and not that of what is to come of it ("unless ... by the end of March")."""
    at = token_in(tree, sentence, date)
    for above in climb(tree, at) if at is not None else ():
        if above == anchor:
            return True
        if tree.tokens[above].pos in ("VERB", "AUX"):
            return anchor not in set(climb(tree, above))
    return True


def _carrier(tree: Tree, sentence: Sentence, verb: int, lexicon: Lexicon) -> int | None:
    """Return the work in which somebody threatens ("threatened in a video", "in a statement on Telegram")."""
    own = after(tree, verb, "in", "through", "via")
    rest = [
        token.index
        for token in tree.tokens[sentence.first : sentence.last]
        if token.dep == "pobj" and tree.tokens[token.head].lemma in ("in", "via", "through")
    ]
    return next((n for n in (*own, *rest) if medium_of(tree, n, lexicon)), None)


def _means(tree: Tree, sentence: Sentence, anchor: int, holder: Holder, lexicon: Lexicon) -> list[Reading]:
    """Return the kinds of attack and the weapons that a threat names."""
    readings: list[Reading] = []
    for index in sorted(descend(tree, anchor)):
        token = tree.tokens[index]
        kind = (
            lexicon.attack_verbs.get(key(tree, index)) if token.pos == "VERB" else lexicon.attack_nouns.get(token.lemma)
        )
        if kind not in (None, "unknown") and token.tag != "VBD" and _is_to_come(tree, anchor, index):
            readings.append(Reading("attack_types", kind, token.span, holder))
    spans = [tree.tokens[i].span for i in descend(tree, anchor) if _is_to_come(tree, anchor, i)]
    for weapon in tree.page.page.weapons:
        if any(weapon.span.meets(span) for span in spans):
            value = Weapon(weapon.span.of(tree.text), weapon.type, weapon.span)
            readings.append(Reading("weapons", value, weapon.span, holder))
    return readings


def _added(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return what a sentence adds to a work told of before: its title, channel, language, standing, or whom it names."""
    for token in tree.tokens[sentence.first : sentence.last]:
        medium = medium_of(tree, token.index, lexicon)
        part = token.lemma in lexicon.words["work_parts"]
        if (medium is None and not part) or token.dep not in ("nsubj", "nsubjpass", "pobj", "attr"):
            continue
        if not any(tree.tokens[c].text.lower() in ("the", "this", "these", "its") for c in tree.below[token.index]):
            continue
        holder = holder_of(tree, token.index, heard)
        readings = carried(tree, sentence, holder, lexicon)
        title = title_of(tree, sentence, token.index) if medium is not None else None
        if title is not None:
            readings.append(Reading("title", title.of(tree.text), title, holder))
        named = _singled_out(tree, token.index, lexicon)
        readings += [Reading("targets", target, target.span, holder) for target in named]
        if readings:
            kind = "threat" if named else "publication"
            return (told(tree, sentence, kind, token.index, holder, readings, definite=True, founds=False),)  # type: ignore[arg-type]
    again = _again(tree, sentence, lexicon)
    if again is not None:
        holder = holder_of(tree, again, heard)
        readings = carried(tree, sentence, holder, lexicon)
        if readings:
            return (told(tree, sentence, "publication", again, holder, readings, definite=True, founds=False),)
    standing = authenticity(tree, sentence, AUTHOR) if _speaks_of_works(tree, sentence) else None
    if standing is None:
        return ()
    return (told(tree, sentence, "publication", sentence.first, AUTHOR, [standing], definite=True, founds=False),)


def _again(tree: Tree, sentence: Sentence, lexicon: Lexicon) -> int | None:
    """Return the verb by which "it" is said to be put out or to appear ("it went out on the outlet's channel")."""
    spread = lexicon.words["appear_verbs"] | lexicon.words["spread_verbs"]
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos == "VERB" and {key(tree, token.index), token.lemma} & spread:
            own = children(tree, token.index, "nsubj", "nsubjpass")
            if own and tree.tokens[own[0]].text.lower() == "it":
                return token.index
    return None


def _singled_out(tree: Tree, work: int, lexicon: Lexicon) -> list[Target]:
    """Return the countries or people that a work names ("the video names four countries: France, ...")."""
    verb = tree.tokens[work].head
    if tree.tokens[work].dep != "nsubj" or key(tree, verb) not in _NAMES:
        return []
    heads = list(children(tree, verb, "dobj"))
    heads += [i for head in heads for i in descend(tree, head) if tree.label_at.get(i) == "GPE"]
    return _named(tree, heads, lexicon)


def _speaks_of_works(tree: Tree, sentence: Sentence) -> bool:
    return (
        re.search(
            r"(?i)\bauthentic\w*|\b(?:video|statement|recording|message|leaflets?|poster)\b",
            sentence.span.of(tree.text),
        )
        is not None
    )
