# La presentación del cliente. Títulos: métrica, dirección, tamaño, comparación; nunca una causa.

deck-absent = n/d
deck-sheet = Datos
deck-title = Revisión trimestral { $period } · { $client }
deck-subject = Edición { $edition }

deck-cover-usual = Revisión trimestral del negocio · { $period }
deck-cover-onboarding = Revisión de puesta en marcha · { $period }
deck-cover-former = Cliente dado de baja · { $period }
deck-cover-first-month = Primera revisión · { $period }
deck-cover-returning = Revisión tras su regreso · { $period }
deck-cover-currencies = Revisión del grupo · { $period }
deck-cover-prepaid = Revisión de la suscripción anual · { $period }
deck-cover-single = Revisión de { $product } · { $period }
deck-cover-days = Del { $start } al { $end }
deck-cover-manager = Su contacto en { $company }: { $name }
deck-cover-manager-ours = Responsable de la cuenta: { $name }
deck-cover-review = Revisión interna de la cuenta · { $period }
deck-cover-agenda = Lo que veremos

# Cada historia: su título sobre las cifras, la frase con que se abre y la pregunta de su primera página.
deck-stories-first-month-glance = El primer mes de un vistazo
deck-stories-first-month-opening = Llevamos un mes trabajando juntos: hoy acordamos qué debe funcionar en los próximos tres meses.
deck-stories-first-month-question = ¿Qué tiene que funcionar en los próximos tres meses?
deck-stories-onboarding-glance = La puesta en marcha de un vistazo
deck-stories-onboarding-opening = Seguimos en la puesta en marcha: primero lo que falta por entregar y después quién lo usa ya.
deck-stories-onboarding-question = ¿Qué fecha de la puesta en marcha no se puede mover?
deck-stories-returning-glance = Desde su regreso en { $month }
deck-stories-returning-opening = Gracias por volver en { $month }: veamos si ahora les funciona y qué falta de lo que acordamos.
deck-stories-returning-question = ¿Qué ha cambiado para ustedes desde que volvieron?
deck-stories-currencies-glance = El grupo de un vistazo (importes en { $currency }, al cambio medio de cada mes)
deck-stories-currencies-glance-bare = El grupo de un vistazo
deck-stories-currencies-opening = Hoy vemos juntas todas las empresas del grupo; los importes están en { $currency }.
deck-stories-currencies-question = ¿Prevén cambios de alcance en alguna de sus sociedades?
deck-stories-prepaid-glance = Su año contratado: el trimestre de un vistazo
deck-stories-prepaid-opening = El año ya está pagado: hoy vemos qué les ha dado hasta ahora.
deck-stories-prepaid-question = ¿Qué resultado les importa más para lo que queda de su año de suscripción?
deck-stories-single-glance = { $product } de un vistazo
deck-stories-single-opening = Con nosotros trabajan en { $product }: veamos cómo lo usan y qué les falta.
deck-stories-single-question = ¿Qué hacen todavía con otras herramientas?

# Sectores tal como los nombra el CRM; los demás salen como están escritos.
deck-sectors-logistics = Logística
deck-sectors-transportation = Transporte
deck-sectors-wholesale = Comercio mayorista
deck-sectors-manufacturing = Manufactura
deck-sectors-textiles = Textil
deck-sectors-paper-packaging = Papel y embalaje
deck-sectors-furniture = Mobiliario
deck-sectors-robotics = Robótica
deck-sectors-food-beverage = Alimentos y bebidas
deck-sectors-wine-spirits = Vinos y licores
deck-sectors-agriculture = Agricultura
deck-sectors-healthcare = Salud
deck-sectors-retail = Comercio minorista
deck-sectors-insurance = Seguros
deck-sectors-consulting = Consultoría
deck-sectors-publishing = Edición
deck-sectors-conglomerate = Conglomerado
deck-sectors-construction = Construcción
deck-sectors-hospitality = Hostelería
deck-sectors-energy = Energía
deck-sectors-banking = Banca
deck-sectors-finance = Finanzas
deck-sectors-education = Educación
deck-sectors-technology = Tecnología
deck-sectors-telecommunications = Telecomunicaciones
deck-sectors-government = Sector público
deck-sectors-media = Medios
deck-sectors-utilities = Servicios públicos
deck-sectors-engineering = Ingeniería
deck-sectors-biotechnology = Biotecnología
deck-sectors-chemicals = Química
deck-sectors-electronics = Electrónica
deck-sectors-entertainment = Entretenimiento
deck-sectors-recreation = Ocio
deck-sectors-shipping = Transporte marítimo
deck-sectors-apparel = Confección
deck-sectors-machinery = Maquinaria
deck-sectors-environmental = Medio ambiente
deck-sectors-not-for-profit = Sin ánimo de lucro

deck-confidentiality = Confidencial
deck-footer-source = Fuente: { $systems }
deck-footer-few-join = con parte de los registros
deck-footer-data-date = Datos al { $day }

deck-units-hours = { $n } h
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

deck-delta-up = ▲{ "\u00A0" }{ $size } frente al { $period }
deck-delta-down = ▼{ "\u00A0" }{ $size } frente al { $period }
deck-delta-flat = Estable frente al { $period }
deck-delta-stable-against = Estable { $comparator }
deck-delta-inconclusive = Sin diferencia clara con el { $period }
deck-delta-same = Igual que en el { $period }
deck-delta-no-better = Sin mejora frente al { $period }
deck-delta-sliding = Tercera bajada seguida
deck-delta-few-answers = Muestra insuficiente
deck-delta-was = { $before } en el { $period }
deck-delta-none = Sin base para comparar
deck-delta-none-no-answers = { $period }: sin respuestas
deck-delta-none-too-few-answers = { $period }: respuestas insuficientes
deck-delta-none-no-replies = { $period }: ningún ticket respondido
deck-delta-none-none-solved = { $period }: ninguna resuelta
deck-delta-none-no-critical = { $period }: sin incidencias críticas
deck-delta-none-nothing-due = { $period }: nada vencía
deck-delta-none-none-late = { $period }: nada con retraso

deck-short-critical-resolution-median = Críticas resueltas, mediana
deck-short-delivery-days-overdue-median = Retraso, mediana
deck-short-nps = NPS
deck-short-csat = CSAT
deck-short-usage-change-year = Uso frente al año pasado
deck-short-usage-change = Uso, últimas 4 semanas
deck-short-first-response-median = Primera respuesta

# Lo que lee un cliente en lugar del nombre propio de la cifra.
deck-names-mrr = Cuota mensual

# Lo que significa una cifra para el cliente, donde el diccionario dice más.
deck-definitions-usage-change = Media diaria de uso en las cuatro últimas semanas completas frente a las doce anteriores. Las semanas van de { $first } a { $last }. Conviene compararla con las mismas semanas del año anterior, porque las vacaciones también reducen el uso.
deck-definitions-usage-change-year = Media diaria de uso en las cuatro últimas semanas completas frente a las mismas semanas del año anterior (364 días atrás, para que coincidan los días de la semana).
deck-definitions-value-hours = Horas que sus objetivos ahorraron en el trimestre, según confirmó su equipo. Lo que nadie ha confirmado no cuenta.
deck-definitions-value-money = Importe que sus objetivos aportaron en el trimestre, según confirmó su equipo, al tipo de cambio del cierre. Lo que nadie ha confirmado no cuenta.
deck-definitions-teams-active = Sus equipos con uso en los últimos 28 días del trimestre, entre todos los que constan hasta entonces en los datos de uso.
deck-definitions-modules-active = Módulos que sus equipos usaron en los últimos 28 días del trimestre, entre todos los que constan hasta entonces en sus datos de uso.
deck-definitions-peers = Proporción de los demás clientes de su segmento a los que superan en cada medida; los empates cuentan la mitad. Redondeada a la decena; al menos cinco clientes, sin nombrarlos.

deck-missing-feed-missing = Dato no recibido
deck-missing-no-rows = Sin registros en el periodo
deck-missing-rows-kept-out = Los registros recibidos no se pudieron usar
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
deck-missing-solution-undated = La exportación no dice cuándo se resolvieron
deck-missing-no-critical = Sin incidencias críticas en el periodo
deck-missing-no-usage = Sin uso registrado
deck-missing-older-client = Cliente desde hace más de un año
deck-missing-no-value-yet = Aún sin primer valor
deck-missing-too-short-history = Historial demasiado corto
deck-missing-gaps-in-history = Faltan semanas anteriores
deck-missing-before-return = Sin uso en las semanas anteriores a su regreso
deck-missing-no-deals = Sin oportunidades
deck-missing-amount-missing = Falta el importe de una oportunidad
deck-missing-discount-unknown = Falta un precio o un descuento
deck-missing-terms-unknown = Sin dato de aquel día
deck-missing-low-coverage = Faltan demasiados datos
deck-missing-nothing-due = Nada vencía en el periodo
deck-missing-none-late = Nada con retraso
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
deck-missing-no-worth = Sin valor confirmado
deck-missing-no-category = Tipo sin registrar
deck-missing-no-list-price = Sin precio de tarifa
deck-missing-period-not-over = El periodo no ha terminado

deck-reasons-no-commitments = sin compromisos para el trimestre
deck-reasons-no-goals = sin objetivos registrados
deck-reasons-twelve-pages = para no pasar del máximo de doce páginas
deck-reasons-told-with-goals = un solo objetivo con valor confirmado, contado con los objetivos
deck-reasons-told-with-service = valoraciones de un solo trimestre, contadas con el servicio
deck-reasons-nothing-invoiced = sin facturas en doce meses
deck-reasons-nothing-to-recommend = ninguna regla pide una acción
deck-reasons-nothing-concluded = sin conclusiones que resumir
deck-reasons-not-a-quarter = las presentaciones son trimestrales
deck-reasons-quarter-not-over = el trimestre no había terminado al cierre de los datos
deck-reasons-inactive = no era cliente al cierre del trimestre
deck-reasons-too-few-slides = menos de cuatro láminas de contenido

deck-kickers-cover = Portada
deck-kickers-summary = Resumen ejecutivo
deck-kickers-commitments = Compromisos del trimestre
deck-kickers-goals = Sus objetivos
deck-kickers-value = Valor aportado
deck-kickers-usage = Uso y adopción
deck-kickers-service = Servicio
deck-kickers-breakdown = Por equipo, módulo y causa
deck-kickers-satisfaction = Satisfacción
deck-kickers-delivery = Proyectos
deck-kickers-peers = Frente a clientes comparables
deck-kickers-investment = Inversión
deck-kickers-appendix = Anexo
deck-kickers-decisions = Decisiones y plan

deck-columns-product = Producto
deck-columns-commitment = Compromiso
deck-columns-owner = Responsable
deck-columns-due = Fecha
deck-columns-goal = Objetivo
deck-columns-target = Meta
deck-columns-actual = Resultado
deck-columns-theme = Tema (todas las encuestas)
deck-columns-answers = Respuestas
deck-columns-positive = Positivas
deck-columns-task = Tarea
deck-columns-project = Proyecto
deck-columns-completed = Entregada
deck-columns-cause = Por qué, y qué va a cambiar
deck-columns-change = Qué va a cambiar
deck-columns-account = Cuenta de facturación
deck-columns-invoiced = Facturado { $period }
deck-columns-converted = En { $currency }
deck-columns-figure = Indicador
deck-columns-definition = Definición
deck-columns-data = Datos
deck-columns-system = Sistema de origen
deck-columns-subscription = Suscripción
deck-columns-seats = Licencias
deck-columns-units = Unidades
deck-columns-fee = Cuota mensual
deck-columns-since = Desde
deck-columns-ends = Hasta
deck-columns-evidence = Evidencia
deck-columns-state = Estado

deck-states-done = Cerrado
deck-states-open = Abierto
deck-states-moved = Aplazado
deck-states-dropped = Retirado

deck-titles-cover = { $client }
deck-titles-appendix = Definiciones, fuentes y exclusiones
deck-titles-commitments-good =
    { $n ->
        [one] El compromiso del trimestre está cerrado
       *[other] Los { $all } compromisos del trimestre están cerrados
    }
deck-titles-commitments-flat =
    { $n ->
        [one] { $done } de { $all } compromisos está cerrado{ $others }{ $left }
       *[other] { $done } de { $all } compromisos están cerrados{ $others }{ $left }
    }
deck-titles-commitments-bad =
    { $n ->
        [one] Solo { $done } de { $all } compromisos está cerrado{ $others }{ $left }
       *[other] Solo { $done } de { $all } compromisos están cerrados{ $others }{ $left }
    }
deck-titles-commitments-others = { " " }({ $states })
deck-titles-commitments-none =
    { $n ->
        [one] El compromiso del trimestre sigue abierto{ $left }
       *[other] Ningún compromiso cerrado: { $states }{ $left }
    }
deck-titles-commitments-moved =
    { $n ->
        [one] Se aplazó el compromiso del trimestre{ $left }
       *[other] Se aplazaron los { $n } compromisos del trimestre
    }
deck-titles-commitments-left-open =
    { $n ->
        [one] ; sigue abierto «{ $first }»
       *[other] ; el más atrasado, «{ $first }»
    }
deck-titles-commitments-left-alone = : «{ $first }»
deck-titles-commitments-left-moved =
    { $n ->
        [one] ; falta «{ $first }»
       *[other] ; el más atrasado, «{ $first }»
    }
deck-titles-commitments-all-withdrawn =
    { $n ->
        [one] El compromiso del trimestre se retiró
       *[other] Los { $dropped } compromisos del trimestre se retiraron
    }
deck-titles-commitments-missing = Compromisos del trimestre: sin datos suficientes
deck-titles-goals-good =
    { $n ->
        [one] Objetivo cumplido: «{ $goal }», { $actual } (meta:{ "\u00A0" }{ $target }){ $unmeasured }
       *[other] Los { $all } objetivos medidos se cumplen{ $unmeasured }; destaca «{ $goal }», { $actual } (meta:{ "\u00A0" }{ $target })
    }
deck-titles-goals-good-even =
    { $n ->
        [2] Los dos objetivos medidos se cumplen{ $unmeasured }
       *[other] Los { $all } objetivos medidos se cumplen{ $unmeasured }
    }
deck-titles-goals-flat =
    { $n ->
        [one] Se cumple { $met } de { $all } objetivos medidos{ $unmeasured }; { $misses }
       *[other] Se cumplen { $met } de { $all } objetivos medidos{ $unmeasured }; { $misses }
    }
deck-titles-goals-bad =
    { $n ->
        [one] Solo se cumple { $met } de los { $all } objetivos medidos{ $unmeasured }; { $misses }
       *[other] Solo se cumplen { $met } de los { $all } objetivos medidos{ $unmeasured }; { $misses }
    }
deck-titles-goals-misses =
    { $n ->
        [one] «{ $goal }» queda en { $actual } (meta:{ "\u00A0" }{ $target })
       *[other] el más alejado, «{ $goal }», queda en { $actual } (meta:{ "\u00A0" }{ $target })
    }
