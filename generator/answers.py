"""What a case answers of the fixed questions: what it gave, how it came about, the conditions, the method, the cost.

The form's preview makes the same of what is typed, in theme_overrides/assets/js/form/answers.js.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator import evidence
from generator.cost import is_whole
from generator.figures import amount
from generator.model import Case
from generator.text import counted
from generator.vocabulary import Term, Vocabulary
from generator.wording import by_language, wording

KNOWN, PARTLY, UNTOLD = "known", "partly", "untold"


@dataclass(frozen=True)
class Answer:
    """How much a case tells in answer to a question, the reason in one line, and the field that tells most of it."""

    question: Term
    degree: str
    reason: str
    field: str


@dataclass(frozen=True)
class Profile:
    """How many of some cases answer a question wholly, and how many in part."""

    question: Term
    known: int
    partly: int
    cases: int

    @property
    def told(self) -> int:
        """How many answer it wholly or in part."""
        return self.known + self.partly


def answers(case: Case, vocabulary: Vocabulary) -> tuple[Answer, ...]:
    """Return what a case answers of each question, in the vocabulary's order."""
    found, known = [], rules()
    for slug, question in vocabulary["questions"].items():
        if slug in known:
            field, rule = known[slug]
            found.append(Answer(question, *rule(case, vocabulary), field))
    return tuple(found)


def profile(cases: Sequence[Case], vocabulary: Vocabulary) -> tuple[Profile, ...]:
    """Return how many of some cases answer each question, wholly and in part."""
    degrees = Counter(
        (answer.question.slug, answer.degree) for case in cases for answer in answers(case, vocabulary)
    )
    return tuple(
        Profile(question, degrees[slug, KNOWN], degrees[slug, PARTLY], len(cases))
        for slug, question in vocabulary["questions"].items()
        if slug in rules()
    )


def told(case: Case, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the slugs of the questions of which a case answers all or some."""
    return tuple(answer.question.slug for answer in answers(case, vocabulary) if answer.degree != UNTOLD)


def _effect(case: Case, vocabulary: Vocabulary) -> tuple[str, str]:
    """Known is a gain that somebody from outside has examined."""
    best = evidence.strongest(vocabulary, case.gains or ())
    if best is None:
        return UNTOLD, wording.reasons["no_gain"]
    strength = vocabulary["evidence"][best.evidence].name.lower()
    reason = wording.reasons["gain"].format(type=vocabulary["gain_types"][best.type].name, evidence=strength)
    return PARTLY if evidence.rank(vocabulary, best) else KNOWN, reason


def _background(case: Case, vocabulary: Vocabulary) -> tuple[str, str]:
    """Known is both why it was begun and what carried it."""
    drivers = _several("driver", len(case.drivers or ()), vocabulary)
    if case.drivers and case.purpose:
        return KNOWN, wording.reasons["background"].format(drivers=drivers)
    if case.drivers:
        return PARTLY, wording.reasons["drivers"].format(drivers=drivers)
    return (
        (PARTLY, wording.reasons["purpose"]) if case.purpose else (UNTOLD, wording.reasons["no_background"])
    )


def _conditions(case: Case, vocabulary: Vocabulary) -> tuple[str, str]:
    """Known is what stood in the way, and of all of it how it was met."""
    if not case.barriers:
        return UNTOLD, wording.reasons["no_barrier"]
    met = sum(barrier.remedy is not None for barrier in case.barriers)
    barriers = _several("barrier", len(case.barriers), vocabulary)
    reason = wording.reasons["remedies" if met else "no_remedy"].format(barriers=barriers, count=met)
    return KNOWN if met == len(case.barriers) else PARTLY, reason


def _method(case: Case, _: Vocabulary) -> tuple[str, str]:
    """Known is who did what, and what those who did it advise."""
    advice = wording.view.counted("advice", len(case.advice))
    if case.organisation and case.advice:
        return KNOWN, wording.reasons["method"].format(advice=advice)
    if case.organisation:
        return PARTLY, wording.reasons["organisation"]
    return (
        (PARTLY, wording.reasons["advice"].format(advice=advice))
        if case.advice
        else (UNTOLD, wording.reasons["no_method"])
    )


def _cost(case: Case, vocabulary: Vocabulary) -> tuple[str, str]:
    """Known is an amount in kroner that is counted or agreed, and no price of a unit."""
    amounts = [figure for figure in case.amounts if figure.is_money]
    firm = [figure for figure in amounts if figure.is_firm and is_whole(figure)]
    for figure in (*firm, *amounts)[:1]:
        kind = vocabulary["figure_kinds"][figure.kind].name.lower()
        told = {"amount": amount(figure), "unit": figure.unit, "what": figure.what, "kind": kind}
        return KNOWN if firm else PARTLY, wording.reasons["amount"].format(**told)
    return UNTOLD, wording.reasons["no_amount" if case.financing else "no_financing"]


def _several(facet: str, count: int, vocabulary: Vocabulary) -> str:
    named = vocabulary.shape.facets[facet]
    return counted(count, named.name.lower(), named.plural.lower())


_RULES: Mapping[str, tuple[str, Callable[[Case, Vocabulary], tuple[str, str]]]] = {
    "effect": ("gains", _effect),
    "background": ("drivers", _background),
    "conditions": ("barriers", _conditions),
    "method": ("organisation", _method),
    "price": ("financing", _cost),
}
"""The field of each question, and its rule, which gives degree and reason."""


@by_language
def rules() -> Mapping[str, tuple[str, Callable[[Case, Vocabulary], tuple[str, str]]]]:
    """Return the field of each question and its rule, by the slug of the question."""
    return {wording.slugs[name]: rule for name, rule in _RULES.items()}
