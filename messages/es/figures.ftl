# Lo que dice el diccionario de indicadores alrededor de las definiciones, y otras palabras sobre cifras.

dictionary-title = Indicadores
dictionary-introduction = Todos los indicadores que pueden aparecer en presentaciones, libros de Excel y `cartera kpis`, tal como se calculan. Esta página se genera a partir de las definiciones de `transforms/kpis/`; cómo se lee cada una cuando deja margen está en la [decisión 0001](decisions/0001-how-each-figure-is-read.md) (en inglés). In English: [kpis.md](kpis.md).
dictionary-figure = Indicador
dictionary-id = Id
dictionary-unit = Unidad
dictionary-roll-up = De varios clientes
dictionary-periods = Periodos
dictionary-better = Buena noticia si
dictionary-audience = Se muestra a
dictionary-feeds = Necesita
dictionary-no-feed = nada
dictionary-authority = Origen de la definición
dictionary-version = Versión de la definición
dictionary-settings-title = Lo que puede fijar una empresa
dictionary-settings-introduction = Indicadores, puntuaciones, clases y señales siguen estos ajustes de `[policy]` en `cartera.toml`; una clave con punto está en su propia parte, como `weak_points` en `[policy.relationship]`. Los ajustes de las renovaciones se imprimen en cada archivo de renovación.
dictionary-setting = Ajuste
dictionary-default = Valor
dictionary-reasons-title = Por qué puede faltar un indicador
dictionary-reasons-introduction = Lo que no se sabe nunca se muestra como cero: un indicador sin valor dice por qué. Los archivos escriben «n/d» y el motivo.
dictionary-reason = Motivo
dictionary-meaning = Significado
dictionary-caveats-title = Lo que se advierte junto a un indicador
dictionary-caveats-introduction = Algunas cifras llevan una advertencia, que imprime `cartera explain`.
dictionary-caveat = Advertencia

unit-money = dinero
unit-ratio = proporción
unit-count = número
unit-days = días
unit-hours = horas
unit-months = meses
unit-points = puntos

roll-up-sum = la suma de los suyos
roll-up-ratio-of-sums = la suma de sus numeradores entre la suma de sus denominadores
roll-up-ratio-of-all-sums = la suma de sus numeradores entre la suma de sus denominadores, también de los que no tienen ratio propio
roll-up-distribution = se calcula de nuevo con las filas de todos
roll-up-none = no se indica

grain-week = semana
grain-month = mes
grain-quarter = trimestre
grain-year = año
grain-range = intervalo de meses

direction-up = sube
direction-down = baja
direction-neither = ni una cosa ni la otra por sí sola

audience-client = clientes y equipo
audience-internal = solo al equipo

