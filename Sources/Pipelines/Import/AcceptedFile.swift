import Extraction
import Glibc
import Normalization
import SupportStore

/// A file that was kept in the archive, as it is loaded: what is loaded is what is kept.
///
/// A file of moderate size is read from the archive, out of memory. A larger file of the inbox would take as
/// much memory as it has bytes, so it is read where it lies, and what the reader is given is what is kept; when its
/// last record was read, the fingerprint of that must be the one of the survey.
struct AcceptedFile {
    /// The bytes that are loaded.
    let content: OpenedFile
    private let sent: SentFile?
    /// What keeps a large file meanwhile, from what its reader is given.
    let keeping: FileKeeping?
    private let sha256: [UInt8]
    private let archive: Archive
    /// Whether the archive did not have the file before.
    private let isNew: Bool

    /// Files of more bytes are not read out of memory when they come.
    static let mostBytesInMemory = 64 << 20

    /// Keeps a file before it is loaded; one of the archive is there already.
    ///
    /// A large file is kept while it is loaded; ``check()`` waits for it.
    ///
    /// - Throws: ``FileError`` or ``FileRefusal`` when it cannot be read, has changed since it was surveyed or
    ///   was removed by rule, ``StoreError`` when the archive cannot be written.
    init(_ file: Inbox.File, _ survey: SurveyedFile, in archive: Archive) throws {
        sha256 = survey.sha256
        self.archive = archive
        isNew = !archive.has(sha256)
        let rekeying = archive.rekeying(of: sha256)
        if let rekeying, rekeying.current == nil {
            throw FileRefusal(FileRules.removedByRule, details: rekeying.cause.reasons)
        }
        // Blanked records are in no file of the inbox.
        let isInArchive = file.archived != nil || rekeying != nil
        if !isInArchive {
            if survey.survey.count > Self.mostBytesInMemory {
                let large = try SentFile(file.path)
                (content, sent) = (large.content, large)
                keeping = FileKeeping(large, at: file.path, sha256, in: archive)
                return
            }
            try Self.keep(file, survey, in: archive)
        }
        (content, sent, keeping) = (try archive.opened(sha256), nil, nil)
    }

    /// Whether the file is kept while it is loaded, and ``check()`` is yet to say what came of it.
    var isBeingKept: Bool { keeping != nil }

    /// Waits until nothing is kept any more; whoever gives up leaves no thread behind.
    ///
    /// A file that was refused is not accepted, so what was kept of it goes: nobody would look for a person in it.
    ///
    /// - Parameter store: The store, which knows the file where it was loaded.
    func finish(in store: SupportStore) {
        _ = try? keeping?.finish()
        if isNew, (try? store.hasSeen(sha256)) == false { archive.discardExport(sha256) }
    }

    /// Makes sure, when the last record was read, that what was loaded is what is kept.
    ///
    /// - Throws: ``FileRefusal`` when it may not be, ``StoreError`` when it could not be kept.
    func check() throws {
        guard let sent, let keeping else { return }
        // What the reader was given has the fingerprint, whatever became of the file. A workbook is not read from its
        // first byte to its last, so the file itself is read again.
        guard try keeping.finish() || sent.isUnchanged(sha256) else {
            throw FileRefusal(FileRules.changedWhileRead)
        }
    }

    /// Keeps a file of the inbox in the archive, sealed.
    static func keep(_ file: Inbox.File, _ survey: SurveyedFile, in archive: Archive) throws {
        try keep(SentFile(file.path), at: file.path, survey.sha256, in: archive)
    }

    /// Keeps a file that is open.
    static func keep(
        _ sent: SentFile, at path: FilePath, _ sha256: [UInt8], in archive: Archive
    ) throws {
        do {
            let isSame = try sent.content.withDescriptor {
                try archive.keepExport(sha256, from: $0)
            }
            guard isSame else { throw FileRefusal(FileRules.changedWhileRead) }
        } catch let failure as Archive.ReadFailure {
            throw FileError(path: path, code: failure.code)
        }
    }
}

/// A file of the inbox that is open, with what the system says of it when it was opened.
struct SentFile: Sendable {
    /// The file.
    let content: OpenedFile
    private let before: State

    /// What changes when somebody writes.
    private struct State: Equatable, Sendable {
        let size: Int
        let seconds: [Int]
        let nanoseconds: [Int]

        init?(_ content: OpenedFile) {
            var status = stat()
            guard content.withDescriptor({ fstat($0, &status) }) == 0 else { return nil }
            size = Int(status.st_size)
            seconds = [status.st_mtim.tv_sec, status.st_ctim.tv_sec]
            nanoseconds = [status.st_mtim.tv_nsec, status.st_ctim.tv_nsec]
        }
    }

    /// Opens a file.
    ///
    /// - Throws: ``FileError`` when it cannot be read.
    init(_ path: FilePath) throws(FileError) {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        content = OpenedFile(descriptor: descriptor)
        guard let state = State(content) else { throw FileError(path: path, code: errno) }
        before = state
    }

    /// Whether nobody has written the file since it was opened, and its bytes have a fingerprint.
    ///
    /// The times tell what was changed and changed back while it was read.
    func isUnchanged(_ sha256: [UInt8]) -> Bool {
        State(content) == before && content.fingerprint() == sha256
    }
}
