"""The notes of one person's record: in full, without names of others; closed ones only named."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from tcdesk.domain.ids import SessionId
from tcdesk.domain.notes import FIELDS, Note, NoteSignature
from tcdesk.domain.people import Person
from tcdesk.domain.sessions import Session, current
from tcdesk.domain.staff import Staff
from tcdesk.services.masking import Mask, mask
from tcdesk.services.note_views import moved_away
from tcdesk.services.papers import RecordNote
from tcdesk.services.ports import Words
from tcdesk.services.signed_note import body_of
from tcdesk.services.store import Reading

Sessions = Mapping[SessionId, Session]


def record_notes(
    facts: Reading,
    words: Words,
    person: Person,
    sessions: Sessions,
    title: Callable[[Session], str],
    name: Callable[[str], str],
    over: Mask | None = None,
) -> Sequence[RecordNote]:
    """Give every note about a person, and those of their individual sessions.

    Args:
        facts: The vault as it stands.
        words: For states and fields.
        person: Whose record it is.
        sessions: Every session of the person.
        title: Names a session's activity.
        name: Names an account by code and role.
        over: What hides the names of others; made from the same vault without.
    """
    found = {one.id: one for one in facts.find(Note, person=person.id)}
    for session in sessions.values():
        if session.person == person.id:
            found |= {one.id: one for one, _signed in facts.notes(session.id)}
    if not found:
        return ()
    over = over or mask_of(facts, words, person, sessions)
    notes = sorted(found.values(), key=lambda one: (sessions[one.session].day, one.at))
    return [
        record_note(facts, words, one, sessions[one.session], title, name, over) for one in notes
    ]


def record_note(
    facts: Reading,
    words: Words,
    note: Note,
    session: Session,
    title: Callable[[Session], str],
    name: Callable[[str], str],
    over: Mask,
) -> RecordNote:
    """Give one note as it stands in a record; arguments as for ``record_notes``."""
    head = words(
        "paper-access-note",
        day=session.day,
        activity=title(session),
        kind=words(f"note-format-{note.format.value}"),
        by=name(note.author),
    )
    if note.compartment is not None:
        return RecordNote(title=head, state=words("paper-access-note-closed"), fields=())
    if moved_away(facts, note.id):
        return RecordNote(title=head, state=words("paper-access-note-moved"), fields=())
    signature = next(iter(facts.find(NoteSignature, id=note.id)), None)
    return RecordNote(
        title=head,
        state=words("paper-access-note-signed", day=datetime.fromisoformat(signature.at).date())
        if signature
        else words("paper-access-note-unsigned"),
        fields=tuple(
            (words(f"note-field-{field}"), over.over(text))
            for field, text in _in_order(note)
            if text.strip()
        ),
    )


def _in_order(note: Note) -> Sequence[tuple[str, str]]:
    """Give the fields as the form has them, and whatever else an older program wrote after them."""
    fields = body_of(note).get("fields", {})
    order = FIELDS[note.format]
    return sorted(
        fields.items(), key=lambda one: order.index(one[0]) if one[0] in order else len(order)
    )


def mask_of(facts: Reading, words: Words, own: Person, sessions: Sessions) -> Mask:
    """Hide family names of everybody, given names of those who were met or work here."""
    met = {fact.person for key in sessions for fact in current(facts.attendance(key)).values()}
    names: list[str] = [
        name for one in facts.find(Staff) for name in (one.given_name, one.family_name)
    ]
    for one in facts.find(Person):
        if one.id != own.id:
            names.append(one.family_name)
            names += [one.given_name] if one.id in met else []
    return mask(names, (own.given_name, own.family_name), f"[{words('paper-access-other')}]")
