/// Writes the samples of Vaivaru pamatskola: sheets saved as comma-separated text, and a staff list.
struct VaivariExport {
    let world: SampleWorld
    let term: SchoolTerm

    private var semester: String { Wording.semester(term, .vaivari) }
    private var plans: [SamplePlan] { world.plans(of: .vaivari, in: term) }

    /// Returns the sheets by name.
    func tables() -> [(name: String, table: Table)] {
        var tables = [
            ("skoleni.csv", pupils()), ("vertejumi.csv", marks()), ("kavejumi.csv", absences()),
        ]
        if term != .autumn2018 {
            tables += [
                ("iap.csv", supportPlans()), ("konsultacijas.csv", consultations()),
                ("aptauja.csv", feedback()),
            ]
        }
        return tables
    }

    private func pupils() -> Table {
        var table = Table(
            columns: [
                "Iestāde", "Mācību semestris", "Skolēna kods", "Skolēna vārds", "Skolēna uzvārds",
                "Dz. datums", "Dzim.", "Klase", "Iestājies", "Izstājies", "Riska grupa",
                "Nepieciešamais atbalsts", "Stundas semestrī",
            ], delimiter: ",")
        for (pupil, place) in world.list(of: .vaivari, in: term) {
            table.append(row(of: pupil, place))
        }
        VaivariFaults(export: self).addToPupils(&table)
        return table
    }

    func row(of pupil: SamplePupil, _ place: SamplePupil.Place) -> [String] {
        let need = world.need(of: pupil, at: place)
        let names = [
            "Vaivaru pamatskola", "Vaivaru psk.", "Jūrmalas pilsētas Vaivaru pamatskola",
        ]
        return [
            names[pupil.number % 3], semester, pupil.code, pupil.given, pupil.family,
            pupil.born.iso, pupil.isFemale ? "meitene" : "zēns",
            Wording.schoolClass(pupil.level(in: term), pupil.parallel, way: pupil.number + 1),
            place.from?.iso ?? "", place.until?.iso ?? "",
            need.map { Wording.risk($0.risk, .vaivari) } ?? "",
            need.map { Wording.measure($0.measure, .vaivari) } ?? "",
            need.map { Wording.hours($0.minutes) } ?? "",
        ]
    }

    private func supportPlans() -> Table {
        var table = Table(
            columns: [
                "Mācību semestris", "IAP kods", "Skolēna kods", "Projekts", "IAP no", "IAP līdz",
                "Vecāku iesniegums", "IAP statuss", "Direktors", "Pašvaldība", "IKVD",
                "Risku grupas", "Atbalsta veids", "Mācību priekšmets", "Plānotās stundas",
                "Papildu atbalsts", "Papildu atbalsta stundas",
                "IAP rezultāts", "Turpmākā rīcība",
            ], delimiter: ",")
        for (index, plan) in plans.enumerated() {
            var cells = row(of: plan)
            if index % 4 == 1 { cells[3] = "8.3.4.0./16/I/001" }
            table.append(cells)
        }
        if term == .spring2019 { VaivariFaults(export: self).addToPlans(&table) }
        return table
    }

    func row(of plan: SamplePlan) -> [String] {
        let second = plan.measures.dropFirst().first
        return [
            semester, plan.number, world.cast.pupils[plan.pupil].code, plan.projectNumber,
            plan.startsOn.dotted, plan.endsOn.dotted, plan.appliedOn.dotted,
            Wording.status(plan.status), plan.headApprovedOn.dotted,
            plan.municipalityApprovedOn?.dotted ?? "", plan.stateApprovedOn?.dotted ?? "",
            plan.risks.map { Wording.risk($0, .vaivari) }.joined(separator: " / "),
            Wording.measure(plan.measures[0].measure, .vaivari),
            Wording.subject(plan.measures[0].subject, .vaivari),
            Wording.hours(plan.measures[0].minutes),
            second.map { Wording.measure($0.measure, .vaivari) } ?? "",
            second.map { Wording.hours($0.minutes) } ?? "",
            plan.outcome.map { Wording.outcome($0, .vaivari) } ?? "",
            plan.continuation.map(Wording.continuation) ?? "",
        ]
    }

