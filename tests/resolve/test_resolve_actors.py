"""Every mention of an actor is found once, tied to its record where the text settles it, and left open where not."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.resolve.named import AUTHORITY, found, ids, page

from tocsin.model.page import Annotated, WeaponWords
from tocsin.model.text import Span
from tocsin.resolve.actors.linking import actors

SETTLED = [
    # spellings, possessives, compounds
    ("ISIS's men and the Taliban's envoy", None, [("ISIS", "islamic-state"), ("Taliban", "taliban")]),
    ("the Islamic State group said", None, [("Islamic State group", "islamic-state")]),
    ("the IS group said", None, [("IS group", "islamic-state")]),
    ("Daesh and Da’esh", None, [("Daesh", "islamic-state"), ("Da’esh", "islamic-state")]),
    ("pro-ISIS and ISIS-inspired", None, [("ISIS", "islamic-state"), ("ISIS", "islamic-state")]),
    ("ISIS-K and IS-Khorasan", "AF", [("ISIS-K", "iskp"), ("IS-Khorasan", "iskp")]),
    ("Islamic State’s Khorasan Province", "AF", [("Islamic State’s Khorasan Province", "iskp")]),
    ("the Sahel branch of Islamic State", "ML", [("Sahel branch of Islamic State", "is-sahel")]),
    ("Islamic State Pakistan Province (ISPP)", "PK", [("Islamic State Pakistan Province", "ispp"), ("ISPP", "ispp")]),
    ("al Qaeda in the Islamic Maghreb", "DZ", [("al Qaeda in the Islamic Maghreb", "aqim")]),
    ("Al Qaeda in Iraq", "IQ", [("Al Qaeda in Iraq", "islamic-state")]),
    ("Jama’at Nusrat al-Islam wal-Muslimin", "ML", [("Jama’at Nusrat al-Islam wal-Muslimin", "jnim")]),
    ("the Lord’s Resistance Army’s camps", "UG", [("Lord’s Resistance Army", "lra")]),
    ("the Kurdistan Workers’ Party", "TR", [("Kurdistan Workers’ Party", "pkk")]),
    ("Hizballah and Hizbullah", "LB", [("Hizballah", "hezbollah"), ("Hizbullah", "hezbollah")]),
    ("Kataib Hezbollah, not Hezbollah", "LB", [("Kataib Hezbollah", "kataib-hezbollah"), ("Hezbollah", "hezbollah")]),
    ("Turkish Hezbollah", "TR", [("Turkish Hezbollah", "turkish-hezbollah")]),
    ("the Real IRA and the Provisional IRA", "GB", [("Real IRA", "real-ira"), ("Provisional IRA", "pira")]),
    ("FARC dissidents", "CO", [("FARC dissidents", "farc-dissidents")]),
    ("the al-Nusra Front", "SY", [("al-Nusra Front", "hts")]),
    ("the outlet Amaq on Telegram", "NG", [("Amaq", "amaq")]),
    ("Hakkal, a channel of the BLA", "PK", [("Hakkal", "hakkal"), ("BLA", "bla")]),
    # text in one case
    ("GUERRILLAS OF THE FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN]", "SV",
     [("FARABUNDO MARTI NATIONAL LIBERATION FRONT", "fmln"), ("FMLN", "fmln")]),
    ("THE \"SHINING PATH\" KILLED THREE", "PE", [("SHINING PATH", "shining-path")]),
    ("THE ARMY OF NATIONAL LIBERATION (ELN) HAD LET HIM GO", "CO",
     [("ARMY OF NATIONAL LIBERATION", "eln"), ("ELN", "eln")]),
    ("the shining path and the mrta killed three", "PE", [("shining path", "shining-path"), ("mrta", "mrta")]),
    # other scripts
    ("أعلنت طالبان وداعش", "AF", [("طالبان", "taliban"), ("داعش", "islamic-state")]),
    ("بوكو حرام", None, [("بوكو حرام", "boko-haram")]),
    ("Боевики Исламского государства и Талибана", None,
     [("Исламского государства", "islamic-state"), ("Талибана", "taliban")]),
    # weak names: the country, an expansion or the words beside them speak for an actor
    ("The TTP said", "PK", [("TTP", "ttp")]),
    ("BLA fighters", None, [("BLA", "bla")]),
    ("the Haqqani leader was detained", "AF", [("Haqqani", "haqqani-network")]),
    ("Two Haqqani facilitators were detained", "AF", [("Haqqani", "haqqani-network")]),
    ("IS claimed the attack", "LK", [("IS", "islamic-state")]),
    ("the ADF rebels", "CD", [("ADF", "adf")]),
    ("ADF rebels", "CM", [("ADF", "ambazonia-defence-forces")]),
    ("MEND, the Movement for the Emancipation of the Niger Delta, said", "NG",
     [("MEND", "mend"), ("Movement for the Emancipation of the Niger Delta", "mend")]),
    ("PIJ and Palestinian Islamic Jihad", None, [("PIJ", "pij"), ("Palestinian Islamic Jihad", "pij")]),
    ("the neo-Nazi group The Base", "US", [("The Base", "the-base")]),
    ("the killing bore the marks of November 17", "GR", [("November 17", "17-november")]),
    # ambiguous names that the country or another name settles
    ("The Taliban said", "AF", [("Taliban", "taliban")]),
    ("The Taliban said", None, [("Taliban", "taliban")]),
    ("The Pakistani Taliban struck. The Taliban said", "PK", [("Pakistani Taliban", "ttp"), ("Taliban", "ttp")]),
    ("The Afghan Taliban met. The Taliban said", "PK", [("Afghan Taliban", "taliban"), ("Taliban", "taliban")]),
    ("Tehreek-e-Taliban Pakistan struck. Taliban fighters", "PK",
     [("Tehreek-e-Taliban Pakistan", "ttp"), ("Taliban", "ttp")]),
    ("Islamic Jihad fired rockets", "IL", [("Islamic Jihad", "pij")]),
    ("Al-Shabaab attacked", "SO", [("Al-Shabaab", "al-shabaab")]),
    ("the National Liberation Army, ELN", "CO", [("National Liberation Army", "eln"), ("ELN", "eln")]),
    ("the National Liberation Army", "MK", [("National Liberation Army", "nla-macedonia")]),
    ("the RAF bombed Hamburg after the Red Army Faction", "DE", [("RAF", "raf"), ("Red Army Faction", "raf")]),
    ("the ISI was blamed", "PK", [("ISI", "isi")]),
    # named forces
    ("the FBI and the IDF", None, [("FBI", "fbi"), ("IDF", "idf")]),
    ("the Rapid Support Forces (RSF)", "SD",
     [("Rapid Support Forces", "rapid-support-forces"), ("RSF", "rapid-support-forces")]),
]  # fmt: skip

OPEN = [
    ("The report on Iraq names Hezbollah", "IQ", "Hezbollah", {"hezbollah", "kataib-hezbollah", "harakat-al-nujaba"}),
    ("The Taliban said", "PK", "Taliban", {"taliban", "ttp"}),
    ("The Afghan Taliban and the Pakistani Taliban met; the Taliban said", "PK", "Taliban", {"taliban", "ttp"}),
    ("Al-Shabaab attacked a village", "MZ", "Al-Shabaab", {"al-shabaab", "ismp"}),
    ("ISSP fighters attacked", None, "ISSP", {"is-sahel", "is-sinai"}),
    (
        "Islamic Jihad claimed the attack",
        None,
        "Islamic Jihad",
        {"pij", "islamic-jihad-organization", "egyptian-islamic-jihad"},
    ),
]

NOT_ACTORS = [
    ("IT IS TRUE, HE SAID. It is.", None),
    ("They called IT IS a scandal", None),
    ("Workers mend the road and let it be", None),
    ("THEY LET US MEND THE FENCE BEFORE HE HAD LEFT", "NG"),
    ("They walk a shining path of reason", "PE"),
    ("He returned to the base. The base was full.", "US"),
    ("the front of the house", "IN"),
    ("the bridge on November 17 and on 17 November 1989", "GR"),
    ("Sirajuddin Haqqani spoke", "AF"),
    ("THE USA IS GREAT, he wrote from Bamako", "ML"),
    ("Schools shut as of November 17 for armed attacks", None),
    ("The guild of Aged Makers (GAM) met; GAM members attacked the plan", None),
    ("Richard Wagner wrote operas for armed gods", None),
    ("The ETA of the train is noon", "US"),
    ("Here is a tip from the bla bla crowd", "PK"),
    ("She ran past the police station and the army base", "NG"),
    ("a military operation, a police-run school", "NG"),
    ("The Salvation Army sang", "US"),
    ("the liberation army and the rebel government", "NG"),
    ("Old Navy sells navy blue shirts", "US"),
    ("Isis is a river in Oxford", "GB"),
]


@pytest.mark.parametrize(("text", "country", "expected"), SETTLED)
def test_a_known_name_resolves_where_text_or_country_settle_it(
    text: str, country: str | None, expected: list[tuple[str, str]]
) -> None:
    assert ids(text, country) == expected


@pytest.mark.parametrize(("text", "country", "name", "candidates"), OPEN)
def test_an_ambiguous_name_keeps_its_candidates_and_no_id(
    text: str, country: str | None, name: str, candidates: set[str]
) -> None:
    actor = found(text, country)[-1]
    assert (actor.text, actor.actor_id, set(actor.candidates)) == (name, None, candidates)


@pytest.mark.parametrize(("text", "country"), NOT_ACTORS)
def test_ordinary_words_dates_and_other_peoples_names_are_no_actors(text: str, country: str | None) -> None:
    assert found(text, country) == []


STATE = [
    ("Police in Maiduguri arrested three men", "NG", "Police in Maiduguri", "Police (Nigeria)", "state_force"),
    ("The army put the number at 12", "NG", "The army", "Army (Nigeria)", "state_force"),
    ("the Nigerian army said", None, "the Nigerian army", "Army (Nigeria)", "state_force"),
    ("Pakistan's military said", "AF", "Pakistan's military", "Military (Pakistan)", "state_force"),
    ("the Colombian Army and others", None, "the Colombian Army", "Army (Colombia)", "state_force"),
    ("SALVADORAN ARMED FORCES SAID", None, "SALVADORAN ARMED FORCES", "Armed forces (El Salvador)", "state_force"),
    ("the Interior Ministry said", "TR", "the Interior Ministry", "Interior ministry (Turkey)", "government"),
    ("ministry of defence of Mali", "FR", "ministry of defence of Mali", "Defence ministry (Mali)", "government"),
    ("the government of Niger", "NG", "the government of Niger", "Government (Niger)", "government"),
    ("police officers said", None, "police", "Police", "state_force"),
    ("the US military said", "SY", "the US military", "Military (United States)", "state_force"),
    ("troops in Mali said", "FR", "troops", "Troops (France)", "state_force"),
    ("Military kills three", "MM", "Military", "Military (Myanmar)", "state_force"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "words", "name", "kind"), STATE)
def test_a_force_without_a_name_takes_the_country_beside_it_or_the_documents(
    text: str, country: str | None, words: str, name: str, kind: str
) -> None:
    (actor,) = found(text, country, *([("Maiduguri", "GPE")] if "Maiduguri" in text else []))
    assert (actor.text, actor.actor_id, actor.name, actor.kind) == (words, None, name, kind)


def test_a_force_takes_the_whole_name_that_the_tagger_saw() -> None:
    (actor,) = found("Khyber Pakhtunkhwa Police said", "PK", ("Khyber Pakhtunkhwa Police", "ORG"))
    assert (actor.text, actor.kind) == ("Khyber Pakhtunkhwa Police", "state_force")


def test_an_army_with_a_proper_name_is_not_the_countrys() -> None:
    assert [(a.text, a.kind) for a in found("the Kumari Army attacked", "NP", ("Kumari Army", "ORG"))] == [
        ("Kumari Army", "organisation")
    ]


def test_an_acronym_means_what_the_text_defines_it_to_mean() -> None:
    text = "The Foo Liberation Army (FLA) struck. FLA men fled. The FLA's camp burned."
    assert [(a.text, a.actor_id, a.name, a.kind) for a in found(text, "ML")] == [
        ("Foo Liberation Army", None, "Foo Liberation Army", "armed_group"),
        *[("FLA", None, "Foo Liberation Army", "armed_group")] * 3,
    ]


def test_an_army_of_a_country_may_be_its_states_or_not() -> None:
    kinds = {actor.kind for actor in found("the Vietnamese People's Army (VPA)")}
    assert kinds == {"unknown"}


def test_a_definition_may_stand_the_other_way_round() -> None:
    text = "FLA (Foo Liberation Army) men struck."
    assert [(a.text, a.name) for a in found(text)] == [
        ("FLA", "Foo Liberation Army"),
        ("Foo Liberation Army", "Foo Liberation Army"),
    ]


def test_an_acronym_behind_a_known_name_is_that_name() -> None:
    text = "The Movement for Oneness and Jihad in West Africa (MJWA) struck; the MJWA fled."
    assert {a.actor_id for a in found(text)} == {"mujao"}


def test_an_acronym_of_something_else_is_no_organisation() -> None:
    assert found("an Improvised Explosive Device (IED) and the Human Immunodeficiency Virus (HIV)") == []


def test_a_small_word_may_stand_between_the_words_of_a_long_form() -> None:
    (actor, short) = found("the National Front for the Salvation of the Isles (NFSI)")
    assert (actor.text, short.name) == ("National Front for the Salvation of the Isles", actor.text)


def test_an_organisation_of_the_tagger_is_kept_without_an_id() -> None:
    (actor,) = found("the Kenya Red Cross's drivers", None, ("the Kenya Red Cross's", "ORG"))
    assert (actor.text, actor.actor_id, actor.name, actor.kind) == (
        "Kenya Red Cross",
        None,
        "Kenya Red Cross",
        "organisation",
    )


def test_a_doubted_name_that_the_tagger_takes_for_an_organisation_keeps_its_candidates() -> None:
    (actor,) = found("The ELA met in Oslo", "NO", ("ELA", "ORG"))
    assert (actor.actor_id, actor.kind, actor.candidates) == (None, "unknown", ("ela-greece",))


def test_a_single_common_name_of_the_tagger_is_no_actor() -> None:
    assert found("a Nissan in Quetta", "PK", ("Nissan", "ORG"), ("Quetta", "ORG")) == []


def test_a_weapon_is_no_organisation() -> None:
    seen = page("two AK-47s fired", ("AK-47s", "ORG"))
    weapons = (WeaponWords(Span(4, 10), "firearms"),)
    assert actors(Annotated(seen.document, "full", names=seen.names, weapons=weapons), AUTHORITY, None) == ()


def test_a_known_group_wins_over_the_taggers_longer_name() -> None:
    (actor,) = found("the outlawed ISWAP group struck", "NG", ("outlawed ISWAP group", "ORG"))
    assert (actor.text, actor.actor_id) == ("ISWAP", "iswap")


def test_the_government_of_a_group_is_that_group() -> None:
    assert [(a.text, a.actor_id) for a in found("the Taliban government said", "AF")] == [("Taliban", "taliban")]


def test_the_worked_example_resolves_as_it_should() -> None:
    text = (
        "MAIDUGURI, Nigeria - Nine people were killed, police said. In a statement carried by its outlet Amaq on "
        "Telegram, Islamic State West Africa Province (ISWAP) said its fighters did it. A rival faction, Boko Haram, "
        "denied it. The army put the number at 12."
    )
    assert [(a.text, a.actor_id, a.name) for a in found(text, "NG")] == [
        ("police", None, "Police (Nigeria)"),
        ("Amaq", "amaq", "Amaq News Agency"),
        ("Islamic State West Africa Province", "iswap", "Islamic State West Africa Province"),
        ("ISWAP", "iswap", "Islamic State West Africa Province"),
        ("Boko Haram", "boko-haram", "Boko Haram"),
        ("The army", None, "Army (Nigeria)"),
    ]


PIECES = [
    "The Taliban",
    "TTP",
    "police",
    "the army",
    "in",
    "Mali",
    "(FLA)",
    "Foo Liberation Army",
    "IS",
    "said",
    ".",
    "\n",
]


@example(["Foo Liberation Army", "\n", "in", "(FLA)"], None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([None, "PK", "ML"]))
def test_mentions_stand_in_order_without_overlap_and_quote_themselves(pieces: list[str], country: str | None) -> None:
    text = " ".join(pieces)
    mentions = found(text, country)
    assert all(actor.text == actor.span.of(text) for actor in mentions)
    assert all(left.span.end <= right.span.start for left, right in pairwise(mentions))
    assert all(actor.actor_id is None for actor in mentions if actor.candidates)
