"""Case files and vocabularies from a folder: values, or every problem at once."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path as FilePath
from typing import Any

from generator import store
from generator.model import Case
from generator.near import nearest
from generator.packed import pages_without, shared_file
from generator.problems import InvalidCasesError, Problem, in_order
from generator.reading import derived, ledger, municipalities, slugs, sound
from generator.reading.beside import case_files, others, pages
from generator.reading.file import AT_ONCE, File, content, document, held, unreadable
from generator.reading.hints import maybe
from generator.reading.ledger import NONE as NO_LEDGER
from generator.reading.ledger import Ledger
from generator.reading.log import Log, Reading
from generator.reading.naming import SUFFIX, bare_name, shown_name
from generator.reading.reader import read, skim
from generator.reading.scalars import is_nothing, what
from generator.reading.slugs import VOCABULARY_FOLDER
from generator.reading.sound import Sound
from generator.reading.subject import Subject
from generator.reading.validation import validate
from generator.reading.warnings import compare, judge
from generator.shape import BUILT_IN, Shape
from generator.store import NOTHING, Store
from generator.text import slugify
from generator.unstated import says_unstated
from generator.views import off
from generator.vocabulary import Term, Vocabulary, kinds, optional
from generator.wording import Voice, wording


@dataclass(frozen=True)
class Loaded:
    """What a folder of case files holds: the sound cases, the vocabulary, the errors, and the warnings.

    `slugs` are the addresses of all cases, faulty ones too, and `former` those that they had.
    """

    cases: tuple[Case, ...]
    vocabulary: Vocabulary
    problems: tuple[Problem, ...]
    slugs: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    warnings: tuple[Problem, ...] = ()
    known: frozenset[str] = frozenset()
    """The addresses of pages, and those that lead on to one."""
    ledger: Ledger = NO_LEDGER
    """The addresses that are written down."""

    @property
    def unwritten(self) -> frozenset[str]:
        """The addresses that are not written down yet."""
        return self.known - {entry.address for entry in self.ledger.entries}


_Read = tuple[Reading, Case | None]
"""What is read of a file, and the case in it if it is sound."""


def load(folder: FilePath, shape: Shape = BUILT_IN) -> tuple[tuple[Case, ...], Vocabulary]:
    """Return the cases and the vocabulary in `folder`.

    Raises InvalidCasesError with every problem in every file.
    """
    loaded = examine(folder, shape=shape)
    if loaded.problems:
        raise InvalidCasesError(loaded.problems)
    return loaded.cases, loaded.vocabulary


def examine(
    folder: FilePath,
    proposed: Iterable[Reading] = (),
    kept: Store = NOTHING,
    without: Collection[str] = (),
    shape: Shape = BUILT_IN,
) -> Loaded:
    """Return what is sound in `folder` together with the problems, in file and line order.

    What is read of the `proposed` counts as if their files lay in the folder. What is sound by itself is kept. The
    catalogue does `without` some views; its cases have a `shape`.
    """
    vocabulary, problems = load_vocabulary(folder / VOCABULARY_FOLDER, folder.name, shape)
    taken = slugs.reserved(folder, vocabulary.shape)
    found = _cases(folder, taken, vocabulary, kept)
    proposals: dict[str, Reading] = {}
    for proposal in proposed:
        name = FilePath(FilePath(proposal.document.file).name)
        reading, case = parse_case(proposal, name.stem, vocabulary)
        _judge(reading, name, folder.name, taken, vocabulary.shape)
        found.append((reading, case))
        proposals[proposal.document.file] = reading
    readings = [reading for reading, _ in found]
    slugs.check(readings, proposals)
    compare([(slugs.slug_of(reading), reading) for reading in readings])
    present = frozenset(map(slugs.slug_of, readings))
    former = frozenset(alias for reading in readings for alias in slugs.former(reading))
    logs = [*(reading.log for reading in readings), *others(folder)]
    packed = map(FilePath, pages_without(off(vocabulary, without)))
    written = (path.relative_to(folder) for path in pages(folder))
    known = ledger.leading(vocabulary, present | former, (*packed, *written))
    noted = ledger.read(folder, known, vocabulary)
    problems += [*noted.problems, *(problem for log in logs for problem in log.problems)]
    warnings = [warning for log in logs for warning in log.warnings]
    sound = [case for reading, case in found if case and not reading.log.problems and not vocabulary.broken]
    told = in_order(problems), present, former, in_order(warnings)
    return Loaded(tuple(sound), vocabulary, *told, known, noted)


def forget() -> None:
    """Keep no file that was read, for nobody will ask for it again."""
    _parsed.cache_clear()
    _known.clear()


def read_case(path: FilePath, folder: FilePath, vocabulary: Vocabulary) -> tuple[Reading, Case | None]:
    """Return what is read of one file, and the case in it if it is sound by itself."""
    shown = shown_name(path, folder)
    try:
        reading, case = _parsed(
            shown, content(path, folder, shown), bare_name(path), vocabulary, wording.voice
        )
    except InvalidCasesError as error:
        return unreadable(shown, error.problems), None
    return _anew((reading, case))


def _is_mapping(reading: Reading, empty: str = "empty_file", example: str = "title") -> bool:
    """Return whether a document has fields, as a case must, after reporting what it is instead."""
    data = reading.document.data
    if is_nothing(data):
        if not reading.log.problems:
            reading.report((), empty)
        return False
    if not isinstance(data, dict):
        reading.report((), "not_a_mapping", found=what(data), example=example)
        return False
    return True


def fields_in(reading: Reading) -> dict[str, Any]:
    """Return the fields of a case as they are written.

    Raises InvalidCasesError when YAML cannot read them, or there are none.
    """
    if not _is_mapping(reading) or reading.log.problems:
        raise InvalidCasesError(reading.log.problems)
    fields: dict[str, Any] = reading.document.data
    return fields


def parse_case(reading: Reading, slug: str, vocabulary: Vocabulary) -> tuple[Reading, Case | None]:
    """Return what is read, as it was meant, and the case in it, or None after reporting what is wrong."""
    if not _is_mapping(reading):
        return reading, None
    reading, case = validate(Subject(reading, vocabulary.shape.case, (), vocabulary), slug)
    return reading, None if reading.log.problems else case


def load_vocabulary(
    folder: FilePath, shown: str = "cases", shape: Shape = BUILT_IN
) -> tuple[Vocabulary, list[Problem]]:
    """Return the vocabularies in `folder` and what is wrong with them."""
    known = kinds(shape)
    may_lack = optional(shape)
    held = tuple(_vocabulary_file(folder, name, shown, name in may_lack) for name in known)
    vocabulary, problems = _vocabulary(held, shape, wording.voice)
    if not folder.exists():
        log = Log(f"{shown}/{VOCABULARY_FOLDER}")
        log.report((), "vocabularies_missing")
        return replace(vocabulary, broken=frozenset(known)), log.problems
    return vocabulary, [*problems, *_unused(folder, shown, known)]


# Files


def _vocabulary_file(folder: FilePath, name: str, shown: str, may_lack: bool) -> File:
    """Return a vocabulary's file, with what is wrong with it where it cannot be read."""
    file = f"{name}{SUFFIX}"
    log = Log(f"{shown}/{VOCABULARY_FOLDER}/{file}")
    if not (folder / file).exists():
        if may_lack:
            return File(log.file, is_absent=True)
        log.report((), "vocabulary_missing" if shared_file(name) else "vocabulary_unwritten", name=file)
        return File(log.file, problems=tuple(log.problems))
    return held(folder / file, folder, log.file)


