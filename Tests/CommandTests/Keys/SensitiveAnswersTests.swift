import Foundation
import Testing

@Suite struct `Answers to the questions that the law protects most` {
    private static let source = """
        version: 1
        source: atbildes
        name: {lv: Vaivaru pamatskolas atbildes, en: answers of Vaivari Primary School}
        school: vaivari
        check_digit: synthetic
        files:
          - kind: answers
            recognise: {columns: [Kods, Minoritāte, Invaliditāte, Apliecinājums]}
            encoding: utf-8
            format: csv
            csv: {delimiter: ";"}
            records:
              - record: sensitive_answers
                legal_basis: {lv: Regulas 1304/2013 I pielikums, en: Annex I of Regulation 1304/2013}
                fields:
                  pupil: {column: Kods}
                  foreign_minority: {column: Minoritāte}
                  disability: {column: Invaliditāte}
                  other_disadvantaged: {column: Cits}
                  evidence_reference: {column: Apliecinājums}

        """
    private static let header = "Kods;Minoritāte;Invaliditāte;Cits;Apliecinājums;Piezīmes"
    private static let file = "inbox/vaivari/atbildes.csv"
    private static let reference = "Protokols 12-3/577"

    private static let rows = [
        "\(PeopleInbox.code("0101070001"));jā;nē;Atteicās;\(reference);neskarts",
        "\(PeopleInbox.code("0101070002"));nē;nav vākts;;Protokols 12-3/578;",
        "\(PeopleInbox.code("0101070003"));varbūt;nē;nē;Protokols 12-3/579;",
        "\(PeopleInbox.code("0101070004"));nē;nē;nē;Anna Bērziņa 2;",
        "\(PeopleInbox.code("0101070005"));nē;nē;nē;010107-20005;",
    ]

    private func prepared(source: String = source) throws -> Workplace {
        let workplace = try Workplace()
        try workplace.copyDefinitions()
        try workplace.write(source, to: "pipelines/sources/atbildes.yaml")
        try write(Self.rows, workplace)
        return workplace
    }

    private func write(_ rows: [String], _ workplace: borrowing Workplace) throws {
        try workplace.write(
            ([Self.header] + rows).joined(separator: "\r\n") + "\r\n", to: Self.file)
    }

    private func load(_ workplace: borrowing Workplace) throws -> Workplace.Outcome {
        try workplace.run("import", "--inbox", "inbox", "--language", "en")
    }

    private func count(_ workplace: borrowing Workplace) throws -> String {
        try workplace.shell(
            """
            python3 -c "import sqlite3
            print(sqlite3.connect('state/vault.sqlite').execute(
                'SELECT COUNT(*), MIN(delivery) FROM sensitiveAnswers').fetchone())"
            """
        ).output
    }

    @Test func `are refused without a legal basis`() throws {
        let workplace = try prepared(
            source: Self.source.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.contains("legal_basis") }.joined(separator: "\n"))
        let outcome = try workplace.run("lint", "--language", "en")
        #expect(outcome.code == 78)
        #expect(
            (outcome.output + outcome.errors).contains(
                "error: the record 'sensitive_answers' has no legal basis"))
        #expect((outcome.output + outcome.errors).contains("[DEF-058]"))
    }

    @Test func `are mapped by no source of the samples`() throws {
        let workplace = try Preparation.reported.copy()
        #expect(try count(workplace) == "(0, None)\n")
    }

    @Test func `are conserved, and what is no answer or reference is held back`() throws {
        let workplace = try prepared()
        #expect(try load(workplace).code == 3)
        let list = try workplace.run("quarantine", "list", "--language", "en").output
        #expect(list.contains("FLD-002") && list.contains("FLD-019"))
        let counts = try workplace.shell(
            """
            python3 -c "import sqlite3
            print(sqlite3.connect('state/pumpurs.sqlite').execute('SELECT recordsRead, recordsLoaded, '
                'recordsHeldBack, recordsIgnored FROM delivery').fetchone())"
            """)
        #expect(counts.output == "(5, 2, 3, 0)\n")
        #expect(try count(workplace) == "(2, 1)\n")
    }

    @Test func `stand in no byte of the store, a log or a message in any encoding`() throws {
        let workplace = try prepared()
        let outcome = try load(workplace)
        var files = try workplace.files(in: "state")
        files["messages"] = Array(
            (outcome.output + outcome.errors
                + (try workplace.run("quarantine", "list", "--language", "en").output)).utf8)
        #expect(files.count > 4)
        // As the rows spell them: a message may list in lower case the words that are allowed.
        for secret in [Self.reference, "Atteicās", "varbūt", "Anna", "neskarts"] {
            for encoding in [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian] {
                let bytes = try #require(secret.data(using: encoding))
                for (name, content) in files {
                    #expect(Data(content).range(of: bytes) == nil, "\(secret) in \(name)")
                }
            }
        }
    }

    @Test func `of a delivery that another took the place of go`() throws {
        let workplace = try prepared()
        _ = try load(workplace)
        try write(Array(Self.rows.prefix(1)), workplace)
        _ = try load(workplace)
        #expect(try count(workplace) == "(1, 2)\n")
    }

    @Test func `are sealed under the new key when it is changed`() throws {
        let workplace = try prepared()
        _ = try load(workplace)
        #expect(try workplace.run("keys", "rotate").code == 0)
        let check = try workplace.run("keys", "check", "--language", "en")
        #expect(check.output.contains("entries of the vault: 7; that do not open: 0"))
        #expect(try count(workplace) == "(2, 1)\n")
    }

    @Test func `are read by worked examples as an import reads them`() throws {
        let workplace = try prepared()
        let code = PeopleInbox.code("0101070001")
        try workplace.write(
            """
            version: 1
            examples:
              - name: refused
                file: answers
                input: |
                  \(Self.header)
                  \(code);jā;atteicās;nav vākts;\(Self.reference);
                gives:
                  - {record: sensitive_answers, pupil: "\(code.filter(\.isNumber))",
                     foreign_minority: "yes", disability: refused,
                     other_disadvantaged: not_collected, evidence_reference: \(Self.reference)}

            """, to: "pipelines/sources/atbildes.test.yaml")
        let outcome = try workplace.run("test")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("23 passed, 0 failed"))
    }
}
