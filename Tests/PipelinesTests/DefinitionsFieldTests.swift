import Testing

struct `Fields of sources` {
    @Test func `a column that recognises a file is named once`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "columns: [Personas kods, Riski]",
            "columns: [Riski, Riski]")
        let expected = [
            """
            pipelines/sources/kapa.yaml:33:34: error: 'Riski' is given twice (columns); the \
            first is on line 33 [DEF-022]
              help: keep one of the two or change the code
            """
        ]
        #expect(found == expected)
    }

    @Test func `a separator is not empty`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "split_by: \",\"",
            "split_by: \"\"")
        let expected = [
            """
            pipelines/sources/kapa.yaml:42:114: error: expected text, found '' [DEF-011]
              help: write text
            """
        ]
        #expect(found == expected)
    }

    @Test func `a constant number is a whole number`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "minutes: {column: Ilgums, minutes_per_unit: 60, at_least: 1, at_most: 480}",
            "minutes: {value: divas}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:31:28: error: 'divas' does not fit the field 'minutes', \
            which holds a whole number [DEF-051]
              help: correct the value
            """
        ]
        #expect(found == expected)
    }

    @Test func `a constant day is a day`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "date: {column: Datums}",
            "date: {value: 11.02.2019}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:30:25: error: '11.02.2019' does not fit the field \
            'date', which holds a day such as 2019-05-31 [DEF-051]
              help: correct the value
            """
        ]
        #expect(found == expected)
    }

    @Test func `a quote is one character or none`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "quote: '\"'",
            "quote: a")
        let expected = [
            """
            pipelines/sources/kapa.yaml:16:14: error: 'a' is not a character that 'quote' can be \
            [DEF-049]
              help: write one ASCII punctuation character or 'none'
            """
        ]
        #expect(found == expected)
    }

    @Test func `the severity of a rule is one of four`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "REC-008: off",
            "REC-008: of")
        let expected = [
            """
            pipelines/sources/kapa.yaml:6:18: error: 'of' is not a value of 'REC-008' [DEF-012]
              help: did you mean 'off'? allowed: off, note, warning, error
            """
        ]
        #expect(found == expected)
    }

    @Test func `an unknown record names the record that was meant`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "record: session",
            "record: sesion")
        let expected = [
            """
            pipelines/sources/kapa.yaml:23:17: error: 'sesion' is not a value of 'record' \
            [DEF-012]
              help: did you mean 'session'? allowed: pupil, enrolment, staff_member, plan, \
            plan_risk, plan_measure, plan_result, session, mark, absence, feedback, need, \
            sensitive_answers
            """
        ]
        #expect(found == expected)
    }

    @Test func `an unknown field names the field that was meant`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "          pupil: {column: Personas kods}\n          teacher",
            "          pupl: {column: Personas kods}\n          teacher")
        let expected = [
            """
            pipelines/sources/kapa.yaml:27:11: error: the record 'session' has no field 'pupl' \
            [DEF-034]
              help: did you mean 'pupil'? fields: school, semester, plan_number, pupil, class, \
            teacher, role, measure, subject, date, minutes, mode, confirmed_on, mark_before, \
            mark_after, order_number
            """
        ]
        #expect(found == expected)
    }

    @Test func `a field that the model demands must be mapped`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "          measure: {column: Pasākums}\n",
            "")
        let expected = [
            """
            pipelines/sources/kapa.yaml:25:11: error: the record 'session' needs the field \
            'measure', which is not mapped [DEF-035]
              help: say where 'measure' comes from
            """
        ]
        #expect(found == expected)
    }

    @Test func `a field has one origin`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "date: {column: Datums}",
            "date: {column: Datums, value: 2019-02-11}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:30:17: error: the field 'date' must have one origin, but \
            has 2: column, value [DEF-036]
              help: give one of: column, path, first_of, value, semester_of, unpivoted
            """
        ]
        #expect(found == expected)
    }

    @Test func `a field without an origin is refused`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "date: {column: Datums}",
            "date: {required: true}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:30:17: error: the field 'date' must have one origin, but \
            has none [DEF-036]
              help: give one of: column, path, first_of, value, semester_of, unpivoted
            """
        ]
        #expect(found == expected)
    }

    @Test func `a path does not apply to csv`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "measure: {column: Pasākums}",
            "measure: {path: pasakums}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:29:21: error: 'path' does not apply to a file whose \
            format is csv [DEF-037]
              help: remove 'path' and use 'column'
            """
        ]
        #expect(found == expected)
    }

    @Test func `several paths do not apply to csv`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "measure: {column: Pasākums}",
            "measure: {first_of: [a, b]}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:29:21: error: 'first_of' does not apply to a file whose \
            format is csv [DEF-037]
              help: remove 'first_of' and use 'column'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a record of a csv file has no place`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "- record: session",
            "- at: a/b\n        record: session")
        let expected = [
            """
            pipelines/sources/kapa.yaml:23:9: error: 'at' does not apply to a file whose format \
            is csv [DEF-037]
              help: remove 'at'
            """
        ]
        #expect(found == expected)
    }
}
