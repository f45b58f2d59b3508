import PupilSupport

/// A column of a table: how it is written, and how it is read back.
public struct PackageColumn<Record: Sendable>: Sendable {
    /// What is known of it without the records.
    public let description: ColumnDescription
    let text: @Sendable (Record) -> String
    /// Takes a text; returns `false` when it is none of the column's type.
    let take: @Sendable (inout Record, String) -> Bool

    /// The name in the header.
    public var name: String { description.name }

    private init(
        _ name: String, _ type: ColumnType, isRequired: Bool, isIdentifier: Bool = false,
        _ title: LocalizedText, text: @escaping @Sendable (Record) -> String,
        take: @escaping @Sendable (inout Record, String) -> Bool
    ) {
        description = ColumnDescription(
            name: name, type: type, isRequired: isRequired, isIdentifier: isIdentifier,
            title: title)
        self.text = text
        // A value that is missing is told from one that is wrong by the column alone.
        self.take = { record, text in
            if text.isEmpty { return !isRequired }
            return take(&record, text)
        }
    }

    /// The column of a record that holds another one, which is quicker than a path of two steps.
    init<Part>(
        _ column: PackageColumn<Part>, text: @escaping @Sendable (Record) -> String,
        take: @escaping @Sendable (inout Record, String) -> Bool
    ) {
        description = column.description
        self.text = text
        self.take = take
    }
}

extension PackageColumn {
    /// A sendable path to a field.
    typealias Field<Value> = any WritableKeyPath<Record, Value> & Sendable

    static func text(
        _ name: String, _ field: Field<String>, required: Bool = true, identifier: Bool = false,
        type: ColumnType = .text, lv: String, en: String
    ) -> Self {
        Self(
            name, type, isRequired: required, isIdentifier: identifier,
            LocalizedText(lv: lv, en: en), text: { $0[keyPath: field] },
            take: { record, text in
                guard ColumnValue.isValid(text, of: type) else { return false }
                record[keyPath: field] = text
                return true
            })
    }

    static func code<Code: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, _ field: Field<Code?>, required: Bool = false, lv: String, en: String
    ) -> Self where Code.RawValue == String {
        Self(
            name, .code(Code.allCases.map(\.rawValue)), isRequired: required,
            LocalizedText(lv: lv, en: en), text: { $0[keyPath: field]?.rawValue ?? "" },
            take: { record, text in
                guard let code = Code(rawValue: text) else { return false }
                record[keyPath: field] = code
                return true
            })
    }

    static func codes(
        _ name: String, _ field: Field<[String]>, lv: String, en: String
    ) -> Self {
        Self(
            name, .codes, isRequired: false, LocalizedText(lv: lv, en: en),
            text: { $0[keyPath: field].joined(separator: ";") },
            take: { record, text in
                let codes = text.split(separator: ";", omittingEmptySubsequences: false)
                    .map(String.init)
                guard codes.allSatisfy({ !$0.isEmpty }), Set(codes).count == codes.count,
                    codes == codes.sorted()
                else { return false }
                record[keyPath: field] = codes
                return true
            })
    }

    static func integer(
        _ name: String, _ field: Field<Int?>, required: Bool = false, lv: String, en: String
    ) -> Self {
        Self(
            name, .integer, isRequired: required, LocalizedText(lv: lv, en: en),
            text: { $0[keyPath: field].map(String.init) ?? "" },
            take: { record, text in
                guard let number = ColumnValue.integer(text) else { return false }
                record[keyPath: field] = number
                return true
            })
    }

    static func amount(
        _ name: String, _ field: Field<ExactAmount?>, lv: String, en: String
    ) -> Self {
        Self(
            name, .amount, isRequired: false, LocalizedText(lv: lv, en: en),
            text: { $0[keyPath: field]?.description ?? "" },
            take: { record, text in
                guard let amount = ExactAmount(text), amount.description == text else {
                    return false
                }
                record[keyPath: field] = amount
                return true
            })
    }

    static func date(
        _ name: String, _ field: Field<CivilDate?>, required: Bool = false, lv: String, en: String
    ) -> Self {
        Self(
            name, .date, isRequired: required, LocalizedText(lv: lv, en: en),
            text: { $0[keyPath: field]?.description ?? "" },
            take: { record, text in
                guard let date = CivilDate(iso: text) else { return false }
                record[keyPath: field] = date
                return true
            })
    }

    static func flag(
        _ name: String, _ field: Field<Bool>, lv: String, en: String
    ) -> Self {
        Self(
            name, .flag, isRequired: true, LocalizedText(lv: lv, en: en),
            text: { $0[keyPath: field] ? "true" : "false" },
            take: { record, text in
                guard text == "true" || text == "false" else { return false }
                record[keyPath: field] = text == "true"
                return true
            })
    }
}

/// Whether texts are values of a type.
enum ColumnValue {
    static func isValid(_ text: String, of type: ColumnType) -> Bool {
        switch type {
        case .text: !text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
        case .code(let codes): codes.contains(text)
        case .fingerprint: isHexadecimal(text, count: 64)
        case .pseudonym: isHexadecimal(text, count: 32)
        case .month: CivilDate(iso: "\(text)-01") != nil
        case .date: CivilDate(iso: text) != nil
        case .integer: integer(text) != nil
        case .amount: ExactAmount(text)?.description == text
        case .flag: text == "true" || text == "false"
        case .codes: true
        }
    }

    /// Returns a whole number that is written in the one way: no sign `+`, no leading zeros.
    static func integer(_ text: String) -> Int? {
        guard let number = Int(text), String(number) == text else { return nil }
        return number
    }

    private static func isHexadecimal(_ text: String, count: Int) -> Bool {
        text.utf8.count == count
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
