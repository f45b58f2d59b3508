/// A place on a sheet of a workbook, as Excel writes it: `Lapa1!B5`.
public struct SheetCell: Hashable, Sendable, CustomStringConvertible {
    /// The name of the sheet.
    public let sheet: String
    /// The number of the row, from 1; 0 when the whole sheet is meant.
    public let row: Int
    /// The number of the column, from 1; `nil` when the whole row is meant.
    public let column: Int?

    /// Creates a place.
    ///
    /// - Parameters:
    ///   - sheet: The name of the sheet.
    ///   - row: The number of the row, which is that of the record in the sheet's text, from 1.
    ///   - column: The number of the column, from 1.
    public init(sheet: String, row: Int = 0, column: Int? = nil) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// The place as `Lapa1!B5`, `Lapa1!5` or `Lapa1`.
    public var description: String {
        guard row > 0 else { return quotedSheet }
        guard let column, column > 0 else { return "\(quotedSheet)!\(row)" }
        return "\(quotedSheet)!\(Self.letters(of: column))\(row)"
    }

    /// Returns the letters of a column: `A` for 1, `AA` for 27.
    public static func letters(of column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            rest -= 1
            letters.insert(
                Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))),
                at: letters.startIndex)
            rest /= 26
        }
        return letters
    }

    /// The name, in apostrophes where Excel would not take it for a name without them.
    private var quotedSheet: String {
        let isWord = sheet.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        if isWord, let first = sheet.first, !first.isNumber, !readsAsReference { return sheet }
        return "'"
            + sheet.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''") + "'"
    }

    /// Whether the name alone would be read as a cell: `AB12`, `R1C1`.
    private var readsAsReference: Bool {
        let isASCII = sheet.utf8.allSatisfy { $0 < 0x80 }
        guard isASCII else { return false }
        let letters = sheet.prefix { $0.isLetter }
        let isCell =
            (1...3).contains(letters.count) && letters.count < sheet.count
            && sheet.dropFirst(letters.count).allSatisfy(\.isNumber)
        return isCell || sheet.allSatisfy { "RCrc".contains($0) || $0.isNumber }
    }
}
