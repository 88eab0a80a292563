# La revisión de la cuenta, que ningún cliente ve.

deck-internal-tag = INTERNO · NO ENVIAR AL CLIENTE
deck-internal-watermark = INTERNO

deck-commentary-section = — Comentario de gestión para la próxima versión: { $page }

deck-kickers-standing = Relación
deck-kickers-signals = Señales
deck-kickers-margin = Margen
deck-kickers-recurring = Ingresos recurrentes
deck-kickers-receivables = Cobros
deck-kickers-renewal = Renovación
deck-kickers-cadence = Reuniones
deck-kickers-potential = Potencial
deck-kickers-asks = Peticiones a otros equipos
deck-kickers-checklist = Antes de enviar
deck-kickers-definitions = Anexo
deck-kickers-overview = Resumen interno

deck-reasons-not-begun = aún no era cliente en el periodo
deck-reasons-no-signals = ninguna señal
deck-reasons-no-renewal-date = sin fecha de renovación
deck-reasons-nothing-owed = sin saldo pendiente al cierre del trimestre
deck-reasons-nothing-open = sin oportunidades abiertas ni productos por contratar
deck-reasons-nothing-blocked = ninguna tarea bloqueada

deck-titles-definitions = Definiciones de las cifras internas
deck-titles-standing = Relación en «{ $standing }»: { $score } de 100 puntos{ $change }
deck-titles-signals =
    { $n ->
        [one] { $n } señal: { $first }
       *[other] { $n } señales; la más urgente: { $first }
    }
deck-titles-margin-up = El { $small } sube al { $margin }, desde el { $before } del { $period }
deck-titles-margin-fell = Los ingresos reconocidos caen un { $size } frente al { $period }; { $name } del { $margin }
deck-titles-margin-flat = { $name } del { $margin }, estable frente al { $period }
deck-titles-margin-up-less = El { $small } sube al { $margin }, desde el { $before } del { $period }, con un { $size } menos de ingresos reconocidos
deck-titles-margin-flat-less = { $name } del { $margin }, estable frente al { $period }, con un { $size } menos de ingresos reconocidos
deck-titles-margin-down = El { $small } baja al { $margin }, desde el { $before } del { $period }
deck-titles-margin-earlier = { $name } del { $margin }, frente al { $before } del { $earlier }; sin dato en el { $period } ({ $reason })
deck-titles-margin-unknown = { $name } del { $margin }; sin dato en el { $period } para comparar ({ $reason })
deck-titles-margin-missing = { $name } del { $margin }; sin trimestre anterior para comparar
deck-titles-recurring-begun = Ingresos recurrentes de { $now } al mes al cierre del { $this }; ninguno al inicio
deck-titles-recurring-ended = Sin ingresos recurrentes al cierre del { $this }; { $start } al mes al inicio
deck-titles-recurring-up = Los ingresos recurrentes suben a { $now } al mes en el { $this }, desde { $start }
deck-titles-recurring-flat = Los ingresos recurrentes se mantienen en { $now } al mes en el { $this }
deck-titles-recurring-flat-year = Los ingresos recurrentes se mantienen en { $now } al mes en el { $this }; retención neta de doce meses: { $kept }
deck-titles-recurring-near = Los ingresos recurrentes apenas cambian: { $now } al mes en el { $this }, desde { $start }
deck-titles-recurring-near-year = Los ingresos recurrentes apenas cambian: { $now } al mes en el { $this }; retención neta de doce meses: { $kept }
deck-titles-recurring-down = Los ingresos recurrentes bajan a { $now } al mes en el { $this }, desde { $start }
deck-titles-receivables-in-time = { $balance } pendientes de cobro, nada vencido
deck-titles-receivables-doubted = Hasta { $overdue } vencidos; hay cobros que no se pudieron leer
deck-titles-receivables-overdue = { $overdue } vencidos, el { $share } de lo pendiente{ $age }
deck-titles-receivables-age-all = , todo con { $days } de retraso
deck-titles-receivables-age-part = ; de ellos, { $part } con { $days } de retraso
deck-titles-receivables-old = { $overdue } vencidos, el { $share } de lo pendiente; { $old } desde hace más de 90 días
deck-titles-receivables-disputed = { $balance } pendientes de cobro, de ellos { $disputed } en disputa
deck-titles-receivables-disputed-all = { $balance } pendientes de cobro, todo en disputa
deck-titles-renewal-far =
    { $n ->
        [0] Renueva hoy, { $day }{ $asked }{ $opening }
        [one] Renueva el { $day }, en { $days } día{ $asked }{ $opening }
       *[other] Renueva el { $day }, en { $days } días{ $asked }{ $opening }
    }
deck-titles-renewal-opens =
    { $n ->
        [one] ; la negociación se abre el { $day }, en { $days } día
       *[other] ; la negociación se abre el { $day }, en { $days } días
    }
deck-titles-renewal-opened = ; la negociación se abrió el { $day }
deck-titles-renewal-opened-notice =
    { $n ->
        [one] ; la negociación se abrió el { $day } y el preaviso vence el { $notice }, en { $left } día
       *[other] ; la negociación se abrió el { $day } y el preaviso vence el { $notice }, en { $left } días
    }
