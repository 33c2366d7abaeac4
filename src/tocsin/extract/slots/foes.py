"""Which of the harmed did the violence themselves: attackers by name, by trade, or by what the text says they did."""

from tocsin.extract.grammar.answers import answers, is_fended, is_warded
from tocsin.extract.grammar.parts import armed_group, is_force, is_hostile, is_perpetrator
from tocsin.extract.grammar.tree import (
    Tree,
    after,
    agent_of,
    antecedent,
    by_agent,
    children,
    climb,
    compound,
    conjuncts,
    descend,
    is_passive,
    key,
    subject,
)
from tocsin.extract.slots.aggressors import is_blow, is_fellow, struck_first
from tocsin.extract.slots.harm import is_verbal
from tocsin.extract.slots.quarry import is_quarry
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
    if lexicon.has("losing", tree.tokens[trigger].lemma) and is_verbal(tree.tokens[trigger]):
        return _is_loser_foe(tree, trigger, lexicon)
    if _is_victim(tree, head, trigger, lexicon):
        return False
    if armed_group(tree, head) is not None and not _is_body(tree, head, lexicon):
        return True
    if is_perpetrator(tree, head, lexicon) or _is_death_of_foes(tree, head, lexicon):
        return not lexicon.has("either_side", token.lemma)
    if any(tree.tokens[noun].text.lower() == "whom" for noun in after(tree, head, "of")):
        clause = tree.tokens[trigger]
        return clause.dep == "relcl" and is_perpetrator(tree, clause.head, lexicon)
    if any(tree.tokens[noun].text.lower() == "them" for noun in after(tree, head, "of")):
        return _were_foes(tree, head, trigger, lexicon)
    if is_fellow(tree, head, trigger, lexicon) or _is_of_its_own(tree, head):
        return True
    if _fell_to_answer(tree, head, trigger, lexicon):
        return True
    if _is_member(tree, head, lexicon) or (token.lemma in _RANKS and _of_foes(tree, head, lexicon)):
        return True
    if is_quarry(tree, head, trigger, lexicon):
        return True
    if _fell_to_forces(tree, trigger) and not is_force(tree, head) and struck_first(tree, head, trigger, lexicon):
        return True
    if _may_be_either(tree, head, lexicon) and struck_first(tree, head, trigger, lexicon):
        return True
    if _is_anybody(tree, head, lexicon) or tree.label_at.get(head) == "NORP":
        return _fell_to_forces(tree, trigger) and (_is_meant(tree, head, lexicon) or _belongs(tree, head))
    return False


