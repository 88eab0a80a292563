# La presentación del cliente. Títulos: métrica, dirección, tamaño, comparación; nunca una causa.

deck-absent = n/d
deck-sheet = Datos
deck-next-step = Siguiente paso: { $action }

deck-title = Revisión trimestral { $period } · { $client }
deck-subject = Edición { $edition }

deck-cover-subtitle = Revisión trimestral del negocio · { $period }
deck-cover-days = Del { $start } al { $end }
deck-cover-manager = Su responsable: { $name }

deck-confidentiality = Confidencial
deck-footer-source = Fuente: { $systems }
deck-footer-data-date = Datos al { $day }

deck-units-hours = { $n } h
deck-units-days =
    { $n ->
        [one] { $n } día
       *[other] { $n } días
    }
deck-units-months =
    { $n ->
        [one] { $n } mes
       *[other] { $n } meses
    }
deck-units-points =
    { $n ->
        [one] { $n } pt
       *[other] { $n } pts
    }

deck-delta-up = ▲ { $size } frente al { $period }
deck-delta-down = ▼ { $size } frente al { $period }
deck-delta-flat = Estable frente al { $period }
deck-delta-stable-against = Estable { $comparator }
deck-delta-inconclusive = No concluyente frente al { $period }
deck-delta-few-answers = Muestra insuficiente
deck-delta-none = Sin base para comparar

deck-short-critical-resolution-median = Críticas resueltas, mediana
deck-short-delivery-days-overdue-median = Retraso, mediana
deck-short-nps = NPS
deck-short-csat = CSAT
deck-short-usage-change-year = Variación anual del uso

# Lo que lee un cliente en lugar del nombre propio de la cifra.
deck-names-mrr = Cuota mensual

deck-missing-feed-missing = No se recibe este dato
deck-missing-no-rows = Sin registros en el periodo
deck-missing-new-account = Cliente sin historial para comparar
deck-missing-no-opening-revenue = Sin importe previo para comparar
deck-missing-no-revenue = Sin ingresos en el periodo
deck-missing-no-subscriptions = Sin suscripciones
deck-missing-cost-missing = Dato incompleto
deck-missing-rate-missing = Falta un tipo de cambio
deck-missing-no-billings = Sin facturas
deck-missing-balance-exceeds-billings = Dato no calculable
deck-missing-payment-unknown = La exportación no dice qué está pagado
deck-missing-dispute-unknown = La exportación no dice qué está en disputa
deck-missing-no-answers = Sin respuestas en el periodo
deck-missing-too-few-answers = Respuestas insuficientes
deck-missing-no-replies = Sin respuestas a tickets en el periodo
deck-missing-no-complaints = Sin quejas en el periodo
deck-missing-none-solved = Ninguna resuelta en el periodo
deck-missing-no-usage = Sin uso registrado
deck-missing-too-short-history = Historial demasiado corto
deck-missing-gaps-in-history = Semanas anteriores sin medir
deck-missing-no-deals = Sin oportunidades
deck-missing-amount-missing = Falta el importe de una oportunidad ganada
deck-missing-terms-unknown = No se sabe de aquel día
deck-missing-low-coverage = Faltan demasiados datos
deck-missing-nothing-due = Nada vencía en el periodo
deck-missing-none-late = Nada se hizo tarde
deck-missing-no-meetings = Sin reuniones registradas
deck-missing-no-seats = Licencias contratadas sin registrar
deck-missing-not-active-at-start = Sin actividad al inicio
deck-missing-not-active = Ya no está activo
deck-missing-no-renewals = Sin renovación decidida
deck-missing-none-open = Nada abierto
deck-missing-no-plan = Nada previsto
deck-missing-no-leads = Sin prospectos por evaluar
deck-missing-no-target = Sin objetivo
deck-missing-no-segment = Sin segmento
deck-missing-too-few-clients = Muy pocos clientes comparables
deck-missing-period-not-over = El periodo no ha terminado

