# Key figures: the name and the definition of each, by its id.

kpi-client-retention = Client retention
    .definition = Clients active at the start and at the end of the period, over clients active at its start. Active is who has a subscription that counts, be it for nothing; or, having never had one, revenue in the last months (180 days unless set otherwise).
kpi-client-retention-ttm = Client retention over twelve months
    .definition = Client retention over the twelve months that end with the period.

kpi-complaints = Complaints
    .definition = Tickets filed in the period that are flagged as complaints.
kpi-complaints-on-time = Complaints answered in time
    .definition = Share of the complaints filed in the period whose first public reply came within the first-response target. A complaint without a reply is not on time.

kpi-critical-resolution-median = Resolution of critical incidents, median
    .definition = Business hours from filing to final resolution for incidents of critical or high priority: half of those solved in the period took this long or less. Those still open are counted separately.
kpi-critical-resolution-p90 = Resolution of critical incidents, 90th percentile
    .definition = Business hours within which nine in ten of the critical or high-priority incidents solved in the period were solved.
kpi-critical-resolution-on-time = Critical incidents solved on time
    .definition = Critical or high-priority incidents solved in the period within the target, as a share of those solved in it and those still open past the target.
kpi-critical-open = Critical incidents open
    .definition = Critical or high-priority incidents filed by the end of the period and not solved by then.
kpi-critical-open-age-median = Age of open critical incidents, median
    .definition = Calendar days from filing to the last day of the period: half of the open critical or high-priority incidents are this old or older.

kpi-csat = Customer satisfaction
    .definition = Share of positive answers among the satisfaction answers given in the period. Unanswered surveys are excluded.
kpi-csat-answers = Satisfaction answers
    .definition = Satisfaction answers given in the period.

kpi-deals-open-age-median = Age of open deals, median
    .definition = Calendar days from entry to the last day of the period: half of the open deals are this old or older. Deals without an entry date are excluded.

kpi-delivery-on-time = Tasks on time
    .definition = Tasks completed by their due date, as a share of the tasks due in the period. Tasks without a due date are excluded.
kpi-tasks-due = Tasks due
    .definition = Tasks whose due date lies in the period.
kpi-delivery-days-overdue-median = Delay of late tasks, median
    .definition = Calendar days from due date to completion for tasks due in the period that ran late; for those still open at its end, up to its last day, even if completed later.
kpi-tasks-blocked = Tasks blocked
    .definition = Tasks open at the end of the period that are waiting for another team.
kpi-tasks-undated = Tasks without a due date
    .definition = Tasks open at the end of the period that have no due date. They count in no on-time figure.

kpi-disputed-balance = Disputed balance
    .definition = The part of the open balance in invoices that the client disputes, due or not. It still counts in the open balance and its ageing.

kpi-dso = Days sales outstanding (DSO)
    .definition = How many days of billing the open balance represents, counted back month by month from the last day of the period, tax included.
kpi-average-days-delinquent = Average days delinquent
    .definition = Days sales outstanding, less what they would be if nothing were overdue: how late invoices are paid, whatever their terms.

kpi-expected-profit = Expected profit
    .definition = Recurring amounts contracted for the twelve months after the period, as known on its last day, times the contribution margin of the client’s segment over the last twelve. Subscriptions with no end date, or cancelled only later, are assumed to continue. A forecast.

kpi-first-response-median = First response, median
    .definition = Business hours from filing to an agent’s first public reply: half of the tickets filed in the period were answered this fast or faster. Tickets without a reply are excluded.
kpi-first-response-p90 = First response, 90th percentile
    .definition = Business hours within which nine in ten of the answered tickets filed in the period received their first public reply.
kpi-first-response-on-time = First responses on time
    .definition = Of the tickets filed in the period that were answered, or that waited past the target until they were solved or the period ended: the share whose first public reply came within the target. No value for clients whose tickets never show a reply.

kpi-invoiced-amount = Invoiced amount
    .definition = Invoices issued in the period less credit notes issued in it, excluding tax, drafts and voided documents. Other currencies at the month’s average rate.

