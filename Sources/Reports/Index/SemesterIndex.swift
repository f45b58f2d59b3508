public import PupilSupport

/// The page over all semesters of one audience: lines over time, targets, and the way to each report.
public struct SemesterIndex: Sendable {
    /// The municipality.
    public let municipality: Municipality
    /// The key figures of the semesters.
    public let history: SemesterHistory
    /// Whom the page is for.
    public let audience: ReportAudience
    /// How small numbers are protected; only in pages that are.
    public let protection: ReportProtection?
    private let links: @Sendable (Semester) -> String?

    /// Creates the page.
    ///
    /// - Parameters:
    ///   - municipality: The municipality.
    ///   - history: The key figures of the semesters; for a public page those of protected cubes.
    ///   - audience: Whom the page is for.
    ///   - protection: How small numbers are protected.
    ///   - links: Where the report of a semester lies, seen from the page, or `nil` for none; by default
    ///     `2018-2019-2/internal/report.html`.
    public init(
        municipality: Municipality, history: SemesterHistory, audience: ReportAudience,
        protection: ReportProtection? = nil, links: (@Sendable (Semester) -> String?)? = nil
    ) {
        self.municipality = municipality
        self.history = history
        self.audience = audience
        self.protection = protection
        self.links = links ?? { "\($0.code)/\(audience.rawValue)/report.html" }
    }

    /// Returns the page, which needs nothing beside itself.
    ///
    /// - Throws: An error of the template engine when a template is broken.
    public func page(in language: Language = .latvian) throws -> ReportFile {
        ReportFile(
            "index.html", try PageTemplates.render(view(in: language), as: "index"))
    }

    func view(in language: Language) -> IndexView {
        IndexMaker(index: self, language: language).view
    }

    /// Returns where the report of a semester lies.
    func link(to semester: Semester) -> String? { links(semester) }
}
