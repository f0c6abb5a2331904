"""Content as JSON: the form in which what was sent is kept for ever."""

import base64
import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kkr_desktop.documents.content import AgendaContent, MinutesContent
from kkr_desktop.model.richtext import RichText, from_json

T = TypeVar("T")


def to_json(content: AgendaContent | MinutesContent) -> str:
    """Return the one JSON text of a content; equal contents give equal texts."""
    return json.dumps(_data(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(value: object) -> str:
    """Return a hash of content, or of a part of it; equal contents give equal hashes."""
    text = json.dumps(_data(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def agenda_from_json(stored: str) -> AgendaContent:
    """Read what `to_json` made of an agenda."""
    return _value(json.loads(stored), AgendaContent)


def minutes_from_json(stored: str) -> MinutesContent:
    """Read what `to_json` made of minutes."""
    return _value(json.loads(stored), MinutesContent)


def _data(value: object) -> object:
    if isinstance(value, RichText):
        return json.loads(value.to_json())
    if is_dataclass(value):
        return {field.name: _data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_data(entry) for entry in cast("tuple[object, ...]", value)]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value


def _value(data: Any, kind: type[T]) -> T:  # noqa: ANN401
    """Rebuild a value of the declared type `kind`."""
    return cast("T", _rebuilt(data, kind))


def _rebuilt(data: Any, kind: Any) -> object:  # noqa: ANN401
    if get_origin(kind) in {Union, UnionType}:
        inner = next(member for member in get_args(kind) if member is not NoneType)
        return None if data is None else _rebuilt(data, inner)
    if get_origin(kind) is tuple:
        return tuple(_rebuilt(entry, get_args(kind)[0]) for entry in data)
    if kind is RichText:
        return from_json(json.dumps(data))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return cast("Any", kind)(
            **{name: _rebuilt(entry, hints[name]) for name, entry in data.items()}
        )
    if kind in {date, time, datetime}:
        return kind.fromisoformat(data)
    if kind is bytes:
        return base64.b64decode(data)
    return kind(data)
