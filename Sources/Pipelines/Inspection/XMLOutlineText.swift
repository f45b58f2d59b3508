import Diagnostics
import Extraction
import Normalization

/// Says in words what elements an XML file has and what they hold.
struct XMLOutlineText {
    /// The number of records, and of values of each, that are listed.
    private static let mostRecords = 60
    private static let mostFields = 256

    private let outline: XMLOutline
    private let encoding: TextEncoding?
    private let language: MessageLanguage
    private let words: KnownWords

    init(
        _ outline: XMLOutline, encoding: TextEncoding?, language: MessageLanguage, words: KnownWords
    ) {
        self.words = words
        self.outline = outline
        self.encoding = encoding
        self.language = language
    }

    /// What was found, line by line.
    var text: String {
        let found = XMLRecordFields(outline)
        let names = ShownElements(outline, knowing: words)
        var text = say("  deklarēts", "  declared") + declared + "\n"
        if let root = outline.elements.first {
            text += say("saknes elements", "root element") + names.text(of: root.name.local)
            text += root.name.namespace.map { " {\(Self.shown($0))}" } ?? ""
            text += "\n"
        }
        for (prefix, uri) in found.namespaces {
            text += say("nosaukumvieta", "namespace") + "\(prefix) = \(Self.shown(uri))\n"
        }
        if found.records.isEmpty {
            text += word(
                "ierakstu nav: neviens elements neatkārtojas\n",
                "no records: no element is repeated\n")
        }
        for record in found.records.prefix(Self.mostRecords) {
            text += "\n" + self.text(of: record, names, isMain: record.place == found.main?.place)
        }
        if found.records.count > Self.mostRecords {
            text += "\n" + more(found.records.count - Self.mostRecords)
        }
        if !found.singles.isEmpty {
            text +=
                "\n"
                + word(
                    "arī ieraksti, pa vienam katrā (izvēlas ar --record):\n",
                    "records too, one in each parent (choose with --record):\n")
            for single in found.singles.prefix(Self.mostRecords) {
                text +=
                    "  " + InspectionText.padded(names.text(ofPath: single.path), 40)
                    + "\(single.count)\n"
            }
            if found.singles.count > Self.mostRecords {
                text += more(found.singles.count - Self.mostRecords)
            }
        }
        return text
            + DialectWords.legend(
                found.records.prefix(Self.mostRecords).flatMap { record in
                    record.fields.map(\.values).filter { 2 * $0.personalCodes <= $0.filled }
                        .map(\.shape)
                }, language)
    }

    /// A definition needs the namespaces; only codes in them are hidden.
    static func shown(_ name: String) -> String {
        ShownText(name, knowing: KnownWords(trusting: [name])).text
    }

    /// The name of an encoding as it stands; of any other word the first letter.
    static func shown(encodingName name: String) -> String {
        let families: Set<Substring> = [
            "utf", "utf8", "iso", "windows", "cp", "ibm", "koi", "koi8", "latin", "us", "ascii",
            "mac",
            "macintosh", "shift", "big", "gb", "gbk", "euc", "unicode",
        ]
        let family = name.lowercased().prefix { $0.isLetter }
        let isKnown = families.contains(family) && name.count <= 20
        return isKnown ? name : ShownText(name, knowing: .ordinary).text
    }

    private var declared: String {
        guard let declared = outline.declaredEncoding else { return word("nav", "none") }
        let name = XMLOutlineText.shown(encodingName: declared)
        guard let encoding, !outline.declares(encoding) else { return name }
        return name
            + word(
                ", bet baiti ir kodējumā \(encoding.rawValue), un tajā fails jālasa",
                ", but the bytes are \(encoding.rawValue), in which the file has to be read")
    }

    private func text(
        of record: XMLRecordFields.Record, _ names: ShownElements, isMain: Bool
    ) -> String {
        var text =
            word("ieraksti", "records") + " \(names.text(ofPath: record.path)): \(record.count)"
            + (isMain ? word(" (visvairāk)", " (the most)") : "") + "\n"
        for field in record.fields.prefix(Self.mostFields) {
            let percent = "\(Int((field.values.share * 100).rounded())) %"
            text +=
                "  " + InspectionText.padded(names.text(ofPath: field.path), 40)
                + InspectionText.padded(shape(field.values), 22)
                + InspectionText.padded(percent, 7) + "\(field.values.filled)\n"
        }
        if record.fields.count > Self.mostFields {
            text += more(record.fields.count - Self.mostFields)
        }
        return text
    }

    private func shape(_ values: XMLOutline.Values) -> String {
        2 * values.personalCodes > values.filled
            ? word("personas kods", "personal code") : DialectWords.shape(values.shape, language)
    }

    private func more(_ count: Int) -> String {
        "  … " + word("vēl \(count)", "\(count) more") + "\n"
    }

    private func word(_ lv: String, _ en: String) -> String { language == .latvian ? lv : en }

    private func say(_ lv: String, _ en: String) -> String {
        InspectionText.padded(word(lv, en) + ":", 18)
    }
}