deck-titles-renewal-settled =
    { $n ->
       *[other] El contrato se renovó el { $start }; próxima renovación, el { $end }{ $notice }
    }
deck-titles-renewal-settled-open =
    { $n ->
       *[other] El contrato se renovó el { $start }; el nuevo no tiene fecha de fin
    }
deck-titles-renewal-signed =
    { $n ->
       *[other] Renovación firmada: el contrato nuevo va del { $start } al { $end }
    }
deck-titles-renewal-signed-open =
    { $n ->
       *[other] Renovación firmada: el contrato nuevo va desde el { $start }, sin fecha de fin
    }
deck-titles-renewal-anniversary = Sin contrato registrado: el { $day } es solo el aniversario de la primera factura
deck-titles-renewal-rolled =
    { $n ->
        [one] La renovación era el { $day }, hace { $days } día: es automática y no consta un contrato nuevo
       *[other] La renovación era el { $day }, hace { $days } días: es automática y no consta un contrato nuevo
    }
deck-titles-renewal-ended =
    { $n ->
        [one] El contrato terminó el { $day }, hace { $days } día, y no consta uno nuevo
       *[other] El contrato terminó el { $day }, hace { $days } días, y no consta uno nuevo
    }
deck-titles-renewal-asked = , con un { $share } de descuento pedido
deck-titles-renewal-advice = ; la mejor propuesta: { $offer }{ $volume }
deck-titles-renewal-advice-unchanged = ; sin descuento pedido, proponer { $offer }{ $volume }
deck-titles-renewal-advice-unasked = ; sin descuento pedido, empezar por un { $offer }{ $volume }
deck-titles-renewal-near =
    { $n ->
        [0] Renueva hoy, { $day }{ $asked }{ $advice }
        [one] Renueva el { $day }, en { $days } día{ $asked }{ $advice }
       *[other] Renueva el { $day }, en { $days } días{ $asked }{ $advice }
    }
deck-titles-cadence-kept =
    { $n ->
        [one] { $held } reunión celebrada (previstas: { $planned }), el { $last }{ $gone }
       *[other] { $held } reuniones celebradas (previstas: { $planned }); la última, el { $last }{ $gone }
    }
deck-titles-cadence-short =
    { $n ->
        [one] Solo { $held } de { $planned } reunión prevista; la última, el { $last }{ $gone }
       *[other] Solo { $held } de { $planned } reuniones previstas; la última, el { $last }{ $gone }
    }
deck-titles-cadence-none =
    { $n ->
        [one] Ninguna reunión en el trimestre ({ $planned } prevista); la última, el { $last }{ $gone }
       *[other] Ninguna reunión en el trimestre ({ $planned } previstas); la última, el { $last }{ $gone }
    }
deck-titles-cadence-left =
    { $n ->
        [one] { $held } reunión en el trimestre en que el cliente se fue, el { $last }
       *[other] { $held } reuniones en el trimestre en que el cliente se fue; la última, el { $last }
    }
deck-titles-cadence-former = Ya no es cliente; la última reunión fue el { $last }
deck-titles-cadence-coming =
    { $n ->
       *[other] Reuniones y personas antes del primer contrato
    }
deck-titles-cadence-never =
    { $n ->
        [one] Ninguna reunión registrada ({ $planned } prevista){ $gone }
       *[other] Ninguna reunión registrada ({ $planned } previstas){ $gone }
    }
deck-titles-cadence-missing =
    { $n ->
        [one] Reuniones: sin datos ({ $planned } prevista){ $gone }
       *[other] Reuniones: sin datos ({ $planned } previstas){ $gone }
    }
deck-titles-cadence-gone =
    { $n ->
        [one] ; { $n } contacto ya no está
       *[other] ; { $n } contactos ya no están
    }
deck-titles-potential-worth = { "" } por { $amount }
deck-titles-potential-decided =
    { $n ->
        [one] ; se decide hacia el { $day }
       *[other] ; la primera se decide hacia el { $day }
    }
deck-titles-potential-late =
    { $n ->
       *[other] , { $n } con la fecha de cierre pasada
    }
deck-titles-potential-all-late =
    { $n ->
        [one] , con la fecha de cierre pasada
       *[other] , todas con la fecha de cierre pasada
    }
deck-titles-potential-since =
    { $n ->
        [one] { "" } al cierre del trimestre, { $n } decidida desde entonces
       *[other] { "" } al cierre del trimestre, { $n } decididas desde entonces
    }
deck-titles-potential-all-since =
    { $n ->
        [one] { "" } al cierre del trimestre, decidida desde entonces
       *[other] { "" } al cierre del trimestre, todas decididas desde entonces
    }
deck-titles-potential-coming =
    { $n ->
        [one] { $deals } oportunidad abierta{ $worth }{ $late }; aún no era cliente
       *[other] { $deals } oportunidades abiertas{ $worth }{ $late }; aún no era cliente
    }
deck-titles-potential-since-won = { "" } al cierre del trimestre, ganada el { $day }
deck-titles-potential-since-lost = { "" } al cierre del trimestre, perdida el { $day }
deck-titles-potential-former =
    { $n ->
        [one] { $deals } oportunidad abierta{ $worth } de un cliente que se fue: cerrarla o retomarla
       *[other] { $deals } oportunidades abiertas{ $worth } de un cliente que se fue: cerrarlas o retomarlas
    }
