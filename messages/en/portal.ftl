# The portal: pages, forms and what a reader is told where a page cannot be given.

portal-skip = Skip to the content
portal-nav = Pages
portal-clients = My clients
portal-renewals = Renewals
portal-runs = Runs
portal-theme-light = Light
portal-theme-dark = Dark
portal-sign-in = Sign in
portal-sign-in-lead = Review decks and renewal workbooks of { $company }.
portal-sign-in-wrong = E-mail and password do not match. Check both, or ask whoever looks after the portal for a new password.
portal-sign-in-wait = Too many attempts. Wait a quarter of an hour and try again.
portal-sign-in-company = Sign in with your company account
portal-sign-in-or = Or with an account of the portal:
portal-sign-in-provider = Your company’s sign-in did not say who you are. Try again; if it stays so, tell whoever runs Cartera.
portal-sign-in-no-role = Your company account has no role here. Ask whoever looks after the portal for one.
portal-sign-out = Sign out
portal-email = E-mail
portal-password = Password

portal-clients-shown = { $shown } of { $total }
portal-all-decks = All my decks, { $quarter }
portal-search = Search
portal-class = Class
portal-every-class = Every class
portal-only-held = Held back only
portal-show = Show
portal-show-all = Show all
portal-column-name = Client
portal-column-renewal = Renewal
portal-column-standing = Class
portal-column-manager = Account manager
portal-column-signals = Signals
portal-column-files = Files
portal-held = Held back
portal-former = Former client
portal-inferred = inferred
portal-no-files = No files yet
portal-none-found = No client matches.
portal-no-clients = You have no clients here. Clients come from their owner in the CRM; ask whoever looks after it if one is missing.
portal-for-client = For the client
portal-internal = Internal, do not send
portal-of-client = { $client }, version { $version }
portal-download-it = Download
portal-notice = Notice by
portal-points = { $points } points
portal-version = Version { $version }
portal-earlier = { $count ->
    [one] One earlier version
   *[other] { $count } earlier versions
}
portal-figures = Key figures
portal-figure = Figure
portal-value = Value
portal-before = Before
portal-trend = Trend
portal-absent = n/a
portal-no-figures = No figures are stored for this client.
portal-unit-days = { $number } days
portal-unit-hours = { $number } hours
portal-unit-months = { $number } months

portal-not-explained = How these figures are worked out is not ready yet: `cartera portal prepare` makes it.
portal-download-kind = Download { $kind }, version { $version }
portal-look = Look
portal-pages = { $count ->
    [one] one page
   *[other] { $count } pages
}
portal-pages-keys = Each small picture leads to its page.
portal-pages-of = Pages of the file for { $client }
portal-page-of = Page { $page } of { $count }
portal-pages-title = Pages of the { $kind }, version { $version }
portal-pages-all = { $count ->
    [one] See the page
   *[other] See all { $count } pages
}
portal-no-pages = No pictures of the pages yet: `cartera portal prepare` makes them where LibreOffice and poppler are installed.
portal-origin = Source
portal-working = How it is worked out
portal-why-absent = Why it is missing
portal-no-office = No pictures of slides: LibreOffice and poppler are not installed here. Everything else works without them.
portal-link-over-title = This link has expired
portal-link-over = Links in our letters hold for 48 hours, and this one ended on { $moment }. Nothing is lost: sign in, and the same page opens with its newest files.
portal-link-open = Open the page
portal-link-sign-in = Sign in and open the page
portal-offer-type = Type an offer
portal-offer-typed = Offer typed here
portal-offer-lead = Same checks as in the renewal workbook. What you leave empty stays as the newest workbook has it.
portal-offer-stays = as it is
portal-offer-years = years
portal-offer-days = days
portal-yes = Yes
portal-no = No
portal-offer-decide = Decide on it: it waits for the signatures that it needs
portal-offer-reason = Reason, for a decision
portal-offer-no-number = One of the fields holds no number, such as 12.5. Nothing was stored.
portal-offer-empty = Nothing was typed yet: fill in at least one field.
portal-as-typed = As typed
portal-meaning = What it means

