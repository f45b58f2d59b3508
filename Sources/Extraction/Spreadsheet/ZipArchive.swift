import CZip
import Diagnostics
import Glibc

/// The files within a ZIP file; none is ever written to disk.
///
/// Names are compared as workbooks compare them: without regard to case, and with `\` for `/`, which
/// some programs write. A name that leads out of the archive is the name of no part.
final class ZipArchive {
    private struct Entry {
        var index: UInt64
        /// Whether a second entry has the name, so that programs disagree about its content.
        var isRepeated = false
    }

    let limits: SpreadsheetLimits
    private let path: FilePath
    private let archive: OpaquePointer
    private var entries: [String: Entry] = [:]
    /// How many bytes each entry has given so far, at most, when it was read more than once.
    private var unpacked: [UInt64: Int] = [:]
    private var unpackedTotal = 0

    /// Opens a file.
    ///
    /// - Throws: ``FileError`` when it cannot be read, ``FileRefusal`` when it is no sound ZIP file.
    init(path: FilePath, limits: SpreadsheetLimits) throws {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let code = errno
            close(descriptor)
            throw FileError(path: path, code: code == 0 ? EISDIR : code)
        }
        do {
            let start = try WorkbookSignature.bytes(of: descriptor, from: 0, count: 64)
            if let refusal = try WorkbookSignature(start: start).refusal(of: descriptor) {
                throw refusal
            }
        } catch {
            close(descriptor)
            throw (error as? FileError).map { FileError(path: path, code: $0.code) } ?? error
        }
        var code: Int32 = 0
        // On success the archive owns a duplicate and the descriptor is closed.
        guard let archive = zip_fdopen(descriptor, 0, &code) else {
            let systemCode = errno
            close(descriptor)
            if code == ZIP_ER_READ || code == ZIP_ER_OPEN || code == ZIP_ER_SEEK {
                throw FileError(path: path, code: systemCode)
            }
            throw FileRefusal.damaged(
                "ZIP", lv: "satura rādītāja nav vai tas ir bojāts, fails laikam ir aprauts",
                en: "its directory is missing or damaged, the file may be cut off")
        }
        self.archive = archive
        self.path = path
        self.limits = limits
        try list()
    }

    deinit { zip_discard(archive) }

    /// Whether there is an entry of a name.
    func contains(_ name: String) -> Bool { entries[name.lowercased()] != nil }

    /// Opens an entry.
    ///
    /// - Throws: ``FileRefusal`` when there is no such entry or it must not be unpacked.
    func part(_ name: String) throws(FileRefusal) -> ZipPart {
        guard let entry = entries[name.lowercased()] else {
            throw .damaged(name, lv: "tādas daļas nav", en: "there is no such part")
        }
        guard !entry.isRepeated else {
            throw .damaged(name, lv: "tāda daļa ir divreiz", en: "there are two such parts")
        }
        var status = zip_stat_t()
        guard zip_stat_index(archive, entry.index, 0, &status) == 0 else {
            throw .damaged(name, lv: "tādas daļas nav", en: "there is no such part")
        }
        guard status.encryption_method == ZIP_EM_NONE else {
            throw FileRefusal(SpreadsheetRules.protected)
        }
        let method = Int32(status.comp_method)
        guard method == ZIP_CM_STORE || method == ZIP_CM_DEFLATE else {
            throw .damaged(
                name, lv: "saspiešanas veids \(method) nav atļauts",
                en: "the packing method \(method) is not allowed")
        }
        guard let file = zip_fopen_index(archive, entry.index, 0) else {
            throw refusal(of: zip_get_error(archive), part: name)
        }
        let part = ZipPart(
            archive: self, file: file, name: name, index: entry.index,
            packedBytes: Int(clamping: status.comp_size))
        // What the directory promises is refused before a byte is unpacked; what comes is counted too.
        try check(part, unpacked: Int(clamping: status.size))
        return part
    }

    /// Counts what a part has given and refuses too much.
    func count(_ part: borrowing ZipPart, unpacked count: Int) throws(FileRefusal) {
        try check(part, unpacked: count)
        let before = unpacked[part.index] ?? 0
        guard count > before else { return }
        unpacked[part.index] = count
        unpackedTotal += count - before
    }

    private func check(_ part: borrowing ZipPart, unpacked count: Int) throws(FileRefusal) {
        let before = unpacked[part.index] ?? 0
        let total = unpackedTotal.addingReportingOverflow(max(count - before, 0))
        guard !total.overflow, total.partialValue <= limits.unpackedBytes else {
            throw .workbookLimit(
                lv: "izpakots saturs baitos", en: "unpacked bytes",
                allowed: "\(limits.unpackedBytes)")
        }
        let isDense = count / max(part.packedBytes, 1) >= limits.packingRatio
        guard count <= limits.bytesBeforeRatio || !isDense else {
            throw .workbookLimit(
                lv: "izpakotā un saspiestā satura attiecība", en: "unpacked to packed bytes",
                allowed: "\(limits.packingRatio):1")
        }
    }

    /// Returns why a part cannot be read.
    func refusal(of error: UnsafeMutablePointer<zip_error_t>?, part: String) -> FileRefusal {
        switch zip_error_code_zip(error) {
        case ZIP_ER_CRC:
            .damaged(part, lv: "kontrolsumma nesakrīt", en: "the checksum does not agree")
        case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP:
            FileRefusal(SpreadsheetRules.protected)
        case let code:
            .damaged(
                part, lv: "to nevar izpakot (libzip \(code))",
                en: "it cannot be unpacked (libzip \(code))")
        }
    }

    private func list() throws(FileRefusal) {
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.entries else {
            throw .workbookLimit(
                lv: "failu skaits darbgrāmatā", en: "files within the workbook",
                allowed: "\(limits.entries)")
        }
        for index in 0..<UInt64(max(count, 0)) {
            guard let bytes = zip_get_name(archive, index, 0) else { continue }
            let name = String(cString: bytes).replacing("\\", with: "/").lowercased()
            guard PartName.isWithin(name) else { continue }
            if entries.updateValue(Entry(index: index), forKey: name) != nil {
                entries[name]?.isRepeated = true
            }
        }
    }
}

/// An entry of a ZIP file that is being unpacked.
struct ZipPart: ~Copyable {
    /// The name, for messages.
    let name: String
    fileprivate let index: UInt64
    fileprivate let packedBytes: Int
    private let archive: ZipArchive
    private let file: OpaquePointer
    private var count = 0

    fileprivate init(
        archive: ZipArchive, file: OpaquePointer, name: String, index: UInt64, packedBytes: Int
    ) {
        self.archive = archive
        self.file = file
        self.name = name
        self.index = index
        self.packedBytes = packedBytes
    }

    deinit { zip_fclose(file) }

    /// Unpacks the next bytes.
    ///
    /// - Returns: The number of bytes; 0 at the end, where the checksum has been found right.
    /// - Throws: ``FileRefusal`` when the part is damaged or too large.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileRefusal) -> Int {
        let added = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
        guard added >= 0 else {
            throw archive.refusal(of: zip_file_get_error(file), part: name)
        }
        count += Int(added)
        try archive.count(self, unpacked: count)
        return Int(added)
    }
}
