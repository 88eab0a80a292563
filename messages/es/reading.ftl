export-gone = ya no está, o es un enlace a algo que no existe; entregue el archivo mismo, o quite el enlace
export-links-out = es un enlace que sale del lugar de entrega y no se siguió; entregue el archivo mismo
export-is-link = es un enlace y no se siguió; entregue el archivo mismo
export-no-file = no es un archivo sino una tubería, un dispositivo o una carpeta tras un enlace, y no se abrió; quítelo
export-lookup-missing = necesita { $file }, que no está en esta entrega; añádalo
export-lookup-repeats = { $key } debe nombrar una sola fila; filas que repiten una: { $repeats }; corrija la búsqueda { $name } en { $mapping }
export-columns-missing = faltan columnas: { $missing }. Asígnelas en { $mapping }.
export-quotes-not-closed = las comillas de la línea { $line } no se cierran antes del siguiente separador; vuelva a exportarlo
export-quote-never-closed = unas comillas abiertas en la línea { $line } no se cierran nunca; vuelva a exportar el archivo entero
export-field-too-long = un campo en la línea { $line } pasa de 131,072 caracteres; acórtelo o quítelo
export-no-header = no hay cabecera en la línea { $header_line }; vuelva a exportarlo, o corrija header_line en { $mapping }
export-no-section = no hay una sección «{ $title }»; vuelva a exportarlo, o corrija section en { $mapping }
export-web-page = es una página web y no una exportación, como cuando no se ha iniciado sesión; vuelva a exportarlo
export-nul-bytes = la línea { $line } tiene bytes nulos; el archivo está dañado, o su codificación no es la de { $mapping }
export-no-character = la línea { $line } tiene { $text }, que no es un carácter; vuelva a exportarlo
export-not-json = la línea { $line } no es JSON ({ $problem }); vuelva a exportarlo
export-nested-too-deeply = sus valores están anidados a demasiada profundidad para ser una exportación
export-wrong-encoding = no es texto { $encoding }; diga la codificación del archivo en { $mapping }
export-empty = el archivo está vacío; vuelva a exportarlo, o quítelo
export-not-text = es un libro de Excel o un ZIP, no texto; diga format = "xlsx" para un libro en { $mapping }, o descomprima el ZIP
export-line-not-encoded = la línea { $line } no es texto { $encoding } ({ $byte ->
        [end] el final
       *[other] { $byte }
    }); diga la codificación del archivo en { $mapping }, como { $other }
export-gzip-damaged = el archivo comprimido está dañado; vuelva a exportarlo
export-gzip-too-large = al descomprimirse ocupa mucho más que su tamaño; vuelva a exportarlo
export-line-not-as-marked = la línea { $line } no es texto { $encoding } ({ $byte ->
        [end] el final
       *[other] { $byte }
    }), como empieza; vuelva a exportarlo
export-is-utf8 = su texto es UTF-8 y { $mapping } dice { $encoding }: los nombres saldrían estropeados; ponga ahí encoding = "utf-8"
export-zip-too-large = al descomprimirse ocupa mucho más que una exportación; vuelva a exportarlo
export-zip-names-twice = nombra dos veces uno de sus archivos; vuelva a exportarlo
export-zip-path-outside = uno de sus archivos nombra una ruta fuera de él; no use este ZIP
export-zip-encrypted = está cifrado; vuelva a exportarlo sin contraseña
export-zip-damaged = no es un ZIP, o está dañado; vuelva a exportarlo
export-no-header-in-sheet = no hay cabecera en la línea { $header_line }; corrija header_line en { $mapping }
export-xlsx-too-large = al descomprimirse ocupa mucho más que un libro de Excel; vuelva a exportarlo
export-no-sheet = no hay una hoja «{ $name }», sino { $sheets }; corrija 'sheet' en { $mapping }
export-not-xlsx = no es un libro XLSX; guárdelo como tal
expected-listed = una de { $values }, como dice `values`
expected-allowed = una de { $allowed }, o una palabra que traduzca `values`
expected-date = una fecha escrita como { $formats }, entre 1900 y 2200
expected-number = un número como { $example }
expected-amount = un importe como { $example }
export-not-opened = no se puede abrir ({ $why }); corrija sus permisos, o quítelo
export-goes-on = su lista sigue («{ $at }») en una página que falta; entregue todas sus páginas, o una exportación completa
export-no-list = no tiene { $at ->
            [none] ninguna lista
       *[other] una lista en «{ $at }»
    }; corrija 'records' en { $mapping }