portal-portfolio = Portfolio workbook, { $period }
portal-no-renewals = No renewal workbooks yet: the next run makes one for each renewal in the window.
portal-period = Period
portal-started = Started
portal-state = State
portal-run = Run
portal-no-runs = No run yet.

portal-column-offer = Offer
portal-offer = { $offer }: { $discount } off, { $years ->
    [one] one year
   *[other] { $years } years
}, margin { $margin }
portal-offer-pending = Waiting
portal-offer-approved = Approved
portal-offer-refused = Refused
portal-approvals = Waiting for a signature: { $count }
portal-asked-by = Asked for by { $name } on { $day }.
portal-waits-for = Still to sign: { $levels }.
portal-signed-yes = Approved by { $name }
portal-signed-no = Refused by { $name }
portal-comment = Comment
portal-approve = Approve
portal-refuse = Refuse
portal-refusal-needs = To refuse, say why in the comment.
portal-refusal-unsaid = A refusal needs a reason; nothing was stored. Go back and write it in the comment.
portal-signed-meanwhile = Somebody else has just signed this offer; your answer was not stored. Open the renewals again to see how it stands.
portal-own-offer = You asked for this offer: somebody else has to sign it.
portal-commentary = Comments and actions
portal-comment-review = In the internal review
portal-comment-deck = In the client’s deck, on its summary
portal-actions = Actions for the decisions page
portal-save = Save
portal-next-version = Goes into the next version.
portal-undo-a-day = What you store can be undone for a day.
portal-undo = Undo
portal-undo-until = until { $moment }
portal-changes = Lately changed
portal-changed-decision = Renewal workbook stored
portal-changed-remark = Comments or actions stored
portal-changed-approved = Offer approved
portal-changed-refused = Offer refused
portal-file = File
portal-upload-workbook = Hand in an edited renewal workbook
portal-upload-edited = Hand in an edited file
portal-upload-look = See what changes
portal-upload-check = Check this file
portal-upload-not-yet = You see what changes before anything is stored.
portal-upload-changes = Changed, against the newest version
portal-upload-moved = Defaults that have moved since (kept as they are now)
portal-upload-signed-here = A decision typed in Excel is recorded. It counts as approved once the approver signs here.
portal-upload-no-news = The file says nothing that is not known already.
portal-upload-store = Store
portal-upload-discard = Discard
portal-upload-refused = This file was not taken
portal-upload-nothing-stored = Nothing was stored. Start from the newest file on the client’s page.
portal-upload-wrong-type = This is neither a renewal workbook (.xlsx) nor a deck (.pptx).
portal-input = Entry
portal-in-file = In the file

remark-chosen = chosen
remark-left = no longer chosen
remark-emptied = removed

portal-problem-too-large = The file is larger than any of ours; nothing was stored. Hand in the file as it was downloaded and edited.
portal-problem-not-judged = The file could not be read in time; nothing was stored. Hand in the file as it was downloaded and edited, or tell whoever runs Cartera.

portal-week = This week
portal-team = My team
portal-download-brief = Brief as slides
portal-other-briefs = Briefs of other managers
portal-read-brief = Read
portal-clients-of = { $count ->
    [one] one client
   *[other] { $count } clients
}{ $former ->
    [0] { "" }
    [one] { " " }and one former client
   *[other] { " " }and { $former } former clients
}
portal-active-clients = Clients
portal-with-signals = With signals
portal-held-back = Held
portal-to-sign = To sign
portal-next-renewal = Next renewal
portal-report = Report
portal-read-report = Validation report
portal-why = Why
portal-none-held = No client is held back.
portal-late = Late feeds
portal-none-late = Nothing that the newest run's period awaits is late.
portal-faults = Rows kept out or told about
portal-no-faults = No row of the newest exports was kept out.
portal-fault-source = Source
portal-fault-place = File and line
portal-fault-field = Table and field
portal-fault-rule = Rule
portal-fault-effect = Effect
portal-new = New
portal-restated = What was corrected
portal-downloads = Who downloaded

