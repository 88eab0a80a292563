# El resumen de un gerente.

deck-kickers-brief = Cartera de clientes
deck-kickers-week = Esta semana

deck-titles-brief =
    { $n ->
        [one] { $clients } cliente{ $former }{ $coming }; { $overdue }{ $notice }próxima renovación, { $day }
       *[other] { $clients } clientes{ $former }{ $coming }; { $overdue }{ $notice }próxima renovación, { $day }
    }
deck-titles-week =
    { $n ->
        [one] Esta semana: { $n } acción
       *[other] Esta semana: { $n } acciones
    }
deck-titles-brief-former =
    { $n ->
        [one] { "" } y { $n } excliente
       *[other] { "" } y { $n } exclientes
    }
deck-titles-brief-coming =
    { $n ->
        [one] , más { $n } que aún no ha empezado
       *[other] , más { $n } que aún no han empezado
    }
deck-titles-brief-overdue =
    { $n ->
        [one] { $n } con saldo vencido importante;{ " " }
       *[other] { $n } con saldo vencido importante;{ " " }
    }

deck-titles-brief-notice =
    { $n ->
        [one] { $n } preaviso vence { $distance }, el { $first };{ " " }
       *[other] { $n } preavisos vencen hasta el { $last }, el primero { $distance };{ " " }
    }

deck-brief-standing = Relación
deck-brief-title = Cartera de { $manager } · { $period }
deck-brief-table = Clientes por lo que vence primero
deck-brief-alt = Tabla con los clientes por fecha de renovación o preaviso, su cuota, señales y cambios del mes
deck-brief-client = Cliente
deck-brief-renewal = Renovación
deck-brief-notice-day = Preaviso
deck-brief-fee = Cuota mensual
deck-brief-signals = Señales
deck-brief-changed = Qué cambió en el mes
deck-brief-moved = { $figure } { $change }
deck-brief-mrr = cuota { $change }
deck-brief-overdue-balance = vencido { $change }
deck-brief-asked = descuento pedido: { $share }
deck-brief-week-table = Esta semana
deck-brief-week-alt = Tabla con lo que hay que hacer esta semana, por cliente
deck-brief-why = Por qué
deck-brief-what = Qué hacer
deck-brief-nothing = Nada urgente esta semana.
deck-brief-held = Sus archivos están retenidos
deck-brief-unmade =
    { $n ->
        [one] No se pudo hacer { $files }: un fallo de Cartera
       *[other] No se pudieron hacer { $files }: un fallo de Cartera
    }
deck-brief-file-qbr = su presentación
deck-brief-file-review = su revisión interna
deck-brief-file-renewal = su archivo de renovación
deck-brief-report = Avisar a quien opera Cartera: el registro de la ejecución dice dónde ocurrió.
deck-brief-mend = Pedir la corrección del dato: la página de validación dice archivo y línea.
deck-brief-notice = El preaviso vence el { $day }
deck-brief-talk = Hablar antes de esa fecha y dejar la decisión por escrito.
deck-brief-due = Compromiso nuestro para el { $day }
deck-brief-signed =
    { $n ->
        [one] El contrato siguiente ya está firmado, desde el { $day }, y queda { $n } compromiso abierto
       *[other] El contrato siguiente ya está firmado, desde el { $day }, y quedan { $n } compromisos abiertos
    }
deck-brief-unpromise = Cerrar o retirar lo que trate de su firma antes de presentar el plan al cliente.
deck-brief-past-due = Compromiso nuestro, vencido desde el { $day }
deck-brief-former = Ya no es cliente
deck-brief-begun = Cliente desde el { $day }
deck-brief-begins = Aún no es cliente: empieza el { $day }
deck-brief-today = hoy
deck-brief-inferred = { $day } · inferida
deck-brief-ago =
    { $n ->
        [one] hace { $n } día
       *[other] hace { $n } días
    }
deck-brief-in-days =
    { $n ->
        [one] en { $n } día
       *[other] en { $n } días
    }
deck-brief-calm = Sin señales
deck-brief-owing = Saldo vencido
deck-brief-owed = Vencido
deck-brief-owes = Saldo vencido de { $amount }
deck-brief-check-payments = Preguntar a Finanzas qué cobros no se pudieron leer; solo después, reclamar el importe.
deck-brief-collect = Acordar con su administración una fecha de pago, o aclarar qué está en disputa.
deck-brief-renews = Renovación el { $day }, { $distance }
deck-brief-lapsed = El contrato terminó el { $day }, { $distance }; no consta uno nuevo
deck-brief-agree = Acordar con el cliente alcance, precio y día de la firma.
deck-brief-weigh = Antes de responder, calcular con finanzas el mayor descuento que compensa, en el archivo de renovación.
deck-brief-points-lost = La puntuación baja { $size }
deck-brief-settle = Dejar por escrito si se renueva y en qué condiciones.
