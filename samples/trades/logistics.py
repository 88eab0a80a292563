"""Carriers and wholesalers: routes, orders, warehouses."""

from samples.phrases import Aim, Promise, Trade

INDUSTRIES = ("Logistics", "Transportation", "Wholesale")

SPANISH = Trade(
    access=(
        "Alta de usuarios para el nuevo turno",
        "Un supervisor no puede restablecer su contraseña",
        "Cambio de permisos en el equipo de almacén",
    ),
    reports=(
        "El informe semanal no incluye los domingos",
        "Duda sobre el indicador de entregas a tiempo",
        "Exportación a Excel con columnas en otro orden",
    ),
    platform=(
        "La aplicación móvil pide actualizar dos veces",
        "El mapa de rutas tarda en cargar por la mañana",
        "Notificaciones duplicadas al cerrar una orden",
    ),
    outages=(
        "Caída del tablero de operaciones en hora pico",
        "Los conductores no pueden confirmar entregas",
        "Asignación de rutas fuera de servicio",
    ),
    broken_links=(
        "Sincronización con el ERP detenida",
        "Pedidos duplicados tras reinicio de la integración",
    ),
    praise=(
        "El tablero nos ahorra dos horas diarias de seguimiento.",
        "La aplicación móvil cambió la forma de trabajar en ruta.",
    ),
    blame=(
        "El rendimiento por la mañana complica el despacho.",
        "El tablero se cae justo en las horas de mayor carga.",
        "Los informes no cuadran con los datos de patio.",
    ),
    promises=(
        Promise(
            "Entregar el tablero de productividad por turno",
            "Analítica",
            "us",
            "Tablero en uso por los tres turnos",
            "Los datos de turnos cambiaron de formato durante el desarrollo",
            "Formato de datos acordado por escrito con Operaciones",
        ),
        Promise(
            "Formar a los supervisores de las nuevas sedes",
            "Éxito de clientes",
            "us",
            "40 supervisores certificados",
            "Dos sesiones se pospusieron por inventario",
            "Calendario de formación fuera de las semanas de inventario",
        ),
        Promise(
            "Designar un responsable interno de adopción",
            "Dirección de Operaciones",
            "client",
            "Responsable nombrado y presentado",
            "La vacante se cubrió al cierre del trimestre",
            "Suplente designado mientras se completa la incorporación",
        ),
        Promise(
            "Depurar el catálogo de artículos antes de la integración",
            "Sistemas",
            "client",
            "Menos de 1 % de artículos sin código",
            "Había el doble de duplicados de lo estimado",
            "Carga diaria con validación automática de códigos",
        ),
    ),
    plans=(
        Promise(
            "Extender la aplicación móvil a la tercera sede",
            "Integraciones",
            "us",
            "Tercera sede en operación",
        ),
        Promise(
            "Asignar rutas con la ventana horaria de cada tienda",
            "Analítica",
            "us",
            "Nueve de cada diez rutas sin cambios a mano",
        ),
        Promise(
            "Formar a doce usuarios expertos entre los despachadores",
            "Éxito de clientes",
            "us",
            "12 usuarios expertos activos",
        ),
        Promise(
            "Validar el presupuesto de usuarios para 2027",
            "Finanzas",
            "client",
            "Presupuesto aprobado por escrito",
        ),
    ),
    aims=(
        Aim("Entregas a tiempo", "percent", "95", "up", ("89.4", "93.1", "95.8", "96.9")),
        Aim("Órdenes sin captura manual", "percent", "80", "up", ("66", "74.5", "82", "86.4")),
        Aim("Cierre mensual de operaciones", "days", "4", "down", ("6", "5", "4", "3")),
        Aim("Espera media en andén", "hours", "2", "down", ("3.4", "2.6", "1.8", "1.5")),
        Aim("Supervisores certificados", "count", "40", "up", ("24", "35", "41", "46")),
    ),
    projects=("Integración con el ERP", "Despliegue móvil"),
    milestones=(
        "Diseño de la integración aprobado",
        "Ambiente de pruebas disponible",
        "Carga inicial de artículos",
        "Pruebas de pedidos de extremo a extremo",
        "Inicio de sesión único en producción",
        "Piloto móvil en la primera sede",
        "Aceptación del usuario firmada",
        "Despliegue en la segunda sede",
        "Migración de históricos",
        "Tablero de operaciones publicado",
        "Cierre y entrega a soporte",
    ),
    tasks=(
        "Preparar guía de usuario por perfil",
        "Revisar reglas de asignación de rutas",
        "Configurar alertas de inventario",
        "Actualizar permisos por sede",
        "Documentar el flujo de devoluciones",
        "Programar sesión de formación",
    ),
    lead="Jefatura de Almacén",
)

