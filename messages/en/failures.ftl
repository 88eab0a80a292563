failure-folder-taken = { $folder } is not empty, and nothing is ever overwritten: name a new folder.
failure-map-taken = { $path } is there already and may hold decisions; leave it, and name another file with --out, such as account_map_2.csv, to put in its place once it is decided.
failure-server-not-ready = the temporary Prefect server on port { $port } did not come up: run again, or set PREFECT_API_URL to a server that runs.
failure-fault = a fault in Cartera ({ $error } at { $place }); what was already published stands. Try again; where it comes back, report it with this sentence. With CARTERA_DEBUG=1 the traceback stands where the command or the worker writes; it may quote your data.
failure-worker-killed = a worker process was killed, most likely for want of memory: set fewer `workers` under [run] in cartera.toml and run again; what was already published stands.
failure-dask-library = [run] dask = "{ $address }" needs a library that is not installed; run `uv sync --frozen --no-dev --extra dask` in the checkout, and again.
failure-dask-needs-server = [run] dask needs a warehouse that several machines reach: name a PostgreSQL in [warehouse] of cartera.toml, or take `dask` out.
failure-dask-unreachable = no Dask scheduler answers at { $address }: check that it runs, and its address under [run] in cartera.toml, and run again; what was already published stands.
failure-dask-no-worker = the Dask scheduler at { $address } has had no worker for { $seconds } seconds: start workers (docs/scaling.md) and run again; what was already published stands.
failure-dask-worker-lost = one part of the run lost several Dask workers one after the other, most likely for want of memory: give each worker more, and run again; what was already published stands.
failure-dask-unfit-worker = the Dask worker { $worker } cannot work for this company ({ $why }): mend that or end the worker, and run again.
dask-threads = it does several things at once in one process; start it with --nthreads 1
dask-not-installed = it cannot load Cartera ({ $error }); install the same release there
dask-other-release = it has Cartera { $cartera } on Python { $python }, and here it is Cartera { $cartera_here } on Python { $python_here }; install the same there
dask-other-folders = it does not see the files that are in { $folder } here; mount the same folder there, under the same path
failure-company-not-named = no company is named to deploy: set { $variable } to the folder that holds its cartera.toml, and deploy again.
failure-run-stopped = stopped by a signal; what was already published stands, nothing half-written is left: run again to go on.
failure-run-over = the run ended before this part of it was begun; what was already published stands: run again to go on.
failure-unfit-last-period = --through { $last } does not end a row of periods from { $first }: name one of the same length that is not before it.
failure-landing-folder = the folder { $folder } of the landing place { $landing } cannot be listed ({ $why }), so nobody knows what is in it: let Cartera read it, or move it elsewhere, and run again.
failure-staging-full = the temporary folder { $place }, where exports wait until they are loaded, is full and nothing was changed: make room there, or name another one in TMPDIR, then try again.
failure-foreign-database = the database { $place } holds tables that are not Cartera's, and nothing was changed: name an empty database, or another schema, in cartera.toml.
failure-warehouse-unfit = the tables of the warehouse { $place } are not those of its schema { $revision }, as when an unreleased version made it, and nothing was changed: restore its backup, or name a new warehouse and run again, which reads the exports in the landing place anew.
failure-unknown-cut-off = '{ $text }' is no data cut-off: write a day as 2026-10-01, or a time with zone as 2026-10-01T06:00+00:00.
failure-unknown-account = no account has the id '{ $account }': use an id from the CRM's account export, as `cartera kpis` prints it.
failure-settings-missing = { $path } is not there: run the command in a company's folder, name one with --company, or make one with `cartera init`.
failure-not-writable = { $path } cannot be written ({ $why }): let Cartera write there, or name another output place in cartera.toml.
failure-brand-file-missing = [brand] { $key }: { $path } is not there; mend the path in cartera.toml.
failure-log-not-writable = { $path } takes no line of the log ({ $why }): correct `log` under [run] in cartera.toml, or the rights of its folder.
failure-telemetry-library = Traces need more packages: install `cartera[telemetry]`, or take `telemetry` out of [run] in cartera.toml.
failure-graph = Microsoft Graph: { $why }.
graph-answered = it answered with the status { $status } ({ $code }); check the address and the application's rights (Sites.Selected or Files.ReadWrite.All)
graph-unreachable = it does not answer; check the network, and run again
graph-not-signed-in = the application is not let in; check CARTERA_GRAPH_TENANT, CARTERA_GRAPH_CLIENT_ID and CARTERA_GRAPH_CLIENT_SECRET, which expires
graph-in-clear = a secret would go through the network in clear; give CARTERA_GRAPH_URL and CARTERA_GRAPH_LOGIN_URL as https addresses
failure-nothing-awaited = cartera.toml names no file that a month waits for: write them under [schedule], such as awaited = ["stripe/invoices*.csv", "salesforce/*"].
failure-nothing-landed = { $landing } holds no exports: put a month's files there, in a folder named by the day they were exported (such as 2026-10-01), and run again.
failure-not-delivered = { $target } was not brought all of the files ({ $why }); what it holds stays as it was, and the next run of the period brings the rest.
target-other-bytes = { $file } arrived with other bytes
failure-not-served = the portal cannot listen at { $address } ({ $why }): stop what listens there, or name another --port or --host.
failure-place-not-writable = [places] { $key }: { $path } cannot be written ({ $why }): let Cartera write there, or name another place in cartera.toml.
failure-little-space = the disk of { $path } has { $free_mb } MB left, and a run needs { $needed_mb } MB: make room there, or name places on another disk in cartera.toml (for temporary files in TMPDIR).
failure-not-ready = nothing was read, as a run cannot start before all of this is mended:{ LINES($faults) }
failure-nothing-to-restore = the warehouse knows of no published file and no export: name the one that was backed up in [warehouse] of cartera.toml, and restore again.
failure-name-too-short = '{ $name }' would be found in too many texts: give a full name or an e-mail address of at least { $least } letters.
failure-nobody-to-forget = nothing that Cartera keeps names '{ $asked }': write the name or address as the exports do, or a client's id with --client.
failure-not-removed = { $path } is no longer kept by [retention] and could not be removed: { $why } Let the user that runs Cartera write in its folder; the next run, or cartera tidy, goes on.
failure-who-to-forget = name one to forget: a person's name or e-mail address, or a client's id with --client.
failure-notice-not-taken = { $why }.
failure-webhook-address = its webhook is no address that starts with https://; copy it anew from where it was made.
failure-open-password = [notify.mail] security = "none" would send the password to { $host } in clear: write "starttls" or "ssl", or leave `user` out.
failure-secret-missing = { $variable } is not set: put it into the environment, or name a file of mode 600 that holds it in { $variable }_FILE.
failure-secret-in-environment = { $variable } changes each time it is used, and the environment cannot hold what comes next: put it into a file of mode 600, and name that in { $variable }_FILE.
failure-secret-file = the secret in { $path } is not used: { $why }.
failure-nobody-to-tell = [notify] in cartera.toml names nobody to tell: docs/deploying.md shows how.
failure-export-folder = there is no folder { $folder }; name the one that holds the exports.
failure-no-exports = { $folder } holds no CSV, JSON or XLSX file; put the exports in it and try again.
failure-nothing-recognised = no file of { $folder } can be read as an export; the first says: { $first }
failure-mapping-taken = { $path } is there already, and nothing is ever overwritten: name another file.
failure-delivery-date = the landing folder '{ $folder }' does not start with a real date; name it by the day of the export, such as 2026-10-01 or 2026-10-01T0600.
failure-archive = { $source_file } could not be archived in { $archive } ({ $why }); free space or correct the rights there, and run again.
failure-landing-missing = the landing place { $landing } is not there; create it and put exports in it, or correct [places] landing in cartera.toml.
failure-landing-unknown = the landing place { $landing } is of an unknown kind; name a folder, s3://bucket/folder or sftp://user@host/folder in [places] landing of cartera.toml.
failure-landing-library = reading { $landing } needs a library that is not installed; run `uv sync --frozen --no-dev --extra { $extra }` in the checkout, and again.
failure-landing-refused = { $landing } refuses access ({ $why }); { $keys }, and run again.
failure-landing-unreachable = { $landing } could not be read ({ $why }); check the address in [places] landing of cartera.toml and the network, and run again.
failure-password-in-address = the landing place { $landing } holds a password or a key; take it out of cartera.toml, set { $instead } instead, and change it, as it has been read by others.
failure-host-key-unknown = the host key of { $host } is not in { $known_hosts }; add it by `ssh-keyscan -p { $port } { $host } >> { $known_hosts }`, compare its fingerprint with the one its owner tells, and run again.
failure-known-hosts = { $known_hosts } cannot be read as known hosts; mend it, and run again.
failure-export-changing = { $source_file } changed while it was fetched; wait until its upload has ended, and run again.
failure-warehouse-url = the warehouse URL { $fact }; write sqlite:///warehouse.db or postgresql://user@host/database in cartera.toml.
failure-warehouse-unreachable = the warehouse { $place } cannot be reached: check that the database is running and that its address in cartera.toml is right, then try again.
failure-warehouse-missing = the warehouse { $place } does not exist: create the database (or the folder of its file), then try again.
failure-warehouse-denied = the warehouse { $place } refuses this user: check the user name, the password and the rights on the database.
failure-warehouse-read-only = the warehouse { $place } is read-only: make the file and its folder (or the database) writable, then try again.
failure-warehouse-full = the disk of the warehouse { $place } is full and nothing was changed: make room, then try again.
failure-warehouse-busy = the warehouse { $place } is locked by another process: wait until it ends, then try again.
failure-not-a-warehouse = the warehouse { $place } is not a readable SQLite database: name another file in cartera.toml, or restore this one from its backup.
failure-warehouse-newer = the warehouse { $place } has the newer schema { $revision }, which this release does not know: update cartera, then try again.
failure-unstorable-text = { $table_name }.{ $column_name } holds a zero byte or half a character, which cannot be stored: have the source's mapping drop it.
failure-run-in-progress = a run of { $period } is in progress in this warehouse: wait until it ends, then try again.
failure-unknown-holiday-country = no public holidays are known for '{ $country }': write an ISO 3166 country code such as MX or ES as the company's country, or leave it empty for none.
failure-unknown-currency = '{ $currency }' is not an ISO 4217 currency code; use one such as MXN, EUR or JPY.
failure-unknown-period = '{ $text }' is not a period; write a quarter as 2026-Q3, a month as 2026-10, a year as 2026, a range of months as 2026-01..2026-06, or the twelve months that end with a quarter or month as 2026-Q3-TTM.
failure-brand-file = brand { $name }: { $problem }
hint-did-you-mean = did you mean { $found }?
hint-list-of-kpis = `cartera kpis` lists what there is.
hint-land-accounts = Land the CRM's account export, or map your file to `accounts`.
refused-reason-unknown = { $cell }: '{ $text }' is no reason code of the policy
refused-edition-unknown = edition '{ $edition }' was never published from this warehouse
refused-edition-of-another = it says client '{ $client }', but its edition is another client's
refused-workbook-of-another = it is the workbook of client '{ $client }', not of '{ $account }'
refused-other-renewal = it is about the renewal of { $before }, and the newest edition is about that of { $after }
refused-no-workbook = there is no renewal workbook of this client to type into
refused-input-unknown = the newest edition has no input '{ $input }'
refused-reason-missing = { $cell }: its decision lacks a reason code
refused-offer-unknown = { $cell }: its decision is none of the offers
refused-input-outside = { $cell } ('{ $key }') lies outside { $minimum } to { $maximum }
refused-input-emptied = { $cell } ('{ $key }') was emptied and is needed
refused-input-not-whole = { $cell } ('{ $key }') is { $value } and counts whole numbers only
refused-input-no-interval = { $cell } ('{ $key }') does not divide a year: type one of { $intervals } months
refused-deck-of-another = it is a deck of client '{ $client }', not '{ $account }'
brand-has-slides = it has slides: delete them and keep the layouts.
brand-logo-format = the logo is neither PNG nor JPEG: save it as one of them.
brand-layout-too-small = layout '{ $layout }' leaves { $width } by { $height } inches between title and footer for exhibits, which need { $least_width } by { $least_height }: make the title lower or wider, on a page of 13.33 by 7.5 inches.
brand-not-pptx = it is no PowerPoint presentation: save it as .pptx (a .potx is not read).
refused-deck-without-edition = its properties name no edition of Cartera
refused-not-a-presentation = it is no PowerPoint presentation
refused-slides-of-another-edition = its slides are of another edition than its properties say
refused-not-a-renewal-workbook = it is not a renewal workbook of Cartera's
refused-cells-gone = cells named { $cells } are gone
refused-cell-no-number = cell { $cell } of sheet { $sheet } is no number
refused-cell-not-computed = cell { $cell } of sheet { $sheet } holds a formula without its value: open and save the file in a spreadsheet program, or type the number
refused-file-missing = it is not there
refused-xlsx-damaged = it is not a sound .xlsx file
refused-too-large = it is larger than any renewal workbook
landing-no-aws-keys = there are no AWS keys
landing-wrong-keys = wrong keys, or no right to it
landing-no-such-user = no such user or key
landing-no-right = no right to read it
landing-no-answer = no answer
warehouse-url-unreadable = cannot be read
warehouse-url-without-file = names no file
warehouse-url-unknown-kind = names '{ $other }', which is neither sqlite nor postgresql
failure-map-name = { $name } would not be read as an account map; name it { OR($names) }.
failure-unknown-language = '{ $language }' is no language of Cartera; use { $known }.
failure-language-gaps = the language '{ $language }' lacks messages that Cartera says: { $missing }. Add them to its folder, worded as messages/en has them.
failure-nothing-known = the warehouse knew nothing { $known_at ->
            [none] yet
       *[other] by { $known_at }
    }: land exports and run, or name a later --known-at.
