import CLibXML2
import Foundation
import Testing

@Suite struct SchemaTests {
    @Test(arguments: ["2018-2019-1", "2018-2019-2", "2019-2020-1"])
    func `the document of a semester obeys the schema`(semester: String) throws {
        let schema = Repository.root.appending(path: "pipelines/schemas/sloka.xsd")
        let document = Repository.samples.appending(path: "sloka/\(semester)/atbalsts.xml")
        #expect(try Self.faults(in: document, against: schema) == 0)
    }

    @Test func `the schema refuses an element that it does not know`() throws {
        let schema = Repository.root.appending(path: "pipelines/schemas/sloka.xsd")
        let document = FileManager.default.temporaryDirectory
            .appending(path: "\(UUID().uuidString).xml")
        defer { try? FileManager.default.removeItem(at: document) }
        let text = """
            <atbalsts xmlns="urn:pumpurs:sloka:1" iestade="Slokas pamatskola" semestris="2018-2019-2">
              <skolnieks/>
            </atbalsts>
            """
        try Data(text.utf8).write(to: document)
        #expect(try Self.faults(in: document, against: schema) != 0)
    }

    /// Returns what libxml2's validator returns: 0 for a valid document.
    private static func faults(in document: URL, against schema: URL) throws -> Int32 {
        let parser = try #require(xmlSchemaNewParserCtxt(schema.path()))
        defer { xmlSchemaFreeParserCtxt(parser) }
        let rules = try #require(xmlSchemaParse(parser))
        defer { xmlSchemaFree(rules) }
        let validator = try #require(xmlSchemaNewValidCtxt(rules))
        defer { xmlSchemaFreeValidCtxt(validator) }
        xmlSchemaSetValidErrors(validator, nil, nil, nil)
        let options = Int32(XML_PARSE_NONET.rawValue)
        let tree = try #require(xmlReadFile(document.path(), nil, options))
        defer { xmlFreeDoc(tree) }
        return xmlSchemaValidateDoc(validator, tree)
    }
}
