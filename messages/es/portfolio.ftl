# El libro de la cartera.

workbook-portfolio-titles-overview = Panorama
workbook-portfolio-titles-calendar = Calendario
workbook-portfolio-titles-renewals = Renovaciones
workbook-portfolio-titles-renewal-pivot = Tabla dinámica
workbook-portfolio-titles-decisions = Decisiones
workbook-portfolio-titles-mrr = Puente del MRR
workbook-portfolio-titles-ageing = Antigüedad
workbook-portfolio-titles-targets = Objetivos
workbook-portfolio-titles-managers = Gerentes
workbook-portfolio-titles-partners = Socios
workbook-portfolio-titles-reconciliation = Conciliación
workbook-portfolio-titles-filtered = Filtrado
workbook-portfolio-titles-loaded = Destino
workbook-portfolio-titles-about = Acerca de

workbook-portfolio-no-manager = Sin gerente
workbook-portfolio-line = { $company } · { $period }, valorado el { $day } · totales en { $currency } · interno
workbook-portfolio-document = Cartera de renovaciones: { $company }, { $period }
workbook-portfolio-total = Total de lo conocido
workbook-portfolio-not-known = Filas en que no se conoce
workbook-portfolio-all = Todos los clientes

workbook-portfolio-basis-contract = contrato
workbook-portfolio-basis-subscription = suscripción
workbook-portfolio-basis-inferred = inferida

workbook-offer-short-as-is = Sin cambios
workbook-offer-short-as-requested = Según lo pedido
workbook-offer-short-added-value = Valor añadido
workbook-offer-short-short-term = 2 años
workbook-offer-short-long-term = Plazo más largo
workbook-offer-short-exclusivity = Exclusividad
workbook-offer-short-walk-away = Precio límite
workbook-offer-short-counter = Nuestra oferta

workbook-overview-title = Cartera de renovaciones
workbook-overview-headline =
    { $n ->
        [one] Un cliente está por renovar
       *[other] { $n } clientes están por renovar
    }
workbook-overview-asked =
    { $n ->
        [0] ; ninguno pide descuento
        [one] ; uno pide descuento
       *[other] ; { $n } piden descuento
    }
workbook-overview-below =
    { $n ->
        [0] { "" } y ninguno quedaría por debajo del margen mínimo
        [one] { "" } y uno de ellos quedaría por debajo del margen mínimo
       *[other] { "" } y { $n } de ellos quedarían por debajo del margen mínimo
    }
workbook-overview-below-alone =
    { $n ->
        [0] { "" } y quedaría por encima del margen mínimo
       *[other] { "" } y quedaría por debajo del margen mínimo
    }
workbook-overview-headline-none = Ningún cliente renueva en los próximos { $days } días
workbook-overview-fine = Cada fila y cada importe de las exportaciones están explicados, por moneda.
workbook-overview-failed = Este libro no cuadra: vea las comprobaciones de abajo y la hoja Conciliación antes de usar ninguna cifra.
workbook-overview-price = Por renovar al año, { $currency }
workbook-overview-price-note = precio neto, al tipo de fin de mes.
workbook-overview-exposure = Descuentos pedidos al año, { $currency }
workbook-overview-exposure-note = lo que se cedería si se concedieran todos.
workbook-overview-risk = Margen en riesgo al año, { $currency }
workbook-overview-risk-note = contribución por la probabilidad de perderla.
workbook-overview-overdue = Parte vencida de los saldos
workbook-overview-overdue-note = todos los clientes, a la fecha de valoración.
workbook-overview-left-out = No se conoce en { $count }.
workbook-overview-checks = Comprobaciones
workbook-overview-check-reconciliation = Exportaciones, filas cargadas e informes cuadran por moneda
workbook-overview-check-mrr = Los puentes del MRR cierran a la unidad mínima
workbook-overview-check-ageing = Las antigüedades suman el saldo
workbook-overview-requests = Descuentos pedidos, de mayor a menor
workbook-overview-no-requests = Nadie ha pedido descuento.

