"""The editors' commands, as an editor types them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from markupsafe import escape

from generator.catalogue import Catalogue
from generator.editing import links, reach
from generator.editing.audit import similar_terms
from generator.editing.formatter import fmt
from generator.editing.rename import meant
from generator.facets import FACETS
from generator.reading.folder import load, load_vocabulary
from generator.reading.schema import FILE, as_text
from generator.shape import BUILT_IN
from generator.site.redirects import redirects
from generator.site.render import Site
from generator.vocabulary import Municipality, Term, Vocabulary, kinds
from helpers import CASES, ROOT, run_in


def unwritten(cases: Path, path: Path) -> set[str]:
    """Return the fields that a new case still asks for, which must be all that is wrong with it."""
    found = json.loads(run_in(cases, "check", str(path), "--format", "json").output)
    assert {problem["code"] for problem in found} == {"todo"}
    return {problem["field"] for problem in found}


def test_schema_file_is_current() -> None:
    vocabulary, _ = load_vocabulary(CASES / "vocabulary")
    assert (CASES / "vocabulary" / FILE).read_text("utf-8") == as_text(vocabulary), "Kør make schema"


def test_schema_is_published_with_the_site(made_project: Path) -> None:
    assert (made_project / "site" / "assets" / FILE).read_text("utf-8") == (
        CASES / "vocabulary" / FILE
    ).read_text("utf-8")


def test_new_takes_options_by_danish_name_or_slug(cases: Path) -> None:
    options = [
        "--municipality",
        "Aarhus",
        "--theme",
        "aeldre",
        "--source",
        "kl-casekatalog",
        "--where",
        "side 3",
    ]
    done = run_in(cases, "new", 'Fælles "indgang": nu', "--summary", "Kort: sagt.", *options)
    assert done.exit_code == 0, done.output
    path = cases / "faelles-indgang-nu.yaml"
    assert unwritten(cases, path) == {"form", "purpose", "organisation"}
    assert "municipalities: [aarhus]" in path.read_text("utf-8")
    assert fmt("x", path.read_bytes()).encode() == path.read_bytes()


def test_new_asks_for_what_a_case_needs_and_says_what_was_meant(cases: Path) -> None:
    answers = "Ny vej\nKort sagt.\nArhus\nAarhus, Odense\naeldre\nintern\nkl-casekatalog\nside 3\n"
    done = run_in(cases, "new", answers=answers)
    assert 'Mente du "aarhus"?' in done.output
    assert unwritten(cases, cases / "ny-vej.yaml") == {"purpose", "organisation"}


def test_new_overwrites_nothing(cases: Path) -> None:
    before = (cases / "aaen-tilbage.yaml").read_bytes()
    done = run_in(cases, "new", "Åen tilbage")
    assert done.exit_code == 1
    assert "findes allerede" in done.output
    assert (cases / "aaen-tilbage.yaml").read_bytes() == before


@pytest.mark.parametrize("title", ["Index", "404", "Tema", "Om", "Case"])
def test_new_refuses_the_addresses_of_fixed_pages_at_once(cases: Path, title: str) -> None:
    (cases / "om.md").write_text("# Om\n", encoding="utf-8")
    done = run_in(cases, "new", title)
    assert done.exit_code != 0
    assert "som en fast side har. Vælg en anden titel." in done.output
    assert not (cases / f"{title.lower()}.yaml").exists()


def test_new_leaves_nothing_when_it_fails_or_is_broken_off(cases: Path) -> None:
    before = sorted(cases.iterdir())
    done = run_in(cases, "new", "Usyn\u00adlig")
    assert "usynligt tegn" in done.output
    assert done.exit_code == 1
    assert run_in(cases, "new", answers="Afbrudt\nKort sagt.\n").exit_code == 1
    assert sorted(cases.iterdir()) == before


def test_new_asks_again_until_the_title_and_the_number_of_themes_will_do(cases: Path) -> None:
    answers = (
        "!!!\nÅen tilbage\nEn anden plan\n\n\naeldre, sundhed, kultur-og-fritid, udsatte\naeldre\n\n\n\n"
    )
    done = run_in(cases, "new", answers=answers)
    assert done.exit_code == 0, done.output
    assert "mindst ét bogstav" in done.output
    assert "aaen-tilbage.yaml findes allerede" in done.output
    assert "Det er 4; højst 3." in done.output
    assert "themes: [aeldre]" in (cases / "en-anden-plan.yaml").read_text("utf-8")


def test_a_full_disk_leaves_every_file_as_it_was(cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in cases.rglob("*") if path.is_file()}
    synced: list[int] = []

    def full(handle: int) -> None:
        synced.append(handle)
        if len(synced) > 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run_in(cases, "rename-tag", "forms", "intern", "egen")
    assert done.exit_code == 1
    assert "disken er fuld" in done.output
    assert len(synced) == 3
    assert {path: path.read_bytes() for path in cases.rglob("*") if path.is_file()} == before


@pytest.mark.slow
def test_check_watches(cases: Path) -> None:
    command = [sys.executable, "-m", "generator", "check", "--watch", "--cases", str(cases)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        assert any("ingen fejl" in line for line in iter(process.stdout.readline, ""))
        (cases / "aaen-tilbage.yaml").write_text("title: [\n", "utf-8")
        assert any("aaen-tilbage.yaml:" in line for line in iter(process.stdout.readline, ""))
        process.terminate()


def test_rename_tag_moves_all_cases_and_leaves_redirects(cases: Path, tmp_path: Path) -> None:
    before = {path: path.read_text("utf-8") for path in cases.glob("*.yaml")}
    done = run_in(cases, "rename-tag", "tema", "aeldre", "aeldre-og-pleje", "--name", "Ældre og pleje")
    assert done.exit_code == 0, done.output
    assert run_in(cases, "check").exit_code == 0
    assert '"aeldre-og-pleje"' in (cases / "vocabulary" / FILE).read_text("utf-8")
    for path, text in before.items():
        assert path.read_text("utf-8") == re.sub(r"(themes: \[.*?)\baeldre\b", r"\1aeldre-og-pleje", text)
    catalogue = Catalogue(*load(cases))
    assert catalogue.term("theme", "aeldre-og-pleje").name == "Ældre og pleje"
    files = dict(Site(catalogue, ROOT / "theme_overrides").files())
    page = files["tema/aeldre/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../../tema/aeldre-og-pleje/">' in page
    assert '<link rel="canonical" href="../../tema/aeldre-og-pleje/">' in page
    assert '<a href="../../tema/aeldre-og-pleje/">Ældre og pleje</a>' in page
    run_in(cases, "rename-tag", "themes", "aeldre-og-pleje", "pleje")
    assert load(cases)[1]["themes"]["pleje"].redirects == ("aeldre-og-pleje", "aeldre")


def test_rename_tag_merges_with_a_value_that_is_there(cases: Path) -> None:
    count = Catalogue(*load(cases)).count
    both = {
        case.slug
        for tag in ("ledelse", "tillid")
        for case in Catalogue(*load(cases)).cases_with("driver", tag)
    }
    assert count("driver", "tillid")
    assert run_in(cases, "rename-tag", "factors", "tillid", "ledelse").exit_code == 0
    catalogue = Catalogue(*load(cases))
    assert {case.slug for case in catalogue.cases_with("driver", "ledelse")} == both
    assert "tillid" not in catalogue.vocabulary["factors"]
    assert {url for url in redirects(catalogue) if url.endswith("/tillid/")} == {
        "drivkraft/tillid/",
        "barriere/tillid/",
    }


@pytest.mark.parametrize("new", ["storkommunen", "taarnby"])
def test_rename_tag_keeps_the_neighbours_of_a_municipality(cases: Path, new: str) -> None:
    assert run_in(cases, "rename-tag", "kommune", "koebenhavn", new).exit_code == 0
    _, vocabulary = load(cases)
    places = {
        slug: place for slug, place in vocabulary["municipalities"].items() if isinstance(place, Municipality)
    }
    assert {"gentofte", "hvidovre"} <= set(places[new].neighbours)
    assert new in places["gentofte"].neighbours


@pytest.mark.parametrize(
    "name", sorted(set(kinds(BUILT_IN)) - {"glossary", "points", "questions", "synonyms", "related"})
)
def test_rename_tag_reaches_all_that_uses_a_value(cases: Path, name: str) -> None:
    old = next(slug for slug in load(cases)[1][name] if slug not in meant(name))
    done = run_in(cases, "rename-tag", name, old, "et-nyt", "--name", 'Et "nyt"')
    assert done.exit_code == 0, done.output
    vocabulary = load(cases)[1]
    assert vocabulary[name]["et-nyt"].name == 'Et "nyt"'
    for path in cases.glob("*.md"):
        assert f"/{old}/" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tem", "aeldre", "x"], '"tem" findes ikke'),
        (["themes", "aldre", "x"], 'Mente du "aeldre"?'),
        (["themes", "aeldre", "Ældre pleje"], 'Mente du "aeldre-pleje"?'),
        (["themes", "aeldre", "Ældre"], 'Mente du "aeldre-ny"?'),
        (["themes", "aeldre", "aeldre"], '"aeldre" hedder allerede sådan.'),
        (["fortaeller-om", "virkning", "effekt"], "programmet har en regel, der går efter det"),
        (["figure_roles", "resultat", "udfald"], "ret `name` under `resultat:` i"),
        (["gevinst", "udeblev", "oekonomi"], "programmet har en regel, der går efter det"),
    ],
)
def test_rename_tag_says_what_is_wrong_and_touches_nothing(
    cases: Path, arguments: list[str], words: str
) -> None:
    before = {path: path.read_bytes() for path in cases.rglob("*.yaml")}
    done = run_in(cases, "rename-tag", *arguments)
    assert done.exit_code == 2
    assert words in done.output
    assert {path: path.read_bytes() for path in cases.rglob("*.yaml")} == before


def test_the_words_that_rules_go_by_are_in_the_vocabularies(catalogue: Catalogue) -> None:
    assert meant("gain_types") == ("udeblev", "oekonomi") and meant("themes") == ()
    for name, terms in catalogue.vocabulary.items():
        assert set(meant(name)) <= set(terms), name


def test_rename_case_leaves_a_redirect_and_moves_references(cases: Path) -> None:
    other = cases / "alt-i-brug.yaml"
    text = other.read_text("utf-8").replace("inspired_by: [aaen-tilbage]", "inspired_by: []")
    other.write_text(text.replace("see_also: [oeen-samler-kraefter]", "see_also: [aaen-tilbage]"), "utf-8")
    assert run_in(cases, "rename-case", "aaen-tilbage", "aaen-loeber").exit_code == 0
    catalogue = Catalogue(*load(cases))
    assert redirects(catalogue)["case/aaen-tilbage/"][0] == "case/aaen-loeber/"
    assert "aaen-loeber" in catalogue.by_slug["alt-i-brug"].related.see_also
    assert run_in(cases, "rename-case", "aaen-loeber", "aaen-tilbage").exit_code == 0
    assert load(cases)[0]
    assert Catalogue(*load(cases)).by_slug["aaen-tilbage"].aliases == ("aaen-loeber",)


def test_rename_case_reaches_the_points_that_name_it(cases: Path) -> None:
    points = cases / "vocabulary" / "points.yaml"
    slug = re.findall(r"case: ([a-z0-9-]+)", points.read_text("utf-8"))[0]
    assert run_in(cases, "rename-case", slug, "et-nyt-navn").exit_code == 0
    assert slug not in points.read_text("utf-8")
    assert "case: et-nyt-navn" in points.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("om", "om"),
        ("assets", "assets"),
        ("aaen-tilbage", "findes allerede"),
        ("Nyt Navn", 'Mente du "nyt-navn"?'),
        ("Alt i brug", 'Mente du "alt-i-brug-ny"?'),
        ("alt-i-brug", '"alt-i-brug" hedder allerede sådan.'),
        ("a" * 81, "aaa"),
    ],
)
def test_rename_case_refuses_an_address_that_check_would_refuse(cases: Path, name: str, words: str) -> None:
    done = run_in(cases, "rename-case", "alt-i-brug", name)
    assert done.exit_code == 2
    assert words in done.output
    assert (cases / "alt-i-brug.yaml").is_file()
    assert run_in(cases, "check").exit_code == 0


def test_status_tells_the_same_as_the_editors_page(cases: Path, made_project: Path) -> None:
    page = (made_project / "site" / "redaktion" / "index.html").read_text("utf-8")
    found = json.loads(run_in(cases, "status", "--format", "json").output)
    titles = {case.slug: case.title for case in load(cases)[0]}
    for slug, fields in found["missing"].items():
        title = re.escape(str(escape(titles[slug])))
        assert re.search(
            rf"{title}</a></th><td[^>]*>{len(fields)}</td><td[^>]*>{', '.join(fields)}</td>", page
        )
    for slug in found["unconfirmed"]:
        assert f'<li><a href="../case/{slug}/">' in page
    for facet, counts in found["counts"].items():
        used = sum(count > 0 for count in counts.values())
        assert re.search(rf'/{FACETS[facet].folder}/">[^<]+</a> <span class="count">{used} i brug<', page)


@pytest.mark.slow
def test_status_names_confirmations_that_are_too_old(cases: Path) -> None:
    past = json.loads(run_in(cases, "status", "--format", "json", "--date", "2027-05-04").output)["past"]
    assert past == {"alt-i-brug": "2027-05-03"}
    assert not json.loads(run_in(cases, "status", "--format", "json", "--date", "2027-05-03").output)["past"]
    assert "alt-i-brug: før 2027-05-03" in run_in(cases, "status", "--date", "2027-05-04").output


def test_link_check_finds_what_does_not_answer(cases: Path, made_server: str, tmp_path: Path) -> None:
    path = cases / "aaen-tilbage.yaml"
    for other in {*cases.glob("*.yaml")} - {path}:
        other.unlink()
    text = (
        path.read_text("utf-8")
        + f"advice:\n  - Se [siden]({made_server}findes-ikke/) og [forsiden]({made_server}).\n"
    )
    path.write_text(text + "  - Og [den](http://127.0.0.1:1/x).\n", "utf-8")
    report = tmp_path / "links.json"
    done = run_in(cases, "links", "-o", str(report))
    assert done.exit_code == 1
    assert f"{made_server}findes-ikke/ svarer med fejl 404 ({path.stem})" in done.output
    assert reach.fetch(made_server) is None
    shown = run_in(cases, "status", "--links", str(report)).output
    assert "http://127.0.0.1:1/x svarer ikke" in shown
    found = links.from_json(report.read_text("utf-8"))
    page = Site(Catalogue(*load(cases)), ROOT / "theme_overrides")
    html = next(page.render(item) for item in page.pages(found) if item.url == "redaktion/")
    assert "svarer med fejl 404" in html


@pytest.mark.slow
def test_status_tells_of_points_that_name_what_is_gone(cases: Path) -> None:
    assert json.loads(run_in(cases, "status", "--format", "json").stdout)["astray"] == []
    points = cases / "vocabulary" / "points.yaml"
    text = points.read_text("utf-8")
    text = text.replace("oeen-samler-kraefter, advice: 1}", "oeen-samler-kraefter, advice: 99}")
    points.write_text(text.replace("case: alt-i-brug, advice: 1", "case: findes-ikke, advice: 1"), "utf-8")
    shown = run_in(cases, "status").output
    assert "begynd-smaat: råd 1 i findes-ikke" in shown
    assert "skriv-det-ned: råd 99 i oeen-samler-kraefter" in shown
    page = Site(Catalogue(*load(cases)), ROOT / "theme_overrides")
    html = next(page.render(item) for item in page.pages() if item.url == "redaktion/")
    assert "Skriv det ned: råd 99 i oeen-samler-kraefter" in html


def test_care_finds_unused_and_alike_values() -> None:
    terms = {
        slug: Term(slug=slug, name=name, definition=name)
        for slug, name in [("a", "Ældre og sundhed"), ("b", "Sundhed og ældre"), ("c", "Klima")]
    }
    pairs = list(similar_terms(Vocabulary({"themes": terms})))
    assert [(pair.first.slug, pair.second.slug) for pair in pairs] == [("a", "b")]


def test_a_sheet_that_is_there_is_never_overwritten(cases: Path, tmp_path: Path) -> None:
    (tmp_path / "ark.xlsx").write_text("mit")
    done = run_in(cases, "template-sheet", "-o", str(tmp_path / "ark.xlsx"))
    assert (done.exit_code, "findes allerede og er ikke rørt" in done.output) == (1, True)
    assert (tmp_path / "ark.xlsx").read_text() == "mit"


def test_changes_since_what_git_does_not_know_are_told(cases: Path) -> None:
    done = run_in(cases, "changes", "findes-ikke")
    assert done.exit_code == 2
    assert 'git kender ikke "findes-ikke"' in done.output


def test_nothing_changed_is_told(cases: Path) -> None:
    assert "Ingen cases eller mærker er ændret." in run_in(cases, "changes", str(cases)).output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rename-case", "findes-ikke", "ny"], "findes-ikke.yaml findes ikke"),
        (["rename-tag", "themes", "aeldre", "con"], "Windows"),
    ],
)
def test_a_renaming_that_cannot_be_is_told(cases: Path, arguments: list[str], words: str) -> None:
    done = run_in(cases, *arguments)
    assert (done.exit_code, words in done.output) == (2, True), done.output


def test_no_tag_is_renamed_while_a_case_or_a_list_of_words_is_faulty(cases: Path) -> None:
    for path in (cases / "alt-i-brug.yaml", cases / "vocabulary" / "forms.yaml"):
        text = path.read_text("utf-8")
        path.write_text(f"{text}\n: [", "utf-8")
        done = run_in(cases, "rename-tag", "themes", "aeldre", "pleje")
        path.write_text(text, "utf-8")
        assert (done.exit_code, path.name in done.output) == (1, True), done.output
        assert "aeldre" in load(cases)[1]["themes"]
