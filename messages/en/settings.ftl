failure-settings-invalid = { $count ->
        [1] { $path } { $faults }{ $kind ->
            [settings-unknown-key-meant] { "" }
           *[other] .
        } Mend it and run again.
       *[other] { $path } has { $count } faults; mend them and run again:{ LINES($faults) }
    }
settings-on-line = line { $line }: { $key }: { $problem }
settings-line = line { $line } { $problem }
settings-in-environment = environment variable { $variable }: { $problem }
settings-missing = missing
settings-unknown-key = unknown key
settings-unknown-key-meant = unknown key; did you mean '{ $meant }'?
settings-time-zone = '{ $value }' is not a time zone such as America/Mexico_City
settings-currency = '{ $value }' is not an ISO 4217 currency code such as MXN
settings-fiscal-month = the fiscal year starts in a month from 1 to 12
settings-languages = languages are some of { $known }
settings-colour = '{ $value }' is not a colour such as #0B2545
policy-points-crossed = { $lower } lies above { $upper }
policy-at-least-one = { $keys } are at least 1
policy-outside = { $key } is { $value }, and lies between { $low } and { $high }
policy-no-interval = { $key } is { $value }, which does not divide a year: 1, 2, 3, 4, 6 or 12 months
policy-scale-unknown = { $key } is a scale that no score rests on
policy-scale-corners = { $key } needs two or more corners by rising figure
policy-scale-points = { $key } gives points outside 0 to 100
input-integer = input should be a valid integer
input-number = input should be a valid number
input-text = input should be a valid string
input-boolean = input should be true or false
input-time = input should be a time such as 09:00
input-date = input should be a day such as 2026-10-01
input-list = input should be a valid list
input-section = input should be a section
input-filled = may not be empty
input-greater-than-equal = input should be greater than or equal to { $bound }
input-less-than-equal = input should be less than or equal to { $bound }
input-greater-than = input should be greater than { $bound }
input-less-than = input should be less than { $bound }
input-one-of = input should be { OR($expected) }
input-too-long = should have at most { $most } entries
input-other = { $told }
settings-address = { $value } is not an e-mail address
