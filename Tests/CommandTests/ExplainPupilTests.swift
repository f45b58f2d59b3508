import Foundation
import Testing

@Suite struct `explain --pupil-code` {
    private static let consultations = "inbox/jaundubulti/2018-2019-2/konsultacijas.csv"

    @Test func `a pupil who is counted is told at which addresses`() throws {
        let workplace = try `explain ADDRESS`.imported()
        let outcome = try workplace.explainPupil(on: 12, of: Self.consultations)
        #expect(outcome.code == 0)
        #expect(outcome.errors == "")
        #expect(
            Self.block("participants", in: outcome.output) == """
                2018-2019-2/participants (Pupils supported): counts
                  2018-2019-2/participants
                  2018-2019-2/participants/school=jaundubulti
                  2018-2019-2/participants/level=11
                  2018-2019-2/participants/class_band=10-12
                  2018-2019-2/participants/sex=female
                  2018-2019-2/participants/risk=learning
                  2018-2019-2/participants/measure=subject_consultation
                  2018-2019-2/participants/subject=russian
                  2018-2019-2/participants/school=jaundubulti/class_band=10-12
                  2018-2019-2/participants/school=jaundubulti/sex=female
                  2018-2019-2/participants/school=jaundubulti/risk=learning
                  2018-2019-2/participants/school=jaundubulti/measure=subject_consultation
                  2018-2019-2/participants/school=jaundubulti/subject=russian
                """)
    }

    @Test func `a pupil whose sessions are held back is told the rule of each`() throws {
        let workplace = try `explain ADDRESS`.imported()
        let outcome = try workplace.explainPupil(on: 31, of: Self.consultations)
        let reason =
            "  the session's plan JDV-2018/19-2-32 (it was delivered, but is held back) is not among "
            + "the plans loaded of the school [XRC-001]"
        let help = "    help: check the plan's number; send the plan, or mend it if it is held back"
        #expect(
            Self.block("participants", in: outcome.output) == """
                2018-2019-2/participants (Pupils supported): does not count
                \(reason)
                    jaundubulti/2018-2019-2/konsultacijas.csv:31
                \(help)
                \(reason)
                    jaundubulti/2018-2019-2/konsultacijas.csv:32
                \(help)
                """)
    }

    @Test func `a record held back before anything was made of it is found by its text`() throws {
        let workplace = try `explain ADDRESS`.imported()
        let outcome = try workplace.explainPupil(on: 31, of: Self.consultations)
        #expect(
            Self.block("plans", in: outcome.output) == """
                2018-2019-2/plans (Support plans): does not count
                  '8.3.4.0/16/I/002' is not the project number 8.3.4.0/16/I/001 [FLD-013]
                    jaundubulti/2018-2019-2/atbalsta-plani.csv:8
                    help: if the plan belongs to another project, do not send it here; otherwise \
                correct the number
                """)
    }

    @Test func `a pupil of whom no session was sent is told so`() throws {
        let workplace = try `explain ADDRESS`.imported()
        let outcome = try workplace.explainPupil(on: 3, of: "inbox/sloka/2018-2019-2/atbalsts.xml")
        #expect(
            Self.block("participants", in: outcome.output) == """
                2018-2019-2/participants (Pupils supported): does not count
                  no record of this pupil was delivered for 2018-2019-2: session
                    help: it will count when a school sends such a record with the pupil's code
                """)
    }

    @Test func `a condition that no row passes is named with what the rows hold`() throws {
        let workplace = try `explain ADDRESS`.imported()
        let outcome = try workplace.explainPupil(on: 3, of: "inbox/sloka/2018-2019-2/atbalsts.xml")
        #expect(
            Self.block("pupils_in_need_supported", in: outcome.output) == """
                2018-2019-2/pupils_in_need_supported (Of these supported): does not count
                  condition is_supported = 1 does not hold: is_supported is 0
                    sloka/2018-2019-2/atbalsts.xml:6
                    help: what counts: Pupils with an identified risk who have at least one session \
                that counts in the semester, at any school.
                """)
    }

    @Test func `neither the code nor a name is in any output`() throws {
        let workplace = try `explain ADDRESS`.imported()
        for language in ["lv", "en"] {
            for format in ["text", "json"] {
                let outcome = try workplace.explainPupil(
                    on: 31, of: Self.consultations, "--format", format, "--language", language)
                let code = try workplace.text("code.txt").trimmingCharacters(
                    in: .whitespacesAndNewlines)
                let all = outcome.output + outcome.errors
                #expect(outcome.code == 0)
                #expect(!all.contains(code))
                #expect(all.firstMatch(of: /[0-9]{6}-?[0-9]{5}(?![0-9])/) == nil)
            }
        }
    }

    @Test func `a file that others can read is used with a warning`() throws {
        let workplace = try `explain ADDRESS`.imported()
        let outcome = try workplace.explainPupil(on: 12, of: Self.consultations, mode: 0o644)
        #expect(outcome.code == 0)
        #expect(
            outcome.errors
                == "pumpurs: warning: others can read 'code.txt'; give the right to its owner only "
                + "(chmod 600)\n")
    }

    @Test func `a file without a code is refused without a word of what it holds`() throws {
        let workplace = try `explain ADDRESS`.imported()
        try workplace.write("Anna Ozola 010203-12345\n", to: "code.txt")
        let outcome = try workplace.explain("--pupil-code", "code.txt")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors.hasSuffix(
                "pumpurs: 'code.txt' holds no personal code; it must hold eleven digits, with or "
                    + "without a hyphen behind the sixth, and nothing else\n"))
        #expect(!outcome.errors.contains("Ozola"))
    }

    @Test func `a pupil whom the store does not know leaves with code 65`() throws {
        let workplace = try `explain ADDRESS`.imported()
        try workplace.write("32999999999\n", to: "code.txt")
        let outcome = try workplace.explain("--pupil-code", "code.txt")
        #expect(outcome.code == 65)
        #expect(outcome.output == "")
    }

    /// What is said of one indicator.
    private static func block(_ indicator: String, in text: String) -> String? {
        text.split(separator: "\n\n").map(String.init)
            .first { $0.hasPrefix("2018-2019-2/\(indicator) ") }
            .map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
    }

    @Test func `does not wait for a pipe that nobody writes to`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        _ = try workplace.run("import", "--inbox", "inbox", "--state", "state")
        let outcome = try workplace.shell(
            "mkfifo -m 600 code && timeout 30 \"$PUMPURS\" explain --pupil-code code --semester 2018-2019-2 "
                + "--state state --language en")
        #expect(outcome.code != 0)
        #expect(outcome.code != 124)
    }
}

extension Workplace {
    /// Explains the first pupil named on a line of a file.
    fileprivate func explainPupil(
        on line: Int, of file: String, mode: Int = 0o600, _ more: String...
    ) throws -> Outcome {
        let text = String(decoding: try lines(file)[line - 1], as: UTF8.self)
        let code = try #require(text.firstMatch(of: /[0-9]{6}-[0-9]{5}/)?.output)
        try write("\(code)\n", to: "code.txt")
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: path("code.txt").path)
        return try run(
            list: [
                "explain", "--pupil-code", "code.txt", "--semester", "2018-2019-2", "--pipelines",
                "pipelines", "--state", "state", "--language", "en",
            ] + more)
    }
}
