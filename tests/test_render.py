from __future__ import annotations

import datetime as dt
import html
import re
import shutil
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.briefing import Agreement, Briefing, Section
from generator.errors import TemplateError
from generator.evidence.wall import all_statements
from generator.model import Interval
from generator.pages.navigation import name_pages
from generator.render import Pages, print_pages, render_pages
from tests.sample import ALONE, FULL, PLAIN, say
from tests.test_escape import Seen

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
SAMPLES = {"full": FULL, "plain": PLAIN, "alone": ALONE}
FIXED = {
    *("index.md", "people/index.md", "timeline.md", "numbers.md", "sources/index.md", "about.md", "print.md"),
}


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> tuple[Briefing, Pages]:
    briefing = SAMPLES[request.param]
    return briefing, print_pages(briefing, TEMPLATES)


@pytest.fixture(scope="module")
def full() -> dict[str, str]:
    return render_pages(FULL, TEMPLATES)


def test_every_page_is_there(sample: tuple[Briefing, Pages]) -> None:
    briefing, pages = sample
    people = {f"people/{person.id}.md" for person in briefing.people}
    articles = {f"sources/{article.id}.md" for article in briefing.articles}
    explainer = {"sanctions.md"} if briefing.measures else set()
    assert set(pages.texts) == FIXED | people | articles | explainer


def test_every_page_opens_with_title_and_description(sample: tuple[Briefing, Pages]) -> None:
    for path, text in sample[1].texts.items():
        head = yaml.safe_load(text.split("---\n")[1])
        assert head["title"] and head["description"], path
        assert re.search(r"^# \S", text, re.M), path


def test_every_page_says_up_to_when(sample: tuple[Briefing, Pages]) -> None:
    briefing, pages = sample
    expected = "reach up to 8 April 2031" if briefing.as_of else "None of the articles is dated"
    assert all(expected in text for text in pages.texts.values())


def test_anchors_are_unique_and_backlinks_lead_to_them(sample: tuple[Briefing, Pages]) -> None:
    texts = sample[1].texts
    anchors = {path: re.findall(r'(?: id="|\{ #)([^" }]+)', text) for path, text in texts.items()}
    for path, found in anchors.items():
        assert len(found) == len(set(found)), path
    for printed in sample[1].printed:
        assert printed.anchor in anchors[printed.page]


def test_every_statement_is_printed_with_all_its_citations() -> None:
    pages = print_pages(FULL, TEMPLATES)
    printed = {item.statement for item in pages.printed}
    assert [s.text for s in all_statements(FULL) if s not in printed] == []
    for item in pages.printed:
        line = next(line for line in pages.texts[item.page].split("\n") if f'id="{item.anchor}"' in line)
        origins = {"gazette" if cite.article == "gazette" else "meridian" for cite in item.statement.cites}
        assert len(re.findall(r"\{ \.cite \}", line.split(item.anchor)[1].split('class="say"')[0])) == len(origins)


def test_a_paragraph_lists_what_rests_on_it(full: dict[str, str]) -> None:
    paragraph = full["sources/gazette.md"].split('id="p4"')[1].split('id="p5"')[0]
    assert "[The numbers](../numbers.md#s-" in paragraph
    assert "[Overview](../index.md#s-" in paragraph
    assert "about 40" in paragraph


def test_an_article_without_licence_is_shown_by_its_cited_sentences_only(full: dict[str, str]) -> None:
    text = full["sources/copy.md"].split("## Paragraph by paragraph")[1]
    assert "Fewer than 60 fishermen had been held before." in text
    uncited = replace(FULL, ledger=(), key_figures=(), agreements=(), events=())
    text = render_pages(uncited, TEMPLATES)["sources/copy.md"].split("## Paragraph by paragraph")[1]
    assert "Fewer than 60" not in text and "Ilva Doran is one" not in text
    assert "…" in text