deck-reasons-no-commitments = sin compromisos para el trimestre
deck-reasons-no-goals = sin objetivos registrados
deck-reasons-no-breach = sin incumplimientos ni detractores
deck-reasons-no-recorded-cause = sin causa y acción registradas
deck-reasons-nothing-invoiced = sin facturas en doce meses
deck-reasons-nothing-to-recommend = ninguna regla pide una acción
deck-reasons-nothing-concluded = sin conclusiones que resumir
deck-reasons-no-plan = sin compromisos para el próximo trimestre
deck-reasons-not-a-quarter = las presentaciones son trimestrales
deck-reasons-quarter-not-over = el trimestre no había terminado al cierre de los datos
deck-reasons-inactive = cliente sin actividad en el trimestre
deck-reasons-too-few-slides = menos de cuatro láminas de contenido

deck-kickers-cover = Portada
deck-kickers-summary = Resumen ejecutivo
deck-kickers-commitments = Compromisos del trimestre
deck-kickers-goals = Objetivos del cliente
deck-kickers-usage = Uso y adopción
deck-kickers-service = Servicio
deck-kickers-satisfaction = Satisfacción
deck-kickers-delivery = Proyectos
deck-kickers-learned = Lo aprendido
deck-kickers-investment = Inversión
deck-kickers-recommended = Recomendaciones
deck-kickers-plan = Plan del próximo trimestre
deck-kickers-appendix = Anexo

deck-subjects-goals = los objetivos
deck-subjects-usage = el uso
deck-subjects-service = el servicio
deck-subjects-satisfaction = la satisfacción
deck-subjects-delivery = los proyectos
deck-subjects-commitments = los compromisos abiertos
deck-subjects-investment = la renovación

deck-columns-product = Producto
deck-columns-commitment = Compromiso
deck-columns-owner = Responsable
deck-columns-due = Fecha
deck-columns-state = Estado
deck-columns-goal = Objetivo
deck-columns-target = Meta
deck-columns-actual = Resultado
deck-columns-theme = Tema
deck-columns-answers = Respuestas
deck-columns-positive = Positivas
deck-columns-milestone = Hito
deck-columns-project = Proyecto
deck-columns-completed = Entregado
deck-columns-cause = Causa registrada
deck-columns-action = Acción registrada
deck-columns-account = Cuenta de facturación
deck-columns-invoiced = Facturado { $period }
deck-columns-subject = Ámbito
deck-columns-recommendation = Recomendación
deck-columns-evidence = Evidencia
deck-columns-measure = Cómo se mide
deck-columns-figure = Indicador
deck-columns-definition = Definición
deck-columns-data = Datos
deck-columns-system = Sistema de origen
deck-columns-subscription = Suscripción
deck-columns-seats = Licencias
deck-columns-fee = Cuota mensual
deck-columns-since = Desde
deck-columns-ends = Hasta

deck-states-done = Cerrado
deck-states-open = Abierto
deck-states-moved = Aplazado
deck-states-dropped = Retirado

deck-sides-us = proveedor
deck-sides-client = cliente

deck-titles-cover = { $client }
deck-titles-summary = { $text }
deck-titles-appendix = Definiciones, fuentes y exclusiones
deck-titles-commitments-good =
    { $n ->
        [one] El compromiso del trimestre está cerrado
       *[other] Los { $all } compromisos del trimestre están cerrados
    }
deck-titles-commitments-flat =
    { $n ->
        [one] { $done } de { $all } compromisos cerrados; queda pendiente: { $first }
       *[other] { $done } de { $all } compromisos cerrados; quedan { $rest } pendientes, el primero: { $first }
    }
deck-titles-commitments-bad =
    { $n ->
        [one] Solo { $done } de { $all } compromisos cerrados; queda pendiente: { $first }
       *[other] Solo { $done } de { $all } compromisos cerrados; quedan { $rest } pendientes, el primero: { $first }
    }
deck-titles-commitments-none =
    { $n ->
        [one] Ningún compromiso cerrado; queda pendiente: { $first }
       *[other] Ninguno de los { $all } compromisos está cerrado; el primero: { $first }
    }
