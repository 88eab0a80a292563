"""Plants that make things: lines, machines, quality."""

from samples.phrases import Aim, Promise, Trade

INDUSTRIES = ("Manufacturing", "Textiles", "Paper & Packaging", "Furniture", "Robotics")

SPANISH = Trade(
    access=(
        "Alta de operarios del turno de noche",
        "Un jefe de línea no puede restablecer su contraseña",
        "Cambio de permisos en el equipo de calidad",
    ),
    reports=(
        "El informe de rendimiento no separa los paros cortos",
        "Duda sobre el cálculo de la merma por lote",
        "Exportación a Excel con los turnos en otro orden",
    ),
    platform=(
        "La tableta de la línea 2 pierde la sesión",
        "La ficha de la máquina tarda en abrir",
        "Avisos duplicados al cerrar una orden de trabajo",
    ),
    outages=(
        "Pantallas de planta sin datos durante el turno",
        "Los operarios no pueden cerrar órdenes de trabajo",
        "Registro de calidad fuera de servicio",
    ),
    broken_links=(
        "Lectura de máquinas detenida",
        "Órdenes duplicadas tras reinicio de la integración",
    ),
    praise=(
        "Vemos los paros en el momento y no al día siguiente.",
        "La tableta de línea sustituyó a las hojas de papel.",
    ),
    blame=(
        "La tableta pierde la sesión en mitad del turno.",
        "El registro de calidad es lento cuando cambia el lote.",
        "Los informes no cuadran con el parte de planta.",
    ),
    promises=(
        Promise(
            "Publicar el tablero de paros por máquina",
            "Analítica",
            "us",
            "Tablero en uso en las tres líneas",
            "Dos máquinas no registraban el motivo del paro",
            "Lista cerrada de motivos acordada con Mantenimiento",
        ),
        Promise(
            "Formar a los jefes de línea de la segunda planta",
            "Éxito de clientes",
            "us",
            "18 jefes de línea certificados",
            "Dos sesiones coincidieron con el cambio de utillaje",
            "Calendario de formación fuera de los cambios de utillaje",
        ),
        Promise(
            "Nombrar un responsable de datos de planta",
            "Dirección Industrial",
            "client",
            "Responsable nombrado y presentado",
            "La vacante se cubrió al cierre del trimestre",
            "El jefe de turno asume la tarea hasta enero",
        ),
        Promise(
            "Revisar los códigos de material antes de la carga",
            "Ingeniería",
            "client",
            "Menos de 1 % de materiales sin código",
            "Aparecieron tres listas de materiales distintas",
            "Una sola lista, con responsable en Ingeniería",
        ),
    ),
    plans=(
        Promise(
            "Conectar las máquinas de la segunda planta",
            "Integraciones",
            "us",
            "Doce máquinas con lectura automática",
        ),
        Promise(
            "Pasar el control de calidad de papel a tableta",
            "Éxito de clientes",
            "us",
            "Ninguna hoja de control en papel",
        ),
        Promise(
            "Avisar de la merma en cuanto pasa del límite",
            "Analítica",
            "us",
            "Aviso en menos de diez minutos",
        ),
        Promise(
            "Decidir qué turno empieza con la planificación nueva",
            "Dirección Industrial",
            "client",
            "Turno y fecha acordados",
        ),
    ),
    aims=(
        Aim("Rendimiento de las líneas", "percent", "85", "up", ("78.2", "82.6", "85.9", "87.3")),
        Aim("Paros no planificados al mes", "hours", "24", "down", ("39.5", "27", "22.5", "16")),
        Aim("Merma de material", "percent", "3", "down", ("4.4", "3.5", "2.9", "2.4")),
        Aim("Plazo de cambio de utillaje", "hours", "3", "down", ("4.6", "3.7", "2.8", "2.3")),
        Aim("Operarios certificados en tableta", "count", "60", "up", ("38", "52", "61", "70")),
    ),
    projects=("Lectura de máquinas", "Calidad sin papel"),
    milestones=(
        "Lista de máquinas y señales aprobada",
        "Red de planta preparada",
        "Primera línea con lectura automática",
        "Motivos de paro configurados",
        "Prueba de un turno completo",
        "Piloto de calidad en la primera línea",
        "Aceptación de planta firmada",
        "Segunda línea en producción",
        "Históricos de calidad migrados",
        "Tablero de paros publicado",
        "Cierre y entrega a soporte",
    ),
    tasks=(
        "Preparar la guía del operario",
        "Revisar los motivos de paro",
        "Configurar avisos de merma",
        "Actualizar permisos por turno",
        "Documentar el cambio de lote",
        "Programar la formación de jefes de línea",
    ),
    lead="Jefatura de Producción",
)

