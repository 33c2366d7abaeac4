"""What the acts of justice in a text mean for the violence told beside them, and for each other.

The crime behind a trial or an arrest is recalled: the day of the hearing and the town of the court are not its own. A
man hanged by a court is no victim of an attack. An arrest in a raid is the raid's, one that stopped a plot the plot's.
"""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.extract.grammar.tree import Tree, after, children, climb, conjuncts, descend, distance
from tocsin.extract.justice.authorities import authority
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.scene import date_of, place_of, token_in
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon

_JUSTICE = frozenset({"arrest", "trial", "plot", "designation"})
_CRIMES = frozenset({"attack", "operation"})
_SCENE = ("date", "place")
_NEAR = 3  # arcs between a raid and the arrests that it brought
_RESULTING = frozenset({"result", "lead", "culminate"})


def settled(tree: Tree, frames: Sequence[Frame], heard: Voices, lexicon: Lexicon) -> list[Frame]:
    """Return the frames with each act of justice and the violence of its sentence set right by each other."""
    found: list[Frame] = []
    for frame in frames:
        beside = [other for other in frames if other.sentence == frame.sentence and other is not frame]
        if frame.kind in _CRIMES and frame.founds:
            if frame.headline and _is_raid(tree, frame, lexicon) and any(f.kind in ("arrest", "plot") for f in frames):
                continue
            frame = _by_state(tree, _with_captors(tree, frame, beside, lexicon), heard, lexicon)
            if frame.kind == "attack" and _is_raid(tree, frame, lexicon) and any(b.kind == "operation" for b in beside):
                continue
            for release in (b for b in beside if _frees(b)):
                frame = _taken_when(tree, frame, release)
            acts = [b for b in beside if b.kind in _JUSTICE]
            one = _crime(tree, frame, acts, [b for b in beside if b.kind == "threat"], heard, lexicon)
            found += [one] if one is not None else []
        elif frame.kind == "arrest":
            found.append(_raid(tree, frame, [b for b in beside if b.kind == "operation"], lexicon))
        else:
            found.append(frame)
    return [_after_plot(tree, frame, found) for frame in _whole(found)]


def _frees(frame: Frame) -> bool:
    """Tell whether a telling says that captives were let go."""
    return any(r.field == "subjects" and r.value.role == "released" for r in frame.readings)


def _whole(frames: Sequence[Frame]) -> list[Frame]:
    """Return the frames with the crimes that one act of justice recalls in parts put together."""
    found: list[Frame] = []
    for frame in frames:
        last = next((f for f in found if f.recalled and f.sentence == frame.sentence and f.kind == frame.kind), None)
        if not frame.recalled or last is None or _clash(last, frame):
            found.append(frame)
            continue
        whole = last.with_readings(*frame.readings)
        found[found.index(last)] = replace(whole, attack_types=(*last.attack_types, *frame.attack_types))
    return found


def _clash(one: Frame, other: Frame) -> bool:
    """Tell whether two tellings each have a day, a place or a toll of their own."""
    return any(one.first(field) is not None and other.first(field) is not None for field in (*_SCENE, "killed"))


def _first(tree: Tree, index: int) -> int:
    """Return the first of those that a token is coordinated with."""
    while tree.tokens[index].dep == "conj":
        index = tree.tokens[index].head
    return index


def _is_only_charge(tree: Tree, crime: Frame) -> bool:
    """Tell whether a crime is only what a charge is called ("faces charges of murder and abduction")."""
    up = list(climb(tree, _first(tree, crime.anchor)))[:2]
    named = len(up) == 2 and tree.tokens[up[0]].lemma == "of" and tree.tokens[up[1]].lemma in ("charge", "count")
    return named and not any(r.field in (*_SCENE, "killed", "wounded", "abducted") for r in crime.readings)


def _is_or_else(tree: Tree, crime: Frame, threat: Frame) -> bool:
    """Tell whether violence is what a threat holds out to those who disobey ("leave or face attacks")."""
    up = [crime.anchor, *climb(tree, crime.anchor)]
    below = up[: up.index(threat.anchor)] if threat.anchor in up else []
    return any(
        tree.tokens[i].dep == "conj"
        and any(tree.tokens[c].lemma == "or" for c in children(tree, tree.tokens[i].head, "cc"))
        for i in below
    )


def _is_announced(tree: Tree, crime: Frame, threat: Frame) -> bool:
    """Tell whether violence is what a threat says will be done ("threatening to attack the school")."""
    token = tree.tokens[crime.anchor]
    return token.tag == "VB" and token.dep == "xcomp" and token.head == threat.anchor


