# The account review, which no client sees.

deck-internal-tag = INTERNAL · NOT FOR THE CLIENT
deck-internal-watermark = INTERNAL

deck-commentary-section = — Manager's commentary for the next version: { $page }

deck-kickers-standing = Relationship
deck-kickers-signals = Signals
deck-kickers-margin = Margin
deck-kickers-recurring = Recurring revenue
deck-kickers-receivables = Receivables
deck-kickers-renewal = Renewal
deck-kickers-cadence = Meetings
deck-kickers-potential = Potential
deck-kickers-asks = Requests to other teams
deck-kickers-checklist = Before sending
deck-kickers-definitions = Appendix
deck-kickers-overview = Internal summary

deck-reasons-not-begun = not a client yet in this period
deck-reasons-no-signals = no signals
deck-reasons-no-renewal-date = no renewal date
deck-reasons-nothing-owed = nothing owed at the end of the quarter
deck-reasons-nothing-open = no open deals and no products to add
deck-reasons-nothing-blocked = no blocked tasks

deck-titles-definitions = Definitions of the internal figures
deck-titles-standing = Relationship in “{ $standing }”: { $score } of 100 points{ $change }
deck-titles-signals =
    { $n ->
        [one] { $n } signal: { $first }
       *[other] { $n } signals; the most urgent: { $first }
    }
deck-titles-margin-up = The { $small } rises to { $margin }, from { $before } in { $period }
deck-titles-margin-fell = Recognized revenue down { $size } vs { $period }; { $name } of { $margin }
deck-titles-margin-flat = { $name } of { $margin }, stable vs { $period }
deck-titles-margin-up-less = The { $small } rises to { $margin }, from { $before } in { $period }, on { $size } less recognized revenue
deck-titles-margin-flat-less = { $name } of { $margin }, stable vs { $period }, on { $size } less recognized revenue
deck-titles-margin-down = The { $small } falls to { $margin }, from { $before } in { $period }
deck-titles-margin-earlier = { $name } of { $margin }, against { $before } in { $earlier }; none in { $period } ({ $reason })
deck-titles-margin-unknown = { $name } of { $margin }; none in { $period } to compare ({ $reason })
deck-titles-margin-missing = { $name } of { $margin }; no prior quarter to compare
deck-titles-recurring-begun = Recurring revenue of { $now } a month at the end of { $this }; none at its start
deck-titles-recurring-ended = No recurring revenue at the end of { $this }; { $start } a month at its start
deck-titles-recurring-up = Recurring revenue rises to { $now } a month in { $this }, from { $start }
deck-titles-recurring-flat = Recurring revenue holds at { $now } a month in { $this }
deck-titles-recurring-flat-year = Recurring revenue holds at { $now } a month in { $this }; net revenue retention over twelve months: { $kept }
deck-titles-recurring-near = Recurring revenue is little changed at { $now } a month in { $this }, from { $start }
deck-titles-recurring-near-year = Recurring revenue is little changed at { $now } a month in { $this }; net revenue retention over twelve months: { $kept }
deck-titles-recurring-down = Recurring revenue falls to { $now } a month in { $this }, from { $start }
deck-titles-receivables-in-time = { $balance } owed, none of it overdue
deck-titles-receivables-doubted = Up to { $overdue } overdue; some payments received could not be read
deck-titles-receivables-overdue = { $overdue } overdue, { $share } of what is owed{ $age }
deck-titles-receivables-age-all = , all of it { $days } late
deck-titles-receivables-age-part = ; { $part } of it { $days } late
deck-titles-receivables-old = { $overdue } overdue, { $share } of what is owed; { $old } for more than 90 days
deck-titles-receivables-disputed = { $balance } owed, of which { $disputed } is disputed
deck-titles-receivables-disputed-all = { $balance } owed, all of it disputed
deck-titles-renewal-far =
    { $n ->
        [0] Renews today, { $day }{ $asked }{ $opening }
        [one] Renews on { $day }, in { $days } day{ $asked }{ $opening }
       *[other] Renews on { $day }, in { $days } days{ $asked }{ $opening }
    }
deck-titles-renewal-opens =
    { $n ->
        [one] ; negotiation opens on { $day }, in { $days } day
       *[other] ; negotiation opens on { $day }, in { $days } days
    }
deck-titles-renewal-opened = ; negotiation opened on { $day }
deck-titles-renewal-opened-notice =
    { $n ->
        [one] ; negotiation opened on { $day }; notice deadline { $notice }, in { $left } day
       *[other] ; negotiation opened on { $day }; notice deadline { $notice }, in { $left } days
    }
