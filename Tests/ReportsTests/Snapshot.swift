import Foundation
import Testing

/// Compares bytes with a file beside the tests; `RECORD_SNAPSHOTS=1` writes it anew.
func expectSnapshot(
    _ actual: [UInt8], named name: String, filePath: String = #filePath,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
    let file = URL(filePath: filePath).deletingLastPathComponent()
        .appending(path: "__Snapshots__/\(name)")
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    let exists = FileManager.default.fileExists(atPath: file.path)
    if isRecording || !exists {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual).write(to: file, options: .atomic)
        if !exists { Issue.record("\(name) is new: look at it", sourceLocation: sourceLocation) }
        return
    }
    let expected = [UInt8](try Data(contentsOf: file))
    guard expected != actual else { return }
    let (old, new) = (lines(expected), lines(actual))
    let place =
        zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    Issue.record(
        """
        \(name) differs from its snapshot on line \(place + 1)
        - \(place < old.count ? old[place] : "")
        + \(place < new.count ? new[place] : "")
        """, sourceLocation: sourceLocation)
}

private func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
    }
}