deck-titles-goals-misses-tied = «{ $goal }» queda en { $actual } (meta:{ "\u00A0" }{ $target })
deck-titles-goals-none =
    { $n ->
        [one] «{ $goal }» queda fuera de meta: { $actual } (meta:{ "\u00A0" }{ $target }){ $unmeasured }
       *[other] Ninguno de los { $all } objetivos medidos se cumple{ $unmeasured }; { $misses }
    }
deck-titles-goals-early =
    { $n ->
        [one] Ya se cumple { $met } de los { $all } objetivos medidos{ $unmeasured }; { $misses }
       *[other] Ya se cumplen { $met } de los { $all } objetivos medidos{ $unmeasured }; { $misses }
    }
deck-titles-goals-early-none =
    { $n ->
        [one] «{ $goal }» no llega todavía a su meta: { $actual } (meta:{ "\u00A0" }{ $target }){ $unmeasured }
       *[other] Los { $all } objetivos medidos no llegan todavía a su meta{ $unmeasured }; { $misses }
    }
deck-titles-goals-missing = Objetivos del cliente: sin mediciones todavía
deck-titles-goals-unmeasured =
    { $n ->
        [one] { "" } y { $n } más está sin medir
       *[other] { "" } y { $n } más están sin medir
    }
deck-titles-usage-good = El uso sube un { $size } frente a las { $weeks } semanas anteriores{ $year }
deck-titles-usage-flat = El uso se mantiene estable: { $signed } frente a las { $weeks } semanas anteriores{ $year }
deck-titles-usage-bad = El uso baja un { $size } frente a las { $weeks } semanas anteriores{ $year }
deck-titles-usage-worse-flat = El uso se mantiene frente a las { $weeks } semanas anteriores, pero es un { $fall } menor que hace un año{ $cut }
deck-titles-usage-worse-up = El uso sube un { $size } frente a las { $weeks } semanas anteriores, pero sigue un { $fall } por debajo del de hace un año{ $cut }
deck-titles-usage-seasonal = El uso baja un { $size } frente a las { $weeks } semanas anteriores{ $season }
deck-titles-usage-fewer-seats = El uso baja un { $size } frente a las { $weeks } semanas anteriores, con menos licencias (de { $seats_before } a { $seats })
deck-titles-usage-fewer-seats-year = El uso se mantiene frente a las { $weeks } semanas anteriores; en un año baja un { $fall }, con menos licencias (de { $seats_before } a { $seats })
deck-titles-usage-missing = { $last } usos en la última semana; sin datos suficientes para comparar ({ $reason })
deck-titles-usage-year-up = El uso supera en un { $size } al de las mismas semanas del año pasado
deck-titles-usage-year-flat = El uso está al nivel de las mismas semanas del año pasado (diferencia del { $size })
deck-titles-usage-year-down = El uso queda un { $size } por debajo de las mismas semanas del año pasado
deck-titles-usage-season-above = , pero sigue por encima del año pasado ({ $signed })
deck-titles-usage-season-level = , a un nivel parecido al del año pasado ({ $signed })
deck-titles-usage-year-more = { "" } ({ $signed } en un año, con más licencias: de { $seats_before } a { $seats })
deck-titles-usage-year-fewer = { "" } ({ $signed } en un año, con menos licencias: de { $seats_before } a { $seats })
deck-titles-usage-cut = , con menos licencias (de { $seats_before } a { $seats })
deck-titles-usage-year = { "" } ({ $signed } en un año)
deck-titles-service-good = El soporte responde en { $median } de mediana, dentro del objetivo de { $target }{ $critical }
deck-titles-service-flat = El soporte responde en { $median } de mediana, dentro del objetivo de { $target }, con { $late } de { $replies } respuestas fuera de plazo{ $critical }
deck-titles-service-mixed = El soporte responde en { $median } de mediana, pero en { $over } rebasó las { $target }{ $critical }
deck-titles-service-month = { $month } ({ $hours })
deck-titles-service-month-alone = { $month } ({ $hours }, un solo ticket)
deck-titles-service-bad = El soporte responde en { $median } de mediana, por encima del objetivo de { $target }{ $critical }
deck-titles-service-late = El soporte responde en { $median } de mediana, dentro del objetivo{ $critical }
deck-titles-service-late-replies = El soporte responde en { $median } de mediana, con { $late } de { $replies } respuestas fuera de plazo{ $critical }
deck-titles-service-late-mixed = El soporte responde en { $median } de mediana, pero en { $over } rebasó las { $target }{ $critical }
deck-titles-service-late-alone = Primera respuesta sin datos suficientes ({ $reason }){ $critical }
deck-titles-service-missing = { $created } tickets abiertos; primera respuesta sin datos suficientes ({ $reason })
deck-titles-service-critical-in-time =
    { $n ->
        [one] ; la incidencia crítica se resolvió a tiempo
       *[other] ; las incidencias críticas se resolvieron a tiempo
    }
deck-titles-service-critical-standing =
    { $n ->
        [one] ; una incidencia crítica estaba abierta al cierre, en plazo
       *[other] ; { $open } incidencias críticas estaban abiertas al cierre, en plazo
    }
deck-titles-service-critical-open =
    { $n ->
        [one] { "" } y otra sigue abierta
       *[other] { "" } y otras { $open } siguen abiertas
    }
deck-titles-service-critical-overdue =
    { $n ->
        [one] ; una incidencia crítica sigue abierta, fuera del plazo de { $limit }
       *[other] ; { $overdue } incidencias críticas siguen abiertas, fuera del plazo de { $limit }
    }
deck-titles-service-critical-overdue-since =
    { $n ->
        [one] ; una incidencia crítica sigue abierta desde el { $since } (objetivo: { $limit })
       *[other] ; { $overdue } incidencias críticas siguen abiertas, la más antigua desde el { $since } (objetivo: { $limit })
    }
deck-titles-service-critical-one-late =
    { $n ->
        [one] ; de { $every } incidencias críticas, una se resolvió tarde y otra sigue abierta
       *[other] ; de { $every } incidencias críticas, una se resolvió tarde y { $open } siguen abiertas
    }
deck-titles-service-quiet = Sin tickets en el { $this } ni en el { $period }
deck-titles-service-quiet-after = Sin tickets en el { $this }, tras { $before } en el { $period }
deck-titles-service-critical-late =
    { $n ->
        [one] ; { $late } de { $all } incidencias críticas se resolvió fuera de plazo
       *[other] ; { $late } de { $all } incidencias críticas se resolvieron fuera de plazo
    }
deck-titles-service-critical-all-late =
    { $n ->
        [one] ; la única incidencia crítica no se resolvió a tiempo
       *[other] ; las { $all } incidencias críticas se resolvieron fuera de plazo
    }
deck-titles-service-critical-late-open =
    { $n ->
        [one] ; { $late } de { $all } incidencias críticas resueltas tardó más de { $limit }{ $open }
       *[other] ; { $late } de { $all } incidencias críticas resueltas tardaron más de { $limit }{ $open }
    }
deck-titles-service-critical-all-late-open =
    { $n ->
        [2] ; las dos incidencias críticas resueltas tardaron más de { $limit }{ $open }
       *[other] ; las { $all } incidencias críticas resueltas tardaron más de { $limit }{ $open }
    }
deck-titles-satisfaction-good = El NPS es de { $nps }{ $trend }{ $csat }
deck-titles-satisfaction-flat = El NPS es de { $nps }{ $trend }{ $csat }
deck-titles-satisfaction-bad = El NPS es de { $nps }{ $trend }{ $csat }
deck-titles-satisfaction-negative = Más detractores que promotores, con un NPS de { $nps }{ $trend }{ $csat }
deck-titles-satisfaction-csat-alone = El CSAT es del { $csat } en la primera medición{ $since }
deck-titles-satisfaction-inconclusive = , sin diferencia clara frente al { $period }{ $earlier }
deck-titles-satisfaction-same = , igual que en el { $period }{ $earlier }
deck-titles-satisfaction-earlier = ; era de { $first } en el { $when }
deck-titles-satisfaction-apart = { "" } (muy pocas respuestas en { $periods } para comparar)
deck-titles-satisfaction-rise = , sube { $size } puntos frente al { $period }
deck-titles-satisfaction-fall = , baja { $size } puntos frente al { $period }
deck-titles-satisfaction-missing =
    { $n ->
        [one] { $n } respuesta al NPS: insuficiente para dar una puntuación
       *[other] { $n } respuestas al NPS: insuficientes para dar una puntuación
    }
deck-titles-satisfaction-csat-few =
    { $n ->
        [one] { $n } respuesta de satisfacción: insuficiente para un CSAT
       *[other] { $n } respuestas de satisfacción: insuficientes para un CSAT
    }
deck-titles-satisfaction-csat-good = El CSAT sube al { $csat }, desde el { $before } del { $period }
deck-titles-satisfaction-csat-flat = El CSAT es del { $csat }, sin diferencia clara frente al { $before } del { $period }
deck-titles-satisfaction-csat-apart = El CSAT es del { $csat }; muy pocas respuestas en el { $period } para comparar
deck-titles-satisfaction-csat-same = El CSAT es del { $csat }, igual que en el { $period }
deck-titles-satisfaction-csat-bad = El CSAT baja al { $csat }, desde el { $before } del { $period }
deck-titles-satisfaction-sliding = El NPS baja por tercer trimestre seguido: de { $first } a { $nps }{ $csat }
deck-titles-satisfaction-first = El NPS es de { $nps } en la primera medición{ $since }{ $csat }
deck-titles-satisfaction-csat-rises = ; el CSAT sube del { $before } al { $now }
deck-titles-satisfaction-csat-falls = ; el CSAT baja del { $before } al { $now }
deck-titles-satisfaction-csat-low = ; el CSAT es solo del { $now }
deck-clauses-satisfaction-first = el NPS es de { $nps } en la primera medición{ $since }
deck-satisfaction-since-return = { "" } desde su regreso
deck-titles-delivery-good =
    { $n ->
        [one] La tarea prevista se entregó a tiempo{ $milestones }{ $blocked }
       *[other] { $done } de { $due } tareas entregadas a tiempo{ $milestones }{ $blocked }
    }
deck-titles-delivery-all =
    { $n ->
        [one] La tarea prevista se entregó a tiempo{ $milestones }{ $blocked }
       *[other] Las { $due } tareas se entregaron a tiempo{ $milestones }{ $blocked }
    }
deck-titles-delivery-flat = { $done } de { $due } tareas entregadas a tiempo{ $milestones }{ $blocked }
deck-titles-delivery-bad =
    { $n ->
        [one] La tarea prevista no se entregó a tiempo{ $milestones }{ $blocked }
       *[other] Solo { $done } de { $due } tareas entregadas a tiempo{ $milestones }{ $blocked }
    }
deck-titles-delivery-none =
    { $n ->
        [one] La tarea prevista no se entregó a tiempo{ $milestones }{ $blocked }
       *[other] Ninguna de las { $due } tareas se entregó a tiempo{ $milestones }{ $blocked }
    }
deck-titles-delivery-missing = Sin entregas previstas en el trimestre{ $blocked }
deck-titles-delivery-blocked =
    { $n ->
        [one] ; { $n } bloqueada
       *[other] ; { $n } bloqueadas
    }
deck-titles-delivery-milestones-all =
    { $n ->
        [one] , incluido el hito
       *[other] , incluidos los { $all } hitos
    }
deck-titles-delivery-milestones =
    { $n ->
        [one] , y el hito, { $met } de { $all }
       *[other] , y { $met } de { $all } hitos
    }
deck-titles-investment-credited = Las notas de crédito superan a las facturas en { $credit } en el { $this }{ $credited }
deck-titles-investment-credited-alone = Notas de crédito por { $credit } en el { $this }{ $credited }; sin facturas nuevas
deck-titles-investment-nothing = Nada facturado en el { $this }; la última factura, de { $last }, es de { $month }
deck-titles-investment-up = { $amount } facturados en el { $this }, un { $size } más que en el { $period }{ $driver }
deck-titles-investment-up-again = { $amount } facturados en el { $this }: de vuelta al nivel del { $earlier } tras un { $period } más bajo
deck-titles-investment-flat = { $amount } facturados en el { $this }, importe estable frente al { $period } ({ $signed })
deck-titles-investment-level = { $amount } facturados en el { $this }, importe estable frente al { $period }
deck-titles-investment-slight = { $amount } facturados en el { $this }, { $signed } frente al { $period }{ $driver }
deck-titles-investment-same = { $amount } facturados en el { $this }, lo mismo que en el { $period }
deck-titles-investment-down = { $amount } facturados en el { $this }, un { $size } menos que en el { $period }{ $driver }
deck-titles-investment-down-again = { $amount } facturados en el { $this }: de vuelta al nivel del { $earlier } tras un { $period } más alto
deck-titles-investment-missing = { $amount } facturados en el { $this }; sin importe previo para comparar
deck-titles-investment-first = { $amount } facturados en el { $this }, su primer trimestre con facturas
deck-titles-investment-years =
    { $n ->
        [one] { $amount } facturados en el { $this }: una cuota anual, facturada en { $issued }
       *[other] { $amount } facturados en el { $this }: cuotas anuales, facturadas en { $issued }
    }
deck-titles-investment-years-of =
    { $n ->
        [one] { $amount } facturados en el { $this }: la cuota anual de { $products }, facturada en { $issued }
       *[other] { $amount } facturados en el { $this }: las cuotas anuales de { $products }, facturadas en { $issued }
    }
deck-titles-investment-returned = { $amount } facturados en el { $this }, el primer trimestre tras su regreso
deck-titles-investment-prepaid = Su cuota anual ({ $last }) se facturó en { $month }; nada que facturar en el { $this }
deck-titles-investment-paid-ahead = { $paid } facturados en doce meses ({ $months }); sin facturas en el { $this }
deck-titles-investment-driver-up = ; todo el aumento ({ $amount }) corresponde a { $product }
deck-titles-investment-driver-down = ; toda la disminución ({ $amount }) corresponde a { $product }
deck-titles-investment-driver-low = : en { $month }, { $product } quedó { $amount } por debajo de lo habitual
deck-titles-investment-driver-once = , que incluyó { $amount } de { $product } en { $month }
deck-titles-investment-driver-high = : en { $month }, { $product } quedó { $amount } por encima de lo habitual
deck-titles-investment-driver-also = { $driver }; además, { $also }
deck-titles-investment-driver-most-up = , sobre todo por { $product } ({ $amount } más)
deck-titles-investment-driver-most-down = , sobre todo por { $product } ({ $amount } menos)
deck-titles-investment-driver-both = : { $first }, { $second }
deck-titles-investment-moved-more = { $amount } más en { $product }
deck-titles-investment-moved-less = { $amount } menos en { $product }
deck-titles-investment-credited-more = { $amount } menos en notas de crédito
deck-titles-investment-credited-less = { $amount } más en notas de crédito
deck-titles-investment-credit-before =
    { $n ->
        [one] , que incluyó una nota de crédito de { $amount } por { $product } en { $months }
       *[other] , que incluyó { $amount } en notas de crédito ({ $months })
    }
