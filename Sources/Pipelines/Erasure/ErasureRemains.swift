import Foundation
public import SupportStore

/// Files outside of the store that hold what was erased from it.
public struct ErasureRemains: Hashable, Sendable {
    /// Files of the inbox whose bytes are those that were sent.
    public var inboxFiles: [String] = []
    /// Copies of the store that were made before a migration.
    public var backups: [String] = []

    /// Creates a list of nothing.
    public init() {}

    /// Looks for the files.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - originals: The fingerprints of files as they were sent, of which records were blanked.
    ///   - folder: The inbox, or `nil` to leave it out.
    public init(of store: SupportStore, originals: Set<[UInt8]>, inbox folder: String?) throws {
        let state = (store.path as NSString).deletingLastPathComponent
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(state)/backups")) ?? []
        backups = names.sorted().map { "\(state)/backups/\($0)" }
        guard let folder, !originals.isEmpty, let inbox = Inbox(folder: folder) else { return }
        inboxFiles = inbox.files.filter { file in
            (try? SurveyedFile(path: file.path)).map { originals.contains($0.sha256) } ?? false
        }.map(\.name)
    }

    /// Whether there is none.
    public var isEmpty: Bool { inboxFiles.isEmpty && backups.isEmpty }

    /// Removes the copies of the store.
    public func removeBackups() {
        for path in backups { try? FileManager.default.removeItem(atPath: path) }
    }
}