def test_a_retold_passage_says_so(full: dict[str, str]) -> None:
    assert "The Lene Gazette, paragraph 1, retold" in full["index.md"]
    assert "Retold; the original is not shown." in full["index.md"]
    assert "Unnamed site, paragraph 1]" in full["index.md"]
    assert "Unnamed site, paragraph 1, retold" not in full["index.md"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("sources/gazette.md", "(according to the Harbour League)"),  # the sentence does not name who says it
        ("numbers.md", "from the Harbour League"),
        ("people/oskar-pell.md", '<q class="spoken">“Nobody here is for sale.”</q>'),
        ("people/tomas-vey.md", "No words of Tomas Vey were found in the articles."),
        ("people/index.md", "## Freed <span"),
        ("timeline.md", "3 dated events, from 1998 to 8 April 2031; 1 of them falls on 8 April 2031."),
        ("numbers.md", "3 figures set side by side; 1 does not add up."),
        ("sanctions.md", "1 step told of in 3 articles: 1 promised."),
        ("sources/index.md", "<summary>Harbour pilot <span"),
        ("sources/copy.md", "**Completeness** Lead missing"),
        ("about.md", "1 note about single articles"),
        ("people/ilva-dorran.md", "So written in 1 of 3 articles"),
        ("people/ilva-dorran.md", "Ілва Доран"),
        ("sources/copy.md", "The copy gives no title."),
        ("sources/copy.md", "1 line: a share button"),
        ("about.md", "9 April 2031"),
        ("index.md", "Twelve fishermen walked free on a "),
        ("index.md", "[Unnamed site](sources/copy.md)"),
    ],
)
def test_what_a_reader_must_not_miss(full: dict[str, str], page: str, expected: str) -> None:
    assert expected in full[page]


@pytest.mark.parametrize(
    ("page", "unwanted"),
    [
        ("about.md", "copy.md:"),  # findings are in an editor's words, with file and line
        ("about.md", "[data/"),
        ("sanctions.md", "Reports that thirteen"),  # not about the measures
        ("sanctions.md", "confirmed that claim"),
        ("people/oskar-pell.md", "(according to Oskar Pell)"),
    ],
)
def test_what_a_reader_must_not_meet(full: dict[str, str], page: str, unwanted: str) -> None:
    assert unwanted not in full[page]


def part(text: str, heading: str) -> str:
    """What stands under a heading of a page, as far as the next one."""
    return text.split(f"## {heading}")[1].split("\n## ")[0]


def words_of(text: str) -> str:
    """The text as a reader sees it."""
    return html.unescape(" ".join(re.sub(r"<[^>]+>|\[\d+\]\([^)]*\)\{ \.cite \}", "", text).split()))


def test_only_quotations_are_somebodys_own_words(full: dict[str, str]) -> None:
    page = full["people/oskar-pell.md"]
    assert "Reports that thirteen" in words_of(part(page, "What they said, retold"))
    assert "Reports that thirteen" not in words_of(part(page, "In their own words"))
    body = page.split("\n---\n", 1)[1]
    assert words_of(body.split("<details")[0]).count("Nobody here is for sale.") == 1


def test_a_correction_is_no_unknown(full: dict[str, str]) -> None:
    assert "Reports that thirteen" in words_of(part(full["index.md"], "Where the sources differ"))
    assert "Reports that thirteen" not in words_of(part(full["index.md"], "What is not known yet"))


def test_a_question_that_points_back_brings_what_it_points_to(full: dict[str, str]) -> None:
    unknown = words_of(part(full["index.md"], "What is not known yet"))
    assert "A harbour pilot said that two more were on their way. Norland has not confirmed that claim." in unknown


def test_undated_steps_come_first_and_apart() -> None:
    undated = replace(FULL.measures[0], when=None, when_text="", action="imposed", actors=("the U.S.", "The US"))
    page = render_pages(replace(FULL, measures=(*FULL.measures, undated)), TEMPLATES)["sanctions.md"]
    steps = words_of(part(page, "Step by step"))
    places = [steps.index(s) for s in ("No date given", "Imposed United States → Kestrian tin", "8 April 2031")]
    assert places == sorted(places)


