#!/usr/bin/env python3
"""Recount a yearly report from the restricted tables of the package of its last semester.

    recount_year.py REPORT PACKAGE

It shares nothing with the program; the package holds the records of all semesters until its own. One line is printed for
each difference, and at the end `N figures compared, M differ`.
"""
import csv
import sys
from collections import defaultdict
from pathlib import Path

from recount_package import OUTPUT, SUPPORT, Package, project, sexes


def table(report, name):
    with open(Path(report) / "aggregate" / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def fund(package, row):
    code = row["indicator_code"]
    day = "leave_date" if code.startswith("CR") or code == "LEAVERS" else "entry_date"
    people = [p for p in package.people.values() if row["school_code"] in ("Total", p["school_code"]) and p[day]
              and package.within(row["period_type"], None, p[day])]
    complete = [p for p in people if p["complete"] == "true"]
    if code in ("GRAND-TOTAL", "LEAVERS"):
        return sexes(people if code == "GRAND-TOTAL" else complete)
    return sexes(p for p in complete if code in OUTPUT and OUTPUT[code](p))


def reconciliation(package, row):
    school, year = row["school_code"], package.year
    by_school, by_semester, before, now = defaultdict(set), defaultdict(set), set(), set()
    for session in package.sessions:
        person = session["plan"]["participant_id"]
        if session["date"][:4] == year:
            by_school[session["plan"]["school_code"]].add(person)
            by_semester[session["semester"]].add(person)
            now.add(person)
        elif session["date"][:4] < year:
            before.add(person)
    people = [p for p in package.people.values() if school in ("Total", p["school_code"])]
    schools = sum(len(people) for people in by_school.values())
    return {
        "supported": len(now if school == "Total" else by_school[school]), "sum_of_schools": schools,
        "duplicates": schools - len(now), "new": len(now - before), "returning": len(now & before),
        "sum_of_semesters": sum(map(len, by_semester.values())), "largest_semester": max(map(len, by_semester.values())),
        "before": len(before), "grand_total": len(people),
        "complete": sum(p["complete"] == "true" for p in people),
        "incomplete": sum(p["complete"] != "true" for p in people),
    }[row["item"]]


def units(package, row):
    sessions = [s for s in package.sessions if row["school_code"] in ("Total", s["plan"]["school_code"])
                and s["support_type"] == row["measure_code"] and package.within(row["period_type"], None, s["date"])]
    eligible = [s for s in sessions if s["eligible"] == "true"]
    assert all(s["eligible"] == "true" or s["reason_code"] in SUPPORT for s in sessions)
    return (len(eligible), sum(int(s["minutes"]) for s in eligible),
            sum(int(s["minutes"]) for s in sessions if s["eligible"] != "true"))


def main():
    report, package = sys.argv[1], Package(sys.argv[2])
    compared = differing = 0

    def compare(what, said, counted):
        nonlocal compared, differing
        compared += 1
        if said != counted:
            differing += 1
            print(f"{what}: {said} said, {counted} counted")

    for row in table(report, "indicators"):
        said = (int(row["total"]),) if not row["women"] else (int(row["women"]), int(row["men"]), int(row["total"]))
        if row["indicator_set"] == "project":
            counted = project(package, row["indicator_code"], row["period_type"], row["school_code"])
        else:
            counted = fund(package, row)
        compare((row["indicator_code"], row["period_type"], row["school_code"]), said, counted)
    for row in table(report, "reconciliation"):
        compare((row["item"], row["period_type"], row["school_code"]), int(row["value"]), reconciliation(package, row))
    for row in table(report, "units"):
        said = tuple(int(row[name]) for name in ("eligible_sessions", "eligible_units", "other_units"))
        compare((row["measure_code"], row["period_type"], row["school_code"]), said, units(package, row))
    print(f"{compared} figures compared, {differing} differ")
    return 1 if differing or compared < 500 else 0


if __name__ == "__main__":
    sys.exit(main())
