import Testing

struct `Paths of XML files` {
    @Test func `a path does not lead above the root`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "path: ../@semestris",
            "path: ../../@semestris")
        let expected = [
            """
            pipelines/sources/upe.yaml:18:28: error: '../../@semestris' is not a path: it leads \
            above the root [DEF-046]
              help: paths look like datums, @pk, ../@pk, a/b/@c, .
            """
        ]
        #expect(found == expected)
    }

    @Test func `a path has no empty step`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "first_of: [p:klase,",
            "first_of: [p:klase//a,")
        let expected = [
            """
            pipelines/sources/upe.yaml:20:30: error: 'p:klase//a' is not a path: '' is not a \
            name [DEF-046]
              help: paths look like datums, @pk, ../@pk, a/b/@c, .
            """
        ]
        #expect(found == expected)
    }

    @Test func `a path ends in an element or an attribute`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "path: ../@semestris",
            "path: ..")
        let expected = [
            """
            pipelines/sources/upe.yaml:18:28: error: '..' is not a path: it ends in '..' [DEF-046]
              help: paths look like datums, @pk, ../@pk, a/b/@c, .
            """
        ]
        #expect(found == expected)
    }

    @Test func `a record of an xml file stands at an element`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "at: p:eksports/p:skolens\n",
            "at: \"p:eksports/@skolens\"\n")
        let expected = [
            """
            pipelines/sources/upe.yaml:13:13: error: 'p:eksports/@skolens' is not a path: 'at' \
            names elements from the root [DEF-046]
              help: paths look like p:eksports/p:skolens
            """
        ]
        #expect(found == expected)
    }

    @Test func `the root of a record is that by which the file is recognised`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "at: p:eksports/p:skolens\n",
            "at: eksports/p:skolens\n")
        let expected = [
            """
            pipelines/sources/upe.yaml:13:13: error: the path 'eksports/p:skolens' begins with \
            another root than that of 'recognise' ('{urn:upe:1}eksports') [DEF-047]
              help: let name and namespace agree in both places
            """
        ]
        #expect(found == expected)
    }

    @Test func `the root is a name without a prefix`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "root: eksports",
            "root: \"p:eksports\"")
        let expected = [
            """
            pipelines/sources/upe.yaml:6:23: error: 'p:eksports' is not a path: a name without a \
            prefix is needed [DEF-046]
              help: paths look like atbalsts
            """
        ]
        #expect(found == expected)
    }

    @Test func `a schema must be in the folder`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "schemas/upe.xsd",
            "schemas/upes.xsd")
        let expected = [
            """
            pipelines/sources/upe.yaml:11:15: error: the file 'schemas/upes.xsd' is missing \
            [DEF-018]
              help: add the file or correct its name
            """
        ]
        #expect(found == expected)
    }

    @Test func `a constant term is in its vocabulary`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "risk: {value: absences}",
            "risk: {value: absense}")
        let expected = [
            """
            pipelines/sources/upe.yaml:23:86: error: 'absense' does not fit the field 'risk', \
            which holds a term of the vocabulary 'risks' [DEF-051]
              help: did you mean 'absences'? correct the value
            """
        ]
        #expect(found == expected)
    }

    @Test func `a constant school exists`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "school: {value: upe}, plan_number",
            "school: {value: upee}, plan_number")
        let expected = [
            """
            pipelines/sources/upe.yaml:23:34: error: the municipality has no school 'upee' \
            [DEF-023]
              help: did you mean 'upe'? schools: kapa, upe
            """
        ]
        #expect(found == expected)
    }

    @Test func `an element above the record is not read`() throws {
        let found = try faults(
            "sources/upe.yaml",
            "path: ../@semestris",
            "path: ../semestris")
        let expected = [
            """
            pipelines/sources/upe.yaml:18:28: error: '../semestris' is not a path: outside the \
            record's element only attributes of its parents can be read [DEF-046]
              help: paths look like datums, @pk, ../@pk, a/b/@c, .
            """
        ]
        #expect(found == expected)
    }
}