def test_a_count_of_steps_says_what_was_done() -> None:
    frozen = replace(FULL.measures[0], action="froze")
    page = render_pages(replace(FULL, measures=(frozen,)), TEMPLATES)["sanctions.md"]
    assert "1 step told of in 3 articles: 1 frozen." in page


def test_one_sentence_about_two_days_stands_once() -> None:
    (first, *_), day = FULL.events, dt.date(2031, 4, 7)
    twice = (replace(first, when=Interval(day, day)), replace(first, when=FULL.event))
    page = render_pages(replace(FULL, events=twice), TEMPLATES)["timeline.md"]
    assert words_of(page.split("<details")[0]).count(first.statement.text) == 1
    assert "7 and 8 April 2031" in page


def test_what_is_beyond_a_dozen_sentences_is_folded() -> None:
    told = tuple(
        Agreement(say(text.format(n), "wire 2", "copy 2"), ("wire", "copy"), ("meridian",))
        for n in range(8)
        for text in ("Ilva Doran mended boat {}.", "Oskar Pell saw Ilva Doran at pier {}.")
    )
    page = render_pages(replace(FULL, agreements=told), TEMPLATES)["people/ilva-dorran.md"]
    open_part, folded = part(page, "What the sources say").split("<details")
    assert all(f"Ilva Doran mended boat {n}." in words_of(open_part) for n in range(8))
    assert words_of(open_part).count("Oskar Pell saw") == 4
    assert words_of(folded).count("Oskar Pell saw") == 4


def test_a_sentence_that_opens_with_a_pronoun_tells_nothing_of_anybody() -> None:
    told = Agreement(say("She met Ilva Doran there.", "wire 2", "copy 2"), ("wire", "copy"), ("meridian",))
    pages = render_pages(replace(FULL, agreements=(told,)), TEMPLATES)
    assert "She met" not in words_of(pages["people/ilva-dorran.md"].split("<details")[0])


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ten boats lie in the basin.", "Ten boats lie in the basin (according to the Harbour League)."),
        ("They sailed in 1998.", "They sailed in 1998 (according to the Harbour League)."),
        ("It belongs to Lund Inc.", "It belongs to Lund Inc. (according to the Harbour League)"),
        ("“Nobody is for sale.”", "“Nobody is for sale.” (according to the Harbour League)"),
        ("Ten boats", "Ten boats (according to the Harbour League)"),
    ],
)
def test_a_sentence_ends_behind_whose_word_it_is(text: str, printed: str) -> None:
    told = Agreement(say(text, "gazette 6", voice="the Harbour League"), ("gazette",), ("gazette",))
    page = words_of(render_pages(replace(FULL, only_in=(told,)), TEMPLATES)["sources/gazette.md"])
    assert printed in page.replace("\u2060", "").replace("&#8288;", "")


def test_what_others_tell_too_is_nobodys_alone() -> None:
    alone = Agreement(say("Eight were taken to Norland.", "wire 2"), ("wire",), ("meridian",))
    assert "no match was found" in render_pages(FULL, TEMPLATES)["sources/gazette.md"]
    assert "no match was found" not in render_pages(replace(FULL, only_in=(alone,)), TEMPLATES)["sources/wire.md"]


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({}, ["The Lene Gazette", "Meridian Wire", "Unnamed site (Meridian)"]),
        ({"title": "Harbour opens after talks, at last and for good"},
         ["The Lene Gazette", "Meridian Wire", "“Harbour opens after talks…” (Meridian)"]),
        ({"outlet": "Meridian Wire", "title": "Free"},
         ["The Lene Gazette", "Meridian Wire", "Meridian Wire, “Free”"]),
    ],
)  # fmt: skip
def test_a_source_is_called_what_a_reader_can_hold_apart(changed: dict[str, str], names: list[str]) -> None:
    articles = (*FULL.articles[:2], replace(FULL.articles[2], **changed))  # type: ignore[arg-type]
    pages = render_pages(replace(FULL, articles=articles), TEMPLATES)
    found = [re.search(r'^title: "(.*)"$', pages[f"sources/{a.id}.md"], re.M) for a in articles]
    assert [m[1] for m in found if m] == names
    heading = re.search(r"^# (.*)$", pages["sources/copy.md"], re.M)
    assert heading and heading[1] == names[2].removesuffix(" (Meridian)")  # whose reporting it is stands below it


