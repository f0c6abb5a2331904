"""A document's file name can be stored on any PC and says what it is."""

from hypothesis import given
from hypothesis import strategies as st

from kkr_desktop.documents.file_names import pdf_file_name


def test_danish_letters_stay() -> None:
    title = "Dagsorden til møde i KKR Sjælland den 26. januar 2026"
    assert pdf_file_name(title) == f"{title}.pdf"


def test_what_windows_refuses_is_replaced() -> None:
    assert pdf_file_name('a/b\\c:"d"?* ') == "a b c d.pdf"
    assert pdf_file_name("CON") == "Dokument CON.pdf"
    assert pdf_file_name("lpt1.udkast") == "Dokument lpt1.udkast.pdf"
    assert pdf_file_name(" ... ") == "Dokument.pdf"


@given(st.text())
def test_no_title_makes_a_name_that_cannot_be_stored(title: str) -> None:
    name = pdf_file_name(title)
    assert name.endswith(".pdf")
    stem = name.removesuffix(".pdf")
    assert stem == stem.strip(" .")
    assert 0 < len(stem) <= 130
    assert not set(stem) & set('<>:"/\\|?*\0\n\r\t')
