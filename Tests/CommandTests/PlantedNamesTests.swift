import Foundation
import Testing

/// Names and a code that stand where nobody expects them; whatever is printed is searched for them.
@Suite struct `No planted name is printed` {
    /// The ways in which people write a name.
    private static let spellings = [
        "Zigfrīds Ķeizars", "zigfrīds ķeizars", "ZIGFRĪDS ĶEIZARS", "zIGFRĪDS kEIZARS",
        "Zigfrīds1", "7Ķeizars", "Zigfri\u{304}ds K\u{327}eizars", "Zigfrīds-Ķeizars",
        "Zigfrīds(matemātika)", "[Ķeizars]", "klase Zigfrids 5.A", "Zigfrids_Keizars",
        "ZigfrīdsĶeizars", "Zig\u{AD}frīds", "Kei\u{200B}zars", "Z i g f r i d s",
        "120304-12345", "1203.04/12345", "klase 120304 12345", "zigfrids@keizars.lv",
    ]

    private static let consultations = "inbox/vaivari/2018-2019-2/konsultacijas.csv"

    @Test func `in any cell of a row`() throws {
        let workplace = try Workplace()
        try workplace.copySamples(of: "2018-2019-2")
        try workplace.editLines(Self.consultations) { lines in
            let cells = Self.cells(of: lines[2])
            for spelling in Self.spellings {
                for column in cells.indices {
                    var row = cells
                    row[column] = "\"\(spelling)\""
                    lines.append(Array(row.joined(separator: ",").utf8))
                }
            }
        }
        try Self.expectNoName(workplace, rules: ["FLD-002", "FLD-003", "FLD-007", "FLD-009"])
    }

    @Test func `in the total row`() throws {
        let workplace = try Workplace()
        try workplace.copySamples(of: "2018-2019-2")
        let name = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"
        try workplace.editLines(name) { lines in
            for place in lines.indices
            where String(decoding: lines[place], as: UTF8.self).hasPrefix("Kop") {
                lines[place] = lines[place].map { (48...57).contains($0) ? 0x7A : $0 }
            }
        }
        try Self.expectNoName(workplace, rules: ["XRC-"])
    }

    @Test(arguments: spellings.filter { !$0.contains("@") })
    func `in a header`(spelling: String) throws {
        let workplace = try Workplace()
        try workplace.copySamples(of: "2018-2019-2")
        // A column that the mapping misses; the header then is told whole.
        try workplace.editLines(Self.consultations) { lines in
            lines[1] = Self.replacing("Apliecināts", by: spelling, in: lines[1])
        }
        // A column twice, and a row of data for a header.
        try workplace.editLines("inbox/vaivari/2018-2019-2/kavejumi.csv") { lines in
            lines[0] += Array(",\"\(spelling)\",\"\(spelling)\"".utf8)
        }
        try workplace.write(
            "\"\(spelling)\";5.a;konsultācija\nJānis;6.b;konsultācija\n", to: "inbox/x.csv")
        // A cell that breaks its row, in a column that nobody knows.
        try workplace.editLines("inbox/vaivari/2018-2019-2/aptauja.csv") { lines in
            lines[0] += Array(",\"\(spelling)\"".utf8)
            lines[1] += Array(",\"a\"b".utf8)
        }
        try Self.expectNoName(workplace, rules: ["FIL-006", "CSV-007", "FIL-001"])
    }

