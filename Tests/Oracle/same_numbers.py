"""Compare the figures of a report's folder: tidy tables, text for spreadsheets, summary and workbook.

Usage: same_numbers.py FOLDER. A figure without a value is compared by its symbol.
"""
import csv
import hashlib
import json
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl

TABLES = ("participants", "teachers", "outcomes")
SYMBOLS = ("c", "x", "z")


def number(text):
    return Decimal(text) if text else None


def said(value, status):
    """Return what a file says of a figure: its number, or the symbol for why there is none."""
    if (value is None) != (status in SYMBOLS):
        raise SystemExit(f"value {value} with status {status!r}")
    return status if value is None else value


def tidy(folder):
    for table in TABLES:
        with open(folder / f"{table}.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield row["address"], (
                    said(number(row["value"]), row["value_status"]), number(row["value_previous"]), number(row["change"]))


def spreadsheet(folder):
    """The address is the last cell, the symbol the one before, and before it stand the three numbers."""
    for table in TABLES:
        text = (folder / f"{table}.excel.csv").read_bytes()
        if not text.startswith(b"\xef\xbb\xbf"):
            raise SystemExit(f"{table}.excel.csv has no byte-order mark")
        for row in list(csv.reader(text.decode("utf-8-sig").splitlines(), delimiter=";"))[1:]:
            value, previous, change = (number(cell.replace(",", ".")) for cell in row[-5:-2])
            yield row[-1], (said(value, row[-2]), previous, change)


def summary(folder):
    document = json.loads((folder / "summary.json").read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
    for table in document["tables"]:
        for figure in table["figures"]:
            yield figure["address"], (said(figure["value"], figure["status"]), figure["previous"], figure["change"])


def cell(value):
    """Return the number of a cell, or None for a symbol in brackets."""
    if isinstance(value, str) and value in ("[c]", "[x]", "[z]"):
        return None
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise SystemExit(f"{value!r} is no number in the workbook")
    return Decimal(str(value))


def workbook(folder):
    sheets = openpyxl.load_workbook(folder / "summary.xlsx").worksheets
    for sheet in sheets[1:-1]:
        if sheet.freeze_panes != "A2":
            raise SystemExit(f"the header of {sheet.title} is not frozen")
        for row in list(sheet.iter_rows(values_only=True))[1:]:
            value, previous, change = map(cell, row[-5:-2])
            yield row[-1], (said(value, (row[-2] or "").strip("[]")), previous, change)
    for sheet in sheets:
        for row in sheet.iter_rows():
            for place in row:
                if place.data_type == "f":
                    raise SystemExit(f"{sheet.title} {place.coordinate} is a formula")


def main(folder):
    expected, differ = dict(tidy(folder)), 0
    for read in (spreadsheet, summary, workbook):
        found = dict(read(folder))
        for address in sorted(expected.keys() | found.keys()):
            if expected.get(address) != found.get(address):
                print(f"{address}: {expected.get(address)} in the tidy table, {found.get(address)} by {read.__name__}")
                differ += 1
    for resource in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        content = (folder / resource["path"]).read_bytes()
        if resource["hash"] != "sha256:" + hashlib.sha256(content).hexdigest() or resource["bytes"] != len(content):
            print(f"{resource['path']} is not the file that datapackage.json describes")
            differ += 1
    print(f"{len(expected)} figures compared in four files, {differ} differ")
    return 1 if differ or not expected else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
