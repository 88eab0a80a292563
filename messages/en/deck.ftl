# The client's deck. Titles: metric, direction, size, comparator; never a cause.

deck-absent = n/a
deck-sheet = Data
deck-next-step = Next step: { $action }

deck-title = Quarterly review { $period } · { $client }
deck-subject = Edition { $edition }

deck-cover-subtitle = Quarterly business review · { $period }
deck-cover-days = { $start } to { $end }
deck-cover-manager = Your manager: { $name }

deck-confidentiality = Confidential
deck-footer-source = Source: { $systems }
deck-footer-data-date = Data as of { $day }

deck-units-hours = { $n } h
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

deck-delta-up = ▲ { $size } vs { $period }
deck-delta-down = ▼ { $size } vs { $period }
deck-delta-flat = Stable vs { $period }
deck-delta-stable-against = Stable { $comparator }
deck-delta-inconclusive = Inconclusive vs { $period }
deck-delta-few-answers = Too small a sample
deck-delta-none = Nothing to compare with

deck-short-critical-resolution-median = Critical solved, median
deck-short-delivery-days-overdue-median = Delay, median
deck-short-nps = NPS
deck-short-csat = CSAT
deck-short-usage-change-year = Change in use, yearly

# What a client reads instead of the figure's own name.
deck-names-mrr = Monthly fee

deck-missing-feed-missing = These data are not received
deck-missing-no-rows = No records in the period
deck-missing-new-account = New client, no history to compare
deck-missing-no-opening-revenue = No earlier amount to compare
deck-missing-no-revenue = No revenue in the period
deck-missing-no-subscriptions = No subscriptions
deck-missing-cost-missing = Incomplete data
deck-missing-rate-missing = An exchange rate is missing
deck-missing-no-billings = No invoices
deck-missing-balance-exceeds-billings = Cannot be computed
deck-missing-payment-unknown = The export does not say what is paid
deck-missing-dispute-unknown = The export does not say what is disputed
deck-missing-no-answers = No answers in the period
deck-missing-too-few-answers = Too few answers
deck-missing-no-replies = No ticket was answered in the period
deck-missing-no-complaints = No complaints in the period
deck-missing-none-solved = None solved in the period
deck-missing-no-usage = No use recorded
deck-missing-too-short-history = History too short
deck-missing-gaps-in-history = Earlier weeks not measured
deck-missing-no-deals = No deals to go by
deck-missing-amount-missing = A won deal has no amount
deck-missing-terms-unknown = Not known for that day
deck-missing-low-coverage = Too little is known
deck-missing-nothing-due = Nothing was due in the period
deck-missing-none-late = Nothing was late
deck-missing-no-meetings = No meetings recorded
deck-missing-no-seats = Paid seats not recorded
deck-missing-not-active-at-start = Not active at the start
deck-missing-not-active = No longer active
deck-missing-no-renewals = No renewal decided
deck-missing-none-open = None open
deck-missing-no-plan = Nothing planned
deck-missing-no-leads = No leads to judge
deck-missing-no-target = No target set
deck-missing-no-segment = No segment
deck-missing-too-few-clients = Too few like it
deck-missing-period-not-over = The period is not over

deck-reasons-no-commitments = no commitments for the quarter
deck-reasons-no-goals = no goals recorded
deck-reasons-no-breach = no breach and no detractor
deck-reasons-no-recorded-cause = no cause and action recorded
deck-reasons-nothing-invoiced = nothing invoiced in twelve months
deck-reasons-nothing-to-recommend = no rule asks for an action
deck-reasons-nothing-concluded = nothing concluded to sum up
deck-reasons-no-plan = no commitments for next quarter
deck-reasons-not-a-quarter = decks are made for quarters
deck-reasons-quarter-not-over = the quarter was not over when the data ended
deck-reasons-inactive = client not active in the quarter
deck-reasons-too-few-slides = fewer than four slides of content

deck-kickers-cover = Cover
deck-kickers-summary = Executive summary
deck-kickers-commitments = Commitments this quarter
deck-kickers-goals = Your goals
deck-kickers-usage = Use and adoption
deck-kickers-service = Service
deck-kickers-satisfaction = Satisfaction
deck-kickers-delivery = Projects
deck-kickers-learned = What we learned
deck-kickers-investment = Investment
deck-kickers-recommended = Recommendations
deck-kickers-plan = Plan for next quarter
deck-kickers-appendix = Appendix

deck-subjects-goals = your goals
deck-subjects-usage = use
deck-subjects-service = service
deck-subjects-satisfaction = satisfaction
deck-subjects-delivery = projects
deck-subjects-commitments = open commitments
deck-subjects-investment = the renewal

