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
portal-sign-in-company = Entrar con la cuenta de la empresa
portal-sign-in-or = O con una cuenta del portal:
portal-sign-in-provider = El acceso de su empresa no dijo quién es usted. Inténtelo de nuevo; si continúa, avise a quien administra Cartera.
portal-sign-in-no-role = Su cuenta de la empresa no tiene ninguna función aquí. Pida una a quien administra el portal.
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
portal-column-manager = Responsable de la cuenta
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
portal-of-client = { $client }, versión { $version }
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

portal-not-explained = El cálculo de estas cifras aún no está listo: lo prepara `cartera portal prepare`.
portal-download-kind = Descargar { $kind }, versión { $version }
portal-look = Ver
portal-pages = { $count ->
    [one] una página
   *[other] { $count } páginas
}
portal-pages-keys = Cada miniatura lleva a su página.
portal-pages-of = Páginas del archivo de { $client }
portal-page-of = Página { $page } de { $count }
portal-pages-title = Páginas: { $kind }, versión { $version }
portal-pages-all = { $count ->
    [one] Ver la página
   *[other] Ver las { $count } páginas
}
portal-no-pages = Aún no hay imágenes de las páginas: las hace `cartera portal prepare` donde están instalados LibreOffice y poppler.
portal-origin = Origen
portal-working = Ver cálculo
portal-why-absent = Por qué falta
portal-no-office = Sin imágenes de las diapositivas: aquí no están instalados LibreOffice y poppler. Todo lo demás funciona sin ellas.
portal-link-over-title = Este enlace ha caducado
portal-link-over = Los enlaces de los avisos valen 48 horas y este caducó el { $moment }. No se ha perdido nada: entre y verá la misma página, con sus archivos más recientes.
portal-link-open = Abrir la página
portal-link-sign-in = Entrar y abrir la página
portal-offer-type = Escribir una oferta
portal-offer-typed = Oferta escrita aquí
portal-offer-lead = Las mismas comprobaciones que en el archivo de renovación. Lo que deje vacío queda como en el libro más reciente.
portal-offer-stays = como está
portal-offer-years = años
portal-offer-days = días
portal-yes = Sí
portal-no = No
portal-offer-decide = Decidirla: queda a la espera de las firmas que necesita
portal-offer-reason = Motivo, si se decide
portal-offer-no-number = En uno de los campos no hay un número, como 12,5. No se ha guardado nada.
portal-offer-empty = Aún no ha escrito nada: rellene al menos un campo.
portal-as-typed = Escrito
portal-meaning = Qué significa

portal-portfolio = Libro de la cartera, { $period }
portal-no-renewals = Aún no hay archivos de renovación: la próxima ejecución hace uno por cada renovación cercana.
portal-period = Periodo
portal-started = Inicio
portal-state = Estado
portal-run = Ejecución
portal-no-runs = Aún no hay ejecuciones.

portal-column-offer = Oferta
portal-offer = { $offer }: { $discount } de descuento, { $years ->
    [one] un año
   *[other] { $years } años
}, margen { $margin }
portal-offer-pending = Pendiente
portal-offer-approved = Aprobada
portal-offer-refused = Rechazada
portal-approvals = Pendientes de firma: { $count }
portal-asked-by = La solicitó { $name } el { $day }.
portal-waits-for = Falta la firma de: { $levels }.
portal-signed-yes = Aprobada por { $name }
portal-signed-no = Rechazada por { $name }
portal-comment = Comentario
portal-approve = Aprobar
portal-refuse = Rechazar
portal-refusal-needs = Para rechazar, indique el motivo en el comentario.
portal-refusal-unsaid = Un rechazo requiere un motivo; no se guardó nada. Vuelva atrás y escríbalo en el comentario.
portal-signed-meanwhile = Otra persona acaba de firmar esta oferta; su respuesta no se guardó. Abra de nuevo las renovaciones para ver cómo quedó.
portal-own-offer = Usted solicitó esta oferta: debe firmarla otra persona.
portal-commentary = Comentarios y acciones
portal-comment-review = En la revisión interna
portal-comment-deck = En la presentación del cliente, en su resumen
portal-actions = Acciones para la página de decisiones
portal-save = Guardar
portal-next-version = Entra en la próxima versión.
portal-undo-a-day = Lo que guarde se puede deshacer durante un día.
portal-undo = Deshacer
portal-undo-until = hasta el { $moment }
portal-changes = Cambios recientes
portal-changed-decision = Archivo de renovación guardado
portal-changed-remark = Comentarios o acciones guardados
portal-changed-approved = Oferta aprobada
portal-changed-refused = Oferta rechazada
portal-file = Archivo
portal-upload-workbook = Entregar un archivo de renovación editado
portal-upload-edited = Entregar un archivo editado
portal-upload-look = Ver qué cambia
portal-upload-check = Revise este archivo
portal-upload-not-yet = Verá qué cambia antes de que se guarde nada.
portal-upload-changes = Cambios frente a la versión más reciente
portal-upload-moved = Valores por omisión que cambiaron desde entonces (quedan como están ahora)
portal-upload-signed-here = Una decisión escrita en Excel queda registrada. Cuenta como aprobada cuando quien aprueba la firma aquí.
portal-upload-no-news = El archivo no dice nada que no se sepa ya.
portal-upload-store = Guardar
portal-upload-discard = Descartar
portal-upload-refused = Este archivo no se aceptó
portal-upload-nothing-stored = No se guardó nada. Parta del archivo más reciente de la página del cliente.
portal-upload-wrong-type = No es ni un archivo de renovación (.xlsx) ni una presentación (.pptx).
portal-input = Dato
portal-in-file = En el archivo

