"""What items of an agenda and their parts are, as documents name them."""

from collections.abc import Mapping
from enum import StrEnum


class ItemKind(StrEnum):
    """What the council is asked to do with an item."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"
    THEME = "theme"
    APPOINTMENT = "appointment"
    APPROVAL = "approval"
    ANNOUNCEMENT = "announcement"
    ANY_OTHER_BUSINESS = "any_other_business"


ITEM_KIND_NAMES: Mapping[ItemKind, str] = {
    ItemKind.DECISION: "Beslutning",
    ItemKind.DISCUSSION: "Drøftelse",
    ItemKind.INFORMATION: "Orientering",
    ItemKind.THEME: "Temadrøftelse",
    ItemKind.APPOINTMENT: "Udpegning",
    ItemKind.APPROVAL: "Godkendelse",
    ItemKind.ANNOUNCEMENT: "Meddelelse",
    ItemKind.ANY_OTHER_BUSINESS: "Eventuelt",
}
"""The kinds as documents name them (domain: punkttype)."""


class PartType(StrEnum):
    """The parts of an item, in the order in which documents print them."""

    SUMMARY = "summary"
    RECOMMENDATION = "recommendation"
    BACKGROUND = "background"
    CASE_PRESENTATION = "case_presentation"
    ECONOMY = "economy"
    PRIOR_HANDLING = "prior_handling"
    NEXT_STEPS = "next_steps"


PART_NAMES: Mapping[PartType, str] = {
    PartType.SUMMARY: "Resumé",
    PartType.RECOMMENDATION: "Indstilling",
    PartType.BACKGROUND: "Baggrund",
    PartType.CASE_PRESENTATION: "Sagsfremstilling",
    PartType.ECONOMY: "Økonomi",
    PartType.PRIOR_HANDLING: "Behandling i andre fora",
    PartType.NEXT_STEPS: "Videre proces",
}
"""The headings of the parts in documents."""