def test_an_origin_that_nobody_names_is_called_what_its_article_is() -> None:
    nobody = replace(FULL.origins[1], id="wire", name="Unnamed site (wire)", is_named=False)
    articles = tuple(replace(a, outlet="", title="", agency="") for a in FULL.articles)
    pages = render_pages(replace(FULL, articles=articles, origins=(FULL.origins[0], nobody)), TEMPLATES)
    assert not any("(wire)" in words_of(text) for text in pages.values())
    titles = [re.search(r'^title: "(.*)"$', pages[f"sources/{id}.md"], re.M) for id in nobody.articles]
    assert [m[1] for m in titles if m] == ["Unnamed site A", "Unnamed site B (Unnamed site A)"]


def test_sources_that_read_alike_are_told_apart_by_their_day_then_by_a_letter() -> None:
    days = (dt.date(2031, 4, 8), dt.date(2031, 4, 9), dt.date(2031, 4, 9))
    alike = (replace(a, outlet="The Quay", title="", published=d) for a, d in zip(FULL.articles, days, strict=True))
    pages = render_pages(replace(FULL, articles=tuple(alike)), TEMPLATES)
    found = [re.search(r"^# (.*)$", pages[f"sources/{a.id}.md"], re.M) for a in FULL.articles]
    assert [m[1] for m in found if m] == [
        "The Quay, 8 April 2031",
        "The Quay, 9 April 2031 A",
        "The Quay, 9 April 2031 B",
    ]


def test_a_reader_can_turn_from_the_first_page_to_the_last(sample: tuple[Briefing, Pages]) -> None:
    _, pages = sample
    order, here = [], "index.md"
    while here:
        order.append(here)
        after = re.search(r"\[[^\[]*\]\(([^)]*)\)\{ \.after", pages.texts[here])
        here = str((Path("/") / here).parent.joinpath(after[1]).resolve()).lstrip("/") if after else ""
    assert set(order) == set(pages.texts) - {"print.md"}
    assert order[:2] == ["index.md", "people/index.md"] and order[-1] == "about.md"


def test_pages_of_people_follow_the_index(full: dict[str, str]) -> None:
    listed = re.findall(
        r"^- \[[^\]]*\]\(([a-z-]+\.md)\)\{ \.name", full["people/index.md"].split("## Who spells")[0], re.M
    )
    turned = [re.search(r"\(([a-z-]+\.md)\)\{ \.after", full[f"people/{page}"]) for page in listed[:-1]]
    assert [m[1] for m in turned if m] == listed[1:]


def test_of_two_roles_the_fuller_one_stands(full: dict[str, str]) -> None:
    (first, *others) = FULL.people
    roles = (say("strike leader", "wire 2"), say("a strike leader of the harbour", "wire 2"), say("a diver", "wire 2"))
    page = render_pages(replace(FULL, people=(replace(first, roles=roles), *others)), TEMPLATES)
    box = words_of(next(text for path, text in page.items() if path.endswith(f"/{first.id}.md")))
    assert "Role** a strike leader of the harbour" in box and "a diver" in box and "Role** strike leader" not in box


def test_without_sanctions_nothing_leads_to_their_page() -> None:
    pages = render_pages(ALONE, TEMPLATES)
    assert not [path for path, text in pages.items() if "sanctions" in text.lower()]


def test_without_sanctions_an_editors_explainer_stands_alone_on_its_page() -> None:
    section = Section("why", "Why the pier fell", ((say("Nobody is for sale.", "copy 1"),),))
    page = render_pages(replace(ALONE, explainer=(section,)), TEMPLATES)["sanctions.md"]
    assert re.findall(r"^##? .*", page, re.M) == ["# Explainer", "## Why the pier fell { #why }"]
    assert "anction" not in page


