import Testing

struct `Sources of CSV files` {
    @Test func `a csv file is recognised by its columns`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "recognise: {columns: [Personas kods, Riski]}",
            "recognise: {file_name: \"*\"}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:33:16: error: the key 'columns' is missing [DEF-009]
              help: add 'columns: …'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a key that does not suit the field is refused`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "measure: {column: Pasākums}",
            "measure: {column: Pasākums, minutes_per_unit: 60}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:29:39: error: 'minutes_per_unit' does not apply to the \
            field 'measure' [DEF-038]
              help: 'minutes_per_unit' is for minutes only
            """
        ]
        #expect(found == expected)
    }

    @Test func `bounds do not apply to a date`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "date: {column: Datums}",
            "date: {column: Datums, at_most: 4}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:30:34: error: 'at_most' does not apply to the field \
            'date' [DEF-038]
              help: 'at_most' is for minutes and counts only
            """
        ]
        #expect(found == expected)
    }

    @Test func `only a semester is the semester of a date`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "measure: {column: Pasākums}",
            "measure: {semester_of: date}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:29:21: error: 'semester_of' does not apply to the field \
            'measure' [DEF-038]
              help: 'semester_of' is for semesters only
            """
        ]
        #expect(found == expected)
    }

    @Test func `required: false cannot relax the model`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "measure: {column: Pasākums}",
            "measure: {column: Pasākums, required: false}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:29:49: error: the model demands the field 'measure'; \
            'required: false' cannot relax that [DEF-039]
              help: remove 'required'
            """
        ]
        #expect(found == expected)
    }

    @Test func `an unpivoted field needs an unpivot`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "date: {column: Datums}",
            "date: {unpivoted: value}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:30:18: error: the field 'date' is 'unpivoted', but the \
            record has no 'unpivot' [DEF-040]
              help: give the record an 'unpivot: {columns: […]}'
            """
        ]
        #expect(found == expected)
    }

    @Test func `an unpivot needs a field that takes its name or value`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "subject: {unpivoted: name}, mark: {unpivoted: value}",
            "subject: {column: A}, mark: {column: B}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:44:18: error: the record has an 'unpivot', but no field \
            takes its name or its value [DEF-041]
              help: give a field 'unpivoted: name' or 'unpivoted: value'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a column is not unpivoted and mapped`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "mark: {unpivoted: value}",
            "mark: {column: Matemātika}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:44:29: error: the column 'Matemātika' is unpivoted and \
            is mapped to 'mark' [DEF-042]
              help: keep one of the two
            """
        ]
        #expect(found == expected)
    }

    @Test func `a column is unpivoted once`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "[Matemātika, Latviešu valoda]",
            "[Matemātika, Matemātika]")
        let expected = [
            """
            pipelines/sources/kapa.yaml:44:41: error: 'Matemātika' is given twice (columns); the \
            first is on line 44 [DEF-022]
              help: keep one of the two or change the code
            """
        ]
        #expect(found == expected)
    }

    @Test func `the column that marks the total row is not summed`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "sums: [Ilgums]",
            "sums: [Ilgums, Nr.]")
        let expected = [
            """
            pipelines/sources/kapa.yaml:21:57: error: the column 'Nr.' marks the total row and \
            is summed [DEF-042]
              help: keep one of the two
            """
        ]
        #expect(found == expected)
    }

    @Test func `a column that is summed is not split`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "measure: {column: Pasākums}",
            "measure: {column: Ilgums, split_by: \"+\"}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:29:47: error: the column 'Ilgums' is split and is summed \
            in the total row [DEF-042]
              help: keep one of the two
            """
        ]
        #expect(found == expected)
    }

    @Test func `a record is divided in one way`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "risk: {column: Riski, split_by: \",\"}",
            "risk: {column: Riski, split_by: \",\"}, measure: {column: Atbalsts, split_by: "
                + "\",\"}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:42:158: error: the record is divided in two ways ('risk' \
            and 'measure'), and nothing says what belongs to what [DEF-043]
              help: divide it in one way only, or make two records
            """
        ]
        #expect(found == expected)
    }

    @Test func `an unpivoted record is not split too`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "mark: {unpivoted: value}",
            "mark: {unpivoted: value, split_by: \",\"}")
        let expected = [
            """
            pipelines/sources/kapa.yaml:45:144: error: the record is divided in two ways ('mark' \
            and 'unpivot'), and nothing says what belongs to what [DEF-043]
              help: divide it in one way only, or make two records
            """
        ]
        #expect(found == expected)
    }

    @Test func `the semester is that of a mapped date`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "semester_of: date",
            "semester_of: dat")
        let expected = [
            """
            pipelines/sources/kapa.yaml:25:35: error: 'dat' is not a mapped date of the record \
            'session' [DEF-044]
              help: did you mean 'date'? mapped dates: date
            """
        ]
        #expect(found == expected)
    }
}
