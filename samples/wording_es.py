"""Spanish wording."""

from samples.phrases import Aim, Phrases, Promise

PHRASES = Phrases(
    product={
        "LUM-CORE": "Lumbrera Core, plataforma",
        "LUM-SEAT": "Lumbrera, usuarios",
        "LUM-ANALYTICS": "Lumbrera Analítica",
        "LUM-SUPPORT": "Soporte prioritario",
        "LUM-API": "Consumo de API",
        "LUM-SETUP": "Servicios de implantación",
        "LUM-TRAINING": "Formación de usuarios",
        "LUM-VISIT": "Visita técnica a tienda",
    },
    tickets={
        "access": (
            "Alta de usuarios para el nuevo turno",
            "Un supervisor no puede restablecer su contraseña",
            "Cambio de permisos en el equipo de almacén",
        ),
        "reports": (
            "El informe semanal no incluye los domingos",
            "Duda sobre el indicador de entregas a tiempo",
            "Exportación a Excel con columnas en otro orden",
        ),
        "integration": (
            "Pedidos del ERP llegan con retraso de una hora",
            "Campo de centro de costos sin mapear",
            "Consulta sobre límites de la API",
        ),
        "billing": (
            "Solicitud de copia de factura con orden de compra",
            "Desglose de usuarios en la factura mensual",
        ),
        "platform": (
            "La aplicación móvil pide actualizar dos veces",
            "El mapa de rutas tarda en cargar por la mañana",
            "Notificaciones duplicadas al cerrar una orden",
        ),
    },
    incidents={
        "integration": (
            "Sincronización con el ERP detenida",
            "Pedidos duplicados tras reinicio de la integración",
        ),
        "platform": (
            "Caída del tablero de operaciones en hora pico",
            "Los conductores no pueden confirmar entregas",
            "Asignación de rutas fuera de servicio",
        ),
        "access": ("Inicio de sesión único sin respuesta para todos los usuarios",),
    },
    praise={
        "support": (
            "El equipo de soporte conoce nuestra operación y responde con claridad.",
            "Nos resolvieron un problema de nómina el mismo día.",
            "Siempre hay alguien que da seguimiento hasta el cierre.",
        ),
        "product": (
            "El tablero nos ahorra dos horas diarias de seguimiento.",
            "La aplicación móvil cambió la forma de trabajar en planta.",
        ),
        "relationship": (
            "Las revisiones trimestrales son útiles y van al grano.",
            "Nuestra gerente de cuenta se anticipa a lo que necesitamos.",
        ),
    },
    neutral={
        "product": (
            "Cumple, aunque los informes podrían ser más flexibles.",
            "Buen producto; falta afinar la aplicación móvil.",
        ),
        "support": (
            "La atención es buena; a veces hay que insistir.",
            "Resuelven bien, pero me gustaría más seguimiento por escrito.",
        ),
    },
    blame={
        "support": (
            "Las respuestas tardan demasiado y hay que explicar el caso varias veces.",
            "Dos incidencias críticas en el trimestre sin una explicación clara.",
            "Abrimos tickets urgentes y nadie responde hasta el día siguiente.",
            "Cada agente pide la misma información desde el principio.",
        ),
        "product": (
            "El rendimiento por la mañana complica el despacho.",
            "El tablero se cae justo en las horas de mayor carga.",
            "Los informes no cuadran con los datos de planta.",
        ),
        "delivery": (
            "El proyecto de integración se ha retrasado sin fecha nueva.",
            "Los entregables llegan incompletos y hay que repetir pruebas.",
            "No queda claro quién decide cuando dos equipos se bloquean.",
        ),
    },
    promises=(
        Promise(
            "Activar inicio de sesión único para todas las sedes",
            "Integraciones",
            "us",
            "100 % de usuarios con acceso único",
            "El certificado del proveedor de identidad llegó tres semanas tarde",
            "Certificados con aviso de caducidad y un responsable por sede",
        ),
        Promise(
            "Reducir la primera respuesta de soporte a menos de 4 horas",
            "Soporte",
            "us",
            "Mediana trimestral inferior a 4 h",
            "La cola de incidencias no distinguía a los clientes con prioridad",
            "Cola propia para incidencias críticas y guardia de 8 a 20 h",
        ),
        Promise(
            "Entregar el tablero de productividad por turno",
            "Analítica",
            "us",
            "Tablero en uso por los tres turnos",
            "Los datos de turnos cambiaron de formato durante el desarrollo",
            "Contrato de datos firmado con el área de operaciones",
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
            "El volumen de duplicados duplicó la estimación inicial",
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
            "Publicar el informe mensual de niveles de servicio",
            "Soporte",
            "us",
            "Informe entregado antes del día 5",
        ),
        Promise(
            "Lanzar el programa de usuarios expertos",
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
        Aim("Paros no planificados", "hours", "24", "down", ("39.5", "27", "22.5", "16")),
        Aim("Supervisores certificados", "count", "40", "up", ("24", "35", "41", "46")),
    ),
    projects=("Integración con ERP", "Despliegue móvil"),
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
    sections=("Terminado", "En curso"),
    teams=("Integraciones", "Éxito de clientes", "Analítica", "Soporte"),
    review="Revisión trimestral de negocio",
    meetings=("Seguimiento de operación", "Sesión de adopción", "Comité de proyecto"),
    internal_meeting="Preparación interna de la cuenta",
    credit="Bonificación por nivel de servicio",
    refund="Devolución acordada por cobro duplicado",
    jobs=(
        "Dirección de Operaciones",
        "Gerencia de Sistemas",
        "Dirección de Finanzas",
        "Jefatura de Almacén",
    ),
    deals=("Renovación anual", "Ampliación de usuarios", "Módulo de analítica", "Contrato inicial"),
    first_names=(
        *("Lucía", "Andrés", "Mariana", "Héctor", "Paula", "Rodrigo", "Inés", "Tomás"),
        *("Carmen", "Ignacio", "Ximena", "Álvaro"),
    ),
    last_names=(
        *("Cárdenas Ruiz", "Ibarra León", "Quintana Sáez", "Mondragón Paz", "Salvatierra Gil"),
        *("Olmedo Vega", "Zamora Peña", "Arellano Cruz", "Bermejo Soto"),
    ),
)