kpi-lead-conversion = Lead conversion
    .definition = Leads that became clients by the period’s end, as a share of those entered in the twelve months that ended 90 days (unless set otherwise) before it. Younger ones are not judged yet.

kpi-lifetime-value = Customer lifetime value
    .definition = Contribution of the last twelve months, in each of five years (unless set otherwise): each year after the first is multiplied by the retention of clients in the same segment, and discounted. For a client of less than a year, or back for less than one, the expected profit of its next twelve months is used instead, and this is stated. A forecast.

kpi-gross-profit = Gross profit
    .definition = Recognized revenue less cost of sales. No value where a month with revenue has no cost: an unknown cost is not zero.
kpi-gross-margin = Gross margin
    .definition = Gross profit over recognized revenue. For a group, clients with negative revenue are included; those of unknown cost are in neither sum.
kpi-contribution = Contribution
    .definition = Gross profit less the cost of serving the client: support, customer success and account management.
kpi-contribution-margin = Contribution margin
    .definition = Contribution over recognized revenue, after credit notes; a historical figure. The forward margin in the renewal workbook is on next year’s net price. For a group, clients with negative revenue are included; those of unknown cost are in neither sum.

kpi-meetings-held = Meetings held
    .definition = Meetings and calls in the period that took place with somebody from the client.
kpi-days-since-meeting = Days since the last meeting
    .definition = Days from the last meeting held with the client to the last day of the period.
kpi-meetings-of-plan = Meetings held of those planned
    .definition = Meetings held with the client in the period over those that its tier plans for a period of this length.

kpi-mrr = Monthly recurring revenue (MRR)
    .definition = One twelfth of the annual amounts of subscriptions running on the last day of the period, excluding tax and net of discounts. Trials, metered and unpaid subscriptions do not count. Other currencies at the month-end rate.
kpi-arr = Annual recurring revenue (ARR)
    .definition = The annual amounts of the same subscriptions as MRR, added up before any rounding to months.

kpi-mrr-start = MRR at the start
    .definition = MRR on the last day before the period, at that month’s rate.
kpi-mrr-new = New MRR
    .definition = MRR gained in months in which a client paid for the first time ever.
kpi-mrr-expansion = Expansion MRR
    .definition = MRR that paying clients added: more seats, products or price.
kpi-mrr-contraction = Contraction MRR
    .definition = MRR that clients gave up while keeping some of it, as a positive amount.
kpi-mrr-churn = Churned MRR
    .definition = MRR of clients that had nothing active left at the month’s end, as a positive amount.
kpi-mrr-reactivation = Reactivation MRR
    .definition = MRR of clients that came back after a time without any.
kpi-mrr-exchange = Exchange effect on MRR
    .definition = What last month’s MRR gained or lost by this month’s exchange rates alone.

kpi-new-clients = New clients
    .definition = Clients with revenue in the period and none ever before.
kpi-won-back-clients = Clients won back
    .definition = Clients with revenue in the period, none in the twelve months before it, and some earlier than that.

kpi-nps = Net promoter score
    .definition = Share of promoters (9–10) less share of detractors (0–6), in points from −100 to 100, from each person’s latest answer in the period.
kpi-nps-answers = NPS answers
    .definition = People who answered in the period, each counted once.
kpi-nps-promoters = Promoters
    .definition = People whose latest answer in the period was 9 or 10.
kpi-nps-detractors = Detractors
    .definition = People whose latest answer in the period was 0 to 6.
kpi-nps-error = NPS margin of error
    .definition = Points above and below the score within which it would fall in 95 of 100 surveys of this size.

kpi-potential-value = Potential value
    .definition = Amounts of the deals open at the period’s end, each times the probability of its stage. A forecast, not revenue. Other currencies at the month-end rate. Each deal counts as the newest export by that day told of it. No value where that is not known: no export had told of a deal yet, and the first one that does calls it closed or is of much later (setting `deal_terms_days`).
kpi-won-amount = Amount won
    .definition = Amounts of the deals won in the period, other currencies at the average rate of the month they closed in.
