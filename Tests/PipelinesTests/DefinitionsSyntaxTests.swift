import Testing

struct `The syntax of definitions` {
    @Test func `a day that the calendar does not have is refused`() throws {
        let found = try faults(
            "jurmala.yaml",
            "starts_on: 2017-03-16",
            "starts_on: 2017-02-29")
        let expected = [
            """
            pipelines/jurmala.yaml:9:14: error: expected a day such as 2019-05-31, found \
            '2017-02-29' [DEF-011]
              help: write a day such as 2019-05-31
            """
        ]
        #expect(found == expected)
    }

    @Test func `a semester without its second year is refused`() throws {
        let found = try faults(
            "jurmala.yaml",
            "semester: 2018-2019-2, more_than",
            "semester: 2018-2, more_than")
        let expected = [
            """
            pipelines/jurmala.yaml:46:41: error: expected a semester such as 2018-2019-2, found \
            '2018-2' [DEF-011]
              help: write a semester such as 2018-2019-2
            """
        ]
        #expect(found == expected)
    }

    @Test func `a value that is not allowed names the value that was meant`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "encoding: windows-1257",
            "encoding: windows-1275")
        let expected = [
            """
            pipelines/sources/kapa.yaml:12:15: error: 'windows-1275' is not a value of \
            'encoding' [DEF-012]
              help: did you mean 'windows-1257'? allowed: utf-8, utf-16le, utf-16be, \
            windows-1257, iso-8859-13, iso-8859-4, cp775, mac-central-european, windows-1252, \
            iso-8859-1, iso-8859-15, mac-roman, cp850, windows-1250, iso-8859-2, cp852, \
            windows-1251, koi8-r, cp866, windows-1253, windows-1254, windows-1255, windows-1256
            """
        ]
        #expect(found == expected)
    }

    @Test func `a number out of range names the range`() throws {
        let found = try faults(
            "jurmala.yaml",
            "low_mark_below: 4",
            "low_mark_below: 11")
        let expected = [
            """
            pipelines/jurmala.yaml:13:17: error: the value 11 of 'low_mark_below' is out of \
            range [DEF-013]
              help: allowed: 2 to 10
            """
        ]
        #expect(found == expected)
    }

    @Test func `a code has lower-case letters only`() throws {
        let found = try faults(
            "jurmala.yaml",
            "municipality: jurmala",
            "municipality: Jūrmala")
        let expected = [
            """
            pipelines/jurmala.yaml:2:15: error: 'Jūrmala' is not a code [DEF-014]
              help: a code is words of lower-case letters (a–z) and digits, joined by - or _
            """
        ]
        #expect(found == expected)
    }

    @Test func `an empty list is refused`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "sums: [Ilgums]",
            "sums: []")
        let expected = [
            """
            pipelines/sources/kapa.yaml:21:48: error: 'sums' is empty [DEF-015]
              help: give at least one entry
            """
        ]
        #expect(found == expected)
    }

    @Test func `class levels run upwards`() throws {
        let found = try faults(
            "jurmala.yaml",
            "levels: {from: 5, to: 9}",
            "levels: {from: 9, to: 5}")
        let expected = [
            """
            pipelines/jurmala.yaml:29:13: error: 'from' (9) is more than 'to' (5) [DEF-016]
              help: correct one of the two
            """
        ]
        #expect(found == expected)
    }

    @Test func `a syntax error has its line and column`() throws {
        let found = try faults(
            "jurmala.yaml",
            "short_name: {lv: Upe, en: River}",
            "short_name: {lv: Upe, en: River")
        let expected = [
            """
            pipelines/jurmala.yaml:29:11: error: this is not YAML: did not find expected ',' or \
            '}', while parsing a flow mapping, from line 28 [DEF-005]
              help: check indentation and brackets; quote text that begins with @ * & ! % or \
            holds ': '
            """
        ]
        #expect(found == expected)
    }

    @Test func `text that begins with @ needs quotes`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "{path: \"@pk\"}",
            "{path: @pk}")
        let expected = [
            """
            pipelines/sources/upe.yaml:19:25: error: this is not YAML: found character that \
            cannot start any token, while scanning for the next token, from line 19 [DEF-005]
              help: check indentation and brackets; quote text that begins with @ * & ! % or \
            holds ': '
            """
        ]
        #expect(found == expected)
    }

    @Test func `an anchor is refused`() throws {
        let found = try faults(
            "jurmala.yaml",
            "short_name: {lv: Upe, en: River}",
            "short_name: &upe {lv: Upe, en: River}")
        let expected = [
            """
            pipelines/jurmala.yaml:28:17: error: '&upe' is an anchor or a tag of YAML, which \
            definitions do not use [DEF-006]
              help: write the value out; if text is meant, quote it
            """
        ]
        #expect(found == expected)
    }

    @Test func `a tag is refused`() throws {
        let found = try faults(
            "jurmala.yaml",
            "low_mark_below: 4",
            "low_mark_below: !!int 4")
        let expected = [
            """
            pipelines/jurmala.yaml:13:17: error: '!!int' is an anchor or a tag of YAML, which \
            definitions do not use [DEF-006]
              help: write the value out; if text is meant, quote it
            """
        ]
        #expect(found == expected)
    }

    @Test func `a file without a version is refused`() throws {
        let found = try faults(
            "jurmala.yaml",
            "version: 1\n",
            "")
        let expected = [
            """
            pipelines/jurmala.yaml:1:1: error: the file does not begin with 'version: 1': there \
            is no version [DEF-007]
              help: make 'version: 1' the first line
            """
        ]
        #expect(found == expected)
    }

    @Test func `a version that is not the first key is refused`() throws {
        let found = try faults(
            "jurmala.yaml",
            "version: 1\nmunicipality: jurmala\n",
            "municipality: jurmala\nversion: 1\n")
        let expected = [
            """
            pipelines/jurmala.yaml:2:1: error: the file does not begin with 'version: 1': the \
            version stands after 'municipality' [DEF-007]
              help: make 'version: 1' the first line
            """
        ]
        #expect(found == expected)
    }

    @Test func `another version is refused`() throws {
        let found = try faults(
            "jurmala.yaml",
            "version: 1\n",
            "version: 2\n")
        let expected = [
            """
            pipelines/jurmala.yaml:1:10: error: the file does not begin with 'version: 1': the \
            version is '2' [DEF-007]
              help: make 'version: 1' the first line
            """
        ]
        #expect(found == expected)
    }
}
