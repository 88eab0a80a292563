# What the command line says.

run-title = { $company }, { $period }: { $written } { $written ->
        [one] archivo escrito
       *[other] archivos escritos
    }, { $unchanged } sin cambios, { $held } { $held ->
        [one] cliente retenido
       *[other] clientes retenidos
    }
known-at = Datos conocidos al { $known_at }; cifras al { $valuation_date }.
known-at-unfinished = Datos conocidos al { $known_at }: { $period } no había terminado; las cifras son de la parte que hay, ninguna se compara con periodos enteros y no hay revisiones.
delivery-new = { $landed_at }: { $files } { $files ->
        [one] archivo
       *[other] archivos
    }, { $rows } { $rows ->
        [one] fila cargada
       *[other] filas cargadas
    }, { $quarantined } { $quarantined ->
        [one] apartada
       *[other] apartadas
    }
delivery-old = { $landed_at }: { $files } { $files ->
        [one] archivo, ya cargado
       *[other] archivos, ya cargados
    }
column-client = Cliente
column-manager = Gerente
column-deck = Revisión trimestral
column-review = Uso interno
column-workbook = Archivo de renovación
column-why = Por qué no
held-title = Retenidos
quarantine-title = Filas apartadas; archivo y línea en validation.html
column-source = Fuente
column-rule = Regla
column-rows = Filas
column-file = Archivo
column-line = Línea
column-column = Columna
column-expected = Se esperaba
written = v{ $version }, escrito
unchanged = v{ $version }, sin cambios
feed-late = Se sigue con lo que hay: { $told }
run-again = Se vuelve a intentar en { $seconds } segundos: { $why }
phase-ingest = Leyendo las exportaciones
phase-compute = Calculando cifras
phase-publish = Escribiendo archivos
starting = Arrancando Prefect
next-title = Siguiente
next-open = Abrir una revisión:     { $path }
next-workbook = Abrir un libro:         { $path }
next-review = Abrir una interna:      { $path }
next-portfolio = Abrir la cartera:       { $path }
next-brief = Abrir un resumen:       { $path }
next-validation = Ver lo apartado:        { $path }
next-kpis = Ver cifras:             cartera kpis --period { $period }{ $where }
next-status = Ver ejecuciones:        cartera status{ $where }
check-title = { $company }: { $files } { $files ->
        [one] archivo leído
       *[other] archivos leídos
    }, { $rows } { $rows ->
        [one] fila buena
       *[other] filas buenas
    }, { $quarantined } { $quarantined ->
        [one] apartada
       *[other] apartadas
    }, { $held } { $held ->
        [one] cuenta quedaría retenida
       *[other] cuentas quedarían retenidas
    }
check-page = Cada falla con su archivo y línea: { $path }
check-data-docs = Páginas propias de Great Expectations: { $path }
status-runs = Ejecuciones
status-none = Aún no hay ejecuciones: `cartera run --period 2026-Q3` hace la primera.
status-held = Cuentas retenidas
status-quarantine = Filas apartadas, por regla
column-run = Ejecución
column-period = Periodo
column-known-at = Datos conocidos al
column-state = Estado
column-started = Inicio
init-done = { $folder } está lista: ponga las exportaciones en landing/<día>/, nombre sus mapeos en cartera.toml y ejecute `cartera check`.
restore-done = { $written } { $written ->
        [one] archivo recuperado
       *[other] archivos recuperados
    }, { $right } { $right ->
        [one] ya estaba bien
       *[other] ya estaban bien
    }
restore-missing = { $file }: no se recuperó, porque falta { $copy } en el archivo histórico: búsquelo en un respaldo anterior y restaure de nuevo.
restore-damaged = { $file }: no se recuperó, porque los bytes de { $copy } ya no son los que se guardaron: tome ese archivo de un respaldo anterior y restaure de nuevo.
restore-differs = { $file } está ahí con otros bytes y se dejó como está: muévalo a otro lugar y restaure de nuevo.
restore-never-read = { $file }: no se recuperó, porque no se pudo leer cuando llegó.
restore-outside = { $file }: no se recuperó, porque quedaría fuera de su carpeta.
restore-landing-elsewhere = El lugar de llegada { $landing } no es de este equipo y se dejó como está: nombre una carpeta con --landing para tener ahí sus exportaciones.
sample-done = { $folder } contiene una empresa de muestra con { $accounts } { $accounts ->
        [one] cliente
       *[other] clientes
    }. Siguiente: cartera run --company { $folder } --period 2026-Q3
