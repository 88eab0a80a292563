# A manager's brief.

deck-kickers-brief = Book of clients
deck-kickers-week = This week

deck-titles-brief =
    { $n ->
        [one] { $clients } client{ $former }{ $coming }; { $overdue }{ $notice }next renewal on { $day }
       *[other] { $clients } clients{ $former }{ $coming }; { $overdue }{ $notice }next renewal on { $day }
    }
deck-titles-week =
    { $n ->
        [one] This week: { $n } action
       *[other] This week: { $n } actions
    }
deck-titles-brief-former =
    { $n ->
        [one] { "" } and { $n } former
       *[other] { "" } and { $n } former
    }
deck-titles-brief-coming =
    { $n ->
        [one] , plus { $n } not started yet
       *[other] , plus { $n } not started yet
    }
deck-titles-brief-overdue =
    { $n ->
        [one] { $n } with a large overdue balance;{ " " }
       *[other] { $n } with a large overdue balance;{ " " }
    }

deck-titles-brief-notice =
    { $n ->
        [one] { $n } notice deadline { $distance }, on { $first };{ " " }
       *[other] { $n } notice deadlines by { $last }, the first { $distance };{ " " }
    }

deck-brief-standing = Relationship
deck-brief-title = Clients of { $manager } · { $period }
deck-brief-table = Clients by what comes first
deck-brief-alt = Table of clients by renewal or notice date with fee, signals and the month’s changes
deck-brief-client = Client
deck-brief-renewal = Renewal
deck-brief-notice-day = Notice by
deck-brief-fee = Monthly fee
deck-brief-signals = Signals
deck-brief-changed = What changed in the month
deck-brief-moved = { $figure } { $change }
deck-brief-mrr = fee { $change }
deck-brief-overdue-balance = overdue { $change }
deck-brief-asked = discount asked: { $share }
deck-brief-week-table = This week
deck-brief-week-alt = Table of what to do this week, by client
deck-brief-why = Why
deck-brief-what = What to do
deck-brief-nothing = Nothing urgent this week.
deck-brief-held = Their files are held back
deck-brief-unmade =
    { $n ->
       *[other] Could not be made: { $files }; a fault in Cartera
    }
deck-brief-file-qbr = their client deck
deck-brief-file-review = their internal review
deck-brief-file-renewal = their renewal workbook
deck-brief-report = Tell whoever runs Cartera: the record of the run says where it happened.
deck-brief-mend = Ask for the data to be corrected: the validation page names file and line.
deck-brief-notice = Notice ends on { $day }
deck-brief-talk = Talk before that day, and get the decision in writing.
deck-brief-due = Our commitment for { $day }
deck-brief-signed =
    { $n ->
        [one] The next contract is signed, from { $day }, and { $n } commitment is still open
       *[other] The next contract is signed, from { $day }, and { $n } commitments are still open
    }
deck-brief-unpromise = Close or withdraw whatever is about signing it before presenting the plan to the client.
deck-brief-past-due = Our commitment, overdue since { $day }
deck-brief-former = No longer a client
deck-brief-begun = Client since { $day }
deck-brief-begins = Not a client yet: starts on { $day }
deck-brief-today = today
deck-brief-inferred = { $day } · inferred
deck-brief-ago =
    { $n ->
        [one] { $n } day ago
       *[other] { $n } days ago
    }
deck-brief-in-days =
    { $n ->
        [one] in { $n } day
       *[other] in { $n } days
    }
deck-brief-calm = No signals
deck-brief-owing = Overdue balance
deck-brief-owed = Overdue
deck-brief-owes = Overdue balance of { $amount }
deck-brief-check-payments = Ask Finance which payments received could not be read; only then ask for the money.
deck-brief-collect = Agree on a payment date with their accounting team, or clear up what is disputed.
deck-brief-renews = Renewal on { $day }, { $distance }
deck-brief-lapsed = Contract ended on { $day }, { $distance }; no new one on record
deck-brief-agree = Agree on scope, price and the day of signature with the client.
deck-brief-weigh = Before any answer, work out with finance the largest discount that pays, in the renewal workbook.
deck-brief-points-lost = Score down { $size }
deck-brief-settle = Get in writing whether it renews, and on what terms.
