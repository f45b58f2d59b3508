import PupilSupport
import Reports
import SupportStore

extension ModelTable {
    /// The table as the description of the export tells of it.
    var described: TablePackage.Table {
        TablePackage.Table(
            name: name, title: title,
            columns: columns.map { column in
                TablePackage.Column(
                    column.name, holdsText: column.content.holdsText,
                    isRequired: column.isRequired, description: column.content.words)
            })
    }

    private var title: LocalizedText {
        switch kind {
        case nil where self == .schools: LocalizedText(lv: "Skolas", en: "Schools")
        case nil where self == .terms:
            LocalizedText(lv: "Klasifikatoru vērtības", en: "Terms of the vocabularies")
        case nil:
            LocalizedText(
                lv: "Agrākais semestris, par kuru kāds šāda veida ieraksts ir saņemts",
                en: "The earliest semester of which any record of a kind has come")
        case let kind?:
            LocalizedText(
                lv: "Ieskaitītie ieraksti: \(kind.rawValue)",
                en: "Records that count: \(kind.rawValue)")
        }
    }
}

extension ModelTable.Content {
    /// What stands in a column.
    fileprivate var words: LocalizedText {
        switch self {
        case .field(let type): type.words
        case .delivery:
            LocalizedText(
                lv: "Sūtījuma numurs krātuvē", en: "Number of the delivery in the store")
        case .line:
            LocalizedText(
                lv: "Faila rinda, kurā sākas ieraksts", en: "Line at which the record begins")
        case .byte:
            LocalizedText(
                lv: "Faila baits, kurā sākas ieraksts", en: "Byte at which the record begins")
        case .key: LocalizedText(lv: "Rindas numurs krātuvē", en: "Number of the row in the store")
        case .code: LocalizedText(lv: "Kods aprakstos", en: "Code in the definitions")
        case .vocabulary: LocalizedText(lv: "Klasifikators", en: "Vocabulary")
        case .kind: LocalizedText(lv: "Ieraksta veids", en: "Kind of record")
        case .semester: FieldType.semester.words
        }
    }
}

extension FieldType {
    /// What a whole number of the type stands for.
    fileprivate var words: LocalizedText {
        switch self {
        case .pupil:
            LocalizedText(lv: "Skolēna numurs krātuvē", en: "Number of the pupil in the store")
        case .teacher, .teacherNumber:
            LocalizedText(
                lv: "Pedagoga numurs krātuvē", en: "Number of the teacher in the store")
        case .school: LocalizedText(lv: "Skola: id tabulā school", en: "School: id in school")
        case .semester:
            LocalizedText(
                lv: "Semestris: mācību gada pirmais gads un 1 vai 2, 20182",
                en: "Semester: the first year of the school year, then 1 or 2, 20182")
        case .schoolClass:
            LocalizedText(
                lv: "Klase: līmenis reiz 100 un burta vieta",
                en: "Class: level times 100, plus the letter's place")
        case .date: LocalizedText(lv: "Diena: 20190131", en: "Day: 20190131")
        case .minutes: LocalizedText(lv: "Minūtes", en: "Minutes")
        case .count: LocalizedText(lv: "Skaits", en: "Number")
        case .mark:
            LocalizedText(
                lv: "Vērtējums: 1 līdz 10; 21 ir nv, 31 i, 32 ni",
                en: "Mark: 1 to 10; 21 is nv, 31 i, 32 ni")
        case .term(let vocabulary):
            LocalizedText(
                lv: "\(vocabulary.rawValue): id tabulā term",
                en: "\(vocabulary.rawValue): id in term")
        case .planNumber:
            LocalizedText(lv: "Plāna numurs krātuvē", en: "Number of the plan in the store")
        case .documentNumber:
            LocalizedText(lv: "Dokumenta numurs krātuvē", en: "Number of the document in the store")
        case .name, .projectNumber, .evidenceReference:
            LocalizedText(lv: "Krātuvē nav", en: "Not in the store")
        }
    }
}
