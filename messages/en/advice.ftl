# What the renewal workbook advises.

workbook-advice-and = { "" } and { $last }
workbook-advice-headline-missing = No margin can be shown yet. Missing: { $names }
workbook-advice-headline-no-request = No discount is asked for: renewing as is keeps a contribution margin of { $margin }
workbook-advice-headline-below-floor = Every offer leaves less than the margin floor of { $floor }: finance decides
workbook-advice-headline-unknown = Whether { $discount } off pays is open: the probabilities of renewal are not known
workbook-advice-headline-grant = Grant the { $discount } asked for: it is worth { $gain } more than renewing as is
workbook-advice-headline-keep = Keep the price: renewing as is is worth { $gap } more than granting { $discount }
workbook-advice-headline-offer = Offer { $offer }: worth { $gap } more than granting { $discount }
workbook-advice-per-point = Every point of discount would give away { $lost } a year.
workbook-advice-effect = { $discount } off gives away { $lost } a year if the client would have stayed anyway, and takes the contribution margin from { $before } to { $after }.
workbook-advice-effect-price-only = { $discount } off gives away { $lost } a year if the client would have stayed anyway. What that leaves cannot be said without the cost.
workbook-advice-ceiling = At a renewal probability of { $now }, no discount above { $ceiling } could pay within the year, even if it made renewal certain.
workbook-advice-cannot-pay = { $discount } cannot pay within the year: renewal at today's price has a probability of { $now }, so even certain renewal repays at most { $ceiling }.
workbook-advice-only-up-to = With renewal going from { $now } to { $then }, only discounts up to { $largest } pay.
workbook-advice-concessions = Bundled concessions worth { $worth } a year count as discount and cost { $cost }.
workbook-advice-approval-best = The offer advised goes to: { $approver }.
workbook-advice-no-discount-pays = No discount pays: it is not expected to make renewal likelier ({ $now } without it, { $then } with it).
workbook-advice-pays = { $discount } pays within the year: with renewal going from { $now } to { $then }, any discount up to { $largest } does.
workbook-advice-pays-up-to = { $discount } does not pay within the year: with renewal going from { $now } to { $then }, only discounts up to { $largest } do.
workbook-advice-never-pays = { $discount } cannot pay by volume or loyalty: it is more than the whole margin on avoidable cost.
workbook-advice-what-it-takes = For { $discount } to pay, renewal must become { $ratio } times as likely, or the client must buy { $volume } more at the discounted price.
workbook-advice-probability-needed = At today's probability that means a renewal probability of { $needed } with the discount.
workbook-advice-best = { $offer }: expected NPV of { $worth } over { $years } years, against { $request } for the request as it stands and { $as_is } for renewing as is.
workbook-advice-walk-away = Walk away below { $price } a year: there the contribution margin falls under the floor of { $floor }.
workbook-advice-already-below = Already today's price is under the floor of { $floor }, which needs { $price } a year.
workbook-advice-approval = The request is { $share } off list and goes to: { $approver }.
workbook-advice-approval-because = The request is { $share } off list and goes to: { $approver } ({ $reason }).

workbook-approval-reason-band = by its discount
workbook-approval-reason-deal-size = one tier up for the size of the deal
workbook-approval-reason-long-term = for the length of the term
workbook-approval-reason-margin-floor = below the margin floor
