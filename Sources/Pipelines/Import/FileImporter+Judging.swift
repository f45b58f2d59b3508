import Diagnostics
import Normalization
import PupilSupport
import SupportStore

extension FileImporter {
    /// Whether records of a delivery are judged together with what other deliveries say.
    func mayTouchOthers(_ loader: DeliveryLoader, source: String) throws -> Bool {
        var matters = judge.matters(ofSource: source)
        if try !loader.mayRepeatRecords() { matters.remove(.repetition) }
        return !matters.isEmpty
    }

    /// Judges schools and semesters anew.
    func judge(
        _ touched: [(school: Int, semester: Semester)], by judging: StoredJudging
    ) throws {
        try judging.prepareJudging()
        // All are forgotten before any is judged, for one may refer to another.
        for (school, semester) in touched {
            try judging.forgetJudgement(school: school, semester: semester)
        }
        let judged = try touched.map { school, semester in
            try judging.records(
                ofSchool: school, semester: semester, for: judge.matters)
        }
        for ((school, semester), records) in zip(touched, judged) {
            let findings = judge.judge(records).map { judgement in
                (finding: finding(of: judgement), origin: judgement.origin)
            }
            try judging.keep(judgement: findings, school: school, semester: semester)
        }
        try judging.finishJudging()
    }

    /// The place of a judgement is that of its record, with the column that holds the field.
    private func finding(of judgement: Judgement) -> Diagnostic {
        Diagnostic(
            judgement.rule, severity: judgement.severity,
            at: InputPosition(
                file: "", line: judgement.origin.line, byte: judgement.origin.byte,
                columnName: columnName(of: judgement), record: judgement.origin.byte),
            details: judgement.details)
    }

    private func columnName(of judgement: Judgement) -> String? {
        let file = definitions.sources.first { $0.code == judgement.origin.source }?.files
            .first { $0.kind == judgement.origin.fileKind }
        let mapping = file?.records.lazy.filter { $0.kind == judgement.kind }
            .flatMap(\.fields).first { $0.field == judgement.field }
        switch mapping?.source {
        case .column(let name): return name
        case .paths(let paths): return paths.first
        default: return judgement.field
        }
    }
}
