import Foundation

/// An inbox of one school: in the first semester all pupils have good codes, in the second each has a
/// plan and a consultation under the good code, and the list of pupils is what a test says.
struct PeopleInbox {
    /// A pupil of the inbox.
    struct Pupil {
        var code: String
        var given: String
        var family: String
        var born: String

        /// The row of the list of pupils.
        var row: String { "\(code);\(given);\(family);S;\(born);5.a;;;nav;;" }
    }

    static let liva = Pupil(
        code: "010107-21230", given: "Līva", family: "Niedrīte", born: "01.01.2007.")
    static let anna = Pupil(
        code: code("1203062041"), given: "Anna", family: "Kalniņa-Bērziņa", born: "12.03.2006.")
    static let elza = Pupil(
        code: code("1203062055"), given: "Elza", family: "Kalniņa-Bērziņa", born: "12.03.2006.")
    static let zane = Pupil(
        code: code("0705062062"), given: "Zane", family: "Ozola", born: "07.05.2006.")
    static let everybody = [liva, anna, elza, zane]

    /// Returns a code with ten digits and a check digit that is wrong, as those of the samples are.
    static func code(_ digits: String) -> String {
        let values = digits.utf8.map { Int($0) - 0x30 }
        let sum = zip([1, 6, 3, 7, 9, 10, 5, 8, 4, 2], values).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (((1 - sum) % 11 + 11) % 11 + 1) % 10
        return "\(digits.prefix(6))-\(digits.suffix(4))\(check)"
    }

    private static let first = "2018./2019. m.g. 1. semestris"
    private static let second = "2018./2019. m.g. 2. semestris"
    private static let listHeader =
        "Semestris;Personas kods;Vārds;Uzvārds;Dzimums;Dzimšanas datums;Klase;Mācās no;Mācās līdz;"
        + "Galvenais risks;Vajadzīgais atbalsts;Vajadzīgās stundas"
    private static let planHeader =
        "Semestris;Plāna numurs;Personas kods;Projekta numurs;Sākums;Beigas;Iesniegums;Statuss;"
        + "Apstiprinājis direktors;Apstiprinājusi pašvaldība;Apstiprinājis IKVD;Riski;1. pasākums;"
        + "1. priekšmets;1. pasākuma stundas;2. pasākums;2. priekšmets;2. pasākuma stundas;"
        + "Rezultāts;Turpmāk;Piezīmes"
    private static let sessionHeader =
        "Nr.;Semestris;Plāna numurs;Personas kods;Klase;Pedagoga personas kods;Pasākums;Priekšmets;"
        + "Datums;Ilgums;Norise;Apliecināts;Vērtējums pirms;Vērtējums pēc;Piezīmes"

    /// The list of pupils of the second semester.
    static let list = "inbox/jaundubulti/2018-2019-2/skolenu-saraksts.csv"
    /// The consultations of the second semester.
    static let sessions = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"

    /// Writes the inbox and the definitions into a workplace.
    static func write(_ pupils: [Pupil], to workplace: borrowing Workplace) throws {
        try workplace.copyDefinitions()
        let source = "pipelines/sources/jaundubulti.yaml"
        try workplace.write(
            try workplace.text(source).replacing(
                "encoding: windows-1257", with: "encoding: utf-8"
            ).replacingOccurrences(
                of: "    total_row: {column: Nr., text: Kopā, sums: [Ilgums]}\n", with: ""),
            to: source)
        try writeList(everybody, first, to: workplace, "inbox/jaundubulti/2018-2019-1")
        try writeList(pupils, second, to: workplace, "inbox/jaundubulti/2018-2019-2")
        let numbered = everybody.enumerated()
        try write(
            planHeader,
            numbered.map { number, pupil in
                "\(second);JDV-\(number + 1);\(pupil.code);8.3.4.0/16/I001;21.01.2019.;31.05.2019.;"
                    + "14.01.2019.;Īstenošanā;17.01.2019.;18.01.2019.;24.01.2019.;"
                    + "grūtības mācību satura apguvē;Individuālās konsultācijas;"
                    + "Svešvaloda I (angļu);9,75;;;;sekmes uzlabojušās;"
                    + "atbalsts vairs nav nepieciešams;"
            }, to: workplace, "inbox/jaundubulti/2018-2019-2/atbalsta-plani.csv")
        try write(
            sessionHeader, numbered.map { number, pupil in session(number + 1, of: pupil.code) },
            to: workplace, sessions)
    }

    /// Writes a list of pupils of the second semester.
    static func writeList(_ pupils: [Pupil], to workplace: borrowing Workplace) throws {
        try writeList(pupils, second, to: workplace, "inbox/jaundubulti/2018-2019-2")
    }

    /// A row of the consultations.
    static func session(_ plan: Int, of code: String, day: String = "11.02.2019.") -> String {
        "\(plan).;\(second);JDV-\(plan);\(code);5.a;120478-11507;Individuālās konsultācijas;"
            + "Matemātika;\(day);0,75;klātienē;;3;4;"
    }

    private static func writeList(
        _ pupils: [Pupil], _ semester: String, to workplace: borrowing Workplace, _ folder: String
    ) throws {
        try write(
            listHeader, pupils.map { "\(semester);\($0.row)" }, to: workplace,
            "\(folder)/skolenu-saraksts.csv")
    }

    private static func write(
        _ header: String, _ rows: [String], to workplace: borrowing Workplace, _ file: String
    ) throws {
        try workplace.write(([header] + rows).map { $0 + "\r\n" }.joined(), to: file)
    }
}

extension Workplace {
    /// Imports, writes the reports, and returns the number of participants of the second semester.
    func participants() throws -> Int? {
        _ = try report()
        return try Summary(self, "2018-2019-2").keyFigure("participants")
    }

    /// Runs `pumpurs people` in English.
    func people(_ arguments: String...) throws -> Outcome {
        let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
        return try shell(
            "SOURCE_DATE_EPOCH=1570428000 \"$PUMPURS\" people \(quoted) --language en")
    }

    /// Decides something as a clerk would.
    func decide(_ arguments: String...) throws -> Outcome {
        let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
        return try shell(
            "SOURCE_DATE_EPOCH=1570428000 \"$PUMPURS\" people \(quoted) --author clerk "
                + "--reason file --language en")
    }

    /// The reference of a pupil of the inbox.
    func reference(of pupil: PeopleInbox.Pupil) throws -> String {
        try reference(ofCode: pupil.code.filter(\.isNumber))
    }

    /// The reference of somebody with a code.
    func reference(ofCode code: String) throws -> String {
        let known = try people("list", "--known", "--names").output
        return known.split(separator: "\n").first { $0.contains(code) }
            .map { String($0.prefix(14)) } ?? "nobody"
    }

    /// The references of those who are unidentified, in their order.
    func unidentified() throws -> [String] {
        try people("list").output.split(separator: "\n").filter { $0.hasPrefix("U-") }
            .map { String($0.prefix(14)) }
    }

    /// The lines of the advice on somebody, with the pupils of the inbox by name.
    func advice(on reference: String) throws -> [String] {
        let lines = try people("list").output.split(separator: "\n").map(String.init)
        guard let start = lines.firstIndex(where: { $0.hasPrefix(reference) }) else { return [] }
        var names: [(String, String)] = []
        for pupil in PeopleInbox.everybody {
            names.append((try self.reference(of: pupil), pupil.given))
        }
        return lines[(start + 1)...].prefix { $0.hasPrefix("    ") }
            .filter { !$0.contains("/") }
            .map { line in names.reduce(line) { $0.replacing($1.0, with: $1.1) } }
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
