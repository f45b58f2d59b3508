import Diagnostics
import Foundation
import Testing

@testable import Pipelines

/// A copy of the valid definitions, to be spoilt.
struct DefinitionsFolder {
    private let folder: URL

    init() throws {
        let fixture = try #require(
            Bundle.module.url(forResource: "Fixtures/Definitions", withExtension: nil))
        folder = FileManager.default.temporaryDirectory.appending(path: "pumpurs-\(UUID())")
        try FileManager.default.copyItem(at: fixture, to: folder)
    }

    /// Replaces text that stands once in a file.
    func replace(
        _ old: String, with new: String, in path: String,
        at place: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appending(path: path)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.components(separatedBy: old).count == 2, sourceLocation: place)
        try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
    }

    /// Writes a file.
    func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: folder.appending(path: path))
    }

    /// Makes a folder.
    func makeFolder(_ path: String) throws {
        let new = folder.appending(path: path)
        try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
    }

    /// Removes a file or a folder.
    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: folder.appending(path: path))
    }

    /// Loads the definitions and removes the folder.
    func load() -> (Definitions?, [Diagnostic]) {
        defer { try? FileManager.default.removeItem(at: folder) }
        return DefinitionLoader(
            folder: folder.path(percentEncoded: false), knownRuleCodes: ["FLD-002", "REC-008"]
        ).load()
    }

    /// Loads the definitions and returns what is wrong, as a user who typed `pipelines` sees it.
    func faults(in language: MessageLanguage = .english) -> [String] {
        let path = folder.path(percentEncoded: false)
        return load().1.map { diagnostic in
            diagnostic.rendered(in: language).replacing(path, with: "pipelines")
        }
    }
}

/// Returns what is wrong when one text of one file is replaced.
func faults(
    _ path: String, _ old: String, _ new: String, in language: MessageLanguage = .english,
    at place: Testing.SourceLocation = #_sourceLocation
) throws -> [String] {
    let folder = try DefinitionsFolder()
    try folder.replace(old, with: new, in: path, at: place)
    return folder.faults(in: language)
}
