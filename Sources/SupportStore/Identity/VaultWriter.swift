import Foundation
import GRDB
import Synchronization

/// Seals what a delivery says of people beside its loading, all of it in one transaction of the vault.
///
/// Each transaction that ends waits for the disk, which the loading writes to as well: some thirty of them in an import
/// of a million sessions left the loading waiting for the vault. From the first entry to the end nobody else may use
/// the vault, so whatever a delivery seals goes this way.
final class VaultWriter: Sendable {
    /// Seals something within the transaction.
    typealias Sealing = @Sendable (IdentityVault, Database) throws -> Void

    /// How the transaction ends.
    private enum End { case kept, takenBack }

    private struct State {
        var waiting: [Sealing] = []
        var hasBegun = false
        var hasFailed = false
        var end: End?
    }

    private let vault: IdentityVault
    private let state = Mutex(State())
    private let arrived = DispatchSemaphore(value: 0)
    private let isDone = DispatchSemaphore(value: 0)
    private let failure = Mutex<(any Error)?>(nil)

    init(_ vault: IdentityVault) { self.vault = vault }

    /// Takes something to seal.
    func append(_ sealing: @escaping Sealing) {
        let isFirst = state.withLock { state in
            if !state.hasFailed { state.waiting.append(sealing) }
            defer { state.hasBegun = true }
            return !state.hasBegun
        }
        arrived.signal()
        guard isFirst else { return }
        let thread = Thread { [self] in
            do {
                try vault.database.write { database in
                    while let sealing = try next() { try sealing(vault, database) }
                }
            } catch {
                state.withLock { state in
                    state.hasFailed = true
                    state.waiting = []
                }
                failure.withLock { $0 = error }
            }
            isDone.signal()
        }
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// Says that nothing follows: what was sealed is kept while whoever says so goes on.
    func close() { end(.kept) }

    /// Waits until everything is sealed and kept.
    ///
    /// - Throws: ``StoreError`` when the vault cannot be written.
    func finish() throws(StoreError) {
        close()
        wait()
        if let error = failure.withLock(\.self) { throw .error(error, path: vault.path) }
    }

    /// Takes back what was sealed, unless it was kept.
    func takeBack() {
        end(.takenBack)
        wait()
    }

    private func end(_ end: End) {
        let isOpen = state.withLock { state in
            guard state.hasBegun, state.end == nil else { return false }
            state.end = end
            return true
        }
        if isOpen { arrived.signal() }
    }

    /// Waits for the transaction to end, where there is one.
    private func wait() {
        guard state.withLock(\.hasBegun) else { return }
        isDone.wait()
        isDone.signal()
    }

    /// Returns what is to be sealed next, waiting for it; `nil` when nothing follows.
    ///
    /// - Throws: `CancellationError` when all is to be taken back.
    private func next() throws -> Sealing? {
        arrived.wait()
        return try state.withLock { state in
            if state.end == .takenBack { throw CancellationError() }
            return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        }
    }
}