map-title = { $path }: qué se tomó por qué
map-file = Archivo
map-table = Tabla
map-columns = Columnas
map-confidence = Menos segura
map-uncertain = Revise
map-unreadable = { $file } quedó fuera: { $why }
map-fed = { $fed } de { $all } { $all ->
        [one] indicador
       *[other] indicadores
    } { $fed ->
        [one] tiene
       *[other] tienen
    } todas sus tablas.
map-lack = Sin { $tables }: { $kpis }
map-empty = Nada hallado para estas columnas de { $table }: { $columns }
map-unread = Nada lee estas columnas de { $file }: { $columns }
map-unknown-words = Sin entender en { $file }, { $column }: { $words }
map-next = Siguiente: repase el archivo, nómbrelo en cartera.toml y ejecute `cartera check`.
error = Error:
reason-quarantined-money = se apartó demasiado importe facturado para confiar en el resto
reason-unreadable-amounts = hay un importe facturado que no se puede leer
reason-no-renewal-date = sin fecha de renovación
reason-out-of-window = la renovación queda más lejos
reason-inactive = sin actividad al cierre del trimestre
reason-too-few-slides = menos de cuatro láminas con contenido
reason-quarter-not-over = el trimestre no había terminado al cierre de los datos
explain-basis = Definición, versión { $version }; datos conocidos al { $known_at }.
explain-value = Valor: { $value } ({ $unit })
explain-absent = Sin valor: { $why } ({ $code })
explain-numerator = Numerador: { $number }
explain-denominator = Denominador: { $number }
explain-role-value = { $sign ->
        [minus] Menos
       *[plus] Se compone de
    }: { $step }
explain-role-base = Base: { $step }
explain-role-part = { $sign ->
        [minus] Numerador, menos
       *[plus] Numerador
    }: { $step }
explain-role-whole = { $sign ->
        [minus] Denominador, menos
       *[plus] Denominador
    }: { $step }
explain-step-count = { $number } contadas; filas de { $table }: { $rows } ({ $period })
explain-step-sum = { $number }: suma de «{ $column }»; filas de { $table }: { $rows } ({ $period })
explain-step-largest = { $number }: el mayor «{ $column }»; filas de { $table }: { $rows } ({ $period })
explain-step-smallest = { $number }: el menor «{ $column }»; filas de { $table }: { $rows } ({ $period })
explain-step-quantile = { $number }: el { $share } de los «{ $column }» no lo supera; filas de { $table }: { $rows } ({ $period })
explain-step-money = { $number }: suma de «{ $column }»; filas de { $table }: { $rows } ({ $period })
explain-step-amount = { $number }; filas de { $table }: { $rows } ({ $period })
explain-step-scaled = { $base } × { $factor } = { $number }
explain-step-scaled-year = Año { $year }: { $base } × { $factor } = { $number }
explain-step-outlook-signed = { $day }: vencen { $base } × { $factor } = { $number }; le sigue un contrato firmado
explain-step-outlook-request = { $day }: vencen { $base } × { $factor } = { $number }; según la última solicitud
explain-step-outlook-own = { $day }: vencen { $base } × { $factor } = { $number }; como fueron sin descuento las { $count } renovaciones propias ya decididas
explain-step-outlook-policy = { $day }: vencen { $base } × { $factor } = { $number }; según la política de la empresa
explain-step-score-part = { $component }: { $points } puntos × { $weight }
explain-step-score-whole = { $number } entre los pesos conocidos, { $weights }: { $points } puntos
explain-step-peers = Cifra propia { $value }, frente a otros { $others } del segmento: la proporción de ellos a la que supera; los empates cuentan la mitad, redondeada a la decena
explain-step-usage-now = { $number } al día en los últimos { $days } días de semanas completas
explain-step-usage-then = { $number } al día en los { $days } días con que se comparan; la variación es lo uno entre lo otro, menos 1
explain-step-concentration-client = Cliente { $place } por tamaño: { $base } de { $whole } es { $factor }; su cuadrado por 10.000 es { $number }
explain-step-concentration-rest = Los otros { $count }: { $number }
explain-step-payments-kept-out = Cobros que quedaron apartados y pueden haber saldado una parte: { $rows }
explain-step-dso-balance = Saldo pendiente por contar hacia atrás: { $number }
explain-step-dso-not-due = Menos los días de lo que aún no vence: { $number }
explain-step-dso-month = { $period }: { $billed } facturados en { $days } días dan { $taken } días
explain-members = Suma de las cifras de los clientes: { $counted } la tienen, { $without } no la tienen y no están en ella.
explain-member = { $name }: { $value }
explain-heading-arithmetic = Cómo se calcula
explain-heading-depends = De qué depende
explain-heading-rows = Las filas de las que sale
explain-rest = … y { $count } más
explain-rate-average = Cambio medio de { $month }: 1 { $base } = { $rate } { $quote }
explain-rate-month-end = Cambio de fin de mes de { $month }: 1 { $base } = { $rate } { $quote }
explain-note = Nota: { $note }
explain-norm = Clientes del mismo segmento: { $retained } de { $active_before } { $retained ->
        [one] sigue
       *[other] siguen
    } tras doce meses ({ $retention }); contribución { $contribution } de ingresos { $revenue } ({ $margin }); { $subscribers } con suscripción.
