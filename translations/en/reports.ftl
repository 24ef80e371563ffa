# Reports: titles, columns and definitions of the numbers.

report-consolidated = Consolidated report of the units
report-unit = Report of the unit
report-period = Period
report-units = Units
report-no-units = no unit has sent data yet
report-unit-column = unit
report-programme = programme
report-quarter = quarter
report-total = total
report-everybody = everybody

report-movement = Movement of participants
report-movement-table = Entries, exits and active participants
report-at-start = at start
report-entered = entries
report-entered-again = of these, re-entries
report-left = exits
report-active-at-end = active at end
report-movement-defined = An entry and an exit count in the quarter of the first and the last day in the programme. Active at the end is whoever entered by the last day of the quarter and had not left on that day or before. At start + entries − exits = active at end.
report-again-defined = A re-entry is an entry of a person who was in the same programme of the same unit before.

report-volume = Volume of work
report-volume-table = Sessions and participant-hours by unit, programme and quarter
report-sessions = sessions
report-group-sessions = group
report-individual-sessions = individual
report-hours = participant-hours
report-group-hours = hours in groups
report-individual-hours = individual hours
report-unsigned = unsigned notes
report-sessions-defined = Every held session counts, except staff training and staff meetings; among all are also events, which are neither group nor individual.
report-hours-defined = Participant-hours are the sum of attended minutes of all participants, divided by 60 and rounded to one decimal. All recorded attendance counts, also while a note of the session is unsigned.
report-unsigned-defined = Unsigned notes are notes of held sessions of this period that still wait for a signature.

report-by-sex = Participants, sessions and hours by sex
report-sex = sex
report-sex-f = women
report-sex-m = men
report-sex-n = non-binary people
report-participants = participants
report-participants-defined = Participants are distinct people who were in any of the unit's programmes on at least one day of the period.
report-sessions-by-sex-defined = A session counts for a sex when at least one person of that sex attended; the sum over the sexes can therefore exceed the number of sessions.

report-indicators = ESF+ output indicators
report-indicators-table = Operation { $operation }
indicator-eeco01 = all participants
indicator-eeco06 = below 18 years
indicator-eeco07 = aged 18 to 29
indicator-eeco08 = aged 55 and above
report-indicators-defined = Distinct people with a first entry into the operation up to { $day }, cumulative from its beginning; age on the day of entry. Programmes of operations without indicators are not listed here.
report-twice-defined = A person who was in the same operation in two units is counted in each of them.
