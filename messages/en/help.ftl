# What `cartera --help` says: a command's sentence, its options by name, and an example.

help = From a month's raw CRM and billing exports to review decks and renewal workbooks.
    .example = Any command shows a failure's traceback with CARTERA_DEBUG=1.
help-sample = Write a made-up company: its exports, its settings, and the truth about its figures.
    .directory = New folder for the company.
    .accounts = How many reporting clients.
    .seed = The same seed gives the same company.
    .example = Example: cartera sample demo --accounts 24 --seed 7
help-init = Make a company's folder: cartera.toml to fill in, landing/ and mappings/.
    .directory = New folder for the company.
    .example = Example: cartera init acme
help-map = Guess what unknown exports hold, and write a mapping to read over and correct.
    .folder = Folder with the exports, as they came.
    .out = Mapping file to write; its name is the source's.
    .example = Example: cartera map exports --out acme/mappings/erp.toml --company acme
help-fetch = Bring each system's data from its API into the landing place. Exits 0: all complete; 3: some; 1: none.
    .system = Only these systems; names with commas between.
    .check = Try keys and rights, bring nothing, and say what is missing.
    .full = Everything again, not only what changed since the last fetch.
    .start = Bring again what was made or changed from this day on.
    .end = And up to this day.
    .example = Example: cartera fetch --company acme --system stripe
help-awaited = Which of a month's awaited exports have landed. Fetches nothing. Exits 0: all there; 3: some awaited.
    .period = The month or quarter; without it the last whole month.
    .example = Example: cartera awaited --company acme && cartera run --company acme --period 2026-09
help-check = Read and validate what has been landed; say what would be kept out or held back.
    .data-docs = Also write Great Expectations' own pages into this folder.
    .example = Example: cartera check --company acme
help-run = Read, validate, compute and publish. Exits 0: all published; 3: some held back; 1: nothing published; 2: wrong use.
    .through = And every period of that length after it, up to this.
    .accounts = Only these accounts' files; ids with commas between.
    .variant = Files for clients, internal ones, or both.
    .example = Example: cartera run --period 2026-Q3 --accounts 0015e00000A1b2CAAR --lang es
help-kpis = Figures of a period: value or reason, numerator, denominator and rows behind each.
    .account = Only this client, by id or name; `portfolio` for all together.
    .by = Of whom; may be given several times. Without it, of every client and of all together.
    .format = How figures are printed.
    .example =
        Example: cartera kpis --period 2026-Q3 --account 0015e00000A1b2CAAR --format csv

        Of each manager and team, over twelve months: cartera kpis --period 2026-Q3-TTM --by manager --by team
help-explain = A figure's definition, its arithmetic, and every row that entered it or was left out.
    .client = Id or name of a client (or of what --by says); `portfolio` for all.
    .kpi = A figure's id, as `cartera kpis` prints it.
    .by = What the name is: a client, an account, a manager, …
    .format = How the explanation is printed.
    .rows = Most rows shown of a table, the largest first; 0 for all.
    .example = Example: cartera explain "Textiles Ferrovía" recognised_revenue --period 2026-Q3 --format json
help-status = The last runs, the accounts held back, and the rows kept out with file and line.
    .example = Example: cartera status --company acme
help-restore = Bring back published files and exports from archive and warehouse; what is there stays.
    .landing = Put the exports into this folder instead of the company's landing place.
    .example = Example: cartera restore --company acme
help-notify = Tell managers of new files they have not been told of, or try each way of telling.
    .test = Send a trial notice by each way that cartera.toml names; nothing else is sent.
    .example = Example: cartera notify --test --company acme
help-forget = Take a person or a client out of warehouse, archive and published files; sums stay.
    .person = A person's name or e-mail address, as exports write it.
    .client = A client's id, instead: its names and those of its people.
    .dry-run = Say where they are named, and change nothing.
    .yes = Forget without asking.
    .who = On whose order; the computer's user without it.
    .example = Example: cartera forget 'Ana Ruiz' --dry-run --company acme
