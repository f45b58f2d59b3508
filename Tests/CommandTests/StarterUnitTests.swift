import Foundation
import Testing

@Suite struct `The unit of time that a starter proposes` {
    private static func line(
        _ header: String, _ values: [String], of field: String = "minutes"
    ) throws -> String? {
        let workplace = try Workplace()
        let rows = values.enumerated().map { number, value in
            "1\(number).02.2019.;01010\(number)-2123\(number);12047\(number)-1150\(number);"
                + "Psihologa konsultācija;\(value)\n"
        }
        try workplace.write(
            "Datums;Skolēna kods;Pedagoga kods;Pasākums;\(header)\n" + rows.joined(), to: "a.csv")
        let outcome = try workplace.run("inspect", "a.csv")
        return outcome.output.split(separator: "\n").map(String.init)
            .first { $0.hasPrefix("          \(field): ") }
    }

    @Test(arguments: ["Stundas", "St.", "Akad. st.", "h", "Hours", "Ilgums (h)"])
    func `a column that is called by hours counts hours`(header: String) throws {
        let quoted = header.contains("(") ? "\"\(header)\"" : header
        #expect(
            try Self.line(header, ["1", "2", "1", "1"])
                == "          minutes: {column: \(quoted), minutes_per_unit: 60, at_least: 10}"
                + "   # hours by the name: check; if it counts lessons, write their minutes")
    }

    @Test func `fractions tell hours where the name tells nothing`() throws {
        #expect(
            try Self.line("Ilgums", ["0,75", "1", "1,5", "0,5"])
                == "          minutes: {column: Ilgums, minutes_per_unit: 60, at_least: 10}"
                + "   # hours by the numbers: check; if it counts lessons, write their minutes")
    }

    @Test func `a session of one or two is one of hours where the name tells nothing`() throws {
        #expect(
            try Self.line("Ilgums", ["1", "2", "1", "1"])
                == "          minutes: {column: Ilgums, minutes_per_unit: 60, at_least: 10}"
                + "   # hours by the numbers: check; if it counts lessons, write their minutes")
    }

    @Test func `minutes are minutes`() throws {
        #expect(
            try Self.line("Minūtes", ["40", "45", "60", "45"])
                == "          minutes: {column: Minūtes, at_least: 10}")
        #expect(
            try Self.line("Ilgums", ["40", "45", "60", "45"])
                == "          minutes: {column: Ilgums, at_least: 10}"
                + "   # minutes by the numbers: check the unit")
    }

    @Test func `a name that the numbers contradict is said`() throws {
        #expect(
            try Self.line("Stundas", ["40", "45", "60", "45"])
                == "          minutes: {column: Stundas, at_least: 10}"
                + "   # the name says hours, but the numbers look like minutes: check the unit")
    }

    @Test func `values of XML are counted in hours too`() throws {
        let workplace = try Workplace()
        try workplace.write(
            """
            <saraksts><nodarbiba stundas="0,75" datums="2019-02-11"/>\
            <nodarbiba stundas="1" datums="2019-02-12"/></saraksts>
            """, to: "a.xml")
        #expect(
            try workplace.run("inspect", "a.xml").output.contains(
                "          minutes: {path: \"@stundas\", minutes_per_unit: 60, at_least: 10}"
                    + "   # hours by the name: check; if it counts lessons, write their minutes\n"))
    }
}