def _unused(folder: FilePath, shown: str, known: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each vocabulary whose words no field takes."""
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if path.stem not in known:
            log = Log(f"{shown}/{VOCABULARY_FOLDER}/{path.name}")
            log.report((), "vocabulary_unused", name=path.stem, hint=maybe(nearest(path.stem, known)))
            yield from log.problems


# Data


def _cases(folder: FilePath, taken: Collection[str], vocabulary: Vocabulary, kept: Store) -> list[_Read]:
    """Return what is read of each file and told of it by itself, and the case in it if it is sound so far."""
    paths = case_files(folder)
    read_in: list[_Read] = []
    known: dict[str, Sound | _Read] = {}
    for start in range(0, len(paths), AT_ONCE):
        some = {path: held(path, folder) for path in paths[start : start + AT_ONCE]}
        found = _some_cases(some, folder, taken, vocabulary, kept)
        for (path, file), each in zip(some.items(), found.values(), strict=True):
            whole = partial(document, path, folder)
            read_in.append(each.read_again(file.name, whole) if isinstance(each, Sound) else _anew(each))
        known |= found
    _known.clear()
    _known.update(known)
    return read_in


def _some_cases(
    files: Mapping[FilePath, File],
    folder: FilePath,
    taken: Collection[str],
    vocabulary: Vocabulary,
    kept: Store,
) -> dict[str, Sound | _Read]:
    """Return what some files hold by the key of each: those that are sound are known by what they were made of."""
    made_of = store.key(vocabulary.digest, *sorted(taken))
    keys = {path: store.key(made_of, file.mark, file.content) for path, file in files.items()}
    found = kept.find(sound.KIND, [key for key in keys.values() if key not in _known])
    known: dict[str, Sound | _Read] = {}
    new: dict[str, bytes] = {}
    for path, key in keys.items():
        if key in _known:
            known[key] = _known[key]
        elif key in found:
            known[key] = Sound.unpacked(found[key], vocabulary.shape.case)
        else:
            known[key] = each = _judged(files[path], path.relative_to(folder), taken, vocabulary)
            if isinstance(each, Sound):
                new[key] = each.packed()
    kept.keep(sound.KIND, new)
    return known


_known: dict[str, Sound | _Read] = {}
"""What the folder held that was examined last: while an editor watches, most files are as they were."""


def _anew(read_in: _Read) -> _Read:
    """Return the same, of which more can be told."""
    reading, case = read_in
    return replace(reading, log=reading.log.copy()), case


def _judged(file: File, name: FilePath, taken: Collection[str], vocabulary: Vocabulary) -> Sound | _Read:
    """Return what a file holds and what is told of it, under its name below the folder."""
    if file.problems:
        reading, case = unreadable(file.name, file.problems), None
    else:
        reading, case = parse_case(skim(file.name, file.content), bare_name(name), vocabulary)
    _judge(reading, name, file.name.partition("/")[0], taken, vocabulary.shape)
    if case is None or reading.log.problems:
        return reading, case
    return Sound.of(case, reading.log.warnings)


def _judge(reading: Reading, name: FilePath, folder: str, taken: Collection[str], shape: Shape) -> None:
    """Add what is told of a file by itself, under its name below the folder."""
    slugs.check_file_name(reading, name, folder, taken)
    judge(reading, shape.case)


@lru_cache(maxsize=128)  # advice reads the same files once more
def _parsed(
    shown: str, held: bytes, slug: str, vocabulary: Vocabulary, _voice: Voice
) -> tuple[Reading, Case | None]:
    return parse_case(skim(shown, held), slug, vocabulary)


@lru_cache(maxsize=4)
def _vocabulary(
    contents: tuple[File, ...], shape: Shape, _voice: Voice
) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Return the vocabularies in files, and what is wrong with them: read once for as long as no file changes."""
    known = kinds(shape)
    files = dict(zip(known, contents, strict=True))
    read_in = {name: _terms(files[name], kind) for name, kind in known.items()}
    readings = {name: reading for name, (reading, _) in read_in.items()}
    terms = {name: found for name, (_, found) in read_in.items()}
    regions = {} if readings["regions"].log.problems else terms["regions"]
    municipalities.check(readings["municipalities"], terms["municipalities"], regions)
    derived.check_ages(readings["ages"], terms["ages"])
    derived.check_questions(readings["questions"], terms["questions"])
    broken = frozenset(name for name, reading in readings.items() if reading.log.problems)
    problems = [problem for reading in readings.values() for problem in reading.log.problems]
    terms["questions"] = derived.asked(terms["questions"], shape)
    return Vocabulary(terms, broken, shape), tuple(problems)


def _terms(file: File, kind: type[Term]) -> tuple[Reading, dict[str, Term]]:
    """Return what is read, as it was meant, and the sound terms in it."""
    terms: dict[str, Term] = {}
    if file.is_absent or file.problems:
        return unreadable(file.name, file.problems), terms
    reading = read(file.name, file.content)
    if not _is_mapping(reading, "empty_vocabulary", wording.slugs["municipal"]):
        return reading, terms
    for slug in reading.document.data:
        place = reading.document.keys[slug,]
        if slug != slugify(slug):
            reading.report((slug,), "bad_slug", place, value=slug, hint=maybe(slugify(slug)))
        if slug in slugs.DEVICES:
            reading.report((slug,), "device_name", place, slug=slug)
        reading, term = validate(Subject(reading, kind, (slug,)), slug)
        if says_unstated(slug):
            reading.report((slug,), "unknown_word", place, value=slug)
        if term is not None:
            terms[slug] = term
    return reading, terms
