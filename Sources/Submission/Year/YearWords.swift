/// The words by which the files of a yearly report say what it may be taken for.
struct YearWords {
    let manifest: YearManifest

    init(_ manifest: YearManifest) { self.manifest = manifest }

    /// The state in Latvian, or `nil` for a report that is final.
    var state: String? {
        switch manifest.state {
        case .final: nil
        case .incomplete: "NEPILNĪGS: skaitļi var kļūt lielāki"
        case .preliminary: "PROVIZORISKS: gads vēl nebija beidzies"
        }
    }

    /// The title of the tables.
    var title: String {
        "\(manifest.reportPeriod.year). gada rādītāji" + (state.map { " (\($0))" } ?? "")
    }

    /// A line for the list of fingerprints, which coreutils leave aside, or `nil`.
    var remark: String? { state.map { "\(manifest.package): \($0)" } }
}