deck-titles-investment-credit-now =
    { $n ->
        [one] , tras una nota de crédito de { $amount } por { $product } en { $months }
       *[other] , tras { $amount } en notas de crédito ({ $months })
    }
deck-titles-investment-credit-also =
    { $n ->
        [one] { $driver }; el { $this } incluye una nota de crédito de { $amount } por { $product } ({ $months })
       *[other] { $driver }; el { $this } incluye { $amount } en notas de crédito ({ $months })
    }
deck-titles-fee-leap = La cuota mensual al cierre del { $this } es de { $amount }, tras { $before } al cierre del { $period }; { $running }
deck-titles-fee-up = La cuota mensual al cierre del { $this } es de { $amount }, un { $size } más que al cierre del { $period }; { $running }
deck-titles-fee-flat = La cuota mensual al cierre del { $this } es de { $amount }, estable frente al cierre del { $period }; { $running }
deck-titles-fee-down = La cuota mensual al cierre del { $this } es de { $amount }, un { $size } menos que al cierre del { $period }; { $running }
deck-titles-fee-missing = La cuota mensual al cierre del { $this } es de { $amount }, sin cuota anterior para comparar; { $running }
deck-titles-summary-both = { $worst } y { $second }{ $ask }
deck-titles-summary-worst = { $worst }{ $ask }
deck-titles-summary-best = { $best }{ $ask }
deck-titles-summary-ask = Trimestre sin novedades{ $ask }
deck-titles-summary-left = { $best }; { $worst }{ $ask }
deck-titles-summary-dated-apart = . Proponemos { $step } (decisión: { $day })
deck-titles-summary-ours-apart = . Nos comprometemos, a más tardar el { $day }, a { $step }
deck-titles-summary-meeting-apart = . En esta reunión queremos { $step }
deck-titles-summary-undated-apart = . Proponemos { $step }
deck-titles-summary-dated = : proponemos { $step } (decisión: { $day })
deck-titles-summary-ours = : nos comprometemos, a más tardar el { $day }, a { $step }
deck-titles-summary-meeting = : en esta reunión queremos { $step }
deck-titles-summary-undated = : proponemos { $step }
deck-titles-summary-pressing = : les pedimos { $step }
deck-titles-decisions-asked = Necesitamos su decisión a más tardar el { $day }: { $step }{ $others }
deck-titles-decisions-ours = Nos comprometemos, a más tardar el { $day }, a { $step }{ $others }
deck-titles-decisions-meeting = En esta reunión queremos { $step }{ $others }
deck-titles-decisions-pressing = { $finding }: les pedimos { $step }{ $others }
deck-titles-decisions-others =
    { $n ->
        [one] ; el plan tiene una acción más
       *[other] ; el plan tiene { $others } acciones más
    }
deck-titles-decisions-overdue =
    { $n ->
        [one] Compromiso del { $period } vencido{ $first }; fecha nueva por acordar
       *[other] { $n } compromisos del { $period }, vencidos: fechas nuevas por acordar{ $first }
    }
deck-titles-decisions-agreed =
    { $n ->
        [one] Compromiso ya acordado para el { $period }{ $first }
       *[other] { $n } compromisos ya acordados para el { $period }{ $first }
    }
deck-titles-decisions-proposed =
    { $n ->
        [one] Compromiso para el { $period }, con una fecha anterior propuesta{ $first }
       *[other] { $n } compromisos para el { $period }{ $first }; { $moved }
    }
deck-titles-decisions-moved =
    { $n ->
        [one] uno con una fecha anterior propuesta
       *[other] { $n } con fechas anteriores propuestas
    }
deck-titles-decisions-continued = El plan continúa: { $what }{ $then }
deck-titles-decisions-then = ; además, { $what }
deck-titles-decisions-more =
    { $n ->
        [one] una acción más
       *[other] { $n } acciones más
    }
deck-titles-decisions-more-agreed =
    { $n ->
        [one] un compromiso ya acordado
       *[other] { $n } compromisos ya acordados
    }
deck-titles-decisions-more-promises =
    { $n ->
        [one] un compromiso para el { $period }
       *[other] { $n } compromisos para el { $period }
    }
deck-titles-decisions-first =
    { $n ->
        [one] : «{ $name }»
       *[other] , empezando por «{ $name }»
    }

deck-clauses-none = { "" }
deck-clauses-fee = la cuota se mantiene en { $amount } al mes
deck-clauses-csat-alone = el CSAT es del { $csat }
deck-clauses-csat-good = el CSAT sube al { $csat }
deck-clauses-csat-flat = el CSAT es del { $csat }
deck-clauses-csat-apart = el CSAT es del { $csat }
deck-clauses-csat-same = el CSAT es del { $csat }
deck-clauses-csat-bad = el CSAT baja al { $csat }
deck-clauses-csat-low = el CSAT es solo del { $csat }
deck-clauses-usage-good = el uso sube un { $size }
deck-clauses-usage-flat = el uso se mantiene estable
deck-clauses-usage-bad = el uso baja un { $size }{ $year }
deck-clauses-usage-worse-flat = el uso es un { $fall } menor que hace un año
deck-clauses-usage-worse-up = el uso es un { $fall } menor que hace un año
deck-clauses-usage-fewer-seats = el uso baja al pasar de { $seats_before } a { $seats } licencias
deck-clauses-usage-fewer-seats-year = el uso es menor que el año pasado, al pasar de { $seats_before } a { $seats } licencias
deck-clauses-usage-missing = { "" }
deck-clauses-usage-seasonal = el uso sigue en línea con el año pasado
deck-clauses-breakdown-team = el uso en «{ $part }» baja un { $fall }
deck-clauses-breakdown-stopped = «{ $part }» ha dejado de usar el producto
deck-clauses-breakdown-module = el uso de «{ $part }» baja un { $fall }
deck-clauses-service-good = el soporte responde en { $median }, dentro del objetivo
deck-clauses-service-flat = el soporte responde en { $median }, dentro del objetivo
deck-clauses-service-mixed = la primera respuesta quedó fuera de objetivo en { $over } de { $months } meses
deck-clauses-service-bad = el soporte responde en { $median }, por encima del objetivo de { $target }
deck-clauses-service-missing = { "" }
deck-clauses-service-quiet = no hubo tickets
deck-clauses-critical-late =
    { $n ->
        [one] { $late } de { $all } incidencias críticas superó el plazo
       *[other] { $late } de { $all } incidencias críticas superaron el plazo
    }
deck-clauses-critical-overdue =
    { $n ->
        [one] una incidencia crítica sigue abierta, fuera de plazo
       *[other] { $overdue } incidencias críticas siguen abiertas, fuera de plazo
    }
deck-clauses-critical-one-late =
    { $n ->
        [one] una incidencia crítica se resolvió tarde y otra sigue abierta
       *[other] una incidencia crítica se resolvió tarde y { $open } siguen abiertas
    }
deck-clauses-critical-all-late =
    { $n ->
        [one] no resolvimos a tiempo la única incidencia crítica
       *[other] no resolvimos a tiempo ninguna de las { $all } incidencias críticas
    }
deck-clauses-critical-late-open =
    { $n ->
        [one] { $late } de { $all } incidencias críticas resueltas superó el plazo{ $open }
       *[other] { $late } de { $all } incidencias críticas resueltas superaron el plazo{ $open }
    }
deck-clauses-critical-all-late-open =
    { $n ->
        [2] las dos incidencias críticas resueltas superaron el plazo{ $open }
       *[other] las { $all } incidencias críticas resueltas superaron el plazo{ $open }
    }
deck-clauses-goals-good =
    { $n ->
        [one] el objetivo medido se cumple
       *[other] los { $all } objetivos medidos se cumplen
    }
deck-clauses-goals-flat =
    { $n ->
        [one] { $missed } de { $all } objetivos medidos no se cumple
       *[other] { $missed } de { $all } objetivos medidos no se cumplen
    }
deck-clauses-goals-bad =
    { $n ->
        [one] solo se cumple { $met } de los { $all } objetivos medidos
       *[other] solo se cumplen { $met } de los { $all } objetivos medidos
    }
deck-clauses-goals-none =
    { $n ->
        [one] el objetivo medido no se alcanza
       *[other] ninguno de los { $all } objetivos medidos se cumple
    }
deck-clauses-goals-early =
    { $n ->
        [one] ya se cumple { $met } de los { $all } objetivos medidos, con { $missed } por alcanzar
       *[other] ya se cumplen { $met } de los { $all } objetivos medidos, con { $missed } por alcanzar
    }
deck-clauses-goals-early-none =
    { $n ->
        [one] el objetivo medido no llega todavía a su meta
       *[other] los { $all } objetivos medidos no llegan todavía a su meta
    }
deck-clauses-commitments-good =
    { $n ->
        [one] el compromiso del trimestre está cerrado
       *[other] los { $all } compromisos del trimestre están cerrados
    }
deck-clauses-commitments-flat =
    { $n ->
        [one] { $rest } de { $all } compromisos sigue sin cerrar
       *[other] { $rest } de { $all } compromisos siguen sin cerrar
    }
deck-clauses-commitments-bad =
    { $n ->
        [one] { $rest } de { $all } compromisos sigue sin cerrar
       *[other] { $rest } de { $all } compromisos siguen sin cerrar
    }
deck-clauses-commitments-none =
    { $n ->
        [one] el compromiso del trimestre sigue abierto
       *[other] ninguno de los { $all } compromisos está cerrado
    }
deck-clauses-commitments-all-withdrawn =
    { $n ->
        [one] el compromiso del trimestre se retiró
       *[other] los { $dropped } compromisos del trimestre se retiraron
    }
deck-clauses-delivery-good =
    { $n ->
        [one] la tarea prevista se entregó a tiempo
       *[other] { $done } de { $due } tareas se entregaron a tiempo
    }
deck-clauses-delivery-all =
    { $n ->
        [one] la tarea prevista se entregó a tiempo
       *[other] las { $due } tareas se entregaron a tiempo
    }
deck-clauses-delivery-flat = { $done } de { $due } tareas se entregaron a tiempo
deck-clauses-delivery-bad = solo { $done } de { $due } tareas se entregaron a tiempo
deck-clauses-delivery-none =
    { $n ->
        [one] la tarea prevista no se entregó a tiempo
       *[other] ninguna de las { $due } tareas se entregó a tiempo
    }
deck-clauses-delivery-missing = { "" }
deck-clauses-satisfaction-good = el NPS sube a { $nps }
deck-clauses-satisfaction-flat = el NPS es de { $nps }
deck-clauses-satisfaction-bad = el NPS baja a { $nps }
deck-clauses-satisfaction-negative = hay más detractores que promotores (NPS de { $nps })
deck-clauses-satisfaction-sliding = el NPS baja por tercer trimestre seguido, hasta { $nps }

deck-actions-commitments = Acordar una fecha nueva para cada compromiso pendiente.
deck-actions-commitments-ours = Proponerles una fecha nueva para cada compromiso nuestro pendiente.
deck-actions-goals = Revisar juntos lo que no llegó a su meta y acordar cómo alcanzarla.
deck-actions-goals-measure = Acordar cómo se mide lo que no tiene resultado, quién lo mide y desde cuándo.
deck-actions-goals-again = Obtener los resultados que faltan este trimestre y acordar quién los entrega en adelante.
deck-actions-usage = Acordar un plan de adopción con los equipos usuarios y revisar el avance cada dos semanas.
deck-actions-usage-team = Acordar un plan de adopción con el equipo donde más bajó el uso
deck-actions-breakdown = Ver juntos a qué se debe la caída del uso y acordar qué hacer
deck-actions-usage-scope = Ver juntos quién sigue usando el producto y ajustar a ello el alcance y las licencias.
deck-actions-service = Presentarles el plan para volver a responder en plazo e informarles cada semana.
deck-actions-satisfaction = Hablar con los usuarios que no quedaron satisfechos y acordar dos mejoras con fecha.
deck-actions-delivery = Recuperar las fechas de los proyectos con una reunión semanal de los equipos implicados.
deck-actions-delivery-dates = Acordar las fechas de las próximas tareas y repasarlas cada mes.
deck-actions-seats-few = Revisar el reparto de licencias y activar o reasignar las que no se usan.
deck-actions-seats-kept = Confirmar que las licencias que conservan cubren lo que sus equipos necesitan.
deck-actions-seats-idle = Repasar con ustedes las licencias y decidir sobre lo que no se usa.
deck-actions-seats-many = Decidir si conviene ampliar antes de que se agoten las licencias.
deck-actions-renewal = Acordar objetivos y alcance del próximo periodo antes de la renovación.
deck-actions-growth = Ver con los equipos qué usos han crecido y extenderlos a otros.
deck-actions-seasonal = Revisar el uso a mitad de trimestre y comprobar si se ha recuperado.
deck-actions-critical = Presentarles qué causó el retraso y qué cambiamos para que no se repita.
deck-actions-critical-open = Cerrar sin demora lo que sigue abierto y presentarles qué causó el retraso y qué cambiamos para que no se repita.
deck-actions-renewal-now = Confirmar por escrito si se renueva y en qué condiciones.
deck-actions-notice-now = Confirmar a más tardar el último día de preaviso si el contrato se renueva igual o con cambios.
deck-actions-offer = Presentarles por escrito nuestra propuesta para el próximo periodo.
deck-actions-lapsed = Acordar por escrito las condiciones nuevas.
deck-actions-cause = Presentarles qué hay detrás y cómo reducir a la mitad estos tickets.
deck-actions-module = Ofrecer formación en lo que nadie usa, o acordar que no lo necesitan.
deck-actions-response = Presentarles cómo responderemos antes a sus equipos.
deck-actions-slower = Presentarles por qué tardamos más en responder y cómo acortaremos la espera.
deck-actions-slower-months = Presentarles qué retrasó nuestras respuestas y cómo mantendremos cada mes dentro del objetivo.
deck-actions-value = Ver con sus equipos por qué bajó el valor confirmado y acordar cómo recuperarlo.
deck-actions-opinion = Preguntar a quienes usan el producto qué debemos mejorar y presentarles qué cambiaremos.
deck-actions-usage-year = Ver con sus equipos por qué el uso es menor que el año pasado y acordar por dónde empezar.
deck-actions-usage-peers = Ver con sus equipos dónde podrían usar más el producto y acordar por dónde empezar.
deck-actions-usage-module = Acordar un plan de adopción que empiece por el módulo que ya nadie usa, o acordar que no necesitan el módulo

