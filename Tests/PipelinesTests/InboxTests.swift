import Diagnostics
import Extraction
import Foundation
import Testing

@testable import Pipelines

struct `The inbox` {
    @Test func `files are listed in the order of their paths`() throws {
        let folder = try InboxFolder()
        try folder.write(["b/a.csv", "a.csv", "b.csv", "ā.csv"])
        #expect(folder.listed == ["a.csv", "b.csv", "b/a.csv", "ā.csv"])
    }

    @Test func `hidden files and notes are no exports`() throws {
        let folder = try InboxFolder()
        try folder.write([".a.csv", ".b/a.csv", "README.md", "c/notes.MD", "c/md"])
        #expect(folder.listed == ["c/md"])
    }

    @Test func `a name that is not UTF-8 is listed with its bytes shown`() throws {
        let folder = try InboxFolder()
        try folder.write(bytes: [0x73, 0x6B, 0xFF, 0x2E, 0xC4])
        #expect(folder.listed == ["sk%FF.%C4"])
        #expect(folder.readable == ["sk%FF.%C4"])
    }

    @Test func `names that would look the same are told apart`() throws {
        let folder = try InboxFolder()
        try folder.write(bytes: [0xFF])
        try folder.write(["%FF", "100%", "a\u{304}", "ā"])
        #expect(folder.listed == ["%25FF", "100%", "a\u{304}", "ā", "%FF"])
        #expect(Set(folder.listed.map { Array($0.utf8) }).count == 5)
    }

    @Test func `characters that act on a terminal are shown as bytes`() throws {
        let folder = try InboxFolder()
        try folder.write(["a\u{1B}[2Jb\n", "a\u{202E}b"])
        #expect(folder.listed == ["a%1B[2Jb%0A", "a%E2%80%AEb"])
    }

    @Test func `a link to a file is read`() throws {
        let folder = try InboxFolder()
        try folder.write(["a.csv"])
        try folder.link("b.csv", to: "a.csv")
        #expect(folder.readable == ["a.csv", "b.csv"])
    }

    @Test func `a link that leads nowhere is a finding`() throws {
        let folder = try InboxFolder()
        try folder.write(["a.csv"])
        try folder.link("b.csv", to: "gone.csv")
        #expect(folder.listed == ["a.csv"])
        #expect(folder.obstacles == ["b.csv: FIL-014 it leads nowhere"])
    }

    @Test func `a link to itself is a finding`() throws {
        let folder = try InboxFolder()
        try folder.link("b.csv", to: "b.csv")
        #expect(folder.obstacles == ["b.csv: FIL-014 it leads round in a circle"])
    }

    @Test func `a link to a folder is a finding and not followed, so no walk goes round`() throws {
        let folder = try InboxFolder()
        try folder.write(["a/b.csv"])
        try folder.link("a/up", to: "..")
        try folder.link("z", to: "a")
        #expect(folder.listed == ["a/b.csv"])
        #expect(
            folder.obstacles == [
                "a/up: FIL-014 it leads to a folder", "z: FIL-014 it leads to a folder",
            ])
    }

    @Test func `a hidden link is no finding`() throws {
        let folder = try InboxFolder()
        try folder.link(".b.csv", to: "gone.csv")
        #expect(folder.obstacles.isEmpty)
    }

    @Test func `a folder that cannot be listed is one finding and the other files go on`() throws {
        let folder = try InboxFolder()
        try folder.write(["a.csv", "z/a.csv"])
        // Nobody, not even root, can open a path of more than 4096 bytes.
        let deep = try DeepFolder(in: folder.path, levels: 25)
        try deep.write("lost.csv")
        #expect(folder.listed == ["a.csv", "z/a.csv"])
        #expect(folder.obstacles.count == 1)
        let finding = try #require(folder.obstacles.first)
        #expect(finding.hasPrefix("ddd"))
        #expect(finding.hasSuffix("ddd: FIL-015 File name too long"))
    }

    @Test func `a folder that is not there is no inbox`() {
        #expect(Inbox(folder: "/nowhere/at/all") == nil)
    }
}

/// A folder that lives as long as this object.
private final class InboxFolder {
    let path = FileManager.default.temporaryDirectory.appending(path: "pumpurs-inbox-\(UUID())")
        .path(percentEncoded: false)

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ names: [String]) throws {
        for name in names {
            let folder = ("\(path)/\(name)" as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            try write(bytes: Array(name.utf8))
        }
    }

    func write(bytes name: [UInt8]) throws {
        let descriptor = FilePath(path).appending(name).withCString {
            open($0, O_WRONLY | O_CREAT, 0o600)
        }
        try #require(descriptor >= 0)
        close(descriptor)
    }

    func link(_ name: String, to target: String) throws {
        try #require(symlink(target, "\(path)/\(name)") == 0)
    }

    var listed: [String] { Inbox(folder: path)?.files.map(\.name) ?? [] }

    /// The names of the files that can be opened.
    var readable: [String] {
        Inbox(folder: path)?.files.filter { (try? FileSurvey(path: $0.path)) != nil }.map(
            \.name)
            ?? []
    }

    var obstacles: [String] {
        (Inbox(folder: path)?.obstacles ?? []).map { obstacle in
            let details = obstacle.refusal.details
            let reason = details["reason.en"] ?? details["reason"] ?? ""
            return "\(obstacle.file.name): \(obstacle.refusal.rule.code) \(reason)"
        }
    }
}

/// Folders one within another, deeper than a path can name.
private final class DeepFolder {
    private let name = String(repeating: "d", count: 200)
    private var descriptors: [Int32] = []
    private var file: String?

    init(in folder: String, levels: Int) throws {
        descriptors = [open(folder, O_RDONLY | O_DIRECTORY)]
        for _ in 0..<levels {
            let parent = try #require(descriptors.last)
            try #require(mkdirat(parent, name, 0o700) == 0)
            descriptors.append(openat(parent, name, O_RDONLY | O_DIRECTORY))
        }
    }

    func write(_ name: String) throws {
        let descriptor = openat(try #require(descriptors.last), name, O_WRONLY | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        close(descriptor)
        file = name
    }

    deinit {
        if let file, let last = descriptors.last { unlinkat(last, file, 0) }
        while let last = descriptors.popLast() {
            close(last)
            if let parent = descriptors.last { unlinkat(parent, name, AT_REMOVEDIR) }
        }
    }
}
