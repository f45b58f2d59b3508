"""The raw exports as plain rows of text, under one set of names, whatever a school calls its columns."""
import csv
import xml.etree.ElementTree as XML
from collections import namedtuple

Row = namedtuple("Row", "kind school cells")
NAMES = {
    "jaundubulti": {
        "skolenu-saraksts.csv": ("pupil", "semester=Semestris code=Personas_kods sex=Dzimums class=Klase"),
        "atbalsta-plani.csv": (
            "plan", "semester=Semestris plan=Plāna_numurs code=Personas_kods project=Projekta_numurs from=Sākums "
            "until=Beigas status=Statuss head=Apstiprinājis_direktors risks=Riski"),
        "konsultacijas.csv": (
            "session", "semester=Semestris plan=Plāna_numurs code=Personas_kods class=Klase "
            "teacher=Pedagoga_personas_kods measure=Pasākums subject=Priekšmets date=Datums length=Ilgums mode=Norise "
            "confirmed=Apliecināts before=Vērtējums_pirms after=Vērtējums_pēc"),
        "vertejumi.csv": (
            "mark", "semester=Semestris code=Personas_kods class=Klase subject=Priekšmets mark=Semestra_vērtējums"),
        "kavejumi.csv": (
            "absence", "semester=Semestris code=Personas_kods missed=Kavētās_stundas justified=Attaisnotās_stundas"),
    },
    "vaivari": {
        "skoleni.csv": ("pupil", "name=Iestāde semester=Mācību_semestris code=Skolēna_kods sex=Dzim. class=Klase"),
        "iap.csv": (
            "plan", "semester=Mācību_semestris plan=IAP_kods code=Skolēna_kods project=Projekts from=IAP_no "
            "until=IAP_līdz status=IAP_statuss head=Direktors risks=Risku_grupas"),
        "konsultacijas.csv": (
            "session", "semester=Nodarbība/Semestris plan=Skolēns/IAP_kods code=Skolēns/Kods class=Skolēns/Klase "
            "teacher=Pedagogs/Personāla_Nr. measure=Atbalsts/Veids subject=Atbalsts/Priekšmets "
            "date=Nodarbība/Datums length=Nodarbība/Stundas mode=Atbalsts/Norise confirmed=Atbalsts/Apliecināts "
            "before=Vērtējums/Pirms after=Vērtējums/Pēc"),
        "vertejumi.csv": ("marks", "semester=Mācību_semestris code=Skolēna_kods class=Klase"),
        "kavejumi.csv": (
            "absence", "semester=Mācību_semestris code=Skolēna_kods missed=Kavējumi_kopā justified=Attaisnoti_kavējumi"),
    },
}


def sound_rows(path, encoding, delimiter):
    """Yield the rows whose quotation marks are in order; a sheet saved as UTF-8 begins with a mark."""
    with open(path, encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        while True:
            try:
                yield next(reader)
            except csv.Error:
                continue
            except StopIteration:
                return


def table(path, school, kind, names):
    """Yield the rows of a CSV file that have as many cells as the header, without blank rows and the total."""
    rows = sound_rows(path, *(("cp1257", ";") if school == "jaundubulti" else ("utf-8-sig", ",")))
    header = next(rows)
    if school == "vaivari" and kind == "session":  # two rows of header: the upper cells span those without one
        upper = ""
        for place, lower in enumerate(next(rows)):
            upper = header[place] or upper
            header[place] = f"{upper}/{lower}"
    places = {name: header.index(title.replace("_", " ")) for name, title in (n.split("=") for n in names.split())}
    for cells in rows:
        if len(cells) != len(header) or not any(cells) or cells[0] == "Kopā":
            continue
        row = {name: cells[place] for name, place in places.items()}
        if kind == "marks":  # one column a subject; a blank says that the pupil does not take it
            taken = [(t, c) for t, c in zip(header, cells) if c.strip() and header.index(t) not in places.values()]
            row["marks"] = taken
        yield Row(kind, school, row)


def sloka(path):
    """Yield the rows that a document of Sloka amounts to: each element with what it inherits from those around it."""
    root = XML.parse(path).getroot()
    space = root.tag.partition("}")[0] + "}"
    same = {"semester": root.get("semestris"), "name": root.get("iestade")}
    for pupil in root.iter(space + "skolens"):
        same["code"] = pupil.get("pk")

        def row(kind, element, **names):
            cells = {name: element.get(title, "") for name, title in names.items()}
            return Row(kind, "sloka", same | cells)

        yield row("pupil", pupil, sex="dzimums", **{"class": "klase"})
        for plan in pupil.iter(space + "plans"):
            cells = row("plan", plan, plan="numurs", project="projekts", until="lidz", status="statuss",
                        **{"from": "no"}).cells
            head = plan.find(space + "apstiprinats")
            cells["head"] = "" if head is None else head.get("direktors", "")
            cells["risks"] = ",".join(risk.text or "" for risk in plan.iter(space + "risks"))
            yield Row("plan", "sloka", cells)
            for session in plan.iter(space + "nodarbiba"):
                of_session = row("session", session, date="datums", length="minutes", teacher="pedagogs",
                                 measure="atbalsts", subject="prieksmets", mode="norise", confirmed="apliecinats").cells
                marks = session.find(space + "vertejumi")
                marks = {} if marks is None else marks.attrib
                of_session |= {"plan": cells["plan"], "before": marks.get("pirms", ""), "after": marks.get("pec", "")}
                yield Row("session", "sloka", of_session)
        for entry in pupil.iter(space + "vertejums"):
            yield Row("mark", "sloka", row("mark", entry, subject="prieksmets").cells | {"mark": entry.text or ""})
        for absence in pupil.iter(space + "kavejumi"):
            yield row("absence", absence, missed="stundas", justified="attaisnotas")