workbook-calendar-title = Calendario: renovaciones por mes, gerente, segmento y clase
workbook-calendar-note = Contado con fórmulas desde la hoja Renovaciones. Las sumas contienen lo conocido.
workbook-calendar-month = Mes
workbook-calendar-manager = Gerente
workbook-calendar-count = Renovaciones
workbook-calendar-price = Precio al año, { $currency }
workbook-calendar-exposure = Descuentos pedidos, { $currency }
workbook-calendar-segment = Segmento
workbook-calendar-relationship = Clase
workbook-calendar-forecast = Previsión de renovaciones, { $currency }
workbook-calendar-chart-forecast = Previsión de renovaciones por mes, { $currency } al año
workbook-calendar-chart-month = Previsión y margen en riesgo por mes, { $currency } al año
workbook-calendar-chart-manager = Previsión y margen en riesgo por gerente, { $currency } al año
workbook-calendar-chart-segment = Previsión y margen en riesgo por segmento, { $currency } al año
workbook-calendar-chart-relationship = Previsión y margen en riesgo por clase, { $currency } al año
workbook-calendar-drawn-forecast = Previsión de renovaciones
workbook-calendar-drawn-risk = Margen en riesgo
workbook-calendar-risk = Margen en riesgo, { $currency }
workbook-calendar-crossed = Precio por renovar por mes y gerente, { $currency } al año
workbook-calendar-chart-risk = Margen en riesgo por mes, { $currency } al año

workbook-renewal-pivot-title = Tabla dinámica: precio por renovar por gerente y mes
workbook-renewal-pivot-note = La tabla dinámica se actualiza al abrir el archivo en Excel y puede filtrarse por segmento. Importes anuales.
workbook-decisions-title = Decisiones: qué se decidió y en qué acabaron las solicitudes anteriores
workbook-decisions-note = Según consta en los libros de los clientes o se firmó en el portal.
workbook-decisions-none = No consta ninguna decisión sobre las renovaciones de la ventana.
workbook-decisions-client = Cliente
workbook-decisions-manager = Gerente
workbook-decisions-date = Renueva
workbook-decisions-discount = Descuento pedido
workbook-decisions-decided = Se decidió
workbook-decisions-state = Estado
workbook-decisions-decided-by = Quién
workbook-decisions-conditions = Condiciones
workbook-decisions-state-recorded = registrada
workbook-decisions-state-pending = por firmar
workbook-decisions-state-approved = aprobada
workbook-decisions-state-refused = rechazada
workbook-decisions-precedents = Renovaciones con solicitud ya decididas, por segmento
workbook-decisions-no-precedents = Aún no se ha decidido ninguna solicitud de renovación.
workbook-decisions-segment = Segmento
workbook-decisions-count = Solicitudes decididas
workbook-decisions-renewed = Renovaron
workbook-decisions-median-asked = Pedido, mediana
workbook-decisions-median-granted = Concedido, mediana
workbook-decisions-median-margin = Margen después, mediana
workbook-decisions-note-few = Proporciones y medianas a partir de { $count } solicitudes decididas.
workbook-decisions-no-segment = Sin segmento
workbook-decisions-segment-personal = Personal
workbook-decisions-segment-business = Empresa
workbook-decisions-segment-corporate = Corporativo

workbook-renewals-title = Renovaciones: todos los clientes de la ventana
workbook-renewals-note = Cada línea repite el libro del cliente. Importes anuales; totales al tipo de fin de mes de la fecha de valoración.
workbook-renewals-none = Ningún cliente renueva en la ventana.
workbook-renewals-client = Cliente
workbook-renewals-manager = Gerente
workbook-renewals-month = Mes
workbook-renewals-date = Renueva
workbook-renewals-segment = Segmento
workbook-renewals-basis = Según
workbook-renewals-currency = Moneda
workbook-renewals-own-price = Precio, moneda propia
workbook-renewals-discount = Descuento pedido
workbook-renewals-rate = Tipo a { $currency }
workbook-renewals-price = Precio, { $currency }
workbook-renewals-exposure = Exposición, { $currency }
workbook-renewals-margin = Margen sin cambios
workbook-renewals-margin-requested = Margen si se concede
workbook-renewals-own-contribution = Contribución, moneda propia
workbook-renewals-probability = Probabilidad de renovar
workbook-renewals-forecast = Previsión de renovaciones, { $currency }
workbook-renewals-own-forecast = Previsión de renovaciones, moneda propia
workbook-renewals-relationship = Clase
workbook-renewals-class-grow = Hacer crecer
workbook-renewals-class-keep = Mantener
workbook-renewals-class-repair = Reparar
workbook-renewals-class-exit = Salir
workbook-renewals-risk = Margen en riesgo, { $currency }
workbook-renewals-approver = Aprueba la solicitud
workbook-renewals-best = Mejor oferta
workbook-renewals-settled = Firmado

