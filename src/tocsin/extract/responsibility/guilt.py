"""What clauses of guilt tell: "X was behind it", "the work of X", "was carried out by X", "Russian forces shelled it".

The verb above tells the stance only in part: "said X was behind" accuses, "believes X was behind" suspects, "concluded
that X was behind" confirms, "said X was not behind" clears. What the author alone says as fact is no stance.
"""

from dataclasses import replace

from tocsin.extract.grammar.factuality import factuality
from tocsin.extract.grammar.parts import armed_group, is_force, is_state
from tocsin.extract.grammar.tree import Tree, after, by_agent, children, climb, is_passive, key, subject
from tocsin.extract.responsibility.deeds import (
    has_no_part,
    is_deed,
    is_on_militants,
    is_to_blame,
    is_violence,
    partners,
)
from tocsin.extract.responsibility.habits import habitual
from tocsin.extract.responsibility.hedging import hedge_above, inquirer
from tocsin.extract.responsibility.held import held
from tocsin.extract.responsibility.sides import is_undergone, undergoer
from tocsin.extract.responsibility.stances import Stand, Told
from tocsin.extract.voices.holders import Voices, holder_of
from tocsin.knowledge.lexicon import Lexicon
from tocsin.model.page import Sentence
from tocsin.model.record import Factuality, Holder, Stance

_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_OUTSIDE = frozenset({"witness", "group", "expert", "media"})
_HEDGED = frozenset({"suspected", "alleged", "presumed"})


def told_guilty(tree: Tree, sentence: Sentence, heard: Voices, lexicon: Lexicon) -> list[Stand]:
    """Return the stances that clauses of guilt tell."""
    found: list[Stand] = []
    for token in tree.tokens[sentence.first : sentence.last]:
        told = Told(tree, sentence, token.span, token.index, heard, lexicon)
        if token.pos in ("VERB", "AUX"):
            found += _of_clause(told)
        elif token.lemma in lexicon.attack_nouns and token.pos == "NOUN":
            found += _of_noun(told)
    return found


def _of_noun(told: Told) -> list[Stand]:
    """Return what "spoke of an attack by X" tells, where somebody else than the author says it."""
    doer = by_agent(told.tree, told.at)
    if doer is None or told.tree.tokens[told.at].dep not in ("pobj", "oprd", "attr", "dobj"):
        return []
    named = holder_of(told.tree, told.at, told.heard).kind != "author"
    certain = factuality(told.tree, told.at, told.lexicon) == "CT+"
    return held(told, [doer], "accused", "CT+", owning=True) if named and certain else []


def _of_clause(told: Told) -> list[Stand]:
    tree, at, lexicon = told.tree, told.at, told.lexicon
    heads = [i for i in _guilty(tree, at, told.heard, lexicon) if not _is_owned(tree, i)]
    if not heads or habitual(tree, at, lexicon):
        return []
    if (hearsay := _by_hearsay(told)) is not None:
        stands = held(told, heads, "suspected", "PS+")
        return [replace(s, stance="accused", factuality="CT+", holder=hearsay) for s in stands]
    stance, surely = _stance(told)
    speaker = _thinker(told) if stance in ("suspected", "cleared") else None
    if stance == "accused" and any(_is_hedged(tree, head) for head in heads):
        stance, surely = "suspected", "PS+"
    cleft = any(_is_cleft(tree, head, lexicon) for head in heads)
    if stance is None or (stance == "accused" and _is_it(tree, at) and not cleft):
        return []
    return held(told, heads, stance, surely, speaker=speaker, owning=True)


def _is_owned(tree: Tree, head: int) -> bool:
    """Tell whether a noun means a speaker's own people ("its fighters"), of whom the speaker's words tell."""
    nouns = (head, *after(tree, head, "of"))
    return any(tree.tokens[c].tag == "PRP$" for noun in nouns for c in children(tree, noun, "poss"))


def _by_hearsay(told: Told) -> Holder | None:
    """Return the unknown holder of what only "reportedly" or "allegedly" tells."""
    if holder_of(told.tree, told.at, told.heard).kind != "author":
        return None
    words = (told.tree.tokens[c] for c in children(told.tree, told.at, "advmod"))
    word = next((t for t in words if t.text.lower() in _HEARSAY), None)
    return Holder(word.text, None, "unknown", (), word.span) if word is not None else None


def _is_hedged(tree: Tree, head: int) -> bool:
    """Tell whether a noun is hedged ("suspected members of X")."""
    return any(tree.tokens[c].text.lower() in _HEDGED for c in tree.below[head])


