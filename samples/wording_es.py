"""Spanish wording."""

from samples.phrases import Phrases, Promise

PHRASES = Phrases(
    product={
        "LUM-CORE": "Lumbrera Core, plataforma",
        "LUM-SEAT": "Lumbrera, usuarios",
        "LUM-ANALYTICS": "Lumbrera Analítica",
        "LUM-ROUTES": "Lumbrera Rutas",
        "LUM-QUALITY": "Lumbrera Calidad",
        "LUM-SHIFTS": "Lumbrera Turnos",
        "LUM-CASES": "Lumbrera Expedientes",
        "LUM-SUPPORT": "Soporte prioritario",
        "LUM-API": "Consumo de API",
        "LUM-SETUP": "Servicios de implantación",
        "LUM-TRAINING": "Formación de usuarios",
        "LUM-VISIT": "Visita técnica a tienda",
    },
    tickets={
        "integration": (
            "Pedidos del ERP llegan con retraso de una hora",
            "Campo de centro de costos sin mapear",
            "Consulta sobre límites de la API",
        ),
        "billing": (
            "Solicitud de copia de factura con orden de compra",
            "Desglose de usuarios en la factura mensual",
        ),
    },
    incidents={
        "access": ("Inicio de sesión único sin respuesta para todos los usuarios",),
    },
    praise={
        "support": (
            "El equipo de soporte conoce nuestra operación y responde con claridad.",
            "Nos resolvieron un problema de nómina el mismo día.",
            "Siempre hay alguien que da seguimiento hasta el cierre.",
        ),
        "product": (),
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
        "product": (),
        "delivery": (
            "El proyecto de integración se ha retrasado sin fecha nueva.",
            "Los entregables llegan incompletos y hay que repetir pruebas.",
            "No queda claro quién decide cuando dos equipos se bloquean.",
        ),
    },
    promises=(
        Promise(
            "Revisar los permisos de usuario en cada sede",
            "Integraciones",
            "us",
            "Lista de permisos firmada en cada sede",
            "Dos sedes no tenían a quien firmara la lista",
            "Una persona nombrada por sede para firmar",
        ),
        Promise(
            "Publicar el calendario de guardias de soporte para incidencias críticas",
            "Soporte",
            "us",
            "Calendario publicado con nombres y horarios",
            "El calendario pedía una persona más de las que tenía el equipo",
            "Otro equipo cubre las guardias hasta la incorporación",
        ),
    ),
    plans=(
        Promise(
            "Publicar el informe mensual de niveles de servicio",
            "Soporte",
            "us",
            "Informe entregado antes del día 5",
        ),
        Promise(
            "Revisar con ustedes el contrato del año que viene",
            "Éxito de clientes",
            "us",
            "Propuesta entregada por escrito",
        ),
        Promise(
            "Confirmar quién aprueba el presupuesto de 2027",
            "Finanzas",
            "client",
            "Nombre y fecha confirmados",
        ),
    ),
    sections=("Terminado", "En curso"),
    teams=("Integraciones", "Éxito de clientes", "Analítica", "Soporte"),
    review="Revisión trimestral de negocio",
    meetings=("Seguimiento de operación", "Sesión de adopción", "Comité de proyecto"),
    internal_meeting="Preparación interna de la cuenta",
    credit="Bonificación por nivel de servicio",
    refund="Devolución acordada por cobro duplicado",
    jobs=("Dirección de Operaciones", "Gerencia de Sistemas", "Dirección de Finanzas"),
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
