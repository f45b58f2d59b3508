/// Check 10 of a yearly report: name, year, due day, state and schools agree.
struct YearCanonicalCheck {
    private let folder: PackageFolder
    private let manifest: YearManifest
    private let reading: YearReading

    init(_ folder: PackageFolder, _ manifest: YearManifest, _ reading: YearReading) {
        self.folder = folder
        self.manifest = manifest
        self.reading = reading
    }

    private func failure(_ place: String, lv: String, en: String) -> VerificationFailure {
        VerificationFailure(.canonicalCodes, place, lv: lv, en: en)
    }

    func failures() -> [VerificationFailure] { names() + period() + state() + rows() }

    private func names() -> [VerificationFailure] {
        guard let name = YearName(folder.name), let own = YearName(manifest.package), name == own,
            name.revision == manifest.revision, name.year == manifest.reportPeriod.year,
            name.operation == manifest.operation.number.replacing("/", with: "-"),
            name.municipality == manifest.reporter.code.uppercased(),
            name.isPreliminary == (manifest.state == .preliminary)
        else {
            return [
                failure(
                    folder.name, lv: "mapes nosaukums neatbilst manifestam",
                    en: "the name of the folder does not match the manifest")
            ]
        }
        return []
    }

    private func period() -> [VerificationFailure] {
        let year = manifest.reportPeriod.year
        guard manifest.reportPeriod == YearManifest.Period(year: year),
            manifest.dueOn == YearManifest.dueDay(of: year),
            manifest.reference.calendarYear == year,
            manifest.operation == manifest.reference.operation,
            manifest.audience == .aggregate
        else {
            return [
                failure(
                    "manifest.json", lv: "gads vai termiņš nav visur viens",
                    en: "the year or the due day is not the same everywhere")
            ]
        }
        return []
    }

    /// A report that is called final must rest on sealed packages with nothing missing.
    private func state() -> [VerificationFailure] {
        let isSettled = manifest.semesters.allSatisfy(\.isSettled)
        let states =
            reading.content.figures.indicators.map(\.state)
            + reading.content.figures.reconciliation.map(\.state)
            + reading.content.figures.units.map(\.state) + reading.semesters.map(\.state)
            + reading.content.changes.map(\.state)
        guard states.allSatisfy({ $0 == manifest.state }),
            manifest.state == .preliminary || isSettled == (manifest.state == .final)
        else {
            return [
                failure(
                    "manifest.json", lv: "pārskata stāvoklis neatbilst semestriem vai tabulām",
                    en: "the state of the report does not fit its semesters or tables")
            ]
        }
        return []
    }

    private func rows() -> [VerificationFailure] {
        let schools = Set(
            manifest.reference.schools.map(\.code) + [CommonIndicatorCount.everySchool])
        let period = String(manifest.reportPeriod.year)
        var failures: [VerificationFailure] = []
        func check<Record: PackageRecord>(
            _ records: [Record], _ isRight: (Record) -> Bool
        ) {
            for (index, record) in records.enumerated() where !isRight(record) {
                failures.append(
                    failure(
                        "\(Record.table.path):\(index + 2)", lv: "skola vai periods nav zināmi",
                        en: "the school or the period is not known"))
            }
        }
        let figures = reading.content.figures
        check(figures.indicators) { schools.contains($0.value.school) && $0.value.period == period }
        check(figures.reconciliation) { schools.contains($0.school) && $0.period == period }
        check(figures.units) { schools.contains($0.school) && $0.period == period }
        check(reading.content.changes) { schools.contains($0.school) }
        return failures
    }
}
