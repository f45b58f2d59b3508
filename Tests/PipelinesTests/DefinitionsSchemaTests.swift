import Testing

struct `Schemas of sources` {
    @Test func `a schema that is no XSD is named with its line`() throws {
        let found = try faults(
            "schemas/upe.xsd", "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>",
            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n<xs:elemen/></xs:schema>")
        let expected = [
            """
            pipelines/schemas/upe.xsd:2: error: the schema cannot be used: Element \
            '{http://www.w3.org/2001/XMLSchema}schema': The content is not valid. Expected is \
            ((include | import | redefine | annotation)*, (((simpleType | complexType | group | \
            attributeGroup) | element | attribute | notation), annotation*)*). [DEF-054]
              help: correct the schema; it must be one file that includes no other
            """
        ]
        #expect(found == expected)
    }

    @Test func `a schema that asks for another file is refused before it is looked for`() throws {
        let found = try faults(
            "schemas/upe.xsd", "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>",
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:include schemaLocation="file:///dev/zero"/>
            </xs:schema>
            """)
        let expected = [
            """
            pipelines/schemas/upe.xsd:2: error: the schema cannot be used: 'include' asks for \
            another file; a schema is one file [DEF-054]
              help: correct the schema; it must be one file that includes no other
            """
        ]
        #expect(found == expected)
    }
}