deck-columns-product = Product
deck-columns-commitment = Commitment
deck-columns-owner = Owner
deck-columns-due = Date
deck-columns-state = State
deck-columns-goal = Goal
deck-columns-target = Target
deck-columns-actual = Result
deck-columns-theme = Theme
deck-columns-answers = Answers
deck-columns-positive = Positive
deck-columns-milestone = Milestone
deck-columns-project = Project
deck-columns-completed = Delivered
deck-columns-cause = Recorded cause
deck-columns-action = Recorded action
deck-columns-account = Billing account
deck-columns-invoiced = Invoiced { $period }
deck-columns-subject = Subject
deck-columns-recommendation = Recommendation
deck-columns-evidence = Evidence
deck-columns-measure = How it is measured
deck-columns-figure = Figure
deck-columns-definition = Definition
deck-columns-data = Data
deck-columns-system = Source system
deck-columns-subscription = Subscription
deck-columns-seats = Seats
deck-columns-fee = Monthly fee
deck-columns-since = Since
deck-columns-ends = Until

deck-states-done = Closed
deck-states-open = Open
deck-states-moved = Postponed
deck-states-dropped = Withdrawn

deck-sides-us = supplier
deck-sides-client = client

deck-titles-cover = { $client }
deck-titles-summary = { $text }
deck-titles-appendix = Definitions, sources and exclusions
deck-titles-commitments-good =
    { $n ->
        [one] The quarter's commitment is closed
       *[other] { $all } of { $all } commitments of the quarter closed
    }
deck-titles-commitments-flat =
    { $n ->
        [one] { $done } of { $all } commitments closed; still pending: { $first }
       *[other] { $done } of { $all } commitments closed; { $rest } still pending, the first: { $first }
    }
deck-titles-commitments-bad =
    { $n ->
        [one] Only { $done } of { $all } commitments closed; still pending: { $first }
       *[other] Only { $done } of { $all } commitments closed; { $rest } still pending, the first: { $first }
    }
deck-titles-commitments-none =
    { $n ->
        [one] No commitment closed; still pending: { $first }
       *[other] None of the { $all } commitments is closed; the first: { $first }
    }
deck-titles-commitments-withdrawn =
    { $n ->
        [one] { $done } of { $all } commitments closed; one was withdrawn
       *[other] { $done } of { $all } commitments closed; { $dropped } were withdrawn
    }
deck-titles-commitments-missing = Commitments of the quarter: not enough data
deck-titles-goals-good =
    { $n ->
        [one] Goal met: { $goal }, { $actual } (target: { $target })
       *[other] { $all } of { $all } measured goals met; the best, { $goal }: { $actual } (target: { $target })
    }
deck-titles-goals-flat = { $met } of { $all } goals met; the furthest, { $goal }: { $actual } (target: { $target })
deck-titles-goals-bad =
    { $n ->
        [one] Goal not reached: { $goal }, { $actual } (target: { $target })
       *[other] Only { $met } of { $all } goals met; the furthest, { $goal }: { $actual } (target: { $target })
    }
deck-titles-goals-none =
    { $n ->
        [one] Goal not reached: { $goal }, { $actual } (target: { $target })
       *[other] None of the { $all } goals is met; the furthest, { $goal }: { $actual } (target: { $target })
    }
deck-titles-goals-missing = Your goals: no measurements yet
deck-titles-usage-good = Use is up { $size } on the twelve weeks before{ $year }
deck-titles-usage-flat = Use is stable against the twelve weeks before{ $year }
deck-titles-usage-bad = Use is down { $size } on the twelve weeks before{ $year }
deck-titles-usage-seasonal = Use is down { $size } on the twelve weeks before, but not on last year{ $year }
deck-titles-usage-missing = Use this quarter: not enough data to compare ({ $reason })
deck-titles-usage-year = { "" } ({ $signed } on the same weeks last year)
deck-titles-service-good = Median first response { $median }, within the { $target } target{ $critical }
deck-titles-service-flat = Median first response { $median }, within the { $target } target, with some replies late{ $critical }
deck-titles-service-bad = Median first response { $median }, above the { $target } target{ $critical }
deck-titles-service-late = Median first response { $median }, within target{ $critical }
deck-titles-service-late-alone = Not enough data on first response ({ $reason }){ $critical }
deck-titles-service-missing = { $created } tickets filed; not enough data on first response ({ $reason })
deck-titles-service-critical-in-time = ; critical incidents solved in time
deck-titles-service-quiet = No tickets were filed in { $this }, nor in { $period }
deck-titles-service-quiet-after = No tickets were filed in { $this }, after { $before } in { $period }
deck-titles-service-critical-late =
    { $n ->
        [one] ; the one critical incident came late
       *[other] ; { $late } of { $all } critical incidents late
    }
