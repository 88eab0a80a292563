# Signals: a name, what it means, and a sentence for each step.

signal-competitor = A competitor is named
    .meaning = A risk note that is not closed, or a request for a discount, names a competitor.
    .compare = Compare what the client gets from us with { $competitor }, in terms of its own goals.
    .decide = Find out who decides at the client, and when, before the renewal date.

signal-complaints = Complaints despite good CSAT
    .meaning = Tickets of the period are in the category of complaints, while satisfaction reaches its target: what was counted says no more.
    .answer = Answer each complaint in writing, and ask whether what it was about is solved.
    .speed = Agree with support on what shortens the waits that are outside their targets.

signal-cross-sell = Room to sell more
    .meaning = Nearly all seats are in use or usage grows, nobody is unhappy, little is overdue, nothing shrinks and the relationship needs no repair, and the price list has subscriptions that the client does not have and clients like it do.
    .seats = Propose more seats before they run out.
    .product = Show { $product } with the client’s own figures at the next meeting.

signal-discount-asked = Discount requested
    .meaning = A discount was asked for in the months up to the end of the period.
    .floor = Before any answer, have Finance approve the largest discount that pays, as the renewal workbook works it out.
    .trade = Concede nothing without something in return: a longer term, prepayment or exclusivity.
    .margin = Tell whoever approves it what margin is left after the discount; today’s leaves little room.

signal-dissatisfied = Unhappy with the service
    .meaning = More detractors than promoters, low satisfaction, several complaints in the period, or one beside incidents or first answers outside their targets.
    .call = Call those who gave low scores and ask what would have earned a nine.
    .rated = Call those who rated their tickets low and ask what went wrong.
    .answer = Answer every complaint in writing: what has been done, and what will be done by when.
    .incidents = Agree with support on an owner and a date for each critical incident, and tell the client both.
    .plan = Bring a service plan to the next meeting: targets, what changes, and the day on which it is measured again.

signal-falling-score = NPS down for the third quarter in a row
    .meaning = NPS has fallen in each of the last three quarters. Each step may be chance; the direction is observed.
    .ask = Call two of those whose score went down and ask what changed over the year.
    .agree = Agree with the client on one improvement that the next survey can show.

signal-falling-use = Usage is falling
    .meaning = Usage is clearly below the prior twelve weeks, and below the same weeks a year earlier; or far below last year and still falling. Not where the client cut its seats by as much.
    .ask = Ask the client’s sponsor what changed: people, processes, or another tool.
    .train = Offer a session with the users of the product; the figures say what to look at first.
    .seats = Go into the renewal with your own proposal: fewer seats are in use than are paid for.

signal-internal-bottleneck = Held up by our own teams
    .meaning = Tasks of the client stand open because they wait for another team.
    .ask = Ask { $team } for a date for the work that is waiting, and pass it on to the client.
    .escalate = Take the list to the heads of the teams: the client’s deliveries are late because of it.

signal-regulation = Regulatory change
    .meaning = A risk note that is not closed is about regulation.
    .impact = Sum up on one page what the regulation changes for this client and for our product, and have Legal review it.
    .date = Agree on what has to be ready before it takes effect, and who does it.