    private func consultations() -> Table {
        let groups: [(String, [String])] = [
            ("Nodarbība", ["Semestris", "Datums", "Stundas"]),
            ("Skolēns", ["Kods", "Klase", "IAP kods"]), ("Pedagogs", ["Personāla Nr."]),
            ("Atbalsts", ["Veids", "Priekšmets", "Norise", "Apliecināts"]),
            ("Vērtējums", ["Pirms", "Pēc"]), ("Piezīmes", ["Teksts"]),
        ]
        let upper = groups.flatMap { [$0.0] + $0.1.dropFirst().map { _ in "" } }
        var table = Table(
            columns: groups.flatMap { group in group.1.map { "\(group.0) / \($0)" } },
            header: [upper, groups.flatMap(\.1)], delimiter: ",")
        let sessions = plans.flatMap(\.sessions).sorted {
            ($0.date, $0.plan, $0.teacher) < ($1.date, $1.plan, $1.teacher)
        }
        for session in sessions { table.append(row(of: session)) }
        let faults = VaivariFaults(export: self)
        if term == .spring2019 {
            faults.addToConsultations(&table)
        } else {
            faults.addToLaterConsultations(&table)
        }
        return table
    }

    func row(of session: SampleSession) -> [String] {
        [
            semester, session.date.dotted, Wording.hours(session.minutes),
            world.cast.pupils[session.pupil].code,
            Wording.schoolClass(session.level, session.parallel, way: 0), session.plan,
            Self.staffNumber(session.teacher), Wording.measure(session.measure, .vaivari),
            Wording.subject(session.subject, .vaivari),
            session.isRemote ? "tiešsaistē" : "klātiene",
            Wording.confirmation(session)?.dotted ?? "", session.markBefore, session.markAfter,
            session.note,
        ]
    }

    static func staffNumber(_ teacher: Int) -> String { "V-\(padded(teacher * 3 + 4, to: 3))" }

    private func marks() -> Table {
        let subjects = [
            "latvian", "literature", "mathematics", "english", "russian", "latvian_history",
            "natural_science", "biology", "geography", "physics", "chemistry", "sports",
        ]
        var table = Table(
            columns: ["Mācību semestris", "Skolēna kods", "Klase"]
                + subjects.map { $0 == "literature" ? "Literatūra" : Wording.subject($0, .vaivari) },
            delimiter: ",")
        for pupil in world.graded(at: .vaivari, in: term) {
            let level = pupil.level(in: term)
            table.append(
                [semester, pupil.code, Wording.schoolClass(level, pupil.parallel, way: 0)]
                    + subjects.map { world.book.mark(pupil.number, $0, term) })
        }
        if term == .autumn2019 { VaivariFaults(export: self).addToMarks(&table) }
        return table
    }

    private func absences() -> Table {
        var table = Table(
            columns: ["Mācību semestris", "Skolēna kods", "Kavējumi kopā", "Attaisnoti kavējumi"],
            delimiter: ",")
        for pupil in world.graded(at: .vaivari, in: term) {
            let absence = world.absence(of: pupil, in: term)
            table.append([semester, pupil.code, "\(absence.missed)", "\(absence.justified)"])
        }
        if term == .autumn2018 { VaivariFaults(export: self).addToAbsences(&table) }
        return table
    }

    private func feedback() -> Table {
        var table = Table(
            columns: ["Mācību semestris", "Kas vērtē", "Kā vērtē", "Atbildes"], delimiter: ",")
        for answer in Feedback.answers(participants: plans.count) {
            table.append([semester, answer.respondents, answer.rating, "\(answer.count)"])
        }
        return table
    }

    /// The staff list, which says who stands behind a staff number.
    func staffList(file: String) -> DocumentWriter {
        var writer = DocumentWriter(file: file, encoding: "windows-1257")
        let posts = [
            "psychologist": "psihologs", "social_pedagogue": "sociālais pedagogs",
            "special_educator": "speciālais pedagogs", "speech_therapist": "logopēds",
        ]
        let people = world.cast.teachers.indices.filter {
            world.cast.teachers[$0].schools.contains(.vaivari)
        }.map { index in
            let teacher = world.cast.teachers[index]
            return Element(
                "darbinieks",
                [
                    ("numurs", Self.staffNumber(index)),
                    ("pk", PersonalCodes.hyphenated(teacher.code)),
                    ("amats", posts[teacher.measure] ?? "skolotājs"),
                ],
                [Element("vards", text: teacher.given), Element("uzvards", text: teacher.family)])
        }
        writer.write(
            Element(
                "personals", [("iestade", "Vaivaru pamatskola"), ("uz", "2019-01-07")], people))
        return writer
    }
}