explain-entered = { $table }: { $count ->
        [one] entró
       *[other] entraron
    } { $count } { $count ->
        [one] fila
       *[other] filas
    }
explain-left-out = { $table }: { $count } { $count ->
        [one] fila
       *[other] filas
    } fuera: { $why }
left-out-outside-period = fuera del periodo
left-out-draft = borrador
left-out-void = anulado
left-out-deleted = eliminado
left-out-document-not-counted = su documento es un borrador, está anulado o eliminado, o no se conoce
left-out-trial = de prueba
left-out-metered = se factura por consumo
left-out-not-paying = sin pagar
left-out-never-ran = terminó el día en que empezó o antes
left-out-not-running = no estaba vigente ese día
left-out-not-known-then = no se conocía ese día
left-out-subscribed = el cliente tiene o tuvo suscripciones, y son ellas las que deciden
left-out-young-client = el cliente tiene menos de un año: cuenta lo contratado
left-out-older-client = el cliente tiene más de un año: cuentan sus doce últimos meses
left-out-other-cost = otro tipo de coste
left-out-written-off = dado por incobrable
left-out-settled = saldado
left-out-other-age = de otra antigüedad
left-out-client-without-value = de un cliente sin valor
left-out-not-disputed = no impugnada
left-out-failed = el pago falló
left-out-pending = el pago está pendiente
left-out-another-document = corresponde a otro documento
left-out-not-critical = no es crítica
left-out-no-reply = aún sin respuesta
left-out-not-solved = sin resolver, o no se sabe cuándo
left-out-within-target = abierta y aún dentro del plazo
left-out-other-survey = otro tipo de encuesta
left-out-unanswered = sin contestar
left-out-answered-again = la misma persona volvió a contestar después
left-out-no-due-date = sin fecha de entrega
left-out-on-time = a tiempo
left-out-not-blocked = terminada, o no espera a nadie
left-out-not-held = no se celebró
left-out-internal-meeting = no participó nadie del cliente
left-out-not-the-first = posterior a la primera
left-out-not-the-newest = no es la última solicitud antes de una renovación del periodo
left-out-not-due = no vencía
left-out-other-priority = otra prioridad
left-out-has-due-date = tiene fecha de entrega
left-out-other-metric = objetivo de otra cifra
left-out-owned = el cliente ya lo tiene
left-out-not-recurring = no se vende por suscripción
left-out-too-rare = lo tienen muy pocos clientes parecidos
left-out-no-worth = sin un valor de este tipo
left-out-unconfirmed = sin confirmar por el cliente
left-out-no-category = sin categoría
left-out-other-work = otro tipo de trabajo
left-out-other-part = otro tipo de parte
left-out-no-list-price = sin precio de tarifa en su divisa
decisions-file = { $file }: archivo de renovación de { $client }
decisions-newer = Hay una edición más reciente: lo escrito se traslada a ella.
decisions-moved = Valores que se movieron desde entonces (quedan como están ahora):
decisions-typed = Escrito, frente a la edición más reciente:
decisions-record = Decisión registrada, no aprobada: { $decision } ({ $reason }), firmada por { $name }
decisions-ask = ¿Guardar esto?
yes-no = s/N
decisions-left = Queda como estaba.
decisions-kept = Guardado: la próxima ejecución de { $client } parte de aquí.
decisions-nothing = No se escribió nada que no se supiera ya.
decks-kept = { $file }: { $n } { $n ->
        [one] cambio guardado
       *[other] cambios guardados
    }; la próxima versión de { $client } { $n ->
        [one] lo
       *[other] los
    } lleva.
