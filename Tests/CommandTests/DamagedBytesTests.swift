import Foundation
import Testing

@Suite struct `Damaged bytes` {
    private static let consultations = "jaundubulti/2018-2019-2/konsultacijas.csv"
    private static let pupils = "vaivari/2018-2019-2/skoleni.csv"

    @Test func `bytes without meaning where nothing is mapped are told, and their row counts`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let before = try findings(in: workplace, about: Self.consultations)
        let name = "inbox/\(Self.consultations)"
        let file = try workplace.bytes(name)
        let end = Array(";;;;\r\n".utf8)
        let place = try #require(file.indices.first { file[$0...].starts(with: end) })
        try workplace.write(
            Array(file[..<(place + 4)]) + [0x81, 0x61, 0x81] + Array(file[(place + 4)...]), to: name
        )
        let after = try findings(in: workplace, about: Self.consultations)
        #expect(before.allSatisfy { $0["rule"] != "FIL-020" })
        #expect(after.count == before.count + 1)
        let finding = try #require(after.first { $0["rule"] == "FIL-020" })
        #expect(finding["severity"] == "warning")
        #expect(
            finding["message"]
                == "baiti bez nozīmes kodējumā windows-1257: 2; pirmais ir \(place + 4). baits")
    }

    @Test func `a lost letter holds its row back and is told for the file`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "inbox/\(Self.pupils)"
        let file = try workplace.bytes(name)
        let word = Array("Roberts".utf8)
        let place = try #require(file.indices.first { file[$0...].starts(with: word) })
        try workplace.write(
            Array(file[...place]) + Array("\u{FFFD}".utf8) + Array(file[(place + 2)...]), to: name)
        let found = try findings(in: workplace, about: Self.pupils)
        let cell = try #require(found.first { $0["rule"] == "FLD-017" })
        #expect(cell["line"] == "2")
        #expect(cell["byte"] == "\(place + 1)")
        #expect(
            cell["message"]
                == "šūnā ir U+FFFD, ko kāda programma ierakstījusi nenolasīta burta vietā")
        let whole = try #require(found.first { $0["rule"] == "FIL-021" })
        #expect(
            whole["message"] == "zuduši burti (U+FFFD): 1; pirmais sākas \(place + 1). baitā")
    }

    private func findings(
        in workplace: borrowing Workplace, about file: String
    ) throws -> [[String: String]] {
        _ = try workplace.report()
        let quality = try workplace.text("reports/2018-2019-2/internal/quality.csv")
        return rows(of: quality).filter { $0["file"] == file }
    }
}