deck-titles-commitments-withdrawn =
    { $n ->
        [one] { $done } de { $all } compromisos cerrados; uno se retiró
       *[other] { $done } de { $all } compromisos cerrados; { $dropped } se retiraron
    }
deck-titles-commitments-missing = Compromisos del trimestre: sin datos suficientes
deck-titles-goals-good =
    { $n ->
        [one] Objetivo cumplido: { $goal }, { $actual } (meta: { $target })
       *[other] Los { $all } objetivos medidos se cumplen; el mejor, { $goal }: { $actual } (meta: { $target })
    }
deck-titles-goals-flat = { $met } de { $all } objetivos cumplidos; el más lejano, { $goal }: { $actual } (meta: { $target })
deck-titles-goals-bad =
    { $n ->
        [one] Objetivo no alcanzado: { $goal }, { $actual } (meta: { $target })
       *[other] Solo { $met } de { $all } objetivos cumplidos; el más lejano, { $goal }: { $actual } (meta: { $target })
    }
deck-titles-goals-none =
    { $n ->
        [one] Ningún objetivo alcanzado: { $goal }, { $actual } (meta: { $target })
       *[other] Ninguno de los { $all } objetivos alcanzado; el más lejano, { $goal }: { $actual } (meta: { $target })
    }
deck-titles-goals-missing = Objetivos del cliente: sin mediciones todavía
deck-titles-usage-good = El uso sube un { $size } frente a las doce semanas anteriores{ $year }
deck-titles-usage-flat = El uso se mantiene estable frente a las doce semanas anteriores{ $year }
deck-titles-usage-bad = El uso baja un { $size } frente a las doce semanas anteriores{ $year }
deck-titles-usage-seasonal = El uso baja un { $size } frente a las doce semanas anteriores, pero no frente al año pasado{ $year }
deck-titles-usage-missing = Uso del trimestre: sin datos suficientes para comparar ({ $reason })
deck-titles-usage-year = { "" } ({ $signed } frente a las mismas semanas del año pasado)
deck-titles-service-good = Primera respuesta mediana de { $median }, dentro del objetivo de { $target }{ $critical }
deck-titles-service-flat = Primera respuesta mediana de { $median }, dentro del objetivo de { $target }, con respuestas fuera de plazo{ $critical }
deck-titles-service-bad = Primera respuesta mediana de { $median }, por encima del objetivo de { $target }{ $critical }
deck-titles-service-late = Primera respuesta mediana de { $median }, dentro del objetivo{ $critical }
deck-titles-service-late-alone = Primera respuesta sin datos suficientes ({ $reason }){ $critical }
deck-titles-service-missing = { $created } tickets abiertos; primera respuesta sin datos suficientes ({ $reason })
deck-titles-service-critical-in-time = ; incidencias críticas resueltas a tiempo
deck-titles-service-quiet = Ningún ticket registrado en el { $this }, tampoco en el { $period }
deck-titles-service-quiet-after = Ningún ticket registrado en el { $this }, tras { $before } en el { $period }
deck-titles-service-critical-late =
    { $n ->
        [one] ; la única incidencia crítica, fuera de plazo
       *[other] ; { $late } de { $all } incidencias críticas fuera de plazo
    }
deck-titles-satisfaction-good = NPS { $nps } (n = { $n }){ $trend }
deck-titles-satisfaction-flat = NPS { $nps } (n = { $n }){ $trend }
deck-titles-satisfaction-bad = NPS { $nps } (n = { $n }){ $trend }
deck-titles-satisfaction-negative = NPS { $nps } (n = { $n }): más detractores que promotores{ $trend }
deck-titles-satisfaction-csat-alone = CSAT del { $csat } (n = { $n }); sin base anterior para comparar
deck-titles-satisfaction-inconclusive = ; no concluyente frente al { $period }
deck-titles-satisfaction-rise = ; sube { $size } puntos frente al { $period }
deck-titles-satisfaction-fall = ; baja { $size } puntos frente al { $period }
deck-titles-satisfaction-missing =
    { $n ->
        [one] { $promoters } de { $n } persona es promotora: muestra insuficiente para un NPS
       *[other] { $promoters } de { $n } personas son promotoras: muestra insuficiente para un NPS
    }
