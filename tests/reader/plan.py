"""An evidence plan in other hands: openpyxl looks at the workbook and fills it in as a client
would, and the calendar is read by icalendar.

plan.py look FILE | plan.py fill FILE TO | plan.py odd FILE TO | plan.py calendar FILE"""

import datetime
import json
import sys

import icalendar
import openpyxl

HEADER = 2
SHEETS = ["About", "By owner", "By control", "Auscult"]
WORDS = ["Wanted", "Asked", "Received", "Accepted", "Refused", "Not to be had"]


def columns(sheet):
    return {cell.value: cell.column for cell in sheet[HEADER]}


def rows(sheet):
    return range(HEADER + 1, sheet.max_row + 1)


def look(name):
    book = openpyxl.load_workbook(name)
    assert book.sheetnames == SHEETS, book.sheetnames
    assert book["Auscult"].sheet_state == "veryHidden"
    assert book.active.title == "About"
    made = book.properties
    assert made.created is not None and made.title.startswith("Evidence plan, ")
    days = 0
    for name in ["By owner", "By control"]:
        sheet = book[name]
        at = columns(sheet)
        letter = {word: openpyxl.utils.get_column_letter(n) for word, n in at.items()}
        assert sheet.freeze_panes == "C3", sheet.freeze_panes
        assert sheet.row_dimensions[1].hidden and sheet.column_dimensions[letter["Row id"]].hidden
        assert sheet.auto_filter.ref.startswith("A2:"), sheet.auto_filter.ref
        assert sheet.print_title_rows == "$2:$2" and sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0 and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddHeader.left.text and "Page" in sheet.oddFooter.right.text
        assert sheet.protection.sheet and not sheet.protection.autoFilter
        rules = {}
        for rule in sheet.data_validations.dataValidation:
            for cells in rule.sqref.ranges:
                rules[cells.coord.split(":")[0].rstrip("0123456789")] = rule
        state = rules[letter["State"]]
        assert state.type == "list" and state.formula1 == '"' + ",".join(WORDS) + '"'
        assert rules[letter["Due date"]].type == "date"
        people = rules[letter["Whom to ask"]]
        assert people.type == "list" and people.formula1.startswith("Auscult!"), people.formula1
        for row in rows(sheet):
            for word, column in at.items():
                cell = sheet.cell(row, column)
                assert cell.data_type != "f", cell.coordinate
                filled = word in ("Whom to ask", "Due date", "State", "Reason", "Remark")
                assert cell.protection.locked != filled, cell.coordinate
                assert cell.alignment.wrap_text, cell.coordinate
            due = sheet.cell(row, at["Due date"])
            if due.value is not None:
                assert isinstance(due.value, datetime.datetime), due.value
                assert due.number_format == "yyyy-mm-dd"
                days += 1
            assert sheet.cell(row, at["State"]).value in WORDS
    return {"rows": len(rows(book["By owner"])), "days": days // 2}


def cells(sheet, row):
    at = columns(sheet)
    return lambda word: sheet.cell(row, at[word])


def fill(name, to):
    """Fills in three requests: two by owner, one by control. Returns what was done."""
    book = openpyxl.load_workbook(name)
    owner, control = book["By owner"], book["By control"]
    first = cells(owner, HEADER + 1)
    first("State").value = "Received"
    first("Due date").value = datetime.date(2027, 1, 29)
    second = cells(owner, HEADER + 2)
    second("State").value = "Not to be had"
    second("Reason").value = "=cmd|' /C calc'!A0"
    second("Reason").data_type = "s"
    last = cells(control, control.max_row)
    last("Whom to ask").value = "Jo in IT"
    last("Due date").value = "24 December 2026"
    last("Remark").value = "@home until January"
    book.save(to)
    return [cell("Row id").value for cell in (first, second, last)]


def odd(name, to):
    """Does to a workbook what must not be taken in silence."""
    book = openpyxl.load_workbook(name)
    owner = book["By owner"]
    at = columns(owner)
    owner.cell(HEADER, at["State"]).value = "Status"
    cells(book["By control"], HEADER + 1)("Due date").value = "03/04/2027"
    copy = [owner.cell(HEADER + 4, column).value for column in range(1, owner.max_column + 1)]
    copy[at["State"] - 1] = "Accepted"
    copy[at["Row id"] - 1] = owner.cell(HEADER + 3, at["Row id"]).value
    owner.append(copy)
    owner.append(["Jo", None, "One more policy"])
    book.save(to)
    return []


def calendar(name):
    with open(name, "rb") as file:
        whole = icalendar.Calendar.from_ical(file.read())
    assert whole["VERSION"] == "2.0" and not whole.errors
    events = []
    for event in whole.walk("VEVENT"):
        assert not event.errors, event.errors
        due = event.decoded("DTSTART")
        assert type(due) is datetime.date and event["DTSTAMP"].dt.tzinfo is not None
        # A day without an end is that day; an end on the day itself is against the rules.
        assert "DTEND" not in event, event["DTEND"]
        summary = str(event["SUMMARY"])
        events.append({"uid": str(event["UID"]), "due": due.isoformat(), "summary": summary})
    return events


if __name__ == "__main__":
    work = {"look": look, "fill": fill, "odd": odd, "calendar": calendar}[sys.argv[1]]
    print(json.dumps(work(*sys.argv[2:])))