deck-titles-renewal-settled =
    { $n ->
       *[other] The contract was renewed on { $start }; next renewal { $end }{ $notice }
    }
deck-titles-renewal-settled-open =
    { $n ->
       *[other] The contract was renewed on { $start }; the new one has no end date
    }
deck-titles-renewal-signed =
    { $n ->
       *[other] Renewal signed: the new contract runs from { $start } to { $end }
    }
deck-titles-renewal-signed-open =
    { $n ->
       *[other] Renewal signed: the new contract runs from { $start }, with no end date
    }
deck-titles-renewal-anniversary = No contract on record: { $day } is only the anniversary of the first invoice
deck-titles-renewal-rolled =
    { $n ->
        [one] Up for renewal { $days } day ago, on { $day }: it renews by itself, and no new contract is on record
       *[other] Up for renewal { $days } days ago, on { $day }: it renews by itself, and no new contract is on record
    }
deck-titles-renewal-ended =
    { $n ->
        [one] The contract ended { $days } day ago, on { $day }, and no new one is on record
       *[other] The contract ended { $days } days ago, on { $day }, and no new one is on record
    }
deck-titles-renewal-asked = ; discount requested: { $share }
deck-titles-renewal-advice = ; best proposal: { $offer }{ $volume }
deck-titles-renewal-advice-unchanged = ; no discount requested: propose to { $offer }{ $volume }
deck-titles-renewal-advice-unasked = ; no discount requested: open with a { $offer }{ $volume }
deck-titles-renewal-near =
    { $n ->
        [0] Renews today, { $day }{ $asked }{ $advice }
        [one] Renews on { $day }, in { $days } day{ $asked }{ $advice }
       *[other] Renews on { $day }, in { $days } days{ $asked }{ $advice }
    }
deck-titles-cadence-kept =
    { $n ->
        [one] { $held } meeting held ({ $planned } planned), on { $last }{ $gone }
       *[other] { $held } meetings held ({ $planned } planned); the last on { $last }{ $gone }
    }
deck-titles-cadence-short =
    { $n ->
        [one] Only { $held } of { $planned } planned meeting held; the last on { $last }{ $gone }
       *[other] Only { $held } of { $planned } planned meetings held; the last on { $last }{ $gone }
    }
deck-titles-cadence-none =
    { $n ->
       *[other] No meeting in the quarter ({ $planned } planned); the last on { $last }{ $gone }
    }
deck-titles-cadence-left =
    { $n ->
        [one] { $held } meeting held in the quarter in which the client left, on { $last }
       *[other] { $held } meetings held in the quarter in which the client left; the last on { $last }
    }
deck-titles-cadence-former = No longer a client; the last meeting was on { $last }
deck-titles-cadence-coming =
    { $n ->
       *[other] Meetings and people before the first contract
    }
deck-titles-cadence-never =
    { $n ->
       *[other] No meeting on record ({ $planned } planned){ $gone }
    }
deck-titles-cadence-missing =
    { $n ->
       *[other] Meetings: no data ({ $planned } planned){ $gone }
    }
deck-titles-cadence-gone =
    { $n ->
        [one] ; { $n } contact has left
       *[other] ; { $n } contacts have left
    }
deck-titles-potential-worth = { "" } worth { $amount }
deck-titles-potential-decided =
    { $n ->
        [one] ; expected to close on { $day }
       *[other] ; the first expected to close on { $day }
    }
deck-titles-potential-late =
    { $n ->
        [one] , { $n } past its closing date
       *[other] , { $n } past their closing dates
    }
deck-titles-potential-all-late =
    { $n ->
        [one] , past its closing date
       *[other] , all past their closing dates
    }
deck-titles-potential-since =
    { $n ->
        [one] { "" } at the quarter’s end, { $n } decided since
       *[other] { "" } at the quarter’s end, { $n } decided since
    }
deck-titles-potential-all-since =
    { $n ->
        [one] { "" } at the quarter’s end, decided since
       *[other] { "" } at the quarter’s end, all decided since
    }
deck-titles-potential-coming =
    { $n ->
        [one] { $deals } open deal{ $worth }{ $late }; not a client yet
       *[other] { $deals } open deals{ $worth }{ $late }; not a client yet
    }