def test_what_an_explainer_says_first_opens_its_page_and_its_sections_open_its_parts() -> None:
    why = Section("why", "Why tin", ((say("Norland has a ban on Kestrian tin.", "gazette 1"),),
                                     (say("Twelve fishermen walked free.", "gazette 1"),)))  # fmt: skip
    argued = Section("who-argues-what", "Who wants what", ((say("Oskar Pell spoke.", "wire 6"),),))
    page = render_pages(replace(FULL, explainer=(why, argued)), TEMPLATES)["sanctions.md"]
    opening = page.split("\n# ")[1].split("\n## ")[0]
    assert "Norland has a ban" in words_of(opening) and "{ .standfirst }" in opening
    assert "Norland has a ban" not in words_of(part(page, "Why tin"))
    assert "1 step told of in 3 articles: 1 promised." in part(page, "Step by step")
    assert "Oskar Pell spoke." in words_of(part(page, "Who wants what"))
    assert "Who argues what" not in page


def test_who_reports_an_event_stands_beside_it(full: dict[str, str]) -> None:
    dated = part(full["timeline.md"], "2031")
    assert words_of(dated).count("The Lene Gazette") >= 1
    single = replace(FULL, origins=FULL.origins[:1])
    assert 'class="credit"' not in render_pages(single, TEMPLATES)["timeline.md"]


def test_who_was_freed_stands_behind_what_happened_with_its_citations(full: dict[str, str]) -> None:
    freed = part(full["index.md"], "Who was freed")
    assert "Ilva Dorran" in words_of(freed) and "Freed" in words_of(freed) and "{ .cite }" in freed
    assert "Ilva Dorran" not in words_of(part(full["index.md"], "Who is who"))
    headings = re.findall(r"^## (.*?) \{", full["index.md"], re.M)
    assert headings.index("Who was freed") == headings.index("What happened") + 1
    nobody = tuple(replace(p, group="opposition") for p in FULL.people)
    assert "Who was freed" not in render_pages(replace(FULL, people=nobody), TEMPLATES)["index.md"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Tomas Vey, a former pilot of Lene harbour, was held in 2019.", "A former pilot of Lene harbour"),
        ("Tomas Vey is the harbour master; he was held.", "The harbour master"),
        ("Tomas Vey is the U.N. envoy to Lene. He was held.", "The U.N. envoy to Lene"),
        ("Tomas Vey, who led a strike, was held.", "Tomas Vey, who led a strike, was held."),
    ],
)
def test_a_profile_that_stands_for_a_role_is_not_cut_in_the_middle(said: str, shown: str) -> None:
    people = tuple(replace(p, roles=()) for p in FULL.people)
    briefing = replace(FULL, people=people, profiles=(("tomas-vey", (say(said, "wire 2"),)),))
    assert shown in words_of(render_pages(briefing, TEMPLATES)["people/index.md"])


def test_a_quotation_that_is_not_shown_was_spoken_all_the_same() -> None:
    wordless = tuple(replace(u, statement=replace(u.statement, text="")) for u in FULL.utterances)
    page = render_pages(replace(FULL, utterances=wordless), TEMPLATES)["people/oskar-pell.md"]
    words = part(page, "In their own words")
    assert "No quotation of" not in words and "[paragraph 3](../sources/gazette.md#p3)" in words


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("index.md", "The articles count nothing"),
        ("people/index.md", "The articles name nobody."),
        ("timeline.md", "The articles give no date that can be placed"),
        ("numbers.md", "The articles count nothing"),
        ("sources/copy.md", "the copy names no outlet"),
    ],
)
def test_what_is_missing_is_said(page: str, expected: str) -> None:
    assert expected in render_pages(ALONE, TEMPLATES)[page]


def test_same_in_same_out(full: dict[str, str]) -> None:
    assert render_pages(FULL, TEMPLATES) == full


# ---------------------------------------------------------------- text of an article does nothing

