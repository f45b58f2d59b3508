"""What the definitions say of figures, and how values become the rows of a cube.

The queries and the definitions of the indicators are read from the same files as the program reads them. Nothing here
knows Spark: the module runs on the driver and on every worker, and needs PyYAML on the driver alone.
"""

import itertools
import pathlib
import re

# Where the terms of a dimension stand. The school comes from the municipality's file, level and class_band from `class`.
VOCABULARIES = {
    "sex": "sexes", "risk": "risks", "measure": "measures", "subject": "subjects", "role": "roles",
    "status": "plan-statuses", "outcome": "outcomes", "continuation": "continuations",
    "respondent": "respondents", "rating": "ratings",
}
OF_CLASS = ("level", "class_band")
# A table shows no zeros of these.
WITHOUT_ZEROS = {"measure", "subject", "role", "status", "rating"}
WITH_DECIMAL = {"percent", "minutes_per_teacher", "pupils_per_teacher", "sessions_per_pupil"}
COLUMNS = ("address", "unit", "value", "value_previous", "change", "value_status", "value_previous_status")

# The kinds of record by the views that queries read, and the kind that says of which semester such a record is.
SEMESTER_OF_VIEW = {
    "currentPupilRecord": "enrolment", "currentEnrolment": "enrolment", "currentStaffMember": "enrolment",
    "currentPlan": "plan", "currentPlanRisk": "plan", "currentPlanMeasure": "plan", "currentPlanResult": "plan",
    "currentSession": "session", "currentMark": "mark", "currentAbsence": "absence",
    "currentFeedback": "feedback", "currentNeed": "need",
}


class Semester:
    """One half of a school year, `2018-2019-2`."""

    def __init__(self, code):
        self.code = code
        self.start = int(code[:4])
        self.number = int(code[-1])

    @property
    def stored(self):
        return self.start * 10 + self.number

    @property
    def year(self):
        return self.code[:-2]

    @property
    def previous(self):
        start, number = (self.start, 1) if self.number == 2 else (self.start - 1, 2)
        return Semester(f"{start}-{start + 1}-{number}")


class Indicator:
    def __init__(self, entry):
        self.code = entry["code"]
        self.unit = entry["unit"]
        self.decimals = 1 if self.unit in WITH_DECIMAL else 0
        self.evidence = entry.get("evidence")
        self.aggregate = entry["aggregate"]
        self.columns = entry.get("columns", [])
        self.column = entry.get("column")
        self.once_per = entry.get("once_per", [])
        self.where = entry.get("where", [])
        names = {"share": ("of", "in"), "mean": ("of", "per"), "difference": ("of", "minus"),
                 "sum_of_schools": ("of",), "target": ("of",)}.get(self.aggregate, ())
        self.operands = [entry[name] for name in names]
        self.breakdowns = [(tuple(item["by"]), item.get("evidence") or self.evidence)
                           for item in entry["breakdowns"]]


def without_remarks(sql):
    return "\n".join(line.split("--")[0] for line in sql.split("\n"))