kpi-win-rate = Win rate
    .definition = Deals won, as a share of those won or lost in the period. It flatters where lost deals are left open.
kpi-sales-growth = Sales growth
    .definition = Amount won less that of the same period a year ago, over that of a year ago.

kpi-win-rate-amount = Win rate by amount
    .definition = Amount of the deals won, as a share of that of the deals won or lost in the period.
kpi-won-of-created = Won of all begun
    .definition = Deals won by the period’s end, as a share of all that were entered in the twelve months that ended 90 days (unless set otherwise) before it. Deals left open count against it.
kpi-deals-open = Deals open
    .definition = Deals entered by the period’s end that were not won or lost by then. One called won or lost on a day still to come counts as closed.

kpi-portfolio-growth = Portfolio growth
    .definition = Recognized revenue of all clients, new ones included, less that of the same period a year ago, over that of a year ago. Year-over-year growth, by contrast, covers only clients that had revenue then.
kpi-revenue-existing-clients = Revenue of existing clients
    .definition = Recognized revenue of clients that had some in the same period a year ago.
kpi-revenue-new-clients = Revenue of new clients
    .definition = Recognized revenue of clients that had none in the same period a year ago.

kpi-open-balance = Open balance
    .definition = What is unpaid on the last day of the period on invoices issued by then, tax included, after the payments and credit notes that name them. Unallocated payments are shown separately.
kpi-overdue-balance = Overdue balance
    .definition = The part of the open balance whose due date has passed.
kpi-ageing-not-due = Not yet due
    .definition = Open balance that is not past its due date, or has none.
kpi-ageing-1-30 = 1 to 30 days overdue
    .definition = Open balance one to thirty days past its due date.
kpi-ageing-31-60 = 31 to 60 days overdue
    .definition = Open balance 31 to 60 days past its due date.
kpi-ageing-61-90 = 61 to 90 days overdue
    .definition = Open balance 61 to 90 days past its due date.
kpi-ageing-over-90 = More than 90 days overdue
    .definition = Open balance more than 90 days past its due date.
kpi-unapplied-balance = Unapplied balance
    .definition = Payments and credit notes that name no invoice, and any excess over the invoice they name, less refunds. Never deducted from the open balance.

kpi-recognised-revenue = Recognized revenue
    .definition = Invoice lines excluding tax, each spread by day over the service period it pays for, or counted on its invoice date where it has none. Credit notes reduce it on their own date. Other currencies at the month’s average rate.

kpi-relationship-score = Relationship score
    .definition = 0 to 100 points for growth, margin, payment, satisfaction, service, use and meetings, each on its own scale and weighted as the company has set. Small samples are excluded (settings `minimum_tickets`, `minimum_critical_incidents`, `minimum_answers`). No value where less than 60% of the weights are known. It describes the present; it does not predict.

kpi-renewal-rate = Renewal rate
    .definition = Agreements renewed, as a share of those that came up for renewal in the period and are decided. One renewed early counts in the period in which it was due. An agreement is due at its contract’s end, else at the subscription’s end, else at its yearly return. A subscription whose place another of the same product takes in mid-term, as when seats change, is one agreement with it.
kpi-renewal-rate-amount = Renewal rate by amount
    .definition = As the renewal rate, by yearly recurring money: each agreement counts with what was renewed of it, at most with what was due.
kpi-renewals-due = Renewals due
    .definition = Agreements that came up for renewal in the period.
kpi-renewals-undecided = Renewals undecided
    .definition = Agreements that came up in the period, are not renewed, and still have days of grace at its end. They are in no renewal rate.

kpi-renewal-forecast = Renewal forecast
    .definition = What agreements that come up for renewal in the period pay a year, each times how likely it is to be renewed: certain where a signed contract follows within the days of grace; else as the client’s newest request of the year before says; else as the company’s own decided renewals went without a discount; else as its policy says. What became of it since does not change it. The class of a relationship says how things stand and is no probability: workbooks set the forecast out by class instead. A client without subscriptions has no agreement that comes up, and no forecast. Months to come at the newest month-end rate. A forecast.