workbook-mrr-title = Puente del MRR: del inicio al cierre del periodo
workbook-mrr-note = La primera línea es la cartera en la moneda de informe; cada cliente figura en la suya.
workbook-mrr-client = Cliente
workbook-mrr-currency = Moneda
workbook-mrr-mrr-start = Inicio
workbook-mrr-mrr-new = Nuevo
workbook-mrr-mrr-expansion = Expansión
workbook-mrr-mrr-reactivation = Reactivación
workbook-mrr-mrr-contraction = − Contracción
workbook-mrr-mrr-churn = − Bajas
workbook-mrr-mrr-exchange = Tipo de cambio
workbook-mrr-mrr = Cierre
workbook-mrr-difference = Diferencia, unidades mínimas

workbook-ageing-title = Antigüedad: saldos a la fecha de valoración
workbook-ageing-note = Impuestos incluidos, por días desde el vencimiento. Cada cliente figura en su moneda.
workbook-ageing-client = Cliente
workbook-ageing-manager = Gerente
workbook-ageing-currency = Moneda
workbook-ageing-ageing-not-due = No vencido
workbook-ageing-ageing-1-30 = 1–30 días
workbook-ageing-ageing-31-60 = 31–60 días
workbook-ageing-ageing-61-90 = 61–90 días
workbook-ageing-ageing-over-90 = Más de 90 días
workbook-ageing-open-balance = Saldo
workbook-ageing-overdue = Vencido
workbook-ageing-share = Parte vencida
workbook-ageing-difference = Diferencia, unidades mínimas

workbook-targets-title = Objetivos: lo fijado y lo alcanzado
workbook-targets-note = Lo alcanzado es lo que guarda el almacén de KPI, cuando está en la moneda del objetivo.
workbook-targets-entity-type = De quién
workbook-targets-entity = Nombre
workbook-targets-metric = Medida
workbook-targets-currency = Moneda
workbook-targets-target = Objetivo
workbook-targets-actual = Alcanzado
workbook-targets-attainment = Cumplimiento
workbook-targets-gap = Diferencia
workbook-targets-resources = Recursos previstos
workbook-targets-client = Cliente
workbook-targets-manager = Gerente
workbook-targets-team = Equipo

workbook-managers-title = Gerentes: renovaciones, evaluación y metas
workbook-managers-note = Las renovaciones se cuentan con fórmulas desde la hoja Renovaciones; lo demás es lo que guarda el almacén de KPI. De uso interno.
workbook-managers-kept = Evaluación: clientes conservados, satisfacción y prospectos, { $period }
workbook-managers-won = Evaluación: negocio nuevo, { $period }
workbook-managers-renewed = Evaluación: renovaciones, oportunidades e ingresos frente al objetivo, { $period }
workbook-managers-aims = Evaluación: objetivos, { $period }
workbook-managers-smart = Evaluación: metas, { $period }
workbook-managers-named-manager = { $name }
workbook-managers-named-team = { $name } (equipo)
workbook-managers-manager = Gerente
workbook-managers-clients = Clientes
workbook-managers-renewals = Renovaciones
workbook-managers-price = Precio al año, { $currency }
workbook-managers-exposure = Descuentos pedidos, { $currency }
workbook-managers-risk = Margen en riesgo, { $currency }
workbook-managers-requests = Solicitudes
workbook-managers-below-floor = Solicitudes bajo el mínimo
workbook-managers-overdue = Clientes con vencidos

workbook-managers-kept-name = Gerente o equipo
workbook-managers-kept-retention = Conservados, 12 meses
workbook-managers-kept-net-retention = Retención neta de ingresos, 12 meses
workbook-managers-kept-growth = Ingresos frente al año anterior
workbook-managers-kept-nps = NPS
workbook-managers-kept-csat = Respuestas satisfechas
workbook-managers-kept-leads = Prospectos ya evaluables
workbook-managers-kept-converted = Convertidos
workbook-managers-kept-conversion = Conversión de prospectos

