### Release: what is arranged for the time afterwards.

audit-thing-release-plan = release plan
audit-thing-release-body = body that helps after release
audit-action-letter-print = Hand-over letter printed
audit-action-letter-pdf = Hand-over letter saved as PDF
bin-thing-helping-body = body that helps after release

# Rules
rule-release-before-birth = The day of release is before birth.
    .next = Correct the day.
rule-release-in-past = The day of release has passed.
    .next = Correct the day.
rule-release-told-in-future = The talk about overdose is in the future.
    .next = Correct the day or leave it empty.
rule-release-text-too-long = The text is too long; at most { $most } characters.
    .next = Shorten it.
rule-release-body-name = The body has no name.
    .next = Enter its name.
rule-release-answer-in-future = The day of the answer is in the future.
    .next = Correct the day.
rule-release-hour-without-day = The appointment has an hour and no day.
    .next = Enter the day or delete the hour.
rule-release-closed = This release plan is closed.
    .next = Begin a new one.
rule-release-plan-exists = The person already has an open release plan.
    .next = Change the day of release in the open plan.

# Tab
person-tab-release = Release
release-none = There is no release plan yet.
    .next = Begin it once the expected day of release is known; the program reminds 120, 90 and 30 days before.
release-begin = Begin a release plan
release-begun = The release plan is begun. Add the bodies that help afterwards.
release-edit = Edit what is arranged
release-saved = The release plan is saved.
release-close = Close the plan
release-close-ask = Close the release plan?
    .why = A closed plan cannot be changed; it stays visible in the file.
release-closed = The release plan is closed.
release-closed-on = closed { $day }
release-day = Day of release
    .help = The expected day; it can be changed later.
release-housing = Housing
release-income = Means of living
release-papers = Identity documents
release-health = Health and OAT
release-crisis = In a crisis
release-overdose = Talk about the risk of overdose
    .help = After abstinence the danger is greater; naloxone too.
release-open = not arranged yet
release-on = release { $day }
release-in =
    { $count ->
        [one] { $count } day left
       *[other] { $count } days left
    }
release-past = the day has passed
reminder-bodies = add the bodies that help
reminder-asking = somebody was not asked yet
reminder-answers = an answer or appointment is missing
reminder-over = close the plan
release-body-add = Add a body
release-body-edit = Edit the body
release-body-saved = Saved.
release-body-kind = Kind
release-body-name = Name
release-body-contact = Contact
release-body-asked = What we ask for
    .help = The text goes into the letter.
release-body-answer = Answer
release-body-answered = Day of the answer
release-body-appointment = Appointment
release-body-time = Hour of the appointment
release-body-place = Place
release-time-wrong = This hour cannot be read.
release-appointment = Appointment: { $when }
release-letter = Letter
body-kind-social-work = centre for social work
body-kind-employment = employment service
body-kind-probation = probation unit
body-kind-addiction = programme for people with drug problems
body-kind-health = health centre, physician
body-kind-ngo = non-governmental organisation
body-kind-housing = housing
body-kind-employer = employer
body-kind-other = other
answer-not-asked = not asked yet
answer-asked = asked
answer-accepted = accepted
answer-refused = refused

# Today
today-releases =
    { $count ->
        [one] { $count } release needs attention
       *[other] { $count } releases need attention
    }
    .title = Releases for which something is missing

# On paper
release-letter-title = Hand-over letter
release-letter-neutral = Request for cooperation
release-letter-full-text = We are preparing the person named below for release and ask for your cooperation. Only what you need for it is told.
release-letter-neutral-text = The person named below would like to arrange cooperation with you. Only what you need for it is told.
release-letter-person = Name
release-letter-born = Born
release-letter-release = Expected release
release-letter-when = Appointment
release-letter-at = { $day } at { $time }
release-letter-where = Place
release-letter-asked = We ask for
release-letter-full-consent = I agree that these data are given to the recipient named above. I can withdraw this at any time.
release-letter-neutral-consent = I agree that these data are given to the recipient named above.
release-letter-sign-person = Signature of the person
release-letter-sign-worker = Treatment professional
release-plans = Release plans
release-bodies = Bodies that help after release
paper-plan-column-release = Release
paper-plan-column-housing = Housing
paper-plan-column-income = Means
paper-plan-column-papers = Documents
paper-plan-column-health = Health
paper-plan-column-crisis = In a crisis
paper-plan-column-overdose = Overdose talk
paper-plan-column-kind = Kind
paper-plan-column-name = Name
paper-plan-column-asked = What for
paper-plan-column-answer = Answer
paper-plan-column-appointment = Appointment
