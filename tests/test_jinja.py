"""Our Jinja shows the same as Jinja itself, quicker."""

from itertools import count

import jinja2
import pytest
from markupsafe import Markup

from generator.site.jinja import Environment


class Html:
    """Something that is HTML by itself."""

    def __html__(self) -> str:
        return "<hr>"


class Told(str):
    """A text of a kind of its own."""

    __slots__ = ()


VALUES = [
    "<a & 'b' \"c\">",
    Markup("<b>1</b>"),
    7,
    1.5,
    True,
    None,
    Html(),
    Told("<c>"),
    ["<d>"],
    lambda: "<e>",
]
MACROS = (
    "{% macro m(a, b=2) %}<{{ a }}|{{ b }}>{% endmacro %}"
    "{% macro framed() %}[{{ caller('&') }}]{% endmacro %}"
    "{% macro all() %}{{ varargs }}{{ kwargs }}{% endmacro %}"
)


def shown(environment: type[jinja2.Environment], template: str) -> str:
    """Return what a template shows of each value; where it cannot, what is wrong."""
    made = environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(template)
    try:
        return made.render(
            values=VALUES,
            several=[1, 2],
            named={"b": 3, "c": {"d": "<f>"}},
            count=({"told": number} for number in count()).__next__,
        )
    except (jinja2.UndefinedError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize(
    "template",
    [
        "{% for value in values[:9] %}{{ value }}{% endfor %}",
        "{{ values[9]() }}{% set kept %}{{ values[0] }}{% endset %}{{ kept }}{{ values[0] ~ kept }}",
        MACROS + "{{ m('<') }}{{ m('<', '&') }}{{ m(b=1, a=kept | default('-')) }}",
        MACROS + "{{ m(*several) }}{{ m(1, **{'b': 3}) }}{{ all(1, a='<', class='<') }}{{ all() }}",
        MACROS
        + "{% for a in '12' %}{% call(b) framed() %}{{ a }}{{ b }}{{ m(a, b) }}{% endcall %}{% endfor %}",
        MACROS + "{{ m() }}",
        MACROS + "{{ m(1, 2, 3) }}",
        MACROS + "{{ m(1, c=2) }}",
        MACROS + "{{ framed() }}",
        "{% block one %}{{ values[0] }}{% endblock %}{{ self.one() }}",
        "{% for each in [[1, []], [2, []]] recursive %}{{ each[0] }}{{ loop(each[1]) }}{% endfor %}",
        "{{ named.b }}{{ named.c.d }}{{ named.keys() | list }}{{ count().told }}{{ count().told }}",
        "{% for each in [named] if each.b %}{{ each.b }}{% set kept = each.c %}{{ kept.d }}{% endfor %}",
        "{{ named.e }}",
        "{{ named.c.e.f }}",
        "{{ named.c.e is defined }}{{ named.c.e | default('<') }}",
        "{{ nothing() }}",
        "{{ values.nothing() }}",
    ],
)
def test_templates_show_the_same_as_with_jinja_itself(template: str) -> None:
    assert shown(Environment, template) == shown(jinja2.Environment, template)