workbook-managers-won-name = Gerente o equipo
workbook-managers-won-new-clients = Clientes nuevos
workbook-managers-won-won-back = Recuperados
workbook-managers-won-potential = Valor potencial, { $currency }
workbook-managers-won-margin = Margen de contribución
workbook-managers-won-potential-contribution = Contribución potencial, { $currency }
workbook-managers-won-expected-profit = Beneficio esperado, { $currency }
workbook-managers-won-white-space = Venta cruzada posible, { $currency }
workbook-managers-won-lifetime = CLV, { $currency }

workbook-managers-renewed-name = Gerente o equipo
workbook-managers-renewed-due = Renovaciones por vencer
workbook-managers-renewed-undecided = De ellas, sin decidir
workbook-managers-renewed-rate = Tasa de renovación
workbook-managers-renewed-rate-amount = Tasa de renovación por importe
workbook-managers-renewed-win-rate = Tasa de éxito
workbook-managers-renewed-win-rate-amount = Tasa de éxito por importe
workbook-managers-renewed-won-of-created = Ganadas de las iniciadas
workbook-managers-renewed-attainment = Ingresos frente al objetivo

workbook-managers-aims-name = Gerente o equipo
workbook-managers-aims-metric = Medida
workbook-managers-aims-target = Objetivo
workbook-managers-aims-reached = Alcanzado
workbook-managers-aims-attainment = Cumplimiento
workbook-managers-aims-resources = Recursos previstos

workbook-managers-smart-name = Gerente o equipo
workbook-managers-smart-goal = Meta
workbook-managers-smart-start = Inicio
workbook-managers-smart-target = Meta fijada
workbook-managers-smart-actual = Alcanzado
workbook-managers-smart-progress = Avance
workbook-managers-smart-due = Para el

workbook-goal-unit-percent = %
workbook-goal-unit-hours = horas
workbook-goal-unit-days = días
workbook-goal-unit-money = dinero

workbook-partners-title = Socios: compras, servicio y clase
workbook-partners-note = La clase sale de las reglas de debajo de la lista, la primera que se cumple. De uso interno.
workbook-partners-name = Socio
workbook-partners-kind = Tipo
workbook-partners-service = Servicio
workbook-partners-currency = Moneda
workbook-partners-own-spend = Compras, moneda propia
workbook-partners-rate = Tipo a { $currency }
workbook-partners-spend = Compras, { $currency }
workbook-partners-before = Trimestre anterior
workbook-partners-target = Acordado
workbook-partners-reached = Alcanzado
workbook-partners-gap = Frente a lo acordado
workbook-partners-incidents = Incidencias
workbook-partners-replaceable = Sustituible
workbook-partners-rule = Regla
workbook-partners-class = Clase
workbook-partners-rules = Reglas
workbook-partners-yes = Sí
workbook-partners-no = No

workbook-partner-kind-supplier = Proveedor
workbook-partner-kind-reseller = Revendedor
workbook-partner-kind-implementer = Implantador

workbook-partner-rule-missed-twice = Dos trimestres por debajo; sustituible
workbook-partner-rule-missed = Por debajo de lo acordado
workbook-partner-rule-steady-and-faultless = Como se acordó, sin bajar ni fallos
workbook-partner-rule-met = Como se acordó

workbook-partner-class-grow = Crecer
workbook-partner-class-keep = Conservar
workbook-partner-class-repair = Reparar
workbook-partner-class-exit = Salir

