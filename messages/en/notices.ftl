# What people are told of runs and of their files, in rooms and by e-mail.

notice-started = { $company }: the run of { $period } has started
notice-failed = { $company }: the run of { $period } failed, and published nothing new
notice-look-failed = { $company }: the watcher could not look at the exports of { $period }, and started no run
notice-held = { $client } is held back: { $why }.
notice-next = Next: `cartera status` names the lines to mend. Mend them at their source, put the new export into the landing place, and the next run publishes what is missing.
notice-test = { $company }: this is a trial of Cartera's notices
notice-test-line = Nothing has happened. Runs and new files will be told of in this place.
notice-files = { $company }, { $period }: { $count } new { $count ->
        [one] file
       *[other] files
    } for you
notice-file = { $client }: { $what }, version { $version } ({ $place })
notice-own-file = Your { $what }, version { $version } ({ $place })
notice-untold = Notice to { $way } not taken: { $why }
notice-answered = it answered with the status { $status }; check the address and the rights there
notice-certificate = nobody vouches for its certificate; have it renewed, or its authority trusted on this machine
notice-no-address = that is no e-mail address; correct it in cartera.toml or in the CRM
notice-mail-password = the mail server refuses the user or the password; correct `user` under [notify.mail] or CARTERA_SMTP_PASSWORD
notice-mail-recipient = the mail server does not know the recipient; correct the address in cartera.toml or in the CRM
notice-mail-security = the mail server does not offer it that way; correct `security` under [notify.mail]
notice-fault = a fault in Cartera ({ $error })
notify-sent = Sent to { $way }.
notify-nothing = Everybody has been told of their files.
notice-late = { $company }: exports of { $period } are late
notice-late-next = Next: have them exported and put into the landing place. The watcher starts the run by itself once they are all there; what is there already is reported at the scheduled time.
