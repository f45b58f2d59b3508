import Foundation

/// Which path lies within which, however either is written.
public enum PathOrder {
    /// Whether a path is a folder or lies in it.
    public static func contains(_ folder: String, _ path: String) -> Bool {
        let outer = resolved(folder)
        let inner = resolved(path)
        return inner == outer || inner.hasPrefix(outer.hasSuffix("/") ? outer : outer + "/")
    }

    private static func resolved(_ path: String) -> String {
        var rest = URL(fileURLWithPath: path).standardizedFileURL
        var missing: [String] = []
        // Links are resolved as far as there is anything: the end of a path is often yet to be made.
        while !FileManager.default.fileExists(atPath: rest.path), rest.pathComponents.count > 1 {
            missing.insert(rest.lastPathComponent, at: 0)
            rest.deleteLastPathComponent()
        }
        return missing.reduce(rest.resolvingSymlinksInPath()) { $0.appendingPathComponent($1) }.path
    }
}
