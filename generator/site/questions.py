"""What a page asks of the catalogue while it is rendered: while the answers are the same, the page is too."""

import datetime
import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property, partial
from hashlib import sha256
from types import FunctionType, MappingProxyType, UnionType
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.catalogue import Catalogue
from generator.facets import Facet
from generator.model import Case
from generator.vocabulary import Term

OWN = frozenset(
    {
        *("vocabulary", "shape", "facets", "tags", "joint_tags", "terms", "term", "names"),
        *("place", "strongest_gain", "points", "by_theme", "by_evidence", "factors_of"),
        *("concepts", "words", "first_uses", "concepts_of", "age"),
        *("settings", "name", "address", "case_address"),
    }
)
"""What follows from the arguments and the vocabulary alone; of these a page's own content tells."""

OWN_CASE = "\ue000"
"""What stands in questions for the case that a page is about, so that the pages of all cases ask the same."""

_Rendered = TypeVar("_Rendered")
Question = tuple[str, str, str]
"""Of whom something is asked, what, and the arguments as JSON."""
Heard = Mapping[Question, Any]
"""Questions, each with its answer."""
NOTHING: Heard = MappingProxyType({})
Ask = Callable[[Case | None], Any]
"""What asks a question about the case of a page, or about none."""


class UntoldError(Exception):
    """An argument or an answer of a kind that cannot be compared with what it was before."""


class Questions:
    """Those who are asked by name; each is given to pages as one who writes the questions down."""

    def __init__(self, asked: Mapping[str, object], catalogue: Catalogue) -> None:
        """Take those who are asked; arguments are cases of a catalogue and plain values."""
        self._catalogue, self._cases = catalogue, catalogue.by_slug
        self._asked = asked
        self._written: dict[Question, Any] | None = None
        self._own: Case | None = None
        self._told: dict[Question, str] = {}
        self._parted: dict[tuple[Question, ...], tuple[str, dict[Question, Ask]]] = {}
        self._shown: dict[tuple[Any, ...], tuple[Any, dict[Question, Any], tuple[Any, ...]]] = {}
        self._ways: dict[type, Callable[[Any], Iterable[Any]]] = {}
        self._encode = json.JSONEncoder(default=self._plain).encode
        by_id: dict[int, Asked] = {}
        self.given = {name: Asked(partial(self._note, name), each, by_id) for name, each in asked.items()}
        by_id.update((id(each), self.given[name]) for name, each in asked.items())

    def listen(
        self, render: Callable[[], _Rendered], own: Case | None = None
    ) -> tuple[_Rendered, Heard | None]:
        """Return what is rendered of its `own` case or of none, and what was asked meanwhile, with the answers.

        That is None when it cannot be compared later.
        """
        self._written, self._own = {}, own
        try:
            rendered = render()
            return rendered, self._written
        except UntoldError:
            self._written = None
            return render(), None
        finally:
            self._written = self._own = None

    def once(self, show: Callable[..., Any], *told: Any) -> Any:
        """Return what is shown of the same things as it was the first time; what that asked is written down again.

        The same are those with the same id, which nobody else can have while they are kept.
        """
        key = (self._written is None, show, *map(id, told))
        if key not in self._shown:
            before = self._written, self._own
            self._written, self._own = None if self._written is None else {}, None
            try:
                self._shown[key] = show(*told), self._written or {}, told
            finally:
                self._written, self._own = before
        shown, asked, _ = self._shown[key]
        if self._written is not None:
            self._written |= asked
        return shown

    def answers(
        self, asked: tuple[Question, ...], own: Case | None = None, heard: Heard = NOTHING
    ) -> list[Any]:
        """Return what is another once a question or its answer is, where they are asked of an `own` case or of none.

        Answers that were `heard` are not asked for again. Raises UntoldError when one cannot be had.
        """
        if asked not in self._parted:
            others = [self._told_of(question) for question in asked if OWN_CASE not in question[2]]
            about_own = {question: self._asking(question) for question in asked if OWN_CASE in question[2]}
            self._parted[asked] = self.told([asked, others]), about_own
        others_told, about_own = self._parted[asked]
        if about_own and own is None:
            raise UntoldError(asked)
        given = (heard[each] if each in heard else ask(own) for each, ask in about_own.items())
        return [others_told, *map(self._short, given)]

    def told(self, value: Any) -> str:
        """Return a digest of plain data, cases and terms; raises UntoldError for anything else."""
        try:
            return sha256(self._encode(self._short(value)).encode()).hexdigest()
        except TypeError as error:
            raise UntoldError(error) from error

    def _told_of(self, question: Question) -> str:
        """Return a digest of an answer that many pages may have asked for."""
        if question not in self._told:
            self._told[question] = self.told(self._asking(question)(None))
        return self._told[question]

    def _asking(self, question: Question) -> Ask:
        """Return what asks a question about the case that a page is about."""
        name, what, arguments = question
        answer: Any = getattr(self._asked[name], what)
        if not callable(answer):
            return lambda _: answer
        *given, named = json.loads(arguments)
        if given == [{"case": OWN_CASE}] and named == {"named": {}}:
            ask: Ask = answer
            return ask
        return lambda own: answer(*(self._value(each, own) for each in given), **self._value(named, own))

    def _note(
        self, name: str, what: str, answer: Any, given: tuple[Any, ...], named: Mapping[str, Any]
    ) -> None:
        if self._written is not None:
            arguments = json.dumps([self._argument(each) for each in (*given, named)], ensure_ascii=False)
            question = name, what, arguments
            self._written[question] = answer
            if OWN_CASE not in arguments and question not in self._told:
                self._told[question] = self.told(answer)

    def _argument(self, value: Any) -> Any:
        match value:
            case Case() if self._cases.get(value.slug) is value:
                return {"case": OWN_CASE if value is self._own else value.slug}
            case str() if OWN_CASE in value:
                raise UntoldError(value)
            case str() if self._own:
                return value.replace(self._own.slug, OWN_CASE)
            case tuple() | list():
                return [self._argument(each) for each in value]
            case Mapping():
                return {"named": {name: self._argument(each) for name, each in value.items()}}
            case None | str() | int() | float():
                return value
        raise UntoldError(type(value))

    def _value(self, argument: Any, own: Case | None) -> Any:
        """Return what an argument stands for."""
        match argument:
            case str():
                return argument.replace(OWN_CASE, own.slug) if own else argument
            case {"case": slug}:
                case = own if slug == OWN_CASE else self._cases.get(slug)
                if case is None:
                    raise UntoldError(slug)
                return case
            case {"named": named}:
                return {name: self._value(each, own) for name, each in named.items()}
            case list():
                return tuple(self._value(each, own) for each in argument)
        return argument

    def _short(self, value: Any) -> Any:
        """Return a value with the digest of each case that stands in a row of them, as most answers are."""
        return [self._digests.get(id(each), each) for each in value] if type(value) is tuple else value

    def _plain(self, value: Any) -> Any:
        """Return what JSON has no form for as plain data: a case of the catalogue as its digest."""
        if digest := self._digests.get(id(value)):
            return digest
        kind = type(value)
        if kind not in self._ways:
            self._ways[kind] = _way(kind)
        return [kind.__name__, *self._ways[kind](value)]

    @cached_property
    def _digests(self) -> Mapping[int, str]:
        """The digests of the cases by their identity."""
        return {id(case): self._catalogue.digests[slug] for slug, case in self._catalogue.by_slug.items()}


