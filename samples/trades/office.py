"""Insurers, publishers, consultants and holdings: cases, approvals, deadlines."""

from samples.phrases import Aim, Promise, Trade

INDUSTRIES = ("Insurance", "Consulting", "Publishing", "Conglomerate")

SPANISH = Trade(
    access=(
        "Alta de usuarios del equipo de proyectos",
        "Una coordinadora no puede restablecer su contraseña",
        "Cambio de permisos en el equipo de revisión",
    ),
    reports=(
        "El informe semanal no incluye los expedientes reabiertos",
        "Duda sobre el cálculo del plazo medio",
        "Exportación a Excel con los equipos en otro orden",
    ),
    platform=(
        "La bandeja de aprobaciones pide actualizar dos veces",
        "El buscador de expedientes tarda en responder",
        "Avisos de vencimiento duplicados",
    ),
    outages=(
        "Bandeja de aprobaciones fuera de servicio",
        "No se pueden cerrar expedientes",
        "Búsqueda de documentos sin respuesta",
    ),
    broken_links=(
        "Sincronización con el gestor documental detenida",
        "Expedientes duplicados tras reinicio de la integración",
    ),
    praise=(
        "Sabemos en todo momento quién tiene cada expediente.",
        "Las aprobaciones ya no se quedan en el correo de nadie.",
    ),
    blame=(
        "El buscador tarda tanto que preguntamos por teléfono.",
        "Las aprobaciones se pierden cuando cambia el responsable.",
        "Los informes no cuadran con los plazos que llevamos a mano.",
    ),
    promises=(
        Promise(
            "Entregar el tablero de plazos por equipo",
            "Analítica",
            "us",
            "Tablero en uso en los cinco equipos",
            "Dos equipos contaban el plazo en días naturales",
            "Plazos en días hábiles para todos",
        ),
        Promise(
            "Formar a los coordinadores de equipo",
            "Éxito de clientes",
            "us",
            "15 coordinadores certificados",
            "Dos sesiones coincidieron con el cierre",
            "Formación fuera de las semanas de cierre",
        ),
        Promise(
            "Designar un responsable de procesos",
            "Dirección General",
            "client",
            "Responsable nombrado y presentado",
            "La vacante se cubrió al cierre del trimestre",
            "Suplente designado hasta enero",
        ),
        Promise(
            "Revisar los tipos de expediente",
            "Procesos",
            "client",
            "Menos de veinte tipos",
            "Cada equipo tenía los suyos",
            "Tipos nuevos solo con visto bueno de Procesos",
        ),
    ),
    plans=(
        Promise(
            "Enlazar los expedientes con el gestor documental",
            "Integraciones",
            "us",
            "Ningún documento fuera del expediente",
        ),
        Promise(
            "Aprobar desde el teléfono",
            "Éxito de clientes",
            "us",
            "Nueve de cada diez aprobaciones en el día",
        ),
        Promise(
            "Publicar los plazos por equipo cada mes",
            "Analítica",
            "us",
            "Informe entregado antes del día 5",
        ),
        Promise(
            "Acordar quién puede reabrir un expediente",
            "Procesos",
            "client",
            "Regla firmada por las direcciones",
        ),
    ),
    aims=(
        Aim(
            "Expedientes resueltos en plazo",
            "percent",
            "92",
            "up",
            ("84.3", "89.7", "92.5", "95.1"),
        ),
        Aim("Aprobaciones en el mismo día", "percent", "75", "up", ("58", "69.2", "76.4", "81")),
        Aim("Cierre mensual", "days", "4", "down", ("6", "5", "4", "3")),
        Aim("Horas por expediente", "hours", "6", "down", ("8.5", "6.8", "5.7", "4.9")),
        Aim("Coordinadores certificados", "count", "15", "up", ("9", "12", "15", "17")),
    ),
    projects=("Gestión de expedientes", "Aprobaciones en línea"),
    milestones=(
        "Mapa de procesos aprobado",
        "Ambiente de pruebas disponible",
        "Carga inicial de expedientes",
        "Circuito de aprobación probado",
        "Inicio de sesión único en producción",
        "Piloto con el primer equipo",
        "Aceptación del usuario firmada",
        "Segundo equipo en operación",
        "Expedientes anteriores migrados",
        "Tablero de plazos publicado",
        "Cierre y entrega a soporte",
    ),
    tasks=(
        "Preparar la guía del coordinador",
        "Revisar los circuitos de aprobación",
        "Configurar avisos de vencimiento",
        "Actualizar permisos por equipo",
        "Documentar la reapertura de expedientes",
        "Programar la formación de coordinadores",
    ),
    lead="Jefatura de Procesos",
)

