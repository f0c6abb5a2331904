"""Stored files are found again byte for byte, or their damage is told."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_desktop.model.errors import FileProblem
from kkr_desktop.storage.atomic_file import write_complete
from kkr_desktop.storage.file_store import FileStore


@given(data=st.binary(max_size=2000))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_put_is_read_again(tmp_path: Path, data: bytes) -> None:
    files = FileStore(tmp_path / "files")
    address = files.put(data)
    assert files.read(address.sha256) == data
    assert files.put(data) == address
    assert address.size == len(data)


def test_a_changed_or_missing_file_is_told(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    changed, gone, whole = (files.put(text) for text in (b"et", b"to", b"tre"))
    files.path_of(changed.sha256).write_bytes(b"noget andet")
    files.path_of(gone.sha256).unlink()
    problems = list(files.damaged([changed.sha256, gone.sha256, whole.sha256]))
    assert ["ændret" in problems[0].explain(), "mangler" in problems[1].explain()] == [True, True]
    assert len(problems) == 2


def test_a_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "Dagsorden æøå.pdf"
    write_complete(target, b"first")
    write_complete(target, b"second")
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "word"),
    [("findes-ikke/x.pdf", "Vælg en anden mappe"), ("mappe", "mappe"), ("x" * 300, "for langt")],
)
def test_a_place_that_cannot_be_written_is_explained(tmp_path: Path, name: str, word: str) -> None:
    (tmp_path / "mappe").mkdir()
    with pytest.raises(FileProblem) as refused:
        write_complete(tmp_path / name, b"data")
    assert word in refused.value.explain()
    assert [path.name for path in tmp_path.iterdir()] == ["mappe"]