deck-titles-potential-both =
    { $n ->
        [one] { $deals } oportunidad abierta{ $worth }{ $late }; { $lacking }
       *[other] { $deals } oportunidades abiertas{ $worth }{ $late }; { $lacking }
    }
deck-titles-potential-lacking =
    { $n ->
        [one] { $products } producto de su segmento sin contratar
       *[other] { $products } productos de su segmento sin contratar
    }
deck-titles-potential-deals =
    { $n ->
        [one] { $deals } oportunidad abierta{ $worth }{ $decided }
       *[other] { $deals } oportunidades abiertas{ $worth }{ $decided }
    }
deck-titles-potential-products =
    { $n ->
        [one] { $products } producto de su segmento sin contratar; ninguna oportunidad abierta
       *[other] { $products } productos de su segmento sin contratar; ninguna oportunidad abierta
    }
deck-titles-asks-one-team =
    { $n ->
        [one] { $n } tarea bloqueada por { $team }
       *[other] { $n } tareas bloqueadas por { $team }
    }
deck-titles-asks-teams =
    { $n ->
        [one] { $n } tarea bloqueada por { $teams }
       *[other] { $n } tareas bloqueadas por { $teams }
    }
deck-titles-checklist-clear = Antes de enviar: nada pendiente de revisar
deck-titles-checklist-open =
    { $n ->
        [one] Antes de enviar: { $n } punto por revisar{ $notes }
       *[other] Antes de enviar: { $n } puntos por revisar{ $notes }
    }
deck-titles-overview = Puntuación { $score } ({ $class }); { $worth }{ $risk }
deck-titles-overview-unscored = Sin puntuación; { $worth }{ $risk }
deck-titles-overview-fee = { $worth } de ingreso recurrente anual
deck-titles-overview-no-fee = sin ingresos recurrentes registrados
deck-titles-checklist-noted =
    { $n ->
        [one] Antes de enviar: { $n } aviso, que no impide el envío
       *[other] Antes de enviar: { $n } avisos, ninguno impide el envío
    }
deck-titles-checklist-notes =
    { $n ->
        [one] { "" } y { $n } aviso
       *[other] { "" } y { $n } avisos
    }
deck-titles-overview-coming = Aún no es cliente: empieza el { $day }
deck-titles-overview-begun = Aún no era cliente en el { $this }: empezó el { $day }
deck-titles-overview-calm = ; sin señales de alerta
deck-titles-overview-losing = ; la puntuación baja { $size }
deck-titles-overview-risk = ; lo más urgente: { $first }
deck-titles-overview-chance = ; oportunidad: { $first }
deck-titles-overview-unknown = Sin puntuación ni cuota registradas{ $risk }
deck-titles-overview-former-alone = Ya no es cliente; sin facturas registradas
deck-titles-overview-former = Ya no es cliente; saldo pendiente: { $owed }
deck-titles-overview-left = Cliente hasta { $month }, con { $fee } al mes; saldo pendiente: { $owed }

deck-review-title = Revisión interna { $period } · { $client }

deck-checklist-table = Lista de comprobación
deck-checklist-alt = Tabla con los puntos que conviene revisar antes de enviar la presentación al cliente
deck-checklist-kind = Qué
deck-checklist-point = Detalle
deck-checklist-clear = Todo en orden
deck-checklist-nothing = Sin cifras corregidas, filas apartadas, avisos ni páginas omitidas
deck-checklist-no-deck = Sin presentación
deck-checklist-why-no-deck = El cliente no recibe presentación: { $why }
deck-checklist-restated = Cifra corregida
deck-checklist-restated-text = { $figure }, { $period }: se mostró { $shown }, ahora { $now }. Avisar al cliente antes de presentar.
deck-checklist-severity-quarantine = Filas apartadas
deck-checklist-severity-warn = Aviso de validación
deck-checklist-severity-hold = Retenido
deck-checklist-fault =
    { $n ->
        [one] { $rule }: { $n } fila, { $place }
       *[other] { $rule }: { $n } filas, la primera { $place }
    }