def _guilty(tree: Tree, verb: int, heard: Voices, lexicon: Lexicon) -> list[int]:
    """Return whom a clause says to have done it."""
    token, words = tree.tokens[verb], lexicon.words
    if token.lemma == "be":
        return _is_named(tree, verb, lexicon)
    if token.lemma in words["seeming"]:
        return [i for work in after(tree, verb, "like") for i in after(tree, work, "of")]
    if has_no_part(tree, verb, lexicon):
        doers = children(tree, verb, "nsubj")
        acts = any(is_violence(tree, i, lexicon) and tree.tokens[i].tag != "PRP" for i in doers)
        return partners(tree, verb) if acts else [*doers]
    if token.lemma == "involve" and is_passive(tree, verb):
        return undergoer(tree, verb)
    if token.lemma in ("bear", "have") and _takes(tree, verb, "responsibility"):
        return [*children(tree, verb, "nsubj")]
    if token.lemma == "belong":
        return (
            [*after(tree, verb, "to")] if any(_is_doer(tree, i, lexicon) for i in children(tree, verb, "nsubj")) else []
        )
    if token.lemma in ("come", "originate"):
        nouns = [i for i in children(tree, verb, "nsubj") if tree.tokens[i].pos == "NOUN"]
        fired = any(is_violence(tree, i, lexicon) or tree.tokens[i].lemma in ("fire", "shot", "round") for i in nouns)
        return [i for i in after(tree, verb, "from") if fired and not is_state(tree, i)]
    if token.dep == "relcl" and tree.tokens[tree.tokens[token.head].head].dep == "agent":
        return []  # what befell the doers is another act ("by soldiers who had been ambushed by X")
    if is_passive(tree, verb) and key(tree, verb) in words["doing"] | words["hitting"]:
        doer = by_agent(tree, verb)
        return [doer] if doer is not None else []
    if key(tree, verb) in ("carry_out", "do") and (is_deed(tree, verb, lexicon) or _is_ellipsis(tree, verb)):
        return [*children(tree, verb, "nsubj")]
    return _forces(tree, verb, heard, lexicon)


def _is_ellipsis(tree: Tree, verb: int) -> bool:
    """Tell whether "did" stands alone for the deed just told ("villagers say a settler did")."""
    token = tree.tokens[verb]
    return token.tag == "VBD" and token.dep == "ccomp" and not children(tree, verb, "dobj", "xcomp", "ccomp", "advmod")


def _takes(tree: Tree, verb: int, noun: str) -> bool:
    return any(tree.tokens[i].lemma == noun for i in children(tree, verb, "dobj"))


