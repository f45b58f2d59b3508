import Foundation
import PupilSupport

/// Finds folders that others are shown, or that the program reads as definitions.
public enum ShownFolder {
    /// What a folder is for.
    public enum Kind: Sendable {
        /// Reports are published from it.
        case reports
        /// Definitions are read from it.
        case definitions
    }

    /// Returns the folder, or the nearest above it, that is such a one, or `nil` when there is none.
    public static func above(_ path: String) -> (folder: String, kind: Kind)? {
        var folder = RealPath.text(of: path)
        while true {
            if let kind = kind(of: folder) { return (folder, kind) }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    private static func kind(of folder: String) -> Kind? {
        let manager = FileManager.default
        let names = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
        let hasRelease = names.contains { name in
            Semester(code: name) != nil
                && manager.fileExists(atPath: "\(folder)/\(name)/public/summary.json")
        }
        if hasRelease { return .reports }
        return names.contains("sources") && names.contains("vocabularies") ? .definitions : nil
    }
}
