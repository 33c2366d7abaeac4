"""Who claims an act, who denies it, who is accused or suspected of it, and who says so.

A claim or denial is its actor's own; an accusation or suspicion is held by whoever utters it, the author included. What
reaches the author through others keeps them as `via`: an outlet that carried a claim, police who reported it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tocsin.extract.holders import Voices, holder_of, named
from tocsin.extract.parts import actor, armed_group
from tocsin.extract.tree import Tree, after, by_agent, children, climb, descend, is_passive, phrase, subject
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Cue, Sentence
from tocsin.model.record import AUTHOR, Act, Factuality, Holder, Stance
from tocsin.model.text import Span
from tocsin.model.values import Actor

ACTS: dict[Stance, tuple[Act, Factuality]] = {
    "claims": ("claims", "CT+"),
    "denies": ("denies", "CT-"),
    "accused": ("accuses", "CT+"),
    "suspected": ("suspects", "PS+"),
    "confirmed": ("confirms", "CT+"),
    "cleared": ("clears", "CT-"),
    "retracted": ("retracts", "CT-"),
    "no_claim": ("no_claim", "Uu"),
}
_DENIED = re.compile(
    r"(?i)involve|responsib|\brole\b|\bpart in\b|accus|charge|alleg|behind|carr(?:y|ied|ying) out|attack|kill|bomb|link|blame"
    r"|guilt|hand in|knowledge of|\bit\b|target|shoot|plant|massacre|strike"
)
_CHANNEL = re.compile(
    r"(?i)\b(?:on|via|through|over|to)\s+(?:its |their |the |a |an )?(?:\w+ )?(telegram|twitter|x|facebook|whatsapp|youtube|"
    r"instagram|tiktok|radio(?: station)?|state television|al[- ]jazeera|rocket\.chat|its website|website)\b"
)
_LOOSE_GROUPS = frozenset(
    {"militant", "rebel", "separatist", "insurgent", "jihadist", "guerrilla", "islamist", "extremist"}
)


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


def stands(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Stand, ...]:
    """Return every stance that a sentence takes on responsibility."""
    cues = [cue for cue in tree.page.page.cues if sentence.span.holds(cue.span) and cue.kind in _READERS]
    none = [cue.span for cue in cues if cue.kind == "no_claim"]
    found: list[Stand] = []
    for cue in cues:
        if cue.kind in ("claim", "deny") and any(span.meets(cue.span) for span in none):
            continue
        at = _verb(tree, sentence, cue)
        found.extend(_READERS[cue.kind](tree, sentence, cue, at, heard, lexicon))
    return tuple(_once(found))


def _verb(tree: Tree, sentence: Sentence, cue: Cue) -> int:
    """Return the verb of a cue, else its first token."""
    inside = [t for t in tree.tokens[sentence.first : sentence.last] if cue.span.meets(t.span)]
    verbs = [t for t in inside if t.pos == "VERB"]
    return (verbs or inside)[0].index


def _claim(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    heads = [by_agent(tree, at)] if is_passive(tree, at) else [_subject(tree, at)]
    group = next((g for head in heads if head is not None and (g := _group(tree, head, lexicon)) is not None), None)
    if group is None:
        group = _only_group(tree, sentence)
    if group is None or _negated(tree, at):
        return []
    via = _carriers(tree, sentence, at, group, heard)
    holder = Holder(group.span.of(tree.text), group.actor_id, "group", via, group.span)
    span = _clause(tree, sentence, at, group.span, cue.span)
    return [Stand(group, "claims", holder, "CT+", span, sentence.index, at, _channel(tree, sentence))]


def _deny(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    head = _subject(tree, at)
    if head is None:
        return []
    rest = Span(cue.span.start, sentence.span.end).of(tree.text)
    if not _DENIED.search(rest):
        return []
    who = _group(tree, head, lexicon) or _state(tree, head)
    speaker = named(tree, head, lexicon, heard)
    if who is None:
        who = _actor_of(tree, speaker)
    if who is None:
        return []
    kind = "group" if who.kind == "armed_group" else "government" if who.kind == "government" else "authority"
    holder = Holder(who.span.of(tree.text), who.actor_id, kind, _reporters(tree, at, heard, who), who.span)  # type: ignore[arg-type]
    return [Stand(who, "denies", holder, "CT-", _clause(tree, sentence, at, who.span, cue.span), sentence.index, at)]


def _no_claim(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    head = _subject(tree, at)
    who = _group(tree, head, lexicon) if head is not None else None
    if who is not None and re.match(r"(?i)no\b", phrase(tree, head or 0).of(tree.text)):
        who = None
    return [Stand(who, "no_claim", holder_of(tree, at, heard), "Uu", cue.span, sentence.index, at)]


def _accuse(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    if _negated(tree, at):
        return []
    lemma = tree.tokens[at].lemma
    if is_passive(tree, at):
        if lemma == "carry":
            blamed = [noun for noun in (by_agent(tree, at),) if noun is not None]
            speaker: int | None = None
        elif lemma in ("blame", "attribute", "pin"):
            blamed = [*after(tree, at, "on", "to")] or [n for n in (_passive_head(tree, at),) if n is not None]
            speaker = by_agent(tree, at)
        else:
            blamed = [n for n in (_passive_head(tree, at),) if n is not None]
            speaker = by_agent(tree, at)
    elif lemma in ("blame", "accuse", "hold"):
        blamed = [*children(tree, at, "dobj"), *after(tree, at, "on")]
        speaker = _subject(tree, at)
    elif lemma in ("attribute", "point", "pin"):
        blamed = [*after(tree, at, "to", "at", "on")]
        speaker = _subject(tree, at)
    elif "behind" in cue.span.of(tree.text).lower() or "responsible" in cue.span.of(tree.text).lower():
        blamed = [n for n in (_subject(tree, at),) if n is not None]
        speaker = None
    elif "work of" in cue.span.of(tree.text).lower():
        blamed = [t.index for t in tree.tokens[sentence.first : sentence.last] if t.span.start >= cue.span.end][:6]
        speaker = None
    else:
        return []
    return _others(tree, sentence, cue, at, heard, lexicon, blamed, speaker, "accused")


def _suspect(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    token = tree.tokens[at]
    if _negated(tree, at):
        return []
    if (
        token.lemma == "suspect"
        and token.pos == "VERB"
        and not is_passive(tree, at)
        and token.dep not in ("amod", "compound")
    ):
        blamed = [*children(tree, at, "dobj"), *children(tree, at, "ccomp")]
        blamed = [
            *blamed,
            *(i for verb in children(tree, at, "ccomp") for i in children(tree, verb, "nsubj", "nsubjpass")),
        ]
        return _others(tree, sentence, cue, at, heard, lexicon, blamed, _subject(tree, at), "suspected")
    if token.dep in ("amod", "compound") or (token.lemma == "suspected" and token.pos == "ADJ"):
        return []
    blamed = [i for i in (_passive_head(tree, at), _subject(tree, at)) if i is not None]
    blamed += [t.index for t in tree.tokens[sentence.first : sentence.last] if t.span.start >= cue.span.start]
    return _others(tree, sentence, cue, at, heard, lexicon, blamed[:14], None, "suspected")


def _confirm(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    after_cue = [t.index for t in tree.tokens[sentence.first : sentence.last] if t.span.start >= cue.span.start]
    text = Span(cue.span.start, sentence.span.end).of(tree.text)
    if not re.search(r"(?i)responsib|behind|carried out|perpetrat|guilty of", text):
        return []
    return _others(tree, sentence, cue, at, heard, lexicon, after_cue, _subject(tree, at), "confirmed")


def _clear(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    passive = is_passive(tree, at)
    head = _passive_head(tree, at) if passive else next(iter(children(tree, at, "dobj")), None)
    speaker = by_agent(tree, at) if passive else _subject(tree, at)
    heads = [head] if head is not None else []
    heads += [i for h in heads for i in descend(tree, h)]
    return _others(tree, sentence, cue, at, heard, lexicon, heads, speaker, "cleared")


def _retract(tree: Tree, sentence: Sentence, cue: Cue, at: int, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    head = _subject(tree, at)
    who = _group(tree, head, lexicon) if head is not None else None
    if who is None:
        return []
    holder = Holder(who.span.of(tree.text), who.actor_id, "group", _reporters(tree, at, heard, who), who.span)
    return [Stand(who, "retracted", holder, "CT-", _clause(tree, sentence, at, who.span, cue.span), sentence.index, at)]


def _others(
    tree: Tree,
    sentence: Sentence,
    cue: Cue,
    at: int,
    heard: Voices,
    lexicon: Lexicon,
    blamed: Sequence[int],
    speaker: int | None,
    stance: Stance,
) -> list[Stand]:
    """Return the stance of a holder on whoever the blamed nouns name."""
    who = next(
        (found for head in blamed if (found := _group(tree, head, lexicon) or _state(tree, head)) is not None), None
    )
    if who is None:
        return []
    holder = named(tree, speaker, lexicon, heard) if speaker is not None else None
    if holder is None or (speaker is not None and tree.tokens[speaker].tag in ("PRP", "WP")):
        holder = holder_of(tree, at, heard)
    elif (outer := _reporters(tree, at, heard, None)) and outer[0].text != holder.text:
        holder = replace(holder, via=(*holder.via, *outer))
    if holder.actor_id is not None and holder.actor_id == who.actor_id:
        return []
    if stance == "accused" and holder is AUTHOR and tree.tokens[at].lemma in ("blame", "attribute", "accuse", "pin"):
        holder = Holder(None, None, "unknown", (), None)
    factuality = ACTS[stance][1]
    if stance == "suspected" and re.search(r"(?i)believ|likely|probabl|thought|presum", cue.span.of(tree.text)):
        factuality = "PR+"
    span = _clause(tree, sentence, at, who.span, holder.span or cue.span)
    return [Stand(who, stance, holder, factuality, span, sentence.index, at)]


def _subject(tree: Tree, at: int) -> int | None:
    head = subject(tree, at)
    if head is not None and tree.tokens[head].tag in ("WDT", "WP"):
        verb = tree.tokens[head].head
        return tree.tokens[verb].head if tree.tokens[verb].dep == "relcl" else head
    return head


def _passive_head(tree: Tree, at: int) -> int | None:
    own = children(tree, at, "nsubjpass", "nsubj")
    if own:
        return own[0]
    return tree.tokens[at].head if tree.tokens[at].dep in ("acl", "amod", "relcl") else None


def _group(tree: Tree, head: int, lexicon: Lexicon) -> Actor | None:
    """Return the group that a noun phrase names: itself, in apposition, as owner ("the group's spokesman"), or unnamed."""
    near = [
        head,
        *(
            i
            for i in descend(tree, head)
            if tree.tokens[i].dep
            in ("appos", "poss", "compound", "amod", "nmod", "pobj", "prep", "conj", "acl", "oprd", "dobj")
        ),
    ]
    for index in near:
        found = tree.actor_at.get(index)
        if found is not None and found.kind == "armed_group":
            return found
    group = armed_group(tree, head)
    if group is not None:
        return group
    for index in near:
        found = tree.actor_at.get(index)
        if (
            found is not None
            and found.kind in ("organisation", "unknown")
            and (tree.tokens[head].lemma in lexicon.words["groups"] or index == head)
        ):
            return replace(found, kind="armed_group") if tree.tokens[head].lemma in lexicon.words["groups"] else None
    if tree.tokens[head].lemma in _LOOSE_GROUPS:
        span = phrase(tree, head)
        return Actor(span.of(tree.text), None, span.of(tree.text), "armed_group", span)
    return None


def _state(tree: Tree, head: int) -> Actor | None:
    found = actor(tree, head)
    if found is not None and found.kind in ("state_force", "government"):
        return found
    if tree.label_at.get(head) in ("GPE", "NORP") and tree.tokens[head].pos == "PROPN":
        span = tree.tokens[head].span
        return Actor(span.of(tree.text), None, span.of(tree.text), "government", span)
    return None


def _only_group(tree: Tree, sentence: Sentence) -> Actor | None:
    """Return the one armed group that a sentence names; null where it names none or several."""
    inside = [a for a in tree.page.actors if a.kind == "armed_group" and sentence.span.holds(a.span)]
    return inside[0] if len({a.actor_id or a.name for a in inside}) == 1 else None


def _actor_of(tree: Tree, speaker: Holder | None) -> Actor | None:
    """Return the group that a holder speaks for, where the holder is a group named before."""
    if speaker is None or speaker.kind != "group" or speaker.span is None:
        return None
    return next((a for a in tree.page.actors if a.span.meets(speaker.span) and a.kind == "armed_group"), None)


def _carriers(tree: Tree, sentence: Sentence, at: int, group: Actor, heard: Voices) -> tuple[Holder, ...]:
    """Return through whom a claim reached the author: outlets named in the sentence, then those who report it."""
    outlets = [
        Holder(a.span.of(tree.text), a.actor_id, "media", (), a.span)
        for a in tree.page.actors
        if a.kind == "media_outlet" and sentence.span.holds(a.span)
    ]
    return (*outlets, *_reporters(tree, at, heard, group))


def _reporters(tree: Tree, at: int, heard: Voices, group: Actor | None) -> tuple[Holder, ...]:
    """Return the holders of the verbs above a stance, nearest first, the stance's own actor left out."""
    found = []
    for above in climb(tree, at):
        holder = heard.by_verb.get(above)
        if holder is None or holder is AUTHOR or holder.span is None:
            continue
        if group is not None and (holder.span.meets(group.span) or (holder.actor_id == group.actor_id is not None)):
            continue
        found.append(replace(holder, via=()))
    return tuple(found)


