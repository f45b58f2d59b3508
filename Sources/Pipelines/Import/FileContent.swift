import Diagnostics
import Extraction
import Glibc
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

    private let path: FilePath
    private let words: KnownWords
    private var headers: [Layout: Header?] = [:]
    private var headerFaults: [Layout: FileRefusal] = [:]

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
    init(path: FilePath, isWorkbook: Bool, words: KnownWords) throws {
        self.path = path
        self.words = words
        self.isWorkbook = isWorkbook
        if isWorkbook { _ = try SpreadsheetFile(path: path, words: words) }
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
                    path: path, encoding: layout.encoding, options: options, words: words,
                    blockSize: 1 << 14)
                return Header(columns: reader.columns, sheet: nil)
            case .workbook(let options):
                guard isWorkbook else { return nil }
                let reader = try DelimitedReader(
                    workbook: path, options: options, decimalMark: layout.decimalMark.byte,
                    words: words)
                return Header(columns: reader.columns, sheet: reader.sheet)
            case .xml: return nil
            }
        } catch {
            guard let refusal = error as? FileRefusal else { return nil }
            if isWorkbook {
                refusals.append(refusal)
            } else if Self.headerRules.contains(refusal.rule) {
                headerFaults[layout] = refusal
            }
            return nil
        }
    }

    /// What a header can be refused for.
    private static let headerRules: Set<Rule> = [
        ExtractionRules.openQuote, ExtractionRules.textAfterQuote, ExtractionRules.repeatedColumn,
        ExtractionRules.noHeader, ExtractionRules.tooManyCells,
    ]

    /// Returns why the header of a file cannot be read as a definition pins it, although its first line
    /// has the columns that the definition asks for; `nil` when it is not so.
    mutating func headerFault(for definition: FileDefinition) -> FileRefusal? {
        _ = header(for: definition)
        let layout = Layout(
            format: definition.format, encoding: definition.encoding,
            decimalMark: definition.decimalMark)
        guard let fault = headerFaults[layout] else { return nil }
        let line = firstLine(in: definition.encoding)
        let names = definition.recognition.columns.flatMap { $0.split(separator: " / ") }
        return !names.isEmpty && names.allSatisfy { line.contains($0.lowercased()) } ? fault : nil
    }

    /// The first bytes of the file as text without capitals: as many as a header may have.
    private func firstLine(in encoding: TextEncoding) -> String {
        guard !encoding.isUTF16, let file = path.withCString({ fopen($0, "re") }) else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        bytes.removeSubrange(fread(&bytes, 1, bytes.count, file)...)
        return bytes.withUnsafeBufferPointer { TextDecoder(encoding).lossyText(of: $0) }
            .lowercased()
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
