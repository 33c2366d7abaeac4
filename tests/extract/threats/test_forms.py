"""Whom sentences of every sort threaten, in which form, and which harmless ones threaten nobody: tables of cases."""

import pytest
from tests.pages import report, tree

from tocsin.extract.reading import Frame
from tocsin.extract.threats.frames import threats
from tocsin.knowledge import load


def founded(text: str) -> list[Frame]:
    """Return the threats and publications that a text tells by itself."""
    grown, heard = tree(text)
    sentences = grown.page.page.sentences
    frames = [frame for sentence in sentences for frame in threats(grown, sentence, heard, load().lexicon)]
    return [frame for frame in frames if frame.founds]


NAMED = [
    (
        "Militants holding three Italian engineers in Niger threatened on Friday to kill them unless Rome "
        "pays a ransom by Sunday.",
        ["engineers"],
    ),
    (
        "In a video released on Saturday, the captors said the hostages would be beheaded if the government "
        "did not free its prisoners within 48 hours.",
        ["hostages"],
    ),
    (
        "Abu Sayyaf has set a deadline of Monday for the payment of a ransom, warning that it will execute a "
        "Canadian hostage.",
        ["Canadian"],
    ),
    (
        "The kidnappers gave the family 72 hours to pay and said they would shoot the teacher if police intervened.",
        ["teacher"],
    ),
    ("Gunmen who abducted 40 pupils in Kaduna have threatened to marry off the girls and kill the boys.", ["boys"]),
    ("A video posted on Thursday shows a masked militant threatening to kill the Japanese journalist.", ["journalist"]),
    ("FARC dissidents threatened to execute four soldiers they hold captive in Cauca.", ["soldiers"]),
    (
        "Schools in three Budapest districts were evacuated on Thursday after receiving bomb threats by email.",
        ["Schools"],
    ),
    (
        "More than 100 Jewish centres received bomb threats on Monday, all of which proved to be hoaxes.",
        ["Jewish centres"],
    ),
    ("A bomb threat forced the evacuation of the parliament in Sofia on Tuesday.", ["parliament"]),
    ("The French embassy in Prague received a letter containing a bullet and a death threat.", ["embassy"]),
    (
        "Iran's defence minister threatened on Monday to strike American bases in the region if the country "
        "is attacked.",
        ["American bases"],
    ),
    ("North Korea threatened to turn Seoul into a sea of fire.", ["Seoul"]),
    (
        "Night letters left at mosques in Kunduz warn teachers that they will be killed if they work for the "
        "government.",
        ["teachers"],
    ),
    (
        "Leaflets scattered in Buenaventura gave community leaders 24 hours to leave the town or be killed.",
        ["community leaders"],
    ),
    ("Pamphlets signed by the Black Eagles list the names of 12 journalists as military targets.", ["journalists"]),
    ("Posters pasted in Shopian by Hizbul Mujahideen warned shopkeepers against selling newspapers.", ["shopkeepers"]),
    ("The group distributed a list of 38 politicians it intends to kill.", ["politicians"]),
    ("Al-Qaeda's leader urged Muslims to attack US and French embassies.", ["embassies"]),
    (
        "Islamic State's spokesman called for attacks on Jews and Christians everywhere in an audio message "
        "released on Thursday.",
        ["Jews"],
    ),
    (
        "In its weekly newsletter al-Naba, Islamic State incited supporters to attack stadiums in Paris, "
        "London and Madrid.",
        ["stadiums"],
    ),
    ("A video by the Shabaab urges Muslims in Kenya to kill policemen.", ["policemen"]),
    ('"France will be next," the Islamic State fighter says in the video.', ["France"]),
    ("JNIM declared that any company operating in Mali without its permission is a legitimate target.", ["company"]),
    ("The Houthis said that all ships bound for Israeli ports were now legitimate targets.", ["ships"]),
    (
        "Kataib Hezbollah announced that American soldiers would be considered legitimate targets.",
        ["American soldiers"],
    ),
    ("The ELN declared oil company staff military targets.", ["staff"]),
    ("Boko Haram ordered Christians to leave the north within three days.", ["Christians"]),
    ("JNIM warned residents of Farabougou to leave or face death.", ["residents"]),
    ("The separatists have told teachers to stay away from schools or be shot.", ["teachers"]),
    ("Al-Shabaab gave Kenyan teachers a week to leave Garissa.", ["teachers"]),
    ("A pro-Islamic State outlet published a poster that threatens the Euro 2024 football tournament.", ["tournament"]),
    (
        'The image, published by al-Azaim on Telegram, asks "Who Is Next?" and names Austria, Sweden and Denmark.',
        ["Austria", "Sweden", "Denmark"],
    ),
    (
        'Islamic State\'s Pakistan Province released an image entitled "When Will You Leave?" which '
        "threatens China, Russia, Iran and India.",
        ["China", "Russia", "Iran", "India"],
    ),
    (
        "In a poster the group names Germany, Austria and the Netherlands as its next targets.",
        ["Germany", "Austria", "Netherlands"],
    ),
    (
        '"We will strike Tel Aviv again," Houthi military spokesman Yahya Saree said in a televised '
        "statement on Sunday.",
        ["Tel Aviv"],
    ),
    ("The Real IRA threatened to resume attacks on British soldiers in Northern Ireland.", ["soldiers"]),
    ("The UN mission said rebels of the M23 had threatened to shoot down its helicopters.", ["helicopters"]),
    ("A bomb threat grounded an Air India flight at Frankfurt airport on Monday.", ["flight"]),
    ("A man phoned the radio station and said a bomb would go off at the courthouse in Derry.", ["courthouse"]),
    ("The mayor of Warsaw has received death threats since the killing of his colleague.", ["mayor"]),
    ("Journalists in Tijuana received threats by text message from the Sinaloa cartel.", ["Journalists"]),
    (
        "Mexico's Jalisco cartel threatened to kill a television presenter in a video posted on social media.",
        ["presenter"],
    ),
    ("The kidnappers have threatened to kill one hostage a day unless 10 million dollars is paid.", ["hostage"]),
    (
        "Ansaru set a deadline of Friday for the release of its members and said the French engineer would "
        "die otherwise.",
        ["engineer"],
    ),
    ("Myanmar's junta threatened to shoot protesters in the head, rights groups said.", ["protesters"]),
    (
        "Colombia's Clan del Golfo ordered shopkeepers in Apartado to close their businesses or face death.",
        ["shopkeepers"],
    ),
    ("The Pakistani Taliban published a list of politicians it would target ahead of the election.", ["politicians"]),
    ("Jaish-e-Mohammed threatened to blow up railway stations in Rajasthan in a letter, police said.", ["stations"]),
    (
        "Islamic State's Khorasan branch called the Taliban apostates and vowed to kill their ministers one by one.",
        ["ministers"],
    ),
    (
        "The ELN declared an armed strike in Choco and told drivers that any vehicle on the road would be burned.",
        ["vehicle"],
    ),
    ("The Huthis vowed to keep attacking ships linked to Israel.", ["ships"]),
]

