import Extraction
import SupportStore

/// The exports that the archive has lost, or that do not open any more, while the inbox has them.
struct LostExports {
    let store: SupportStore

    /// Returns which files of some the inbox has.
    ///
    /// - Parameters:
    ///   - folder: The inbox; it need not be there.
    ///   - wanted: The fingerprints of the files.
    func fingerprints(in folder: String, among wanted: Set<[UInt8]>) -> Set<[UInt8]> {
        var found: Set<[UInt8]> = []
        for file in Inbox(folder: folder)?.files ?? [] where found.count < wanted.count {
            guard let survey = try? SurveyedFile(path: file.path),
                wanted.contains(survey.sha256)
            else { continue }
            found.insert(survey.sha256)
        }
        return found
    }

    /// Keeps again what the inbox has, known by its fingerprint.
    ///
    /// - Parameter folder: The inbox; it need not be there.
    /// - Returns: The number of exports that were kept.
    /// - Throws: ``StoreError`` when the archive cannot be written.
    func keep(from folder: String) throws -> Int {
        var lost = Set(try store.lostExports())
        var kept = 0
        for file in Inbox(folder: folder)?.files ?? [] where !lost.isEmpty {
            // What cannot be read is no help; the import tells of it.
            guard let survey = try? SurveyedFile(path: file.path),
                lost.contains(survey.sha256)
            else { continue }
            do {
                try AcceptedFile.keep(file, survey, in: store.archive)
            } catch let error as StoreError {
                throw error
            } catch { continue }
            lost.remove(survey.sha256)
            kept += 1
        }
        return kept
    }
}
