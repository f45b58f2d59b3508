import CBaseline
import CLibXML2
import Glibc

/// A file that cannot be read.
struct ReadingError: Error {
    let code: Int32
}

/// Hands a file to a function in blocks of half a megabyte, as the product's readers take it.
private func forEachBlock(of path: String, _ body: (UnsafeRawBufferPointer) -> Void) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw ReadingError(code: errno) }
    defer { close(descriptor) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 19, alignment: 64)
    defer { block.deallocate() }
    while true {
        let count = read(descriptor, block.baseAddress, block.count)
        guard count >= 0 else { throw ReadingError(code: errno) }
        guard count > 0 else { return }
        body(UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
}

extension Counts {
    /// Counts delimiters and line ends outside quotes, and nothing else.
    init(structureOf path: String, delimiter: UInt8) throws {
        var counts = scan_counts()
        var inside: UInt64 = 0
        try forEachBlock(of: path) { block in
            let bytes = block.assumingMemoryBound(to: UInt8.self)
            scan_structure(bytes.baseAddress, bytes.count, delimiter, &inside, &counts)
        }
        records = Int(counts.line_ends)
        cells = Int(counts.delimiters + counts.line_ends)
    }

    /// Lets libxml2 parse a file into handlers that do nothing but count elements.
    init(elementsOf path: String) throws {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { data, _, _, _, _, _, _, _, _ in
            data?.assumingMemoryBound(to: Int.self).pointee += 1
        }
        handler.endElementNs = { _, _, _, _ in }
        handler.characters = { _, _, _ in }
        var elements = 0
        try withUnsafeMutablePointer(to: &elements) { elements in
            guard let context = xmlCreatePushParserCtxt(&handler, elements, nil, 0, nil) else {
                throw ReadingError(code: ENOMEM)
            }
            defer { xmlFreeParserCtxt(context) }
            try forEachBlock(of: path) { block in
                let start = block.assumingMemoryBound(to: CChar.self).baseAddress
                _ = xmlParseChunk(context, start, Int32(block.count), 0)
            }
            _ = xmlParseChunk(context, nil, 0, 1)
        }
        records = elements
    }
}
