# What the command line says.

run-title = { $company }, { $period }: { $written } { $written ->
        [one] file
       *[other] files
    } written, { $unchanged } unchanged, { $held } { $held ->
        [one] client
       *[other] clients
    } held back
known-at = Data known at { $known_at }; figures as of { $valuation_date }.
known-at-unfinished = Data known at { $known_at }: { $period } was not over, so figures are of the part there is, none is set beside whole periods, and there are no reviews.
delivery-new = { $landed_at }: { $files } { $files ->
        [one] file
       *[other] files
    }, { $rows } { $rows ->
        [one] row
       *[other] rows
    } loaded, { $quarantined } kept out
delivery-old = { $landed_at }: { $files } { $files ->
        [one] file
       *[other] files
    }, already loaded
column-client = Client
column-manager = Manager
column-deck = Review deck
column-review = Internal review
column-workbook = Renewal workbook
column-why = Why not
held-title = Held back
quarantine-title = Rows kept out, with file and line in validation.html
column-source = Source
column-rule = Rule
column-rows = Rows
column-file = File
column-line = Line
column-column = Column
column-expected = Expected
written = v{ $version }, written
unchanged = v{ $version }, unchanged
feed-late = Goes on with what is there: { $told }
run-again = Tries again in { $seconds } seconds: { $why }
phase-ingest = Reading exports
phase-compute = Computing figures
phase-publish = Writing files
starting = Starting Prefect
next-title = Next
next-open = Open a deck:        { $path }
next-workbook = Open a workbook:    { $path }
next-review = Open a review:      { $path }
next-portfolio = Open the portfolio: { $path }
next-brief = Open a brief:       { $path }
next-validation = See kept-out rows:  { $path }
next-kpis = See figures:        cartera kpis --period { $period }{ $where }
next-status = See past runs:      cartera status{ $where }
check-title = { $company }: { $files } { $files ->
        [one] file
       *[other] files
    } read, { $rows } { $rows ->
        [one] row
       *[other] rows
    } good, { $quarantined } kept out, { $held } { $held ->
        [one] account
       *[other] accounts
    } would be held back
check-page = Every fault with its file and line: { $path }
check-data-docs = Great Expectations' own pages: { $path }
status-runs = Runs
status-none = No run yet: `cartera run --period 2026-Q3` makes the first.
status-held = Accounts held back
status-quarantine = Rows kept out, by rule
column-run = Run
column-period = Period
column-known-at = Data known at
column-state = State
column-started = Started
init-done = { $folder } is ready: put exports under landing/<day>/, name their mappings in cartera.toml, and run `cartera check`.
restore-done = { $written } { $written ->
        [one] file
       *[other] files
    } brought back, { $right } { $right ->
        [one] was
       *[other] were
    } right already
restore-missing = { $file }: not brought back, as the archive has no { $copy }: look for it in an older backup of the archive, and restore again.
restore-damaged = { $file }: not brought back, as the bytes of { $copy } are no longer those that were archived: take that file from an older backup, and restore again.
restore-differs = { $file } is there with other bytes, and was left alone: move it away, and restore again.
restore-never-read = { $file }: not brought back, as it could not be read when it landed.
restore-outside = { $file }: not brought back, as it would lie outside its folder.
restore-landing-elsewhere = The landing place { $landing } is not of this machine and was left alone: name a folder with --landing to have its exports there.
sample-done = { $folder } holds a sample company of { $accounts } { $accounts ->
        [one] client
       *[other] clients
    }. Next: cartera run --company { $folder } --period 2026-Q3
map-title = { $path }: what was taken for what
map-file = File
map-table = Table
map-columns = Columns
map-confidence = Least sure
map-uncertain = Look at
map-unreadable = { $file } was left out: { $why }
map-fed = { $fed } of { $all } { $all ->
        [one] figure
       *[other] figures
    } { $fed ->
        [one] has every table it needs
       *[other] have every table they need
    }.
