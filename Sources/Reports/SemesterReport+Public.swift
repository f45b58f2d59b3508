import PupilSupport
public import Rollup

extension SemesterReport {
    /// Returns the report for everybody: protected figures, and of the files only which schools' are missing.
    ///
    /// - Parameters:
    ///   - cube: The protected figures.
    ///   - protection: How they are protected.
    ///   - history: The key figures of the releases up to this one.
    public func forEverybody(
        cube: Cube, protection: ReportProtection, history: SemesterHistory
    ) -> SemesterReport {
        var report = self
        report.audience = .public
        report.cube = cube
        report.quality = QualityReport(
            schoolsMissing: quality.schoolsMissing,
            heldBack: quality.heldBack.forEverybody(threshold: protection.threshold))
        report.protection = protection
        report.history = history
        if !state.isComplete {
            report.state = .incomplete(
                reasons: [Phrases.notAllDelivered(PageState.missing(in: report))])
        }
        return report
    }
}
