# Lo que dice la descarga desde las API de los sistemas, y por qué faltó alguno.

fetch-title = Descargado
fetch-so-far = { $system }: { $records } { $records ->
        [one] registro
       *[other] registros
    } hasta ahora
fetch-delivered = Entregado en conjunto en { $folder }; `cartera run` lo lee.
fetch-no-systems = cartera.toml no nombra ningún sistema que descargar; añada uno en [[fetch.systems]], como muestra docs/fetching.md.
fetch-gone = { $system }: { $count } { $count ->
        [one] registro
       *[other] registros
    } de { $stream } que trajeron descargas anteriores ya no { $count ->
        [one] está
       *[other] están
    } ahí.
fetch-forgotten = { $system } solo guarda { $stream } durante { $days } días: se han perdido los que hubo entre { $start } y { $end }, porque entretanto no se descargó nada. Descargue más a menudo.
fetch-key-right = { $system }: la clave es correcta y puede leer todo lo que se descarga.
fetch-unknown-day = «{ $text }» no es ninguna fecha; escríbala como 2026-07-01.
fetch-empty-range = --to { $end } es anterior a --from { $start }; escriba el primer día en --from.
fetch-full-range = --full vuelve a traerlo todo, así que --from y --to sobran; quite una de las dos cosas.
fetch-state-whole = completo
fetch-state-missing = sin entregar
fetch-late = { $system } solo está completo hasta { $moment } (UTC), y el período termina con { $day }; ejecute `cartera fetch`, o escriba `before_run = true` en [fetch] de cartera.toml.
fetch-never = { $system } nunca se ha descargado por completo; ejecute `cartera fetch`, o escriba `before_run = true` en [fetch] de cartera.toml.
status-feeds = Sistemas que se descargan
status-feed-never = nunca
status-feed-age = { $moment } ({ $days ->
        [0] hoy
        [one] hace { $days } día
       *[other] hace { $days } días
    })
column-complete-until = Completo hasta (UTC)
column-system = Sistema
column-records = Registros
column-pages = Páginas

fetch-failed = No se pudo descargar { $system }.
fetch-unknown-system = «{ $system }» no es ningún sistema que se pueda descargar aquí; nombre uno de { $known }.
fetch-system-twice = cartera.toml descarga dos sistemas que se llaman «{ $system }», y uno ocuparía el lugar del otro; quite uno, o dé a su descripción (un .toml suyo) otro `system = "…"`.
fetch-system-file = { $path } no describe ningún sistema que se pueda descargar: { $faults }; docs/fetching.md muestra uno.
fetch-unusable = no se puede preguntar a un sistema que nombra cartera.toml.
system-blank = nada llena { $blank }: no es ningún secreto de [access], ni está en `values`
system-database-secret = access.database nombra «{ $name }», que no es ningún secreto de [access]
system-stream = a la lista { $stream } le falta `{ $key }`
system-no-address = falta `address`
fetch-value-missing = { $title }: escriba `values.{ $name } = "…"` debajo de `system = "{ $system }"` en cartera.toml.
fetch-in-progress = otro `cartera fetch` está escribiendo en { $landing }; espere a que termine y pruebe de nuevo.
fetch-landing-not-local = `cartera fetch` escribe en una carpeta, y el lugar de entrega es { $landing }; nombre una carpeta en [places] landing, o siga entregando usted estas exportaciones.
fetch-not-kept = lo que se descargó no se pudo guardar en { $landing } ({ $why }): haga sitio ahí, o deje que Cartera escriba ahí, y descargue de nuevo; lo que ya llegó se conserva y no se vuelve a pedir.
fetch-address-not-safe = { $system }: { $address } enviaría la clave sin cifrar; escriba una dirección https:// en cartera.toml.
fetch-secret-missing = { $system }: falta { $variable }; cree una clave en { $console } y póngala ahí, o nombre en { $variable }_FILE un archivo con modo 600 que la contenga.
fetch-secret-file = { $system }: no se puede usar el archivo de la clave { $path }: { $problem }.
secret-file-open = lo pueden leer otros además de su dueño; ejecute `chmod 600` sobre él
fetch-key-refused = { $system } rechaza la clave: es incorrecta, venció o fue retirada; cree una nueva en { $console }.
fetch-sign-in-again = { $system } ya no acepta el token de renovación: ya se usó, pasó demasiado tiempo sin usarse, o se desconectó la aplicación; autorice de nuevo la aplicación de { $console }, como dice su página (docs/fetching.md), y ponga el token nuevo donde indica { $variable }_FILE.
fetch-secret-not-kept = { $system }: { $variable } cambia con cada descarga, y el entorno no puede guardar el siguiente; póngalo en un archivo con modo 600, nómbrelo en { $variable }_FILE y quite { $variable }.
fetch-scope-missing = { $system }: la clave no puede leer { $stream }; dele el permiso «{ $scope }» en { $console } y descargue de nuevo.
fetch-unknown-object = { $system } no conoce { $stream } ({ $path }); compruebe en { $console } que la cuenta los tiene, y la dirección en cartera.toml.
fetch-request-refused = { $system } se niega a dar { $stream } (estado { $status }); revise la cuenta en { $console } y descargue de nuevo.
fetch-query-failed = { $system } abandonó la consulta de { $stream }; véala en Bulk Data Load Jobs en { $console } y descargue de nuevo.
fetch-query-refused = { $system } no entiende la consulta de { $stream }: una tabla o columna que nombra no está, o no es un solo SELECT; compárela con la base de datos ({ $console }) y descargue de nuevo.
fetch-private-key = { $system }: lo que contiene { $variable } no es una clave privada RSA en PEM; cree una como dice la página del sistema y póngala ahí entera.
fetch-unknown-way = { $title } no tiene ninguna vía de acceso «{ $way }»; escriba una de { $known } como `way` en cartera.toml, u omítala.
fetch-database-address = { $system }: lo que contiene { $variable } no es la dirección de una base de datos que se pueda abrir; escriba una como postgresql+psycopg://USUARIO:CLAVE@SERVIDOR/BASE, e instale el controlador que nombra.
fetch-not-answering = { $system } dejó de responder en { $stream } ({ $problem }); lo recibido se conserva, y la próxima descarga sigue desde ahí.
fetch-check-not-answering = { $system } no responde en { $stream } ({ $problem }); pruebe de nuevo, y mire si el proveedor informa de una avería.
fetch-rate-limit = { $system } pide una pausa de { $seconds } segundos en { $stream }; lo recibido se conserva: descargue de nuevo después.
fetch-answer-changed = { $system } responde { $stream } en otra forma que antes ({ $problem }); no se entregó nada de él: actualice cartera, o exporte a mano.
fetch-endless-pages = { $system } repite sin fin la misma página de { $stream }; descargue de nuevo, y exporte a mano si ocurre dos veces.
answer-none = sin respuesta
answer-no-json = no es JSON
answer-no-list = no hay ninguna lista en { $at }
answer-no-id = sus registros no tienen { $column }, con la que se piden otros
answer-no-next = dice que hay más, y no dónde: no hay nada en { $at }
answer-unread = no se puede leer como está descrita: { $error }
answer-status = estado { $status }
answer-unreachable = no se puede alcanzar
answer-cut = la conexión se cortó
