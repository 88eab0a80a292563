# What the KPI dictionary says around the definitions, and other words about figures.

dictionary-title = Key figures
dictionary-introduction = Every figure that decks, workbooks and `cartera kpis` may show, as it is computed. This page is made from the definitions in `transforms/kpis/`; how a figure is read where its definition leaves a choice stands in [decision 0001](decisions/0001-how-each-figure-is-read.md). En español: [kpis.es.md](kpis.es.md).
dictionary-figure = Figure
dictionary-id = Id
dictionary-unit = Unit
dictionary-roll-up = Of several clients
dictionary-periods = Periods
dictionary-better = Good news when
dictionary-audience = Shown to
dictionary-feeds = Needs
dictionary-no-feed = nothing
dictionary-authority = Source of the definition
dictionary-version = Version of the definition
dictionary-settings-title = What a company may set
dictionary-settings-introduction = Figures, scores, classes and signals follow these settings of `[policy]` in `cartera.toml`; a key with a dot stands in a part of its own, as `weak_points` in `[policy.relationship]`. The settings of renewals are printed in every renewal workbook.
dictionary-setting = Setting
dictionary-default = Default
dictionary-reasons-title = Why a figure may be missing
dictionary-reasons-introduction = What is not known is never shown as zero: a figure without a value says why. Files print “n/a” and the reason.
dictionary-reason = Reason
dictionary-meaning = Meaning
dictionary-caveats-title = What is said beside a figure
dictionary-caveats-introduction = Some figures hold with a caveat, which `cartera explain` prints.
dictionary-caveat = Caveat

unit-money = money
unit-ratio = ratio
unit-count = count
unit-days = days
unit-hours = hours
unit-months = months
unit-points = points

roll-up-sum = the sum of theirs
roll-up-ratio-of-sums = the sum of their numerators over the sum of their denominators
roll-up-ratio-of-all-sums = the sum of their numerators over the sum of their denominators, also of those who have no ratio of their own
roll-up-distribution = computed afresh from the rows of all of them
roll-up-none = not stated

grain-week = week
grain-month = month
grain-quarter = quarter
grain-year = year
grain-range = range of months

direction-up = it rises
direction-down = it falls
direction-neither = neither by itself

audience-client = clients and staff
audience-internal = staff only

missing-feed-missing = The company delivers no export that the figure needs.
missing-no-rows = The export is there and has nothing of this client that counts for the figure.
missing-rows-kept-out = The figure rests on rows that were kept out, the client's or ones whose client cannot be read, and none is left of the time it is of: what they say is unknown, not zero.
missing-new-account = The client was not one yet in the period compared with.
missing-no-opening-revenue = There was no revenue to compare with.
missing-no-revenue = There was no revenue to take a share of.
missing-no-subscriptions = The client never had a paying subscription.
missing-cost-missing = A month with revenue has no cost; unknown is not free.
missing-rate-missing = An exchange rate that the figure needs is not known.
missing-no-billings = Nothing was billed in the last twelve months.
missing-balance-exceeds-billings = More is owed than was billed in two years.
missing-payment-unknown = The export does not say which invoices are paid.
missing-dispute-unknown = The export does not say which open invoices are contested.
missing-no-answers = Nobody answered.
missing-too-few-answers = Too few people answered for a score; the counts are shown.
missing-no-replies = No ticket filed in the period was answered yet.
missing-no-complaints = The client filed no complaint in the period.
missing-none-solved = No critical incident was solved in the period.
missing-solution-undated = Tickets were solved of which the export does not say when.
missing-no-usage = There was no use to compare with.
missing-older-client = The client is older than a year: the figure is of new ones.
missing-no-value-yet = Not as many of its people use the product yet as count as first value.
missing-too-short-history = The client's history does not reach back far enough.
missing-no-deals = No deal of the kind to compute it from.
missing-amount-missing = A deal (of a group: every one that was won, or lost, or is open) says no amount, or while it is open no probability; a sum without it would pass for all.
missing-discount-unknown = The price or a discount of a subscription is not said, or cannot be read; a sum without it would pass for all.
missing-terms-unknown = What the deals that were open then were worth on that day is not known: the first export that shows one calls it closed, or is of much later.
missing-low-coverage = Too few of the parts that make it up are known.
missing-gaps-in-history = Weeks that the figure is compared with were not measured.
missing-nothing-due = Nothing of the kind was due in the period.
missing-none-late = All that was due in the period was done by its day.
missing-no-meetings = No meeting with the client was ever held.
missing-no-seats = The number of seats paid for is not known, or zero.
missing-not-active-at-start = The client was not active when the window began.
missing-not-active = The client is no longer active at the period's end.
missing-no-renewals = No renewal that fell due in the period is decided.
missing-none-open = Nothing of the kind stood open at the period's end.
missing-no-plan = Nothing was planned for it.
missing-no-leads = No lead is old enough to be judged.
missing-no-target = No target was set for the period in the currency of the figure.
missing-no-segment = The client's account does not say what segment it is of.
missing-too-few-clients = Too few clients are like this one to be a measure for it.
missing-no-worth = No goal of the quarter has a worth of this kind that the client confirmed.
missing-no-category = The client's records do not say what kind they are of.
missing-no-list-price = The price list names no price for what the client pays, in its currency.
missing-period-not-over = A part of a period is not set beside a whole one.

caveat-as-exported = The export gives durations, not times: they are used as they are.
caveat-inferred = It rests on what no export states: a yearly anniversary, a day that only two deliveries tell, or an amount from before the first one.
caveat-rate-missing = Clients without an exchange rate are excluded.
caveat-away-and-back = A client's recurring revenue stopped in the window and came back: retention counts it as kept.
caveat-contracted = Clients younger than a year are in it with what their next twelve contracted months may leave.
caveat-few-join = More than half of the rows of a table that it is taken from join no account: it is of the others alone, and too low for clients whose rows are among them.
caveat-payments-kept-out = Payments received of the time since the oldest open invoice could not be read, the client’s or ones whose client cannot be read: what is still open may be less.
caveat-period-not-over = The data end before the period does.

# Sources of definitions without a proper name.
authority-product-analytics-practice = product analytics practice
authority-account-management-practice = account management practice
authority-project-management-practice = project management practice
authority-finance-practice = finance practice
authority-sales-practice = sales practice
