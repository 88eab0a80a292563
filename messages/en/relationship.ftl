# Relationship scores: components, standings and the rules behind them.

component-growth = Growth
component-margin = Margin
component-payment = Payment
component-satisfaction = Satisfaction
component-service = Service
component-usage = Usage
component-cadence = Meetings

standing-grow = Grow
standing-keep = Keep
standing-repair = Repair
standing-exit = Exit

standing-rule-unprofitable-and-weak = It loses money, and the score is weak.
standing-rule-unprofitable = It loses money.
standing-rule-weak = The score is weak.
standing-rule-broken-part = One component is at a critical level.
standing-rule-falling = The score fell sharply on the period before.
standing-rule-strong-and-growing = Strong score, margin above the floor, revenue above last year’s.
standing-rule-steady = A stable relationship, with nothing to repair.
