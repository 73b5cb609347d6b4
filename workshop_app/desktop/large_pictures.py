"""Memory of pictures as large as a screen, which goes back to the computer when they are gone."""

import sys
from contextlib import suppress

_FROM_WHICH_SIZE = -3
"""M_MMAP_THRESHOLD of malloc.h."""
_LARGE = 1_000_000


def give_back() -> None:
    """Let the C library of Linux keep no room for large pictures.

    It would learn from the first one that such sizes come more often: after one fade 24 MB stay with the program. Other
    platforms, and another library, give them back by themselves.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_FROM_WHICH_SIZE, _LARGE)