deck-titles-potential-since-won = { "" } at the quarter’s end, won on { $day }
deck-titles-potential-since-lost = { "" } at the quarter’s end, lost on { $day }
deck-titles-potential-former =
    { $n ->
        [one] { $deals } open deal{ $worth } with a former client: close it or take it up again
       *[other] { $deals } open deals{ $worth } with a former client: close them or take them up again
    }
deck-titles-potential-both =
    { $n ->
        [one] { $deals } open deal{ $worth }{ $late }; { $lacking }
       *[other] { $deals } open deals{ $worth }{ $late }; { $lacking }
    }
deck-titles-potential-lacking =
    { $n ->
        [one] { $products } product of its segment not bought yet
       *[other] { $products } products of its segment not bought yet
    }
deck-titles-potential-deals =
    { $n ->
        [one] { $deals } open deal{ $worth }{ $decided }
       *[other] { $deals } open deals{ $worth }{ $decided }
    }
deck-titles-potential-products =
    { $n ->
        [one] { $products } product of its segment not bought yet; no open deal
       *[other] { $products } products of its segment not bought yet; no open deal
    }
deck-titles-asks-one-team =
    { $n ->
        [one] { $n } task held up by { $team }
       *[other] { $n } tasks held up by { $team }
    }
deck-titles-asks-teams =
    { $n ->
        [one] { $n } task held up by { $teams }
       *[other] { $n } tasks held up by { $teams }
    }
deck-titles-checklist-clear = Before sending: nothing left to check
deck-titles-checklist-open =
    { $n ->
        [one] Before sending: { $n } point to check{ $notes }
       *[other] Before sending: { $n } points to check{ $notes }
    }
deck-titles-overview = Relationship score { $score } ({ $class }); { $worth }{ $risk }
deck-titles-overview-unscored = No score; { $worth }{ $risk }
deck-titles-overview-fee = { $worth } in annual recurring revenue
deck-titles-overview-no-fee = no recurring revenue on record
deck-titles-checklist-noted =
    { $n ->
        [one] Before sending: { $n } notice, nothing left to do
       *[other] Before sending: { $n } notices, nothing left to do
    }
deck-titles-checklist-notes =
    { $n ->
        [one] { "" } and { $n } notice
       *[other] { "" } and { $n } notices
    }
deck-titles-overview-coming = Not a client yet: starts on { $day }
deck-titles-overview-begun = Not a client yet in { $this }: started on { $day }
deck-titles-overview-calm = ; no warning signs
deck-titles-overview-losing = ; score down { $size }
deck-titles-overview-risk = ; most urgent: { $first }
deck-titles-overview-chance = ; opportunity: { $first }
deck-titles-overview-unknown = No score or fee on record{ $risk }
deck-titles-overview-former-alone = No longer a client; no invoices on record
deck-titles-overview-former = No longer a client; balance owed: { $owed }
deck-titles-overview-left = A client until { $month }, at { $fee } a month; balance owed: { $owed }

deck-review-title = Account review { $period } · { $client }

deck-checklist-table = Checklist
deck-checklist-alt = Table of the points to look at before the deck goes to the client
deck-checklist-kind = What
deck-checklist-point = Detail
deck-checklist-clear = All in order
deck-checklist-nothing = No restated figures, excluded rows, warnings or omitted pages
deck-checklist-no-deck = No client deck
deck-checklist-why-no-deck = The client gets no deck: { $why }
deck-checklist-restated = Restated figure
deck-checklist-restated-text = { $figure }, { $period }: shown as { $shown }, now { $now }. Tell the client before presenting.
deck-checklist-severity-quarantine = Rows excluded
deck-checklist-severity-warn = Validation warning
deck-checklist-severity-hold = Held back
deck-checklist-fault =
    { $n ->
        [one] { $rule }: { $n } row, { $place }
       *[other] { $rule }: { $n } rows, the first { $place }
    }
