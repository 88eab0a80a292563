# A manager's brief.

deck-kickers-brief = Book of clients
deck-kickers-week = This week

deck-titles-brief =
    { $n ->
        [one] { $clients } client{ $former }; { $overdue }next renewal on { $day }
       *[other] { $clients } clients{ $former }; { $overdue }next renewal on { $day }
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
deck-titles-brief-overdue =
    { $n ->
        [one] { $n } with a large overdue balance;{ " " }
       *[other] { $n } with a large overdue balance;{ " " }
    }

deck-brief-standing = Relationship
deck-brief-title = Clients of { $manager } · { $period }
deck-brief-table = Clients by renewal date
deck-brief-alt = Table of clients by renewal date with fee, signals and the month's changes
deck-brief-client = Client
deck-brief-renewal = Renewal
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
deck-brief-unmade = A file of theirs could not be made: a fault in Cartera
deck-brief-report = Tell whoever runs Cartera: the record of the run says where it happened.
deck-brief-mend = Ask for the data to be mended: the validation page names file and line.
deck-brief-notice = Notice ends on { $day }
deck-brief-talk = Talk before that day, and have the renewal in writing.
deck-brief-due = Our commitment for { $day }
deck-brief-past-due = Our commitment, due since { $day }
deck-brief-former = No longer a client
deck-brief-today = today
deck-brief-inferred = { $day } · inferred
deck-brief-ago =
    { $n ->
        [one] { $n } day ago
       *[other] { $n } days ago
    }
deck-brief-in-days =
    { $n ->
        [one] in { $n } day
       *[other] in { $n } days
    }
deck-brief-more =
    { $n ->
        [one] and { $n } more; the full list is in the text file beside this brief
       *[other] and { $n } more; the full list is in the text file beside this brief
    }
deck-brief-calm = No signals
deck-brief-owing = Overdue balance
deck-brief-owed = Overdue
deck-brief-owes = Overdue balance of { $amount }
deck-brief-collect = Agree a payment date with their accounting team, or clear up what is disputed.
deck-brief-renews = Renewal on { $day }, { $distance }
deck-brief-settle = Get in writing whether it renews, and on what terms.
