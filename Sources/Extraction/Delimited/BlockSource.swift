/// Receives the bytes of a file as sent, block by block, when they are read.
public typealias BlockObserver = @Sendable (UnsafeRawBufferPointer) -> Void

/// Where the bytes of a table come from.
enum BlockSource: ~Copyable {
    /// A file, as it was sent.
    case file(FileBlocks)
    /// A sheet of a workbook, as the text that it is turned into.
    case sheet(SheetBlocks)

    /// Appends up to `count` bytes to a buffer.
    ///
    /// - Parameters:
    ///   - count: The largest number of bytes.
    ///   - buffer: Receives the bytes.
    ///   - observe: Receives the bytes of a file as sent.
    /// - Returns: The number of bytes appended; 0 at the end.
    borrowing func read(
        upTo count: Int, into buffer: inout [UInt8], observe: BlockObserver
    ) throws -> Int {
        switch self {
        case .file(let blocks): try blocks.read(upTo: count, into: &buffer, observe: observe)
        case .sheet(let blocks): try blocks.read(upTo: count, into: &buffer)
        }
    }
}

/// The text of a sheet, held where a reader that is moved about can read on.
final class SheetBlocks {
    private var text: SpreadsheetText

    init(_ text: consuming SpreadsheetText) { self.text = text }

    func read(upTo count: Int, into buffer: inout [UInt8]) throws -> Int {
        try text.read(upTo: count, into: &buffer)
    }
}