deck-checklist-unplaced = Comentario sin página
deck-checklist-left-out = Página omitida
deck-checklist-suppressed = Cifra sin mostrar
deck-checklist-late-promise = Tarde para la renovación
deck-checklist-late-promise-text = «{ $text }», compromiso nuestro, vence el { $day }: tarde para la renovación (a más tardar, el { $deadline }). Adelantarlo o explicar la fecha.
deck-checklist-moved-promise-text = «{ $text }», compromiso nuestro, vence el { $day }: tarde para la renovación. La presentación propone el { $deadline }: confirmarlo, o explicar la fecha.
deck-checklist-early-promise = Antes de negociar
deck-checklist-early-promise-text = «{ $text }», compromiso nuestro, vence el { $day }, antes de que se abra la negociación ({ $opens }). Preparar ya la oferta o acordar otra fecha.
deck-checklist-settled-promise = Contrato ya resuelto
deck-checklist-signed-promise-text = «{ $text }»: el contrato que sigue ya está firmado. Cerrar el compromiso o acordar qué queda por tratar.
deck-checklist-renewed-promise-text = «{ $text }»: el contrato se renovó el { $day }. Cerrar el compromiso o acordar qué queda por tratar.
deck-checklist-no-agreement = Contrato sin registrar
deck-checklist-no-agreement-ask = Solo se conoce el aniversario de la primera compra: confirmar con el cliente qué se acordó, hasta cuándo y a qué precio, y registrarlo.
deck-checklist-unmeasured = Meta sin medir
deck-checklist-unmeasured-ask = Nadie ha medido { $names }: pedir el resultado o acordar cómo medirlo.
deck-checklist-remeasured-ask =
    { $n ->
        [one] { $names } no tiene resultado del { $this }, aunque en el { $period } sí lo tuvo: pedirlo y acordar quién lo entrega.
       *[other] { $names } no tienen resultado del { $this }, aunque en el { $period } sí lo tuvieron: pedirlos y acordar quién entrega cada uno.
    }
deck-checklist-undated = Compromiso sin fecha
deck-checklist-undated-ask = No consta fecha para { $names }: acordarla.
deck-checklist-unreasoned = Retraso sin motivo
deck-checklist-unreasoned-ask = No consta el motivo del retraso de { $names }: anotarlo, porque el cliente lo preguntará.
deck-checklist-unreasoned-theirs = No consta el motivo del retraso de { $names }: pedirlo a { $owner } (cliente) antes de la reunión y anotarlo.
deck-checklist-twice = Contacto repetido
deck-checklist-twice-text = { $who } consta más de una vez: comprobar si es la misma persona y dejar un solo registro.
deck-checklist-worth = Valor por confirmar
deck-checklist-worth-ask = Ningún objetivo tiene un valor confirmado: pedir al cliente las horas o el dinero que le aportó cada uno.

deck-margin-amounts = Ingresos y contribución por trimestre ({ $unit })
deck-margin-shares = Margen por trimestre
deck-margin-chart = Ingresos y contribución
deck-margin-chart-alt = Columnas con los ingresos reconocidos y la contribución de cada trimestre
deck-margin-shares-alt = Líneas con el margen bruto y el margen de contribución de cada trimestre
deck-margin-no-cost = su coste no consta
deck-margin-after-credit = { $change }, con { $amount } en notas de crédito
deck-margin-none-in = Sin dato en el { $period }
deck-margin-note = Contribución: ingresos menos coste de ventas y coste de servicio. Si falta el coste de algún mes, no se calcula.

deck-recurring-heading = Del inicio al cierre del trimestre, al mes ({ $currency })
deck-recurring-chart = Puente de ingresos recurrentes
deck-recurring-chart-alt = Cascada desde los ingresos recurrentes del inicio del trimestre hasta los del cierre
deck-recurring-note = Suma de los movimientos de cada mes; se omiten los que fueron cero.
deck-recurring-note-away = Los ingresos recurrentes cesaron dentro de los doce meses y volvieron: la retención los cuenta como conservados.
deck-recurring-base = Base
deck-recurring-level = Nivel
deck-recurring-rise = Aumento
deck-recurring-fall = Descenso
deck-recurring-start = Inicio
deck-recurring-end = Cierre
deck-recurring-mrr-new = Nuevo
deck-recurring-mrr-reactivation = Reactivación
deck-recurring-mrr-expansion = Expansión
deck-recurring-mrr-contraction = Contracción
deck-recurring-mrr-churn = Baja
deck-recurring-mrr-exchange = Tipo de cambio

deck-receivables-heading = Saldo pendiente por antigüedad ({ $unit })
deck-receivables-chart = Saldo por antigüedad
deck-receivables-chart-alt = Columnas apiladas con el saldo pendiente de cada trimestre según los días de vencimiento
deck-receivables-note-doubted = Hay cobros que no se pudieron leer: lo pendiente puede ser menos.
deck-receivables-note = Saldo de facturas al cierre de cada trimestre, con impuestos; sin pagos ni abonos por aplicar.
deck-receivables-note-disputed = Del saldo pendiente, { $amount } están en disputa.
deck-receivables-collect = { $owner }, a más tardar el { $day }: { $step } Vencido: { $amount }.
deck-receivables-settle = { $owner }, a más tardar el { $day }: aclarar con el cliente los { $amount } en disputa: qué se debe y cuándo se pagará.
deck-receivables-settle-and-collect = { $owner }, a más tardar el { $day }: aclarar con el cliente los { $amount } en disputa y acordar una fecha de pago para lo vencido que no se disputa.
deck-receivables-priority-high = Prioridad alta:
deck-receivables-priority-usual = Prioridad normal:
deck-receivables-ageing-not-due = No vencido
deck-receivables-ageing-1-30 = 1–30 días
deck-receivables-ageing-31-60 = 31–60 días
deck-receivables-ageing-61-90 = 61–90 días
deck-receivables-ageing-over-90 = Más de 90 días

