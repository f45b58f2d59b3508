/// Check 4: what a row refers to is there.
///
/// That keys are unique is seen while the tables are read.
struct KeyCheck {
    private let content: PackageContent

    init(_ content: PackageContent) { self.content = content }

    func failures() -> [VerificationFailure] {
        let plans = Set(content.participations.map(\.id))
        let people = Set(content.participants.map(\.id))
        let teachers = Set(content.teachers.map(\.id))
        return open(content.measures, \.plan, among: plans)
            + open(content.consultations, \.plan, among: plans)
            + open(content.outcomes, \.plan, among: plans)
            + open(content.sensitive, \.participant, among: people)
            + open(content.timesheets, \.teacher, among: teachers)
            + open(content.consultations.filter(\.counts), \.teacher, among: teachers)
    }

    private func open<Record: PackageRecord>(
        _ records: [Record], _ field: KeyPath<Record, String>, among keys: Set<String>
    ) -> [VerificationFailure] {
        records.enumerated().compactMap { index, record in
            let value = record[keyPath: field]
            guard !value.isEmpty, !keys.contains(value) else { return nil }
            return VerificationFailure(
                .keys, "\(Record.table.path):\(index + 2)", lv: "norāda uz to, kā nav",
                en: "it refers to what is not there")
        }
    }
}
