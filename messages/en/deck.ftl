# The client's deck. Titles: metric, direction, size, comparator; never a cause.

deck-absent = n/a
deck-sheet = Data
deck-title = Quarterly review { $period } · { $client }
deck-subject = Edition { $edition }

deck-cover-usual = Quarterly business review · { $period }
deck-cover-onboarding = Onboarding review · { $period }
deck-cover-former = Former client · { $period }
deck-cover-first-month = First review · { $period }
deck-cover-returning = Review since your return · { $period }
deck-cover-currencies = Group business review · { $period }
deck-cover-prepaid = Annual subscription review · { $period }
deck-cover-single = { $product } review · { $period }
deck-cover-days = { $start } to { $end }
deck-cover-manager = Your contact at { $company }: { $name }
deck-cover-manager-ours = Account manager: { $name }
deck-cover-review = Account review · { $period }
deck-cover-agenda = What we will cover

# Each story: its heading over the figures, the line it opens with, and the question of its first page.
deck-stories-first-month-glance = Your first month at a glance
deck-stories-first-month-opening = We have worked together for a month: today we agree on what has to work within the next three months.
deck-stories-first-month-question = What has to work within the next three months?
deck-stories-onboarding-glance = The rollout at a glance
deck-stories-onboarding-opening = We are still rolling out: first what is left to deliver, then who already uses it.
deck-stories-onboarding-question = Which rollout date cannot move?
deck-stories-returning-glance = Since you came back in { $month }
deck-stories-returning-opening = Thank you for coming back in { $month }: let us see whether it works for you now, and what is left of what we agreed.
deck-stories-returning-question = What has changed for you since you came back?
deck-stories-currencies-glance = The group at a glance (amounts in { $currency } at each month’s average rate)
deck-stories-currencies-glance-bare = The group at a glance
deck-stories-currencies-opening = Today we look at all the group’s companies together; amounts are in { $currency }.
deck-stories-currencies-question = Do you expect changes of scope in any of your companies?
deck-stories-prepaid-glance = Your prepaid year: the quarter at a glance
deck-stories-prepaid-opening = The year is paid for: today we look at what it has brought you so far.
deck-stories-prepaid-question = Which result matters most to you for the rest of your subscription year?
deck-stories-single-glance = { $product } at a glance
deck-stories-single-opening = You work with us on { $product }: let us see how you use it and what is missing.
deck-stories-single-question = What do you still do with other tools?

# Industries as the CRM names them; others are shown as typed.
deck-sectors-logistics = Logistics
deck-sectors-transportation = Transport
deck-sectors-wholesale = Wholesale
deck-sectors-manufacturing = Manufacturing
deck-sectors-textiles = Textiles
deck-sectors-paper-packaging = Paper & Packaging
deck-sectors-furniture = Furniture
deck-sectors-robotics = Robotics
deck-sectors-food-beverage = Food & Beverage
deck-sectors-wine-spirits = Wine & Spirits
deck-sectors-agriculture = Agriculture
deck-sectors-healthcare = Healthcare
deck-sectors-retail = Retail
deck-sectors-insurance = Insurance
deck-sectors-consulting = Consulting
deck-sectors-publishing = Publishing
deck-sectors-conglomerate = Conglomerate
deck-sectors-construction = Construction
deck-sectors-hospitality = Hospitality
deck-sectors-energy = Energy
deck-sectors-banking = Banking
deck-sectors-finance = Finance
deck-sectors-education = Education
deck-sectors-technology = Technology
deck-sectors-telecommunications = Telecommunications
deck-sectors-government = Government
deck-sectors-media = Media
deck-sectors-utilities = Utilities
deck-sectors-engineering = Engineering
deck-sectors-biotechnology = Biotechnology
deck-sectors-chemicals = Chemicals
deck-sectors-electronics = Electronics
deck-sectors-entertainment = Entertainment
deck-sectors-recreation = Recreation
deck-sectors-shipping = Shipping
deck-sectors-apparel = Apparel
deck-sectors-machinery = Machinery
deck-sectors-environmental = Environmental
deck-sectors-not-for-profit = Not-for-profit

deck-confidentiality = Confidential
deck-footer-source = Source: { $systems }
deck-footer-few-join = based on part of the records
deck-footer-data-date = Data as of { $day }

