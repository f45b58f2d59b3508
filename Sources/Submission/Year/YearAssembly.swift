/// Puts the files of a yearly report together; the same records give the same bytes.
public struct YearAssembly {
    private let content: YearContent

    /// Takes the tables, each in the order of its keys.
    public init(_ content: YearContent) { self.content = content }

    /// Returns the files with the manifest that names them.
    public func files(_ draft: YearManifest) throws -> [PackageFile] {
        var manifest = draft
        let figures = content.figures
        let tables = [
            table(figures.indicators), table(figures.reconciliation), table(figures.units),
            table(manifest.semesters.map { YearSemesterRow($0, state: manifest.state) }),
            table(content.changes),
        ]
        var files = tables.map(\.1)
        files.append(
            PackageFile(
                path: "aggregate/datapackage.json",
                bytes: try TabularPackage.bytes(
                    name: "aggregate", title: YearWords(manifest).title, tables: tables,
                    withIdentifiers: false), audience: .aggregate))
        files.append(
            PackageFile(
                path: YearManifestSchema.path, bytes: Array(YearManifestSchema.text.utf8),
                audience: .description))
        files.append(
            PackageFile(
                path: "README.lv.txt", bytes: Array(YearReadme(manifest).text.utf8),
                audience: .description))
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        manifest.files = files.map(PackageManifest.File.init)
        files.append(
            PackageFile(
                path: "manifest.json", bytes: try PackageJSON.bytes(of: manifest),
                audience: .description, schema: YearManifest.schemaName))
        files.append(
            PackageFile(
                path: ChecksumList.name,
                bytes: ChecksumList.text(
                    of: files.map { ($0.path, $0.fingerprint) },
                    remark: YearWords(manifest).remark), audience: .description))
        return files
    }

    private func table<Record: PackageRecord>(
        _ records: [Record]
    ) -> (TableDescription, PackageFile) {
        let table = Record.table
        return (
            table.description,
            PackageFile(
                path: table.path, bytes: TableText.text(of: records, withIdentifiers: false),
                audience: table.audience, rows: records.count,
                schema: "aggregate/datapackage.json#\(table.name)")
        )
    }
}