ANNOUNCED = [
    *(text for text, _ in NAMED),
    "An anonymous caller told the airline that a bomb had been planted on its flight from Delhi; nothing was found.",
    "An Islamic State supporter threatened in a post on X to blow up the Eiffel Tower.",
]


@pytest.mark.parametrize("text", ANNOUNCED)
def test_harm_announced_to_somebody_is_a_threat(text: str) -> None:
    assert [frame.kind for frame in founded(text)] == ["threat"]


PUT_OUT = [
    "JNIM released a eulogy for its commander in Gao on Wednesday.",
    "The Turkistan Islamic Party published the 40th issue of its magazine, Islamic Turkistan, in Uyghur.",
    "Islamic State's al-Furqan outlet issued a 30-minute speech by its spokesman.",
    "Hay'at Tahrir al-Sham put out a video of a training camp.",
    "A new propaganda video from Islamic State in Somalia features Ethiopian fighters.",
    "Supporters of Islamic State circulated a video of the attack on the concert hall.",
    "The magazine Voice of Khorasan, published in Pashto by ISKP, accuses the Taliban of serving America.",
    "Al-Qaeda in the Islamic Maghreb has issued a statement mourning its slain leader and praising his jihad.",
    "Boko Haram released a video showing some of the Chibok girls.",
    "The 12th issue of the English-language magazine Inspire appeared online on Monday.",
    "The gunman posted a manifesto online minutes before the shooting.",
    "Wilayat Sinai published photographs of its fighters handing out sweets.",
    "Al-Qaeda's media arm As-Sahab has published a book on the history of the movement.",
]


