"""English wording."""

from samples.phrases import Phrases, Promise

PHRASES = Phrases(
    product={
        "LUM-CORE": "Lumbrera Core, platform",
        "LUM-SEAT": "Lumbrera, users",
        "LUM-ANALYTICS": "Lumbrera Analytics",
        "LUM-ROUTES": "Lumbrera Routes",
        "LUM-QUALITY": "Lumbrera Quality",
        "LUM-SHIFTS": "Lumbrera Shifts",
        "LUM-CASES": "Lumbrera Cases",
        "LUM-SUPPORT": "Priority support",
        "LUM-API": "API usage",
        "LUM-SETUP": "Implementation services",
        "LUM-TRAINING": "User training",
        "LUM-VISIT": "On-site store visit",
    },
    tickets={
        "integration": (
            "ERP orders arrive an hour late",
            "Cost centre field is not mapped",
            "Question about API limits",
        ),
        "billing": (
            "Copy of invoice with purchase order number",
            "Breakdown of users on the monthly invoice",
        ),
    },
    incidents={
        "access": ("Single sign-on does not answer for any user",),
    },
    praise={
        "support": (
            "The support team knows our operation and answers clearly.",
            "A payroll problem was solved on the same day.",
            "There is always somebody who follows up until it is closed.",
        ),
        "product": (),
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
        "product": (),
        "delivery": (
            "The integration project slipped and has no new date.",
            "Deliverables arrive incomplete and tests have to be repeated.",
            "It is unclear who decides when two teams block each other.",
        ),
    },
    promises=(
        Promise(
            "Review user permissions at every site",
            "Integrations",
            "us",
            "List of permissions signed at every site",
            "Two sites had nobody to sign the list",
            "One person per site named to sign",
        ),
        Promise(
            "Publish support's on-call rota for critical incidents",
            "Support",
            "us",
            "Rota published with names and hours",
            "The rota needed one more engineer than the team had",
            "Another team covers the rota until the new engineer starts",
        ),
    ),
    plans=(
        Promise(
            "Publish a monthly service level report",
            "Support",
            "us",
            "Report delivered by the 5th",
        ),
        Promise(
            "Go through next year's contract together",
            "Customer Success",
            "us",
            "Proposal delivered in writing",
        ),
        Promise(
            "Confirm who signs off the 2027 budget",
            "Finance",
            "client",
            "Name and date confirmed",
        ),
    ),
    sections=("Done", "In progress"),
    teams=("Integrations", "Customer Success", "Analytics", "Support"),
    review="Quarterly business review",
    meetings=("Operations follow-up", "Adoption session", "Project committee"),
    internal_meeting="Internal account preparation",
    credit="Service level credit",
    refund="Refund agreed for a duplicate charge",
    jobs=("Operations Director", "IT Manager", "Finance Director"),
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
