"""What others say of a party's guilt: they accuse it, suspect it, uphold that it did it, or clear it.

The verb tells the stance only in part: "said X was behind" accuses, "believes X was behind" suspects, "concluded that X
was behind" confirms, "said X was not behind" clears. An accusation by nobody named is held by somebody unknown; a
suspicion that the author utters is the author's.
"""

import re
from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parties import parties
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, climb, descend, is_passive, key, subject
from tocsin.extract.responsibility.claims import private
from tocsin.extract.responsibility.deeds import has_no_part, is_deed, is_guilt
from tocsin.extract.responsibility.stances import Stand, as_holder, clause, habitual, negated, reporters
from tocsin.extract.voices.holders import Voices, holder_of, named, passive_words
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Cue, Sentence
from tocsin.model.record import AUTHOR, Factuality, Holder, Stance
from tocsin.model.values import Actor

_TO = frozenset({"attribute", "point", "pin", "trace", "ascribe", "link", "impute"})
_BY_NOBODY = frozenset(
    {"blame", "accuse", "attribute", "believe", "think", "suspect", "presume", "pin", "ascribe", "link"}
)
_LIKELY = re.compile(r"(?i)believ|likely|probabl|thought|presum|consider|think|convinc")
_SIGNS = frozenset({"hallmark", "suspicion", "finger", "trademark", "fingerprint"})
_CLUES = frozenset(
    {
        "suspicion",
        "evidence",
        "finger",
        "clue",
        "sign",
        "trail",
        "everything",
        "indication",
        "investigation",
        "intelligence",
    }
)