deck-checklist-unplaced = Commentary without a page
deck-checklist-left-out = Page omitted
deck-checklist-suppressed = Figure not shown
deck-checklist-late-promise = Late for the renewal
deck-checklist-late-promise-text = “{ $text }”, our commitment, is due on { $day }, too late to help the renewal (latest day: { $deadline }). Bring it forward, or be ready to explain the date.
deck-checklist-moved-promise-text = “{ $text }”, our commitment, is due on { $day }, too late to help the renewal. The deck proposes { $deadline } instead: confirm it, or be ready to explain the date.
deck-checklist-early-promise = Before negotiating
deck-checklist-early-promise-text = “{ $text }”, our commitment, is due on { $day }, before the negotiation opens ({ $opens }). Prepare the offer now, or agree on another date.
deck-checklist-settled-promise = Contract settled
deck-checklist-signed-promise-text = “{ $text }”: the contract that follows is already signed. Close the commitment, or agree on what is left to discuss.
deck-checklist-renewed-promise-text = “{ $text }”: the contract was renewed on { $day }. Close the commitment, or agree on what is left to discuss.
deck-checklist-no-agreement = No contract on record
deck-checklist-no-agreement-ask = Only the anniversary of the first purchase is known: confirm with the client what is agreed, until when and at what price, and record it.
deck-checklist-unmeasured = Goal not measured
deck-checklist-unmeasured-ask = Nobody has measured { $names }: ask for the result, or agree how to measure it.
deck-checklist-remeasured-ask =
    { $n ->
        [one] { $names } has no result for { $this }, though it had one in { $period }: ask for it, and agree on who delivers it.
       *[other] { $names } have no result for { $this }, though they had one in { $period }: ask for them, and agree on who delivers each.
    }
deck-checklist-undated = Commitment without a date
deck-checklist-undated-ask = No date is recorded for { $names }: agree on one.
deck-checklist-unreasoned = Delay without a reason
deck-checklist-unreasoned-ask = No reason is recorded for the delay of { $names }: record it, since the client will ask.
deck-checklist-unreasoned-theirs = No reason is recorded for the delay of { $names }: ask { $owner } (client) for it before the meeting, and record it.
deck-checklist-twice = Contact on record twice
deck-checklist-twice-text = { $who } is on record more than once: check whether it is one person, and keep a single record.
deck-checklist-worth = Value to confirm
deck-checklist-worth-ask = No goal has a confirmed value: ask the client how many hours or how much money each one brought.

deck-margin-amounts = Revenue and contribution by quarter ({ $unit })
deck-margin-shares = Margin by quarter
deck-margin-chart = Revenue and contribution
deck-margin-chart-alt = Columns with each quarter’s recognized revenue and contribution
deck-margin-shares-alt = Lines with each quarter’s gross margin and contribution margin
deck-margin-no-cost = its cost is not recorded
deck-margin-after-credit = { $change }, when { $amount } was credited
deck-margin-none-in = None in { $period }
deck-margin-note = Contribution: revenue less cost of sales and cost to serve. Not calculated where any month lacks costs.

deck-recurring-heading = From start to end of the quarter, per month ({ $currency })
deck-recurring-chart = Bridge of recurring revenue
deck-recurring-chart-alt = Waterfall from recurring revenue at the quarter’s start to its end
deck-recurring-note = Sum of monthly movements; zero items omitted.
deck-recurring-note-away = Recurring revenue stopped within the twelve months and came back: retention counts it as kept.
deck-recurring-base = Base
deck-recurring-level = Level
deck-recurring-rise = Rise
deck-recurring-fall = Fall
deck-recurring-start = Start
deck-recurring-end = End
deck-recurring-mrr-new = New
deck-recurring-mrr-reactivation = Reactivation
deck-recurring-mrr-expansion = Expansion
deck-recurring-mrr-contraction = Contraction
deck-recurring-mrr-churn = Churn
deck-recurring-mrr-exchange = Exchange rates

deck-receivables-heading = Open balance by age ({ $unit })
deck-receivables-chart = Balance by age
deck-receivables-chart-alt = Stacked columns with each quarter’s open balance by days overdue
deck-receivables-note-doubted = Some payments received could not be read: what is owed may be less.
deck-receivables-note = Invoice balances at each quarter’s end, tax included; unapplied payments and credit notes are excluded.
deck-receivables-note-disputed = Of the open balance, the client disputes { $amount }.
deck-receivables-collect = { $owner }, by { $day }: { $step } Overdue: { $amount }.
deck-receivables-settle = { $owner }, by { $day }: settle the disputed { $amount } with the client: what is owed, and when it will be paid.
deck-receivables-settle-and-collect = { $owner }, by { $day }: settle the disputed { $amount } with the client, and agree on a payment date for what is overdue and not disputed.
deck-receivables-priority-high = High priority:
deck-receivables-priority-usual = Normal priority:
deck-receivables-ageing-not-due = Not due
deck-receivables-ageing-1-30 = 1–30 days
deck-receivables-ageing-31-60 = 31–60 days
deck-receivables-ageing-61-90 = 61–90 days
deck-receivables-ageing-over-90 = More than 90 days

