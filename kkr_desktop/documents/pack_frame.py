"""All of a pack but the pages of its appendices, in a form that can be kept."""

import json
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kkr_desktop.documents.fonts import register
from kkr_desktop.documents.frozen import fingerprint
from kkr_desktop.documents.layout import typeset
from kkr_desktop.documents.meeting_furniture import meeting_furniture
from kkr_desktop.documents.pack import PackContent, PackParts, pack_story
from kkr_desktop.documents.page_plan import PagePlan, Place
from kkr_desktop.documents.program_stamp import program_stamp


@dataclass(frozen=True, slots=True)
class PackFrame:
    """Typeset pages, and where those of the appendices come in place of them."""

    pdf: bytes
    plan: PagePlan

    def to_bytes(self) -> bytes:
        """Return it as one piece."""
        plan = self.plan
        told = {
            "blank_before": sorted(plan.blank_before),
            "places": [[page, *astuple(place)] for page, place in plan.places.items()],
            "stamps": [
                [page, [line.decode("ascii") for line in lines]]
                for page, lines in plan.stamps.items()
            ],
        }
        return json.dumps(told, ensure_ascii=False).encode() + b"\n" + self.pdf


def frame_from_bytes(stored: bytes) -> PackFrame:
    """Read what `to_bytes` made."""
    head, pdf = stored.split(b"\n", 1)
    told: dict[str, Any] = json.loads(head)
    plan = PagePlan(
        blank_before=set(told["blank_before"]),
        places={page: Place(*place) for page, *place in told["places"]},
        stamps={
            page: tuple(line.encode("ascii") for line in lines) for page, lines in told["stamps"]
        },
    )
    return PackFrame(pdf, plan)


def typeset_frame(content: PackContent) -> PackFrame:
    """Typeset all of a pack but the pages of its appendices."""
    register()
    plan = PagePlan(right_hand_starts=content.right_hand_starts)
    alone = content.parts is PackParts.APPENDICES
    furniture = meeting_furniture(
        content.agenda,
        "Bilag" if alone else content.agenda.name,
        is_draft=content.agenda.is_draft,
        has_front_page=True,
        title=content.title,
    )
    return PackFrame(typeset(furniture, pack_story(content), plan), plan)


def frame_key(content: PackContent) -> str:
    """Return what names all that a pack's frame is made from, and the program that makes it."""
    rows = tuple(
        (
            item.uid,
            item.number,
            item.title,
            tuple(
                (row.uid, row.item_number, row.label, row.title, row.pages)
                for row in item.appendices
            ),
        )
        for item in content.items
    )
    made_from = (
        content.agenda,
        rows,
        content.parts,
        content.dividers,
        content.right_hand_starts,
        program_stamp(),
    )
    return f"frame-{fingerprint(made_from)}"


def appendix_key(source: Path, *, is_public: bool, is_grey: bool) -> str:
    """Return what names the pages of a stored appendix in a manner, and the program."""
    manner = f"{'public' if is_public else 'all'}-{'grey' if is_grey else 'colour'}"
    named = f"{source.name} {manner} {program_stamp()}"
    return f"appendix-{sha256(named.encode()).hexdigest()}"
