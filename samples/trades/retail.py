"""Shops: stores, shelves, shifts."""

from samples.phrases import Aim, Promise, Trade

INDUSTRIES = ("Retail",)

SPANISH = Trade(
    access=(
        "Alta de encargados de tienda",
        "Una gerente de tienda no puede restablecer su contraseña",
        "Cambio de permisos en el equipo de inventario",
    ),
    reports=(
        "El informe de tienda no incluye los domingos",
        "Duda sobre el cálculo de faltantes",
        "Exportación a Excel con las tiendas en otro orden",
    ),
    platform=(
        "La aplicación de tienda pide actualizar dos veces",
        "La lista de tareas tarda en cargar a la apertura",
        "Avisos de faltantes duplicados",
    ),
    outages=(
        "Tareas de apertura sin cargar en todas las tiendas",
        "Los encargados no pueden cerrar el turno",
        "Pedido a almacén fuera de servicio",
    ),
    broken_links=(
        "Sincronización con cajas detenida",
        "Pedidos duplicados tras reinicio de la integración",
    ),
    praise=(
        "Los encargados abren la tienda con la lista en la mano.",
        "Sabemos qué falta en el anaquel antes de que lo note el cliente.",
    ),
    blame=(
        "La lista de apertura llega cuando la tienda ya abrió.",
        "La aplicación se cae los sábados, que es cuando más se vende.",
        "Los informes no cuadran con las ventas de caja.",
    ),
    promises=(
        Promise(
            "Entregar el tablero de faltantes por tienda",
            "Analítica",
            "us",
            "Tablero en uso en todas las tiendas",
            "El almacén cambió sus códigos durante el desarrollo",
            "Códigos congelados en temporada alta",
        ),
        Promise(
            "Formar a los encargados de las tiendas nuevas",
            "Éxito de clientes",
            "us",
            "35 encargados certificados",
            "Dos sesiones se pospusieron por inventario",
            "Formación en línea, media hora por semana",
        ),
        Promise(
            "Nombrar un responsable de operación por zona",
            "Dirección de Tiendas",
            "client",
            "Cinco responsables nombrados",
            "La vacante del norte se cubrió al cierre del trimestre",
            "La zona centro cubre el norte hasta enero",
        ),
        Promise(
            "Unificar el catálogo de artículos de tienda",
            "Compras",
            "client",
            "Menos de 1 % de artículos sin código",
            "Había el doble de duplicados de lo estimado",
            "Altas de artículo con validación automática",
        ),
    ),
    plans=(
        Promise(
            "Abrir la aplicación en doce tiendas más",
            "Éxito de clientes",
            "us",
            "Doce tiendas en operación",
        ),
        Promise(
            "Avisar de faltantes con los datos de caja",
            "Integraciones",
            "us",
            "Aviso el mismo día",
        ),
        Promise(
            "Publicar el cumplimiento de tareas por zona",
            "Analítica",
            "us",
            "Informe entregado antes del día 5",
        ),
        Promise(
            "Definir el calendario de temporada alta",
            "Dirección de Tiendas",
            "client",
            "Fechas sin cambios confirmadas",
        ),
    ),
    aims=(
        Aim(
            "Artículos disponibles en anaquel",
            "percent",
            "97",
            "up",
            ("92.8", "95.1", "97.3", "98"),
        ),
        Aim("Tareas de apertura cumplidas", "percent", "90", "up", ("79", "86.2", "91.4", "94.1")),
        Aim("Plazo de reposición", "days", "2", "down", ("4", "3", "2", "1")),
        Aim("Horas de inventario por tienda", "hours", "12", "down", ("19", "14.5", "11.5", "9")),
        Aim("Encargados certificados", "count", "35", "up", ("19", "29", "36", "40")),
    ),
    projects=("Faltantes en anaquel", "Tareas de tienda"),
    milestones=(
        "Lista de tareas por tienda aprobada",
        "Ambiente de pruebas disponible",
        "Carga inicial de artículos",
        "Enlace con cajas probado",
        "Primera tienda con avisos de faltantes",
        "Piloto en cinco tiendas",
        "Aceptación de Dirección de Tiendas",
        "Despliegue en la zona centro",
        "Inventarios anteriores migrados",
        "Tablero de faltantes publicado",
        "Cierre y entrega a soporte",
    ),
    tasks=(
        "Preparar la guía del encargado",
        "Revisar las tareas de apertura",
        "Configurar avisos de faltantes",
        "Actualizar permisos por zona",
        "Documentar las devoluciones en tienda",
        "Programar la formación de encargados",
    ),
    lead="Gerencia de Zona",
)