deck-renewal-opening = Negotiation opens
deck-renewal-opening-past = Negotiation opened
deck-renewal-opening-note = Renewal options from that day
deck-renewal-opening-early = Offer promised earlier: { $day }
deck-renewal-yearly-note = Current subscriptions, per year
deck-renewal-notice = Notice deadline
deck-renewal-no-notice = No notice period on record
deck-renewal-notice-past = The notice period has passed
deck-renewal-notice-past-renews = Passed: renews automatically on { $day }
deck-renewal-notice-past-ends = Passed: ends on { $day }, not renewed automatically
deck-renewal-auto = Renews automatically unless notice is given
deck-renewal-not-auto = Does not renew automatically
deck-renewal-probability = Probability of renewal
deck-renewal-recorded = Recorded with the request
deck-renewal-no-probability = None recorded
deck-renewal-assumed = None recorded; { $share } assumed
deck-renewal-competitor = Competitor: { $name }
deck-renewal-price = Current annual price
deck-renewal-price-then = Annual price on { $day }
deck-renewal-price-ended = { $product } ended { $day }: check its renewal
deck-renewal-no-request = No discount requested
deck-renewal-requested = Discount requested
deck-renewal-options-next = Options worked out from { $day }
deck-renewal-request = Asks for { $share } ({ $day })
deck-renewal-table = Renewal options
deck-renewal-alt = Table of renewal options with price, margin, expected value and who approves
deck-renewal-offer = Option
deck-renewal-net-price = Annual price
deck-renewal-margin = Forward margin
deck-renewal-expected = Expected NPV
deck-renewal-change = Vs renewing unchanged
deck-renewal-needed = Probability / break‑even
deck-renewal-approver = Approves
deck-renewal-never = never
deck-renewal-at-seats = { "" } (for today’s seats)
deck-renewal-note-npv = Expected NPV: today’s worth, at { $rate } a year, of { $years } years of price less avoidable cost, times the probability; beyond the term, times { $later } for each further year.
deck-renewal-note = As in the renewal workbook. Break-even: worth as much as renewing unchanged, over the same years.
deck-renewal-note-limit = As in the renewal workbook. Break-even: worth as much as renewing unchanged. Walk-away price: { $price } a year, not an offer.
deck-renewal-move-answer = { $owner }, by { $day }: answer with “{ $offer }”; approves: { $approver }.
deck-renewal-move-propose = { $owner }, by { $day }: propose “{ $offer }”; approves: { $approver }.
deck-renewal-move-held = Nothing was requested, so “{ $offer }” ({ $gain } in expected NPV) is held back until the client asks.
deck-renewal-move-worth = Nobody asked for a discount: it is offered because “{ $offer }” is worth { $gain } in expected NPV at the probability recorded.
deck-renewal-move-seats = The options count on today’s seats, of which { $share } are in use: agree first how many the client keeps.
deck-renewal-running = Subscriptions on { $day }
deck-renewal-following = New contract
deck-renewal-no-following = None on record
deck-renewal-next = Next renewal: { $day }
deck-renewal-notice-within = { "" } (notice: { $day })
deck-renewal-term-at = { $offer } at a discount of { $share }
deck-renewal-term-alone = { $offer } without a discount
deck-renewal-no-options = Without a price or twelve months of costs there are no options; the renewal workbook says what is missing and where to type it.
deck-renewal-offering = offer { $offer }
deck-renewal-offering-both = offer a discount of { $share } for a { $years }‑year term
deck-renewal-offering-discount = offer a discount of { $share }
deck-renewal-offering-term = offer a { $years }‑year term without a discount
deck-renewal-opens-with = { $offer } (to open with; nothing was requested)
deck-renewal-barred = { $offer } (not proposed: { $why })
deck-renewal-bar-margin = margin below the floor
deck-renewal-bar-term = longer than we offer
deck-renewal-bar-term-for-nothing = too little in return for the term
deck-renewal-bar-services = exceeds our service allowance
deck-renewal-bar-payment = paid later than today
deck-renewal-bar-payment-for-nothing = little in return for earlier payment
deck-renewal-at-price = { $offer }, at { $price } a year
deck-renewal-ours = { $offer }: { $what }
deck-renewal-ours-discount = { $share } discount
deck-renewal-ours-uplift = { $share } uplift
deck-renewal-ours-years =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
deck-renewal-offer-as-is = renew unchanged
deck-renewal-offer-as-requested = accept the request
deck-renewal-offer-added-value = added value
deck-renewal-offer-short-term = { $years }‑year term
deck-renewal-offer-long-term = { $years }‑year term
deck-renewal-offer-exclusivity = exclusivity
deck-renewal-offer-counter = our offer
deck-renewal-offer-fallback = fallback
deck-renewal-approver-joined = { $approver } + { $finance }

