# Lo que se avisa de ejecuciones y archivos, en canales y por correo.

notice-started = { $company }: empezó la ejecución de { $period }
notice-failed = { $company }: la ejecución de { $period } falló y no publicó nada nuevo
notice-look-failed = { $company }: no se pudo revisar si llegaron las exportaciones de { $period }, y no se inició ninguna ejecución
notice-held = { $client } está retenido: { $why }.
notice-next = Siguiente paso: `cartera status` indica las líneas que hay que corregir. Corríjalas en su origen, ponga la nueva exportación en el lugar de llegada y la siguiente ejecución publicará lo que falta.
notice-test = { $company }: esto es una prueba de los avisos de Cartera
notice-test-line = No ha pasado nada. Aquí se avisará de ejecuciones y de archivos nuevos.
notice-files = { $company }, { $period }: { $count } { $count ->
        [one] archivo nuevo
       *[other] archivos nuevos
    } para usted
notice-file = { $client }: { $what }, versión { $version } ({ $place })
notice-own-file = Su { $what }, versión { $version } ({ $place })
notice-untold = El aviso a { $way } no se entregó: { $why }
notice-answered = respondió con el estado { $status }; revise la dirección y los permisos de ese lado
notice-certificate = nadie responde por su certificado; pida que lo renueven o que este equipo confíe en su autoridad
notice-no-address = no es una dirección de correo; corríjala en cartera.toml o en el CRM
notice-mail-password = el servidor de correo rechaza al usuario o la contraseña; corrija `user` en [notify.mail] o CARTERA_SMTP_PASSWORD
notice-mail-recipient = el servidor de correo no conoce al destinatario; corrija la dirección en cartera.toml o en el CRM
notice-mail-security = el servidor de correo no lo ofrece así; corrija `security` en [notify.mail]
notice-fault = un fallo de Cartera ({ $error })
notify-sent = Enviado a { $way }.
notify-nothing = Todos están avisados de sus archivos.
notice-late = { $company }: hay exportaciones de { $period } con retraso
notice-late-next = Siguiente paso: pida que se exporten y póngalas en el lugar de llegada. En cuanto estén todas, la ejecución empieza sola; a la hora prevista se informa de lo que haya.
