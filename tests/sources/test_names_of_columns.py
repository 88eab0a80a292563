"""Headers as vendors write them: case, blanks, stars and marks do not matter."""

import json

import pytest
from mapping_texts import payments
from read_exports import ReadFiles
from test_vendor_shapes import builtin, linked

ROW = "p1,A,2026-09-01,10.00,MXN"
OPPORTUNITY = (
    '"ID","ISDELETED","ACCOUNTID","NAME","STAGENAME","AMOUNT","PROBABILITY","CLOSEDATE","TYPE",'
    '"ISCLOSED","ISWON","OWNERID","CREATEDDATE"\n'
    '"006","false","A","Añejo","Closed Won","500000.0","100.0","2005-11-09","New Business",'
    '"true","true","U","2006-06-15T20:47:07.000Z"\n'
)


@pytest.mark.parametrize(
    "header",
    [
        "ID,ACCOUNT,DAY,AMOUNT,CURRENCY",
        "*id,*Account,Day *,amount ,  currency",
        "\ufeff\ufeffid,account,day,amount,currency",
    ],
)
def test_a_header_is_recognised_whatever_its_case_and_marks(
    read_files: ReadFiles, header: str
) -> None:
    read = read_files(payments(), files={"export.csv": f"{header}\n{ROW}\n"})
    assert read.column("payments", "payment_id") == ["p1"]


def test_a_name_as_it_is_written_counts_before_one_in_another_case(read_files: ReadFiles) -> None:
    text = f"ID,id,account,day,amount,currency\nother,{ROW}\n"
    read = read_files(payments(), files={"export.csv": text})
    assert read.column("payments", "payment_id") == ["p1"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-8-sig", "utf-16"])
def test_data_loader_writes_upper_case_in_any_of_windows_encodings(
    read_files: ReadFiles, encoding: str
) -> None:
    files = {
        "Account.csv": "Id,IsDeleted,Name,Type,ParentId,Industry,OwnerId,CreatedDate\n"
        "A,0,A,Customer,,,U,2020-01-01T00:00:00.000Z\n",
        "Opportunity.csv": OPPORTUNITY.encode(encoding),
    }
    read = read_files(builtin("salesforce"), files=files)
    assert read.sentences == []
    assert read.column("opportunities", "opportunity_name") == ["Añejo"]
    assert read.column("opportunities", "state") == ["won"]


def test_marks_where_files_were_put_together_belong_to_no_key(read_files: ReadFiles) -> None:
    part = "\ufeffid,account,day,amount,currency\n"
    rows = (ROW.replace("p1", f"p{number}") for number in (1, 2, 3))
    first, second, third = rows
    text = f"{part}{first}\n{part}{second}\n\ufeff{third}\n"
    read = read_files(payments(), files={"export.csv": text})
    assert read.column("payments", "payment_id") == ["p1", "p2", "p3"]
    assert read.outcomes == {"read": 4, "loaded": 3, "filtered:repeated_header": 1}


def test_delimiters_at_the_end_of_a_line_are_no_cells(read_files: ReadFiles) -> None:
    text = f"id,account,day,amount,currency\n{ROW},,\n{ROW.replace('p1', 'p2')},stray\n"
    read = read_files(payments(), files={"export.csv": text})
    assert read.column("payments", "payment_id") == ["p1"]
    assert read.faults == [(3, "", "field_count")]


DEALS = """Record ID,Deal Name,Deal Stage,Amount,Close Date,Is Deal Closed?,Is Closed Won,\
Associated Company IDs
1,a,Closed Won,10,2026-08-01 10:00,true,true,7
2,b,148382110,20,2026-08-01 10:00,true,true,7
3,c,148382111,30,2026-08-01 10:00,true,false,7
4,d,Won't fix yet,40,2026-08-01 10:00,false,false,7
5,e,closedlost,50,2026-08-01 10:00,,,7
"""
STATES = ["won", "won", "lost", "open", "lost"]


def test_hubspots_flags_say_what_is_won_in_any_pipeline(read_files: ReadFiles) -> None:
    files = {"deals.csv": DEALS, "companies.csv": "Record ID,Company name\n7,A\n"}
    read = read_files(builtin("hubspot"), files=files)
    assert read.column("opportunities", "state") == STATES


def deal(key: str, **properties: str | None) -> dict[str, object]:
    company = {"companies": {"results": [{"id": "7"}]}}
    when = {"closedate": "2026-08-10T18:00:00Z", "dealname": key, "amount": "1"}
    return {"id": key, "properties": when | properties, "associations": company}


PIPELINES = {
    "results": [
        {
            "id": "renewals",
            "stages": [
                {"id": "11", "label": "Ok", "metadata": {"isClosed": "true", "probability": "1.0"}},
                {"id": "12", "label": "No", "metadata": {"isClosed": "true", "probability": "0.0"}},
                {"id": "13", "label": "?", "metadata": {"isClosed": "false", "probability": "0.4"}},
            ],
        }
    ]
}


@pytest.mark.parametrize("name", ["pipelines.json", "deal_pipelines.json"])
def test_hubspots_pipelines_say_it_where_deals_do_not(read_files: ReadFiles, name: str) -> None:
    deals = [
        deal("1", dealstage="11"),
        deal("2", dealstage="12"),
        deal("3", dealstage="13"),
        deal("4", dealstage="closedwon"),
        deal("5", dealstage="12", hs_is_closed_won="true"),
        deal("6", dealstage="99", hs_deal_stage_probability="1"),
        deal("7", dealstage="99", hs_deal_stage_probability="0.2"),
    ]
    files = {
        "deals.json": json.dumps({"results": deals}),
        "companies.json": json.dumps({"results": [{"id": "7", "properties": {"name": "A"}}]}),
        name: json.dumps(PIPELINES),
    }
    read = read_files(builtin("hubspot"), files=files, known=linked("x"))
    assert read.column("opportunities", "state") == [
        *("won", "lost", "open", "won", "won", "won", "open")
    ]
