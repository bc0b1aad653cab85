"""Whatever is no markup is text, and a page stands for itself."""

import pytest

from scheduler.publish.html import Markup, Tongues, direction, element, joined, page, text

HOSTILE = "<script>alert('x')</script> & \"quoted\"\x1b[31m\u202eturned\u2028line"


def test_text_is_escaped_and_loses_what_is_not_seen() -> None:
    assert text(HOSTILE) == (
        "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &quot;quoted&quot;[31mturned line"
    )


def test_markup_is_not_escaped_again() -> None:
    assert text(text("a & b")) == "a &amp; b"
    assert element("p", element("b", "<")) == "<p><b>&lt;</b></p>"
    assert joined(["<", Markup("<br/>")], "") == "&lt;<br/>"


def test_an_attribute_cannot_be_left() -> None:
    assert element("a", "x", href='"><script>', class_="y") == '<a href="&quot;&gt;&lt;script&gt;" class="y">x</a>'


def test_attributes_with_hyphens_are_written_with_underscores_and_those_of_nothing_left_out() -> None:
    assert element("line", x1=1.5, stroke_width=2, stroke_dasharray=None) == '<line x1="1.5" stroke-width="2"/>'


@pytest.mark.parametrize(
    ("language", "expected"), [("ar", "rtl"), ("en", "ltr"), ("zh-Hant", "ltr"), ("he", "rtl"), ("xx", "ltr")]
)
def test_a_language_has_its_direction(language: str, expected: str) -> None:
    assert direction(language) == expected


def test_words_of_this_tool_are_marked_as_english_on_a_page_in_another_language() -> None:
    assert Tongues("en").own("Lists") == Tongues("en-GB").own("Lists") == "Lists"
    assert Tongues("ar").own("Lists") == '<span lang="en" dir="ltr">Lists</span>'
    assert Tongues("ar").theirs("<طاولة>") == "<bdi>&lt;طاولة&gt;</bdi>"


def test_a_page_states_language_and_direction_and_may_load_and_run_nothing() -> None:
    written = page("<Title>", Tongues("ar"), "p { margin: 0 }", element("p", "text"))
    assert written.startswith('<!doctype html>\n<html lang="ar" dir="rtl"><head>')
    assert "<title>&lt;Title&gt;</title>" in written
    assert "default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;" in written
    assert written.endswith("<body><p>text</p></body></html>\n")