export-one-column = faltan columnas: { $missing }. Su cabecera es una sola columna; corrija 'delimiter' o 'encoding' en { $mapping }.
export-column-retyped = { NUMBER($count, useGrouping: 1) } de { NUMBER($rows, useGrouping: 1) } filas no tienen { $expected } en «{ $column }» de { $table }, así que no se cargó nada de { $source }; compare las columnas del archivo con el mapeo de { $source } y vuelva a entregarlo.
export-off-scale = { NUMBER($count, useGrouping: 1) } de { NUMBER($rows, useGrouping: 1) } respuestas no son { $expected }, así que no se cargó ninguna: en otra escala las demás también se contarían mal. Indique qué escala es (el mapeo incluido lee una columna Scale, como 7 o 1-10) y vuelva a entregarlo.
export-rows-unusable = { $source }: { NUMBER($unusable, useGrouping: 1) } de { NUMBER($rows, useGrouping: 1) } filas de { $table } no se pueden usar, la mayoría por «{ LOWER($rule) }» (la primera en { $file }, línea { $line }), así que no se cargó nada de { $source }; compare las columnas del archivo con el mapeo de { $source } y vuelva a entregarlo.
export-columns-unread = nada lee las columnas { $columns }; asígnelas en { $mapping } si hacen falta.
export-filter-unsaid = no tiene la columna { $column }, por la que se dejan fuera las filas que no cuentan; si puede tener filas así, expórtelo con esa columna.
export-interval-unsaid = ninguna columna ni archivo dice de cuántos meses o años son los importes ({ $missing }), así que cada uno cuenta por uno; si alguno se factura cada varios meses, expórtelo con esas columnas o deje ese archivo al lado.
export-days-swappable = { $source }: en { NUMBER($count, useGrouping: 1) } { $count ->
        [one] archivo
       *[other] archivos
    } nada distingue el día del mes, como en { $example }, que se leyó como { $read }. Si no es así, ponga el formato correcto en `dates` de una copia del mapeo.
export-columns-added = su última exportación no tenía las columnas { $columns }, y nada las lee; asígnelas en { $mapping } si hacen falta.
export-older = { $source }: la exportación entregada el { $landed } UTC no se cargó, porque en el almacén hay una más nueva, del { $newest } UTC; entréguela con una fecha posterior si debe sustituirla.
export-shrunk = { $source }: { $now ->
            [one] llegó { $now } fila
       *[other] llegaron { NUMBER($now, useGrouping: 1) } filas
    } de { $table } donde se conocían { NUMBER($before, useGrouping: 1) }; si no se borraron allí, el archivo se cortó: vuelva a exportarlo y entréguelo con una fecha posterior.
export-unmatched = { $file }: ningún mapeo conoce este archivo por su nombre y su cabecera, así que se dejó.
export-read-twice = Más de una fuente lee { $file }: { $sources }. Si solo debe leerlo una, estreche «pattern» o «requires» en los mapeos de las demás.
told-of-file = { $source } { $name }: { $told }
export-quotes = sus comillas: { $problem }
export-cannot-be-opened = no se puede abrir; vuelva a exportarlo
export-sheets-empty = sus hojas están vacías
export-first-sheet-empty = su primera hoja está vacía
export-no-json = no es JSON ({ $problem })
export-no-objects = no tiene ninguna lista de objetos
expected-fields = { $wanted } campos como en la cabecera, no { $found }
expected-cells = { $wanted } celdas como en la cabecera
expected-object = un objeto con valores con nombre
expected-known-key = la clave de una cuenta, o una que traduzca el mapa de cuentas
expected-parent = una fila superior que se pueda leer
expected-one-account = la cuenta que da la otra lista, o ninguna fila aquí
expected-value = un valor
expected-claimed = una fila que tome alguna tabla del mapeo
expected-minutes = un número de minutos
expected-not-so-fine = no más decimales de los que tiene la moneda
expected-discount = cuánto descuenta el cupón que se nombra
expected-price = el precio de todos los elementos en la moneda que se paga: su importe por unidad o sus tramos, y el tipo del impuesto que incluya
expected-interval-confirmed = un periodo posterior, una lista de precios o la línea de la factura, pues un primer periodo puede ser más corto que el del precio
expected-interval = un periodo de cobro de meses, semanas o años enteros, o de cuántos de ellos es el precio
expected-scale = un número del { $lowest } al { $highest }
expected-formula-value = el valor de una fórmula; abra el libro, deje que calcule y guárdelo
expected-currency = una moneda junto al importe
expected-currency-code = un código de moneda ISO 4217, como MXN o EUR
expected-boolean = una palabra para verdadero o falso; traduzca otras con `values`
