/// A session's values without loss in three words.
struct PackedSession {
    let key: UInt64
    let rest: UInt64
    let circumstances: UInt64

    var day: UInt64 { rest >> 42 }
}

/// An open-addressing table of packed sessions.
///
/// The slots hold a part of the hash and a number, so that a session that is new is mostly told by one look
/// into a few megabytes. The sessions lie in pieces of one size, for a large array that grows is there twice
/// while it is copied.
struct PackedSessionTable {
    private var slots: [UInt64] = Array(repeating: 0, count: 1024)
    private var mask = 1023
    private var pieces: [[PackedSession]] = []
    private var lines: [[UInt32]] = []
    private var count = 0
    /// Drawn anew for every table, so that no file can be made to collide.
    private let seed = UInt64.random(in: .min ... .max)

    /// What the looks of ``approach(_:_:)`` found, so that none of them is left out; it means nothing.
    private var approached: UInt64 = 0

    private static let pieceBits = 14
    private static let pieceSize = 1 << pieceBits
    private static let tagBits: UInt64 = 0xFFFF_FFFF_0000_0000

    /// Notes a session and tells whether it has been seen.
    mutating func see(_ session: PackedSession, line: Int) -> RepeatIndex.Sighting {
        if count * 10 > mask * 6 { grow() }
        let hash = self.hash(session)
        var slot = Int(truncatingIfNeeded: hash) & mask
        var sameKey: Int?
        while slots[slot] != 0 {
            if slots[slot] & Self.tagBits == hash & Self.tagBits {
                let number = Self.number(in: slots[slot])
                let other = self[number]
                if other.key == session.key, other.day == session.day {
                    if other.rest == session.rest, other.circumstances == session.circumstances {
                        return .repeated(line: self.line(of: number))
                    }
                    if sameKey == nil { sameKey = self.line(of: number) }
                }
            }
            slot = (slot + 1) & mask
        }
        append(session, line: line)
        slots[slot] = hash & Self.tagBits | UInt64(count)
        return sameKey.map { .sameKey(line: $0) } ?? .new
    }

    /// Whether the table is larger than what a processor has near.
    var isLarge: Bool { mask >= 1 << 16 }

    /// Looks where sessions will be looked for.
    ///
    /// The places of sessions lie far apart, and a look that decides something waits for memory; looks one behind the
    /// other that decide nothing wait together.
    ///
    /// - Parameters:
    ///   - count: The number of sessions.
    ///   - session: Gives each, as far as its key, or `nil`.
    @inline(__always)
    mutating func approach(_ count: Int, _ session: (Int) -> PackedSession?) {
        var found: UInt64 = 0
        slots.withUnsafeBufferPointer { slots in
            for number in 0..<count {
                guard let session = session(number) else { continue }
                found ^= slots[Int(truncatingIfNeeded: hash(session)) & mask]
            }
        }
        approached ^= found
    }

    /// Returns the line of the first session with a key, if there is one.
    func line(ofKey session: PackedSession) -> Int? {
        let hash = self.hash(session)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let number = Self.number(in: slots[slot])
            let other = self[number]
            if other.key == session.key, other.day == session.day { return line(of: number) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private subscript(number: Int) -> PackedSession {
        pieces[number >> Self.pieceBits][number & (Self.pieceSize - 1)]
    }

    private func line(of number: Int) -> Int {
        Int(lines[number >> Self.pieceBits][number & (Self.pieceSize - 1)])
    }

    private mutating func append(_ session: PackedSession, line: Int) {
        if count & (Self.pieceSize - 1) == 0 {
            pieces.append([])
            lines.append([])
            pieces[pieces.count - 1].reserveCapacity(Self.pieceSize)
            lines[lines.count - 1].reserveCapacity(Self.pieceSize)
        }
        pieces[pieces.count - 1].append(session)
        lines[lines.count - 1].append(UInt32(clamping: line))
        count += 1
    }

    private mutating func grow() {
        mask = mask * 2 + 1
        // The old slots go before the new ones come.
        slots = []
        slots = Array(repeating: 0, count: mask + 1)
        var number = 0
        for piece in pieces {
            for session in piece {
                let hash = self.hash(session)
                number += 1
                var slot = Int(truncatingIfNeeded: hash) & mask
                while slots[slot] != 0 { slot = (slot + 1) & mask }
                slots[slot] = hash & Self.tagBits | UInt64(number)
            }
        }
    }

    /// Returns the number of the session that a slot stands for, from 0.
    @inline(__always)
    private static func number(in slot: UInt64) -> Int { Int(slot & ~tagBits) - 1 }

    @inline(__always)
    private func hash(_ session: PackedSession) -> UInt64 {
        let word = session.key ^ session.day << 40 ^ session.day ^ seed
        let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
