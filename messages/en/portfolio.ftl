# The portfolio workbook.

workbook-portfolio-titles-overview = Overview
workbook-portfolio-titles-calendar = Calendar
workbook-portfolio-titles-renewals = Renewals
workbook-portfolio-titles-renewal-pivot = Pivot
workbook-portfolio-titles-decisions = Decisions
workbook-portfolio-titles-mrr = MRR bridge
workbook-portfolio-titles-ageing = Ageing
workbook-portfolio-titles-targets = Targets
workbook-portfolio-titles-managers = Managers
workbook-portfolio-titles-partners = Partners
workbook-portfolio-titles-reconciliation = Reconciliation
workbook-portfolio-titles-filtered = Filtered
workbook-portfolio-titles-loaded = Whereabouts
workbook-portfolio-titles-about = About

workbook-portfolio-no-manager = No manager
workbook-portfolio-line = { $company } · { $period }, valued on { $day } · totals in { $currency } · internal
workbook-portfolio-document = Renewal portfolio: { $company }, { $period }
workbook-portfolio-total = Total of what is known
workbook-portfolio-not-known = Rows where it is not known
workbook-portfolio-all = All clients

workbook-portfolio-basis-contract = contract
workbook-portfolio-basis-subscription = subscription
workbook-portfolio-basis-inferred = inferred

workbook-offer-short-as-is = As is
workbook-offer-short-as-requested = As requested
workbook-offer-short-added-value = Added value
workbook-offer-short-short-term = 2 years
workbook-offer-short-long-term = Longer term
workbook-offer-short-exclusivity = Exclusivity
workbook-offer-short-walk-away = Walk-away
workbook-offer-short-counter = Our offer

workbook-overview-title = Portfolio of renewals
workbook-overview-headline =
    { $n ->
        [one] One client is up for renewal
       *[other] { $n } clients are up for renewal
    }
workbook-overview-asked =
    { $n ->
        [0] ; none asks for a discount
        [one] ; one asks for a discount
       *[other] ; { $n } ask for a discount
    }
workbook-overview-below =
    { $n ->
        [0] , and none would fall below the margin floor
        [one] , and one of these would fall below the margin floor
       *[other] , and { $n } of these would fall below the margin floor
    }
workbook-overview-below-alone =
    { $n ->
        [0] { "" } and would stay above the margin floor
       *[other] { "" } and would fall below the margin floor
    }
workbook-overview-headline-none = No client comes up for renewal within { $days } days
workbook-overview-fine = Every row and every cent of the exports is accounted for, by currency.
workbook-overview-failed = This workbook does not tie: see the checks below and the Reconciliation sheet before using any figure.
workbook-overview-price = Up for renewal a year, { $currency }
workbook-overview-price-note = net price, at the month-end rate.
workbook-overview-exposure = Requested discounts a year, { $currency }
workbook-overview-exposure-note = given away if all were granted.
workbook-overview-risk = Margin at risk a year, { $currency }
workbook-overview-risk-note = contribution times the chance of losing it.
workbook-overview-overdue = Overdue share of open balances
workbook-overview-overdue-note = all clients, at the valuation date.
workbook-overview-left-out = Not known for { $count }.
workbook-overview-checks = Checks
workbook-overview-check-reconciliation = Exports, loaded rows and reports tie by currency
workbook-overview-check-mrr = MRR bridges close to the minor unit
workbook-overview-check-ageing = Ages add up to the open balance
workbook-overview-requests = Requested discounts, largest first
workbook-overview-no-requests = Nobody has asked for a discount.

workbook-calendar-title = Calendar: renewals by month, manager, segment and class
workbook-calendar-note = Counted by formulas from the Renewals sheet. Sums hold what is known.
workbook-calendar-month = Month
workbook-calendar-manager = Manager
workbook-calendar-count = Renewals
workbook-calendar-price = Price a year, { $currency }
workbook-calendar-exposure = Requested discounts, { $currency }
workbook-calendar-segment = Segment
workbook-calendar-relationship = Class
workbook-calendar-forecast = Renewal forecast, { $currency }
workbook-calendar-chart-forecast = Forecast of renewals by month, { $currency } a year
workbook-calendar-chart-month = Forecast and margin at risk by month, { $currency } a year
workbook-calendar-chart-manager = Forecast and margin at risk by manager, { $currency } a year
workbook-calendar-chart-segment = Forecast and margin at risk by segment, { $currency } a year
workbook-calendar-chart-relationship = Forecast and margin at risk by class, { $currency } a year
workbook-calendar-drawn-forecast = Renewal forecast
workbook-calendar-drawn-risk = Margin at risk
workbook-calendar-risk = Margin at risk, { $currency }
workbook-calendar-crossed = Price up for renewal by month and manager, { $currency } a year
workbook-calendar-chart-risk = Margin at risk by month, { $currency } a year