ENGLISH = Trade(
    access=(
        "New users for the claims team",
        "A coordinator cannot reset the password",
        "Change of permissions for the review team",
    ),
    reports=(
        "Weekly report leaves out reopened cases",
        "Question about how average turnaround is worked out",
        "Excel export lists teams in another order",
    ),
    platform=(
        "Approval inbox asks to update twice",
        "Case search is slow to answer",
        "Duplicate deadline reminders",
    ),
    outages=(
        "Approval inbox out of service",
        "Cases cannot be closed",
        "Document search gives no answer",
    ),
    broken_links=(
        "Sync with the document store has stopped",
        "Duplicate cases after the integration restarted",
    ),
    praise=(
        "We always know who has each case.",
        "Approvals no longer get stuck in anybody's mailbox.",
    ),
    blame=(
        "Search is so slow that we phone and ask.",
        "Approvals get lost when the owner changes.",
        "Reports do not match the deadlines we keep by hand.",
    ),
    promises=(
        Promise(
            "Deliver the turnaround board by team",
            "Analytics",
            "us",
            "Board in use by all five teams",
            "Two teams counted calendar days",
            "Working days for every team",
        ),
        Promise(
            "Train the team coordinators",
            "Customer Success",
            "us",
            "15 coordinators certified",
            "Two sessions clashed with the quarter-end close",
            "No training in closing weeks",
        ),
        Promise(
            "Name a process owner",
            "Chief Operating Officer",
            "client",
            "Owner named and introduced",
            "The vacancy was filled at the end of the quarter",
            "A deputy stands in until January",
        ),
        Promise(
            "Review the case types",
            "Process Office",
            "client",
            "Fewer than twenty types",
            "Each team had its own",
            "New types only with the process office's approval",
        ),
    ),
    plans=(
        Promise(
            "Link cases to the document store",
            "Integrations",
            "us",
            "No document outside its case",
        ),
        Promise(
            "Bring approvals to the phone",
            "Customer Success",
            "us",
            "Nine approvals in ten on the same day",
        ),
        Promise(
            "Report turnaround by team every month",
            "Analytics",
            "us",
            "Report delivered by the 5th",
        ),
        Promise(
            "Agree who may reopen a case",
            "Process Office",
            "client",
            "Rule signed by the directors",
        ),
    ),
    aims=(
        Aim("Cases resolved on time", "percent", "92", "up", ("84.3", "89.7", "92.5", "95.1")),
        Aim("Same-day approvals", "percent", "75", "up", ("58", "69.2", "76.4", "81")),
        Aim("Monthly close", "days", "4", "down", ("6", "5", "4", "3")),
        Aim("Hours a case", "hours", "6", "down", ("8.5", "6.8", "5.7", "4.9")),
        Aim("Certified coordinators", "count", "15", "up", ("9", "12", "15", "17")),
    ),
    projects=("Case management", "Online approvals"),
    milestones=(
        "Process map approved",
        "Test environment available",
        "First load of cases",
        "Approval path tested",
        "Single sign-on in production",
        "Pilot with the first team",
        "User acceptance signed",
        "Second team live",
        "Past cases migrated",
        "Turnaround board published",
        "Close and handover to support",
    ),
    tasks=(
        "Prepare the coordinator's guide",
        "Review the approval paths",
        "Set up deadline reminders",
        "Update permissions by team",
        "Document how cases are reopened",
        "Schedule training for coordinators",
    ),
    lead="Head of Process",
)
