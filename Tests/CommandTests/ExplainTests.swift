import Foundation
import Testing

@Suite struct `explain ADDRESS` {
    @Test(arguments: [
        (
            "2018-2019-3/participants",
            "part '2018-2019-3' of the address is no semester; write, for example, "
                + "2018-2019-2/participants"
        ),
        (
            "2018-2019-2/particpants",
            "part 'particpants' of the address is no indicator; did you mean: participants"
        ),
        (
            "2018-2019-2/participants/school=slka",
            "part 'slka' of the address is no category of school; did you mean: sloka"
        ),
        (
            "2018-2019-2/minutes_asked/school",
            "part 'school' of the address has no value; write school=…"
        ),
        (
            "2018-2019-2/minutes_asked/risk=learning",
            "indicator 'minutes_asked' is not broken down by 'risk'; there are: "
                + "2018-2019-2/minutes_asked, 2018-2019-2/minutes_asked/school=…, "
                + "2018-2019-2/minutes_asked/measure=…, "
                + "2018-2019-2/minutes_asked/school=…/measure=…"
        ),
        (
            "2018-2019-2/minutes_asked/rsk=family",
            "part 'rsk' of the address is no dimension; did you mean: school, measure"
        ),
        (
            "2018-2019-2/teachers/school=sloka/school=sloka",
            "indicator 'teachers' is not broken down by 'school, school'; there are: "
                + "2018-2019-2/teachers, 2018-2019-2/teachers/school=…, "
                + "2018-2019-2/teachers/role=…, 2018-2019-2/teachers/measure=…, "
                + "2018-2019-2/teachers/subject=…, 2018-2019-2/teachers/school=…/role=…"
        ),
    ])
    func `an address that is none is told which part is wrong`(
        address: String, message: String
    ) throws {
        let workplace = try Self.imported()
        let outcome = try workplace.explain(address)
        #expect(outcome.code == 64)
        #expect(outcome.errors == "pumpurs: \(message)\n")
        #expect(outcome.output == "")
    }

    @Test func `a semester of which nothing is known leaves with code 65`() throws {
        let workplace = try Self.imported()
        let outcome = try workplace.explain("2017-2018-1/participants")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors
                == "pumpurs: the store has nothing that '2017-2018-1/participants' would be made from; "
                + "check the semester and the categories, summary.json has all addresses\n")
    }

    @Test func `without a store it says how to make one and makes none`() throws {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        let outcome = try workplace.explain("2018-2019-2/participants")
        #expect(outcome.code == 66)
        #expect(
            outcome.errors
                == "pumpurs: there is no store state/pumpurs.sqlite; run pumpurs report or pumpurs "
                + "import first, or name another folder with --state\n")
        #expect(!FileManager.default.fileExists(atPath: workplace.path("state").path))
    }

    @Test func `the parts may come in any order and behind the mark of a page's place`() throws {
        let workplace = try Self.imported()
        let first = try workplace.explain("2018-2019-2/sessions/school=sloka/measure=psychologist")
        let second = try workplace.explain(
            "#2018-2019-2/sessions/measure=psychologist/school=sloka")
        #expect(first.code == 0)
        #expect(first.output == second.output)
    }

    @Test func `it reads while another run has the lock and changes no byte of the store`() throws {
        let workplace = try Self.imported()
        let before = try workplace.bytes("state/pumpurs.sqlite")
        let holder = try workplace.hold(lock: "state/pumpurs.lock", seconds: 20)
        defer { holder.terminate() }
        #expect(try workplace.explain("2018-2019-2/participants").code == 0)
        #expect(
            try workplace.run(
                "trace", "sloka/2018-2019-2/atbalsts.xml:34", "--pipelines", "pipelines", "--state",
                "state"
            ).code == 0)
        #expect(try workplace.bytes("state/pumpurs.sqlite") == before)
    }

    @Test func `the source text comes only when it is asked for`() throws {
        let workplace = try Self.imported()
        let address = "2018-2019-2/participants/school=jaundubulti/measure=psychologist"
        let line =
            "1.;2018./2019. m.g. 2. semestris;JDV-2018/19-2-15;040403-27384;9.c;060172-19131;"
        #expect(try !workplace.explain(address).output.contains("040403-27384"))
        let outcome = try workplace.explain(address, "--raw")
        #expect(
            outcome.output.contains("| \(line)Psihologa konsultācija;;22.01.2019.;0,75;klātienē"))
        #expect(outcome.errors == "")
    }

    static func imported() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copySamples()
        _ = try workplace.run(
            "import", "--inbox", "inbox", "--pipelines", "pipelines", "--state", "state")
        return workplace
    }
}

@Suite struct `Evidence in other containers` {
    private static let address =
        "2018-2019-2/sessions/school=vaivari/measure=subject_consultation"

    @Test func `rows of a compressed file have the places and texts of the plain one`() throws {
        let workplace = try `explain ADDRESS`.imported()
        let plain = try workplace.explain(Self.address, "--raw").output
        _ = try workplace.shell(
            "gzip inbox/vaivari/2018-2019-2/konsultacijas.csv; rm -r state; \"$PUMPURS\" import "
                + "--inbox inbox --state state 2>/dev/null")
        let packed = try workplace.explain(Self.address, "--raw").output
        func rows(_ text: String) -> [String] {
            text.split(separator: "\n").filter { $0.contains(" | ") }.map(String.init)
        }
        #expect(rows(plain).count > 3)
        #expect(rows(packed) == rows(plain))
        #expect(packed.contains("konsultacijas.csv.gz:"))
    }

    @Test func `rows of a workbook are named by sheet and row, and shown by their cells`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(
            at: workplace.path("inbox/vaivari/2019-2020-1/konsultacijas.csv"))
        let name = "pipelines/sources/vaivari.yaml"
        let text = try workplace.text(name)
        try workplace.write(
            text.replacing(
                """
                    encoding: utf-8
                    format: csv
                    csv: {delimiter: ",", header_rows: 2}
                """, with: "    format: xlsx\n    xlsx: {header_rows: 2}"), to: name)
        let csv = "inbox/vaivari/2018-2019-2/konsultacijas.csv"
        try FileManager.default.copyItem(
            at: Workbook.fixture, to: workplace.path(csv.replacing(".csv", with: ".xlsx")))
        try FileManager.default.removeItem(at: workplace.path(csv))
        _ = try workplace.run(
            "import", "--inbox", "inbox", "--pipelines", "pipelines", "--state", "state")
        let output = try workplace.explain(Self.address, "--raw").output
        let place = try #require(
            output.firstMatch(of: #/(vaivari/2018-2019-2/konsultacijas\.xlsx:[^ ]+!([0-9]+)) /#))
        #expect(output.contains("| A\(place.2): 2018/2019 II semestris; B\(place.2): "))
        let traced = try workplace.run(
            "trace", String(place.1), "--pipelines", "pipelines", "--state", "state")
        #expect(traced.output.contains(Self.address))
    }
}

extension Workplace {
    func explain(_ arguments: String...) throws -> Outcome {
        try run(
            list: ["explain"] + arguments + [
                "--pipelines", "pipelines", "--state", "state", "--language", "en",
            ])
    }
}
