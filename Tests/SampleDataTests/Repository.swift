import Foundation

/// Where the repository lies whose tests these are.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let samples = root.appending(path: "sample-data")

    /// The paths of the committed samples, below their folder.
    static func committedPaths() throws -> Set<String> {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: samples.path())
        return Set(
            paths.filter { path in
                var isFolder: ObjCBool = false
                let file = samples.appending(path: path).path()
                return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
                    && !isFolder.boolValue
            })
    }
}
