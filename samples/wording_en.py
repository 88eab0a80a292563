"""English wording."""

from samples.phrases import Aim, Phrases, Promise

PHRASES = Phrases(
    product={
        "LUM-CORE": "Lumbrera Core, platform",
        "LUM-SEAT": "Lumbrera, users",
        "LUM-ANALYTICS": "Lumbrera Analytics",
        "LUM-SUPPORT": "Priority support",
        "LUM-API": "API usage",
        "LUM-SETUP": "Implementation services",
        "LUM-TRAINING": "User training",
        "LUM-VISIT": "On-site store visit",
    },
    tickets={
        "access": (
            "New users for the night shift",
            "A supervisor cannot reset the password",
            "Change of permissions for the warehouse team",
        ),
        "reports": (
            "Weekly report leaves out Sundays",
            "Question about the on-time delivery figure",
            "Excel export lists columns in another order",
        ),
        "integration": (
            "ERP orders arrive an hour late",
            "Cost centre field is not mapped",
            "Question about API limits",
        ),
        "billing": (
            "Copy of invoice with purchase order number",
            "Breakdown of users on the monthly invoice",
        ),
        "platform": (
            "Mobile app asks to update twice",
            "Route map is slow to load in the morning",
            "Duplicate notifications when an order is closed",
        ),
    },
    incidents={
        "integration": (
            "ERP synchronisation has stopped",
            "Duplicate orders after the integration restarted",
        ),
        "platform": (
            "Operations board down at peak time",
            "Drivers cannot confirm deliveries",
            "Route assignment unavailable",
        ),
        "access": ("Single sign-on does not answer for any user",),
    },
    praise={
        "support": (
            "The support team knows our operation and answers clearly.",
            "A payroll problem was solved on the same day.",
            "There is always somebody who follows up until it is closed.",
        ),
        "product": (
            "The board saves us two hours of follow-up a day.",
            "The mobile app changed how the plant works.",
        ),
        "relationship": (
            "The quarterly reviews are useful and to the point.",
            "Our account manager sees what we need before we ask.",
        ),
    },
    neutral={
        "product": (
            "It does the job, though reports could be more flexible.",
            "A good product; the mobile app still needs polish.",
        ),
        "support": (
            "Good service; sometimes we have to ask twice.",
            "Cases are solved well, but I would like more in writing.",
        ),
    },
    blame={
        "support": (
            "Answers take too long and we explain the same case several times.",
            "Two critical incidents this quarter without a clear explanation.",
            "Urgent tickets get no answer until the next day.",
            "Every agent asks for the same information from the start.",
        ),
        "product": (
            "Slow performance in the morning complicates dispatch.",
            "The board goes down at the very hours of highest load.",
            "Reports do not match the plant's own figures.",
        ),
        "delivery": (
            "The integration project slipped and has no new date.",
            "Deliverables arrive incomplete and tests have to be repeated.",
            "It is unclear who decides when two teams block each other.",
        ),
    },
    promises=(
        Promise(
            "Turn on single sign-on at every site",
            "Integrations",
            "us",
            "100% of users on single sign-on",
            "The identity provider's certificate arrived three weeks late",
            "Certificate expiry alerts and one owner per site",
        ),
        Promise(
            "Bring support's first response under 4 hours",
            "Support",
            "us",
            "Quarterly median below 4 h",
            "The queue did not set priority clients apart",
            "A queue of its own for critical incidents, on call 8 am to 8 pm",
        ),
        Promise(
            "Deliver the productivity board by shift",
            "Analytics",
            "us",
            "Board in use by all three shifts",
            "The shift data changed format during development",
            "Data contract signed with the operations team",
        ),
        Promise(
            "Train the supervisors of the new sites",
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
            "Extend the mobile app to the third site",
            "Integrations",
            "us",
            "Third site in operation",
        ),
        Promise(
            "Publish a monthly service level report",
            "Support",
            "us",
            "Report delivered by the 5th",
        ),
        Promise(
            "Start the expert user programme",
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
        Aim("Unplanned downtime", "hours", "24", "down", ("39.5", "27", "22.5", "16")),
        Aim("Certified supervisors", "count", "40", "up", ("24", "35", "41", "46")),
    ),
    projects=("ERP integration", "Mobile rollout"),
    milestones=(
        "Integration design approved",
        "Test environment available",
        "First load of items",
        "End-to-end order tests",
        "Single sign-on in production",
        "Mobile pilot at the first site",
        "User acceptance signed",
        "Rollout to the second site",
        "History migrated",
        "Operations board published",
        "Close and handover to support",
    ),
    tasks=(
        "Prepare the user guide by role",
        "Review route assignment rules",
        "Set up stock alerts",
        "Update permissions by site",
        "Document the returns process",
        "Schedule a training session",
    ),
    sections=("Done", "In progress"),
    teams=("Integrations", "Customer Success", "Analytics", "Support"),
    review="Quarterly business review",
    meetings=("Operations follow-up", "Adoption session", "Project committee"),
    internal_meeting="Internal account preparation",
    credit="Service level credit",
    refund="Refund agreed for a duplicate charge",
    jobs=("Operations Director", "IT Manager", "Finance Director", "Warehouse Lead"),
    deals=("Annual renewal", "More users", "Analytics module", "First contract"),
    first_names=(
        *("Grace", "Owen", "Hannah", "Marcus", "Olivia", "Peter", "Naomi", "Simon"),
        *("Clara", "Daniel", "Ruth", "Victor"),
    ),
    last_names=(
        *("Hartwell", "Lindqvist", "Mercer", "Okafor", "Prescott", "Sterling", "Whitcombe"),
        *("Yamada", "Calloway"),
    ),
)
