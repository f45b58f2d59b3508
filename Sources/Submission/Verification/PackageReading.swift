/// Reads the tables of a package; every table that is not exactly in its form is a failure.
struct PackageReading {
    private(set) var content = PackageContent()
    private(set) var aggregates = PackageAggregates()
    private(set) var publicRows: [PublicRow] = []
    private(set) var failures: [VerificationFailure] = []

    /// Whether every table could be read.
    var isWhole: Bool { failures.isEmpty }

    init(_ folder: PackageFolder, _ manifest: PackageManifest) {
        let identifiers = manifest.identifiersIncluded
        content.participants = read(folder, identifiers)
        content.participations = read(folder)
        content.measures = read(folder)
        content.consultations = read(folder)
        content.timesheets = read(folder)
        content.claims = read(folder)
        content.outcomes = read(folder)
        content.teachers = read(folder)
        if manifest.sensitiveIncluded { content.sensitive = read(folder) }
        aggregates.output = read(folder)
        aggregates.result = read(folder)
        aggregates.project = read(folder)
        aggregates.reconciliation = read(folder)
        publicRows = read(folder)
    }

    private mutating func read<Record: PackageRecord>(
        _ folder: PackageFolder, _ withIdentifiers: Bool = false
    ) -> [Record] {
        let path = Record.table.path
        guard let file = folder.file(path) else {
            failures.append(
                VerificationFailure(
                    .schemas, path, lv: "tabulas nav", en: "the table is not there"))
            return []
        }
        do {
            return try TableText.records(
                file.bytes, of: Record.self, withIdentifiers: withIdentifiers)
        } catch {
            failures.append(
                VerificationFailure(
                    .schemas, error.place, lv: error.words.lv, en: error.words.en))
            return []
        }
    }
}

extension TableFault {
    /// The place as messages show it.
    var place: String {
        (line == 0 ? path : "\(path):\(line)") + (column.isEmpty ? "" : " \(column)")
    }

    /// What is wrong, in words.
    var words: (lv: String, en: String) {
        switch kind {
        case .encoding: ("tas nav UTF-8", "it is no UTF-8")
        case .header:
            ("galvene nav tāda, kāda tai jābūt", "the header is not that of the table")
        case .cells(let count, let expected):
            (
                "šūnu skaits ir \(count), jābūt \(expected)",
                "it has \(count) cells instead of \(expected)"
            )
        case .quote: ("pēdiņas nav vietā", "a quotation mark is out of place")
        case .unended: ("pēdējā rinda nav pabeigta", "the last line does not end")
        case .value: ("vērtība nav atļauta vai trūkst", "the value is not allowed, or missing")
        case .order:
            ("rindas nav savu atslēgu secībā", "the rows are not in the order of their keys")
        case .repeatedKey: ("divām rindām ir viena atslēga", "two rows have one key")
        case .form:
            (
                "tas nav rakstīts vienīgajā pareizajā formā",
                "it is not written in the one form that there is"
            )
        }
    }
}
