import Diagnostics
import Testing

@testable import Extraction

struct XMLSchemaTests {
    /// A farm: animals with a name and a tag, then feed.
    private static let farm = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:f" xmlns="urn:f"
            elementFormDefault="qualified">
          <xs:element name="farm">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="animal" minOccurs="0" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="name" type="xs:string"/>
                      <xs:element name="born" type="xs:date" minOccurs="0"/>
                      <xs:element name="legs" minOccurs="0">
                        <xs:simpleType>
                          <xs:restriction base="xs:int"><xs:maxInclusive value="4"/></xs:restriction>
                        </xs:simpleType>
                      </xs:element>
                    </xs:sequence>
                    <xs:attribute name="tag" use="required">
                      <xs:simpleType>
                        <xs:restriction base="xs:string"><xs:pattern value="[a-z&amp;]+"/></xs:restriction>
                      </xs:simpleType>
                    </xs:attribute>
                    <xs:attribute name="kind" type="kind"/>
                  </xs:complexType>
                  <xs:unique name="once"><xs:selector xpath="*"/><xs:field xpath="@id"/></xs:unique>
                </xs:element>
                <xs:element name="feed" minOccurs="0">
                  <xs:complexType><xs:attribute name="kg" type="xs:int" fixed="7"/></xs:complexType>
                </xs:element>
              </xs:sequence>
              <xs:attribute name="year" type="xs:int"/>
            </xs:complexType>
          </xs:element>
          <xs:simpleType name="kind">
            <xs:restriction base="xs:string">
              <xs:enumeration value="cow"/><xs:enumeration value="hen"/>
            </xs:restriction>
          </xs:simpleType>
        </xs:schema>
        """

    @Test func `a file that obeys the schema has no remark`() throws {
        let remarks = try remarks(
            """
            <animal tag="a&amp;b" kind="cow"><name>x</name><born>2019-01-01</born>
              <legs>4</legs></animal><feed kg="7"/>
            """)
        #expect(remarks.isEmpty)
    }

    static let faults: [(String, String, String)] = [
        (
            "<animal tag='a'><born>2019-01-01</born></animal>", "farm/animal/born",
            "element 'born' is not expected here, allowed: name"
        ),
        (
            "<animal tag='a'/>", "farm/animal",
            "element 'animal' ends too early, still to come: name"
        ),
        (
            "<animal><name/></animal>", "farm/animal/@tag",
            "element 'animal' lacks the attribute 'tag'"
        ),
        (
            "<animal tag='a' age='x'><name/></animal>", "farm/animal/@age",
            "element 'animal' may not have the attribute 'age'"
        ),
        (
            "<animal tag='a'><name age='x'/></animal>", "farm/animal/name/@age",
            "element 'name' may not have the attribute 'age'"
        ),
        (
            "<animal tag='a'>Jānis<name/></animal>", "farm/animal",
            "element 'animal' may not have text"
        ),
        (
            "<animal tag='a'><name><b/></name></animal>", "farm/animal/name",
            "element 'name' may not have other elements"
        ),
        (
            "<animal tag='Jānis'><name/></animal>", "farm/animal/@tag",
            "the value of attribute 'tag' does not fit: pattern [a-z&]+"
        ),
        (
            "<animal tag='a' kind='Jānis'><name/></animal>", "farm/animal/@kind",
            "the value of attribute 'kind' does not fit: enumeration 'cow', 'hen'"
        ),
        (
            "<animal tag='a'><name/><born>Jānis</born></animal>", "farm/animal/born",
            "the value of element 'born' does not fit: xs:date"
        ),
        (
            "<animal tag='a'><name/><born>of type 'Jānis'</born></animal>", "farm/animal/born",
            "the value of element 'born' does not fit: xs:date"
        ),
        (
            "<animal tag='a'><name/><legs>5</legs></animal>", "farm/animal/legs",
            "the value of element 'legs' does not fit: maxInclusive 4"
        ),
        (
            "<animal tag='a'><name/><legs>type 'Jānis'</legs></animal>", "farm/animal/legs",
            "the value of element 'legs' does not fit the schema's type"
        ),
    ]

    @Test(arguments: faults)
    func `a fault is told with its path, what is allowed and no value`(
        text: String, path: String, problem: String
    ) throws {
        let remarks = try remarks(text)
        #expect(remarks.map(\.columnName) == [path])
        #expect(remarks.first?.details["problem.en"] == problem)
        #expect(remarks.allSatisfy { $0.rule == ExtractionRules.schema && $0.record == 0 })
        #expect(remarks.allSatisfy { !"\($0.details)".contains("Jānis") })
    }

    static let outside: [(String, String, String)] = [
        ("<feed kg='8'/>", "farm/feed/@kg", "the value of attribute 'kg' does not fit: fixed 7"),
        ("<feed kg='7'>x</feed>", "farm/feed", "element 'feed' may not have text"),
        ("<feed><b/></feed>", "farm/feed", "element 'feed' may not have other elements"),
        (
            "<barn/>", "farm/barn",
            "element 'barn' is not expected here, allowed: animal, feed"
        ),
        (
            "<feed/><barn/>", "farm/barn",
            "element 'barn' is not expected here, no more elements are allowed"
        ),
    ]

    @Test(arguments: outside)
    func `a fault in no record concerns none`(text: String, path: String, problem: String) throws {
        let remarks = try remarks(text)
        #expect(remarks.map(\.columnName) == [path])
        #expect(remarks.map(\.record) == [nil])
        #expect(remarks.first?.details["problem.en"] == problem)
    }

    @Test func `another root is one fault`() throws {
        let file = try TemporaryFile("<barn><a/><b/></barn>")
        let remarks = try remarks(in: file, blockSize: 1 << 15)
        #expect(
            remarks.map { $0.details["problem.en"] } == [
                "element 'barn' is not known to the schema"
            ])
    }

    @Test func `a fault lies in the innermost record, which is numbered in its batch`() throws {
        let text = """
            <farm xmlns='urn:f'>
            <animal tag='a'><name/></animal>
            <animal
              tag='A'><name/></animal>
            <animal tag='b'><name/><born>x</born></animal>
            </farm>
            """
        let file = try TemporaryFile(text)
        for size in blockSizes {
            let remarks = try remarks(in: file, blockSize: size)
            #expect(remarks.map(\.record) == [1, 2])
            #expect(remarks.map(\.line) == [3, 5])
            #expect(remarks.map(\.byte) == [54, 112])
        }
    }

    @Test func `a torn file keeps the remarks on its whole records`() throws {
        let text = "<farm xmlns='urn:f'><animal tag='A'><name/></animal><animal tag='b'><name>"
        let remarks = try remarks(in: try TemporaryFile(text), blockSize: 64)
        #expect(remarks.map(\.record) == [0])
    }

    @Test func `what libxml2 hands out as a reference is validated as the character`() throws {
        #expect(try remarks("<animal tag='&amp;'><name>&lt;&#38;</name></animal>").isEmpty)
    }

    @Test func `a location in the file is not looked up`() throws {
        let text = """
            <farm xmlns='urn:f' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
                xsi:schemaLocation='urn:f /dev/zero'/>
            """
        #expect(try remarks(in: try TemporaryFile(text), blockSize: 1 << 15).isEmpty)
    }

    @Test func `a record of a thousand faults refuses the file`() throws {
        let faults = (0..<1001).map { _ in "<name a='1'/>" }.joined()
        let text = "<farm xmlns='urn:f'><animal tag='a'>\(faults)</animal></farm>"
        let schema = Self.farm.replacing(
            "<xs:element name=\"name\" type=\"xs:string\"/>",
            with: "<xs:element name=\"name\" type=\"xs:string\" maxOccurs=\"unbounded\"/>")
        let file = try TemporaryFile(text)
        let refused = refusal {
            var reader = try XMLRecordReader(
                path: FilePath(file.path), encoding: .utf8, tables: [try Self.table],
                schema: try XMLSchema(Array(schema.utf8)))
            while try reader.nextBatch() != nil {}
        }
        #expect(refused?.details["limit.en"] == "faults of a record against the schema")
    }

    @Test(arguments: [
        ("<xs:include schemaLocation='b.xsd'/>", "'include' asks for another file"),
        (
            "<xs:import namespace='urn:b' schemaLocation='http://localhost/b.xsd'/>",
            "'import' asks for another file"
        ),
        ("<xs:element name='a' type='b'/>", "does not resolve to"),
        ("<xs:elemen/>", ""), ("<xs:element", ""),
    ])
    func `a schema that cannot be used is told with its line`(text: String, words: String) {
        let schema =
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n\(text)\n</xs:schema>"
        let problem = #expect(throws: XMLSchemaProblem.self) {
            _ = try XMLSchema(Array(schema.utf8))
        }
        #expect(problem?.line == 2 || text.hasSuffix("element"))
        #expect(problem?.words.contains(words) == true)
    }

    @Test(arguments: ["", "x", "<a/>", "<!DOCTYPE a [<!ENTITY b SYSTEM '/etc/passwd'>]><a>&b;</a>"])
    func `what is no schema cannot be used`(text: String) {
        #expect(throws: XMLSchemaProblem.self) { _ = try XMLSchema(Array(text.utf8)) }
    }

    private static var table: XMLTable {
        get throws {
            try ExtractionTests.table("f:farm/f:animal", ["@tag"], namespaces: ["f": "urn:f"])
        }
    }

    private func remarks(_ content: String) throws -> [RecordRemark] {
        try remarks(
            in: try TemporaryFile("<farm xmlns='urn:f'>\(content)</farm>"), blockSize: 1 << 15)
    }

    private func remarks(in file: TemporaryFile, blockSize: Int) throws -> [RecordRemark] {
        var reader = try XMLRecordReader(
            path: FilePath(file.path), encoding: .utf8, tables: [try Self.table],
            schema: try XMLSchema(Array(Self.farm.utf8)),
            words: KnownWords(of: [Self.farm, "barn age b born"]), blockSize: blockSize)
        var remarks: [RecordRemark] = []
        while let batch = try reader.nextBatch() { remarks += batch.remarks }
        return remarks
    }
}
