/// The faults in the samples of Vaivaru pamatskola.
///
/// None of them may change what is counted.
struct VaivariFaults {
    let export: VaivariExport

    private var world: SampleWorld { export.world }
    private var plans: [SamplePlan] { world.plans(of: .vaivari, in: export.term) }

    func addToPupils(_ table: inout Table) {
        let place = SamplePupil.Place(term: export.term, school: .vaivari)
        switch export.term {
        case .autumn2018: break
        case .spring2019:
            if let row = table.rows.firstIndex(where: { $0.cells[4] == "Mežgaile" }) {
                table.rows[row] = table.rows[row].with(
                    "Skolēna uzvārds", "Mezgaile", in: table,
                    PlannedFinding(
                        "XRC-010", "Skolēna uzvārds",
                        "“Mezgaile”, whom Jaundubultu vidusskola calls “Mežgaile”", .loaded))
            }
            if let pupil = world.cast.strays[.otherSchool] {
                table.insert(
                    TableRow(cells: export.row(of: pupil, place)).with(
                        "Iestāde", "Vaivaru sākumskola", in: table,
                        PlannedFinding("FLD-012", "Iestāde", "a school that the city does not have")
                    ),
                    at: 7)
            }
            table.insert(
                TableRow(
                    cells: table.columns.map { _ in "" },
                    findings: [PlannedFinding("CSV-006", "", "a row of commas only", .ignored)]),
                at: 14)
        case .autumn2019:
            if let pupil = world.cast.strays[.classEleven] {
                table.insert(
                    TableRow(cells: export.row(of: pupil, place)).with(
                        "Klase", "11.a", in: table,
                        PlannedFinding("REC-001", "Klase", "class 11 in a school of nine classes")),
                    at: 16)
            }
        }
    }

    func addToPlans(_ table: inout Table) {
        let waiting = world.waiting(at: .vaivari, in: export.term)
        var plan = world.sparePlan(for: waiting[0], .vaivari, export.term, 81)
        plan.measures[0].minutes = 13 * 60 + 30
        var row = TableRow(cells: export.row(of: plan))
        row.raw = row.cells.joined(separator: ",")
        row.findings = [
            PlannedFinding(
                "CSV-002", "",
                "20 cells under 19 columns: the comma of “13,5” is not in quotation marks")
        ]
        table.insert(row, at: 5)
    }

    func addToConsultations(_ table: inout Table) {
        var session = world.spareSession(of: plans[0], from: Day(2019, 2, 18))
        insert(
            session, "Pedagogs / Personāla Nr.", "V-099", at: 12, in: &table,
            .init("XRC-009", "Pedagogs / Personāla Nr.", "a number that the staff list lacks"))
        session = world.spareSession(of: plans[2], from: Day(2019, 2, 18))
        insert(
            session, "Nodarbība / Stundas", "45", at: 17, in: &table,
            .init("FLD-008", "Nodarbība / Stundas", "45 hours: minutes in a column of hours"))
        insert(
            world.spareSession(of: plans[3], from: Day(2019, 2, 20)), "Nodarbība / Stundas",
            "viena",
            at: 23, in: &table, .init("FLD-007", "Nodarbība / Stundas", "“viena” for a number"))
        insert(
            world.spareSession(of: plans[4], from: Day(2019, 2, 21)), "Nodarbība / Datums",
            "30.02.2019", at: 28, in: &table, .init("FLD-004", "Nodarbība / Datums", "30 February"))
        session = world.spareSession(of: plans[5], from: Day(2019, 3, 4))
        session.isRemote = true
        insert(
            session, "Atbalsts / Apliecināts", (session.date + 3).dotted, at: 34, in: &table,
            .init("REC-004", "Atbalsts / Apliecināts", "remote, confirmed three days later"))
        var short = TableRow(
            cells: Array(
                export.row(of: world.spareSession(of: plans[6], from: Day(2019, 3, 5))).prefix(9)))
        short.findings = [.init("CSV-001", "Atbalsts / Norise", "9 cells under 14 columns")]
        table.insert(short, at: 40)
        session = world.spareSession(of: plans[0], from: Day(2019, 3, 5))
        session.date = plans[0].startsOn + -3
        insert(
            session, nil, "", at: 3, in: &table,
            .init("XRC-003", "Nodarbība / Datums", "three days before the plan starts"))
        session = world.spareSession(of: plans[7], from: Day(2019, 3, 5))
        session.date = Day(2019, 4, 7)
        insert(
            session, nil, "", at: 60, in: &table,
            .init("REC-008", "Nodarbība / Datums", "a Sunday", .loaded))
        copyRow(from: 45, in: &table)
    }

    func addToLaterConsultations(_ table: inout Table) {
        if let pupil = world.cast.strays[.classEleven] {
            // A pupil held back with the list, under a plan that does not exist: two findings.
            var cells = export.row(of: world.spareSession(of: plans[1], from: Day(2019, 11, 4)))
            cells[3] = pupil.code
            cells[4] = ""
            cells[5] = "IAP1909099"
            table.insert(
                TableRow(
                    cells: cells,
                    findings: [
                        .init("XRC-001", "Skolēns / IAP kods", "a plan that nobody has delivered"),
                        .init(
                            "XRC-006", "Skolēns / Kods",
                            "the pupil whose row in the list of pupils is held back"),
                    ]), at: 70)
        }
        insert(
            world.spareSession(of: plans[2], from: Day(2019, 10, 7)), "Atbalsts / Veids",
            "Smilšu terapija", at: 30, in: &table,
            .init("FLD-002", "Atbalsts / Veids", "“Smilšu terapija”, which is no measure"))
        var session = world.spareSession(of: plans[1], from: Day(2019, 11, 4))
        session.date = plans[1].startsOn + 1
        insert(
            session, nil, "", at: 9, in: &table,
            .init("XRC-004", "Nodarbība / Datums", "a week before the head approved the plan"))
        copyRow(from: 55, in: &table)
    }

    func addToMarks(_ table: inout Table) {
        guard
            let place = table.rows.indices.last(where: { row in
                world.cast.pupils.contains {
                    $0.code == table.rows[row].cells[1] && $0.part == .atEase
                }
            })
        else { return }
        table.rows[place] = table.rows[place].with(
            "Matemātika", "12", in: table,
            .init("FLD-010", "Matemātika", "a mark of 12; the pupil's whole row is held back"))
    }

    func addToAbsences(_ table: inout Table) {
        table.rows[8] = table.rows[8].with(
            "Mācību semestris", "2018/2019 III semestris", in: table,
            .init("FLD-011", "Mācību semestris", "a third semester"))
    }

    private func insert(
        _ session: SampleSession, _ column: String?, _ text: String, at place: Int,
        in table: inout Table, _ finding: PlannedFinding
    ) {
        var row = TableRow(cells: export.row(of: session), findings: [finding])
        if let column { row.cells[table.index(column)] = text }
        table.insert(row, at: place)
    }

    private func copyRow(from start: Int, in table: inout Table) {
        let place = table.rows.indices.first { $0 >= start && table.rows[$0].findings.isEmpty } ?? 0
        var copy = TableRow(cells: table.rows[place].cells)
        copy.findings = [.init("XRC-007", "", "the row above once more", .ignored)]
        table.insert(copy, at: place + 1)
    }
}
