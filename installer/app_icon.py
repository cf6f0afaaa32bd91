"""Draws the program's icon from the sunflower: PNGs for Linux and macOS, one .ico for Windows.

Only needed when `resources/icons/sun.svg` changes; what it writes is kept in the repository.

    python installer/app_icon.py
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = SIZES[:-1]  # the format's entries end at 256
ICO_HEADER = struct.Struct("<HHH")
ICO_ENTRY = struct.Struct("<BBBBHHII")
ICO_KIND = 1
COLOUR_BITS = 32


def drawn(renderer: QSvgRenderer, size: int) -> bytes:
    """The sunflower as a PNG of `size` × `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """PNG pictures by size in Windows' container (a size of 256 is written as 0)."""
    offset = ICO_HEADER.size + len(pictures) * ICO_ENTRY.size
    entries, content = b"", b""
    for size, png in pictures.items():
        entries += ICO_ENTRY.pack(size % 256, size % 256, 0, 0, 1, COLOUR_BITS, len(png), offset + len(content))
        content += png
    return ICO_HEADER.pack(0, ICO_KIND, len(pictures)) + entries + content


def main() -> None:
    app = QGuiApplication(["app_icon", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(RESOURCES / "icons" / "sun.svg"))
    folder = RESOURCES / "app"
    folder.mkdir(exist_ok=True)
    pictures = {size: drawn(renderer, size) for size in SIZES}
    for size, png in pictures.items():
        (folder / f"dagleder-{size}.png").write_bytes(png)
    (folder / "dagleder.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    app.quit()


if __name__ == "__main__":
    main()
