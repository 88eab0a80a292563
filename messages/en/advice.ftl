# What the renewal workbook advises.

workbook-advice-and = { "" } and { $last }
workbook-advice-headline-missing = No margin can be shown yet. Missing: { $names }
workbook-advice-headline-below-floor = No offer is within policy with a margin at the floor of { $floor }: finance decides with the approver
workbook-advice-headline-grant = Grant what they ask, { $asked }: { $gain } against renewing unchanged; margin { $margin }{ $turns }
workbook-advice-headline-keep = They ask { $asked }. Keep the price: renewing unchanged is worth { $gap } against the ask; margin { $margin }{ $turns }
workbook-advice-per-point = Every point of discount would give away { $lost } a year.
workbook-advice-effect = { $discount } off gives away { $lost } a year if the client would have stayed anyway, and takes the forward margin from { $before } to { $after }.
workbook-advice-effect-price-only = { $discount } off gives away { $lost } a year if the client would have stayed anyway. What that leaves cannot be said without the cost.
workbook-advice-concessions = Bundled concessions worth { $worth } a year count as discount and cost { $cost }.
workbook-advice-walk-away = Walk away below { $price } a year: there the forward margin falls under the floor of { $floor }.
workbook-advice-already-below = Already today's price is under the floor of { $floor }, which needs { $price } a year.
workbook-advice-approval = The request is { $share } off list and would go to: { $approver } ({ $reason }).
workbook-advice-headline-keep-unasked = Nothing is asked, and nothing within policy is worth more than renewing unchanged; margin { $margin }{ $turns }
workbook-advice-headline-counter = They ask { $asked }. Counter: { $package }, { $gain } against renewing unchanged and { $gap } against the ask; margin { $margin }{ $turns }
workbook-advice-headline-offer-unasked = Nothing is asked. Worth most within policy: { $package }, { $gain } against renewing unchanged; margin { $margin }{ $turns }
workbook-advice-headline-open-unasked = Nothing is asked. Open with { $first }; hold back { $package }, worth most within policy ({ $gain } against renewing unchanged; margin { $margin }){ $turns }
workbook-advice-worths = { $package }: expected NPV of { $worth } over { $years ->
        [one] 1 year
       *[other] { $years } years
    } on avoidable cost, { $against ->
        [both] against { $request } for the request and { $as_is } for renewing unchanged.
        [as_is] against { $as_is } for renewing unchanged.
        [request] the most within policy, against { $request } for the request.
       *[nothing] the most within policy.
    }
workbook-advice-full-cost-differs = Counting all cost, { $offer } would be worth more than { $advised }: the cost that is not avoided is paid whether the client stays or goes, so it does not decide.
workbook-advice-smallest = Smallest concession about as likely taken as the request ({ $odds } against { $asked }): { $package }, expected NPV of { $worth }.
workbook-advice-turns-above = The advice turns to { $package } if renewal at today's price is likelier than { $share } (now { $now }).
workbook-advice-turns-below = It turns to { $package } if renewal at today's price is less likely than { $share } (now { $now }).
workbook-advice-turns-never = No probability of renewal at today's price turns the advice over.
workbook-advice-basis-level = By these probabilities no discount makes renewal likelier.
workbook-advice-approval-unlisted = The request would go to: { $approver } ({ $reason }).
workbook-advice-headline-turns = { $side ->
        [above] ; flips if renewal at today's price is likelier than { $share }
        [below] ; flips if renewal at today's price is less likely than { $share }
       *[never] ; no probability of renewal flips it
    }
workbook-advice-reason-barred = The request is outside policy: { $bar ->
        [margin] its margin is below the floor.
        [term] its term is longer than is offered.
        [term_for_nothing] it asks a longer term for too little discount.
        [services] it asks for more services than may be given.
        [payment] it is paid later than today.
       *[payment_for_nothing] it is paid earlier for too little.
    }
workbook-advice-reason-missing = Without price and cost no offer can be weighed.
workbook-advice-reason-none = Every offer leaves less than the margin floor of { $floor }.
workbook-advice-headline-settled = Signed already: a contract from { $start } to { $end } follows. Nothing is open
workbook-advice-headline-settled-endless = Signed already: a contract from { $start } follows, without an end. Nothing is open
workbook-advice-reason-settled = The CRM has a signed contract that follows the one that ends; what stands below is what it was negotiated from.
workbook-advice-basis = Probability of renewal: { $now } at today's price ({ $whose_now }), { $then } { $given } ({ $whose_then }); between them a curve.
workbook-advice-basis-own = Own renewals: { $count } decided from { $first } to { $last }.
workbook-advice-basis-contrary = The { $count } own renewals decided from { $first } to { $last } are not used: there, larger discounts went with fewer renewals, since they go to clients at risk.

workbook-approval-reason-band = by its discount
workbook-approval-reason-deal-size = one tier up for the size of the deal
workbook-approval-reason-long-term = for the length of the term
workbook-approval-reason-margin-floor = below the margin floor
workbook-approval-reason-list-price = the list price is not known
workbook-advice-precedents-few = { $count ->
        [one] One renewal of a like client is decided
       *[other] { $count } renewals of like clients are decided
    }: too few to compare with.
workbook-advice-precedents-margin = { $request ->
        [known] Their margin afterwards was { $margin } (median); this request would leave { $left }.
       *[unknown] Their margin afterwards was { $margin } (median).
    }
workbook-advice-precedents = Of { $count } like clients, { $renewed } renewed; they asked for { $asked } and were given { $granted } (medians).
workbook-advice-precedents-stand = { $extent ->
        [none] None of them asked for less than this one.
        [all] All of them asked for less than this one.
       *[some] { $below } of them asked for less than this one.
    }
