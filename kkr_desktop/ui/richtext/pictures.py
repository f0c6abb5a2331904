"""Pictures in the editor: taken in from files, shown, and kept with the characters."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QImageWriter,
    QPainter,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from kkr_desktop.model.errors import FileProblem
from kkr_desktop.model.richtext import Picture

_IMAGE = QTextFormat.Property.UserProperty + 3
_ALTERNATE = QTextFormat.Property.UserProperty + 4
_WIDTH = QTextFormat.Property.UserProperty + 5
_BEFORE_WORDS = "="

MOST_PIXELS_ACROSS = 1800
"""More than a printer shows over the width of the text."""
_MOST_PIXELS = 60_000_000
_SHOWN_WIDTH = 520
_JPEG_QUALITY = 88


def read_picture_file(path: Path) -> bytes:
    """Return the picture of a file as a document can carry it: upright, opaque, not too large.

    Raises FileProblem.
    """
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > _MOST_PIXELS:
        raise FileProblem(path, "er for stort et billede. Gem det i en mindre størrelse først.")
    image = reader.read()
    if image.isNull():
        raise FileProblem(path, "kan ikke læses som billede. Brug en PNG- eller JPEG-fil.")
    return encoded(image)


def encoded(image: QImage) -> bytes:
    """Return an image as PNG or JPEG, whichever is smaller; a small PNG stays sharp."""
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(QColor("white"))
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.end()
    if opaque.width() > MOST_PIXELS_ACROSS:
        smooth = Qt.TransformationMode.SmoothTransformation
        opaque = opaque.scaledToWidth(MOST_PIXELS_ACROSS, smooth)
    drawing, photo = _saved(opaque, b"PNG"), _saved(opaque, b"JPEG", _JPEG_QUALITY)
    return drawing if len(drawing) <= 2 * len(photo) else photo


def _saved(image: QImage, kind: bytes, quality: int = -1) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    writer.write(image)
    buffer.close()
    return bytes(data.data())


def keep_for_display(document: QTextDocument, picture: Picture) -> None:
    """Let `document` find the picture when it draws its characters."""
    image = QImage.fromData(picture.image)
    document.addResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl(_name(picture.image)), image
    )


def characters_of_picture(picture: Picture) -> QTextImageFormat:
    """Return the format of the one character that a picture is in the editor."""
    made = QTextImageFormat()
    made.setName(_name(picture.image))
    size = QImage.fromData(picture.image).size()
    if size.isEmpty():
        size = QSize(4, 3)
    width = _SHOWN_WIDTH * picture.width / 100
    made.setWidth(width)
    made.setHeight(width * size.height() / size.width())
    made.setProperty(_IMAGE, QByteArray(picture.image))
    # Never empty, which Qt would keep as an empty list.
    made.setProperty(_ALTERNATE, f"{_BEFORE_WORDS}{picture.alternate}")
    made.setProperty(_WIDTH, picture.width)
    return made


def picture_in(characters: QTextCharFormat) -> Picture | None:
    """Return the picture that characters are, without a caption, or None for words."""
    data = characters.property(_IMAGE)
    if not isinstance(data, QByteArray):
        return None
    alternate = characters.stringProperty(_ALTERNATE).removeprefix(_BEFORE_WORDS)
    return Picture(bytes(data.data()), alternate, (), characters.intProperty(_WIDTH))


def _name(image: bytes) -> str:
    return f"picture:{sha256(image).hexdigest()}"
