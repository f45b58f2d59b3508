import Foundation
import Testing

/// Pupils of the samples who are asked for.
enum Asked {
    /// A pupil of Jaundubulti: CSV in Windows-1257, codes with a hyphen.
    static let kristers = Pupil(
        digits: "29120522560", given: "Kristers", family: "Līcītis", sheet: "jaundubulti")
    /// A pupil of Sloka: XML in UTF-8.
    static let sandis = Pupil(
        digits: "21020721902", given: "Sandis", family: "Gusevs", sheet: "sloka")
    /// A pupil of Vaivari: CSV in UTF-8, codes without a hyphen.
    static let roberts = Pupil(
        digits: "03060721755", given: "Roberts", family: "Dzenītis", sheet: "vaivari")

    struct Pupil: Sendable, CustomTestStringConvertible {
        let digits: String
        let given: String
        let family: String
        let sheet: String

        var hyphened: String { "\(digits.prefix(6))-\(digits.suffix(5))" }
        var testDescription: String { sheet }

        /// What must be found nowhere, in every encoding that an export may have.
        var traces: [[UInt8]] {
            let names = [
                "\(given) \(family)", "\(family) \(given)", "\(given);\(family)",
                "\(given),\(family)", "\(family), \(given)",
                "\(given)</vards>\n    <uzvards>\(family)", "\(given)\u{1F}\(family)",
            ]
            return ([digits, hyphened] + names).flatMap { text -> [[UInt8]] in
                [
                    Array(text.utf8), Array(text.data(using: .utf16LittleEndian) ?? Data()),
                    Array(text.data(using: .utf16BigEndian) ?? Data()), Self.windows1257(text),
                ]
            }
        }

        private static func windows1257(_ text: String) -> [UInt8] {
            let letters: [Character: UInt8] = ["ā": 0xE2, "ī": 0xEE, "ē": 0xE7, "ņ": 0xF2]
            return text.flatMap { letters[$0].map { [$0] } ?? Array(String($0).utf8) }
        }
    }
}

extension Workplace {
    /// Says in the definitions until when people are kept.
    func retain(until day: String = "2019-09-30", _ more: String = "") throws {
        let text = try text("pipelines/jurmala.yaml")
        try write(
            text + """

                retention:
                  retain_until: \(day)
                  basis: {lv: Vadošās iestādes vēstule, en: letter of the managing authority}
                \(more)

                """, to: "pipelines/jurmala.yaml")
    }

    /// Writes the code of a pupil into a file that only its owner can read.
    func writeCode(_ pupil: Asked.Pupil) throws {
        try write(pupil.hyphened + "\n", to: "code.txt")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: path("code.txt").path)
    }

    /// Erases a pupil as if it were the day after the rollup.
    @discardableResult
    func erase(_ pupil: Asked.Pupil, _ more: String = "", at moment: Int = .dayAfter) throws
        -> Outcome
    {
        try writeCode(pupil)
        return try shell(
            "SOURCE_DATE_EPOCH=\(moment) \"$PUMPURS\" person erase --pupil-code code.txt "
                + "--author 'A. Kalnina' --reason 'pieprasijums' --ticket L-17 --state state "
                + "--pipelines pipelines --inbox inbox --language en \(more)")
    }

    /// The samples rolled up, with a day of retention that has passed.
    static func rolledUp(retaining more: String) throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copySamples()
        try workplace.retain(more)
        _ = try workplace.rollup(at: .october2019)
        return workplace
    }

    /// The samples rolled up, with a day of retention that has passed and no other rule.
    static func rolledUp() throws -> Workplace { try retaining.copy() }

    private static let retaining = Preparation { workplace in
        try workplace.copySamples()
        try workplace.retain()
        _ = try workplace.rollup(at: .october2019)
    }

    /// Where the bytes of a folder still hold something, those included that the archive of a state in it
    /// has sealed: file and trace.
    func places(of traces: [[UInt8]], in folder: String = "state") throws -> [String] {
        var files = try files(in: folder)
        for list in files.keys where list.hasSuffix("archive/key.sealed") {
            let state = "\(folder)/\(list.dropLast("archive/key.sealed".count))"
            for (name, bytes) in try openedArchive(of: state) { files["\(state)\(name)"] = bytes }
        }
        return files.sorted { $0.key < $1.key }.flatMap { name, bytes in
            let data = Data(bytes)
            return traces.enumerated().filter { data.range(of: Data($1)) != nil }
                .map { "\(name) #\($0.offset)" }
        }
    }

    /// Asks the store something.
    func query(_ sql: String, of database: String = "state/pumpurs.sqlite") throws -> String {
        try shell(
            """
            python3 - <<'END'
            import sqlite3
            for row in sqlite3.connect("\(database)").execute('''\(sql)'''):
                print("|".join(value.hex() if isinstance(value, bytes) else str(value) for value in row))
            END
            """
        ).output
    }
}
