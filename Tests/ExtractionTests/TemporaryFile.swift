import Foundation
import Testing

/// A file in the temporary folder that lives as long as this object.
final class TemporaryFile {
    let path: String

    init(_ bytes: some Sequence<UInt8>) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "pumpurs-\(UUID())")
        try Data(bytes).write(to: url)
        path = url.path(percentEncoded: false)
    }

    convenience init(_ text: String) throws { try self.init(text.utf8) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Sizes of blocks that cut a small file everywhere, and the one that a run uses.
let blockSizes = Array(1...64) + [1 << 19]