deck-approvers-account-manager = Account manager
deck-approvers-team-lead = Team lead
deck-approvers-director = Director
deck-approvers-revenue-officer = Chief revenue officer
deck-approvers-finance = Finance
deck-approvers-finance-and-ceo = Finance and CEO

deck-cadence-heading = Meetings held by quarter
deck-cadence-chart-alt = Columns with each quarter’s meetings and a line with those planned
deck-cadence-plan = Planned per quarter: { $n }
deck-cadence-people = People
deck-cadence-people-alt = Table of contacts, their role and whether they are still active
deck-cadence-person = Person
deck-cadence-role = Role
deck-cadence-company = Company
deck-cadence-there = Active
deck-cadence-gone = Has left
deck-cadence-successor =
    { $n ->
        [one] Ask for an introduction to the successor of { $who }.
       *[other] Ask for introductions to the successors of those who left: { $who }.
    }
deck-cadence-calendar =
    { $n ->
        [one] Agree on a date with the client for { $n } meeting a quarter; there was none in any of the last four.
       *[other] Agree on dates with the client for { $n } meetings a quarter, not reached in any of the last four.
    }
deck-cadence-owned = { $owner }, by { $day }:
deck-cadence-nobody = No contacts on record.

deck-potential-products = Products of its segment not bought
deck-potential-table = Open deals
deck-potential-alt = Table of open deals with amount, probability and expected close
deck-potential-deal = Deal
deck-potential-kind = Type
deck-potential-amount = Amount
deck-potential-probability = Probability
deck-potential-close = Expected close
deck-potential-stage = Stage
deck-potential-product = Product
deck-potential-opened = Entered
deck-potential-late = { $day } · overdue: update or close
deck-potential-won = won { $day }
deck-potential-lost = lost { $day }
deck-potential-kind-new = New
deck-potential-kind-renewal = Renewal
deck-potential-kind-extension = Expansion
deck-potential-expected-profit = Forecast for the next twelve months
deck-potential-under-a-year = A client for less than a year, or back for less than one
deck-potential-lifetime-value = Forecast, based on clients in its segment
deck-potential-next-step =
    { $n ->
        [one] { $owner }, by { $day }: agree with the client on the next step for “{ $name }”, and who decides.
       *[other] { $owner }, by { $day }: agree with the client on the next step for each open deal, starting with “{ $name }”.
    }
deck-potential-former-step =
    { $n ->
        [one] { $owner }, by { $day }: when asking why they left, find out whether “{ $name }” is still of interest; if not, close it as lost.
       *[other] { $owner }, by { $day }: when asking why they left, find out which deals are still of interest, starting with “{ $name }”; close the others as lost.
    }
deck-potential-has-all = No gap against similar clients
deck-potential-lacking-none =
    { $n ->
        [one] Similar clients do not have it either
       *[other] Similar clients do not have them either
    }
deck-potential-lacking =
    { $n ->
       *[other] Per year; similar clients already have { $n } of the { $all }
    }
deck-potential-lacking-all =
    { $n ->
        [one] Per year; similar clients already have it
       *[other] Per year; similar clients already have all { $n }
    }

deck-asks-table = Blocked tasks
deck-asks-alt = Table of the tasks waiting for other teams
deck-asks-team = Team
deck-asks-task = Task

deck-signals-left =
    { $n ->
        [one] { $n } contact has left
       *[other] { $n } contacts have left
    }
deck-signals-at-seats = Go into the renewal with your own proposal for the seats in use: “{ $offer }” counts on all of today’s.
deck-signals-complaint = Complaint: “{ $text }”
deck-signals-quoted = “{ $text }”
deck-signals-more =
    { $n ->
        [one] and { $n } more piece of evidence
       *[other] and { $n } more pieces of evidence
    }
deck-signals-mostly = Mostly “{ $team }” ({ $signed })
deck-signals-lacking = Not bought yet: { $product }
deck-signals-from-to = { $name } from { $before } ({ $period }) to { $now }
deck-signals-rated = { $n } of { $all } ratings are positive
deck-signals-goals = Client goals
deck-signals-lost =
    { $n ->
        [one] Deal lost
       *[other] Deals lost
    }
