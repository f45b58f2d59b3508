import Testing

struct `Sources of XML files` {
    @Test func `a namespace has a prefix that is a name`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "{p: urn:upe:1}",
            "{p: urn:upe:1, \"1\": urn:b}")
        let expected = [
            """
            pipelines/sources/upe.yaml:10:34: error: '1' is not a path: '1' is not a name \
            [DEF-046]
              help: paths look like p
            """
        ]
        #expect(found == expected)
    }

    @Test func `every prefix of a path must be declared`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "at: p:eksports/p:skolens/p:plans",
            "at: p:eksports/q:skolens/r:plans")
        let expected = [
            """
            pipelines/sources/upe.yaml:21:13: error: the prefix 'q' of the path \
            'p:eksports/q:skolens/r:plans' is not declared [DEF-045]
              help: did you mean 'p'? declare it under 'xml: {namespaces: …}'
            """,
            """
            pipelines/sources/upe.yaml:21:13: error: the prefix 'r' of the path \
            'p:eksports/q:skolens/r:plans' is not declared [DEF-045]
              help: did you mean 'p'? declare it under 'xml: {namespaces: …}'
            """,
        ]
        #expect(found == expected)
    }

    @Test func `the school must be mapped when the source has none`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "          school: {value: upe}\n",
            "")
        let expected = [
            """
            pipelines/sources/upe.yaml:17:11: error: the record 'enrolment' needs the field \
            'school', which is not mapped [DEF-035]
              help: say where 'school' comes from
            """
        ]
        #expect(found == expected)
    }

    @Test func `a column does not apply to xml`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "pupil: {path: \"@pk\"}",
            "pupil: {column: pk}")
        let expected = [
            """
            pipelines/sources/upe.yaml:19:19: error: 'column' does not apply to a file whose \
            format is xml [DEF-037]
              help: remove 'column' and use 'path'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a record of an xml file needs a place`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "      - at: p:eksports/p:skolens\n        record: enrolment\n",
            "      - record: enrolment\n")
        let expected = [
            """
            pipelines/sources/upe.yaml:13:9: error: the key 'at' is missing [DEF-009]
              help: add 'at: …'
            """
        ]
        #expect(found == expected)
    }

    @Test func `an xml file is recognised by its root`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "recognise: {root: eksports, namespace: urn:upe:1}",
            "recognise: {columns: [a]}")
        let expected = [
            """
            pipelines/sources/upe.yaml:6:16: error: the key 'root' is missing [DEF-009]
              help: add 'root: …'
            """,
            """
            pipelines/sources/upe.yaml:6:17: error: 'columns' does not apply to a file whose \
            format is xml [DEF-037]
              help: remove 'columns'
            """,
        ]
        #expect(found == expected)
    }

    @Test func `a total row does not apply to xml`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "    records:",
            "    total_row: {column: a, text: b, sums: [c]}\n    records:")
        let expected = [
            """
            pipelines/sources/upe.yaml:12:16: error: 'total_row' does not apply to a file whose \
            format is xml [DEF-037]
              help: remove 'total_row'
            """
        ]
        #expect(found == expected)
    }

    @Test func `an unpivot does not apply to xml`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "        record: plan_risk",
            "        record: plan_risk\n        unpivot: {columns: [a]}")
        let expected = [
            """
            pipelines/sources/upe.yaml:23:18: error: 'unpivot' does not apply to a file whose \
            format is xml [DEF-037]
              help: remove 'unpivot'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a constant is not split`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "risk: {value: absences}",
            "risk: {value: absences, split_by: \",\"}")
        let expected = [
            """
            pipelines/sources/upe.yaml:23:96: error: 'split_by' does not apply to the field \
            'risk' [DEF-038]
              help: 'split_by' is for text of a cell or an element only
            """
        ]
        #expect(found == expected)
    }

    @Test func `a prefix must be declared`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "when_present: p:klase",
            "when_present: q:klase")
        let expected = [
            """
            pipelines/sources/upe.yaml:15:23: error: the prefix 'q' of the path 'q:klase' is not \
            declared [DEF-045]
              help: did you mean 'p'? declare it under 'xml: {namespaces: …}'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a path does not begin with a slash`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "path: ../@semestris",
            "path: /@semestris")
        let expected = [
            """
            pipelines/sources/upe.yaml:18:28: error: '/@semestris' is not a path: it begins with \
            '/' [DEF-046]
              help: paths look like datums, @pk, ../@pk, a/b/@c, .
            """
        ]
        #expect(found == expected)
    }
}
