# Señales: un nombre, lo que significa y una frase por paso.

signal-competitor = Se menciona a un competidor
    .meaning = Una nota de riesgo abierta o una solicitud de descuento menciona a un competidor.
    .compare = Comparar lo que el cliente obtiene de nosotros con { $competitor }, en los términos de sus propias metas.
    .decide = Averiguar quién decide en el cliente, y cuándo, antes de la fecha de renovación.

signal-complaints = Quejas pese a un buen CSAT
    .meaning = Hay tickets del periodo en la categoría de quejas, mientras que la satisfacción alcanza su objetivo: lo contado no dice más.
    .answer = Responder por escrito a cada queja y preguntar si lo que la motivó está resuelto.
    .speed = Acordar con soporte qué acorta las esperas que están fuera de su objetivo.

signal-cross-sell = Margen para vender más
    .meaning = Se usan casi todas las licencias o el uso crece, nadie está descontento, hay poco vencido, nada se reduce, la relación no está por reparar y la lista de precios tiene suscripciones que el cliente no tiene y otros parecidos sí.
    .seats = Proponer más licencias antes de que se agoten.
    .product = Mostrar { $product } con las propias cifras del cliente en la próxima reunión.

signal-discount-asked = Descuento pedido
    .meaning = Se pidió un descuento en los meses anteriores al cierre del periodo.
    .floor = Antes de responder, pedir a Finanzas que apruebe el mayor descuento que compensa, según el archivo de renovación.
    .trade = No ceder sin contrapartida: más plazo, pago por adelantado o exclusividad.
    .margin = Informar del margen tras el descuento a quien deba aprobarlo; el margen actual deja poco espacio.

signal-dissatisfied = Descontento con el servicio
    .meaning = Más detractores que promotores, satisfacción baja, varias quejas en el periodo, o una junto a incidencias o primeras respuestas fuera de su objetivo.
    .call = Llamar a quienes dieron las notas bajas y preguntar qué habría hecho falta para un nueve.
    .rated = Llamar a quienes valoraron mal sus tickets y preguntar qué falló.
    .answer = Responder por escrito a cada queja: qué se ha hecho y qué se hará, con fecha.
    .incidents = Acordar con soporte un responsable y una fecha para cada incidencia crítica, y comunicar ambos al cliente.
    .plan = Llevar a la próxima reunión un plan de servicio: objetivos, qué cambia y el día en que se vuelve a medir.

signal-falling-score = El NPS baja por tercer trimestre seguido
    .meaning = El NPS ha bajado en cada uno de los tres últimos trimestres. Cada paso puede ser casual; la dirección se observa.
    .ask = Llamar a dos de quienes bajaron su nota y preguntar qué cambió en el año.
    .agree = Acordar con el cliente una mejora que pueda notarse en la próxima encuesta.

signal-falling-use = Usa menos el producto
    .meaning = El uso está claramente por debajo del de las doce semanas anteriores y del de las mismas semanas del año anterior; o muy por debajo del año anterior y sigue bajando. No cuenta donde el cliente recortó sus licencias en la misma medida.
    .ask = Preguntar al patrocinador del cliente qué cambió: personas, procesos u otra herramienta.
    .train = Ofrecer una sesión con los usuarios del producto; las cifras dicen por dónde empezar.
    .seats = Llegar a la renovación con una propuesta propia: se usan menos licencias de las que se pagan.

signal-internal-bottleneck = Frenado por nuestros propios equipos
    .meaning = Hay tareas del cliente abiertas porque esperan a otro equipo.
    .ask = Pedir a { $team } una fecha para lo que está en espera y comunicarla al cliente.
    .escalate = Llevar la lista a los responsables de los equipos: las entregas del cliente se retrasan por ello.

signal-regulation = Cambio normativo
    .meaning = Una nota de riesgo abierta trata de regulación.
    .impact = Resumir en una página qué cambia la norma para este cliente y para nuestro producto, y pedir a Legal que la revise.
    .date = Acordar qué debe estar listo antes de que la norma entre en vigor, y quién lo hará.
