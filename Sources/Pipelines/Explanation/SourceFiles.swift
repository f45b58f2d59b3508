import Diagnostics
import Extraction
import Normalization
import SupportStore

/// The files of the archive behind the deliveries of a store.
struct SourceFiles {
    /// The deliveries by their numbers.
    let deliveries: [Int: SourceDelivery]
    /// The names of the files as they may be shown.
    let names: ShownFileNames
    let archive: Archive
    private let preparation: FilePreparation

    init(_ snapshot: StoreSnapshot, archive: Archive, definitions: Definitions) throws {
        let all = try snapshot.sourceDeliveries()
        deliveries = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        names = ShownFileNames(all.map(\.fileName), knowing: definitions.words)
        self.archive = archive
        preparation = FilePreparation(definitions)
    }

    /// The words of files that messages may show.
    var words: KnownWords { preparation.words }

    /// Returns the cell of a workbook that a row of a delivery begins at, or `nil` for any other file.
    func row(_ line: Int, of delivery: Int) -> String? {
        deliveries[delivery]?.sheet.map { sheet in
            "\(SheetCell(sheet: ShownText(sheet, knowing: words).text, row: line))"
        }
    }

    /// Returns the place of a record as messages write it: `file:line`, or `file:sheet!row`.
    func place(_ line: Int, of delivery: Int) -> String {
        let name = deliveries[delivery].map { names[$0.fileName] } ?? "?"
        return "\(name):\(row(line, of: delivery) ?? "\(line)")"
    }

    /// Returns how the records of a delivery are gone through.
    ///
    /// - Throws: ``SourceProblem`` when the archive lacks the file, or it cannot be read as it was.
    func walk(of delivery: SourceDelivery) throws(SourceProblem) -> RecordWalk {
        let content: OpenedFile
        do throws(StoreError) { content = try archive.opened(delivery.sha256) } catch {
            throw SourceProblem(error)
        }
        do {
            let (_, match) = try preparation.prepare(
                Inbox.File(path: FilePath(content.path), name: delivery.fileName))
            guard match.source.code == delivery.source, match.file.kind == delivery.kind else {
                throw SourceProblem.otherDefinitions
            }
            return RecordWalk(content: content, file: match.file, words: words)
        } catch is FileRefusal { throw .otherDefinitions } catch { throw .unreadable }
    }
}

/// Why the source of a delivery cannot be shown.
enum SourceProblem: Error, Hashable {
    /// An older program loaded it and kept no file.
    case notArchived
    /// It was removed by rule.
    case removed(FileRekeying.Cause)
    /// The definitions have changed so that the file is not read as it was.
    case otherDefinitions
    /// The archive cannot be read.
    case unreadable
    /// The file is sealed, and the key is not there or not safe.
    case withoutKey
    /// The file is sealed, and the key is another than the store's.
    case otherKey
    /// The file is sealed, and the list of the archive's keys is missing or has none for the store's key.
    case keyLost
    /// The file is sealed under a key that was lost and given up.
    case shut
    /// A folder lies in the place of the file.
    case folderInPlace

    /// Returns what keeps a file of the archive from being opened.
    init(_ error: StoreError) {
        self =
            switch error {
            case .archiveRemoved(let cause): .removed(cause)
            case .archiveKeyLost: .keyLost
            case .archiveShut: .shut
            case .folderInPlace: .folderInPlace
            case .keyReplaced: .otherKey
            case .keyMissing, .keyNotMade, .keyUnsafe: .withoutKey
            case .inaccessible: .unreadable
            default: .notArchived
            }
    }

    /// What is wrong, and how to mend it.
    var message: MessageText {
        switch self {
        case .notArchived:
            MessageText(
                lv:
                    "faila nav arhīvā, vai tas nav tas, ko pieņēma; palaidiet pumpurs import, kamēr tas vēl ir "
                    + "iesūtīto mapē, vai atjaunojiet arhīvu no rezerves kopijas",
                en:
                    "the archive does not have the file as it was accepted; run pumpurs import while it is in "
                    + "the inbox, or restore the archive from the backup")
        case .removed(.retention):
            MessageText(
                lv: "fails no arhīva izņemts, jo beidzies tā glabāšanas laiks",
                en: "the file was removed from the archive, for its time was over")
        case .removed:
            MessageText(
                lv:
                    "fails no arhīva izņemts, kad dzēsa cilvēku, kura ierakstus tajā nevarēja aizklāt",
                en:
                    "the file was removed from the archive when a person was erased whose records could not "
                    + "be blanked in it")
        case .otherDefinitions:
            MessageText(
                lv:
                    "pēc tagadējām definīcijām failu vairs nelasa tā, kā tas ielādēts; ar --pipelines "
                    + "nosauciet tās, ar kurām tas ielādēts",
                en:
                    "by these definitions the file is no longer read as it was loaded; name those that "
                    + "it was loaded with, with --pipelines")
        case .unreadable:
            MessageText(
                lv: "failu arhīvā nevar izlasīt; pārbaudiet tiesības un disku",
                en: "the file in the archive cannot be read; check the rights and the disk")
        case .withoutKey:
            MessageText(
                lv:
                    "fails arhīvā ir aizzīmogots, un krātuves atslēgas nav vai tā nav droša, tāpēc tekstu "
                    + "nerāda; nosauciet atslēgu ar --key-file vai pārbaudiet to ar pumpurs keys check",
                en:
                    "the file in the archive is sealed, and the store's key is not there or not safe, so "
                    + "its text is not shown; name the key with --key-file, or examine it with pumpurs keys check"
            )
        case .keyLost:
            MessageText(
                lv:
                    "fails arhīvā ir aizzīmogots, un arhīva atslēgas archive/key.sealed nav, vai krātuves "
                    + "atslēga to neatver; atjaunojiet to no rezerves kopijas vai palaidiet pumpurs keys recover",
                en:
                    "the file in the archive is sealed, and the archive's key archive/key.sealed is missing or "
                    + "does not open with the store's; restore it from the backup, or run pumpurs keys recover"
            )
        case .shut:
            MessageText(
                lv:
                    "fails arhīvā ir aizzīmogots ar atslēgu, kas ir zudusi; to atver pumpurs keys recover ar "
                    + "--archive-key, ja tā ir nodota glabāšanā",
                en:
                    "the file in the archive is sealed under a key that was lost; pumpurs keys recover opens it "
                    + "with --archive-key, where that was put in other hands")
        case .folderInPlace:
            MessageText(
                lv:
                    "arhīvā faila vietā ir mape; pārvietojiet to citur un palaidiet pumpurs import, kamēr "
                    + "fails ir iesūtīto mapē (vietu nosauc pumpurs doctor)",
                en:
                    "a folder lies in the place of the file in the archive; move it away and run pumpurs "
                    + "import while the file is in the inbox (pumpurs doctor names the place)")
        case .otherKey:
            MessageText(
                lv:
                    "fails arhīvā ir aizzīmogots, un šī atslēga neatver arhīva atslēgu; nosauciet krātuves "
                    + "atslēgu ar --key-file vai, ja tā ir zudusi, palaidiet pumpurs keys recover",
                en:
                    "the file in the archive is sealed, and this key does not open the archive's; name the "
                    + "store's key with --key-file or, if it is lost, run pumpurs keys recover")
        }
    }
}
