"""What parties say of their own acts in plain speech: "said its fighters had attacked", "we did not carry it out".

A state's force that says it struck claims as well, unless it struck armed men: that is its operation.
"""

from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parties import own, own_force, parties, party, same
from tocsin.extract.grammar.tree import (
    Tree,
    after,
    by_agent,
    children,
    climb,
    compound,
    conjuncts,
    descend,
    is_passive,
    subject,
)
from tocsin.extract.responsibility.avowals import avows, was_away
from tocsin.extract.responsibility.carriers import carriers
from tocsin.extract.responsibility.claims import claim, spoken_for
from tocsin.extract.responsibility.deeds import (
    has_no_part,
    is_deed,
    is_guilt,
    is_its_work,
    is_on_militants,
    is_violence,
    partners,
)
from tocsin.extract.responsibility.denials import denial
from tocsin.extract.responsibility.habits import habitual, negated
from tocsin.extract.responsibility.stances import Stand, Told, as_holder
from tocsin.extract.voices.holders import Voices
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Stance
from tocsin.model.values import Actor

_OWN = ("claim", "admit", "acknowledge", "confess")


def declared(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return what parties say of their own acts in plain speech."""
    found: list[Stand] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos == "VERB" and lexicon.has("declaring", token.lemma):
            found += _said(Told(tree, sentence, token.span, token.index, heard, lexicon))
    return found


def _said(told: Told) -> list[Stand]:
    """Return the stances that one verb of saying tells of its own speaker."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    undisputed = told.lemma in ("dispute", "deny") and negated(tree, at)
    if negated(tree, at) != undisputed or (told.lemma == "dispute" and not undisputed):
        return []
    speaker = subject(tree, at)
    if speaker is None or (is_passive(tree, at) and tree.tokens[speaker].dep == "nsubjpass"):
        return []
    voices = parties(tree, [speaker], lexicon) or spoken_for(tree, [speaker])
    voices = voices or [who for who in (_sender(told),) if who is not None]
    if habitual(tree, at, lexicon):
        return []
    stands = [_own_word(replace(told, at=verb), who, at) for who in voices for verb in _content(tree, at)]
    return [stand for stand in stands if stand is not None]


def _sender(told: Told) -> Actor | None:
    """Return the party whose statement it is that admits ("X said in a statement admitting that it had")."""
    tree, at = told.tree, told.at
    if tree.tokens[at].dep not in ("acl", "advcl", "relcl"):
        return None
    above = next((i for i in climb(tree, at) if i in told.heard.by_verb), None)
    speaker = subject(tree, above) if above is not None else None
    return party(tree, speaker, told.lexicon) if speaker is not None else None


def _own_word(told: Told, who: Actor, said: int) -> Stand | None:
    """Return what a speaker says with one verb of its words."""
    if (force := _own_force(told, who)) is not None:
        return replace(claim(told, force, told.span, said=said), holder=as_holder(told.tree, who))
    stance = _of_itself(told, who)
    doer = by_agent(told.tree, told.at) if is_passive(told.tree, told.at) else subject(told.tree, told.at)
    mine = own_force(told.tree, doer, who, told.lexicon) if doer is not None else None
    if stance == "denies":
        return denial(told, mine or who, told.span, speaker=who, said=said)
    if stance != "claims" or (who.kind != "armed_group" and is_on_militants(told.tree, told.at, told.lexicon)):
        return None
    said_by = as_holder(told.tree, who, carriers(told, who, said=said))
    return replace(claim(told, mine or who, told.span, said=said), holder=said_by)


def _own_force(told: Told, who: Actor) -> Actor | None:
    """Return the force of which a government or general staff says that it struck ("that the air force had hit")."""
    tree, verb, lexicon = told.tree, told.at, told.lexicon
    doer = by_agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
    if doer is None or who.kind not in ("government", "state_force") or not is_deed(tree, verb, lexicon):
        return None
    if not lexicon.has("arms_of_service", compound(tree, doer)) or factuality(tree, verb, lexicon) != "CT+":
        return None
    foreign = any(tree.label_at.get(c) in ("NORP", "GPE") for c in tree.below[doer])
    force = None if foreign or is_on_militants(tree, verb, lexicon) else party(tree, doer, lexicon)
    return None if force is None or same(force, who) else force


def _content(tree: Tree, verb: int) -> list[int]:
    """Return the verbs of what is said, coordinated ones included."""
    tops = [
        *children(tree, verb, "ccomp", "parataxis"),
        *_in_statement(tree, verb),
        *(i for i in children(tree, verb, "xcomp") if tree.tokens[verb].lemma in _OWN),
        *(i for prep in children(tree, verb, "prep") for i in children(tree, prep, "pcomp")),
    ]
    return [i for top in tops for i in conjuncts(tree, top) if tree.tokens[i].pos in ("VERB", "AUX")]


def _in_statement(tree: Tree, verb: int) -> list[int]:
    """Return what is said where the parse ties it to the statement ("said in a statement sent to X that it had")."""
    works = [i for prep in children(tree, verb, "prep") if prep > verb for i in descend(tree, prep)]
    told = [i for work in works for i in children(tree, work, "acl", "relcl", "ccomp")]
    return [i for i in told if any(tree.tokens[c].text.lower() == "that" for c in children(tree, i, "mark"))]


def _of_itself(told: Told, who: Actor) -> Stance | None:
    """Return whether a speaker says with a verb that it did violence (`claims`) or did not (`denies`)."""
    tree, verb, lexicon = told.tree, told.at, told.lexicon
    if _is_innocent(tree, verb, lexicon) and _about_itself(tree, verb, who, lexicon):
        return "denies" if factuality(tree, verb, lexicon) == "CT+" else None
    if avows(tree, verb, who, lexicon) and factuality(tree, verb, lexicon) == "CT+":
        return "claims"
    if was_away(tree, verb, who, lexicon):
        return "denies" if factuality(tree, verb, lexicon) == "CT-" else None
    if tree.tokens[verb].lemma in lexicon.words["guilt_verbs"] or lexicon.has("refusing", tree.tokens[verb].lemma):
        return None  # the words of denying or blaming tell it
    if not _about_itself(tree, verb, who, lexicon):
        return None
    no_part = has_no_part(tree, verb, lexicon)
    if no_part and any(not own(tree, i, who, lexicon) for i in _partners(tree, verb, lexicon)):
        return None  # "it was a burglary and had nothing to do with X" is said of the deed
    if not (no_part or is_guilt(tree, verb, lexicon) or is_deed(tree, verb, lexicon)):
        return None
    denied = no_part or negated(tree, verb) or _is_neither(tree, verb)
    surely = "CT-" if denied else factuality(tree, verb, lexicon)
    if surely in ("CT+", "PR+"):
        return "claims"
    return "denies" if surely == "CT-" else None


def _is_innocent(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says of its subject that it is innocent, of violence or of nothing named."""
    parts = [i for i in children(tree, verb, "acomp", "attr") if lexicon.has("innocent", tree.tokens[i].lemma)]
    of = [i for part in parts for i in after(tree, part, "of", "in")]
    return bool(parts) and (not of or any(is_violence(tree, i, lexicon) for i in of))


def _is_neither(tree: Tree, verb: int) -> bool:
    """Tell whether "neither" opens a clause ("said neither it nor its allies took part")."""
    doer = subject(tree, verb)
    return doer is not None and any(tree.tokens[i].lemma == "neither" for i in descend(tree, doer))


def _about_itself(tree: Tree, verb: int, who: Actor, lexicon: Lexicon) -> bool:
    if is_passive(tree, verb):
        doer = by_agent(tree, verb)
        return doer is not None and own(tree, doer, who, lexicon)
    if is_its_work(tree, verb, lexicon) or tree.tokens[verb].dep in ("xcomp", "pcomp"):
        return True
    doer = subject(tree, verb)
    if doer is None:
        return False
    if tree.tokens[doer].tag != "PRP" and has_no_part(tree, verb, lexicon) and is_violence(tree, doer, lexicon):
        return any(own(tree, i, who, lexicon) for i in partners(tree, verb))
    return own(tree, doer, who, lexicon)


def _partners(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """Return those of the nouns "with" which something has to do that are armed groups."""
    return [i for i in partners(tree, verb) if any(who.kind == "armed_group" for who in parties(tree, [i], lexicon))]