deck-titles-satisfaction-good = NPS { $nps } (n = { $n }){ $trend }
deck-titles-satisfaction-flat = NPS { $nps } (n = { $n }){ $trend }
deck-titles-satisfaction-bad = NPS { $nps } (n = { $n }){ $trend }
deck-titles-satisfaction-negative = NPS { $nps } (n = { $n }): more detractors than promoters{ $trend }
deck-titles-satisfaction-csat-alone = CSAT { $csat } (n = { $n }); no earlier figure to compare
deck-titles-satisfaction-inconclusive = ; inconclusive against { $period }
deck-titles-satisfaction-rise = ; up { $size } points on { $period }
deck-titles-satisfaction-fall = ; down { $size } points on { $period }
deck-titles-satisfaction-missing =
    { $n ->
        [one] { $promoters } of { $n } person is a promoter: too small a sample for an NPS
       *[other] { $promoters } of { $n } people are promoters: too small a sample for an NPS
    }
deck-titles-satisfaction-csat-few =
    { $n ->
        [one] { $positive } of { $n } answer is positive: too small a sample for a CSAT
       *[other] { $positive } of { $n } answers are positive: too small a sample for a CSAT
    }
deck-titles-satisfaction-csat-good = CSAT { $csat } (n = { $n }), above { $before } in { $period }
deck-titles-satisfaction-csat-flat = CSAT { $csat } (n = { $n }), stable against { $period }
deck-titles-satisfaction-csat-bad = CSAT { $csat } (n = { $n }), below { $before } in { $period }
deck-titles-delivery-good =
    { $n ->
        [one] The one delivery due came on time{ $blocked }
       *[other] { $done } of { $due } deliveries on time{ $blocked }
    }
deck-titles-delivery-flat = { $done } of { $due } deliveries on time{ $blocked }
deck-titles-delivery-bad =
    { $n ->
        [one] The one delivery due did not come on time{ $blocked }
       *[other] Only { $done } of { $due } deliveries on time{ $blocked }
    }
deck-titles-delivery-none =
    { $n ->
        [one] The one delivery due did not come on time{ $blocked }
       *[other] None of the { $due } deliveries came on time{ $blocked }
    }
deck-titles-delivery-missing = No deliveries were due this quarter{ $blocked }
deck-titles-delivery-blocked-by =
    { $n ->
       *[other] ; { $n } recorded as blocked by { $team }
    }
deck-titles-delivery-blocked =
    { $n ->
       *[other] ; { $n } recorded as blocked
    }
deck-titles-learned-good =
    { $n ->
        [one] The commitment with a recorded cause is now closed
       *[other] All { $all } commitments with a recorded cause are now closed
    }
deck-titles-learned-flat = { $done } of { $all } commitments with recorded cause and action are now closed
deck-titles-learned-bad =
    { $n ->
        [one] One commitment with recorded cause and action is not closed yet
       *[other] { $all } commitments with recorded cause and action are not closed yet
    }
deck-titles-learned-missing = What we learned: no causes recorded
deck-titles-investment-credited = Net credit of { $credit } in { $this }
deck-titles-investment-nothing = No invoices in { $this }; the last one was issued before it
deck-titles-investment-up = { $amount } invoiced in { $this }, { $size } more than in { $period }
deck-titles-investment-flat = { $amount } invoiced in { $this }, stable against { $period }
deck-titles-investment-down = { $amount } invoiced in { $this }, { $size } less than in { $period }
deck-titles-investment-missing = { $amount } invoiced in { $this }; no earlier amount to compare
deck-titles-fee-leap = The monthly fee at the end of { $this } is { $amount }, after { $before } at the end of { $period }; { $running }
deck-titles-fee-up = The monthly fee at the end of { $this } is { $amount }, { $size } more than at the end of { $period }; { $running }
deck-titles-fee-flat = The monthly fee at the end of { $this } is { $amount }, stable against the end of { $period }; { $running }
deck-titles-fee-down = The monthly fee at the end of { $this } is { $amount }, { $size } less than at the end of { $period }; { $running }
deck-titles-fee-missing = The monthly fee at the end of { $this } is { $amount }, with no earlier fee to compare; { $running }
deck-titles-recommended =
    { $n ->
        [one] We propose one action, on { $subject }
       *[other] We propose { $n } actions; the first is on { $subject }
    }
