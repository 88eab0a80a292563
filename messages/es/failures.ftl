failure-folder-taken = { $folder } no está vacía, y nunca se sobrescribe nada: nombre una carpeta nueva.
failure-map-taken = { $path } ya está y puede tener decisiones; déjelo y nombre otro archivo con --out, como mapa_de_cuentas_2.csv, para ponerlo en su lugar cuando esté decidido.
failure-server-not-ready = el servidor temporal de Prefect en el puerto { $port } no arrancó: ejecute de nuevo, o ponga en PREFECT_API_URL un servidor en marcha.
failure-fault = un fallo de Cartera ({ $error } en { $place }); lo ya publicado sigue en pie. Inténtelo de nuevo y, si se repite, comuníquelo con esta frase. Con CARTERA_DEBUG=1, el rastro queda donde escribe el comando o el proceso que ejecuta; puede citar sus datos.
failure-worker-killed = se mató un proceso, seguramente por falta de memoria: ponga menos `workers` en [run] de cartera.toml y ejecute de nuevo; lo ya publicado vale.
failure-dask-library = [run] dask = "{ $address }" necesita una biblioteca que no está instalada; ejecute `uv sync --frozen --no-dev --extra dask` en la copia del código, y de nuevo.
failure-dask-needs-server = [run] dask necesita un almacén al que lleguen varias máquinas: nombre un PostgreSQL en [warehouse] de cartera.toml, o quite `dask`.
failure-dask-unreachable = ningún planificador de Dask responde en { $address }: compruebe que está en marcha, y su dirección en [run] de cartera.toml, y ejecute de nuevo; lo ya publicado se mantiene.
failure-dask-no-worker = el planificador de Dask en { $address } lleva { $seconds } segundos sin ningún trabajador: arranque alguno (docs/scaling.md) y ejecute de nuevo; lo ya publicado se mantiene.
failure-dask-worker-lost = una misma parte de la ejecución perdió varios trabajadores de Dask, uno tras otro, seguramente por falta de memoria: dé más a cada uno y ejecute de nuevo; lo ya publicado se mantiene.
failure-dask-unfit-worker = el trabajador de Dask { $worker } no puede trabajar para esta empresa ({ $why }): corríjalo, o deténgalo, y ejecute de nuevo.
dask-threads = hace varias cosas a la vez en un mismo proceso; arránquelo con --nthreads 1
dask-not-installed = no puede cargar Cartera ({ $error }); instale allí la misma versión
dask-other-release = tiene Cartera { $cartera } con Python { $python }, y aquí es Cartera { $cartera_here } con Python { $python_here }; instale allí lo mismo
dask-other-folders = no ve los archivos que aquí están en { $folder }; monte allí la misma carpeta, con la misma ruta
failure-company-not-named = no se nombra la empresa que se despliega: ponga en { $variable } la carpeta que contiene su cartera.toml y despliegue de nuevo.
failure-run-stopped = detenido por una señal; lo que ya se publicó se mantiene y no queda nada a medio escribir: ejecute de nuevo para continuar.
failure-run-over = la ejecución terminó antes de empezar esta parte; lo que ya se publicó se mantiene: ejecute de nuevo para continuar.
failure-unfit-last-period = --through { $last } no cierra una serie de periodos desde { $first }: nombre uno de la misma duración que no sea anterior.
failure-landing-folder = no se puede listar la carpeta { $folder } del lugar de entrega { $landing } ({ $why }), así que nadie sabe qué contiene: deje que Cartera la lea, o llévela a otro lugar, y ejecute de nuevo.
failure-staging-full = la carpeta temporal { $place }, donde las exportaciones esperan a ser cargadas, está llena y no se cambió nada: haga sitio ahí, o nombre otra en TMPDIR, y pruebe de nuevo.
failure-foreign-database = la base { $place } tiene tablas que no son de Cartera, y no se cambió nada: nombre una base vacía, u otro esquema, en cartera.toml.
failure-warehouse-unfit = las tablas del almacén { $place } no son las de su esquema { $revision }, como cuando lo hizo una versión sin publicar, y no se cambió nada: recupere su copia, o nombre un almacén nuevo y ejecute de nuevo, lo que vuelve a leer las exportaciones del lugar de entrega.
failure-unknown-cut-off = «{ $text }» no es un corte de datos: escriba un día como 2026-10-01, o una hora con zona como 2026-10-01T06:00+00:00.
failure-unknown-account = ninguna cuenta tiene el identificador «{ $account }»: use uno de la exportación de cuentas del CRM, como lo muestra `cartera kpis`.
failure-settings-missing = { $path } no está: ejecute el comando en la carpeta de una empresa, nombre una con --company, o cree una con `cartera init`.
failure-not-writable = { $path } no se puede escribir ({ $why }): deje que Cartera escriba ahí, o nombre otro lugar de salida en cartera.toml.
failure-brand-file-missing = [brand] { $key }: { $path } no está; corrija la ruta en cartera.toml.
failure-log-not-writable = { $path } no admite ninguna línea del registro ({ $why }): corrija `log` en [run] de cartera.toml, o los permisos de su carpeta.
failure-telemetry-library = Las trazas necesitan más paquetes: instale `cartera[telemetry]`, o quite `telemetry` de [run] en cartera.toml.
failure-graph = Microsoft Graph: { $why }.
graph-answered = respondió con el estado { $status } ({ $code }); revise la dirección y los permisos de la aplicación (Sites.Selected o Files.ReadWrite.All)
graph-unreachable = no responde; revise la red y ejecute de nuevo
graph-not-signed-in = no deja entrar a la aplicación; revise CARTERA_GRAPH_TENANT, CARTERA_GRAPH_CLIENT_ID y CARTERA_GRAPH_CLIENT_SECRET, que caduca
graph-in-clear = un secreto viajaría en claro por la red; indique CARTERA_GRAPH_URL y CARTERA_GRAPH_LOGIN_URL como direcciones https
failure-nothing-awaited = cartera.toml no nombra ningún archivo que un mes espere: indíquelos en [schedule], por ejemplo awaited = ["stripe/invoices*.csv", "salesforce/*"].
failure-nothing-landed = { $landing } no contiene exportaciones: ponga ahí los archivos de un mes, en una carpeta con el nombre del día en que se exportaron (como 2026-10-01), y ejecute de nuevo.
failure-not-delivered = { $target } no recibió todos los archivos ({ $why }); lo que tiene queda como estaba, y la siguiente ejecución del periodo llevará el resto.
target-other-bytes = { $file } llegó con otros bytes
failure-not-served = el portal no puede escuchar en { $address } ({ $why }): detenga lo que escucha ahí, o indique otro --port u otro --host.
failure-place-not-writable = [places] { $key }: no se puede escribir en { $path } ({ $why }): permita que Cartera escriba ahí, o nombre otro lugar en cartera.toml.
failure-little-space = al disco de { $path } le quedan { $free_mb } MB, y una ejecución necesita { $needed_mb } MB: libere espacio ahí, o nombre lugares de otro disco en cartera.toml (para archivos temporales, en TMPDIR).
failure-not-ready = no se leyó nada, porque una ejecución no puede empezar antes de corregir todo esto:{ LINES($faults) }
failure-nothing-to-restore = el almacén no conoce ningún archivo publicado ni ninguna exportación: nombre en [warehouse] de cartera.toml el que se respaldó, y restaure de nuevo.
failure-name-too-short = «{ $name }» aparecería en demasiados textos: dé un nombre completo o una dirección de correo de al menos { $least } letras.
failure-nobody-to-forget = nada de lo que Cartera guarda nombra a «{ $asked }»: escriba el nombre o la dirección como en las exportaciones, o el id de un cliente con --client.
failure-not-removed = { $path } ya no se conserva según [retention] y no se pudo quitar: { $why } Permita al usuario de Cartera escribir en su carpeta; la siguiente ejecución, o cartera tidy, continúa.
failure-who-to-forget = nombre a quien olvidar: el nombre o el correo de una persona, o el id de un cliente con --client.
failure-notice-not-taken = { $why }.
failure-webhook-address = su webhook no es una dirección que empiece por https://; cópiela de nuevo de donde se creó.
failure-open-password = [notify.mail] security = "none" enviaría la contraseña a { $host } sin cifrar: escriba "starttls" o "ssl", o quite `user`.
failure-secret-missing = { $variable } no está definida: póngala en el entorno, o nombre en { $variable }_FILE un archivo de modo 600 que la contenga.
failure-secret-in-environment = { $variable } cambia cada vez que se usa, y el entorno no puede guardar el siguiente: póngala en un archivo de modo 600, y nómbrelo en { $variable }_FILE.
failure-secret-file = no se usa el secreto de { $path }: { $why }.
failure-nobody-to-tell = [notify] en cartera.toml no nombra a nadie a quien avisar: docs/deploying.md muestra cómo.
failure-export-folder = no hay una carpeta { $folder }; nombre la que contiene las exportaciones.
failure-no-exports = { $folder } no contiene ningún archivo CSV, JSON o XLSX; ponga ahí las exportaciones y pruebe de nuevo.
failure-nothing-recognised = ningún archivo de { $folder } se puede leer como exportación; el primero dice: { $first }
failure-mapping-taken = { $path } ya está, y nunca se sobrescribe nada: nombre otro archivo.
failure-delivery-date = la carpeta de entrega «{ $folder }» no empieza con una fecha real; llámela como el día de la exportación, por ejemplo 2026-10-01 o 2026-10-01T0600.
failure-archive = { $source_file } no se pudo archivar en { $archive } ({ $why }); libere espacio o corrija ahí los permisos, y ejecute de nuevo.
failure-landing-missing = el lugar de entrega { $landing } no está; créelo y ponga ahí las exportaciones, o corrija [places] landing en cartera.toml.
failure-landing-unknown = el lugar de entrega { $landing } es de un tipo desconocido; nombre una carpeta, s3://bucket/carpeta o sftp://usuario@servidor/carpeta en [places] landing de cartera.toml.
failure-landing-library = leer { $landing } necesita una biblioteca que no está instalada; ejecute `uv sync --frozen --no-dev --extra { $extra }` en la copia del proyecto, y de nuevo.
failure-landing-refused = { $landing } niega el acceso ({ $why }); revise usuario y claves ({ $keys }), y ejecute de nuevo.
failure-landing-unreachable = { $landing } no se pudo leer ({ $why }); revise la dirección en [places] landing de cartera.toml y la red, y ejecute de nuevo.
failure-password-in-address = el lugar de entrega { $landing } lleva una contraseña o una clave; quítela de cartera.toml, use { $instead } y cámbiela, pues otros la han leído.
failure-host-key-unknown = la clave del servidor { $host } no está en { $known_hosts }; añádala con `ssh-keyscan -p { $port } { $host } >> { $known_hosts }`, compare su huella con la que diga su dueño, y ejecute de nuevo.
failure-known-hosts = { $known_hosts } no se puede leer como lista de servidores conocidos; corríjalo y ejecute de nuevo.
failure-export-changing = { $source_file } cambió mientras se traía; espere a que termine su subida, y ejecute de nuevo.
failure-warehouse-url = la URL del almacén { $fact }; escriba sqlite:///warehouse.db o postgresql://usuario@servidor/base en cartera.toml.
failure-warehouse-unreachable = no se llega al almacén { $place }: vea que la base de datos esté en marcha y que su dirección en cartera.toml sea la buena, y pruebe de nuevo.
failure-warehouse-missing = el almacén { $place } no existe: cree la base de datos (o la carpeta de su archivo) y pruebe de nuevo.
failure-warehouse-denied = el almacén { $place } rechaza a este usuario: revise el nombre, la contraseña y los permisos en la base de datos.
failure-warehouse-read-only = el almacén { $place } es de solo lectura: permita escribir en el archivo y su carpeta (o en la base de datos) y pruebe de nuevo.
failure-warehouse-full = el disco del almacén { $place } está lleno y no se cambió nada: haga sitio y pruebe de nuevo.
failure-warehouse-busy = el almacén { $place } está bloqueado por otro proceso: espere a que termine y pruebe de nuevo.
failure-not-a-warehouse = el almacén { $place } no es una base SQLite legible: nombre otro archivo en cartera.toml, o recupere este de su copia.
failure-warehouse-newer = el almacén { $place } tiene el esquema { $revision }, más nuevo de lo que esta versión conoce: actualice cartera y pruebe de nuevo.
failure-unstorable-text = { $table_name }.{ $column_name } tiene un byte nulo o medio carácter, que no se puede guardar: haga que el mapeo de la fuente lo quite.
failure-run-in-progress = hay una ejecución de { $period } en marcha en este almacén: espere a que termine y pruebe de nuevo.
failure-unknown-holiday-country = no se conocen festivos para «{ $country }»: escriba un código de país ISO 3166 como MX o ES como país de la empresa, o déjelo vacío si no hay.
failure-unknown-currency = «{ $currency }» no es un código de moneda ISO 4217; use uno como MXN, EUR o JPY.
failure-unknown-period = «{ $text }» no es un periodo; escriba un trimestre como 2026-Q3, un mes como 2026-10, un año como 2026, varios meses como 2026-01..2026-06, o los doce meses que acaban con un trimestre o mes como 2026-Q3-TTM.
failure-brand-file = marca { $name }: { $problem }
hint-did-you-mean = ¿quiso decir { $found }?
hint-list-of-kpis = `cartera kpis` enumera lo que hay.
hint-land-accounts = Entregue la exportación de cuentas del CRM, o asigne su archivo a `accounts`.
refused-reason-unknown = { $cell }: «{ $text }» no es ningún código de motivo de la política
refused-edition-unknown = la edición «{ $edition }» nunca se publicó desde este almacén
refused-edition-of-another = dice cliente «{ $client }», pero su edición es de otro cliente
refused-workbook-of-another = es el libro del cliente «{ $client }», no de «{ $account }»
refused-other-renewal = trata de la renovación del { $before }, y la edición más reciente, de la del { $after }
refused-no-workbook = no hay ningún archivo de renovación de este cliente en el que escribir
refused-input-unknown = la edición más reciente no tiene el dato «{ $input }»
refused-reason-missing = { $cell }: a su decisión le falta el código de motivo
refused-offer-unknown = { $cell }: su decisión no es ninguna de las ofertas
refused-input-outside = { $cell } («{ $key }») queda fuera de { $minimum } a { $maximum }
refused-input-emptied = { $cell } («{ $key }») se vació y es necesaria
refused-input-not-whole = { $cell } («{ $key }») es { $value } y solo admite números enteros
refused-input-no-interval = { $cell } («{ $key }») no divide un año: escriba uno de { $intervals } meses
refused-deck-of-another = es una presentación del cliente «{ $client }», no de «{ $account }»
brand-has-slides = tiene láminas: bórrelas y deje los diseños.
brand-logo-format = el logo no es PNG ni JPEG: guárdelo como uno de ellos.
brand-layout-too-small = el diseño «{ $layout }» deja { $width } por { $height } pulgadas entre título y pie para los gráficos, que necesitan { $least_width } por { $least_height }: baje o ensanche el título, en una página de 13.33 por 7.5 pulgadas.
brand-not-pptx = no es una presentación de PowerPoint: guárdela como .pptx (un .potx no se lee).
refused-deck-without-edition = sus propiedades no nombran ninguna edición de Cartera
refused-not-a-presentation = no es una presentación de PowerPoint
refused-slides-of-another-edition = sus láminas son de otra edición que la que dicen sus propiedades
refused-not-a-renewal-workbook = no es un archivo de renovación de Cartera
refused-cells-gone = faltan las celdas llamadas { $cells }
refused-cell-no-number = la celda { $cell } de la hoja { $sheet } no es un número
refused-cell-not-computed = la celda { $cell } de la hoja { $sheet } contiene una fórmula sin su valor: abra y guarde el archivo en una hoja de cálculo, o escriba el número
refused-file-missing = no está
refused-xlsx-damaged = no es un archivo .xlsx en buen estado
refused-too-large = es más grande que cualquier archivo de renovación
landing-no-aws-keys = no hay claves de AWS
landing-wrong-keys = claves erróneas, o sin permiso
landing-no-such-user = no existe ese usuario o esa clave
landing-no-right = sin permiso de lectura
landing-no-answer = no responde
warehouse-url-unreadable = no se puede leer
warehouse-url-without-file = no nombra ningún archivo
warehouse-url-unknown-kind = nombra «{ $other }», que no es sqlite ni postgresql
failure-map-name = { $name } no se leería como mapa de cuentas; llámelo { OR($names) }.
failure-unknown-language = «{ $language }» no es un idioma de Cartera; use { $known }.
failure-language-gaps = al idioma «{ $language }» le faltan mensajes que Cartera dice: { $missing }. Añádalos a su carpeta, tal como los tiene messages/en.
failure-nothing-known = el almacén no sabía nada { $known_at ->
            [none] todavía
       *[other] al { $known_at }
    }: entregue exportaciones y ejecute, o nombre un --known-at posterior.
