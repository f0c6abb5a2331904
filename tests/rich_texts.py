"""Any rich text, for property tests."""

import io

from hypothesis import strategies as st
from PIL import Image

from kkr_desktop.model.richtext import (
    Block,
    Cell,
    Heading,
    ListItem,
    ListKind,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    rich_text,
)


def png(width: int, height: int, colour: str) -> bytes:
    """Return a picture of one colour."""
    made = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(made, "PNG")
    return made.getvalue()


texts = st.text(max_size=40)
runs = st.lists(
    st.builds(
        Run,
        text=texts,
        bold=st.booleans(),
        italic=st.booleans(),
        underline=st.booleans(),
        link=st.sampled_from([None, None, "https://kl.dk/?a=1&b=<2>", "javascript:x"]),
        language=st.sampled_from([None, None, None, "en", "kl", "xx"]),
    ),
    max_size=4,
).map(tuple)
paragraphs = st.builds(Paragraph, runs=runs)
list_items = st.builds(ListItem, kind=st.sampled_from(ListKind), level=st.integers(0, 3), runs=runs)
cells = st.builds(Cell, blocks=st.lists(st.one_of(paragraphs, list_items), max_size=3).map(tuple))
tables = st.builds(
    Table,
    rows=st.lists(st.lists(cells, min_size=1, max_size=4).map(tuple), max_size=4).map(tuple),
    header_rows=st.integers(0, 3),
)
headings = st.builds(Heading, level=st.integers(1, 3), runs=runs)
images = st.sampled_from([png(3, 2, "red"), png(2, 5, "navy")])
pictures = st.builds(Picture, image=images, alternate=texts, runs=runs, width=st.integers(0, 120))
blocks: st.SearchStrategy[Block] = st.one_of(paragraphs, headings, list_items, tables, pictures)
rich_texts: st.SearchStrategy[RichText] = st.lists(blocks, max_size=8).map(rich_text)
