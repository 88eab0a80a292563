"""Salesforce's Data Export: one CSV an object, every cell quoted, API field names."""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from pathlib import Path

from samples.amounts import plain
from samples.csv_files import CsvFile, Dialect
from samples.days import at, to_utc
from samples.records.agreements import Contract, Opportunity
from samples.records.book import Book
from samples.records.parties import Account, Contact, Manager
from samples.records.service import Meeting

_DIALECT = Dialect(quote_all=True)
_AUDIT = ("CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp")

ACCOUNT = (
    *("Id", "IsDeleted", "MasterRecordId", "Name", "Type", "ParentId", "BillingCity"),
    *("BillingCountry", "BillingCountryCode", "Website", "Industry", "CurrencyIsoCode"),
    *("OwnerId", *_AUDIT, "AccountSource", "Segment__c", "Tier__c", "Locale__c"),
)
CONTACT = (
    *("Id", "IsDeleted", "AccountId", "LastName", "FirstName", "Name", "Email", "Title"),
    *("CurrencyIsoCode", "OwnerId", *_AUDIT, "Left_Company__c"),
)
USER = (
    *("Id", "Username", "LastName", "FirstName", "Name", "CompanyName", "Department", "Title"),
    *("Email", "Alias", "TimeZoneSidKey", "LocaleSidKey", "LanguageLocaleKey", "UserType"),
    *("IsActive", *_AUDIT),
)
LEAD = (
    *("Id", "IsDeleted", "LastName", "FirstName", "Name", "Company", "Email", "LeadSource"),
    *("Status", "CurrencyIsoCode", "OwnerId", "IsConverted", "ConvertedDate"),
    *("ConvertedAccountId", "ConvertedOpportunityId", *_AUDIT),
)
OPPORTUNITY = (
    *("Id", "IsDeleted", "AccountId", "Name", "StageName", "Amount", "Probability", "CloseDate"),
    *("Type", "LeadSource", "IsClosed", "IsWon", "ForecastCategoryName", "CurrencyIsoCode"),
    *("OwnerId", *_AUDIT, "Product_Code__c"),
)
CONTRACT = (
    *("Id", "AccountId", "ContractNumber", "Status", "StartDate", "EndDate", "ContractTerm"),
    *("OwnerExpirationNotice", "CurrencyIsoCode", "OwnerId", *_AUDIT, "Auto_Renewal__c"),
)
EVENT = (
    *("Id", "IsDeleted", "AccountId", "WhatId", "OwnerId", "Subject", "Type", "StartDateTime"),
    *("EndDateTime", "DurationInMinutes", "ShowAs", "CurrencyIsoCode", *_AUDIT),
    *("Status__c", "With_Client__c"),
)

_COUNTRIES = {
    "MX": "Mexico",
    "ES": "Spain",
    "US": "United States",
    "GB": "United Kingdom",
    "JP": "Japan",
}
_FORECAST = {"Closed Won": "Closed", "Closed Lost": "Omitted", "Negotiation/Review": "Commit"}


def stamp(local: datetime) -> str:
    """A time as Salesforce exports it: UTC with milliseconds."""
    return f"{to_utc(local):%Y-%m-%dT%H:%M:%S}.000Z"


def _audit(created: date, manager: Manager) -> tuple[str, ...]:
    when = stamp(at(created, 10, 30))
    return (when, manager.manager_id, when, manager.manager_id, when)