failure-unknown-kpi = ningún indicador se llama «{ $asked }»: { $hint }
failure-wrong-grain = { $kpi } es un indicador por { OR($grains) }, y { $period } es de otro largo ({ $grain }): nombre otro periodo.
failure-no-such-figure = { $kpi } no es un indicador de { $kind }: pídalo con --by { OR($kinds) }.
failure-unknown-entity = no hay { $kind } que se llame «{ $asked }»: { $hint }
failure-ambiguous-entity = { $count } { $kind ->
            [client] clientes
        [account] cuentas
        [manager] gerentes
        [team] equipos
        [segment] segmentos
       *[other] entradas
    } se llaman «{ $asked }» ({ $ids }): dé el identificador { $kind ->
            [account] de la que busca
        [manager] de quien busca
       *[other] del que busca
    }.
failure-account-of-group = --account nombra un cliente, y --by { $kind } es de varios: quite uno de los dos, o diga --by account.
failure-no-accounts = no se conoce ninguna cuenta, así que no hay de quién informar. { SENTENCES($why) }
failure-decision-refused = { $name } no se importa: { $why }.
failure-deck-refused = { $name } no se importa: { $why }.
failure-deck-unreadable = { $name } no se importa: { $why }.
failure-workbook-not-readable = { $name } no se puede importar: { $why }. Escriba en un libro tal como lo hizo Cartera e importe ese archivo.
failure-disk-full = el disco está lleno y { $name } no se pudo escribir en { $folder }: haga sitio y ejecute de nuevo; lo ya publicado vale, no queda nada a medio escribir.
failure-mapping = { $name } línea { $line }: { $fault }
failure-suite = { $name }: { $fault }
failure-figure-file = { $name }: { $fault }
figure-invalid = no declara cifras que puedan ser: { $why }; dele un SPECS con todas sus partes, como en transforms/kpis/csat.py.
figure-repeated = { $kpi } está dos veces; dé a una de ellas un id propio.
figure-unknown-column = { $kpi } nombra la columna «{ $column }», que las filas de { $table } no tienen ahí; nombre una de docs/tables.md, o una que se añada a sus filas.
figure-unknown-table = { $kpi } necesita la tabla «{ $table }», que no existe; nombre tablas de docs/tables.md.
figure-unworded = { $kpi } no tiene palabras; añada { $message } al kpis.ftl de cada idioma.
suite-missing = no se dice qué debe cumplir la tabla { $table }; escriba este archivo con un SUITE de esa tabla, como en expectations/suites/products.py.
suite-invalid = Great Expectations la rechaza: { $why }; corrija esa expectativa.
suite-untold = { $kind } sobre la columna «{ $column }» no dice qué hace una fila que lo incumple; dele una regla con quarantine(…), hold(…) o warn(…).
suite-unknown-column = la regla { $rule } nombra la columna «{ $column }», que las filas de { $table } no tienen ahí; nombre una de las columnas de la tabla.
suite-unworded = la regla { $rule } no tiene palabras en el idioma { $language }; añada { $message } con .{ $part } a su validation.ftl.
suite-repeated = la regla { $rule } está dos veces sobre la columna «{ $column }»; deje una.
suite-unjoined = la columna «{ $column }» nombra filas de { $target }, y solo lo dice la tabla o la suite; únala en across_tables, o corrija la descripción de la tabla.
failure-mapping-missing = no hay un mapeo «{ $name }»; nombre uno de { $builtin }, o la ruta de un archivo que termine en .toml.
failure-unreadable-export = { $source } { $name }: { $fault }
failure-control-totals = { $source_file }: { $table } { $currency ->
            [none] { "" }
       *[other] en { $currency }{ " " }
    }no cuadra, no se explican { $rows } { $rows ->
            [one] fila
       *[other] filas
    } y { $amount_minor } unidades mínimas; no se cargó nada. Avise de esto con la página de validación.
