import Foundation
import GRDB
import Testing

@testable import PupilSupport
@testable import SupportStore

@Suite struct `People whom the vault has and the store does not know` {
    private func sealed(_ id: Int, _ role: PersonRole = .pupil) -> IdentityVault.Entry {
        .init(
            role: role.rawValue, id: id,
            identifier: PersonIdentifier(scope: "", text: "made up"), name: nil)
    }

    @Test func `are gone when the store is opened again, and nobody else`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-seals-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let store = try SupportStore(folder: folder)
            try store.pool.write { database in
                try database.execute(
                    sql: "INSERT INTO pupil (id, pseudonym) VALUES (1, x'01'), (2, x'02')")
            }
            let writer = VaultWriter(store.vault)
            let entries = [sealed(1), sealed(2), sealed(3), sealed(900), sealed(1, .teacher)]
            writer.append { try $0.seal(entries, in: $1) }
            try writer.finish()
        }
        let store = try SupportStore(folder: folder)
        let pupils = try store.vault.database.read {
            try Int.fetchAll($0, sql: "SELECT id FROM pupil ORDER BY id")
        }
        let teachers = try store.vault.count(of: "teacher")
        #expect(pupils == [1, 2])
        #expect(teachers == 0)
    }
}