map-lack = Without { $tables }: { $kpis }
map-empty = Nothing found for these columns of { $table }: { $columns }
map-unread = Nothing reads these columns of { $file }: { $columns }
map-unknown-words = Not understood in { $file }, { $column }: { $words }
map-next = Next: read the file over, name it in cartera.toml, and run `cartera check`.
error = Error:
reason-quarantined-money = too much billed money was kept out to trust the rest
reason-unreadable-amounts = a billed amount cannot be read
reason-no-renewal-date = no renewal date
reason-out-of-window = renewal is further off
reason-inactive = not active at the quarter's end
reason-too-few-slides = fewer than four slides of content
reason-quarter-not-over = the quarter was not over when the data ended
explain-basis = Definition, version { $version }; data known at { $known_at }.
explain-value = Value: { $value } ({ $unit })
explain-absent = No value: { $why } ({ $code })
explain-numerator = Numerator: { $number }
explain-denominator = Denominator: { $number }
explain-role-value = { $sign ->
        [minus] Less
       *[plus] Made of
    }: { $step }
explain-role-base = Base: { $step }
explain-role-part = { $sign ->
        [minus] Numerator, less
       *[plus] Numerator
    }: { $step }
explain-role-whole = { $sign ->
        [minus] Denominator, less
       *[plus] Denominator
    }: { $step }
explain-step-count = { $number } counted; rows of { $table }: { $rows } ({ $period })
explain-step-sum = { $number }: “{ $column }” added up; rows of { $table }: { $rows } ({ $period })
explain-step-largest = { $number }: the largest “{ $column }”; rows of { $table }: { $rows } ({ $period })
explain-step-smallest = { $number }: the smallest “{ $column }”; rows of { $table }: { $rows } ({ $period })
explain-step-quantile = { $number }: { $share } of the “{ $column }” lie at or below it; rows of { $table }: { $rows } ({ $period })
explain-step-money = { $number }: “{ $column }” added up; rows of { $table }: { $rows } ({ $period })
explain-step-amount = { $number }; rows of { $table }: { $rows } ({ $period })
explain-step-scaled = { $base } × { $factor } = { $number }
explain-step-scaled-year = Year { $year }: { $base } × { $factor } = { $number }
explain-step-outlook-signed = { $day }: { $base } due × { $factor } = { $number }; a signed contract follows
explain-step-outlook-request = { $day }: { $base } due × { $factor } = { $number }; as likely as the newest request says
explain-step-outlook-own = { $day }: { $base } due × { $factor } = { $number }; as the company's own { $count } decided renewals went without a discount
explain-step-outlook-policy = { $day }: { $base } due × { $factor } = { $number }; as likely as the company's policy says
explain-step-score-part = { $component }: { $points } points × { $weight }
explain-step-score-whole = { $number } over the weights that are known, { $weights }: { $points } points
explain-step-peers = Own figure { $value }, against { $others } others in the segment: the share of them that it is ahead of; ties count as half, rounded to the nearest 10%
explain-step-usage-now = { $number } a day in the last { $days } days of whole weeks
explain-step-usage-then = { $number } a day in the { $days } days that they are set beside; the change is the one over the other, less 1
explain-step-concentration-client = Client { $place } by size: { $base } of { $whole } is { $factor }; its square times 10,000 is { $number }
explain-step-concentration-rest = The other { $count }: { $number }
explain-step-payments-kept-out = Payments that were kept out and may have settled some of it: { $rows }
explain-step-dso-balance = Open balance to count back: { $number }
explain-step-dso-not-due = Less the days of what is not due yet: { $number }
explain-step-dso-month = { $period }: { $billed } billed in { $days } days gives { $taken } days
explain-members = The clients' figures added up: { $counted } have one, { $without } have none and are excluded.
explain-member = { $name }: { $value }
explain-heading-arithmetic = How it is worked out
explain-heading-depends = What it depends on
explain-heading-rows = The rows behind it
explain-rest = … and { $count } more
explain-rate-average = Average rate of { $month }: 1 { $base } = { $rate } { $quote }
explain-rate-month-end = Month-end rate of { $month }: 1 { $base } = { $rate } { $quote }
explain-note = Note: { $note }
explain-norm = Clients of the same segment: { $retained } of { $active_before } stayed over twelve months ({ $retention }); contribution { $contribution } of revenue { $revenue } ({ $margin }); { $subscribers } { $subscribers ->
        [one] subscribes
       *[other] subscribe
    }.
explain-entered = { $table }: { $count } { $count ->
        [one] row
       *[other] rows
    } entered
explain-left-out = { $table }: { $count } { $count ->
        [one] row
       *[other] rows
    } left out: { $why }