ENGLISH = Trade(
    access=(
        "New store managers for two openings",
        "A store manager cannot reset the password",
        "Change of permissions for the inventory team",
    ),
    reports=(
        "Store report leaves out Sundays",
        "Question about how stock-outs are counted",
        "Excel export lists stores in another order",
    ),
    platform=(
        "Store app asks to update twice",
        "Task list is slow to load at opening time",
        "Duplicate stock-out alerts",
    ),
    outages=(
        "Opening tasks did not load in any store",
        "Store managers cannot close their shift",
        "Warehouse orders unavailable",
    ),
    broken_links=(
        "Sync with the tills has stopped",
        "Duplicate orders after the integration restarted",
    ),
    praise=(
        "Managers open the store with the list in their hand.",
        "We know what is missing before the customer does.",
    ),
    blame=(
        "The opening list arrives after the store has opened.",
        "The app goes down on Saturdays, our busiest day.",
        "Reports do not match the sales at the till.",
    ),
    promises=(
        Promise(
            "Deliver the stock-out board by store",
            "Analytics",
            "us",
            "Board in use in every store",
            "The warehouse changed its codes during development",
            "No code changes in peak season",
        ),
        Promise(
            "Train the managers of the new stores",
            "Customer Success",
            "us",
            "35 managers certified",
            "Two sessions were postponed for stocktaking",
            "Online training, half an hour a week",
        ),
        Promise(
            "Name an operations lead for each region",
            "Store Operations",
            "client",
            "Five leads named",
            "The northern vacancy was filled at the end of the quarter",
            "The central region covers the north until January",
        ),
        Promise(
            "Bring the item catalog down to one list",
            "Buying",
            "client",
            "Under 1% of items without a code",
            "There were twice as many duplicates as estimated",
            "New items checked automatically",
        ),
    ),
    plans=(
        Promise(
            "Roll the app out to twelve more stores",
            "Customer Success",
            "us",
            "Twelve stores live",
        ),
        Promise(
            "Raise stock-out alerts from till data",
            "Integrations",
            "us",
            "Alert on the same day",
        ),
        Promise(
            "Report task completion by region",
            "Analytics",
            "us",
            "Report delivered by the 5th",
        ),
        Promise(
            "Set the peak-season calendar",
            "Store Operations",
            "client",
            "Dates without changes confirmed",
        ),
    ),
    aims=(
        Aim("Items available on the shelf", "percent", "97", "up", ("92.8", "95.1", "97.3", "98")),
        Aim("Opening tasks completed", "percent", "90", "up", ("79", "86.2", "91.4", "94.1")),
        Aim("Time to restock", "days", "2", "down", ("4", "3", "2", "1")),
        Aim("Stocktaking hours a store", "hours", "12", "down", ("19", "14.5", "11.5", "9")),
        Aim("Certified store managers", "count", "35", "up", ("19", "29", "36", "40")),
    ),
    projects=("Shelf stock-outs", "Store tasks"),
    milestones=(
        "Task list by store approved",
        "Test environment available",
        "First load of items",
        "Link with the tills tested",
        "First store with stock-out alerts",
        "Pilot in five stores",
        "Store Operations' acceptance",
        "Rollout to the central region",
        "Past stocktakes migrated",
        "Stock-out board published",
        "Close and handover to support",
    ),
    tasks=(
        "Prepare the store manager's guide",
        "Review the opening tasks",
        "Set up stock-out alerts",
        "Update permissions by region",
        "Document returns in store",
        "Schedule training for store managers",
    ),
    lead="Regional Manager",
)
