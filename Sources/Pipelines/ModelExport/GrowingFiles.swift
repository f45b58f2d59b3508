import Glibc
import SupportStore

/// The files of an export, many at a time in bounded memory.
///
/// The rows of one file come scattered over a whole read. They wait until all that wait are many, and
/// are then appended file by file: so neither memory nor open files grow with the export.
struct GrowingFiles {
    /// A file that is written.
    struct Written {
        let path: String
        let rows: Int
        let bytes: Int
        let sha256: String
    }

    private struct Growing {
        let path: String
        var waiting: [UInt8]
        var rows = 0
        var bytes = 0
        var fingerprint = Fingerprint()
    }

    private let folder: String
    private let shownFolder: String
    private let mostWaiting: Int
    private var files: [Growing] = []
    private var waiting = 0

    /// Prepares to write below a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder, which must be there.
    ///   - shownFolder: What a message calls it.
    ///   - mostWaiting: How many bytes may wait in memory.
    init(in folder: String, shownAs shownFolder: String, mostWaiting: Int = 32 << 20) {
        self.folder = folder
        self.shownFolder = shownFolder
        self.mostWaiting = mostWaiting
    }

    /// Begins a file with its header and returns its number.
    mutating func begin(_ path: String, header: [UInt8]) throws(OutputError) -> Int {
        if let slash = path.lastIndex(of: "/") {
            let code = FolderMaker.make(String(path[..<slash]), in: folder)
            guard code == 0 else {
                throw OutputError(path: "\(shownFolder)/\(path)", reason: .system(code))
            }
        }
        files.append(Growing(path: path, waiting: header))
        waiting += header.count
        return files.count - 1
    }

    /// Appends a row to the file with a number.
    mutating func append(_ row: [UInt8], to file: Int) throws(OutputError) {
        files[file].waiting += row
        files[file].rows += 1
        waiting += row.count
        if waiting > mostWaiting { try flush(isLast: false) }
    }

    /// Writes what waits, and returns the files in the order in which they were begun.
    mutating func finish() throws(OutputError) -> [Written] {
        try flush(isLast: true)
        // All at once: thousands of files one by one take the disk several times as long as the rest takes.
        sync()
        return files.map { file in
            Written(
                path: file.path, rows: file.rows, bytes: file.bytes,
                sha256: Hexadecimal.text(file.fingerprint.finalize()))
        }
    }

    private mutating func flush(isLast: Bool) throws(OutputError) {
        for place in files.indices where isLast || !files[place].waiting.isEmpty {
            let bytes = files[place].waiting
            bytes.withUnsafeBytes { files[place].fingerprint.update($0) }
            files[place].bytes += bytes.count
            files[place].waiting.removeAll(keepingCapacity: !isLast)
            try append(bytes, to: files[place].path)
        }
        waiting = 0
    }

    private func append(_ bytes: [UInt8], to path: String) throws(OutputError) {
        let descriptor = Glibc.open(
            "\(folder)/\(path)", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw OutputError(path: "\(shownFolder)/\(path)") }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw OutputError(path: "\(shownFolder)/\(path)") }
            written += count
        }
    }
}

extension [UInt8] {
    /// Appends a whole number in decimal digits.
    mutating func append(decimal value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        let start = count
        var rest = value.magnitude
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }
}
