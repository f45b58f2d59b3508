#!/usr/bin/env python3
"""rollup.py EXPORT --into CUBE: makes the figures of an export of the common model with Spark.

EXPORT is a folder that `pumpurs export-model` has written. The evidence is given by the very same queries,
pipelines/indicators/*.sql, and counted as the very same definitions beside them say. The figures of each semester
are written to CUBE/figures/school_year=…/semester=…/ as `export-model --with-figures` writes them; compare.py compares both.

The queries are run as they stand: Spark knows `:semester` as a named argument, and the words, joins and aggregates
that they use. What SQLite and Spark do not do alike is done around them, and it is this:
  – a table of the export is a view with the name that the queries use; the semester comes from the path of a file, so
    that Spark reads only the folders of the semesters that a query asks for;
  – whole numbers have 64 bits in both.
"""

import argparse
import json
import os
import pathlib
import re
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from figures import COLUMNS, OF_CLASS, Definitions, Knowledge, Scope, Semester, measures  # noqa: E402

LARGEST = 1_000_000_000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("export", help="a folder that export-model has written, or its URL where --package is given")
    parser.add_argument("--into", required=True, help="where the cube goes; nothing may be there")
    parser.add_argument("--pipelines", default="pipelines", help="the folder of the definitions")
    parser.add_argument("--package", help="a copy of the export's datapackage.json and schemas/ on this machine")
    parser.add_argument("--master", default="local[*]", help="the master of the cluster")
    parser.add_argument("--memory", default="4g", help="the driver's memory; with local[*] all there is")
    parser.add_argument("--partitions", type=int, help="into how many parts a shuffle divides at most")
    parser.add_argument("--semester", action="append", help="a semester; else all of the export")
    return parser.parse_args()


class Model:
    """The tables of an export as views of Spark."""

    def __init__(self, spark, export, package):
        self.spark, self.export = spark, export.rstrip("/")
        described = pathlib.Path(package or export)
        self.package = json.loads((described / "datapackage.json").read_text(encoding="utf-8"))
        self.files = {}
        for resource in self.package["resources"]:
            self.files.setdefault(resource["table"], []).append(resource)
        for path in sorted((described / "schemas").glob("*.json")):
            if path.stem != "figures":
                self.register(path.stem, json.loads(path.read_text(encoding="utf-8"))["fields"])

    def register(self, table, fields):
        types = {"integer": "BIGINT", "string": "STRING"}
        files = self.files.get(table, [])
        is_partitioned = any("partition" in file for file in files)
        # The semester and the school are in the path as well, by their codes, and those names are taken there.
        hidden = {"semester": "semester_number", "school": "school_number"} if is_partitioned else {}
        schema = ", ".join(f"`{hidden.get(field['name'], field['name'])}` {types[field['type']]}" for field in fields)
        if files:
            frame = self.spark.read.csv(f"{self.export}/{table}", schema=schema, header=True)
        else:
            frame = self.spark.createDataFrame([], schema)
        if is_partitioned:
            shown = {"semester": "CAST(CONCAT(SUBSTR(semester, 1, 4), SUBSTR(semester, 11, 1)) AS BIGINT) AS semester",
                     "school": "school_number AS school"}
            frame = frame.selectExpr(*(shown.get(field["name"], f"`{field['name']}`") for field in fields))
        frame.createOrReplaceTempView(table)

    @property
    def semesters(self):
        return [Semester(code) for code in self.package["semesters"]]


# What stands for nothing where a sum may be of something or of nothing.
NOTHING = -(1 << 62)


