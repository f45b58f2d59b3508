/// Writes participants and indicators as XML, and the XSD that describes both (`schemas/package.xsd`).
///
/// The State's systems take XML and spreadsheets, but their layouts are not public: this form is ours,
/// version 1, and says so in its namespace.
enum PackageXML {
    static let namespace = "urn:pumpurs:submission:1"
    static let schemaPath = "schemas/package.xsd"
    static let participantsPath = "restricted/participants.xml"
    static let indicatorsPath = "aggregate/indicators.xml"

    /// The participants.
    static func participants(
        _ content: PackageContent, package: String, withIdentifiers: Bool
    ) -> [UInt8] {
        document("participants", package: package) { text in
            append(content.participants, as: "participant", withIdentifiers, to: &text)
        }
    }

    /// The indicators.
    static func indicators(_ aggregates: PackageAggregates, package: String) -> [UInt8] {
        document("indicators", package: package) { text in
            append(aggregates.output, as: "output", false, to: &text)
            append(aggregates.result, as: "result", false, to: &text)
            append(aggregates.project, as: "project", false, to: &text)
        }
    }

    private static func document(
        _ name: String, package: String, _ body: (inout [UInt8]) -> Void
    ) -> [UInt8] {
        var text = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(name)".utf8)
        text += " xmlns=\"\(namespace)\" package=\"".utf8
        append(package, to: &text)
        text += "\">\n".utf8
        body(&text)
        text += "</\(name)>\n".utf8
        return text
    }

    private static func append<Record: PackageRecord>(
        _ records: [Record], as element: String, _ withIdentifiers: Bool, to text: inout [UInt8]
    ) {
        let begin = Array("  <\(element)".utf8)
        let columns = Record.table.columns(withIdentifiers: withIdentifiers).map { column in
            (attribute: Array(" \(column.name)=\"".utf8), text: column.text)
        }
        for record in records {
            text += begin
            for column in columns {
                let value = column.text(record)
                guard !value.isEmpty else { continue }
                text += column.attribute
                append(value, to: &text)
                text.append(UInt8(ascii: "\""))
            }
            text += "/>\n".utf8
        }
    }

    /// Adds a value, with a reference for what means something to XML.
    private static func append(_ value: String, to text: inout [UInt8]) {
        var value = value
        value.withUTF8 { bytes in
            guard bytes.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x22 || $0 == 0x3E })
            else {
                text.append(contentsOf: bytes)
                return
            }
            for byte in bytes {
                switch byte {
                case 0x26: text += "&amp;".utf8
                case 0x3C: text += "&lt;".utf8
                case 0x3E: text += "&gt;".utf8
                case 0x22: text += "&quot;".utf8
                default: text.append(byte)
                }
            }
        }
    }

    // MARK: - Schema

    /// The XSD, made from the tables, so that the two cannot differ.
    static var schema: String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="\(namespace)"
                targetNamespace="\(namespace)" elementFormDefault="qualified" version="1">
              <xs:annotation>
                <xs:documentation xml:lang="en">Participants and indicators of a submission package of \
            pumpurs: an own form, version 1, not one of the State's.</xs:documentation>
              </xs:annotation>

            """
        text += element(
            "participants", rows: [("participant", Participant.table.description)])
        text += element(
            "indicators",
            rows: [
                ("output", OutputIndicatorRow.table.description),
                ("result", ResultIndicatorRow.table.description),
                ("project", ProjectIndicatorRow.table.description),
            ])
        for (name, pattern) in [("fingerprint", "[0-9a-f]{64}"), ("pseudonym", "[0-9a-f]{32}")] {
            text += """
                  <xs:simpleType name="\(name)">
                    <xs:restriction base="xs:string"><xs:pattern value="\(pattern)"/></xs:restriction>
                  </xs:simpleType>

                """
        }
        return text + "</xs:schema>\n"
    }

    private static func element(_ name: String, rows: [(String, TableDescription)]) -> String {
        var text = """
              <xs:element name="\(name)">
                <xs:complexType>
                  <xs:sequence>

            """
        for (row, table) in rows {
            text += """
                        <xs:element name="\(row)" minOccurs="0" maxOccurs="unbounded">
                          <xs:complexType>

                """
            for column in table.columns { text += attribute(column) }
            text += """
                          </xs:complexType>
                        </xs:element>

                """
        }
        return text + """
                  </xs:sequence>
                  <xs:attribute name="package" type="xs:string" use="required"/>
                </xs:complexType>
              </xs:element>

            """
    }

    private static func attribute(_ column: ColumnDescription) -> String {
        let use = column.isRequired && !column.isIdentifier ? " use=\"required\"" : ""
        let start = "            <xs:attribute name=\"\(column.name)\"\(use)"
        let type: String
        switch column.type {
        case .text, .codes: type = "xs:string"
        case .integer: type = "xs:integer"
        case .amount: type = "xs:decimal"
        case .date: type = "xs:date"
        case .month: type = "xs:gYearMonth"
        case .flag: type = "xs:boolean"
        case .fingerprint: type = "fingerprint"
        case .pseudonym: type = "pseudonym"
        case .code(let codes):
            let values = codes.map { "<xs:enumeration value=\"\($0)\"/>" }.joined()
            return """
                \(start)>
                              <xs:simpleType><xs:restriction base="xs:string">\(values)</xs:restriction></xs:simpleType>
                            </xs:attribute>

                """
        }
        return "\(start) type=\"\(type)\"/>\n"
    }
}
