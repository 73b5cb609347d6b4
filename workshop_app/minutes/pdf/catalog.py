"""The catalog of a file that is PDF/UA-1 and PDF/A-2a: metadata, structure, output intent, how to open it."""

from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFStream, PDFString

from workshop_app.minutes.pdf.metadata import PRODUCER, Metadata, srgb_profile
from workshop_app.minutes.pdf.structure import Structure, Writing


def write_catalog(document: Any, metadata: Metadata, structure: Structure, writing: Writing) -> None:
    """Complete ReportLab's document, whose pages are all there."""
    info, catalog = document.info, document.Catalog
    info.title, info.author, info.subject = metadata.title, metadata.author, metadata.subject
    info.keywords, info.creator, info.producer = metadata.keywords, PRODUCER, PRODUCER
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    catalog.StructTreeRoot = structure.write(document, writing)
    catalog.Metadata = PDFStream(PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), metadata.xmp())
    if document.outline.levelstack:
        catalog.PageMode = "/UseOutlines"
    profile = PDFStream(PDFDictionary({"N": 3}), srgb_profile(), [pdfdoc.PDFZCompress])
    srgb = PDFString("sRGB IEC61966-2.1")
    intent = {"Type": "/OutputIntent", "S": "/GTS_PDFA1", "Info": srgb, "OutputConditionIdentifier": srgb}
    # ReportLab's catalog does not know this key by itself.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([PDFDictionary({**intent, "DestOutputProfile": document.Reference(profile)})])
