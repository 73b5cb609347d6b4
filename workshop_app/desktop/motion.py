"""Whether somebody asked the platform for as little movement as can be. Qt tells of its own style alone."""

import sys

_CLIENT_AREA_ANIMATION = 0x1042


def is_welcome(platform: str = sys.platform) -> bool:
    """Whether windows may move. Yes where the platform cannot be asked in a moment: a key of ours stops them too."""
    return _on_windows() if platform == "win32" else True


def _on_windows() -> bool:
    import ctypes

    animated = ctypes.c_int(1)
    # Only Windows has this.
    ask = getattr(ctypes, "windll").user32.SystemParametersInfoW  # noqa: B009 - checkers on Linux know it not
    ask(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0)
    return bool(animated.value)