class Counting:
    """How the rows of a query become cells: each row is read once, and goes to every cell of every table that counts it."""

    def __init__(self, definitions, query, measures):
        self.definitions, self.query = definitions, query
        self.measures = [measure for measure in measures if measure.query == query]
        groups, sums = {}, {}
        for measure in self.measures:
            indicator = measure.indicator
            groups.update((("class" if name in OF_CLASS else name), None) for name in measure.dimensions)
            groups.update((test["column"], None) for test in indicator.where)
            groups.update((name, None) for name in indicator.columns + indicator.once_per)
            if indicator.aggregate == "sum":
                (groups if indicator.once_per else sums)[indicator.column] = None
        self.groups, self.sums = list(groups), list(sums)
        self.dimensions = list(dict.fromkeys(name for measure in self.measures for name in measure.dimensions))

    def is_text(self, column):
        return column not in OF_CLASS and column in self.definitions.categories

    def category(self, dimension):
        """The expression for the category in which a row stands."""
        if dimension == "level":
            low, high = self.definitions.levels
            return (f"CASE WHEN `class` DIV 100 BETWEEN {low} AND {high} THEN CAST(`class` DIV 100 AS STRING) "
                    "ELSE 'not_stated' END")
        if dimension == "class_band":
            bands = " ".join(f"WHEN `class` DIV 100 BETWEEN {low} AND {high} THEN '{code}'"
                             for code, (low, high) in self.definitions.bands)
            return f"CASE {bands} ELSE 'not_stated' END"
        return f"COALESCE(`{dimension}`, '{self.definitions.not_stated(dimension)}')"

    def condition(self, indicator):
        """The expression for whether a row counts."""
        parts = []
        for test in indicator.where:
            if "equals" in test:
                parts.append(f"`{test['column']}` = {int(test['equals'])}")
            else:
                codes = self.definitions.codes_with(test["column"], test["attribute"], test["is"])
                listed = ", ".join(f"'{code}'" for code in codes)
                parts.append(f"`{test['column']}` IN ({listed})" if codes else "FALSE")
        # Who is not known is not counted among distinct people.
        parts += [f"`{name}` IS NOT NULL" for name in indicator.columns]
        return " AND ".join(parts) or "TRUE"

    def entry(self, measure, amount, key=None):
        """A row of a cell: the school or nothing, the number of the table, the other categories, the key, the amount."""
        others = [f"category_{name}" for name in measure.dimensions if name != "school"]
        cell = f"CONCAT_WS('/', {', '.join(others)})" if others else "''"
        scope = "category_school" if measure.is_of_schools else "''"
        keys = ""
        if key is not None:
            numbers = ", ".join(f"`{name}`" for name in key if not self.is_text(name))
            texts = [f"COALESCE(`{name}`, '')" for name in key if self.is_text(name)]
            keys = (f"{f'ARRAY({numbers})' if numbers else 'CAST(ARRAY() AS ARRAY<BIGINT>)'} AS numbers, "
                    + (f"CONCAT_WS('/', {', '.join(texts)})" if texts else "''") + " AS texts, ")
        return (f"STRUCT({scope} AS scope, {measure.number} AS number, {cell} AS cell, {keys}"
                f"CASE WHEN {self.condition(measure.indicator)} THEN {amount} END AS amount)")

    def entries(self):
        """The entries that add up as they are, and those of which each key adds but once."""
        plain, keyed = [], []
        for measure in self.measures:
            indicator = measure.indicator
            if indicator.aggregate == "count":
                plain.append(self.entry(measure, "rows_of_group"))
            elif indicator.aggregate == "count_distinct":
                keyed.append(self.entry(measure, "CAST(1 AS BIGINT)", indicator.columns))
            elif indicator.once_per:
                keyed.append(self.entry(measure, f"COALESCE(`{indicator.column}`, {NOTHING})", indicator.once_per))
            else:
                plain.append(self.entry(measure, f"`sum_of_{indicator.column}`"))
        return plain, keyed

    def folded(self, spark, given):
        """The rows of the query, of which those are one that no table tells apart: twenty sessions of one kind, say."""
        spark.sql(self.definitions.queries[self.query], args=given).createOrReplaceTempView("evidence")
        names = ", ".join(f"`{name}`" for name in self.groups) or "1"
        totals = "".join(f", SUM(`{name}`) AS `sum_of_{name}`, MAX(ABS(`{name}`)) AS `most_of_{name}`"
                         for name in self.sums)
        return spark.sql(f"SELECT {names}, COUNT(*) AS rows_of_group{totals} FROM evidence GROUP BY {names}")

    def check(self, spark):
        """Makes sure of what the program makes sure of: only codes of the definitions, no number that is too large."""
        codes = [name for name in self.dimensions if self.is_text(name)]
        wanted = [f"COLLECT_SET(`{name}`)" for name in codes] + [f"MAX(`most_of_{name}`)" for name in self.sums]
        if not wanted:
            return
        found = spark.sql(f"SELECT {', '.join(wanted)} FROM folded").first()
        for name, values in zip(codes, found):
            unknown = set(values) - set(self.definitions.categories[name])
            if unknown:
                raise ValueError(f"{self.query}: column {name} holds {sorted(unknown)}, not of the definitions")
        for name, most in zip(self.sums, found[len(codes):]):
            if (most or 0) > LARGEST:
                raise ValueError(f"{self.query}: column {name} holds a number beyond {LARGEST}, too large to be summed")

    def cells(self, spark, given):
        """A frame with the cells in which anything was counted: scope, number, cell, value."""
        # What was counted is kept without its plan: Spark would look through all plans again for each step that follows.
        self.folded(spark, given).localCheckpoint().createOrReplaceTempView("folded")
        self.check(spark)
        placed = ", ".join(["*"] + [f"{self.category(name)} AS category_{name}" for name in self.dimensions])
        plain, keyed = self.entries()
        parts = []
        if plain:
            parts.append(
                "SELECT scope, number, cell, SUM(amount) AS value "
                f"FROM (SELECT INLINE(ARRAY({', '.join(plain)})) FROM (SELECT {placed} FROM folded)) "
                "WHERE amount IS NOT NULL GROUP BY scope, number, cell")
        if keyed:
            # Where rows of one key differ it would be left to chance which of them counts, so there is no figure.
            one = ("CASE WHEN MIN(amount) = MAX(amount) THEN MIN(amount) "
                   f"ELSE RAISE_ERROR('{self.query}: rows of one key of once_per differ') END")
            parts.append(
                f"SELECT scope, number, cell, SUM(CASE WHEN one <> {NOTHING} THEN one END) AS value "
                f"FROM (SELECT scope, number, cell, numbers, texts, {one} AS one "
                f"FROM (SELECT INLINE(ARRAY({', '.join(keyed)})) FROM (SELECT {placed} FROM folded)) "
                "WHERE amount IS NOT NULL GROUP BY scope, number, cell, numbers, texts) GROUP BY scope, number, cell")
        return spark.sql(" UNION ALL ".join(parts))


