import Reports
public import Rollup
public import SupportStore

/// Sums up extracts from a store, which it only reads, and writes their tables.
public struct ExtractRun {
    /// A table that was written.
    public struct Table: Sendable {
        /// The path of the file.
        public let path: String
        /// The number of rows.
        public let rows: Int
    }

    private let reader: StoreReader
    private let reading: ExtractReading
    private let extracts: [Extract]

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - definitions: The definitions.
    ///   - extracts: The extracts.
    public init(store: ReadableStore, definitions: Definitions, extracts: [Extract]) {
        reader = store.reader
        reading = ExtractReading(
            municipality: definitions.municipality, vocabularies: definitions.vocabularies)
        self.extracts = extracts
    }

    /// Writes the tables of all extracts, of one state of the store, into a folder that only its owner can look into.
    ///
    /// A reader of the folder sees the tables as they were before, or all new ones; what else lies in it stays.
    ///
    /// - Throws: ``OutputError`` when the folder cannot be written, ``ExtractProblem`` when an extract cannot be
    ///   made, or an error of the store; the folder is then as before.
    public func write(into folder: String) throws -> [Table] {
        let tables = try reading.tables(of: extracts, in: reader)
        let files = tables.map(ExtractFile.init(of:))
        // The folder itself is replaced, so no slash may stand behind its name.
        var path = folder
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        try ReportFolder(path: path).replace(with: files.map { ($0.name, ReportContent($0.bytes)) })
        return zip(tables, files).map { table, file in
            Table(path: "\(path)/\(file.name)", rows: table.rowCount)
        }
    }
}