deck-signals-lost-told =
    { $n ->
        [one] deal lost: { $name }
       *[other] { $n } deals lost, the largest { $name }
    }
deck-signals-lost-deal = { $name } ({ $amount })
deck-signals-lost-why = no reason or competitor recorded with the deal
deck-signals-lost-step =
    { $n ->
        [one] Ask the client why they said no and whom they chose, note it in the CRM and decide whether to offer it again.
       *[other] Ask the client why they said no and whom they chose, note it in the CRM and decide which to offer again.
    }
deck-signals-idle = Unused seats
deck-signals-idle-told =
    { $n ->
        [one] { $n } of { $all } seats unused
       *[other] { $n } of { $all } seats unused
    }
deck-signals-idle-cost = { $amount } a year, of { $fee } in recurring revenue
deck-signals-idle-step = Ask the client’s sponsor who they were meant for; train those people, or propose fewer seats before the client does.
deck-signals-margin-told = contribution margin down to { $now }
deck-signals-margin-step = Work out with Finance which cost takes more of the revenue, and what to change.
deck-signals-margin-step-sales = Work out with Finance why the cost of sales takes more of the revenue, and what to change.
deck-signals-margin-step-service = Work out with Finance why the cost to serve takes more of the revenue, and what to change.
deck-signals-overdue = Overdue balance
deck-signals-asked-told = the client asks for a discount of { $share }
deck-signals-overdue-doubted = up to { $amount } overdue, payments received to be checked
deck-signals-overdue-told = { $amount } overdue
deck-signals-overdue-of = { $amount } of { $balance } owed
deck-signals-disputed-told = { $amount } in dispute
deck-signals-table = Signals
deck-signals-alt = Table of the client’s signals, their evidence and the next steps
deck-signals-severity = Urgency
deck-signals-signal = Signal
deck-signals-steps = What to do
deck-signals-who = Owner and date
deck-signals-owned = { $owner }, { $day }
deck-signals-severity-alert = Now
deck-signals-severity-watch = This quarter
deck-signals-severity-chance = Opportunity

deck-notes-checklist = Go through every point before sending. Tell the client what was restated.
deck-notes-renewal-term = Within a term nobody is counted as leaving: so a lower margin for longer may be worth nearly as much.
deck-notes-renewal = The options rest on the same assumptions as the renewal workbook.
deck-notes-overview-score = NPS is the share of promoters (9–10) less that of detractors (0–6); a goal is met where its result reaches its target.
deck-notes-overview = Start with risk and money; the client’s deck is a file of its own.

deck-standing-meaning = The class says what to do: “Grow” is a strong score, a margin above the floor and revenue above last year’s; “Exit” loses money with a weak score; “Repair” loses money, or has a weak score, one that fell sharply or a component at a critical level; “Keep” is all else.
deck-standing-heading = Points by component, 0 to 100
deck-standing-chart-alt = Bars with the points of each component of the score, the weakest first
deck-standing-table = Components
deck-standing-alt = Table with the figure, weight and change of each component of the score
deck-standing-part = Component
deck-standing-points = Points
deck-standing-value = Value
deck-standing-weight = Weight
deck-standing-moved = Change, points
deck-standing-standing = Class
deck-standing-coverage = Coverage
deck-standing-of-weights = Share of the total weight with data
deck-standing-stable = , stable vs { $period }
deck-standing-up = , { $size } more than in { $period }
deck-standing-down = , { $size } fewer than in { $period }
deck-standing-losing = Losing points, though not down to “Repair” yet.
deck-standing-set-back = Score steady; to watch: { $what }
deck-standing-set-back-moved = Score of { $score }; to watch: { $what }
deck-standing-otherwise-made = , not comparable with { $period } ({ $parts } scored differently)
deck-standing-other-many = several components
deck-standing-other-parts = Not comparable with { $period }: { $parts } scored differently
deck-standing-few-cases = not scored: few cases
deck-standing-broken = { $part } at a critical level

deck-tracker-overview = Summary
deck-tracker-standing = Score
deck-tracker-signals = Signals
deck-tracker-margin = Margin
deck-tracker-recurring = Revenue
deck-tracker-receivables = Receivables
deck-tracker-renewal = Renewal
deck-tracker-cadence = People
deck-tracker-potential = Potential
deck-tracker-asks = Requests
deck-tracker-checklist = Sending