class SalesforceExport:
    """The open files of one export."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        def opened(name: str, header: tuple[str, ...]) -> CsvFile:
            return stack.enter_context(CsvFile(folder / f"{name}.csv", header, _DIALECT))

        self._accounts = opened("Account", ACCOUNT)
        self._contacts = opened("Contact", CONTACT)
        self._users = opened("User", USER)
        self._leads = opened("Lead", LEAD)
        self._opportunities = opened("Opportunity", OPPORTUNITY)
        self._contracts = opened("Contract", CONTRACT)
        self._events = opened("Event", EVENT)

    def write_book(self, book: Book) -> None:
        """One client's accounts, people, deals, contracts and meetings."""
        for account in book.accounts:
            self.write_account(account)
        for contact in book.contacts:
            self._write_contact(contact)
        for deal in book.opportunities:
            self._write_opportunity(deal)
        for contract in book.contracts:
            self._write_contract(contract)
        for meeting in book.meetings:
            self._write_event(meeting)

    def write_account(self, account: Account) -> None:
        site = f"https://www.cliente-{account.number:04d}.example"
        self._accounts.write(
            *(account.account_id, "0", "", account.name, account.kind, account.parent_id),
            *(account.city, _COUNTRIES[account.country], account.country, site),
            *(account.industry, account.currency, account.manager.manager_id),
            *_audit(account.created, account.manager),
            *("Referral", account.segment, account.tier, account.locale),
        )

    def write_users(self, users: Iterable[Manager], company: str) -> None:
        for user in users:
            alias = (user.first_name[:1] + user.last_name.split()[0])[:8].lower()
            self._users.write(
                *(user.manager_id, user.email, user.last_name, user.first_name, user.name),
                *(company, user.team, "Account Manager" if user.is_manager else "Integration"),
                *(user.email, alias, "America/Mexico_City", "es_MX", "es_MX"),
                "Standard" if user.is_manager else "AutomatedProcess",
                "1",
                *_audit(date(2023, 1, 9), user),
            )

    def write_lead(
        self,
        lead_id: str,
        person: tuple[str, str],
        company: str,
        manager: Manager,
        created: date,
        converted: tuple[date, str] | None,
        status: str,
        source: str,
    ) -> None:
        """A lead; `converted` is the day and the account that it became."""
        day, account_id = converted or ("", "")
        email = f"{person[0]}.{person[1]}@example.com".lower().replace(" ", "")
        self._leads.write(
            *(lead_id, "0", person[1], person[0], " ".join(person), company, email, source),
            *(status, "MXN", manager.manager_id, "1" if converted else "0", day, account_id, ""),
            *_audit(created, manager),
        )

    def _write_contact(self, contact: Contact) -> None:
        account = contact.account
        name = f"{contact.first_name} {contact.last_name}"
        self._contacts.write(
            *(contact.contact_id, "0", account.account_id, contact.last_name),
            *(contact.first_name, name, contact.email, contact.job_title),
            *(account.currency, account.manager.manager_id),
            *_audit(account.created, account.manager),
            "0" if contact.is_active else "1",
        )

    def _write_opportunity(self, deal: Opportunity) -> None:
        account = deal.account
        closed = deal.stage.startswith("Closed")
        self._opportunities.write(
            *(deal.opportunity_id, "0", account.account_id, deal.name, deal.stage),
            *(plain(deal.amount_minor, account.currency), deal.probability, deal.closes),
            *(deal.kind, "Referral", "1" if closed else "0"),
            "1" if deal.stage == "Closed Won" else "0",
            _FORECAST.get(deal.stage, "Pipeline"),
            *(account.currency, account.manager.manager_id),
            *_audit(deal.created, account.manager),
            deal.product_id,
        )

    def _write_contract(self, contract: Contract) -> None:
        account = contract.account
        months = (contract.end.year - contract.start.year) * 12
        months += contract.end.month - contract.start.month
        self._contracts.write(
            *(contract.contract_id, account.account_id, contract.number, contract.status),
            *(contract.start, contract.end - timedelta(days=1), months, contract.notice_days),
            *(account.currency, account.manager.manager_id),
            *_audit(contract.start, account.manager),
            "1" if contract.is_auto_renewed else "0",
        )

    def _write_event(self, meeting: Meeting) -> None:
        account = meeting.account
        self._events.write(
            *(meeting.meeting_id, "0", account.account_id, account.account_id),
            *(account.manager.manager_id, meeting.subject, meeting.kind),
            stamp(meeting.starts_at),
            stamp(meeting.starts_at + timedelta(minutes=meeting.minutes)),
            *(meeting.minutes, "Busy", account.currency),
            *_audit(meeting.starts_at.date() - timedelta(days=7), account.manager),
            *(meeting.state, "1" if meeting.is_with_client else "0"),
        )
