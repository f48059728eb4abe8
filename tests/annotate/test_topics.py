from __future__ import annotations

from pathlib import Path

import pytest

from briefing.annotate.topics import find_topics
from briefing.lexicon.topics import concepts, lineage
from briefing.model import ArticleTopic, Paragraph

FILLER = "Those who were there spoke of a long afternoon, and nobody could say when it would end."


def topics_of(title: str, *texts: str, language: str = "en") -> tuple[ArticleTopic, ...]:
    return find_topics(title, [Paragraph(n, n, text) for n, text in enumerate(texts, 1)], language)


def labels(topics: tuple[ArticleTopic, ...]) -> list[str]:
    return [concepts()[topic.id].label for topic in topics]


CASES = {
    "conflict, war and peace/peace talks": (
        "Envoys meet in Varn for peace talks",
        "Negotiators of both armies opened ceasefire talks on Tuesday, the first since the armed conflict began.",
    ),
    "conflict, war and peace/demonstration": (
        "Students set up protest camp at Lindow",
        "Hundreds of demonstrators took to the streets; a student protest on the square was broken up with tear gas.",
    ),
    "politics and government/diplomacy": (
        "Ambassador of Ostria returns",
        "The foreign minister said that diplomatic relations with Varn would resume and the embassy reopen.",
    ),
    "politics and government/election": (
        "Voters in Lindow choose a mayor",
        "Polling stations opened at eight; the ballot decides between two candidates, and turnout was high.",
    ),
    "disaster, accident and emergency incident/earthquake": (
        "Earthquake shakes the north",
        "The quake had a magnitude of 5.1; aftershocks went on all night. No building collapsed.",
    ),
    "sport/tennis": (
        "Brandt wins in straight sets",
        "The tennis player took the final at Wimbledon after a tiebreak. Her coach praised the match.",
    ),
    "health/vaccine": (
        "Clinics run short of vaccine",
        "The vaccination of children against measles stopped on Monday, doctors at the hospital said.",
    ),
    "economy, business and finance/central bank": (
        "Central bank holds interest rates",
        "The central bank kept its rate as inflation slowed; economists expect a rate cut in spring.",
    ),
}

