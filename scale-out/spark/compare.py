#!/usr/bin/env python3
"""compare.py EXPORT CUBE: compares every cell of two cubes, column by column.

EXPORT is a folder of `pumpurs export-model --with-figures`, CUBE one that rollup.py has written of it. Ends with 0 when every cell
is in both and equal, with 1 when not, and names the first that differ.
"""

import csv
import pathlib
import sys

SHOWN = 20


def cube(folder):
    """The files of each semester, by the path of its folder."""
    semesters = {}
    for path in sorted((pathlib.Path(folder) / "figures").glob("school_year=*/semester=*/*")):
        if path.is_file() and path.name[0] not in "._":
            semesters.setdefault(f"{path.parent.parent.name}/{path.parent.name}", []).append(path)
    return semesters


def cells(files):
    """The cells of a semester by their addresses; none may stand twice."""
    found, columns = {}, None
    for path in files:
        with open(path, encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            header = next(reader)
            if columns not in (None, header):
                sys.exit(f"{path}: has other columns than the files before it: {header}")
            columns = header
            for row in reader:
                if row[0] in found:
                    sys.exit(f"{path}: {row[0]} stands twice")
                found[row[0]] = row
    return columns, found


def main():
    ours, theirs = cube(sys.argv[1]), cube(sys.argv[2])
    if not ours:
        sys.exit(f"{sys.argv[1]}: has no figures; export them with --with-figures")
    differing, compared, semesters = [], 0, set(ours) | set(theirs)
    for semester in sorted(semesters):
        columns, one = cells(ours.get(semester, []))
        names, other = cells(theirs.get(semester, []))
        if columns != names:
            differing.append(f"{semester}: columns {columns} and {names}")
        for address in one.keys() | other.keys():
            compared += 1
            if one.get(address) != other.get(address):
                differing.append(f"{address}: SQLite {one.get(address)}, Spark {other.get(address)}")
    for line in sorted(differing)[:SHOWN]:
        print(line)
    print(f"{compared} cells of {len(semesters)} semesters compared, {len(differing)} differ")
    sys.exit(1 if differing or not compared else 0)


if __name__ == "__main__":
    main()