def _channel(tree: Tree, sentence: Sentence) -> str | None:
    found = _CHANNEL.search(tree.text, sentence.span.start, sentence.span.end)
    return found.group(1) if found else None


def _negated(tree: Tree, at: int) -> bool:
    return any(tree.tokens[child].dep == "neg" for child in tree.below[at])


def _clause(tree: Tree, sentence: Sentence, at: int, *spans: Span) -> Span:
    """Return the words from the first to the last span, run on to the end of the verb's own clause."""
    inside = [span for span in spans if sentence.span.holds(span)]
    below = [tree.tokens[i].span for i in descend(tree, at) if tree.tokens[i].dep not in ("punct",) and i >= at]
    every = [*inside, tree.tokens[at].span, *below]
    end = max(s.end for s in every)
    stop = tree.text.find(",", max(s.end for s in [*inside, tree.tokens[at].span]))
    if 0 < stop < end:
        end = stop
    return Span(min(s.start for s in [*inside, tree.tokens[at].span]), end)


def _once(found: Sequence[Stand]) -> list[Stand]:
    kept: dict[tuple[object, ...], Stand] = {}
    for stand in found:
        who = (stand.actor.actor_id or stand.actor.name) if stand.actor else None
        kept.setdefault((who, stand.stance, stand.holder.text), stand)
    flat = {(s.actor.actor_id or s.actor.name) for s in kept.values() if s.actor and s.stance in ("claims", "denies")}
    return [
        stand
        for stand in kept.values()
        if not (
            stand.stance in ("accused", "suspected")
            and stand.holder.actor_id is not None
            and stand.actor is not None
            and (stand.actor.actor_id or stand.actor.name) in flat
            and stand.holder.actor_id == stand.actor.actor_id
        )
    ]


_READERS = {
    "claim": _claim,
    "deny": _deny,
    "no_claim": _no_claim,
    "accuse": _accuse,
    "suspect": _suspect,
    "confirm": _confirm,
    "clear": _clear,
    "retract": _retract,
}
