import SupportStore

/// Opens an archive again of which the key was lost, or of which files stayed shut.
struct ArchiveOpening {
    let store: SupportStore
    let inbox: String
    let escrow: String?
    /// Whether files may stay shut that neither the key from other hands nor the inbox brings back.
    let mayLeaveShut: Bool

    /// Opens what can be opened.
    ///
    /// Nothing is changed before it is known that nothing stays shut without somebody's word.
    ///
    /// - Parameter isIdentityLost: Whether there is no key of the store yet to let in.
    /// - Throws: ``KeyProblem`` when files would stay shut, ``StoreError`` when files cannot be written.
    func open(isIdentityLost: Bool) throws -> KeyRecovery {
        var recovery = KeyRecovery()
        let isKeyLost = store.isArchiveKeyLost
        // A mistyped name must not pass for an inbox that has nothing.
        if isKeyLost, escrow == nil, Inbox(folder: inbox) == nil {
            throw KeyProblem.inboxMissing(path: ShownPath.text(of: inbox))
        }
        if let escrow {
            if isKeyLost {
                try store.useArchiveKey(escrowedIn: escrow)
            } else {
                recovery.reopened = try store.reopenExports(escrowedIn: escrow)
            }
        }
        let lost = LostExports(store: store)
        try checkNothingStaysShut(lost)
        if isIdentityLost, isKeyLost, escrow == nil { try checkSomethingOpens(lost) }
        if isKeyLost, escrow == nil {
            try store.replaceArchiveKey()
            recovery.hasNewArchiveKey = true
        }
        // Without an identity key to admit it, whoever is killed here begins anew from the inbox.
        if isKeyLost, !isIdentityLost { try store.admitToArchive() }
        recovery.sealedAnew = try lost.keep(from: inbox)
        try store.giveUpShutExports()
        recovery.missing = try store.lostExports().count + store.lostBlankedExports()
        return recovery
    }

    /// Makes sure that somebody can be known again: a store without people takes no delivery.
    private func checkSomethingOpens(_ lost: LostExports) throws {
        let shut = try store.shutExports().asSent
        guard !shut.isEmpty, lost.fingerprints(in: inbox, among: shut).isEmpty else { return }
        throw KeyProblem.nobodyComesBack(inbox: ShownPath.text(of: inbox))
    }

    /// Makes sure that no file stays shut whose key nobody gave up.
    private func checkNothingStaysShut(_ lost: LostExports) throws {
        guard !mayLeaveShut else { return }
        let shut = try store.shutExports(givenUp: false)
        guard shut.count > 0 else { return }
        let left = shut.asSent.subtracting(lost.fingerprints(in: inbox, among: shut.asSent)).count
        guard left + shut.blanked > 0 else { return }
        throw KeyProblem.filesStayShut(
            files: left + shut.blanked, blanked: shut.blanked, inbox: ShownPath.text(of: inbox))
    }
}
