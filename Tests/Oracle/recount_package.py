#!/usr/bin/env python3
"""Recount a submission package from its restricted tables, and compare every figure in aggregate/ and public/.

    recount_package.py PACKAGE

It shares nothing with the program: it reads the CSV tables with Python's own module and counts people, sessions, plans
and outcomes by hand. Of the manifest it takes only which schools, semesters and class bands there are.
One line is printed for each difference, and at the end `N figures compared, M differ`.
"""
import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

OUTPUT = {
    "CO01": lambda p: p["labour_status"] in ("unemployed", "ltu"),
    "CO02": lambda p: p["labour_status"] == "ltu",
    "CO03": lambda p: p["labour_status"].startswith("inactive"),
    "CO04": lambda p: p["labour_status"] == "inactive_not_edu",
    "CO05": lambda p: p["labour_status"] == "employed",
    "CO06": lambda p: age(p) < 25,
    "CO07": lambda p: age(p) > 54,
    "CO08": lambda p: age(p) > 54 and p["labour_status"] in ("unemployed", "ltu", "inactive_not_edu"),
    "CO09": lambda p: p["isced_completed"] in ("1", "2"),
    "CO10": lambda p: p["isced_completed"] in ("3", "4"),
    "CO11": lambda p: p["isced_completed"] == "5-8",
    "TOTAL": lambda p: True,
}
SUPPORT = ("over_plan", "overlap")  # given all the same, though it is not claimed


def age(person):
    birth, entry = person["birth_date"], person["entry_date"]
    return int(entry[:4]) - int(birth[:4]) - (entry[5:] < birth[5:])


