"""A draft opens in a mail program with every letter and every address in place."""

import re
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage, MIMEPart

import pytest

from kkr_desktop.documents.mail import Attachment, MailDraft, write_mail_draft
from kkr_desktop.model.errors import InvalidValue

SUBJECT = "Udsendelse af dagsorden – KKR Sjælland, møde den 4. september 2026 – æøå ÆØÅ og aa"


def read(data: bytes) -> EmailMessage:
    return message_from_bytes(data, EmailMessage, policy=policy.default)


def lines(part: MIMEPart) -> list[str]:
    text: str = part.get_content()
    return text.splitlines()


@pytest.mark.parametrize("subject", [SUBJECT, SUBJECT * 3, "Møde", "2026 – æøå", "Agenda"])
def test_a_danish_subject_comes_through(subject: str) -> None:
    message = read(write_mail_draft(MailDraft(subject, "Kære Åse\n\nMed venlig hilsen\nØrn")))
    assert message["Subject"] == subject
    assert message["X-Unsent"] == "1"
    assert lines(message) == ["Kære Åse", "", "Med venlig hilsen", "Ørn"]
    assert message["From"] is None


def test_many_blind_copies_each_stand_on_a_line_that_any_program_reads() -> None:
    addresses = tuple(f"medlem.nummer{n}@langt-kommunenavn.example" for n in range(200))
    data = write_mail_draft(MailDraft("Møde", "", blind_copy=addresses))
    assert all(len(line) < 998 for line in data.splitlines())
    message = read(data)
    assert [address.addr_spec for address in message["Bcc"].addresses] == list(addresses)
    assert message["To"] is None


def test_attachments_keep_their_names_and_bytes() -> None:
    files = (
        Attachment("Dagsorden for Ærø – 2026.pdf", b"%PDF-1.7 \x00\xff", "application/pdf"),
        Attachment("Bilag.bin", b"123"),
    )
    draft = MailDraft(SUBJECT, "Se bilag.", to=("a@b.dk",), copy=("c@d.dk",), attachments=files)
    assert write_mail_draft(draft) == write_mail_draft(draft)
    message = read(write_mail_draft(draft))
    found = [(part.get_filename(), part.get_content()) for part in message.iter_attachments()]
    assert found == [(file.file_name, file.data) for file in files]
    body = message.get_body()
    assert body is not None
    assert lines(body) == ["Se bilag."]
    assert message["Subject"] == SUBJECT


@pytest.mark.parametrize("name", ["Dagsorden for Ærø – 2026.pdf", "Bilag.pdf", "Å" * 90 + ".pdf"])
def test_outlook_reads_the_name_of_an_attachment_beside_its_kind(name: str) -> None:
    data = write_mail_draft(MailDraft(SUBJECT, "", attachments=(Attachment(name, b"1"),)))
    (written,) = re.findall(r'Content-Type: application/octet-stream; name="(.*)"', data.decode())
    assert str(make_header(decode_header(written))) == name


def test_a_domain_with_danish_letters_is_written_as_servers_know_it() -> None:
    message = read(write_mail_draft(MailDraft("x", "", to=("post@ærø.dk",))))
    domain: str = message["To"].addresses[0].domain
    assert domain.startswith("xn--")
    assert domain.encode("ascii").decode("idna") == "ærø.dk"


@pytest.mark.parametrize(
    "address", ["uden snabel", "a@b@", "a b@c.dk", "åse@x.dk", "a@b.dk, c@d.dk"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidValue, match="mailserver"):
        write_mail_draft(MailDraft("x", "", blind_copy=(address,)))


def test_no_header_can_be_smuggled_in() -> None:
    message = read(write_mail_draft(MailDraft("Møde\r\nTo: x@ond.dk", "")))
    assert message["To"] is None
    assert message["Subject"] == "Møde To: x@ond.dk"
