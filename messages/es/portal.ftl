# El portal: páginas, formularios y lo que se dice cuando una página no se puede mostrar.

portal-skip = Ir al contenido
portal-nav = Páginas
portal-clients = Mis clientes
portal-renewals = Renovaciones
portal-runs = Ejecuciones
portal-theme-light = Claro
portal-theme-dark = Oscuro
portal-sign-in = Entrar
portal-sign-in-lead = Presentaciones y archivos de renovación de { $company }.
portal-sign-in-wrong = El correo y la contraseña no coinciden. Revise ambos o pida una contraseña nueva a quien administra el portal.
portal-sign-in-wait = Demasiados intentos. Espere un cuarto de hora e inténtelo de nuevo.
portal-sign-out = Salir
portal-email = Correo electrónico
portal-password = Contraseña

portal-clients-shown = { $shown } de { $total }
portal-all-decks = Todas mis presentaciones, { $quarter }
portal-search = Buscar
portal-class = Clase
portal-every-class = Todas las clases
portal-only-held = Solo retenidos
portal-show = Mostrar
portal-show-all = Mostrar todos
portal-column-name = Cliente
portal-column-renewal = Renovación
portal-column-standing = Clase
portal-column-manager = Gerente de cuenta
portal-column-signals = Señales
portal-column-files = Archivos
portal-held = Retenido
portal-former = Antiguo cliente
portal-inferred = inferida
portal-no-files = Aún sin archivos
portal-none-found = Ningún cliente coincide.
portal-no-clients = Aquí no tiene clientes. Los clientes vienen de su responsable en el CRM; si falta alguno, avise a quien lo administra.
portal-for-client = Para el cliente
portal-internal = Interno, no enviar
portal-download = Descargar { $kind } de { $client }, versión { $version }
portal-download-it = Descargar
portal-notice = Preaviso hasta
portal-points = { $points } puntos
portal-version = Versión { $version }
portal-earlier = { $count ->
    [one] Una versión anterior
   *[other] { $count } versiones anteriores
}
portal-figures = Cifras clave
portal-figure = Cifra
portal-value = Valor
portal-before = Antes
portal-trend = Evolución
portal-absent = n/d
portal-no-figures = No hay cifras guardadas de este cliente.
portal-unit-days = { $number } días
portal-unit-hours = { $number } horas
portal-unit-months = { $number } meses

portal-portfolio = Libro de la cartera, { $period }
portal-no-renewals = Aún no hay archivos de renovación: la próxima ejecución hace uno por cada renovación cercana.
portal-period = Periodo
portal-started = Inicio
portal-state = Estado
portal-run = Ejecución
portal-no-runs = Aún no hay ejecuciones.

portal-problem = Esta página no se puede mostrar
portal-problem-not-there = No hay nada en esta dirección, o no le corresponde verlo. Vuelva a sus clientes.
portal-problem-form-expired = El formulario había caducado; no se cambió nada. Abra la página de nuevo y repita.
portal-problem-file-lost = El archivo ya no está donde se publicó, o fue modificado allí; no se entregó. Avise a quien administra Cartera: la próxima ejecución lo escribe de nuevo.
portal-problem-unavailable = Los datos no se pueden leer en este momento. Inténtelo en unos minutos; si continúa, avise a quien administra Cartera.
portal-to-start = Ir a la primera página

portal-serving = El portal está abierto en { $address }. Ctrl-C lo cierra.
portal-users = Personas
portal-name = Nombre
portal-roles = Funciones
portal-user-allowed = puede entrar
portal-user-disabled = no puede entrar
portal-user-added = { $email } puede entrar ({ $roles }).
portal-user-refused = { $email } ya no puede entrar.
portal-password-prompt = Contraseña:{" "}

failure-grants-invalid = { $path }: { $problem } no se puede leer, así que nadie recibe nada. Compare con el ejemplo de docs/portal.md.
failure-unknown-role = No existe la función «{ $role }». Use una de estas: { $roles }.
failure-weak-password = La contraseña es demasiado corta: use { $least } caracteres o más.
failure-unknown-person = Nadie entra como { $email }. `cartera portal users list` muestra quién puede.
failure-audit-broken = La auditoría fue modificada fuera del portal: una entrada no sigue a la anterior. Conserve la base de datos y averigüe quién podía escribir en ella.
