"""No word that an editor sees stands elsewhere than in the language and in what the editor wrote."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from faulty import VOCABULARY, content, faults
from generator.model import Case
from generator.text import enumeration
from generator.values import qualifiers
from generator.vocabulary import Term
from helpers import ROOT
from pseudo import MARKED

TOLD = """
import json, sys, tempfile
from pathlib import Path
import pseudo
from generator import wording
wording.read = pseudo.pseudo
wording.wording.speak(wording.FIRST)
from faulty import faults, made, told
for fault in faults():
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps([problem.labelled for problem in told(made(fault, Path(folder)))]))
"""
"""Prints what is told of every fault, in a language of which every word stands in marks."""
FORMS = {"https", "min", "ad"}
"""What messages add to what was written: how an address begins, a name for a case, and the number of a character."""
WAYS = {
    *("locale.py", "notation.py", "personal.py", "readability.py", "text.py"),
    *("printing/hyphenation.py", "search/danish.py", "search/english.py", "search/norwegian.py"),
    *("editing/formatter.py", "editing/sheets/delimited.py", "editing/sheets/table.py"),
    *("reading/characters.py", "reading/findings.py"),
}
"""The modules with Danish that is not shown: letters, and the words by which texts are read."""
SAID = re.compile(r"[æøåÆØÅ]| (?:og|er|til|ikke|skal|findes|med|fra|kan|har|eller) ")
"""What a Danish text has."""


@pytest.mark.slow
def test_every_message_is_of_the_language_but_for_what_was_written() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TOLD], cwd=ROOT / "tests", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    shared = {*FORMS, *words(enumeration(["1", "2", *qualifiers()]))}
    shared |= {*words(json.dumps([Case.model_json_schema(), Term.model_json_schema()]))}
    shared |= {word for file in VOCABULARY.glob("*.yaml") for word in words(file.read_text("utf-8"))}
    for fault, line in zip(faults(), done.stdout.splitlines(), strict=True):
        given = {part: each for part, each in fault.items() if part not in {"expect", "warn", "what"}}
        written = json.dumps(given, ensure_ascii=False, default=str).replace("\\n", " ")
        known = shared.union(words(f"{written} {content(fault).decode(errors='replace')}"))
        for text in json.loads(line):
            assert not [word for word in words(unmarked(text)) if word not in known], text


def unmarked(text: str) -> str:
    """Return what stands outside all marks, which may stand within each other."""
    while MARKED.search(text):
        text = MARKED.sub("|", text)
    return text


def words(text: str) -> list[str]:
    """Return the words of a text, of two letters or more, as they stand in addresses too; none that may be cut."""
    for letter, plain in {"æ": "ae", "ø": "oe", "å": "aa", "\u00ad": ""}.items():
        text = text.lower().replace(letter, plain)
    return re.findall(r"[^\W\d_]{2,}", re.sub(r"\w*(\w)\1{9}\w*", "", text))


def test_no_module_has_words_of_its_own() -> None:
    generator = ROOT / "generator"
    found = {
        file.relative_to(generator).as_posix(): text
        for file in generator.rglob("*.py")
        for text in texts(file)
        if SAID.search(text)
    }
    assert found.keys() == WAYS, {file: text for file, text in found.items() if file not in WAYS}


def texts(file: Path) -> Iterator[str]:
    """Yield the texts in a module's code, without its docstrings."""
    tree = ast.parse(file.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value
