### A participant's plan and goals.

# Audit log
audit-thing-plan = plan
audit-thing-goal = goal
audit-thing-goal-step = step towards a goal
audit-thing-goal-rating = goal rating
audit-action-goals-print = Plan with goals printed
audit-action-goals-pdf = Plan with goals saved as PDF
bin-thing-plan-goal = goal
bin-thing-plan-step = step towards a goal

# Rules
rule-attainment-off-scale = A goal is rated from −2 to +2.
    .next = Choose one of the five ratings.
rule-weight-off-scale = The weight of a goal is 1, 2 or 3.
    .next = Choose one of the three.
rule-goal-words-missing = The goal is not told in the participant's words.
    .next = Write it as they say it themselves.
rule-goal-expected-missing = The goal does not say what is expected.
    .next = Describe the outcome that a rating of 0 will mean.
rule-plan-text-too-long = The text is too long; at most { $most } characters.
    .next = Shorten it so that it fits on the sheet.
rule-step-missing = The step has no text.
    .next = Write what will be done.
rule-done-before-plan = The step was done before this version of the plan began.
    .next = Correct the day.
rule-done-in-future = The day on which the step was done is in the future.
    .next = Correct the day or leave it empty.
rule-plan-closed = A review has closed this version of the plan.
    .next = Open the version that holds now.
rule-plan-exists = This stay already has a plan.
    .next = Open it on the tab »Plan and goals«.
rule-review-before-plan = The review is before this version of the plan began.
    .next = Correct the day.
rule-review-in-future = The review is in the future.
    .next = Correct the day.
rule-next-review-before = The next review must be later.
    .next = Choose a later day.
rule-review-without-scores = A review rates every goal.
    .next = Choose a rating for every goal.
rule-rated-before-plan = The rating is before this version of the plan began.
    .next = Correct the day.
rule-rated-in-future = The rating is in the future.
    .next = Correct the day.
rule-too-many-goals = A plan has at most { $most } goals.
    .next = End one at a review, or join it with a similar one.
rule-area-unknown = The programme does not know this area.
    .next = Choose an area from the list.
rule-programme-without-plans = This programme does not say in which areas goals are set.
    .next = Ask the central office.
rule-remove-goal-rated = The goal has been rated or carried over, so it cannot be removed.
    .next = End it at a review of the plan.

# Scale
attainment-minus-2 = much less than expected
attainment-minus-1 = somewhat less than expected
attainment-expected = the expected outcome
attainment-plus-1 = somewhat more than expected
attainment-plus-2 = much more than expected

# Tab
person-tab-plan = Plan and goals
plan-version = Version of the plan
plan-version-line = version { $number }, from { $day }
plan-print = Print
plan-review = Review the plan
plan-goal-add = Add a goal
plan-goal-edit = Edit the goal
plan-goal-saved = The goal is saved.
plan-step-add = Add a step
plan-step-edit = Edit the step
plan-step-saved = The step is saved.
plan-rate = Rate
plan-rated = The rating is saved.
plan-reviewed = The review is saved, the version is closed.
plan-begin = Begin a plan
plan-begun = The plan is begun. Add the first goal.
plan-edit = Edit
plan-area = Area
plan-own-words = In the participant's words
    .help = As they say it themselves, in the first person.
plan-expected = Expected outcome
    .help = What will be seen if it goes as expected (a rating of 0).
plan-expected-told = Expected outcome: { $text }
plan-owner = Who
plan-owner-told = who: { $name }
plan-due = Due
plan-weight = Weight
plan-weight-1 = usual weight
plan-weight-2 = greater weight (2)
plan-weight-3 = greatest weight (3)
plan-step = Step
plan-step-done = Done on
plan-step-done-on = done { $day }
plan-by = by { $day }
plan-rated-on = Day
plan-attainment = Rating
plan-attainment-of = Rating of goal { $number }
plan-ends = Next
plan-ends-of = What happens with goal { $number }
goal-goes-on = the goal goes on
goal-end-reached = reached
goal-end-dropped = dropped
plan-review-day = Day of the review
plan-conclusion = Conclusions of the review
plan-next-review = Next review
plan-over = The plan ends with this review
plan-review-by = review by { $day }
plan-review-late = review late, due { $day }
plan-closed = closed { $day }
plan-score = T = { $score }
    .help = One score for all goals (Kiresuk and Sherman): 50 means what was expected; 10 points are one standard deviation.
plan-none = This stay has no plan yet.
    .due = The plan should be made by { $day }.
plan-no-stay = A plan belongs to a stay in a programme.
    .next = First enter the person into a programme.
plan-no-goals = The plan has no goals yet.
    .next = Begin with the goal that matters most to the participant.

# Today
today-care = Plans and releases
today-plans =
    { $count ->
        [one] { $count } plan waits
       *[other] { $count } plans wait
    }
    .title = Plans to be made or reviewed
today-plan-first = First plan: { $programme }
today-plan-review = Review of the plan: { $programme }

# On paper
paper-plan-title = Individual plan and goals
paper-plan-version = version { $number }, from { $day }
paper-plan-review = review by { $day }
paper-plan-closed = reviewed { $day }
paper-plan-score = all goals T = { $score }
paper-plan-expected = Expected outcome: { $text }
paper-plan-reached = rating { $score }
paper-plan-owner = Who: { $name }
paper-plan-conclusion = Conclusions of the review
paper-plan-agreed = We made this plan together. Ratings go from −2 (much less than expected) through 0 (the expected outcome) to +2 (much more than expected).
paper-plan-sign-member = Participant
paper-plan-sign-worker = Key worker
paper-plan-sign-day = Date
plan-versions = Versions of the plan
plan-goals = Goals
plan-ratings = Ratings of goals
paper-plan-column-number = Version
paper-plan-column-from = From
paper-plan-column-closed = Closed
paper-plan-column-conclusion = Conclusions
paper-plan-column-by = Entered by
paper-plan-column-area = Area
paper-plan-column-words = In the participant's words
paper-plan-column-expected = Expected outcome
paper-plan-column-steps = Steps
paper-plan-column-due = Due
paper-plan-column-day = Day
paper-plan-column-score = Rating