deck-titles-satisfaction-csat-few =
    { $n ->
        [one] { $positive } de { $n } respuesta positiva: muestra insuficiente para un CSAT
       *[other] { $positive } de { $n } respuestas positivas: muestra insuficiente para un CSAT
    }
deck-titles-satisfaction-csat-good = CSAT del { $csat } (n = { $n }), por encima del { $before } del { $period }
deck-titles-satisfaction-csat-flat = CSAT del { $csat } (n = { $n }), estable frente al { $period }
deck-titles-satisfaction-csat-bad = CSAT del { $csat } (n = { $n }), por debajo del { $before } del { $period }
deck-titles-delivery-good =
    { $n ->
        [one] La entrega prevista llegó a tiempo{ $blocked }
       *[other] { $done } de { $due } entregas a tiempo{ $blocked }
    }
deck-titles-delivery-flat = { $done } de { $due } entregas a tiempo{ $blocked }
deck-titles-delivery-bad =
    { $n ->
        [one] La entrega prevista no llegó a tiempo{ $blocked }
       *[other] Solo { $done } de { $due } entregas a tiempo{ $blocked }
    }
deck-titles-delivery-none =
    { $n ->
        [one] La entrega prevista no llegó a tiempo{ $blocked }
       *[other] Ninguna de las { $due } entregas llegó a tiempo{ $blocked }
    }
deck-titles-delivery-missing = Sin entregas previstas en el trimestre{ $blocked }
deck-titles-delivery-blocked-by =
    { $n ->
        [one] ; { $n } registrada como bloqueada por { $team }
       *[other] ; { $n } registradas como bloqueadas por { $team }
    }
deck-titles-delivery-blocked =
    { $n ->
        [one] ; { $n } registrada como bloqueada
       *[other] ; { $n } registradas como bloqueadas
    }
deck-titles-learned-good =
    { $n ->
        [one] El compromiso con causa registrada ya está cerrado
       *[other] Los { $all } compromisos con causa registrada ya están cerrados
    }
deck-titles-learned-flat = { $done } de { $all } compromisos con causa y acción registradas ya están cerrados
deck-titles-learned-bad =
    { $n ->
        [one] Un compromiso con causa y acción registradas sigue sin cerrar
       *[other] { $all } compromisos con causa y acción registradas siguen sin cerrar
    }
deck-titles-learned-missing = Lo aprendido: sin causas registradas
deck-titles-investment-credited = Abonos netos por { $credit } en el { $this }
deck-titles-investment-nothing = Sin facturas en el { $this }; la última se emitió antes
deck-titles-investment-up = { $amount } facturados en el { $this }, un { $size } más que en el { $period }
deck-titles-investment-flat = { $amount } facturados en el { $this }, importe estable frente al { $period }
deck-titles-investment-down = { $amount } facturados en el { $this }, un { $size } menos que en el { $period }
deck-titles-investment-missing = { $amount } facturados en el { $this }; sin base anterior para comparar
deck-titles-fee-leap = La cuota mensual al cierre del { $this } es de { $amount }, tras { $before } al cierre del { $period }; { $running }
deck-titles-fee-up = La cuota mensual al cierre del { $this } es de { $amount }, un { $size } más que al cierre del { $period }; { $running }
deck-titles-fee-flat = La cuota mensual al cierre del { $this } es de { $amount }, estable frente al cierre del { $period }; { $running }
deck-titles-fee-down = La cuota mensual al cierre del { $this } es de { $amount }, un { $size } menos que al cierre del { $period }; { $running }
deck-titles-fee-missing = La cuota mensual al cierre del { $this } es de { $amount }, sin cuota anterior para comparar; { $running }
deck-titles-recommended =
    { $n ->
        [one] Proponemos una acción, sobre { $subject }
       *[other] Proponemos { $n } acciones; la primera, sobre { $subject }
    }
