/// What an XML file may ask of the reader; whatever asks for more is no export.
struct XMLLimits: Sendable {
    /// How deep elements may stand within one another.
    var depth = 64
    /// The number of attributes of an element, declarations of namespaces among them.
    ///
    /// libxml2 compares each attribute with all others of its element.
    var attributes = 256
    /// The number of bytes of a tag, which libxml2 holds whole before it tells of it.
    var tagBytes = 1 << 16
    /// The number of bytes of a comment or an instruction, which is held whole too.
    var commentBytes = 1 << 20
    /// The number of bytes of an element's text.
    var textBytes = 10 << 20
    /// The number of different names of elements, attributes and namespaces, which are kept to the end.
    var names = 10_000
    /// The number of different paths of elements and attributes that an inspection tells apart.
    var paths = 10_000
    /// What becomes of a DOCTYPE.
    var documentType = DocumentTypePolicy.refuse
    /// The number of faults against the schema in one record.
    var schemaFaults = 1000
}

extension XMLLimits {
    /// Returns the details of a finding that a limit is passed.
    static func details(lv: String, en: String, allowed: Int) -> [String: String] {
        ["limit.lv": lv, "limit.en": en, "allowed": "\(allowed)"]
    }

    var depthDetails: [String: String] {
        Self.details(
            lv: "elementu dziļums", en: "elements within one another", allowed: depth)
    }

    var attributeDetails: [String: String] {
        Self.details(lv: "elementa atribūti", en: "attributes of an element", allowed: attributes)
    }

    var tagDetails: [String: String] {
        Self.details(lv: "elementa birkas baiti", en: "bytes of a tag", allowed: tagBytes)
    }

    var commentDetails: [String: String] {
        Self.details(
            lv: "komentāra vai instrukcijas baiti", en: "bytes of a comment or an instruction",
            allowed: commentBytes)
    }

    var textDetails: [String: String] {
        Self.details(
            lv: "elementa teksta baiti", en: "bytes of an element's text", allowed: textBytes)
    }

    var schemaFaultDetails: [String: String] {
        Self.details(
            lv: "ieraksta kļūdas pret shēmu", en: "faults of a record against the schema",
            allowed: schemaFaults)
    }

    var pathDetails: [String: String] {
        Self.details(
            lv: "dažādi elementu un atribūtu ceļi",
            en: "different paths of elements and attributes",
            allowed: paths)
    }

    var nameDetails: [String: String] {
        Self.details(lv: "dažādi nosaukumi", en: "different names", allowed: names)
    }
}
