import PupilSupport

/// A file of the report with what metadata say of it.
struct DescribedFile {
    /// A delimited table.
    struct Table {
        let columns: [TableColumn]
        var delimiter = ","
        var decimalMark = "."
        /// The column whose cells tell the rows apart.
        var key: String?
    }

    let file: ReportFile
    let title: LocalizedText
    let description: LocalizedText
    let mediaType: String
    /// How the columns are to be read, or `nil` when the file is no delimited table.
    var table: Table?
    /// Whether another file holds the same, better fit for programs.
    var isConvenience = false

    /// The name without what follows the last point, and without points: `participants-excel`.
    var name: String {
        let parts = file.name.split(separator: ".")
        return parts.count > 2
            ? parts.dropLast().joined(separator: "-") : file.name.replacing(".", with: "-")
    }

    /// What the name of the file ends with.
    var format: String { file.name.split(separator: ".").last.map(String.init) ?? "" }
}
