# Indicadores: el nombre y la definición de cada uno, por su id.

kpi-client-retention = Retención de clientes
    .definition = Clientes activos al inicio y al final del periodo, entre los activos al inicio. Activo es quien tiene una suscripción que cuenta, aunque sea gratis; o, si nunca tuvo ninguna, quien tuvo ingresos en los últimos meses (180 días si no se configura otra cosa).
kpi-client-retention-ttm = Retención de clientes en doce meses
    .definition = Retención de clientes en los doce meses que terminan con el periodo.

kpi-complaints = Quejas
    .definition = Tickets registrados en el periodo y marcados como queja.
kpi-complaints-on-time = Quejas respondidas a tiempo
    .definition = Proporción de las quejas registradas en el periodo cuya primera respuesta pública llegó dentro del plazo objetivo. Una queja sin respuesta no está a tiempo.

kpi-critical-resolution-median = Resolución de incidencias críticas, mediana
    .definition = Horas hábiles entre el registro y la solución definitiva de las incidencias de prioridad crítica o alta: la mitad de las resueltas en el periodo tardó este tiempo o menos. Las que siguen abiertas se cuentan aparte.
kpi-critical-resolution-p90 = Resolución de incidencias críticas, percentil 90
    .definition = Horas hábiles en las que se resolvieron nueve de cada diez incidencias de prioridad crítica o alta de las resueltas en el periodo.
kpi-critical-resolution-on-time = Incidencias críticas resueltas a tiempo
    .definition = Incidencias de prioridad crítica o alta resueltas en el periodo dentro del plazo objetivo, como proporción de las resueltas en él y de las abiertas con el plazo vencido.
kpi-critical-open = Incidencias críticas abiertas
    .definition = Incidencias de prioridad crítica o alta registradas hasta el cierre del periodo y no resueltas para entonces.
kpi-critical-open-age-median = Antigüedad de las incidencias críticas abiertas, mediana
    .definition = Días naturales entre el registro y el último día del periodo: la mitad de las incidencias de prioridad crítica o alta abiertas tiene esta antigüedad o más.

kpi-csat = Satisfacción del cliente (CSAT)
    .definition = Proporción de respuestas positivas entre las recibidas en el periodo. Las encuestas sin contestar no cuentan.
kpi-csat-answers = Respuestas de satisfacción
    .definition = Respuestas de satisfacción recibidas en el periodo.

kpi-deals-open-age-median = Antigüedad de las oportunidades abiertas, mediana
    .definition = Días naturales entre el registro y el último día del periodo: la mitad de las oportunidades abiertas tiene esta antigüedad o más. Las que no indican su día de registro no entran.

kpi-delivery-on-time = Tareas a tiempo
    .definition = Tareas terminadas a más tardar en su fecha de entrega, como proporción de las que vencían en el periodo. Las tareas sin fecha no cuentan.
kpi-tasks-due = Tareas previstas
    .definition = Tareas cuya fecha de entrega cae en el periodo.
kpi-delivery-days-overdue-median = Retraso de las tareas tardías, mediana
    .definition = Días naturales entre la fecha de entrega y la de término de las tareas del periodo que se retrasaron; de las que seguían abiertas a su cierre, hasta el último día del periodo, aunque se terminaran después.
kpi-tasks-blocked = Tareas bloqueadas
    .definition = Tareas abiertas al cierre del periodo que esperan a otro equipo.
kpi-tasks-undated = Tareas sin fecha de entrega
    .definition = Tareas abiertas al cierre del periodo sin día comprometido. No entran en ninguna cifra de tareas a tiempo.

kpi-disputed-balance = Saldo en disputa
    .definition = La parte del saldo pendiente que está en facturas que el cliente impugna, hayan vencido o no. Sigue contando en el saldo pendiente y en su antigüedad.

kpi-dso = Días de cobro pendientes (DSO)
    .definition = Cuántos días de facturación representa el saldo pendiente, contados hacia atrás mes a mes desde el último día del periodo, con impuestos.
kpi-average-days-delinquent = Días medios de retraso en el cobro
    .definition = Días de cobro pendientes menos los que serían si nada estuviera vencido: cuánto se retrasan los pagos, sea cual sea el plazo.

kpi-expected-profit = Beneficio esperado
    .definition = Importe recurrente contratado para los doce meses siguientes, como se conocía al cierre del periodo, por el margen de contribución de su segmento en los doce últimos. Una suscripción sin fecha de fin, o que se cancela después, se da por vigente. Es una previsión.