help-tidy = Remove what [retention] in cartera.toml no longer keeps: older versions, replaced exports.
    .dry-run = Say what it would be, and change nothing.
    .example = Example: cartera tidy --dry-run --company acme
help-accounts = Propose which account each key of another system is, for a person to decide.
help-accounts-propose = Write keys that join no account to a file, with proposals; nothing is joined by it.
    .out = account_map….csv, or a name that another language has for it.
    .example = Example: cartera accounts propose --company acme --out account_map.csv
help-decisions = Bring back what finance typed into renewal workbooks.
help-decisions-import = Lay edited workbooks over the newest edition, show what changes, and store it.
    .files = Edited renewal workbooks, any edition.
    .account = Refuse workbooks of any other client.
    .yes = Store without asking.
    .example = Example: cartera decisions import output/2026-Q3/acme-001/internal-renewal-acme-001-*.xlsx
help-decks = Bring back what managers wrote into decks.
help-decks-import =
    Store commentary and chosen actions of edited decks: the next edition carries them.

    Nothing is stored unless every file can be read.
    .files = Edited decks, any published edition.
    .account = Refuse decks of any other client.
    .example = Example: cartera decks import output/2026-Q3/acme-001/qbr-acme-001-2026-Q3-es-v1.pptx
help-portal = The pages on which managers and finance find their files; served until stopped.
    .host = The address to listen on.
    .port = The port to listen on.
    .example = Example: cartera portal --company acme
help-portal-prepare = Make what the portal shows besides a run’s files: how its figures are worked out, and pictures of the decks’ pages where LibreOffice is installed.
    .manager = Of the clients of the manager with this e-mail address alone.
    .pictures = With pictures of the pages; takes LibreOffice and poppler.
    .example = Example: cartera portal prepare --period 2026-Q3
help-portal-users = Who may sign in with a local account.
help-portal-users-add = Let somebody in, or change their name, roles and password; their sessions end.
    .name = As pages show it.
    .role = manager, lead, director, finance or operator; may be said again.
    .example = Example: cartera portal users add ana@example.com --name 'Ana Ruiz'
help-portal-users-list = Everybody who may sign in, and as what.
    .example = Example: cartera portal users list
help-portal-users-disable = Let somebody in no more; the sessions they have end at once.
    .example = Example: cartera portal users disable ana@example.com
help-portal-audit = Write what everybody did or was refused as CSV; fails where an entry was tampered with.
    .example = Example: cartera portal audit > audit.csv

# Options that several commands have.
help-option =
    .company = Folder with the company's cartera.toml.
    .lang = { OR($languages) }; the environment's language without it.
    .period = 2026-Q3 for a quarter, 2026-10 for a month, 2026 for a year (fiscal ones where the company has them), 2026-Q3-TTM for the twelve months up to it.
    .known-at = Use only what had been landed by then, as 2026-10-01.
    .importer = Who imports; the computer's user without it.
    .email = The e-mail address that they sign in with.
    .help = Show this message and exit.

# The frame around all of it.
help-usage = Usage:
help-some-options = [OPTIONS]
help-some-command = COMMAND [ARGS]...
help-arguments = Arguments
help-options = Options
help-commands = Commands
help-default = [default: { $value }]
help-environment = [env var: { $value }]
help-required = [required]
help-error = Error
help-more = Try { $command } for help.

# What a command says where it is typed wrongly.
use-option-unknown = There is no option { $typed }.
use-option-near = There is no option { $typed }. Did you mean { $near }?
use-option-bare = { $option } needs a value after it.
use-option-filled = { $option } takes no value.
use-option-missing = { $name } is missing: say it with a value.
use-argument-missing = { $name } is missing.
use-no-choice = { $name } cannot be “{ $typed }”; it is { OR($known) }.
use-no-number = { $name } cannot be “{ $typed }”: it is a whole number.
use-too-many = More was typed than the command takes: { $words }.
use-command-unknown = There is no command { $typed }.
use-command-near = There is no command { $typed }. Did you mean { $near }?