# Lo mismo de una sola cosa, por su nombre; las acciones marcadas se reconocen por las de arriba.
deck-named-commitments = Acordar una fecha nueva para { $name }.
deck-named-commitments-ours = Proponerles una fecha nueva para { $name }.
deck-named-goals-measure = Acordar cómo se mide { $name }, quién lo mide y desde cuándo.
deck-named-goals-again = Obtener el resultado que falta de { $name } y acordar quién lo entrega en adelante.
deck-named-critical-open =
    { $n ->
        [one] Cerrar sin demora la incidencia abierta y presentarles qué causó el retraso y qué cambiamos para que no se repita.
       *[other] Cerrar sin demora las { $name } incidencias abiertas y presentarles qué causó el retraso y qué cambiamos para que no se repita.
    }
deck-named-usage-team = Acordar un plan de adopción con { $name }, el equipo donde más bajó el uso.
deck-named-usage-module = Acordar un plan de adopción que empiece por { $name }, que ya nadie usa, o acordar que no necesitan el módulo.
deck-named-breakdown = Ver juntos a qué se debe la caída del uso en { $name } y acordar qué hacer.
deck-named-module =
    { $n ->
        [one] Ofrecer formación en { $name }, o acordar que no necesitan el módulo.
       *[other] Ofrecer formación en { $name }, o acordar que no necesitan los módulos.
    }

deck-evidence-agreed = Acordada en una versión anterior
deck-evidence-renewal-inferred = Aniversario de la suscripción: { $day }
deck-evidence-renewal-ahead = El contrato se renueva el { $day }
deck-evidence-renewal-now = El contrato termina el { $day }
deck-evidence-notice-now = El último día de preaviso es el { $day }
deck-evidence-lapsed = El contrato venció el { $day } y el servicio continúa
deck-evidence-usage-team = { $told }; sobre todo en «{ $team }» ({ $signed })
deck-evidence-usage-team-alone =
    { $n ->
        [one] { $told }; «{ $team }» baja ({ $signed }) mientras el otro equipo sube
       *[other] { $told }; «{ $team }» baja ({ $signed }) mientras los demás equipos suben
    }
deck-evidence-service = El soporte responde en { $median }, por encima del objetivo de { $target }
deck-evidence-service-late = { $late } de { $all } respuestas tardaron más de { $target }
deck-evidence-value = { $what }: de { $before } en el { $period } a { $now }
deck-evidence-cause = { $tickets } de { $all } tickets tratan de «{ $name }»
deck-evidence-module = Nadie usa { $name } desde hace cuatro semanas{ $asked }
deck-evidence-goals-measure-long = Un objetivo no tiene resultado todavía
deck-evidence-goals-measure =
    { $n ->
        [one] «{ $name }» no tiene resultado todavía
       *[other] { $n } de { $all } objetivos no tienen resultado todavía
    }
deck-evidence-goals-again-long = Un objetivo no tiene resultado este trimestre; en el { $period } sí lo tuvo
deck-evidence-goals-again =
    { $n ->
        [one] «{ $name }» no tiene resultado este trimestre; en el { $period } sí lo tuvo
       *[other] { $n } de { $all } objetivos no tienen resultado este trimestre; en el { $period } sí lo tuvieron
    }
deck-evidence-response-none = Primera respuesta en { $now }, más lenta que la de todos los clientes comparables
deck-evidence-slower = La primera respuesta pasó de { $before } en el { $period } a { $now }
deck-evidence-slower-months = La primera respuesta tardó más de { $target } en { $over }
deck-evidence-opinion = NPS de { $now }, inferior al de la mayoría de los clientes comparables
deck-evidence-opinion-none = NPS de { $now }, inferior al de todos los clientes comparables
deck-evidence-opinion-fallen = El NPS pasó de { $before } en el { $when } a { $now }
deck-evidence-usage-year = El uso es un { $size } menor que en las mismas semanas del año pasado
deck-evidence-usage-peers = Su uso ({ $signed }) evoluciona peor que el de la mayoría de los clientes comparables
deck-evidence-usage-peers-none = Su uso ({ $signed }) evoluciona peor que el de todos los clientes comparables
deck-evidence-usage-module = { $told }; sobre todo por «{ $module }», sin uso desde hace cuatro semanas
deck-evidence-response = Primera respuesta en { $now }, más lenta que la de la mayoría de los clientes comparables
deck-evidence-overdue =
    { $n ->
        [one] { $n } compromiso del { $period } venció sin cerrarse
       *[other] { $n } compromisos del { $period } vencieron sin cerrarse
    }
deck-evidence-seats-few = { $idle } de { $paid } licencias sin usar ({ $share } en uso){ $apart }
deck-evidence-seats-kept = Las licencias pasaron de { $seats_before } a { $seats }; se usa el { $share }
deck-evidence-seats-kept-year = Las licencias pasaron de { $seats_before } a { $seats } en un año; se usa el { $share }
deck-evidence-seats-many = { $used } de { $paid } licencias en uso ({ $share }){ $apart }
deck-evidence-promised = Ya acordado: compromiso nuestro
deck-evidence-promised-by-them = Ya acordado: compromiso de ustedes

deck-commitments-table = Compromisos
deck-owners-ours = { $owner } (nosotros)
deck-owners-theirs = { $owner } (ustedes)
deck-commitments-done =
    { $n ->
        [one] { $n } cerrado
       *[other] { $n } cerrados
    }
deck-commitments-open =
    { $n ->
        [one] { $n } abierto
       *[other] { $n } abiertos
    }
deck-commitments-moved =
    { $n ->
        [one] { $n } aplazado
       *[other] { $n } aplazados
    }
deck-commitments-dropped =
    { $n ->
        [one] { $n } retirado
       *[other] { $n } retirados
    }
deck-commitments-no-day = Nueva fecha: por acordar a más tardar el { $day }
deck-commitments-alt = Tabla de compromisos con responsable, fecha y estado. { $title }

deck-goals-up = ≥
deck-goals-down = ≤
deck-goals-met = Cumplido
deck-goals-missed = No cumplido
deck-goals-not-measured = Sin medir
deck-goals-against = Resultado frente a la meta
deck-goals-note = La marca vertical es la meta; cada barra tiene su propia escala desde cero.
deck-goals-told = { $goal }: { $actual }, meta { $target }, { $state }

deck-usage-heading = Usos por semana
deck-usage-note = Semanas que empiezan en { $weekday }; con fondo, las cuatro últimas; a trazos, las medias.
deck-usage-note-bare = Semanas que empiezan en { $weekday }.
deck-usage-note-alone = Semanas que empiezan en { $weekday }; con fondo, las cuatro últimas.
deck-usage-chart-alt = Línea con el uso de las últimas dieciséis semanas, el año anterior en gris y la media de cada tramo comparado
deck-usage-against-usage-change = frente a las doce semanas anteriores
deck-usage-against-usage-change-year = frente a las mismas semanas del año pasado
deck-usage-seats = Licencias en uso: { $share } ({ $used } de { $paid })
deck-usage-apart =
    { $n ->
        [one] Se mide en { $measured }. Otra licencia, de { $others }, no entra en ninguna cifra.
       *[other] Se mide en { $measured }. Otras { $seats } licencias, de { $others }, no entran en ninguna cifra.
    }
deck-usage-apart-short =
    { $n ->
        [one] Y 1 licencia sin medir
       *[other] Y { $seats } licencias sin medir
    }
deck-usage-apart-after =
    { $n ->
        [one] , contadas en { $measured }; falta por medir una más
       *[other] , contadas en { $measured }; faltan por medir otras { $seats }
    }
deck-usage-companies =
    { $n ->
        [one] una sociedad
       *[other] { $n } sociedades
    }
deck-usage-used = En uso
deck-usage-paid = Contratadas
deck-usage-mean-before = Media de las doce semanas anteriores
deck-usage-mean-now = Media de las cuatro últimas
deck-usage-window = Las cuatro últimas semanas
deck-usage-year-before = Mismas semanas de { $year }
deck-usage-heading-means = Usos por semana · media: { $before } en las { $weeks } anteriores, { $now } en las { $last } últimas

deck-service-response-exported = Primera respuesta, mediana por mes (horas según la exportación)
deck-service-response = Primera respuesta, mediana por mes (horas hábiles)
deck-service-response-alt = Columnas con la primera respuesta mediana de cada mes y una línea con el objetivo
deck-service-target = Objetivo: { $hours }
deck-service-against = objetivo { $hours }
deck-service-replied =
    { $n ->
        [one] { $done } de { $all } respuestas llegaron en { $target } o menos.
       *[other] { $done } de { $all } respuestas llegaron en { $target } o menos.
    }
deck-service-replied-few =
    { $n ->
        [0] Ninguna de las { $all } respuestas llegó en { $target } o menos.
        [one] Solo { $done } de { $all } respuestas llegó en { $target } o menos.
       *[other] Solo { $done } de { $all } respuestas llegaron en { $target } o menos.
    }
deck-service-replied-all =
    { $n ->
        [one] La única respuesta llegó en { $target } o menos.
       *[other] Las { $all } respuestas llegaron en { $target } o menos.
    }
deck-service-replied-but =
    { $n ->
        [one] { $all } de { $every } tickets tuvieron respuesta, siempre en { $target } o menos; de { $n } no consta.
       *[other] { $all } de { $every } tickets tuvieron respuesta, siempre en { $target } o menos; de { $n } no consta.
    }
deck-service-unreplied =
    { $n ->
        [one] { "" } De otro ticket no consta la primera respuesta.
       *[other] { "" } De otros { $n } tickets no consta la primera respuesta.
    }
deck-service-critical-late =
    { $n ->
        [one] { $late } de { $all } incidencias críticas tardó más de { $limit }.
       *[other] { $late } de { $all } incidencias críticas tardaron más de { $limit }.
    }
deck-service-critical-overdue =
    { $n ->
        [one] Una incidencia crítica lleva abierta más de { $limit }.
       *[other] { $overdue } incidencias críticas llevan abiertas más de { $limit }.
    }
deck-service-critical-one-late =
    { $n ->
        [one] De { $every } incidencias críticas, una tardó más de { $limit } y otra sigue abierta.
       *[other] De { $every } incidencias críticas, una tardó más de { $limit } y { $open } siguen abiertas.
    }
deck-service-critical-all-late =
    { $n ->
        [one] La única incidencia crítica tardó más de { $limit }.
       *[other] Las { $all } incidencias críticas resueltas tardaron más de { $limit }.
    }
deck-service-critical-open =
    { $n ->
        [one] { "" } Otra sigue abierta.
       *[other] { "" } Otras { $open } siguen abiertas.
    }
deck-service-critical-overdue-since =
    { $n ->
        [one] Una incidencia crítica sigue abierta desde el { $since }; el objetivo es de { $limit }.
       *[other] { $overdue } incidencias críticas siguen abiertas, la más antigua desde el { $since }; el objetivo es de { $limit }.
    }
deck-service-critical-one-late-since =
    { $n ->
        [one] De { $every } incidencias críticas, una tardó más de { $limit } y la otra sigue abierta desde el { $since }.
       *[other] De { $every } incidencias críticas, una tardó más de { $limit } y { $open } siguen abiertas, la más antigua desde el { $since }.
    }
deck-service-critical-oldest =
    { $n ->
        [one] { "" } La incidencia crítica abierta es del { $since }.
       *[other] { "" } La incidencia crítica abierta más antigua es del { $since }.
    }
deck-service-critical-open-since =
    { $n ->
        [one] { "" } Otra sigue abierta desde el { $since }.
       *[other] { "" } Otras { $open } siguen abiertas, la más antigua desde el { $since }.
    }
deck-service-volume = Tickets por mes
deck-service-volume-alt = Columnas con los tickets abiertos y resueltos de cada mes

deck-satisfaction-note = Promotores: 9–10; pasivos: 7–8; detractores: 0–6. Última respuesta de cada persona.
deck-satisfaction-chart-alt = Barras con promotores, pasivos y detractores de cada trimestre
deck-satisfaction-promoters = Promotores
deck-satisfaction-for-us =
    { $n ->
        [0] ningún promotor
        [one] { $n } promotor
       *[other] { $n } promotores
    }
deck-satisfaction-against-us =
    { $n ->
        [0] ningún detractor
        [one] { $n } detractor
       *[other] { $n } detractores
    }
deck-satisfaction-passives = Pasivos
deck-satisfaction-detractors = Detractores
deck-satisfaction-themes = Temas
deck-satisfaction-themes-alt = Tabla con los temas de las encuestas, sus respuestas y cuántas son positivas
deck-satisfaction-few =
    { $n ->
        [one] { $n } respuesta
       *[other] { $n } respuestas
    }
deck-satisfaction-heading = NPS por trimestre
deck-satisfaction-answers = ¿Nos recomendarían? Personas por respuesta
deck-satisfaction-ratings = CSAT por trimestre
deck-satisfaction-ratings-alt = Columnas con la proporción de valoraciones positivas de cada trimestre
deck-satisfaction-ratings-note = Valoraciones positivas sobre el total de las que recibió nuestra ayuda en el trimestre (n).
deck-satisfaction-quarter-none = { $period } (sin valoraciones)
deck-satisfaction-quarter-few = { $period } (muy pocas)
deck-satisfaction-quarter = { $period } (n = { $n })
deck-satisfaction-share = { $share } ({ $positive } de { $rated })
deck-satisfaction-line-alt = Línea con el NPS de cada trimestre

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

deck-delivery-note =
    { $n ->
        [0] En negrita, los hitos.
        [one] En negrita, los hitos. No se muestra una tarea más, entregada a tiempo.
       *[other] En negrita, los hitos. No se muestran otras { $n } tareas, entregadas a tiempo.
    }
deck-delivery-unshown =
    { $n ->
        [one] No se muestra una tarea más, entregada a tiempo.
       *[other] No se muestran otras { $n } tareas, entregadas a tiempo.
    }
deck-delivery-table = Tareas
deck-delivery-alt = Tabla de tareas con proyecto, fecha, entrega y estado, primero las de más retraso. { $title }
deck-delivery-open = Pendiente
deck-delivery-on-time = A tiempo
deck-delivery-overdue = Vencida
deck-delivery-waiting = A la espera de { $team }
deck-delivery-late =
    { $n ->
        [one] { $n } día de retraso
       *[other] { $n } días de retraso
    }
deck-delivery-milestones = Hitos a tiempo
deck-delivery-tasks = Tareas a tiempo
deck-delivery-of = { $done } de { $all }
deck-delivery-none-late = Ninguna con retraso

