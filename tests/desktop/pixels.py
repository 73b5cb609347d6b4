"""What an X screen shows, pixel by pixel and faster than any frame."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

_ZPIXMAP, _ALL_PLANES = 2, 0xFFFFFFFF


class Eye:
    """Looks at points of the screen over and over, and counts the colours that each showed."""

    def __init__(self, display: str, points: tuple[tuple[int, int], ...]) -> None:
        self.seen: Counter[tuple[str, ...]] = Counter()
        self._display, self._points = display, points
        self._began, self._stop = Event(), Event()

    @contextmanager
    def watching(self) -> Iterator["Counter[tuple[str, ...]]"]:
        """Watch while the block runs, from a first glance on."""
        self.seen.clear()
        self._began.clear()
        self._stop.clear()
        thread = Thread(target=self._watch)
        thread.start()
        self._began.wait()
        try:
            yield self.seen
        finally:
            self._stop.set()
            thread.join()

    def _watch(self) -> None:
        x11 = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(x11, name).restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, *(ctypes.c_int,) * 2, *(ctypes.c_uint,) * 2]
        x11.XGetImage.argtypes += [ctypes.c_ulong, ctypes.c_int]
        x11.XGetPixel.argtypes, x11.XGetPixel.restype = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int], ctypes.c_ulong
        x11.XDestroyImage.argtypes = x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        display = x11.XOpenDisplay(self._display.encode())
        root = x11.XDefaultRootWindow(display)
        while not self._stop.is_set():
            colours = []
            for x, y in self._points:
                image = x11.XGetImage(display, root, x, y, 1, 1, _ALL_PLANES, _ZPIXMAP)
                colours.append(f"#{x11.XGetPixel(image, 0, 0) & 0xFFFFFF:06X}")
                x11.XDestroyImage(image)
            self.seen[tuple(colours)] += 1
            self._began.set()
        x11.XCloseDisplay(display)