# What an article is about, of its top topics; after errors once made.
TOPS: list[tuple[str, str, str]] = [
    (
        "science and technology",
        "Phone makers show handsets with cameras",
        "The mobile phones have high definition screens, a web browser and wi-fi; users download software and music.",
    ),
    (
        "science and technology",
        "Old software leaves computers open to hackers",
        "The operating system of a million PCs has a security hole. It said that a software update was coming.",
    ),
    (
        "science and technology",
        "Volunteers rewrite a web browser",
        "The open source program, whose source code anyone may read, is for users of laptops. It is free software.",
    ),
    (
        "science and technology",
        "Agency builds its mobile site in the open",
        "The web design system and its application programming interface help developers of federal websites.",
    ),
    (
        "economy, business and finance",
        "Chipmaker doubles its profits",
        "Net profit and sales rose in the third quarter; shareholders of the semiconductor company get a dividend.",
    ),
    (
        "disaster, accident and emergency incident",
        "Cargo plane crashes into houses",
        "The airport of Varn was closed after the plane crashed into a row of houses. They found the voice recorder.",
    ),
    (
        "disaster, accident and emergency incident",
        "Block of flats collapses in Lindow",
        "Firefighters searched the rubble of the collapsed block for survivors; the death toll rose to nine.",
    ),
    (
        "disaster, accident and emergency incident",
        "School bus overturns",
        "The bus overturned on an icy road and collided with a lorry. Paramedics took injured children to hospital.",
    ),
    (
        "disaster, accident and emergency incident",
        "Cathedral catches fire",
        "Firefighters fought the blaze under the roof all night; smoke inhalation was the only injury.",
    ),
    (
        "arts, culture, entertainment and media",
        "Actor of a hundred films dies aged 91",
        "The film actor, who has died, won an academy award for a movie of 1961. He passed away at home.",
    ),
    (
        "sport",
        "Wrestler dies aged 40",
        "The wrestler, who has died, won a world championship; wrestling fans paid tribute to the champion.",
    ),
    (
        "politics and government",
        "Former vice-president dies aged 82",
        "He was elected to parliament in 1990, was a cabinet minister and resigned from the government.",
    ),
    (
        "conflict, war and peace",
        "Airstrikes destroy tanks of ISIL",
        "The coalition's warplanes struck an ISIL fighting position near the town. Ground forces retook two villages.",
    ),
    (
        "conflict, war and peace",
        "Troops retake the town of Varn",
        "Government forces and militia fought the islamic state group street by street; shelling went on.",
    ),
    (
        "crime, law and justice",
        "Court jails two for plot",
        "The judge sentenced both to prison for conspiracy to murder; prosecutors had asked for life imprisonment.",
    ),
    (
        "politics and government",
        "Backbenchers rebel over bill",
        "MPs of the Labour Party voted against ministers in the House of Commons; the home secretary defended it.",
    ),
    (
        "politics and government",
        "Lib Dems publish manifesto",
        "The party leader promised voters income tax cuts before the general election; Tory and Labour MPs mocked it.",
    ),
    (
        "sport",
        "Flanker back for Six Nations",
        "The rugby flanker missed the first half of the season with a knee injury and is in the squad for Twickenham.",
    ),
    (
        "sport",
        "Striker stays until summer",
        "The striker signed for the Premiership club; the goalkeeper saved a free kick in stoppage time.",
    ),
    (
        "sport",
        "Top seed out in second set",
        "The top seed lost her tennis final in straight sets, after a double fault on match point on the hard court.",
    ),
    (
        "health",
        "New virus spreads on three continents",
        "Doctors confirmed cases of the coronavirus; patients are in quarantine at a hospital, a health official said.",
    ),
    (
        "economy, business and finance",
        "Markets fall for a fifth day",
        "The stock market closed lower; the FTSE and the Dow Jones lost three per cent as shares of banks fell.",
    ),
    (
        "economy, business and finance",
        "State oil unit sold at auction",
        "A judge had ordered a halt after it filed for bankruptcy protection. Opec ministers watch oil output closely.",
    ),
    (
        "economy, business and finance",
        "Drugs firm's shares dive on trial results",
        "The drugmaker lost half of its market value; analysts cut sales forecasts after its trial stopped.",
    ),
    (
        "arts, culture, entertainment and media",
        "Drummer stole riffs, court told",
        "The band's singer said the songs on their debut album were his; royalties of the hit single are at stake.",
    ),
    (
        "arts, culture, entertainment and media",
        "Soap star quits after ten years",
        "The actress leaves the soap in autumn, ITV said; a new series of the sitcom is to save its ratings.",
    ),
    (
        "politics and government",
        "Lords defeat government on terror bill",
        "Peers voted that judges should make control orders; the home secretary will ask MPs to overturn it.",
    ),
    (
        "politics and government",
        "Hunt campaigners lose in High Court",
        "The hunting ban was forced through the Lords by the Parliament Act. Labour backbenchers cheered the judges.",
    ),
    (
        "sport",
        "Sprinters charged over missed drugs tests",
        "The athletics body suspended both before the Olympics; prosecutors have charged them and their coach, too.",
    ),
    (
        "sport",
        "Tycoon makes new bid for United",
        "Premiership supporters burned his picture; the club's board looks at the £800m offer, its manager said.",
    ),
    (
        "science and technology",
        "Brother and sister guilty in spam trial",
        "They sent junk e-mails to net users at home; anti-virus and security firms helped to trace the web address.",
    ),
    (
        "science and technology",
        "Handheld console goes on sale",
        "Gamers queued for the PSP, which plays video games, music and films from memory cards.",
    ),
    (
        "disaster, accident and emergency incident",
        "Cargo plane crashes into houses",
        "The Boeing of an airline that carries freight came down at dawn. The authority looks for the black box.",
    ),
]


@pytest.mark.parametrize(("expected", "title", "text"), TOPS, ids=[case[1] for case in TOPS])
def test_the_first_topic_is_what_the_article_is_about(expected: str, title: str, text: str) -> None:
    assert labels(topics_of(title, text, FILLER))[:1] == [expected]


