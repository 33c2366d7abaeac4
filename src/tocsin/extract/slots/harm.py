"""Which words tell that somebody was killed, wounded, taken or went missing: verbs, adjectives and nouns of harm."""

from typing import Literal

from tocsin.extract.grammar.parts import armed_group, is_force, is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, agent_of, children, is_passive, key
from tocsin.extract.slots.counting import is_none, own_count
from tocsin.extract.slots.hurts import is_hurt
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Token

Harm = Literal["killed", "wounded", "abducted", "arrested", "missing"]
_TOLD_BY_VERBS: tuple[Harm, ...] = ("killed", "wounded", "abducted")


def harms(tree: Tree, token: Token, lexicon: Lexicon) -> tuple[Harm, ...]:
    """Return what harm a word tells; a denied one tells none, "shot dead" tells killing through its particle."""
    denied = _is_denied(tree, token.index)
    if token.lemma == "survive" and token.pos == "VERB" and denied:
        return ("killed",)
    if denied:
        return ()
    word = token.text.lower()
    if word == "dead" and "shoot" in (tree.tokens[token.head].lemma, tree.tokens[max(0, token.index - 1)].lemma):
        return ()
    if word in ("missing", "unaccounted"):
        return ("missing",) if token.dep not in ("amod", "pobj", "compound") else ()
    if cut_throats(tree, token.index):
        return ("killed",)
    if is_verbal(token):
        return _by_verb(tree, token, lexicon)
    if token.pos == "NOUN" and token.lemma in lexicon.words["death_nouns"]:
        return _by_noun(tree, token, lexicon)
    if token.pos == "NOUN" and token.lemma in lexicon.words["taking_nouns"]:
        return ("abducted",)
    if word in lexicon.words["dead_words"]:
        return ("killed",)
    if word in lexicon.words["wounded_words"] or (token.pos == "NOUN" and token.lemma == "injury"):
        return () if is_none(tree, token.index) and _is_grave(tree, token.index, lexicon) else ("wounded",)
    return ()


def is_verbal(token: Token) -> bool:
    """Tell whether a word is a verb or a participle."""
    return token.pos in ("VERB", "AUX") or token.tag in ("VBN", "VBD", "VBG")


