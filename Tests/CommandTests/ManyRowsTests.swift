import Foundation
import Testing

@Suite struct `Files of line ends` {
    @Test func `a million blank rows become a thousand notes and one that counts the rest`() throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let name = "inbox/vaivari/2018-2019-2/iap.csv"
        let lines = try workplace.lineCount(name)
        try workplace.write(
            try workplace.bytes(name) + [UInt8](repeating: 0x0A, count: 1_000_000), to: name)
        _ = try workplace.report()
        let quality = try workplace.text("reports/2018-2019-2/internal/quality.csv")
        let notes = quality.split(separator: "\r\n").filter { $0.contains("iap.csv") }
        #expect(notes.count { $0.contains("CSV-006") } == 1000)
        #expect(notes.count { $0.contains("CSV-017") } == 1)
        #expect(
            quality.contains(
                "tukšas rindas līdz \(lines + 1_000_000). rindai, kopā 999000; nav ņemtas vērā"))
    }

    @Test func `an open quote before many lines takes little memory`() throws {
        let workplace = try Workplace()
        try workplace.write(
            Array("a;b\n1;\"x\n".utf8) + [UInt8](repeating: 0x0A, count: 8 << 20), to: "a.csv")
        let (outcome, _, peak) = try workplace.measure("inspect", "a.csv", "--as", "csv")
        #expect(outcome.code == 3)
        #expect(peak < 400 << 20)
    }
}
