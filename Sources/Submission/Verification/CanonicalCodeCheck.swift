import PupilSupport

/// Check 10: the number of the project, the period and the schools are written in the one way.
struct CanonicalCodeCheck {
    private let folder: PackageFolder
    private let manifest: PackageManifest
    private let content: PackageContent

    init(_ folder: PackageFolder, _ manifest: PackageManifest, _ content: PackageContent) {
        self.folder = folder
        self.manifest = manifest
        self.content = content
    }

    private func failure(_ place: String, lv: String, en: String) -> VerificationFailure {
        VerificationFailure(.canonicalCodes, place, lv: lv, en: en)
    }

    func failures() -> [VerificationFailure] {
        names() + period() + rows()
    }

    private func names() -> [VerificationFailure] {
        guard let name = PackageName(folder.name), let own = PackageName(manifest.package),
            name == own, name.revision == manifest.revision,
            name.operation == manifest.operation.number.replacing("/", with: "-"),
            name.municipality == manifest.reporter.code.uppercased()
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
        let reference = manifest.reference
        let isRight =
            manifest.operation == reference.operation
            && reference.semesters.last?.code == reference.semester
            && PackageName(manifest.package)?.semester.code == reference.semester
            && "\(manifest.reportPeriod.schoolYear.replacing("/", with: "-"))-\(manifest.reportPeriod.semester)"
                == reference.semester
        guard isRight else {
            return [
                failure(
                    "manifest.json", lv: "periods nav visur viens",
                    en: "the period is not the same everywhere")
            ]
        }
        return []
    }

    private func rows() -> [VerificationFailure] {
        let schools = Set(manifest.reference.schools.map(\.code))
        let semesters = Set(manifest.reference.semesters.map(\.code))
        var failures: [VerificationFailure] = []
        func check<Record: PackageRecord>(
            _ records: [Record], lv: String, en: String, _ isRight: (Record) -> Bool
        ) {
            for (index, record) in records.enumerated() where !isRight(record) {
                failures.append(failure("\(Record.table.path):\(index + 2)", lv: lv, en: en))
            }
        }
        let number = manifest.operation.number
        check(
            content.participants, lv: "skola vai projekts nav zināmi",
            en: "the school or the project is not known"
        ) { $0.operation == number && schools.contains($0.school) }
        check(
            content.participations, lv: "skola vai semestris nav zināmi",
            en: "the school or the semester is not known"
        ) { schools.contains($0.school) && semesters.contains($0.term?.code ?? "") }
        check(
            content.teachers, lv: "skola vai semestris nav zināmi",
            en: "the school or the semester is not known"
        ) {
            schools.contains($0.school)
                && semesters.contains("\($0.schoolYear)-\($0.semester ?? 0)")
        }
        check(content.timesheets, lv: "skola nav zināma", en: "the school is not known") {
            schools.contains($0.school)
        }
        check(content.claims, lv: "projekts nav zināms", en: "the project is not known") {
            $0.operation == number
        }
        return failures
    }
}
