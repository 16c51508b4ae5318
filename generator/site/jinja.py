"""Jinja as our templates need it: all of them escape, none is asynchronous, and nothing that they call is marked."""

from collections.abc import Callable, MutableMapping
from keyword import iskeyword
from typing import Any

import jinja2
import jinja2.runtime
import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""Escapes a text without making a Markup of it, which takes five times as long; a MarkupSafe without it escapes all."""


def shown(value: Any) -> str:
    """Return the text that a page has of a value: what is no HTML is escaped."""
    if type(value) is str:
        return _escaped(value)
    if isinstance(value, Markup):
        return value
    return value.__html__() if hasattr(value, "__html__") else _escaped(str(value))


class Macro(jinja2.runtime.Macro):
    """One that is called at once where it is given all that it takes, in order."""

    def __init__(self, *given: Any) -> None:
        """Take what Jinja says of the macro."""
        super().__init__(*given)
        takes_more = self.caller or self.catch_kwargs or self.catch_varargs
        self._takes = None if takes_more else self._argument_count

    def __call__(self, *given: Any, **named: Any) -> str:
        """Return what the macro shows; Jinja finds out what is left out, named or too much."""
        if named or len(given) != self._takes:
            return super().__call__(*given, **named)
        return str.__new__(Markup, self._func(*given))  # Markup(...) would first ask the text for HTML


class Code(CodeGenerator):
    """Python code of templates, which calls what they call, and takes what values have, without asking Jinja first."""

    def write_commons(self) -> None:
        """Write what all code of a template begins with."""
        super().write_commons()
        self.writeline("escape, Macro = environment.shown, environment.macro")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a call; Jinja writes those that give what no name of Python's stands for."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs):
            return super().visit_Call(node, frame, forward_caller=forward_caller)
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write what a value has by a name; where it has no such attribute, Jinja looks for an item.

        `missing` is what Jinja's own code has for nothing; no variable of a template can have a name in `t_` there.
        """
        self.write("(t_had if (t_had := getattr(t_of := ")
        self.visit(node.node, frame)
        self.write(
            f", {node.attr!r}, missing)) is not missing else environment.getattr(t_of, {node.attr!r}))"
        )


class Environment(jinja2.Environment):
    """One that does not work out the difference between two chains of names at each import of a macro."""

    code_generator_class = Code
    shown = staticmethod(shown)
    macro = Macro

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows: all know the same."""
        return self.globals if d is None else super().make_globals(d)
