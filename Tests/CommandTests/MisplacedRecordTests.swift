import Foundation
import Testing

@Suite struct `Records of an XML file that stand elsewhere` {
    private static let sloka = "sloka/2018-2019-2/atbalsts.xml"
    private static let staff = "vaivari/2018-2019-2/personals.xml"

    /// Replaces text in a file of the inbox and returns the file's line and the findings about it.
    private static func change(
        _ file: String, _ changes: [(String, String)], first: Bool = false
    ) throws -> (counts: [String], findings: [String: Int]) {
        let workplace = try Workplace()
        try workplace.copySamples()
        var bytes = try workplace.bytes("inbox/\(file)")
        for (old, new) in changes {
            if first, let place = bytes.firstRange(of: Array(old.utf8)) {
                bytes.replaceSubrange(place, with: Array(new.utf8))
            } else {
                bytes = bytes.replacing(Array(old.utf8), with: Array(new.utf8))
            }
        }
        try workplace.write(bytes, to: "inbox/\(file)")
        #expect(try workplace.report().code == 3)
        let quality = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .filter { $0["file"] == file }
        let line = try #require(quality.first { $0["entry"] == "file" })
        let counts = ["read", "loaded", "held_back", "ignored"].map { line["records_\($0)"] ?? "" }
        var findings: [String: Int] = [:]
        for finding in quality where finding["entry"] == "finding" {
            let key = "\(finding["rule"] ?? "") \(finding["disposition"] ?? "")"
            findings[key, default: 0] += 1
        }
        return (
            counts, findings.filter { $0.key.hasPrefix("XML-007") || $0.key.hasPrefix("XML-008") }
        )
    }

    @Test func `every record within an element of no definition is held back`() throws {
        let (counts, findings) = try Self.change(
            Self.sloka, [("<skolens", "<grupa><skolens"), ("</skolens>", "</skolens></grupa>")])
        // Without the change 566 records are read, of which 10 are answers outside pupils.
        #expect(findings["XML-007 held_back"] ?? 0 > 500)
        #expect(findings["XML-008 ignored"] ?? 0 > 0)
        #expect(counts[1] == "10")
    }

    @Test func `a record of another namespace is held back`() throws {
        let (counts, findings) = try Self.change(
            Self.sloka,
            [
                ("<vertejums ", "<q:vertejums xmlns:q=\"urn:x\" "),
                ("</vertejums>", "</q:vertejums>"),
            ],
            first: true)
        #expect(findings["XML-007 held_back"] == 1)
        #expect(counts[0] == "566")
    }

    @Test func `a record that is called otherwise but for capitals is held back`() throws {
        let (counts, findings) = try Self.change(
            Self.staff, [("<darbinieks", "<Darbinieks"), ("</darbinieks>", "</Darbinieks>")],
            first: true)
        #expect(counts == ["10", "9", "1", "0"])
        #expect(findings == ["XML-007 held_back": 1])
    }

    @Test func `elements that nothing maps among the records are counted as ignored`() throws {
        let (counts, findings) = try Self.change(
            Self.staff, [("<darbinieks", "<persona"), ("</darbinieks>", "</persona>")])
        #expect(counts == ["10", "0", "0", "10"])
        #expect(findings == ["XML-008 ignored": 10])
    }

    @Test func `a record with an element twice is held back and the others are loaded`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "inbox/\(Self.sloka)"
        var bytes = try workplace.bytes(name)
        let given = Array("<vards>Patrīcija</vards>".utf8)
        let place = try #require(bytes.firstRange(of: given))
        bytes.insert(contentsOf: Array("<vards>Anna</vards>".utf8), at: place.upperBound)
        try workplace.write(bytes, to: name)
        #expect(try workplace.report().code == 3)
        let quality = rows(of: try workplace.text("reports/2018-2019-2/internal/quality.csv"))
            .filter { $0["file"] == Self.sloka && $0["rule"] == "XML-009" }
        #expect(quality.map { $0["disposition"] } == ["held_back"])
        #expect(quality.allSatisfy { $0["message"]?.contains("Anna") == false })
    }
}