class Known:
    """The counted cells of a semester, by scope, and what is known of it beside them."""

    def __init__(self, spark, definitions, measures, semester, arrivals):
        given = {"semester": semester.stored, "previous": semester.previous.stored,
                 "low_mark_below": definitions.low_mark_below}
        parts = [Counting(definitions, query, measures).cells(spark, given)
                 for query in sorted({measure.query for measure in measures})]
        cells = parts[0]
        for part in parts[1:]:
            cells = cells.unionAll(part)
        self.cells = cells.selectExpr("scope", "STRUCT(number, cell, value) AS entry").groupBy("scope") \
            .agg({"entry": "collect_list"}).toDF("scope", "entries").localCheckpoint()
        sums = self.sums(definitions, measures)
        before = semester.previous.stored
        schools = {row.code for row in spark.sql(
            "SELECT code FROM school WHERE id IN (" + " UNION ".join(
                f"SELECT school FROM {view} WHERE semester = {before}"
                for view in ("currentEnrolment", "currentSession", "currentMark", "currentAbsence")) + ")").collect()}
        silent = definitions.expected.get(semester.previous.code, set()) - schools
        self.knowledge = Knowledge(schools, silent, definitions.unknown(semester, arrivals), sums)

    def sums(self, definitions, measures):
        """The sums of what indicators count at each school."""
        wanted = {indicator.operands[0] for indicator in definitions.indicators
                  if indicator.aggregate == "sum_of_schools"}
        numbers = {measure.number: measure.indicator.code for measure in measures
                   if measure.indicator.code in wanted and measure.dimensions == ("school",)}
        sums = dict.fromkeys(wanted, 0)
        for row in self.cells.selectExpr("EXPLODE(entries) AS entry").selectExpr("entry.number", "entry.value") \
                .groupBy("number").agg({"value": "sum"}).toDF("number", "total").collect():
            if row.number in numbers:
                sums[numbers[row.number]] = row.total or 0
        return sums


