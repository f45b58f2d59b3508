/// Puts the files of a package together, in an order that leaves nothing to chance: the same records give the
/// same bytes, wherever and whenever.
public struct PackageAssembly {
    private let content: PackageContent
    private let aggregates: PackageAggregates
    private let publicFiles: [PackageFile]
    private let reports: [(path: String, bytes: [UInt8])]
    private let readme: (contact: String, funding: String)

    /// Takes the parts.
    ///
    /// - Parameters:
    ///   - content: The records, each table in the order of its keys.
    ///   - aggregates: The figures that were counted from them.
    ///   - publicFiles: The files of the public part, the page included.
    ///   - reports: What the rules said, as files.
    ///   - contact: Whom to ask, or empty.
    ///   - funding: The sentence that names the Union and the Fund.
    public init(
        content: PackageContent, aggregates: PackageAggregates, publicFiles: [PackageFile],
        reports: [(path: String, bytes: [UInt8])], contact: String, funding: String
    ) {
        self.content = content
        self.aggregates = aggregates
        self.publicFiles = publicFiles
        self.reports = reports
        readme = (contact, funding)
    }

    /// Returns the files with the manifest that names them.
    public func files(_ draft: PackageManifest) throws -> [PackageFile] {
        var manifest = draft
        let withIdentifiers = manifest.identifiersIncluded
        var files = try restricted(manifest, withIdentifiers) + aggregate(manifest)
        let checksums = ChecksumList.text(
            of: publicFiles.map { (String($0.path.dropFirst("public/".count)), $0.fingerprint) })
        files += publicFiles
        files.append(
            PackageFile(
                path: "public/\(ChecksumList.name)", bytes: checksums, audience: .public))
        files += reports.map { path, bytes in
            PackageFile(path: path, bytes: bytes, audience: .description)
        }
        files += [
            PackageFile(
                path: PackageXML.schemaPath, bytes: Array(PackageXML.schema.utf8),
                audience: .description),
            PackageFile(
                path: ManifestSchema.path, bytes: Array(ManifestSchema.text.utf8),
                audience: .description),
            PackageFile(
                path: "README.lv.txt",
                bytes: Array(
                    PackageReadme(
                        manifest: manifest, contact: readme.contact, funding: readme.funding
                    ).text.utf8), audience: .description),
        ]
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        manifest.files = files.map(PackageManifest.File.init)
        files.append(
            PackageFile(
                path: "manifest.json", bytes: try PackageJSON.bytes(of: manifest),
                audience: .description, schema: PackageManifest.schemaName))
        files.append(
            PackageFile(
                path: ChecksumList.name,
                bytes: ChecksumList.text(of: files.map { ($0.path, $0.fingerprint) }),
                audience: .description))
        return files
    }

    private func restricted(
        _ manifest: PackageManifest, _ withIdentifiers: Bool
    ) throws -> [PackageFile] {
        var tables = [
            table(content.participants, withIdentifiers), table(content.participations),
            table(content.measures), table(content.consultations), table(content.timesheets),
            table(content.claims), table(content.outcomes), table(content.teachers),
        ]
        if manifest.sensitiveIncluded { tables.append(table(content.sensitive)) }
        let package = try TabularPackage.bytes(
            name: "restricted", title: "Dati par dalībniekiem", tables: tables,
            withIdentifiers: withIdentifiers)
        return tables.map(\.1) + [
            PackageFile(
                path: PackageXML.participantsPath,
                bytes: PackageXML.participants(
                    content, package: manifest.package, withIdentifiers: withIdentifiers),
                audience: .restricted, rows: content.participants.count,
                schema: PackageXML.schemaPath),
            PackageFile(path: "restricted/datapackage.json", bytes: package, audience: .restricted),
        ]
    }

    private func aggregate(_ manifest: PackageManifest) throws -> [PackageFile] {
        let tables = [
            table(aggregates.output), table(aggregates.result), table(aggregates.project),
            table(aggregates.reconciliation),
        ]
        let rows = aggregates.output.count + aggregates.result.count + aggregates.project.count
        return tables.map(\.1) + [
            PackageFile(
                path: PackageXML.indicatorsPath,
                bytes: PackageXML.indicators(aggregates, package: manifest.package),
                audience: .aggregate, rows: rows, schema: PackageXML.schemaPath),
            PackageFile(
                path: "aggregate/datapackage.json",
                bytes: try TabularPackage.bytes(
                    name: "aggregate", title: "Rādītāji", tables: tables, withIdentifiers: false),
                audience: .aggregate),
        ]
    }

    private func table<Record: PackageRecord>(
        _ records: [Record], _ withIdentifiers: Bool = false
    ) -> (TableDescription, PackageFile) {
        let table = Record.table
        let folder = table.audience.rawValue
        return (
            table.description,
            PackageFile(
                path: table.path,
                bytes: TableText.text(of: records, withIdentifiers: withIdentifiers),
                audience: table.audience, rows: records.count,
                schema: "\(folder)/datapackage.json#\(table.name)")
        )
    }
}
