import Extraction
import Foundation
import Normalization
public import SupportStore

/// Tells an inbox from other folders: what is put into one the next run reads as files of schools.
///
/// A command that reads no inbox is told none, so the store says which it was.
public struct DeliveredFolder {
    private let inbox: String?
    private let deliveries: [String: Set<[UInt8]>]

    /// Asks a store which folder its last import read, and what files came.
    public init(of store: SupportStore) throws {
        inbox = try store.recordOfLastImport().flatMap(PackageShelf.inbox(of:))
        deliveries = Self.names(of: try store.currentDeliveries())
    }

    /// Asks a store that is only read what files came.
    public init(of store: ReadableStore) throws {
        inbox = nil
        deliveries = Self.names(of: try store.currentDeliveries())
    }

    private static func names(of deliveries: [StoredDelivery]) -> [String: Set<[UInt8]>] {
        Dictionary(grouping: deliveries, by: \.fileName).mapValues { Set($0.map(\.sha256)) }
    }

    /// Returns the folder, or the nearest above it, that is an inbox, or `nil` when there is none.
    public func above(_ path: String) -> String? {
        if let inbox, PathOrder.contains(inbox, path) { return inbox }
        var folder = RealPath.text(of: path)
        while true {
            if holdsDelivery(folder) { return folder }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    private func holdsDelivery(_ folder: String) -> Bool {
        deliveries.contains { name, fingerprints in
            let file = "\(folder)/\(name)"
            guard FileManager.default.fileExists(atPath: file),
                let survey = try? SurveyedFile(path: FilePath(file))
            else { return false }
            return fingerprints.contains(survey.sha256)
        }
    }
}