class Package:
    def __init__(self, path):
        self.path = Path(path)
        self.manifest = json.loads((self.path / "manifest.json").read_text())
        reference = self.manifest["reference"]
        self.schools = [school["code"] for school in reference["schools"]]
        self.semesters = reference["semesters"]
        self.semester = reference["semester"]
        self.year = next(s["endsOn"][:4] for s in self.semesters if s["code"] == self.semester)
        self.bands = {band["code"]: range(band["from"], band["to"] + 1) for band in reference["classBands"]}
        self.counting = {t["code"] for t in reference["terms"] if t["vocabulary"] == "plan-statuses" and t["counts"]}
        self.in_minutes = {t["code"] for t in reference["terms"] if t["vocabulary"] == "measures" and t["isInMinutes"]}
        self.people = {p["participant_id"]: p for p in self.table("restricted/participants")}
        self.plans = {p["iap_id"]: p for p in self.table("restricted/participations")}
        self.results = {r["iap_id"]: r for r in self.table("restricted/results")}
        self.measures = self.table("restricted/measures")
        self.teachers = self.table("restricted/teachers")
        self.sessions = []
        for session in self.table("restricted/consultations"):
            if session["eligible"] == "true" or session["reason_code"] in SUPPORT:
                session["plan"] = self.plans[session["iap_id"]]
                session["semester"] = "{school_year}-{semester}".format(**session["plan"])
                self.sessions.append(session)

    def table(self, name):
        with open(self.path / f"{name}.csv", newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def semester_on(self, day):
        begun = [s["code"] for s in self.semesters if s["startsOn"] <= day]
        return max(begun) if begun else None

    def within(self, period, semester, day):
        if period == "semester":
            return semester == self.semester
        return period == "cumulative" or day[:4] == self.year


def sexes(people):
    people = list(people)
    return (sum(p["sex"] == "F" for p in people), sum(p["sex"] == "M" for p in people), len(people))


def number(text):
    return int(text) if text else None


def project(package, code, period, school):
    """Return the values of a project indicator: women, men and total, or the total alone."""
    words = code.removeprefix("LV-834-")
    names = ["PARTICIPANTS", "TEACHERS", "TEACHER-PUPIL-PAIRS", "SESSIONS", "MINUTES-PLANNED", "MINUTES",
             "PLANS-COMPLETED", "PLANS-INTERRUPTED", "PLANS", "PLAN-RESULTS", "LOW-MARKS-BEFORE", "LOW-MARKS-AFTER",
             "PUPILS-WITH-LOW-MARKS-BEFORE", "PUPILS-WITH-FEWER-LOW-MARKS", "PUPILS-WITH-MORE-LOW-MARKS",
             "MISSED-LESSONS-BEFORE", "MISSED-LESSONS-AFTER", "PUPILS-MISSING-FEWER", "PUPILS-MISSING-MORE"]
    name = next(n for n in sorted(names, key=len, reverse=True) if words == n or words.startswith(n + "-"))
    rest = words[len(name):].lstrip("-")
    by, category = "", ""
    for kind in ("CLASS-BAND", "RISK", "MEASURE", "SUBJECT", "ROLE", "OUTCOME", "CONTINUATION"):
        if rest.startswith(kind + "-"):
            by, category = kind, rest[len(kind) + 1:]

    def same(value):
        return value.replace("_", "-").upper() == category

    def own(plan):
        return school == "Total" or plan["school_code"] == school

    sessions = [s for s in package.sessions if own(s["plan"]) and package.within(period, s["semester"], s["date"])]
    plans = [p for p in package.plans.values() if own(p) and p["status"] in package.counting
             and package.within(period, "{school_year}-{semester}".format(**p), p["plan_start"])]
    if by == "CLASS-BAND":
        band = package.bands[category.lower()]
        sessions = [s for s in sessions if s["plan"]["grade"] and int(s["plan"]["grade"]) in band]
    elif by == "RISK":
        sessions = [s for s in sessions if any(same(r) for r in s["plan"]["risk_codes"].split(";"))]
    elif by == "MEASURE" and name != "MINUTES-PLANNED":
        sessions = [s for s in sessions if same(s["support_type"])]
    elif by == "SUBJECT" and name != "MINUTES-PLANNED":
        sessions = [s for s in sessions if same(s["subject"])]
    if name == "PARTICIPANTS":
        return sexes(package.people[i] for i in {s["plan"]["participant_id"] for s in sessions})
    if name == "TEACHERS":
        given = {s["teacher_id"] for s in sessions}
        if by == "ROLE":
            semesters = {s["semester"] for s in sessions}
            given &= {t["teacher_id"] for t in package.teachers if own(t)
                      and any(same(r) for r in t["roles"].split(";"))
                      and "{school_year}-{semester}".format(**t) in semesters}
        return (len(given),)
    if name == "TEACHER-PUPIL-PAIRS":
        return (len({(s["teacher_id"], s["plan"]["participant_id"]) for s in sessions}),)
    if name == "SESSIONS":
        return (len(sessions),)
    if name == "MINUTES":
        return (sum(int(s["minutes"]) for s in sessions),)
    if name == "PLANS":
        return (len(plans),)
    given = [p for p in plans if package.results.get(p["iap_id"], {}).get("outcome")
             or package.results.get(p["iap_id"], {}).get("continuation")]
    if name == "PLANS-COMPLETED":
        return (sum(p["status"] != "interrupted" for p in given),)
    if name == "PLANS-INTERRUPTED":
        return (sum(p["status"] == "interrupted" for p in plans),)
    if name == "PLAN-RESULTS":
        column = by.lower()
        return (sum(not by or same(package.results[p["iap_id"]][column]) for p in given),)
    if name == "MINUTES-PLANNED":
        ids = {p["iap_id"] for p in plans}
        column = {"MEASURE": "measure_code", "SUBJECT": "subject"}.get(by)
        return (sum(number(m["planned_minutes"]) or 0 for m in package.measures if m["iap_id"] in ids
                    and m["measure_code"] in package.in_minutes and (not by or same(m[column]))),)
    pairs = {}
    fields = ("low_marks_before", "low_marks_after") if "LOW" in name else ("absence_before", "absence_after")
    for session in sessions:
        result = package.results[session["iap_id"]]
        before, after = (number(result[field]) for field in fields)
        if before is not None and after is not None:
            pairs[session["plan"]["participant_id"]] = (before, after)
    tests = {"PUPILS-WITH-LOW-MARKS-BEFORE": lambda b, a: b > 0, "PUPILS-WITH-FEWER-LOW-MARKS": lambda b, a: a < b,
             "PUPILS-WITH-MORE-LOW-MARKS": lambda b, a: a > b, "PUPILS-MISSING-FEWER": lambda b, a: a < b,
             "PUPILS-MISSING-MORE": lambda b, a: a > b}
    if name in tests:
        return sexes(package.people[i] for i, pair in pairs.items() if tests[name](*pair))
    return (sum(pair[name.endswith("AFTER")] for pair in pairs.values()),)


def reconciliation(package, row):
    supported = defaultdict(lambda: defaultdict(set))
    for session in package.sessions:
        for place in (session["plan"]["school_code"], "Total"):
            supported[session["semester"]][place].add(session["plan"]["participant_id"])
    now = supported[package.semester]
    before = set().union(*[s["Total"] for code, s in supported.items() if code < package.semester])
    people = [p for p in package.people.values() if row["school_code"] in ("Total", p["school_code"])]
    return {
        "grand_total": len(people), "complete": sum(p["complete"] == "true" for p in people),
        "incomplete": sum(p["complete"] != "true" for p in people), "supported": len(now[row["school_code"]]),
        "sum_of_schools": sum(len(now[s]) for s in package.schools),
        "duplicates": sum(len(now[s]) for s in package.schools) - len(now["Total"]),
        "new": len(now["Total"] - before), "returning": len(now["Total"] & before), "before": len(before),
        "sum_of_semesters": sum(len(s["Total"]) for s in supported.values()),
        "largest_semester": max([len(s["Total"]) for s in supported.values()], default=0),
    }[row["item"]]


def main():
    package = Package(sys.argv[1])
    compared = differing = 0

    def compare(what, said, counted):
        nonlocal compared, differing
        compared += 1
        if said != counted:
            differing += 1
            print(f"{what}: {said} said, {counted} counted")

    for row in package.table("aggregate/indicators_output") + package.table("aggregate/indicators_result"):
        day = "leave_date" if row["indicator_code"].startswith("CR") or row["indicator_code"] == "LEAVERS" else "entry_date"
        people = [p for p in package.people.values() if row["school_code"] in ("Total", p["school_code"]) and p[day]
                  and package.within(row["period_type"], package.semester_on(p[day]), p[day])]
        complete = [p for p in people if p["complete"] == "true"]
        code = row["indicator_code"]
        if code == "GRAND-TOTAL":
            counted = people
        elif code == "LEAVERS":
            counted = complete
        else:
            # Sensitive answers and results of the Fund's own codes are in no package without them.
            counted = [p for p in complete if code in OUTPUT and OUTPUT[code](p)]
        compare((code, row["period_type"], row["school_code"]),
                (int(row["women"]), int(row["men"]), int(row["total"])), sexes(counted))
    exact = {}
    for row in package.table("aggregate/indicators_project"):
        counted = project(package, row["indicator_code"], row["period_type"], row["school_code"])
        said = (int(row["total"]),) if not row["women"] else (int(row["women"]), int(row["men"]), int(row["total"]))
        compare((row["indicator_code"], row["period_type"], row["school_code"]), said, counted)
        if row["period_type"] == "semester":
            exact[row["indicator_code"], row["school_code"]] = counted
    for row in package.table("aggregate/reconciliation"):
        compare((row["item"], row["period_type"], row["school_code"]), int(row["value"]), reconciliation(package, row))
    for row in package.table("public/summary"):
        parts = ["LV-834", row["measure"]]
        if row["breakdown"] != "Total":
            parts += [row["breakdown"], row["breakdown_value"]]
        code = "-".join(parts).upper().replace("_", "-")
        counted = exact[code, row["school_code"] or "Total"]
        value = counted[-1] if row["sex"] == "Total" else counted["FM".index(row["sex"])]
        compare((code, row["school_code"], row["sex"]), row["value"], "" if row["value_status"] == "c" else str(value))
    print(f"{compared} figures compared, {differing} differ")
    return 1 if differing or compared < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
