public import PupilSupport

/// A sex as the Fund counts it (esf.md, ESF-15).
public enum ParticipantSex: String, Sendable, CaseIterable {
    case women = "F"
    case men = "M"
}

/// Where a participant stands on the labour market at entry (esf.md, section 1.4).
public enum LabourStatus: String, Sendable, CaseIterable {
    case unemployed
    case longTermUnemployed = "ltu"
    case inactiveInEducation = "inactive_in_edu"
    case inactiveNotInEducation = "inactive_not_edu"
    case employed
}

/// The highest level of education completed at entry: class 5–6 none, 7–9 ISCED 1, 10–12 ISCED 2.
public enum CompletedEducation: String, Sendable, CaseIterable {
    case belowPrimary = "0"
    case primary = "1"
    case lowerSecondary = "2"
    case upperSecondary = "3"
    case postSecondary = "4"
    case tertiary = "5-8"

    /// Returns what a pupil of a class level has completed, or `nil` for a level that is none.
    public init?(classLevel: Int) {
        switch classLevel {
        case 1...6: self = .belowPrimary
        case 7...9: self = .primary
        case 10...12: self = .lowerSecondary
        default: return nil
        }
    }
}

/// Why a participant left the operation; empty while they are in it.
public enum LeaveReason: String, Sendable, CaseIterable {
    case noLongerNeeded = "no_longer_needed"
    case leftSchool = "left_school"
    case refused
    case moved
}

/// Where a record came from: a file as the school sent it, and the row in it.
public struct SubmittedPlace: Hashable, Sendable {
    /// The school's file below the inbox, with names of people hidden.
    public let file: String
    /// The physical line, or the row of the sheet.
    public let line: Int

    /// Creates a place.
    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

/// A person who benefits directly, once for the whole operation (esf.md, ESF-1, ESF-5 to ESF-7).
///
/// The first entry fixes the characteristics; the last exit fixes when and why they left.
public struct Participant: PackageRecord {
    /// The canonical number of the operation.
    public var operation = ""
    /// The person, in the recipient's domain of pseudonyms.
    public var id = ""
    /// The personal code; only in a package with identifiers.
    public var personalCode = ""
    /// The given name; only in a package with identifiers.
    public var givenName = ""
    /// The family name; only in a package with identifiers.
    public var familyName = ""
    /// The day of birth.
    public var birthDate: CivilDate?
    /// The sex.
    public var sex: ParticipantSex?
    /// The school of the first entry.
    public var school = ""
    /// The class level at the first entry.
    public var gradeAtEntry: Int?
    /// The status on the labour market at the first entry.
    public var labourStatus: LabourStatus?
    /// The education completed at the first entry.
    public var education: CompletedEducation?
    /// The day of the first session that counts.
    public var entryDate: CivilDate?
    /// The last day of the last plan, once support has ended.
    public var leaveDate: CivilDate?
    /// Why support has ended.
    public var leaveReason: LeaveReason?
    /// Whether nothing that is needed is missing (esf.md, ESF-11).
    public var isComplete = false
    /// The columns that are missing.
    public var missingFields: [String] = []
    /// The fingerprint of the file that gives sex and birth date.
    public var sourceFile = ""
    /// The row in that file.
    public var sourceRow: Int?
    /// Where that row stands; not part of the package.
    public var place: SubmittedPlace?

    /// Creates a record without values.
    public init() {}

    /// The columns whose absence makes a record incomplete.
    public static let completenessFields = [
        "birth_date", "isced_completed", "labour_status", "sex",
    ]

    /// Returns the columns that are missing.
    public var foundMissing: [String] {
        var missing: [String] = []
        if birthDate == nil { missing.append("birth_date") }
        if education == nil { missing.append("isced_completed") }
        if labourStatus == nil { missing.append("labour_status") }
        if sex == nil { missing.append("sex") }
        return missing
    }

    /// The table.
    public static let table = PackageTable<Self>(
        "participants", in: .restricted, key: ["operation_no", "participant_id"],
        lv: "Projekta dalībnieki: viena rinda par katru personu visā projekta laikā",
        en: "Participants: one row for each person in the whole operation",
        columns: [
            .text(
                "operation_no", \.operation, lv: "Projekta numurs", en: "Number of the operation"),
            .text(
                "participant_id", \.id, type: .pseudonym,
                lv: "Personas pseidonīms saņēmēja jomā", en: "Pseudonym in the recipient's domain"),
            .text(
                "personal_code", \.personalCode, identifier: true, lv: "Personas kods",
                en: "Personal code"),
            .text(
                "given_name", \.givenName, required: false, identifier: true, lv: "Vārds",
                en: "Given name"),
            .text(
                "family_name", \.familyName, required: false, identifier: true, lv: "Uzvārds",
                en: "Family name"),
            .date("birth_date", \.birthDate, lv: "Dzimšanas datums", en: "Day of birth"),
            .code("sex", \.sex, lv: "Dzimums: F sieviete, M vīrietis", en: "Sex: F woman, M man"),
            .text(
                "school_code", \.school, lv: "Skola, kurā iesaistījās", en: "School of entry"),
            .integer(
                "grade_at_entry", \.gradeAtEntry, lv: "Klase, iesaistoties", en: "Class at entry"),
            .code(
                "labour_status", \.labourStatus, lv: "Statuss darba tirgū, iesaistoties",
                en: "Status on the labour market at entry"),
            .code(
                "isced_completed", \.education, lv: "Iegūtā izglītība, iesaistoties (ISCED)",
                en: "Education completed at entry (ISCED)"),
            .date(
                "entry_date", \.entryDate, required: true,
                lv: "Pirmās ieskaitītās nodarbības diena",
                en: "Day of the first session that counts"),
            .date(
                "leave_date", \.leaveDate, lv: "Pēdējā plāna pēdējā diena, ja atbalsts beidzies",
                en: "Last day of the last plan, once support has ended"),
            .code("leave_reason", \.leaveReason, lv: "Kāpēc beidzies", en: "Why it has ended"),
            .flag("complete", \.isComplete, lv: "Ziņas ir pilnīgas", en: "The record is complete"),
            .codes("missing_fields", \.missingFields, lv: "Kā trūkst", en: "What is missing"),
            .text(
                "source_file_sha256", \.sourceFile, required: false, type: .fingerprint,
                lv: "Faila, no kura ziņas ņemtas, kontrolsumma",
                en: "Fingerprint of the file that the record was taken from"),
            .integer("source_row", \.sourceRow, lv: "Rinda šajā failā", en: "Row in that file"),
        ])
}