deck-units-hours = { $n } h
deck-units-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
deck-units-months =
    { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
deck-units-points =
    { $n ->
        [one] { $n } pt
       *[other] { $n } pts
    }

deck-delta-up = ▲{ "\u00A0" }{ $size } vs { $period }
deck-delta-down = ▼{ "\u00A0" }{ $size } vs { $period }
deck-delta-flat = Stable vs { $period }
deck-delta-stable-against = Stable { $comparator }
deck-delta-inconclusive = Not clearly different from { $period }
deck-delta-same = Unchanged from { $period }
deck-delta-no-better = No better than { $period }
deck-delta-sliding = Third fall in a row
deck-delta-few-answers = Too small a sample
deck-delta-was = { $before } in { $period }
deck-delta-none = No prior figure
deck-delta-none-no-answers = { $period }: no answers
deck-delta-none-too-few-answers = { $period }: too few answers
deck-delta-none-no-replies = { $period }: no ticket answered
deck-delta-none-none-solved = { $period }: none solved
deck-delta-none-no-critical = { $period }: no critical incidents
deck-delta-none-nothing-due = { $period }: nothing due
deck-delta-none-none-late = { $period }: nothing late

deck-short-critical-resolution-median = Critical solved, median
deck-short-delivery-days-overdue-median = Delay, median
deck-short-nps = NPS
deck-short-csat = CSAT
deck-short-usage-change-year = Usage vs last year
deck-short-usage-change = Usage, last 4 weeks
deck-short-first-response-median = First response

# What a client reads instead of the figure's own name.
deck-names-mrr = Monthly fee

# A figure's meaning to a client, where the dictionary tells others more.
deck-definitions-usage-change = Average daily use in the last four full weeks against the twelve weeks before them. Weeks run from { $first } to { $last }. Compare it with the same weeks a year earlier, because holidays also lower usage.
deck-definitions-usage-change-year = Average daily use in the last four full weeks against the same weeks a year earlier (364 days back, so that weekdays match).
deck-definitions-value-hours = Hours that your goals saved in the quarter, as your team confirmed. Unconfirmed value is excluded.
deck-definitions-value-money = Financial gain from your goals in the quarter, as your team confirmed, at the quarter-end exchange rate. Unconfirmed value is excluded.
deck-definitions-teams-active = Your teams with use in the last 28 days of the quarter, out of all teams in the usage data by then.
deck-definitions-modules-active = Modules that your teams used in the last 28 days of the quarter, out of all modules in your usage data by then.
deck-definitions-peers = Share of the other clients in your segment that you are ahead of in each measure; ties count as half. Rounded to the nearest 10%; at least five clients, never named.

deck-missing-feed-missing = Data not received
deck-missing-no-rows = No records in the period
deck-missing-rows-kept-out = Records received could not be used
deck-missing-new-account = New client, no history to compare
deck-missing-no-opening-revenue = No prior amount to compare
deck-missing-no-revenue = No revenue in the period
deck-missing-no-subscriptions = No subscriptions
deck-missing-cost-missing = Incomplete data
deck-missing-rate-missing = An exchange rate is missing
deck-missing-no-billings = No invoices
deck-missing-balance-exceeds-billings = Cannot be computed
deck-missing-payment-unknown = Payments not in the export
deck-missing-dispute-unknown = Disputes not in the export
deck-missing-no-answers = No answers in the period
deck-missing-too-few-answers = Too few answers
deck-missing-no-replies = No ticket was answered in the period
deck-missing-no-complaints = No complaints in the period
deck-missing-none-solved = None solved in the period
deck-missing-solution-undated = Solution dates not in the export
deck-missing-no-critical = No critical incidents in the period
deck-missing-no-usage = No usage recorded
deck-missing-older-client = Client for more than a year
deck-missing-no-value-yet = First value not reached yet
deck-missing-too-short-history = History too short
deck-missing-gaps-in-history = Some earlier weeks are missing
deck-missing-before-return = No use in the weeks before your return
deck-missing-no-deals = No deals on record
deck-missing-amount-missing = A deal has no amount
deck-missing-discount-unknown = A price or discount is missing
deck-missing-terms-unknown = Not known on that day
deck-missing-low-coverage = Too little data
deck-missing-nothing-due = Nothing due in the period
deck-missing-none-late = Nothing was late
deck-missing-no-meetings = No meetings recorded
deck-missing-no-seats = Paid seats not recorded
deck-missing-not-active-at-start = Not active at the start
deck-missing-not-active = No longer active
deck-missing-no-renewals = No renewal decided
deck-missing-none-open = None open
deck-missing-no-plan = Nothing planned
deck-missing-no-leads = No leads to assess
deck-missing-no-target = No target set
deck-missing-no-segment = No segment
deck-missing-too-few-clients = Too few comparable clients
deck-missing-no-worth = No confirmed value
deck-missing-no-category = Type not recorded
deck-missing-no-list-price = No list price
deck-missing-period-not-over = The period is not over

deck-reasons-no-commitments = no commitments for the quarter
deck-reasons-no-goals = no goals recorded
deck-reasons-twelve-pages = left out to stay within twelve pages
deck-reasons-told-with-goals = one goal with a confirmed value, shown with the goals
deck-reasons-told-with-service = ratings of one quarter alone, shown with the service
deck-reasons-nothing-invoiced = nothing invoiced in twelve months
deck-reasons-nothing-to-recommend = no rule asks for an action
deck-reasons-nothing-concluded = nothing concluded to sum up
deck-reasons-not-a-quarter = decks are made for quarters
deck-reasons-quarter-not-over = the quarter was not over when the data ended
deck-reasons-inactive = not a client at the end of the quarter
deck-reasons-too-few-slides = fewer than four slides of content

deck-kickers-cover = Cover
deck-kickers-summary = Executive summary
deck-kickers-commitments = Commitments this quarter
deck-kickers-goals = Your goals
deck-kickers-value = Value delivered
deck-kickers-usage = Usage and adoption
deck-kickers-service = Service
deck-kickers-breakdown = By team, module and cause
deck-kickers-satisfaction = Satisfaction
deck-kickers-delivery = Projects
deck-kickers-peers = Against comparable clients
deck-kickers-investment = Investment
deck-kickers-appendix = Appendix
deck-kickers-decisions = Decisions and roadmap

deck-columns-product = Product
deck-columns-commitment = Commitment
deck-columns-owner = Owner
deck-columns-due = Date
deck-columns-goal = Goal
deck-columns-target = Target
deck-columns-actual = Result
deck-columns-theme = Theme (all surveys)
deck-columns-answers = Answers
deck-columns-positive = Positive
deck-columns-task = Task
deck-columns-project = Project
deck-columns-completed = Delivered
deck-columns-cause = Why, and what will change
deck-columns-change = What will change
deck-columns-account = Billing account
deck-columns-invoiced = Invoiced { $period }
deck-columns-converted = In { $currency }
deck-columns-figure = Figure
deck-columns-definition = Definition
deck-columns-data = Data
deck-columns-system = Source system
deck-columns-subscription = Subscription
deck-columns-seats = Seats
deck-columns-units = Units
deck-columns-fee = Monthly fee
deck-columns-since = Since
deck-columns-ends = Until
deck-columns-evidence = Evidence
deck-columns-state = Status

deck-states-done = Closed
deck-states-open = Open
deck-states-moved = Postponed
deck-states-dropped = Withdrawn

deck-titles-cover = { $client }
deck-titles-appendix = Definitions, sources and exclusions
deck-titles-commitments-good =
    { $n ->
        [one] The quarter’s commitment is closed
        [2] Both commitments for the quarter are closed
       *[other] All { $all } commitments for the quarter are closed
    }
deck-titles-commitments-flat =
    { $n ->
        [one] { $done } of { $all } commitments is closed{ $others }{ $left }
       *[other] { $done } of { $all } commitments are closed{ $others }{ $left }
    }
deck-titles-commitments-bad =
    { $n ->
        [one] Only { $done } of { $all } commitments is closed{ $others }{ $left }
       *[other] Only { $done } of { $all } commitments are closed{ $others }{ $left }
    }
deck-titles-commitments-others = { " " }({ $states })
deck-titles-commitments-none =
    { $n ->
        [one] The quarter’s commitment is still open{ $left }
       *[other] None of the commitments is closed: { $states }{ $left }
    }
deck-titles-commitments-moved =
    { $n ->
        [one] The quarter’s commitment was postponed{ $left }
        [2] Both commitments for the quarter were postponed
       *[other] All { $n } commitments for the quarter were postponed
    }
deck-titles-commitments-left-open =
    { $n ->
        [one] ; still to do: “{ $first }”
       *[other] ; the longest overdue is “{ $first }”
    }
deck-titles-commitments-left-alone = : “{ $first }”
deck-titles-commitments-left-moved =
    { $n ->
        [one] ; still to do: “{ $first }”
       *[other] ; the longest overdue is “{ $first }”
    }
deck-titles-commitments-all-withdrawn =
    { $n ->
        [one] The quarter’s commitment was withdrawn
        [2] Both commitments for the quarter were withdrawn
       *[other] All { $dropped } commitments for the quarter were withdrawn
    }
deck-titles-commitments-missing = Commitments for the quarter: not enough data
deck-titles-goals-good =
    { $n ->
        [one] Goal met: “{ $goal }”, { $actual } (target:{ "\u00A0" }{ $target }){ $unmeasured }
        [2] Both measured goals met, led by “{ $goal }” ({ $actual }, target{ "\u00A0" }{ $target }){ $unmeasured }
       *[other] All { $all } measured goals met, led by “{ $goal }” ({ $actual }, target{ "\u00A0" }{ $target }){ $unmeasured }
    }
deck-titles-goals-good-even =
    { $n ->
        [2] Both measured goals met{ $unmeasured }
       *[other] All { $all } measured goals met{ $unmeasured }
    }
deck-titles-goals-flat =
    { $n ->
       *[other] { $met } of { $all } measured goals met{ $unmeasured }; { $misses }
    }
deck-titles-goals-bad =
    { $n ->
       *[other] Only { $met } of { $all } measured goals met{ $unmeasured }; { $misses }
    }
deck-titles-goals-misses =
    { $n ->
        [one] “{ $goal }” misses its target ({ $actual }, target{ "\u00A0" }{ $target })
       *[other] “{ $goal }” is furthest from its target ({ $actual }, target{ "\u00A0" }{ $target })
    }
deck-titles-goals-misses-tied = “{ $goal }” is at { $actual } (target{ "\u00A0" }{ $target })
deck-titles-goals-none =
    { $n ->
        [one] “{ $goal }” misses its target: { $actual } (target{ "\u00A0" }{ $target }){ $unmeasured }
       *[other] None of the { $all } measured goals is met{ $unmeasured }; { $misses }
    }
deck-titles-goals-early =
    { $n ->
        [one] { $met } of { $all } measured goals is already met{ $unmeasured }; { $misses }
       *[other] { $met } of { $all } measured goals are already met{ $unmeasured }; { $misses }
    }
deck-titles-goals-early-none =
    { $n ->
        [one] “{ $goal }” has not reached its target yet: { $actual } (target{ "\u00A0" }{ $target }){ $unmeasured }
       *[other] The { $all } measured goals have not reached their targets yet{ $unmeasured }; { $misses }
    }
deck-titles-goals-missing = Your goals: no measurements yet
deck-titles-goals-unmeasured =
    { $n ->
        [one] , and { $n } more has no result
       *[other] , and { $n } more have no result
    }
deck-titles-usage-good = Usage is up { $size } from the prior { $weeks } weeks{ $year }
deck-titles-usage-flat = Usage is steady: { $signed } from the prior { $weeks } weeks{ $year }
deck-titles-usage-bad = Usage is down { $size } from the prior { $weeks } weeks{ $year }
deck-titles-usage-worse-flat = Usage is level with the prior { $weeks } weeks and { $fall } below last year{ $cut }
deck-titles-usage-worse-up = Usage is up { $size } from the prior { $weeks } weeks but still { $fall } below last year{ $cut }
deck-titles-usage-seasonal = Usage is down { $size } from the prior { $weeks } weeks{ $season }
deck-titles-usage-fewer-seats = Usage is down { $size } from the prior { $weeks } weeks, with fewer seats ({ $seats }, from { $seats_before })
deck-titles-usage-fewer-seats-year = Usage is level with the prior { $weeks } weeks; it is { $fall } below last year, with fewer seats ({ $seats }, from { $seats_before })
deck-titles-usage-missing = { $last } uses in the latest week; not enough data to compare ({ $reason })
deck-titles-usage-year-up = Usage is { $size } above the same weeks last year
deck-titles-usage-year-flat = Usage is level with the same weeks last year (a difference of { $size })
deck-titles-usage-year-down = Usage is { $size } below the same weeks last year
deck-titles-usage-season-above = , but is still above last year ({ $signed })
deck-titles-usage-season-level = , though level with last year ({ $signed })
deck-titles-usage-year-more = { "" } ({ $signed } vs last year, with more seats: { $seats }, up from { $seats_before })
deck-titles-usage-year-fewer = { "" } ({ $signed } vs last year, with fewer seats: { $seats }, down from { $seats_before })
deck-titles-usage-cut = , with fewer seats ({ $seats }, down from { $seats_before })
deck-titles-usage-year = { "" } ({ $signed } vs last year)
deck-titles-service-good = Support responds in { $median } (median), within the { $target } target{ $critical }
deck-titles-service-flat = Support responds in { $median } (median), within the { $target } target, but { $late } of { $replies } replies came late{ $critical }
deck-titles-service-mixed = Support responds in { $median } (median), but { $over } missed the { $target } target{ $critical }
deck-titles-service-month = { $month } ({ $hours })
deck-titles-service-month-alone = { $month } ({ $hours }, a single ticket)
deck-titles-service-bad = Support responds in { $median } (median), above the { $target } target{ $critical }
deck-titles-service-late = Support responds in { $median } (median), within target{ $critical }
deck-titles-service-late-replies = Support responds in { $median } (median), but { $late } of { $replies } replies came late{ $critical }
deck-titles-service-late-mixed = Support responds in { $median } (median), but { $over } missed the { $target } target{ $critical }
deck-titles-service-late-alone = Not enough data on first response ({ $reason }){ $critical }
deck-titles-service-missing = { $created } tickets filed; not enough data on first response ({ $reason })
deck-titles-service-critical-in-time =
    { $n ->
        [one] ; the critical incident was solved in time
       *[other] ; critical incidents were solved in time
    }
deck-titles-service-critical-standing =
    { $n ->
        [one] ; one critical incident was open at the end of the quarter, within target
       *[other] ; { $open } critical incidents were open at the end of the quarter, within target
    }
deck-titles-service-critical-open =
    { $n ->
        [one] { "" } and another is still open
       *[other] { "" } and { $open } more are still open
    }
deck-titles-service-critical-overdue =
    { $n ->
        [one] ; one critical incident is still open, over the { $limit } target
       *[other] ; { $overdue } critical incidents are still open, over the { $limit } target
    }
deck-titles-service-critical-overdue-since =
    { $n ->
        [one] ; one critical incident has been open since { $since } (target: { $limit })
       *[other] ; { $overdue } critical incidents are still open, the oldest since { $since } (target: { $limit })
    }
deck-titles-service-critical-one-late =
    { $n ->
        [one] ; of { $every } critical incidents, one was solved late and one is open
       *[other] ; of { $every } critical incidents, one was solved late and { $open } are open
    }
deck-titles-service-quiet = No tickets in { $this } or { $period }
deck-titles-service-quiet-after = No tickets in { $this }, after { $before } in { $period }
deck-titles-service-critical-late =
    { $n ->
        [one] ; { $late } of { $all } critical incidents ran over target
       *[other] ; { $late } of { $all } critical incidents ran over target
    }
deck-titles-service-critical-all-late =
    { $n ->
        [one] ; the only critical incident was not solved in time
        [2] ; both critical incidents ran over target
       *[other] ; all { $all } critical incidents ran over target
    }
deck-titles-service-critical-late-open =
    { $n ->
        [one] ; { $late } of { $all } resolved critical incidents took over { $limit }{ $open }
       *[other] ; { $late } of { $all } resolved critical incidents took over { $limit }{ $open }
    }
deck-titles-service-critical-all-late-open =
    { $n ->
        [2] ; both resolved critical incidents took over { $limit }{ $open }
       *[other] ; all { $all } resolved critical incidents took over { $limit }{ $open }
    }
deck-titles-satisfaction-good = NPS is { $nps }{ $trend }{ $csat }
deck-titles-satisfaction-flat = NPS is { $nps }{ $trend }{ $csat }
deck-titles-satisfaction-bad = NPS is { $nps }{ $trend }{ $csat }
deck-titles-satisfaction-negative = More detractors than promoters, at an NPS of { $nps }{ $trend }{ $csat }
deck-titles-satisfaction-csat-alone = CSAT is { $csat } in the first survey{ $since }
deck-titles-satisfaction-inconclusive = , not clearly different from { $period }{ $earlier }
deck-titles-satisfaction-same = , unchanged from { $period }{ $earlier }
deck-titles-satisfaction-earlier = ; it was { $first } in { $when }
deck-titles-satisfaction-apart = { "" } (too few answers in { $periods } to compare)
deck-titles-satisfaction-rise = , up { $size } points from { $period }
deck-titles-satisfaction-fall = , down { $size } points from { $period }
deck-titles-satisfaction-missing =
    { $n ->
        [one] { $n } NPS answer: too few to give a score
       *[other] { $n } NPS answers: too few to give a score
    }
deck-titles-satisfaction-csat-few =
    { $n ->
        [one] { $n } satisfaction answer: too few for a CSAT
       *[other] { $n } satisfaction answers: too few for a CSAT
    }
deck-titles-satisfaction-csat-good = CSAT is up to { $csat }, from { $before } in { $period }
deck-titles-satisfaction-csat-flat = CSAT is { $csat }, not clearly different from { $before } in { $period }
deck-titles-satisfaction-csat-apart = CSAT is { $csat }; too few answers in { $period } to compare
deck-titles-satisfaction-csat-same = CSAT is { $csat }, unchanged from { $period }
deck-titles-satisfaction-csat-bad = CSAT is down to { $csat }, from { $before } in { $period }
deck-titles-satisfaction-sliding = NPS is down for the third quarter in a row: from { $first } to { $nps }{ $csat }
deck-titles-satisfaction-first = NPS is { $nps } in the first survey{ $since }{ $csat }
deck-titles-satisfaction-csat-rises = ; CSAT is up from { $before } to { $now }
deck-titles-satisfaction-csat-falls = ; CSAT is down from { $before } to { $now }
deck-titles-satisfaction-csat-low = ; CSAT is only { $now }
deck-clauses-satisfaction-first = NPS is { $nps } in the first survey{ $since }
deck-satisfaction-since-return = { "" } since your return
deck-titles-delivery-good =
    { $n ->
        [one] The task due was delivered on time{ $milestones }{ $blocked }
       *[other] { $done } of { $due } tasks delivered on time{ $milestones }{ $blocked }
    }
deck-titles-delivery-all =
    { $n ->
        [one] The task due was delivered on time{ $milestones }{ $blocked }
        [2] Both tasks delivered on time{ $milestones }{ $blocked }
       *[other] All { $due } tasks delivered on time{ $milestones }{ $blocked }
    }
deck-titles-delivery-flat = { $done } of { $due } tasks delivered on time{ $milestones }{ $blocked }
deck-titles-delivery-bad =
    { $n ->
        [one] The task due was not delivered on time{ $milestones }{ $blocked }
       *[other] Only { $done } of { $due } tasks delivered on time{ $milestones }{ $blocked }
    }
deck-titles-delivery-none =
    { $n ->
        [one] The task due was not delivered on time{ $milestones }{ $blocked }
       *[other] None of the { $due } tasks was delivered on time{ $milestones }{ $blocked }
    }
deck-titles-delivery-missing = No deliveries were due this quarter{ $blocked }
deck-titles-delivery-blocked =
    { $n ->
        [one] ; { $n } on hold
       *[other] ; { $n } on hold
    }
deck-titles-delivery-milestones-all =
    { $n ->
        [one] , including the milestone
        [2] , including both milestones
       *[other] , including all { $all } milestones
    }
deck-titles-delivery-milestones =
    { $n ->
        [one] , and { $met } of { $all } milestone
       *[other] , and { $met } of { $all } milestones
    }
deck-titles-investment-credited = Credit notes exceed invoices by { $credit } in { $this }{ $credited }
deck-titles-investment-credited-alone = Credit notes of { $credit } in { $this }{ $credited }; no new invoices
deck-titles-investment-nothing = Nothing billed in { $this }; the last invoice, { $last }, was in { $month }
deck-titles-investment-up = { $amount } invoiced in { $this }, { $size } more than in { $period }{ $driver }
deck-titles-investment-up-again = { $amount } invoiced in { $this }: back to the level of { $earlier } after a lower { $period }
deck-titles-investment-flat = { $amount } invoiced in { $this }, stable against { $period } ({ $signed })
deck-titles-investment-level = { $amount } invoiced in { $this }, stable against { $period }
deck-titles-investment-slight = { $amount } invoiced in { $this }, { $signed } on { $period }{ $driver }
deck-titles-investment-same = { $amount } invoiced in { $this }, the same as in { $period }
deck-titles-investment-down = { $amount } invoiced in { $this }, { $size } less than in { $period }{ $driver }
deck-titles-investment-down-again = { $amount } invoiced in { $this }: back to the level of { $earlier } after a higher { $period }
deck-titles-investment-missing = { $amount } invoiced in { $this }; no prior amount to compare
deck-titles-investment-first = { $amount } invoiced in { $this }, your first quarter of invoices
deck-titles-investment-years =
    { $n ->
        [one] { $amount } invoiced in { $this }: an annual fee, invoiced in { $issued }
       *[other] { $amount } invoiced in { $this }: annual fees, invoiced in { $issued }
    }
deck-titles-investment-years-of =
    { $n ->
        [one] { $amount } invoiced in { $this }: the annual fee for { $products }, invoiced in { $issued }
       *[other] { $amount } invoiced in { $this }: the annual fees for { $products }, invoiced in { $issued }
    }
deck-titles-investment-returned = { $amount } invoiced in { $this }, the first quarter since your return
deck-titles-investment-prepaid = Your annual fee ({ $last }) was invoiced in { $month }; nothing billed in { $this }
deck-titles-investment-paid-ahead = { $paid } invoiced in twelve months ({ $months }); no invoices in { $this }
deck-titles-investment-driver-up = ; the whole increase ({ $amount }) comes from { $product }
deck-titles-investment-driver-down = ; the whole decrease ({ $amount }) comes from { $product }
deck-titles-investment-driver-low = : in { $month }, { $product } was { $amount } below its usual amount
deck-titles-investment-driver-once = , which included { $amount } of { $product } in { $month }
deck-titles-investment-driver-high = : in { $month }, { $product } was { $amount } above its usual amount
deck-titles-investment-driver-also = { $driver }; also { $also }
deck-titles-investment-driver-most-up = , led by { $product } ({ $amount } more)
deck-titles-investment-driver-most-down = , led by { $product } ({ $amount } less)
deck-titles-investment-driver-both = : { $first }, { $second }
deck-titles-investment-moved-more = { $amount } more for { $product }
deck-titles-investment-moved-less = { $amount } less for { $product }
deck-titles-investment-credited-more = { $amount } less in credit notes
deck-titles-investment-credited-less = { $amount } more in credit notes
deck-titles-investment-credit-before =
    { $n ->
        [one] , which included a credit note of { $amount } for { $product } in { $months }
       *[other] , which included { $amount } of credit notes ({ $months })
    }
deck-titles-investment-credit-now =
    { $n ->
        [one] , after a credit note of { $amount } for { $product } in { $months }
       *[other] , after { $amount } of credit notes ({ $months })
    }
deck-titles-investment-credit-also =
    { $n ->
        [one] { $driver }; { $this } includes a credit note of { $amount } for { $product } ({ $months })
       *[other] { $driver }; { $this } includes { $amount } of credit notes ({ $months })
    }
deck-titles-fee-leap = The monthly fee at the end of { $this } is { $amount }, after { $before } at the end of { $period }; { $running }
deck-titles-fee-up = The monthly fee at the end of { $this } is { $amount }, { $size } more than at the end of { $period }; { $running }
deck-titles-fee-flat = The monthly fee at the end of { $this } is { $amount }, stable against the end of { $period }; { $running }
deck-titles-fee-down = The monthly fee at the end of { $this } is { $amount }, { $size } less than at the end of { $period }; { $running }
deck-titles-fee-missing = The monthly fee at the end of { $this } is { $amount }, with no prior fee to compare; { $running }
deck-titles-summary-both = { $worst }, and { $second }{ $ask }
deck-titles-summary-worst = { $worst }{ $ask }
deck-titles-summary-best = { $best }{ $ask }
deck-titles-summary-ask = A quarter without surprises{ $ask }
deck-titles-summary-left = { $best }; { $worst }{ $ask }
deck-titles-summary-dated-apart = . We propose to { $step } (decision by { $day })
deck-titles-summary-ours-apart = . By { $day }, we will { $step }
deck-titles-summary-meeting-apart = . In this meeting, we will { $step }
deck-titles-summary-undated-apart = . We propose to { $step }
deck-titles-summary-dated = : we propose to { $step } (decision by { $day })
deck-titles-summary-ours = : by { $day }, we will { $step }
deck-titles-summary-meeting = : in this meeting, we will { $step }
deck-titles-summary-undated = : we propose to { $step }
deck-titles-summary-pressing = : please { $step }
deck-titles-decisions-asked = We need your decision by { $day }: { $step }{ $others }
deck-titles-decisions-ours = By { $day }, we will { $step }{ $others }
deck-titles-decisions-meeting = In this meeting, we will { $step }{ $others }
deck-titles-decisions-pressing = { $finding }: please { $step }{ $others }
deck-titles-decisions-others =
    { $n ->
        [one] ; one more action is in the plan
       *[other] ; { $others } more actions are in the plan
    }
deck-titles-decisions-overdue =
    { $n ->
        [one] A commitment for { $period } is overdue and needs a new date{ $first }
       *[other] { $n } commitments for { $period } are overdue and need new dates{ $first }
    }
deck-titles-decisions-agreed =
    { $n ->
        [one] A commitment is already agreed for { $period }{ $first }
       *[other] { $n } commitments are already agreed for { $period }{ $first }
    }
deck-titles-decisions-proposed =
    { $n ->
        [one] One commitment for { $period }, with an earlier date proposed{ $first }
       *[other] { $n } commitments for { $period }{ $first }; { $moved }
    }
deck-titles-decisions-moved =
    { $n ->
        [one] one with an earlier date proposed
       *[other] { $n } with earlier dates proposed
    }
deck-titles-decisions-continued = The plan continues: { $what }{ $then }
deck-titles-decisions-then = ; also { $what }
deck-titles-decisions-more =
    { $n ->
        [one] one more action
       *[other] { $n } more actions
    }
deck-titles-decisions-more-agreed =
    { $n ->
        [one] one commitment already agreed
       *[other] { $n } commitments already agreed
    }
deck-titles-decisions-more-promises =
    { $n ->
        [one] one commitment for { $period }
       *[other] { $n } commitments for { $period }
    }
deck-titles-decisions-first =
    { $n ->
        [one] : “{ $name }”
       *[other] , starting with “{ $name }”
    }

deck-clauses-none = { "" }
deck-clauses-fee = the fee holds at { $amount } a month
deck-clauses-csat-alone = CSAT is { $csat }
deck-clauses-csat-good = CSAT rises to { $csat }
deck-clauses-csat-flat = CSAT is { $csat }
deck-clauses-csat-apart = CSAT is { $csat }
deck-clauses-csat-same = CSAT is { $csat }
deck-clauses-csat-bad = CSAT falls to { $csat }
deck-clauses-csat-low = CSAT is only { $csat }
deck-clauses-usage-good = usage is up { $size }
deck-clauses-usage-flat = usage holds steady
deck-clauses-usage-bad = usage is down { $size }{ $year }
deck-clauses-usage-worse-flat = usage is { $fall } below last year
deck-clauses-usage-worse-up = usage is { $fall } below last year
deck-clauses-usage-fewer-seats = usage fell as seats went from { $seats_before } to { $seats }
deck-clauses-usage-fewer-seats-year = usage is below last year’s, as seats went from { $seats_before } to { $seats }
deck-clauses-usage-missing = { "" }
deck-clauses-usage-seasonal = usage is in line with last year
deck-clauses-breakdown-team = usage in “{ $part }” is down { $fall }
deck-clauses-breakdown-stopped = “{ $part }” has stopped using the product
deck-clauses-breakdown-module = usage of “{ $part }” is down { $fall }
deck-clauses-service-good = support responds in { $median }, within target
deck-clauses-service-flat = support responds in { $median }, within target
deck-clauses-service-mixed = first response missed its target in { $over } of { $months } months
deck-clauses-service-bad = support responds in { $median }, above the { $target } target
deck-clauses-service-missing = { "" }
deck-clauses-service-quiet = there were no tickets
deck-clauses-critical-late =
    { $n ->
        [one] { $late } of { $all } critical incidents ran over target
       *[other] { $late } of { $all } critical incidents ran over target
    }
deck-clauses-critical-overdue =
    { $n ->
        [one] one critical incident is still open, over target
       *[other] { $overdue } critical incidents are still open, over target
    }
deck-clauses-critical-one-late =
    { $n ->
        [one] one critical incident was solved late and another is open
       *[other] one critical incident was solved late and { $open } are open
    }
deck-clauses-critical-all-late =
    { $n ->
        [one] we did not solve the only critical incident in time
       [2] we solved neither critical incident in time
       *[other] we solved none of the { $all } critical incidents in time
    }
deck-clauses-critical-late-open =
    { $n ->
        [one] { $late } of { $all } resolved critical incidents ran over target{ $open }
       *[other] { $late } of { $all } resolved critical incidents ran over target{ $open }
    }
deck-clauses-critical-all-late-open =
    { $n ->
        [2] both resolved critical incidents ran over target{ $open }
       *[other] all { $all } resolved critical incidents ran over target{ $open }
    }
deck-clauses-goals-good =
    { $n ->
        [one] the measured goal is met
        [2] both measured goals are met
       *[other] all { $all } measured goals are met
    }
deck-clauses-goals-flat =
    { $n ->
        [one] { $missed } of { $all } measured goals is not met
       *[other] { $missed } of { $all } measured goals are not met
    }
deck-clauses-goals-bad =
    { $n ->
        [one] only { $met } of { $all } measured goals is met
       *[other] only { $met } of { $all } measured goals are met
    }
deck-clauses-goals-none =
    { $n ->
        [one] the measured goal is not met
       *[other] none of the { $all } measured goals is met
    }
deck-clauses-goals-early =
    { $n ->
        [one] { $met } of { $all } measured goals is already met, with { $missed } still to reach
       *[other] { $met } of { $all } measured goals are already met, with { $missed } still to reach
    }
deck-clauses-goals-early-none =
    { $n ->
        [one] the measured goal has not reached its target yet
       *[other] the { $all } measured goals have not reached their targets yet
    }
deck-clauses-commitments-good =
    { $n ->
        [one] the quarter’s commitment is closed
        [2] both commitments are closed
       *[other] all { $all } commitments are closed
    }
deck-clauses-commitments-flat =
    { $n ->
        [one] { $rest } of { $all } commitments is not closed yet
       *[other] { $rest } of { $all } commitments are not closed yet
    }
deck-clauses-commitments-bad =
    { $n ->
        [one] { $rest } of { $all } commitments is not closed yet
       *[other] { $rest } of { $all } commitments are not closed yet
    }
deck-clauses-commitments-none =
    { $n ->
        [one] the quarter’s commitment is still open
       *[other] none of the { $all } commitments is closed
    }
deck-clauses-commitments-all-withdrawn =
    { $n ->
        [one] the quarter’s commitment was withdrawn
        [2] both commitments for the quarter were withdrawn
       *[other] all { $dropped } commitments for the quarter were withdrawn
    }
deck-clauses-delivery-good =
    { $n ->
        [one] the task due was delivered on time
       *[other] { $done } of { $due } tasks were delivered on time
    }
deck-clauses-delivery-all =
    { $n ->
        [one] the task due was delivered on time
        [2] both tasks were delivered on time
       *[other] all { $due } tasks were delivered on time
    }
deck-clauses-delivery-flat = { $done } of { $due } tasks were delivered on time
deck-clauses-delivery-bad = only { $done } of { $due } tasks were delivered on time
deck-clauses-delivery-none =
    { $n ->
        [one] the task due was delivered late
       *[other] none of the { $due } tasks was delivered on time
    }
deck-clauses-delivery-missing = { "" }
deck-clauses-satisfaction-good = NPS rises to { $nps }
deck-clauses-satisfaction-flat = NPS is { $nps }
deck-clauses-satisfaction-bad = NPS falls to { $nps }
deck-clauses-satisfaction-negative = there are more detractors than promoters (NPS { $nps })
deck-clauses-satisfaction-sliding = NPS is down for the third quarter in a row, to { $nps }

deck-actions-commitments = Agree on a new date for each outstanding commitment.
deck-actions-commitments-ours = Propose a new date for each of our outstanding commitments.
deck-actions-goals = Go through what fell short of target together and agree on how to get there.
deck-actions-goals-measure = Agree on how to measure what has no result yet, who does it and from when.
deck-actions-goals-again = Get the results missing this quarter, and agree on who provides them from now on.
deck-actions-usage = Agree on an adoption plan with the teams that use the product and review progress every two weeks.
deck-actions-usage-team = Agree on an adoption plan with the team where use fell most
deck-actions-breakdown = Find out together what is behind the fall in use, and agree on what to do about it
deck-actions-usage-scope = Go through who still uses the product, and fit scope and seats to that.
deck-actions-service = Present our plan to reply within target and report on it weekly.
deck-actions-satisfaction = Talk to the users who were not satisfied, and agree on two improvements with a date.
deck-actions-delivery = Get projects back on schedule with a weekly meeting of the teams involved.
deck-actions-delivery-dates = Agree on dates for the tasks ahead and review them monthly.
deck-actions-seats-few = Review who holds seats and activate or reassign the unused ones.
deck-actions-seats-kept = Confirm that the seats you kept cover what your teams need.
deck-actions-seats-idle = Go through your seats with you and decide what to do with those not in use.
deck-actions-seats-many = Decide whether to add seats before they run out.
deck-actions-renewal = Agree on the goals and scope of the next term ahead of the renewal.
deck-actions-growth = Find out with your teams which uses have grown and extend them to others.
deck-actions-seasonal = Check mid-quarter whether usage has recovered.
deck-actions-critical = Present what caused the delay and what we changed to prevent it.
deck-actions-critical-open = Close what is still open without delay, and present what caused the delay and what we changed to prevent it.
deck-actions-renewal-now = Confirm in writing whether to renew and on what terms.
deck-actions-notice-now = Confirm by the notice deadline whether the contract renews as is or with changes.
deck-actions-offer = Present our proposal for the next term in writing.
deck-actions-lapsed = Agree on the new terms in writing.
deck-actions-cause = Present what lies behind it and how we will halve these tickets.
deck-actions-module = Offer training on what nobody uses, or agree that you do not need it.
deck-actions-response = Present how we will reply to your teams sooner.
deck-actions-slower = Present why our replies take longer and how we will bring that down.
deck-actions-slower-months = Present what held up our replies and how we will keep every month within target.
deck-actions-value = Find out with your teams why the confirmed value fell and agree on how to recover it.
deck-actions-opinion = Ask those who use the product what we should do better, and present what we will change.
deck-actions-usage-year = Find out with your teams why usage is below last year’s, and agree on where to start.
deck-actions-usage-peers = Find out with your teams where the product is used less than it could be, and agree on where to start.
deck-actions-usage-module = Agree on an adoption plan that starts with the module nobody uses any more, or agree that you do not need the module

# The same of one thing, by its name; ticked actions are known by the words above.
deck-named-commitments = Agree on a new date for { $name }.
deck-named-commitments-ours = Propose a new date for { $name }.
deck-named-goals-measure = Agree on how to measure { $name }, who does it and from when.
deck-named-goals-again = Get the missing result for { $name }, and agree on who provides it from now on.
deck-named-critical-open =
    { $n ->
        [one] Close the open incident without delay, and present what caused the delay and what we changed to prevent it.
       *[other] Close the { $name } open incidents without delay, and present what caused the delay and what we changed to prevent it.
    }
deck-named-usage-team = Agree on an adoption plan with { $name }, the team where use fell most.
deck-named-usage-module = Agree on an adoption plan that starts with { $name }, which nobody uses any more, or agree that you do not need the module.
deck-named-breakdown = Find out together why use fell in { $name }, and agree on what to do about it.
deck-named-module =
    { $n ->
        [one] Offer training on { $name }, or agree that you do not need the module.
       *[other] Offer training on { $name }, or agree that you do not need the modules.
    }

deck-evidence-agreed = Agreed on in an earlier version
deck-evidence-renewal-inferred = Subscription anniversary: { $day }
deck-evidence-renewal-ahead = The contract renews on { $day }
deck-evidence-renewal-now = The contract ends on { $day }
deck-evidence-notice-now = The notice deadline is { $day }
deck-evidence-lapsed = The contract ended on { $day }, and services continue
deck-evidence-usage-team = { $told }, most of it in “{ $team }” ({ $signed })
deck-evidence-usage-team-alone =
    { $n ->
        [one] { $told }; “{ $team }” fell ({ $signed }) while the other team rose
       *[other] { $told }; “{ $team }” fell ({ $signed }) while the other teams rose
    }
deck-evidence-service = Support responds in { $median }, above the { $target } target
deck-evidence-service-late = { $late } of { $all } first replies took longer than { $target }
deck-evidence-value = { $what } went from { $before } in { $period } to { $now }
deck-evidence-cause = { $tickets } of { $all } tickets are about “{ $name }”
deck-evidence-module = Nobody has used { $name } for four weeks{ $asked }
deck-evidence-goals-measure-long = One goal has no result yet
deck-evidence-goals-measure =
    { $n ->
        [one] “{ $name }” has no result yet
       *[other] { $n } of { $all } goals have no result yet
    }
deck-evidence-goals-again-long = One goal has no result this quarter; it had one in { $period }
deck-evidence-goals-again =
    { $n ->
        [one] “{ $name }” has no result this quarter; it had one in { $period }
       *[other] { $n } of { $all } goals have no result this quarter; they had one in { $period }
    }
deck-evidence-response-none = First response in { $now }, slower than for all comparable clients
deck-evidence-slower = First response went from { $before } in { $period } to { $now }
deck-evidence-slower-months = First response took longer than { $target } in { $over }
deck-evidence-opinion = NPS of { $now }, below that of most comparable clients
deck-evidence-opinion-none = NPS of { $now }, below that of all comparable clients
deck-evidence-opinion-fallen = NPS went from { $before } in { $when } to { $now }
deck-evidence-usage-year = Usage is { $size } below the same weeks last year
deck-evidence-usage-peers = Your usage trend ({ $signed }) is behind that of most comparable clients
deck-evidence-usage-peers-none = Your usage trend ({ $signed }) is behind that of all comparable clients
deck-evidence-usage-module = { $told }; most of it is “{ $module }”, unused for four weeks
deck-evidence-response = First response in { $now }, slower than for most comparable clients
deck-evidence-overdue =
    { $n ->
        [one] { $n } commitment for { $period } is overdue
       *[other] { $n } commitments for { $period } are overdue
    }
deck-evidence-seats-few = { $idle } of { $paid } seats unused ({ $share } in use){ $apart }
deck-evidence-seats-kept = Seats went from { $seats_before } to { $seats }; { $share } of them are in use
deck-evidence-seats-kept-year = Seats went from { $seats_before } to { $seats } in a year; { $share } of them are in use
deck-evidence-seats-many = { $used } of { $paid } seats in use ({ $share }){ $apart }
deck-evidence-promised = Already agreed: our commitment
deck-evidence-promised-by-them = Already agreed: your commitment

deck-commitments-table = Commitments
deck-owners-ours = { $owner } (us)
deck-owners-theirs = { $owner } (you)
deck-commitments-done = { $n } closed
deck-commitments-open = { $n } open
deck-commitments-moved = { $n } postponed
deck-commitments-dropped = { $n } withdrawn
deck-commitments-no-day = New date: to be set by { $day }
deck-commitments-alt = Table of commitments with owner, date and status. { $title }

deck-goals-up = ≥
deck-goals-down = ≤
deck-goals-met = Met
deck-goals-missed = Not met
deck-goals-not-measured = Not measured
deck-goals-against = Result against target
deck-goals-note = The vertical mark is the target; each bar has its own scale, starting at zero.
deck-goals-told = { $goal }: { $actual }, target { $target }, { $state }

deck-usage-heading = Uses per week
deck-usage-note = Weeks starting { $weekday }; shaded, the last four. Dashed lines: the means compared.
deck-usage-note-bare = Weeks starting { $weekday }.
deck-usage-note-alone = Weeks starting { $weekday }; shaded, the last four.
deck-usage-chart-alt = Line with the usage of the last sixteen weeks, the year before in grey, and the mean of each window compared
deck-usage-against-usage-change = vs the prior twelve weeks
deck-usage-against-usage-change-year = vs the same weeks last year
deck-usage-seats = Seats in use: { $share } ({ $used } of { $paid })
deck-usage-apart =
    { $n ->
        [one] Measured in { $measured }. One more seat, in { $others }, is in neither number.
       *[other] Measured in { $measured }. Another { $seats } seats, in { $others }, are in neither number.
    }
deck-usage-apart-short =
    { $n ->
        [one] Plus 1 seat not measured
       *[other] Plus { $seats } seats not measured
    }
deck-usage-apart-after =
    { $n ->
        [one] , counted in { $measured }; one more seat is not measured
       *[other] , counted in { $measured }; { $seats } more seats are not measured
    }
deck-usage-companies =
    { $n ->
        [one] one company
       *[other] { $n } companies
    }
deck-usage-used = In use
deck-usage-paid = Paid for
deck-usage-mean-before = Mean of the prior twelve weeks
deck-usage-mean-now = Mean of the last four
deck-usage-window = The last four weeks
deck-usage-year-before = Same weeks of { $year }
deck-usage-heading-means = Uses per week · mean: { $before } in the prior { $weeks } weeks, { $now } in the last { $last }

deck-service-response-exported = First response, median by month (hours as exported)
deck-service-response = First response, median by month (business hours)
deck-service-response-alt = Columns of each month’s median first response and a line at the target
deck-service-target = Target: { $hours }
deck-service-against = target { $hours }
deck-service-replied =
    { $n ->
        [one] { $done } of { $all } first replies came within { $target }.
       *[other] { $done } of { $all } first replies came within { $target }.
    }
deck-service-replied-few =
    { $n ->
        [0] None of the { $all } first replies came within { $target }.
       *[other] Only { $done } of { $all } first replies came within { $target }.
    }
deck-service-replied-all =
    { $n ->
        [one] The only first reply came within { $target }.
        [2] Both first replies came within { $target }.
       *[other] All { $all } first replies came within { $target }.
    }
deck-service-replied-but =
    { $n ->
        [one] { $all } of { $every } tickets got a first reply, all within { $target }; { $n } has none on record.
       *[other] { $all } of { $every } tickets got a first reply, all within { $target }; { $n } have none on record.
    }
deck-service-unreplied =
    { $n ->
        [one] { "" } Another ticket has no first reply on record.
       *[other] { "" } Another { $n } tickets have no first reply on record.
    }
deck-service-critical-late =
    { $n ->
        [one] { $late } of { $all } critical incidents took longer than { $limit }.
       *[other] { $late } of { $all } critical incidents took longer than { $limit }.
    }
deck-service-critical-overdue =
    { $n ->
        [one] One critical incident has been open for more than { $limit }.
       *[other] { $overdue } critical incidents have been open for more than { $limit }.
    }
deck-service-critical-one-late =
    { $n ->
        [one] Of { $every } critical incidents, one took longer than { $limit } and one is open.
       *[other] Of { $every } critical incidents, one took longer than { $limit } and { $open } are open.
    }
deck-service-critical-all-late =
    { $n ->
        [one] The only critical incident took longer than { $limit }.
        [2] Both critical incidents that were solved took longer than { $limit }.
       *[other] All { $all } critical incidents that were solved took longer than { $limit }.
    }
deck-service-critical-open =
    { $n ->
        [one] { "" } Another is still open.
       *[other] { "" } Another { $open } are still open.
    }
deck-service-critical-overdue-since =
    { $n ->
        [one] One critical incident has been open since { $since }; the target is { $limit }.
       *[other] { $overdue } critical incidents are still open, the oldest since { $since }; the target is { $limit }.
    }
deck-service-critical-one-late-since =
    { $n ->
        [one] Of { $every } critical incidents, one took longer than { $limit } and the other has been open since { $since }.
       *[other] Of { $every } critical incidents, one took longer than { $limit } and { $open } are open, the oldest since { $since }.
    }
deck-service-critical-oldest =
    { $n ->
        [one] { "" } The open critical incident dates from { $since }.
       *[other] { "" } The oldest open critical incident dates from { $since }.
    }
deck-service-critical-open-since =
    { $n ->
        [one] { "" } Another has been open since { $since }.
       *[other] { "" } Another { $open } are still open, the oldest since { $since }.
    }
deck-service-volume = Tickets by month
deck-service-volume-alt = Columns of the tickets filed and solved in each month

deck-satisfaction-note = Promoters: 9–10; passives: 7–8; detractors: 0–6. Each person’s latest answer.
deck-satisfaction-chart-alt = Bars of promoters, passives and detractors in each quarter
deck-satisfaction-promoters = Promoters
deck-satisfaction-for-us =
    { $n ->
        [0] none is a promoter
        [one] { $n } is a promoter
       *[other] { $n } are promoters
    }
deck-satisfaction-against-us =
    { $n ->
        [0] none is a detractor
        [one] { $n } is a detractor
       *[other] { $n } are detractors
    }
deck-satisfaction-passives = Passives
deck-satisfaction-detractors = Detractors
deck-satisfaction-themes = Themes
deck-satisfaction-themes-alt = Table of survey themes, their answers and how many are positive
deck-satisfaction-few =
    { $n ->
        [one] { $n } answer
       *[other] { $n } answers
    }
deck-satisfaction-heading = NPS by quarter
deck-satisfaction-ratings = CSAT by quarter
deck-satisfaction-ratings-alt = Columns with each quarter’s share of positive ratings
deck-satisfaction-ratings-note = Positive ratings as a share of all ratings of our help in the quarter (n).
deck-satisfaction-quarter-none = { $period } (no ratings)
deck-satisfaction-quarter-few = { $period } (too few)
deck-satisfaction-quarter = { $period } (n = { $n })
deck-satisfaction-share = { $share } ({ $positive } of { $rated })
deck-satisfaction-answers = Would you recommend us? People by answer
deck-satisfaction-line-alt = Line with each quarter’s NPS

deck-themes-delivery = Delivery
deck-themes-support = Support
deck-themes-product = Product
deck-themes-price = Price
deck-themes-pricing = Price
deck-themes-relationship = Relationship
deck-themes-training = Training
deck-themes-onboarding = Onboarding
deck-themes-billing = Billing
deck-themes-usability = Ease of use
deck-themes-performance = Performance

deck-delivery-note =
    { $n ->
        [0] Milestones are in bold.
        [one] Milestones are in bold. Not shown: 1 more task, delivered on time.
       *[other] Milestones are in bold. Not shown: { $n } more tasks, all delivered on time.
    }
deck-delivery-unshown =
    { $n ->
        [one] Not shown: 1 more task, delivered on time.
       *[other] Not shown: { $n } more tasks, all delivered on time.
    }
deck-delivery-table = Tasks
deck-delivery-alt = Table of tasks with project, date, delivery and status, the latest first. { $title }
deck-delivery-open = Pending
deck-delivery-on-time = On time
deck-delivery-overdue = Overdue
deck-delivery-waiting = Waiting for { $team }
deck-delivery-late =
    { $n ->
        [one] { $n } day late
       *[other] { $n } days late
    }
deck-delivery-milestones = Milestones on time
deck-delivery-tasks = Tasks on time
deck-delivery-of = { $done } of { $all }
deck-delivery-none-late = None late

deck-investment-products = Invoiced by product ({ $currency })
deck-investment-yearly = Annual fee by product ({ $currency })
deck-investment-invoiced-in = Invoiced in { $month }
deck-investment-paid = Invoiced in twelve months
deck-investment-credited = { " " }({ $product })
deck-investment-credits = Credit notes
deck-investment-credits-in = Issued in { $months }
deck-investment-less-credits = Net of credit notes
deck-investment-products-alt = Table of what was invoiced for each product in the last two quarters, and the change
deck-investment-heading = Invoiced by month ({ $unit })
deck-investment-chart = Invoiced by month and product
deck-investment-chart-alt = Stacked columns of what was invoiced each month by product
deck-investment-rate = 1 { $foreign } = { $rate }
deck-investment-rates = { " " }Each month at its average rate ({ $month }: { $rates }).
deck-investment-note = Invoices less credit notes, excluding tax, by issue date.
deck-investment-rounded = { " " }Amounts rounded to the nearest unit.
deck-investment-next-year = { "" } You are invoiced once a year: the next annual invoice is due in { $month }.
deck-investment-next-year-renewed = { "" } You are invoiced once a year: on renewal, the next annual invoice is due in { $month }.
deck-investment-moves = { "" } Changes between months: { $moves }.
deck-investment-moves-more = { "" } Changes between months: { $moves }; and { $n } more.
deck-investment-move-more = { $amount } more
deck-investment-move-less = { $amount } less
deck-investment-move = { $month }, { $change } in { $product } ({ $reason })
deck-investment-move-unsplit = { $month }, { $change } (the invoices name no product)
deck-investment-reason-credit = credit note
deck-investment-reason-credited = after the credit note of { $before }
deck-investment-reason-rate = exchange rate
deck-investment-reason-once = one-off
deck-investment-reason-varies = varies by month
deck-investment-reason-new = new
deck-investment-reason-ended = no longer invoiced
deck-investment-reason-partial = part of a month
deck-investment-reason-complete = first full month
deck-investment-reason-seats = from { $from } to { $to } units
deck-investment-reason-price = price
deck-investment-reason-unknown = reason not on the invoices
deck-investment-issued = { "" } Invoiced: { $issues }.
deck-investment-issued-in = { $month }, { $products }
deck-investment-issued-units = { $product } ({ $n } units)
deck-investment-change = Change
deck-investment-notice = Notice deadline
deck-investment-notice-why =
    { $n ->
        [one] { $n } day before the renewal
       *[other] { $n } days before the renewal
    }
deck-investment-scale-0 = { $currency }
deck-investment-scale-1 = thousands of { $currency }
deck-investment-scale-2 = millions of { $currency }
deck-investment-unsplit = Invoiced
deck-investment-no-product = Without product
deck-investment-others = Other products
deck-investment-total = Total
deck-investment-renewal = Renewal date
deck-investment-ended = Contract ended
deck-investment-rolled = Renewed automatically
deck-investment-no-renewal = No contract with an end date
deck-investment-basis-contract = End of the running contract
deck-investment-basis-subscription = End of the running subscription
deck-investment-basis-first = Anniversary of the first invoice
deck-investment-basis-inferred = Subscription anniversary
deck-investment-contract = { $start } – { $end }
deck-investment-accounts = Billing accounts
deck-investment-accounts-alt = Table of what each account was invoiced in the quarter
deck-investment-more-accounts =
    { $n ->
        [one] and { $n } more account
       *[other] and { $n } more accounts
    }

deck-fee-heading = Monthly fee at month end ({ $unit })
deck-fee-chart = Monthly fee by month
deck-fee-chart-alt = Columns of the recurring monthly fee at the end of each month
deck-fee-note = One twelfth of the annual amounts, excluding tax, trials and metered use.
deck-fee-subscriptions = Running subscriptions
deck-fee-table = Subscriptions
deck-fee-table-alt = Table of running subscriptions with seats, monthly fee and start
deck-fee-unnamed = Subscription
deck-fee-open-end = Open-ended
deck-fee-running =
    { $n ->
        [one] { $n } subscription running
       *[other] { $n } subscriptions running
    }
deck-fee-more = and { $n } more

deck-appendix-definitions = Definitions
deck-appendix-definitions-alt = Table of each figure’s definition
deck-appendix-sources = Sources
deck-appendix-sources-alt = Table of the system each kind of data comes from
deck-appendix-exclusions = What is excluded

deck-tables-accounts = Accounts
deck-tables-commitments = Commitments
deck-tables-contracts = Contracts
deck-tables-goals = Goals
deck-tables-invoices = Invoices and credit notes
deck-tables-meetings = Meetings
deck-tables-subscriptions = Subscriptions
deck-tables-surveys = Surveys
deck-tables-tasks = Tasks and milestones
deck-tables-tickets = Tickets
deck-tables-usage = Product usage
deck-tables-usage-parts = Usage by team and module

# Systems without a proper name; others are called by theirs.
deck-systems-finance = Agreed plan
deck-systems-surveys = Survey tool
deck-systems-usage = Product usage log

deck-exclusions-usage = Usage: full weeks only; missing data are not counted as zero.
deck-exclusions-breakdown = Causes: excludes deleted tickets; those without a category count under “Other or no category”.
deck-exclusions-service = Service: excludes deleted tickets; times are in business hours, without public holidays.
deck-exclusions-peers = Peers: shown only beside at least five other clients with data.
deck-exclusions-all = “{ $absent }” means no data, never zero.

deck-notes-cover = Quarterly review of { $client }, { $period }.
deck-notes-story = The storyline of the meeting:
deck-notes-edition = Edition { $edition }.
deck-notes-commitments = Start with what is pending: what is missing and by when.
deck-notes-choose = Agreed actions: put an x between the brackets.
deck-notes-investment = Amounts are those of the invoices issued to the client, less credit notes.
deck-notes-fee = The fee is the monthly cost of running subscriptions, not what was invoiced.
deck-notes-nps-error = Margin of error of the NPS: ±{ $error } points.
deck-notes-summary = Open with the headline and ask: does this match what your teams see?
deck-notes-decisions = Read row 1, ask for the decision, and confirm owner and date of the others.
deck-notes-agreed = Confirm with each owner that the date still holds.
deck-notes-usage = The chart shows when, not why; the client knows the cause.
deck-notes-goals = Each goal is set against its own target, in its unit.
deck-notes-ask = Ask: { $question }

deck-tracker-page = p. { $n } →
deck-tracker-summary = Summary
deck-tracker-value = Value
deck-tracker-goals = Goals
deck-tracker-usage = Usage
deck-tracker-service = Service
deck-tracker-breakdown = Detail
deck-tracker-satisfaction = Satisfaction
deck-tracker-delivery = Projects
deck-tracker-commitments = Commitments
deck-tracker-peers = Peers
deck-tracker-investment = Investment
deck-tracker-decisions = Decisions

deck-summary-worth = Value delivered
deck-summary-worked = What is working
deck-summary-steady = What holds steady
deck-summary-in-time = Median first response, within the { $target } target
deck-summary-kept = Commitments kept
deck-summary-kept-left =
    { $n ->
        [one] Still to be closed: “{ $name }”
       *[other] { $n } are still to be closed
    }
deck-summary-no-worth = No results measured this quarter
deck-summary-no-goal-met = No goal on target yet
deck-summary-goals = Goals met
deck-summary-no-miss = Nothing missed this quarter
deck-summary-goals-met =
    { $n ->
        [one] measured goal met in { $period }{ $rest }
       *[other] measured goals met in { $period }{ $rest }
    }
deck-summary-unmeasured = ; { $n } not measured
deck-summary-risk = Main risk
deck-summary-next = Next key date
deck-summary-noted = What to address next
deck-summary-decision = Decision needed
deck-summary-commit = What we commit to
deck-summary-asked = We ask you for
deck-summary-meeting = a meeting date
deck-summary-nothing-asked = Keep the current pace
deck-summary-decides = Decides
deck-summary-you = You
deck-summary-by = By
deck-summary-when = When
deck-summary-notice = Notice deadline
deck-summary-renewal = Renewal
deck-summary-glance = The quarter at a glance
deck-summary-confirmed = confirmed by your team in { $period }
deck-summary-confirmed-less = confirmed by your team in { $period }, down from { $before } in { $then }
deck-summary-hours = { $hours } saved

deck-cards-usage = { $size } usage
deck-cards-usage-year = { $size } on last year
deck-cards-usage-per-seat = { $share } of seats in use
deck-cards-usage-stable = Steady usage
deck-cards-lapsed = Contract lapsed
deck-cards-notice-now = Notice deadline
deck-cards-renewal-now = The contract ends
deck-cards-then = ; renewal on { $day }
deck-cards-critical =
    { $n ->
        [one] Only critical incident: late
       *[other] { $late } of { $all } critical incidents late
    }
deck-cards-critical-short =
    { $n ->
        [one] The only critical one, late
       *[other] { $late } of { $all } critical, late
    }
deck-cards-critical-overdue =
    { $n ->
        [one] One critical incident open, over target
       *[other] { $overdue } critical incidents open, over target
    }
deck-cards-critical-overdue-short =
    { $n ->
        [one] One critical, open over target
       *[other] { $overdue } critical, open over target
    }
deck-cards-critical-one-late = Critical incidents: 1 late, { $open } open
deck-cards-critical-one-late-short = Critical: 1 late, { $open } open
deck-cards-critical-left = Critical incidents: { $late } of { $all } late, { $open } open
deck-cards-critical-left-short = Critical: { $late } of { $all } late, { $open } open
deck-cards-critical-took =
    { $n ->
        [one] Took { $took } against { $limit }
       *[other] Median of all: { $took }, target { $limit }
    }
deck-cards-critical-median = Median { $took }, target { $limit }
deck-cards-months-over = { $missed } of { $all } months over target
deck-cards-delivery = { $done } of { $due } on time
deck-cards-goals-lead = “{ $goal }”: { $actual }, target{ "\u00A0" }{ $target }
deck-cards-usage-lead = Down { $size } from the prior { $weeks } weeks
deck-cards-goals =
    { $n ->
        [one] { $met } of { $all } goal
       *[other] { $met } of { $all } goals
    }
deck-cards-late = { $missed } of { $all } late
deck-cards-missed = { $missed } of { $all } missed
deck-cards-ahead = { $missed } of { $all } still to reach
deck-cards-open = { $missed } of { $all } outstanding
deck-cards-commitments =
    { $n ->
        [one] { $done } of { $all } closed
       *[other] { $done } of { $all } closed
    }

deck-chain-fee = Annual fee
deck-chain-idle = Seats to put to use
deck-chain-idle-of = { $idle } of { $paid }
deck-chain-promised = follow through on “{ $text }”
deck-chain-promised-short = follow through on what was agreed

deck-decisions-table = Decisions
deck-decisions-alt = Table of findings, proposals, owner, date and expected effect
deck-decisions-number = No.
deck-decisions-finding = What we see
deck-decisions-action = What we propose
deck-decisions-promised = What was agreed
deck-decisions-owner = Owner
deck-decisions-due = By
deck-decisions-effect = Expected effect
deck-decisions-heading = Roadmap
deck-decisions-notice = notice deadline { $day } (dashed line)
deck-decisions-renewal = renewal { $day } (solid line)
deck-decisions-meeting = In this meeting
deck-decisions-undated = to be dated
deck-decisions-moved = { $day } (proposed; was { $before })
deck-decisions-eve = { $due } ({ $day } is a { $why })
deck-decisions-holiday = public holiday
deck-decisions-customary = customary day off
deck-decisions-agreed = (agreed)
deck-decisions-decide = Decide by { $decide }; complete by { $due }
deck-decisions-meet = Meet by { $decide }; complete by { $due }
deck-decisions-overdue = Overdue: was due { $day }; new date needed
deck-decisions-was-due = “{ $name }” (due { $day })

deck-steps-commitments =
    { $n ->
        [one] agree on a new date for “{ $name }”
       *[other] agree on new dates for the outstanding commitments
    }
deck-steps-commitments-ours =
    { $n ->
        [one] propose a new date for “{ $name }”
       *[other] propose new dates for our outstanding commitments
    }
deck-steps-goals =
    { $n ->
        [one] agree on how to meet the goal “{ $name }”
       *[other] agree on how to meet the goals that fell short
    }
deck-steps-usage = agree on an adoption plan with your teams
deck-steps-goals-measure =
    { $n ->
        [one] agree on how “{ $name }” is measured and by whom
       *[other] agree on how the goals without a result are measured and by whom
    }
deck-steps-goals-again =
    { $n ->
        [one] get the missing result for “{ $name }”
       *[other] get the missing results
    }
deck-steps-usage-team = agree on an adoption plan with “{ $name }”
deck-steps-breakdown = find out together why use fell in “{ $name }”
deck-steps-usage-scope = fit scope and seats to what your teams use
deck-steps-service = present our plan to reply within target again
deck-steps-critical =
    { $n ->
        [one] explain why one critical incident ran late and what we changed
       *[other] explain why critical incidents ran late and what we changed
    }
deck-steps-critical-open =
    { $n ->
        [one] close the open incident and present its cause
       *[other] close the open incidents and present what caused them
    }
deck-steps-satisfaction = agree on two improvements with your users
deck-steps-delivery = get projects back on schedule with a weekly meeting
deck-steps-delivery-dates = agree on delivery dates for { $name }
deck-steps-seats-few = activate or reassign the unused seats
deck-steps-seats-kept = confirm that { $name } seats cover what your teams need
deck-steps-seats-idle =
    { $n ->
        [one] go through the idle seat with you
       *[other] go through the { $name } idle seats with you
    }
deck-steps-inside-usage = agree on an adoption plan with the client’s teams
deck-steps-inside-usage-scope = fit scope and seats to what the client’s teams use
deck-steps-inside-satisfaction = agree on two improvements with the client’s users
deck-steps-inside-seats-kept = confirm that { $name } seats cover what the client’s teams need
deck-steps-inside-seats-idle =
    { $n ->
        [one] go through the idle seat with the client
       *[other] go through the { $name } idle seats with the client
    }
deck-steps-inside-opinion = ask the client’s users what we should do better
deck-steps-inside-usage-peers = find out where the client’s teams could use the product more
deck-steps-seats-many = decide whether to add seats
deck-steps-renewal = agree on the goals and scope of the renewal
deck-steps-renewal-now = confirm the renewal in writing
deck-steps-notice-now = confirm whether the contract renews as is or with changes
deck-steps-offer = present our proposal for the next term
deck-steps-lapsed = agree on the new terms in writing
deck-steps-cause = present how we will halve tickets about “{ $name }”
deck-steps-module = decide on training for { $name }
deck-steps-response = present how we will reply sooner
deck-steps-slower = present how we will bring down the wait for a reply
deck-steps-slower-months = present how we will keep every month’s replies within target
deck-steps-value = find out together why the confirmed value fell
deck-steps-opinion = ask your users what we should do better
deck-steps-usage-year = find out why usage is below last year’s
deck-steps-usage-peers = find out where your teams could use the product more
deck-steps-usage-module = agree on an adoption plan that starts with “{ $name }”
deck-steps-growth = extend what has grown to other teams
deck-steps-seasonal = check that usage recovers

# The same without names, where a name has no room to stand whole.
deck-steps-short-commitments =
    { $n ->
        [one] agree on a new date
       *[other] agree on new dates
    }
deck-steps-short-commitments-ours =
    { $n ->
        [one] propose a new date
       *[other] propose new dates
    }
deck-steps-short-critical-open =
    { $n ->
        [one] close it and present the cause
       *[other] close them and present the cause
    }
deck-steps-short-critical = present the cause and the fix
deck-steps-short-goals =
    { $n ->
        [one] agree on how to reach the target
       *[other] agree on how to reach the targets
    }
deck-steps-short-goals-measure =
    { $n ->
        [one] agree on how the goal is measured
       *[other] agree on how the goals are measured
    }
deck-steps-short-goals-again =
    { $n ->
        [one] get the missing result
       *[other] get the missing results
    }
deck-steps-short-usage-team = agree on an adoption plan
deck-steps-short-usage-module = agree on an adoption plan
deck-steps-short-breakdown = find out together why use fell
deck-steps-short-seats-kept = confirm the seat count
deck-steps-short-notice-now = confirm the renewal
deck-steps-short-slower-months = present how we will stay within target
deck-steps-short-slower = present how we will shorten the wait
deck-steps-short-cause = present how we will halve these tickets
deck-steps-short-module = decide on training

deck-effects-commitments =
    { $n ->
        [one] Closed by its new date
       *[other] All closed by their new dates
    }
deck-effects-commitments-ours =
    { $n ->
        [one] Closed by its new date
       *[other] All closed by their new dates
    }
deck-effects-goals = On target: { $aims }
deck-effects-goals-measure =
    { $n ->
        [one] Measure, owner and first date set
       *[other] Measure, owner and first date set for each
    }
deck-effects-goals-again =
    { $n ->
        [one] Measured every quarter, by a named owner
       *[other] Measured every quarter, each by a named owner
    }
deck-effects-aim = “{ $goal }” ({ $target })
deck-effects-aims-all =
    { $n ->
        [one] the goal that fell short
       *[other] the { $n } goals that fell short
    }
deck-effects-planned = Plan set out in writing, with dates
deck-effects-usage = From { $now } to { $before } uses a week
deck-effects-usage-team = From { $now } to { $before } uses a week
deck-effects-breakdown = From { $now } to { $before } uses every four weeks
deck-effects-usage-scope = Scope and seats settled in writing
deck-effects-service = First response within { $target }
deck-effects-critical = Critical incidents solved within { $target }
deck-effects-critical-open = Critical incidents solved within { $target }
deck-effects-satisfaction = More promoters than detractors in the next survey
deck-effects-satisfaction-back = NPS back at { $before } in the next survey
deck-effects-satisfaction-rated = CSAT above { $now } in the next surveys
deck-effects-satisfaction-rated-well = CSAT of at least { $share } in the next surveys
deck-effects-satisfaction-held = NPS no lower in the next survey
deck-effects-delivery = At least { $share } of tasks on time
deck-effects-delivery-dates = At least { $share } of tasks on time
deck-effects-seats-few = At least { $goal } of { $paid } seats in use
deck-effects-seats-kept = Seat count confirmed
deck-effects-seats-idle =
    { $n ->
        [one] A decision on the idle seat
       *[other] A decision on each idle seat
    }
deck-effects-seats-many = Capacity decided before reaching { $paid } users
deck-effects-renewal = Agreement in writing before the renewal
deck-effects-renewal-notice = Agreement in writing before the notice deadline
deck-effects-renewal-now = Continuity confirmed in writing
deck-effects-notice-now = Scope confirmed before the notice deadline
deck-effects-offer = Scope and terms of the next term in writing
deck-effects-lapsed = New contract signed
deck-effects-cause =
    { $n ->
        [0] No more tickets about “{ $name }”
        [one] At most one ticket about “{ $name }” a quarter
       *[other] At most { $n } tickets about “{ $name }” a quarter
    }
deck-effects-module =
    { $n ->
        [one] { $names } in use, or dropped by agreement
       *[other] { $names } in use, or dropped by agreement
    }
deck-effects-response = Every month’s median within { $target }
deck-effects-slower-months = Every month’s median within { $target }
deck-effects-value = { $what } back at { $before } a quarter
deck-effects-slower = First response back at { $before }
deck-effects-opinion = NPS above { $now } in the next survey
deck-effects-usage-year = { $before } uses a week, as a year ago
deck-effects-usage-peers = More than { $now } uses a week
deck-effects-usage-module = From { $now } to { $before } uses a week, or an agreed scope without that module
deck-effects-response-ahead = Ahead of the median of comparable clients
deck-effects-growth = More teams with the usage that is already growing
deck-effects-seasonal = Usage back at the level of the earlier weeks

deck-meaning-says = What it means.
deck-meaning-asks = Question for today.
deck-meaning-action = Action { $n } ·
deck-meaning-usage-good = Your teams record { $more } more uses a week: from { $before } to { $now }.
deck-meaning-usage-flat = Your teams record { $now } uses a week, against { $before } before.
deck-meaning-usage-bad = Your teams record { $more } fewer uses a week, and fewer than in the same weeks last year.
deck-meaning-usage-module = Your teams record { $more } fewer uses a week; most of it is “{ $module }”, unused for four weeks.
deck-meaning-usage-worse = Your teams record { $now } uses a week, { $fall } below the same weeks last year.
deck-meaning-usage-seasonal = That is { $more } fewer uses a week, but about as many as in the same weeks last year.
deck-meaning-usage-seasonal-above = That is { $more } fewer uses a week, but still { $fall } above the same weeks last year.
deck-meaning-usage-missing = { $weeks } weeks are measured, the latest with { $last } uses; a trend needs more.
deck-meaning-usage-year = { $weeks } weeks are measured, the latest with { $last } uses; so far only last year is available to compare with.
deck-meaning-usage-fewer-seats = Paid seats went from { $seats_before } to { $seats } during the quarter, and use fell with them: { $more } fewer uses a week.
deck-meaning-usage-fewer-seats-year = Paid seats went from { $seats_before } to { $seats } in a year; { $share } of them are in use.
deck-meaning-usage-more-than-seats = Paid seats went from { $seats_before } to { $seats } during the quarter, but usage fell by more: { $size }.
deck-meaning-usage-more-than-seats-year = Paid seats went from { $seats_before } to { $seats } in a year, but usage fell by more: { $fall }.
deck-meaning-usage-bad-alone = Your teams record { $more } fewer uses a week: from { $before } to { $now }.
deck-meaning-goals-good-up = The narrowest margin: “{ $goal }”, { $gap } above its target.{ $worth }
deck-meaning-goals-good-down = The narrowest margin: “{ $goal }”, { $gap } below its limit.{ $worth }
deck-meaning-goals-exactly = The tightest target, “{ $goal }”, was met exactly.{ $worth }
deck-meaning-goals-good-up-one = “{ $goal }” is { $gap } above its target.{ $worth }
deck-meaning-goals-good-down-one = “{ $goal }” is { $gap } below its limit.{ $worth }
deck-meaning-goals-exactly-one = “{ $goal }” met its target exactly.{ $worth }
deck-meaning-goals-missed-up = “{ $goal }” is { $gap } short of its target{ $before }.{ $lost }{ $worth }
deck-meaning-goals-missed-down = “{ $goal }” is { $gap } over its target{ $before }.{ $lost }{ $worth }
deck-meaning-goals-before = ; in { $period } it was met, at { $actual }
deck-meaning-goals-lost =
    { $n ->
        [one] { "" } “{ $goal }”, met in { $period }, no longer is.
       *[other] { "" } { $n } goals met in { $period } no longer are.
    }
deck-meaning-goals-exactly-several = { $n } targets were met exactly, “{ $goal }” among them.{ $worth }
deck-meaning-goals-worth = { "" } “{ $goal }” brought { $worth }, as your team confirmed.
deck-meaning-goals-worth-of =
    { $n ->
        [2] { "" } Two goals brought { $worth }, as your team confirmed.
       *[other] { "" } { $n } goals brought { $worth }, as your team confirmed.
    }
deck-meaning-goals-saved = { "" } For “{ $goal }”, your team confirmed { $worth } saved.
deck-meaning-goals-missing = Goals agreed: { $n }. None has been measured, so nobody can tell whether the investment pays off.
deck-meaning-service-good = { $replied }{ $course }
deck-meaning-service-flat = { $replied }{ $course }
deck-meaning-service-mixed = { $replied }{ $course }
deck-meaning-service-bad = Half of all tickets waited { $median } or longer (target:{ "\u00A0" }{ $target }).{ $course }
deck-meaning-service-bad-few = { $few }{ $course }
deck-meaning-service-late = { $critical }
deck-meaning-service-late-replies = { $critical }
deck-meaning-service-late-mixed = { $critical }
deck-meaning-service-late-alone = { $critical }
deck-meaning-service-missing = No first reply is recorded for the tickets filed ({ $created }): too early to judge how quickly we answer.
deck-meaning-service-quiet = Nobody asked for help this quarter (tickets in twelve months: { $year }): a good sign, or help is sought elsewhere.
deck-meaning-service-untimed = Half of all tickets get a reply within { $median }.{ $course }
deck-meaning-service-back = { "" } { $month } closed at { $now }, back within target.
deck-meaning-service-slower = { "" } The median wait grew from { $before } in { $then } to { $now }.
deck-meaning-service-quicker = { "" } The median wait fell from { $before } in { $then } to { $now }.
deck-meaning-satisfaction-good = More people recommend us: of { $n } who answered, { $promoters } and { $detractors }.
deck-meaning-satisfaction-flat-rated-worse = Of { $n } people who answered, { $promoters } and { $detractors }. Our help is rated lower.
deck-meaning-satisfaction-flat-rated-low = Of { $n } people who answered, { $promoters } and { $detractors }. Only { $positive } of { $rated } ratings of our help are positive.
deck-meaning-satisfaction-flat-drifting = NPS is down for the third quarter in a row, from { $first } to { $nps }; with { $n } answers, that may be chance.
deck-meaning-satisfaction-flat = Of { $n } people who answered, { $promoters } and { $detractors }.
deck-meaning-satisfaction-flat-slipped = NPS has slipped from { $first } in { $when } to { $nps }; with { $n } answers, the latest step alone is not conclusive.
deck-meaning-satisfaction-flat-slipped-to-rest = Of { $n } people who answered, { $promoters } and { $detractors }. NPS was { $first } in { $when }.
deck-meaning-satisfaction-bad = Of { $n } people who answered, { $promoters } and { $detractors }. Opinion is worse.
deck-meaning-satisfaction-negative = Of { $n } people who answered, { $detractors } and { $promoters }.
deck-meaning-satisfaction-sliding = Opinion is slipping: of { $n } people who answered, { $detractors }.
deck-meaning-satisfaction-first = Of { $n } people who answered, { $promoters } and { $detractors }. This is the baseline for later surveys.
deck-meaning-satisfaction-csat-alone = Positive ratings: { $positive } of { $rated }. This is the baseline for later surveys.
deck-meaning-satisfaction-csat-good = Positive ratings: { $positive } of { $rated }; our help is rated better.
deck-meaning-satisfaction-csat-flat = Positive ratings: { $positive } of { $rated }; the difference may be chance.
deck-meaning-satisfaction-csat-apart = Positive ratings: { $positive } of { $rated }.
deck-meaning-satisfaction-csat-same = Positive ratings: { $positive } of { $rated }; our help is rated as before.
deck-meaning-satisfaction-csat-bad = Positive ratings: { $positive } of { $rated }; our help is rated worse.
deck-meaning-satisfaction-csat-low =
    { $n ->
        [one] { $n } of { $rated } ratings of our help was not positive{ $earlier }.
       *[other] { $n } of { $rated } ratings of our help were not positive{ $earlier }.
    }
deck-satisfaction-earlier-ratings = ; in { $period }, { $positive } of { $rated } were positive
deck-meaning-satisfaction-few = Answers this quarter: { $n }. Too few to conclude anything yet.
deck-meaning-delivery-good =
    { $n ->
        [one] The only task due was delivered on time ({ $n } of { $n }): the schedule holds.
        [2] Both tasks were delivered on time: the schedule is holding.
       *[other] All { $n } tasks were delivered on time: the schedule is holding.
    }
deck-meaning-delivery-late-done = “{ $name }”, due on { $day }, was delivered { $late } late.
deck-meaning-delivery-late-tied =
    { $n ->
        [2] Two tasks share the longest delay, { $late }: “{ $name }” and “{ $other }”.
       *[other] { $n } tasks share the longest delay, { $late }; “{ $name }” was due first, on { $day }.
    }
deck-meaning-delivery-late-held = “{ $name }” was on hold at quarter end and { $late } late; it was due on { $day }.
deck-meaning-delivery-late-open = “{ $name }” was still pending at quarter end and { $late } late; it was due on { $day }.
deck-meaning-delivery-missing = Nothing was due this quarter; tasks on hold that have to move: { $blocked }.
deck-meaning-commitments-good = What we agreed on at the last review is done: { $counted }.
deck-meaning-commitments-late-moved = “{ $name }” was due on { $day }; it was postponed and has no new date yet.
deck-meaning-commitments-late = “{ $name }” was due on { $day } and is still open.
deck-meaning-commitments-flat = Part of what we agreed on is pending: { $counted }.
deck-meaning-commitments-bad = What we agreed on is moving slower than planned: { $counted }.
deck-meaning-commitments-withdrawn = What was withdrawn will not be done, and is worth confirming: { $counted }.
deck-meaning-investment-renewed = Your contract was renewed on { $start }: the new term runs until { $day }{ $fee }.
deck-meaning-investment-renewed-inferred = Your subscription completed its year on { $start } and goes on; its next anniversary is { $day }{ $fee }.
deck-meaning-investment-dated = Current terms hold until { $day }{ $fee }.
deck-meaning-investment-inferred = The subscription’s anniversary is { $day }{ $fee }.
deck-meaning-investment-lapsed = Your contract ended on { $day } and services continue on the same terms{ $fee }.
deck-meaning-investment-rolled = Your contract renewed automatically on { $day }, on the same terms{ $fee }.
deck-meaning-investment-signed = The next contract is already signed: it runs from { $start } and comes up for renewal on { $day }.
deck-meaning-investment-signed-open = The next contract is already signed and runs from { $start }.
deck-meaning-investment-term-over = Your subscription term ended on { $day } and services continue on the same terms{ $fee }.
deck-meaning-investment-credits = The credit notes were issued in { $months }.{ $left }
deck-meaning-investment-less-credits = { "" } Net of them, { $paid } was invoiced in twelve months.
deck-meaning-investment-open = There is no contract with an end date{ $fee }.
deck-meaning-investment-fee = { "" } (annual fee: { $fee })
deck-meaning-investment-fee-beside = { "" } (annual fee: { $fee }, excluding { $beside })

deck-questions-usage-good = What do your teams do with it now that they did not before?
deck-questions-usage-good-level = What would help your teams get more out of it?
deck-questions-usage-good-seats = What do the new users use it for?
deck-questions-usage-flat = Which tasks are still done outside the platform?
deck-questions-usage-module = Why did your teams stop using “{ $module }”?
deck-questions-usage-bad = What changed in your teams over the last four weeks?
deck-questions-usage-worse = What has changed in your teams since last year?
deck-questions-usage-seasonal = How much use do you expect in the coming weeks?
deck-questions-usage-since = What changed in your teams in the week of { $week }?
deck-questions-usage-seasonal-above = How much use do you expect in the coming weeks?
deck-questions-usage-missing = What should change once all your teams use the product?
deck-questions-goals-good = Which target is worth making more ambitious from now on?
deck-questions-goals-exactly = What would give the goals that were met exactly some headroom?
deck-questions-goals-lacking =
    { $lacking ->
        [one] By when will we have the result that is missing?
       *[other] By when will we have the results that are missing?
    }
deck-questions-goals-flat =
    { $n ->
        [one] What stands between “{ $missed }” and its target?
       *[other] What stands between the missed goals and their targets?
    }
deck-questions-goals-bad = What stands between the missed goals and their targets, and are they still the right ones?
deck-questions-goals-none =
    { $n ->
        [one] Is this still the right target?
       *[other] Which of these goals matters most to you?
    }
deck-questions-goals-missing = Who can give us the data, and from when on?
deck-questions-service-good = Which requests keep coming back and could be avoided?
deck-questions-service-flat =
    { $late ->
        [one] What did the reply that came late hold up on your side?
       *[other] What did the replies that came late hold up on your side?
    }
deck-questions-service-mixed =
    { $late ->
        [one] What did the reply that came late hold up on your side?
       *[other] What did the replies that came late hold up on your side?
    }
deck-questions-service-bad = What stops on your side while you wait for us?
deck-questions-service-late = How did the delay affect your teams?
deck-questions-service-late-replies = How did the delay affect your teams?
deck-questions-service-late-alone = How did the delay affect your teams?
deck-questions-service-late-mixed = How did the delay affect your teams?
deck-questions-service-missing = Did every ticket get an answer?
deck-questions-service-quiet = Whom do your teams turn to when in doubt?
deck-questions-satisfaction-good = What made the difference?
deck-questions-satisfaction-flat = Does this match what you hear from your teams?
deck-questions-satisfaction-bad = What do your users ask for that we have not solved?
deck-questions-satisfaction-negative = What should we fix first?
deck-questions-satisfaction-sliding = What have your teams noticed over the past year?
deck-questions-satisfaction-first = Does this match what you hear from your teams?
deck-questions-satisfaction-csat-alone = What could we do better?
deck-questions-satisfaction-csat-good = What made the difference?
deck-questions-satisfaction-csat-flat = What could we do better?
deck-questions-satisfaction-csat-bad = What should support do differently?
deck-questions-satisfaction-csat-apart = What could we do better?
deck-questions-satisfaction-csat-same = What could we do better?
deck-questions-satisfaction-csat-low =
    { $n ->
        [one] What went wrong in the case that was not rated well?
       *[other] What went wrong in the { $n } cases that were not rated well?
    }
deck-questions-satisfaction-few = Who should answer the next survey?
deck-questions-delivery-good = Which upcoming delivery depends on your teams?
deck-questions-delivery-late-done = Which of your plans did the delay affect?
deck-questions-delivery-late-open = Which of your dates depend on what is late?
deck-questions-delivery-missing = What can we unblock today?
deck-questions-commitments-good = What is left to agree on for the months ahead?
deck-questions-commitments-ours = What new date suits your teams?
deck-questions-commitments-theirs = What do you need from us to close what is left?
deck-questions-commitments-bad = Which commitment is most urgent for you?
deck-questions-commitments-withdrawn = Do you agree to drop it?
deck-questions-investment-renewed = What do you expect of the new term?
deck-questions-investment-renewed-inferred = What do you expect of the year ahead?
deck-questions-investment-dated = Do you expect changes in scope before then?
deck-questions-investment-dated-near = What should change in the scope of the next term?
deck-questions-investment-inferred = Do you expect changes in scope before then?
deck-questions-investment-inferred-near = What should change in the scope of the year ahead?
deck-questions-investment-once = Have you received everything that { $once } covers?
deck-questions-investment-lapsed = By when can we sign new terms?
deck-questions-investment-rolled = Do you expect changes in scope during the new term?
deck-questions-investment-signed = What has to be ready before it begins?
deck-questions-investment-signed-open = What has to be ready before it begins?
deck-questions-investment-term-over = By when can we agree on a new term?
deck-questions-investment-credits = Do these credit notes match your records?
deck-questions-investment-open = Would fixed terms and dates suit you better?
deck-questions-usage-fewer-seats = Does what you have contracted now cover what your teams need?
deck-questions-usage-fewer-seats-year = Does what you have contracted now cover what your teams need?
deck-questions-usage-more-than-seats = What do people who still have a seat use less than before?
deck-questions-usage-more-than-seats-year = What do people who still have a seat use less than a year ago?
deck-questions-usage-bad-alone = What changed in your teams over the last four weeks?

# What goals brought, in the client's own confirmed figures.
deck-titles-value-both = You confirmed { $hours } saved and a gain of { $money } in { $this }{ $before }
deck-titles-value-hours = You confirmed { $hours } saved in { $this }{ $before }
deck-titles-value-money = You confirmed a gain of { $money } in { $this }{ $before }
deck-titles-value-fall = , down from { $before } in { $period }
deck-titles-value-fall-hours = ; hours are down from { $before } in { $period }
deck-titles-value-fall-money = ; the gain is down from { $before } in { $period }
deck-value-hours = Hours saved
deck-value-money = Financial gain
deck-value-table = Goals and value delivered
deck-value-alt = Table of goals with result, target, hours saved and financial gain. { $title }
deck-value-note = Quarterly figures provided and confirmed by your team.
deck-value-none = –
deck-value-gain = { $goals } ({ $worth })
deck-value-gain-each = { $goals } ({ $worth } each)
deck-value-quoted = “{ $goal }”
deck-short-value-hours = Hours saved
deck-short-value-money = Financial gain
deck-meaning-value =
    { $n ->
        [one] Largest confirmed gain: { $gains }.
       *[other] Largest confirmed gains, in money and in hours: { $gains }.
    }
deck-meaning-value-risen = { $what }: { $now }, up from { $before } in { $period }.
deck-meaning-value-all =
    { $n ->
        [one] Your goal has a value confirmed by your team.
        [2] Your 2 goals have a value confirmed by your team.
       *[other] All { $n } goals have a value confirmed by your team.
    }
deck-meaning-value-counted =
    { $n ->
        [one] { $n } of your { $all } goals has a value confirmed by your team.
       *[other] { $n } of your { $all } goals have a value confirmed by your team.
    }
deck-meaning-value-even = Your goals contribute the same: { $worth } each, as your team confirmed.
deck-meaning-value-tied = { $goals } contribute most: { $worth } each, as your team confirmed.
deck-meaning-value-halved = { $what }: { $now }, less than half of the { $before } in { $period }{ $why }.
deck-meaning-value-halved-exactly = { $what }: { $now }, half of the { $before } in { $period }{ $why }.
deck-meaning-value-less = { $what }: { $now }, down from { $before } in { $period }{ $why }.
deck-meaning-value-vanished = { $what }: none confirmed this quarter, { $before } in { $period }{ $why }.
deck-value-fell-unmeasured = ; “{ $goal }” has no result this quarter
deck-value-fell-missed = ; “{ $goal }” did not reach its target
deck-value-fell-unconfirmed = ; what “{ $goal }” brought is not confirmed
deck-value-fell-less = ; “{ $goal }” brought less
deck-value-fell-gone = ; “{ $goal }” is no longer among your goals
deck-questions-value-fell-less = Why did “{ $goal }” bring less than in { $period }, and can it recover?
deck-questions-value-fell = Why did your goals bring less than in { $period }, and can they recover?
deck-questions-value-fell-unmeasured = When will “{ $goal }” have a result?
deck-questions-value-fell-missed = What keeps “{ $goal }” from its target?
deck-questions-value-fell-unconfirmed = Who on your team can confirm what “{ $goal }” brought?
deck-questions-value-fell-gone = Should “{ $goal }” be one of your goals again?
deck-questions-value = Which other result should we measure from now on?

# Use and tickets, taken apart.
deck-titles-breakdown-asked =
    { $n ->
        [one] one ticket concerns { $that }
       *[other] { $n } tickets concern { $that }
    }
deck-titles-breakdown-that =
    { $n ->
        [one] that module
       *[other] those modules
    }
deck-titles-breakdown-asked-alone = ; { $asked }
deck-titles-breakdown-asked-beside = { "" } ({ $asked })
deck-titles-breakdown-idle =
    { $n ->
        [one] Nobody has used { $idle } for four weeks{ $asked }{ $cause }
       *[other] Nobody has used { $idle } for four weeks{ $asked }{ $cause }
    }
deck-titles-breakdown-falls = Usage in “{ $part }” is down { $fall } from the four weeks before{ $beside }{ $cause }
deck-titles-breakdown-risen =
    { $n ->
        [one] , while in “{ $other }” it is up { $rise }
       *[other] , while in the others it is up { $rise }
    }
deck-titles-breakdown-cause-too = , and it is the most frequent cause of tickets ({ $tickets } of { $all })
deck-titles-breakdown-cause-alone =
    { $n ->
        [one] “{ $name }” is the most frequent cause of tickets: { $tickets } of { $all }
       *[other] “{ $name }” is the most frequent cause of tickets: { $tickets } of { $all }
    }
deck-titles-breakdown-cause-tied = { $names } are the most frequent causes of tickets, with { $tickets } of { $all } each
deck-titles-breakdown-cause-even = The { $all } tickets split evenly: { $names }, { $tickets } each
deck-titles-breakdown-cause = ; { $tickets } of { $all } tickets are about “{ $name }”
deck-titles-breakdown-only = “{ $part }” recorded { $uses } uses in the last four weeks
deck-titles-breakdown-most-module = “{ $part }” takes { $share } of all use by module
deck-titles-breakdown-most-team = “{ $part }” records { $share } of your teams’ use
deck-breakdown-parts = Use in the last four weeks, by team and module
deck-breakdown-parts-alt = Table of teams and modules with uses, change on the four weeks before and active people
deck-breakdown-part = Team or module
deck-breakdown-team = Team: { $name }
deck-breakdown-module = Module: { $name }
deck-breakdown-events = Uses
deck-breakdown-roughly = about { $n }
deck-breakdown-change = vs 4 weeks before
deck-breakdown-people = People
deck-breakdown-idle = Not used
deck-breakdown-begun = New
deck-breakdown-causes = What tickets were about
deck-breakdown-causes-alt = Table of causes with tickets now, in the quarter before and how many were critical
deck-breakdown-cause = Cause
deck-breakdown-about = Cause: { $name }
deck-breakdown-other = Other or no category
deck-breakdown-quoted = “{ $name }”
deck-breakdown-cause-before = { $before } in { $period }
deck-breakdown-tickets = Tickets
deck-breakdown-critical = Critical
deck-breakdown-only-parts = By team and module
deck-breakdown-only-causes = Causes of tickets
deck-breakdown-earlier =
    { $n ->
        [0] { "" } In { $period } there were no tickets about “{ $name }”.
        [one] { "" } In { $period } there was { $n } ticket about “{ $name }”.
       *[other] { "" } In { $period } there were { $n } tickets about “{ $name }”.
    }
deck-breakdown-of-them-critical =
    { $n ->
        [0] None of the { $tickets } was critical
        [one] { $critical } of the { $tickets } was critical
       *[other] { $critical } of the { $tickets } were critical
    }
deck-breakdown-all-critical =
    { $n ->
        [one] It was critical
        [2] Both were critical
       *[other] All { $tickets } were critical
    }
deck-breakdown-uses-module-against = the modules recorded { $uses } uses in four weeks, against { $before } in the four before
deck-breakdown-uses-module = the modules recorded { $uses } uses in four weeks
deck-breakdown-uses-team-against = your teams recorded { $uses } uses in four weeks, against { $before } in the four before
deck-breakdown-uses-team = your teams recorded { $uses } uses in four weeks
deck-breakdown-others =
    { $n ->
        [one] { $idle } recorded no use
       *[other] { $idle } recorded no use
    }
deck-breakdown-plan =
    { $n ->
        [one] { $idle } shows no use in the last four weeks
       *[other] { $idle } show no use in the last four weeks
    }
deck-breakdown-each = { $tickets } each
deck-breakdown-tied = { $n } tied
deck-breakdown-top-causes = Top causes
deck-breakdown-parts-note = n/a: the four weeks before were not measured in full.
deck-categories-access = Access
deck-categories-billing = Billing
deck-categories-integration = Integrations
deck-categories-platform = Platform
deck-categories-reports = Reports
deck-short-tickets-top-cause = Most frequent cause
deck-short-teams-active = Active teams
deck-short-modules-active = Modules in use
deck-meaning-breakdown-idle = { $plan }; { $uses }.
deck-meaning-breakdown-falls = “{ $part }” recorded { $lost } fewer uses.{ $besides }
deck-meaning-breakdown-moved = “{ $part }” recorded { $lost } fewer uses; the rest, { $others } more.{ $besides }
deck-breakdown-besides = { "" } { $plan }.
deck-breakdown-besides-all = { "" } In all, { $uses }.
deck-meaning-breakdown-cause-tied = Together they are { $tickets } of the { $all } tickets. { $critical }.
deck-meaning-breakdown-cause-even = No cause stands out. { $critical }.
deck-meaning-breakdown-cause-alone = { $critical }.{ $earlier }
deck-meaning-breakdown-only = In all, { $uses }.
deck-meaning-breakdown-most-module = In all, { $uses }.
deck-meaning-breakdown-most-team = In all, { $uses }.
deck-questions-breakdown-idle =
    { $n ->
        [one] Would training help, or do you not need this module?
       *[other] Would training help, or do you not need these modules?
    }
deck-questions-breakdown-idle-others = What has changed, now that nobody there uses the product?
deck-questions-breakdown-only = Who else could get something out of it?
deck-questions-breakdown-most-module = Which module could your teams get more out of?
deck-questions-breakdown-most-team = Which team could get more out of it?
deck-questions-breakdown-falls-team = What has changed in “{ $part }” over the last four weeks?
deck-questions-breakdown-falls-module = What has changed in how your teams use “{ $part }”?
deck-questions-breakdown-moved-team = Did work move from “{ $part }” to other teams?
deck-questions-breakdown-moved-module = Do your teams now do in other modules what they did in “{ $part }”?
deck-questions-breakdown-cause-even = Which of these causes costs you most?
deck-questions-breakdown-cause-tied = Which of these causes costs you most?
deck-questions-breakdown-cause-alone = What did these problems keep your teams from doing?

# Among like clients, none of them named.
deck-titles-peers-and = { $first }; { $then }
deck-titles-peers-but = { $first }, but { $then }
deck-titles-peers-and-on = { $first }, and { $then }
deck-titles-peers-behind =
    { $n ->
        [2] Behind most comparable clients on both measures, furthest in { $worst }
       *[other] Behind most comparable clients on all { $n } measures, furthest in { $worst }
    }
deck-titles-peers-behind-none =
    { $n ->
        [2] Behind most comparable clients on both measures, and behind all of them in { $worst }
       *[other] Behind most comparable clients on all { $n } measures, and behind all of them in { $worst }
    }
deck-titles-peers-behind-alike =
    { $n ->
        [2] Behind most comparable clients on both measures (ahead of { $share } on each)
       *[other] Behind most comparable clients on all { $n } measures (ahead of { $share } on each)
    }
deck-peers-worst = { $measure } ({ $own })
deck-peers-worst-several = { $n } of these
deck-peers-first-several = You are ahead of all comparable clients in { $n } of { $all } measures
deck-peers-on-ahead = of { $share } in { $measure } ({ $own })
deck-peers-on-median = at the median in { $measure } ({ $own })
deck-peers-on-behind = of only { $share } in { $measure } ({ $own })
deck-peers-on-none = behind all of them in { $measure } ({ $own })
deck-peers-still-median = in { $measure } ({ $own })
deck-peers-still-behind = ahead of only { $share } in { $measure } ({ $own })
deck-peers-still-none = behind all of them in { $measure } ({ $own })
deck-titles-peers-all =
    { $n ->
        [2] Ahead of all comparable clients on both measures
       *[other] Ahead of all comparable clients on all { $n } measures
    }
deck-titles-peers-last =
    { $n ->
        [2] Behind all comparable clients on both measures
       *[other] Behind all comparable clients on all { $n } measures
    }
deck-peers-first-theirs-all = You are ahead of all comparable clients in { $measure } ({ $own })
deck-peers-first-theirs-ahead = You are ahead of { $share } of comparable clients in { $measure } ({ $own })
deck-peers-first-theirs-median = You are at the median of comparable clients in { $measure } ({ $own })
deck-peers-first-response-all = You get a first response sooner ({ $own }) than any comparable client
deck-peers-first-response-ahead = You get a first response sooner ({ $own }) than most comparable clients
deck-peers-first-response-median = Our first response ({ $own }) is at the median of comparable clients
deck-peers-first-nps-all = Your NPS ({ $own }) is the highest among comparable clients
deck-peers-first-nps-ahead = Your NPS ({ $own }) is higher than that of most comparable clients
deck-peers-first-nps-median = Your NPS ({ $own }) is at the median of comparable clients
deck-peers-then-theirs-ahead = you are ahead of { $share } in { $measure } ({ $own })
deck-peers-then-theirs-median = you are at the median in { $measure } ({ $own })
deck-peers-then-theirs-behind = you are ahead of only { $share } in { $measure } ({ $own })
deck-peers-then-theirs-none = you are behind all in { $measure } ({ $own })
deck-peers-then-response-ahead = our first response ({ $own }) is faster for you than for most
deck-peers-then-response-median = our first response ({ $own }) is at the median
deck-peers-then-response-behind = our first response ({ $own }) is slower for you than for most
deck-peers-then-response-none = our first response ({ $own }) is slower for you than for any of them
deck-peers-then-nps-ahead = you rate us higher than most do (NPS { $own })
deck-peers-then-nps-median = your NPS ({ $own }) is at the median
deck-peers-then-nps-behind = most of them rate us higher (your NPS: { $own })
deck-peers-then-nps-none = all of them rate us higher (your NPS: { $own })
deck-peers-ahead-share = ahead of { $share }
deck-peers-ahead-all = ahead of all
deck-peers-ahead-none = behind all
deck-peers-scale = ← behind all · median · ahead of all →
deck-peers-told = { $measure }: { $own }, { $ahead }
deck-peers-peer-use = usage trend
deck-peers-peer-adoption = seats in use
deck-peers-peer-response = first response
deck-peers-peer-nps = NPS
deck-peers-measure = Measure
deck-peers-own = Your value
deck-peers-state-good = Ahead
deck-peers-state-flat = At the median
deck-peers-state-bad = Behind
deck-peers-note = Clients in your segment with data (at least five, never named). Rounded to the nearest 10%.
deck-peers-note-cut = Clients in your segment with data (at least five, never named). Rounded to the nearest 10%. Usage trend is left out after your seat reduction.
deck-peers-also-theirs = { "" } Also behind: { $measures }.
deck-peers-also-ours = { "" } We also have to improve { $measures }.
deck-peers-ours-peer-response = our first response
deck-peers-ours-peer-nps = your NPS
deck-peers-closest = { "" } Closest to it: { $named }.
deck-peers-alike = { "" } All stand alike: { $named }.
deck-peers-strongest-one = { "" } Of what is in your own hands, { $measure } ({ $own }) is ahead of the median.
deck-peers-strongest = { "" } Of what is in your own hands, you do best in { $measure } ({ $own }).
deck-meaning-peers-good = Nothing is below the median.{ $strong }
deck-meaning-peers-lead =
    { $n ->
        [2] You are ahead of the median on both measures.{ $strong }
       *[other] You are ahead of the median on all { $n } measures.{ $strong }
    }
deck-meaning-peers-even = Nothing is below the median; lowest: { $measure }, { $own }.
deck-meaning-peers-response-none = Our replies ({ $own }) reach you later than they reach any comparable client: it is up to us to improve that.{ $also }{ $strong }
deck-meaning-peers-nps-none = All comparable clients rate us higher than your people do (NPS { $own }): it is up to us to improve that.{ $also }{ $strong }
deck-meaning-peers-theirs = Most room to improve: { $measure }, { $own }.{ $also }{ $strong }
deck-meaning-peers-response = Our replies ({ $own }) reach you later than they reach most comparable clients: it is up to us to improve that.{ $also }{ $strong }
deck-meaning-peers-nps = Most comparable clients rate us higher than your people do (NPS { $own }): it is up to us to improve that.{ $also }{ $strong }
deck-questions-peers-good = What do you do that others could learn from?
deck-questions-peers-lead = What do you do that others could learn from?
deck-questions-peers-even = Which of these measures matters most to you?
deck-questions-peers-theirs = What would it take to close that gap?
deck-questions-peers-response = Which replies do you need sooner?
deck-questions-peers-nps = What should we do better for your teams?
