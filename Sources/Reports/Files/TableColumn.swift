import PupilSupport
import Rollup

/// A column of a delimited file, as its metadata describe it.
struct TableColumn {
    /// What the cells of a column are.
    enum Kind {
        /// Words; those that are given are the only ones allowed.
        case words(among: [String] = [], pattern: String? = nil)
        /// A number that may have a decimal.
        case number
        /// A whole number.
        case integer
    }

    let name: String
    let kind: Kind
    /// Whether no cell is empty.
    let isRequired: Bool
    let description: LocalizedText

    /// The columns of the tidy tables.
    static let figures = time + place + subject + values

    private static let time = [
        TableColumn(
            "time_period", .words(pattern: "[0-9]{6}"), "Mācību gads, 201819", "School year, 201819"
        ),
        TableColumn(
            "time_identifier", .words(among: ["Semester 1", "Semester 2"]), "Semestris mācību gadā",
            "Semester of the school year"),
        TableColumn(
            "semester", .words(pattern: "[0-9]{4}-[0-9]{4}-[12]"), "Semestra kods",
            "Code of the semester"),
    ]

    private static let place = [
        TableColumn(
            "geographic_level", .words(among: ["Municipality", "School"]),
            "Kam skaitlis pieder: pašvaldībai vai skolai",
            "What the figure is of: the municipality or a school"),
        TableColumn(
            "school_code", .words(), "Skolas kods; pašvaldības rindās tukšs",
            "Code of the school; empty in rows of the municipality", isRequired: false),
        TableColumn(
            "school_name", .words(), "Skolas nosaukums; pašvaldības rindās tukšs",
            "Name of the school; empty in rows of the municipality", isRequired: false),
        TableColumn(
            "school_short_name", .words(),
            "Skolas īsais nosaukums, kā lapā; pašvaldības rindās tukšs",
            "Short name of the school, as on the page; empty in rows of the municipality",
            isRequired: false),
    ]

    private static let subject = [
        TableColumn("indicator", .words(), "Rādītāja kods", "Code of the indicator"),
        TableColumn("breakdown", .words(), "Dalījums vai Total", "Breakdown, or Total"),
        TableColumn(
            "category", .words(), "Kategorijas kods vai Total", "Code of the category, or Total"),
        TableColumn("category_name", .words(), "Kategorijas nosaukums", "Name of the category"),
        TableColumn(
            "second_breakdown", .words(), "Otrs dalījums vai Total", "Second breakdown, or Total"),
        TableColumn(
            "second_category", .words(), "Otra dalījuma kategorijas kods vai Total",
            "Code of the second breakdown's category, or Total"),
        TableColumn(
            "second_category_name", .words(), "Otra dalījuma kategorijas nosaukums",
            "Name of the second breakdown's category"),
        TableColumn(
            "unit", .words(among: IndicatorUnit.allCases.map(\.rawValue)), "Mērvienība", "Unit"),
    ]

    private static let values = [
        TableColumn(
            "value", .number, "Vērtība; ja tā ir tukša, value_status saka, kāpēc",
            "Value; where it is empty, value_status says why", isRequired: false),
        TableColumn(
            "value_previous", .number,
            "Iepriekšējā semestra vērtība; ja tā ir tukša, value_previous_status saka, kāpēc",
            "Value of the semester before; where it is empty, value_previous_status says why",
            isRequired: false),
        TableColumn(
            "change", .number, "Pārmaiņa pret iepriekšējo semestri",
            "Change against the semester before", isRequired: false),
        status("value_status"), status("value_previous_status"),
        TableColumn(
            "address", .words(), "Skaitļa nemainīgā adrese", "Stable address of the figure"),
    ]

    static func status(_ name: String) -> TableColumn {
        TableColumn(
            name, .words(among: ValueStatus.allCases.map(\.rawValue).filter { !$0.isEmpty }),
            ValueStatus.legend(in: .latvian), ValueStatus.legend(in: .english), isRequired: false)
    }

    init(_ name: String, _ kind: Kind, _ lv: String, _ en: String, isRequired: Bool = true) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        description = LocalizedText(lv: lv, en: en)
    }
}