deck-investment-products = Facturado por producto ({ $currency })
deck-investment-yearly = Cuota anual por producto ({ $currency })
deck-investment-invoiced-in = Facturas de { $month }
deck-investment-paid = Facturado en doce meses
deck-investment-credited = { " " }({ $product })
deck-investment-credits = Notas de crédito
deck-investment-credits-in = Emitidas en { $months }
deck-investment-less-credits = Descontadas las notas de crédito
deck-investment-products-alt = Tabla con lo facturado de cada producto en los dos últimos trimestres y su cambio
deck-investment-heading = Facturado por mes ({ $unit })
deck-investment-chart = Facturado por mes y producto
deck-investment-chart-alt = Columnas apiladas con lo facturado cada mes por producto
deck-investment-rate = 1 { $foreign } = { $rate }
deck-investment-rates = { " " }Cada mes, a su cambio medio ({ $month }: { $rates }).
deck-investment-note = Facturas menos notas de crédito, sin impuestos, por fecha de emisión.
deck-investment-rounded = { " " }Importes redondeados a la unidad.
deck-investment-next-year = { "" } Se factura una vez al año: la próxima factura anual será en { $month }.
deck-investment-next-year-renewed = { "" } Se factura una vez al año: si renuevan, la próxima factura anual será en { $month }.
deck-investment-moves = { "" } Cambios entre meses: { $moves }.
deck-investment-moves-more = { "" } Cambios entre meses: { $moves }; y { $n } más.
deck-investment-move-more = { $amount } más
deck-investment-move-less = { $amount } menos
deck-investment-move = { $month }, { $change } en { $product } ({ $reason })
deck-investment-move-unsplit = { $month }, { $change } (las facturas no indican producto)
deck-investment-reason-credit = nota de crédito
deck-investment-reason-credited = tras la nota de crédito de { $before }
deck-investment-reason-rate = tipo de cambio
deck-investment-reason-once = cargo único
deck-investment-reason-varies = varía cada mes
deck-investment-reason-new = nuevo
deck-investment-reason-ended = ya no se factura
deck-investment-reason-partial = mes incompleto
deck-investment-reason-complete = primer mes completo
deck-investment-reason-seats = de { $from } a { $to } unidades
deck-investment-reason-price = precio
deck-investment-reason-unknown = motivo no indicado en las facturas
deck-investment-issued = { "" } Facturado: { $issues }.
deck-investment-issued-in = { $month }, { $products }
deck-investment-issued-units = { $product } ({ $n } unidades)
deck-investment-change = Cambio
deck-investment-notice = Último día de preaviso
deck-investment-notice-why =
    { $n ->
        [one] { $n } día antes de la renovación
       *[other] { $n } días antes de la renovación
    }
deck-investment-scale-0 = { $currency }
deck-investment-scale-1 = miles de { $currency }
deck-investment-scale-2 = millones de { $currency }
deck-investment-unsplit = Facturado
deck-investment-no-product = Sin producto
deck-investment-others = Otros productos
deck-investment-total = Total
deck-investment-renewal = Fecha de renovación
deck-investment-ended = Fin del contrato
deck-investment-rolled = Renovación automática
deck-investment-no-renewal = Sin contrato con fecha de fin
deck-investment-basis-contract = Fin del contrato vigente
deck-investment-basis-subscription = Fin de la suscripción vigente
deck-investment-basis-first = Aniversario de la primera factura
deck-investment-basis-inferred = Aniversario de la suscripción
deck-investment-contract = { $start } – { $end }
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

deck-appendix-definitions = Definiciones
deck-appendix-definitions-alt = Tabla con la definición de cada indicador
deck-appendix-sources = Fuentes
deck-appendix-sources-alt = Tabla con el sistema de origen de cada dato
deck-appendix-exclusions = Qué se excluye

deck-tables-accounts = Cuentas
deck-tables-commitments = Compromisos
deck-tables-contracts = Contratos
deck-tables-goals = Objetivos
deck-tables-invoices = Facturas y notas de crédito
deck-tables-meetings = Reuniones
deck-tables-subscriptions = Suscripciones
deck-tables-surveys = Encuestas
deck-tables-tasks = Tareas e hitos
deck-tables-tickets = Tickets
deck-tables-usage = Uso del producto
deck-tables-usage-parts = Uso por equipo y módulo

# Sistemas sin nombre propio; los demás se llaman por el suyo.
deck-systems-finance = Plan acordado
deck-systems-surveys = Herramienta de encuestas
deck-systems-usage = Registro de uso

deck-exclusions-usage = Uso: solo semanas completas; los datos que faltan no se cuentan como cero.
deck-exclusions-breakdown = Causas: sin los tickets eliminados; los que no tienen categoría cuentan en «Otras o sin categoría».
deck-exclusions-service = Servicio: sin tickets eliminados; horas hábiles, sin festivos.
deck-exclusions-peers = Clientes comparables: solo con al menos otros cinco clientes con datos.
deck-exclusions-all = «{ $absent }» significa que no hay dato, nunca cero.

deck-notes-cover = Revisión trimestral de { $client }, { $period }.
deck-notes-story = El hilo de la reunión:
deck-notes-edition = Edición { $edition }.
deck-notes-commitments = Empezar por lo pendiente: qué falta y para cuándo.
deck-notes-choose = Acciones acordadas: marcar con una x entre corchetes.
deck-notes-investment = Los importes son los de las facturas emitidas al cliente, menos notas de crédito.
deck-notes-fee = La cuota es lo que cuestan al mes las suscripciones vigentes, no lo facturado.
deck-notes-nps-error = Margen de error del NPS: ±{ $error } puntos.
deck-notes-summary = Abrir con el titular y preguntar: ¿coincide con lo que ven sus equipos?
deck-notes-decisions = Leer la fila 1, pedir la decisión y confirmar responsable y fecha de las demás.
deck-notes-agreed = Confirmar con cada responsable que la fecha se mantiene.
deck-notes-usage = La gráfica muestra el cuándo, no la causa: la causa la conoce el cliente.
deck-notes-goals = Cada objetivo se compara con su propia meta, en su unidad.
deck-notes-ask = Preguntar: { $question }

deck-tracker-page = p. { $n } →
deck-tracker-summary = Resumen
deck-tracker-value = Valor
deck-tracker-goals = Objetivos
deck-tracker-usage = Uso
deck-tracker-service = Servicio
deck-tracker-breakdown = Detalle
deck-tracker-satisfaction = Satisfacción
deck-tracker-delivery = Proyectos
deck-tracker-commitments = Compromisos
deck-tracker-peers = Comparables
deck-tracker-investment = Inversión
deck-tracker-decisions = Decisiones

deck-summary-worth = Valor aportado
deck-summary-worked = Lo que funciona
deck-summary-steady = Lo que se mantiene
deck-summary-in-time = Mediana hasta la primera respuesta, dentro del objetivo de { $target }
deck-summary-kept = Lo que hemos cumplido
deck-summary-kept-left =
    { $n ->
        [one] Falta cerrar «{ $name }»
       *[other] Faltan { $n } por cerrar
    }
deck-summary-no-worth = Sin resultados medidos este trimestre
deck-summary-no-goal-met = Ningún objetivo en su meta todavía
deck-summary-goals = Objetivos cumplidos
deck-summary-no-miss = Ningún incumplimiento en el trimestre
deck-summary-goals-met =
    { $n ->
        [one] objetivo medido, cumplido en el { $period }{ $rest }
       *[other] objetivos medidos, cumplidos en el { $period }{ $rest }
    }
deck-summary-unmeasured = ; { $n } sin medir
deck-summary-risk = Riesgo principal
deck-summary-next = Próxima fecha clave
deck-summary-noted = Lo siguiente por atender
deck-summary-decision = Decisión que pedimos
deck-summary-commit = Nuestro compromiso
deck-summary-asked = Les pedimos
deck-summary-meeting = fijar la reunión
deck-summary-nothing-asked = Mantener el ritmo actual
deck-summary-decides = Decide
deck-summary-you = Ustedes
deck-summary-by = Fecha
deck-summary-when = Cuándo
deck-summary-notice = Último día de preaviso
deck-summary-renewal = Renovación
deck-summary-glance = El trimestre de un vistazo
deck-summary-confirmed = según confirmó su equipo en el { $period }
deck-summary-confirmed-less = según confirmó su equipo en el { $period }; en el { $then }, { $before }
deck-summary-hours = { $hours } ahorradas

deck-cards-usage = { $size } de uso
deck-cards-usage-year = { $size } en un año
deck-cards-usage-per-seat = { $share } de las licencias en uso
deck-cards-usage-stable = Uso estable
deck-cards-lapsed = Contrato vencido
deck-cards-notice-now = Último día de preaviso
deck-cards-renewal-now = El contrato termina
deck-cards-then = ; renovación, el { $day }
deck-cards-critical =
    { $n ->
        [one] La única incidencia crítica, tarde
       *[other] { $late } de { $all } incidencias críticas, tarde
    }
deck-cards-critical-short =
    { $n ->
        [one] La única crítica, tarde
       *[other] { $late } de { $all } críticas, tarde
    }
deck-cards-critical-overdue =
    { $n ->
        [one] Una incidencia crítica abierta, fuera de plazo
       *[other] { $overdue } incidencias críticas abiertas, fuera de plazo
    }
deck-cards-critical-overdue-short =
    { $n ->
        [one] Una crítica abierta, fuera de plazo
       *[other] { $overdue } críticas abiertas, fuera de plazo
    }
deck-cards-critical-one-late = Incidencias críticas: 1 tarde, { $open } sin cerrar
deck-cards-critical-one-late-short = Críticas: 1 tarde, { $open } sin cerrar
deck-cards-critical-left = Incidencias críticas: { $late } de { $all } tarde, { $open } sin cerrar
deck-cards-critical-left-short = Críticas: { $late } de { $all } tarde, { $open } sin cerrar
deck-cards-critical-took =
    { $n ->
        [one] Tardó { $took }, frente a { $limit }
       *[other] Mediana de todas: { $took }, plazo de { $limit }
    }
deck-cards-critical-median = Mediana de { $took }, plazo de { $limit }
deck-cards-months-over = { $missed } de { $all } meses fuera de objetivo
deck-cards-delivery = { $done } de { $due } a tiempo
deck-cards-goals-lead = «{ $goal }»: { $actual } (meta:{ "\u00A0" }{ $target })
deck-cards-usage-lead = Un { $size } menos que en las { $weeks } semanas anteriores
deck-cards-goals =
    { $n ->
        [one] { $met } de { $all } objetivo
       *[other] { $met } de { $all } objetivos
    }
deck-cards-late = { $missed } de { $all } tarde
deck-cards-missed = { $missed } de { $all } sin cumplir
deck-cards-ahead = { $missed } de { $all } por alcanzar
deck-cards-open = { $missed } de { $all } sin cerrar
deck-cards-commitments =
    { $n ->
        [one] { $done } de { $all } cerrado
       *[other] { $done } de { $all } cerrados
    }

deck-chain-fee = Cuota anual
deck-chain-idle = Licencias por activar
deck-chain-idle-of = { $idle } de { $paid }
deck-chain-promised = cumplir lo acordado, «{ $text }»
deck-chain-promised-short = cumplir lo ya acordado

deck-decisions-table = Decisiones
deck-decisions-alt = Tabla con lo que vemos, lo que proponemos, responsable, fecha y efecto esperado
deck-decisions-number = N.º
deck-decisions-finding = Lo que vemos
deck-decisions-action = Lo que proponemos
deck-decisions-promised = Lo acordado
deck-decisions-owner = Responsable
deck-decisions-due = Fecha
deck-decisions-effect = Efecto esperado
deck-decisions-heading = Plan por meses
deck-decisions-notice = último día de preaviso, { $day } (línea discontinua)
deck-decisions-renewal = renovación, { $day } (línea continua)
deck-decisions-meeting = En esta reunión
deck-decisions-undated = por fechar
deck-decisions-moved = { $day } (propuesto; antes, { $before })
deck-decisions-eve = { $due } (el { $day } es { $why })
deck-decisions-holiday = festivo
deck-decisions-customary = día de cierre habitual
deck-decisions-agreed = (acordada)
deck-decisions-decide = Decisión: { $decide }; ejecución: { $due }
deck-decisions-meet = Reunión: { $decide }; en marcha: { $due }
deck-decisions-overdue = Vencido: era para el { $day }; fecha nueva por acordar
deck-decisions-was-due = «{ $name }» (era para el { $day })

deck-steps-commitments =
    { $n ->
        [one] acordar una fecha nueva para «{ $name }»
       *[other] acordar fechas nuevas para los compromisos pendientes
    }
deck-steps-commitments-ours =
    { $n ->
        [one] proponerles una fecha nueva para «{ $name }»
       *[other] proponerles fechas nuevas para nuestros compromisos pendientes
    }
deck-steps-goals =
    { $n ->
        [one] acordar cómo llegar a la meta en «{ $name }»
       *[other] acordar cómo llegar a las metas pendientes
    }
deck-steps-usage = acordar un plan de adopción con sus equipos
deck-steps-goals-measure =
    { $n ->
        [one] acordar cómo se mide «{ $name }» y quién lo mide
       *[other] acordar cómo se miden los objetivos sin resultado y quién los mide
    }
deck-steps-goals-again =
    { $n ->
        [one] obtener el resultado que falta de «{ $name }»
       *[other] obtener los resultados que faltan
    }
deck-steps-usage-team = acordar un plan de adopción con «{ $name }»
deck-steps-breakdown = ver juntos por qué cayó el uso en «{ $name }»
deck-steps-usage-scope = ajustar juntos el alcance y las licencias a lo que usan
deck-steps-service = presentarles el plan para volver a responder en plazo
deck-steps-critical =
    { $n ->
        [one] explicarles por qué una incidencia crítica quedó fuera de plazo y qué cambiamos
       *[other] explicarles por qué hubo incidencias críticas fuera de plazo y qué cambiamos
    }
deck-steps-critical-open =
    { $n ->
        [one] cerrar la incidencia abierta y presentarles la causa
       *[other] cerrar las incidencias abiertas y presentarles la causa
    }
deck-steps-satisfaction = acordar dos mejoras con sus usuarios
deck-steps-delivery = recuperar las fechas con una reunión semanal
deck-steps-delivery-dates = acordar las fechas de entrega del { $name }
deck-steps-seats-few = activar o reasignar las licencias sin uso
deck-steps-seats-kept = confirmar que { $name } licencias cubren lo que sus equipos necesitan
deck-steps-seats-idle =
    { $n ->
        [one] repasar con ustedes la licencia sin uso
       *[other] repasar con ustedes las { $name } licencias sin uso
    }
deck-steps-inside-usage = acordar un plan de adopción con los equipos del cliente
deck-steps-inside-usage-scope = ajustar con el cliente el alcance y las licencias a lo que usa
deck-steps-inside-satisfaction = acordar dos mejoras con los usuarios del cliente
deck-steps-inside-seats-kept = confirmar que { $name } licencias cubren lo que los equipos del cliente necesitan
deck-steps-inside-seats-idle =
    { $n ->
        [one] repasar con el cliente la licencia sin uso
       *[other] repasar con el cliente las { $name } licencias sin uso
    }