remark-chosen = elegida
remark-left = ya no está elegida
remark-emptied = eliminado

portal-problem-too-large = El archivo es más grande que cualquiera de los nuestros; no se guardó nada. Entregue el archivo tal como lo descargó y editó.
portal-problem-not-judged = El archivo no se pudo leer a tiempo; no se guardó nada. Entregue el archivo tal como lo descargó y editó, o avise a quien administra Cartera.

portal-week = Esta semana
portal-team = Mi equipo
portal-download-brief = Informe en diapositivas
portal-other-briefs = Informes de otros gerentes
portal-read-brief = Leer
portal-clients-of = { $count ->
    [one] un cliente
   *[other] { $count } clientes
}{ $former ->
    [0] { "" }
    [one] { " " }y uno antiguo
   *[other] { " " }y { $former } antiguos
}
portal-active-clients = Clientes
portal-with-signals = Con señales
portal-held-back = Retenidos
portal-to-sign = Por firmar
portal-next-renewal = Próxima renovación
portal-report = Informe
portal-read-report = Informe de validación
portal-why = Motivo
portal-none-held = Ningún cliente está retenido.
portal-late = Datos con retraso
portal-none-late = Nada de lo que espera el periodo de la última ejecución llega con retraso.
portal-faults = Filas apartadas o señaladas
portal-no-faults = No se apartó ninguna fila de las últimas exportaciones.
portal-fault-source = Fuente
portal-fault-place = Archivo y línea
portal-fault-field = Tabla y campo
portal-fault-rule = Regla
portal-fault-effect = Efecto
portal-new = Nuevo
portal-restated = Qué se ha corregido
portal-downloads = Quién ha descargado

portal-problem = Esta página no se puede mostrar
portal-problem-not-there = No hay nada en esta dirección, o no le corresponde verlo. Vuelva a sus clientes.
portal-problem-form-expired = El formulario había caducado; no se cambió nada. Abra la página de nuevo y repita.
portal-problem-form-unread = El formulario llegó incompleto o dañado; no se guardó nada. Abra la página de nuevo y repita.
portal-problem-failed = Algo falló aquí; no se guardó nada. Inténtelo de nuevo y, si continúa, avise a quien administra Cartera: el registro del portal tiene los detalles.
portal-problem-file-lost = El archivo ya no está donde se publicó, o fue modificado allí; no se entregó. Avise a quien administra Cartera: la próxima ejecución lo escribe de nuevo.
portal-problem-unavailable = Los datos no se pueden leer en este momento. Inténtelo en unos minutos; si continúa, avise a quien administra Cartera.
portal-to-start = Ir a la primera página

portal-serving = El portal está abierto en { $address }. Ctrl-C lo cierra.
portal-nobody-yet = Todavía no puede entrar nadie: dé acceso con `cartera portal users add ana@example.com --name "Ana Ruiz" --role manager`.
portal-prepared = { $made } { $made ->
    [one] archivo listo
   *[other] archivos listos
} con el cálculo de las cifras{ $failed ->
    [0] .
   *[other] ; { $failed } no se pudieron hacer.
}
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
failure-no-run-of-period = Aún no se ha publicado nada de { $period }: ejecute primero `cartera run --period { $period }`.

portal-column-due = Por renovar al año
portal-column-asked = Piden
portal-column-offered = Nuestra oferta
portal-column-margin = Margen
portal-column-approver = Aprueba
portal-terms = { $discount } · { $years ->
    [one] 1 año
   *[other] { $years } años
}
portal-sum-due = Por renovar al año
portal-sum-asked = { $count ->
    [one] Descuento que pide 1 cliente
   *[other] Descuento que piden { $count } clientes
}
portal-sum-offered = { $count ->
    [one] Descuento de nuestra oferta, 1 cliente
   *[other] Descuento de nuestras ofertas, { $count } clientes
}
portal-sum-unknown = Sin precio o sin tipo de cambio
portal-months = Por mes de renovación; en ámbar, el descuento pedido.
portal-renewal-settled = Firmado en el CRM
portal-renewal-below = Piden bajo el mínimo
portal-renewal-asked = Sin decidir
portal-renewal-unasked = No piden nada

portal-renewals-ahead = Renovaciones con libro
portal-due = Por renovar al año
portal-risk = Ingresos en riesgo
portal-risk-of = Riesgo desconocido
portal-risk-unknown = { $count ->
    [one] sin 1 renovación
   *[other] sin { $count } renovaciones
}
portal-risk-means = Ingresos en riesgo: el precio al año por la probabilidad de que el cliente no renueve a ese precio. Una renovación sin precio, tipo de cambio o probabilidad no entra en ninguna suma.
portal-risk-renewals = Ver cada renovación
portal-risk-months = Por mes de renovación; en rojo, lo que está en riesgo.
portal-risk-by-month = Renovaciones por mes
portal-risk-by-class = Clientes por clase
portal-by-manager = Por responsable de la cuenta
portal-month = Mes
portal-drawn = Dibujo: lo que se renueva y, en rojo, lo que está en riesgo
portal-no-class = Sin clase
portal-figures-of-all = Cifras de todos los clientes
