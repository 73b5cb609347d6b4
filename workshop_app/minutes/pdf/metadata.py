"""What the file says about itself: title, author, date, the standards it keeps, and its colour space."""

import struct
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import SimpleNamespace
from xml.sax.saxutils import escape

PRODUCER = "Samenspraak"


@dataclass(frozen=True, slots=True)
class Metadata:
    """The properties of the file. `created` has a time zone."""

    title: str
    lang: str
    created: datetime
    author: str = ""
    subject: str = ""
    keywords: str = ""

    @property
    def stamp(self) -> SimpleNamespace:
        """The date in the form in which ReportLab keeps it."""
        minutes = int((self.created.utcoffset() or self.created - self.created).total_seconds()) // 60
        when = self.created.timetuple()
        return SimpleNamespace(
            t=self.created.timestamp(), lt=when, YMDhms=tuple(when)[:6], dhh=minutes // 60, dmm=minutes % 60, tzname=""
        )

    def xmp(self) -> bytes:
        """The metadata stream, with the marks of PDF/UA-1 and PDF/A-2a."""
        date = self.created.isoformat(timespec="seconds")
        return (
            _XMP.format(
                title=_in_any_language("dc:title", self.title),
                subject=_in_any_language("dc:description", self.subject),
                author=escape(self.author),
                lang=escape(self.lang),
                keywords=escape(self.keywords),
                producer=PRODUCER,
                date=date,
            )
            .replace(*_STREAM_END)
            .encode()
        )


def _in_any_language(tag: str, text: str) -> str:
    if not text:
        return ""
    return f'<{tag}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{tag}>'


@cache
def srgb_profile() -> bytes:
    """The ICC profile of sRGB, with a fixed date so that it is the same every day."""
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:24] + struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + profile[36:]


# The stream is not compressed: a title with this word would end it for who looks for the word.
_STREAM_END = ("endstream", "end&#115;tream")

# PDF/A-2 wants every property outside its own list described: that of PDF/UA is.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>{title}{subject}
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords><pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
