import Diagnostics
public import PupilSupport
import SupportStore

/// An XML file that ends, or breaks, before it is whole: what stood behind the tear was not read.
public struct TornFile: Sendable {
    /// The name of the file, as it may be shown.
    public let name: String
    /// The line of the tear.
    public let line: Int

    /// What is to be said of it.
    public var message: LocalizedText {
        LocalizedText(
            lv: "\(name):\(line): fails ir saplēsts", en: "\(name):\(line): the file is torn")
    }

    /// Returns the torn files that are in force, in the order of their names.
    static func all(in store: SupportStore, names: ShownFileNames) throws -> [TornFile] {
        let lines = try store.tears()
        return try store.currentDeliveries().compactMap { delivery in
            lines[delivery.id].map { TornFile(name: names[delivery.fileName], line: $0) }
        }
    }

    static func troubles(of files: [TornFile]) -> [Trouble] {
        files.map { file in
            Trouble(
                .warning,
                lv: "\(file.message.lv), un kas bija aiz šīs vietas, nav nolasīts; lūdziet to "
                    + "atsūtīt vēlreiz veselu",
                en: "\(file.message.en), and what stood behind it was not read; ask for it once "
                    + "more, whole")
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