def _taken_when(tree: Tree, crime: Frame, release: Frame) -> Frame:
    """Return a kidnapping without the day and place that are those of its captives' release."""
    theirs = []
    for reading in crime.readings:
        at = token_in(tree, tree.page.page.sentences[crime.sentence], reading.span) if reading.field in _SCENE else None
        first = (
            next((i for i in climb(tree, at) if i in (crime.anchor, release.anchor)), None) if at is not None else None
        )
        if first == release.anchor and crime.anchor != release.anchor:
            theirs.append(reading)
    return replace(crime, readings=tuple(r for r in crime.readings if r not in theirs))


def _crime(
    tree: Tree, crime: Frame, justice: Sequence[Frame], threats: Sequence[Frame], heard: Voices, lexicon: Lexicon
) -> Frame | None:
    """Return violence told beside an act of justice; nothing where the act of justice is all that it is."""
    if any(tree.tokens[c].text.lower() == "controlled" for c in tree.below[crime.anchor]):
        return None
    if any(_is_or_else(tree, crime, threat) or _is_announced(tree, crime, threat) for threat in threats):
        return None
    for act in justice:
        below = set(descend(tree, act.anchor))
        if act.anchor == crime.anchor:
            return None
        if act.kind == "plot" and crime.anchor in below:
            return None
        if act.kind in ("plot", "arrest") and _is_raid(tree, crime, lexicon):
            return None
        crime = _without(crime, act)
        if act.kind in ("trial", "arrest", "designation") and crime.anchor in below:
            if _is_only_charge(tree, crime):
                return None
            crime = _own_scene(tree, replace(crime, recalled=True, violent=True), act, heard, lexicon)
        elif act.kind in ("trial", "arrest"):
            crime = _own_scene(tree, crime, act, heard, lexicon)
    return crime


def _is_raid(tree: Tree, frame: Frame, lexicon: Lexicon) -> bool:
    token = tree.tokens[frame.anchor]
    return token.pos == "NOUN" and token.lemma in lexicon.words["raid_nouns"]


def _by_state(tree: Tree, raid: Frame, heard: Voices, lexicon: Lexicon) -> Frame:
    """Return a raid or search by police, prosecutors or troops as an operation, whatever word tells of it."""
    token = tree.tokens[raid.anchor]
    if raid.kind != "attack" or token.lemma not in lexicon.words["raid_nouns"] | lexicon.words["raid_verbs"]:
        return raid
    verb = raid.anchor if token.pos == "VERB" else token.head
    verbs = [verb]
    if token.pos == "NOUN" and tree.tokens[verb].lemma not in lexicon.words["conduct"]:
        verbs = [i for i in climb(tree, raid.anchor) if tree.tokens[i].pos == "VERB"] if _is_during(tree, verb) else []
    acting = next((found for i in verbs if (found := authority(tree, i, raid.holder, heard, lexicon))), [])
    if not acting or _has_civil_victims(raid) or _only_fell(raid, acting):
        return raid
    return _operation(raid, ("perpetrators", "attack_types", "suicide", "targets")).with_readings(*acting)


def _is_during(tree: Tree, above: int) -> bool:
    """Tell whether a raid is what something was done in or by ("found the rifles during a raid")."""
    return tree.tokens[above].dep == "prep" and tree.tokens[above].lemma in ("in", "during", "by", "through")


def _only_fell(raid: Frame, acting: Sequence[Reading]) -> bool:
    """Tell whether those who seem to act are whom the raid killed or hurt ("in an assault, six soldiers died")."""
    hurt = [r.span for r in raid.readings if r.field in ("killed", "wounded", "targets")]
    return any(reading.span.meets(span) for reading in acting for span in hurt)


def _has_civil_victims(raid: Frame) -> bool:
    """Tell whether a raid killed or wounded people of no force: a state's violence on civilians is an attack."""
    hurt = [r.value for r in raid.readings if r.field == "targets" and r.value.effect in ("killed", "wounded")]
    if raid.first("killed_perpetrators") is not None:
        return False
    return any(target.type not in ("military", "police", "terrorists_and_non_state_militia") for target in hurt)


def _with_captors(tree: Tree, fight: Frame, beside: Sequence[Frame], lexicon: Lexicon) -> Frame:
    """Return a fight in which somebody was caught ("captured after a shootout") as an operation."""
    if fight.kind != "attack" or tree.tokens[fight.anchor].lemma not in lexicon.words["clash_nouns"]:
        return fight
    arrests = [other.anchor for other in beside if other.kind == "arrest"]
    caught = any(fight.anchor in after(tree, arrest, "in", "after", "following") for arrest in arrests)
    return _operation(fight, ("perpetrators", "attack_types", "suicide")) if caught else fight


