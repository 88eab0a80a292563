# What fetching from the systems' APIs says, and why a system could not be had.

fetch-title = Fetched
fetch-so-far = { $system }: { $records } { $records ->
        [one] record
       *[other] records
    } so far
fetch-delivered = Landed as one delivery in { $folder }; `cartera run` reads it.
fetch-no-systems = cartera.toml names no system to fetch; add one under [[fetch.systems]], as docs/fetching.md shows.
fetch-gone = { $system }: { $count } { $count ->
        [one] record
       *[other] records
    } of { $stream } that earlier fetches brought { $count ->
        [one] is
       *[other] are
    } gone there.
fetch-forgotten = { $system } keeps { $stream } for { $days } days only: those between { $start } and { $end } are lost, as nothing was fetched meanwhile. Fetch more often than that.
fetch-key-right = { $system }: the key is right and may read everything that is fetched.
fetch-unknown-day = '{ $text }' is no day; write it as 2026-07-01.
fetch-empty-range = --to { $end } is before --from { $start }; write the earlier day at --from.
fetch-full-range = --full brings everything again, so that --from and --to have no place beside it; leave one of the two out.
fetch-state-whole = complete
fetch-state-missing = not delivered
fetch-late = { $system } is complete until { $moment } (UTC) only, and the period ends with { $day }; run `cartera fetch`, or write `before_run = true` under [fetch] in cartera.toml.
fetch-never = { $system } was never fetched whole; run `cartera fetch`, or write `before_run = true` under [fetch] in cartera.toml.
status-feeds = Feeds that are fetched
status-feed-never = never
status-feed-age = { $moment } ({ $days ->
        [0] today
        [one] { $days } day ago
       *[other] { $days } days ago
    })
column-complete-until = Complete until (UTC)
column-system = System
column-records = Records
column-pages = Pages

fetch-failed = { $system } could not be fetched.
fetch-unknown-system = '{ $system }' is no system that can be fetched here; name one of { $known }.
fetch-system-twice = cartera.toml fetches two systems that are called '{ $system }', and one would take the other's place; leave one out, or give its description (a .toml of yours) another `system = "…"`.
fetch-system-file = { $path } describes no system that can be fetched: { $faults }; docs/fetching.md shows one.
fetch-unusable = a system that cartera.toml names cannot be asked.
system-blank = { $blank } is filled by nothing: it is no secret under [access], and none of `values`
system-database-secret = access.database names '{ $name }', which is no secret under [access]
system-stream = the list { $stream } needs `{ $key }`
system-no-address = `address` is missing
fetch-value-missing = { $title }: write `values.{ $name } = "…"` below `system = "{ $system }"` in cartera.toml.
fetch-in-progress = another `cartera fetch` is writing into { $landing }; wait until it ends, and try again.
fetch-landing-not-local = `cartera fetch` writes into a folder, and the landing place is { $landing }; name a folder in [places] landing, or keep landing these exports yourself.
fetch-not-kept = what was fetched could not be kept in { $landing } ({ $why }): make room there, or let Cartera write there, and fetch again; what came is kept and not asked for again.
fetch-address-not-safe = { $system }: { $address } would send the key unencrypted; write an https:// address in cartera.toml.
fetch-secret-missing = { $system }: { $variable } is not set; make a key at { $console } and set it there, or name a file with mode 600 that holds it in { $variable }_FILE.
fetch-secret-file = { $system }: the key's file { $path } cannot be used: { $problem }.
secret-file-open = others than its owner may read it; run `chmod 600` on it
fetch-key-refused = { $system } refuses the key: it is wrong, has expired or was withdrawn; make a new one at { $console }.
fetch-sign-in-again = { $system } takes the refresh token no more: it was used already, was not used for too long, or the app was disconnected; sign in once more with the app of { $console }, as its page (docs/fetching.md) says, and put the new token where { $variable }_FILE names.
fetch-secret-not-kept = { $system }: { $variable } changes at each fetch, and the environment cannot hold what comes next; put it into a file with mode 600, name that in { $variable }_FILE, and take { $variable } out.
fetch-scope-missing = { $system }: the key may not read { $stream }; give it the right “{ $scope }” at { $console }, and fetch again.
fetch-unknown-object = { $system } knows no { $stream } ({ $path }); check at { $console } that the account has them, and the address in cartera.toml.
fetch-request-refused = { $system } refuses to list { $stream } (status { $status }); check the account at { $console }, and fetch again.
fetch-query-failed = { $system } gave up the query of { $stream }; look at it under Bulk Data Load Jobs at { $console }, and fetch again.
fetch-query-refused = { $system } does not understand the query of { $stream }: a table or column that it names is not there, or it is not one SELECT; compare it with the database ({ $console }), and fetch again.
fetch-private-key = { $system }: what { $variable } holds is no private RSA key in PEM; make one as the page of the system says, and put it there whole.
fetch-unknown-way = { $title } has no way in called '{ $way }'; write one of { $known } as `way` in cartera.toml, or leave it out.
fetch-database-address = { $system }: what { $variable } holds is no address of a database that can be opened; write one such as postgresql+psycopg://USER:PASSWORD@HOST/DATABASE, and install the driver that it names.
fetch-not-answering = { $system } stopped answering at { $stream } ({ $problem }); what came is kept, and the next fetch goes on from there.
fetch-check-not-answering = { $system } does not answer at { $stream } ({ $problem }); try again, and look whether the vendor tells of a fault.
fetch-rate-limit = { $system } asks for a pause of { $seconds } seconds at { $stream }; what came is kept: fetch again after that.
fetch-answer-changed = { $system } answers { $stream } in another form than before ({ $problem }); nothing of it was delivered: update cartera, or export by hand.
fetch-endless-pages = { $system } repeats the same page of { $stream } without end; fetch again, and export by hand if it happens twice.
answer-none = no answer
answer-no-json = it is no JSON
answer-no-list = there is no list at { $at }
answer-no-id = its records have no { $column }, by which others are asked for
answer-no-next = it says that there is more, and not where: there is nothing at { $at }
answer-unread = it cannot be read as it is described: { $error }
answer-status = status { $status }
answer-unreachable = it cannot be reached
answer-cut = the connection was cut
