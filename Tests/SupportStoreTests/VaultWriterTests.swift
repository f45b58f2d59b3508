import Foundation
import GRDB
import Synchronization
import Testing

@testable import PupilSupport
@testable import SupportStore

@Suite struct `What a delivery has sealed` {
    private struct Failure: Error {}

    private func withVault(_ body: (IdentityVault) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-vault-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(
            IdentityVault(
                path: "\(folder)/vault.sqlite", key: IdentityKey(bytes: (1...32).map { UInt8($0) }))
        )
    }

    private func pupil(_ id: Int, _ text: String = "made up") -> IdentityVault.Entry {
        .init(
            role: "pupil", id: id, identifier: PersonIdentifier(scope: "", text: text),
            name: nil)
    }

    private func seal(_ ids: Range<Int>, by writer: VaultWriter) {
        writer.append { [entries = ids.map { pupil($0) }] in try $0.seal(entries, in: $1) }
    }

    @Test func `is in the vault once the delivery is complete`() throws {
        try withVault { vault in
            let writer = VaultWriter(vault)
            seal(1..<3_000, by: writer)
            seal(3_000..<5_001, by: writer)
            try writer.finish()
            let count = try vault.count(of: "pupil")
            #expect(count == 5_000)
            let texts = try vault.open(role: "pupil", id: 5_000)
            #expect(texts == ["", "made up", "", ""])
        }
    }

    @Test func `is taken back whole with the delivery`() throws {
        try withVault { vault in
            let before = VaultWriter(vault)
            seal(1..<2, by: before)
            try before.finish()
            let writer = VaultWriter(vault)
            seal(1..<3_000, by: writer)
            writer.takeBack()
            let count = try vault.count(of: "pupil")
            #expect(count == 1)
        }
    }

    @Test func `stays when it is taken back after it was complete`() throws {
        try withVault { vault in
            let writer = VaultWriter(vault)
            seal(1..<2, by: writer)
            try writer.finish()
            writer.takeBack()
            let count = try vault.count(of: "pupil")
            #expect(count == 1)
        }
    }

    @Test func `is not there when part of it could not be sealed, and the delivery is told`() throws
    {
        try withVault { vault in
            let writer = VaultWriter(vault)
            seal(1..<3_000, by: writer)
            writer.append { _, _ in throw Failure() }
            seal(3_000..<6_000, by: writer)
            #expect(throws: StoreError.self) { try writer.finish() }
            let count = try vault.count(of: "pupil")
            #expect(count == 0)
        }
    }

    @Test func `is sealed in the order in which it came`() throws {
        try withVault { vault in
            let writer = VaultWriter(vault)
            for number in 1...200 {
                writer.append { [pupil] in try $0.seal([pupil(7, "\(number)")], in: $1) }
            }
            try writer.finish()
            let texts = try vault.open(role: "pupil", id: 7)
            #expect(texts?[1] == "200")
        }
    }

    @Test func `may be nothing`() throws {
        try withVault { vault in
            let writer = VaultWriter(vault)
            try writer.finish()
            writer.takeBack()
            let count = try vault.count(of: "pupil")
            #expect(count == 0)
        }
    }
}
