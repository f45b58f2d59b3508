import Foundation

/// What lies in the folder of a store, before any of it is opened.
struct StateFolder {
    private let folder: String

    init(_ folder: String) { self.folder = folder }

    /// Whether there is no SQLite file, or an empty one.
    var isWithoutStore: Bool { size(of: SupportStore.path(in: folder)) == 0 }

    /// The path of what only a store leaves behind, or `nil` when there is nothing: a first run that is
    /// killed has made none of it before the SQLite file holds something.
    var remains: String? {
        let vault = "\(folder)/vault.sqlite"
        if size(of: vault) > 0 { return vault }
        return ["archive", "runs"].map { "\(folder)/\($0)" }.first { path in
            (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty == false
        }
    }

    private func size(of path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
