/// The faults in the samples of Jaundubultu vidusskola.
///
/// None of them may change what is counted.
struct JaundubultiFaults {
    let export: JaundubultiExport

    private var world: SampleWorld { export.world }
    private var plans: [SamplePlan] { world.plans(of: .jaundubulti, in: export.term) }
    private var waiting: [SamplePupil] { world.waiting(at: .jaundubulti, in: export.term) }

    func addToPupils(_ table: inout Table) {
        let place = SamplePupil.Place(term: export.term, school: .jaundubulti)
        if let pupil = world.cast.strays[.tornCode] {
            let row = TableRow(cells: export.row(of: pupil, place))
            let torn = String(PersonalCodes.hyphenated(pupil.code).dropLast())
            table.insert(
                row.with(
                    "Personas kods", torn, in: table,
                    PlannedFinding("FLD-005", "Personas kods", "a code of ten digits")), at: 4)
        }
        if let pupil = world.cast.strays[.noClass] {
            let row = TableRow(cells: export.row(of: pupil, place))
            table.insert(
                row.with(
                    "Klase", "mājmācība", in: table,
                    PlannedFinding("FLD-009", "Klase", "“mājmācība” for a class")), at: 11)
        }
        // The birth date of a pupil at ease, whose row nothing else depends on.
        if let row = table.rows.indices.last(where: { table.rows[$0].cells[9] == "nav" }) {
            let code = table.rows[row].cells[1]
            let wrong =
                "\(padded(Int(code.prefix(2)) == 28 ? 27 : 28)).\(code.dropFirst(2).prefix(2))."
                + "20\(code.dropFirst(4).prefix(2))."
            table.rows[row] = table.rows[row].with(
                "Dzimšanas datums", wrong, in: table,
                PlannedFinding(
                    "REC-009", "Dzimšanas datums", "another day than in the personal code", .loaded)
            )
        }
    }

    func addToPlans(_ table: inout Table) {
        let late = plans[2].headApprovedOn + -1
        table.rows[2] = table.rows[2].with(
            "Apstiprinājusi pašvaldība", late.latvian, in: table,
            PlannedFinding(
                "REC-003", "Apstiprinājusi pašvaldība",
                "the municipality approved a day before the head", .loaded))
        var spare = (0..<4).map { index in
            world.sparePlan(for: waiting[index], .jaundubulti, export.term, 31 + index)
        }
        spare[0].status = "in_approval"
        spare[0].stateApprovedOn = nil
        spare[0].municipalityApprovedOn = nil
        spare[1].projectNumber = "8.3.4.0/16/I/002"
        let rows = spare.map { TableRow(cells: export.row(of: $0)) }
        table.insert(rows[0], at: 3)
        var wrongProject = rows[1]
        wrongProject.findings = [
            PlannedFinding("FLD-013", "Projekta numurs", "the number of another project")
        ]
        table.insert(wrongProject, at: 6)
        var afterQuote = rows[2]
        afterQuote.raw =
            rows[2].cells.dropLast().joined(separator: ";")
            + ";\"Konsultācijas pēc stundām\" otrdienās"
        afterQuote.findings = [
            PlannedFinding("CSV-004", "Piezīmes", "text after the closing quotation mark")
        ]
        table.insert(afterQuote, at: 9)
        var short = rows[3]
        short.cells.removeLast(2)
        short.findings = [PlannedFinding("CSV-001", "Turpmāk", "19 cells under 21 columns")]
        table.insert(short, at: 12)
    }

    func addToConsultations(_ table: inout Table) {
        let approval = world.sparePlan(for: waiting[0], .jaundubulti, export.term, 31)
        for day in [Day(2019, 2, 12), Day(2019, 2, 19)] {
            add(
                world.spareSession(of: approval, from: day), to: &table, at: 20,
                PlannedFinding("XRC-005", "Plāna numurs", "the plan is still “Saskaņošanā”"))
        }
        let otherProject = world.sparePlan(for: waiting[1], .jaundubulti, export.term, 32)
        for day in [Day(2019, 2, 13), Day(2019, 2, 20)] {
            add(
                world.spareSession(of: otherProject, from: day), to: &table, at: 24,
                PlannedFinding(
                    "XRC-001", "Plāna numurs", "the plan was held back for its project number"))
        }
        addFieldFaults(&table)
        addRecordFaults(&table)
        addFaultsAcross(&table)
        addRepetitions(&table)
    }

    private func addFieldFaults(_ table: inout Table) {
        let day = Day(2019, 2, 18)
        let changes: [(Int, Int, String, String, PlannedFinding)] = [
            (
                0, 12, "Pasākums", "Mūzikas terapija",
                .init("FLD-002", "Pasākums", "“Mūzikas terapija”, which is no measure")
            ),
            (
                3, 33, "Datums", "pēc vienošanās",
                .init("FLD-003", "Datums", "“pēc vienošanās” for a date")
            ),
            (4, 47, "Datums", "31.06.2019.", .init("FLD-004", "Datums", "31 June")),
            (
                5, 60, "Pedagoga personas kods", "",
                .init("FLD-001", "Pedagoga personas kods", "no teacher")
            ),
            (
                6, 66, "Pedagoga personas kods", "161175-19997",
                .init(
                    "FLD-006", "Pedagoga personas kods",
                    "the example code of public documentation, whose check digit is right")
            ),
        ]
        for (plan, place, column, text, finding) in changes {
            let session = world.spareSession(of: plans[plan], from: day)
            let row = TableRow(cells: export.row(of: session))
            table.insert(row.with(column, text, in: table, finding), at: place)
        }
    }

