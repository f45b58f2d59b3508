import Diagnostics
import Extraction
import Normalization
import PupilSupport
import SupportStore

/// Finds records of one pupil among those held back before anything was made of them, by the code in
/// their text.
struct HeldRecordSearch {
    /// A record that names the pupil.
    struct Find {
        let record: HeldRecord
        /// What the record would have become.
        let kinds: [RecordKind]
    }

    let files: SourceFiles
    let code: PersonalCode

    /// Looks at the held records of the store, each file once.
    ///
    /// - Returns: The records that name the pupil, and the files that cannot be looked at.
    func run(_ held: [HeldRecord]) -> (found: [Find], problems: [(delivery: Int, SourceProblem)]) {
        var found: [Find] = []
        var problems: [(delivery: Int, SourceProblem)] = []
        let byDelivery = Dictionary(grouping: held.filter { !$0.isJudged }, by: \.delivery)
        for (number, records) in byDelivery.sorted(by: { $0.key < $1.key }) {
            guard let delivery = files.deliveries[number] else { continue }
            do throws(SourceProblem) {
                found += try search(
                    records.reduce(into: [:]) { $0[$1.byte] = $1 },
                    walk: try files.walk(of: delivery))
            } catch { problems.append((number, error)) }
        }
        return (found, problems)
    }

    private func search(
        _ held: [Int: HeldRecord], walk: RecordWalk
    ) throws(SourceProblem) -> [Find] {
        var found: [Find] = []
        var torn: [(find: Find, piece: Range<Int>)] = []
        do {
            try walk.run { batch, table in
                let columns = Self.pupilColumns(of: table)
                let kinds = table.mappings.map(\.kind)
                let faulty = Set(batch.faults.map(\.record))
                for (number, place) in batch.records.enumerated() {
                    guard let record = held[place.byte] else { continue }
                    let find = Find(record: record, kinds: kinds)
                    if columns.contains(where: { column in
                        walk.text(batch, record: number, column: column).map(isCode) ?? false
                    }) {
                        found.append(find)
                    } else if faulty.contains(number) {
                        // What cannot be split into cells is looked at as a whole.
                        torn.append((find, place.byte..<(place.byte + place.length)))
                    }
                }
            }
        } catch is FileRefusal {
            // A file that breaks off has its whole records all the same.
        } catch { throw .unreadable }
        guard !torn.isEmpty, !walk.isWorkbook else { return found }
        do {
            let texts = try FileExcerpts.texts(
                of: torn.map(\.piece), in: walk.path, encoding: walk.file.encoding)
            for (candidate, text) in zip(torn, texts) where holdsCode(text) {
                found.append(candidate.find)
            }
        } catch { throw .unreadable }
        return found
    }

    private static func pupilColumns(of table: RecordWalk.Table) -> [Int] {
        var names: Set<String> = []
        for mapping in table.mappings {
            for field in mapping.fields {
                guard let index = mapping.kind.fieldIndex(field.field),
                    mapping.kind.fields[index].type == .pupil
                else { continue }
                switch field.source {
                case .column(let name): names.insert(name.lowercased())
                case .paths(let paths): names.formUnion(paths.map { $0.lowercased() })
                default: break
                }
            }
        }
        return table.columns.indices.filter { names.contains(table.columns[$0].lowercased()) }
    }

    /// Whether a cell holds the code, however it is written.
    private func isCode(_ text: String) -> Bool {
        text.filter(\.isNumber) == code.digits && !text.contains(where: \.isLetter)
    }

    /// Whether a text has the code among others.
    private func holdsCode(_ text: String) -> Bool {
        text.split { !($0.isNumber || $0 == "-") }.contains { isCode(String($0)) }
    }
}
