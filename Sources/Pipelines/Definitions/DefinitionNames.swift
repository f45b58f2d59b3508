import Diagnostics
import PupilSupport

/// The names that one definition may use because another gives them.
///
/// `nil` stands for names that could not be read: nothing is then held against them, for the fault
/// lies, and is reported, elsewhere.
struct DefinitionNames {
    /// The codes of the schools.
    var schools: [String]?
    /// The semesters of the calendar.
    var semesters: [Semester]?
    /// The vocabularies that could be read.
    var vocabularies: [VocabularyName: Vocabulary] = [:]
    /// The codes of the checks that run on data.
    var rules: Set<String> = []
    /// The paths of all files, relative to the folder.
    var files: Set<String> = []

    /// Reads the code of a school of the municipality.
    func school(_ value: DefinitionValue) -> String? {
        guard let code = value.text() else { return nil }
        guard let schools, !schools.contains(code) else { return code }
        value.report(
            DefinitionRules.unknownSchool,
            ["code": code, "allowed": schools.joined(separator: ", ")],
            phrases: ["hint": Hint.near(code, among: schools)])
        return nil
    }

    /// Reads a semester of the calendar.
    func semester(_ value: DefinitionValue) -> Semester? {
        guard let semester = value.semester() else { return nil }
        guard let semesters, !semesters.contains(semester) else { return semester }
        let codes = semesters.sorted().map(\.code)
        value.report(
            DefinitionRules.unknownSemester,
            ["code": semester.code, "allowed": codes.joined(separator: ", ")],
            phrases: ["hint": Hint.near(semester.code, among: codes)])
        return nil
    }

    /// Reads the code of a check.
    func rule(_ value: DefinitionValue) -> String? {
        guard let code = value.text() else { return nil }
        return checkedRule(code, at: value.position, problems: value.problems)
    }

    /// Returns the code of a check, or reports that there is none.
    func checkedRule(
        _ code: String, at position: InputPosition, problems: DefinitionProblems
    ) -> String? {
        guard !rules.contains(code) else { return code }
        problems.report(
            DefinitionRules.unknownRule, at: position, ["code": code],
            phrases: ["hint": Hint.near(code, among: rules)])
        return nil
    }

    /// Reads the code of a term of a vocabulary.
    func term(_ value: DefinitionValue, of name: VocabularyName) -> String? {
        guard let code = value.text() else { return nil }
        guard let codes = vocabularies[name]?.terms.map(\.code), !codes.contains(code)
        else { return code }
        value.report(
            DefinitionRules.unknownTerm,
            ["vocabulary": name.rawValue, "code": code, "allowed": codes.joined(separator: ", ")],
            phrases: ["hint": Hint.near(code, among: codes)])
        return nil
    }
}
