import Diagnostics

/// Finds what elements an XML file has, under the same rules by which records are read.
public enum XMLInspector {
    private static let blockSize = 1 << 15

    /// Inspects a file to its end; memory does not grow with the file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - encoding: Its encoding.
    /// - Throws: ``FileError`` when reading fails, ``FileRefusal`` when the file must not be read or is
    ///   torn.
    public static func inspect(path: FilePath, encoding: TextEncoding) throws -> XMLOutline {
        try inspect(path: path, encoding: encoding, limits: XMLLimits())
    }

    static func inspect(
        path: FilePath, encoding: TextEncoding, limits: XMLLimits
    ) throws -> XMLOutline {
        let parser = try XMLPushParser(
            tables: [], scale: OffsetScale(encoding), schema: nil, limits: limits,
            words: .ordinary, outline: XMLOutlineBuilder(limits: limits))
        var blocks = try XMLTextBlocks(path: path, encoding: encoding)
        var opening: [UInt8] = []
        while !blocks.isAtEnd {
            let text = try blocks.next(upTo: blockSize)
            if opening.count < XMLDeclaration.longest {
                opening += text.prefix(XMLDeclaration.longest)
            }
            try parser.parse(text, isFinal: blocks.isAtEnd)
            if let tear = parser.tear { throw tear }
        }
        return parser.outline(declaredEncoding: XMLDeclaration(start: opening)?.encoding)
    }
}
