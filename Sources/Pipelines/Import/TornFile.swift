import Diagnostics
public import PupilSupport
import SupportStore

/// An XML file that ends, or breaks, before it is whole: what stood behind the tear was not read.
public struct TornFile: Sendable {
    /// The name of the file, as it may be shown.
    public let name: String
    /// The line of the tear.
    public let line: Int
    /// The number of records that were read of it, and that of the file whose place it took, where it took one's.
    var records: (read: Int, before: Int)?

    /// What is to be said of it.
    public var message: LocalizedText {
        LocalizedText(
            lv: "\(name):\(line): fails ir saplēsts", en: "\(name):\(line): the file is torn")
    }

    /// What is to be said of how much less it may be than what it took the place of; empty where it took none's.
    public var comparison: LocalizedText {
        guard let records else { return LocalizedText(lv: "", en: "") }
        return LocalizedText(
            lv: "; no tā nolasīti ieraksti: \(records.read), no faila, kura vietā tas stājies: "
                + "\(records.before)",
            en: "; records read of it: \(records.read), of the file whose place it took: "
                + "\(records.before)")
    }

    /// Returns the torn files that are in force, in the order of their names.
    static func all(in store: SupportStore, names: ShownFileNames) throws -> [TornFile] {
        let lines = try store.tears()
        guard !lines.isEmpty else { return [] }
        let replaced = try store.replacedRecords()
        return try store.currentDeliveries().compactMap { delivery in
            lines[delivery.id].map { line in
                TornFile(
                    name: names[delivery.fileName], line: line,
                    records: replaced[delivery.id].map { (delivery.counts.read, $0) })
            }
        }
    }

    static func troubles(of files: [TornFile]) -> [Trouble] {
        files.map { file in
            Trouble(
                .warning,
                lv: "\(file.message.lv), un kas bija aiz šīs vietas, nav nolasīts; lūdziet to "
                    + "atsūtīt vēlreiz veselu\(file.comparison.lv)",
                en: "\(file.message.en), and what stood behind it was not read; ask for it once "
                    + "more, whole\(file.comparison.en)")
        }
    }
}

extension SupportStore {
    /// Returns the lines of the first tears of XML files, by the deliveries in force.
    func tears() throws -> [Int: Int] {
        var filter = FindingFilter()
        filter.rules = ["XML-001"]
        var lines: [Int: Int] = [:]
        try ReadableStore(self).forEachFinding(filter) { finding in
            lines[finding.delivery] = lines[finding.delivery] ?? finding.line
        }
        return lines
    }
}
