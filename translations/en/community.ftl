### Community: waiting list, phases, suspension, roles, events.

audit-thing-waiting-stay = place on the waiting list
audit-thing-phase-decision = decision on a phase
audit-thing-suspension = suspension of a stay
audit-thing-role-stay = role in the community
audit-thing-community-event = event in the community
audit-thing-exit-decision = decision on leaving
bin-thing-held-role = role in the community
bin-thing-event-in-community = event in the community

# Rules
rule-begins-in-future = The day is in the future.
    .next = Correct the day.
rule-outside-stay = The person is not in the programme at that time.
    .next = Correct the day or choose another stay.
rule-waiting-unchanged = The person already has this status on the waiting list.
    .next = Choose another status.
rule-community-text-too-long = The text is too long; at most { $most } characters.
    .next = Shorten it.
rule-phase-team-missing = It is not said who decided.
    .next = Enter who took part in the decision.
rule-phase-reason-missing = The reason is missing.
    .next = Write why the return, or the advance without all milestones.
rule-already-resumed = The suspension has ended already.
    .next = Open the file again.
rule-role-unknown = The programme does not know this role.
    .next = Choose a role from the list.
rule-role-ended = The role has ended already.
    .next = Open the file again.
rule-event-missing = The event has no text.
    .next = Write what was said or agreed.
rule-event-done-before = It cannot be done before the day of the event.
    .next = Correct the day.
rule-exit-without-release = The person has no release plan.
    .next = Make one on the tab »Release«, or write why there is none.

# Tab
person-tab-community = Community
person-enrol-more = Enter another programme too
community-none = The person is in no programme and does not wait.
    .next = Put them on the waiting list or enter them into a programme.
waiting-list = Waiting list
waiting-set = Waiting list …
waiting-saved = The waiting list is saved.
waiting-status = Status
waiting-since = From
waiting-reason = Reason, remark
waiting-status-referred = referral
waiting-status-screening = screening
waiting-status-waiting = waits for entry
waiting-status-entered = entered the programme
waiting-status-refused = referral refused
waiting-status-withdrawn = referral withdrawn
phase-gate = Milestones for the advance
phase-team = Team decision
    .help = Who took part in it.
phase-reason = Reason
    .help = Needed for a return, and where a milestone is not met.
phase-reason-wanted = Write the reason for the return, or for an advance without all milestones.
phase-forward = Advance to the phase
phase-back = Return to the phase
phase-unmet = not met: { $what }
phase-decided = decided by: { $team }
phase-decisions = Team decisions
phase-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
phase-returns =
    { $count ->
        [one] { $count } return
       *[other] { $count } returns
    }
pause-list = Suspension
pause-begin = Suspend …
pause-end = End the suspension
pause-saved = The suspension is saved.
pause-since = From
pause-back = Back in the programme from
pause-reason = Reason
pause-note = Remark
pause-reason-hospital = hospital
pause-reason-court = court
pause-reason-isolation = isolation
pause-reason-other = other
role-list = Roles
role-give = Give a role
role-end = End the role
role-saved = The role is saved.
role-which = Role
role-sector = Sector
    .help = Kitchen, cleaning, library for example.
role-since = From
role-until = First day without the role
role-reason = Reason
event-list = Affirmations, learning experiences and community consequences
event-add = Add an event
event-edit = Edit the event
event-saved = The event is saved.
event-kind = Kind
event-day = Day
event-text = Text
    .help = A fact, not a label. Disciplinary procedure is the prison's; it does not belong here.
event-due = Due
event-done = Done on
event-kind-affirmation = affirmation
event-kind-pull-up = pull-up
event-kind-learning = learning experience
event-kind-contract = behaviour contract
event-kind-consequence = community consequence
exit-list = Exit
exit-told = Exit: { $who }
exit-decided-by = Who decided
exit-remark = Summary
exit-without-release = No release plan
    .help = If there is no release plan, write why.
decided-by-member = the person's own decision
decided-by-team = decision of the team
decided-by-prison = decision of the prison
decided-by-others = others (court, health)
paper-community-what = What
paper-community-from = From
paper-community-to = To
paper-community-text = Text