deck-steps-inside-opinion = preguntar a los usuarios del cliente qué debemos mejorar
deck-steps-inside-usage-peers = ver dónde pueden usar más el producto los equipos del cliente
deck-steps-seats-many = decidir si conviene ampliar las licencias
deck-steps-renewal = acordar objetivos y alcance de la renovación
deck-steps-renewal-now = confirmar por escrito la renovación
deck-steps-notice-now = confirmar si el contrato se renueva igual o con cambios
deck-steps-offer = presentarles nuestra propuesta para el próximo periodo
deck-steps-lapsed = acordar por escrito las condiciones nuevas
deck-steps-cause = presentarles cómo reducir a la mitad los tickets de «{ $name }»
deck-steps-module = decidir si falta formación en { $name }
deck-steps-response = presentarles cómo responderemos antes
deck-steps-slower = presentarles cómo acortaremos la espera de la primera respuesta
deck-steps-slower-months = presentarles cómo mantendremos cada mes la respuesta dentro del objetivo
deck-steps-value = ver juntos por qué bajó el valor confirmado
deck-steps-opinion = preguntar a sus usuarios qué debemos mejorar
deck-steps-usage-year = ver por qué el uso es menor que el año pasado
deck-steps-usage-peers = ver dónde pueden usar más el producto sus equipos
deck-steps-usage-module = acordar un plan de adopción que empiece por «{ $name }»
deck-steps-growth = extender a otros equipos lo que ha crecido
deck-steps-seasonal = comprobar que el uso se recupera

# Lo mismo sin nombres, donde el nombre no cabe entero.
deck-steps-short-commitments =
    { $n ->
        [one] acordar una fecha nueva
       *[other] acordar fechas nuevas
    }
deck-steps-short-commitments-ours =
    { $n ->
        [one] proponerles una fecha nueva
       *[other] proponerles fechas nuevas
    }
deck-steps-short-critical-open =
    { $n ->
        [one] cerrarla y presentarles la causa
       *[other] cerrarlas y presentarles la causa
    }
deck-steps-short-critical = presentarles la causa y el remedio
deck-steps-short-goals =
    { $n ->
        [one] acordar cómo llegar a la meta
       *[other] acordar cómo llegar a las metas
    }
deck-steps-short-goals-measure =
    { $n ->
        [one] acordar cómo se mide el objetivo
       *[other] acordar cómo se miden los objetivos
    }
deck-steps-short-goals-again =
    { $n ->
        [one] obtener el resultado que falta
       *[other] obtener los resultados que faltan
    }
deck-steps-short-usage-team = acordar un plan de adopción
deck-steps-short-usage-module = acordar un plan de adopción
deck-steps-short-breakdown = ver juntos por qué cayó el uso
deck-steps-short-seats-kept = confirmar el número de licencias
deck-steps-short-notice-now = confirmar la renovación
deck-steps-short-slower-months = presentarles cómo responderemos siempre en plazo
deck-steps-short-slower = presentarles cómo acortar la espera
deck-steps-short-cause = presentarles cómo reducir a la mitad esos tickets
deck-steps-short-module = decidir si falta formación

deck-effects-commitments =
    { $n ->
        [one] Cerrado en su fecha nueva
       *[other] Todos cerrados en su fecha nueva
    }
deck-effects-commitments-ours =
    { $n ->
        [one] Cerrado en su fecha nueva
       *[other] Todos cerrados en su fecha nueva
    }
deck-effects-goals = En su meta: { $aims }
deck-effects-goals-measure =
    { $n ->
        [one] Medida, responsable y primera fecha
       *[other] Medida, responsable y primera fecha de cada uno
    }
deck-effects-goals-again =
    { $n ->
        [one] Medido cada trimestre, con un responsable
       *[other] Medidos cada trimestre, cada uno con un responsable
    }
deck-effects-aim = «{ $goal }» ({ $target })
deck-effects-aims-all =
    { $n ->
        [one] el objetivo pendiente
       *[other] los { $n } objetivos pendientes
    }
deck-effects-planned = Plan acordado por escrito, con fechas
deck-effects-usage = De { $now } a { $before } usos por semana
deck-effects-usage-team = De { $now } a { $before } usos por semana
deck-effects-breakdown = De { $now } a { $before } usos cada cuatro semanas
deck-effects-usage-scope = Alcance y licencias acordados por escrito
deck-effects-service = Primera respuesta en { $target } o menos
deck-effects-critical = Incidencias críticas resueltas en { $target } o menos
deck-effects-critical-open = Incidencias críticas resueltas en { $target } o menos
deck-effects-satisfaction = Más promotores que detractores en la próxima encuesta
deck-effects-satisfaction-back = NPS de vuelta a { $before } en la próxima encuesta
deck-effects-satisfaction-rated = CSAT por encima del { $now } en las próximas encuestas
deck-effects-satisfaction-rated-well = CSAT del { $share } o más en las próximas encuestas
deck-effects-satisfaction-held = Un NPS que no baje en la próxima encuesta
deck-effects-delivery = Al menos el { $share } de las tareas a tiempo
deck-effects-delivery-dates = Al menos el { $share } de las tareas a tiempo
deck-effects-seats-few = Al menos { $goal } de { $paid } licencias en uso
deck-effects-seats-kept = Número de licencias confirmado
deck-effects-seats-idle =
    { $n ->
        [one] Una decisión sobre la licencia sin uso
       *[other] Una decisión sobre cada licencia sin uso
    }
deck-effects-seats-many = Capacidad decidida antes de llegar a { $paid } usuarios
deck-effects-renewal = Acuerdo por escrito antes de la renovación
deck-effects-renewal-notice = Acuerdo por escrito antes del último día de preaviso
deck-effects-renewal-now = Continuidad confirmada por escrito
deck-effects-notice-now = Alcance confirmado antes de que venza el preaviso
deck-effects-offer = Alcance y condiciones del próximo periodo, por escrito
deck-effects-lapsed = Contrato nuevo firmado
deck-effects-cause =
    { $n ->
        [0] Ningún ticket más de «{ $name }»
        [one] Como mucho un ticket de «{ $name }» por trimestre
       *[other] Como mucho { $n } tickets de «{ $name }» por trimestre
    }
deck-effects-module =
    { $n ->
        [one] { $names } en uso, o acordado que no hace falta
       *[other] { $names } en uso, o acordado que no hacen falta
    }
deck-effects-response = Mediana de cada mes en { $target } o menos
deck-effects-slower-months = Mediana de cada mes en { $target } o menos
deck-effects-value = { $what }: de nuevo { $before } al trimestre
deck-effects-slower = Primera respuesta de nuevo en { $before }
deck-effects-opinion = NPS por encima de { $now } en la próxima encuesta
deck-effects-usage-year = { $before } usos por semana, como hace un año
deck-effects-usage-peers = Más de { $now } usos por semana
deck-effects-usage-module = De { $now } a { $before } usos por semana, o un alcance acordado sin ese módulo
deck-effects-response-ahead = Por delante de la mediana de los clientes comparables
deck-effects-growth = Más equipos con el uso que ya crece
deck-effects-seasonal = Uso al nivel de las semanas anteriores

deck-meaning-says = Qué significa.
deck-meaning-asks = Pregunta para hoy.
deck-meaning-action = Acción { $n } ·
deck-meaning-usage-good = Sus equipos suman { $more } usos más por semana: de { $before } a { $now }.
deck-meaning-usage-flat = Sus equipos registran { $now } usos por semana, frente a { $before } antes.
deck-meaning-usage-bad = Sus equipos registran { $more } usos menos por semana, y menos que en las mismas semanas del año pasado.
deck-meaning-usage-module = Sus equipos registran { $more } usos menos por semana, sobre todo por «{ $module }», sin uso desde hace cuatro semanas.
deck-meaning-usage-worse = Sus equipos registran { $now } usos por semana, un { $fall } menos que en las mismas semanas del año pasado.
deck-meaning-usage-seasonal = Son { $more } usos menos por semana, pero más o menos los mismos que el año pasado por estas fechas.
deck-meaning-usage-seasonal-above = Son { $more } usos menos por semana, pero aún un { $fall } más que en las mismas semanas del año pasado.
deck-meaning-usage-missing = Hay { $weeks } semanas medidas, la última con { $last } usos; faltan semanas para ver una tendencia.
deck-meaning-usage-year = Hay { $weeks } semanas medidas, la última con { $last } usos; por ahora solo cabe compararlas con el año pasado.
deck-meaning-usage-fewer-seats = Las licencias contratadas pasaron de { $seats_before } a { $seats } en el trimestre, y el uso bajó con ellas: { $more } usos menos por semana.
deck-meaning-usage-fewer-seats-year = Las licencias contratadas pasaron de { $seats_before } a { $seats } en un año; se usa el { $share }.
deck-meaning-usage-more-than-seats = Las licencias contratadas pasaron de { $seats_before } a { $seats } en el trimestre, pero el uso bajó más que ellas: un { $size }.
deck-meaning-usage-more-than-seats-year = Las licencias contratadas pasaron de { $seats_before } a { $seats } en un año, pero el uso bajó más que ellas: un { $fall }.
deck-meaning-usage-bad-alone = Sus equipos registran { $more } usos menos por semana: de { $before } a { $now }.
deck-meaning-goals-good-up = El margen más estrecho: «{ $goal }», { $gap } por encima de su meta.{ $worth }
deck-meaning-goals-good-down = El margen más estrecho: «{ $goal }», { $gap } por debajo de su límite.{ $worth }
deck-meaning-goals-exactly = La meta más ajustada, «{ $goal }», se cumple justo.{ $worth }
deck-meaning-goals-good-up-one = «{ $goal }» queda { $gap } por encima de su meta.{ $worth }
deck-meaning-goals-good-down-one = «{ $goal }» queda { $gap } por debajo de su límite.{ $worth }
deck-meaning-goals-exactly-one = «{ $goal }» cumplió su meta con exactitud.{ $worth }
deck-meaning-goals-missed-up = «{ $goal }» queda { $gap } por debajo de la meta{ $before }.{ $lost }{ $worth }
deck-meaning-goals-missed-down = «{ $goal }» queda { $gap } por encima de la meta{ $before }.{ $lost }{ $worth }
deck-meaning-goals-before = ; en el { $period } se cumplía, con { $actual }
deck-meaning-goals-lost =
    { $n ->
        [one] { "" } «{ $goal }» se cumplía en el { $period } y ya no.
       *[other] { "" } { $n } objetivos que se cumplían en el { $period } ya no se cumplen.
    }
deck-meaning-goals-exactly-several = Se cumplen justo { $n } metas, entre ellas «{ $goal }».{ $worth }
deck-meaning-goals-worth = { "" } «{ $goal }» les aportó { $worth }, según confirmó su equipo.
deck-meaning-goals-worth-of =
    { $n ->
        [2] { "" } Dos de sus metas les aportaron { $worth }, según confirmó su equipo.
       *[other] { "" } { $n } de sus metas les aportaron { $worth }, según confirmó su equipo.
    }
deck-meaning-goals-saved = { "" } En «{ $goal }», su equipo confirmó { $worth } de ahorro.
deck-meaning-goals-missing = Objetivos acordados: { $n }. Ninguno tiene medición, y sin ella no se sabe si la inversión rinde.
deck-meaning-service-good = { $replied }{ $course }
deck-meaning-service-flat = { $replied }{ $course }
deck-meaning-service-mixed = { $replied }{ $course }
deck-meaning-service-bad = La mitad de los tickets esperó { $median } o más (objetivo: { $target }).{ $course }
deck-meaning-service-bad-few = { $few }{ $course }
deck-meaning-service-late = { $critical }
deck-meaning-service-late-replies = { $critical }
deck-meaning-service-late-mixed = { $critical }
deck-meaning-service-late-alone = { $critical }
deck-meaning-service-missing = No consta la primera respuesta de los tickets registrados ({ $created }): aún no se puede juzgar la rapidez.
deck-meaning-service-quiet = Nadie pidió ayuda este trimestre (tickets en doce meses: { $year }): buena señal, o se usa otro canal.
deck-meaning-service-untimed = La mitad de los tickets recibe respuesta en { $median } o menos.{ $course }
deck-meaning-service-back = { "" } En { $month }, la mediana volvió a { $now }, dentro del objetivo.
deck-meaning-service-slower = { "" } La espera mediana subió de { $before } en el { $then } a { $now }.
deck-meaning-service-quicker = { "" } La espera mediana bajó de { $before } en el { $then } a { $now }.
deck-meaning-satisfaction-good = Más personas nos recomiendan; de { $n }: { $promoters } y { $detractors }.
deck-meaning-satisfaction-flat-rated-worse = De { $n } personas que respondieron: { $promoters } y { $detractors }. La ayuda se valora peor.
deck-meaning-satisfaction-flat-rated-low = De { $n } personas que respondieron: { $promoters } y { $detractors }. De las valoraciones de nuestra ayuda, solo { $positive } de { $rated } son positivas.
deck-meaning-satisfaction-flat-drifting = El NPS baja por tercer trimestre seguido, de { $first } a { $nps }; con { $n } respuestas puede deberse al azar.
deck-meaning-satisfaction-flat = De { $n } personas que respondieron: { $promoters } y { $detractors }.
deck-meaning-satisfaction-flat-slipped = El NPS ha bajado de { $first } en el { $when } a { $nps }; con { $n } respuestas, la última bajada, por sí sola, no es concluyente.
deck-meaning-satisfaction-flat-slipped-to-rest = De { $n } personas que respondieron: { $promoters } y { $detractors }. El NPS era de { $first } en el { $when }.
deck-meaning-satisfaction-bad = De { $n } personas que respondieron: { $promoters } y { $detractors }. La opinión empeora.
deck-meaning-satisfaction-negative = De { $n } personas que respondieron: { $detractors } y { $promoters }.
deck-meaning-satisfaction-sliding = La opinión empeora: de { $n } personas, { $detractors }.
deck-meaning-satisfaction-first = De { $n } personas que respondieron: { $promoters } y { $detractors }. Es la base para las próximas encuestas.
deck-meaning-satisfaction-csat-alone = Valoraciones positivas: { $positive } de { $rated }. Es la base para las próximas encuestas.
deck-meaning-satisfaction-csat-good = Valoraciones positivas: { $positive } de { $rated }; la ayuda se valora mejor.
deck-meaning-satisfaction-csat-flat = Valoraciones positivas: { $positive } de { $rated }; la diferencia puede deberse al azar.
deck-meaning-satisfaction-csat-apart = Valoraciones positivas: { $positive } de { $rated }.
deck-meaning-satisfaction-csat-same = Valoraciones positivas: { $positive } de { $rated }; la ayuda se valora igual.
deck-meaning-satisfaction-csat-bad = Valoraciones positivas: { $positive } de { $rated }; la ayuda se valora peor.
deck-meaning-satisfaction-csat-low =
    { $n ->
        [one] { $n } de { $rated } valoraciones no fue positiva{ $earlier }.
       *[other] { $n } de { $rated } valoraciones no fueron positivas{ $earlier }.
    }
