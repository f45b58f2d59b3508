import Diagnostics
import Extraction
import Normalization
import SupportStore

/// Makes the bytes of an archived file without the records of a person.
struct ArchiveBlanking {
    let archive: Archive
    let words: KnownWords

    /// What becomes of a file.
    struct Outcome {
        /// The fingerprint of its bytes until now.
        let previous: [UInt8]
        /// The fingerprint of the new bytes, which lie in the archive, or `nil` when there are none.
        let current: [UInt8]?
        /// The records that were blanked.
        let places: [FileRekeying.Place]

        var isChanged: Bool { previous != current }
    }

    /// Blanks records, and what is left of the person in the rest of the file.
    ///
    /// - Parameters:
    ///   - records: The first bytes of the records; in a workbook those of the rows in the text of the sheet.
    ///   - sha256: The fingerprint of the file.
    ///   - file: How the file is read.
    ///   - needles: What is looked for in the rest, or `nil`.
    /// - Throws: ``FileError`` or ``FileRefusal`` when the file cannot be read, ``StoreError`` when it does not open.
    func blank(
        _ records: Set<Int>, in sha256: [UInt8], read file: FileDefinition, needles: Needles?
    ) throws -> Outcome {
        let previous = archive.rekeying(of: sha256)?.current ?? sha256
        let content = try archive.opened(sha256)
        let survey = try RecordSurvey(
            RecordWalk(content: content, file: file, words: words), needles: needles)
        let places = survey.places(of: records)
        guard let text = survey.text, survey.canBeBlanked else {
            return Outcome(previous: previous, current: nil, places: places)
        }
        var bytes = text
        for place in places {
            survey.width.blank(place.byte..<(place.byte + place.length), in: &bytes.bytes)
        }
        for hit in needles?.hits(in: bytes.bytes) ?? [] {
            hit.width.blank(hit.range, in: &bytes.bytes)
        }
        guard let sent = bytes.sent else {
            return Outcome(previous: previous, current: nil, places: places)
        }
        return Outcome(previous: previous, current: try archive.keepExport(sent), places: places)
    }
}