_WAYS: tuple[tuple[type | UnionType, Callable[[Any], Iterable[Any]]], ...] = (
    (Term, lambda term: [term.slug]),
    (Facet, lambda facet: [facet.key]),
    (BaseModel, lambda model: [model.model_dump_json()]),
    (datetime.date, lambda date: [date.isoformat()]),
    (Mapping, lambda mapping: mapping.items()),
    (set | frozenset, lambda some: sorted(map(repr, some))),
    (partial, lambda function: [function.func.__qualname__, *function.args]),
    (FunctionType, lambda function: [function.__qualname__]),
)
"""What plain data is made of values of these kinds."""


def _way(kind: type) -> Callable[[Any], Iterable[Any]]:
    """Return how plain data is made of values of a kind; raises UntoldError where nothing can be told of them."""
    if found := next((way for base, way in _WAYS if issubclass(kind, base)), None):
        return found
    if is_dataclass(kind):
        names = [field.name for field in fields(kind) if field.init]
        return lambda value: [getattr(value, name) for name in names]
    if issubclass(kind, Collection):
        return iter
    raise UntoldError(kind)


class Asked:
    """One who answers as `of` does, and has each question noted."""

    def __init__(self, note: Callable[..., None], of: Any, given: Mapping[int, "Asked"]) -> None:
        """Take who answers, and who is given instead of each who does, by identity: an answer may be one of them."""
        self._note, self._of, self._given = note, of, given

    def __getattr__(self, what: str) -> Any:
        """Return an answer, or what gives answers."""
        answer = getattr(self._of, what)
        if id(answer) in self._given:
            return self._given[id(answer)]
        if what in OWN:
            vars(self)[what] = answer  # so that Python finds it, and never asks here again
        elif callable(answer):
            vars(self)[what] = answer = partial(self._ask, what, answer)
        else:
            self._note(what, answer, (), {})
        return answer

    def __getitem__(self, key: Any) -> Any:
        """Return what a mapping has."""
        return self._ask("__getitem__", self._of.__getitem__, key)

    def __len__(self) -> int:
        """Return how much a mapping has."""
        return int(self._ask("__len__", self._of.__len__))

    def __contains__(self, key: Any) -> bool:
        """Return whether a mapping has it."""
        return bool(self._ask("__contains__", self._of.__contains__, key))

    def _ask(self, what: str, answer: Callable[..., Any], *given: Any, **named: Any) -> Any:
        answered = answer(*given, **named)
        self._note(what, answered, given, named)
        return answered