workbook-reconciliation-title = Conciliación: exportación = cargado + en cuarentena + detenido + filtrado
workbook-reconciliation-note = Por tabla y moneda, a la unidad mínima. Lo que no cuadra se marca en rojo, igual que el aviso de la primera hoja.
workbook-reconciliation-table = Tabla
workbook-reconciliation-currency = Moneda
workbook-reconciliation-read = Exportación
workbook-reconciliation-loaded = Cargado
workbook-reconciliation-quarantined = En cuarentena
workbook-reconciliation-stopped = Fuente detenida
workbook-reconciliation-filtered = Filtrado
workbook-reconciliation-filter = Filtro
workbook-reconciliation-filtered-rows = Filas
workbook-reconciliation-filtered-money = Importe
workbook-reconciliation-unit = Unidad
workbook-reconciliation-shown = Mostrado
workbook-reconciliation-held = Retenido
workbook-reconciliation-outside = Fuera de alcance
workbook-reconciliation-difference = Diferencia
workbook-reconciliation-state = Fallos
workbook-reconciliation-counted = filas
workbook-reconciliation-nothing-filtered = No se filtró nada.
workbook-reconciliation-faults = Líneas que no cuadran, aquí y en Destino
workbook-reconciliation-unreadable = Las filas sin moneda no traen importe legible: se cuentan, y figuran en la página de validación.
workbook-reconciliation-references = Las tablas sin cuentas, como listas de precios y tipos de cambio, no son de ningún cliente y no están en esta lista.
workbook-reconciliation-held-names = Retenidos: { $names }.
workbook-reconciliation-earlier = De una exportación anterior, porque la última no los trajo: { $names }.

workbook-filtered-title = Filtrado: lo que dejan fuera los filtros de cada fuente
workbook-filtered-note = Por tabla y moneda, con el nombre del filtro. Cuenta en la hoja Conciliación.

workbook-loaded-title = Destino: cargado = mostrado + retenido + fuera de alcance
workbook-loaded-note = Por tabla y moneda, a la unidad mínima. Qué fue de cada fila cargada; la hoja Acerca de dice qué significa cada palabra.

workbook-about-title = Acerca de este libro
workbook-about-note = De qué está hecho y qué significan sus palabras.
workbook-about-terms = Términos
workbook-about-exposure = Exposición
workbook-about-exposure-means = Descuento pedido por el precio neto actual al año: lo que se cedería si el cliente se hubiera quedado de todos modos.
workbook-about-risk = Margen en riesgo
workbook-about-risk-means = Contribución anual por la probabilidad de que el cliente no renueve al precio actual. No se conoce si nadie ha indicado esa probabilidad.
workbook-about-price = Precio
workbook-about-price-means = Precio neto actual al año, como en la hoja Supuestos del cliente.
workbook-about-rate = Tipo
workbook-about-rate-means = Tipo de fin de mes de Finanzas a la fecha de valoración.
workbook-about-shown = Mostrado
workbook-about-shown-means = Filas de clientes con al menos un archivo de este periodo.
workbook-about-held = Retenido
workbook-about-held-means = Filas de clientes cuyos archivos retiene una regla de validación.
workbook-about-outside = Fuera de alcance
workbook-about-outside-means = Filas de cuentas para las que no se hace archivo, como clientes sin cifras ni renovación próxima, y filas que no son de ninguna cuenta.

# De quién dependen los ingresos y quién detiene el trabajo.
workbook-portfolio-titles-concentration = Concentración
workbook-portfolio-titles-blocking = Equipos que detienen
workbook-concentration-title = Concentración de ingresos
workbook-concentration-note = Ingresos reconocidos del periodo. Índice: suma de los cuadrados de los pesos, hasta { $single } con un solo cliente; desde { $moderate } es moderada y por encima de { $high }, alta.
workbook-concentration-kind = Agrupado por
workbook-concentration-group = Grupo
workbook-concentration-largest = Mayor cliente
workbook-concentration-ten = Diez mayores clientes
workbook-concentration-index = Índice de Herfindahl
workbook-concentration-reading = Concentración
workbook-concentration-portfolio = Cartera
workbook-concentration-segment = Segmento
workbook-concentration-team = Equipo
workbook-concentration-manager = Gerente
workbook-concentration-low = Baja
workbook-concentration-moderate = Moderada
workbook-concentration-high = Alta
workbook-blocking-title = Lo que detiene cada equipo
workbook-blocking-note = Tareas de todos los clientes que al cierre del periodo esperan a un equipo. Días de retraso: desde la fecha límite hasta el último día del periodo.
workbook-blocking-team = Equipo
workbook-blocking-tasks = Tareas que esperan
workbook-blocking-clients = Clientes afectados
workbook-blocking-late = De ellas, vencidas
workbook-blocking-median = Días de retraso, mediana
workbook-blocking-longest = Días de retraso, máximo
workbook-blocking-client = Cliente
workbook-blocking-task = Tarea
workbook-blocking-project = Proyecto
workbook-blocking-due = Fecha límite
workbook-blocking-days = Días de retraso
