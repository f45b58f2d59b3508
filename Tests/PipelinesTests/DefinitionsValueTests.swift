import Testing

struct `Values of sources` {
    @Test func `delimiter and quote differ`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "quote: '\"'",
            "quote: ';'")
        let expected = [
            """
            pipelines/sources/kapa.yaml:16:14: error: delimiter and quote are the same \
            character: ';' [DEF-048]
              help: change one of the two
            """
        ]
        #expect(found == expected)
    }

    @Test func `a delimiter is one character`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "delimiter: \";\"",
            "delimiter: \";;\"")
        let expected = [
            """
            pipelines/sources/kapa.yaml:15:18: error: ';;' is not a character that 'delimiter' \
            can be [DEF-049]
              help: write one ASCII punctuation character or 'tab'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a pattern is a regular expression`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "'JV-\\d+'",
            "'JV-(\\d+'")
        let expected = [
            """
            pipelines/sources/kapa.yaml:26:72: error: 'JV-(\\d+' is not a regular expression \
            [DEF-050]
              help: check brackets and backslashes; put the expression in single quotes
            """
        ]
        #expect(found == expected)
    }

    @Test func `the smallest number is not above the largest`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "at_least: 1",
            "at_least: 481")
        let expected = [
            """
            pipelines/sources/kapa.yaml:31:69: error: 'at_least' (481) is more than 'at_most' \
            (480) [DEF-016]
              help: correct one of the two
            """
        ]
        #expect(found == expected)
    }

    @Test func `a constant semester is a semester`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "{value: 2018-2019-2}",
            "{value: pavasaris}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:42:36: error: 'pavasaris' does not fit the field \
            'semester', which holds a semester such as 2018-2019-2 [DEF-051]
              help: correct the value
            """
        ]
        #expect(found == expected)
    }

    @Test func `a file is read in a known format only`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "csv: {delimiter: tab, quote: none}",
            "xml: {}\n    csv: {delimiter: tab, quote: none}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:36:5: error: 'xml' does not apply to a file whose format \
            is csv [DEF-037]
              help: remove 'xml'
            """
        ]
        #expect(found == expected)
    }

    @Test func `an example gives known fields only`() throws {
        let found = try faults(
            "sources/kapa.test.yaml",
            "minutes: 40",
            "minute: 40")
        let expected = [
            """
            pipelines/sources/kapa.test.yaml:9:65: error: the record 'session' has no field \
            'minute' [DEF-034]
              help: did you mean 'minutes'? fields: school, semester, plan_number, pupil, class, \
            teacher, role, measure, subject, date, minutes, mode, confirmed_on, mark_before, \
            mark_after, order_number
            """
        ]
        #expect(found == expected)
    }
}
