import Foundation
import Testing

@Suite struct `What is kept of one person` {
    private func rolledUp() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    private func show(
        _ workplace: borrowing Workplace, _ pupil: Asked.Pupil, _ language: String = "en"
    ) throws -> Workplace.Outcome {
        try workplace.writeCode(pupil)
        return try workplace.run(
            "person", "show", "--pupil-code", "code.txt", "--purpose", "lieta 1", "--state",
            "state", "--language", language)
    }

    @Test func `everything of a pupil is shown with its values, file and line`() throws {
        let workplace = try rolledUp()
        let outcome = try show(workplace, Asked.sandis)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("in the vault: Sandis Gusevs 21020721902"))
        #expect(
            outcome.output.contains(
                "\n  session sloka/2018-2019-2/atbalsts.xml:33: class=5.a, date=2019-02-11,"),
            "\(outcome.output)")
        #expect(outcome.output.contains("minutes=40"))
        #expect(outcome.output.contains("plan_risk "))
        #expect(!outcome.output.contains("Birznieks"))
    }

    @Test func `it is said in Latvian too`() throws {
        let workplace = try rolledUp()
        let outcome = try show(workplace, Asked.kristers, "lv")
        #expect(outcome.output.contains("glabātavā: Kristers Līcītis 29120522560"))
        #expect(outcome.output.contains("\nIeraksti: "))
    }

    @Test func `the code may come through standard input`() throws {
        let workplace = try rolledUp()
        let outcome = try workplace.shell(
            """
            echo \(Asked.sandis.hyphened) | "$PUMPURS" person show --pupil-code - --purpose p \
            --state state --language en
            """)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Sandis Gusevs"))
    }

    @Test func `a teacher is shown with the sessions that they gave`() throws {
        let workplace = try rolledUp()
        try workplace.write("060172-19131\n", to: "code.txt")
        let outcome = try workplace.run(
            "person", "show", "--teacher-code", "code.txt", "--purpose", "p", "--state", "state",
            "--language", "en")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("teacher T-"))
        #expect(outcome.output.contains("\n  session jaundubulti/2018-2019-2/konsultacijas.csv:"))
    }

    @Test func `an export is JSON and a table for each kind, for its owner only`() throws {
        let workplace = try rolledUp()
        try workplace.writeCode(Asked.roberts)
        let outcome = try workplace.run(
            "person", "export", "--pupil-code", "code.txt", "--purpose", "p", "--into", "copy",
            "--state", "state", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let modes = try workplace.shell("stat -c '%a %n' copy copy/* | sort").output
        #expect(modes.hasPrefix("600 copy/"))
        #expect(modes.contains("700 copy\n"))
        #expect(!modes.contains("644"))
        let data = Data(try workplace.bytes("copy/person.json"))
        let document = try #require(
            JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(document["schema"] as? String == "pumpurs-person/1")
        let records = try #require(document["records"] as? [[String: Any]])
        let enrolments = records.filter { $0["kind"] as? String == "enrolment" }
        #expect(!enrolments.isEmpty)
        let table = try workplace.lines("copy/enrolment.csv")
        #expect(table.count == enrolments.count + 1)
        #expect(
            String(decoding: table[0], as: UTF8.self)
                .hasPrefix("file,line,delivery,in_force,held_back,school,semester,pupil,class"))
    }

    @Test func `an export never writes into a folder that is there`() throws {
        let workplace = try rolledUp()
        try workplace.writeCode(Asked.roberts)
        try workplace.write("mine", to: "copy/file")
        let outcome = try workplace.run(
            "person", "export", "--pupil-code", "code.txt", "--purpose", "p", "--into", "copy",
            "--state", "state", "--language", "en")
        #expect(outcome.code == 73)
        #expect(try workplace.files(in: "copy").count == 1)
    }

    @Test func `nobody is told with 65 and the code is not repeated`() throws {
        let workplace = try rolledUp()
        let nobody = Asked.Pupil(
            digits: "01010112345", given: "Nekas", family: "Neviens", sheet: "")
        let outcome = try show(workplace, nobody)
        #expect(outcome.code == 65)
        #expect(!outcome.errors.contains("010101"))
    }

    @Test func `a held record that names the pupil is shown as it stands`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        // A semester that is none holds the row back.
        try workplace.editLines("inbox/vaivari/2018-2019-2/kavejumi.csv") { lines in
            let row = lines.firstIndex {
                Data($0).range(of: Data(Asked.roberts.digits.utf8)) != nil
            }
            let text = String(decoding: lines[row ?? 1], as: UTF8.self)
            lines[row ?? 1] = Array(
                text.replacingOccurrences(of: "2018/2019 II semestris", with: "kaut kad").utf8)
        }
        _ = try workplace.rollup(at: .october2019)
        let outcome = try show(workplace, Asked.roberts)
        #expect(
            outcome.output.contains(
                "Held back: 1\n  vaivari/2018-2019-2/kavejumi.csv:2: kaut kad,03060721755"),
            "\(outcome.output)")
    }
}
