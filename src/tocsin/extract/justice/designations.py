"""Designations: a group, or people for it, listed, banned, sanctioned or put a price on, for violence.

A standing description ("which is designated as a terrorist group by") tells of no new act.
"""

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group, is_state_side
from tocsin.extract.grammar.tree import (
    Tree,
    after,
    by_agent,
    children,
    compound,
    conjuncts,
    descend,
    is_passive,
    phrase,
    subject,
)
from tocsin.extract.justice.authorities import authority
from tocsin.extract.justice.proceedings import frame
from tocsin.extract.reading import Frame, Reading
from tocsin.extract.slots.subjects import is_pronoun, organisation, points_back, subject_of
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.knowledge.wording import small
from tocsin.model.page import Sentence
from tocsin.model.record import Holder
from tocsin.model.text import Span
from tocsin.model.values import Actor, Count, Subject

_ARTICLES = frozenset({"the", "this", "that", "its"})
_ONE = frozenset({"he", "him", "his", "she", "her"})


def designations(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> tuple[Frame, ...]:
    """Return the first designation of a sentence."""
    words = small(sentence.span.of(tree.text))
    if lexicon.cues["listed_for"].search(words) is None and not _names_group(tree, sentence):
        return ()
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or token.lemma not in lexicon.words["listing_verbs"]:
            continue
        decided = _decided(tree, token.index, lexicon)
        if decided is None and (token.dep in ("amod", "relcl", "acl", "compound") or _standing(tree, token.index)):
            continue
        told = token.index if decided is None else decided
        if factuality(tree, told, lexicon) not in ("CT+", "PR+"):
            continue
        one = _designation(tree, sentence, token.index, heard, lexicon)
        if one is not None:
            return (one,)
    return ()


def _designation(tree: Tree, sentence: Sentence, verb: int, heard: Voices, lexicon: Lexicon) -> Frame | None:
    listed = [i for head in _listed(tree, verb, lexicon) for i in conjuncts(tree, head)]
    readings = [r for i in listed for r in _subject(tree, i, verb, sentence, heard, lexicon)]
    back = bool(listed) and all(
        points_back(tree, i, lexicon) or is_pronoun(tree, i) or _is_mere(tree, i) for i in listed
    )
    person = not readings and any(_is_person(tree, i) for i in listed) and _is_by_state(tree, verb, lexicon)
    if not readings and not back and not person:
        return None
    holder = holder_of(tree, verb, heard)
    founds = bool(readings) or person
    readings += authority(tree, verb, holder, heard, lexicon) or _government(tree, verb, holder)
    back = back and not person
    return frame(tree, sentence, "designation", verb, heard, holder, readings, lexicon, definite=back, founds=founds)


def _is_person(tree: Tree, head: int) -> bool:
    """Tell whether one person is listed, by name or by "him": the deed is told, and the name left out."""
    return tree.label_at.get(head) == "PERSON" or tree.tokens[head].text.lower() in _ONE


def _is_by_state(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a state, a union of states or an organ of theirs lists somebody, or nobody is named who does."""
    if is_passive(tree, verb):
        doer = by_agent(tree, verb)
        return doer is None or is_state_side(tree, doer)
    doer = subject(tree, verb)
    if doer is not None and tree.tokens[doer].text.lower() in ("it", "they") and tree.tokens[verb].dep == "advcl":
        doer = subject(tree, tree.tokens[verb].head)
    return doer is not None and (
        is_state_side(tree, doer) or bool({tree.tokens[doer].lemma, compound(tree, doer)} & lexicon.words["listers"])
    )


def _decided(tree: Tree, verb: int, lexicon: Lexicon) -> int | None:
    """Return the verb that says that a listing was decided or set going ("voted to ban", "laid an order to list")."""
    token = tree.tokens[verb]
    if token.tag != "VB" or token.dep not in ("xcomp", "advcl", "acl"):
        return None
    above = token.head
    orders = [*children(tree, above, "dobj", "nsubjpass"), *((above,) if token.dep == "acl" else ())]
    ordered = any(tree.tokens[i].lemma in lexicon.words["listing_orders"] for i in orders)
    if token.dep == "acl":
        above = tree.tokens[above].head
    lemma = tree.tokens[above].lemma
    if ordered and lemma in lexicon.words["ordering_verbs"]:
        return above
    return above if lemma in lexicon.words["deciding_verbs"] and token.dep == "xcomp" else None


def _names_group(tree: Tree, sentence: Sentence) -> bool:
    return any(a.kind == "armed_group" and sentence.span.holds(a.span) for a in tree.page.actors)


def _standing(tree: Tree, verb: int) -> bool:
    """Tell whether a verb describes what holds anyway ("is listed by", "has been banned since")."""
    auxiliaries = {tree.tokens[c].text.lower() for c in children(tree, verb, "aux", "auxpass")}
    words = {tree.tokens[i].text.lower() for i in descend(tree, verb)}
    if "since" in words:
        return True
    return is_passive(tree, verb) and bool(auxiliaries & {"is", "are"}) and not auxiliaries & {"been", "being"}


def _listed(tree: Tree, verb: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the heads of the phrases for those who are listed, banned, sanctioned or sought for a reward."""
    lemma = tree.tokens[verb].lemma
    objects = _objects(tree, verb)
    if lemma in lexicon.words["plain_listing_verbs"] and not (lemma == "designate" and _terrorist(tree, verb, lexicon)):
        return objects
    penalties = [n for n in objects if tree.tokens[n].lemma in lexicon.words["listing_penalties"]]
    if penalties:
        found = [n for p in penalties for n in after(tree, p, "on", "against", "for")]
        found += after(tree, verb, "on", "against", "for")
        if any(tree.tokens[p].lemma in ("reward", "bounty") for p in penalties):
            found += [i for i in descend(tree, verb) if tree.tokens[i].lemma in lexicon.words["sought"]]
            found += [i for i in descend(tree, verb) if _is_group_at(tree, i)]
        return tuple(dict.fromkeys(n for head in found for n in (head, *_about(tree, head, lexicon))))
    named = [n for n in objects if tree.tokens[n].lemma in ("designation", "proscription", "blacklisting", "outlawing")]
    named += [n for n in objects if tree.tokens[n].lemma in ("addition", "inclusion") and _is_list(tree, n, lexicon)]
    if named:
        return tuple(n for noun in named for n in after(tree, noun, "of"))
    if lemma == "freeze":
        return _frozen(tree, objects)
    if any(tree.tokens[n].lemma == "sanction" for n in after(tree, verb, "under", "to")):
        return objects
    if lemma in ("add", "place", "put", "include", "list"):
        entered = [n for n in after(tree, verb, "to", "on", "in") if _is_list(tree, n, lexicon)]
        if entered:
            return objects
    if lemma in lexicon.words["labels"] and _terrorist(tree, verb, lexicon):
        return children(tree, verb, "dative") or _small_subject(tree, verb) or objects
    return ()


def _objects(tree: Tree, verb: int) -> tuple[int, ...]:
    if not is_passive(tree, verb):
        return children(tree, verb, "dobj")
    own = children(tree, verb, "nsubjpass", "nsubj")
    one = subject(tree, verb)
    return own or ((one,) if one is not None else ())


def _small_subject(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the subject of what a verb declares ("declared X a terrorist organisation" parsed as a small clause)."""
    return tuple(s for c in children(tree, verb, "ccomp", "oprd", "xcomp", "dobj") for s in children(tree, c, "nsubj"))


def _is_group_at(tree: Tree, index: int) -> bool:
    """Tell whether a token ends the name of an armed group, against whose doings a reward is set out."""
    group = tree.actor_at.get(index)
    return group is not None and group.kind == "armed_group" and group.span.end == tree.tokens[index].span.end


def _frozen(tree: Tree, objects: tuple[int, ...]) -> tuple[int, ...]:
    """Return whose assets or accounts are frozen."""
    held = [n for n in objects if tree.tokens[n].lemma in ("asset", "account", "fund", "property")]
    return tuple(n for noun in held for n in (*after(tree, noun, "of"), *children(tree, noun, "poss")))


def _about(tree: Tree, head: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Return those after "information on" or "the capture of", one within another ("leading to the arrest of")."""
    if tree.tokens[head].lemma not in lexicon.words["sought"]:
        return ()
    found: list[int] = []
    for noun in (
        *after(tree, head, "on", "about", "of", "to"),
        *(n for verb in children(tree, head, "acl") for n in after(tree, verb, "to")),
    ):
        owners = [i for i in children(tree, noun, "poss") if _is_person(tree, i)]
        sought = tree.tokens[noun].lemma in lexicon.words["sought"]
        found += (owners or _about(tree, noun, lexicon)) if sought else [noun]
    return tuple(found)


def _is_list(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    return any(
        tree.tokens[i].lemma.lower() in lexicon.words["lists"] or tree.tokens[i].text.lower().endswith("blacklist")
        for i in descend(tree, noun)
    )


def _terrorist(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    below = [tree.tokens[i] for i in descend(tree, verb)]
    return any({t.lemma.lower(), t.text.lower()} & lexicon.words["label_words"] for t in below)


def _subject(tree: Tree, head: int, verb: int, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Reading]:
    group = armed_group(tree, head)
    noun = tree.tokens[head].lemma in lexicon.words["listed_groups"] or _is_body(tree, head, lexicon)
    back = points_back(tree, head, lexicon) and not _is_glossed(tree, head, lexicon)
    if group is None and (not noun or _is_mere(tree, head) or back):
        return []
    if group is None:
        group = organisation(tree, head, verb, sentence)
    words = small(sentence.span.of(tree.text))
    if group is None and lexicon.cues["listed_for"].search(words) is None:
        return []
    span = group.span if group is not None and tree.actor_at.get(head) is group else phrase(tree, head)
    if group is not None and 0 <= group.span.start - span.end <= 1:
        span = Span(span.start, group.span.end)
    named = [n.span for n in tree.page.page.names if n.label == "PERSON" and span.meets(n.span)]
    if any(not _is_group(tree, name) for name in named) and not _is_glossed(tree, head, lexicon):
        return []
    people = tree.tokens[head].lemma in lexicon.words["held_people"]
    subject, _ = subject_of(tree, head, "designated", verb, sentence, lexicon) if people else (None, None)
    if subject is None:
        number = Count(1, 1, "exact", span.of(tree.text), span) if _is_single(tree, head) else None
        subject = Subject("designated", span.of(tree.text), group, None, number, span)
    return [Reading("subjects", subject, span, holder_of(tree, verb, heard))]


def _is_body(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a name is of a body: labelled so, listed, or glossed ("X, a pan-Islamic group")."""
    known = tree.actor_at.get(head)
    if tree.label_at.get(head) in ("ORG", "NORP", "GPE") or (known is not None and known.actor_id is not None):
        return True
    return any(tree.tokens[c].lemma in lexicon.words["listed_groups"] for c in children(tree, head, "appos"))


def _is_glossed(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a name is said to be that of a group, whatever it looks like ("X, a jihadist group")."""
    return any(tree.tokens[c].lemma in lexicon.words["militant_groups"] for c in children(tree, head, "appos"))


def _is_single(tree: Tree, head: int) -> bool:
    """Tell whether a phrase is of one group or body: a group by its name is one, however the name ends."""
    named = tree.actor_at.get(head)
    return tree.tokens[head].tag in ("NN", "NNP") or (named is not None and named.kind == "armed_group")


def _is_mere(tree: Tree, head: int) -> bool:
    """Tell whether a noun says nothing of its own: "the group", or what a list calls those on it."""
    if any(tree.tokens[i].text.lower() in ("terrorist", "terror", "extremist") for i in tree.below[head]):
        return tree.tokens[head].tag == "NN" and any(
            tree.tokens[i].text.lower() in ("a", "an") for i in tree.below[head]
        )
    return (
        head not in tree.actor_at
        and len(tree.below[head]) == 1
        and tree.tokens[tree.below[head][0]].text.lower() in _ARTICLES
    )


def _is_group(tree: Tree, span: Span) -> bool:
    return any(actor.kind == "armed_group" and actor.span.meets(span) for actor in tree.page.actors)


def _government(tree: Tree, verb: int, holder: Holder) -> list[Reading]:
    """Return who lists, where it is an organ that the lists of authorities do not know ("the Home Secretary")."""
    doer = by_agent(tree, verb) if is_passive(tree, verb) else subject(tree, verb)
    if doer is None or tree.tokens[doer].pos not in ("NOUN", "PROPN"):
        return []
    known = tree.actor_at.get(doer)
    if (known is not None and known.kind == "armed_group") or tree.tokens[doer].lemma in ("law", "move", "order"):
        return []
    span: Span = phrase(tree, doer)
    return [Reading("authority", Actor(span.of(tree.text), None, span.of(tree.text), "government", span), span, holder)]
