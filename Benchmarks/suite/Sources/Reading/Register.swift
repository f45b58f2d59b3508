@testable import SampleData

/// A made-up register of sessions, the same rows in every dialect.
enum Register {
    static let rows = 20_000
    static let header =
        "skola;kods;vards;klase;pedagogs;pasakums;prieksmets;datums;stundas;pirms;pec"

    private static func cells(_ row: Int) -> [String] {
        let pupil = row % 4_000
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

    static let text =
        header + "\r\n" + (0..<rows).map { cells($0).joined(separator: ";") + "\r\n" }.joined()

    static var utf8: [UInt8] { Array(text.utf8) }
    static var windows1257: [UInt8] { Windows1257.encode(text) }
    static var utf16: [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    static var xml: [UInt8] {
        let names = header.split(separator: ";")
        let records = (0..<rows).map { row in
            "<sesija>" + zip(names, cells(row)).map { "<\($0)>\($1)</\($0)>" }.joined()
                + "</sesija>\n"
        }
        return Array(
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<atbalsts>\n" + records.joined()
                + "</atbalsts>\n").utf8)
    }
}