kpi-nrr = Net revenue retention (NRR)
    .definition = MRR at the end over MRR at the start of the period, of clients that paid at the start, both at the exchange rates of the start. Clients that did not pay at the start are left out, new or returned. One that was away within the period and is back counts as retained, and this is stated.
kpi-grr = Gross revenue retention (GRR)
    .definition = As NRR, but a client counts at most with what it paid at the start: growth does not make up for losses, so it never exceeds 100%.
kpi-nrr-ttm = Net revenue retention over twelve months
    .definition = Monthly recurring revenue (MRR) at the end over that at the start of the twelve months that end with the period, of clients that paid at the start, both at the exchange rates of the start. Clients that did not pay at the start are left out, new or returned. One that was away within the twelve months and is back counts as retained, and this is stated.
kpi-grr-ttm = Gross revenue retention over twelve months
    .definition = As net revenue retention over the same twelve months, but a client counts at most with what it paid at the start: growth does not make up for losses, so it never exceeds 100%.

kpi-revenue-growth = Revenue growth on the previous period
    .definition = Recognized revenue less that of the period before, over that of the period before. No value where the earlier revenue is not above zero.
kpi-revenue-growth-year = Revenue growth on a year ago
    .definition = Recognized revenue less that of the same period a year ago, over that of a year ago, each at the exchange rates of its time.
kpi-revenue-growth-year-constant = Revenue growth on a year ago at constant currency
    .definition = Year-over-year growth with this period’s revenue converted at the average exchange rates of the same months a year earlier, so that only business moves it.
kpi-revenue-growth-constant = Revenue growth on the previous period at constant currency
    .definition = As growth on the previous period, with this period’s revenue converted at the average exchange rates of the period before, month by month.

kpi-revenue-retention = Revenue retention
    .definition = Recognized revenue of the twelve months that end with the period, over that of the twelve months before, for clients with revenue in the latter.

kpi-service-level-critical = Service level, priority critical
    .definition = Tickets of priority critical solved in the period within the target of business hours, as a share of those solved in it and those still open past the target.
kpi-service-level-high = Service level, priority high
    .definition = Tickets of priority high solved in the period within the target of business hours, as a share of those solved in it and those still open past the target.
kpi-service-level-normal = Service level, priority normal
    .definition = Tickets of priority normal solved in the period within the target of business hours, as a share of those solved in it and those still open past the target.
kpi-service-level-low = Service level, priority low
    .definition = Tickets of priority low solved in the period within the target of business hours, as a share of those solved in it and those still open past the target.

kpi-revenue-target-attainment = Revenue against target
    .definition = Recognized revenue of the period over its revenue target, for a client, a manager or a team. Other targets, and the resources planned for each, are in the portfolio workbook.

kpi-days-to-value = Time to first value
    .definition = Of clients younger than a year at the period’s end: days from the start of the first subscription that counts to the first day or week of use in which half of the seats paid for were active (setting `first_value_use`). No value while that is not reached, nor where use of the first week is not known. Goals name a quarter and no day, so use decides.

kpi-tenure-months = Tenure
    .definition = Whole months from the first day with revenue to the period’s end; for companies without invoices, from the first day of the first paid subscription.

kpi-tickets-created = Tickets filed
    .definition = Requests and incidents filed in the period.
kpi-tickets-solved = Tickets solved
    .definition = Requests and incidents solved in the period, whenever they were filed. A ticket that was reopened and still stands open is not solved.

kpi-usage-change = Change in use
    .definition = Average daily use in the last four full weeks of the period against the twelve weeks before them. Weeks start on Monday unless set otherwise (weekly feeds keep their own start day). To be compared with the same weeks a year earlier, because holidays also lower usage. No value where more than one of the twelve earlier weeks was not measured.
kpi-usage-change-year = Change in use, year over year
    .definition = Average daily use in the last four full weeks of the period against the same weeks a year earlier (364 days back, so that weekdays match). No value where any of those weeks was not measured.
