import Foundation
import SampleData

/// Writes the sample data into a folder.
@main
enum Generator {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 2, arguments.first == "--output", let folder = arguments.last
        else {
            FileHandle.standardError.write(
                Data("usage: sample-data-generator --output DIR\n".utf8))
            exit(64)
        }
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        for (path, bytes) in SampleData().files.sorted(by: { $0.key < $1.key }) {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file, options: .atomic)
        }
    }
}
