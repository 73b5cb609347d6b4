"""Paint every scene as a picture, to look at: python -m tests.desktop.projection.gallery FOLDER [extreme]"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.desktop.projection.samples import EXTREME, TYPICAL
from workshop_app.desktop import fonts
from workshop_app.desktop.projection.canvas import SceneCanvas
from workshop_app.paths import resources

SIZES = ((1920, 1080), (1280, 800), (1024, 768))


def main(folder: Path, *, extreme: bool) -> None:
    """Write NAME_WIDTHxHEIGHT.png for each scene and size."""
    app = QApplication([])
    fonts.load(resources() / "fonts")
    folder.mkdir(parents=True, exist_ok=True)
    canvas = SceneCanvas()
    for name, (scene, frame) in (EXTREME if extreme else TYPICAL).items():
        for width, height in SIZES:
            canvas.resize(width, height)
            canvas.show_scene(scene, frame)
            canvas.grab().save(str(folder / f"{name}_{width}x{height}.png"))
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), extreme="extreme" in sys.argv[2:])
