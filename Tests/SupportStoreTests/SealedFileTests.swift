import Foundation
import Testing

@testable import SupportStore

@Suite struct `A sealed export` {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "pumpurs-archive-\(UUID().uuidString)").path
    private let key = IdentityKey(bytes: (1...32).map { UInt8($0) })

    private var archive: Archive { archive(under: key) }

    private func archive(under key: IdentityKey) -> Archive {
        Archive(stateFolder: folder) { () throws(StoreError) -> IdentityKey in key }
    }

    /// Bytes of which no two stretches are alike.
    private func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8 ^ $0 >> 16) }
    }

    private func read(_ file: OpenedFile) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: file.path)))
    }

    private func cleared<Result>(_ body: () throws -> Result) rethrows -> Result {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body()
    }

    private static let mebibyte = 1 << 20

    @Test(arguments: [0, 1, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte])
    func `comes back as it was sent, whatever its size`(size: Int) throws {
        try cleared {
            let sent = bytes(size)
            let sha256 = try archive.keepExport(sent)
            #expect(try read(archive.opened(sha256)) == sent)
            #expect(archive.isSound(sha256))
            let sealed = try Data(contentsOf: URL(filePath: archive.sealedPlace(of: sha256)))
            #expect(sealed.count == SealedFormat.size(ofPlain: size))
            #expect(SealedFormat.plainSize(ofSealed: sealed.count) == size)
            if size > 16 { #expect(sealed.range(of: Data(sent.prefix(16))) == nil) }
        }
    }

    @Test(arguments: [0, 1, mebibyte, 2 * mebibyte + 7])
    func `from a descriptor is the same`(size: Int) throws {
        try cleared {
            let sent = bytes(size)
            let source = FileManager.default.temporaryDirectory.appending(
                path: UUID().uuidString)
            try Data(sent).write(to: source)
            defer { try? FileManager.default.removeItem(at: source) }
            var fingerprint = Fingerprint()
            fingerprint.update(sent)
            let sha256 = fingerprint.finalize()
            let file = try FileHandle(forReadingFrom: source)
            #expect(try archive.keepExport(sha256, from: file.fileDescriptor))
            #expect(try read(archive.opened(sha256)) == sent)
        }
    }

    private func blocks(_ bytes: [UInt8], of size: Int) -> () -> [UInt8] {
        var start = 0
        return {
            let end = min(start + size, bytes.count)
            defer { start = end }
            return Array(bytes[start..<end])
        }
    }

    private func fingerprint(_ bytes: [UInt8]) -> [UInt8] {
        var fingerprint = Fingerprint()
        fingerprint.update(bytes)
        return fingerprint.finalize()
    }

    @Test(arguments: [0, 1, mebibyte, 2 * mebibyte + 7], [1 << 15, mebibyte, 3 * mebibyte + 1])
    func `from blocks of any size is the same`(size: Int, block: Int) throws {
        try cleared {
            let sent = bytes(size)
            let sha256 = fingerprint(sent)
            let isKept = try archive.keepExport(sha256, blocks(sent, of: block))
            #expect(isKept)
            #expect(try read(archive.opened(sha256)) == sent)
        }
    }

    @Test func `that is kept already is compared with the blocks all the same`() throws {
        try cleared {
            let sha256 = try archive.keepExport(bytes(100))
            let isSame = try archive.keepExport(sha256, blocks(bytes(100), of: 7))
            let isOther = try !archive.keepExport(sha256, blocks(bytes(99), of: 7))
            #expect(isSame && isOther)
        }
    }

    @Test func `of other bytes than were surveyed is not kept`() throws {
        try cleared {
            let sha256 = [UInt8](repeating: 7, count: 32)
            let isKept = try archive.seal(sha256) { [] }
            #expect(!isKept)
            #expect(!archive.has(sha256))
            #expect(archive.items().isEmpty)
        }
    }

    /// Changes the bytes of a sealed file of three pieces, and tells whether it still opens.
    private func opens(after change: (inout [UInt8]) -> Void) throws -> Bool {
        try cleared {
            let sha256 = try archive.keepExport(bytes(2 * Self.mebibyte + 100))
            let place = archive.sealedPlace(of: sha256)
            var sealed = Array(try Data(contentsOf: URL(filePath: place)))
            change(&sealed)
            try Data(sealed).write(to: URL(filePath: place))
            let isOpened = (try? archive.opened(sha256)) != nil
            #expect(archive.isSound(sha256) == isOpened)
            return isOpened
        }
    }

    private static let piece = mebibyte + 16

    @Test func `opens when nothing was changed`() throws { #expect(try opens { _ in }) }

    @Test func `does not open without its last piece`() throws {
        #expect(try !opens { $0.removeLast($0.count - 48 - 2 * Self.piece) })
    }

    @Test func `does not open with two pieces swapped`() throws {
        #expect(
            try !opens { sealed in
                let first = Array(sealed[48..<(48 + Self.piece)])
                sealed.replaceSubrange(
                    48..<(48 + Self.piece),
                    with: sealed[(48 + Self.piece)..<(48 + 2 * Self.piece)])
                sealed.replaceSubrange((48 + Self.piece)..<(48 + 2 * Self.piece), with: first)
            })
    }

    @Test(arguments: [0, 7, 8, 15, 16, 47, 48, 48 + mebibyte, 48 + piece, 48 + 2 * piece + 115])
    func `does not open with one bit changed`(place: Int) throws {
        #expect(try !opens { $0[place] ^= 0x10 })
    }

    @Test func `does not open under another's name`() throws {
        try cleared {
            let (first, second) = try (archive.keepExport([1]), archive.keepExport([2]))
            try FileManager.default.removeItem(atPath: archive.sealedPlace(of: second))
            try FileManager.default.copyItem(
                atPath: archive.sealedPlace(of: first), toPath: archive.sealedPlace(of: second))
            #expect(throws: StoreError.archiveDamaged(path: archive.path(of: second))) {
                try archive.opened(second)
            }
        }
    }

    @Test func `is sealed otherwise each time`() throws {
        try cleared {
            let sha256 = try archive.keepExport(bytes(64))
            let place = URL(filePath: archive.sealedPlace(of: sha256))
            let first = try Data(contentsOf: place)
            try FileManager.default.removeItem(at: place)
            _ = try archive.keepExport(bytes(64))
            #expect(try Data(contentsOf: place) != first)
        }
    }

    @Test func `opens under each key that was admitted, and under no other`() throws {
        try cleared {
            let sha256 = try archive.keepExport([1, 2, 3])
            let next = IdentityKey(bytes: (2...33).map { UInt8($0) })
            #expect(throws: StoreError.archiveKeyLost(path: archive.keyring.path)) {
                try archive(under: next).opened(sha256)
            }
            try archive.keyring.admit(next)
            #expect(try read(archive(under: next).opened(sha256)) == [1, 2, 3])
            #expect(try read(archive(under: key).opened(sha256)) == [1, 2, 3])
            try ArchiveKeyList.change(inArchive: archive.folder) {
                $0.keepOnly(next.identifier)
            }
            #expect(try read(archive(under: next).opened(sha256)) == [1, 2, 3])
            #expect(!archive(under: key).isSound(sha256))
        }
    }

    @Test func `never lets a second key be made in passing`() throws {
        try cleared {
            _ = try archive.keepExport([1])
            try FileManager.default.removeItem(atPath: archive.keyring.path)
            #expect(throws: StoreError.archiveKeyLost(path: archive.keyring.path)) {
                try archive(under: key).keepExport([2])
            }
        }
    }

    @Test func `of an older program is read in clear`() throws {
        try cleared {
            let sha256 = try archive.keepDocument([1, 2, 3])
            #expect(archive.has(sha256))
            #expect(try read(archive.opened(sha256)) == [1, 2, 3])
            #expect(archive.path(of: sha256) == archive.clearPlace(of: sha256))
        }
    }
}
