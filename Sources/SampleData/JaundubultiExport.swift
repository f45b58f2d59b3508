/// Writes the samples of Jaundubultu vidusskola: tables saved from a school journal.
struct JaundubultiExport {
    let world: SampleWorld
    let term: SchoolTerm

    private var semester: String { Wording.semester(term, .jaundubulti) }
    private var plans: [SamplePlan] { world.plans(of: .jaundubulti, in: term) }

    /// Returns the files by name.
    func tables() -> [(name: String, table: Table)] {
        var tables = [
            ("skolenu-saraksts.csv", pupils()), ("vertejumi.csv", marks()),
            ("kavejumi.csv", absences()),
        ]
        if term != .autumn2018 {
            tables += [
                ("atbalsta-plani.csv", supportPlans()), ("konsultacijas.csv", consultations()),
                ("atsauksmes.csv", feedback()),
            ]
        }
        return tables
    }

    private func pupils() -> Table {
        var table = Table(
            columns: [
                "Semestris", "Personas kods", "Vārds", "Uzvārds", "Dzimums", "Dzimšanas datums",
                "Klase", "Mācās no", "Mācās līdz", "Galvenais risks", "Vajadzīgais atbalsts",
                "Vajadzīgās stundas",
            ], delimiter: ";")
        for (pupil, place) in world.list(of: .jaundubulti, in: term) {
            table.append(row(of: pupil, place))
        }
        if term == .spring2019 { JaundubultiFaults(export: self).addToPupils(&table) }
        return table
    }

    func row(of pupil: SamplePupil, _ place: SamplePupil.Place) -> [String] {
        let need = world.need(of: pupil, at: place)
        let noRisk = term != .autumn2018 && pupil.part == .atEase ? "nav" : ""
        return [
            semester, PersonalCodes.hyphenated(pupil.code), pupil.given, pupil.family,
            pupil.isFemale ? "S" : "V", pupil.born.latvian,
            Wording.schoolClass(pupil.level(in: term), pupil.parallel, way: pupil.number),
            place.from?.latvian ?? "", place.until?.latvian ?? "",
            need.map { Wording.risk($0.risk, .jaundubulti) } ?? noRisk,
            need.map { Wording.measure($0.measure, .jaundubulti) } ?? "",
            need.map { Wording.hours($0.minutes) } ?? "",
        ]
    }

    private func supportPlans() -> Table {
        var table = Table(
            columns: [
                "Semestris", "Plāna numurs", "Personas kods", "Projekta numurs", "Sākums", "Beigas",
                "Iesniegums", "Statuss", "Apstiprinājis direktors", "Apstiprinājusi pašvaldība",
                "Apstiprinājis IKVD", "Riski", "1. pasākums", "1. priekšmets",
                "1. pasākuma stundas",
                "2. pasākums", "2. priekšmets", "2. pasākuma stundas", "Rezultāts", "Turpmāk",
                "Piezīmes",
            ], delimiter: ";")
        for (index, plan) in plans.enumerated() {
            var cells = row(of: plan)
            // Two spellings of the project's number, as secretaries copy them.
            if index % 5 == 3 { cells[3] = "8.3.4.0/16/I001" }
            if index % 7 == 4 { cells[3] = "8.3.4.0/16/1/001" }
            table.append(cells)
        }
        if term == .spring2019 { JaundubultiFaults(export: self).addToPlans(&table) }
        return table
    }

    func row(of plan: SamplePlan) -> [String] {
        let second = plan.measures.dropFirst().first
        return [
            semester, plan.number, PersonalCodes.hyphenated(world.cast.pupils[plan.pupil].code),
            plan.projectNumber, plan.startsOn.latvian, plan.endsOn.latvian, plan.appliedOn.latvian,
            Wording.status(plan.status), plan.headApprovedOn.latvian,
            plan.municipalityApprovedOn?.latvian ?? "", plan.stateApprovedOn?.latvian ?? "",
            plan.risks.map { Wording.risk($0, .jaundubulti) }.joined(separator: ", "),
            Wording.measure(plan.measures[0].measure, .jaundubulti),
            Wording.subject(plan.measures[0].subject, .jaundubulti),
            Wording.hours(plan.measures[0].minutes),
            second.map { Wording.measure($0.measure, .jaundubulti) } ?? "",
            Wording.subject(second?.subject, .jaundubulti),
            second.map { Wording.hours($0.minutes) } ?? "",
            plan.outcome.map { Wording.outcome($0, .jaundubulti) } ?? "",
            plan.continuation.map(Wording.continuation) ?? "",
            plan.status == "interrupted" ? "Skolēns mainīja skolu." : "",
        ]
    }

