"""Builders: sites, crews, progress."""

from samples.phrases import Aim, Promise, Trade

INDUSTRIES = ("Construction",)

SPANISH = Trade(
    access=(
        "Alta de residentes de obra",
        "Un jefe de cuadrilla no puede restablecer su contraseña",
        "Cambio de permisos en el equipo de costos",
    ),
    reports=(
        "El informe de avance no incluye los sábados",
        "Duda sobre el cálculo del avance por partida",
        "Exportación a Excel con las obras en otro orden",
    ),
    platform=(
        "La aplicación pierde la señal en obra",
        "El plano tarda en abrir en el teléfono",
        "Avisos de entrega duplicados",
    ),
    outages=(
        "Bitácora de obra fuera de servicio",
        "Los residentes no pueden registrar avance",
        "Solicitudes de material sin respuesta",
    ),
    broken_links=(
        "Sincronización con costos detenida",
        "Pedidos de material duplicados tras reinicio de la integración",
    ),
    praise=(
        "El avance se ve el mismo día, sin esperar al corte.",
        "La bitácora en el teléfono acabó con las libretas.",
    ),
    blame=(
        "Sin señal en obra, la aplicación pierde lo capturado.",
        "El material llega tarde porque la solicitud se queda detenida.",
        "El avance no cuadra con las estimaciones.",
    ),
    promises=(
        Promise(
            "Entregar el tablero de avance por obra",
            "Analítica",
            "us",
            "Tablero en uso en las seis obras",
            "Cada obra medía el avance con otras partidas",
            "Partidas comunes acordadas con Costos",
        ),
        Promise(
            "Formar a los residentes de las obras nuevas",
            "Éxito de clientes",
            "us",
            "20 residentes certificados",
            "Dos sesiones se pospusieron por colados",
            "Formación en obra, los viernes",
        ),
        Promise(
            "Nombrar un responsable de bitácora por obra",
            "Dirección de Obra",
            "client",
            "Seis responsables nombrados",
            "Dos obras cambiaron de residente",
            "El superintendente cubre hasta el relevo",
        ),
        Promise(
            "Unificar el catálogo de materiales",
            "Compras",
            "client",
            "Menos de 1 % de materiales sin código",
            "Había el doble de duplicados de lo estimado",
            "Altas de material solo por Compras",
        ),
    ),
    plans=(
        Promise(
            "Guardar la captura cuando no hay señal",
            "Integraciones",
            "us",
            "Ninguna captura perdida en un mes",
        ),
        Promise(
            "Llevar las solicitudes de material al teléfono",
            "Éxito de clientes",
            "us",
            "Solicitudes en línea en las seis obras",
        ),
        Promise(
            "Comparar avance y estimaciones cada semana",
            "Analítica",
            "us",
            "Comparativo entregado los lunes",
        ),
        Promise(
            "Elegir las dos obras que siguen",
            "Dirección de Obra",
            "client",
            "Obras y fechas acordadas",
        ),
    ),
    aims=(
        Aim("Avance según programa", "percent", "95", "up", ("86", "91.8", "95.3", "97.1")),
        Aim("Material entregado a tiempo", "percent", "90", "up", ("78.5", "85.9", "90.7", "93")),
        Aim("Cierre de estimaciones", "days", "5", "down", ("9", "7", "5", "4")),
        Aim("Espera de material por obra", "hours", "16", "down", ("27", "19.5", "15", "11")),
        Aim("Residentes certificados", "count", "20", "up", ("12", "17", "21", "24")),
    ),
    projects=("Bitácora de obra", "Solicitudes de material"),
    milestones=(
        "Catálogo de partidas aprobado",
        "Ambiente de pruebas disponible",
        "Carga inicial de materiales",
        "Bitácora probada sin señal",
        "Enlace con costos en producción",
        "Piloto en la primera obra",
        "Aceptación de Dirección de Obra",
        "Segunda obra en operación",
        "Bitácoras anteriores migradas",
        "Tablero de avance publicado",
        "Cierre y entrega a soporte",
    ),
    tasks=(
        "Preparar la guía del residente",
        "Revisar las partidas de avance",
        "Configurar avisos de entrega",
        "Actualizar permisos por obra",
        "Documentar la devolución de material",
        "Programar la formación en obra",
    ),
    lead="Superintendencia de Obra",
)

