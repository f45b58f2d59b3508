import Extraction
import Normalization

/// What a file shows of itself to definitions that ask for it: its root element, or its columns.
struct FileContent {
    /// The columns of a file as a definition reads it.
    struct Header {
        let columns: [String]
        /// The sheet that has them, or `nil` when the file is no workbook.
        let sheet: String?
    }

    /// Whether the file is a workbook.
    let isWorkbook: Bool
    /// The root element of an XML file.
    let root: XMLRoot?
    /// Why sheets that definitions ask for cannot be read.
    private(set) var refusals: [FileRefusal] = []

    private let path: String
    private var headers: [Layout: Header?] = [:]

    /// How a definition reads a file; what is read alike is read once.
    private struct Layout: Hashable {
        let format: FileFormat
        let encoding: TextEncoding
        let decimalMark: DecimalMark
    }

    /// Looks at a file.
    ///
    /// - Throws: ``FileError`` when it cannot be read, ``FileRefusal`` when it is a workbook that must not
    ///   be.
    init(path: String, isWorkbook: Bool) throws {
        self.path = path
        self.isWorkbook = isWorkbook
        if isWorkbook { _ = try SpreadsheetFile(path: path) }
        root = isWorkbook ? nil : try XMLRoot(path: path)
    }

    /// Returns the columns that a definition finds, or `nil` when it finds none.
    mutating func header(
        for definition: FileDefinition, in encoding: TextEncoding? = nil
    ) -> Header? {
        let layout = Layout(
            format: definition.format, encoding: encoding ?? definition.encoding,
            decimalMark: definition.decimalMark)
        if let known = headers[layout] { return known }
        let header = read(layout)
        headers[layout] = .some(header)
        return header
    }

    private mutating func read(_ layout: Layout) -> Header? {
        do {
            switch layout.format {
            case .delimited(let options):
                guard !isWorkbook, root == nil else { return nil }
                let reader = try DelimitedReader(
                    path: path, encoding: layout.encoding, options: options, blockSize: 1 << 14)
                return Header(columns: reader.columns, sheet: nil)
            case .workbook(let options):
                guard isWorkbook else { return nil }
                let reader = try DelimitedReader(
                    workbook: path, options: options, decimalMark: layout.decimalMark.byte)
                return Header(columns: reader.columns, sheet: reader.sheet)
            case .xml: return nil
            }
        } catch {
            if isWorkbook, let refusal = error as? FileRefusal { refusals.append(refusal) }
            return nil
        }
    }

    /// Why a workbook that no definition fits cannot be read; `nil` when its columns are merely unknown.
    var refusal: FileRefusal? {
        let ofWorkbook = refusals.first { refusal in
            refusal.rule != SpreadsheetRules.noSheet
                && SpreadsheetRules.all.contains(refusal.rule)
        }
        let isReadable = headers.values.contains { $0 != nil }
        return ofWorkbook ?? (isReadable ? nil : refusals.first)
    }
}
