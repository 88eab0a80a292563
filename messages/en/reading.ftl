export-gone = it is gone, or a link to what is not there; land the file itself, or remove the link
export-links-out = it is a link out of the landing place, and was not followed; land the file itself
export-is-link = it is a link, and was not followed; land the file itself
export-no-file = it is no file but a pipe, a device or a folder under a link, and was not opened; remove it
export-lookup-missing = it needs { $file }, which is not in this delivery; add it
export-lookup-repeats = { $key } must name one row each; rows that repeat one: { $repeats }; correct the lookup { $name } in { $mapping }
export-columns-missing = columns missing: { $missing }. Map them in { $mapping }.
export-quotes-not-closed = the quotes on line { $line } are not closed before the next delimiter; export it again
export-quote-never-closed = a quote opened on line { $line } is never closed; export the whole file again
export-field-too-long = a field on line { $line } is longer than 131,072 characters; shorten or remove it
export-no-header = there is no header on line { $header_line }; export it again, or correct header_line in { $mapping }
export-no-section = there is no section '{ $title }'; export it again, or correct section in { $mapping }
export-web-page = it is a web page and no export, as when somebody is not signed in; export it again
export-nul-bytes = line { $line } holds NUL bytes; the file is damaged, or its encoding is not the one in { $mapping }
export-no-character = line { $line } holds { $text }, which is no character; export it again
export-not-json = line { $line } is not JSON ({ $problem }); export it again
export-nested-too-deeply = its values are nested too deeply to be an export
export-wrong-encoding = it is not { $encoding } text; state the file's encoding in { $mapping }
export-empty = the file is empty; export it again, or remove it
export-not-text = it is a workbook or a ZIP, not text; state format = "xlsx" for a workbook in { $mapping }, or unpack the ZIP
export-line-not-encoded = line { $line } is not { $encoding } text ({ $byte ->
        [end] the end
       *[other] { $byte }
    }); state the file's encoding in { $mapping }, such as { $other }
export-gzip-damaged = the compressed file is damaged; export it again
export-gzip-too-large = it unpacks to far more than its size; export it again
export-line-not-as-marked = line { $line } is not { $encoding } text ({ $byte ->
        [end] the end
       *[other] { $byte }
    }), as it begins; export it again
export-is-utf8 = its text is UTF-8, and { $mapping } states { $encoding }: names would come out garbled; state encoding = "utf-8" there
export-zip-too-large = it unpacks to far more than exports do; export it again
export-zip-names-twice = it names one of its files twice; export it again
export-zip-path-outside = one of its files names a path outside it; do not use this ZIP
export-zip-encrypted = it is encrypted; export it again without a password
export-zip-damaged = it is no ZIP file, or a damaged one; export it again
export-no-header-in-sheet = there is no header on line { $header_line }; correct header_line in { $mapping }
export-xlsx-too-large = it unpacks to far more than a workbook; export it again
export-no-sheet = there is no sheet '{ $name }' but { $sheets }; correct 'sheet' in { $mapping }
export-not-xlsx = it is not an XLSX workbook; save it as one
expected-listed = one of { $values }, as `values` lists
expected-allowed = one of { $allowed }, or a word that `values` translates
expected-date = a date written as { $formats }, between 1900 and 2200
expected-number = a number such as { $example }
expected-amount = an amount such as { $example }
export-not-opened = it cannot be opened ({ $why }); correct its rights, or remove it
export-goes-on = its list goes on ('{ $at }') in a page that is not there; land all of its pages, or a whole export
export-no-list = it holds no list{ $at ->
            [none] { "" }
       *[other] { " " }at '{ $at }'
    }; correct 'records' in { $mapping }
export-one-column = columns missing: { $missing }. Its header is one column; correct 'delimiter' or 'encoding' in { $mapping }.
export-column-retyped = { NUMBER($count, useGrouping: 1) } of { NUMBER($rows, useGrouping: 1) } rows do not hold { $expected } in '{ $column }' of { $table }, so nothing of { $source } was loaded; compare the file's columns with the mapping of { $source } and land it again.
export-off-scale = { NUMBER($count, useGrouping: 1) } of { NUMBER($rows, useGrouping: 1) } answers are not { $expected }, so none of them was loaded: on another scale the rest would be counted wrong, too. Say which scale it is (the built-in mapping reads a column Scale, such as 7 or 1-10) and land it again.
export-rows-unusable = { $source }: { NUMBER($unusable, useGrouping: 1) } of { NUMBER($rows, useGrouping: 1) } rows of { $table } cannot be used, most of them for '{ LOWER($rule) }' (first in { $file }, line { $line }), so nothing of { $source } was loaded; compare the file's columns with the mapping of { $source } and land it again.
export-columns-unread = nothing reads the columns { $columns }; map them in { $mapping } if they are needed.
export-filter-unsaid = it has no column { $column }, by which rows that do not count are left out; if it may hold such rows, export it with that column.
export-interval-unsaid = neither a column nor a file says of how many months or years its amounts are ({ $missing }), so each counts for one; if some are billed every several months, export it with those columns or land that file beside it.
export-days-swappable = { $source }: in { NUMBER($count, useGrouping: 1) } { $count ->
        [one] file
       *[other] files
    } nothing tells the day from the month, as in { $example }, which was read as { $read }. If that is wrong, put the right format into `dates` of a copy of the mapping.
export-columns-added = its last export had not the columns { $columns }, and nothing reads them; map them in { $mapping } if they are needed.
export-older = { $source }: the export landed { $landed } UTC was not loaded, because a newer one of { $newest } UTC is in the warehouse; land it with a later date if it is to replace that one.
export-shrunk = { $source }: { NUMBER($now, useGrouping: 1) } { $now ->
            [one] row
       *[other] rows
    } of { $table } came where { NUMBER($before, useGrouping: 1) } were known; if they were not deleted there, the file was cut off: export it again and land it with a later date.
export-unmatched = { $file }: no mapping knows this file by its name and header, so it was left.
export-read-twice = { $file } is read by more than one source: { $sources }. If only one should read it, narrow 'pattern' or 'requires' in the mappings of the others.
told-of-file = { $source } { $name }: { $told }
export-quotes = its quotes: { $problem }
export-cannot-be-opened = it cannot be opened; export it again
export-sheets-empty = its sheets are empty
export-first-sheet-empty = its first sheet is empty
export-no-json = it is not JSON ({ $problem })
export-no-objects = it holds no list of objects
expected-fields = { $wanted } fields as in the header, not { $found }
expected-cells = { $wanted } cells as in the header
expected-object = an object with named values
expected-known-key = a key that the account map or the parent table knows
expected-parent = a parent row that could be read
expected-one-account = the account that the source named first in cartera.toml links it to
expected-value = a value
expected-claimed = a row that one of the tables' `when` takes
expected-minutes = a number of minutes
expected-not-so-fine = no more decimals than the currency has; state `round` to round
expected-discount = what the coupon that is named takes off
expected-price = the price of all items in the currency that is paid: its unit amount or tiers, and the rate of a tax inside it
expected-interval-confirmed = a later period, a list of prices or the invoice’s line, as a first period may be shorter than the price’s own
expected-interval = a billing period of whole months, weeks or years, or how many of them the price is for
expected-scale = a number from { $lowest } to { $highest }
expected-formula-value = the value of a formula; open the workbook, let it calculate, and save it
expected-currency = a currency beside the amount
expected-currency-code = an ISO 4217 currency code such as MXN or EUR
expected-boolean = a word for true or false; translate others with `values`