deck-renewal-opening = Apertura de la negociación
deck-renewal-opening-past = Negociación abierta el
deck-renewal-opening-note = Desde ese día, opciones de renovación
deck-renewal-opening-early = Oferta prometida antes: { $day }
deck-renewal-yearly-note = Suscripciones vigentes, al año
deck-renewal-notice = Último día de preaviso
deck-renewal-no-notice = Sin preaviso registrado
deck-renewal-notice-past = El plazo de preaviso ya pasó
deck-renewal-notice-past-renews = Ya pasó: se renueva automáticamente el { $day }
deck-renewal-notice-past-ends = Ya pasó: termina el { $day }, sin renovación automática
deck-renewal-auto = Renovación automática salvo preaviso
deck-renewal-not-auto = Sin renovación automática
deck-renewal-probability = Probabilidad de renovación
deck-renewal-recorded = Registrada en la solicitud
deck-renewal-no-probability = Nadie la ha registrado
deck-renewal-assumed = Sin registrar; se supone un { $share }
deck-renewal-competitor = Compite: { $name }
deck-renewal-price = Precio anual actual
deck-renewal-price-then = Precio anual al { $day }
deck-renewal-price-ended = { $product } terminó el { $day }: revisar su renovación
deck-renewal-no-request = Sin descuento pedido
deck-renewal-requested = Descuento pedido
deck-renewal-options-next = Opciones, desde el { $day }
deck-renewal-request = Pide un { $share } ({ $day })
deck-renewal-table = Opciones de renovación
deck-renewal-alt = Tabla con las opciones de renovación, su precio, margen, valor esperado y quién aprueba
deck-renewal-offer = Opción
deck-renewal-net-price = Precio anual
deck-renewal-margin = Margen previsto
deck-renewal-expected = VAN esperado
deck-renewal-change = Frente a renovar sin cambios
deck-renewal-needed = Probabilidad / equilibrio
deck-renewal-approver = Aprueba
deck-renewal-never = nunca
deck-renewal-at-seats = { "" } (con las licencias actuales)
deck-renewal-note-npv = VAN esperado: lo que valen hoy, al { $rate } anual, { $years } años de precio menos coste evitable, por la probabilidad; pasado el plazo, por un { $later } en cada año siguiente.
deck-renewal-note = Como en el archivo de renovación. Equilibrio: vale lo mismo que renovar sin cambios, en los mismos años.
deck-renewal-note-limit = Como en el archivo de renovación. Equilibrio: vale lo mismo que renovar sin cambios. Precio límite: { $price } al año; no es una oferta.
deck-renewal-move-answer = { $owner }, a más tardar el { $day }: responder con «{ $offer }»; aprueba: { $approver }.
deck-renewal-move-propose = { $owner }, a más tardar el { $day }: proponer «{ $offer }»; aprueba: { $approver }.
deck-renewal-move-held = No han pedido nada: «{ $offer }» ({ $gain } de VAN esperado) se reserva hasta que pidan algo.
deck-renewal-move-worth = Nadie ha pedido un descuento: se ofrece porque «{ $offer }» supone { $gain } de VAN esperado con la probabilidad registrada.
deck-renewal-move-seats = Las opciones cuentan con las licencias actuales, de las que se usa el { $share }: acordar antes cuántas mantiene el cliente.
deck-renewal-running = Suscripciones al { $day }
deck-renewal-following = Contrato nuevo
deck-renewal-no-following = No consta ninguno
deck-renewal-next = Próxima renovación: { $day }
deck-renewal-notice-within = { "" } (preaviso: { $day })
deck-renewal-term-at = { $offer } con un { $share } de descuento
deck-renewal-term-alone = { $offer } sin descuento
deck-renewal-no-options = Sin precio o sin costes de doce meses no se calculan opciones; el archivo de renovación dice qué falta y dónde escribirlo.
deck-renewal-offering = ofrecer { $offer }
deck-renewal-offering-both = ofrecer un { $share } de descuento y un plazo de { $years } años
deck-renewal-offering-discount = ofrecer un { $share } de descuento
deck-renewal-offering-term = ofrecer un plazo de { $years } años sin descuento
deck-renewal-opens-with = { $offer } (para empezar: no se ha pedido nada)
deck-renewal-barred = { $offer } (no se propone: { $why })
deck-renewal-bar-margin = margen bajo el mínimo
deck-renewal-bar-term = más largo de lo que se ofrece
deck-renewal-bar-term-for-nothing = poco a cambio del plazo
deck-renewal-bar-services = más servicio del que solemos dar
deck-renewal-bar-payment = se paga más tarde que hoy
deck-renewal-bar-payment-for-nothing = poco a cambio de cobrar antes
deck-renewal-at-price = { $offer }, a { $price } al año
deck-renewal-ours = { $offer }: { $what }
deck-renewal-ours-discount = { $share } de descuento
deck-renewal-ours-uplift = subida del { $share }
deck-renewal-ours-years =
    { $n ->
        [one] { $n } año
       *[other] { $n } años
    }
deck-renewal-offer-as-is = renovar sin cambios
deck-renewal-offer-as-requested = aceptar lo pedido
deck-renewal-offer-added-value = valor añadido
deck-renewal-offer-short-term = plazo de { $years } años
deck-renewal-offer-long-term = plazo de { $years } años
deck-renewal-offer-exclusivity = exclusividad
deck-renewal-offer-counter = nuestra oferta
deck-renewal-offer-fallback = alternativa
deck-renewal-approver-joined = { $approver } + { $finance }

