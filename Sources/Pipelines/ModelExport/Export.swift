import PupilSupport
import Reports
import Rollup
import SupportStore

extension ModelExport {
    /// The tables of an export while they are written.
    struct Export {
        /// How many rows were written.
        private(set) var rows = 0
        private var files: GrowingFiles
        /// What the description says of each file, in the order of the files.
        private var places: [Place] = []

        /// Where the rows of a file belong.
        private struct Place {
            let table: String
            let partition: [(key: String, value: String)]
        }

        /// The semester and the school of a row, as the store has them.
        private struct Part: Hashable {
            let semester: Int
            let school: Int
        }

        init(files: GrowingFiles) { self.files = files }

        /// Writes the rows of a table, each into the file of its semester and school, or into the table's only one.
        mutating func write(
            _ table: ModelTable, naming schools: [Int: String], from snapshot: StoreSnapshot
        ) throws {
            let header = table.described.header
            var parts: [Part: Int] = [:]
            var only: Int?
            let partition = table.partition
            if partition == nil { only = try begin(table.name, header) }
            let holdsText = table.columns.map(\.content.holdsText)
            var line: [UInt8] = []
            try snapshot.stream(sql: table.sql) { row in
                line.removeAll(keepingCapacity: true)
                for (place, isText) in holdsText.enumerated() {
                    if place > 0 { line.append(UInt8(ascii: ",")) }
                    if isText {
                        // Codes are words of letters and digits, which need no quotes.
                        row.withText(place) { if let text = $0 { line += text } }
                    } else if let number = row.integer(place) {
                        line.append(decimal: number)
                    }
                }
                line.append(UInt8(ascii: "\r"))
                line.append(UInt8(ascii: "\n"))
                let file: Int
                if let only {
                    file = only
                } else {
                    guard let partition, let semester = row.integer(partition.semester),
                        let school = row.integer(partition.school)
                    else { throw UnplacedRow(table: table.name) }
                    let part = Part(semester: semester, school: school)
                    if let known = parts[part] {
                        file = known
                    } else {
                        file = try begin(table.name, header, part, naming: schools)
                        parts[part] = file
                    }
                }
                try files.append(line, to: file)
                rows += 1
            }
        }

        /// Writes the figures of a semester.
        mutating func write(_ cube: Cube) throws {
            let table = CubeTable.table
            let file = try begin(table.name, table.header, Self.keys(of: cube.semester))
            var line: [UInt8] = []
            for figure in cube.figures {
                line.removeAll(keepingCapacity: true)
                CubeTable.append(figure, to: &line)
                try files.append(line, to: file)
                rows += 1
            }
        }

        /// Returns the files with what is known of each, in the order of their paths.
        mutating func finish() throws -> [TablePackage.File] {
            zip(places, try files.finish()).map { place, file in
                TablePackage.File(
                    table: place.table, path: file.path, partition: place.partition,
                    rows: file.rows, bytes: file.bytes, sha256: file.sha256)
            }.sorted { $0.path < $1.path }
        }

        private mutating func begin(
            _ table: String, _ header: [UInt8], _ part: Part, naming schools: [Int: String]
        ) throws -> Int {
            guard let semester = Semester(storedValue: part.semester),
                let school = schools[part.school]
            else { throw UnplacedRow(table: table) }
            return try begin(
                table, header, Self.keys(of: semester) + [(key: "school", value: school)])
        }

        private mutating func begin(
            _ table: String, _ header: [UInt8], _ partition: [(key: String, value: String)] = []
        ) throws -> Int {
            let folders = [table] + partition.map { "\($0.key)=\($0.value)" }
            places.append(Place(table: table, partition: partition))
            return try files.begin(
                "\(folders.joined(separator: "/"))/\(table).csv", header: header)
        }

        private static func keys(of semester: Semester) -> [(key: String, value: String)] {
            [
                ("school_year", "\(semester.startYear)-\(semester.startYear + 1)"),
                ("semester", semester.code),
            ]
        }
    }

    /// A row of which the store does not say to which semester and school it belongs: the store is damaged.
    struct UnplacedRow: Error, CustomStringConvertible {
        let table: String

        var description: String { "\(table): a row has no semester or no school" }
    }
}