deck-satisfaction-earlier-ratings = ; en el { $period } lo fueron { $positive } de { $rated }
deck-meaning-satisfaction-few = Respuestas del trimestre: { $n }. Con tan pocas no se puede concluir nada todavía.
deck-meaning-delivery-good =
    { $n ->
        [one] La única tarea prevista se entregó a tiempo ({ $n } de { $n }): el calendario se cumple.
        [2] Las dos tareas se entregaron a tiempo: el calendario se cumple.
       *[other] Las { $n } tareas se entregaron a tiempo: el calendario se cumple.
    }
deck-meaning-delivery-late-done = «{ $name }», prevista para el { $day }, se entregó con { $late } de retraso.
deck-meaning-delivery-late-tied =
    { $n ->
        [2] Dos tareas comparten el mayor retraso, { $late }: «{ $name }» y «{ $other }».
       *[other] { $n } tareas comparten el mayor retraso, { $late }; la primera, «{ $name }», era para el { $day }.
    }
deck-meaning-delivery-late-held = «{ $name }» seguía bloqueada al cierre, con { $late } de retraso; era para el { $day }.
deck-meaning-delivery-late-open = «{ $name }» seguía pendiente al cierre, con { $late } de retraso; era para el { $day }.
deck-meaning-delivery-missing = Nada vencía este trimestre; tareas bloqueadas que hay que mover: { $blocked }.
deck-meaning-commitments-good = Lo acordado en la revisión anterior está cumplido: { $counted }.
deck-meaning-commitments-late-moved = «{ $name }» era para el { $day }; se aplazó y aún no tiene fecha nueva.
deck-meaning-commitments-late = «{ $name }» era para el { $day } y sigue pendiente.
deck-meaning-commitments-flat = Falta una parte de lo acordado: { $counted }.
deck-meaning-commitments-bad = Lo acordado avanza menos de lo previsto: { $counted }.
deck-meaning-commitments-withdrawn = Lo retirado ya no se hará, y conviene confirmarlo: { $counted }.
deck-meaning-investment-renewed = Su contrato se renovó el { $start }: la nueva vigencia termina el { $day }{ $fee }.
deck-meaning-investment-renewed-inferred = Su suscripción cumplió un año el { $start } y continúa; el próximo aniversario es el { $day }{ $fee }.
deck-meaning-investment-dated = Las condiciones actuales siguen vigentes hasta el { $day }{ $fee }.
deck-meaning-investment-inferred = El aniversario de la suscripción es el { $day }{ $fee }.
deck-meaning-investment-lapsed = Su contrato terminó el { $day } y el servicio sigue en las mismas condiciones{ $fee }.
deck-meaning-investment-rolled = Su contrato se renovó por sí mismo el { $day }, en las mismas condiciones{ $fee }.
deck-meaning-investment-signed = El contrato siguiente ya está firmado: rige desde el { $start } y se renueva el { $day }.
deck-meaning-investment-signed-open = El contrato siguiente ya está firmado y rige desde el { $start }.
deck-meaning-investment-term-over = El plazo de su suscripción terminó el { $day } y el servicio sigue en las mismas condiciones{ $fee }.
deck-meaning-investment-credits = Las notas de crédito se emitieron en { $months }.{ $left }
deck-meaning-investment-less-credits = { "" } Una vez descontadas, lo facturado en doce meses suma { $paid }.
deck-meaning-investment-open = No hay un contrato con fecha de fin{ $fee }.
deck-meaning-investment-fee = { "" } (cuota anual: { $fee })
deck-meaning-investment-fee-beside = { "" } (cuota anual: { $fee }, sin { $beside })

deck-questions-usage-good = ¿Qué hacen ahora sus equipos con la plataforma que antes no hacían?
deck-questions-usage-good-level = ¿Qué ayudaría a sus equipos a aprovecharla más?
deck-questions-usage-good-seats = ¿Para qué usan la plataforma los usuarios nuevos?
deck-questions-usage-flat = ¿Qué tareas siguen haciendo fuera de la plataforma?
deck-questions-usage-module = ¿Por qué dejaron sus equipos de usar «{ $module }»?
deck-questions-usage-bad = ¿Qué cambió en sus equipos en las últimas cuatro semanas?
deck-questions-usage-worse = ¿Qué ha cambiado en sus equipos desde el año pasado?
deck-questions-usage-seasonal = ¿Cuánto uso esperan en las próximas semanas?
deck-questions-usage-since = ¿Qué cambió en sus equipos en la semana del { $week }?
deck-questions-usage-seasonal-above = ¿Cuánto uso esperan en las próximas semanas?
deck-questions-usage-missing = ¿Qué debería cambiar cuando todos sus equipos usen la plataforma?
deck-questions-goals-good = ¿Qué meta conviene hacer más exigente a partir de ahora?
deck-questions-goals-exactly = ¿Qué daría más margen a las metas que se cumplen justo?
deck-questions-goals-lacking =
    { $lacking ->
        [one] ¿Para cuándo tendremos el resultado que falta?
       *[other] ¿Para cuándo tendremos los resultados que faltan?
    }
deck-questions-goals-flat =
    { $n ->
        [one] ¿Qué falta para que «{ $missed }» llegue a su meta?
       *[other] ¿Qué falta para llegar a las metas pendientes?
    }
deck-questions-goals-bad = ¿Qué falta para llegar a las metas pendientes, y siguen siendo las correctas?
deck-questions-goals-none =
    { $n ->
        [one] ¿Sigue siendo esta la meta correcta?
       *[other] ¿Cuál de estas metas es la que más les importa?
    }
deck-questions-goals-missing = ¿Quién puede darnos el dato, y desde cuándo?
deck-questions-service-good = ¿Qué consultas se repiten y podríamos evitar?
deck-questions-service-flat =
    { $late ->
        [one] ¿Qué consecuencias tuvo para ustedes la respuesta que llegó tarde?
       *[other] ¿Qué consecuencias tuvieron para ustedes las respuestas que llegaron tarde?
    }
deck-questions-service-mixed =
    { $late ->
        [one] ¿Qué consecuencias tuvo para ustedes la respuesta que llegó tarde?
       *[other] ¿Qué consecuencias tuvieron para ustedes las respuestas que llegaron tarde?
    }
deck-questions-service-bad = ¿Qué se detiene en su operación mientras esperan?
deck-questions-service-late = ¿Cómo afectó el retraso a su operación?
deck-questions-service-late-replies = ¿Cómo afectó el retraso a su operación?
deck-questions-service-late-alone = ¿Cómo afectó el retraso a su operación?
deck-questions-service-late-mixed = ¿Cómo afectó el retraso a su operación?
deck-questions-service-missing = ¿Recibieron respuesta todos los tickets?
deck-questions-service-quiet = ¿A quién acuden sus equipos cuando tienen una duda?
deck-questions-satisfaction-good = ¿Qué hizo la diferencia?
deck-questions-satisfaction-flat = ¿Coincide con lo que oyen en sus equipos?
deck-questions-satisfaction-bad = ¿Qué piden sus usuarios que aún no resolvemos?
deck-questions-satisfaction-negative = ¿Qué deberíamos arreglar primero?
deck-questions-satisfaction-sliding = ¿Qué notan sus equipos desde hace un año?
deck-questions-satisfaction-first = ¿Coincide con lo que oyen en sus equipos?
deck-questions-satisfaction-csat-alone = ¿Qué podríamos hacer mejor?
deck-questions-satisfaction-csat-good = ¿Qué hizo la diferencia?
deck-questions-satisfaction-csat-flat = ¿Qué podríamos hacer mejor?
deck-questions-satisfaction-csat-bad = ¿Qué debería hacer distinto nuestro soporte?
deck-questions-satisfaction-csat-apart = ¿Qué podríamos hacer mejor?
deck-questions-satisfaction-csat-same = ¿Qué podríamos hacer mejor?
deck-questions-satisfaction-csat-low =
    { $n ->
        [one] ¿Qué falló en el caso que no valoraron bien?
       *[other] ¿Qué falló en los { $n } casos que no valoraron bien?
    }
deck-questions-satisfaction-few = ¿Quién debería contestar la próxima encuesta?
deck-questions-delivery-good = ¿Qué próxima entrega depende de sus equipos?
deck-questions-delivery-late-done = ¿A qué planes suyos afectó el retraso?
deck-questions-delivery-late-open = ¿Qué fechas suyas dependen de lo que va con retraso?
deck-questions-delivery-missing = ¿Qué podemos desbloquear hoy?
deck-questions-commitments-good = ¿Qué falta por acordar para los próximos meses?
deck-questions-commitments-ours = ¿Qué fecha nueva les sirve?
deck-questions-commitments-theirs = ¿Qué necesitan de nosotros para cerrar lo pendiente?
deck-questions-commitments-bad = ¿Qué compromiso les urge más?
deck-questions-commitments-withdrawn = ¿Están de acuerdo en retirarlo?
deck-questions-investment-renewed = ¿Qué esperan de la nueva vigencia?
deck-questions-investment-renewed-inferred = ¿Qué esperan del año que comienza?
deck-questions-investment-dated = ¿Prevén cambios de alcance antes de esa fecha?
deck-questions-investment-dated-near = ¿Qué debería cambiar en el alcance de la próxima vigencia?
deck-questions-investment-inferred = ¿Prevén cambios de alcance antes de esa fecha?
deck-questions-investment-inferred-near = ¿Qué debería cambiar en el alcance del año que comienza?
deck-questions-investment-once = ¿Han recibido ya todo lo que cubre { $once }?
deck-questions-investment-lapsed = ¿Para cuándo podemos firmar condiciones nuevas?
deck-questions-investment-rolled = ¿Prevén cambios de alcance en este nuevo periodo?
deck-questions-investment-signed = ¿Qué debe estar listo antes de que empiece?
deck-questions-investment-signed-open = ¿Qué debe estar listo antes de que empiece?
deck-questions-investment-term-over = ¿Para cuándo podemos acordar un plazo nuevo?
deck-questions-investment-credits = ¿Coinciden estas notas de crédito con sus registros?
deck-questions-investment-open = ¿Les convendría fijar condiciones y plazo?
deck-questions-usage-fewer-seats = ¿Lo que tienen contratado ahora cubre lo que sus equipos necesitan?
deck-questions-usage-fewer-seats-year = ¿Lo que tienen contratado ahora cubre lo que sus equipos necesitan?
deck-questions-usage-more-than-seats = ¿Para qué usan menos la plataforma quienes conservan su licencia?
deck-questions-usage-more-than-seats-year = ¿Para qué usan menos la plataforma que hace un año quienes conservan su licencia?
deck-questions-usage-bad-alone = ¿Qué cambió en sus equipos en las últimas cuatro semanas?

# Lo que aportaron los objetivos, con cifras que el cliente ha confirmado.
deck-titles-value-both = Su equipo confirmó { $hours } ahorradas y { $money } ganados en el { $this }{ $before }
deck-titles-value-hours = Su equipo confirmó { $hours } ahorradas en el { $this }{ $before }
deck-titles-value-money = Su equipo confirmó { $money } ganados en el { $this }{ $before }
deck-titles-value-fall = , menos que en el { $period } ({ $before })
deck-titles-value-fall-hours = ; en el { $period } fueron { $before }
deck-titles-value-fall-money = ; en el { $period } ganaron { $before }
deck-value-hours = Horas ahorradas
deck-value-money = Beneficio económico
deck-value-table = Objetivos y valor aportado
deck-value-alt = Tabla de objetivos con resultado, meta, horas ahorradas y beneficio económico. { $title }
deck-value-note = Cifras del trimestre facilitadas y confirmadas por su equipo.
deck-value-none = –
deck-value-gain = { $goals } ({ $worth })
deck-value-gain-each = { $goals } ({ $worth } cada uno)
deck-value-quoted = «{ $goal }»
deck-short-value-hours = Horas ahorradas
deck-short-value-money = Beneficio económico
deck-meaning-value =
    { $n ->
        [one] La mayor mejora confirmada: { $gains }.
       *[other] Las mayores mejoras confirmadas, en dinero y en horas: { $gains }.
    }
deck-meaning-value-risen = { $what }: { $now }, frente a { $before } en el { $period }.
deck-meaning-value-all =
    { $n ->
        [one] Su objetivo tiene un valor confirmado por su equipo.
       *[other] Sus { $n } objetivos tienen un valor confirmado por su equipo.
    }
deck-meaning-value-counted =
    { $n ->
        [one] { $n } de sus { $all } objetivos tiene un valor confirmado por su equipo.
       *[other] { $n } de sus { $all } objetivos tienen un valor confirmado por su equipo.
    }
deck-meaning-value-even = Sus objetivos aportan lo mismo: { $worth } cada uno, según confirmó su equipo.
deck-meaning-value-tied = { $goals } son los que más aportan: { $worth } cada uno, según confirmó su equipo.
deck-meaning-value-halved = { $what }: { $now }, menos de la mitad que en el { $period } ({ $before }){ $why }.
deck-meaning-value-halved-exactly = { $what }: { $now }, la mitad que en el { $period } ({ $before }){ $why }.
deck-meaning-value-less = { $what }: { $now }, frente a { $before } en el { $period }{ $why }.
deck-meaning-value-vanished = { $what }: nada confirmado este trimestre; en el { $period }, { $before }{ $why }.
deck-value-fell-unmeasured = ; «{ $goal }» no tiene resultado este trimestre
deck-value-fell-missed = ; «{ $goal }» no llegó a su meta
deck-value-fell-unconfirmed = ; lo que aportó «{ $goal }» está sin confirmar
deck-value-fell-less = ; «{ $goal }» aportó menos
deck-value-fell-gone = ; «{ $goal }» ya no está entre sus objetivos
deck-questions-value-fell-less = ¿Por qué «{ $goal }» aportó menos que en el { $period } y cómo puede recuperarse?
deck-questions-value-fell = ¿Por qué sus objetivos aportaron menos que en el { $period } y cómo pueden recuperarse?
deck-questions-value-fell-unmeasured = ¿Cuándo tendrán el resultado de «{ $goal }»?
deck-questions-value-fell-missed = ¿Qué le falta a «{ $goal }» para llegar a su meta?
deck-questions-value-fell-unconfirmed = ¿Quién de su equipo puede confirmar lo que aportó «{ $goal }»?
deck-questions-value-fell-gone = ¿Conviene retomar «{ $goal }» como objetivo?
deck-questions-value = ¿Qué otro resultado conviene medir a partir de ahora?

# El uso y los tickets, por partes.
deck-titles-breakdown-asked =
    { $n ->
        [one] un ticket es de { $that }
       *[other] { $n } tickets son de { $that }
    }
