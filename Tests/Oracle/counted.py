"""What counts: the words and limits that the recount knows, how it reads a cell, and the checks, all by hand."""
import re
import xml.etree.ElementTree as XML
from collections import defaultdict
from datetime import date, datetime

import exports

SCHOOL_LEVELS = {"jaundubulti": range(5, 13), "sloka": range(5, 10), "vaivari": range(5, 10)}
BANDS = {level: "5-6" if level < 7 else "7-9" if level < 10 else "10-12" for level in range(5, 13)}
SPANS = {  # the first school day, and the last day to which a plan may run
    "2018-2019-1": (date(2018, 9, 3), date(2018, 12, 31)),
    "2018-2019-2": (date(2019, 1, 7), date(2019, 8, 31)),
    "2019-2020-1": (date(2019, 9, 2), date(2019, 12, 31)),
}
SEMESTERS = sorted(SPANS)
PROJECT_NUMBERS = {"8.3.4.0/16/I/001", "8.3.4.0/16/I001", "8.3.4.0/16/1/001", "8.3.4.0./16/I/001"}
SCHOOL_NAMES = {
    "vaivari": {"Vaivaru pamatskola", "Jūrmalas pilsētas Vaivaru pamatskola", "Vaivaru psk."},
    "sloka": {"Slokas pamatskola"},
}
MINUTES = range(10, 241)
MOST_LESSONS = 900
STATUS_COUNTS = {"īstenošanā": True, "apturēts": True, "saskaņošanā": False}
IS_REMOTE = {"": False, "klātienē": False, "klātiene": False, "attālināti": True, "tiešsaistē": True}
SEXES = {"s": "female", "v": "male", "meitene": "female", "zēns": "male"}
MEASURES = {
    "subject_consultation": "ik; individuālās konsultācijas; konsultācija mācību priekšmetā",
    "teacher_support": "ka-ped; pedagoga konsultatīvais atbalsts",
    "psychologist": "ka-psi; psihologa konsultācija",
    "social_pedagogue": "ka-soc; sociālā pedagoga konsultācija",
    "teaching_assistant": "pedagoga palīgs",
    "special_educator": "speciālais pedagogs",
    "speech_therapist": "ka-log",
}
SUBJECTS = {
    "latvian": "latviešu valoda", "literature": "literatūra", "mathematics": "matemātika",
    "english": "angļu valoda; svešvaloda i (angļu)", "russian": "krievu valoda",
    "latvian_history": "latvijas vēsture", "natural_science": "dabaszinības",
    "biology": "bioloģija", "geography": "ģeogrāfija", "physics": "fizika",
    "chemistry": "ķīmija", "sports": "sports",
}
RISKS = {
    "learning": "mac; grūtības mācību satura apguvē; mācību darba un izglītības iestādes riski",
    "social_health": "soc; veselības problēmas; sociālās vides un veselības riski",
    "economic": "eko; materiālie apstākļi; ekonomiskie riski",
    "family": "gim; nepietiekama vecāku iesaiste; ar ģimeni saistītie riski",
}


class HeldBack(Exception):
    """A row that must not count."""


def term(words, text):
    """Return the code of a word, by a table of codes with their words."""
    folded = " ".join(text.lower().split())
    for code, listed in words.items():
        if folded in listed.split("; "):
            return code
    raise HeldBack


def listed(words, text):
    """Return what a table says of a word."""
    folded = text.strip().lower()
    if folded not in words:
        raise HeldBack
    return words[folded]


def personal_code(text):
    """Return the eleven digits; in the samples the check digit must be wrong, so that the code is nobody's."""
    digits = text.strip().replace("-", "", 1)
    if not re.fullmatch(r"[0-9]{11}", digits):
        raise HeldBack
    weighted = sum(w * int(d) for w, d in zip((10, 5, 8, 4, 2, 1, 6, 3, 7, 9), digits))
    if (1 + weighted) % 11 % 10 == int(digits[10]):
        raise HeldBack
    return digits


def day(text, required=True):
    """Return a day that the calendar has, or None for a blank that is allowed."""
    if not text.strip() and not required:
        return None
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%Y."):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            pass
    raise HeldBack


def semester_code(text):
    """Return 2018-2019-2 for any of the three spellings of it."""
    found = re.fullmatch(r"(\d{4})\.?[/-](\d{4})\.?( m\.g\.)?[ -](1|2|I|II)(\.? semestris)?", text.strip())
    code = found and f"{found[1]}-{found[2]}-{len(found[4]) if 'I' in found[4] else found[4]}"
    if code not in SPANS:
        raise HeldBack
    return code


def level(text, school):
    """Return 5 for 5.a in any of its five spellings, when the school has that level."""
    found = re.fullmatch(r"(\d{1,2})\.? ?[a-z](\.? klase)?", text.strip().lower())
    if not found or int(found[1]) not in SCHOOL_LEVELS[school]:
        raise HeldBack
    return int(found[1])


def number(text, minutes_per_unit=1):
    """Return a whole number; hours are written with a decimal comma."""
    if not re.fullmatch(r"\d+(,\d+)?", text.strip()):
        raise HeldBack
    value = float(text.replace(",", ".")) * minutes_per_unit
    if value != int(value):
        raise HeldBack
    return int(value)


