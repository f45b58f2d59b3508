import Testing

@testable import Pipelines

struct `Many faults at once` {
    @Test func `five mistakes in five files are all named`() throws {
        let folder = try DefinitionsFolder()
        try folder.replace("code: upe", with: "code: Upe", in: "jurmala.yaml")
        try folder.replace("unit: euro", with: "unit: eiro", in: "vocabularies/measures.yaml")
        try folder.replace("rule: FLD-002", with: "rule: FLD-02", in: "sources/kapa.test.yaml")
        try folder.replace("minutes: {", with: "minuts: {", in: "sources/kapa.yaml")
        try folder.replace("schemas/upe.xsd", with: "upe.xsd", in: "sources/upe.yaml")
        let expected = [
            """
            pipelines/jurmala.yaml:26:11: error: 'Upe' is not a code [DEF-014]
              help: a code is words of lower-case letters (a–z) and digits, joined by - or _
            """,
            """
            pipelines/sources/kapa.test.yaml:11:16: error: there is no rule 'FLD-02' [DEF-026]
              help: did you mean 'FLD-002'? 'pumpurs rules' lists the rules
            """,
            """
            pipelines/sources/kapa.yaml:31:11: error: the record 'session' has no field 'minuts' \
            [DEF-034]
              help: did you mean 'minutes'? fields: school, semester, plan_number, pupil, class, \
            teacher, role, measure, subject, date, minutes, mode, confirmed_on, mark_before, mark_after, \
            order_number
            """,
            """
            pipelines/sources/upe.yaml:11:15: error: the file 'upe.xsd' is missing [DEF-018]
              help: add the file or correct its name
            """,
            """
            pipelines/vocabularies/measures.yaml:5:62: error: 'eiro' is not a value of 'unit' \
            [DEF-012]
              help: did you mean 'euro'? allowed: minutes, euro
            """,
        ]
        #expect(folder.faults() == expected)
    }

    @Test func `nothing is loaded when anything is wrong`() throws {
        let folder = try DefinitionsFolder()
        try folder.replace("rule: FLD-002", with: "rule: FLD-02", in: "sources/kapa.test.yaml")
        #expect(folder.load().0 == nil)
    }

    @Test func `a calendar that cannot be read is not held against the deliveries`() throws {
        let found = try faults("jurmala.yaml", "semester: 2018-2019-2\n", "semester: 2019-2\n")
        let expected = [
            """
            pipelines/jurmala.yaml:37:15: error: expected a semester such as 2018-2019-2, found \
            '2019-2' [DEF-011]
              help: write a semester such as 2018-2019-2
            """
        ]
        #expect(found == expected)
    }

    @Test func `a source that is not YAML is not held against the deliveries`() throws {
        let found = try faults("sources/upe.yaml", "files:", "files: [")
        #expect(found.count == 1)
    }

    @Test func `a vocabulary that cannot be read is not held against its users`() throws {
        let found = try faults(
            "vocabularies/roles.yaml", "code: psychologist", "code: Psychologist")
        let expected = [
            """
            pipelines/vocabularies/roles.yaml:4:12: error: 'Psychologist' is not a code [DEF-014]
              help: a code is words of lower-case letters (a–z) and digits, joined by _
            """
        ]
        #expect(found == expected)
    }
}
