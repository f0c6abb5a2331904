"""What may not stand in the register: addresses that are none, and CPR numbers."""

from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.personal_number import holds_personal_number


def check_address(label: str, address: str) -> None:
    """Raise InvalidValue when something stands where an e-mail address should."""
    clean = address.strip()
    if clean and (clean.count("@") != 1 or " " in clean or clean[0] == "@" or clean[-1] == "@"):
        raise InvalidValue(label, f"»{clean}« er ikke en e-mailadresse. Ret den, eller slet den.")


def refuse_personal_number(label: str, words: str) -> None:
    """Raise InvalidValue where the register would come to hold a CPR number."""
    if holds_personal_number(words):
        raise InvalidValue(
            label,
            "Der står noget, der ligner et CPR-nummer. CPR-numre må ikke stå i registret.",
        )