def _is_named(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """Return whom "X was behind", "the attackers were X", "those behind it were X" or "it was the work of X" names."""
    parts = [i for i in tree.below[verb] if tree.tokens[i].dep in ("prep", "acomp", "attr", "advmod")]
    if is_to_blame(tree, verb) or any(tree.tokens[i].lemma in ("behind", "responsible", "author") for i in parts):
        return [*children(tree, verb, "nsubj")]
    doers = [i for i in children(tree, verb, "nsubj") if _is_doer(tree, i, lexicon)]
    named = [*children(tree, verb, "attr"), *after(tree, verb, "from", "with")] if doers else []
    if _is_it(tree, verb):
        named = [i for i in children(tree, verb, "attr") if _is_armed(tree, i) or _is_cleft(tree, i, lexicon)]
    return [*named, *_work_of(tree, verb)]


def _is_cleft(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is singled out as the doer ("it was soldiers who set fire to it")."""
    return any(is_deed(tree, i, lexicon) for i in children(tree, noun, "relcl"))


def _is_doer(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun means those who did it ("the attackers", "the group behind it")."""
    if noun not in tree.actor_at and lexicon.has("perpetrators", tree.tokens[noun].lemma):
        return True
    behind = any(tree.tokens[c].lemma in ("behind", "responsible") for c in tree.below[noun])
    those = tree.tokens[noun].tag == "NNS" and lexicon.has("private", tree.tokens[noun].lemma)
    pointed = those and any(tree.tokens[c].text.lower() in ("the", "these") for c in children(tree, noun, "det"))
    return behind or pointed or lexicon.has("killers", tree.tokens[noun].lemma)


def _forces(tree: Tree, verb: int, heard: Voices, lexicon: Lexicon) -> list[int]:
    """Return the group that a clause says to have done it, or the forces that struck no armed men.

    Forces of no nation are blamed only by those who are not of them: residents, armed groups, monitors.
    """
    doer = next(iter(children(tree, verb, "nsubj")), None)
    if doer is None or not is_deed(tree, verb, lexicon):
        return []
    if armed_group(tree, doer) is not None:
        return [doer]
    apart = holder_of(tree, verb, heard).kind in _OUTSIDE
    if (doer in tree.actor_at and not (apart and is_force(tree, doer))) or lexicon.has(
        "perpetrators", tree.tokens[doer].lemma
    ):
        return []
    nation = is_state(tree, doer)
    named = any(tree.label_at.get(c) in ("NORP", "GPE") for c in tree.below[doer])
    nation |= is_force(tree, doer) and (named or apart)
    nation |= lexicon.has("blamable", tree.tokens[doer].lemma) and not is_force(tree, doer)
    nation |= _is_band(tree, doer, lexicon)
    return [doer] if nation and not is_on_militants(tree, verb, lexicon) else []


def _is_band(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun means armed people by what they are, not only by what they did ("settlers", "herdsmen")."""
    return lexicon.has("loose_groups", tree.tokens[noun].lemma)


def _is_it(tree: Tree, verb: int) -> bool:
    """Tell whether a clause says "it was X"."""
    it = any(tree.tokens[i].lemma in ("it", "this", "that") for i in children(tree, verb, "nsubj"))
    return it and not _work_of(tree, verb) and tree.tokens[verb].lemma == "be"


def _is_armed(tree: Tree, head: int) -> bool:
    who = tree.actor_at.get(head)
    return who is not None and who.kind == "armed_group"


def _work_of(tree: Tree, verb: int) -> list[int]:
    """Return whose work something is said to be ("the work of X", "likely X's doing")."""
    near = [verb, *children(tree, verb, "acomp")]
    parts = [i for part in near for i in children(tree, part, "attr", "ccomp", "acomp", "xcomp")]
    works = [i for i in parts if tree.tokens[i].lemma in ("work", "handiwork", "doing")]
    return [i for work in works for i in (*after(tree, work, "of"), *children(tree, work, "poss"))]


def _stance(told: Told) -> tuple[Stance | None, Factuality]:
    """Return the stance that a clause of guilt takes, by how surely it is told and by which verb it is reported."""
    tree, at, lexicon = told.tree, told.at, told.lexicon
    if any(lexicon.has("believing", tree.tokens[i].lemma) and is_undergone(tree, i, lexicon) for i in climb(tree, at)):
        return None, "Uu"  # the words of doubt tell it, with their own holder
    if _is_charged(tree, at, lexicon):
        return None, "Uu"
    if inquirer(tree, at, lexicon) is not None:
        return "suspected", "Uu"
    surely = "CT-" if has_no_part(tree, at, lexicon) else factuality(tree, at, lexicon)
    if tree.tokens[at].lemma in lexicon.words["seeming"]:
        surely = "PR+"
    parts = [i for part in (at, *children(tree, at, "attr", "acomp")) for i in (part, *tree.below[part])]
    if surely == "CT+" and any(tree.tokens[i].lemma in ("likely", "probable") for i in parts):
        surely = "PR+"
    if surely != "CT-":
        hedged = hedge_above(tree, at, lexicon)
        surely = hedged if surely == "CT+" or hedged in ("PS-", "PR-") else surely
    if surely in ("PR+", "PS+"):
        return "suspected", surely
    if surely in ("PS-", "PR-"):
        return "cleared", surely
    by_author = holder_of(tree, at, told.heard).kind == "author"
    if surely not in ("CT+", "CT-") or by_author:
        return None, surely
    if surely == "CT-":
        return "cleared", "CT-"
    above = [tree.tokens[i].lemma for i in climb(tree, at) if i in told.heard.by_verb][:1]
    return ("confirmed" if above and lexicon.has("upholding", above[0]) else "accused"), "CT+"


def _is_charged(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause only says what an accusation or report is of ("rejects accusations that X did it")."""
    for index in (verb, *climb(tree, verb)):
        token = tree.tokens[tree.tokens[index].head]
        if tree.tokens[index].dep == "acl" and _is_medium(tree, token.index, lexicon):
            return False
        if tree.tokens[index].dep in ("acl", "ccomp") and token.pos == "NOUN":
            return lexicon.has("reproaches", token.lemma) or token.lemma in ("report", "claim", "rumor", "rumour")
        if tree.tokens[index].dep not in ("acl", "xcomp", "conj"):
            return False
    return False


def _is_medium(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether a report or statement is only where somebody said it ("said in a report that X had")."""
    prep = tree.tokens[tree.tokens[noun].head]
    said = tree.tokens[prep.head].lemma
    return tree.tokens[noun].dep == "pobj" and prep.lemma == "in" and lexicon.has("reporting", said)


def _thinker(told: Told) -> int | None:
    """Return who works on a theory or sees grounds, where no verb of saying tells it ("work on the theory that")."""
    tree = told.tree
    if holder_of(tree, told.at, told.heard).kind != "author":
        return None
    if (asking := inquirer(tree, told.at, told.lexicon)) is not None:
        return subject(tree, asking)
    for above in climb(tree, told.at):
        if tree.tokens[above].pos == "VERB" and told.has("doubting", above):
            return subject(tree, above)
        if tree.tokens[above].pos == "NOUN" and told.has("grounds", above):
            verb = next((i for i in climb(tree, above) if tree.tokens[i].pos in ("VERB", "AUX")), None)
            return subject(tree, verb) if verb is not None and tree.tokens[verb].lemma != "be" else None
    return None
