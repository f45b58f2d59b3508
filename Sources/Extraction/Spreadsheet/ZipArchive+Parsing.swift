import Diagnostics

extension ZipArchive {
    /// The number of bytes of a part that are unpacked at a time.
    ///
    /// A few bytes of a sheet may stand for a long text, so a block bounds what a block can turn into.
    static let blockSize = 1 << 14

    /// Reads a part of the workbook from its first to its last byte.
    ///
    /// - Throws: ``FileRefusal`` when the part is missing, damaged or not what it must be.
    func parse<Events: PartEvents>(
        _ name: String, namespaces: (String, String) = SheetNamespaces.main, with events: Events
    ) throws(FileRefusal) -> Events {
        var part = try part(name)
        let parser = try PartParser(events, part: name, namespaces: namespaces)
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
        defer { block.deallocate() }
        while true {
            let count = try part.read(into: block)
            try parser.parse(UnsafeRawBufferPointer(rebasing: block[..<count]), isFinal: count == 0)
            if count == 0 { return parser.events }
        }
    }
}

/// The namespaces of the parts of workbooks, of both editions of the standard.
enum SheetNamespaces {
    static let main = (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main"
    )
    /// Both editions have the same.
    static let relations = (relation, relation)
    private static let relation = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let relationAttributes = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ]
}
