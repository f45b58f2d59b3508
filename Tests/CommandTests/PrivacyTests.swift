import Foundation
import Testing

@Suite struct `No output gives anybody away` {
    @Test
    func `no personal code or name of the samples is in reports, on the terminal or in the store`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let outcome = try workplace.report(language: "lv")
        var outputs = try workplace.files(in: "reports")
        outputs["standard output"] = Array(outcome.output.utf8)
        outputs["standard error"] = Array(outcome.errors.utf8)
        for name in ["pumpurs.sqlite", "pumpurs.sqlite-wal", "vault.sqlite"] {
            outputs[name] = try? workplace.bytes("state/\(name)")
        }
        let secrets = try Self.secrets(workplace)
        #expect(secrets.codes.count > 100)
        #expect(secrets.names.count > 80)
        var leaks = 0
        for (name, bytes) in outputs {
            let text = String(decoding: bytes, as: UTF8.self)
            let digits = Set(Self.runs(in: text, where: { $0.isNumber || $0 == "-" }))
            let words = Set(Self.runs(in: text, where: \.isLetter))
            leaks += digits.intersection(secrets.codes).count
            // The failure names the file only: what leaked must not stand in a test's text.
            #expect(digits.isDisjoint(with: secrets.codes), "a personal code in \(name)")
            if name.hasSuffix(".csv") || name.hasSuffix(".html") || name.hasSuffix(".json")
                || name.hasPrefix("standard")
            {
                #expect(words.isDisjoint(with: secrets.names), "a name in \(name)")
            }
        }
        #expect(leaks == 0)
    }

    /// Collects every personal code, and every family name with its given name's column, of the samples.
    private static func secrets(
        _ workplace: borrowing Workplace
    ) throws -> (codes: Set<String>, names: Set<String>) {
        var codes: Set<String> = []
        var names: Set<String> = []
        for (name, bytes) in try workplace.files(in: "inbox") where !name.hasSuffix(".md") {
            // Latvian letters are the same bytes in ISO Latin 7, which Foundation knows.
            let encoding: String.Encoding =
                String(validating: bytes, as: UTF8.self) == nil
                ? String.Encoding(rawValue: 0x8000_0507) : .utf8
            let text = String(bytes: bytes, encoding: encoding) ?? ""
            for run in runs(in: text, where: { $0.isNumber || $0 == "-" })
            where run.filter(\.isNumber).count == 11 && run.count <= 12 {
                codes.insert(run)
                codes.insert(run.filter(\.isNumber))
                codes.insert(
                    run.filter(\.isNumber).prefix(6) + "-" + run.filter(\.isNumber).suffix(5))
            }
            for pattern in [#"uzvards="([^"]+)""#, #"vards="([^"]+)""#] {
                for match in text.matches(of: try Regex(pattern, as: (Substring, Substring).self)) {
                    names.insert(String(match.output.1))
                }
            }
            let lines = text.split(whereSeparator: \.isNewline).map(String.init)
            let separator: Character = lines.first?.contains(";") == true ? ";" : ","
            let header = lines.first?.split(separator: separator).map(String.init) ?? []
            for (index, column) in header.enumerated()
            where column.lowercased().contains("uzvārds") || column.lowercased().hasSuffix("vārds")
            {
                for line in lines.dropFirst() {
                    let cells = line.split(separator: separator, omittingEmptySubsequences: false)
                    if cells.count == header.count || cells.count > index {
                        names.insert(String(cells[index]))
                    }
                }
            }
        }
        // Words of the reports themselves that somebody may also be called.
        return (codes, names.filter { $0.count > 3 })
    }

    private static func runs(in text: String, where isPart: (Character) -> Bool) -> [String] {
        text.split { !isPart($0) }.map(String.init)
    }
}