deck-overview-money = Money at stake
deck-overview-yearly = annual recurring revenue
deck-overview-margin = Contribution margin
deck-overview-overdue = Overdue
deck-overview-disputed = Disputed
deck-overview-idle = Unused seats, per year
deck-overview-risk = Risk
deck-overview-deck-open =
    { $n ->
        [one] { $n } point to check
       *[other] { $n } points to check
    }
deck-overview-unmet =
    { $n ->
        [one] { $n } of { $all } goals missed
       *[other] { $n } of { $all } goals missed
    }
deck-overview-asked = Asks for { $share } off
deck-overview-confirm = Get the client to confirm the renewal, as is or with changes.
deck-overview-disputed-lead = in dispute, of { $balance } owed
deck-overview-settle = Settle the disputed { $amount } with the client: what is owed, and when it will be paid.
deck-overview-recover =
    { $n ->
        [one] Agree with the client how to get the missed goal back on target.
       *[other] Agree with the client how to get the missed goals back on target.
    }
deck-overview-seats-cut = Ask why the seats were cut, and whether more cuts follow.
deck-overview-redate =
    { $n ->
        [one] Agree on a new date for the overdue commitment.
       *[other] Agree on new dates for the overdue commitments.
    }
deck-overview-coming = First contract
deck-overview-coming-why = No invoices or subscriptions before it
deck-overview-coming-ask = Prepare the start with the client: what is set up first, who does it, and by when.
deck-overview-begun-ask = Go through the start with the client; its first figures are in the next review.
deck-overview-no-risk = No signals
deck-overview-owing = overdue; the monthly fee is { $fee } before tax
deck-overview-owing-level = overdue: one monthly fee
deck-overview-collect = Agree on a payment date with their accounting team.
deck-overview-approve = Get approval to { $offer } ({ $approver }), then answer the client.
deck-overview-owing-alone = overdue, tax included
deck-overview-losing = Score down { $size }
deck-overview-unknown-ask = Record their subscriptions: without them nobody knows what is at stake.
deck-overview-prepare = Prepare what to say about what fell short.
deck-overview-repair = Agree on a recovery plan with the client, with an owner and a date.
deck-overview-chance = Opportunity
deck-overview-no-deck = none
deck-overview-ask = What to do
deck-overview-renewal = Renewal
deck-overview-decision = Client decides by
deck-overview-left = Contacts who left
deck-overview-renewed = Renewed
deck-overview-best = Best proposal
deck-overview-opening = Open with
deck-overview-deck = Client deck
deck-overview-deck-there = ready
deck-overview-findings = What the client will see in its deck
deck-overview-findings-more =
    { $n ->
        [one] and { $n } more point
       *[other] and { $n } more points
    }
deck-overview-nothing-found = Nothing off target in its deck.
deck-overview-lost = monthly fee until { $month }
deck-overview-lost-yearly = annual recurring revenue until { $month }
deck-overview-gone = Revenue lost
deck-overview-former-risk = No longer a client
deck-overview-former-why = No active subscriptions
deck-overview-left-over = Reason for leaving
deck-overview-left-asked = Discount requested on { $day }
deck-overview-left-reason = Reason given
deck-overview-left-rival = Competitor
deck-overview-unsaid = not recorded
deck-overview-former-owing = Collect what is owed and ask why they left.
deck-overview-former-ask = Ask why they left, and when it would be a good time to get back in touch.
deck-overview-no-deck-shown = Gets no deck: { $why }.
deck-overview-score = Score
deck-checklist-logo = Logo
deck-checklist-logo-missing = { $file } is not in the folder of logos: the cover goes without it.
deck-checklist-logo-format = { $file } is neither PNG nor JPEG: save it as one of them and generate again.
deck-checklist-logo-broken = { $file } is damaged and cannot be read: ask the client for another copy.
deck-checklist-logo-large = { $file } has too many pixels: reduce it to some 2,000 a side.
deck-checklist-logo-shape = { $file } is too small or too long for the cover.

deck-setbacks-seats = Seats cut from { $before } to { $now }{ $less }
deck-setbacks-seats-fee = { "" } (−{ $amount } a month)
deck-setbacks-use-on-year = Use { $share } on last year
deck-setbacks-opinion = NPS down three quarters in a row ({ $nps })
deck-setbacks-use = Use { $share } in the quarter
deck-setbacks-promises =
    { $n ->
        [one] { $n } commitment overdue
       *[other] { $n } commitments overdue
    }