workbook-renewal-pivot-title = Pivot: price up for renewal by manager and month
workbook-renewal-pivot-note = The pivot refreshes when Excel opens the file; it can be filtered by segment. Amounts a year.
workbook-decisions-title = Decisions: what was decided, and what became of earlier requests
workbook-decisions-note = As recorded in the clients' workbooks or signed in the portal.
workbook-decisions-none = No decision is recorded for a renewal of the window.
workbook-decisions-client = Client
workbook-decisions-manager = Manager
workbook-decisions-date = Renewal
workbook-decisions-discount = Discount asked
workbook-decisions-decided = Decided
workbook-decisions-state = State
workbook-decisions-decided-by = By
workbook-decisions-conditions = Conditions
workbook-decisions-state-recorded = recorded
workbook-decisions-state-pending = to be signed
workbook-decisions-state-approved = approved
workbook-decisions-state-refused = refused
workbook-decisions-precedents = Renewals with a request that are decided, by segment
workbook-decisions-no-precedents = No request at renewal is decided yet.
workbook-decisions-segment = Segment
workbook-decisions-count = Decided requests
workbook-decisions-renewed = Renewed
workbook-decisions-median-asked = Asked, median
workbook-decisions-median-granted = Granted, median
workbook-decisions-median-margin = Margin after, median
workbook-decisions-note-few = Shares and medians from { $count } decided requests on.
workbook-decisions-no-segment = Without segment
workbook-decisions-segment-personal = Personal
workbook-decisions-segment-business = Business
workbook-decisions-segment-corporate = Corporate

workbook-renewals-title = Renewals: every client in the window
workbook-renewals-note = Each line repeats the client's own workbook. Yearly amounts; totals at the month-end rate of the valuation date.
workbook-renewals-none = No client comes up for renewal in the window.
workbook-renewals-client = Client
workbook-renewals-manager = Manager
workbook-renewals-month = Month
workbook-renewals-date = Renewal
workbook-renewals-segment = Segment
workbook-renewals-basis = Rests on
workbook-renewals-currency = Currency
workbook-renewals-own-price = Price, own currency
workbook-renewals-discount = Discount asked
workbook-renewals-rate = Rate to { $currency }
workbook-renewals-price = Price, { $currency }
workbook-renewals-exposure = Exposure, { $currency }
workbook-renewals-margin = Margin as is
workbook-renewals-margin-requested = Margin if granted
workbook-renewals-own-contribution = Contribution, own currency
workbook-renewals-probability = Renewal probability
workbook-renewals-forecast = Renewal forecast, { $currency }
workbook-renewals-own-forecast = Renewal forecast, own currency
workbook-renewals-relationship = Class
workbook-renewals-class-grow = Grow
workbook-renewals-class-keep = Keep
workbook-renewals-class-repair = Repair
workbook-renewals-class-exit = Exit
workbook-renewals-risk = Margin at risk, { $currency }
workbook-renewals-approver = Approver of the request
workbook-renewals-best = Best offer
workbook-renewals-settled = Signed

workbook-mrr-title = MRR bridge: from the start of the period to its end
workbook-mrr-note = The first line is the portfolio in the reporting currency; each client stands in its own currency.
workbook-mrr-client = Client
workbook-mrr-currency = Currency
workbook-mrr-mrr-start = Start
workbook-mrr-mrr-new = New
workbook-mrr-mrr-expansion = Expansion
workbook-mrr-mrr-reactivation = Reactivation
workbook-mrr-mrr-contraction = − Contraction
workbook-mrr-mrr-churn = − Churn
workbook-mrr-mrr-exchange = Exchange
workbook-mrr-mrr = End
workbook-mrr-difference = Difference, minor units

workbook-ageing-title = Ageing: open balances at the valuation date
workbook-ageing-note = Tax included, by days past the due date. Clients stand in their own currency.
workbook-ageing-client = Client
workbook-ageing-manager = Manager
workbook-ageing-currency = Currency
workbook-ageing-ageing-not-due = Not due
workbook-ageing-ageing-1-30 = 1–30 days
workbook-ageing-ageing-31-60 = 31–60 days
workbook-ageing-ageing-61-90 = 61–90 days
workbook-ageing-ageing-over-90 = Over 90 days
workbook-ageing-open-balance = Open balance
workbook-ageing-overdue = Overdue
workbook-ageing-share = Overdue share
workbook-ageing-difference = Difference, minor units

