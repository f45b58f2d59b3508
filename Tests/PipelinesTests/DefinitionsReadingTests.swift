import Testing

struct `Reading definitions` {
    @Test func `a key given three times is found twice`() throws {
        let found = try faults(
            "jurmala.yaml",
            "low_mark_below: 4",
            "low_mark_below: 4\nlow_mark_below: 5\nlow_mark_below: 6")
        let expected = [
            """
            pipelines/jurmala.yaml:14:1: error: the key 'low_mark_below' is given twice; the \
            first is on line 13 [DEF-010]
              help: keep one of the two
            """,
            """
            pipelines/jurmala.yaml:15:1: error: the key 'low_mark_below' is given twice; the \
            first is on line 13 [DEF-010]
              help: keep one of the two
            """,
        ]
        #expect(found == expected)
    }

    @Test func `a file holds one document`() throws {
        let found = try faults(
            "jurmala.yaml",
            "low_mark_below: 4",
            "---\nlow_mark_below: 4")
        let expected = [
            """
            pipelines/jurmala.yaml:13:1: error: this is not YAML: expected a single document in \
            the stream but found another document [DEF-005]
              help: check indentation and brackets; quote text that begins with @ * & ! % or \
            holds ': '
            """
        ]
        #expect(found == expected)
    }

    @Test func `a key is text`() throws {
        let found = try faults(
            "jurmala.yaml",
            "low_mark_below: 4",
            "low_mark_below: 4\n[a]: 5")
        let expected = [
            """
            pipelines/jurmala.yaml:14:1: error: expected a key, found a list [DEF-011]
              help: write a key
            """
        ]
        #expect(found == expected)
    }

    @Test func `an unquoted star is explained`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "\"*konsultacijas*\"",
            "*konsultacijas*")
        let expected = [
            """
            pipelines/sources/kapa.yaml:11:32: error: this is not YAML: did not find expected \
            alphabetic or numeric character, while scanning an alias, from line 11 [DEF-005]
              help: check indentation and brackets; quote text that begins with @ * & ! % or \
            holds ': '
            """
        ]
        #expect(found == expected)
    }

    @Test func `an unknown key names the key that was meant`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "format: csv\n    csv:\n",
            "formt: csv\n    csv:\n")
        let expected = [
            """
            pipelines/sources/kapa.yaml:13:5: error: the key 'formt' is not known here [DEF-008]
              help: did you mean 'format'? allowed: kind, recognise, encoding, adapt, format, csv, \
            xlsx, xml, decimal_mark, total_row, records
            """
        ]
        #expect(found == expected)
    }

    @Test func `an unknown key without a likeness lists the keys allowed`() throws {
        let found = try faults(
            "sources/kapa.test.yaml",
            "    finds:",
            "    remarks: none\n    finds:")
        let expected = [
            """
            pipelines/sources/kapa.test.yaml:10:5: error: the key 'remarks' is not known here \
            [DEF-008]
              help: allowed: name, file, input, gives, finds
            """
        ]
        #expect(found == expected)
    }

    @Test func `a missing key is named at its mapping`() throws {
        let found = try faults(
            "jurmala.yaml",
            "low_mark_below: 4\n",
            "")
        let expected = [
            """
            pipelines/jurmala.yaml:1:1: error: the key 'low_mark_below' is missing [DEF-009]
              help: add 'low_mark_below: …'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a key given twice is found where it stands the second time`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "          date: {column: Datums}\n",
            "          date: {column: Datums}\n          pupil: {column: Cits}\n")
        let expected = [
            """
            pipelines/sources/kapa.yaml:31:11: error: the key 'pupil' is given twice; the first \
            is on line 27 [DEF-010]
              help: keep one of the two
            """
        ]
        #expect(found == expected)
    }

    @Test func `a key given twice in one line is found where it stands the second time`() throws {
        let found = try faults(
            "jurmala.yaml",
            "levels: {from: 5, to: 8}}",
            "levels: {from: 5, \"from\": 6, to: 8}}")
        let expected = [
            """
            pipelines/jurmala.yaml:15:77: error: the key 'from' is given twice; the first is on \
            line 15 [DEF-010]
              help: keep one of the two
            """
        ]
        #expect(found == expected)
    }

    @Test func `a mapping in the place of text is a wrong type`() throws {
        let found = try faults(
            "jurmala.yaml",
            "short_name: PuMPuRS",
            "short_name: {lv: PuMPuRS}")
        let expected = [
            """
            pipelines/jurmala.yaml:8:15: error: expected text, found a mapping [DEF-011]
              help: write text
            """
        ]
        #expect(found == expected)
    }

    @Test func `text in the place of a list is a wrong type`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "columns: [Plāna numurs, Pedagogs, Ilgums]",
            "columns: Ilgums")
        let expected = [
            """
            pipelines/sources/kapa.yaml:10:16: error: expected a list, found 'Ilgums' [DEF-011]
              help: write a list
            """
        ]
        #expect(found == expected)
    }

    @Test func `an empty value is a wrong type`() throws {
        let found = try faults(
            "jurmala.yaml",
            "short_name: PuMPuRS",
            "short_name:")
        let expected = [
            """
            pipelines/jurmala.yaml:8:14: error: expected text, found nothing [DEF-011]
              help: write text
            """
        ]
        #expect(found == expected)
    }

    @Test func `a number with a leading zero is not a whole number`() throws {
        let found = try faults(
            "jurmala.yaml",
            "low_mark_below: 4",
            "low_mark_below: 04")
        let expected = [
            """
            pipelines/jurmala.yaml:13:17: error: expected a whole number, found '04' [DEF-011]
              help: write a whole number
            """
        ]
        #expect(found == expected)
    }

    @Test func `no is text and not a boolean`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "required: true",
            "required: no")
        let expected = [
            """
            pipelines/sources/kapa.yaml:26:57: error: expected true or false, found 'no' [DEF-011]
              help: write true or false
            """
        ]
        #expect(found == expected)
    }
}
