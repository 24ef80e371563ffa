# Importing people from a spreadsheet.

people-import = Import from a spreadsheet
people-import-title = People from a spreadsheet
import-step-file = File
import-step-columns = Columns
import-step-check = Rows
import-step-done = End

import-file-title = Which spreadsheet?
import-file-lead = An XLSX or CSV file with a list of people: names, birth date, sex, and if wanted legal status and day of entry. The program only reads it; it neither changes nor copies it.
import-file-choose = Choose a file
import-file-kind = Spreadsheets
import-file-none = No file is chosen yet.
import-file-missing = Choose the file with the list of people.
import-file-read = Read
import-earlier = Earlier imports
import-earlier-none = Nothing has been imported from a spreadsheet yet.
import-earlier-line = { $day } · { $by } · { $added ->
    [one] { $added } new person
   *[other] { $added } new people
}, { $joined } completed
import-earlier-undone = undone
import-earlier-undone-stayed = undone; with { $stayed ->
    [one] { $stayed } person
   *[other] { $stayed } people
} what was changed or used since has stayed
import-undo = Undo the import
import-undo-asked = Undo this import? What was changed, signed or used since stays; the rest goes into the bin and waits there for 90 days.
import-undone-title = The import is undone
import-undone-all = Everything that the import added is in the bin.

import-columns-title = What is in which column?
import-columns-lead = Family and given name, birth date and sex are needed. The program remembers it for the next file of the same kind.
import-columns-remembered = As in the last import of the same kind of file.
import-columns-nameless = { $count ->
    [one] { $count } column has no head (merged cells)
   *[other] { $count } columns have no head (merged cells)
}; here they go by their letters.
import-column-letter = Column { $letter }
import-column-none = – not in the file –
import-column-example = for example: { $text }
import-encoding = Encoding of letters
import-encoding-utf-8 = UTF-8
import-encoding-utf-16 = UTF-16
import-encoding-cp1250 = Windows-1250 (Central European)
import-encoding-hint = Told by the file. If the letters č, š and ž look wrong, choose another.
import-sheet = Sheet
import-head = Heads are in line
import-programme = Programme entered
import-programme-none = – no entry –
sheet-field-family = Family name
sheet-field-given = Given name
sheet-field-name = Family and given name in one column
sheet-field-birth-date = Birth date
sheet-field-sex = Sex
sheet-field-kind = Kind of person
sheet-field-status = Legal status
sheet-field-status-from = Status since
sheet-field-own-code = Person's code
sheet-field-entry = Day of entry
sheet-field-exit = Day of exit (the last one)
sheet-field-exit-code = Code of the reason for leaving

import-check-title = What becomes of every row
import-check-lead = Nothing is written yet. For rows »maybe known« decide whether it is the same person.
import-check-counts = read { $rows } = new { $new } + known { $known } + maybe known { $doubt } + refused { $refused }; empty rows: { $empty }
import-filter = Show
import-filter-all = all rows
import-column-line = Line
import-column-name = Person
import-column-standing = State
import-column-taken = What happens
import-column-why = Reason
import-check-none = There are no such rows.
import-standing-new = new
import-standing-known = known
import-standing-doubt = maybe known
import-standing-refused = refused
import-taken-add = a new file is opened
import-taken-join = a file is completed
import-taken-leave = not imported
import-why-same = same name and birth date, or same code: { $code }
import-why-alike = somebody alike: { $who }
import-decide = Decision about the chosen row
import-decide-join = The same person as { $who }
import-decide-add = Somebody else: open a new file
import-decide-leave = Do not import
import-errors-save = Save refused rows (XLSX)
import-errors-name = refused-rows
import-errors-column = Reason of refusal
import-errors-saved = The file is saved. Mend the rows and import it.
import-take = Import

import-done-title = The import is done
import-done-added = New people
import-done-joined = Completed files
import-done-left = Rows left out
import-done-refused = Rows refused
import-done-hint = You can undo the import in the first step of this window as long as nobody changes or uses what it wrote.

import-trouble-formula = The cell holds a formula. Replace it by its value in the spreadsheet.
import-trouble-short-row = The row has one single cell; it looks like a title or a merged cell.
import-trouble-name-missing = The family or given name is missing.
import-trouble-name-uncertain = It is not clear which is the family name. Write »Family, Given«.
import-trouble-name-too-long = The name is too long.
import-trouble-birth-missing = The birth date is missing.
import-trouble-birth-impossible = The birth date is impossible.
import-trouble-day-unreadable = This is no date.
import-trouble-day-ambiguous = The date can mean several days. Write the year with four digits, the day before the month: 1. 2. 2026.
import-trouble-sex-missing = The sex is missing.
import-trouble-sex-unknown = Unknown mark of sex. Write M or F.
import-trouble-kind-unknown = Unknown kind of person.
import-trouble-status-unknown = Unknown legal status.
import-trouble-status-before-birth = The status begins before birth.
import-trouble-entry-before-birth = The entry is before birth.
import-trouble-entry-missing = There is an exit and no entry.
import-trouble-outside-operation = The entry is outside the operation's time.
import-trouble-exit-before-entry = The exit is before the entry.
import-trouble-exit-unknown = Unknown code of a reason for leaving.
import-trouble-code-unknown = Nobody in this unit has this code.
import-trouble-code-of-another = The code is of somebody with another name and birth date.
import-trouble-twice = The same person is in line { $cell } already.
import-complaint = { $column } »{ $cell }«: { $trouble }

rule-import-columns = A column that is needed is missing.
    .next = Say which columns hold the names, the birth date and the sex.
rule-import-programme = The file has days of entry, but no programme is chosen.
    .next = Choose a programme, or say that there is no day of entry in the file.
rule-import-nothing = The file has no row that would be imported.
    .next = Check the line of the heads, and decide about rows »maybe known«.
rule-import-whole-unit = Only somebody who sees the whole unit can import.
    .next = Ask the head of the unit.
rule-import-stale = Somebody of the list has got a file since it was checked.
    .next = Read the spreadsheet again.
rule-import-undone = This import has been undone already.
    .next = Close this window and open it again.
error-sheet-unreadable = This file cannot be read as a spreadsheet.
    .next = Open it in a spreadsheet program and save it as XLSX or CSV.
error-sheet-old = The file is of an old format (XLS) or locked by a password.
    .next = Open it in a spreadsheet program and save it as XLSX without a password.
error-sheet-too-large = The file is too large: at most { $most } rows can be imported at once.
    .next = Split it into several files.
error-sheet-encoding = The letters of the file are not written the way you chose.
    .next = Choose another encoding.

audit-thing-import-batch = import from a spreadsheet
audit-thing-imported-file = row of an import from a spreadsheet
