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
from tocsin.extract.responsibility.avowals import avows, none_there, was_away
from tocsin.extract.responsibility.carriers import carriers
from tocsin.extract.responsibility.claims import claim, spoken_for
from tocsin.extract.responsibility.deeds import (
    has_no_part,
    is_deed,
    is_guilt,
    is_innocent,
    is_its_work,
    is_on_militants,
    is_violence,
    partners,
)
from tocsin.extract.responsibility.denials import denial
from tocsin.extract.responsibility.habits import habitual, negated
from tocsin.extract.responsibility.nations import is_police, share_a_nation
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
        elif token.lemma == "accord":
            found += _by_account(Told(tree, sentence, token.span, token.index, heard, lexicon))
    return found


def _by_account(told: Told) -> list[Stand]:
    """Return what a party's own account tells of itself ("according to a statement by X, its men attacked")."""
    tree, at = told.tree, told.at
    heads = [i for prep in children(tree, at, "prep") for i in children(tree, prep, "pobj")]
    sent = [i for noun in heads if told.has("works", noun) for i in after(tree, noun, "by", "from", "of")]
    verb = tree.tokens[at].head
    if tree.tokens[verb].pos not in ("VERB", "AUX"):
        return []
    stands = [_own_word(replace(told, at=verb), who, at) for who in parties(tree, [*sent, *heads], told.lexicon)]
    return [stand for stand in stands if stand is not None]


def _said(told: Told) -> list[Stand]:
    """Return the stances that one verb of saying tells of its own speaker."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    undisputed = told.lemma in ("dispute", "deny") and negated(tree, at)
    if negated(tree, at) != undisputed or (told.lemma == "dispute" and not undisputed):
        return []
    speaker = subject(tree, at)
    if speaker is None or (is_passive(tree, at) and tree.tokens[speaker].dep == "nsubjpass"):
        return []
    voices = parties(tree, [speaker], lexicon) or spoken_for(tree, list(children(tree, at, "nsubj")) or [speaker])
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
        stance = _of_force(told)
        stand = {"claims": claim, "denies": denial}.get(stance or "")
        return replace(stand(told, force, told.span, said=said), holder=as_holder(told.tree, who)) if stand else None
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
    """Return the force of which a government or general staff tells a deed or guilt ("that the air force had hit")."""
    tree, verb, lexicon = told.tree, told.at, told.lexicon
    doer = by_agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
    if doer is None or who.kind not in ("government", "state_force") or is_police(tree, who):
        return None
    if not (is_deed(tree, verb, lexicon) or is_guilt(tree, verb, lexicon) or has_no_part(tree, verb, lexicon)):
        return None
    foreign = any(tree.label_at.get(c) in ("NORP", "GPE") for c in tree.below[doer])
    arms = lexicon.has("arms_of_service", tree.tokens[doer].lemma if foreign else compound(tree, doer))
    if not arms and not (lexicon.has("own_forces", compound(tree, doer)) and _of_force(told) == "denies"):
        return None
    force = None if own(tree, doer, who, lexicon) else party(tree, doer, lexicon)
    if force is None or same(force, who) or (foreign and not share_a_nation(tree, who, force)):
        return None
    return force


def _of_force(told: Told) -> Stance | None:
    """Return whether a state says that its force did it, to others than armed men, or did not."""
    tree, verb, lexicon = told.tree, told.at, told.lexicon
    surely = factuality(tree, verb, lexicon)
    if surely == "CT-" or has_no_part(tree, verb, lexicon) or negated(tree, verb):
        return "denies"
    done = surely == "CT+" and is_deed(tree, verb, lexicon)
    return "claims" if done and not is_on_militants(tree, verb, lexicon) else None


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
    if children(tree, verb, "ccomp"):
        return []
    works = [i for prep in children(tree, verb, "prep") if prep > verb for i in descend(tree, prep)]
    told = [i for work in works for i in children(tree, work, "acl", "relcl", "ccomp")]
    return [i for i in told if _is_whole(tree, i)]


def _is_whole(tree: Tree, verb: int) -> bool:
    """Tell whether a clause behind a noun lacks nothing that the noun could be: it tells what was said."""
    if any(tree.tokens[c].text.lower() == "that" for c in children(tree, verb, "mark")):
        return True
    gaps = any(tree.tokens[c].tag in ("WDT", "WP", "WRB") for c in tree.below[verb])
    return not gaps and bool(children(tree, verb, "nsubj")) and bool(children(tree, verb, "dobj", "acomp"))


def _of_itself(told: Told, who: Actor) -> Stance | None:
    """Return whether a speaker says with a verb that it did violence (`claims`) or did not (`denies`)."""
    tree, verb, lexicon = told.tree, told.at, told.lexicon
    if is_innocent(tree, verb, lexicon) and _about_itself(tree, verb, who, lexicon):
        return "denies" if factuality(tree, verb, lexicon) == "CT+" else None
    if avows(tree, verb, who, lexicon) and factuality(tree, verb, lexicon) == "CT+":
        return "claims"
    if was_away(tree, verb, who, lexicon):
        return "denies" if factuality(tree, verb, lexicon) == "CT-" or none_there(tree, verb) else None
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
