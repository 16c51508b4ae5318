"""What an editor says about a new case, asked for in the terminal or given as options."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from generator.editing.new_case import Answers, address
from generator.messages import remedy
from generator.reading.hints import maybe
from generator.reading.slugs import name_faults, reserved
from generator.shape import Shape
from generator.text import sort_key
from generator.vocabulary import Vocabulary
from generator.wording import wording

LONG_LIST = 30
"""Lists of more words than this are not shown before a question."""


def title(folder: Path, shape: Shape) -> str:
    """Ask for a title until it gives a file that is not there yet."""
    click.echo(wording.prompts["begin"])
    while True:
        answer = str(click.prompt(wording.prompts["title"])).strip()
        if fault := title_fault(answer, folder, shape):
            click.echo(fault)
        else:
            return answer


def title_fault(given: str, folder: Path, shape: Shape) -> str | None:
    """Return why a new case cannot have a title, or None."""
    slug = address(given)
    if not slug:
        return no_address()
    if slug in reserved(folder, shape):
        return _sentence(remedy("address_reserved", slug=slug))
    path = folder / f"{slug}.yaml"
    if path.exists():
        return wording.prompts["taken"].format(path=path)
    return next(iter(name_faults(slug, folder, shape)), None)


def no_address() -> str:
    """Return what is said of a title that gives no address."""
    return _sentence(remedy("address_empty"))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def asked_for(options: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the options, with questions asked for those that are not given, but for fields that cases have not."""
    said = wording.prompts
    questions: dict[str, Callable[[], Any]] = {
        "summary": lambda: _text(said["summary"]),
        "municipalities": lambda: _tags(said["municipalities"], vocabulary, "municipalities"),
        "themes": lambda: _tags(said["themes"], vocabulary, "themes", 3),
        "form": lambda: next(iter(_tags(said["form"], vocabulary, "forms", 1)), None),
        "source": lambda: _source(vocabulary),
        "where": lambda: _text(said["where"]),
    }
    known = {*vocabulary.shape.case.model_fields, "source", "where"}
    found = {**options, **{name: options[name] or ask() for name, ask in questions.items() if name in known}}
    if found["source"] and not _shared_source(found["source"], vocabulary):
        found |= {"publisher": _text(said["publisher"]), "year": _text(said["year"])}
    return found


def answers(options: Mapping[str, Any], vocabulary: Vocabulary) -> Answers:
    """Return what the options say, with tags as slugs; raises UsageError for words that are not known."""
    form = _slugs(vocabulary, "forms", filter(None, [options["form"]]))
    source = options["source"] or ""
    shared = _shared_source(source, vocabulary)
    return Answers(
        summary=options["summary"] or wording.common["todo"],
        municipalities=_slugs(vocabulary, "municipalities", options["municipalities"]),
        themes=_slugs(vocabulary, "themes", options["themes"]) or [wording.common["todo"]],
        form=next(iter(form), wording.common["todo"]),
        source=shared,
        source_title=source if source and not shared else wording.common["todo"],
        publisher=options.get("publisher") or wording.common["todo"],
        year=options.get("year") or wording.common["todo"],
        where=options["where"] or wording.common["todo"],
    )


def _answer(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False)).strip()


def _text(question: str) -> str:
    return _answer(question) or wording.common["todo"]


def _source(vocabulary: Vocabulary) -> str:
    """Ask for a source: one that cases share, by its slug or name, or the title of the case's own."""
    _show(vocabulary, "sources")
    return _answer(wording.prompts["source"])


def _shared_source(word: str, vocabulary: Vocabulary) -> str:
    """Return the slug of a source that cases share, by its slug or name, or nothing."""
    try:
        return next(iter(_slugs(vocabulary, "sources", filter(None, [word]))), "")
    except click.UsageError:
        return ""


def _show(vocabulary: Vocabulary, name: str) -> None:
    for term in vocabulary[name].values():
        click.echo(f"  {term.slug:32} {term.name}")


def _tags(question: str, vocabulary: Vocabulary, name: str, limit: int | None = None) -> tuple[str, ...]:
    """Ask for words of a vocabulary until all that is answered is found there."""
    if len(vocabulary[name]) <= LONG_LIST:
        _show(vocabulary, name)
    while True:
        words = [word.strip() for word in _answer(question).split(",") if word.strip()]
        try:
            slugs = tuple(dict.fromkeys(_slugs(vocabulary, name, words)))
        except click.UsageError as error:
            click.echo(error.message)
            continue
        if limit is None or len(slugs) <= limit:
            return slugs
        click.echo(wording.prompts["too_many"].format(count=len(slugs), limit=limit))


def _slugs(vocabulary: Vocabulary, name: str, words: Iterable[str]) -> list[str]:
    """Return words, given by slug or name, as slugs."""
    names = {sort_key(term.name)[0]: slug for slug, term in vocabulary[name].items()}
    slugs = []
    for word in words:
        slug = word if word in vocabulary[name] else names.get(sort_key(word)[0])
        if slug is None:
            near = vocabulary.nearest(name, word)
            raise click.UsageError(wording.prompts["no_word"].format(word=word, hint=maybe(near)))
        slugs.append(slug)
    return slugs
