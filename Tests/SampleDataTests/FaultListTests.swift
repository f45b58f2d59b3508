import SampleData
import Testing

@Suite struct FaultListTests {
    private struct Fault {
        let number: String
        let rule: String
        let file: String
        let line: Int
        let column: String
        let disposition: String
    }

    private static let samples = SampleData().files
    private var files: [String: [UInt8]] { Self.samples }

    private func faults() -> [Fault] {
        let text = String(decoding: files[".faults.csv"] ?? [], as: UTF8.self)
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(
                String.init)
            guard cells.count == 6, let number = Int(cells[3]) else { return nil }
            return Fault(
                number: cells[0], rule: cells[1], file: cells[2], line: number, column: cells[4],
                disposition: cells[5])
        }
    }

    private func line(_ number: Int, of file: String) -> String {
        let lines = (files[file] ?? []).split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.indices.contains(number - 1) else { return "" }
        // Both encodings agree on the letters that these tests look for.
        return String(decoding: lines[number - 1], as: UTF8.self)
    }

    @Test func `there are faults of 38 kinds`() {
        #expect(Set(faults().map(\.rule)).count == 38)
    }

    @Test func `all three schools have faults`() {
        let schools = Set(faults().map { String($0.file.prefix { $0 != "/" }) })
        #expect(schools == ["jaundubulti", "sloka", "vaivari"])
    }

    @Test func `every fault names one of three fates`() {
        #expect(Set(faults().map(\.disposition)) == ["held_back", "loaded", "ignored"])
    }

    @Test func `no two faults are the same finding`() {
        let places = faults().map { "\($0.rule) \($0.file):\($0.line) \($0.column)" }
        #expect(Set(places).count == places.count)
    }

    @Test func `a fault in XML stands at the line of a start tag`() {
        for fault in faults() where fault.file.hasSuffix(".xml") {
            let start = line(fault.line, of: fault.file).drop { $0 == " " }
            #expect(start.hasPrefix("<") && !start.hasPrefix("</"), "\(fault.number)")
        }
    }

    @Test(arguments: [
        ("FLD-004", "jaundubulti/2018-2019-2/konsultacijas.csv", "31.06.2019."),
        ("FLD-006", "jaundubulti/2018-2019-2/konsultacijas.csv", "161175-19997"),
        ("FLD-013", "jaundubulti/2018-2019-2/atbalsta-plani.csv", "8.3.4.0/16/I/002"),
        ("XRC-009", "vaivari/2018-2019-2/konsultacijas.csv", "V-099"),
        ("XRC-010", "vaivari/2018-2019-2/skoleni.csv", "Mezgaile"),
        ("REC-001", "vaivari/2019-2020-1/skoleni.csv", "11.a"),
        ("FLD-008", "sloka/2019-2020-1/atbalsts.xml", "minutes=\"400\""),
    ])
    func `the line of a fault holds what the list says`(
        rule: String, file: String, text: String
    ) throws {
        let fault = try #require(faults().first { $0.rule == rule && $0.file == file })
        #expect(line(fault.line, of: file).contains(text))
    }

    @Test func `the page for readers has every fault`() {
        let page = String(decoding: files["README.md"] ?? [], as: UTF8.self)
        for fault in faults() {
            #expect(page.contains("| \(fault.number) | \(fault.rule) | `\(fault.file)`"))
        }
    }
}