ENGLISH = Trade(
    access=(
        "New site engineers for two projects",
        "A crew lead cannot reset the password",
        "Change of permissions for the cost team",
    ),
    reports=(
        "Progress report leaves out Saturdays",
        "Question about progress by work package",
        "Excel export lists sites in another order",
    ),
    platform=(
        "App loses the signal on site",
        "Drawing is slow to open on the phone",
        "Duplicate delivery alerts",
    ),
    outages=(
        "Site diary out of service",
        "Site engineers cannot record progress",
        "Material requests get no answer",
    ),
    broken_links=(
        "Sync with the cost system has stopped",
        "Duplicate material orders after the integration restarted",
    ),
    praise=(
        "We see progress on the day, not at the month's end.",
        "The site diary on the phone did away with notebooks.",
    ),
    blame=(
        "Without a signal on site, the app loses what was entered.",
        "Material comes late because the request gets stuck.",
        "Progress does not match the valuations.",
    ),
    promises=(
        Promise(
            "Deliver the progress board by site",
            "Analytics",
            "us",
            "Board in use at all six sites",
            "Each site measured progress by other work packages",
            "Common work packages agreed with the cost team",
        ),
        Promise(
            "Train the engineers of the new sites",
            "Customer Success",
            "us",
            "20 site engineers certified",
            "Two sessions were postponed for concrete pours",
            "Training on site, on Fridays",
        ),
        Promise(
            "Name a diary owner at each site",
            "Construction Director",
            "client",
            "Six owners named",
            "Two sites changed their engineer",
            "The superintendent covers until they start",
        ),
        Promise(
            "Bring the material catalogue down to one list",
            "Purchasing",
            "client",
            "Under 1% of materials without a code",
            "There were twice as many duplicates as estimated",
            "Only Purchasing adds materials",
        ),
    ),
    plans=(
        Promise(
            "Keep what is entered when there is no signal",
            "Integrations",
            "us",
            "Nothing lost in a month",
        ),
        Promise(
            "Take material requests to the phone",
            "Customer Success",
            "us",
            "Requests online at all six sites",
        ),
        Promise(
            "Compare progress with valuations every week",
            "Analytics",
            "us",
            "Comparison delivered on Mondays",
        ),
        Promise(
            "Choose the next two sites",
            "Construction Director",
            "client",
            "Sites and dates agreed",
        ),
    ),
    aims=(
        Aim("Progress on schedule", "percent", "95", "up", ("86", "91.8", "95.3", "97.1")),
        Aim("Material delivered on time", "percent", "90", "up", ("78.5", "85.9", "90.7", "93")),
        Aim("Closing of valuations", "days", "5", "down", ("9", "7", "5", "4")),
        Aim("Waiting for material by site", "hours", "16", "down", ("27", "19.5", "15", "11")),
        Aim("Certified site engineers", "count", "20", "up", ("12", "17", "21", "24")),
    ),
    projects=("Site diary", "Material requests"),
    milestones=(
        "Work packages approved",
        "Test environment available",
        "First load of materials",
        "Diary tested without a signal",
        "Cost link in production",
        "Pilot at the first site",
        "Construction Director's acceptance",
        "Second site live",
        "Past diaries migrated",
        "Progress board published",
        "Close and handover to support",
    ),
    tasks=(
        "Prepare the site engineer's guide",
        "Review the work packages",
        "Set up delivery alerts",
        "Update permissions by site",
        "Document material returns",
        "Schedule training on site",
    ),
    lead="Site Superintendent",
)