def _is_death_of_foes(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether a word before "deaths" says whose they are ("ten insurgent deaths")."""
    whose = (
        children(tree, head, "compound", "amod", "nmod") if lexicon.has("death_nouns", tree.tokens[head].lemma) else ()
    )
    return any(is_perpetrator(tree, i, lexicon) or armed_group(tree, i) is not None for i in whose)


def _is_anybody(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether the words for somebody say nothing of who they were ("a man", "they")."""
    token = tree.tokens[head]
    return token.text.lower() in _THEM or lexicon.has("attackers_at_large", token.lemma) or token.lemma == "suspect"


def _may_be_either(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether the words for somebody leave open on which side they were ("a teenager", "two Kashmiris")."""
    named = tree.label_at.get(head) == "NORP" or lexicon.has("persons", tree.tokens[head].lemma)
    return _is_anybody(tree, head, lexicon) or (named and not is_force(tree, head))


def _fell_to_answer(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether those of whom nothing more is said fell as fire was returned or an attack repelled."""
    if tree.tokens[head].pos != "NUM" and tree.tokens[head].lemma not in ("man", "men"):
        return False
    fended = any(is_fended(tree, i, lexicon) for i in (trigger, *climb(tree, trigger)))
    return answers(tree, trigger, lexicon) and not fended


def _is_loser_foe(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether those who lost men are attackers ("the insurgents, who lost 14 men")."""
    one = subject(tree, verb)
    who = None if one is None else antecedent(tree, one)
    return who is not None and is_hostile(tree, who, lexicon)


def _is_victim(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether fighters are those attacked: on the state's side, killed by armed men, or in a post of their own."""
    nouns = (head, *after(tree, head, "of"))
    if any(lexicon.has("culprits_by_deed", tree.tokens[noun].lemma) for noun in nouns):
        return False
    if any(is_loyal(tree, noun, lexicon) or _is_former(tree, noun) for noun in nouns):
        return True
    doer = _killer(tree, trigger, lexicon)
    if doer is not None and doer not in nouns and is_hostile(tree, doer, lexicon):
        return True
    if doer is not None and doer not in nouns and _is_attack(tree, doer, lexicon):
        return not _is_beside_force(tree, head)
    if doer is None and any(_hits_theirs(tree, verb, lexicon) for verb in children(tree, trigger, "advcl")):
        return True
    above = tree.tokens[trigger].head
    if tree.tokens[trigger].dep != "advcl" or not is_passive(tree, above):
        return False
    hit = subject(tree, above)
    named = lexicon.has("combatants", tree.tokens[head].lemma) and armed_group(tree, head) is None
    return named and hit is not None and any(is_force(tree, noun) for noun in (hit, *after(tree, hit, "of")))


def _is_beside_force(tree: Tree, head: int) -> bool:
    """Tell whether fighters fell with police or troops, so on the other side ("killed an officer and two rebels")."""
    first = head
    while tree.tokens[first].dep == "conj":
        first = tree.tokens[first].head
    return any(is_force(tree, noun) for noun in conjuncts(tree, first) if noun != head)


def _is_former(tree: Tree, noun: int) -> bool:
    """Tell whether somebody has left the ranks ("a former commander of the group")."""
    return any(
        tree.tokens[i].lemma.lower() in ("former", "ex", "ex-") for i in children(tree, noun, "amod", "compound")
    )


def _killer(tree: Tree, trigger: int, lexicon: Lexicon) -> int | None:
    """Return who killed somebody: the doer of the verb, or of the attack in which they died."""
    token = tree.tokens[trigger]
    if not is_verbal(token):
        return None
    doer = None if lexicon.has("dying_verbs", token.lemma) else agent_of(tree, trigger)
    if doer is not None:
        return antecedent(tree, doer)
    blows = [n for n in after(tree, trigger, "in", "during") if is_blow(tree, n, lexicon)]
    return next((by for noun in blows if (by := by_agent(tree, noun)) is not None), None)


def _is_attack(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether what killed was an attack or a device, which is not what forces use against militants."""
    words = {tree.tokens[noun].lemma, compound(tree, noun)}
    if words & lexicon.words["operation_nouns"] or is_warded(tree, noun, lexicon):
        return False
    return bool(words & lexicon.words["devices"]) or is_blow(tree, noun, lexicon)


def _hits_theirs(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether armed men attack something of those who died ("when rebels overran their camp")."""
    doer = agent_of(tree, verb)
    if doer is None or not is_hostile(tree, doer, lexicon) or tree.tokens[verb].lemma not in lexicon.attack_verbs:
        return False
    return any(tree.tokens[c].tag == "PRP$" for hit in children(tree, verb, "dobj") for c in tree.below[hit])


def is_loyal(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Tell whether words before fighters put them on the state's side ("pro-government fighters")."""
    before = children(tree, noun, "amod", "compound", "nmod")
    behind = [i for child in children(tree, noun, "amod", "relcl", "acl") for i in after(tree, child, "to")]
    words = {tree.tokens[i].lemma.lower() for i in (*before, *behind)}
    loyal = words & lexicon.words["loyal"] and (not behind or "loyal" in words)
    return bool(loyal) and "anti" not in words


def _were_foes(tree: Tree, head: int, trigger: int, lexicon: Lexicon) -> bool:
    """Tell whether "them" in "seven of them" points back to militants: to the people named last who do not kill."""
    own = tree.tokens[head].sentence
    doer = agent_of(tree, trigger) if is_verbal(tree.tokens[trigger]) else None
    doers = () if doer is None else (doer, antecedent(tree, doer))
    plural = [t.index for t in tree.tokens[:head] if own - t.sentence <= 1 and t.tag in ("NNS", "NNPS")]
    people = [
        i
        for i in plural
        if i not in doers and (lexicon.has("persons", tree.tokens[i].lemma) or is_perpetrator(tree, i, lexicon))
    ]
    if not people or is_loyal(tree, people[-1], lexicon):
        return False
    return is_perpetrator(tree, people[-1], lexicon) or armed_group(tree, people[-1]) is not None


def _of_foes(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is "a member of the bandits" or "a rebel leader"."""
    whose = (*after(tree, head, "of"), *children(tree, head, "compound", "amod"))
    return any(is_perpetrator(tree, noun, lexicon) for noun in whose)


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
    named = lexicon.has("persons", lemma) or tree.label_at.get(index) == "NORP"
    return named or is_perpetrator(tree, index, lexicon)


def _strikes(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun is the subject of a verb of violence."""
    verb = tree.tokens[tree.tokens[index].head]
    words = {verb.lemma, key(tree, verb.index)}
    return verb.pos == "VERB" and bool(words & (set(lexicon.attack_verbs) | lexicon.harm["killed"]))
