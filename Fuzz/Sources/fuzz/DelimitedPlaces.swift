import Extraction

/// What must hold for the places of the records of a delimited file.
struct DelimitedPlaces {
    let outcome: ReadOutcome
    let bytes: [UInt8]
    let encoding: TextEncoding
    let options: DelimitedOptions

    private var unit: Int { encoding.isUTF16 ? 2 : 1 }

    /// A record or a row left out, in the order of the file.
    private struct Row {
        let line: Int
        let byte: Int
        /// The byte behind the row; `nil` where the reader does not tell.
        let end: Int?
        let record: ReadOutcome.Record?
    }

    func check() {
        let rows = rows()
        for (row, next) in zip(rows, rows.dropFirst()) {
            Invariant.holds(row.line < next.line, "line \(next.line) follows line \(row.line)")
            Invariant.holds(row.byte < next.byte, "byte \(next.byte) follows byte \(row.byte)")
            check(end: row.end, next: next.byte)
        }
        if let last = rows.last, outcome.refusal == nil { check(end: last.end, next: bytes.count) }
        if let first = rows.first { checkHeader(first) }
        for record in outcome.records { check(record) }
    }

    private func rows() -> [Row] {
        let records = outcome.records.map { record in
            // The length of a record that is too long is not known when it is handed out.
            let end = record.fault?.code == "CSV-009" ? nil : record.place[1] + record.place[2]
            return Row(line: record.place[0], byte: record.place[1], end: end, record: record)
        }
        let ignored = outcome.ignored.map { Row(line: $0[0], byte: $0[1], end: nil, record: nil) }
        return (records + ignored).sorted { ($0.byte, $0.line) < ($1.byte, $1.line) }
    }

    /// Between a record and what follows stands its line end and nothing else.
    private func check(end: Int?, next: Int) {
        guard let end else { return }
        Invariant.holds(end <= next, "a record ends at \(end), behind \(next)")
        let gap = signs(end..<next)
        Invariant.holds(
            gap.isEmpty && end == next || [[0x0A], [0x0D], [0x0D, 0x0A]].contains(gap),
            "the bytes \(gap) between \(end) and \(next) belong to nothing")
    }

    /// The bytes of a range, those of UTF-16 without the zeros that ASCII has there.
    private func signs(_ range: Range<Int>) -> [UInt8] {
        bytes[range].filter { $0 != 0 || unit == 1 }
    }

    /// The first row begins the file or follows a line end.
    private func checkHeader(_ first: Row) {
        let before = signs(0..<first.byte)
        guard let last = before.last else { return }
        Invariant.holds(
            [0x0A, 0x0D, 0xBF, 0xFE, 0xFF].contains(last),
            "the first row begins at \(first.byte), behind \(last)")
        Invariant.holds(
            first.line > 1 || before.count <= 3, "line 1 begins at \(first.byte)")
    }

    private func check(_ record: ReadOutcome.Record) {
        let (byte, length) = (record.place[1], record.place[2])
        Invariant.holds(
            length >= 0 && byte >= 0 && byte + length <= bytes.count,
            "a record of \(length) bytes at \(byte) of \(bytes.count)")
        Invariant.holds(record.cells.count == outcome.columns.count, "a record has all cells")
        let isTooLong = record.fault?.code == "CSV-009"
        for offset in record.cellBytes where !isTooLong {
            Invariant.holds(
                (byte...(byte + length)).contains(offset), "a cell at \(offset), record \(byte)")
        }
        let places = zip(record.cellBytes, record.cells).filter { $1 != nil }.map(\.0)
        Invariant.holds(
            zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "cells begin at \(places)")
        if let fault = record.fault, let place = fault.place[0] {
            Invariant.holds(
                place >= byte && place <= max(byte + length, bytes.count),
                "a fault at \(place) of a record at \(byte)")
            Invariant.holds(record.cells.allSatisfy { $0 == nil }, "a faulty record has no cells")
        }
    }
}
