"""What is written of a meeting's items is not written when there are none."""

from sqlalchemy import select

from kkr_desktop.model.bodies import Body
from kkr_desktop.model.dates import long_date
from kkr_desktop.model.errors import KkrError
from kkr_desktop.services.agenda_outline import numbered
from kkr_desktop.services.meeting_states import meeting_or_error
from kkr_desktop.storage.database import Database


class NoItems(KkrError):
    """A document is asked for of a meeting with nothing on its agenda."""

    def __init__(self, meeting: str) -> None:
        self.meeting = meeting

    def explain(self) -> str:
        """Return what happened and what to do about it, in Danish."""
        return (
            f"{self.meeting} har ingen punkter på dagsordenen, så der er intet at skrive. "
            "Skriv dagsordenen først, eller vælg et andet møde."
        )


def require_items(database: Database, meeting_id: int) -> None:
    """Raise NoItems when a meeting has no item on its agenda; NotFound when there is no meeting."""
    with database.read() as session:
        meeting = meeting_or_error(session, meeting_id)
        _, items, _ = numbered(session, meeting_id)
        if not any(items.values()):
            council = session.scalars(select(Body.name).where(Body.id == meeting.body_id)).one()
            raise NoItems(f"Mødet i {council} den {long_date(meeting.held_on)}")