kpi-first-response-median = Primera respuesta, mediana
    .definition = Horas hábiles entre el registro y la primera respuesta pública de un agente: la mitad de los tickets registrados en el periodo se respondió en este tiempo o menos. Los tickets sin respuesta no cuentan.
kpi-first-response-p90 = Primera respuesta, percentil 90
    .definition = Horas hábiles en las que nueve de cada diez tickets respondidos, de los registrados en el periodo, recibieron su primera respuesta pública.
kpi-first-response-on-time = Primera respuesta a tiempo
    .definition = De los tickets registrados en el periodo que se respondieron, o que esperaron más que el plazo objetivo hasta resolverse o hasta el cierre: proporción cuya primera respuesta pública llegó dentro del plazo. Sin valor para clientes cuyos tickets nunca muestran respuesta.

kpi-invoiced-amount = Importe facturado
    .definition = Facturas emitidas en el periodo menos las notas de crédito emitidas en él, sin impuestos, borradores ni documentos anulados. Otras monedas, al cambio medio del mes.

kpi-lead-conversion = Conversión de prospectos
    .definition = Prospectos convertidos en clientes hasta el cierre del periodo, como proporción de los registrados en los doce meses que terminaron 90 días antes (si no se configura otra cosa). Los más recientes aún no se juzgan.

kpi-lifetime-value = Valor del cliente (CLV)
    .definition = Contribución de los últimos doce meses, en cada uno de cinco años (si no se configura otra cosa): cada año posterior al primero, multiplicada por la retención de los clientes del mismo segmento y descontada. De un cliente de menos de un año, o que volvió hace menos de uno, el beneficio esperado de sus doce próximos meses, y así se indica. Es una previsión.

kpi-gross-profit = Beneficio bruto
    .definition = Ingresos reconocidos menos coste de ventas. Si algún mes con ingresos no tiene coste, no se calcula: un coste desconocido no es cero.
kpi-gross-margin = Margen bruto
    .definition = Beneficio bruto entre ingresos reconocidos. En un grupo, también con clientes de ingresos negativos; los de coste desconocido no están en ninguna de las dos sumas.
kpi-contribution = Contribución
    .definition = Beneficio bruto menos el coste de servir al cliente: soporte, éxito de clientes y gestión de la cuenta.
kpi-contribution-margin = Margen de contribución
    .definition = Contribución entre ingresos reconocidos, tras notas de crédito; es un dato histórico. El margen previsto del archivo de renovación es sobre el precio neto del próximo año. En un grupo cuentan también los clientes de ingresos negativos; los de coste desconocido, en ninguna de las sumas.

kpi-meetings-held = Reuniones celebradas
    .definition = Reuniones y llamadas del periodo que tuvieron lugar con personas del cliente.
kpi-days-since-meeting = Días desde la última reunión
    .definition = Días transcurridos entre la última reunión celebrada con el cliente y el último día del periodo.
kpi-meetings-of-plan = Reuniones celebradas de las previstas
    .definition = Reuniones celebradas con el cliente en el periodo entre las que su nivel prevé para un periodo de esa duración.

kpi-mrr = Ingresos recurrentes mensuales (MRR)
    .definition = La doceava parte de los importes anuales de las suscripciones vigentes el último día del periodo, sin impuestos y con los descuentos aplicados. No cuentan las de prueba, las de consumo ni las impagadas. Otras monedas al cambio de fin de mes.
kpi-arr = Ingresos recurrentes anuales (ARR)
    .definition = Los importes anuales de las mismas suscripciones que el MRR, sumados sin redondear antes por meses.

kpi-mrr-start = MRR inicial
    .definition = MRR del último día antes del periodo, al cambio de ese mes.
kpi-mrr-new = MRR nuevo
    .definition = MRR ganado en los meses en que un cliente pagó por primera vez.
kpi-mrr-expansion = MRR de expansión
    .definition = MRR que añadieron clientes que ya pagaban: más licencias, productos o precio.
kpi-mrr-contraction = MRR de contracción
    .definition = MRR al que renunciaron clientes que conservan una parte, en positivo.
kpi-mrr-churn = MRR perdido
    .definition = MRR de clientes que acabaron el mes sin nada activo, en positivo.
kpi-mrr-reactivation = MRR de reactivación
    .definition = MRR de clientes que volvieron tras un tiempo sin pagar.
kpi-mrr-exchange = Efecto del tipo de cambio en el MRR
    .definition = Lo que el MRR del mes anterior ganó o perdió solo por los tipos de cambio del mes.

