"""The number format of a cell: what a sheet shows beside a number and instead of it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Self

from generator.locale import spoken

_PART = re.compile(
    r'"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(;)|((?:general|[0#?.,%/@]|e[+-])+)|(.)',
    re.DOTALL | re.IGNORECASE,
)
"""Words as they are, space, currency, colours and conditions, the end of a section, digits, and signs as they are."""
_SCALED = re.compile(r"[0#?]%?,+(?![0#?,])")
"""The commas that leave out the last three digits each."""
_FIXED = re.compile(r"[#?,]*(?:#,##)?(0*)(?:\.(0*)[#?]*)?")
_SIGN = re.compile(r"[<>≤≥≈~±+\-\N{MINUS SIGN}]")
_EXPECTED = str.maketrans("", "", "()+-\N{MINUS SIGN}")
"""What formats show instead of a minus, or as it."""


@dataclass(frozen=True)
class NumberFormat:
    """What a number is shown with: words `before` and `after` it, and the `digits` as they are laid out."""

    before: str = ""
    after: str = ""
    digits: str = ""

    @classmethod
    def of(cls, code: str, value: float) -> Self:
        """Return the format that a code has for a value: it may have others for negative numbers and for 0."""
        sections = _sections(code)
        if value < 0 and len(sections) > 1:
            before, after, digits = sections[1]
            return cls(before.translate(_EXPECTED), after.translate(_EXPECTED), digits)
        return cls(*sections[2] if value == 0 and len(sections) > 2 else sections[0])

    @property
    def is_percent(self) -> bool:
        """Whether the number is shown a hundred times as large."""
        return "%" in self.digits

    @property
    def is_scaled(self) -> bool:
        """Whether only the thousands or millions are shown."""
        return _SCALED.search(self.digits) is not None

    @property
    def words(self) -> str:
        """What stands beside the number and means something: ca., > or kr."""
        before = self.before if re.search(r"\w", self.before) or _SIGN.search(self.before) else ""
        after = self.after if re.search(r"\w", self.after) else ""
        return " ".join(f"{before} {after}".split())

    def shown(self, written: str) -> str:
        """Return a number as the sheet shows it, with its zeros and words; no decimal is rounded off."""
        if not self.digits:
            return self.before.strip() or written
        sign = spoken().decimal_sign
        whole, _, decimals = written.partition(sign)
        if found := _FIXED.fullmatch(self.digits.replace("%", "")):
            whole = whole.zfill(len(found[1]) + whole.startswith("-"))
            decimals = decimals.ljust(len(found[2] or ""), "0")
        number = sign.join(filter(None, (whole, decimals)))
        return " ".join(f"{self.before}{number}{' %' if self.is_percent else ''}{self.after}".split())


@cache
def _sections(code: str) -> list[tuple[str, str, str]]:
    """Return what stands before, after and in the digits of each section of a code."""
    sections = [["", "", ""]]
    for quoted, escaped, currency, end, digits, sign in _PART.findall(code):
        if end:
            sections.append(["", "", ""])
        last = sections[-1]
        last[2] += digits
        last[1 if last[2] else 0] += quoted + escaped + currency + sign
    return [(before, after, digits) for before, after, digits in sections]
