### Questionnaires, their results and the safety procedure.

# Processing log
audit-thing-instrument = questionnaire definition
audit-thing-response = questionnaire result
audit-thing-due-rule = rule when a questionnaire is due
audit-thing-safety-flow = safety procedure
audit-action-safety-put-off = Safety procedure put off

# Errors
error-instrument-refused =
    The definition cannot be loaded. Line { $line }: { $reason ->
        [too-large] the file is too large (256 kB at most)
        [not-utf8] the text is not UTF-8
        [not-json] this is no valid JSON
        [too-deep] the data are nested too deeply
        [twice] “{ $what }” stands twice
        [unknown-key] the member “{ $what }” is not known
        [missing-key] the member “{ $what }” is missing
        [unknown-word] “{ $what }” is none of the allowed values
        [unknown-language] the language “{ $what }” is not supported
        [unknown-responses] there is no response set “{ $what }”
        [unknown-item] there is no item “{ $what }”
        [unknown-score] there is no score “{ $what }”
        [cycle] the score “{ $what }” is made of itself
        [too-many] the list “{ $what }” is too long
        [empty] “{ $what }” is empty
        [not-text] “{ $what }” must be a text of at most 2000 characters
        [not-code] “{ $what }” may hold only lower-case letters, digits and dashes
        [not-number] “{ $what }” is no number in the allowed range
        [not-yes-no] “{ $what }” must be true or false
        [not-list] “{ $what }” must be a list
        [not-object] an object in braces must stand here
        [out-of-range] the limit “{ $what }” is outside the range of the score
        [choices-or-range] a response set needs either choices or least and most
        [method-members] the member “{ $what }” does not go with the method
        [method-entered] scores are entered only in a definition without items
        [licence-scores-only] the licence allows only scores, but the definition has items
        [licence-no-text] the licence does not allow showing the items, but the definition has their text
        [no-items] the definition has no items
        [text-missing] the item has no text in the language “{ $what }”
        [translation-missing] it is not told where the text in the language “{ $what }” comes from
       *[other] { $reason }
    }.
    .next = Mend the file in that line and load it again. Nothing has changed in the vault.
rule-instrument-version-taken = Version { $version } of this questionnaire exists already with other content.
    .next = Raise the version number in the file and load it again.
rule-instrument-older = A newer version ({ $version }) is in use already.
    .next = Load a version with a higher number.
rule-instrument-unknown = This questionnaire is no longer available.
    .next = Choose another one, or load its definition in the settings.
rule-due-weeks = The number of weeks must be from 1 to { $most }.
    .next = Correct the number.
rule-due-rule-exists = A rule for this questionnaire and occasion holds already.
    .next = End that rule first.
rule-score-cycle = The score is made of itself.
    .next = Mend the definition of the questionnaire.
rule-answer-unknown = There is no item { $item } in this questionnaire.
    .next = Open the questionnaire again.
rule-answer-out-of-range = The answer to item { $item } is not possible.
    .next = Choose one of the answers offered.
rule-score-out-of-range = The score must be from { $least } to { $most }.
    .next = Check the sum on the paper form.
rule-response-day = The day is not possible.
    .next = Give a day that is neither in the future nor before birth.
rule-response-empty = There is no answer yet.
    .next = Answer at least one item.
rule-correction-reason = A correction needs a reason.
    .next = Say briefly what was wrong.
rule-already-corrected = This result has been corrected already.
    .next = Correct the newer one.
rule-safety-closed = The safety procedure is closed and cannot be changed any more.
    .next = Open a new one if needed.
rule-safety-told-missing = Who was told and when is missing.
    .next = Give the person or service, and day and time.
rule-safety-agreed-missing = What was agreed is missing.
    .next = Write down what was agreed with the person and with those who were told.
rule-safety-plan-missing = The safety plan is missing.
    .next = Write it, or write why none is needed.
rule-safety-outcome-missing = The outcome is missing.
    .next = Write down how the procedure ended.

# File: questionnaires
person-tab-instruments = Questionnaires
instrument-name = { $short }: { $topic }
instrument-item = Item { $number }
instrument-choose = Questionnaire
instrument-fill = Fill in
instrument-none = No questionnaire has been filled in yet.
    .next = Choose a questionnaire above and press Fill in.
instrument-column-name = Questionnaire
instrument-column-last = Newest result
instrument-column-due = Due
instrument-due = by { $day }
instrument-due-late = late, was due { $day }
instrument-begun = Begun: { $name }, { $count } of { $all } answered
instrument-go-on = Go on
instrument-results = Results
instrument-results-none = There is no result of this questionnaire yet.
    .next = Once it is filled in, a chart and a table are shown here.
instrument-scale = Scale
instrument-chart = Chart of change: { $score }
instrument-chart-told = First result { $first } ({ $begun }), newest { $last } ({ $day }). Change: { $change }.
instrument-column-day = Day
instrument-column-score = Result
instrument-column-change = Since the first
instrument-column-author = Recorded by
instrument-superseded = corrected: { $score }
instrument-correct = Correct the result
instrument-answers = Answers
instrument-credit = Source: { $text }
instrument-credit-source = { $credit } { $source } Version { $version }, digest { $digest }.
instrument-shown-numbers = The text of the items is not in the program. Use the paper form; here the numbers of the answers are entered.
    .short = numbers only
instrument-shown-scores = The licence allows only the score of a filled-in licensed form to be entered.
    .short = score only
instrument-shown-text = The text of the items is in the program.
    .short = text