def _operation(crime: Frame, without: Sequence[str]) -> Frame:
    kept = tuple(r for r in crime.readings if r.field not in without)
    return replace(crime, kind="operation", attack_types=(), readings=kept)


def _without(crime: Frame, act: Frame) -> Frame:
    """Return a crime without those whom a court put to death, who are none of its victims."""
    hanged = [r.span for r in act.readings if r.field == "subjects" and r.value.role == "killed"]
    if not hanged:
        return crime
    return replace(crime, readings=tuple(r for r in crime.readings if not any(r.span.meets(s) for s in hanged)))


def _own_scene(tree: Tree, crime: Frame, act: Frame, heard: Voices, lexicon: Lexicon) -> Frame:
    """Return a crime without the day and town of the act of justice, with those nearer to it where there are any."""
    taken = {(r.field, r.span) for r in act.readings if r.field in _SCENE}
    shared = {field for field, span in taken if any((r.field, r.span) == (field, span) for r in crime.readings)}
    if not shared:
        return crime
    kept = [r for r in crime.readings if (r.field, r.span) not in taken]
    sentence = tree.page.page.sentences[crime.sentence]
    if "date" in shared:
        when = date_of(tree, sentence, crime.anchor, [act.anchor], heard, lexicon)
        kept += [Reading("date", when[0], when[1], crime.holder)] if when is not None else []
    if "place" in shared:
        where = place_of(tree, sentence, crime.anchor, [act.anchor], heard, lexicon)
        kept += [Reading("place", where[0], where[1], crime.holder)] if where is not None else []
    return replace(crime, readings=tuple(r for r in kept if (r.field, r.span) not in taken))


def _raid(tree: Tree, arrest: Frame, operations: Sequence[Frame], lexicon: Lexicon) -> Frame:
    """Return an arrest as part of the operation in which its sentence says that it was made."""
    own = {tree.tokens[n].lemma for n in after(tree, arrest.anchor, "in", "during", "after", "following", "by")}
    joined = {tree.tokens[n].lemma for n in (*children(tree, arrest.anchor, "conj"), tree.tokens[arrest.anchor].head)}
    called = (
        bool(own & (lexicon.words["raid_nouns"] | lexicon.words["clash_nouns"]))
        or bool(joined & lexicon.words["raid_verbs"])
        or _outcome_of(tree, arrest.anchor, lexicon) is not None
    )
    near = [o for o in operations if _is_together(tree, o, arrest, lexicon)]
    if not called and not near:
        return arrest
    own_scene = {r.field for r in arrest.readings}
    scene = [r for o in near[:1] for r in o.readings if r.field in _SCENE and r.field not in own_scene]
    raid = replace(arrest, kind="operation", definite=arrest.definite or bool(near))
    return raid.with_readings(*scene)


def _is_together(tree: Tree, raid: Frame, arrest: Frame, lexicon: Lexicon) -> bool:
    """Tell whether a raid brought an arrest: by its name and near it, or as the other half of what forces did."""
    if tree.tokens[raid.anchor].lemma in lexicon.words["raid_nouns"] | lexicon.words["raid_verbs"]:
        return distance(tree, raid.anchor, arrest.anchor) <= _NEAR
    outcome = _outcome_of(tree, arrest.anchor, lexicon)
    if outcome is not None and outcome == _outcome_of(tree, raid.anchor, lexicon):
        return True
    return raid.anchor in conjuncts(tree, arrest.anchor) or arrest.anchor in conjuncts(tree, raid.anchor)


def _outcome_of(tree: Tree, anchor: int, lexicon: Lexicon) -> int | None:
    """Return the raid of which a noun tells what came of it ("the operation resulted in the arrest of three")."""
    verb = next((i for i in climb(tree, anchor) if tree.tokens[i].pos == "VERB"), None)
    if verb is None or tree.tokens[anchor].pos != "NOUN" or tree.tokens[verb].lemma not in _RESULTING:
        return None
    return next((i for i in children(tree, verb, "nsubj") if tree.tokens[i].lemma in lexicon.words["raid_nouns"]), None)


def _after_plot(tree: Tree, frame: Frame, frames: Sequence[Frame]) -> Frame:
    """Return an arrest told right after the plot that it stopped as one that tells of the plot."""
    passing = frame.kind == "attack" and not frame.founds and frame.first("arrested") is not None
    if not (frame.kind == "arrest" or passing) or frame.headline or frame.fresh:
        return frame
    sentences = tree.page.page.sentences
    near = [
        f
        for f in frames
        if f.kind == "plot"
        and not f.headline
        and not f.recalled
        and 0 <= frame.sentence - f.sentence <= 1
        and sentences[frame.sentence].paragraph - sentences[f.sentence].paragraph <= 1
    ]
    return replace(frame, kind="arrest", definite=True) if near else frame
