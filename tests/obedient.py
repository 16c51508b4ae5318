"""An editor who does exactly what a message says, and knows nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.problems import Problem

VOCABULARY = Path(__file__).parent.parent / "cases" / "vocabulary"
OWN_WORDS = {
    **{"start": "2015", "end": "2018", "year": "2015", "value": "10", "to": "1000000", "date": "2026-05-03"},
    **{"form": "intern", "themes": "[sundhed]", "type": "tid", "evidence": "forventet", "kind": "opgjort"},
    **{"factor": "ledelse", "source": "kl-casekatalog", "columns": "[År, Køge, Varde]"},
    **{"sources": "[{source: kl-casekatalog, where: side 4}]", "url": "https://kl.dk", "code": '"0101"'},
    **{"rows": '[["2015", 12, 7]]', "short": "true", "contact": "{role: Chef, organisation: Køge}"},
    **{"mailbox": "sundhed@kommune.dk", "period": '"2015"', "use": "Her", "region": "hovedstaden"},
}
"""What the editor writes in a field where a message leaves the words to them; elsewhere it is a text."""


@dataclass(frozen=True)
class Page:
    """A file on the screen, with the cursor where the problem is."""

    lines: tuple[str, ...]
    problem: Problem

    @property
    def line(self) -> str:
        return self.lines[self.problem.line - 1]

    @property
    def indent(self) -> int:
        """How far the field or item of the line is indented."""
        return len(self.line) - len(self.line.lstrip())

    @property
    def field(self) -> str:
        """The last field in the problem's path."""
        return re.sub(r"(\[\d+\])+$", "", self.problem.field).rpartition(".")[2]

    def with_line(self, *new: str) -> str:
        at = self.problem.line - 1
        return "\n".join((*self.lines[:at], *new, *self.lines[at + 1 :]))

    def with_value(self, new: str) -> str | None:
        """Put another value, or key, where the cursor is."""
        start = self.problem.column - 1
        before, rest = self.line[:start], self.line[start:]
        flow = before.count("[") + before.count("{") > before.count("]") + before.count("}")
        quoted = re.match(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", rest)
        plain = re.match(r"[^,\]}]*" if flow else r".*", rest)
        old = quoted or plain
        if old is None or old[0][:1] in {"|", ">", "{"} or (old[0][:1] == "[" and not flow):
            return None
        below = self.lines[self.problem.line : self.problem.line + 1]
        if not flow and below and len(below[0]) - len(below[0].lstrip()) > self.indent + 2:
            return None  # the value goes on below
        sign = "" if old[0] or before.endswith(" ") else " "
        return self.with_line(f"{before}{sign}{new}{rest[old.end() :]}")

    def with_key(self, new: str) -> str:
        start = self.problem.column - 1
        rest = re.sub(r"^(\"[^\"]*\"|[^:]*?)\s*:", f"{new}:", self.line[start:], count=1)
        return self.with_line(self.line[:start] + rest)

    def with_text(self, new: str) -> str | None:
        """Put another text on the line, or in the value's place where it names no field."""
        if re.match(r"(- )*[\w ]+: |- ", new) or ":" not in self.line:
            first = re.match(r" *(?:- +)*(?=[\w]+:)" if not new.startswith("-") else r" *", self.line)
            return self.with_line(f"{first[0] if first else ''}{new}")
        return self.with_value(new)

    def below(self, *new: str) -> str | None:
        """Leave the field empty and put lines beneath it."""
        start = self.problem.column - 1
        head = re.match(r" *(?:- )*[\w]+:", self.line[:start])
        inner = " " * (len(re.match(r" *(?:- )*", self.line)[0]) + 2)  # type: ignore[index]
        return self.with_line(head[0], *(f"{inner}{each}" for each in new)) if head else None

    def without(self) -> str | None:
        """Take out the field, the item or the line."""
        start = self.problem.column - 1
        before, rest = self.line[:start], self.line[start:]
        if before.count("[") + before.count("{") > before.count("]") + before.count("}"):
            item = re.match(r"[^,\]}]*", rest)
            end = start + (item.end() if item else 0)
            kept = re.sub(r"(?:,\s*)?(?:\w+:\s*)?$", "", before) + self.line[end:]
            return self.with_line(re.sub(r"([\[{])\s*,\s*", r"\1", kept))
        at = self.problem.line - 1
        end = at + 1
        while end < len(self.lines) and (
            not self.lines[end].strip() or len(self.lines[end]) - len(self.lines[end].lstrip()) > self.indent
        ):
            end += 1
        return "\n".join((*self.lines[:at], *self.lines[end:]))

    def with_field(self, new: str, where: str) -> str | None:
        """Put a new field at the end of the file, or first in its group or item."""
        if "nederst" in where:
            return "\n".join([*self.lines, new, ""]).replace("\n\n" + new, "\n" + new)
        if self.line[self.problem.column - 1 :].startswith("{"):
            start = self.problem.column
            return self.with_line(f"{self.line[:start]}{new}, {self.line[start:]}")
        if "punktet" in where:
            dash = " " * (self.problem.column - 1)
            return self.with_line(
                f"{self.line[: self.problem.column - 1]}{new}",
                f"{dash}{self.line[self.problem.column - 1 :]}",
            )
        flow = re.match(r"( *\w+: )\{", self.line)
        if flow:
            return self.with_line(f"{flow[0]}{new}, {self.line[flow.end() :]}")
        inner = " " * (self.indent + 2)
        return self.with_line(self.line, f"{inner}{new}")


def own(field: str) -> str:
    """Return what the editor writes in a field in their own words."""
    return OWN_WORDS.get(field, "Nogle ord.")


def filled(text: str) -> str:
    """Return a field with own words where the message says `...`."""
    return re.sub(r"(\w+): \.\.\.", lambda found: f"{found[1]}: {own(found[1])}", text)


def first_of(name: str) -> str:
    """Return the first word of a vocabulary."""
    return str(next(iter(yaml.safe_load((VOCABULARY / f"{name}.yaml").read_text(encoding="utf-8")))))


DELETED = "feltet|linjen|gentagelsen|punktet|den her|hele punktet"
Deed = Callable[[Page, re.Match[str]], str | None]
DEEDS: tuple[tuple[str, Deed], ...] = (
    (r"hører til i `(\w+)`.*skriv `(.+?)` dér\. Slet det her", lambda page, m: page.without()),
    (r"Feltet hedder `.*slet det ene", lambda page, _: page.without()),
    (r"findes ikke\. Mente du \"(.+?)\"\?$", lambda page, m: _meant(page, m[1])),
    (r"Mente du \"(.+?)\"\?", lambda page, m: page.with_value(m[1])),
    (r"Skriv det som flere punkter: (.+)\.$", lambda page, m: page.with_value(m[1])),
    (r"Vælg en af: ([^ ,(.]+\.?)(?=[ ,(.]|$)", lambda page, m: page.with_value(m[1])),
    (r"mulige værdier står i cases/vocabulary/(\w+)\.yaml", lambda page, m: _choose(page, first_of(m[1]))),
    (r"står i cases/vocabulary/sources\.yaml|ikke i cases/vocabulary/sources", lambda page, _: _known(page)),
    (r"feltet mangler\. Skriv .*?`(\w+: ikke oplyst)` (.+)\.$", lambda page, m: page.with_field(m[1], m[2])),
    (r"feltet mangler\. Skriv `(\w+: \.\.\.)` (.+)\.$", lambda page, m: page.with_field(filled(m[1]), m[2])),
    (r"Skriv et svar eller `(ikke oplyst)`", lambda page, m: page.with_value(m[1])),
    (
        r"listen er tom\. Skriv .* eller `(ikke oplyst)`",
        lambda page, m: page.with_line("".join(_before(page, m[1]))),
    ),
    (r"Skriv et svar", lambda page, _: page.with_value(own(page.field))),
    (r"her står stadig", lambda page, _: page.with_value(own(page.field).strip("[]"))),
    (
        r"Skriv `(- )?source: \.\.\.` og `where",
        lambda page, _: page.below("- source: kl-casekatalog", "  where: s. 4"),
    ),
    (r"Skriv `(\w+: [^`]+)` og `(\w+: [^`]+)` på linjerne", lambda page, m: page.below(m[1], m[2])),
    (r"Skriv `(.+?)` på linjerne nedenunder", lambda page, m: page.below(filled(m[1]))),
    (r"Skriv `start: (\d+)` og `end: ", lambda page, m: page.with_value(m[1])),
    (r"Skriv `value: (.+?)` og `to: (.+?)`", lambda page, m: page.with_value(f"{m[1]}, to: {m[2]}")),
    (r"Skriv `(.+?)`, og teksten på næste linje som `text: \.\.\.`", lambda page, m: _as_tag(page, m[1])),
    (r"Skriv `(ikke oplyst)`", lambda page, m: page.with_value(m[1])),
    (r"hver(t)? punkt på sin egen linje", lambda page, _: _listed(page)),
    (rf"Brug et af disse|Slet ({DELETED})", lambda page, _: page.without()),
    (r"ryk det helt ud til venstre", lambda page, _: page.with_line(page.line.lstrip())),
    (r"Skriv `(\w+: >-)`, og sæt hele", lambda page, m: _folded(page, m[1])),
    (r"efter # som en bemærkning.*om den: (.+)\. Ellers", lambda page, m: _whole(page, m[1])),
    (r"(?:om den|om hele teksten|\(\"\)|om teksten): (.+)$", lambda page, m: page.with_text(m[1])),
    (r"parenteser: (.+)$", lambda page, m: page.with_value(m[1])),
    (r"anførselstegn: (.+)$", lambda page, m: page.with_value(m[1])),
    (r"^Decimaltal skrives med punktum: (.+)$", lambda page, m: _decimal(page, m[1])),
    (r"slutter\. Skriv `(.+)`\.$", lambda page, m: page.with_text(m[1])),
    (r"(?:navn|mellemrum)\. Skriv `(.+)`\.$", lambda page, m: page.with_text(filled(m[1]))),
    (r"står ingenting|eller slet linjen", lambda page, _: page.without()),
    (r"rykket ind med tabulator", lambda page, _: _without_tabs(page)),
    (r"rykket \d+ ind, på linjen ovenfor (\d+)", lambda page, m: _indented(page, int(m[1]))),
    (r"Skriv `(\{.+?\}|\w+: .+?)`\.$", lambda page, m: page.with_value(filled(m[1]))),
    (r"Skriv (\[.*?\])", lambda page, m: page.with_value(m[1])),
    (r"Skriv (null),", lambda page, m: page.with_value(m[1])),
    (r"Skriv (\".+\"|'.+') med anførselstegn", lambda page, m: page.with_value(m[1])),
    (r"Skriv (\S+) uden punktum", lambda page, m: page.with_value(m[1])),
    (r"Skriv (\S+?)(?:,| uden anførselstegn|\.$)", lambda page, m: page.with_value(m[1])),
)
"""What a message says, and what the editor then does; the first that fits."""


def obey(text: str, problem: Problem) -> str | None:
    """Return the file when the message is obeyed, or None where it leaves the words, or the place, to the editor."""
    page = Page(tuple(text.split("\n")), problem)
    for words, deed in DEEDS:
        if found := re.search(words, problem.message):
            return deed(page, found)
    return None


def _meant(page: Page, word: str) -> str | None:
    return page.with_key(word) if page.problem.code == "unknown_key" else page.with_value(word)


def _choose(page: Page, word: str) -> str | None:
    return page.with_value(f"[{word}]" if page.problem.code in {"not_list", "empty_list"} else word)


def _known(page: Page) -> str | None:
    return page.with_value("kl-casekatalog")


def _before(page: Page, new: str) -> tuple[str, str]:
    return page.line[: page.problem.column - 1], new


def _whole(page: Page, text: str) -> str | None:
    """Put a text in the place of a value and of the comment after it."""
    head = re.match(r" *(?:- )*(?:\w+: )?", page.line)
    return page.with_line(f"{head[0]}{text}") if head else None


def _folded(page: Page, head: str) -> str:
    """Move a text that goes on below from its field's line to one of its own."""
    below = page.lines[page.problem.line]
    inner = below[: len(below) - len(below.lstrip())]
    text = page.line.partition(": ")[2]
    start = page.line[: page.line.index(head.partition(":")[0])]
    return page.with_line(f"{start}{head}", f"{inner}{text}")


def _without_tabs(page: Page) -> str:
    return page.with_line(page.line.replace("-\t", "- ").replace("\t", "  "))


def _indented(page: Page, width: int) -> str:
    return page.with_line(" " * width + page.line.lstrip())


def _as_tag(page: Page, tag: str) -> str:
    start = page.problem.column - 1
    text = page.line[start:].partition(":")[2].strip()
    return page.with_line(f"{page.line[:start]}{tag}", f"{' ' * start}text: {text or own('text')}")


def _listed(page: Page) -> str | None:
    value = page.line[page.problem.column - 1 :]
    return page.below(f"- {value}") if value and value[0] not in "|>{[" else None


def _decimal(page: Page, new: str) -> str:
    start = page.problem.column - 1
    rest = re.sub(r"^[0-9.]+,[0-9]+[^,]*", new, page.line[start:])
    return page.with_line(page.line[:start] + rest)
