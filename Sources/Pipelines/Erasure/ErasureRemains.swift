import Foundation
public import SupportStore

/// Files outside of the store that hold what was erased from it.
public struct ErasureRemains: Hashable, Sendable {
    /// Files of the inbox whose bytes are those that were sent.
    public var inboxFiles: [String] = []
    /// Copies of the store that were made before a migration.
    public var backups: [String] = []

    /// Packages and other folders and files beside them that name the person still.
    public var packages: [String] = []
    /// Encrypted packages, and what cannot be read, of which nobody can tell whether they do.
    public var closedPackages: [String] = []

    /// Creates a list of nothing.
    public init() {}

    /// Looks for the files.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - originals: The fingerprints of files as they were sent, of which records were blanked.
    ///   - folder: The inbox, or `nil` to leave it out.
    public init(of store: SupportStore, originals: Set<[UInt8]>, inbox folder: String?) throws {
        let state = PathParts.folder(of: store.path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(state)/backups")) ?? []
        backups = names.sorted().map { "\(state)/backups/\($0)" }
        guard let folder, !originals.isEmpty, let inbox = Inbox(folder: folder) else { return }
        inboxFiles = inbox.files.filter { file in
            (try? SurveyedFile(path: file.path)).map { originals.contains($0.sha256) } ?? false
        }.map(\.name)
    }

    /// Looks through folders of packages as well; one that is named twice is looked through once.
    ///
    /// - Parameter search: What is looked for.
    mutating func look(in folders: [String], for search: PackagesOfPerson) {
        var seen: Set<String> = []
        for folder in folders where seen.insert(RealPath.text(of: folder)).inserted {
            let found = search.run(in: folder)
            packages += found.holding
            closedPackages += found.closed
        }
    }

    /// Whether there is none.
    public var isEmpty: Bool {
        inboxFiles.isEmpty && backups.isEmpty && packages.isEmpty && closedPackages.isEmpty
    }

    /// Removes the copies of the store.
    public func removeBackups() {
        for path in backups { try? FileManager.default.removeItem(atPath: path) }
    }
}
