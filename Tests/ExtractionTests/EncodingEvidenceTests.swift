import Testing

@testable import Extraction

@Suite struct `Evidence of an encoding` {
    private func evidence(_ bytes: [UInt8], inBlocksOf size: Int) -> EncodingEvidence {
        var evidence = EncodingEvidence()
        var start = 0
        while start < bytes.count {
            let end = min(start + size, bytes.count)
            bytes.withUnsafeBufferPointer {
                evidence.observe(UnsafeBufferPointer(rebasing: $0[start..<end]))
            }
            start = end
        }
        evidence.finish()
        return evidence
    }

    /// Letters of Latvian, Cyrillic and others, whole and torn, between ASCII and zero bytes.
    private func bytes(_ random: inout SplitMix) -> [UInt8] {
        let pieces: [[UInt8]] = [
            Array("Krišjānis Eglītis;".utf8), Array("школа".utf8), Array("€\u{FFFD}".utf8),
            [0xC4], [0x81], [0xD8, 0x00], [0xDC, 0x41], [0xFF, 0xFE], [0xC1, 0x80], [0], [0x41],
            Array("āčēģ".utf8), Array("a long stretch of nothing but ASCII, of two words".utf8),
        ]
        return (0..<400).flatMap { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
    }

    private struct SplitMix {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            let mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            return mixed ^ mixed >> 27
        }
    }

    @Test(arguments: 1...40) func `is the same in whole blocks as byte by byte`(seed: UInt64) {
        var random = SplitMix(state: seed)
        let bytes = bytes(&random)
        let slow = evidence(bytes, inBlocksOf: 1)
        for size in [2, 7, 64, bytes.count] {
            let fast = evidence(bytes, inBlocksOf: size)
            #expect(fast.pairsBefore == slow.pairsBefore)
            #expect(fast.pairsBehind == slow.pairsBehind)
            #expect(fast.bytes == slow.bytes)
            #expect(fast.utf8.faults == slow.utf8.faults)
            #expect(fast.utf8.lostCharacters == slow.utf8.lostCharacters)
            #expect(fast.utf8.characterCount == slow.utf8.characterCount)
            #expect(fast.utf16.zerosAtEven == slow.utf16.zerosAtEven)
            #expect(fast.utf16.zerosAtOdd == slow.utf16.zerosAtOdd)
            #expect(
                fast.utf16.littleEndian.loneSurrogates == slow.utf16.littleEndian.loneSurrogates)
            #expect(fast.utf16.bigEndian.loneSurrogates == slow.utf16.bigEndian.loneSurrogates)
        }
    }
}
