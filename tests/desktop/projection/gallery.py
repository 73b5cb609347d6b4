"""Paint every scene as a picture, to look at: python -m tests.desktop.projection.gallery FOLDER [extreme] [dark]"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.desktop.projection.drawn import SIZES, in_palette
from tests.desktop.projection.samples import EXTREME, TYPICAL
from workshop_app.desktop import fonts
from workshop_app.desktop.projection.canvas import SceneCanvas
from workshop_app.desktop.projection.frame import Frame
from workshop_app.desktop.projection.scene import Scene
from workshop_app.paths import resources


def main(folder: Path, samples: dict[str, tuple[Scene, Frame]], *, dark: bool) -> None:
    """Write NAME_WIDTHxHEIGHT.png for each scene and size."""
    app = QApplication([])
    fonts.load(resources() / "fonts")
    folder.mkdir(parents=True, exist_ok=True)
    canvas = SceneCanvas()
    for name, (scene, frame) in samples.items():
        for size in SIZES:
            canvas.resize(size.toSize())
            canvas.show_scene(scene, in_palette(frame, "dark") if dark else frame)
            canvas.grab().save(str(folder / f"{name}_{size.width():.0f}x{size.height():.0f}.png"))
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), EXTREME if "extreme" in sys.argv else TYPICAL, dark="dark" in sys.argv)