class Definitions:
    """The municipality, the categories of the dimensions, the indicators and their queries."""

    def __init__(self, folder):
        import yaml

        def read(path):
            # Every value stays the text that stands in the file: the code 5-6 is no date, and `true` is a word.
            with open(path, encoding="utf-8") as file:
                return yaml.load(file, Loader=yaml.BaseLoader)

        root = pathlib.Path(folder)
        (town,) = [read(path) for path in sorted(root.glob("*.yaml"))]
        span = lambda levels: (int(levels["from"]), int(levels["to"]))
        self.levels = span(town["project"]["levels"])
        self.bands = [(band["code"], span(band["levels"])) for band in town["class_bands"]]
        self.school_levels = {school["code"]: span(school["levels"]) for school in town["schools"]}
        self.low_mark_below = int(town["low_mark_below"])
        self.targets = {(target["indicator"], target["semester"]): int(target["more_than"])
                        for target in town.get("targets") or []}
        self.expected = {}
        for delivery in town.get("deliveries") or []:
            self.expected.setdefault(delivery["semester"], set()).add(delivery["school"])

        self.categories = {"school": list(self.school_levels),
                           "level": [str(level) for level in range(self.levels[0], self.levels[1] + 1)],
                           "class_band": [code for code, _ in self.bands]}
        self.attributes = {}
        for dimension, name in VOCABULARIES.items():
            path = root / "vocabularies" / f"{name}.yaml"
            terms = read(path)["terms"] if path.exists() else []
            self.categories[dimension] = [term["code"] for term in terms]
            self.attributes[dimension] = {term["code"]: term for term in terms}
        for dimension in self.categories:
            self.categories[dimension].append(self.not_stated(dimension))

        families = sorted((read(path) for path in (root / "indicators").glob("*.yaml")),
                          key=lambda family: (int(family["order"]), family["family"]))
        self.indicators = [Indicator(entry) for family in families for entry in family["indicators"]]
        self.by_code = {indicator.code: indicator for indicator in self.indicators}
        self.queries = {path.name: path.read_text(encoding="utf-8")
                        for path in (root / "indicators").glob("*.sql")}
        asking = {name for name, sql in self.queries.items() if ":previous" in without_remarks(sql)}
        self.comparing = set()
        for indicator in self.indicators:
            own = {query for _, query in indicator.breakdowns if query} | {indicator.evidence}
            if own & asking or self.comparing & set(indicator.operands):
                self.comparing.add(indicator.code)

    @staticmethod
    def not_stated(dimension):
        return "no_subject" if dimension == "subject" else "not_stated"

    def codes_with(self, column, attribute, value):
        """The codes of the terms of a column that have an attribute."""
        return [code for code, term in self.attributes[column].items() if term.get(attribute) == value]

    def kind_of(self, query):
        """The kind whose semester says whether anything that a query counts has come: that of its places."""
        words = re.split(r"[^A-Za-z0-9_.\x80-\U0010ffff]+", without_remarks(self.queries[query]))
        places = [place for place, word in enumerate(words) if word.endswith(".delivery")]
        start = places[-1] if places else 0
        return next((SEMESTER_OF_VIEW[word] for word in words[start:] + words[:start] if word in SEMESTER_OF_VIEW), None)

    def unknown(self, semester, arrivals):
        """The indicators of which nothing can be said, as no record that they count had come until a semester."""
        codes = set()
        if semester.code not in self.expected:
            return codes
        for indicator in self.indicators:
            kind = self.kind_of(indicator.evidence) if indicator.evidence else None
            if kind:
                if arrivals.get(kind, semester.stored + 1) > semester.stored:
                    codes.add(indicator.code)
            elif indicator.aggregate != "target" and codes & set(indicator.operands):
                codes.add(indicator.code)
        return codes

    def can_occur(self, dimension, category, school):
        """Whether a school can have a category at all: one to class 9 has no classes 10 to 12."""
        taught = self.school_levels.get(school)
        if taught is None or category == "not_stated":
            return True
        if dimension == "level":
            return taught[0] <= int(category) <= taught[1]
        if dimension == "class_band":
            low, high = dict(self.bands)[category]
            return low <= taught[1] and taught[0] <= high
        return True


class Knowledge:
    """What is known of a semester beside the counted values: it decides where a value has no meaning."""

    def __init__(self, schools_before, silent_before, unknown, sums_of_schools):
        self.schools_before = schools_before
        self.silent_before = silent_before
        self.unknown = unknown
        self.sums_of_schools = sums_of_schools

    def can_compare(self, school):
        return school in self.schools_before if school else bool(self.schools_before)

    def has_figures_before(self, school):
        return self.can_compare(school) and (bool(school) or not self.silent_before)


class Measure:
    """The values of an indicator by a breakdown, which the counted cells name by its number."""

    def __init__(self, number, indicator, dimensions, query):
        self.number, self.indicator, self.dimensions, self.query = number, indicator, dimensions, query

    @property
    def is_of_schools(self):
        return "school" in self.dimensions


def measures(definitions):
    """Everything that is counted from evidence; all else is made from it."""
    counted = [(indicator, dimensions, query) for indicator in definitions.indicators if not indicator.operands
               for dimensions, query in indicator.breakdowns]
    return [Measure(number, *entry) for number, entry in enumerate(counted)]


def ratio(numerator, denominator):
    if denominator == 0:
        return None
    return (-numerator, -denominator) if denominator < 0 else (numerator, denominator)


def rounded(numerator, denominator, decimals):
    """A value times its scale, rounded once, half away from zero."""
    magnitude = (2 * abs(numerator) * 10 ** decimals + denominator) // (2 * denominator)
    return -magnitude if numerator < 0 else magnitude


def shown(scaled, decimals):
    if decimals == 0:
        return str(scaled)
    whole, tenths = divmod(abs(scaled), 10)
    return f"{'-' if scaled < 0 else ''}{whole}.{tenths}"