left-out-outside-period = outside the period
left-out-draft = draft
left-out-void = void
left-out-deleted = deleted
left-out-document-not-counted = its document is a draft, void, deleted or not known
left-out-trial = trial
left-out-metered = billed by use
left-out-not-paying = not paid for
left-out-never-ran = ended on or before the day it began
left-out-not-running = did not run on the day
left-out-not-known-then = nobody knew of it on the day
left-out-subscribed = the client has or had subscriptions, and these decide
left-out-young-client = the client is younger than a year: what is contracted counts
left-out-older-client = the client is older than a year: its last twelve months count
left-out-other-cost = another kind of cost
left-out-written-off = written off
left-out-settled = settled
left-out-other-age = of another age
left-out-client-without-value = of a client without a value
left-out-not-disputed = not disputed
left-out-failed = the payment failed
left-out-pending = the payment is pending
left-out-another-document = belongs to another document
left-out-not-critical = not critical
left-out-no-reply = no reply yet
left-out-not-solved = not solved, or nobody knows when
left-out-within-target = open, and still within the target
left-out-other-survey = another kind of survey
left-out-unanswered = not answered
left-out-answered-again = the same person answered again later
left-out-no-due-date = without a due date
left-out-on-time = on time
left-out-not-blocked = done, or waits for nobody
left-out-not-held = not held
left-out-internal-meeting = nobody from the client took part
left-out-not-the-first = later than the first
left-out-not-the-newest = not the newest request before a renewal of the period
left-out-not-due = not up for renewal
left-out-other-priority = another priority
left-out-has-due-date = has a due date
left-out-other-metric = another figure's target
left-out-owned = the client has it
left-out-not-recurring = not sold as a subscription
left-out-too-rare = too few clients like this one have it
left-out-no-worth = without a worth of this kind
left-out-unconfirmed = not confirmed by the client
left-out-no-category = without a category
left-out-other-work = another kind of work
left-out-other-part = another kind of part
left-out-no-list-price = without a list price in its currency
decisions-file = { $file }: renewal workbook of { $client }
decisions-newer = A newer edition exists: what was typed is carried over to it.
decisions-moved = Defaults that moved since (kept as they are now):
decisions-typed = Typed, against the newest edition:
decisions-record = Decision recorded, not approved: { $decision } ({ $reason }), signed by { $name }
decisions-ask = Store this?
yes-no = y/N
decisions-left = Left as it was.
decisions-kept = Stored: the next run of { $client } starts from it.
decisions-nothing = Nothing was typed into it that is not known already.
decks-kept = { $file }: { $n } { $n ->
        [one] change
       *[other] changes
    } stored; the next version for { $client } carries { $n ->
        [one] it
       *[other] them
    }.
decks-nothing = { $file }: nothing new was written.
left-out-no-complaint = not a complaint
left-out-not-open = won or lost
left-out-other-version = another version of its row held on that day
left-out-terms-unknown = closed since: what it was worth then is not known
left-out-no-amount = without an amount or a probability
left-out-not-won = not won
status-restated = Figures of earlier periods that a later load changed
status-untold = Notices that nobody took
forget-names = Names that will be taken out: { $names }
forget-rows = { $table }: { $rows } { $rows ->
        [one] row
       *[other] rows
    }
forget-archived = archive: { $files } { $files ->
        [one] file
       *[other] files
    } to remove
forget-published = output: { $files } { $files ->
        [one] file
       *[other] files
    } to remove; the next run makes what is still due, without the names
forget-landed = Not touched, as they are their owner's: { $files } { $files ->
        [one] file
       *[other] files
    } of the landing place. Remove the names there and in the systems they come from, or a changed export brings them back.
forget-kept = Not touched, as people edit them: { $files } { $files ->
        [one] file
       *[other] files
    } beside cartera.toml, or that itself. Take the names out there.
forget-keys = Not touched, as sums hang on it: a name that is a key or part of a path, in { $rows } { $rows ->
        [one] row
       *[other] rows
    } of { $table }.
forget-unsearched = Not searched to the end, as they are damaged, encrypted, packed in an unknown way or packed too deep: { $files } { $files ->
        [one] file
       *[other] files
    }. Look at them yourself, and remove what names them.
forget-audit = Not touched, as nobody may change it: { $entries } { $entries ->
        [one] entry
       *[other] entries
    } of the portal's audit.