deck-titles-plan-dated =
    { $n ->
        [one] One commitment for { $period }, due { $day }
       *[other] { $all } commitments for { $period }; the first is due { $day }
    }
deck-titles-plan-undated =
    { $n ->
        [one] One commitment for { $period }, to be dated
       *[other] { $all } commitments for { $period }, to be dated
    }

deck-clauses-none = { "" }
deck-clauses-fee = fee stable at { $amount } a month
deck-clauses-commitments = { $done } of { $all } commitments closed
deck-clauses-goals = { $met } of { $all } goals met
deck-clauses-satisfaction = NPS { $nps } (n = { $n })
deck-clauses-csat = CSAT { $csat } (n = { $n })
deck-clauses-delivery = { $done } of { $due } deliveries on time
deck-clauses-request = one request: { $request }
deck-clauses-usage-good = use up { $size }
deck-clauses-usage-flat = use stable
deck-clauses-usage-bad = use down { $size }
deck-clauses-usage-seasonal = use in line with last year
deck-clauses-usage-missing = { "" }
deck-clauses-service-good = first response in { $median }, within target
deck-clauses-service-flat = first response in { $median }, within target
deck-clauses-service-bad = first response in { $median }, above { $target }
deck-clauses-service-missing = { "" }
deck-clauses-service-quiet = no tickets filed
deck-clauses-critical-late =
    { $n ->
        [one] the one critical incident came late
       *[other] { $late } of { $all } critical incidents late
    }

deck-actions-commitments = Close the open commitments first, each with a date and an owner.
deck-actions-goals = Go through the goals not reached and agree target and measure for next quarter.
deck-actions-usage = Agree an adoption plan with the teams that use the product and review it every two weeks.
deck-actions-service = Review the late cases together and follow them weekly until back on target.
deck-actions-satisfaction = Go through the themes raised with users and agree two dated improvements.
deck-actions-delivery = Bring the teams involved together weekly and deal early with dates at risk.
deck-actions-seats-few = Review how seats are shared out and activate those not in use.
deck-actions-seats-many = Review capacity: nearly all seats are in use.
deck-actions-renewal = Start the renewal conversation with goals and scope for the next term.
deck-actions-growth = Find out with the teams which uses have grown and extend them to others.
deck-actions-seasonal = Look at use again halfway through the quarter and see whether it has recovered.

deck-evidence-agreed = Agreed in an earlier version
deck-evidence-seats = { $share } of seats in use ({ $used } of { $paid })
deck-evidence-renewal = Renewal on { $day }, { $days } days after the quarter's close
deck-evidence-renewal-inferred = Anniversary on { $day } (inferred date), { $days } days after the quarter's close

deck-summary-table = Summary
deck-summary-alt = Outcomes, points to improve and request of the quarter
deck-summary-kind = Balance
deck-summary-statement = What happened
deck-summary-outcome = Outcome
deck-summary-steady = Neutral
deck-summary-miss = To improve
deck-summary-no-miss = No miss recorded this quarter
deck-summary-request = Request

deck-commitments-table = Commitments
deck-commitments-alt = Table of commitments with owner, date and state. { $title }
deck-commitments-chart = Commitments by state
deck-commitments-chart-alt = Bar of the quarter's { $n } commitments by state

deck-goals-heading = Result against target (target = 100%)
deck-goals-note = The dash marks the target. Red is short of it.
deck-goals-table = Goals
deck-goals-alt = Table of goals with target, result and state. { $title }
deck-goals-chart-alt = Columns of each goal's result as a percentage of its target
deck-goals-reached = Result
deck-goals-up = ≥
deck-goals-down = ≤
deck-goals-met = Met
deck-goals-missed = Not reached
deck-goals-not-measured = Not measured

deck-usage-heading = Use by week (events)
deck-usage-note = Whole weeks by their Monday; the dots are the last four.
deck-usage-chart-alt = Line of the use in the last thirteen weeks
deck-usage-against-usage-change = vs the twelve weeks before
deck-usage-against-usage-change-year = vs the same weeks last year
deck-usage-seats = Seats in use: { $share } ({ $used } of { $paid })
deck-usage-used = In use
deck-usage-paid = Paid for

deck-service-response-exported = First response, median by month (hours as exported)
deck-service-response = First response, median by month (business hours)
deck-service-response-alt = Columns of each month's median first response and a line at the target
deck-service-target = Target: { $hours }
deck-service-volume = Tickets by month
deck-service-volume-alt = Columns of the tickets filed and solved in each month

