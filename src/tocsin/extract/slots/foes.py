"""Which of the harmed did the violence themselves: attackers by name, by trade, or by what the text says they did."""

from tocsin.extract.grammar.parts import armed_group, is_force, is_perpetrator
from tocsin.extract.grammar.tree import Tree, after, agent_of, children, climb, descend, is_passive, key, subject
from tocsin.extract.slots.harm import is_verbal
from tocsin.knowledge.lexicon import Lexicon

_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_RANKS = frozenset({"chief", "commander", "fighter", "leader", "member"})
_BANDS = frozenset({"group", "militia", "movement", "rebel", "insurgent", "they"})
_THEM = frozenset({"he", "him", "she", "they", "them", "both", "who"})


def is_foe(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody harmed is an attacker or a militant."""
    token = tree.tokens[head]
    if token.text.lower() in _SELVES:
        return True
    if armed_group(tree, head) is not None and not _is_body(tree, head, lexicon):
        return True
    if is_perpetrator(tree, head, lexicon):
        return not lexicon.has("either_side", token.lemma)
    if any(tree.tokens[noun].text.lower() == "them" for noun in after(tree, head, "of")):
        return _were_foes(tree, head, lexicon)
    if _is_of_its_own(tree, head):
        return True
    if _is_member(tree, head, lexicon) or (token.lemma in _RANKS and _of_foes(tree, head, lexicon)):
        return True
    if token.text.lower() in _THEM or lexicon.has("attackers_at_large", token.lemma) or token.lemma == "suspect":
        if _struck_first(tree, head, trigger, lexicon):
            return True
        return _fell_to_forces(tree, trigger) and (_is_meant(tree, head, lexicon) or _belongs(tree, head))
    return False


def _were_foes(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether "them" in "seven of them" points back to militants: to the people in the plural named last."""
    own = tree.tokens[head].sentence
    plural = [t.index for t in tree.tokens[:head] if own - t.sentence <= 1 and t.tag in ("NNS", "NNPS")]
    people = [i for i in plural if lexicon.has("persons", tree.tokens[i].lemma) or is_perpetrator(tree, i, lexicon)]
    return bool(people) and (is_perpetrator(tree, people[-1], lexicon) or armed_group(tree, people[-1]) is not None)


def _of_foes(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is "a member of the bandits"."""
    return any(is_perpetrator(tree, noun, lexicon) for noun in after(tree, head, "of"))


def _is_of_its_own(tree: Tree, head: int) -> bool:
    """Tell whether somebody is one of a group's people ("admits to three dead of its own")."""
    owned = any(
        tree.tokens[noun].lemma == "own" and any(tree.tokens[c].tag == "PRP$" for c in tree.below[noun])
        for noun in after(tree, head, "of")
    )
    verb = next((i for i in climb(tree, head) if tree.tokens[i].pos == "VERB"), None)
    who = subject(tree, verb) if owned and verb is not None else None
    if who is None:
        return False
    named = tree.actor_at.get(who)
    if armed_group(tree, who) is not None:
        return True
    unlisted = tree.tokens[who].pos == "PROPN" and tree.label_at.get(who) not in ("GPE", "LOC", "NORP", "PERSON")
    if named is not None:
        return unlisted and named.kind == "organisation"
    return unlisted or tree.tokens[who].lemma in _BANDS


def _is_member(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is one of the own people of an armed group named before in the sentence."""
    members = [noun for noun in (head, *after(tree, head, "of")) if lexicon.has("own_people", tree.tokens[noun].lemma)]
    owned = any(tree.tokens[c].tag == "PRP$" for noun in members for c in children(tree, noun, "poss"))
    own = tree.tokens[head].sentence
    groups = [i for i, who in tree.actor_at.items() if who.kind == "armed_group" and tree.tokens[i].sentence == own]
    return owned and any(i < head for i in groups)


def _belongs(tree: Tree, head: int) -> bool:
    """Tell whether a clause ties somebody to an armed group ("two men believed to belong to it")."""
    clauses = list(children(tree, head, "acl", "relcl"))
    if tree.tokens[tree.tokens[head].head].lemma in ("accuse", "believe", "suspect"):
        clauses.append(tree.tokens[head].head)
    return any(
        i in tree.actor_at and tree.actor_at[i].kind == "armed_group" for verb in clauses for i in descend(tree, verb)
    )


def stands_for_foe(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether a pronoun among the harmed stands for an attacker, so that it counts."""
    token = tree.tokens[head]
    pronoun = token.tag == "PRP" or token.text.lower() == "both"
    return pronoun and is_foe(tree, head, trigger, lexicon)


def _is_body(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun after a group's name is no member of it ("hostages of the FARC")."""
    return lexicon.has("held_by_groups", tree.tokens[head].lemma)


def _fell_to_forces(tree: Tree, trigger: int) -> bool:
    """Tell whether police or troops did the harm."""
    verb = trigger if tree.tokens[trigger].text.lower() != "dead" else tree.tokens[trigger].head
    if not is_verbal(tree.tokens[verb]):
        return False
    doer = agent_of(tree, verb)
    return doer is not None and is_force(tree, doer)


def _is_meant(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether the attacker named last is the one that a pronoun or "the man" means."""
    token = tree.tokens[head]
    pointing = token.tag in ("PRP", "DT") or any(
        tree.tokens[c].text.lower() in ("the", "both") for c in tree.below[head]
    )
    if not pointing:
        return False
    before = [
        t.index for t in tree.tokens[:head] if token.sentence - t.sentence <= 2 and t.dep in ("nsubj", "nsubjpass")
    ]
    people = [i for i in before if _is_human(tree, i, lexicon) and not is_force(tree, i)]
    return bool(people) and (is_perpetrator(tree, people[-1], lexicon) or _strikes(tree, people[-1], lexicon))


def _is_human(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    lemma = tree.tokens[index].lemma
    return lexicon.has("persons", lemma) or is_perpetrator(tree, index, lexicon)


def _strikes(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is the subject of a verb of violence."""
    verb = tree.tokens[tree.tokens[index].head]
    return verb.pos == "VERB" and (verb.lemma in lexicon.attack_verbs or verb.lemma in lexicon.harm["killed"])


def _struck_first(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause says that somebody did violence first ("a man who stabbed three", "after stabbing two")."""
    before = tree.tokens[trigger].head
    joined = tree.tokens[trigger].dep == "conj" and head in children(tree, before, "nsubj")
    clauses = (*children(tree, head, "relcl", "acl"), *after(tree, trigger, "after"), *((before,) if joined else ()))
    return any(
        {tree.tokens[verb].lemma, key(tree, verb)} & lexicon.attack_verbs.keys() and not is_passive(tree, verb)
        for verb in clauses
    )
