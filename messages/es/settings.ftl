failure-settings-invalid = { $count ->
        [1] { $path } { $faults }{ $kind ->
            [settings-unknown-key-meant] { " " }Corríjala
            [settings-unknown-key] . Corríjala
           *[other] . Corríjalo
        } y ejecute de nuevo.
       *[other] { $path } tiene { $count } fallas; corríjalas y ejecute de nuevo:{ LINES($faults) }
    }
settings-on-line = línea { $line }: { $key }: { $problem }
settings-line = línea { $line } { $problem }
settings-in-environment = variable de entorno { $variable }: { $problem }
settings-missing = falta
settings-unknown-key = clave desconocida
settings-unknown-key-meant = clave desconocida; ¿quiso decir «{ $meant }»?
settings-time-zone = «{ $value }» no es una zona horaria como America/Mexico_City
settings-currency = «{ $value }» no es un código de moneda ISO 4217 como MXN
settings-fiscal-month = el ejercicio empieza en un mes del 1 al 12
settings-languages = los idiomas son algunos de { $known }
settings-colour = «{ $value }» no es un color como #0B2545
policy-points-crossed = { $lower } queda por encima de { $upper }
policy-at-least-one = { $keys } son al menos 1
policy-outside = { $key } es { $value }, y va de { $low } a { $high }
policy-no-interval = { $key } es { $value }, que no divide un año: 1, 2, 3, 4, 6 o 12 meses
policy-scale-unknown = { $key } es una escala en la que no se apoya ninguna nota
policy-scale-corners = { $key } necesita dos o más puntos, con la cifra en aumento
policy-scale-points = { $key } da puntos fuera de 0 a 100
input-integer = debe ser un número entero
input-number = debe ser un número
input-text = debe ser un texto entre comillas
input-boolean = debe ser true o false
input-time = debe ser una hora como 09:00
input-date = debe ser un día como 2026-10-01
input-list = debe ser una lista
input-section = debe ser una sección
input-filled = no puede quedar vacío
input-greater-than-equal = debe ser al menos { $bound }
input-less-than-equal = debe ser como mucho { $bound }
input-greater-than = debe ser más de { $bound }
input-less-than = debe ser menos de { $bound }
input-one-of = debe ser { OR($expected) }
input-too-long = debe tener como mucho { $most } entradas
input-other = { $told }
settings-address = { $value } no es una dirección de correo
