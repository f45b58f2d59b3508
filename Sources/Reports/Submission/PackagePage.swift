import Mustache
import PupilSupport
import Rollup

/// The page of a submission package's public part: the same figures as its table, to read.
///
/// It is made from what the package itself says, so that whoever verifies a package can make it again.
public struct PackagePage: Sendable {
    /// A table of the page.
    public struct Table: Sendable {
        /// What it shows.
        public let caption: String
        /// The head of its first column.
        public let corner: String
        /// The heads of the other columns.
        public let headers: [String]
        /// The rows.
        public let rows: [Row]

        /// Creates a table.
        public init(caption: String, corner: String, headers: [String], rows: [Row]) {
            self.caption = caption
            self.corner = corner
            self.headers = headers
            self.rows = rows
        }
    }

    /// A row of a table.
    public struct Row: Sendable {
        /// The head.
        public let header: String
        /// The figures; `nil` where the package has none.
        public let cells: [Cell?]

        /// Creates a row.
        public init(header: String, cells: [Cell?]) {
            self.header = header
            self.cells = cells
        }
    }

    /// A figure.
    public struct Cell: Sendable {
        /// The value, where it is shown.
        public let value: Int?
        /// Why there is none: `c`, `x`, `z`.
        public let status: String

        /// Creates a figure.
        public init(value: Int?, status: String) {
            self.value = value
            self.status = status
        }
    }

    /// A part of the page.
    public struct Section: Sendable {
        /// The heading.
        public let heading: String
        /// The tables.
        public let tables: [Table]

        /// Creates a part.
        public init(heading: String, tables: [Table]) {
            self.heading = heading
            self.tables = tables
        }
    }

    private let title: String
    private let board: String
    private let operation: String
    private let funding: String
    private let contact: String
    private let threshold: Int
    private let sections: [Section]

    /// Creates a page.
    ///
    /// - Parameters:
    ///   - title: What it is.
    ///   - board: Who publishes it.
    ///   - operation: The number of the operation.
    ///   - funding: The sentence that names the Union and the Fund.
    ///   - contact: Whom to ask, or empty.
    ///   - threshold: The least number of people behind a figure.
    ///   - sections: The parts.
    public init(
        title: String, board: String, operation: String, funding: String, contact: String,
        threshold: Int, sections: [Section]
    ) {
        self.title = title
        self.board = board
        self.operation = operation
        self.funding = funding
        self.contact = contact
        self.threshold = threshold
        self.sections = sections
    }

    /// Returns the page, in Latvian, as one self-contained file.
    ///
    /// - Throws: An error of the template engine when a template is broken.
    public func bytes() throws -> [UInt8] {
        Array((try PageTemplates.render(view, as: "package")).utf8)
    }

    var view: PackagePageView {
        let language = Language.latvian
        return PackagePageView(
            language: language.rawValue, title: title, board: board,
            project: "\(Phrases.project[language]) \(operation)", funding: funding, planMark: [],
            words: WordsView(in: language), audience: Phrases.publicUse[language],
            protection: Phrases.threshold(threshold)[language],
            sections: sections.enumerated().map { index, section in
                SectionView(
                    id: "section-\(index + 1)", heading: section.heading, notes: [],
                    tables: section.tables.map(table))
            }, contact: [board] + (contact.isEmpty ? [] : [contact]))
    }

    private func table(_ table: Table) -> TableView {
        TableView(
            caption: table.caption, corner: table.corner, headers: table.headers,
            rows: table.rows.map { row in
                RowView(
                    header: row.header,
                    cells: zip(table.headers, row.cells).map { header, cell in
                        self.cell(cell, header: header)
                    })
            })
    }

    private func cell(_ cell: Cell?, header: String) -> CellView {
        guard let cell, cell.status != "x", cell.status != "z" else {
            return CellView(label: header, text: "–")
        }
        guard let value = cell.value else {
            return CellView(
                label: header, text: "[c]", sign: Phrases.confidential[Language.latvian])
        }
        return CellView(label: header, text: NumberText(language: .latvian).integer(value))
    }
}

/// What the page of a package shows.
struct PackagePageView {
    let language: String
    let title: String
    let board: String
    let project: String
    let funding: String
    let planMark: [String]
    let words: WordsView
    let audience: String
    let protection: String
    let sections: [SectionView]
    let contact: [String]
}

extension PackagePageView: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "language": ShownWords(language)
        case "title": ShownWords(title)
        case "board": ShownWords(board)
        case "project": ShownWords(project)
        case "funding": ShownWords(funding)
        case "planMark": ShownWords.all(planMark)
        case "words": words
        case "audience": ShownWords(audience)
        case "protection": ShownWords(protection)
        case "sections": sections
        case "contact": ShownWords.all(contact)
        default: nil
        }
    }
}