deck-approvers-account-manager = Gerente de cuenta
deck-approvers-team-lead = Responsable de equipo
deck-approvers-director = Dirección
deck-approvers-revenue-officer = Dirección de ingresos
deck-approvers-finance = Finanzas
deck-approvers-finance-and-ceo = Finanzas y Dirección General

deck-cadence-heading = Reuniones celebradas por trimestre
deck-cadence-chart-alt = Columnas con las reuniones celebradas de cada trimestre y una línea con las previstas
deck-cadence-plan = Previstas por trimestre: { $n }
deck-cadence-people = Personas
deck-cadence-people-alt = Tabla con las personas de contacto, su cargo y si siguen en la empresa
deck-cadence-person = Persona
deck-cadence-role = Cargo
deck-cadence-company = Empresa
deck-cadence-there = En activo
deck-cadence-gone = Ya no está
deck-cadence-successor =
    { $n ->
        [one] Pedir que nos presenten a quien sustituye a { $who }.
       *[other] Pedir que nos presenten a quienes sustituyen a los que se fueron: { $who }.
    }
deck-cadence-calendar =
    { $n ->
        [one] Acordar una fecha con el cliente para { $n } reunión al trimestre; no la hubo en ninguno de los cuatro últimos.
       *[other] Acordar fechas con el cliente para llegar a { $n } reuniones al trimestre, cifra que no se alcanzó en ninguno de los cuatro últimos.
    }
deck-cadence-owned = { $owner }, a más tardar el { $day }:
deck-cadence-nobody = Sin personas de contacto registradas.

deck-potential-products = Productos de su segmento sin contratar
deck-potential-table = Oportunidades abiertas
deck-potential-alt = Tabla con las oportunidades abiertas, su importe, probabilidad y fecha de cierre prevista
deck-potential-deal = Oportunidad
deck-potential-kind = Tipo
deck-potential-amount = Importe
deck-potential-probability = Probabilidad
deck-potential-close = Cierre previsto
deck-potential-stage = Etapa
deck-potential-product = Producto
deck-potential-opened = Alta
deck-potential-late = { $day } · vencida: actualizar o cerrar
deck-potential-won = ganada el { $day }
deck-potential-lost = perdida el { $day }
deck-potential-kind-new = Nueva
deck-potential-kind-renewal = Renovación
deck-potential-kind-extension = Ampliación
deck-potential-expected-profit = Previsión de los próximos doce meses
deck-potential-under-a-year = Cliente desde hace menos de un año, o de vuelta hace menos
deck-potential-lifetime-value = Previsión, según los clientes de su segmento
deck-potential-next-step =
    { $n ->
        [one] { $owner }, a más tardar el { $day }: acordar con el cliente el próximo paso de «{ $name }» y quién decide.
       *[other] { $owner }, a más tardar el { $day }: acordar con el cliente el próximo paso de cada oportunidad abierta, empezando por «{ $name }».
    }
deck-potential-former-step =
    { $n ->
        [one] { $owner }, a más tardar el { $day }: al preguntar por qué se fueron, averiguar si «{ $name }» aún les interesa; si no, cerrarla como perdida.
       *[other] { $owner }, a más tardar el { $day }: al preguntar por qué se fueron, averiguar qué oportunidades aún les interesan, empezando por «{ $name }»; cerrar las demás como perdidas.
    }
deck-potential-has-all = Sin diferencia con clientes parecidos
deck-potential-lacking-none =
    { $n ->
        [one] Los clientes parecidos tampoco lo tienen
       *[other] Los clientes parecidos tampoco los tienen
    }
deck-potential-lacking =
    { $n ->
        *[other] Al año; los clientes parecidos ya tienen { $n } de los { $all }
    }
deck-potential-lacking-all =
    { $n ->
        [one] Al año; los clientes parecidos ya lo tienen
       *[other] Al año; los clientes parecidos ya tienen los { $n }
    }

deck-asks-table = Tareas bloqueadas
deck-asks-alt = Tabla con las tareas que esperan a otros equipos
deck-asks-team = Equipo
deck-asks-task = Tarea

deck-signals-left =
    { $n ->
        [one] { $n } contacto ya no está
       *[other] { $n } contactos ya no están
    }
deck-signals-at-seats = Ir a la renovación con una propuesta propia para las licencias en uso: «{ $offer }» cuenta con todas las actuales.
deck-signals-complaint = Queja: «{ $text }»
deck-signals-quoted = «{ $text }»
deck-signals-more =
    { $n ->
        [one] y { $n } evidencia más
       *[other] y { $n } evidencias más
    }
deck-signals-mostly = Sobre todo, «{ $team }» ({ $signed })
deck-signals-lacking = Sin contratar: { $product }
deck-signals-from-to = { $name }: de { $before } ({ $period }) a { $now }
deck-signals-rated = { $n } de { $all } valoraciones son positivas
deck-signals-goals = Objetivos del cliente
deck-signals-lost =
    { $n ->
        [one] Oportunidad perdida
       *[other] Oportunidades perdidas
    }
