import CLibXML2
import Glibc

/// The root element of an XML file, as far as the first bytes tell it.
public struct XMLRoot: Sendable, Hashable {
    /// The local name.
    public let local: String
    /// The namespace, or `nil` for none.
    public let namespace: String?

    /// Reads the root element of a file, or returns `nil` when the file does not begin with one.
    ///
    /// - Throws: ``FileError`` when the file cannot be read.
    public init?(path: String) throws {
        let blocks = try FileBlocks(path: path)
        var bytes: [UInt8] = []
        _ = try blocks.read(upTo: 1 << 16, into: &bytes)
        guard bytes.contains(0x3C) else { return nil }
        clibxml2_check_version()
        let catcher = RootCatcher()
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.serror = { _, _ in }
        handler.startElementNs = { data, local, _, uri, _, _, _, _, _ in
            guard let data, let local else { return }
            let catcher = Unmanaged<RootCatcher>.fromOpaque(data).takeUnretainedValue()
            if catcher.root == nil {
                catcher.root = (String(cString: local), uri.map { String(cString: $0) })
                xmlStopParser(catcher.context)
            }
        }
        let context = xmlCreatePushParserCtxt(
            &handler, Unmanaged.passUnretained(catcher).toOpaque(), nil, 0, nil)
        defer { XMLContext.free(context) }
        catcher.context = context
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        XMLContext.silence()
        bytes.withUnsafeBytes { raw in
            let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            _ = xmlParseChunk(context, start, Int32(raw.count), 0)
        }
        guard let root = catcher.root else { return nil }
        local = root.0
        namespace = root.1
    }
}

/// Keeps the first element that the parser meets.
private final class RootCatcher {
    var context: xmlParserCtxtPtr?
    var root: (String, String?)?
}