def rows_of(entries):
    return [(entry.number, entry.cell, entry.value or 0) for entry in entries or []]


def lines(used, scopes, definitions, counted, semester, knowledge, knowledge_before):
    """The lines of the cube for some scopes; runs on the workers, and adds the processor time that it used."""
    started = time.process_time()
    yield ",".join(COLUMNS) + "\r"
    for row in scopes:
        if not row.is_scope:
            raise ValueError(f"a query gives the school '{row.scope}', which the definitions do not have")
        scope = Scope(definitions, counted, row.scope)
        for figure in scope.figures(semester, rows_of(row.entries), knowledge, rows_of(row.entries_before),
                                    knowledge_before):
            yield ",".join(figure) + "\r"
    used.add(time.process_time() - started)


def java(spark):
    """Processor seconds and most memory (MB) of the driver's Java, all of Spark with local[*]; NaN where Linux does not tell."""
    process = pathlib.Path(f"/proc/{spark.sparkContext._gateway.proc.pid}")
    try:
        ticks = (process / "stat").read_text().rsplit(")", 1)[1].split()[11:13]
        (peak,) = re.findall(r"VmHWM:\s+(\d+) kB", (process / "status").read_text())
    except (OSError, ValueError):
        return float("nan"), float("nan")
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"), int(peak) / 1024


def main():
    options = arguments()
    os.umask(0o077)
    if pathlib.Path(options.into).exists():
        sys.exit(f"{options.into} is there already; name a folder that is not")
    definitions = Definitions(options.pipelines)
    os.environ["PYSPARK_PYTHON"] = sys.executable

    from pyspark.sql import SparkSession

    spark = (SparkSession.builder.master(options.master).appName("pumpurs rollup")
             .config("spark.driver.memory", options.memory).config("spark.ui.enabled", "false")
             .config("spark.ui.showConsoleProgress", "false")
             # A year such as 2018-2019 stays text, and the files of schools, most of them small, are read many at a time.
             .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
             .config("spark.sql.files.openCostInBytes", "65536").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    partitions = options.partitions or max(8, 4 * spark.sparkContext.defaultParallelism)
    spark.conf.set("spark.sql.shuffle.partitions", str(partitions))
    # Else the folders of 700 schools would be listed by 700 tasks.
    spark.conf.set("spark.sql.sources.parallelPartitionDiscovery.parallelism", str(partitions))
    spark.sparkContext.addPyFile(str(HERE / "figures.py"))

    started = time.monotonic()
    model = Model(spark, options.export, options.package)
    counted = measures(definitions)
    arrivals = {row.kind: row.semester for row in spark.table("firstArrival").collect()}
    scopes = spark.createDataFrame(
        [(code, True) for code in ["", *definitions.categories["school"]]], "scope STRING, is_scope BOOLEAN")
    used = spark.sparkContext.accumulator(0.0)
    known = {}

    def know(semester):
        if semester.code not in known:
            known[semester.code] = Known(spark, definitions, counted, semester, arrivals)
        return known[semester.code]

    for semester in model.semesters:
        if options.semester and semester.code not in options.semester:
            continue
        current = know(semester)
        before = know(semester.previous) if current.knowledge.schools_before else None
        frame = scopes.join(current.cells, "scope", "full_outer")
        if before:
            frame = frame.join(before.cells.toDF("scope", "entries_before"), "scope", "full_outer")
        else:
            frame = frame.selectExpr("*", "NULL AS entries_before")
        work = (definitions, counted, semester, current.knowledge, before.knowledge if before else None)
        target = f"{options.into.rstrip('/')}/figures/school_year={semester.year}/semester={semester.code}"
        frame.repartition(partitions, "scope").rdd.mapPartitions(lambda rows: lines(used, rows, *work)).saveAsTextFile(target)
        for code in [code for code in known if code != semester.code]:
            known.pop(code)
        print(f"{semester.code}: {time.monotonic() - started:.1f} s", flush=True)
    seconds, peak = java(spark)
    print(f"processor time of the driver's Java: {seconds:.1f} s, of Python on the workers: {used.value:.1f} s; "
          f"memory of the driver's Java: {peak:.0f} MB at most")
    spark.stop()


if __name__ == "__main__":
    main()
