"""What must hold of the values that follow from fields: each year is in one age, and each question has its rule."""

import math
from collections.abc import Mapping
from itertools import pairwise

from generator.answers import rules
from generator.reading.hints import hint
from generator.reading.log import Reading
from generator.shape import Shape
from generator.vocabulary import Span, Term
from generator.wording import wording


def check_ages(reading: Reading, ages: Mapping[str, Term]) -> None:
    """Report ages that leave years out or have them twice, and what is missing or twice for years not told."""
    spans = [term for term in ages.values() if isinstance(term, Span)]
    untold = [span for span in spans if span.start is span.end is None]
    for span in untold[1:]:
        reading.report(
            (span.slug,), "age_untold_twice", reading.document.keys[span.slug,], other=untold[0].slug
        )
    if spans and not untold:
        reading.report((), "age_untold")
    years = sorted((span for span in spans if span not in untold), key=_begun)
    for span in years:
        if span.start and span.end and span.end < span.start:
            reading.report((span.slug, "end"), "years_backwards", start=span.start, end=span.end)
            return
    if years and years[0].start:
        reading.report(
            (years[0].slug, "start"), "age_edge", years=wording.years["before"].format(year=years[0].start)
        )
    if years and years[-1].end:
        reading.report(
            (years[-1].slug, "end"), "age_edge", years=wording.years["after"].format(year=years[-1].end)
        )
    for span, after in pairwise(years):
        _check_pair(reading, span, after)


def _begun(span: Span) -> tuple[int, float]:
    """Return when an age begins, or where none is told, when it ends."""
    return span.start or 0, span.end or math.inf


def _check_pair(reading: Reading, span: Span, after: Span) -> None:
    """Report years between two ages, or those in both."""
    if span.end is None:
        key = reading.document.keys[span.slug,]
        reading.report(
            (span.slug,), "age_overlap", key, suggestion=f"end: {(after.start or 1) - 1}", other=after.slug
        )
    elif after.start is None:
        key = reading.document.keys[after.slug,]
        reading.report(
            (after.slug,), "age_overlap", key, suggestion=f"start: {span.end + 1}", other=span.slug
        )
    elif after.start <= span.end:
        reading.report(
            (after.slug, "start"), "age_overlap", suggestion=f"start: {span.end + 1}", other=span.slug
        )
    elif after.start > span.end + 1:
        told = str(span.end + 1) if after.start == span.end + 2 else f"{span.end + 1}-{after.start - 1}"
        reading.report((after.slug, "start"), "age_gap", start=span.end + 1, other=span.slug, years=told)


def asked(questions: Mapping[str, Term], shape: Shape) -> dict[str, Term]:
    """Return the questions that the cases can answer: a catalogue may do without the field of one."""
    known = {slug: field for slug, (field, _) in rules().items()}
    return {
        slug: term for slug, term in questions.items() if known.get(slug, "title") in shape.case.model_fields
    }


def check_questions(reading: Reading, questions: Mapping[str, Term]) -> None:
    """Report questions that no rule answers, and rules without a question."""
    if not questions:
        return
    missing = [slug for slug in rules() if slug not in reading.document.data]
    for slug in questions:
        if slug not in rules():
            told = hint(slug, missing)
            reading.report((slug,), "no_rule", reading.document.keys[slug,], hint=told)
    for slug in missing:
        reading.report((), "no_question", slug=slug)
