import PupilSupport

/// Verifies a package from its files alone, without the store and without trusting a word of it.
public struct PackageVerification {
    private let folder: PackageFolder
    private let siblings: (String) -> PackageFolder?
    private let outside: Outside

    /// What this module does not know: the page, and what can be worked out from figures.
    public struct Outside {
        /// Makes the page of the public part again.
        public var page: (PackageManifest, [PublicRow]) -> [UInt8]?
        /// Returns what the public figures give away, together with those of earlier packages.
        public var disclosures: (PackageManifest, [PublicRow]) -> [String]
        /// The rules on what a package is made from, unbroken: its files do not tell what they found.
        public var preconditions: [CheckedRule]

        /// Creates the means.
        public init(
            page: @escaping (PackageManifest, [PublicRow]) -> [UInt8]?,
            disclosures: @escaping (PackageManifest, [PublicRow]) -> [String],
            preconditions: [CheckedRule]
        ) {
            self.page = page
            self.disclosures = disclosures
            self.preconditions = preconditions
        }
    }

    /// Takes a package.
    ///
    /// - Parameters:
    ///   - folder: The package.
    ///   - siblings: Returns a package beside it by its name, or `nil` when it is not there.
    ///   - outside: What this module does not know.
    public init(
        _ folder: PackageFolder, siblings: @escaping (String) -> PackageFolder?, outside: Outside
    ) {
        self.folder = folder
        self.siblings = siblings
        self.outside = outside
    }

    /// Returns everything that is wrong, in the order of the checks.
    public func run() -> [VerificationFailure] {
        guard let file = folder.file("manifest.json"),
            let manifest = try? PackageJSON.value(PackageManifest.self, from: file.bytes),
            manifest.schema == PackageManifest.schemaName
        else {
            return [.noManifest(in: folder)]
        }
        var failures = FileListCheck(folder, manifest.files).failures()
        failures += ModeCheck(folder).failures()
        let reading = PackageReading(folder, manifest)
        failures += reading.failures
        failures += PersonalDataCheck(folder, manifest, reading.content).failures()
        failures += CanonicalCodeCheck(folder, manifest, reading.content).failures()
        failures += RevisionCheck(manifest, siblings: siblings).failures()
        // What is counted from records that could not be read says nothing.
        if reading.isWhole {
            failures += KeyCheck(reading.content).failures()
            let figures = FigureCheck(folder, manifest, reading, outside)
            failures += figures.failures()
            failures += RebuildCheck(folder, manifest, reading, outside).failures()
        }
        failures += PublicityCheck(folder).failures()
        return failures.sorted {
            ($0.check.rawValue, $0.place) < ($1.check.rawValue, $1.place)
        }
    }
}
