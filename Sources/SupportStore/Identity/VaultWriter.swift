import Foundation
import Synchronization

/// Seals entries beside the loading of a delivery, so that the loading does not wait for it.
final class VaultWriter: Sendable {
    private let vault: IdentityVault
    private let queue = DispatchQueue(label: "pumpurs.vault")
    private let failure = Mutex<(any Error)?>(nil)

    init(_ vault: IdentityVault) { self.vault = vault }

    /// Takes entries to seal.
    func append(_ entries: [IdentityVault.Entry]) {
        queue.async { [self] in
            do { try vault.seal(entries) } catch {
                failure.withLock { if $0 == nil { $0 = error } }
            }
        }
    }

    /// Waits until everything is sealed.
    ///
    /// - Throws: The first error of the vault.
    func finish() throws {
        queue.sync {}
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