def accused(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return the accusations that words of blame tell."""
    if tree.tokens[at].lemma == "alleg" or negated(tree, at) or habitual(tree, at):
        return []
    if factuality(tree, at, lexicon) == "Uu":
        return []
    if tree.tokens[at].lemma == "accuse" and not _of_violence(tree, at, lexicon):
        return []
    heads, speaker = _by_blame(tree, at)
    return _held(tree, sentence, cue, at, heard, lexicon, heads, speaker, "accused", "CT+")


def _of_violence(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Tell whether an accusation is of violence, or of nothing that it names: backing or lying is no deed."""
    charges = [*after(tree, at, "of"), *(i for o in children(tree, at, "dobj") for i in after(tree, o, "of"))]
    charges = [i for i in charges if tree.tokens[i].pos in ("VERB", "AUX") or tree.tokens[i].dep == "pobj"]
    verbs = [i for i in charges if tree.tokens[i].pos in ("VERB", "AUX")]
    if verbs:
        return any(
            is_deed(tree, i, lexicon) or is_guilt(tree, i) or key(tree, i) in lexicon.attack_verbs for i in verbs
        )
    nouns = {tree.tokens[i].lemma for i in charges}
    violent = set(lexicon.attack_nouns) | {
        "involvement",
        "responsibility",
        "bombing",
        "war",
        "crime",
        "genocide",
        "terrorism",
    }
    return not nouns or bool(nouns & violent)


def _by_blame(tree: Tree, at: int) -> tuple[list[int], int | None]:
    """Return whom a verb of blame names, and who utters it."""
    lemma, passive = tree.tokens[at].lemma, is_passive(tree, at)
    objects = [*children(tree, at, "dobj")]
    speaker = by_agent(tree, at) if passive else subject(tree, at)
    if lemma in _TO:
        heads = [*after(tree, at, "to", "at", "on"), *(i for o in objects for i in after(tree, o, "to", "at", "on"))]
        return heads, speaker
    if lemma in ("put", "lay", "place"):
        return [*after(tree, at, "on", "upon"), *(i for o in objects for i in after(tree, o, "on", "upon"))], speaker
    if lemma == "blame":
        upon = [*after(tree, at, "on"), *(i for o in objects for i in after(tree, o, "on"))]
        return (upon or (_undergoer(tree, at) if passive else objects)), speaker
    if lemma in ("accuse", "name", "identify", "describe"):
        return (_undergoer(tree, at) if passive else objects), speaker
    if lemma == "hold":
        inner = [i for verb in children(tree, at, "ccomp", "oprd") for i in children(tree, verb, "nsubj")]
        return (_undergoer(tree, at) if passive else [*objects, *inner]), speaker
    return [], speaker


def _undergoer(tree: Tree, at: int) -> list[int]:
    own = [*children(tree, at, "nsubjpass", "nsubj")]
    if own:
        return own
    token = tree.tokens[at]
    if token.dep in ("acl", "relcl"):
        return [token.head]
    above = subject(tree, at) if token.dep == "conj" else None
    return [above] if above is not None else []


def suspected(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return the suspicions that words of doubt tell; "suspected X fighters" is told by the act instead."""
    token = tree.tokens[at]
    if negated(tree, at) or habitual(tree, at) or token.dep in ("amod", "compound") or token.pos == "ADJ":
        return []
    heads, speaker = _by_doubt(tree, sentence, cue, at)
    surely: Factuality = "PR+" if _LIKELY.search(cue.span.of(tree.text)) else "PS+"
    return _held(tree, sentence, cue, at, heard, lexicon, heads, speaker, "suspected", surely)


def _by_doubt(tree: Tree, sentence: Sentence, cue: Cue, at: int) -> tuple[list[int], int | None]:
    """Return whom a word of doubt names, and who utters it."""
    token = tree.tokens[at]
    if token.lemma == "point":
        clues = {tree.tokens[i].lemma for i in children(tree, at, "nsubj")}
        return ([*after(tree, at, "to", "at")] if clues & _CLUES else []), None
    nouns = [t.index for t in tree.tokens[sentence.first : sentence.last] if t.lemma in _SIGNS]
    if any(cue.span.meets(tree.tokens[noun].span) for noun in nouns):
        heads = [i for noun in nouns for i in after(tree, noun, "of", "on")]
        heads += [i for noun in nouns for i in after(tree, tree.tokens[noun].head, "on", "to", "at")]
        return [i for i in heads if tree.tokens[i].pos in ("NOUN", "PROPN")], None
    if token.pos == "NOUN":
        verb = token.head
        return ([*children(tree, verb, "nsubj")] if token.dep == "attr" else []), None
    if is_passive(tree, at):
        heads = _undergoer(tree, at)
        named = [
            i for verb in children(tree, at, "xcomp") for i in (*children(tree, verb, "attr"), *_agents(tree, verb))
        ]
        named += [i for verb in children(tree, at, "xcomp", "advcl", "prep") for i in _work_of(tree, verb)]
        return [*named, *heads], by_agent(tree, at)
    objects = [*children(tree, at, "dobj")]
    objects += [
        i for verb in children(tree, at, "ccomp") for i in (*children(tree, verb, "nsubj"), *_agents(tree, verb))
    ]
    return objects, subject(tree, at)


def _is_armed(tree: Tree, head: int) -> bool:
    who = tree.actor_at.get(head)
    return who is not None and who.kind == "armed_group"


def _agents(tree: Tree, verb: int) -> tuple[int, ...]:
    doer = by_agent(tree, verb)
    return (doer,) if doer is not None else ()


def _work_of(tree: Tree, verb: int) -> list[int]:
    works = [i for i in children(tree, verb, "attr") if tree.tokens[i].lemma == "work"]
    return [i for work in works for i in after(tree, work, "of")]


def told_guilty(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return the stances that clauses of guilt tell: "X was behind it", "the work of X", "was carried out by X"."""
    found: list[Stand] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos not in ("VERB", "AUX"):
            continue
        heads = _guilty(tree, token.index, lexicon)
        if not heads or habitual(tree, token.index):
            continue
        stance, surely = _stance(tree, token.index, heard, lexicon)
        if stance == "accused" and any(_is_suspected(tree, head) for head in heads):
            stance, surely = "suspected", "PS+"
        if stance == "accused" and _is_it(tree, token.index):
            continue
        if stance is None:
            continue
        cue = Cue(token.span, "accuse")
        found += _held(tree, sentence, cue, token.index, heard, lexicon, heads, None, stance, surely)
    return found


def _is_suspected(tree: Tree, head: int) -> bool:
    """Tell whether a noun is hedged ("suspected members of X")."""
    return any(tree.tokens[c].text.lower() in ("suspected", "alleged", "presumed") for c in tree.below[head])


def _is_it(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says "it was X"."""
    return any(tree.tokens[i].lemma in ("it", "this", "that") for i in children(tree, verb, "nsubj")) and not _work_of(
        tree, verb
    )


def _guilty(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """Return whom a clause says to have done it."""
    if tree.tokens[verb].lemma == "be":
        parts = [i for i in tree.below[verb] if tree.tokens[i].dep in ("prep", "acomp", "attr", "advmod")]
        if any(tree.tokens[i].lemma in ("behind", "responsible") for i in parts):
            return [*children(tree, verb, "nsubj")]
        doers = [i for i in children(tree, verb, "nsubj") if tree.tokens[i].lemma in lexicon.words["perpetrators"]]
        named = [*children(tree, verb, "attr"), *after(tree, verb, "from")] if doers else []
        if _is_it(tree, verb):
            named = [i for i in children(tree, verb, "attr") if _is_armed(tree, i)]
        return [*named, *_work_of(tree, verb)]
    if has_no_part(tree, verb):
        return [*children(tree, verb, "nsubj")]
    if tree.tokens[verb].lemma == "involve" and is_passive(tree, verb):
        return _undergoer(tree, verb)
    if is_passive(tree, verb) and key(tree, verb) in lexicon.words["doing"] | lexicon.words["hitting"]:
        doer = by_agent(tree, verb)
        return [doer] if doer is not None else []
    if key(tree, verb) == "carry_out":
        return [*children(tree, verb, "nsubj")]
    return []


def _stance(tree: Tree, verb: int, heard: Voices, lexicon: Lexicon) -> tuple[Stance | None, Factuality]:
    """Return the stance that a clause of guilt takes, by how surely it is told and by which verb it is reported."""
    told = "CT-" if has_no_part(tree, verb) else factuality(tree, verb, lexicon)
    if told == "CT+" and (hedge := _hedge_above(tree, verb, lexicon)) is not None:
        told = hedge
    if told in ("PR+", "PS+"):
        return "suspected", told
    if told == "CT-":
        return ("cleared", "CT-") if holder_of(tree, verb, heard).kind != "author" else (None, told)
    if told != "CT+":
        return None, told
    above = [tree.tokens[i].lemma for i in climb(tree, verb) if i in heard.by_verb][:1]
    if above and above[0] in lexicon.words["upholding"]:
        return "confirmed", "CT+"
    return ("accused", "CT+") if holder_of(tree, verb, heard).kind != "author" else (None, told)


def _hedge_above(tree: Tree, verb: int, lexicon: Lexicon) -> Factuality | None:
    for above in climb(tree, verb):
        lemma = tree.tokens[above].lemma
        if lemma in ("suspect", "fear"):
            return "PS+"
        if lemma in lexicon.words["believing"]:
            return "PR+"
        if lemma in lexicon.words["reporting"]:
            return None
    return None


def upheld(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return the confirmations that words of confirming tell; the rest of them stand in clauses of guilt."""
    token, passive = tree.tokens[at], is_passive(tree, at)
    if token.lemma not in ("find", "hold", "declare", "convict") or negated(tree, at):
        return []
    heads = _undergoer(tree, at) if passive else [*children(tree, at, "dobj")]
    heads += [i for verb in children(tree, at, "ccomp", "oprd") for i in children(tree, verb, "nsubj")]
    speaker = by_agent(tree, at) if passive else subject(tree, at)
    found = _held(tree, sentence, cue, at, heard, lexicon, heads, speaker, "confirmed", "CT+")
    if found or "responsible" in cue.span.of(tree.text):
        return found
    court = named(tree, speaker, lexicon, heard) if speaker is not None else None
    convicts = [who for head in heads if (who := private(tree, head, lexicon)) is not None]
    holder = court if court is not None and court.kind == "authority" else AUTHOR
    return [
        Stand(who, "confirmed", holder, "CT+", clause(tree, sentence, at, who.span), sentence.index, at)
        for who in convicts[:1]
    ]


def cleared(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return the parties that words of clearing clear."""
    passive = is_passive(tree, at)
    heads = _undergoer(tree, at) if passive else [*children(tree, at, "dobj")]
    speaker = by_agent(tree, at) if passive else subject(tree, at)
    if tree.tokens[at].lemma in ("be", "have"):
        return []
    heads += [i for h in heads for i in descend(tree, h) if i != h]
    found = _held(tree, sentence, cue, at, heard, lexicon, heads, speaker, "cleared", "CT-")
    return found[:1]


def _held(
    tree: Tree,
    sentence: Sentence,
    cue: Cue,
    at: int,
    heard: Voices,
    lexicon: Lexicon,
    heads: list[int],
    speaker: int | None,
    stance: Stance,
    surely: Factuality,
) -> list[Stand]:
    """Return the stance of whoever utters it on each party that the nouns stand for, a party's on itself left out."""
    holder = _holder(tree, at, heard, lexicon, speaker, stance)
    if holder is None:
        return []
    found = []
    for who in parties(tree, heads, lexicon):
        if stance == "accused" and holder.kind == "media" and _is_own_outlet(tree, holder):
            span = clause(tree, sentence, at, who.span, cue.span)
            mine_own = as_holder(tree, who, (replace(holder, via=()), *holder.via))
            found.append(Stand(who, "claims", mine_own, "CT+", span, sentence.index, at))
            continue
        if _is_self(holder, who) and stance in ("accused", "cleared") and cue.kind == "accuse":
            mine: Stance = "claims" if stance == "accused" else "denies"
            span = clause(tree, sentence, at, who.span, holder.span or cue.span)
            found.append(Stand(who, mine, holder, surely, span, sentence.index, at))
            continue
        if _is_self(holder, who) or (
            who.kind == "government" and stance in ("accused", "suspected") and speaker is None
        ):
            continue
        span = clause(tree, sentence, at, who.span, holder.span or cue.span, cue.span)
        found.append(Stand(who, stance, holder, surely, span, sentence.index, at))
    return found


def _holder(tree: Tree, at: int, heard: Voices, lexicon: Lexicon, speaker: int | None, stance: Stance) -> Holder | None:
    """Return who utters a stance: the speaker of its own verb, else who reports it, else nobody named."""
    own = named(tree, speaker, lexicon, heard) if speaker is not None else None
    if own is None:
        own = heard.by_verb.get(at)
    if own is not None and own.kind != "unknown":
        outer = tuple(link for link in reporters(tree, at, heard, None) if link.text != own.text)
        return replace(own, via=(*own.via, *outer))
    told = holder_of(tree, at, heard)
    if told is not AUTHOR:
        return told
    if own is not None:
        return own
    if tree.tokens[at].lemma in _BY_NOBODY and (is_passive(tree, at) or stance == "accused"):
        words = passive_words(tree, at)
        return Holder(words.of(tree.text), None, "unknown", (), words)
    return AUTHOR if stance == "suspected" else None


def _is_own_outlet(tree: Tree, holder: Holder) -> bool:
    """Tell whether a medium is a group's own ("its Amaq agency", "the group's Amaq news agency")."""
    if holder.span is None:
        return False
    before = tree.text[max(0, holder.span.start - 30) : holder.span.start]
    return re.search(r"(?i)(?:\b(?:its|their)|[’']s?)\s+(?:[\w-]+ ){0,2}$", before) is not None


def _is_self(holder: Holder, who: Actor) -> bool:
    if holder.actor_id is not None:
        return holder.actor_id == who.actor_id
    return (holder.span is not None and holder.span.meets(who.span)) or holder.text == who.text
