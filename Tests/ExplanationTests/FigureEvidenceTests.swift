import Foundation
import PupilSupport
import Rollup
import Testing

@testable import Pipelines

@Suite struct `The rows that explain a figure` {
    @Test func `the rows of 200 figures aggregate to the figures`() throws {
        let store = try SampleStore.shared.get()
        for (figure, document) in store.explained {
            let address = figure.address.description
            #expect(
                recounted(document.figure, store.indicators) == figure.value?.description,
                "\(address)")
        }
    }

    @Test func `each row of 200 figures leads to the bytes that hold the value`() throws {
        let store = try SampleStore.shared.get()
        var files: [String: [UInt8]] = [:]
        var checked = 0
        for (figure, document) in store.explained {
            let address = figure.address.description
            for (row, columns) in rows(of: document.figure) {
                let bytes = try files[row.file] ?? SampleStore.bytes(of: row.file)
                files[row.file] = bytes
                let source = SourceRecord(bytes, byte: try #require(row.byte), file: row.file)
                #expect(source.line == row.line, "\(address)")
                let values = Dictionary(uniqueKeysWithValues: zip(columns, row.values.map(\.text)))
                if let key = values["pupil"] {
                    let code = try #require(source.pupilCode)
                    #expect(
                        store.shownKey(ofCode: code) == key, "\(address) \(row.file):\(row.line)")
                }
                for column in ["minutes", "answers"] {
                    guard let number = values[column].flatMap({ Int($0) }), number > 0 else {
                        continue
                    }
                    #expect(source.holds(number), "\(address) \(row.file):\(row.line)")
                }
                checked += 1
            }
        }
        #expect(checked > 2000)
    }

    @Test func `no code is in what explains 200 figures`() throws {
        let store = try SampleStore.shared.get()
        for (figure, document) in store.explained {
            let address = figure.address.description
            let text = try document.jsonText + document.text(in: .latvian)
            #expect(text.firstMatch(of: /[0-9]{6}-?[0-9]{5}(?![0-9])/) == nil, "\(address)")
        }
    }

    private func rows(of figure: ExplainedFigure) -> [(ExplainedRow, [String])] {
        (figure.evidence?.rows ?? []).map { ($0, figure.evidence?.columns ?? []) }
            + figure.operands.flatMap(rows)
    }

    /// Makes the value anew, from the rows alone.
    private func recounted(_ figure: ExplainedFigure, _ indicators: IndicatorSet) -> String? {
        if figure.status != "" { return nil }
        let evidence = figure.evidence
        func values(_ row: ExplainedRow, _ names: [String]) -> [String] {
            names.map { name in
                switch name {
                case "delivery": return "\(row.delivery)"
                case "byte": return "\(row.byte ?? -1)"
                default:
                    let place = evidence?.columns.firstIndex(of: name)
                    return place.map { row.values[$0].text } ?? "?"
                }
            }
        }
        let rows = evidence?.rows ?? []
        let operands = figure.operands.map { Double(recounted($0, indicators) ?? "") }
        switch indicators[figure.indicator]?.aggregate {
        case .count: return "\(rows.count)"
        case .countDistinct(let columns):
            return "\(Set(rows.map { values($0, columns) }).count)"
        case .sum(let column, let oncePer):
            var seen: Set<[String]> = []
            let counted = rows.filter {
                oncePer.isEmpty || seen.insert(values($0, oncePer)).inserted
            }
            return "\(counted.compactMap { Int(values($0, [column])[0]) }.reduce(0, +))"
        case .share: return tenths(100 * (operands[0] ?? .nan) / (operands[1] ?? .nan))
        case .mean: return tenths((operands[0] ?? .nan) / (operands[1] ?? .nan))
        case .difference:
            guard let first = operands[0], let second = operands[1] else { return nil }
            return "\(Int(first - second))"
        case .sumOfSchools: return "\(Int(operands.compactMap(\.self).reduce(0, +)))"
        case .target: return figure.target.map { "\($0.moreThan)" }
        case nil: return nil
        }
    }

    private func tenths(_ value: Double) -> String {
        "\((10 * value).rounded(.toNearestOrAwayFromZero) / 10)"
    }
}

/// A record of a file as it was sent, found by nothing but its first byte.
private struct SourceRecord {
    let line: Int
    let text: String
    private let element: Substring?

    init(_ bytes: [UInt8], byte: Int, file: String) {
        line = 1 + bytes[..<byte].count { $0 == 0x0A }
        let isXML = file.hasSuffix(".xml")
        let mark = Array("<skolens pk=\"".utf8)
        let around =
            isXML
            ? bytes[...(min(byte + mark.count, bytes.count) - 1)].lastRange(of: mark) : nil
        element = around.map { range in
            Substring(
                decoding: bytes[range.upperBound...].prefix { $0 != 0x22 }, as: UTF8.self)
        }
        // Codes and numbers are the same bytes in every encoding of the samples.
        var end = byte
        var isQuoted = false
        while end < bytes.count, isXML ? bytes[end] != 0x3E : isQuoted || bytes[end] != 0x0A {
            if bytes[end] == 0x22 { isQuoted.toggle() }
            end += 1
        }
        text = String(decoding: bytes[byte..<end], as: UTF8.self)
    }

    /// The pupil's code: that of the element around the record, or the first of the row.
    var pupilCode: Substring? {
        element ?? text.firstMatch(of: /[0-9]{6}-?[0-9]{5}(?![0-9])/)?.output
    }

    /// Whether a number of minutes or things stands in the record, as it is or as hours.
    func holds(_ number: Int) -> Bool {
        let cells = text.split { !($0.isNumber || $0 == ",") }
            .flatMap { [$0] + $0.split(separator: ",") }
        let hours = "\(Double(number) / 60)".replacing(".", with: ",")
        let shown = hours.hasSuffix(",0") ? String(hours.dropLast(2)) : hours
        return cells.contains { $0 == "\(number)" } || text.contains(shown)
    }
}

extension ArraySlice<UInt8> {
    /// The last place at which some bytes stand.
    fileprivate func lastRange(of bytes: [UInt8]) -> Range<Int>? {
        var start = endIndex - bytes.count
        while start >= startIndex {
            if self[start] == bytes[0], self[start..<(start + bytes.count)].elementsEqual(bytes) {
                return start..<(start + bytes.count)
            }
            start -= 1
        }
        return nil
    }
}
