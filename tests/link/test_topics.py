from __future__ import annotations

from briefing.link.topics import link_topics
from briefing.model import ArticleTopic, Edited, Evidence, Known, Settings, Topic, TopicSettings
from tests.link.hand_built import article

TALKS = (ArticleTopic("medtop:16000000", 0.7, ("truce",)), ArticleTopic("medtop:20000073", 0.5, ("truce",)))
PLAIN = Settings(site_name="Test")


def edited(*names: str) -> Edited:
    return Edited(topics=Known(names, "edited", Evidence("sidecar")))


def by_name(topics: tuple[Topic, ...]) -> dict[str, Topic]:
    return {topic.name: topic for topic in topics}


def test_the_tree_lists_articles_under_every_broader_topic_in_their_order() -> None:
    one = article("one", "One", topics=TALKS)
    two = article("two", "Two", topics=TALKS[:1])
    _, topics = link_topics([two, one], PLAIN)
    assert [topic.name for topic in topics] == ["conflict, war and peace", "peace process"]
    assert topics[0].articles == ("two", "one") and topics[0].parent is None
    assert topics[1].articles == ("one",) and topics[1].parent == "medtop:16000000"
    assert topics[1].slug == "peace-process"


def test_the_editor_s_topic_is_found_by_its_terms_and_hangs_where_told() -> None:
    settings = Settings(
        "Test", topics={"Harbour works": TopicSettings(("quay wall", "dredger"), "20000337", "The port.")}
    )
    found = article("a", "Two dredgers arrive", "The quay wall of Lindow is finished.")
    other = article("b", "Nothing", "A wall, and a quay.")
    linked, topics = link_topics([found, other], settings)
    assert linked[0].topics[-1] == ArticleTopic("own:Harbour works", 1.0, ("dredger", "quay wall"))
    assert linked[1].topics == ()
    harbour = by_name(topics)["Harbour works"]
    assert (harbour.parent, harbour.description, harbour.slug) == ("medtop:20000337", "The port.", "harbour-works")
    assert by_name(topics)["transport"].articles == ("a",)


def test_topics_of_a_sidecar_overrule_all_others() -> None:
    settings = Settings("Test", topics={"Otters": TopicSettings(("otter",))})
    linked, topics = link_topics([article("a", "Otter", topics=TALKS, edited=edited("Tennis", "Local"))], settings)
    assert [topic.id for topic in linked[0].topics][-2:] == ["medtop:20001085", "own:Local"]
    assert set(by_name(topics)) == {"Local", "tennis", "competition discipline", "sport"}


def test_an_empty_list_in_a_sidecar_means_no_topic() -> None:
    linked, topics = link_topics([article("a", "A", topics=TALKS, edited=edited())], PLAIN)
    assert linked[0].topics == () and topics == ()


def test_stated_names_join_the_editor_s_spelling_and_the_vocabulary() -> None:
    settings = Settings("Test", topics={"Open Data": TopicSettings()})
    stated = (ArticleTopic("own:open data", 1.0), ArticleTopic("own:Diplomacy", 1.0))
    linked, topics = link_topics([article("a", "A", topics=stated)], settings)
    assert "Open Data" in by_name(topics) and "diplomacy" in by_name(topics)
    assert not any(topic.name in {"open data", "Diplomacy"} for topic in topics)
    assert [t.id for t in linked[0].topics if t.id.startswith("own:")] == ["own:Open Data"]


def test_slugs_are_ascii_unique_and_never_index() -> None:
    names = ("Index", "Straße", "Strasse!", "平和", "x" * 200, "x" * 199)
    _, topics = link_topics([article("a", "A", edited=edited(*names))], PLAIN)
    slugs = [topic.slug for topic in topics]
    assert len(set(slugs)) == len(slugs) == len(names)
    assert "index" not in slugs
    assert all(slug.isascii() and 0 < len(slug) <= 80 for slug in slugs)


def test_the_order_of_settings_and_articles_changes_no_topic() -> None:
    settings = {"Otters": TopicSettings(("otter",)), "Boats": TopicSettings(("boat",))}
    articles = [article("a", "Otter on a boat"), article("b", "Boats and otters")]
    _, one = link_topics(articles, Settings("T", topics=settings))
    _, two = link_topics(articles, Settings("T", topics=dict(reversed(settings.items()))))
    assert one == two


def test_an_article_lists_only_its_most_specific_topics() -> None:
    linked, topics = link_topics([article("a", "A", topics=TALKS)], PLAIN)
    assert [topic.id for topic in linked[0].topics] == ["medtop:20000073"]
    assert by_name(topics)["conflict, war and peace"].articles == ("a",)


def test_a_topic_that_the_file_states_says_so_also_where_its_words_speak_for_it() -> None:
    line = Evidence("front-matter", 3, "tags: [Otters, peace process]")
    stated = tuple(ArticleTopic(f"own:{name}", 1.0, stated=line) for name in ("Otters", "peace process"))
    settings = Settings("Test", topics={"Otters": TopicSettings(("otter",))})
    linked, _ = link_topics([article("a", "An otter", topics=(*TALKS, *stated))], settings)
    known = {topic.id: (topic.stated, topic.terms) for topic in linked[0].topics}
    assert known == {"medtop:20000073": (line, ("truce",)), "own:Otters": (line, ("otter",))}