workbook-targets-title = Targets: aimed at and reached
workbook-targets-note = Reached figures are those of the KPI store, shown where they are in the target's own currency.
workbook-targets-entity-type = Whose
workbook-targets-entity = Name
workbook-targets-metric = Measure
workbook-targets-currency = Currency
workbook-targets-target = Target
workbook-targets-actual = Reached
workbook-targets-attainment = Attainment
workbook-targets-gap = Difference
workbook-targets-resources = Resources planned
workbook-targets-client = Client
workbook-targets-manager = Manager
workbook-targets-team = Team

workbook-managers-title = Managers: renewals, scorecards and goals
workbook-managers-note = Renewals are counted by formulas from the Renewals sheet; the rest is what the KPI store holds. For internal use.
workbook-managers-kept = Scorecards: clients kept, satisfaction and leads, { $period }
workbook-managers-won = Scorecards: new business, { $period }
workbook-managers-renewed = Scorecards: renewals, deals and revenue against target, { $period }
workbook-managers-aims = Scorecards: targets, { $period }
workbook-managers-smart = Scorecards: goals, { $period }
workbook-managers-named-manager = { $name }
workbook-managers-named-team = { $name } (team)
workbook-managers-manager = Manager
workbook-managers-clients = Clients
workbook-managers-renewals = Renewals
workbook-managers-price = Price a year, { $currency }
workbook-managers-exposure = Requested discounts, { $currency }
workbook-managers-risk = Margin at risk, { $currency }
workbook-managers-requests = Requests
workbook-managers-below-floor = Requests below the floor
workbook-managers-overdue = Clients overdue

workbook-managers-kept-name = Manager or team
workbook-managers-kept-retention = Clients kept, 12 months
workbook-managers-kept-net-retention = Net revenue retention, 12 months
workbook-managers-kept-growth = Revenue against a year before
workbook-managers-kept-nps = NPS
workbook-managers-kept-csat = Satisfied answers
workbook-managers-kept-leads = Leads old enough
workbook-managers-kept-converted = Converted
workbook-managers-kept-conversion = Lead conversion

workbook-managers-won-name = Manager or team
workbook-managers-won-new-clients = New clients
workbook-managers-won-won-back = Won back
workbook-managers-won-potential = Potential value, { $currency }
workbook-managers-won-margin = Contribution margin
workbook-managers-won-potential-contribution = Potential contribution, { $currency }
workbook-managers-won-expected-profit = Expected profit, { $currency }
workbook-managers-won-white-space = White space, { $currency }
workbook-managers-won-lifetime = Lifetime value, { $currency }

workbook-managers-renewed-name = Manager or team
workbook-managers-renewed-due = Renewals due
workbook-managers-renewed-undecided = Of them undecided
workbook-managers-renewed-rate = Renewal rate
workbook-managers-renewed-rate-amount = Renewal rate by amount
workbook-managers-renewed-win-rate = Win rate
workbook-managers-renewed-win-rate-amount = Win rate by amount
workbook-managers-renewed-won-of-created = Won of all begun
workbook-managers-renewed-attainment = Revenue against target

workbook-managers-aims-name = Manager or team
workbook-managers-aims-metric = Measure
workbook-managers-aims-target = Target
workbook-managers-aims-reached = Reached
workbook-managers-aims-attainment = Attainment
workbook-managers-aims-resources = Resources planned

workbook-managers-smart-name = Manager or team
workbook-managers-smart-goal = Goal
workbook-managers-smart-start = Start
workbook-managers-smart-target = Target
workbook-managers-smart-actual = Reached
workbook-managers-smart-progress = Progress
workbook-managers-smart-due = By

workbook-goal-unit-percent = %
workbook-goal-unit-hours = hours
workbook-goal-unit-days = days
workbook-goal-unit-money = money

workbook-partners-title = Business partners: purchases, service and class
workbook-partners-note = The class follows from the rules below the list, the first that holds. For internal use.
workbook-partners-name = Partner
workbook-partners-kind = Kind
workbook-partners-service = Service
workbook-partners-currency = Currency
workbook-partners-own-spend = Purchases, own currency
workbook-partners-rate = Rate to { $currency }
workbook-partners-spend = Purchases, { $currency }
workbook-partners-before = Quarter before
workbook-partners-target = Agreed
workbook-partners-reached = Reached
workbook-partners-gap = Against agreed
workbook-partners-incidents = Faults felt
workbook-partners-replaceable = Replaceable
workbook-partners-rule = Rule
workbook-partners-class = Class
workbook-partners-rules = Rules
workbook-partners-yes = Yes
workbook-partners-no = No

workbook-partner-kind-supplier = Supplier
workbook-partner-kind-reseller = Reseller
workbook-partner-kind-implementer = Implementer

