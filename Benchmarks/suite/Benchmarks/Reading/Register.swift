@testable import SampleData

/// A made-up register of sessions, the same rows in every dialect; it is made anew at each call, so that it does
/// not stay in memory.
enum Register {
    static let rows = 100_000
    static let pupils = 4_000
    static let columns = [
        "skola", "kods", "vards", "klase", "pedagogs", "pasakums", "prieksmets", "datums",
        "stundas", "pirms", "pec",
    ]

    private static func cells(_ row: Int) -> [String] {
        let pupil = row % pupils
        return [
            "\(4_000_000_000 + pupil / 60)", code(pupil),
            ["Krišjānis", "Elīna", "Ģirts"][pupil % 3],
            "\(1 + pupil % 12).\(["a", "b", "c"][pupil % 3])", "SK00\(pupil % 400)",
            ["Sociālais pedagogs", "Logopēds"][row % 2],
            ["Ģeogrāfija", "Ķīmija", "Vēsture"][row % 3],
            day(row), ["0,5", "0,75", "1"][row % 3], "\(1 + row % 10)", "\(1 + row % 7)",
        ]
    }

    static func code(_ number: Int) -> String {
        "\(String(10_000 + 100 + number % 2_800).suffix(4))08-2\(1_000 + number % 9_000)"
    }

    static func day(_ number: Int) -> String { "\(10 + number % 18).0\(1 + number % 9).2022" }

    static var text: String {
        ([columns] + (0..<rows).lazy.map(cells)).map { $0.joined(separator: ";") + "\r\n" }.joined()
    }

    static var utf8: [UInt8] { Array(text.utf8) }
    static var windows1257: [UInt8] { Windows1257.encode(text) }
    static var utf16: [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    static var xml: [UInt8] {
        let records = (0..<rows).map { row in
            "<sesija>" + zip(columns, cells(row)).map { "<\($0)>\($1)</\($0)>" }.joined()
                + "</sesija>\n"
        }
        return Array(
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<atbalsts>\n" + records.joined()
                + "</atbalsts>\n").utf8)
    }
}