failure-unknown-kpi = no figure is called '{ $asked }': { $hint }
failure-wrong-grain = { $kpi } is a figure of a { OR($grains) }, and { $period } is a { $grain }: name another period.
failure-no-such-figure = { $kpi } is no figure of a { $kind }: ask for it --by { OR($kinds) }.
failure-unknown-entity = no { $kind } is called '{ $asked }': { $hint }
failure-ambiguous-entity = { $count } { $kind ->
            [client] clients
        [account] accounts
        [manager] managers
        [team] teams
        [segment] segments
       *[other] entries
    } are called '{ $asked }' ({ $ids }): give the id of the one you mean.
failure-account-of-group = --account names one client, and --by { $kind } is of several: leave one of them out, or say --by account.
failure-no-accounts = no accounts are known, so there is nobody to report on. { SENTENCES($why) }
failure-decision-refused = { $name } is not imported: { $why }.
failure-deck-refused = { $name } is not imported: { $why }.
failure-deck-unreadable = { $name } is not imported: { $why }.
failure-workbook-not-readable = { $name } cannot be imported: { $why }. Type into a workbook as Cartera wrote it and import that file.
failure-disk-full = the disk is full, so { $name } could not be written to { $folder }: make room and run again; what was already published stands, nothing half-written is left.
failure-mapping = { $name } line { $line }: { $fault }
failure-suite = { $name }: { $fault }
failure-figure-file = { $name }: { $fault }
figure-invalid = it declares no figures that can be: { $why }; give it SPECS whose parts are all said, as in transforms/kpis/csat.py.
figure-repeated = { $kpi } stands twice; give one of them an id of its own.
figure-unknown-column = { $kpi } names the column '{ $column }', which rows of { $table } do not have there; name one of docs/tables.md, or one that its rows are given.
figure-unknown-table = { $kpi } needs the table '{ $table }', which there is not; name tables of docs/tables.md.
figure-unworded = { $kpi } has no words; add { $message } to kpis.ftl of each language.
suite-missing = what must hold of the table { $table } is not said; write this file with a SUITE of that table, as in expectations/suites/products.py.
suite-invalid = Great Expectations refuses it: { $why }; correct that expectation.
suite-untold = { $kind } on column '{ $column }' does not say what a broken row does; give it a rule with quarantine(…), hold(…) or warn(…).
suite-unknown-column = rule { $rule } names the column '{ $column }', which rows of { $table } do not have there; name one of the table's columns.
suite-unworded = rule { $rule } has no words in language { $language }; add { $message } with .{ $part } to its validation.ftl.
suite-repeated = rule { $rule } stands twice on column '{ $column }'; keep one of them.
suite-unjoined = the column '{ $column }' names rows of { $target }, and only one of table and suite says so; join it in across_tables, or correct the table's description.
failure-mapping-missing = there is no mapping '{ $name }'; name one of { $builtin }, or the path of a file that ends in .toml.
failure-unreadable-export = { $source } { $name }: { $fault }
failure-control-totals = { $source_file }: { $table } { $currency ->
            [none] { "" }
       *[other] in { $currency }{ " " }
    }does not add up, { $rows } { $rows ->
            [one] row
       *[other] rows
    } and { $amount_minor } minor units are unaccounted for; nothing was loaded. Report this with the validation page.
