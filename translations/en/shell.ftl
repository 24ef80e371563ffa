### The frame of the window: everything that all pages share.

shell-program = tcdesk
shell-training = TRAINING – invented data
shell-unexpected = Something went wrong in the program ({ $code }).
    .next = What you typed is still here. Try again; if it happens again, tell the system administrator the code in brackets.

# Parts of the window
shell-navigation = Pages of the program
shell-place-count =
    { $title }, { $count ->
        [one] { $count } waiting
       *[other] { $count } waiting
    }
shell-search = Find people, sessions, codes …
    .help = Finds people, sessions, sheet codes, pages and commands (Ctrl+K).
shell-search-none = Nothing found. Try a part of the name, or a code.
shell-search-results = Search results
shell-account = Account: { $login }
    .help = Your account, and leaving the program
shell-lock = Lock
    .help = Lock (Ctrl+L). What you typed stays saved.
shell-quit = Close the program
shell-back = Back
    .help = Back to the page before (Alt+Left)
shell-message-close = Hide the message
shell-help = Help
shell-help-close = Close help
shell-help-none = There is no help for this page yet. The user manual says more.

# Buttons and fields
shell-cancel = Cancel
shell-close = Close
shell-try-again = Try again
shell-day-example = day. month. year
shell-day-calendar = Open the calendar
shell-day =
    .help = For example 5. 11. 1984, 05111984 or 1984-11-05. The up and down arrows move by one day.
shell-time-example = hour:minute
shell-time =
    .help = For example 8.05, 08:05 or 805. The up and down arrows move by five minutes.

# Passphrases and signature
shell-passphrase = Passphrase
shell-passphrase-show = Show the passphrase
shell-passphrase-hide = Hide the passphrase
shell-passphrase-new = New passphrase
shell-passphrase-again = New passphrase once more
shell-passphrase-strength = Strength of the passphrase
shell-passphrase-offer = Suggest a passphrase made of words
shell-passphrase-differs = The passphrases differ.
shell-sign = Sign
shell-signing = Signing …

# Log-in
shell-login = Login
shell-unlock = Unlock
shell-wait =
    { $count ->
        [one] Wait { $count } second
       *[other] Wait { $count } seconds
    }
shell-first-run = There is no data on this computer yet. Set up a new installation, or open a folder that already holds data.
shell-new-installation = New installation
shell-other-folder = Open another folder …
shell-demo-accounts = Training accounts. Choose one and unlock.
shell-demo-account = { $login }: { $phrase }
    .help = Fills in the login and the passphrase of the training account.

# Wizard
shell-step-past = { $title }, done
shell-step-now = { $title }, current step
shell-step-coming = { $title }, still to come
shell-step-forward = Next
shell-step-back = Back
shell-progress = Progress of the task
shell-percent = { $count }%

# Preview and printing
shell-page-of = Page { $page } of { $count }
shell-page-previous = Previous page
shell-page-next = Next page
shell-zoom-in = Larger
shell-zoom-out = Smaller
shell-zoom-width = Fit the width
shell-zoom-page = Show the whole page
shell-print = Print …
shell-print-anyway = Print all the same
shell-print-file = The chosen printer does not print on paper but saves a file. Do you really want it?
    .why = The file is not encrypted: anyone who gets hold of it can read it. This is written to the processing log.
shell-print-remote = The chosen printer is not attached to this computer. Do you want to print on it?
    .why = The sheet goes through another computer and may come out in another room. Make sure that somebody who may see it collects it at once. This is written to the processing log.
shell-printed =
    { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } sent to print, { $copies ->
        [one] { $copies } copy
       *[other] { $copies } copies
    }.
shell-save-pdf = Save as PDF …
shell-save-ask = Do you want to save the document to a file?
    .why = The file is not encrypted: anyone who gets hold of it can read it. This is written to the processing log.
    .yes = Save to a file
shell-saved = The file is saved. Delete it when you no longer need it.
shell-pdf-files = PDF documents

# Errors of the window
error-job-cancelled = You cancelled the task.
    .next = Nothing of it was kept. You can start it again.
error-jobs-closed = The program is locking or closing.
    .next = Unlock the program and do it again.
error-print-failed = The printer did not take the pages.
    .next = Check that it is on and has paper, then print again.
error-pdf-unreadable = The document cannot be shown.
    .next = Open it again. If this happens again, tell the system administrator.
error-save-failed = The file could not be saved.
    .next = Choose another folder, or free some room on the disk.