LEADS = [
    row.split("\t")
    for row in Path(__file__).with_name("topics_leads.tsv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]


@pytest.mark.parametrize("code", sorted({lead[0] for lead in LEADS}))
def test_the_first_topic_of_leads(code: str) -> None:
    found = {
        title: [topic.id for topic in topics_of(title, text, language="".join(language) or "en")][:1]
        for right, title, text, *language in LEADS
        if right == code
    }
    assert found == {title: [f"medtop:{code}000000"] for title in found}


THIRD_LEVEL = [
    row.split("\t")
    for row in Path(__file__).with_name("topics_third_level.tsv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]


@pytest.mark.parametrize(("label", "title", "text"), THIRD_LEVEL, ids=[case[0] for case in THIRD_LEVEL])
def test_a_topic_of_the_third_level_is_found_by_its_own_words(label: str, title: str, text: str) -> None:
    assert label in labels(topics_of(title, text, FILLER))


def test_what_happened_weighs_most_where_the_headline_tells_it() -> None:
    """The words of an event also say of what: numbers within them do not part them."""
    told = topics_of("Carmaker to cut 1,200 jobs", "The carmaker will close a factory. Its cars sell badly.")
    assert labels(told)[0] == "labour"
    assert "to cut jobs" in told[0].terms
    assert labels(topics_of("Carmaker closes factory", "It will cut 1,200 jobs. Its cars sell badly."))[0] != "labour"


def test_a_word_that_is_denied_says_nothing() -> None:
    def terms(lead: str) -> set[str]:
        found = find_topics("Soldier dies at base", [Paragraph(1, 1, lead)], "en")
        return {term for topic in found for term in topic.terms}

    assert "combat" in terms("A soldier was killed in combat in the north on Monday, the army said.")
    assert "combat" not in terms("A soldier was killed in a non-combat incident in the north on Monday, the army said.")


def test_who_gave_the_news_is_hardly_its_topic() -> None:
    """A ministry, the police or a hospital may be only the source."""
    lead = "Nine people died when a coach fell into a ravine."
    said = "The interior ministry said so; a police spokesman confirmed it, according to the government."
    assert "politics and government" not in labels(topics_of("Coach plunge kills nine", lead, FILLER, said, said, said))
    acts = "The interior ministry fell to a new coalition government; the cabinet and prime minister resigned."
    assert "politics and government" in labels(topics_of("Coach plunge kills nine", lead, FILLER, acts, acts, acts))


@pytest.mark.parametrize("expected", CASES)
def test_the_main_topic_comes_first_and_brings_the_finer_one(expected: str) -> None:
    top, _, finer = expected.partition("/")
    found = labels(topics_of(*CASES[expected]))
    assert found[0] == top
    assert finer in found


def test_every_topic_comes_after_the_broader_ones_and_none_scores_more_than_they() -> None:
    for case in CASES.values():
        seen: dict[str, float] = {}
        for topic in topics_of(*case):
            above = lineage(topic.id)[1:]
            assert all(seen[broader] >= topic.score for broader in above)
            seen[topic.id] = topic.score


def test_terms_are_evidence_from_the_text() -> None:
    title, text = CASES["conflict, war and peace/peace talks"]
    for topic in topics_of(title, text):
        assert topic.terms
        assert all(term in f"{title} {text}".lower() for term in topic.terms)


def test_a_passing_mention_supports_no_topic() -> None:
    assert topics_of("An afternoon in Lindow", FILLER, FILLER, "Somebody mentioned the earthquake.") == ()


def test_few_weak_words_support_no_topic_but_many_do() -> None:
    assert topics_of("The team and its coach", "The team and its fans had luck.", "Team, coach, fans.") == ()
    many = topics_of(
        "The team and its coach", "The team, its captain and its fans had a season.", "Team, coach, match."
    )
    assert labels(many) == ["sport"]
    assert "captain" in many[0].terms


def test_the_headline_counts_more_than_the_body() -> None:
    assert topics_of("Telescope", FILLER, FILLER) == ()  # one word is no evidence enough
    in_title = topics_of("Volcano erupted: volcanic ash over Varn", FILLER)
    in_body = topics_of("An afternoon in Varn", FILLER, "The volcano erupted: volcanic ash over Varn.")
    assert in_title and in_title[0].score > max((topic.score for topic in in_body), default=0)


@pytest.mark.parametrize("language", ["it", "und", "pt-BR"])
def test_other_languages_get_none(language: str) -> None:
    assert topics_of(*CASES["sport/tennis"], language=language) == ()


def test_regional_english_is_english() -> None:
    assert topics_of(*CASES["sport/tennis"], language="en-GB")


def test_the_words_of_code_say_nothing() -> None:
    title, text = CASES["sport/tennis"]
    assert find_topics("An excerpt", [Paragraph(1, 1, f"{title} {text}", "code")], "en") == ()


def test_a_headline_in_capitals_is_read_too() -> None:
    title, text = CASES["health/vaccine"]
    assert labels(topics_of(title.upper(), text))[0] == "health"


def test_no_text_at_all() -> None:
    assert topics_of("") == ()


LONG = " ".join([FILLER] * 12)
PASSING = {
    "one word far from the start": (
        "health facility",
        "She died in a hospital, where she had been in a hospital before.",
    ),
    "two terms, each once": ("election", "He was elected to the board; his reelection came later."),
    "a disease in passing": ("communicable disease", "He had caught the virus, COVID-19, in spring, they said."),
    "a prosecutor in passing": (
        "prosecution and prosecutors",
        "A prosecutor might look at it; no prosecution is planned.",
    ),
    "a name's own word": ("environment", "Environment Varn and Environment Ostria lost it; Environment Varn is sorry."),
}


@pytest.mark.parametrize("case", PASSING)
def test_what_is_said_in_passing_is_no_topic_beside_the_main_one(case: str) -> None:
    label, text = PASSING[case]
    title, lead = CASES["sport/tennis"]
    assert label not in labels(topics_of(title, lead, LONG, text))


def test_one_word_that_others_of_the_topic_support_is_evidence_in_a_short_text() -> None:
    found = topics_of("Home hope blames slow court", "The player lost the final; the tennis official likes the match.")
    assert labels(found)[:1] == ["sport"]


def test_one_word_of_the_first_paragraph_is_no_topic_beside_the_main_one() -> None:
    title, lead = CASES["sport/tennis"]
    found = labels(topics_of(title, f"{lead} A protest was expected.", LONG))
    assert found[0] == "sport"
    assert "demonstration" not in found


TOLD = {
    "sex crime": (
        "Two officers jailed in rape case",
        "They were found guilty of raping a tourist; she was gang raped.",
    ),
    "bankruptcy": ("Brickmaker files for bankruptcy", "The company filed for bankruptcy protection; creditors wait."),
    "automotive": ("Varn Motors cuts pickup truck plants", "The automaker will close two assembly plants by 2012."),
    "market and exchange": (
        "World stocks plunge on fears",
        "Stock prices and stock futures fell; the share index too.",
    ),
    "fire": ("Car park burns at airport", "A fire was reported at noon; sprinklers failed and fire crews came late."),
    "act of terror": ("Council condemns acts of terror", "The terrorist attacks in two towns were acts of terror."),
    "literature": ("Volunteers read audiobooks", "The audiobooks are made of novels and poems by volunteers."),
    "government": ("President declares national emergency", "The proclamation gives the cabinet emergency powers."),
}


@pytest.mark.parametrize("label", TOLD)
def test_what_the_headline_and_the_lead_tell_of_is_a_topic(label: str) -> None:
    assert label in labels(topics_of(*TOLD[label], LONG))


def test_a_long_line_of_broader_topics_leaves_room_for_another() -> None:
    text = "The court jailed him: the judge passed a prison sentence of ten years in prison for raping her."
    found = labels(topics_of("Court sentences man in rape case", text, "The trial heard the jury's verdict, guilty."))
    assert {"trial (court)", "sex crime"} <= set(found)


def test_terms_of_narrower_topics_alone_make_no_broader_one() -> None:
    """A party, a governor and a constitution stand under `government`, which an election is not about."""
    found = topics_of(
        "Brandt ahead before election",
        "Opinion polls put her ahead by three points before the election on Sunday; voters wait.",
        "Her rival is the governor of Varn and a friend of the monarchy.",
        "A mayor spoke, too; her political party wrote its constitution in 1920.",
    )
    assert labels(found) == ["politics and government", "election"]


def test_one_word_of_the_headline_is_no_topic_beside_the_main_one() -> None:
    found = labels(topics_of("Film about an architect", "The thriller is his second.", "An architect saw it.", LONG))
    assert "cinema" in found and "visual arts" not in found


def test_the_circumstance_in_a_headline_is_not_its_news() -> None:
    """'after', 'amid' and the like tell when or why; the league is the topic, whatever stopped it."""
    lead = "The tennis tour stops on Tuesday."
    assert labels(topics_of("Football league stops due to epidemic", lead, FILLER))[0] == "sport"
    assert labels(topics_of("Epidemic stops football league", lead, FILLER))[0] == "health"


def test_what_headline_and_first_paragraph_tell_comes_before_what_the_rest_tells() -> None:
    lead, rest = "The orchestra opened the season.", "The bank paid its shareholders: a dividend."
    assert labels(topics_of("Concert in Varn", lead, FILLER, rest, rest))[0] == "arts, culture, entertainment and media"


def test_an_office_is_no_topic_for_who_holds_it() -> None:
    """'Prime Minister Roe' tells who opened the bridge; 'a new prime minister' is news of the office."""
    for name in ("Ada Roe", "de Roe"):
        opened = (
            f"Prime Minister {name} opened a railway bridge on Monday; trains of two railway companies cross at dawn."
        )
        found = labels(topics_of(f"Prime Minister {name} opens railway bridge", opened, FILLER))
        assert "head of government" not in found
    resigned = "The prime minister resigned. Ada Roe is prime minister until parliament elects a prime minister."
    assert "head of government" in labels(topics_of("Prime minister resigns", resigned, FILLER))


def test_what_runs_through_the_paragraphs_weighs_more_than_what_one_of_them_heaps_up() -> None:
    told = ("The orchestra rehearsed.", "A cellist wept.", "The violinist bowed.", "A sonata closed it.")
    heaped = topics_of("A year in Varn", "It was the orchestra's.", *[FILLER] * 3, " ".join(told))
    spread = topics_of("A year in Varn", "It was the orchestra's.", *told)
    assert heaped[0].id == spread[0].id and heaped[0].score < spread[0].score


def test_what_the_headline_tells_is_no_side_matter() -> None:
    """Beside much of one matter, another needs less where the headline names it."""
    texts = (
        "A burglar stole a safe in Varn on Monday, the police said.",
        "The mosque was empty; the imam of the mosque and three other imams were away.",
    )
    assert "religion" in labels(topics_of("Burglary beside a mosque", *texts))
    assert "religion" not in labels(topics_of("Burglary", *texts))


def test_beside_very_much_of_one_matter_another_needs_no_more() -> None:
    strike = "The union called a strike; the picket line stood, and industrial action over pay went on at the mill."
    court = "The supreme court heard the appeal; a judge asked the plaintiff about the lawsuit and the court order."
    trial = "The trial began; a jury convicted the defendant, and the prosecutor and the police spoke of a crime."
    much = ("Workers of the trade union reject pay deal and walk out.", strike, "Jobs and wages of employees fell.")
    found = labels(
        topics_of("Trade union votes for strike over wages and job cuts", *much, strike, court, court, trial, trial)
    )
    assert found[0] == "labour"
    assert "crime, law and justice" in found


def test_one_word_for_who_somebody_is_says_nothing_of_the_matter() -> None:
    texts = (
        "The mayor had polled one percent.",
        "The mayor will go home; voters of the primary liked others.",
        "Mayor!",
    )
    assert "local authority" not in labels(topics_of("The mayor ends presidential campaign", *texts))
    assert "local authority" in labels(topics_of("Mayor and city council quarrel", "The city council sat.", *texts))


def test_gear_and_men_are_no_armed_conflict() -> None:
    drill = ("Some 9,000 soldiers with artillery take part in the joint exercise.", "Soldiers fired artillery.")
    assert "armed conflict" not in labels(topics_of("Allies begin military exercise in Norland", *drill))
    assert "armed forces" in labels(topics_of("Allies begin military exercise in Norland", *drill))


def test_who_fights_and_where_is_no_armed_conflict_until_it_is_told() -> None:
    told = ("The minister spoke of the victims of ISIL in Mosul on Monday.", "ISIL has held Mosul since June.")
    assert labels(topics_of("Minister marks a year of ISIL in Mosul", *told)) == ["conflict, war and peace"]
    assert "armed conflict" in labels(topics_of("Coalition warplanes conduct air strikes on ISIL in Mosul", *told))


def test_what_the_first_paragraph_tells_in_several_words_is_not_faint() -> None:
    war = "Warplanes bombed the town in the civil war; rebels fired mortars, and troops retook it in heavy fighting."
    after = ("A refinery and its oil wells had been shut.", war, "Crude oil exports fell; the refinery burns.", war)
    for lead, shown in (("A refinery and its oil wells were hit.", True), ("A refinery and its men were hit.", False)):
        found = labels(topics_of("Air strike by warplanes on rebels in Varn", lead, *after))
        assert found[0] == "conflict, war and peace" and ("economy, business and finance" in found) == shown


@pytest.mark.parametrize(
    ("title", "text", "label"),
    [
        ("Monarch butterflies return to Varn", "The monarch butterfly is back. Monarchs feed on milkweed.", "royalty"),
        ("Count of butterflies at ten-year high", "Insects thrive in Varn, wrote an ecologist.", "market and exchange"),
    ],
)
def test_a_word_that_tells_of_what_kind_another_matter_is_makes_no_topic(title: str, text: str, label: str) -> None:
    found = labels(topics_of(title, text, "Monarchs fly far. Farmers plant flowers for monarchs."))
    assert found[0] == "environment" and label not in found
    assert "royalty" in labels(topics_of("Monarch returns to Varn", "The monarch is back.", "Monarchs travel far."))


def test_a_mark_parts_a_word_from_the_next_matter() -> None:
    assert "railway transport" in labels(topics_of("Railway: butterfly halts trains", "The railway waits.", FILLER))
    assert "railway transport" not in labels(topics_of("Railway butterfly in Varn", "The railway waits.", FILLER))
