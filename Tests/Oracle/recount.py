#!/usr/bin/env python3
"""Recount the sample data from the raw exports, and compare with the reports cell by cell.

    recount.py SAMPLE_DATA REPORTS      REPORTS holds <semester>/internal/*.csv

Why this exists: every test inside the package trusts some part of the package, be it a reader, a definition or the
store. This program trusts none of it. It reads the exports with Python's own csv and XML modules (exports.py), does
not read `pipelines/`, and spells out by hand, from the table of checks in docs/definitions.md, what counts (counted.py).
A figure is right when two programs that share nothing but the exports arrive at it.

A row of the report is needed for every total and school, and wherever something was counted; a category in which
nothing was counted may have a row of zeros or none.

Words are listed as the sample files use them. A word that is not listed here holds its row back, as a new word does in
the product; so a change of the sample data that nobody thought through shows as a difference.

One line is printed for each difference, and at the end `N cells compared, M differ`. The exit code is 1 when anything
differs, or when so little was compared that agreement would mean nothing. No personal code and no name is printed.
"""
import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.dont_write_bytecode = True
from counted import SCHOOL_LEVELS, SEMESTERS, Town

FEWEST_CELLS = 2000
LOW_BELOW = 4  # marks

PUPIL_BREAKDOWNS = ["", "school", "level", "class_band", "sex", "risk", "measure", "subject", "school class_band",
                    "school sex", "school risk", "school measure", "school subject"]
BREAKDOWNS = {
    "participants": PUPIL_BREAKDOWNS, "participants_new": ["", "school"], "participants_returning": ["", "school"],
    "teachers": ["", "school", "role", "measure", "subject", "school role"],
    "teacher_pupil_pairs": ["", "school", "role"],
    "sessions": ["", "school", "measure", "subject", "role", "school measure"],
    "minutes": ["", "school", "measure", "subject", "role", "school measure"],
}
MARK_INDICATORS = {  # of the marks of a pupil in a subject, in the semester before and in this one
    "pupil_subjects_not_comparable": lambda before, after: None in (before, after),
    "pupil_subjects_compared": lambda before, after: None not in (before, after),
    "pupil_subjects_improved": lambda before, after: None not in (before, after) and after > before,
    "pupil_subjects_unchanged": lambda before, after: None not in (before, after) and after == before,
    "pupil_subjects_worse": lambda before, after: None not in (before, after) and after < before,
    "low_marks_before": lambda before, after: None not in (before, after) and before < LOW_BELOW,
    "low_marks_after": lambda before, after: None not in (before, after) and after < LOW_BELOW,
}
LOW_INDICATORS = {  # of the number of a pupil's low marks, in the subjects compared
    "pupils_with_low_marks_before": lambda before, after: before > 0,
    "pupils_with_fewer_low_marks": lambda before, after: after < before,
    "pupils_with_more_low_marks": lambda before, after: after > before,
}
COMPARING = {*MARK_INDICATORS, *LOW_INDICATORS, "low_marks_change", "missed_lessons_before", "missed_lessons_after",
             "pupils_missing_fewer", "pupils_missing_more"}


def is_unknown(address):
    """Tell whether nothing is known of a figure: that is no zero.

    In the first semester nothing can be compared, and before the project began nobody was asked for any support.
    """
    return address.split("/")[0] == SEMESTERS[0]


