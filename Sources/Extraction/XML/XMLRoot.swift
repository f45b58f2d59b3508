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
    public init?(path: FilePath) throws {
        let blocks = try FileBlocks(path: path)
        var bytes: [UInt8] = []
        _ = try blocks.read(upTo: 1 << 16, into: &bytes)
        // Whatever the encoding, a bracket has this byte; most files are tables and have none.
        guard bytes.contains(0x3C) else { return nil }
        // A character that XML does not know is told of when the file is read.
        let text = Self.text(of: bytes).map { byte in
            byte >= 0x20 || [0x09, 0x0A, 0x0D].contains(byte) ? byte : 0x20
        }
        guard text.contains(0x3C) else { return nil }
        LibXML.prepare()
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
        xmlCtxtUseOptions(
            context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
        text.withUnsafeBytes { raw in
            let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            _ = xmlParseChunk(context, start, Int32(raw.count), 0)
        }
        guard let root = catcher.root else { return nil }
        local = root.0
        namespace = root.1
    }

    /// Whether a file begins as markup does, though perhaps as none that may be read.
    ///
    /// - Throws: ``FileError`` when the file cannot be read.
    public static func isMarkup(path: FilePath) throws -> Bool {
        let blocks = try FileBlocks(path: path)
        var bytes: [UInt8] = []
        _ = try blocks.read(upTo: 1 << 12, into: &bytes)
        let start = text(of: bytes).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
        guard start.first == UInt8(ascii: "<") else { return false }
        let behind = start.dropFirst()
        guard let next = behind.first, !"?!/<".utf8.contains(next) else { return true }
        // A name is not enough: the first cell of a table may begin with a bracket too.
        let name = behind.prefix { byte in
            byte >= 0x80 || "_:-.".utf8.contains(byte)
                || Unicode.Scalar(byte).properties.isAlphabetic
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard let first = name.first,
            !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        else { return false }
        return start[name.endIndex...].first.map { $0 <= 0x20 || "/><".utf8.contains($0) } ?? true
    }

    /// Whether a file begins with the declaration of XML, torn or not.
    ///
    /// - Throws: ``FileError`` when the file cannot be read.
    public static func isDeclared(path: FilePath) throws -> Bool {
        let blocks = try FileBlocks(path: path)
        var bytes: [UInt8] = []
        _ = try blocks.read(upTo: 64, into: &bytes)
        let start = text(of: bytes).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
        return start.starts(with: "<?xml".utf8)
            && start.dropFirst(5).first.map { $0 <= 0x20 } ?? true
    }

    /// Returns the first bytes of a file as UTF-8.
    ///
    /// What the file declares of its encoding is not asked: it may be wrong, and the definition that
    /// fits the file pins the encoding.
    private static func text(of bytes: [UInt8]) -> [UInt8] {
        var validator = UTF8Validator()
        let (mark, isUTF8) = bytes.withUnsafeBufferPointer { pointer in
            validator.validate(pointer)
            return (ByteOrderMark(start: pointer), validator.faults == nil)
        }
        if mark == .utf16LittleEndian || bytes.starts(with: [0x3C, 0x00]) {
            return text(of: bytes, in: .utf16LittleEndian)
        }
        if mark == .utf16BigEndian || bytes.starts(with: [0x00, 0x3C]) {
            return text(of: bytes, in: .utf16BigEndian)
        }
        if isUTF8 { return bytes }
        // The Baltic code pages differ in signs that no name holds.
        let scalars = CodePage.all[.windows1257]?.scalars ?? []
        return bytes.flatMap { byte in
            Array(String((scalars.isEmpty ? nil : scalars[Int(byte)]) ?? "?").utf8)
        }
    }

    private static func text(of bytes: [UInt8], in encoding: TextEncoding) -> [UInt8] {
        var text: [UInt8] = []
        var transcoder = Transcoder(from: encoding)
        // What stands before half a character is enough.
        try? transcoder?.append(bytes, to: &text)
        return text
    }
}

/// Keeps the first element that the parser meets.
private final class RootCatcher {
    var context: xmlParserCtxtPtr?
    var root: (String, String?)?
}
