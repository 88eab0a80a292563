"""Growers, wineries and food makers: batches, cold rooms, traceability."""

from samples.phrases import Aim, Promise, Trade

INDUSTRIES = ("Food & Beverage", "Wine & Spirits", "Agriculture")

SPANISH = Trade(
    access=(
        "Alta de usuarios para la campaña",
        "Una técnica de calidad no puede restablecer su contraseña",
        "Cambio de permisos en el equipo de almacén frío",
    ),
    reports=(
        "El informe de trazabilidad no incluye los lotes devueltos",
        "Duda sobre el cálculo de pedidos completos",
        "Exportación a Excel con los lotes en otro orden",
    ),
    platform=(
        "El lector de códigos no reconoce una etiqueta nueva",
        "La ficha del lote tarda en abrir",
        "Avisos de temperatura duplicados",
    ),
    outages=(
        "No se pueden registrar entradas de producto",
        "Trazabilidad sin servicio durante una auditoría",
        "Avisos de temperatura fuera de servicio",
    ),
    broken_links=(
        "Sincronización con las básculas detenida",
        "Pedidos duplicados tras reinicio de la integración",
    ),
    praise=(
        "Encontramos cualquier lote en dos minutos.",
        "La auditoría se preparó en una mañana y no en una semana.",
    ),
    blame=(
        "El lector falla con las etiquetas de los proveedores pequeños.",
        "La trazabilidad se queda parada en plena campaña.",
        "Los informes no cuadran con las existencias de cámara.",
    ),
    promises=(
        Promise(
            "Entregar el informe de trazabilidad por lote",
            "Analítica",
            "us",
            "Cualquier lote localizado en menos de 10 minutos",
            "Los proveedores enviaban el lote en tres formatos",
            "Etiqueta única acordada con Compras",
        ),
        Promise(
            "Formar a los encargados de recepción",
            "Éxito de clientes",
            "us",
            "22 encargados certificados",
            "Dos sesiones cayeron en plena campaña",
            "Calendario de formación fuera de campaña",
        ),
        Promise(
            "Designar un responsable de trazabilidad",
            "Calidad",
            "client",
            "Responsable nombrado y presentado",
            "La vacante se cubrió al cierre del trimestre",
            "La jefa de laboratorio asume la tarea hasta enero",
        ),
        Promise(
            "Unificar los códigos de proveedor",
            "Compras",
            "client",
            "Un solo código por proveedor",
            "Había el doble de duplicados de lo estimado",
            "Altas de proveedor solo por Compras",
        ),
    ),
    plans=(
        Promise(
            "Conectar las básculas de la segunda planta",
            "Integraciones",
            "us",
            "Todas las entradas pesadas sin teclear",
        ),
        Promise(
            "Ensayar una retirada de producto de principio a fin",
            "Éxito de clientes",
            "us",
            "Ensayo completo en menos de dos horas",
        ),
        Promise(
            "Publicar el tablero de caducidades",
            "Analítica",
            "us",
            "Tablero en uso en las dos cámaras",
        ),
        Promise(
            "Confirmar las fechas de la próxima campaña",
            "Operaciones",
            "client",
            "Calendario de campaña compartido",
        ),
    ),
    aims=(
        Aim("Pedidos completos", "percent", "97", "up", ("92.1", "95.4", "97.6", "98.3")),
        Aim("Tiempo para localizar un lote", "hours", "1", "down", ("2.5", "1.4", "0.9", "0.5")),
        Aim(
            "Producto retirado por caducidad", "percent", "2", "down", ("3.1", "2.3", "1.8", "1.4")
        ),
        Aim("Preparación de una auditoría", "days", "3", "down", ("5", "4", "3", "2")),
        Aim("Proveedores con etiqueta única", "count", "50", "up", ("28", "41", "52", "57")),
    ),
    projects=("Trazabilidad de lotes", "Control de temperatura"),
    milestones=(
        "Mapa de lotes y etiquetas aprobado",
        "Ambiente de pruebas disponible",
        "Carga inicial de proveedores",
        "Primera recepción con lector",
        "Básculas conectadas",
        "Piloto en la primera cámara",
        "Ensayo de retirada superado",
        "Segunda cámara en producción",
        "Históricos de lotes migrados",
        "Primera revisión de operación celebrada",
        "Cierre y entrega a soporte",
    ),
    tasks=(
        "Preparar la guía de recepción",
        "Revisar los límites de temperatura",
        "Configurar avisos de caducidad",
        "Actualizar permisos por cámara",
        "Documentar la retirada de producto",
        "Programar la formación de recepción",
    ),
    lead="Jefatura de Calidad",
    departments=("Recepción", "Calidad", "Despacho"),
    modules=("Lotes", "Etiquetas", "Informes"),
)

