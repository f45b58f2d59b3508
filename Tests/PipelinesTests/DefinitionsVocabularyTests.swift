import Testing

struct `Vocabularies` {
    @Test func `a measure needs a unit`() throws {
        let found = try faults(
            "vocabularies/measures.yaml",
            ", unit: euro",
            "")
        let expected = [
            """
            pipelines/vocabularies/measures.yaml:5:5: error: the key 'unit' is missing [DEF-009]
              help: add 'unit: …'
            """
        ]
        #expect(found == expected)
    }

    @Test func `the unit of a measure is minutes or euro`() throws {
        let found = try faults(
            "vocabularies/measures.yaml",
            "unit: euro",
            "unit: eiro")
        let expected = [
            """
            pipelines/vocabularies/measures.yaml:5:62: error: 'eiro' is not a value of 'unit' \
            [DEF-012]
              help: did you mean 'euro'? allowed: minutes, euro
            """
        ]
        #expect(found == expected)
    }

    @Test func `a key of another vocabulary is not known`() throws {
        let found = try faults(
            "vocabularies/measures.yaml",
            "unit: euro",
            "unit: euro, counts: true")
        let expected = [
            """
            pipelines/vocabularies/measures.yaml:5:68: error: the key 'counts' is not known here \
            [DEF-008]
              help: allowed: code, name, aliases, valid_from, valid_until, role, unit
            """
        ]
        #expect(found == expected)
    }

    @Test func `a mark is one of the marks`() throws {
        let found = try faults(
            "vocabularies/marks.yaml",
            "code: 10",
            "code: 11")
        let expected = [
            """
            pipelines/vocabularies/marks.yaml:4:12: error: '11' is not a value of 'code' [DEF-012]
              help: did you mean '1'? allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, nv, i, ni
            """
        ]
        #expect(found == expected)
    }

    @Test func `one risk at most says that there is none`() throws {
        let found = try faults(
            "vocabularies/risks.yaml",
            "en: absences}}",
            "en: absences}, absent: true}")
        let expected = [
            """
            pipelines/vocabularies/risks.yaml:5:62: error: 'absent: true' is given twice \
            (absent); the first is on line 4 [DEF-022]
              help: keep one of the two or change the code
            """
        ]
        #expect(found == expected)
    }

    @Test func `a term is valid from a day before it ends`() throws {
        let found = try faults(
            "vocabularies/measures.yaml",
            "valid_from: 2017-03-16",
            "valid_from: 2023-03-16")
        let expected = [
            """
            pipelines/vocabularies/measures.yaml:4:134: error: 'valid_until' (2022-12-31) lies \
            before 'valid_from' (2023-03-16) [DEF-029]
              help: correct one of the days
            """
        ]
        #expect(found == expected)
    }
}