deck-titles-plan-dated =
    { $n ->
        [one] Un compromiso para el { $period }, con fecha del { $day }
       *[other] { $all } compromisos para el { $period }; el primero, el { $day }
    }
deck-titles-plan-undated =
    { $n ->
        [one] Un compromiso para el { $period }, por fechar
       *[other] { $all } compromisos para el { $period }, por fechar
    }

deck-clauses-none = { "" }
deck-clauses-fee = cuota estable de { $amount } al mes
deck-clauses-commitments = { $done } de { $all } compromisos cerrados
deck-clauses-goals = { $met } de { $all } objetivos cumplidos
deck-clauses-satisfaction = NPS { $nps } (n = { $n })
deck-clauses-csat = CSAT del { $csat } (n = { $n })
deck-clauses-delivery = { $done } de { $due } entregas a tiempo
deck-clauses-request = se pide: { $request }
deck-clauses-usage-good = el uso sube un { $size }
deck-clauses-usage-flat = uso estable
deck-clauses-usage-bad = el uso baja un { $size }
deck-clauses-usage-seasonal = uso en línea con el año pasado
deck-clauses-usage-missing = { "" }
deck-clauses-service-good = primera respuesta en { $median }, dentro del objetivo
deck-clauses-service-flat = primera respuesta en { $median }, dentro del objetivo
deck-clauses-service-bad = primera respuesta en { $median }, por encima de { $target }
deck-clauses-service-missing = { "" }
deck-clauses-service-quiet = ningún ticket registrado
deck-clauses-critical-late =
    { $n ->
        [one] la única incidencia crítica, fuera de plazo
       *[other] { $late } de { $all } incidencias críticas fuera de plazo
    }

deck-actions-commitments = Cerrar primero los compromisos abiertos, cada uno con fecha y responsable.
deck-actions-goals = Repasar los objetivos no alcanzados y acordar meta y medida para el próximo trimestre.
deck-actions-usage = Acordar un plan de adopción con los equipos usuarios y revisar el avance cada dos semanas.
deck-actions-service = Revisar juntos los casos fuera de plazo y seguirlos cada semana hasta volver al objetivo.
deck-actions-satisfaction = Contrastar con los usuarios los temas señalados y acordar dos mejoras con fecha.
deck-actions-delivery = Reunir cada semana a los equipos implicados y anticipar las próximas fechas en riesgo.
deck-actions-seats-few = Revisar el reparto de licencias y activar las que no se usan.
deck-actions-seats-many = Revisar la capacidad: casi todas las licencias están en uso.
deck-actions-renewal = Iniciar la conversación de renovación con objetivos y alcance del próximo periodo.
deck-actions-growth = Ver con los equipos qué usos han crecido y extenderlos a otros.
deck-actions-seasonal = Revisar el uso a mitad de trimestre y comprobar si se ha recuperado.

deck-evidence-agreed = Acordada en una versión anterior
deck-evidence-seats = { $share } de las licencias en uso ({ $used } de { $paid })
deck-evidence-renewal = Renovación el { $day }, { $days } días después del cierre del trimestre
deck-evidence-renewal-inferred = Aniversario el { $day } (fecha inferida), { $days } días después del cierre del trimestre

deck-summary-table = Resumen
deck-summary-alt = Logros, puntos por mejorar y petición del trimestre
deck-summary-kind = Balance
deck-summary-statement = Qué pasó
deck-summary-outcome = Logro
deck-summary-steady = Neutral
deck-summary-miss = Por mejorar
deck-summary-no-miss = Ningún incumplimiento registrado en el trimestre
deck-summary-request = Petición

deck-commitments-table = Compromisos
deck-commitments-alt = Tabla de compromisos con responsable, fecha y estado. { $title }
deck-commitments-chart = Compromisos por estado
deck-commitments-chart-alt = Barra con los { $n } compromisos del trimestre por estado