deck-satisfaction-heading = Would you recommend us? People by answer
deck-satisfaction-note = Promoters: 9–10; passives: 7–8; detractors: 0–6. Each person's latest answer.
deck-satisfaction-chart-alt = Bars of promoters, passives and detractors in each quarter
deck-satisfaction-of = { $positive } of { $n }
deck-satisfaction-promoters = Promoters
deck-satisfaction-passives = Passives
deck-satisfaction-detractors = Detractors
deck-satisfaction-themes = Themes
deck-satisfaction-themes-alt = Table of survey themes, their answers and how many are positive

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

deck-delivery-note = The table lists milestones; the figures count every task due in the quarter.
deck-delivery-table = Milestones
deck-delivery-alt = Table of milestones with project, date, delivery and state. { $title }
deck-delivery-open = Pending
deck-delivery-on-time = On time
deck-delivery-overdue = Overdue
deck-delivery-blocked = Waits for { $team }
deck-delivery-late =
    { $n ->
        [one] { $n } day late
       *[other] { $n } days late
    }

deck-learned-table = Causes and actions
deck-learned-alt = Table of commitment, recorded cause and recorded action

deck-investment-products = Invoiced by product
deck-investment-products-alt = Table of what was invoiced for each product in the quarter
deck-investment-heading = Invoiced by month ({ $unit })
deck-investment-chart = Invoiced by month and product
deck-investment-chart-alt = Stacked columns of what was invoiced each month by product
deck-investment-note = Invoices less credit notes, without tax, by date of issue.
deck-investment-scale-0 = { $currency }
deck-investment-scale-1 = thousands of { $currency }
deck-investment-scale-2 = millions of { $currency }
deck-investment-unsplit = Invoiced
deck-investment-no-product = No product
deck-investment-others = Other products
deck-investment-total = Total
deck-investment-renewal = Renewal date
deck-investment-no-renewal = No contract with an end date
deck-investment-basis-contract = End of the running contract
deck-investment-basis-subscription = End of the running subscription
deck-investment-basis-inferred = Anniversary, inferred date
deck-investment-contract = Contract from { $start } to { $end }
deck-investment-accounts = Billing accounts
deck-investment-accounts-alt = Table of what each account was invoiced in the quarter
deck-investment-more-accounts =
    { $n ->
        [one] and { $n } more account
       *[other] and { $n } more accounts
    }

deck-fee-heading = Monthly fee at each month's end ({ $unit })
deck-fee-chart = Monthly fee by month
deck-fee-chart-alt = Columns of the recurring monthly fee at the end of each month
deck-fee-note = A twelfth of the yearly amounts, without tax; trials and metered use do not count.
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

deck-recommended-agreed = ✓ { $subject } (agreed)
deck-recommended-table = Recommendations
deck-recommended-alt = Table of recommendations and the evidence of each

deck-plan-table = Plan
deck-plan-alt = Table of commitments, owner, date and measure

deck-appendix-definitions = Definitions
deck-appendix-definitions-alt = Table of each figure's definition
deck-appendix-sources = Sources
deck-appendix-sources-alt = Table of the system each kind of data comes from
deck-appendix-exclusions = What is not included

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
deck-tables-usage = Product use

# Systems without a proper name; others are called by theirs.
deck-systems-finance = Finance
deck-systems-surveys = Surveys
deck-systems-usage = Usage log

deck-exclusions-usage = Use: whole weeks only; data that are missing are not zero use.
deck-exclusions-service = Service: deleted tickets do not count; hours are business hours without holidays.
deck-exclusions-satisfaction = Surveys: unanswered ones do not count; of each person, the latest answer.
deck-exclusions-delivery = Projects: tasks without a promised date are not in deliveries on time.
deck-exclusions-investment = Invoicing: without tax, drafts and voided documents.
deck-exclusions-fee = Subscriptions: without tax, trials, metered use and unpaid ones.
deck-exclusions-all = “{ $absent }” means that there are no data, never zero.

deck-notes-cover = Quarterly review of { $client }, { $period }.
deck-notes-story = The thread of the meeting:
deck-notes-edition = Edition { $edition }.
deck-notes-commitments = Start with what is pending: what is missing and by when.
deck-notes-goals = Each goal is compared with its target; where less is better, the percentage is target over result.
deck-notes-learned = Causes and actions are read as recorded.
deck-notes-plan = Confirm owner and date of each commitment.
deck-notes-recommended = Each action rests on the evidence in its row.
deck-notes-choose = Agreed actions: put an x between the brackets.
deck-notes-investment = Amounts are those of the invoices issued to the client, less credit notes.
deck-notes-fee = The fee is what the running subscriptions cost a month, not what was invoiced.
deck-notes-nps-error = Margin of error of the NPS: ±{ $error } points.
