"""ReportLab, mended where its output breaks PDF/UA-1 or PDF/A-2a.

Both faults sit in functions without a hook, so they are replaced, once, for the whole process.
"""

from collections.abc import Sequence
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts

_format_stream = pdfdoc.PDFStream.format


def mend() -> None:
    """Put the mended functions in place. May be called any number of times."""
    # ASCII85 would make every stream a quarter larger.
    rl_config.useA85 = 0
    pdfdoc.PDFStream.format = _stream_with_line_end
    ttfonts.makeToUnicodeCMap = _to_unicode


def _stream_with_line_end(stream: Any, document: Any) -> bytes:
    """A stream with a line end before endstream (ISO 19005-2, 6.1.7.1).

    It is CRLF: after a lone LF, a stream whose last byte is a CR would be read one byte short.
    """
    formatted: bytes = _format_stream(stream, document)
    return formatted[: -len(b"endstream\n")] + b"\r\nendstream\n"


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    """The characters of a font subset.

    Unused codes stay out (U+0000 is not allowed: ISO 14289-1, 7.21.7), a block holds at most 100 codes, and characters
    beyond U+FFFF are written in UTF-16.
    """
    used = [f"<{code:02X}> <{chr(char).encode('utf-16-be').hex()}>" for code, char in enumerate(subset) if char]
    blocks = [used[at : at + 100] for at in range(0, len(used), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