forget-dry = Nothing was changed.
forget-ask = This cannot be taken back, not even from the archive. Forget?
forget-left = Nothing was changed.
forget-done = Forgotten. Where the names stood, { $pseudonym } stands now. Backups of before still hold them.
tidy-dry = Nothing was changed.
tidy-nothing = There is nothing that [retention] no longer keeps.
retention-done = No longer kept by [retention], and removed: { $published } { $published ->
        [one] file
       *[other] files
    } of the output place, { $copies } { $copies ->
        [one] copy
       *[other] copies
    } of the archive.
column-whom = To
column-figure = Figure
column-key = Key
column-id = Id
column-name = Name
column-value = Value
column-currency = Currency
column-unit = Unit
column-caveat = Reason or caveat
column-old = Was
column-new = Is
row-come = new
row-gone = gone
row-changed = changed
accounts-accepted = accepted before
accounts-nothing = nothing found
accounts-same-tax-id = same tax id
accounts-same-domain = same domain
accounts-same-name = same name
accounts-similar-name = similar name
accounts-shared = (fits { $fits } accounts alike)
accounts-title = Keys that lead to no account: { $keys }, with a proposal: { $proposed }. Written to { $path }
accounts-next = Write yes into `decision` where the account is right (correct it where it is not) and keep the file as { $place }: the next run joins those rows, and no others.
accounts-unmapped = cartera.toml does not read such files yet; add, before the other sources:  [[sources]]  mapping = "account_map"
check-merged = Merged accounts, which count for the one after the arrow: { $merged }
check-unlinked = Rows that wait for their account: { $rows } (keys: { $keys }); `cartera accounts propose{ $where }` says which it might be
failure = Not made, by a fault in Cartera: { $what } of { $client } ({ $error } at { $place }). Other files are not touched by it; report it with `failures` of { $manifest }.
kind-qbr = review deck
kind-review = internal review
kind-renewal = renewal workbook
kind-brief = brief
kind-brief-text = brief as text
kind-portfolio = workbook
reason-failed = a fault in Cartera
state-running = running
state-published = published
state-partly-published = published, some files missing
state-nothing-published = nothing published
state-failed = failed
state-interrupted = killed
artifact-headline = { $period }: { $written } { $written ->
        [one] file
       *[other] files
    } written, { $unchanged } unchanged, { $held } { $held ->
        [one] client
       *[other] clients
    } held back
artifact-known-at = Data known at { $known_at }. Manifest: `{ $manifest }`.
artifact-columns = | client | manager | files | held back |
late-files = Late, not come since the period's end: { $files }. [schedule] in cartera.toml awaits them.
undelivered-differs = { $file } stands in { $target } with other bytes and was left alone: move it away there, and run again.
undelivered-not-in-archive = { $file } was not brought to { $target }, as its copy in the archive is missing or damaged: restore the archive from its backup, and run again.
stopped-sources = Could not be used, and what they feed is missing everywhere: the newest exports of { $sources }.
artifact-failure = A fault in Cartera: no { $what } of { $client } ({ $error } at { $place }).

decision-by-requester = Warning: { $name } asked for it and signed it; an approval will need somebody else.

decision-beyond-level = Warning: the decision is beyond the level of { $role }; it needs: { $approver }.

# Files that a period waits for.

column-awaited = Awaited
awaited-title = Exports of { $period }, late from { $due } on
awaited-waiting = not there yet
awaited-late = late
watch-waiting = { $period } still waits for { $files }; late from { $due } on.
watch-arriving = { $period } has everything it waits for, but files are still arriving: the next look sees whether they are whole.
watch-complete = The exports of { $period } are complete; run: { $runs }.
schedule-zone-differs = The deployment's schedule counts in the time zone { $schedule }, cartera.toml in { $company }: deploy again with `prefect deploy --all`.

# What a run spent where.

status-steps = What the newest run spent ({ $run })
column-step = Step
column-parts = Parts
column-wall-seconds = Seconds
column-cpu-seconds = Processor seconds
step-fetch = Fetch from APIs
step-ingest = Read and load exports
step-compare = Compare with the run before
step-compute = Figures of clients
step-together = Figures of all together
step-publish = Clients' files
step-portfolio = Portfolio
step-briefs = Managers' briefs
step-finish = Validation page and manifest
step-deliver = Deliver to other places