deck-titles-breakdown-that =
    { $n ->
        [one] ese módulo
       *[other] esos módulos
    }
deck-titles-breakdown-asked-alone = ; { $asked }
deck-titles-breakdown-asked-beside = { "" } ({ $asked })
deck-titles-breakdown-idle =
    { $n ->
        [one] Nadie usa { $idle } desde hace cuatro semanas{ $asked }{ $cause }
       *[other] Nadie usa { $idle } desde hace cuatro semanas{ $asked }{ $cause }
    }
deck-titles-breakdown-falls = El uso en «{ $part }» baja un { $fall } frente a las cuatro semanas anteriores{ $beside }{ $cause }
deck-titles-breakdown-risen =
    { $n ->
        [one] , mientras en «{ $other }» sube un { $rise }
       *[other] , mientras en los demás sube un { $rise }
    }
deck-titles-breakdown-cause-too = , y es la causa más frecuente de los tickets ({ $tickets } de { $all })
deck-titles-breakdown-cause-alone =
    { $n ->
        [one] «{ $name }» es la causa más frecuente de los tickets: { $tickets } de { $all }
       *[other] «{ $name }» es la causa más frecuente de los tickets: { $tickets } de { $all }
    }
deck-titles-breakdown-cause-tied = Las causas más frecuentes de los tickets son { $names }, con { $tickets } de { $all } cada una
deck-titles-breakdown-cause-even = Los { $all } tickets se reparten por igual: { $names }, { $tickets } cada una
deck-titles-breakdown-cause = ; { $tickets } de { $all } tickets tratan de «{ $name }»
deck-titles-breakdown-only = «{ $part }» registró { $uses } usos en las últimas cuatro semanas
deck-titles-breakdown-most-module = «{ $part }» concentra el { $share } del uso por módulo
deck-titles-breakdown-most-team = «{ $part }» concentra el { $share } del uso de sus equipos
deck-breakdown-parts = Uso en las últimas cuatro semanas, por equipo y módulo
deck-breakdown-parts-alt = Tabla de equipos y módulos con usos, cambio sobre las cuatro semanas anteriores y personas activas
deck-breakdown-part = Equipo o módulo
deck-breakdown-team = Equipo: { $name }
deck-breakdown-module = Módulo: { $name }
deck-breakdown-events = Usos
deck-breakdown-roughly = unos { $n }
deck-breakdown-change = Frente a 4 sem. antes
deck-breakdown-people = Personas
deck-breakdown-idle = Sin uso
deck-breakdown-begun = Nuevo
deck-breakdown-causes = De qué trataron los tickets
deck-breakdown-causes-alt = Tabla de causas con los tickets de ahora, los del trimestre anterior y cuántos fueron críticos
deck-breakdown-cause = Causa
deck-breakdown-about = Causa: { $name }
deck-breakdown-other = Otras o sin categoría
deck-breakdown-quoted = «{ $name }»
deck-breakdown-cause-before = { $before } en el { $period }
deck-breakdown-tickets = Tickets
deck-breakdown-critical = Críticos
deck-breakdown-only-parts = Por equipo y módulo
deck-breakdown-only-causes = Causas de los tickets
deck-breakdown-earlier =
    { $n ->
        [0] { "" } En el { $period } no hubo tickets de «{ $name }».
        [one] { "" } En el { $period } hubo { $n } ticket de «{ $name }».
       *[other] { "" } En el { $period } hubo { $n } tickets de «{ $name }».
    }
deck-breakdown-of-them-critical =
    { $n ->
        [0] Ninguno de los { $tickets } fue crítico
        [one] { $critical } de los { $tickets } fue crítico
       *[other] { $critical } de los { $tickets } fueron críticos
    }
deck-breakdown-all-critical =
    { $n ->
        [one] Fue crítico
        [2] Los dos fueron críticos
       *[other] Los { $tickets } fueron críticos
    }
deck-breakdown-uses-module-against = los módulos registraron { $uses } usos en cuatro semanas, frente a { $before } en las cuatro anteriores
deck-breakdown-uses-module = los módulos registraron { $uses } usos en cuatro semanas
deck-breakdown-uses-team-against = sus equipos registraron { $uses } usos en cuatro semanas, frente a { $before } en las cuatro anteriores
deck-breakdown-uses-team = sus equipos registraron { $uses } usos en cuatro semanas
deck-breakdown-others =
    { $n ->
        [one] { $idle } no registra usos
       *[other] { $idle } no registran usos
    }
deck-breakdown-plan =
    { $n ->
        [one] { $idle } no registra ningún uso en las últimas cuatro semanas
       *[other] { $idle } no registran ningún uso en las últimas cuatro semanas
    }
deck-breakdown-each = { $tickets } cada una
deck-breakdown-tied = { $n } empatadas
deck-breakdown-top-causes = Causas principales
deck-breakdown-parts-note = n/d: las cuatro semanas anteriores no se midieron completas.
deck-categories-access = Accesos
deck-categories-billing = Facturación
deck-categories-integration = Integraciones
deck-categories-platform = Plataforma
deck-categories-reports = Informes
deck-short-tickets-top-cause = Causa más frecuente
deck-short-teams-active = Equipos activos
deck-short-modules-active = Módulos en uso
deck-meaning-breakdown-idle = { $plan }; { $uses }.
deck-meaning-breakdown-falls = «{ $part }» registró { $lost } usos menos.{ $besides }
deck-meaning-breakdown-only = En conjunto, { $uses }.
deck-meaning-breakdown-most-module = En conjunto, { $uses }.
deck-meaning-breakdown-most-team = En conjunto, { $uses }.
deck-meaning-breakdown-moved = «{ $part }» registró { $lost } usos menos; el resto, { $others } más.{ $besides }
deck-breakdown-besides = { "" } { $plan }.
deck-breakdown-besides-all = { "" } En conjunto, { $uses }.
deck-meaning-breakdown-cause-tied = Juntas son { $tickets } de los { $all } tickets. { $critical }.
deck-meaning-breakdown-cause-even = Ninguna causa destaca. { $critical }.
deck-meaning-breakdown-cause-alone = { $critical }.{ $earlier }
deck-questions-breakdown-idle =
    { $n ->
        [one] ¿Les ayudaría una formación o ya no necesitan ese módulo?
       *[other] ¿Les ayudaría una formación o ya no necesitan esos módulos?
    }
deck-questions-breakdown-idle-others = ¿Qué ha cambiado para que allí nadie use el producto?
deck-questions-breakdown-only = ¿A quién más le serviría?
deck-questions-breakdown-most-module = ¿A qué módulo podrían sacarle más partido?
deck-questions-breakdown-most-team = ¿Qué equipo podría sacar más partido a la plataforma?
deck-questions-breakdown-falls-team = ¿Qué ha cambiado en «{ $part }» en las últimas cuatro semanas?
deck-questions-breakdown-falls-module = ¿Qué ha cambiado en cómo usan «{ $part }»?
deck-questions-breakdown-moved-team = ¿Ha pasado trabajo de «{ $part }» a otros equipos?
deck-questions-breakdown-moved-module = ¿Hacen ahora en otros módulos lo que hacían en «{ $part }»?
deck-questions-breakdown-cause-even = ¿Cuál de esas causas les cuesta más?
deck-questions-breakdown-cause-alone = ¿Qué no pudieron hacer sus equipos por estos problemas?
deck-questions-breakdown-cause-tied = ¿Cuál de esas causas les cuesta más?

# Entre clientes comparables, sin nombrar a ninguno.
deck-titles-peers-and = { $first }; { $then }
deck-titles-peers-but = { $first }, pero { $then }
deck-titles-peers-and-on = { $first } y { $then }
deck-titles-peers-behind =
    { $n ->
        [2] Por detrás de la mayoría de los clientes comparables en las dos medidas, sobre todo en { $worst }
       *[other] Por detrás de la mayoría de los clientes comparables en las { $n } medidas, sobre todo en { $worst }
    }
deck-titles-peers-behind-none =
    { $n ->
        [2] Por detrás de la mayoría de los clientes comparables en las dos medidas; en { $worst }, por detrás de todos
       *[other] Por detrás de la mayoría de los clientes comparables en las { $n } medidas; en { $worst }, por detrás de todos
    }
deck-titles-peers-behind-alike =
    { $n ->
        [2] Por detrás de la mayoría de los clientes comparables en las dos medidas (por delante del { $share } en cada una)
       *[other] Por detrás de la mayoría de los clientes comparables en las { $n } medidas (por delante del { $share } en cada una)
    }
deck-peers-worst = { $measure } ({ $own })
deck-peers-worst-several = { $n } de ellas
deck-peers-first-several = Superan a todos los clientes comparables en { $n } de { $all } medidas
deck-peers-on-ahead = al { $share } en { $measure } ({ $own })
deck-peers-on-median = están en la mediana en { $measure } ({ $own })
deck-peers-on-behind = solo al { $share } en { $measure } ({ $own })
deck-peers-on-none = están por detrás de todos en { $measure } ({ $own })
deck-peers-still-median = en { $measure } ({ $own })
deck-peers-still-behind = superan solo al { $share } en { $measure } ({ $own })
deck-peers-still-none = están por detrás de todos en { $measure } ({ $own })
deck-titles-peers-all =
    { $n ->
        [2] Por delante de todos los clientes comparables en las dos medidas
       *[other] Por delante de todos los clientes comparables en las { $n } medidas
    }
deck-titles-peers-last =
    { $n ->
        [2] Por detrás de todos los clientes comparables en las dos medidas
       *[other] Por detrás de todos los clientes comparables en las { $n } medidas
    }
deck-peers-first-theirs-all = Superan a todos los clientes comparables en { $measure } ({ $own })
deck-peers-first-theirs-ahead = Superan al { $share } de los clientes comparables en { $measure } ({ $own })
deck-peers-first-theirs-median = Están en la mediana de los clientes comparables en { $measure } ({ $own })
deck-peers-first-response-all = Les respondemos antes que a cualquier cliente comparable ({ $own })
deck-peers-first-response-ahead = Les respondemos antes que a la mayoría de los clientes comparables ({ $own })
deck-peers-first-response-median = Nuestra primera respuesta ({ $own }) está en la mediana de los clientes comparables
deck-peers-first-nps-all = Su NPS ({ $own }) es el más alto entre los clientes comparables
deck-peers-first-nps-ahead = Su NPS ({ $own }) supera el de la mayoría de los clientes comparables
deck-peers-first-nps-median = Su NPS ({ $own }) está en la mediana de los clientes comparables
deck-peers-then-theirs-ahead = en { $measure } ({ $own }) superan al { $share }
deck-peers-then-theirs-median = en { $measure } ({ $own }) están en la mediana
deck-peers-then-theirs-behind = en { $measure } ({ $own }) superan solo al { $share }
deck-peers-then-theirs-none = en { $measure } ({ $own }) están por detrás de todos
deck-peers-then-response-ahead = nuestra primera respuesta ({ $own }) les llega antes que a la mayoría
deck-peers-then-response-median = nuestra primera respuesta ({ $own }) está en la mediana
deck-peers-then-response-behind = nuestra primera respuesta ({ $own }) les llega más tarde que a la mayoría
deck-peers-then-response-none = nuestra primera respuesta ({ $own }) les llega más tarde que a todos
deck-peers-then-nps-ahead = nos valoran mejor que la mayoría (NPS de { $own })
deck-peers-then-nps-median = su NPS ({ $own }) está en la mediana
deck-peers-then-nps-behind = la mayoría nos valora mejor que ustedes (su NPS: { $own })
deck-peers-then-nps-none = todos nos valoran mejor que ustedes (su NPS: { $own })
deck-peers-ahead-share = por delante del { $share }
deck-peers-ahead-all = por delante de todos
deck-peers-ahead-none = por detrás de todos
deck-peers-scale = ← por detrás de todos · mediana · por delante de todos →
deck-peers-told = { $measure }: { $own }, { $ahead }
deck-peers-peer-use = evolución del uso
deck-peers-peer-adoption = licencias en uso
deck-peers-peer-response = primera respuesta
deck-peers-peer-nps = NPS
deck-peers-measure = Medida
deck-peers-own = Su valor
deck-peers-state-good = Por delante
deck-peers-state-flat = En la mediana
deck-peers-state-bad = Por detrás
deck-peers-note = Clientes de su segmento con datos (al menos cinco, sin nombrarlos). Porcentajes redondeados a la decena.
deck-peers-note-cut = Clientes de su segmento con datos (al menos cinco, sin nombrarlos). Porcentajes redondeados a la decena. La evolución del uso no se compara tras su reducción de licencias.
deck-peers-also-theirs = { "" } También por detrás: { $measures }.
deck-peers-also-ours = { "" } También nos toca mejorar { $measures }.
deck-peers-ours-peer-response = nuestra primera respuesta
deck-peers-ours-peer-nps = su NPS
deck-peers-closest = { "" } Lo más cercano a ella: { $named }.
deck-peers-alike = { "" } Están a la par: { $named }.
deck-peers-strongest-one = { "" } De lo que depende de ustedes, superan la mediana en { $measure } ({ $own }).
deck-peers-strongest = { "" } De lo que depende de ustedes, destacan en { $measure } ({ $own }).
deck-meaning-peers-good = Nada queda por debajo de la mediana.{ $strong }
deck-meaning-peers-lead =
    { $n ->
        [2] Superan la mediana en las dos medidas.{ $strong }
       *[other] Superan la mediana en las { $n } medidas.{ $strong }
    }
deck-meaning-peers-even = Nada queda por debajo de la mediana; lo más bajo: { $measure }, { $own }.
deck-meaning-peers-response-none = Nuestra respuesta ({ $own }) les llega más tarde que a todos los clientes comparables: nos toca mejorarla.{ $also }{ $strong }
deck-meaning-peers-nps-none = Todos los clientes comparables nos valoran mejor que su equipo (NPS de { $own }): nos toca mejorarlo.{ $also }{ $strong }
deck-meaning-peers-theirs = Su mayor margen de mejora: { $measure }, { $own }.{ $also }{ $strong }
deck-meaning-peers-response = Nuestra respuesta ({ $own }) les llega más tarde que a la mayoría de los clientes comparables: nos toca mejorarla.{ $also }{ $strong }
deck-meaning-peers-nps = La mayoría de los clientes comparables nos valora mejor que su equipo (NPS de { $own }): nos toca mejorarlo.{ $also }{ $strong }
deck-questions-peers-good = ¿Qué hacen ustedes de lo que otros podrían aprender?
deck-questions-peers-lead = ¿Qué hacen ustedes de lo que otros podrían aprender?
deck-questions-peers-even = ¿Cuál de estas medidas les importa más?
deck-questions-peers-theirs = ¿Qué haría falta para cerrar esa diferencia?
deck-questions-peers-response = ¿Qué consultas necesitan que respondamos antes?
deck-questions-peers-nps = ¿Qué deberíamos hacer mejor para sus equipos?
