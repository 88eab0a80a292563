"""Clinics and laboratories: appointments, supplies, records."""

from samples.phrases import Aim, Promise, Trade

INDUSTRIES = ("Healthcare",)

SPANISH = Trade(
    access=(
        "Alta de personal para el nuevo consultorio",
        "Una enfermera no puede restablecer su contraseña",
        "Cambio de permisos en el equipo de admisión",
    ),
    reports=(
        "El informe de agenda no incluye las citas canceladas",
        "Duda sobre el cálculo de la espera media",
        "Exportación a Excel con las sedes en otro orden",
    ),
    platform=(
        "La agenda pide actualizar dos veces",
        "La lista de insumos tarda en cargar",
        "Recordatorios de cita duplicados",
    ),
    outages=(
        "Agenda fuera de servicio en horario de consulta",
        "Admisión no puede registrar pacientes",
        "Pedidos de insumos sin respuesta",
    ),
    broken_links=(
        "Sincronización con el expediente detenida",
        "Citas duplicadas tras reinicio de la integración",
    ),
    praise=(
        "Admisión dejó de llamar por teléfono para confirmar citas.",
        "Ya no nos quedamos sin insumos a mitad de semana.",
    ),
    blame=(
        "La agenda es lenta justo a primera hora.",
        "El personal volvió a la hoja de cálculo para los insumos.",
        "Los informes no cuadran con el expediente.",
    ),
    promises=(
        Promise(
            "Entregar el tablero de esperas por consultorio",
            "Analítica",
            "us",
            "Tablero en uso en las cuatro sedes",
            "Cada sede medía la espera de otra manera",
            "Definición única de espera acordada con Dirección Médica",
        ),
        Promise(
            "Formar al personal de admisión",
            "Éxito de clientes",
            "us",
            "30 personas certificadas",
            "Dos sesiones se pospusieron por guardias",
            "Sesiones de una hora, antes de abrir la consulta",
        ),
        Promise(
            "Designar un responsable de agenda por sede",
            "Dirección Médica",
            "client",
            "Cuatro responsables nombrados",
            "Una sede cambió de dirección",
            "La coordinación central cubre esa sede",
        ),
        Promise(
            "Depurar el catálogo de insumos",
            "Compras",
            "client",
            "Menos de 1 % de insumos sin código",
            "Cada sede tenía su propia lista",
            "Una sola lista, con altas por Compras",
        ),
    ),
    plans=(
        Promise(
            "Enlazar la agenda con el expediente clínico",
            "Integraciones",
            "us",
            "Citas y expediente con un solo registro",
        ),
        Promise(
            "Enviar recordatorios de cita por mensaje",
            "Éxito de clientes",
            "us",
            "Recordatorios activos en las cuatro sedes",
        ),
        Promise(
            "Publicar el consumo de insumos por sede",
            "Analítica",
            "us",
            "Informe entregado antes del día 5",
        ),
        Promise(
            "Acordar quién autoriza accesos al expediente",
            "Dirección Médica",
            "client",
            "Lista de autorizaciones firmada",
        ),
    ),
    aims=(
        Aim("Citas atendidas a su hora", "percent", "90", "up", ("81.5", "86.9", "90.8", "93.2")),
        Aim("Pacientes que no acuden", "percent", "8", "down", ("12.4", "9.6", "7.7", "6.9")),
        Aim("Espera media para una cita", "days", "7", "down", ("11", "9", "7", "6")),
        Aim("Horas de admisión por semana", "hours", "40", "down", ("58", "47", "39.5", "34")),
        Aim("Personal certificado", "count", "60", "up", ("37", "51", "62", "66")),
    ),
    projects=("Agenda y expediente", "Control de insumos"),
    milestones=(
        "Reglas de agenda aprobadas",
        "Ambiente de pruebas disponible",
        "Carga inicial de insumos",
        "Prueba con un consultorio completo",
        "Permisos por función revisados",
        "Piloto en la primera sede",
        "Aceptación de Dirección Médica",
        "Segunda sede en operación",
        "Citas anteriores migradas",
        "Tablero de esperas publicado",
        "Cierre y entrega a soporte",
    ),
    tasks=(
        "Preparar la guía de admisión",
        "Revisar las reglas de agenda",
        "Configurar avisos de insumos",
        "Actualizar permisos por sede",
        "Documentar las citas de urgencia",
        "Programar la formación de admisión",
    ),
    lead="Coordinación de Admisión",
)