deck-signals-lost-told =
    { $n ->
        [one] oportunidad perdida: { $name }
       *[other] { $n } oportunidades perdidas; la mayor, { $name }
    }
deck-signals-lost-deal = { $name } ({ $amount })
deck-signals-lost-why = sin motivo ni competidor registrados
deck-signals-lost-step =
    { $n ->
        [one] Preguntar al cliente por qué la rechazó y a quién eligió, anotarlo en el CRM y decidir si se le vuelve a ofrecer.
       *[other] Preguntar al cliente por qué las rechazó y a quién eligió, anotarlo en el CRM y decidir cuáles se le vuelven a ofrecer.
    }
deck-signals-idle = Licencias sin uso
deck-signals-idle-told =
    { $n ->
        [one] { $n } de { $all } licencias sin uso
       *[other] { $n } de { $all } licencias sin uso
    }
deck-signals-idle-cost = { $amount } al año, de { $fee } de ingresos recurrentes
deck-signals-idle-step = Preguntar al patrocinador del cliente para quién eran; formar a esas personas o proponer menos licencias antes de que lo haga el cliente.
deck-signals-margin-told = el margen de contribución baja a { $now }
deck-signals-margin-step = Aclarar con Finanzas qué coste se lleva más parte de los ingresos y qué hay que cambiar.
deck-signals-margin-step-sales = Aclarar con Finanzas por qué el coste de ventas se lleva más parte de los ingresos y qué hay que cambiar.
deck-signals-margin-step-service = Aclarar con Finanzas por qué el coste de servicio se lleva más parte de los ingresos y qué hay que cambiar.
deck-signals-overdue = Saldo vencido
deck-signals-asked-told = pide un { $share } de descuento
deck-signals-overdue-doubted = hasta { $amount } vencidos, con cobros por comprobar
deck-signals-overdue-told = { $amount } vencidos
deck-signals-overdue-of = { $amount } de { $balance } pendientes
deck-signals-disputed-told = { $amount } en disputa
deck-signals-table = Señales
deck-signals-alt = Tabla con las señales del cliente, su evidencia y los próximos pasos
deck-signals-severity = Urgencia
deck-signals-signal = Señal
deck-signals-steps = Qué hacer
deck-signals-who = Responsable y fecha
deck-signals-owned = { $owner }, { $day }
deck-signals-severity-alert = Ahora
deck-signals-severity-watch = Este trimestre
deck-signals-severity-chance = Oportunidad

deck-notes-checklist = Repasar cada punto antes de enviar. Lo corregido se comenta con el cliente.
deck-notes-renewal-term = Dentro de un plazo no se cuenta con que nadie se vaya: por eso un margen menor durante más tiempo puede valer casi lo mismo.
deck-notes-renewal = Las opciones salen de los mismos supuestos que el archivo de renovación.
deck-notes-overview-score = El NPS es la proporción de promotores (9–10) menos la de detractores (0–6); una meta se cumple cuando su resultado alcanza el objetivo.
deck-notes-overview = Empezar por el riesgo y el dinero; la presentación del cliente está en su propio archivo.

deck-standing-meaning = La clase dice qué hacer: «Hacer crecer» es una puntuación alta, un margen sobre el mínimo e ingresos al alza en un año; «Salir» pierde dinero con una puntuación débil; «Reparar» pierde dinero, o tiene una puntuación débil, una que cayó con fuerza o un componente en nivel crítico; «Mantener» es todo lo demás.
deck-standing-heading = Puntos por componente, de 0 a 100
deck-standing-chart-alt = Barras con los puntos de cada componente de la puntuación, el más débil primero
deck-standing-table = Componentes
deck-standing-alt = Tabla con la cifra, el peso y el cambio de cada componente de la puntuación
deck-standing-part = Componente
deck-standing-points = Puntos
deck-standing-value = Valor
deck-standing-weight = Peso
deck-standing-moved = Cambio, puntos
deck-standing-standing = Clase
deck-standing-coverage = Cobertura
deck-standing-of-weights = Parte del peso total con datos
deck-standing-stable = , estable frente al { $period }
deck-standing-up = , { $size } más que en el { $period }
deck-standing-down = , { $size } menos que en el { $period }
deck-standing-losing = Pierde puntos, sin llegar a «Reparar».
deck-standing-set-back = Puntuación estable; a vigilar: { $what }
deck-standing-set-back-moved = Puntuación de { $score }; a vigilar: { $what }
deck-standing-otherwise-made = , no comparable con el { $period } (otra forma de puntuar { $parts })
deck-standing-other-many = varios componentes
deck-standing-other-parts = No se compara con el { $period }: otra forma de puntuar { $parts }
deck-standing-few-cases = no puntúa: pocos casos
deck-standing-broken = { $part } en nivel crítico

deck-tracker-overview = Resumen
deck-tracker-standing = Relación
deck-tracker-signals = Señales
deck-tracker-margin = Margen
deck-tracker-recurring = Ingresos
deck-tracker-receivables = Cobros
deck-tracker-renewal = Renovación
deck-tracker-cadence = Personas
deck-tracker-potential = Potencial
deck-tracker-asks = Peticiones
deck-tracker-checklist = Envío

