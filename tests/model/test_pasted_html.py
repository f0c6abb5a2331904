"""What is pasted keeps its words and its sense, and loses its looks."""

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.model.pasted_html import from_html
from kkr_desktop.model.richtext import Heading, ListItem, ListKind, Paragraph, Run, Table

WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color:red}</style></head>
<body lang=DA><!--StartFragment-->
<h2>Baggrund<o:p></o:p></h2>
<p class=MsoNormal><b>Fed</b> og <i>kursiv</i> tekst med&nbsp;<u>streg</u><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>
<![if !supportLists]>
<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>
Første &aelig;&oslash;&aring;</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>
<span style='mso-list:Ignore'>&#183;<span>&nbsp;</span></span>Under</p>
<table><tr><th>Kommune</th><th>Kvote</th></tr><tr><td>L&aelig;s&oslash;</td><td>12</td></tr></table>
<!--EndFragment--></body></html>
"""


def test_word_keeps_headings_lists_tables_and_bold() -> None:
    heading, paragraph, first, under, table = from_html(WORD).blocks
    assert isinstance(heading, Heading)
    assert isinstance(paragraph, Paragraph)
    assert [run.text for run in paragraph.runs if run.bold] == ["Fed"]
    assert [run.text for run in paragraph.runs if run.underline] == ["streg"]
    assert isinstance(first, ListItem)
    assert (first.kind, first.level) == (ListKind.NUMBERED, 0)
    assert [run.text for run in first.runs] == ["Første æøå"]
    assert isinstance(under, ListItem)
    assert (under.kind, under.level) == (ListKind.BULLET, 1)
    assert isinstance(table, Table)
    assert table.header_rows == 1
    assert "Læsø" in from_html(WORD).plain_text()


def test_the_web_loses_scripts_pictures_and_dangerous_links() -> None:
    cleaned = from_html(
        '<p onclick="x()">Se <a href="https://www.kl.dk">KL</a> og '
        '<a href="javascript:alert(1)">her</a><script>alert(2)</script><img src="x.png"></p>'
    )
    (paragraph,) = cleaned.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (
        Run("Se "),
        Run("KL", link="https://www.kl.dk"),
        Run(" og her"),
    )


def test_google_docs_bold_wrapper_is_no_bold() -> None:
    cleaned = from_html('<b style="font-weight:normal;" id="docs-internal"><p>Jævn tekst</p></b>')
    (paragraph,) = cleaned.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (Run("Jævn tekst"),)


@given(st.text())
def test_anything_can_be_pasted(text: str) -> None:
    from_html(text)


pieces = st.sampled_from(
    [
        *("<p>", "</p>", "<b>", "</b>", "<ul>", "</ul>", "<li>", "<table>", "<tr>", "<td>"),
        *("</td>", "</tr>", "</table>", "<script>", "</script>", "<!--", "-->", "<o:p>", "<h1>"),
        *(
            "</h1>",
            "<br>",
            "&amp;",
            "&#x0;",
            "æøå",
            "ord",
            "<![if !x]>",
            "<![endif]>",
            "<a href=''>",
        ),
    ]
)


@given(st.lists(pieces, max_size=40).map("".join))
def test_broken_markup_never_stops_a_paste(html: str) -> None:
    from_html(html)


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)


@given(st.lists(words, min_size=1, max_size=8))
def test_no_word_of_nested_elements_is_lost(typed: list[str]) -> None:
    html = "".join(f"<div><section><p><span>{word}</span></p></section></div>" for word in typed)
    assert from_html(html).plain_text().split() == " ".join(typed).split()