kpi-new-clients = Clientes nuevos
    .definition = Clientes con ingresos en el periodo y ninguno antes.
kpi-won-back-clients = Clientes recuperados
    .definition = Clientes con ingresos en el periodo, ninguno en los doce meses anteriores y alguno antes de esos meses.

kpi-nps = NPS (índice de recomendación)
    .definition = Proporción de promotores (9–10) menos la de detractores (0–6), en puntos de −100 a 100, con la última respuesta de cada persona en el periodo.
kpi-nps-answers = Respuestas NPS
    .definition = Personas que respondieron en el periodo, contadas una sola vez.
kpi-nps-promoters = Promotores
    .definition = Personas cuya última respuesta en el periodo fue 9 o 10.
kpi-nps-detractors = Detractores
    .definition = Personas cuya última respuesta en el periodo fue de 0 a 6.
kpi-nps-error = Margen de error del NPS
    .definition = Puntos por encima y por debajo del índice entre los que este quedaría en 95 de cada 100 encuestas de este tamaño.

kpi-potential-value = Valor potencial
    .definition = Importes de las oportunidades abiertas al cierre del periodo, cada uno por la probabilidad de su etapa. Es una previsión, no un ingreso. Otras monedas al cambio de fin de mes. Cada oportunidad cuenta como la mostraba la última exportación hasta aquel día. Sin valor si eso no se sabe: ninguna exportación la mostraba aún, y la primera que la muestra ya la da por cerrada o es muy posterior (ajuste `deal_terms_days`).
kpi-won-amount = Importe ganado
    .definition = Importes de las oportunidades ganadas en el periodo; otras monedas al cambio medio del mes de cierre.
kpi-win-rate = Tasa de éxito
    .definition = Oportunidades ganadas, como proporción de las ganadas o perdidas en el periodo. Sale favorecida si las perdidas se dejan abiertas.
kpi-sales-growth = Crecimiento de las ventas
    .definition = Importe ganado menos el del mismo periodo del año anterior, entre el del año anterior.

kpi-win-rate-amount = Tasa de éxito por importe
    .definition = Importe de las oportunidades ganadas, como proporción del de las ganadas o perdidas en el periodo.
kpi-won-of-created = Ganadas de todas las iniciadas
    .definition = Oportunidades ganadas hasta el cierre del periodo, como proporción de todas las registradas en los doce meses que terminaron 90 días antes (si no se configura otra cosa). Las que siguen abiertas cuentan en contra.
kpi-deals-open = Oportunidades abiertas
    .definition = Oportunidades registradas hasta el cierre del periodo que entonces no estaban ganadas ni perdidas. Una que consta como ganada o perdida en un día por venir cuenta como cerrada.

kpi-portfolio-growth = Crecimiento de la cartera
    .definition = Ingresos reconocidos de todos los clientes, también los nuevos, menos los del mismo periodo del año anterior, entre los del año anterior. El crecimiento sobre el año anterior, en cambio, es el de los clientes que entonces tenían ingresos.
kpi-revenue-existing-clients = Ingresos de clientes existentes
    .definition = Ingresos reconocidos de los clientes que los tenían en el mismo periodo del año anterior.
kpi-revenue-new-clients = Ingresos de clientes nuevos
    .definition = Ingresos reconocidos de los clientes que no tenían ninguno en el mismo periodo del año anterior.

kpi-open-balance = Saldo pendiente
    .definition = Lo que queda por pagar el último día del periodo de las facturas emitidas hasta entonces, con impuestos, tras los pagos y las notas de crédito que las citan. Los pagos sin factura asignada se muestran aparte.
kpi-overdue-balance = Saldo vencido
    .definition = La parte del saldo pendiente cuya fecha de vencimiento ha pasado.
kpi-ageing-not-due = No vencido
    .definition = Saldo pendiente que no ha vencido o no tiene vencimiento.
kpi-ageing-1-30 = Vencido de 1 a 30 días
    .definition = Saldo pendiente vencido hace entre 1 y 30 días.
kpi-ageing-31-60 = Vencido de 31 a 60 días
    .definition = Saldo pendiente vencido hace entre 31 y 60 días.
kpi-ageing-61-90 = Vencido de 61 a 90 días
    .definition = Saldo pendiente vencido hace entre 61 y 90 días.
kpi-ageing-over-90 = Vencido hace más de 90 días
    .definition = Saldo pendiente vencido hace más de 90 días.