failure-host-key-changed = la clave del servidor { $host } no es la de { $known_hosts }, alguien puede estar en medio; pregunte a su dueño, y solo si la cambió a propósito quite la antigua con `ssh-keygen -R '{ $name }'` y añada la nueva.
failure-file-not-opened = { $source_file }: { $fault }.
failure-closed-all-day = el horario abre a las { $opens } y cierra a las { $closes }, o sea nunca: ponga business_closes después de business_opens en [policy].
failure-missing-rate = falta el tipo de cambio { $kind ->
            [average] medio
       *[other] de fin de mes
    } de { $base } a { $quote } para { $month }: añádalo a los tipos de cambio de finanzas.
failure-missing-layout = plantilla { $template }: falta { $placeholder ->
            [none] el
       *[other] el marcador «{ $placeholder }» en el
    } diseño «{ $layout }». Añádalo con ese nombre, o elija otra plantilla en cartera.toml.
entity-client = cliente
entity-account = cuenta
entity-manager = gerente
entity-team = equipo
entity-segment = segmento
entity-portfolio = cartera
landing-aws-keys = defina AWS_PROFILE, o AWS_ACCESS_KEY_ID y AWS_SECRET_ACCESS_KEY, de alguien que pueda listarlo y leerlo
landing-ssh-keys = ponga una clave que acepte en el agente SSH o en ~/.ssh, o defina { $variable }, y revise el usuario de la dirección
landing-no-answer-from = { $asked } no responde
os-no-such-file = no existe el archivo o la carpeta
os-permission-denied = sin permiso
os-read-only = el disco es de solo lectura
os-no-space = no queda espacio en el disco
os-is-a-folder = es una carpeta
os-not-a-folder = no es una carpeta
os-address-taken = la dirección ya está en uso
os-is-there = ya existe
os-name-too-long = el nombre es demasiado largo
os-input-output = error de lectura o escritura
os-no-answer = no responde a tiempo
os-connection-refused = la conexión se rechaza
os-connection-lost = la conexión se cortó
os-no-route = no hay ruta hasta el servidor
os-other = { $told }