def mark(text):
    """Return 1 to 10, or None for an entry without a mark."""
    text = text.strip().lower()
    if text in ("", "nv", "i", "ni"):
        return None
    if text not in map(str, range(1, 11)):
        raise HeldBack
    return int(text)


class Town:
    """All records that no check holds back."""

    def __init__(self, folder):
        rows = [row for path in sorted(folder.glob("sloka/*/atbalsts.xml")) for row in exports.sloka(path)]
        for school, files in exports.NAMES.items():
            for name, (kind, names) in files.items():
                for path in sorted(folder.glob(f"{school}/*/{name}")):
                    rows += exports.table(path, school, kind, names)
        self.staff = {
            person.get("numurs"): personal_code(person.get("pk"))
            for path in folder.glob("vaivari/*/personals.xml") for person in XML.parse(path).getroot()}
        self.levels = defaultdict(set)  # (school, semester, pupil) → class levels in the list of pupils
        self.sexes = defaultdict(set)  # pupil → sexes in the lists of pupils
        self.plans, self.marks, self.sessions, self.absences = {}, {}, {}, {}
        for kinds in ({"pupil"}, {"plan"}, {"session", "mark", "marks", "absence"}):
            for row in rows:
                if row.kind in kinds:
                    try:
                        getattr(self, "add_" + row.kind)(row.school, row.cells)
                    except HeldBack:
                        pass

    def add_pupil(self, school, cells):
        pupil, semester = personal_code(cells["code"]), semester_code(cells["semester"])
        class_level, sex = level(cells["class"], school), listed(SEXES, cells["sex"])
        if cells.get("name") is not None and cells["name"] not in SCHOOL_NAMES[school]:
            raise HeldBack
        self.levels[school, semester, pupil].add(class_level)
        self.sexes[pupil].add(sex)

    def add_plan(self, school, cells):
        first, last, semester = day(cells["from"]), day(cells["until"]), semester_code(cells["semester"])
        start, end = SPANS[semester]
        if cells["project"] not in PROJECT_NUMBERS or not start <= first <= last <= end:
            raise HeldBack
        self.plans[school, semester, cells["plan"]] = {
            "pupil": personal_code(cells["code"]), "days": (first, last), "head": day(cells["head"], required=False),
            "counts": listed(STATUS_COUNTS, cells["status"]),
            "risks": {term(RISKS, risk) for risk in re.split(r",| / ", cells["risks"])}}

    def enrolled(self, school, cells):
        """Return school, semester and pupil, who must be in the school's list of that semester."""
        key = (school, semester_code(cells["semester"]), personal_code(cells["code"]))
        if key not in self.levels:
            raise HeldBack
        return key

    def add_session(self, school, cells):
        _, semester, pupil = self.enrolled(school, cells)
        held_on, minutes = day(cells["date"]), number(cells["length"], 1 if school == "sloka" else 60)
        confirmed, measure = day(cells["confirmed"], required=False), term(MEASURES, cells["measure"])
        subject = term(SUBJECTS, cells["subject"]) if cells["subject"].strip() else "no_subject"
        teacher = self.staff.get(cells["teacher"]) if school == "vaivari" else personal_code(cells["teacher"])
        mark(cells["before"]), mark(cells["after"])
        plan = self.plans.get((school, semester, cells["plan"]))
        levels = self.levels[school, semester, pupil]
        class_level = level(cells["class"], school) if "class" in cells else min(levels) if len(levels) == 1 else None
        start, end = SPANS[semester]
        if (teacher is None or minutes not in MINUTES or not start <= held_on <= end
                or listed(IS_REMOTE, cells["mode"]) and confirmed != held_on
                or plan is None or plan["pupil"] != pupil or not plan["counts"] or plan["head"] is None
                or not plan["days"][0] <= held_on <= plan["days"][1] or held_on < plan["head"]):
            raise HeldBack
        self.sessions[(school, *sorted(cells.items()))] = {  # the same cells again are the same session
            "semester": semester, "school": school, "pupil": pupil, "teacher": teacher, "minutes": minutes,
            "measure": measure, "subject": subject, "level": class_level, "class_band": BANDS.get(class_level),
            "risk": plan["risks"], "sex": min(self.sexes[pupil]) if len(self.sexes[pupil]) == 1 else None,
            "role": "teacher" if measure in ("subject_consultation", "teacher_support") else measure}

    def add_mark(self, school, cells):
        self.add_marks(school, cells | {"marks": [(cells["subject"], cells["mark"])]})

    def add_marks(self, school, cells):
        key = self.enrolled(school, cells)
        if "class" in cells:
            level(cells["class"], school)
        for subject, value in [(term(SUBJECTS, title), mark(text)) for title, text in cells["marks"]]:
            self.marks.setdefault((*key, subject), value)  # a second mark does not count

    def add_absence(self, school, cells):
        key, missed = self.enrolled(school, cells), number(cells["missed"])
        if missed > MOST_LESSONS or number(cells["justified"] or "0") > missed:
            raise HeldBack
        self.absences.setdefault(key, missed)
