"""How many displays show a picture: where they mirror each other, a platform often tells of one screen."""

import sys
from pathlib import Path

_CONNECTORS = Path("/sys/class/drm")
_ONLY_ACTIVE_PATHS = 2
_MOST = 16


def lit_displays(platform: str = sys.platform) -> int | None:
    """The number of displays that are on; None where that is not known. Takes less than a millisecond."""
    try:
        if platform == "win32":
            return _on_windows()
        return _on_macos() if platform == "darwin" else on_linux(_CONNECTORS)
    except (OSError, AttributeError):
        return None


def on_linux(connectors: Path) -> int | None:
    """From what the kernel says of every socket; None where it has no say."""
    states = [each.read_text().strip() for each in connectors.glob("card*-*/enabled")]
    return states.count("enabled") or None


def _on_windows() -> int | None:
    import ctypes

    paths, modes = ctypes.c_uint32(), ctypes.c_uint32()
    # Only Windows has this; elsewhere asking for it is an AttributeError.
    sizes = getattr(ctypes, "windll").user32.GetDisplayConfigBufferSizes  # noqa: B009 - checkers on Linux know it not
    failed = sizes(_ONLY_ACTIVE_PATHS, ctypes.byref(paths), ctypes.byref(modes))
    return None if failed else paths.value


def _on_macos() -> int | None:
    import ctypes

    graphics = ctypes.CDLL("/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics")
    displays, count = (ctypes.c_uint32 * _MOST)(), ctypes.c_uint32()
    failed = graphics.CGGetOnlineDisplayList(_MOST, displays, ctypes.byref(count))
    return None if failed else count.value