portal-problem = This page cannot be shown
portal-problem-not-there = There is nothing at this address, or it is not yours to see. Go back to your clients.
portal-problem-form-expired = The form had expired; nothing was changed. Open the page again and repeat.
portal-problem-form-unread = The form came incomplete or broken; nothing was stored. Open the page again and repeat.
portal-problem-failed = Something went wrong here; nothing was stored. Try again, and if it stays so, tell whoever runs Cartera: the log of the portal has the details.
portal-problem-file-lost = The file is no longer where it was published, or was changed there; it was not served. Tell whoever runs Cartera: the next run writes it again.
portal-problem-unavailable = The data cannot be read at the moment. Try again in a few minutes; if it stays so, tell whoever runs Cartera.
portal-to-start = To the first page

portal-serving = The portal is open at { $address }. Ctrl-C closes it.
portal-nobody-yet = Nobody may sign in yet: let somebody in with `cartera portal users add ana@example.com --name "Ana Ruiz" --role manager`.
portal-prepared = { $made } { $made ->
    [one] file
   *[other] files
} with the working of figures { $made ->
    [one] is
   *[other] are
} ready{ $failed ->
    [0] .
   *[other] ; { $failed } could not be made.
}
portal-users = People
portal-name = Name
portal-roles = Roles
portal-user-allowed = may sign in
portal-user-disabled = may not sign in
portal-user-added = { $email } may sign in ({ $roles }).
portal-user-refused = { $email } may not sign in any more.
portal-password-prompt = Password:{" "}

failure-grants-invalid = { $path }: { $problem } cannot be read, so nobody is given anything. Compare with the example in docs/portal.md.
failure-unknown-role = There is no role “{ $role }”. Use one of: { $roles }.
failure-weak-password = The password is too short: use { $least } characters or more.
failure-unknown-person = Nobody signs in as { $email }. `cartera portal users list` shows who does.
failure-audit-broken = The audit was changed outside the portal: an entry does not follow from the one before. Keep the database and find out who could write to it.
failure-no-run-of-period = Nothing was published for { $period } yet: run `cartera run --period { $period }` first.

portal-column-due = Due a year
portal-column-asked = Asked
portal-column-offered = Our offer
portal-column-margin = Margin
portal-column-approver = Approver
portal-terms = { $discount } · { $years ->
    [one] 1 year
   *[other] { $years } years
}
portal-sum-due = Due a year
portal-sum-asked = { $count ->
    [one] Discount that 1 client asks for
   *[other] Discount that { $count } clients ask for
}
portal-sum-offered = { $count ->
    [one] Discount of our offer, 1 client
   *[other] Discount of our offers, { $count } clients
}
portal-sum-unknown = Without a price or a rate
portal-months = By month of renewal; the discount asked for in amber.
portal-renewal-settled = Signed in the CRM
portal-renewal-below = Ask below the floor
portal-renewal-asked = Not decided
portal-renewal-unasked = Nothing asked

portal-renewals-ahead = Renewals with a workbook
portal-due = Due a year
portal-risk = Revenue at risk
portal-risk-of = Risk not known
portal-risk-unknown = { $count ->
    [one] without 1 renewal
   *[other] without { $count } renewals
}
portal-risk-means = Revenue at risk: the price a year times the probability that the client does not renew at it. A renewal without price, rate or probability is in no sum.
portal-risk-renewals = See each renewal
portal-risk-months = By month of renewal; what is at risk in red.
portal-risk-by-month = Renewals by month
portal-risk-by-class = Clients by class
portal-by-manager = By account manager
portal-month = Month
portal-drawn = Drawn: what is due, and in red what is at risk
portal-no-class = No class
portal-figures-of-all = Figures of all clients