kpi-unapplied-balance = Saldo sin aplicar
    .definition = Pagos y notas de crédito que no citan ninguna factura, y lo que excede de la factura que citan, menos lo reembolsado. Nunca se descuenta del saldo pendiente.

kpi-recognised-revenue = Ingresos reconocidos
    .definition = Líneas de factura sin impuestos, repartidas por días en el periodo de servicio que pagan o contadas en la fecha de la factura si no lo indican. Las notas de crédito restan en su propia fecha. Otras monedas al cambio medio del mes.

kpi-relationship-score = Puntuación de la relación
    .definition = De 0 a 100 puntos: crecimiento, margen, pago, satisfacción, servicio, uso y reuniones, cada uno en su escala y con el peso que fijó la empresa. Las cifras de pocos casos (ajustes `minimum_tickets`, `minimum_critical_incidents`, `minimum_answers`) no entran. Sin valor si se conoce menos del 60 % de los pesos. Describe, no predice.

kpi-renewal-rate = Tasa de renovación
    .definition = Acuerdos renovados, como proporción de los que vencían en el periodo y ya están decididos. El que se renueva antes cuenta en el periodo en que vencía. Un acuerdo vence con su contrato; si no lo hay, con la suscripción; si no, en su aniversario. La suscripción que otra del mismo producto releva a mitad de plazo, como al cambiar de usuarios, forma con ella un solo acuerdo.
kpi-renewal-rate-amount = Tasa de renovación por importe
    .definition = Como la tasa de renovación, por importe recurrente anual: cada acuerdo cuenta con lo que se renovó de él y, como máximo, con lo que vencía.
kpi-renewals-due = Renovaciones por vencer
    .definition = Acuerdos que vencían en el periodo.
kpi-renewals-undecided = Renovaciones sin decidir
    .definition = Acuerdos que vencían en el periodo, no se han renovado y siguen en plazo de gracia al cierre. No entran en ninguna tasa de renovación.

kpi-renewal-forecast = Previsión de renovaciones
    .definition = Lo que pagan al año los acuerdos que vencen en el periodo, cada uno por su probabilidad de renovar: seguro si le sigue un contrato firmado dentro del plazo de gracia; si no, la que dice la última solicitud del cliente en el año anterior; si no, la de las renovaciones propias ya decididas sin descuento; si no, la de la política. Lo que ocurrió después no la cambia. La clase de la relación dice cómo está y no es una probabilidad: los libros reparten la previsión por clase. Un cliente sin suscripciones no tiene acuerdo que venza ni previsión. Los meses por venir, al último tipo de cierre de mes. Es una previsión.

kpi-nrr = Retención neta de ingresos (NRR)
    .definition = MRR final entre MRR inicial del periodo, de los clientes que pagaban al inicio, ambos al tipo de cambio del inicio. Quedan fuera los que no pagaban al inicio, nuevos o recuperados. El que se fue dentro del periodo y ha vuelto cuenta como conservado, y se advierte.
kpi-grr = Retención bruta de ingresos (GRR)
    .definition = Como la NRR, pero cada cliente cuenta como máximo lo que pagaba al inicio: el crecimiento no compensa las pérdidas, por lo que nunca supera el 100 %.
kpi-nrr-ttm = Retención neta de ingresos en doce meses
    .definition = Ingreso recurrente mensual (MRR) al final entre el del inicio de los doce meses que terminan con el periodo, de los clientes que pagaban al inicio, ambos al tipo de cambio del inicio. Quedan fuera los que no pagaban al inicio, nuevos o recuperados. El que se fue dentro de los doce meses y ha vuelto cuenta como conservado, y se advierte.
kpi-grr-ttm = Retención bruta de ingresos en doce meses
    .definition = Como la retención neta de ingresos en los mismos doce meses, pero cada cliente cuenta como máximo lo que pagaba al inicio: el crecimiento no compensa las pérdidas, por lo que nunca supera el 100 %.

kpi-revenue-growth = Crecimiento de los ingresos sobre el periodo anterior
    .definition = Ingresos reconocidos menos los del periodo anterior, entre los del periodo anterior. Sin valor cuando los ingresos anteriores no son mayores que cero.
kpi-revenue-growth-year = Crecimiento de los ingresos sobre el año anterior
    .definition = Ingresos reconocidos menos los del mismo periodo del año anterior, entre los del año anterior, cada uno al tipo de cambio de su momento.
kpi-revenue-growth-year-constant = Crecimiento de los ingresos sobre el año anterior a tipo de cambio constante
    .definition = Como el crecimiento sobre el año anterior, con los ingresos de este periodo convertidos al cambio medio de los mismos meses del año anterior, de modo que solo lo mueve el negocio.
