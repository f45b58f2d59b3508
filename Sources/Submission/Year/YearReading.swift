/// A yearly report read from its files: every table that is not exactly in its form is a failure.
public struct YearReading {
    /// The tables.
    public private(set) var content = YearContent(figures: YearFigures(), changes: [])
    private(set) var semesters: [YearSemesterRow] = []
    private(set) var failures: [VerificationFailure] = []

    /// Whether every table could be read.
    public var isWhole: Bool { failures.isEmpty }

    /// Reads the tables of a folder.
    public init(_ folder: PackageFolder) {
        content.figures.indicators = read(folder)
        content.figures.reconciliation = read(folder)
        content.figures.units = read(folder)
        content.changes = read(folder)
        semesters = read(folder)
    }

    /// Returns the manifest of a folder, or `nil` when it holds no yearly report.
    public static func manifest(of folder: PackageFolder) -> YearManifest? {
        guard let file = folder.file("manifest.json"),
            let manifest = try? PackageJSON.value(YearManifest.self, from: file.bytes),
            manifest.schema == YearManifest.schemaName
        else { return nil }
        return manifest
    }

    private mutating func read<Record: PackageRecord>(_ folder: PackageFolder) -> [Record] {
        let path = Record.table.path
        guard let file = folder.file(path) else {
            failures.append(
                VerificationFailure(
                    .schemas, path, lv: "tabulas nav", en: "the table is not there"))
            return []
        }
        do {
            return try TableText.records(file.bytes, of: Record.self, withIdentifiers: false)
        } catch {
            failures.append(
                VerificationFailure(
                    .schemas, error.place, lv: error.words.lv, en: error.words.en))
            return []
        }
    }
}
