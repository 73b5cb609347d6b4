"""The actions as an Excel workbook: real dates, a filter, and no text that is taken for a formula."""

from dataclasses import astuple
from datetime import UTC, date
from io import BytesIO
from typing import Any

from workshop_app.i18n import Language
from workshop_app.minutes.action_list import safe_cell
from workshop_app.minutes.action_table import headings, rows
from workshop_app.minutes.build import MinutesOptions, house_style
from workshop_app.minutes.pdf.colours import palette
from workshop_app.model.text import running_text, single_line
from workshop_app.model.views import WorkshopView

_WIDTHS = (6, 60, 28, 28, 15, 10, 28)
"""Characters of the columns."""
_MOST = 32_000
"""Characters that fit in a cell, with some to spare."""
_TABLE = "TableStyleLight1"
_SHORT_DATE = "mm-dd-yy"
"""Which a spreadsheet shows as a short date is written where it is opened."""


def actions_xlsx(view: WorkshopView, options: MinutesOptions, language: Language) -> bytes:
    """The actions under a heading that stays in sight."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties
    from openpyxl.worksheet.table import Table, TableStyleInfo

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = language.gettext("Actions")
    heads = headings(language)
    sheet.append(heads)
    for row in rows(view, options.edition, language):
        sheet.append([""] * len(heads))
        for column, value in enumerate(astuple(row), start=1):
            cell = sheet.cell(sheet.max_row, column)
            _fill(cell, value)
            cell.alignment = Alignment(horizontal="left", wrap_text=True, vertical="top")
    colours = palette(house_style(view.info))
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        head = sheet.cell(1, column)
        head.font = Font(name="Calibri", size=11, bold=True, color=colours.on_brand.lstrip("#"))
        head.fill = PatternFill("solid", fgColor=colours.brand.lstrip("#"))
        head.alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height = 22
    sheet.freeze_panes = "A2"
    if sheet.max_row > 1:
        table = Table(displayName="Actions", ref=f"A1:{get_column_letter(len(heads))}{sheet.max_row}")
        table.tableStyleInfo = TableStyleInfo(name=_TABLE, showRowStripes=True)
        sheet.add_table(table)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    about = book.properties
    about.title, about.creator = single_line(view.info.title)[:250], single_line(view.info.responsible)[:250]
    about.created = options.created.astimezone(UTC).replace(tzinfo=None)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(cell: Any, value: date | str) -> None:
    if isinstance(value, date):
        cell.value, cell.number_format = value, _SHORT_DATE
        return
    text = running_text(value)[:_MOST]
    # As text from the start: a value that begins with = would become a formula.
    cell.value, cell.data_type = text, "s"
    cell.quotePrefix = safe_cell(text) != text