@pytest.mark.parametrize("text", PUT_OUT)
def test_propaganda_that_threatens_nobody_is_a_publication(text: str) -> None:
    assert [frame.kind for frame in founded(text)] == ["publication"]


HARMLESS = [
    "Kim Jong Un's sister said the North would shoot down any South Korean drone that crosses the border.",
    "The striker threatened the Spanish goal twice before half-time.",
    "The union threatened to strike at Heathrow over Christmas.",
    "The company threatened to sue the newspaper.",
    "The opposition leader vowed to fight corruption and attack poverty.",
    "The president threatened to veto the bill.",
    "Floods threatened to destroy the village.",
    "Trump threatened to hit China with tariffs of 60 per cent.",
    "The minister vowed to bring the killers to justice.",
    "The army warned that militants could attack churches at Christmas.",
    "The US embassy warned Americans that terrorists may target hotels in Nairobi.",
    "The Interior Ministry vowed to avenge the slain officers and hunt down those responsible.",
    "The prime minister promised to strike the terrorists wherever they are.",
    "Police warned residents to leave the area because of a suspicious package.",
    "The fire threatened homes near Athens.",
    "Authorities ordered residents of the coast to leave ahead of the hurricane.",
    "A court sentenced him for sending a threatening letter to the mayor.",
    "The film names four countries where it will be shown next.",
    "The bank warned customers that fraudsters will target them.",
    "The newspaper published a list of the best schools.",
    "Russia threatened to close its airspace to British airlines.",
    "The Taliban released three prisoners on Monday.",
    "The group's leader released a statement condemning the bombing.",
    "The coach called on his players to attack more.",
    "Farmers threatened to block roads.",
    "He ordered his soldiers to attack the village.",
    "The Taliban ordered women to stay at home.",
    "The group holding the two nuns demanded the release of six prisoners and gave the government until Tuesday.",
    "Wagner's chief threatened to retaliate against France for the bombing.",
    "The leaflets name eleven villagers accused of spying and say that they will be executed.",
    "The mayor warned that the strike would hit commuters.",
    "The general warned that Russia may attack NATO within five years.",
    "A landslide threatens three villages in Nepal.",
    "The club threatened to sack its manager.",
    "The central bank warned that inflation would hit households.",
    "The song's video shows a burning car.",
    "The magazine published an issue on the war.",
    "The minister called on citizens to fight dengue.",
    "The champion vowed to destroy his opponent in Las Vegas.",
    "The drought threatens to kill thousands of cattle.",
    "The rebels said government troops would attack Mekelle within days.",
    "Residents said they feared that the gunmen would kill them.",
    "The president said the army would strike the rebels' bases.",
    "The United States threatened sanctions against the generals.",
    "The police ordered protesters to leave the square or be arrested.",
    "Shell told staff to leave the platform because of the storm.",
    "Unions gave the government 14 days to meet their demands.",
    "The party named three candidates as its next targets for recruitment.",
    "The goalkeeper will be next to leave the club.",
    "The US State Department published a list of terrorist groups.",
    "A tourist was fined for joking about a bomb on a flight.",
    "The film studio released a video of the attack scene.",
    "Greenpeace activists threatened to block the port.",
    "The defence lawyer said his client had threatened nobody.",
    "Prosecutors said the man had planned to attack a synagogue.",
    "Police said they had received no threats.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_words_and_the_warnings_of_authorities_threaten_nobody(text: str) -> None:
    assert founded(text) == []


@pytest.mark.parametrize(("text", "words"), NAMED)
def test_those_who_are_threatened_are_named(text: str, words: list[str]) -> None:
    named = [r.value for frame in founded(text) for r in frame.readings if r.field == "targets"]

    assert [word for word in words if not any(word in target.text for target in named)] == []
    assert {target.role for target in named} == {"named"}


def test_supporters_who_threaten_are_not_the_group() -> None:
    (frame,) = founded("Islamic State supporters threatened on Monday to attack churches in Vienna.")

    assert frame.first("issuer").text == "Islamic State supporters"
    assert frame.first("issuer").actor_id is None


def test_a_group_that_a_work_speaks_of_did_not_publish_it() -> None:
    (frame,) = founded("Its supporters released a magazine in Hausa which accuses JNIM of protecting soldiers.")

    assert frame.first("issuer").text == "Its supporters"
    assert frame.first("authenticity").value == "supporter"


def test_an_older_threat_does_not_join_the_news() -> None:
    (frame,) = founded("Al-Shabaab had threatened to attack polling stations in Garissa.")

    assert frame.fresh


STORY = """"Who Will Guard Your Embassies?": Sahel jihadists single out four states

Islamic State's Sahel Province published a threat image on 3 June in which it asks "Who Will Guard Your Embassies?" \
and names Niger, Togo, Benin and Ghana. The picture, released through the group's al-Furat Media Foundation on \
Telegram, shows a burning convoy beneath the four national flags. The accompanying text, in French, says that any \
soldier or foreign contractor who works with the four governments is a legitimate target.

The image appeared eleven days after gunmen killed 37 worshippers at a mosque in Tillaberi, in western Niger. That \
massacre was claimed by Islamic State's West Africa Province on 24 May through the Amaq news agency.

In February, Nigerien forces arrested a leader of the Sahel Province in Tahoua. A month later its supporters released \
the third issue of a magazine in Hausa, "The Path", which accuses JNIM of protecting Burkinabe soldiers.

The Sahel Province may be exploiting anger over the treatment of Fulani herders by the Nigerien army to win recruits. \
It wants to scare foreign investors away from the uranium mines, according to an analyst at a think tank in Niamey. \
It is not known whether the group is able to strike in the coastal states. The authenticity of the image could not be \
independently verified.

Togo has sent extra soldiers to its northern border. It is the third threat image of this kind since January.
"""


def test_a_threat_image_comes_out_whole() -> None:
    (event,) = [event for event in report(STORY).events if event.kind == "threat"]

    assert event.main
    assert event.title == "Who Will Guard Your Embassies?"
    assert (event.medium, event.channel, event.language) == ("image", "Telegram", "fr")
    assert event.issuer is not None and event.issuer.actor_id == "is-sahel"
    assert event.media_arm is not None and event.media_arm.text == "al-Furat Media Foundation"
    assert event.authenticity is not None and event.authenticity.value == "unknown"
    assert [t.country for t in event.targets if t.country] == ["NE", "TG", "BJ", "GH"]
    assert [t.text for t in event.targets if not t.country] == ["any soldier", "foreign contractor"]


def test_the_supporters_magazine_is_a_publication_of_theirs() -> None:
    (event,) = [event for event in report(STORY).events if event.kind == "publication"]

    assert not event.main
    assert (event.medium, event.title, event.language) == ("magazine", "The Path", "ha")
    assert event.issuer is not None and event.issuer.actor_id is None


def test_its_motives_and_what_is_not_known_are_judgements() -> None:
    judged = [(one.type, one.holder.kind, one.factuality) for one in report(STORY).assessments]

    assert judged == [
        ("grievance", "author", "PS+"),
        ("intent", "expert", "CT+"),
        ("gap", "author", "Uu"),
        ("gap", "author", "Uu"),
        ("response", "author", "CT+"),
        ("trend", "author", "CT+"),
    ]


def test_its_outlet_and_its_owner_are_tied_to_it() -> None:
    tied = {(one.subject.name, one.relation, one.object.name) for one in report(STORY).relations}

    assert ("Furat Media", "media_arm_of", "Islamic State Sahel Province") in tied
    assert ("Islamic State Sahel Province", "province_of", "Islamic State") in tied
