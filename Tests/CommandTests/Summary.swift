import Foundation

/// What a test reads of a semester's `summary.json`.
struct Summary {
    let root: [String: Any]

    init(_ workplace: borrowing Workplace, _ semester: String) throws {
        let data = try Data(
            contentsOf: workplace.path("reports/\(semester)/internal/summary.json"))
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    var state: String? { root["state"] as? String }

    func keyFigure(_ name: String) -> Int? {
        (root["key_figures"] as? [String: Any])?[name] as? Int
    }

    func schools(_ name: String) -> [Int] {
        ((root["schools"] as? [[String: Any]]) ?? []).compactMap { $0[name] as? Int }
    }

    var reasons: [String] {
        ((root["reasons"] as? [[String: String]]) ?? []).compactMap { $0["en"] }
    }
}

/// The rows of a CSV text, without regard to line ends within quotes.
func rows(of text: String) -> [[String: String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    let characters = Array(text.unicodeScalars)
    var index = 0
    while index < characters.count {
        let character = characters[index]
        if isQuoted {
            if character == "\"" {
                if index + 1 < characters.count, characters[index + 1] == "\"" {
                    cell.unicodeScalars.append(character)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else {
                cell.unicodeScalars.append(character)
            }
        } else if character == "\"" {
            isQuoted = true
        } else if character == "," {
            record.append(cell)
            cell = ""
        } else if character == "\n" {
            record.append(cell)
            records.append(record)
            (record, cell) = ([], "")
        } else if character != "\r" {
            cell.unicodeScalars.append(character)
        }
        index += 1
    }
    if !cell.isEmpty || !record.isEmpty { records.append(record + [cell]) }
    guard let header = records.first else { return [] }
    return records.dropFirst().map { record in
        Dictionary(zip(header, record), uniquingKeysWith: { first, _ in first })
    }
}