ENGLISH = Trade(
    access=(
        "New users for the night shift",
        "A supervisor cannot reset the password",
        "Change of permissions for the warehouse team",
    ),
    reports=(
        "Weekly report leaves out Sundays",
        "Question about the on-time delivery figure",
        "Excel export lists columns in another order",
    ),
    platform=(
        "Mobile app asks to update twice",
        "Route map is slow to load in the morning",
        "Duplicate notifications when an order is closed",
    ),
    outages=(
        "Operations board down at peak time",
        "Drivers cannot confirm deliveries",
        "Route assignment unavailable",
    ),
    broken_links=(
        "ERP synchronisation has stopped",
        "Duplicate orders after the integration restarted",
    ),
    praise=(
        "The board saves us two hours of follow-up a day.",
        "The mobile app changed how our drivers work.",
    ),
    blame=(
        "Slow performance in the morning complicates dispatch.",
        "The board goes down at our busiest hours.",
        "Reports do not match the yard's own figures.",
    ),
    promises=(
        Promise(
            "Deliver the productivity board by shift",
            "Analytics",
            "us",
            "Board in use by all three shifts",
            "The shift data changed format during development",
            "Data format agreed in writing with Operations",
        ),
        Promise(
            "Train the supervisors of the new depots",
            "Customer Success",
            "us",
            "40 supervisors certified",
            "Two sessions were postponed for stocktaking",
            "Training calendar keeps clear of stocktaking weeks",
        ),
        Promise(
            "Name an internal adoption lead",
            "Operations",
            "client",
            "Lead named and introduced",
            "The vacancy was filled at the end of the quarter",
            "A deputy stands in until the new lead is settled",
        ),
        Promise(
            "Clean the item catalogue ahead of the integration",
            "IT",
            "client",
            "Under 1% of items without a code",
            "There were twice as many duplicates as estimated",
            "Daily load with automatic checks of item codes",
        ),
    ),
    plans=(
        Promise(
            "Extend the mobile app to the third depot",
            "Integrations",
            "us",
            "Third depot in operation",
        ),
        Promise(
            "Plan routes around each store's delivery window",
            "Analytics",
            "us",
            "Nine routes in ten leave unchanged",
        ),
        Promise(
            "Train twelve expert users among the dispatchers",
            "Customer Success",
            "us",
            "12 active expert users",
        ),
        Promise(
            "Confirm the user budget for 2027",
            "Finance",
            "client",
            "Budget approved in writing",
        ),
    ),
    aims=(
        Aim("On-time deliveries", "percent", "95", "up", ("89.4", "93.1", "95.8", "96.9")),
        Aim("Orders without manual entry", "percent", "80", "up", ("66", "74.5", "82", "86.4")),
        Aim("Monthly operations close", "days", "4", "down", ("6", "5", "4", "3")),
        Aim("Average wait at the dock", "hours", "2", "down", ("3.4", "2.6", "1.8", "1.5")),
        Aim("Certified supervisors", "count", "40", "up", ("24", "35", "41", "46")),
    ),
    projects=("ERP integration", "Mobile rollout"),
    milestones=(
        "Integration design approved",
        "Test environment available",
        "First load of items",
        "End-to-end order tests",
        "Single sign-on in production",
        "Mobile pilot at the first depot",
        "User acceptance signed",
        "Rollout to the second depot",
        "History migrated",
        "Operations board published",
        "Close and handover to support",
    ),
    tasks=(
        "Prepare the user guide by role",
        "Review route assignment rules",
        "Set up stock alerts",
        "Update permissions by depot",
        "Document the returns process",
        "Schedule a training session",
    ),
    lead="Warehouse Lead",
)
