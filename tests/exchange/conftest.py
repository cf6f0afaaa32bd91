"""Two thousand texts as nobody should type them: each has hurt some program before."""

import random

import pytest

PAYLOADS = (
    '<img src="/etc/passwd"/>',
    '<img src="file:///etc/hostname"/>',
    '<img src="http://127.0.0.1:9/x.png"/>',
    '<a href="javascript:alert(1)">klik</a>',
    "<font color=\"[[[getattr(pow, Word('__globals__'))['os'].system('touch x') for Word in [1]]]]\">x</font>",
    "<b>uden ende",
    "</para>",
    "<para>",
    "<onDraw name='x' label='y'/>",
    "<seq id='a'/>",
    "<index item='x'/>",
    "&amp; &lt; &#65; &bogus;",
    "a & b < c > d",
    "<!-- -->",
    "<![CDATA[x]]>",
    "<?xml version='1.0'?>",
    "]]>",
    "<br/>",
    "=1+1",
    "+45 12 34 56 78",
    "-3",
    "@SUM(A1)",
    '=HYPERLINK("http://127.0.0.1:9","x")',
    "\t=1",
    "\r=1",
    "\x00=1",
    "a;=1",
    '"=1',
    "Søs Ågård Ærø",
    "日本 語",
    "🙂 👩\u200d👧",
    "\u202eomvendt",
    "e\u0301",
    "\ud800 halv",
    "\x1b[31mrød",
    "\x07\x08",
    "%s %n {0} {x!r}",
    "'; DROP TABLE employee; --",
    "\\x41 \\(paren\\) (ubalanceret",
    "_x0041_",
    "\u2028linje\u2029afsnit",
    "BEGIN:VEVENT",
    "END:VCALENDAR\r\nX:1",
    "www.example.org mailto:a@b",
    "<" * 400 + "b" + ">" * 400,
    "<b>" * 400,
    "A" * 300,
    "",
    " ",
)
PLACES = ("{}", "Karen {}", "{} Ulvdal", "{}\n{}", "»{}«", "{0} · {0}")


@pytest.fixture(scope="session")
def hostile_texts() -> tuple[str, ...]:
    chooser = random.Random(18)
    texts = [place.format(*(payload,) * 2) if "{" in place else payload for place in PLACES for payload in PAYLOADS]
    while len(texts) < 2000:
        first, second = chooser.choice(PAYLOADS), chooser.choice(PAYLOADS)
        cut = chooser.randrange(len(first) + 1)
        texts.append(first[:cut] + second + first[cut:])
    return tuple(texts)