    private func addRecordFaults(_ table: inout Table) {
        var session = world.spareSession(of: plans[7], from: Day(2019, 3, 25))
        session.isRemote = true
        let remote = TableRow(cells: export.row(of: session))
        table.insert(
            remote.with(
                "Apliecināts", "", in: table,
                .init("REC-004", "Apliecināts", "remote, without a confirmation")), at: 80)
        session = world.spareSession(of: plans[8], from: Day(2019, 3, 26))
        session.isRemote = true
        let late = TableRow(cells: export.row(of: session))
        table.insert(
            late.with(
                "Apliecināts", (session.date + 1).latvian, in: table,
                .init("REC-004", "Apliecināts", "remote, confirmed a day later")), at: 84)
        session = world.spareSession(of: plans[9], from: Day(2019, 4, 1))
        session.date = Day(2018, 11, 12)
        add(
            session, to: &table, at: 2,
            .init("REC-005", "Datums", "a day of the semester before"))
        session = world.spareSession(of: plans[10], from: Day(2019, 4, 1))
        session.date = Day(2019, 4, 6)
        add(session, to: &table, at: 100, .init("REC-008", "Datums", "a Saturday", .loaded))
        if let young = plans.dropFirst(3).first(where: {
            world.cast.pupils[$0.pupil].level2018 < 12
        }) {
            session = world.spareSession(of: young, from: Day(2019, 3, 4))
            session.date = Day(2019, 3, 12)
            add(
                session, to: &table, at: 76,
                .init("REC-008", "Datums", "a day of the spring holidays", .loaded))
        }
    }

    private func addFaultsAcross(_ table: inout Table) {
        var session = world.spareSession(of: plans[5], from: Day(2019, 4, 2))
        session.plan = "JDV-2018/19-2-91"
        add(
            session, to: &table, at: 96,
            .init("XRC-001", "Plāna numurs", "a plan that nobody has delivered"))
        session = world.spareSession(of: plans[6], from: Day(2019, 4, 3))
        session.plan = plans[7].number
        add(session, to: &table, at: 104, .init("XRC-002", "Plāna numurs", "another pupil's plan"))
        session = world.spareSession(of: plans[0], from: Day(2019, 4, 3))
        session.date = plans[0].startsOn + -3
        add(
            session, to: &table, at: 5,
            .init("XRC-003", "Datums", "three days before the plan starts"))
        session = world.spareSession(of: plans[1], from: Day(2019, 4, 3))
        session.date = plans[1].startsOn + 1
        add(
            session, to: &table, at: 8,
            .init("XRC-004", "Datums", "a week before the head approved the plan"))
    }

    private func addRepetitions(_ table: inout Table) {
        let place = table.rows.indices.first { $0 >= 50 && table.rows[$0].findings.isEmpty } ?? 0
        var copy = TableRow(cells: table.rows[place].cells)
        copy.findings = [.init("XRC-007", "", "the row above once more", .ignored)]
        table.insert(copy, at: place + 1)
        var session = world.spareSession(of: plans[11], from: Day(2019, 4, 10))
        table.insert(TableRow(cells: export.row(of: session)), at: 110)
        session.minutes = 90
        add(
            session, to: &table, at: 111,
            .init("XRC-008", "", "the session above with another length", .loaded))
    }

    func addToLaterConsultations(_ table: inout Table) {
        var session = world.spareSession(of: plans[3], from: Day(2019, 10, 1))
        let row = TableRow(cells: export.row(of: session))
        table.insert(
            row.with(
                "Datums", "31.09.2019.", in: table, .init("FLD-004", "Datums", "31 September")),
            at: 40)
        session = world.spareSession(of: plans[5], from: Day(2019, 10, 1))
        session.date = Day(2019, 10, 23)
        add(
            session, to: &table, at: 90,
            .init("REC-008", "Datums", "a day of the autumn holidays", .loaded))
        session = world.spareSession(of: plans[0], from: Day(2019, 10, 1))
        session.date = plans[0].startsOn + -3
        add(
            session, to: &table, at: 6,
            .init("XRC-003", "Datums", "three days before the plan starts"))
    }

    func addToMarks(_ table: inout Table) {
        guard let place = table.rows.indices.dropLast(6).last else { return }
        table.rows[place] = table.rows[place].with(
            "Semestra vērtējums", "11", in: table,
            .init("FLD-010", "Semestra vērtējums", "a mark of 11"))
        let first =
            table.rows.indices.first { $0 >= 30 && Int(table.rows[$0].cells[4]) != nil } ?? 0
        var again = TableRow(cells: table.rows[first].cells)
        again.cells[4] = again.cells[4] == "7" ? "6" : "7"
        again.findings = [
            .init("XRC-012", "", "a second mark, unlike the one above")
        ]
        table.insert(again, at: first + 1)
    }

    func addToAbsences(_ table: inout Table) {
        table.rows[10] = table.rows[10].with(
            "Attaisnotās stundas", "\((Int(table.rows[10].cells[2]) ?? 0) + 5)", in: table,
            .init("REC-011", "Attaisnotās stundas", "more justified than missed lessons"))
    }

    private func add(
        _ session: SampleSession, to table: inout Table, at place: Int, _ finding: PlannedFinding
    ) {
        table.insert(TableRow(cells: export.row(of: session), findings: [finding]), at: place)
    }
}