def takes_lives(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb takes lives as its object ("lost their lives", "claimed the lives of nine")."""
    if tree.tokens[verb].lemma == "give" and is_passive(tree, verb):  # "was given life" by a court
        return False
    return lexicon.has("life_verbs", tree.tokens[verb].lemma) and any(
        tree.tokens[noun].lemma in ("life", "live") for noun in children(tree, verb, "dobj", "nsubjpass")
    )


def taken(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb says that somebody was taken away or is held by those who took them."""
    word, lemma = key(tree, verb), tree.tokens[verb].lemma
    if lemma == "hold" and any(tree.tokens[child].lemma == "still" for child in tree.below[verb]):
        return False
    if word in ("take_hostage", "seize_hostage") or _as_captive(tree, verb):
        return any(_is_captive(tree, noun, lexicon) for noun in _taken_heads(tree, verb))
    gone = {tree.tokens[child].text.lower() for child in tree.below[verb]} & {"off", "away"}
    if lemma == "make" and gone and any(_is_person_noun(tree, noun, lexicon) for noun in after(tree, verb, "with")):
        return True
    if not any(_is_person_noun(tree, noun, lexicon) for noun in _taken_heads(tree, verb)):
        return False
    if lexicon.has("lead_verbs", lemma) and _away(tree, verb) and not _by_forces(tree, verb):
        return True
    return lexicon.has("grab_verbs", lemma) and _by_foes(tree, verb, lexicon)


def _by_verb(tree: Tree, token: Token, lexicon: Lexicon) -> tuple[Harm, ...]:
    word, index = token.lemma, token.index
    beside = {tree.tokens[c].lemma for c in (*tree.below[index], index + 1) if c < len(tree.tokens)}
    if word == "shoot" and "dead" in beside:
        return ("killed",)
    if lexicon.has("slaying_verbs", word) and _is_purpose(tree, index):
        return ()
    if _is_idiom(tree, token, lexicon) or _is_deadly(tree, index, lexicon):
        return ("killed",)
    if _comes_to_wounds(tree, index, lexicon):
        return ("wounded",)
    if word == "survive":
        return ()
    if word in ("bury", "lose") and any(_is_man(tree, noun, lexicon) for noun in children(tree, index, "dobj")):
        return ("killed",)
    if key(tree, index) in lexicon.harm["killed"] or _to_death(tree, index) or takes_lives(tree, index, lexicon):
        return ("killed",)
    if taken(tree, index, lexicon) and not _is_of_suspects(tree, index, lexicon):
        return ("abducted",)
    if word in lexicon.words["arrest_verbs"] or _is_of_suspects(tree, index, lexicon):
        return ("arrested",)
    if _is_tended(tree, index, lexicon) or is_hurt(tree, index, lexicon):
        return ("wounded",)
    if token.text.lower() == "dead" or (word == "find" and _found_dead(tree, index)):
        return ("killed",)
    return tuple(harm for harm in _TOLD_BY_VERBS if word in lexicon.harm[harm])


def _by_noun(tree: Tree, token: Token, lexicon: Lexicon) -> tuple[Harm, ...]:
    below = {tree.tokens[child].text.lower() for child in tree.below[token.index]}
    if token.lemma == "loss" and not any(_is_lost(tree, n, lexicon) for n in after(tree, token.index, "of")):
        return ()
    if token.lemma == "casualty":
        return ("killed", "wounded") if is_none(tree, token.index) and not _is_open(tree, token.index) else ()
    return () if below & {"attempted", "planned", "alleged"} else ("killed",)


def _is_deadly(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a blow or a wound is said to have been "fatally" dealt."""
    lemma = tree.tokens[verb].lemma
    blow = lemma in lexicon.harm["wounded"] or lemma in lexicon.attack_verbs or lexicon.has("striking_verbs", lemma)
    return blow and any(lexicon.has("deadly", tree.tokens[i].lemma) for i in children(tree, verb, "advmod"))


def cut_throats(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the throats that a verb cuts ("had their throats slit", "slit the throats of five farmers")."""
    if tree.tokens[verb].lemma not in ("cut", "slash", "slit"):
        return ()
    return tuple(n for n in children(tree, verb, "dobj", "nsubj", "nsubjpass") if tree.tokens[n].lemma == "throat")


def _comes_to_wounds(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody "suffered injuries" or "escaped with burns"."""
    lemma = tree.tokens[verb].lemma
    taken_up = children(tree, verb, "dobj") if lexicon.has("suffer_verbs", lemma) else ()
    borne = after(tree, verb, "with") if lexicon.has("escape_verbs", lemma) else ()
    return any(tree.tokens[noun].lemma in ("injury", "wound") for noun in taken_up) or any(
        lexicon.has("wounds", tree.tokens[noun].lemma) for noun in borne
    )


def _is_grave(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether only grave injuries are spoken of ("no serious injuries"), which leaves lighter ones open."""
    return any(lexicon.has("grave", tree.tokens[i].lemma) for i in children(tree, noun, "amod"))


def _is_open(tree: Tree, index: int) -> bool:
    """Tell whether "no" belongs to the news of casualties, not to the casualties ("no word on casualties")."""
    return tree.tokens[tree.tokens[index].head].lemma in ("word", "report", "information", "detail", "figure")


def _is_tended(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether people in some number are treated, brought to hospital or lie there."""
    lemma = tree.tokens[verb].lemma
    told = (*children(tree, verb, "nsubj" if lemma == "be" else "nsubjpass"), *after(tree, verb, "between"))
    patients = [noun for noun in told if own_count(tree, noun) is not None]
    if not any(_is_person_noun(tree, noun, lexicon) for noun in patients):
        return False
    if lemma == "be":
        still = any(tree.tokens[i].lemma == "still" for i in tree.below[verb])
        return not still and any(
            tree.tokens[noun].lemma in ("hospital", "clinic") and not children(tree, noun, "det")
            for noun in after(tree, verb, "in")
        )
    brought = any(tree.tokens[noun].lemma in ("hospital", "clinic") for noun in after(tree, verb, "to"))
    return lexicon.has("tending_verbs", lemma) or (lexicon.has("carrying_verbs", lemma) and brought)


def _is_idiom(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb kills as communiques have it: militants "neutralised" or "sent to hell", "martyrdom"."""
    objects = children(tree, token.index, "dobj", "nsubjpass")
    if token.lemma in lexicon.words["slaying_verbs"] or _out_of_action(tree, token.index):
        return any(is_perpetrator(tree, noun, lexicon) for noun in objects)
    if token.lemma == "fall":
        return any(_is_man(tree, noun, lexicon) for noun in children(tree, token.index, "nsubj"))
    if token.lemma == "send":
        return any(tree.tokens[noun].lemma == "hell" for noun in after(tree, token.index, "to"))
    return token.lemma in ("embrace", "attain") and any(
        tree.tokens[noun].lemma in ("martyrdom", "shahadat") for noun in objects
    )


def _out_of_action(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].lemma == "put" and any(
        tree.tokens[noun].lemma == "action" for out in children(tree, verb, "prep") for noun in after(tree, out, "of")
    )


def _is_purpose(tree: Tree, verb: int) -> bool:
    """Tell whether a verb only says what something is done for ("operations to eliminate any other terrorist")."""
    aux = {tree.tokens[child].text.lower() for child in children(tree, verb, "aux")}
    reached = tree.tokens[tree.tokens[verb].head].lemma in ("continue", "go", "help", "manage")
    return "to" in aux and "have" not in aux and not reached


def _is_lost(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun numbers men or lives ("the loss of nine lives")."""
    return _is_man(tree, noun, lexicon) or (
        tree.tokens[noun].lemma in ("life", "live") and own_count(tree, noun) is not None
    )


def _is_man(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun numbers men whom an army can be said to lose, or a village to bury."""
    lemma = tree.tokens[noun].lemma
    some = after(tree, noun, "of") if noun in tree.counts_at else ()
    if any(_is_fighter(tree, one, lexicon) or tree.tokens[one].lemma == "own" for one in some):
        return True
    fallen = lemma == "people" or _is_fighter(tree, noun, lexicon)
    return fallen and any(child in tree.counts_at for child in (noun, *tree.below[noun]))


def _is_fighter(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    lemma = tree.tokens[noun].lemma
    return lemma in ("man", "men", "fighter") or lexicon.targets.get(lemma) in ("military", "police")


def _found_dead(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[i].text.lower() == "dead" for i in (verb + 1, verb + 2) if i < len(tree.tokens))


def _to_death(tree: Tree, verb: int) -> bool:
    """Tell whether a verb ends "to death" ("hacked to death")."""
    return any(tree.tokens[noun].text.lower() == "death" and not tree.below[noun] for noun in after(tree, verb, "to"))


def _is_of_suspects(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether those who are taken are suspects, so that whoever takes them polices the place."""
    taking = tree.tokens[verb].lemma in lexicon.harm["abducted"] or lexicon.has("grab_verbs", tree.tokens[verb].lemma)
    return taking and any(tree.tokens[noun].lemma == "suspect" for noun in _taken_heads(tree, verb))


def _as_captive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb holds or takes somebody "hostage" or "captive"."""
    return tree.tokens[verb].lemma in ("hold", "take", "keep") and any(
        tree.tokens[i].lemma in ("hostage", "captive")
        for child in tree.below[verb]
        for i in (child, *tree.below[child])
        if abs(i - verb) < 5 and tree.tokens[i].tag == "NN"
    )


def _away(tree: Tree, verb: int) -> bool:
    """Tell whether the words say that those taken are gone ("away", "into the bush", "to an unknown place")."""
    near = [i for child in tree.below[verb] for i in (child, *tree.below[child])]
    return any(
        tree.tokens[i].text.lower() in ("away", "off", "bush", "forest", "unknown", "unidentified", "gunpoint")
        for i in near
    )


def _by_forces(tree: Tree, verb: int) -> bool:
    doer = agent_of(tree, verb)
    return doer is not None and is_force(tree, doer)


def _by_foes(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether armed men of no state take somebody ("gunmen", "a separatist group")."""
    doer = agent_of(tree, verb)
    if doer is None or is_force(tree, doer):
        return False
    return _is_band(tree, doer, lexicon) or is_perpetrator(tree, doer, lexicon) or armed_group(tree, doer) is not None


def _is_band(tree: Tree, doer: int, lexicon: Lexicon) -> bool:
    """Tell whether a group is an armed one: by its description, or as the one that the text has named."""
    if not lexicon.has("militant_groups", tree.tokens[doer].lemma):
        return False
    words = {tree.tokens[child].lemma for child in tree.below[doer]}
    named = any(found.kind == "armed_group" for found in tree.page.actors)
    return bool(words & lexicon.words["perpetrators"]) or ("the" in words and named)


def _taken_heads(tree: Tree, verb: int) -> tuple[int, ...]:
    own = children(tree, verb, "dobj", "nsubjpass")
    head = tree.tokens[verb]
    if head.dep == "relcl" and all(tree.tokens[noun].tag in ("WP", "WDT") for noun in own):
        return (head.head,)
    return own or ((head.head,) if head.dep in ("acl", "conj") and head.tag == "VBN" else ())


def _is_captive(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody can be a hostage: people, a pronoun, or "12 hostages" themselves."""
    if tree.tokens[noun].lemma == "hostage":
        return any(child in tree.counts_at for child in tree.below[noun])
    return tree.tokens[noun].tag == "PRP" or _is_person_noun(tree, noun, lexicon)


def _is_person_noun(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    token = tree.tokens[noun]
    if token.pos == "PROPN":
        return tree.label_at.get(noun) == "PERSON"
    return token.lemma in lexicon.words["persons"] or (token.pos == "NUM" and noun in tree.counts_at)


def _is_denied(tree: Tree, index: int) -> bool:
    """Tell whether "not" stands at a word of harm or at its copula ("the crew was not hurt"), "not only" apart."""
    token = tree.tokens[index]
    above = (token.head,) if token.dep in ("acomp", "attr", "oprd") else ()
    return any(
        tree.tokens[no + 1].lemma not in ("only", "just", "merely")
        for one in (index, *above)
        for no in children(tree, one, "neg")
        if no + 1 < len(tree.tokens) and tree.tokens[no].text.lower() != "no"
    )
