"""Taking down what the room says, by keyboard."""

from datetime import date
from pathlib import Path

from tests.desktop.console.conftest import CHECKIN, QUOTES, OpenConsole
from tests.workshops import one_round
from workshop_app.desktop.console.drafts import KEEP_AFTER
from workshop_app.facilitation import people
from workshop_app.model.values import TEXT_LIMIT, Level, Presence, QuoteMode


def test_a_line_is_kept_with_enter_and_said_to_be_saved(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    known = console.go("checkin")
    console.capture("Wie betaalt dit?")
    (said,) = console.round("checkin").contributions
    assert (said.text, said.strand, said.prompt_id) == ("Wie betaalt dit?", "answer", known.items[0].id)
    assert console.window.capture.editor.toPlainText() == ""
    assert console.window.top_bar.saved.text().startswith("✓ saved")
    assert console.news() == "answer: Wie betaalt dit?"
    assert "Wie betaalt dit?" in console.panel_rows()
    assert console.view.drafts == ()


def test_enter_on_an_empty_line_does_nothing(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    console.capture("   ")
    assert console.round("checkin").contributions == ()
    assert console.window.banner.text == ""


def test_shift_enter_makes_a_line_and_the_field_grows(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    before = console.window.capture.editor.height()
    console.type("een")
    console.keys("Shift+Enter")
    console.type("twee")
    console.qtbot.waitUntil(lambda: console.window.capture.editor.height() > before)
    console.keys("Enter")
    assert console.round("checkin").contributions[0].text == "een\ntwee"


def test_strands_and_outcomes_by_digit(open_console: OpenConsole) -> None:
    console = open_console(QUOTES)
    console.go("resistance", "hands", item=1)
    console.capture("te weinig contact")
    console.keys("Ctrl+3")
    console.capture("ja, want")
    console.keys("Ctrl+7")
    console.capture("We gaan door")
    console.keys("Ctrl+9")
    console.capture("De verdeelsleutel")
    console.keys("Ctrl+8")
    console.capture("Mandaten in beeld / Carla Bos / 12 dec")
    known = console.round("resistance")
    assert {(c.strand, c.prompt_id) for c in known.contributions} == {("beneath", known.items[1].id), ("answer", "")}
    assert [(d.text, d.round_id) for d in console.view.decisions] == [("We gaan door", known.id)]
    assert [p.text for p in console.view.parked] == ["De verdeelsleutel"]
    (action,) = console.view.actions
    assert (action.text, action.owner, action.due) == ("Mandaten in beeld", "Carla Bos", date(2026, 12, 12))
    assert action.participant_id == next(p.id for p in console.view.participants if p.name == "Carla Bos")


def test_a_quote_from_the_room_is_in_the_minutes_only_when_marked(open_console: OpenConsole) -> None:
    console = open_console(QUOTES)
    console.go("resistance")
    console.capture("“Niemand belt ons.”")
    console.keys("Ctrl+L", "Ctrl+M")
    console.capture("Iedereen kijkt naar de centrumgemeente.")
    added = {item.text: item for item in console.round("resistance").items[-2:]}
    plain, marked = added["Niemand belt ons."], added["Iedereen kijkt naar de centrumgemeente."]
    assert (plain.mode, plain.in_minutes) == (QuoteMode.PARAPHRASE, False)
    assert (marked.mode, marked.in_minutes) == (QuoteMode.VERBATIM, True)
    assert not console.window.capture.verbatim.isChecked(), "the next quote starts unmarked"
    (row,) = (row for row in console.panel_rows() if marked.text in row)
    assert row.endswith("”. from the room · literal · in the minutes")


def test_the_boxes_of_a_quote_are_ticked_only_where_there_is_one(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES)
    console.go("checkin")
    console.keys("Ctrl+M", "Ctrl+L")
    console.go("resistance")
    console.capture("Niemand belt ons.")
    added = console.round("resistance").items[-1]
    assert (added.mode, added.in_minutes) == (QuoteMode.PARAPHRASE, False)


def test_who_said_it_where_the_round_keeps_that(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES)
    console.go("checkin")
    console.type("Wat verandert er?")
    console.keys("F3")
    console.type("heideb")
    console.keys("Enter")
    assert console.focus() is console.window.capture.editor
    assert "points at one person" in console.news()
    console.keys("Enter")
    heidebeek = next(o.id for o in console.view.organisations if o.name == "Heidebeek")
    (said,) = console.round("checkin").contributions
    assert (said.organisation_id, said.participant_id) == (heidebeek, "")
    assert console.window.capture.author.text() == ""
    console.go("resistance", "hands", item=0)
    assert console.window.capture.author.isHidden(), "an anonymous round keeps no author"


def test_by_name_a_person_can_be_chosen(open_console: OpenConsole) -> None:
    console = open_console(one_round("open", "Wat vinden we?", level=Level.NAME))
    console.go("open")
    console.keys("F3")
    console.type("anna")
    console.keys("Enter")
    console.capture("Doen.")
    anna = next(p for p in console.view.participants if p.name == "Anna de Wit")
    (said,) = console.round("open").contributions
    assert (said.participant_id, said.organisation_id) == (anna.id, anna.organisation_id)
    assert "Doen.. Anna de Wit, Lindevoort" in console.panel_rows()


def test_an_unknown_name_is_asked_about_before_anything_is_kept(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    console.type("Wat nu?")
    console.keys("F3")
    console.type("Nergenshuizen")
    console.keys("Enter", "Enter")
    assert console.round("checkin").contributions == ()
    assert "not on the list" in console.news()
    assert console.focus() is console.window.capture.author
    assert console.window.capture.editor.toPlainText() == "Wat nu?"


def test_half_typed_text_stays_with_its_place_and_comes_back(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    known = console.go("checkin")
    console.type("half een")
    console.keys("PageDown")
    assert console.window.capture.editor.toPlainText() == ""
    console.type("half twee")
    console.keys("PageUp")
    assert console.window.capture.editor.toPlainText() == "half een"
    assert console.view.draft(known.id, known.items[1].id, "answer") == "half twee"
    assert "half-typed text" in console.panel_rows()[-1]


def test_half_typed_text_goes_along_to_what_it_turns_out_to_be(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    known = console.go("checkin")
    console.type("Anna belt de regio")
    console.keys("Ctrl+8")
    assert console.window.capture.editor.toPlainText() == "Anna belt de regio"
    assert [(draft.strand, draft.text) for draft in console.view.drafts] == [("@action", "Anna belt de regio")]
    console.keys("Enter")
    assert [action.text for action in console.view.actions] == ["Anna belt de regio"]
    assert console.view.drafts == ()
    assert known.contributions == ()


def test_it_stays_where_it_is_when_something_is_half_typed_there_too(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    console.type("half een")
    console.keys("PageDown", "Ctrl+7")
    console.type("We besluiten")
    console.keys("PageUp")
    assert console.window.capture.editor.toPlainText() == "half een"
    console.keys("Ctrl+7")
    assert console.window.capture.editor.toPlainText() == "We besluiten"
    console.keys("Ctrl+1")
    assert console.window.capture.editor.toPlainText() == "half een"


def test_half_typed_text_is_in_the_file_a_moment_after_the_last_key(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    known = console.go("checkin")
    console.type("half")
    with console.qtbot.waitSignal(console.bridge.saved, timeout=KEEP_AFTER * 10):
        console.type(" een")
    assert console.view.draft(known.id, known.items[0].id, "answer") == "half een"


def test_after_a_restart_the_text_is_there(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    console.keys("Ctrl+7")
    console.type("We besluiten dat")
    console.window.keep()
    console.desk.file.close()
    again = open_console(path=console.desk.file.path)
    assert again.window.capture.editor.toPlainText() == "We besluiten dat"
    assert again.window.capture.target.label == "Decision"


def test_what_is_refused_stays_in_the_line_and_is_no_failed_save(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    text = "x" * (TEXT_LIMIT + 1)
    console.window.capture.editor.setPlainText(text)
    console.keys("Enter")
    assert console.round("checkin").contributions == ()
    assert console.window.capture.editor.toPlainText() == text
    assert "make it shorter" in console.window.banner.text
    assert console.window.banner.property("banner") == "amber"
    assert console.window.top_bar.saved.text().startswith("✓ saved")
    console.keys("Delete", "Enter")
    assert len(console.round("checkin").contributions) == 1
    assert console.window.banner.text == ""
    assert console.window.top_bar.saved.text().startswith("✓ saved")


def test_a_draft_that_cannot_be_saved_is_not_lost_either(open_console: OpenConsole, tmp_path: Path) -> None:
    console = open_console(CHECKIN)
    known = console.go("checkin")
    console.type("half een")
    path = console.desk.file.path
    path.rename(tmp_path / "elders.samenspraak")
    console.keys("Ctrl+7")
    assert "put the file back" in console.window.banner.text
    console.type(" half twee")
    assert console.window.capture.editor.toPlainText() == "half een half twee"
    (tmp_path / "elders.samenspraak").rename(path)
    console.keys("Ctrl+1")
    assert console.window.capture.editor.toPlainText() == "half een half twee"
    assert console.view.draft(known.id, known.items[0].id, "answer") == "half een half twee"
    assert console.view.draft(known.id, "", "@decision") == ""


def test_undo_is_the_texts_as_long_as_there_is_text(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN, QUOTES)
    console.go("checkin")
    console.capture("Eerst dit")
    console.go("resistance", "hands", item=0)
    console.type("verkeerd")
    console.keys("Ctrl+Z")
    assert console.window.capture.editor.toPlainText() == ""
    assert console.round("checkin").contributions, "only the typing was undone"
    console.keys("Ctrl+Z")
    assert console.round("checkin").contributions == ()
    assert console.news() == "Undone: contribution · round 1 · Check-in"
    assert console.place.round_id == console.round("resistance").id, "undo never moves the beamer"
    console.keys("Ctrl+Y")
    assert [c.text for c in console.round("checkin").contributions] == ["Eerst dit"]
    assert console.news() == "Done again: contribution · round 1 · Check-in"
    console.keys("Ctrl+Shift+Z")
    assert console.news() == "There is nothing to do again"


def test_captures_that_were_undone_are_no_longer_listed(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    for text in ("een", "twee", "drie", "vier"):
        console.capture(text)
    assert console.news() == "answer: vier | answer: drie | answer: twee"
    console.keys("Ctrl+Z")
    console.capture("vijf")
    assert console.news() == "answer: vijf | answer: drie | answer: twee"


def test_before_the_rounds_things_can_be_parked(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.capture("Parkeren in de buurt")
    assert [p.text for p in console.view.parked] == ["Parkeren in de buurt"]


def test_the_empty_line_reminds_of_residents(open_console: OpenConsole) -> None:
    console = open_console(QUOTES)
    console.go("resistance", "hands", item=1)
    hint = console.window.capture.editor.placeholderText()
    assert hint == "What lies beneath it? · about number 2 · no data of residents"


def test_near_the_limit_the_length_is_shown(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    console.go("checkin")
    assert console.window.capture._count.isHidden()
    console.window.capture.editor.setPlainText("x" * (TEXT_LIMIT - 10))
    assert console.window.capture._count.text() == "3,990 / 4,000"


def test_an_author_who_left_can_still_be_tagged(open_console: OpenConsole) -> None:
    console = open_console(CHECKIN)
    for person in console.view.participants:
        console.desk.run(people.set_presence, person.id, Presence.ABSENT, console.desk.now())
    console.go("checkin")
    console.keys("F3")
    console.type("Merenwijk")
    console.keys("Enter")
    console.capture("Nog iets")
    assert console.round("checkin").contributions[0].organisation_id
