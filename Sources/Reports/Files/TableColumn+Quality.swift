import PupilSupport

extension TableColumn {
    /// The columns of the files and findings.
    static let quality = [
        TableColumn(
            "entry", .words(among: ["file", "column", "finding"]),
            "Vai rinda ir par failu, par aili, no kuras neko neglabā, vai par konstatējumu",
            "Whether the row is on a file, on a column of which nothing is kept, or on a finding"),
        optional("school_code", .words(), "Skolu kodi", "Codes of the schools"),
        optional("kind", .words(), "Faila veids", "Kind of file"),
        optional("semester", .words(), "Semestra kods", "Code of the semester"),
        optional("file", .words(), "Faila nosaukums", "Name of the file"),
        optional("records_read", .integer, "Nolasītie ieraksti", "Records read"),
        optional("records_loaded", .integer, "Ielādētie ieraksti", "Records loaded"),
        optional("records_held_back", .integer, "Aizturētie ieraksti", "Records held back"),
        optional("records_ignored", .integer, "Izlaistie ieraksti", "Records ignored by rule"),
        optional("line", .integer, "Rinda; 0 nozīmē visu failu", "Line; 0 is the whole file"),
        optional("byte", .integer, "Baits no faila sākuma", "Byte from the start of the file"),
        optional("column", .integer, "Ailes numurs", "Number of the column"),
        optional("column_name", .words(), "Ailes nosaukums", "Name of the column"),
        optional(
            "rule", .words(pattern: "[A-Z]{3}-[0-9]{3}"), "Pārbaudes kods", "Code of the rule"),
        optional(
            "severity", .words(among: ["note", "warning", "error", "fatal"]), "Smagums", "Severity"
        ),
        optional(
            "disposition", .words(among: QualityFinding.Disposition.allCases.map(\.rawValue)),
            "Kas noticis ar ierakstu", "What became of the record"),
        optional("message", .words(), "Paskaidrojums", "Message"),
        optional(
            "acknowledged", .words(among: ["yes", "no"]), "Vai pārbaudīts un pieņemts",
            "Whether somebody looked at it and accepted it"),
    ]

    private static func optional(_ name: String, _ kind: Kind, _ lv: String, _ en: String)
        -> TableColumn
    { TableColumn(name, kind, lv, en, isRequired: false) }
}
