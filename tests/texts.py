"""Texts that tests write into cases."""

from hypothesis import strategies as st

AS_WRITTEN = [
    "3. maj 2012 begyndte forsøget.",
    "10. klasse skal med.",
    "1. kvartal gav overskud.",
    "1) Se også side 4.",
    "2012. Det år begyndte det.",
    "> 50 borgere deltog.",
    ">50 borgere deltog.",
    "> halvdelen deltog.",
    "+ 5 pct. flere timer.",
    "- 3 mio. kr. blev sparet.",
    "* Tallene er foreløbige.",
    "# 1 var ledelse.",
    "#1 var ledelse.",
    "2*3*4 timer.",
    r"Mappen \\\\server\\fælles.",
    "Kr.\u00a05.",
    "AT&T &amp; &nbsp;.",
    "<5 pct. af borgerne.",
    "[rapporten](www.herning.dk)",
    "fil_navn_her og 5 < 6 > 4.",
    "~50 borgere | 60 borgere.",
]
"""Running text that Markdown would take for something else."""
PIECES = [
    "ja",
    "no",
    "0101",
    "2018",
    "12:30",
    "-",
    "*",
    "#",
    "æøå:",
    ",",
    "[x]",
    "{y}",
    "|",
    ">",
    "1.",
    "ordet",
    "længere",
]
LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])
TEXTS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=300),
    st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join),
    st.lists(st.text(LETTERS, max_size=200), min_size=2, max_size=6).map("\n".join),
).filter(lambda text: text.strip())
"""Any text that a case may have."""