workbook-partner-rule-missed-twice = Below for two quarters; replaceable
workbook-partner-rule-missed = Below what was agreed
workbook-partner-rule-steady-and-faultless = As agreed, not falling, no fault felt
workbook-partner-rule-met = As agreed

workbook-partner-class-grow = Grow
workbook-partner-class-keep = Keep
workbook-partner-class-repair = Repair
workbook-partner-class-exit = Exit

workbook-reconciliation-title = Reconciliation: export = loaded + quarantined + stopped + filtered
workbook-reconciliation-note = By table and currency, to the minor unit. A line that does not tie is red, and so is the banner of the first sheet.
workbook-reconciliation-table = Table
workbook-reconciliation-currency = Currency
workbook-reconciliation-read = Export
workbook-reconciliation-loaded = Loaded
workbook-reconciliation-quarantined = Quarantined
workbook-reconciliation-stopped = Stopped source
workbook-reconciliation-filtered = Filtered
workbook-reconciliation-filter = Filter
workbook-reconciliation-filtered-rows = Rows
workbook-reconciliation-filtered-money = Amount
workbook-reconciliation-unit = Unit
workbook-reconciliation-shown = Shown
workbook-reconciliation-held = Held back
workbook-reconciliation-outside = Out of scope
workbook-reconciliation-difference = Difference
workbook-reconciliation-state = Faults
workbook-reconciliation-counted = rows
workbook-reconciliation-nothing-filtered = Nothing was filtered.
workbook-reconciliation-faults = Lines that do not tie, here and on Whereabouts
workbook-reconciliation-unreadable = Rows without a currency hold no amount that could be read: they are counted, and listed on the validation page.
workbook-reconciliation-references = Tables without accounts, such as price lists and exchange rates, belong to no client and are not in this list.
workbook-reconciliation-held-names = Held back: { $names }.
workbook-reconciliation-earlier = From an earlier export, as the newest did not bring them: { $names }.

workbook-filtered-title = Filtered: what the mappings leave out
workbook-filtered-note = By table and currency, with the filter's name. It counts on the Reconciliation sheet.

workbook-loaded-title = Whereabouts: loaded = shown + held back + out of scope
workbook-loaded-note = By table and currency, to the minor unit. What became of every loaded row; the About sheet tells what each word means.

workbook-about-title = About this workbook
workbook-about-note = What it was made from, and what its words mean.
workbook-about-terms = Terms
workbook-about-exposure = Exposure
workbook-about-exposure-means = Requested discount times the current net price a year: what would be given away if the client stayed anyway.
workbook-about-risk = Margin at risk
workbook-about-risk-means = Contribution a year times the probability that the client does not renew at today's price. Not known where nobody has stated that probability.
workbook-about-price = Price
workbook-about-price-means = Current net price a year as on the client's own Assumptions sheet.
workbook-about-rate = Rate
workbook-about-rate-means = Finance's month-end rate at the valuation date.
workbook-about-shown = Shown
workbook-about-shown-means = Rows of clients that have at least one file of this period.
workbook-about-held = Held back
workbook-about-held-means = Rows of clients whose files a validation rule holds back.
workbook-about-outside = Out of scope
workbook-about-outside-means = Rows of accounts for which no file is made, such as clients without figures or a renewal ahead, and rows that belong to no account.

# On whom revenue hangs, and who holds work up.
workbook-portfolio-titles-concentration = Concentration
workbook-portfolio-titles-blocking = Blocking teams
workbook-concentration-title = Concentration of revenue
workbook-concentration-note = Recognized revenue of the period. Index: sum of squared shares, up to { $single } for a single client; from { $moderate } on moderate, over { $high } high.
workbook-concentration-kind = Grouped by
workbook-concentration-group = Group
workbook-concentration-largest = Largest client
workbook-concentration-ten = Ten largest clients
workbook-concentration-index = Herfindahl index
workbook-concentration-reading = Concentration
workbook-concentration-portfolio = Portfolio
workbook-concentration-segment = Segment
workbook-concentration-team = Team
workbook-concentration-manager = Manager
workbook-concentration-low = Low
workbook-concentration-moderate = Moderate
workbook-concentration-high = High
workbook-blocking-title = What each team holds up
workbook-blocking-note = Tasks of all clients that wait for a team at the period's end. Days late: from the due date to the period's last day.
workbook-blocking-team = Team
workbook-blocking-tasks = Tasks that wait
workbook-blocking-clients = Clients concerned
workbook-blocking-late = Of them past their date
workbook-blocking-median = Days late, median
workbook-blocking-longest = Days late, longest
workbook-blocking-client = Client
workbook-blocking-task = Task
workbook-blocking-project = Project
workbook-blocking-due = Due
workbook-blocking-days = Days late
