"""E-mail drafts (.eml) that a mail program opens as ready to send."""

import hashlib
from dataclasses import dataclass
from email import policy
from email.encoders import encode_base64
from email.header import Header
from email.message import EmailMessage

from kkr_desktop.model.errors import InvalidValue
from kkr_desktop.model.text import one_line, without_unprintable

_UNFOLDED = policy.SMTP.clone(max_line_length=0)
"""Python 3.11 and 3.12 lose a blank when they fold a line with æøå in it."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along, such as "application/pdf"; the parameters tell more of its kind."""

    file_name: str
    data: bytes
    media_type: str = "application/octet-stream"
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MailDraft:
    """A message without a sender: the mail program that opens it puts that in."""

    subject: str
    text: str
    to: tuple[str, ...] = ()
    copy: tuple[str, ...] = ()
    blind_copy: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def write_mail_draft(draft: MailDraft) -> bytes:
    """Return the draft as a file. The same draft gives the same bytes.

    Raises InvalidValue for an address that no mail server understands.
    """
    message = EmailMessage(policy=policy.SMTP)
    message["Subject"] = one_line(draft.subject)
    message.set_content(without_unprintable(draft.text), cte="base64")
    if draft.attachments:
        message.make_mixed()
        for attachment in draft.attachments:
            message.attach(_part(attachment))
        content = b"".join(attachment.data for attachment in draft.attachments)
        message.set_boundary(f"kkr-{hashlib.sha256(content).hexdigest()[:32]}")
    addresses = "".join(
        f"{name}: {_listed(found)}\r\n"
        for name, found in (("To", draft.to), ("Cc", draft.copy), ("Bcc", draft.blind_copy))
        if found
    )
    # An address a line: some programs stop reading a line after 998 characters.
    return f"X-Unsent: 1\r\n{addresses}".encode("ascii") + message.as_bytes(policy=_UNFOLDED)


def _part(attachment: Attachment) -> EmailMessage:
    """Return a file as a part of a message, its name written in two ways.

    Outlook does not know the way of RFC 2231 and calls a file with Danish letters "Untitled
    attachment", unless its name stands beside its kind too, as words of a subject are written.
    """
    name = one_line(attachment.file_name)
    words = name if name.isascii() else Header(name, "utf-8").encode(linesep="")
    kind = {**dict(attachment.parameters), "name": words}
    part = EmailMessage(policy=policy.compat32)
    part.add_header("Content-Type", attachment.media_type, **kind)
    told = name if name.isascii() else ("utf-8", "", name)
    part.add_header("Content-Disposition", "attachment", filename=told)
    part.set_payload(attachment.data)
    encode_base64(part)
    return part


def is_address(address: str) -> bool:
    """Tell whether a mail server would understand an address."""
    try:
        _ascii(address)
    except InvalidValue:
        return False
    return True


def _listed(addresses: tuple[str, ...]) -> str:
    return ",\r\n ".join(_ascii(address) for address in addresses)


def _ascii(address: str) -> str:
    """Return an address with the domain as servers know it, "ærø.dk" included."""
    local, at, domain = one_line(address).rpartition("@")
    try:
        known = domain.encode("idna").decode("ascii")
        named = local.encode("ascii").decode("ascii")
    except UnicodeError:
        known = named = ""
    if not at or not known or not named or set(' ,;<>"()') & set(named + known):
        raise InvalidValue("E-mail", f"»{address}« er ikke en adresse, som en mailserver forstår.")
    return f"{named}@{known}"
