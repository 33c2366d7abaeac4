"""Composed reports in which one field's words stand in braces: with them the field is told, without them it is not.

Nothing that they tell happened; days are counted from the publication date of `tests.pages`, Thursday 6 June 2024.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from tests.pages import report

from tocsin.model.record import Report

Lack = Literal["date", "place", "actor"]


class Case(NamedTuple):
    """A report, the field whose words stand in braces, and what the field says with them.

    `value` is a day or the first day of a longer time, a place's name, or an actor's id.
    """

    lacks: Lack
    kind: str
    value: str
    marked: str

    @property
    def full(self) -> str:
        """Return the report with the words."""
        return re.sub(r"[{}]", "", self.marked)

    @property
    def bare(self) -> str:
        """Return the report without the words."""
        return re.sub(r"\{[^}]*\}", "", self.marked)


@cache
def read(text: str) -> Report:
    """Return what is found in a text, read once however many tests ask."""
    return report(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a composed text, each with the space that follows it."""
    return re.findall(r".+?[.!?][\"”]?(?:\s+|$)", text, flags=re.DOTALL)


CASES = (
    Case(
        "date",
        "attack",
        "2024-06-03",
        "A bomb exploded at a bus station in Garissa, Kenya{, on Monday}, killing four passengers. "
        "Al-Shabaab claimed responsibility for the blast.",
    ),
    Case(
        "date",
        "attack",
        "2024-06-04",
        "{On Tuesday, }gunmen attacked a village near Djibo in Burkina Faso and killed 14 farmers. "
        "Huts were burned, residents said. The army has not commented.",
    ),
    Case(
        "date",
        "attack",
        "2024-05-12",
        "Militants kidnapped two Chinese engineers from a mine in Zamfara, Nigeria{, on 12 May}. "
        "No insurgent group has claimed the abduction.",
    ),
    Case(
        "date",
        "attack",
        "2024-06-05",
        "Two police officers were shot dead in Quetta, Pakistan{, on Wednesday}. "
        "The Balochistan Liberation Army said its fighters had carried out the attack.",
    ),
    Case(
        "date",
        "attack",
        "2024-05-28",
        "{On May 28, }a car bomb wounded eleven soldiers outside a barracks in Cali, Colombia. "
        "The government blamed ELN for the attack.",
    ),
    Case(
        "date",
        "attack",
        "2024-06-02",
        "Rebels of the ADF killed nine villagers with machetes in Beni territory in the east of Congo"
        "{ on Sunday}, the army said. Several houses were burned.",
    ),
    Case(
        "date",
        "attack",
        "2024-06-05",
        "A drone struck a market in El Fasher, Sudan{, yesterday}, killing 20 people and wounding 31. "
        "Doctors said the hospital had run out of blood.",
    ),
    Case(
        "date",
        "attack",
        "2024-05-01",
        "{Last month, }militants bombed a gas pipeline near Arish in Egypt. The insurgents fled, officials said.",
    ),
    Case(
        "date",
        "plot",
        "2024-06-04",
        "Police in Brussels arrested two men{ on Tuesday} on suspicion of planning a terrorist attack. "
        "Prosecutors said the men had sworn allegiance to Islamic State.",
    ),
    Case(
        "date",
        "arrest",
        "2024-06-01",
        "Spanish police{ on Saturday} arrested four people in Barcelona suspected of financing Islamic State. "
        "They will appear before a judge.",
    ),
    Case(
        "date",
        "operation",
        "2024-06-03",
        "Troops killed 16 militants in a raid on a camp near Mir Ali in Pakistan{ on Monday}, the military said. "
        "Weapons and ammunition were seized.",
    ),
    Case(
        "date",
        "threat",
        "2024-06-02",
        "In a video released{ on Sunday}, Islamic State threatened to attack stadiums in Germany. "
        "Police said they were aware of the video.",
    ),
    Case(
        "date",
        "trial",
        "2024-06-05",
        "A court in Stockholm{ on Wednesday} sentenced a man to eight years in prison for planning an attack "
        "on a church on behalf of Islamic State. He denied the charges.",
    ),
    Case(
        "date",
        "designation",
        "2024-05-30",
        "Canada designated the Houthis as a terrorist organisation{ on May 30}. "
        "The listing freezes any assets that the group holds in the country.",
    ),
    Case(
        "place",
        "attack",
        "Mogadishu",
        "A suicide bomber blew himself up at a restaurant{ in Mogadishu} on Monday, killing seven people. "
        "Al-Shabaab claimed responsibility for the bombing.",
    ),
    Case(
        "place",
        "attack",
        "Jos",
        "Gunmen opened fire on worshippers{ in Jos, Nigeria,} on Sunday, killing five people. "
        "Eight others were wounded, police said.",
    ),
    Case(
        "place",
        "attack",
        "Kandahar",
        "A roadside bomb killed three policemen{ in Kandahar, Afghanistan,} on Tuesday. "
        "Nobody has claimed responsibility for the blast.",
    ),
    Case(
        "place",
        "attack",
        "Davao",
        "A bomb exploded in a karaoke bar{ in Davao in the Philippines} on Saturday. "
        "Ten people were wounded, police said.",
    ),
    Case(
        "place",
        "attack",
        "Gao",
        "Two soldiers were killed when their vehicle struck a landmine{ near Gao, Mali,} on Wednesday. "
        "JNIM claimed the attack in a statement.",
    ),
    Case(
        "place",
        "attack",
        "Arauca",
        "Armed men kidnapped a mayor{ in Arauca, Colombia,} on Monday. The government accused ELN of the abduction.",
    ),
    Case(
        "place",
        "attack",
        "Athens",
        "An incendiary device went off outside a bank{ in Athens} on Wednesday, causing slight damage. "
        "An anarchist group claimed responsibility in a post on a website.",
    ),
    Case(
        "place",
        "attack",
        "Dera Ismail Khan",
        "Militants attacked a police station{ in Dera Ismail Khan} on Tuesday and killed six officers. "
        "Three of the attackers were shot dead.",
    ),
    Case(
        "place",
        "attack",
        "Narathiwat",
        "Insurgents burned down a police station{ in Narathiwat, Thailand,} on Sunday. No one was hurt in the attack.",
    ),
    Case(
        "place",
        "plot",
        "Hamburg",
        "Police arrested a man{ in Hamburg} on Tuesday on suspicion of planning a bomb attack. "
        "Investigators found chemicals in his flat.",
    ),
    Case(
        "place",
        "arrest",
        "Ankara",
        "Police detained 12 people{ in Ankara} on Monday over suspected links to Islamic State. "
        "Documents and phones were seized in the raids.",
    ),
    Case(
        "place",
        "operation",
        "Jolo",
        "Soldiers killed four Abu Sayyaf militants in a clash{ near Jolo in the Philippines} on Monday. "
        "Two soldiers were wounded.",
    ),
    Case(
        "place",
        "operation",
        "Maiduguri",
        "Troops raided a camp of Boko Haram{ near Maiduguri} on Sunday, killing 20 insurgents and freeing hostages. "
        "A spokesman for the army announced the operation.",
    ),
    Case(
        "actor",
        "attack",
        "al-shabaab",
        "A bomb exploded at a market in Mogadishu on Monday, killing nine people. "
        "{Al-Shabaab claimed responsibility for the bombing. }Dozens were taken to hospital.",
    ),
    Case(
        "actor",
        "attack",
        "jnim",
        "At least 12 soldiers were killed in an attack on an army post at Djibo, Burkina Faso, on Tuesday. "
        "{JNIM said that its fighters had overrun the post. }Reinforcements were sent.",
    ),
    Case(
        "actor",
        "attack",
        "ttp",
        "Three policemen were shot dead in Bannu, Pakistan, on Monday. "
        "{The Pakistani Taliban claimed responsibility for the attack. }A search is under way.",
    ),
    Case(
        "actor",
        "attack",
        "eln",
        "A car bomb exploded beside a pipeline in Arauca, Colombia, on Sunday. {The army blamed ELN for the bombing. }"
        "Oil spilled into a river.",
    ),
    Case(
        "actor",
        "attack",
        "pkk",
        "A bomb wounded six soldiers in Diyarbakir, Turkey, on Wednesday. "
        "{Officials suspect the PKK of carrying out the attack. }The road was closed.",
    ),
    Case(
        "actor",
        "attack",
        "boko-haram",
        "Thirty soldiers were abducted from a convoy near Chibok, Nigeria, in an ambush on Monday. "
        "{Boko Haram is believed to be behind the abduction. }Their families have appealed for help.",
    ),
    Case(
        "actor",
        "attack",
        "islamic-state",
        "A bomb wounded two soldiers outside a barracks in Paris on Tuesday. "
        "{Islamic State said that the attacker was one of its soldiers. }The street was closed.",
    ),
    Case(
        "actor",
        "attack",
        "adf",
        "Eight soldiers were killed in an ambush near Beni, Congo, on Saturday. "
        "{The army accused the ADF of the attack. }Helicopters took the dead to Goma.",
    ),
    Case(
        "actor",
        "attack",
        "hamas",
        "A bomb exploded at a bus stop in Jerusalem on Monday, wounding four people. "
        "{Hamas denied involvement in the bombing. }The stop was empty.",
    ),
    Case(
        "actor",
        "attack",
        "houthis",
        "A missile hit a cargo ship in the Red Sea on Wednesday, and a fire broke out on board. "
        "{The Houthis claimed responsibility for the attack. }The crew was not hurt.",
    ),
    Case(
        "actor",
        "attack",
        "aqim",
        "A roadside bomb killed two peacekeepers near Kidal, Mali, on Monday. "
        "{Al-Qaeda in the Islamic Maghreb claimed the attack in an audio message. }A patrol was sent.",
    ),
    Case(
        "actor",
        "attack",
        "abu-sayyaf",
        "Three soldiers were killed in an attack{ by Abu Sayyaf} on an army post on Basilan on Sunday. "
        "Helicopters were sent to the island.",
    ),
    Case(
        "actor",
        "attack",
        "iskp",
        "A suicide bombing at a mosque in Kabul killed 11 worshippers on Friday. "
        "{The Khorasan branch of Islamic State claimed the bombing on Telegram. }The mosque was full.",
    ),
)
