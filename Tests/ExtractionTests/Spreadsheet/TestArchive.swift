import CZip
import Foundation
import Testing

/// Writes ZIP files by libzip itself.
enum TestArchive {
    /// A file within the archive.
    struct Entry {
        var name: String
        var content: [UInt8]
        var method = ZIP_CM_DEFLATE
        var password: String?

        init(_ name: String, _ content: String) { self.init(name, Array(content.utf8)) }

        init(_ name: String, _ content: [UInt8]) {
            self.name = name
            self.content = content
        }
    }

    /// Returns the bytes of an archive.
    static func bytes(_ entries: [Entry]) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-\(UUID()).zip").path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var code: Int32 = 0
        let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code))
        // The archive reads the contents when it is closed.
        var contents: [UnsafeMutableRawPointer] = []
        defer { for content in contents { content.deallocate() } }
        for entry in entries {
            let content = UnsafeMutableRawPointer.allocate(
                byteCount: max(entry.content.count, 1), alignment: 1)
            content.copyMemory(
                from: entry.content, byteCount: entry.content.count)
            contents.append(content)
            let source = zip_source_buffer(archive, content, UInt64(entry.content.count), 0)
            let index = zip_file_add(archive, entry.name, source, 0)
            try #require(index >= 0)
            try #require(zip_set_file_compression(archive, UInt64(index), entry.method, 0) == 0)
            if let password = entry.password {
                try #require(
                    zip_file_set_encryption(
                        archive, UInt64(index), UInt16(ZIP_EM_AES_256), password) == 0)
            }
        }
        try #require(zip_close(archive) == 0)
        return Array(try Data(contentsOf: URL(filePath: path)))
    }
}
