import Mustache
public import PupilSupport

/// What a school has to mend in its files of one semester.
///
/// The letter leaves the Board, so nothing in it tells who a record is about: places, words of
/// vocabularies, and how long a value is, but never a name or a code.
public struct SchoolLetter: Sendable {
    /// A file with what was found in it.
    public struct File: Sendable {
        /// The name, as it may be shown.
        public let name: String
        /// Records read.
        public let read: Int
        /// Records held back.
        public let heldBack: Int
        /// What was found, in the order of the places.
        let findings: HandedOut<ShownFinding>
        /// What keeps records from counting.
        let errors: Part
        /// What is to be looked at.
        let warnings: Part
        /// Whether other schools' records are in the file too, so that only findings that name this
        /// school are the letter's.
        public let isShared: Bool

        /// Creates a file, for which the findings are gone through once.
        ///
        /// - Throws: What keeps the findings from being read.
        public init(
            name: String, read: Int, heldBack: Int, findings: HandedOut<ShownFinding>,
            isShared: Bool
        ) throws {
            self.name = name
            self.read = read
            self.heldBack = heldBack
            self.findings = findings
            self.isShared = isShared
            var (errors, warnings) = (Part(), Part())
            try findings.forEach { finding in
                if finding.isError { errors.add(finding) } else { warnings.add(finding) }
            }
            (self.errors, self.warnings) = (errors, warnings)
        }
    }

    /// The errors or the warnings of a file, as far as the page shows them.
    struct Part: Sendable {
        /// As many as the page shows; the others are in the table beside it.
        static let mostShown = 500

        /// The first of them.
        private(set) var shown: [ShownFinding] = []
        /// How many there are.
        private(set) var count = 0

        fileprivate mutating func add(_ finding: ShownFinding) {
            count += 1
            if shown.count < Self.mostShown { shown.append(finding) }
        }
    }

    let board: LocalizedText
    let school: LocalizedText
    let semester: Semester
    let files: [File]
    let missing: [LocalizedText]

    /// Creates a letter.
    ///
    /// - Parameters:
    ///   - board: Who writes.
    ///   - school: The school's name.
    ///   - semester: The semester.
    ///   - files: The school's files, in the order in which the letter names them.
    ///   - missing: What the school has not sent yet, as sentences without a full stop.
    public init(
        board: LocalizedText, school: LocalizedText, semester: Semester, files: [File],
        missing: [LocalizedText]
    ) {
        self.board = board
        self.school = school
        self.semester = semester
        self.files = files
        self.missing = missing
    }

    /// The number of findings that keep records from counting.
    public var errorCount: Int { files.reduce(0) { $0 + $1.errors.count } }
    /// The number of findings to look at.
    public var warningCount: Int { files.reduce(0) { $0 + $1.warnings.count } }

    /// Returns the letter as a page that needs nothing beside itself.
    ///
    /// - Throws: What is wrong with the template.
    public func page(in language: Language) throws -> [UInt8] {
        let library = MustacheLibrary(templates: [
            "letter": try MustacheTemplate(
                string: String(decoding: PackageResources.letter_mustache, as: UTF8.self)),
            "style": try MustacheTemplate(
                string: String(decoding: PackageResources.style_mustache, as: UTF8.self)),
        ])
        let view = LetterPage(letter: self, language: language).view
        return Array((library.render(view, withTemplate: "letter") ?? "").utf8)
    }

    /// Writes the findings as RFC 4180, with a byte order mark: without one a spreadsheet takes the
    /// letters of Latvian for others.
    ///
    /// - Throws: What keeps the findings from being read, and what the body throws.
    public func writeTable(
        in language: Language, to body: ([UInt8]) throws -> Void
    ) throws {
        let words = LetterWords(language)
        var table = DelimitedText(columns: words.columns)
        try body([0xEF, 0xBB, 0xBF])
        // The errors of a file come before its warnings.
        for (file, wantsErrors) in files.flatMap({ [($0, true), ($0, false)] }) {
            guard (wantsErrors ? file.errors : file.warnings).count > 0 else { continue }
            try file.findings.forEach { finding in
                guard finding.isError == wantsErrors else { return }
                table.append([
                    .words(file.name), .number("\(finding.line)"),
                    .words(finding.columnName ?? ""), .words(finding.cell ?? ""),
                    .words(finding.isError ? words.error : words.warning), .words(finding.rule),
                    .words(finding.found[language]), .words(finding.advice[language]),
                ])
                try table.handOn(to: body)
            }
        }
        try body(Array(table.text.utf8))
    }
}
