/// The synthetic sample exports of three schools, with their planned faults.
///
/// Nobody in them is real: names are invented and the check digits of personal codes are wrong.
public struct SampleData: Sendable {
    /// The files by their path below the folder of the samples.
    public let files: [String: [UInt8]]

    /// Makes the samples; they are the same on every machine.
    public init() {
        let world = SampleWorld(seed: 20_190_107)
        var files: [String: [UInt8]] = [:]
        var findings: [LocatedFinding] = []
        for term in SchoolTerm.allCases {
            for (name, table) in JaundubultiExport(world: world, term: term).tables() {
                let path = "jaundubulti/\(term.code)/\(name)"
                let written = table.rendered(as: path)
                files[path] = Windows1257.encode(written.text)
                findings += written.findings
            }
            let path = "sloka/\(term.code)/atbalsts.xml"
            let document = SlokaExport(world: world, term: term).document(file: path)
            files[path] = Array(document.text.utf8)
            findings += document.findings
            let vaivari = VaivariExport(world: world, term: term)
            for (name, table) in vaivari.tables() {
                let path = "vaivari/\(term.code)/\(name)"
                let written = table.rendered(as: path)
                files[path] = [0xEF, 0xBB, 0xBF] + Array(written.text.utf8)
                findings += written.findings
            }
            if term == .spring2019 {
                let path = "vaivari/\(term.code)/personals.xml"
                files[path] = Windows1257.encode(vaivari.staffList(file: path).text)
            }
        }
        let faults = FaultList(findings)
        files[".faults.csv"] = Array(faults.commaSeparated.utf8)
        files["README.md"] = Array(ReadMe(faults: faults, paths: files.keys.sorted()).text.utf8)
        self.files = files
    }
}