ENGLISH = Trade(
    access=(
        "New users for the season",
        "A quality technician cannot reset the password",
        "Change of permissions for the cold store team",
    ),
    reports=(
        "Traceability report leaves out returned batches",
        "Question about how complete orders are counted",
        "Excel export lists batches in another order",
    ),
    platform=(
        "Scanner does not read a new label",
        "Batch record is slow to open",
        "Duplicate temperature alerts",
    ),
    outages=(
        "Incoming goods cannot be recorded",
        "Traceability unavailable during an audit",
        "Temperature alerts out of service",
    ),
    broken_links=(
        "Weighing scales no longer synchronise",
        "Duplicate orders after the integration restarted",
    ),
    praise=(
        "We find any batch within two minutes.",
        "The audit took a morning to prepare instead of a week.",
    ),
    blame=(
        "The scanner struggles with labels from small suppliers.",
        "Traceability stalls at the height of the season.",
        "Reports do not match what is in the cold store.",
    ),
    promises=(
        Promise(
            "Deliver the traceability report by batch",
            "Analytics",
            "us",
            "Any batch found in under 10 minutes",
            "Suppliers sent batch numbers in three formats",
            "One label format agreed with Purchasing",
        ),
        Promise(
            "Train the goods-in leads",
            "Customer Success",
            "us",
            "22 leads certified",
            "Two sessions fell in the middle of the season",
            "Training calendar keeps clear of the season",
        ),
        Promise(
            "Name an owner for traceability",
            "Quality",
            "client",
            "Owner named and introduced",
            "The vacancy was filled at the end of the quarter",
            "The laboratory lead takes it on until January",
        ),
        Promise(
            "Bring supplier codes down to one list",
            "Purchasing",
            "client",
            "One code a supplier",
            "There were twice as many duplicates as estimated",
            "Only Purchasing adds suppliers",
        ),
    ),
    plans=(
        Promise(
            "Connect the scales of the second plant",
            "Integrations",
            "us",
            "All incoming goods weighed without typing",
        ),
        Promise(
            "Rehearse a product recall from start to finish",
            "Customer Success",
            "us",
            "Full rehearsal in under two hours",
        ),
        Promise(
            "Publish the shelf-life board",
            "Analytics",
            "us",
            "Board in use in both cold stores",
        ),
        Promise(
            "Confirm the dates of the next season",
            "Operations",
            "client",
            "Season calendar shared",
        ),
    ),
    aims=(
        Aim("Complete orders", "percent", "97", "up", ("92.1", "95.4", "97.6", "98.3")),
        Aim("Time to find a batch", "hours", "1", "down", ("2.5", "1.4", "0.9", "0.5")),
        Aim("Product past its date", "percent", "2", "down", ("3.1", "2.3", "1.8", "1.4")),
        Aim("Preparing an audit", "days", "3", "down", ("5", "4", "3", "2")),
        Aim("Suppliers on the single label", "count", "50", "up", ("28", "41", "52", "57")),
    ),
    projects=("Batch traceability", "Temperature control"),
    milestones=(
        "Map of batches and labels approved",
        "Test environment available",
        "First load of suppliers",
        "First goods received by scanner",
        "Scales connected",
        "Pilot in the first cold store",
        "Recall rehearsal passed",
        "Second cold store in production",
        "Batch history migrated",
        "First operating review held",
        "Close and handover to support",
    ),
    tasks=(
        "Prepare the goods-in guide",
        "Review the temperature limits",
        "Set up shelf-life alerts",
        "Update permissions by cold store",
        "Document the recall process",
        "Schedule goods-in training",
    ),
    lead="Quality Manager",
    departments=("Goods in", "Quality", "Dispatch"),
    modules=("Batches", "Labels", "Reports"),
)
