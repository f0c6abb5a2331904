"""Words are set as typed, and what belongs together stays on one line."""

import pytest

from kkr_desktop.documents.markup import plain


@pytest.mark.parametrize(
    ("typed", "tied"),
    [
        ("den 26. januar 2026", "den 26._januar 2026"),
        ("botilbud (§ 108)", "botilbud (§_108)"),
        ("i alt 4,5 mio. kr.", "i alt 4,5_mio. kr."),
        ("steget 12 % kl. 9.30", "steget 12_% kl._9.30"),
        ("bilag nr. 4 og de 26. januar-folk", "bilag nr._4 og de 26._januar-folk"),
        ("uge 26. Januaren var kold", "uge 26. Januaren var kold"),
    ],
)
def test_a_number_stays_with_what_it_counts(typed: str, tied: str) -> None:
    assert plain(typed) == tied.replace("_", "\u00a0")