deck-overview-money = Dinero en juego
deck-overview-yearly = ingreso recurrente anual
deck-overview-margin = Margen de contribución
deck-overview-overdue = Vencido
deck-overview-disputed = En disputa
deck-overview-idle = Licencias sin uso, al año
deck-overview-risk = Riesgo
deck-overview-deck-open =
    { $n ->
        [one] { $n } punto por revisar
       *[other] { $n } puntos por revisar
    }
deck-overview-unmet =
    { $n ->
        [one] { $n } de { $all } objetivos sin alcanzar
       *[other] { $n } de { $all } objetivos sin alcanzar
    }
deck-overview-asked = Pide un { $share } menos
deck-overview-confirm = Confirmar con el cliente si renueva igual o con cambios.
deck-overview-disputed-lead = en disputa, de { $balance } pendientes
deck-overview-settle = Aclarar con el cliente los { $amount } en disputa: qué se debe y cuándo se pagará.
deck-overview-recover =
    { $n ->
        [one] Acordar con el cliente cómo alcanzar el objetivo que no se cumplió.
       *[other] Acordar con el cliente cómo alcanzar los objetivos que no se cumplieron.
    }
deck-overview-seats-cut = Preguntar por qué recortaron licencias y si vendrán más recortes.
deck-overview-redate =
    { $n ->
        [one] Acordar una fecha nueva para el compromiso vencido.
       *[other] Acordar fechas nuevas para los compromisos vencidos.
    }
deck-overview-coming = Primer contrato
deck-overview-coming-why = Sin facturas ni suscripciones anteriores
deck-overview-coming-ask = Preparar el inicio con el cliente: qué se pone en marcha primero, quién lo hace y cuándo.
deck-overview-begun-ask = Repasar el inicio con el cliente; sus primeras cifras están en la próxima revisión.
deck-overview-no-risk = Sin señales
deck-overview-owing = vencidos; la cuota mensual es de { $fee } antes de impuestos
deck-overview-owing-level = vencidos: una cuota mensual
deck-overview-collect = Acordar una fecha de pago con su contabilidad.
deck-overview-approve = Pedir aprobación para { $offer } ({ $approver }) y responder al cliente.
deck-overview-owing-alone = vencidos, con impuestos
deck-overview-losing = La puntuación baja { $size }
deck-overview-unknown-ask = Registrar sus suscripciones: sin ellas nadie sabe cuánto está en juego.
deck-overview-prepare = Preparar qué decir sobre lo que no se cumplió.
deck-overview-repair = Acordar con el cliente un plan de recuperación, con responsable y fecha.
deck-overview-chance = Oportunidad
deck-overview-no-deck = no hay
deck-overview-ask = Qué hacer
deck-overview-renewal = Renovación
deck-overview-decision = Decisión del cliente
deck-overview-left = Contactos que se fueron
deck-overview-renewed = Renovado
deck-overview-best = Mejor propuesta
deck-overview-opening = Empezar por
deck-overview-deck = Presentación
deck-overview-deck-there = lista
deck-overview-findings = Lo que el cliente verá en su presentación
deck-overview-findings-more =
    { $n ->
        [one] y { $n } punto más
       *[other] y { $n } puntos más
    }
deck-overview-nothing-found = Nada fuera de objetivo en su presentación.
deck-overview-lost = de cuota mensual hasta { $month }
deck-overview-lost-yearly = ingreso recurrente anual hasta { $month }
deck-overview-gone = Ingresos perdidos
deck-overview-former-risk = Ya no es cliente
deck-overview-former-why = Sin suscripciones vigentes
deck-overview-left-over = Motivo de la salida
deck-overview-left-asked = Descuento pedido el { $day }
deck-overview-left-reason = Motivo declarado
deck-overview-left-rival = Competidor
deck-overview-unsaid = sin registrar
deck-overview-former-owing = Cobrar lo pendiente y preguntar qué motivó la salida.
deck-overview-former-ask = Preguntar qué motivó la salida y cuándo conviene retomar el contacto.
deck-overview-no-deck-shown = No recibe presentación: { $why }.
deck-overview-score = Puntuación
deck-checklist-logo = Logotipo
deck-checklist-logo-missing = { $file } no está en la carpeta de logotipos: la portada sale sin él.
deck-checklist-logo-format = { $file } no es PNG ni JPEG: guárdelo en uno de los dos y vuelva a generar.
deck-checklist-logo-broken = { $file } está dañado y no se puede leer: pida al cliente otra copia.
deck-checklist-logo-large = { $file } tiene demasiados píxeles: redúzcalo a unos 2.000 de lado.
deck-checklist-logo-shape = { $file } es demasiado pequeño o alargado para la portada.

deck-setbacks-seats = Licencias recortadas de { $before } a { $now }{ $less }
deck-setbacks-seats-fee = { "" } (−{ $amount } al mes)
deck-setbacks-use-on-year = Uso { $share } en un año
deck-setbacks-opinion = NPS a la baja tres trimestres seguidos ({ $nps })
deck-setbacks-use = Uso { $share } en el trimestre
deck-setbacks-promises =
    { $n ->
        [one] { $n } compromiso vencido
       *[other] { $n } compromisos vencidos
    }