class Scope:
    """The cells of one school, or those of the municipality, whose code is empty."""

    def __init__(self, definitions, measures, school):
        self.definitions, self.measures, self.school = definitions, measures, school

    def breakdowns(self, indicator):
        return [dimensions for dimensions, _ in indicator.breakdowns if ("school" in dimensions) == bool(self.school)]

    def cells(self, dimensions):
        categories = self.definitions.categories
        return list(itertools.product(*(
            [self.school] if dimension == "school" else categories[dimension] for dimension in dimensions)))

    def values(self, rows, semester, knowledge):
        """The exact values of a semester: for each indicator and breakdown one a cell, or None."""
        counted = {}
        for number, cell, value in rows:
            counted.setdefault(number, {})[cell] = value
        values = {}
        for measure in self.measures:
            if measure.is_of_schools == bool(self.school):
                own = counted.get(measure.number, {})
                values[measure.indicator.code, measure.dimensions] = [
                    (own.get("/".join(code for name, code in zip(measure.dimensions, cell) if name != "school"), 0), 1)
                    for cell in self.cells(measure.dimensions)]
        for indicator in self.definitions.indicators:
            if indicator.operands:
                for dimensions in self.breakdowns(indicator):
                    values[indicator.code, dimensions] = self.combined(
                        indicator, dimensions, values, semester, knowledge)
        for code, dimensions in values:
            if code in knowledge.unknown or (
                    code in self.definitions.comparing and not knowledge.can_compare(self.school)):
                values[code, dimensions] = [None] * len(values[code, dimensions])
        return values

    def combined(self, indicator, dimensions, values, semester, knowledge):
        if indicator.aggregate == "sum_of_schools":
            return [(knowledge.sums_of_schools[indicator.operands[0]], 1)]
        if indicator.aggregate == "target":
            target = self.definitions.targets.get((indicator.operands[0], semester.code))
            return [None if target is None else (target, 1)]
        first, second = (values.get((code, dimensions), []) for code in indicator.operands)
        combine = {
            "share": lambda part, whole: ratio(100 * part, whole), "mean": ratio,
            "difference": lambda one, other: (one - other, 1),
        }[indicator.aggregate]
        return [None if one is None or other is None else combine(one[0], other[0])
                for one, other in zip(first, second)]

    def is_seen(self, indicator, dimensions, cell, values):
        """Whether anything was counted in a cell: a difference of 0 between two counts says something."""
        cells = values.get((indicator.code, dimensions)) if values else None
        if cells is None or cell >= len(cells):
            return False
        if cells[cell] and cells[cell][0] != 0:
            return True
        return any(self.is_seen(self.definitions.by_code[code], dimensions, cell, values)
                   for code in indicator.operands)

    def is_shown_when_zero(self, dimensions, cell):
        for dimension, category in zip(dimensions, cell):
            if dimension in WITHOUT_ZEROS or category == self.definitions.categories[dimension][-1]:
                return False
        return all(self.definitions.can_occur(dimension, category, self.school)
                   for dimension, category in zip(dimensions, cell))

    def figures(self, semester, rows, knowledge, rows_before, knowledge_before):
        """The rows of the cube, each a tuple of COLUMNS."""
        current = self.values(rows, semester, knowledge)
        before = None
        if knowledge_before is not None:
            before = self.values(rows_before, semester.previous, knowledge_before)
        for indicator in self.definitions.indicators:
            decimals = indicator.decimals
            is_missing = indicator.code in knowledge.unknown or (
                indicator.code in self.definitions.comparing and not knowledge.can_compare(self.school))
            for dimensions in self.breakdowns(indicator):
                now = current[indicator.code, dimensions]
                then = before.get((indicator.code, dimensions)) if before else None
                for place, cell in enumerate(self.cells(dimensions)):
                    if not (self.is_shown_when_zero(dimensions, cell)
                            or self.is_seen(indicator, dimensions, place, current)
                            or self.is_seen(indicator, dimensions, place, before)):
                        continue
                    exact = now[place]
                    exact_before = then[place] if then and knowledge.has_figures_before(self.school) else None
                    value = previous = change = ""
                    status = "x" if is_missing else "z"
                    if exact is not None:
                        scaled = rounded(*exact, decimals)
                        value = shown(scaled, decimals)
                        status = "low" if scaled == 0 and exact[0] != 0 else ""
                    if exact_before is not None:
                        previous = shown(rounded(*exact_before, decimals), decimals)
                        if exact is not None:
                            change = shown(rounded(
                                exact[0] * exact_before[1] - exact_before[0] * exact[1],
                                exact[1] * exact_before[1], decimals), decimals)
                    address = "/".join([semester.code, indicator.code] + [
                        f"{dimension}={category}" for dimension, category in zip(dimensions, cell)])
                    yield (address, indicator.unit, value, previous, change, status, "" if previous else "x")
