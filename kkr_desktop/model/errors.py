"""What can go wrong in a way that a person can do something about."""

from abc import ABC, abstractmethod
from pathlib import Path


class KkrError(Exception, ABC):
    """An expected error.

    Subclasses carry what a person needs as attributes and turn it into one
    clear Danish sentence, or a few, in `explain`. The window and the command
    line show that text and nothing else.
    """

    @abstractmethod
    def explain(self) -> str:
        """Return what happened and what to do about it, in Danish."""

    def __str__(self) -> str:
        return self.explain()


class InvalidValue(KkrError):
    """A field holds something that cannot be kept as it stands."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.reason = reason

    def explain(self) -> str:
        return f"{self.field}: {self.reason}"


class NotFound(KkrError):
    """What was asked for is not in the database (any more)."""

    def __init__(self, what: str) -> None:
        self.what = what

    def explain(self) -> str:
        return f"{self.what} findes ikke (længere)."


class UnknownBody(KkrError):
    """No body has the name that was given."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def explain(self) -> str:
        there_are = ", ".join(f"»{known}«" for known in self.known)
        return f"Rådet »{self.name}« kendes ikke. Der er: {there_are}."


class ChangedElsewhere(KkrError):
    """Someone else wrote the row after it was read (optimistic locking)."""

    def __init__(self, what: str) -> None:
        self.what = what

    def explain(self) -> str:
        return (
            f"{self.what} er ændret et andet sted, siden du åbnede det. "
            "Hent det igen, og skriv din ændring på ny."
        )


class NotAllowedNow(KkrError):
    """The meeting's state does not allow what was asked for."""

    def __init__(self, what: str, state_name: str, remedy: str = "") -> None:
        self.what = what
        self.state_name = state_name
        self.remedy = remedy

    def explain(self) -> str:
        refusal = f"{self.what} kan ikke lade sig gøre, når mødets tilstand er »{self.state_name}«."
        return f"{refusal} {self.remedy}".strip()


class FileProblem(KkrError):
    """A file could not be read or written."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        self.problem = problem

    def explain(self) -> str:
        return f"Filen »{self.path}« {self.problem}"


class FileLocked(FileProblem):
    """A file can be read with its password only."""


class PdfNeeded(FileProblem):
    """An Office document cannot be turned into pages here; its PDF can be added in its place."""


class AppendixUnreadable(KkrError):
    """The pages of an appendix, which were taken in, cannot be put into a pack."""

    def __init__(self, label: str, title: str) -> None:
        super().__init__(label, title)
        self.label = label
        self.title = title

    def explain(self) -> str:
        return (
            f"{self.label} »{self.title}« kan ikke læses, så pakken er ikke lavet. Udskriv bilaget "
            "til PDF, og erstat dets fil med den udskrevne."
        )


class FilesRefused(KkrError):
    """Some of several files were not taken in; the others were."""

    def __init__(self, problems: tuple[KkrError, ...]) -> None:
        self.problems = problems

    def explain(self) -> str:
        reasons = "\n\n".join(problem.explain() for problem in self.problems)
        if len(self.problems) == 1:
            return reasons
        return f"{len(self.problems)} filer er ikke tilføjet:\n\n{reasons}"


class CannotTypeset(KkrError):
    """Something in a document is too large for any page."""

    def explain(self) -> str:
        return (
            "Dokumentet kan ikke sættes op, fordi noget i det er for stort til en side. "
            "Del den største tabelcelle i flere rækker, og prøv igen."
        )


class DatabaseTooNew(KkrError):
    """The database was written by a newer program; it has not been touched."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def explain(self) -> str:
        return (
            f"Databasen »{self.path}« er skrevet af en nyere udgave af KKR Desktop. "
            "Den er ikke rørt. Installér den nyeste udgave af programmet, og prøv igen."
        )


class DatabaseDamaged(KkrError):
    """The database cannot be read as one."""

    def __init__(self, path: Path, backups: Path) -> None:
        self.path = path
        self.backups = backups

    def explain(self) -> str:
        return (
            f"Databasen »{self.path}« er beskadiget og kan ikke læses. Den er ikke rørt. "
            f"Hent en sikkerhedskopi fra »{self.backups}«, eller kontakt jeres it-afdeling."
        )


class DatabaseBusy(KkrError):
    """Another program holds the database."""

    def explain(self) -> str:
        return (
            "Databasen er i brug af et andet program, så ændringen er ikke gemt endnu. "
            "Luk det andet program (fx en sikkerhedskopiering), og prøv igen."
        )


class DiskFull(KkrError):
    """There is no room left; what was being written was rolled back whole."""

    def explain(self) -> str:
        return (
            "Disken er fuld, så ændringen kunne ikke gemmes. Intet tidligere er tabt. "
            "Frigør plads, og prøv igen."
        )


class DataFolderUnusable(KkrError):
    """The data folder cannot be used for a database."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason

    def explain(self) -> str:
        return f"Datamappen »{self.path}« kan ikke bruges: {self.reason}"


class DataFolderNotEmpty(KkrError):
    """A demo secretariat is made in an empty data folder only."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def explain(self) -> str:
        return (
            f"Datamappen »{self.path}« har allerede en database, og den er ikke rørt. "
            "Vælg en tom mappe med --data-dir."
        )
