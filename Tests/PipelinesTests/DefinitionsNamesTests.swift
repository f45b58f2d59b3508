import Testing

struct `Names in definitions` {
    @Test func `an example is named once`() throws {
        let found = try faults(
            "sources/kapa.test.yaml",
            "    finds:\n",
            "    finds: []\n"
                + "  - name: a consultation becomes a session\n"
                + "    file: pupils\n"
                + "    input: \"\"\n"
                + "    finds:\n")
        let expected = [
            """
            pipelines/sources/kapa.test.yaml:11:11: error: 'a consultation becomes a session' is \
            given twice (name); the first is on line 3 [DEF-022]
              help: keep one of the two or change the code
            """
        ]
        #expect(found == expected)
    }

    @Test func `a spelling of the project number is given once`() throws {
        let found = try faults(
            "jurmala.yaml",
            "[8.3.4.0/16/I001]",
            "[8.3.4.0/16/I001, 8.3.4.0/16/I/001]")
        let expected = [
            """
            pipelines/jurmala.yaml:6:39: error: '8.3.4.0/16/I/001' is given twice \
            (accepted_numbers); the first is on line 5 [DEF-022]
              help: keep one of the two or change the code
            """
        ]
        #expect(found == expected)
    }

    @Test func `a source has the name of its file`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "source: kapa",
            "source: dune")
        let expected = [
            """
            pipelines/sources/kapa.yaml:2:9: error: 'dune' is not the name of the file, 'kapa' \
            [DEF-021]
              help: rename the file or write 'kapa'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a vocabulary has the name of its file`() throws {
        let found = try faults(
            "vocabularies/measures.yaml",
            "vocabulary: measures",
            "vocabulary: measure")
        let expected = [
            """
            pipelines/vocabularies/measures.yaml:2:13: error: 'measure' is not the name of the \
            file, 'measures' [DEF-021]
              help: rename the file or write 'measures'
            """
        ]
        #expect(found == expected)
    }

    @Test func `a school of the source must exist`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "school: kapa",
            "school: kappa")
        let expected = [
            """
            pipelines/sources/kapa.yaml:4:9: error: the municipality has no school 'kappa' \
            [DEF-023]
              help: did you mean 'kapa'? schools: kapa, upe
            """
        ]
        #expect(found == expected)
    }

    @Test func `a school that owes files must exist`() throws {
        let found = try faults(
            "jurmala.yaml",
            "school: upe",
            "school: upes")
        let expected = [
            """
            pipelines/jurmala.yaml:49:14: error: the municipality has no school 'upes' [DEF-023]
              help: did you mean 'upe'? schools: kapa, upe
            """
        ]
        #expect(found == expected)
    }

    @Test func `a semester of a target must be in the calendar`() throws {
        let found = try faults(
            "jurmala.yaml",
            "semester: 2018-2019-2, more_than",
            "semester: 2019-2020-2, more_than")
        let expected = [
            """
            pipelines/jurmala.yaml:46:41: error: the calendar has no semester '2019-2020-2' \
            [DEF-024]
              help: did you mean '2018-2019-2'? semesters: 2018-2019-1, 2018-2019-2
            """
        ]
        #expect(found == expected)
    }

    @Test func `a school owes only kinds of file that a source sends`() throws {
        let found = try faults(
            "jurmala.yaml",
            "[consultations, pupils]",
            "[consultation, pupils]")
        let expected = [
            """
            pipelines/jurmala.yaml:48:51: error: no source of 'kapa' sends files of the kind \
            'consultation' [DEF-025]
              help: did you mean 'consultations'? known: consultations, pupils, support
            """
        ]
        #expect(found == expected)
    }

    @Test func `an example names a kind of file of its source`() throws {
        let found = try faults(
            "sources/kapa.test.yaml",
            "file: consultations",
            "file: support")
        let expected = [
            """
            pipelines/sources/kapa.test.yaml:4:11: error: no source of 'kapa' sends files of the \
            kind 'support' [DEF-025]
              help: known: consultations, pupils
            """
        ]
        #expect(found == expected)
    }

    @Test func `a rule that a source sets must exist`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "REC-008: off",
            "REC-080: off")
        let expected = [
            """
            pipelines/sources/kapa.yaml:6:9: error: there is no rule 'REC-080' [DEF-026]
              help: did you mean 'REC-008'? 'pumpurs rules' lists the rules
            """
        ]
        #expect(found == expected)
    }

    @Test func `a rule that an example finds must exist`() throws {
        let found = try faults(
            "sources/kapa.test.yaml",
            "FLD-002",
            "FLD-020")
        let expected = [
            """
            pipelines/sources/kapa.test.yaml:11:16: error: there is no rule 'FLD-020' [DEF-026]
              help: did you mean 'FLD-002'? 'pumpurs rules' lists the rules
            """
        ]
        #expect(found == expected)
    }

    @Test func `a code is given once`() throws {
        let found = try faults(
            "jurmala.yaml",
            "code: upe",
            "code: kapa")
        let expected = [
            """
            pipelines/jurmala.yaml:26:11: error: 'kapa' is given twice (code); the first is on \
            line 18 [DEF-022]
              help: keep one of the two or change the code
            """,
            """
            pipelines/jurmala.yaml:49:14: error: the municipality has no school 'upe' [DEF-023]
              help: schools: kapa
            """,
            """
            pipelines/sources/upe.yaml:17:27: error: the municipality has no school 'upe' \
            [DEF-023]
              help: schools: kapa
            """,
            """
            pipelines/sources/upe.yaml:23:34: error: the municipality has no school 'upe' \
            [DEF-023]
              help: schools: kapa
            """,
        ]
        #expect(found == expected)
    }

    @Test func `a kind of file is given once`() throws {
        let found = try faults(
            "sources/kapa.yaml",
            "kind: pupils",
            "kind: consultations")
        let expected = [
            """
            pipelines/jurmala.yaml:48:66: error: no source of 'kapa' sends files of the kind \
            'pupils' [DEF-025]
              help: known: consultations, support
            """,
            """
            pipelines/sources/kapa.yaml:32:11: error: 'consultations' is given twice (kind); the \
            first is on line 8 [DEF-022]
              help: keep one of the two or change the code
            """,
        ]
        #expect(found == expected)
    }

    @Test func `a semester is given once`() throws {
        let found = try faults(
            "jurmala.yaml",
            "semester: 2018-2019-1\n",
            "semester: 2018-2019-2\n")
        let expected = [
            """
            pipelines/jurmala.yaml:37:15: error: '2018-2019-2' is given twice (semester); the \
            first is on line 31 [DEF-022]
              help: keep one of the two or change the code
            """
        ]
        #expect(found == expected)
    }

    @Test func `a school owes the files of a semester once`() throws {
        let found = try faults(
            "jurmala.yaml",
            "school: upe",
            "school: kapa")
        let expected = [
            """
            pipelines/jurmala.yaml:49:5: error: 'kapa 2018-2019-2' is given twice (deliveries); \
            the first is on line 48 [DEF-022]
              help: keep one of the two or change the code
            """
        ]
        #expect(found == expected)
    }

    @Test func `a role of a measure must be in the roles`() throws {
        let found = try faults(
            "vocabularies/measures.yaml",
            "role: psychologist",
            "role: psyhologist")
        let expected = [
            """
            pipelines/vocabularies/measures.yaml:4:152: error: the vocabulary 'roles' has no \
            'psyhologist' [DEF-027]
              help: did you mean 'psychologist'? codes: psychologist, teacher
            """
        ]
        #expect(found == expected)
    }

    @Test func `an alias stands for one term`() throws {
        let found = try faults(
            "vocabularies/measures.yaml",
            "[KA-PSI]",
            "[KA-PSI, Transports.]")
        let expected = [
            """
            pipelines/vocabularies/measures.yaml:5:26: error: 'transports' stands for \
            'counselling' (line 4) and for 'travel' [DEF-028]
              help: leave the spelling to one of the two
            """
        ]
        #expect(found == expected)
    }

    @Test func `an alias stands for one school at a time`() throws {
        let found = try faults(
            "jurmala.yaml",
            "name: Kāpas vsk.,",
            "name: upes  pamatskola.,")
        let expected = [
            """
            pipelines/jurmala.yaml:27:11: error: 'Upes pamatskola' stands for 'kapa' (line 24) \
            and for 'upe' [DEF-028]
              help: leave the spelling to one of the two
            """
        ]
        #expect(found == expected)
    }
}
