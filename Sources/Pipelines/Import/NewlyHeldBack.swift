import Diagnostics
public import PupilSupport
public import SupportStore

/// Records of a file from before that a run holds back, for what other files say has changed since.
public struct NewlyHeldBack: Sendable {
    /// The name of the file, as it may be shown.
    public let name: String
    /// The number of records.
    public let count: Int

    /// What is to be said of it.
    public var message: LocalizedText {
        LocalizedText(
            lv: "\(name): vēl aizturēti ieraksti: \(count), jo citos failos kas ir mainījies",
            en: "\(name): more records are held back: \(count), for other files have changed")
    }

    /// Returns what is held back of the files that were in force before a run, and are still, in their order.
    ///
    /// - Parameters:
    ///   - before: The deliveries that were in force.
    ///   - store: The store after the run.
    ///   - names: The names of files as they may be shown.
    /// - Throws: An error of the store.
    public static func all(
        since before: [StoredDelivery], in store: SupportStore, names: ShownFileNames
    ) throws -> [NewlyHeldBack] {
        let held = Dictionary(
            before.map { ($0.id, $0.counts.heldBack) }, uniquingKeysWith: { first, _ in first })
        return try store.currentDeliveries().compactMap { delivery in
            guard let known = held[delivery.id], delivery.counts.heldBack > known else {
                return nil
            }
            return NewlyHeldBack(
                name: names[delivery.fileName], count: delivery.counts.heldBack - known)
        }
    }

    static func troubles(of files: [NewlyHeldBack]) -> [Trouble] {
        files.map { Trouble(.warning, lv: $0.message.lv, en: $0.message.en) }
    }
}