kpi-revenue-growth-constant = Crecimiento de los ingresos sobre el periodo anterior a tipo de cambio constante
    .definition = Como el crecimiento sobre el periodo anterior, con los ingresos de este periodo convertidos al cambio medio del periodo anterior, mes a mes.

kpi-revenue-retention = Retención de ingresos
    .definition = Ingresos reconocidos en los doce meses que terminan con el periodo, entre los de los doce meses anteriores, de los clientes con ingresos en estos.

kpi-service-level-critical = Nivel de servicio, prioridad crítica
    .definition = Tickets de prioridad crítica resueltos en el periodo dentro del plazo objetivo en horas hábiles, como proporción de los resueltos en él y de los que siguen abiertos con el plazo vencido.
kpi-service-level-high = Nivel de servicio, prioridad alta
    .definition = Tickets de prioridad alta resueltos en el periodo dentro del plazo objetivo en horas hábiles, como proporción de los resueltos en él y de los que siguen abiertos con el plazo vencido.
kpi-service-level-normal = Nivel de servicio, prioridad normal
    .definition = Tickets de prioridad normal resueltos en el periodo dentro del plazo objetivo en horas hábiles, como proporción de los resueltos en él y de los que siguen abiertos con el plazo vencido.
kpi-service-level-low = Nivel de servicio, prioridad baja
    .definition = Tickets de prioridad baja resueltos en el periodo dentro del plazo objetivo en horas hábiles, como proporción de los resueltos en él y de los que siguen abiertos con el plazo vencido.

kpi-revenue-target-attainment = Ingresos frente al objetivo
    .definition = Ingresos reconocidos del periodo entre los fijados como objetivo, de un cliente, un responsable de cuenta o un equipo. Los demás objetivos, y los recursos previstos para cada uno, están en el libro de cartera.

kpi-days-to-value = Tiempo hasta el primer valor
    .definition = De los clientes con menos de un año al final del periodo: días desde el inicio de la primera suscripción que cuenta hasta el primer día o semana de uso en que estaba activa la mitad de los usuarios contratados (ajuste `first_value_use`). Sin valor mientras no se alcance, o si no se conoce el uso de la primera semana. Las metas indican un trimestre y no un día, así que decide el uso.

kpi-tenure-months = Antigüedad
    .definition = Meses completos desde el primer día con ingresos hasta el final del periodo; en empresas sin facturas, desde el primer día de la primera suscripción de pago.

kpi-tickets-created = Tickets registrados
    .definition = Solicitudes e incidencias registradas en el periodo.
kpi-tickets-solved = Tickets resueltos
    .definition = Solicitudes e incidencias resueltas en el periodo, sin importar cuándo se registraron. Un ticket reabierto que sigue abierto no cuenta como resuelto.

kpi-usage-change = Variación del uso
    .definition = Media diaria de uso en las cuatro últimas semanas completas del periodo frente a las doce anteriores. Las semanas empiezan en lunes si no se configura otra cosa (los datos semanales conservan su día de inicio). Conviene compararla con las mismas semanas del año anterior, porque las vacaciones también reducen el uso. Sin valor si falta la medición de más de una de las doce semanas anteriores.
kpi-usage-change-year = Variación del uso frente al año anterior
    .definition = Media diaria de uso en las cuatro últimas semanas completas del periodo frente a las mismas semanas del año anterior (364 días atrás, para que coincidan los días de la semana). Sin valor si alguna de ellas no se midió.
kpi-seats-used = Licencias en uso
    .definition = Mayor número de personas que usaron el producto en un día (o semana, según se mida) de los últimos 28, sobre las licencias contratadas. Si se miden varias cuentas, se suman los máximos de cada una; la cuenta cuyo uso no se mide no entra en ninguna de las dos cifras.

kpi-usage-weekly = Uso semanal
    .definition = Usos del producto de lunes a domingo; si los datos son semanales, los de la semana que empieza en uno de esos días, que le da nombre en los gráficos.

kpi-white-space-products = Venta cruzada posible, productos
    .definition = Productos recurrentes que tienen bastantes clientes del mismo segmento (tres, si no se configura otra cosa) y este cliente, que está activo, no.
kpi-white-space = Venta cruzada posible
    .definition = Por cada producto que el cliente no tiene y sí tienen clientes parecidos, la mediana de lo que pagan al año los clientes del segmento, por la proporción de ellos que lo tiene; todo sumado. Es una previsión, no una cartera de oportunidades.

