/// Verifies a yearly report from its files alone, as far as aggregates can be: it holds no records.
///
/// Where the packages of its semesters lie beside it with the same data, its figures are counted again from their
/// records.
public struct YearVerification {
    private let folder: PackageFolder
    private let siblings: (String) -> PackageFolder?

    /// The checks that apply: a yearly report has no records, no public part and no page.
    public static let checks: [VerificationCheck] = [
        .files, .modes, .schemas, .rules, .aggregates, .personalData, .canonicalCodes, .revisions,
        .rebuild,
    ]

    /// Takes a report.
    ///
    /// - Parameters:
    ///   - folder: The report.
    ///   - siblings: Returns a package or report beside it by its name, or `nil` when it is not there.
    public init(_ folder: PackageFolder, siblings: @escaping (String) -> PackageFolder?) {
        self.folder = folder
        self.siblings = siblings
    }

    /// Whether a folder says of itself that it is a yearly report.
    public static func concerns(_ folder: PackageFolder) -> Bool {
        YearName(folder.name) != nil || YearReading.manifest(of: folder) != nil
    }

    /// Returns everything that is wrong, in the order of the checks.
    public func run() -> [VerificationFailure] {
        guard let manifest = YearReading.manifest(of: folder) else {
            return [.noManifest(in: folder)]
        }
        let remark = YearWords(manifest).remark
        var failures = FileListCheck(folder, manifest.files, lists: [("", remark)]).failures()
        failures += ModeCheck(folder).failures()
        let reading = YearReading(folder)
        failures += reading.failures
        failures += PersonalDataCheck(folder).failures()
        failures += YearCanonicalCheck(folder, manifest, reading).failures()
        failures += RevisionCheck(year: manifest, siblings: siblings).failures()
        if reading.isWhole {
            failures += YearFigureCheck(manifest, reading, siblings).failures()
            failures += rebuild(manifest, reading)
        }
        return failures.sorted {
            ($0.check.rawValue, $0.place) < ($1.check.rawValue, $1.place)
        }
    }

    private func rebuild(
        _ manifest: YearManifest, _ reading: YearReading
    ) -> [VerificationFailure] {
        let files = (try? YearAssembly(reading.content).files(manifest)) ?? []
        return files.compactMap { file in
            guard folder.file(file.path)?.bytes != file.bytes else { return nil }
            return VerificationFailure(
                .rebuild, file.path, lv: "no tabulām un manifesta iznāk citi baiti",
                en: "the tables and the manifest give other bytes")
        }
    }
}