ENGLISH = Trade(
    access=(
        "New staff for the second clinic",
        "A nurse cannot reset the password",
        "Change of permissions for the front desk",
    ),
    reports=(
        "Schedule report leaves out cancelled visits",
        "Question about how average wait is worked out",
        "Excel export lists clinics in another order",
    ),
    platform=(
        "Schedule asks to update twice",
        "Supply list is slow to load",
        "Duplicate appointment reminders",
    ),
    outages=(
        "Schedule unavailable during clinic hours",
        "Front desk cannot check patients in",
        "Supply orders get no answer",
    ),
    broken_links=(
        "Sync with the health record has stopped",
        "Duplicate appointments after the integration restarted",
    ),
    praise=(
        "The front desk no longer phones to confirm visits.",
        "We have stopped running out of supplies mid-week.",
    ),
    blame=(
        "The schedule is slow first thing in the morning.",
        "Staff have gone back to a spreadsheet for supplies.",
        "Reports do not match the health record.",
    ),
    promises=(
        Promise(
            "Deliver the waiting-time board by clinic",
            "Analytics",
            "us",
            "Board in use at every clinic",
            "Each clinic measured waiting in its own way",
            "One definition of waiting, agreed with the medical director",
        ),
        Promise(
            "Train the front-desk staff",
            "Customer Success",
            "us",
            "30 people certified",
            "Two sessions were postponed because of on-call shifts",
            "One-hour sessions before the clinic opens",
        ),
        Promise(
            "Name a scheduling lead in each clinic",
            "Medical Director",
            "client",
            "All leads named",
            "One clinic changed its manager",
            "The central office covers that clinic",
        ),
        Promise(
            "Clean up the supply catalog",
            "Purchasing",
            "client",
            "Under 1% of supplies without a code",
            "Each clinic kept a list of its own",
            "One list, with Purchasing adding items",
        ),
    ),
    plans=(
        Promise(
            "Link the schedule to the health record",
            "Integrations",
            "us",
            "One entry for visit and record",
        ),
        Promise(
            "Send appointment reminders by text message",
            "Customer Success",
            "us",
            "Reminders live at every clinic",
        ),
        Promise(
            "Report supply use by clinic",
            "Analytics",
            "us",
            "Report delivered by the 5th",
        ),
        Promise(
            "Agree who approves access to health records",
            "Medical Director",
            "client",
            "Signed list of approvers",
        ),
    ),
    aims=(
        Aim("Visits seen on time", "percent", "90", "up", ("81.5", "86.9", "90.8", "93.2")),
        Aim("No-shows", "percent", "8", "down", ("12.4", "9.6", "7.7", "6.9")),
        Aim("Average wait for a visit", "days", "7", "down", ("11", "9", "7", "6")),
        Aim("Front-desk hours a week", "hours", "40", "down", ("58", "47", "39.5", "34")),
        Aim("Certified staff", "count", "60", "up", ("37", "51", "62", "66")),
    ),
    projects=("Schedule and records", "Supply control"),
    milestones=(
        "Scheduling rules approved",
        "Test environment available",
        "First load of supplies",
        "Test with one full clinic",
        "Permissions by role reviewed",
        "Pilot at the first clinic",
        "Medical director's acceptance",
        "Second clinic live",
        "Past visits migrated",
        "Waiting-time board published",
        "Close and handover to support",
    ),
    tasks=(
        "Prepare the front-desk guide",
        "Review the scheduling rules",
        "Set up supply alerts",
        "Update permissions by clinic",
        "Document walk-in visits",
        "Schedule front-desk training",
    ),
    lead="Front Desk Lead",
)