kpi-seats-used = Seats used
    .definition = Highest number of people who used the product on one day (or in one week, as measured) of the last 28 days, over seats paid for. Where several accounts are measured, the highest numbers of each are added up; an account whose use is not measured is in neither number.

kpi-usage-weekly = Weekly use
    .definition = Uses of the product from Monday to Sunday; weekly feeds count the week that begins on one of those days, and charts name it by that day.

kpi-white-space-products = White space, products
    .definition = Recurring products that enough clients of the same segment have (three, unless set otherwise) and this active client does not.
kpi-white-space = White space
    .definition = For each product of the price list that the client does not have and similar clients do, the median of what clients of the segment pay for it a year, times the share of them that have it, added up. A forecast, not a pipeline.

kpi-value-hours = Hours saved by goals
    .definition = Hours that the client’s goals saved it in the quarter, as recorded in the goals file and confirmed by the client. Unconfirmed value is excluded.
kpi-value-money = Financial gain from goals
    .definition = Financial gain from the client’s goals in the quarter, as recorded in the goals file and confirmed by the client, at the quarter-end exchange rate. Unconfirmed value is excluded.

kpi-tickets-top-cause = Share of the most frequent cause
    .definition = Tickets of the most frequent category, among the tickets filed in the period that have a category.

kpi-teams-active = Teams using it
    .definition = The client’s teams with use in the last 28 days of the period, out of all teams in its usage data by then.
kpi-modules-active = Modules in use
    .definition = Product modules that the client used in the last 28 days of the period, out of all modules in its usage data by then.

kpi-training-due = Training due
    .definition = Training tasks due in the period. No value where none of the client’s tasks has a type.
kpi-training-done = Training tasks done
    .definition = Training tasks completed in the period, whenever they were due.
kpi-maintenance-due = Maintenance due
    .definition = Maintenance tasks due in the period. No value where none of the client’s tasks has a type.
kpi-maintenance-done = Maintenance tasks done
    .definition = Maintenance tasks completed in the period, whenever they were due.

kpi-tasks-blocked-late = Blocked tasks past their date
    .definition = Tasks waiting for another team at the end of the period whose due date had passed before its last day.
kpi-blocked-days-median = Delay of blocked tasks, median
    .definition = Calendar days from due date to the last day of the period: half of the blocked tasks past their date have waited this long or longer.

kpi-discount-granted = Discount granted on list
    .definition = How much less running subscriptions cost a year than the list price of as many units, over that list price. Only subscriptions whose product has a list price in their own currency; discounts and prices as on the last day of the period. Earlier terms known only from invoice lines count with as many units if they cost the same, and are excluded if they did not.

kpi-revenue-largest-client = Revenue share of the largest client
    .definition = Recognized revenue of the period’s largest client, over that of all clients of the group with revenue above zero. No value for a single client.
kpi-revenue-largest-ten = Revenue share of the ten largest clients
    .definition = Recognized revenue of the period’s ten largest clients, over that of all clients of the group with revenue above zero. No value for ten clients or fewer.
kpi-revenue-concentration = Concentration of revenue (Herfindahl index)
    .definition = Sum of the squared revenue shares of the group’s clients in the period, from near 0 (many alike) to 10,000 (a single client).

kpi-peer-use = Position among peers: change in use
    .definition = Share of the other clients in the segment whose use grew less; ties count as half, rounded to the nearest 10%. At least five of them, never named.
kpi-peer-adoption = Position among peers: seats used
    .definition = Share of the other clients in the segment that use a smaller part of their seats; ties count as half, rounded to the nearest 10%. At least five of them, never named.
kpi-peer-response = Position among peers: first response
    .definition = Share of the other clients in the segment that waited longer for a first response (median); ties count as half, rounded to the nearest 10%. At least five of them, never named.
kpi-peer-nps = Position among peers: recommendation (NPS)
    .definition = Share of the other clients in the segment with a lower NPS; ties count as half, rounded to the nearest 10%. At least five of them, never named.