HOSTILE = "<img/src=x/onerror=alert(1)>{{config}}{%raw%}[x](javascript:y)*b*{.evil}`c`|d[^1]&lt;\"'"
HARMLESS = re.sub(r"\W", "·", HOSTILE)  # the same words, so that the same passages are chosen
PROSE = {
    "text", "title", "outlet", "author", "agency", "licence", "name", "group_label", "what", "reason", "voice",
    "voices", "found", "advice", "place", "why", "who", "about", "heading", "term", "merges", "rule",
    "corrections", "speaker",
}  # fmt: skip


def spoil(value: Any, word: str, field: str = "") -> Any:
    """The value with the word behind every text that comes from an article or an editor."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: spoil(getattr(value, f.name), word, f.name) for f in fields(value)})
    if isinstance(value, tuple):
        return tuple(spoil(item, word, field) for item in value)
    return value + word if isinstance(value, str) and field in PROSE and value else value


def test_hostile_text_changes_no_page() -> None:
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=Lenient)["markdown_extensions"]
    names = [name if isinstance(name, str) else next(iter(name)) for name in settings]
    harmless, hostile = (render_pages(spoil(FULL, word), TEMPLATES) for word in (HARMLESS, HOSTILE))
    for path, text in hostile.items():
        head, body = text.split("---\n", 2)[1:]
        expected = Seen(markdown.markdown(harmless[path].split("---\n", 2)[2], extensions=names))
        seen = Seen(markdown.markdown(body, extensions=names))
        assert seen.tags == expected.tags, path
        assert seen.names == expected.names, path
        assert not set("<>") & set("".join(map(str, yaml.safe_load(head).values()))), path
        assert typed(seen.text) == typed(expected.text.replace(HARMLESS, HOSTILE)), path


def typed(text: str) -> str:
    """The text in one line, with the marks of a typewriter."""
    return " ".join(text.translate(str.maketrans("‘’“”", "''\"\"")).split())


class Lenient(yaml.SafeLoader):
    """Reads mkdocs.yml without minding `!ENV`."""


Lenient.add_constructor("!ENV", lambda loader, node: None)


# ---------------------------------------------------------------- templates that ask for what is not there


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{{ briefing.titel }}", "titel"),
        ("{{ nothing }}", "nothing"),
        ("{{ briefing.title | safe }}", "safe"),
        ('{{ briefing.title ~ "x" }}', "Concat"),
        ("{% if %}", "Expected"),
        ('{{ desk.dating("nobody") }}', "None"),
        ('{% include "absent.j2" %}', "absent.j2"),
    ],
)
def test_a_template_error_names_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    templates = shutil.copytree(TEMPLATES, tmp_path / "templates")
    page = templates / "timeline.md.j2"
    lines = page.read_text(encoding="utf-8").split("\n")
    page.write_text("\n".join([*lines[:6], line, *lines[6:]]), encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        render_pages(FULL, templates)
    assert message in str(caught.value)
    if "absent" not in line:
        assert (caught.value.file, caught.value.place) == ("templates/timeline.md.j2", "line 7")


# ---------------------------------------------------------------- the site


@pytest.mark.parametrize("name", SAMPLES)
def test_the_site_builds_without_a_warning(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    docs = shutil.copytree(ROOT / "docs" / "assets", tmp_path / "docs" / "assets").parent
    for path, text in render_pages(SAMPLES[name], TEMPLATES).items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    nav = [{name: path} for path, name in name_pages(SAMPLES[name]).items()]
    config = load_config(
        str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(tmp_path / "site"), strict=True, hooks=[], nav=nav
    )
    build(config)  # strict: a link or an anchor that leads nowhere is an error
    for page in (tmp_path / "site").rglob("*.html"):
        seen = Seen(page.read_text(encoding="utf-8").split("<article")[-1].split("</article>")[0])
        assert not re.search(r"\{ [.#]|\]\(|markdown=", seen.text), page  # Markdown that was meant to act and did not
    first = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "<title>Fishermen for tin</title>" in first
    hosts = set(re.findall(r'(?:src|href)="(https?://[^/"]+)', first))
    assert hosts <= {"http://127.0.0.1:8000"}