missing-feed-missing = La empresa no entrega ninguna exportación que lo contenga.
missing-no-rows = La exportación existe y no tiene nada de este cliente que cuente para la cifra.
missing-rows-kept-out = La cifra se apoya en filas que quedaron apartadas, del cliente o de uno que no se puede leer, y no queda ninguna del tiempo que abarca: lo que dicen se desconoce, no es cero.
missing-new-account = Aún no era cliente en el periodo con el que se compara.
missing-no-opening-revenue = No había ingresos con los que comparar.
missing-no-revenue = No hubo ingresos de los que calcular la proporción.
missing-no-subscriptions = El cliente nunca tuvo una suscripción de pago.
missing-cost-missing = Un mes con ingresos no tiene coste; desconocido no es gratis.
missing-rate-missing = Falta un tipo de cambio necesario.
missing-no-billings = No se facturó nada en los últimos doce meses.
missing-balance-exceeds-billings = Se debe más de lo facturado en dos años.
missing-payment-unknown = La exportación no dice qué facturas están pagadas.
missing-dispute-unknown = La exportación no dice qué facturas pendientes se impugnan.
missing-no-answers = Nadie respondió.
missing-too-few-answers = Muy pocas respuestas para un índice; se muestra el recuento.
missing-no-replies = Ningún ticket registrado en el periodo tiene aún respuesta.
missing-no-complaints = El cliente no presentó ninguna queja en el periodo.
missing-none-solved = No se resolvió ninguna incidencia crítica en el periodo.
missing-solution-undated = Hay tickets resueltos de los que la exportación no dice cuándo.
missing-no-usage = No había uso con el que comparar.
missing-older-client = El cliente tiene más de un año: la cifra es de los nuevos.
missing-no-value-yet = Aún no usan el producto tantas personas como cuentan para el primer valor.
missing-too-short-history = El historial del cliente no se remonta lo suficiente.
missing-no-deals = No hay oportunidades con las que calcularla.
missing-amount-missing = Una oportunidad (de un grupo: todas las ganadas, las perdidas o las abiertas) no dice su importe o, mientras está abierta, su probabilidad; una suma sin ella pasaría por el total.
missing-discount-unknown = El precio o un descuento de una suscripción no se dice, o no se puede leer; una suma sin él pasaría por el total.
missing-terms-unknown = No se sabe cuánto valían aquel día las oportunidades abiertas entonces: la primera exportación que muestra alguna la da por cerrada, o es muy posterior.
missing-low-coverage = Se conocen muy pocas de las partes que la componen.
missing-gaps-in-history = Faltan mediciones de semanas con las que se compara la cifra.
missing-nothing-due = No vencía nada de este tipo en el periodo.
missing-none-late = Todo lo que vencía en el periodo se hizo a tiempo.
missing-no-meetings = Nunca se ha celebrado una reunión con el cliente.
missing-no-seats = No se conoce el número de licencias pagadas, o es cero.
missing-not-active-at-start = El cliente no estaba activo al inicio de la ventana.
missing-not-active = El cliente ya no está activo al cierre del periodo.
missing-no-renewals = No hay ninguna renovación del periodo ya decidida.
missing-none-open = No había nada de este tipo abierto al cierre del periodo.
missing-no-plan = No había nada previsto.
missing-no-leads = Ningún prospecto tiene antigüedad suficiente para juzgarlo.
missing-no-target = No se fijó un objetivo del periodo en la moneda de la cifra.
missing-no-segment = La cuenta del cliente no indica a qué segmento pertenece.
missing-too-few-clients = Hay muy pocos clientes parecidos para tomarlos como medida.
missing-no-worth = Ningún objetivo del trimestre tiene un valor de este tipo confirmado por el cliente.
missing-no-category = Los registros del cliente no indican de qué tipo son.
missing-no-list-price = La tarifa no tiene precio, en su divisa, para lo que paga el cliente.
missing-period-not-over = Una parte de un periodo no se compara con uno entero.

caveat-as-exported = La exportación da duraciones y no horas: se usan tal cual.
caveat-inferred = Se apoya en algo que ninguna exportación dice: un aniversario, un día que solo se deduce de dos entregas o un importe anterior a la primera.
caveat-rate-missing = Quedan fuera los clientes sin tipo de cambio.
caveat-away-and-back = Los ingresos recurrentes de un cliente cesaron en la ventana y volvieron: la retención los cuenta como conservados.
caveat-contracted = Los clientes de menos de un año entran con lo que pueden dejar sus doce próximos meses contratados.
caveat-few-join = Más de la mitad de las filas de una tabla de la que sale no corresponden a ninguna cuenta: es solo de las demás, y demasiado baja para los clientes que tengan filas entre ellas.
caveat-payments-kept-out = Hay cobros posteriores a la factura pendiente más antigua que no se pudieron leer, del cliente o de uno que no se puede leer: lo que queda pendiente puede ser menos.
caveat-period-not-over = Los datos terminan antes que el periodo.

# Orígenes de definiciones sin nombre propio.
authority-product-analytics-practice = práctica de la analítica de producto
authority-account-management-practice = práctica de la gestión de cuentas
authority-project-management-practice = práctica de la gestión de proyectos
authority-finance-practice = práctica financiera
authority-sales-practice = práctica comercial
