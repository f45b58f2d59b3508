import Glibc

// Reading: the sealed form counts, and the clear one of an older program where there is none.
extension Archive {
    /// Returns the path under which an export lies, or would lie, for messages.
    public func path(of sha256: [UInt8]) -> String {
        let current = rekeying(of: sha256)?.current ?? sha256
        let (sealed, clear) = (sealedPlace(of: current), clearPlace(of: current))
        return access(sealed, F_OK) != 0 && access(clear, F_OK) == 0 ? clear : sealed
    }

    /// Whether the archive has an export.
    public func has(_ sha256: [UInt8]) -> Bool {
        let current = rekeying(of: sha256)?.current ?? sha256
        return access(sealedPlace(of: current), R_OK) == 0
            || access(clearPlace(of: current), R_OK) == 0
    }

    /// Whether the archive has an export, and its bytes are still those of its name, or of its note.
    public func isSound(_ sha256: [UInt8]) -> Bool {
        do throws(StoreError) {
            try check(sha256)
            return true
        } catch { return false }
    }

    /// Makes sure that an export is what was accepted, before anything is read from it.
    ///
    /// - Throws: ``StoreError`` when its bytes are not those of its name, or it does not open.
    public func check(_ sha256: [UInt8]) throws(StoreError) {
        let current = try current(of: sha256)
        if let sealed = SealedFile(sealedPlace(of: current)) {
            if try sealed.read(under: keyring.key(), { (_) throws(StoreError) in }) == current {
                return
            }
        }
        guard openedClear(current) != nil else { throw fault(of: sha256, current) }
    }

    /// Opens an export and makes sure that it is what was accepted; its bytes lie in memory until nobody
    /// holds the result any more.
    ///
    /// - Throws: ``StoreError`` when its bytes are not those of its name, or it does not open.
    public func opened(_ sha256: [UInt8]) throws(StoreError) -> OpenedFile {
        let current = try current(of: sha256)
        let place = sealedPlace(of: current)
        if let sealed = SealedFile(place) {
            let key = try keyring.key()
            guard let file = OpenedFile(inMemory: ()) else { throw Self.noMemory(place, errno) }
            let found = try sealed.read(under: key) { (bytes) throws(StoreError) in
                let code = file.append(bytes)
                guard code == 0 else { throw Self.noMemory(place, code) }
            }
            if found == current { return file }
        }
        guard let file = openedClear(current) else {
            throw fault(of: sha256, current)
        }
        return file
    }

    /// Says why an export that does not open does not.
    private func fault(of sha256: [UInt8], _ current: [UInt8]) -> StoreError {
        let place = path(of: sha256)
        if isShut(current) { return .archiveShut(path: place) }
        return StoreError.folder(inPlaceOf: place) ?? .archiveDamaged(path: place)
    }

    /// Returns the fingerprint that the bytes of an export have now.
    private func current(of sha256: [UInt8]) throws(StoreError) -> [UInt8] {
        guard let rekeying = rekeying(of: sha256) else { return sha256 }
        guard let current = rekeying.current else { throw .archiveRemoved(rekeying.cause) }
        return current
    }

    private static func noMemory(_ place: String, _ code: Int32) -> StoreError {
        .inaccessible(path: place, reason: .system(code))
    }
}

// Keeping: no byte of an export reaches the disk in clear.
extension Archive {
    /// Why a file could not be read to be kept.
    public struct ReadFailure: Error {
        /// The system's error.
        public let code: Int32
    }

    /// Keeps an export, the bytes of an open file from where it stands, sealed.
    ///
    /// - Parameters:
    ///   - sha256: The fingerprint that they had when they were surveyed.
    ///   - descriptor: The file.
    /// - Returns: Whether the bytes are still those: a file may grow while it is read.
    /// - Throws: ``StoreError`` when the archive cannot be written, ``ReadFailure`` when the file cannot be read.
    public func keepExport(_ sha256: [UInt8], from descriptor: Int32) throws -> Bool {
        // What is there but altered is written anew; what was blanked or removed stays so.
        if rekeying(of: sha256) != nil || isSound(sha256) { return true }
        return try seal(sha256) {
            guard
                let piece = DescriptorBytes.read(
                    upTo: SealedFormat.pieceBytes, from: descriptor)
            else { throw ReadFailure(code: errno) }
            return piece
        }
    }

    /// Removes an export that was kept and is not accepted after all; no delivery may have it.
    public func discardExport(_ sha256: [UInt8]) { unlink(sealedPlace(of: sha256)) }

    /// Keeps an export that comes block by block, sealed.
    ///
    /// - Parameters:
    ///   - sha256: The fingerprint that its bytes must have.
    ///   - next: Returns the next block, of any size; an empty one is the end.
    /// - Returns: Whether the bytes have the fingerprint.
    /// - Throws: ``StoreError`` when the archive cannot be written, and what the blocks throw.
    public func keepExport(_ sha256: [UInt8], _ next: () throws -> [UInt8]) throws -> Bool {
        guard rekeying(of: sha256) != nil || isSound(sha256) else {
            var pieces = WholePieces()
            return try seal(sha256) { try pieces.next(of: next) }
        }
        var fingerprint = Fingerprint()
        while true {
            let block = try next()
            if block.isEmpty { return fingerprint.finalize() == sha256 }
            fingerprint.update(block)
        }
    }

    /// Keeps an export, sealed.
    ///
    /// - Returns: The fingerprint of its bytes.
    /// - Throws: ``StoreError`` when the archive cannot be written.
    public func keepExport(_ bytes: [UInt8]) throws -> [UInt8] {
        let sha256 = Fingerprint.of(bytes)
        guard !isSound(sha256) else { return sha256 }
        var start = 0
        _ = try seal(sha256) {
            let end = min(start + SealedFormat.pieceBytes, bytes.count)
            defer { start = end }
            return Array(bytes[start..<end])
        }
        return sha256
    }

    /// Seals what comes piece by piece, and puts it in its place when it is what it should be.
    ///
    /// - Parameter next: Returns the next piece, a whole one but at the end.
    func seal(_ sha256: [UInt8], _ next: () throws -> [UInt8]) throws -> Bool {
        let key = try keyForSealing()
        return try PrivateFile.put(at: sealedPlace(of: sha256)) { target in
            var sealing = FileSealing(under: key)
            var fingerprint = Fingerprint()
            try target.append(sealing.header)
            var piece = try next()
            while true {
                fingerprint.update(piece)
                // Whether a piece is the last one is known when the next has been asked for.
                let following = piece.count == SealedFormat.pieceBytes ? try next() : []
                try target.append(sealing.seal(piece, isLast: following.isEmpty))
                if following.isEmpty { break }
                piece = following
            }
            return fingerprint.finalize() == sha256
        }
    }
}

/// Puts pieces for sealing together from blocks of any size.
private struct WholePieces {
    private var rest: [UInt8] = []
    private var isOver = false

    /// Returns the next piece, a whole one but at the end.
    mutating func next(of blocks: () throws -> [UInt8]) throws -> [UInt8] {
        while rest.count < SealedFormat.pieceBytes, !isOver {
            let block = try blocks()
            isOver = block.isEmpty
            if rest.isEmpty { rest = block } else { rest += block }
        }
        guard rest.count > SealedFormat.pieceBytes else {
            defer { rest = [] }
            return rest
        }
        let piece = Array(rest.prefix(SealedFormat.pieceBytes))
        rest.removeFirst(SealedFormat.pieceBytes)
        return piece
    }
}
