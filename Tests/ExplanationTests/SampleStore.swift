import Foundation
import Logging
import PupilSupport
import Rollup

@testable import Pipelines
@testable import SupportStore

/// A store of the samples, made once for all tests, none of which changes it.
struct SampleStore: Sendable {
    static let shared = Result { try SampleStore() }

    let folder: String
    let definitions: Definitions
    let indicators: IndicatorSet
    let run: ExplanationRun
    let key: IdentityKey
    let figures: [Figure]
    /// 200 figures picked at random, and what explains each.
    private(set) var explained: [(figure: Figure, document: ExplanationDocument)] = []

    static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let inbox = repository.appending(path: "sample-data").path

    private init() throws {
        folder =
            FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-explanation-\(getpid())").path
        try? FileManager.default.removeItem(atPath: folder)
        let pipelines = Self.repository.appending(path: "pipelines").path
        let loaded = DefinitionLoader(folder: pipelines, knownRuleCodes: RuleCatalogue.codes).load()
        guard let definitions = loaded.0,
            let indicators = IndicatorLoader(folder: pipelines, files: definitions.files).load().0
        else { throw CocoaError(.fileReadCorruptFile) }
        self.definitions = definitions
        self.indicators = indicators
        do {
            let store = try SupportStore(folder: folder)
            _ = try ImportRun(
                store: store, definitions: definitions, inbox: Self.inbox,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })?.run()
        }
        run = try ExplanationRun(state: folder, definitions: definitions, indicators: indicators)
        key = try IdentityKey(.state, folder: folder, isNewStore: false)
        var figures: [Figure] = []
        let reader = run.reader
        for semester in try reader.read({ try $0.currentSemesters() }) {
            figures += try run.rollup.cube(of: semester, in: reader).figures
        }
        self.figures = figures
        for figure in pick(200, seed: 2019) {
            guard let document = try run.explanation(of: figure.address.description) else {
                throw CocoaError(.coderValueNotFound)
            }
            explained.append((figure, document))
        }
    }

    /// Returns figures picked at random, the same in every run with the same seed.
    func pick(_ count: Int, seed: UInt64) -> [Figure] {
        var generator = SeededNumbers(state: seed)
        return Array(figures.shuffled(using: &generator).prefix(count))
    }

    /// Returns the key by which the pupil with a code is shown.
    func shownKey(ofCode code: Substring) -> String {
        let pseudonym = key.pseudonym(
            role: "pupil", scope: PersonIdentifier.personalCode,
            text: code.filter(\.isNumber))
        return Hexadecimal.text(pseudonym.prefix(4))
    }

    /// The bytes of a file as it was sent.
    static func bytes(of file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(inbox)/\(file)")))
    }
}

struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
