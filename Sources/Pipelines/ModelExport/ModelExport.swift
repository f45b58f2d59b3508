import Diagnostics
public import PupilSupport
import Reports
public import Rollup
public import SupportStore

/// Writes the common model of a store as partitioned tables, so that another engine can make the same figures.
///
/// People are numbers of the store; names, personal codes, days of birth and the schools' own numbers of
/// plans and documents stay behind. Rows that say their semester and school lie in
/// `<table>/school_year=…/semester=…/school=…/`, all others in one file of their table.
public struct ModelExport {
    /// What was written.
    public struct Summary: Sendable {
        /// How many files of tables there are.
        public let files: Int
        /// How many rows of the model they hold.
        public let rows: Int
        /// How many figures were written with them, or `nil` when none were asked for.
        public let figures: Int?
        /// How long the parts of the figures took; nothing when none were asked for.
        public let times: RollupTimes
    }

    private let store: SupportStore
    private let definitions: Definitions
    private let indicators: IndicatorSet

    /// Prepares an export.
    public init(store: SupportStore, definitions: Definitions, indicators: IndicatorSet) {
        self.store = store
        self.definitions = definitions
        self.indicators = indicators
    }

    /// Writes a new folder, which gets its name when it is whole.
    ///
    /// - Parameters:
    ///   - folder: The folder, which must not be there.
    ///   - withFigures: Whether the exact figures that the program makes of the same records are written too.
    ///   - language: The language of the description.
    /// - Returns: What was written, or `nil` when the store has nothing of any semester, and nothing was.
    /// - Throws: ``OutputError`` or ``StoreError`` when it cannot be written, `EvidenceProblem`, or a database
    ///   error.
    public func write(
        into folder: String, withFigures: Bool, in language: Language
    ) throws -> Summary? {
        let semesters = try store.currentSemesters()
        guard !semesters.isEmpty else { return nil }
        let growing = try GrowingFolder(growingInto: folder)
        var tables = ModelTable.all.map(\.described)
        var export = Export(files: GrowingFiles(in: growing.path, shownAs: folder))
        try store.reader.read { snapshot in
            let schools = try Self.schools(in: snapshot)
            for table in ModelTable.all {
                try export.write(table, naming: schools, from: snapshot)
            }
        }
        let rows = export.rows
        var times = RollupTimes()
        if withFigures {
            tables.append(CubeTable.table)
            times = try SemesterRollup(
                indicators: indicators, municipality: definitions.municipality,
                vocabularies: definitions.vocabularies
            ).cubes(of: semesters, in: store.reader) { try export.write($0) }
        }
        let files = try export.finish()
        let package = package(of: tables, files, semesters, in: language)
        try Self.write(package, into: growing.path, shownAs: folder)
        try growing.finish()
        return Summary(
            files: files.count, rows: rows, figures: withFigures ? export.rows - rows : nil,
            times: times)
    }

    private static func schools(in snapshot: StoreSnapshot) throws -> [Int: String] {
        var schools: [Int: String] = [:]
        try snapshot.stream(sql: ModelTable.schools.sql) { row in
            if let id = row.integer(0), let code = row.text(1) { schools[id] = code }
        }
        return schools
    }

    private func package(
        of tables: [TablePackage.Table], _ files: [TablePackage.File], _ semesters: [Semester],
        in language: Language
    ) -> TablePackage {
        TablePackage(
            name: "pumpurs-\(definitions.municipality.code)-model",
            title: LocalizedText(
                lv: "Skolēnu atbalsta kopējais modelis", en: "The common model of pupil support"),
            description: LocalizedText(
                lv:
                    "Ieraksti, ko ieskaita, ar cilvēku numuriem krātuvē: pseidonimizēti personas dati, tikai "
                    + "pārvaldei un tiem, kam tā tos uzdod apstrādāt. Nav publicējams.",
                en:
                    "The records that count, with the numbers that people have in the store: pseudonymised "
                    + "personal data, for the Board alone and whom it tells to process them. Not to be published."
            ), semesters: semesters, definitionsHash: definitions.hash, tables: tables,
            files: files, language: language)
    }

    private static func write(
        _ package: TablePackage, into folder: String, shownAs shownFolder: String
    ) throws {
        let code = FolderMaker.make("schemas", in: folder)
        guard code == 0 else {
            throw OutputError(path: "\(shownFolder)/schemas", reason: .system(code))
        }
        for (path, bytes) in package.schemas + [(TablePackage.fileName, package.bytes)] {
            let file = try OutputFile("\(folder)/\(path)", shownAs: "\(shownFolder)/\(path)")
            try file.write(bytes)
            try file.finish()
        }
    }
}
