import Extraction
import Glibc

/// `reading WAY FILE [DELIMITER]` reads a file once in one of these ways and prints what it counted and the seconds:
/// `csv` and `xml` with the product's readers, `scan` with a bare structural scan, `sax` with libxml2 and
/// empty handlers.
@main
struct Reading {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { usage() }
        let delimiter = arguments.count > 3 ? arguments[3].utf8.first ?? 0x2C : 0x2C
        let file = FilePath(arguments[2])
        let start = ContinuousClock.now
        let counts: Counts
        switch arguments[1] {
        case "csv": counts = try Counts(cellsOf: file, delimiter: delimiter)
        case "xml": counts = try Counts(fieldsOf: file)
        case "scan": counts = try Counts(structureOf: arguments[2], delimiter: delimiter)
        case "sax": counts = try Counts(elementsOf: arguments[2])
        default: usage()
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("\(counts.records) \(counts.cells) \(seconds)")
    }

    private static func usage() -> Never {
        print("reading csv|scan FILE [DELIMITER]\nreading xml|sax FILE")
        exit(64)
    }
}

/// What was met in a file.
struct Counts {
    var records = 0
    var cells = 0
}

extension Counts {
    /// Reads delimited text into cell slices.
    init(cellsOf file: FilePath, delimiter: UInt8) throws {
        var options = DelimitedOptions()
        options.delimiter = delimiter
        var reader = try DelimitedReader(path: file, encoding: .utf8, options: options)
        while let batch = try reader.nextBatch() {
            records += batch.records.count
            cells += batch.cells.count
        }
    }

    /// Reads the sessions of the national register, with the fields that its definition maps.
    init(fieldsOf file: FilePath) throws {
        let paths = [
            "@pk", "../@pk", "../@dzimums", "../@vards", "../@uzvards", "@regnr", "../../@regnr",
            "@klase", "../@klase", "skolotajs/@kods", "pasakums", "prieksmets", "datums",
            "stundas", "vert_pirms", "vert_pec",
        ]
        let steps = ["atbalsts", "skola", "skolens", "sesija"]
        let table = XMLTable(
            path: steps.map { XMLName(namespace: nil, local: $0) },
            columns: paths.compactMap { XMLFieldPath($0, namespaces: [:]) })
        var reader = try XMLRecordReader(path: file, encoding: .utf8, tables: [table])
        while let batch = try reader.nextBatch() {
            records += batch.records.count
            cells += batch.cells.count(where: { !$0.isAbsent })
        }
    }
}
