# Lo que dice `cartera --help`: la frase de cada orden, sus opciones por nombre y un ejemplo.

help = De las exportaciones mensuales del CRM y de la facturación a presentaciones de revisión y libros de renovación.
    .example = Cualquier orden muestra el rastro de un fallo con CARTERA_DEBUG=1.
help-sample = Escribe una empresa inventada: sus exportaciones, sus ajustes y la verdad sobre sus cifras.
    .directory = Carpeta nueva para la empresa.
    .accounts = Cuántos clientes con informe.
    .seed = La misma semilla da la misma empresa.
    .example = Ejemplo: cartera sample demo --accounts 24 --seed 7
help-init = Crea la carpeta de una empresa: cartera.toml por rellenar, landing/ y mappings/.
    .directory = Carpeta nueva para la empresa.
    .example = Ejemplo: cartera init acme
help-map = Adivina qué hay en exportaciones desconocidas y escribe un mapeo para repasar y corregir.
    .folder = Carpeta con las exportaciones, tal como llegaron.
    .out = Archivo de mapeo que se escribe; su nombre es el del origen.
    .example = Ejemplo: cartera map exports --out acme/mappings/erp.toml --company acme
help-fetch = Traer los datos de cada sistema desde su API al lugar de entrega. Termina con 0: todos completos; 3: algunos; 1: ninguno.
    .system = Solo estos sistemas; nombres separados por comas.
    .check = Probar claves y permisos sin traer nada, y decir qué falta.
    .full = Todo de nuevo, no solo lo que cambió desde la última descarga.
    .start = Traer de nuevo lo creado o cambiado desde este día.
    .end = Y hasta este día.
    .example = Ejemplo: cartera fetch --company acme --system stripe
help-awaited = Cuáles de las exportaciones que un mes espera han llegado. No trae nada. Termina con 0: todas; 3: falta alguna.
    .period = El mes o trimestre; sin él, el último mes completo.
    .example = Ejemplo: cartera awaited --company acme && cartera run --company acme --period 2026-09
help-check = Lee y valida lo que ha llegado; dice qué se apartaría o se retendría.
    .data-docs = Escribe además las páginas propias de Great Expectations en esta carpeta.
    .example = Ejemplo: cartera check --company acme
help-run = Lee, valida, calcula y publica. Termina con 0: todo publicado; 3: algo retenido; 1: nada publicado; 2: mal uso.
    .through = Y cada periodo de esa duración que le sigue, hasta este.
    .accounts = Solo los archivos de estas cuentas; ids separados por comas.
    .variant = Archivos para clientes, internos o ambos.
    .example = Ejemplo: cartera run --period 2026-Q3 --accounts 0015e00000A1b2CAAR --lang es
help-kpis = Cifras de un periodo: valor o motivo, numerador, denominador y filas que hay detrás de cada una.
    .account = Solo este cliente, por id o nombre; `portfolio` para todos juntos.
    .by = De quién; puede darse varias veces. Sin ella, de cada cliente y de todos juntos.
    .format = Cómo se muestran las cifras.
    .example =
        Ejemplo: cartera kpis --period 2026-Q3 --account 0015e00000A1b2CAAR --format csv

        De cada gerente y equipo, en doce meses: cartera kpis --period 2026-Q3-TTM --by manager --by team
help-explain = La definición de una cifra, su cálculo y cada fila que entró o quedó fuera.
    .client = Id o nombre de un cliente (o de lo que diga --by); `portfolio` para todos.
    .kpi = El id de una cifra, como lo muestra `cartera kpis`.
    .by = Qué es el nombre: un cliente, una cuenta, un gerente, …
    .format = Cómo se muestra la explicación.
    .rows = Máximo de filas que se muestran de una tabla, primero las mayores; 0 para todas.
    .example = Ejemplo: cartera explain "Textiles Ferrovía" recognised_revenue --period 2026-Q3 --format json
help-status = Las últimas ejecuciones, las cuentas retenidas y las filas apartadas con archivo y línea.
    .example = Ejemplo: cartera status --company acme
help-restore = Recupera archivos publicados y exportaciones del archivo histórico y del almacén; lo que está se queda.
    .landing = Poner las exportaciones en esta carpeta en lugar del lugar de llegada de la empresa.
    .example = Ejemplo: cartera restore --company acme
help-notify = Avisa a los gerentes de archivos nuevos de los que no saben, o prueba cada forma de avisar.
    .test = Enviar un aviso de prueba por cada vía que nombra cartera.toml; no se envía nada más.
    .example = Ejemplo: cartera notify --test --company acme
help-forget = Quita a una persona o un cliente del almacén, del archivo histórico y de lo publicado; las sumas quedan.
    .person = Nombre o correo de una persona, como lo escriben las exportaciones.
    .client = En su lugar, el id de un cliente: sus nombres y los de su gente.
    .dry-run = Decir dónde se les nombra, sin cambiar nada.
    .yes = Olvidar sin preguntar.
    .who = Por orden de quién; el usuario del equipo si no se dice.
    .example = Ejemplo: cartera forget 'Ana Ruiz' --dry-run --company acme