decks-nothing = { $file }: nada nuevo escrito.
left-out-no-complaint = no es una queja
left-out-not-open = ganada o perdida
left-out-other-version = ese día regía otra versión de su fila
left-out-terms-unknown = cerrada después: no se sabe cuánto valía entonces
left-out-no-amount = sin importe o sin probabilidad
left-out-not-won = no ganada
status-restated = Cifras de periodos anteriores que cambió una carga posterior
status-untold = Avisos que no se entregaron
forget-names = Nombres que se quitarán: { $names }
forget-rows = { $table }: { $rows } { $rows ->
        [one] fila
       *[other] filas
    }
forget-archived = archivo histórico: { $files } { $files ->
        [one] archivo por eliminar
       *[other] archivos por eliminar
    }
forget-published = salida: { $files } { $files ->
        [one] archivo por eliminar
       *[other] archivos por eliminar
    }; la siguiente ejecución hará lo que aún corresponda, sin los nombres
forget-landed = No se tocan, porque son de su dueño: { $files } { $files ->
        [one] archivo
       *[other] archivos
    } del lugar de llegada. Quite los nombres ahí y en los sistemas de origen, o una exportación modificada los traerá de vuelta.
forget-kept = No se tocan, porque los editan personas: { $files } { $files ->
        [one] archivo
       *[other] archivos
    } junto a cartera.toml, o este mismo. Quite ahí los nombres.
forget-keys = No se toca, porque de ello dependen sumas: un nombre que es clave o parte de una ruta, en { $rows } { $rows ->
        [one] fila
       *[other] filas
    } de { $table }.
forget-unsearched = No se revisaron por completo, porque están dañados, cifrados o comprimidos de otra forma o en demasiados niveles: { $files } { $files ->
        [one] archivo
       *[other] archivos
    }. Revíselos usted y elimine los que contengan los nombres.
forget-audit = No se tocan, porque nadie puede cambiarlas: { $entries } { $entries ->
        [one] entrada
       *[other] entradas
    } de la auditoría del portal.
forget-dry = No se cambió nada.
forget-ask = Esto no tiene vuelta atrás, ni siquiera desde el archivo histórico. ¿Olvidar?
forget-left = No se cambió nada.
forget-done = Olvidado. Donde estaban los nombres ahora dice { $pseudonym }. Los respaldos anteriores aún los contienen.
tidy-dry = No se cambió nada.
tidy-nothing = No hay nada que [retention] ya no conserve.
retention-done = Ya no se conserva según [retention], y se quitó: { $published } { $published ->
        [one] archivo
       *[other] archivos
    } de lo publicado, { $copies } { $copies ->
        [one] copia
       *[other] copias
    } del archivo histórico.
