# El resumen de un gerente.

deck-kickers-brief = Cartera de clientes
deck-kickers-week = Esta semana

deck-titles-brief =
    { $n ->
        [one] { $clients } cliente{ $former }; { $overdue }próxima renovación, { $day }
       *[other] { $clients } clientes{ $former }; { $overdue }próxima renovación, { $day }
    }
deck-titles-week =
    { $n ->
        [one] Esta semana: { $n } acción
       *[other] Esta semana: { $n } acciones
    }
deck-titles-brief-former =
    { $n ->
        [one] { "" } y { $n } antiguo
       *[other] { "" } y { $n } antiguos
    }
deck-titles-brief-overdue =
    { $n ->
        [one] { $n } con saldo vencido importante;{ " " }
       *[other] { $n } con saldo vencido importante;{ " " }
    }

deck-brief-standing = Relación
deck-brief-title = Cartera de { $manager } · { $period }
deck-brief-table = Clientes por fecha de renovación
deck-brief-alt = Tabla con los clientes por fecha de renovación, su cuota, señales y cambios del mes
deck-brief-client = Cliente
deck-brief-renewal = Renovación
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
deck-brief-unmade = No se pudo hacer un archivo suyo: un fallo de Cartera
deck-brief-report = Avisar a quien opera Cartera: el registro de la ejecución dice dónde ocurrió.
deck-brief-mend = Pedir la corrección del dato: la página de validación dice archivo y línea.
deck-brief-notice = El preaviso vence el { $day }
deck-brief-talk = Hablar antes de esa fecha y dejar por escrito si se renueva.
deck-brief-due = Compromiso nuestro para el { $day }
deck-brief-past-due = Compromiso nuestro vencido el { $day }
deck-brief-former = Ya no es cliente
deck-brief-today = hoy
deck-brief-inferred = { $day } · inferida
deck-brief-ago =
    { $n ->
        [one] hace { $n } día
       *[other] hace { $n } días
    }
deck-brief-in-days =
    { $n ->
        [one] en { $n } día
       *[other] en { $n } días
    }
deck-brief-more =
    { $n ->
        [one] y { $n } más; la lista completa está en el archivo de texto que acompaña a este resumen
       *[other] y { $n } más; la lista completa está en el archivo de texto que acompaña a este resumen
    }
deck-brief-calm = Sin señales
deck-brief-owing = Saldo vencido
deck-brief-owed = Vencido
deck-brief-owes = Saldo vencido de { $amount }
deck-brief-collect = Acordar con su administración una fecha de pago, o aclarar qué está en disputa.
deck-brief-renews = Renovación el { $day }, { $distance }
deck-brief-settle = Dejar por escrito si se renueva y en qué condiciones.
