import Diagnostics
import Extraction

/// XML files: the record reader with paths of every kind, and the look at the root.
enum XMLTarget {
    private static let file = MemoryFile(named: "xml")
    private static let namespaces = ["p": "urn:pumpurs:sloka:1", "q": "urn:b"]

    /// The number of bytes that say how the others are read.
    static let prefix = 3

    static func run(_ input: UnsafeBufferPointer<UInt8>) {
        let choice = Array(input.prefix(prefix)) + [UInt8](repeating: 0, count: prefix)
        let bytes = Array(input.dropFirst(prefix))
        file.write(bytes)
        let encoding = TextEncoding.allCases[Int(choice[0]) % TextEncoding.allCases.count]
        let tables = tableSets[Int(choice[1]) % tableSets.count]
        let blockSize = 1 + Int(choice[2] & 0x7F)
        let whole = outcome(encoding, tables, blockSize: 1 << 15)
        let inBlocks = outcome(encoding, tables, blockSize: blockSize)
        // A byte without meaning behind a tear hides the tear or not, as the blocks fall.
        let isLost = [whole, inBlocks].contains { $0.refusal?.rule.code == "FIL-003" }
        Invariant.holds(
            isLost || withoutTear(inBlocks).agrees(with: withoutTear(whole)),
            "blocks of \(blockSize) give\n\(inBlocks)\nand one block gives\n\(whole)")
        check(whole, count: bytes.count)
        layOut(bytes, encoding)
        do {
            _ = try Invariant.inTime("the look at the root") { try XMLRoot(path: file.path) }
        } catch {
            Invariant.holds(false, "the look at the root threw \(error)")
        }
    }

    private static func outcome(
        _ encoding: TextEncoding, _ tables: [XMLTable], blockSize: Int
    ) -> ReadOutcome {
        Invariant.inTime("reading in blocks of \(blockSize)") {
            var outcome = ReadOutcome()
            do {
                var reader = try XMLRecordReader(
                    path: file.path, encoding: encoding, tables: tables, blockSize: blockSize)
                outcome.read { try reader.nextBatch() }
            } catch {
                outcome.refused(error)
            }
            // Batches of several tables may come in another order.
            outcome.records = tables.indices.flatMap { table in
                outcome.records.filter { $0.table == table }
            }
            return outcome
        }
    }

    /// Leaves the place of a tear out.
    ///
    /// How far libxml2 is within a text or a CDATA section without end depends on where the blocks end;
    /// that there is a tear does not.
    private static func withoutTear(_ outcome: ReadOutcome) -> ReadOutcome {
        var outcome = outcome
        if let index = outcome.records.firstIndex(where: { $0.fault?.code == "XML-001" }) {
            outcome.records.remove(at: index)
            outcome.ignored = [[]]
        }
        return outcome
    }

    /// Places lie within the file; those of a table's records grow, unless one stands within another.
    private static func check(_ outcome: ReadOutcome, count: Int) {
        for record in outcome.records {
            let (line, byte, length) = (record.place[0], record.place[1], record.place[2])
            Invariant.holds(
                line >= 1 && byte >= 0 && length >= 0 && byte + length <= count,
                "a record of \(length) bytes at \(byte) of \(count), line \(line)")
            Invariant.holds(
                record.cellBytes.allSatisfy { (0...count).contains($0) },
                "cells at \(record.cellBytes) of \(count) bytes")
        }
        let places = outcome.records.map { ($0.table, $0.place[1] + $0.place[2]) }
        for (place, next) in zip(places, places.dropFirst()) where place.0 == next.0 {
            Invariant.holds(place.1 <= next.1, "a record ends at \(next.1), behind \(place.1)")
        }
    }

    /// The pieces of the layout follow one another.
    private static func layOut(_ bytes: [UInt8], _ encoding: TextEncoding) {
        let text = LosslessText(sent: bytes, encoding: encoding)
        Invariant.holds(text.sent() == bytes, "a text comes back as it was")
        // The name of an element comes behind its attributes.
        var pieces: [Range<Int>] = []
        XMLLayout(text.bytes).forEachPiece { pieces.append($0.bytes) }
        var end = 0
        for piece in pieces.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            Invariant.holds(
                piece.lowerBound >= end && piece.upperBound <= text.bytes.count,
                "a piece at \(piece) behind \(end)")
            end = piece.upperBound
        }
    }

    // MARK: - What is read

    private static let tableSets: [[XMLTable]] = [
        [
            table(
                "p:atbalsts/p:skolens", ["@pk", "@klase", "../@semestris", "p:vards", "p:uzvards"]),
            table(
                "p:atbalsts/p:skolens/p:plans",
                ["../../@semestris", "@numurs", "p:apstiprinats/@direktors"]),
            table("p:atbalsts/p:skolens/p:plans/p:risks", ["../@numurs", "."]),
            table(
                "p:atbalsts/p:skolens/p:plans/p:nodarbiba",
                ["../../../@semestris", "@datums", "p:vertejumi/@pirms"]),
            table("p:atbalsts/p:skolens/p:vertejums", ["../@pk", "@prieksmets", "."]),
        ],
        [table("personals/darbinieks", ["@numurs", "../@uz", "vards", "uzvards"])],
        [table("e/s", ["@n", "@q:n", "d", "q:d", ".", "a/b", "a/b/@c", "../@y"])],
        [
            table("e", [".", "e", "e/e/@e"]), table("e/e", [".", "@e"]),
            table("e/e/e", ["../../@e"]),
        ],
        [table("foo", [".", "@bar"])],
    ]

    private static func table(_ path: String, _ columns: [String]) -> XMLTable {
        XMLTable(
            path: path.split(separator: "/").compactMap {
                XMLName($0, namespaces: namespaces)
            }, columns: columns.compactMap { XMLFieldPath($0, namespaces: namespaces) })
    }
}