    @Test(arguments: ["Zigfrīds", "keizars", "ĶEIZARS", "Zigfri\u{304}ds", "k120304-12345"])
    func `as an element, an attribute, a root or an encoding`(name: String) throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let file = "inbox/sloka/2018-2019-2/atbalsts.xml"
        let text = try workplace.text(file)
        var planted = text.replacing("<piezime>", with: "<\(name)>x</\(name)><piezime>")
        planted = planted.replacing("<plans ", with: "<plans \(name)=\"1\" ")
        try workplace.write(planted, to: file)
        try workplace.write("<\(name) x=\"1\"><a/></\(name)>", to: "inbox/root.xml")
        let first = "inbox/sloka/2018-2019-1/atbalsts.xml"
        try workplace.write(
            try workplace.text(first).replacing("UTF-8", with: "Zigfrids-Keizars"), to: first)
        try Self.expectNoName(workplace, rules: ["XML-005", "XML-006", "FIL-001"])
    }

    @Test(arguments: [
        "Zigfrids_Keizars_120304-12345", "ZIGFRĪDS ĶEIZARS", "zigfri\u{304}ds k\u{327}eizars",
        "Zigfrīds(5.a)", "vertejumi-Ķeizars", "12030412345", "zigfrids@keizars.lv",
        "skola\u{202E}Zigfrids",
    ])
    func `in the name of a file or a folder`(name: String) throws {
        let workplace = try Workplace()
        try workplace.copySamples(of: "2018-2019-2")
        let marks = "inbox/vaivari/2018-2019-2/vertejumi.csv"
        // One that is refused, one that is loaded, one with the content of another, a rival, a link.
        try workplace.write("a;b\n1;2\n", to: "inbox/\(name).csv")
        try workplace.write(try workplace.bytes(marks), to: "inbox/\(name)/a.csv")
        try FileManager.default.moveItem(
            at: workplace.path(marks), to: workplace.path("inbox/vaivari/\(name) 1.csv"))
        try workplace.editLines("inbox/vaivari/2018-2019-2/iap.csv") { $0.append($0[1]) }
        try workplace.write(
            try workplace.bytes("inbox/vaivari/2018-2019-2/iap.csv") + Array("\r\n".utf8),
            to: "inbox/vaivari/\(name) 2.csv")
        try FileManager.default.createSymbolicLink(
            at: workplace.path("inbox/\(name)-link.csv"),
            withDestinationURL: workplace.path("nowhere"))
        try Self.expectNoName(workplace, rules: ["FIL-001", "FIL-010", "FIL-014"])
    }

    // MARK: - Searching

    /// Reports and inspects, and searches all that is printed and written.
    private static func expectNoName(
        _ workplace: borrowing Workplace, rules: [String],
        at place: SourceLocation = #_sourceLocation
    ) throws {
        var searched: [String: [UInt8]] = [:]
        for language in ["lv", "en"] {
            let outcome = try workplace.run(
                "report", "--inbox", "inbox", "--pipelines", "pipelines", "--state", "state",
                "--output", "reports", "--language", language, "--verbose")
            var outputs = try workplace.files(in: "reports")
            outputs["output"] = Array(outcome.output.utf8)
            outputs["errors"] = Array(outcome.errors.utf8)
            let all = outputs.values.map { String(decoding: $0, as: UTF8.self) }.joined()
            for rule in rules { #expect(all.contains(rule), "\(rule)", sourceLocation: place) }
            // What the second run leaves as it was need not be searched again.
            for (name, bytes) in outputs where searched[name] != bytes {
                expectNoName(in: bytes, of: name, at: place)
            }
            searched = outputs
        }
        let outcome = try workplace.run("inspect", "--all", "inbox")
        // The names of columns and of a root are what a definition is written with.
        let ofData = outcome.output.split(separator: "\n").filter {
            !$0.hasPrefix("  ") && !$0.hasPrefix("saknes elements")
        }
        expectNoName(in: Array(ofData.joined(separator: "\n").utf8), of: "inspect", at: place)
        expectNoName(in: Array(outcome.errors.utf8), of: "inspect's errors", at: place)
    }

    private static func expectNoName(
        in bytes: [UInt8], of name: String, at place: SourceLocation
    ) {
        let folded = FoldedText(withoutFingerprints(bytes))
        for secret in ["zigfrid", "keizar"] {
            if let found = folded.place(of: secret) {
                Issue.record(
                    "\(secret) in \(name): \(folded.line(before: found))", sourceLocation: place)
            }
            let isSpelt = folded.hasLetters(of: secret)
            #expect(!isSpelt, "\(secret) in \(name)", sourceLocation: place)
        }
        // The code whole, and its halves by themselves.
        for secret in ["12030412345", "120304", "12345", "1203.04"]
        where folded.place(of: secret) != nil {
            Issue.record("\(secret) in \(name)", sourceLocation: place)
        }
    }

    /// A fingerprint has any five digits in a row now and then.
    private static func withoutFingerprints(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var run = 0
        for byte in bytes {
            kept.append(byte)
            run = (48...57).contains(byte) || (97...102).contains(byte) ? run + 1 : 0
            guard run == 64 else { continue }
            kept.removeLast(64)
            run = 0
        }
        return kept
    }

    private static func cells(of line: [UInt8]) -> [String] {
        // The template has one cell in quotes, a decimal number.
        String(decoding: line, as: UTF8.self).replacing("\"0,75\"", with: "1")
            .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    private static func replacing(_ cell: String, by text: String, in line: [UInt8]) -> [UInt8] {
        Array(String(decoding: line, as: UTF8.self).replacing(cell, with: "\"\(text)\"").utf8)
    }
}
