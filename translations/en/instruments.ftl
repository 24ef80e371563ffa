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