ENGLISH = Trade(
    access=(
        "New operators for the night shift",
        "A line lead cannot reset the password",
        "Change of permissions for the quality team",
    ),
    reports=(
        "Performance report does not split out short stops",
        "Question about how scrap is worked out by batch",
        "Excel export lists shifts in another order",
    ),
    platform=(
        "The tablet on line 2 loses its session",
        "Machine record is slow to open",
        "Duplicate alerts when a work order is closed",
    ),
    outages=(
        "Shop-floor screens without data during the shift",
        "Operators cannot close work orders",
        "Quality record unavailable",
    ),
    broken_links=(
        "Machine readings have stopped",
        "Duplicate work orders after the integration restarted",
    ),
    praise=(
        "We see a stop when it happens, not the next day.",
        "The line tablet replaced our paper sheets.",
    ),
    blame=(
        "The tablet drops its session in the middle of a shift.",
        "The quality record is slow whenever the batch changes.",
        "Reports do not match the plant's own figures.",
    ),
    promises=(
        Promise(
            "Publish the stop board by machine",
            "Analytics",
            "us",
            "Board in use on all three lines",
            "Two machines did not record why they stopped",
            "A fixed list of causes agreed with Maintenance",
        ),
        Promise(
            "Train the line leads of the second plant",
            "Customer Success",
            "us",
            "18 line leads certified",
            "Two sessions clashed with a tooling change",
            "Training calendar keeps clear of tooling changes",
        ),
        Promise(
            "Name an owner for plant data",
            "Manufacturing",
            "client",
            "Owner named and introduced",
            "The vacancy was filled at the end of the quarter",
            "The shift manager takes it on until January",
        ),
        Promise(
            "Check the material codes before the load",
            "Engineering",
            "client",
            "Under 1% of materials without a code",
            "Three different bills of materials turned up",
            "One list, owned by Engineering",
        ),
    ),
    plans=(
        Promise(
            "Connect the machines of the second plant",
            "Integrations",
            "us",
            "Twelve machines read automatically",
        ),
        Promise(
            "Move quality checks from paper to tablet",
            "Customer Success",
            "us",
            "No check sheets left on paper",
        ),
        Promise(
            "Raise an alert as soon as scrap passes its limit",
            "Analytics",
            "us",
            "Alert within ten minutes",
        ),
        Promise(
            "Choose the shift that starts with the new planning",
            "Manufacturing",
            "client",
            "Shift and date agreed",
        ),
    ),
    aims=(
        Aim("Line performance", "percent", "85", "up", ("78.2", "82.6", "85.9", "87.3")),
        Aim("Unplanned stops a month", "hours", "24", "down", ("39.5", "27", "22.5", "16")),
        Aim("Material scrap", "percent", "3", "down", ("4.4", "3.5", "2.9", "2.4")),
        Aim("Time to change tooling", "hours", "3", "down", ("4.6", "3.7", "2.8", "2.3")),
        Aim("Operators certified on tablet", "count", "60", "up", ("38", "52", "61", "70")),
    ),
    projects=("Machine readings", "Paperless quality"),
    milestones=(
        "List of machines and signals approved",
        "Plant network ready",
        "First line read automatically",
        "Causes of stops set up",
        "Test over one full shift",
        "Quality pilot on the first line",
        "Plant acceptance signed",
        "Second line in production",
        "Quality history migrated",
        "Stop board published",
        "Close and handover to support",
    ),
    tasks=(
        "Prepare the operator's guide",
        "Review the causes of stops",
        "Set up scrap alerts",
        "Update permissions by shift",
        "Document the batch change",
        "Schedule training for line leads",
    ),
    lead="Production Manager",
)