deck-goals-heading = Resultado frente a la meta (meta = 100 %)
deck-goals-note = La marca señala la meta. En rojo, lo que no la alcanza.
deck-goals-table = Objetivos
deck-goals-alt = Tabla de objetivos con meta, resultado y estado. { $title }
deck-goals-chart-alt = Columnas con el resultado de cada objetivo en porcentaje de su meta
deck-goals-reached = Resultado
deck-goals-up = ≥
deck-goals-down = ≤
deck-goals-met = Cumplido
deck-goals-missed = No alcanzado
deck-goals-not-measured = Sin medir

deck-usage-heading = Uso por semana (eventos)
deck-usage-note = Semanas completas por su lunes; los puntos son las cuatro últimas.
deck-usage-chart-alt = Línea con el uso de las últimas trece semanas
deck-usage-against-usage-change = frente a las doce semanas anteriores
deck-usage-against-usage-change-year = frente a las mismas semanas del año pasado
deck-usage-seats = Licencias en uso: { $share } ({ $used } de { $paid })
deck-usage-used = En uso
deck-usage-paid = Contratadas

deck-service-response-exported = Primera respuesta, mediana por mes (horas según la exportación)
deck-service-response = Primera respuesta, mediana por mes (horas hábiles)
deck-service-response-alt = Columnas con la primera respuesta mediana de cada mes y una línea con el objetivo
deck-service-target = Objetivo: { $hours }
deck-service-volume = Tickets por mes
deck-service-volume-alt = Columnas con los tickets abiertos y resueltos de cada mes

deck-satisfaction-heading = ¿Nos recomendaría? Personas por respuesta
deck-satisfaction-note = Promotores: 9–10; pasivos: 7–8; detractores: 0–6. Última respuesta de cada persona.
deck-satisfaction-chart-alt = Barras con promotores, pasivos y detractores de cada trimestre
deck-satisfaction-of = { $positive } de { $n }
deck-satisfaction-promoters = Promotores
deck-satisfaction-passives = Pasivos
deck-satisfaction-detractors = Detractores
deck-satisfaction-themes = Temas
deck-satisfaction-themes-alt = Tabla con los temas de las encuestas, sus respuestas y cuántas son positivas

deck-themes-delivery = Entregas
deck-themes-support = Soporte
deck-themes-product = Producto
deck-themes-price = Precio
deck-themes-pricing = Precio
deck-themes-relationship = Relación
deck-themes-training = Formación
deck-themes-onboarding = Puesta en marcha
deck-themes-billing = Facturación
deck-themes-usability = Facilidad de uso
deck-themes-performance = Rendimiento

deck-delivery-note = La tabla lista los hitos; los indicadores cuentan todas las tareas con fecha en el trimestre.
deck-delivery-table = Hitos
deck-delivery-alt = Tabla de hitos con proyecto, fecha, entrega y estado. { $title }
deck-delivery-open = Pendiente
deck-delivery-on-time = A tiempo
deck-delivery-overdue = Vencido
deck-delivery-blocked = Espera a { $team }
deck-delivery-late =
    { $n ->
        [one] { $n } día tarde
       *[other] { $n } días tarde
    }

deck-learned-table = Causas y acciones
deck-learned-alt = Tabla con compromiso, causa registrada y acción registrada

deck-investment-products = Facturado por producto
deck-investment-products-alt = Tabla con lo facturado de cada producto en el trimestre
deck-investment-heading = Facturado por mes ({ $unit })
deck-investment-chart = Facturado por mes y producto
deck-investment-chart-alt = Columnas apiladas con lo facturado cada mes por producto
deck-investment-note = Facturas menos abonos, sin impuestos, por fecha de emisión.
deck-investment-scale-0 = { $currency }
deck-investment-scale-1 = miles de { $currency }
deck-investment-scale-2 = millones de { $currency }
deck-investment-unsplit = Facturado
deck-investment-no-product = Sin producto
deck-investment-others = Otros productos
deck-investment-total = Total
deck-investment-renewal = Fecha de renovación
deck-investment-no-renewal = Sin contrato con fecha de fin
deck-investment-basis-contract = Fin del contrato vigente
deck-investment-basis-subscription = Fin de la suscripción vigente
deck-investment-basis-inferred = Aniversario, fecha inferida
deck-investment-contract = Contrato del { $start } al { $end }
deck-investment-accounts = Cuentas de facturación
deck-investment-accounts-alt = Tabla con lo facturado a cada cuenta en el trimestre
deck-investment-more-accounts =
    { $n ->
        [one] y { $n } cuenta más
       *[other] y { $n } cuentas más
    }