def figures_of(town, semester):
    """Return the figures of one semester by address."""
    found, seen = Counter(), set()

    def add(indicator, dimensions, record, amount=1, once=None):
        """Add at every address of the record in a breakdown; a thing to be counted once is added once an address."""
        addresses = [f"{semester}/{indicator}"]
        for dimension in dimensions.split():
            values = record[dimension] if isinstance(record[dimension], set) else {record[dimension]} - {None}
            addresses = [f"{address}/{dimension}={value}" for address in addresses for value in values]
        for address in addresses:
            if once is None or (address, once) not in seen:
                seen.add((address, once))
                found[address] += amount

    for school in ["", *SCHOOL_LEVELS]:  # a total is there even when it is zero
        for indicator in [*BREAKDOWNS, *COMPARING]:
            found[f"{semester}/{indicator}" + (f"/school={school}" if school else "")] += 0

    earlier = {s["pupil"] for s in town.sessions.values() if s["semester"] < semester}
    supported = defaultdict(set)  # pupil → schools
    for session in (s for s in town.sessions.values() if s["semester"] == semester):
        pupil, teacher = session["pupil"], session["teacher"]
        supported[pupil].add(session["school"])
        newness = "participants_returning" if pupil in earlier else "participants_new"
        counted = {"participants": pupil, newness: pupil, "teachers": teacher, "teacher_pupil_pairs": (teacher, pupil),
                   "sessions": None, "minutes": None}
        for indicator, once in counted.items():
            for dimensions in BREAKDOWNS[indicator]:
                add(indicator, dimensions, session, session["minutes"] if indicator == "minutes" else 1, once)

    place = SEMESTERS.index(semester)
    compared = [SEMESTERS[place - 1] if place else None, semester]
    entries = defaultdict(lambda: (set(), set()))  # (pupil, subject) → marks before, marks now
    for (_, when, pupil, subject), value in town.marks.items():
        if pupil in supported and when in compared:
            entries[pupil, subject][compared.index(when)].update({value} - {None})
    lows = defaultdict(lambda: [0, 0])
    for (pupil, subject), marks in entries.items():
        before, after = (min(each) if len(each) == 1 else None for each in marks)  # two marks that differ are none
        record = {"school": supported[pupil], "subject": subject}
        for indicator, holds in MARK_INDICATORS.items():
            for dimensions in ("", "school", "subject") if holds(before, after) else ():
                add(indicator, dimensions, record)
                if indicator.startswith("low_marks"):
                    add("low_marks_change", dimensions, record, 1 if indicator.endswith("after") else -1)
        if None not in (before, after):
            lows[pupil][0] += before < LOW_BELOW
            lows[pupil][1] += after < LOW_BELOW
    missed = defaultdict(lambda: [[], []])
    for (_, when, pupil), lessons in town.absences.items():
        if pupil in supported and when in compared:
            missed[pupil][compared.index(when)].append(lessons)
    for dimensions in ("", "school"):
        for pupil, (before, after) in lows.items():
            for indicator, holds in LOW_INDICATORS.items():
                if holds(before, after):
                    add(indicator, dimensions, {"school": supported[pupil]})
        for pupil, (before, after) in missed.items():
            if before and after:  # what several schools report is added up
                record, (before, after) = {"school": supported[pupil]}, (sum(before), sum(after))
                add("missed_lessons_before", dimensions, record, before)
                add("missed_lessons_after", dimensions, record, after)
                if before != after:
                    add("pupils_missing_fewer" if after < before else "pupils_missing_more", dimensions, record)

    for persons in ("participants", "teachers"):
        total = found[f"{semester}/{persons}"]
        schools = sum(found[f"{semester}/{persons}/school={school}"] for school in SCHOOL_LEVELS)
        found[f"{semester}/{persons}_sum_of_schools"] = schools
        found[f"{semester}/{persons}_difference"] = schools - total
    return found


def address_of(row):
    """Return the address that the columns of a row amount to."""
    parts = [("school", row["school_code"] or "Total"), (row["breakdown"], row["category"]),
             (row["second_breakdown"], row["second_category"])]
    coordinates = [f"/{name}={category}" for name, category in parts if category != "Total"]
    return f"{row['semester']}/{row['indicator']}" + "".join(coordinates)


def differences(folder, semester, now, before, cells):
    """Yield a line for each difference between a report and the figures recounted, and count the cells compared."""
    rows, indicators = {}, {address.split("/")[1] for address in now}
    for name in ("participants.csv", "teachers.csv", "outcomes.csv"):
        path = Path(folder, semester, "internal", name)
        if not path.is_file():
            yield f"{semester}: the report has no {name}"
            continue
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row["indicator"] in indicators:
                    address = address_of(row)
                    if row["address"] != address:
                        yield f"{row['address']}: the columns of the row say {address}"
                    if address in rows:
                        yield f"{address}: the row stands twice"
                    rows[address] = row
    unknown_before = {address.split("/")[1] for address in before or {} if is_unknown(address)}
    before = before and Counter({semester + address[len(semester):]: value for address, value in before.items()})
    in_use = {address for address, value in (before or {}).items()
              if value and address.split("/")[1] not in unknown_before}
    counted = {address for address in now if not is_unknown(address) or "/subject=" not in address}
    for address in sorted(counted | rows.keys() | in_use):
        value = None if is_unknown(address) else now[address]
        previous = None if address.split("/")[1] in unknown_before else before and before[address]
        if address not in rows:
            cells[semester] += 1
            yield f"{address}: no row in the report, {value} recounted"
            continue
        change = None if None in (value, previous) else value - previous
        for column, expected in {"value": value, "value_previous": previous, "change": change}.items():
            text = rows[address][column]
            cells[semester] += 1
            if text != ("" if expected is None else str(expected)):
                yield f"{address} {column}: {text or 'empty'} in the report, {expected} recounted"


def main(samples, reports):
    town, cells, differ, before = Town(Path(samples)), Counter(), 0, None
    for semester in SEMESTERS:
        now = figures_of(town, semester)
        for line in differences(reports, semester, now, before, cells):
            print(line)
            differ += 1
        before = now
    compared = sum(cells.values())
    if compared < FEWEST_CELLS:
        print(f"at least {FEWEST_CELLS} cells should have been compared")
    print(f"{compared} cells compared, {differ} differ")
    return 1 if differ or compared < FEWEST_CELLS else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