kpi-value-hours = Horas ahorradas por los objetivos
    .definition = Horas que los objetivos del trimestre ahorraron al cliente, según el archivo de objetivos y confirmadas por el cliente. Lo que nadie ha confirmado no cuenta.
kpi-value-money = Importe aportado por los objetivos
    .definition = Importe que los objetivos del trimestre aportaron al cliente, según el archivo de objetivos y confirmado por el cliente, al tipo de cambio del cierre del trimestre. Lo que nadie ha confirmado no cuenta.

kpi-tickets-top-cause = Peso de la causa más frecuente
    .definition = Tickets de la categoría más frecuente entre los registrados en el periodo que tienen categoría.

kpi-teams-active = Equipos que lo usan
    .definition = Equipos del cliente con uso en los últimos 28 días del periodo, entre todos los que constan hasta entonces en sus datos de uso.
kpi-modules-active = Módulos en uso
    .definition = Módulos del producto que el cliente usó en los últimos 28 días del periodo, entre todos los que constan hasta entonces en sus datos de uso.

kpi-training-due = Formación prevista
    .definition = Tareas de formación cuya fecha de entrega cae en el periodo. Sin valor si ninguna tarea del cliente indica su tipo.
kpi-training-done = Tareas de formación
    .definition = Tareas de formación terminadas en el periodo, sea cual sea su fecha de entrega.
kpi-maintenance-due = Mantenimiento previsto
    .definition = Tareas de mantenimiento cuya fecha de entrega cae en el periodo. Sin valor si ninguna tarea del cliente indica su tipo.
kpi-maintenance-done = Tareas de mantenimiento
    .definition = Tareas de mantenimiento terminadas en el periodo, sea cual sea su fecha de entrega.

kpi-tasks-blocked-late = Tareas bloqueadas con la fecha vencida
    .definition = Tareas que al cierre del periodo esperan a otro equipo y cuya fecha de entrega pasó antes de su último día.
kpi-blocked-days-median = Retraso de las tareas bloqueadas, mediana
    .definition = Días naturales entre la fecha de entrega y el último día del periodo: la mitad de las tareas bloqueadas con la fecha vencida lleva este tiempo o más.

kpi-discount-granted = Descuento concedido sobre tarifa
    .definition = Lo que las suscripciones vigentes cuestan al año por debajo de la tarifa para las mismas unidades, entre ese precio de tarifa. Solo las suscripciones cuyo producto tiene precio de tarifa en su misma divisa; precios y descuentos al último día del periodo. Lo que de épocas anteriores solo consta en líneas de factura cuenta con las mismas unidades si costaba lo mismo; si no, no entra.

kpi-revenue-largest-client = Peso del mayor cliente en los ingresos
    .definition = Ingresos reconocidos del cliente que más aporta en el periodo, entre los de todos los clientes del grupo con ingresos positivos. Sin valor si hay un solo cliente.
kpi-revenue-largest-ten = Peso de los diez mayores clientes en los ingresos
    .definition = Ingresos reconocidos de los diez clientes que más aportan en el periodo, entre los de todos los clientes del grupo con ingresos positivos. Sin valor con diez clientes o menos.
kpi-revenue-concentration = Concentración de ingresos (índice de Herfindahl)
    .definition = Suma de los cuadrados de los pesos de cada cliente en los ingresos del grupo en el periodo, de casi 0 (muchos parecidos) a 10.000 (un solo cliente).

kpi-peer-use = Posición entre comparables: evolución del uso
    .definition = Proporción de los demás clientes del segmento cuyo uso creció menos; los empates cuentan la mitad y se redondea a la decena. Al menos cinco, sin nombrar a ninguno.
kpi-peer-adoption = Posición entre comparables: licencias en uso
    .definition = Proporción de los demás clientes del segmento que usan una parte menor de sus licencias; los empates cuentan la mitad y se redondea a la decena. Al menos cinco, sin nombrar a ninguno.
kpi-peer-response = Posición entre comparables: primera respuesta
    .definition = Proporción de los demás clientes del segmento que esperaron más la primera respuesta (mediana); los empates cuentan la mitad y se redondea a la decena. Al menos cinco, sin nombrar a ninguno.
kpi-peer-nps = Posición entre comparables: recomendación (NPS)
    .definition = Proporción de los demás clientes del segmento con un NPS menor; los empates cuentan la mitad y se redondea a la decena. Al menos cinco, sin nombrar a ninguno.
