import Diagnostics
public import PupilSupport
import Rollup
import SupportStore

extension ExplanationRun {
    /// Returns for every indicator whose evidence names pupils whether it counts a pupil.
    ///
    /// - Parameters:
    ///   - code: The personal code; nothing of it is in what is returned.
    ///   - wanted: The semester, or `nil` for all that the store has anything of.
    /// - Throws: An error of the store or its key, or `EvidenceProblem`.
    public func standing(of code: PersonalCode, in wanted: Semester?) throws -> PupilDocument {
        let finder = try PupilFinder(stateFolder: folder, key: key)
        return try reader.read { snapshot in
            let pupil = try finder.pupil(code, in: snapshot)
            let files = try sourceFiles(snapshot)
            let (found, problems) = HeldRecordSearch(files: files, code: code)
                .run(try snapshot.heldRecords())
            let reasons = PupilReasons(
                files: files, snapshot: snapshot,
                records: try pupil.map(snapshot.records(ofPupil:)) ?? [], held: found)
            let semesters = try snapshot.currentSemesters().filter { wanted ?? $0 == $0 }
            return PupilDocument(
                pupil: try pupil.flatMap { try snapshot.shownKey(of: .pupil, $0) },
                semesters: try semesters.map { semester in
                    SemesterStanding(
                        semester: semester.code,
                        indicators: try rollup.standings(ofPupil: pupil, in: semester, snapshot)
                            .map { standing in
                                IndicatorStanding(
                                    indicator: standing.indicator.code,
                                    name: TwoTexts(standing.indicator.name),
                                    counts: standing.exclusion == nil,
                                    addresses: standing.addresses.map(\.description),
                                    reasons: try reasons.reasons(for: standing, in: semester))
                            })
                },
                problems: problems.map { delivery, problem in
                    FileProblem(
                        file: files.deliveries[delivery].map { files.names[$0.fileName] } ?? "?",
                        message: TwoTexts(lv: problem.message.lv, en: problem.message.en))
                })
        }
    }
}