deck-fee-heading = Cuota mensual al cierre de cada mes ({ $unit })
deck-fee-chart = Cuota mensual por mes
deck-fee-chart-alt = Columnas con la cuota mensual recurrente al cierre de cada mes
deck-fee-note = Doceava parte de los importes anuales, sin impuestos, pruebas ni consumo medido.
deck-fee-subscriptions = Suscripciones vigentes
deck-fee-table = Suscripciones
deck-fee-table-alt = Tabla de suscripciones vigentes con licencias, cuota mensual e inicio
deck-fee-unnamed = Suscripción
deck-fee-open-end = Sin fecha de fin
deck-fee-running =
    { $n ->
        [one] { $n } suscripción vigente
       *[other] { $n } suscripciones vigentes
    }
deck-fee-more = y { $n } más

deck-recommended-agreed = ✓ { $subject } (acordada)
deck-recommended-table = Recomendaciones
deck-recommended-alt = Tabla con recomendaciones y la evidencia de cada una

deck-plan-table = Plan
deck-plan-alt = Tabla con compromisos, responsable, fecha y medida

deck-appendix-definitions = Definiciones
deck-appendix-definitions-alt = Tabla con la definición de cada indicador
deck-appendix-sources = Fuentes
deck-appendix-sources-alt = Tabla con el sistema de origen de cada dato
deck-appendix-exclusions = Qué no se incluye

deck-tables-accounts = Cuentas
deck-tables-commitments = Compromisos
deck-tables-contracts = Contratos
deck-tables-goals = Objetivos
deck-tables-invoices = Facturas y abonos
deck-tables-meetings = Reuniones
deck-tables-subscriptions = Suscripciones
deck-tables-surveys = Encuestas
deck-tables-tasks = Tareas e hitos
deck-tables-tickets = Tickets
deck-tables-usage = Uso del producto

# Sistemas sin nombre propio; los demás se llaman por el suyo.
deck-systems-finance = Finanzas
deck-systems-surveys = Encuestas
deck-systems-usage = Registro de uso

deck-exclusions-usage = Uso: solo semanas completas; un dato que falta no es uso cero.
deck-exclusions-service = Servicio: no cuentan los tickets eliminados; las horas son hábiles, sin festivos.
deck-exclusions-satisfaction = Encuestas: no cuentan las no contestadas; de cada persona, su última respuesta.
deck-exclusions-delivery = Proyectos: las tareas sin fecha prometida no entran en las entregas a tiempo.
deck-exclusions-investment = Facturación: sin impuestos, borradores ni documentos anulados.
deck-exclusions-fee = Suscripciones: sin impuestos, pruebas, consumo medido ni impagadas.
deck-exclusions-all = «{ $absent }» significa que no hay dato, nunca cero.

deck-notes-cover = Revisión trimestral de { $client }, { $period }.
deck-notes-story = El hilo de la reunión:
deck-notes-edition = Edición { $edition }.
deck-notes-commitments = Empezar por lo pendiente: qué falta y para cuándo.
deck-notes-goals = Cada objetivo se compara con su meta; donde menos es mejor, el porcentaje es meta entre resultado.
deck-notes-learned = Causas y acciones se leen tal como están registradas.
deck-notes-plan = Confirmar responsable y fecha de cada compromiso.
deck-notes-recommended = Cada acción se apoya en la evidencia de su fila.
deck-notes-choose = Acciones acordadas: marcar con una x entre corchetes.
deck-notes-investment = Los importes son los de las facturas emitidas al cliente, menos abonos.
deck-notes-fee = La cuota es lo que cuestan al mes las suscripciones vigentes, no lo facturado.
deck-notes-nps-error = Margen de error del NPS: ±{ $error } puntos.