instrument-text-original = The text is in its original language; there is no official translation in the program.
text-status-original = The text is the original ({ $source }).
text-status-official = The text is an official translation ({ $source }).
text-status-validated = The text is a validated translation ({ $source }).
text-status-local = The text is a local translation that is not officially approved ({ $source }).
score-change-improved = reliably better
score-change-worsened = reliably worse
score-change-within = within the error of measuring
response-mode-self = by the person
response-mode-interview = interview
response-mode-paper = copied from paper
instrument-correcting = Correction: { $name }
instrument-day = Day of answering
instrument-mode = Way
instrument-reason = Reason of the correction
instrument-keys = A digit chooses · Enter goes on · Shift+Enter goes back · Delete takes an answer away
instrument-range = from { $least } ({ $low }) to { $most } ({ $high })
instrument-range-wrong = This number is not possible.
instrument-score-range = from { $least } to { $most }
instrument-progress = { $count } of { $all } answered
instrument-lock = Lock the result
instrument-later = Go on later
    .help = The answers stay saved; only you see them.
instrument-drop = Throw away
instrument-drop-ask = Throw the answers away?
    .why = The answers to this questionnaire are deleted. This cannot be undone.
instrument-lock-ask = Lock the result of { $name }?
    .why = A locked result cannot be changed. A mistake is corrected by a new entry with a reason; the first result stays visible.
instrument-lacking =
    { $count ->
        [one] { $count } item has no answer.
       *[other] { $count } items have no answer.
    } If too many are missing the score cannot be computed.
instrument-unreadable = Check the day and the numbers.
instrument-kept = The answers are saved. You can go on at any time.
instrument-dropped = The answers are thrown away.
instrument-locked = The result is locked.
instrument-recorded = { $day }, { $mode }; recorded by { $author }, { $moment }
instrument-corrected-why = Reason of the correction: { $reason }
instrument-superseded-told = This result has been corrected; the newer one holds.
instrument-no-answer = no answer
instrument-close = Close

# Safety procedure
safety-title = Safety procedure
safety-flows = Safety procedures
safety-none = No safety procedure is open.
safety-new = Open a safety procedure
    .help = When the person says or does something that gives concern for their safety.
safety-open = Open
safety-line-open = Open since { $day }
safety-line-closed = Closed, opened { $day }
safety-band =
    { $count ->
        [one] A safety procedure is open since { $day }.
       *[other] { $count } safety procedures are open, the first since { $day }.
    }
safety-band-review = Review of the plan: { $day }.
safety-why-item = The answer to item { $item } ({ $moment }) may mean that the person is in danger.
safety-why-hand = The procedure was opened by a worker ({ $moment }).
safety-advice = Do not leave the person alone until you have talked about it. Tell those whom the house rules name, and write down the following. The procedure stays visible on Today and in the file until it is closed.
safety-whom = Who was told
    .hint = Name or service; there may be several.
safety-when = When
safety-when-day = Day of telling
safety-when-time = Time of telling
safety-agreed = What was agreed
safety-plan = Safety plan
    .hint = Warning signs, what helps, whom the person turns to, how the surroundings are made safer.
safety-review = Review of the plan
safety-outcome = Outcome
    .hint = Fill in when you close the procedure.
safety-save = Save
safety-close = Close the procedure
    .help = When everything is written and the danger is over or another service has taken charge.
safety-put-off = Leave it open
safety-back = Back
safety-saved = The safety procedure is saved and stays open.
safety-closed = The safety procedure is closed.
safety-closed-at = Closed { $moment }.
safety-close-ask = Close the safety procedure?
    .why = A closed procedure cannot be changed. What is written stays in the file.
safety-put-off-ask = Leave the safety procedure open?
    .why = That you left it open goes into the processing log. The procedure stays on Today and in the file until somebody closes it.

# Today
today-due =
    { $count ->
        [one] questionnaires of { $count } person are due
       *[other] questionnaires of { $count } people are due
    }
    .title = Questionnaires that are due
today-due-late = late: { $count }

# Settings
settings-instruments = Questionnaires
    .why = A questionnaire is a data file: items, scoring, licence and where the text comes from. The program invents no translations; where there is no official one it shows the original.
settings-instrument-load = Load a definition …
settings-instrument-shown = Shown
settings-instrument-version = Version
settings-instrument-about = Holder: { $holder }. Terms: { $terms } Credit: { $credit } { $source } Digest of the file: { $digest }
settings-instrument-loaded = Version { $version } of { $name } is loaded.
settings-due = When a questionnaire is due
    .why = The rules hold for every stay in the programme. They come with the programme's template; here they are added and ended.
settings-due-none = There are no rules.
settings-due-line =
    { $programme }: { $name } – { $occasion }, { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
settings-due-end = End
settings-due-programme = Programme
settings-due-instrument = Questionnaire
settings-due-occasion = Occasion
settings-due-weeks = Weeks
    .hint = At entry and exit: how much time there is. Regularly: every how many weeks. After exit: how many weeks later.
settings-due-add = Add the rule
settings-due-added = The rule holds.
settings-due-ended = The rule is ended.
due-occasion-entry = at entry
due-occasion-every = regularly
due-occasion-exit = at exit
due-occasion-follow-up = after exit
error-file-unreadable = The file cannot be read.
    .next = Check whether the stick is still plugged in, and choose the file again.

# Record of all data
paper-answers-day = Day
paper-answers-name = Questionnaire
paper-answers-score = Result
paper-answers-answers = Answers
paper-answers-by = Recorded by
paper-answers-whom = Told
paper-answers-agreed = Agreed
paper-answers-plan = Safety plan
paper-answers-outcome = Outcome

# Časovnica
person-timeline-response = Questionnaire { $name }: { $score }
person-timeline-safety-open = Safety procedure, open
person-timeline-safety-closed = Safety procedure, closed
person-filter-responses = Questionnaires