help-tidy = Quita lo que [retention] en cartera.toml ya no conserva: versiones y exportaciones reemplazadas.
    .dry-run = Decir qué sería, sin cambiar nada.
    .example = Ejemplo: cartera tidy --dry-run --company acme
help-accounts = Propone qué cuenta es cada clave de otro sistema, para que decida una persona.
help-accounts-propose = Escribe en un archivo las claves que no llevan a ninguna cuenta, con propuestas; con eso no se une nada.
    .out = mapa_de_cuentas….csv, o el nombre que tenga en otro idioma.
    .example = Ejemplo: cartera accounts propose --company acme --out mapa_de_cuentas.csv
help-decisions = Trae de vuelta lo que finanzas escribió en los libros de renovación.
help-decisions-import = Pone los libros editados sobre la edición más reciente, muestra qué cambia y lo guarda.
    .files = Libros de renovación editados, de cualquier edición.
    .account = Rechaza los libros de cualquier otro cliente.
    .yes = Guarda sin preguntar.
    .example = Ejemplo: cartera decisions import output/2026-Q3/acme-001/internal-renewal-acme-001-*.xlsx
help-decks = Trae de vuelta lo que los gerentes escribieron en las presentaciones.
help-decks-import =
    Guarda los comentarios y las acciones elegidas de presentaciones editadas: la próxima edición los lleva.

    No se guarda nada si no se pueden leer todos los archivos.
    .files = Presentaciones editadas, de cualquier edición publicada.
    .account = Rechaza las presentaciones de cualquier otro cliente.
    .example = Ejemplo: cartera decks import output/2026-Q3/acme-001/qbr-acme-001-2026-Q3-es-v1.pptx
help-portal = Las páginas en las que gerentes y finanzas encuentran sus archivos; se sirven hasta que se detengan.
    .host = La dirección en la que escucha.
    .port = El puerto en el que escucha.
    .example = Ejemplo: cartera portal --company acme
help-portal-prepare = Prepara lo que el portal muestra además de los archivos de una ejecución: cómo se calculan sus cifras y, donde está LibreOffice, imágenes de las páginas de las presentaciones.
    .manager = Solo de los clientes del gerente con este correo.
    .pictures = Con imágenes de las páginas; hacen falta LibreOffice y poppler.
    .example = Ejemplo: cartera portal prepare --period 2026-Q3
help-portal-users = Quién puede entrar con una cuenta local.
help-portal-users-add = Deja entrar a alguien, o cambia su nombre, sus papeles y su contraseña; sus sesiones terminan.
    .name = Como lo muestran las páginas.
    .role = manager, lead, director, finance u operator; se puede repetir.
    .example = Ejemplo: cartera portal users add ana@example.com --name 'Ana Ruiz'
help-portal-users-list = Todos los que pueden entrar, y como qué.
    .example = Ejemplo: cartera portal users list
help-portal-users-disable = No deja entrar más a alguien; sus sesiones terminan en el acto.
    .example = Ejemplo: cartera portal users disable ana@example.com
help-portal-audit = Escribe en CSV lo que cada cual hizo o se le negó; falla si alguien alteró una entrada.
    .example = Ejemplo: cartera portal audit > audit.csv

# Opciones que tienen varias órdenes.
help-option =
    .company = Carpeta con el cartera.toml de la empresa.
    .lang = { OR($languages) }; sin ella, el idioma del entorno.
    .period = 2026-Q3 para un trimestre, 2026-10 para un mes, 2026 para un año (fiscales donde la empresa los tiene), 2026-Q3-TTM para los doce meses hasta él.
    .known-at = Usa solo lo que había llegado hasta entonces, como 2026-10-01.
    .importer = Quién importa; sin ella, el usuario del equipo.
    .email = El correo electrónico con el que entra.
    .help = Muestra este mensaje y termina.

# El marco de todo ello.
help-usage = Uso:
help-some-options = [OPCIONES]
help-some-command = ORDEN [ARGUMENTOS]...
help-arguments = Argumentos
help-options = Opciones
help-commands = Órdenes
help-default = [por omisión: { $value }]
help-environment = [variable de entorno: { $value }]
help-required = [obligatorio]
help-error = Error
help-more = { $command } dice más.

# Qué dice una orden mal escrita.
use-option-unknown = No existe la opción { $typed }.
use-option-near = No existe la opción { $typed }. ¿Quiso decir { $near }?
use-option-bare = { $option } necesita un valor a continuación.
use-option-filled = { $option } no lleva valor.
use-option-missing = Falta { $name } con su valor.
use-argument-missing = Falta { $name }.
use-no-choice = { $name } no puede ser «{ $typed }»: debe ser { OR($known) }.
use-no-number = { $name } no puede ser «{ $typed }»: debe ser un número entero.
use-too-many = Sobra lo siguiente: { $words }.
use-command-unknown = No existe la orden { $typed }.
use-command-near = No existe la orden { $typed }. ¿Quiso decir { $near }?