failure-host-key-changed = the host key of { $host } is not the one in { $known_hosts }, somebody may stand between; ask its owner, and only if the key was changed on purpose remove the old one by `ssh-keygen -R '{ $name }'` and add the new one.
failure-file-not-opened = { $source_file }: { $fault }.
failure-closed-all-day = business hours open at { $opens } and close at { $closes }, which is never open: set business_closes after business_opens under [policy].
failure-missing-rate = no { $kind ->
            [average] average
       *[other] month-end
    } exchange rate from { $base } to { $quote } for { $month }: add it to finance's exchange rates.
failure-missing-layout = template { $template }: { $placeholder ->
            [none] { "" }
       *[other] placeholder '{ $placeholder }' in { "" }
    }layout '{ $layout }' is missing. Add it under that name, or choose another template in cartera.toml.
entity-client = client
entity-account = account
entity-manager = manager
entity-team = team
entity-segment = segment
entity-portfolio = portfolio
landing-aws-keys = set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, of somebody who may list and read it
landing-ssh-keys = put a key that it accepts into the SSH agent or ~/.ssh, or set { $variable }, and check the user in the address
landing-no-answer-from = no answer from { $asked }
os-no-such-file = no such file or directory
os-permission-denied = permission denied
os-read-only = read-only file system
os-no-space = no space left on device
os-is-a-folder = is a directory
os-not-a-folder = not a directory
os-address-taken = the address is in use
os-is-there = file exists
os-name-too-long = file name too long
os-input-output = input/output error
os-no-answer = connection timed out
os-connection-refused = connection refused
os-connection-lost = connection lost
os-no-route = no route to host
os-other = { $told }