    private func consultations() -> Table {
        var table = Table(
            columns: [
                "Nr.", "Semestris", "Plāna numurs", "Personas kods", "Klase",
                "Pedagoga personas kods", "Pasākums", "Priekšmets", "Datums", "Ilgums", "Norise",
                "Apliecināts", "Vērtējums pirms", "Vērtējums pēc", "Piezīmes",
            ], delimiter: ";")
        let sessions = plans.flatMap(\.sessions).sorted {
            ($0.date, $0.plan, $0.teacher) < ($1.date, $1.plan, $1.teacher)
        }
        for session in sessions { table.append(row(of: session)) }
        let faults = JaundubultiFaults(export: self)
        if term == .spring2019 {
            faults.addToConsultations(&table)
        } else {
            faults.addToLaterConsultations(&table)
        }
        return numberedAndSummed(table)
    }

    func row(of session: SampleSession) -> [String] {
        [
            "", semester, session.plan,
            PersonalCodes.hyphenated(world.cast.pupils[session.pupil].code),
            Wording.schoolClass(session.level, session.parallel, way: session.pupil % 2),
            PersonalCodes.hyphenated(world.cast.teachers[session.teacher].code),
            Wording.measure(session.measure, .jaundubulti),
            Wording.subject(session.subject, .jaundubulti), session.date.latvian,
            Wording.hours(session.minutes), session.isRemote ? "attālināti" : "klātienē",
            Wording.confirmation(session)?.latvian ?? "", session.markBefore, session.markAfter,
            session.note,
        ]
    }

    /// Numbers the rows and closes the table with the sum of the hours as sent.
    private func numberedAndSummed(_ table: Table) -> Table {
        var table = table
        var quarters = 0
        for place in table.rows.indices {
            // A copied row keeps its number.
            let isCopy = place > 0 && table.rows[place].cells == unnumbered(table.rows[place - 1])
            table.rows[place].cells[0] = "\(isCopy ? place : place + 1)."
            quarters += Self.quarters(table.rows[place].cells[table.index("Ilgums")])
        }
        var cells = table.columns.map { _ in "" }
        cells[0] = "Kopā"
        cells[table.index("Ilgums")] = Wording.hours(quarters * 15)
        table.append(cells, PlannedFinding("CSV-005", "Nr.", "the closing row “Kopā”", .ignored))
        return table
    }

    private func unnumbered(_ row: TableRow) -> [String] { [""] + row.cells.dropFirst() }

    private static func quarters(_ hours: String) -> Int {
        let parts = hours.split(separator: ",")
        let fractions = ["5": 2, "25": 1, "75": 3]
        return (parts.first.flatMap { Int($0) } ?? 0) * 4
            + (parts.dropFirst().first.flatMap { fractions[String($0)] } ?? 0)
    }

    private func marks() -> Table {
        var table = Table(
            columns: ["Semestris", "Personas kods", "Klase", "Priekšmets", "Semestra vērtējums"],
            delimiter: ";")
        for pupil in world.graded(at: .jaundubulti, in: term) {
            let level = pupil.level(in: term)
            for subject in Curriculum.subjects(level: level) {
                table.append([
                    semester, PersonalCodes.hyphenated(pupil.code),
                    Wording.schoolClass(level, pupil.parallel, way: 0),
                    Wording.subject(subject, .jaundubulti),
                    world.book.mark(pupil.number, subject, term),
                ])
            }
        }
        if term == .spring2019 { JaundubultiFaults(export: self).addToMarks(&table) }
        return table
    }

    private func absences() -> Table {
        var table = Table(
            columns: ["Semestris", "Personas kods", "Kavētās stundas", "Attaisnotās stundas"],
            delimiter: ";")
        for pupil in world.graded(at: .jaundubulti, in: term) {
            let absence = world.absence(of: pupil, in: term)
            table.append([
                semester, PersonalCodes.hyphenated(pupil.code), "\(absence.missed)",
                "\(absence.justified)",
            ])
        }
        if term == .spring2019 { JaundubultiFaults(export: self).addToAbsences(&table) }
        return table
    }

    private func feedback() -> Table {
        var table = Table(
            columns: ["Semestris", "Respondenti", "Atsauksme", "Atbilžu skaits"], delimiter: ";")
        let answers = Feedback.answers(participants: plans.count)
        for answer in answers {
            table.append([semester, answer.respondents, answer.rating, "\(answer.count)"])
        }
        return table
    }
}

/// What pupils, parents and teachers say: mostly good things.
enum Feedback {
    static func answers(
        participants: Int
    ) -> [(respondents: String, rating: String, count: Int)] {
        [
            ("skolēni", "pozitīvi", participants * 6 / 10),
            ("skolēni", "drīzāk pozitīvi", participants * 2 / 10),
            ("skolēni", "neitrāli", 2), ("skolēni", "drīzāk negatīvi", 1),
            ("vecāki", "pozitīvi", participants * 5 / 10),
            ("vecāki", "drīzāk pozitīvi", participants * 2 / 10), ("vecāki", "neitrāli", 1),
            ("skolotāji", "pozitīvi", 5), ("skolotāji", "drīzāk pozitīvi", 2),
            ("skolotāji", "neitrāli", 1),
        ]
    }
}
