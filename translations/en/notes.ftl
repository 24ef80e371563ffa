# Notes: formats, phrases, corrections, wrong person, the mentor's signature.

note-format-crisis = crisis note
note-format-minutes = minutes
note-format-correction = correction
note-format-moved = note moved
note-field-event = Event
note-field-statement = What the person says
note-field-measures = Measures
note-field-informed = Who was told
note-field-course = Course
note-field-decisions = Decisions
note-field-tasks = Tasks

# Correction
note-correct = Correct …
    .help = The signed note stays visible; the correction is shown beside it with its reason.
note-correction = Correction
note-correction-new = New correction
note-correction-why = Say why you correct it and what is right. The original note stays visible.
note-corrected = This note has been corrected; the text of the correction below holds.

# Wrong person
note-more = More …
    .help = Moves the note to the right person, or removes it.
note-move = Wrong person …
    .help = Moves the note to the right person; a trace without the text stays here.
note-move-title = The note is in the wrong person's file
note-move-signed = The text is signed in the right person's file. A signed trace with the reason stays here, and no view, print or export of this file shows the text any more.
note-move-unsigned = The unsigned note is moved to the right person. The history keeps who moved it and when.
note-move-where = Where it belongs
note-move-where-missing = Choose the person and the session.
note-move-choose = choose the person and the session
note-move-place = { $name } · { $day }, { $activity }
note-move-reason =
    .hint = It stays in this file: no names.
note-move-yes = Move the note
note-move-done = The note now stands with the right person.
note-move-nowhere = In this month there is no other session to which the note could belong.
    .next = Plan a session of the right person, or add them as a guest to this one.
note-moved = Note moved
note-moved-away = The note was written of the wrong person; its text is now in the right file.
note-moved-here = Moved here from another file; first signed { $moment }.
paper-access-note-moved = the note was written of the wrong person and has been moved to another file
rule-note-moved = This note has been moved to another file.
    .next = Add to it where it stands now.
rule-note-there = Your unsigned note about this person already stands in that session.
    .next = Sign it or remove it first.
rule-right-place = The note already stands with this person.
    .next = Choose another person or session.
rule-not-movable = Only a note about one person can be moved.
    .next = Put a shared note or an addendum right with a new addendum.

# Inserting into text
insert-search = letters to search
insert-keys = Ctrl+Space opens phrases, @ the people of the session as initials.
insert-phrases = Phrases
insert-phrases-link = Phrases …
insert-phrases-none = No phrase has these letters.
insert-phrases-manage = Manage phrases …
insert-people = Mention somebody
insert-people-none = Nobody has these letters.
mention-member = a member of the group
mention-member-f = a (female) member of the group
mention-group = the group
mention-leader = the leader of the group
mention-relative = a relative
phrases-title = Phrases
phrases-why = Sentences that you often write. Insert them in a note with Ctrl+Space and their first letters.
phrases-short = Short form
    .hint = a few letters without a space, for example hwdone
phrases-text = Text
phrases-whose = Whose
phrases-own = yours
phrases-units = the unit's
phrases-unit = The phrase is for the whole unit
phrases-new = New
phrases-drop = Remove
phrases-none = There are no phrases yet.
    .next = Type a short form and the text, and save.
rule-phrase-short = The short form is not right.
    .next = Type 1 to { $most } characters without a space.
rule-phrase-text = The text of the phrase is missing or too long.
    .next = Type at most { $most } characters.
rule-phrase-known = You already have a phrase with this short form.
    .next = Choose another short form, or change the phrase that is there.

# Mentor and second signature
mentor = Mentor (supervisor)
mentor-button = Mentor of this person …
mentor-title = { $name }: working under a mentor
mentor-why = Notes that this person signs while in training must be countersigned by the mentor, who finds them in the list "To countersign".
mentor-nobody = no mentor
mentor-saved = The mentorship is saved.
session-countersign =
    { $count ->
        [one] Countersign { $count } note
       *[other] Countersign { $count } notes
    }
countersign-question =
    { $count ->
        [one] Countersign { $count } note?
       *[other] Countersign { $count } notes?
    }
    .why = By countersigning you confirm that as the mentor you have read the note and agree with it. It cannot be taken back.
countersign-done =
    { $count ->
        [one] { $count } note is countersigned.
       *[other] { $count } notes are countersigned.
    }
note-countersigned = countersigned: { $mentor } · { $moment }
note-awaits-mentor = waits for the second signature of { $mentor }
sessions-filter-to-countersign = To countersign
sessions-empty-to-countersign = No note waits for your second signature.
    .next = Notes of people in training under you appear here once they have signed them.
error-already-countersigned = The note is already countersigned.
    .next = Refresh the list; one second signature is enough.
rule-not-the-mentor = You cannot countersign this note: you were not this person's mentor when it was signed.
    .next = Turn to the mentor who is named beside the note.
rule-own-mentor = Nobody can be their own mentor.
    .next = Choose somebody else.
rule-mentor-in-training = The chosen person is in training too.
    .next = Choose a mentor who has completed the training.
rule-mentor-account = The chosen person has no open account that writes notes.
    .next = Choose another mentor, or put the account in order.

# Processing log
audit-action-note-countersign = Note countersigned
audit-action-note-move = Note moved to the right person
audit-thing-phrase = phrase
audit-thing-traineeship = mentorship
audit-thing-countersignature = second signature