column-whom = Para
column-figure = Indicador
column-key = Clave
column-id = Id
column-name = Nombre
column-value = Valor
column-currency = Moneda
column-unit = Unidad
column-caveat = Motivo o salvedad
column-old = Antes
column-new = Ahora
row-come = nueva
row-gone = desapareció
row-changed = cambió
accounts-accepted = aceptada antes
accounts-nothing = no se halló nada
accounts-same-tax-id = mismo número fiscal
accounts-same-domain = mismo dominio
accounts-same-name = mismo nombre
accounts-similar-name = nombre parecido
accounts-shared = (cuadra igual con { $fits } cuentas)
accounts-title = Claves que no llevan a ninguna cuenta: { $keys }, con propuesta: { $proposed }. Escritas en { $path }
accounts-next = Escribe sí en `decisión` donde la cuenta sea la buena (corrígela donde no) y guarda el archivo como { $place }: la siguiente ejecución une esas filas, y ninguna otra.
accounts-unmapped = cartera.toml aún no lee esos archivos; añade, antes de las otras fuentes:  [[sources]]  mapping = "account_map"
check-merged = Cuentas fusionadas, que cuentan para la que sigue a la flecha: { $merged }
check-unlinked = Filas que esperan su cuenta: { $rows } (claves: { $keys }); `cartera accounts propose{ $where }` dice cuáles podrían ser
failure = Sin hacer, por un fallo de Cartera: { $what } de { $client } ({ $error } en { $place }). No afecta a otros archivos; para dar aviso, `failures` en { $manifest }.
kind-qbr = revisión
kind-review = revisión interna
kind-renewal = archivo de renovación
kind-brief = resumen de cartera
kind-brief-text = resumen de cartera en texto
kind-portfolio = libro
reason-failed = un fallo de Cartera
state-running = en curso
state-published = publicada
state-partly-published = publicada, faltan archivos
state-nothing-published = nada publicado
state-failed = fallida
state-interrupted = interrumpida
artifact-headline = { $period }: { $written } { $written ->
        [one] archivo escrito
       *[other] archivos escritos
    }, { $unchanged } sin cambios, { $held } { $held ->
        [one] cliente retenido
       *[other] clientes retenidos
    }
artifact-known-at = Datos conocidos al { $known_at }. Manifiesto: `{ $manifest }`.
artifact-columns = | cliente | gerente | archivos | retenido por |
late-files = Con retraso, sin llegar desde el fin del periodo: { $files }. [schedule] de cartera.toml los espera.
undelivered-differs = { $file } está en { $target } con otros bytes y se dejó como está: muévalo de ahí y ejecute de nuevo.
undelivered-not-in-archive = { $file } no se llevó a { $target }, porque su copia en el archivo histórico falta o está dañada: recupere el archivo histórico de su respaldo y ejecute de nuevo.
stopped-sources = No se pudieron usar, y lo que alimentan falta en todas partes: las últimas exportaciones de { $sources }.
artifact-failure = Una falla en Cartera: no hay { $what } de { $client } ({ $error } en { $place }).

decision-by-requester = Aviso: { $name } la pidió y la firmó; aprobarla exigirá a otra persona.

decision-beyond-level = Aviso: la decisión supera el nivel de { $role }; exige: { $approver }.

# Archivos que un periodo espera.

column-awaited = Se espera
awaited-title = Exportaciones de { $period }, con retraso desde { $due }
awaited-waiting = aún no ha llegado
awaited-late = con retraso
watch-waiting = { $period } aún espera { $files }; con retraso desde { $due }.
watch-arriving = { $period } tiene todo lo que espera, pero siguen llegando archivos: en la próxima revisión se verá si están completos.
watch-complete = Las exportaciones de { $period } están completas; ejecución: { $runs }.
schedule-zone-differs = El calendario del despliegue cuenta en la zona horaria { $schedule }, cartera.toml en { $company }: despliegue de nuevo con `prefect deploy --all`.

# Qué gastó una ejecución y dónde.

status-steps = Lo que gastó la última ejecución ({ $run })
column-step = Paso
column-parts = Partes
column-wall-seconds = Segundos
column-cpu-seconds = Segundos de procesador
step-fetch = Traer de las API
step-ingest = Leer y cargar exportaciones
step-compare = Comparar con la ejecución anterior
step-compute = Cifras de clientes
step-together = Cifras del conjunto
step-publish = Archivos de clientes
step-portfolio = Cartera
step-briefs = Resúmenes de gerentes
step-finish = Página de validación y manifiesto
step-deliver = Entregar en otros lugares
