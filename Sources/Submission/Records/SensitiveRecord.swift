/// An answer to a question that nobody has to answer (esf.md, ESF-10 and ESF-13).
public enum SensitiveAnswer: String, Sendable, CaseIterable {
    case yes = "Y"
    case no = "N"
    case refused
    case notCollected = "not_collected"
}

/// The sensitive answers of a participant; only in a package that is asked to hold them.
public struct SensitiveRecord: PackageRecord {
    /// The participant.
    public var participant = ""
    /// Whether they are a migrant, of foreign background or of a minority.
    public var foreignOrMinority: SensitiveAnswer?
    /// Whether they have a disability.
    public var disability: SensitiveAnswer?
    /// Whether they are otherwise disadvantaged.
    public var otherDisadvantage: SensitiveAnswer?
    /// The document that proves that it was asked.
    public var evidence = ""

    /// Creates a record without values.
    public init() {}

    /// The answers.
    public var answers: [SensitiveAnswer?] { [foreignOrMinority, disability, otherDisadvantage] }

    /// The table.
    public static let table = PackageTable<Self>(
        "sensitive", in: .restricted, key: ["participant_id"],
        references: [
            .init(column: "participant_id", table: "participants", target: "participant_id")
        ],
        lv: "Jutīgie dati, ja tie ir lūgti un tiem ir tiesiskais pamats",
        en: "Sensitive data, where asked for on a legal basis",
        columns: [
            .text(
                "participant_id", \.participant, type: .pseudonym, lv: "Dalībnieks",
                en: "Participant"),
            .code(
                "foreign_minority", \.foreignOrMinority, required: true,
                lv: "Migrants, ārvalstu izcelsme vai mazākumtautība",
                en: "Migrant, foreign background or minority"),
            .code("disability", \.disability, required: true, lv: "Invaliditāte", en: "Disability"),
            .code(
                "other_disadvantaged", \.otherDisadvantage, required: true,
                lv: "Citādi nelabvēlīgā situācijā", en: "Otherwise disadvantaged"),
            .text(
                "evidence_ref", \.evidence, required: false,
                lv: "Dokuments, kas apliecina, ka jautāts", en: "Document that proves the question"),
        ])
}
