public import Diagnostics
import Extraction
import Foundation
import Normalization
import PupilSupport
public import Rollup

/// Reads and checks a folder of definitions.
///
/// It never stops at the first fault: all are returned, by file, line and column.
public struct DefinitionLoader: Sendable {
    private let folder: String
    private let knownRuleCodes: Set<String>

    /// Creates a loader.
    ///
    /// - Parameters:
    ///   - folder: The folder as the user names it, usually `pipelines`.
    ///   - knownRuleCodes: The codes of the checks that run on data.
    public init(folder: String, knownRuleCodes: Set<String>) {
        self.folder = folder
        self.knownRuleCodes = knownRuleCodes
    }

    /// Returns the definitions, or `nil` when anything is wrong, and what is wrong.
    public func load() -> (Definitions?, [Diagnostic]) {
        let (definitions, _, problems) = load(indicators: false)
        return (definitions, problems)
    }

    /// Returns the definitions and the indicators, each `nil` when anything is wrong with it, and what is wrong; what
    /// is wrong with indicators is told where nothing is with the rest.
    public func loadWithIndicators() -> (Definitions?, IndicatorSet?, [Diagnostic]) {
        load(indicators: true)
    }

    private func load(indicators: Bool) -> (Definitions?, IndicatorSet?, [Diagnostic]) {
        let path = folder
        let problems = DefinitionProblems()
        let folder = DefinitionFolder(path: folder, problems: problems)
        // What is said of privacy, and what is extracted, decide no figure of a report: InventoryLoader
        // and ExtractLoader read them.
        let files = folder.files()?.filter { file in
            !["privacy/", "extracts/"].contains { file.path.hasPrefix($0) }
        }
        guard let files else {
            return (nil, nil, problems.sorted())
        }
        // Neither needs the other.
        let later =
            indicators
            ? LaterValue(on: DispatchQueue(label: "pumpurs.indicators")) {
                IndicatorLoader(folder: path, files: files).load()
            } : nil
        var reading = DefinitionReading(
            folder: folder, files: files, problems: problems, rules: knownRuleCodes)
        let definitions = reading.run()
        let diagnostics = problems.sorted()
        // Making the indicators throws nothing.
        let loaded = try? later?.value()
        guard diagnostics.isEmpty, let definitions else { return (nil, nil, diagnostics) }
        return (definitions, loaded?.0, loaded?.1 ?? [])
    }
}

/// One reading of a folder: each step gives names to the next.
private struct DefinitionReading {
    let folder: DefinitionFolder
    let files: [DefinitionFile]
    let problems: DefinitionProblems
    var names: DefinitionNames

    init(
        folder: DefinitionFolder, files: [DefinitionFile], problems: DefinitionProblems,
        rules: Set<String>
    ) {
        self.folder = folder
        self.files = files
        self.problems = problems
        names = DefinitionNames(rules: rules)
        names.files = Set(files.map(\.path))
    }

    mutating func run() -> Definitions? {
        let municipality = readMunicipality()
        names.schools = municipality?.schools
        names.semesters = municipality?.semesters
        readVocabularies()
        let sources = readSources()
        checkKindsOwed(municipality?.kindsOwed ?? [], sources)
        let examples = readExamples(sources)
        let definitions = sources.compactMap(\.result.definition)
        checkSchemas(Set(definitions.flatMap(\.files).compactMap(\.schemaPath)))
        guard let municipality = municipality?.municipality, definitions.count == sources.count
        else { return nil }
        return Definitions(
            municipality: municipality, vocabularies: names.vocabularies, sources: definitions,
            examples: examples, files: files)
    }

    private func document(_ file: DefinitionFile, keys: [String]) -> DefinitionMapping? {
        DefinitionDocument.read(
            file.bytes, path: folder.typed(file.path), keys: keys, problems: problems)
    }

    private func readMunicipality() -> MunicipalityDecoder.Result? {
        let candidates = files.filter { !$0.path.contains("/") && $0.path.hasSuffix(".yaml") }
        guard candidates.count == 1, let file = candidates.first else {
            let none = MessageText(lv: "neviena", en: "none")
            let names = candidates.map(\.path).joined(separator: ", ")
            let found = "\(candidates.count): \(names)"
            problems.report(
                DefinitionRules.municipalityFile, at: InputPosition(file: folder.path),
                phrases: ["found": candidates.isEmpty ? none : MessageText(lv: found, en: found)])
            return nil
        }
        return document(file, keys: MunicipalityDecoder.keys)
            .map(MunicipalityDecoder(files: files).decode)
    }

    private mutating func readVocabularies() {
        // The measures name roles.
        let order = [VocabularyName.roles] + VocabularyName.allCases.filter { $0 != .roles }
        for name in order {
            let path = "vocabularies/\(name.rawValue).yaml"
            guard let file = files.first(where: { $0.path == path }) else {
                // Only whoever maps sensitive answers needs the words for them.
                if name == .answers { continue }
                problems.report(
                    DefinitionRules.missingFile, at: InputPosition(file: folder.path),
                    ["file": path])
                continue
            }
            let decoder = VocabularyDecoder(name: name, names: names)
            names.vocabularies[name] = document(file, keys: VocabularyDecoder.keys)
                .flatMap(decoder.decode)
        }
        reportUnknownVocabularies()
    }

    private func reportUnknownVocabularies() {
        let known = VocabularyName.allCases.map { "\($0.rawValue).yaml" }
        for file in yamlFiles(below: "vocabularies") where !known.contains(file.name) {
            let hint = Suggestions.nearest(to: file.name, among: known, limit: 1).first
            folder.reportUnread(
                file.path,
                .init(lv: "modelī nav tādas vārdnīcas", en: "the model has no such vocabulary"),
                hint: hint)
        }
    }

    private func readSources() -> [(code: String, result: SourceDecoder.Result)] {
        let sources = yamlFiles(below: "sources").filter { !$0.name.hasSuffix(".test.yaml") }
        if sources.isEmpty {
            problems.report(DefinitionRules.noSources, at: InputPosition(file: folder.path))
        }
        return sources.compactMap { source in
            guard let file = files.first(where: { $0.path == source.path }) else { return nil }
            let code = String(source.name.dropLast(".yaml".count))
            if code.contains("/") {
                folder.reportUnread(
                    source.path,
                    .init(lv: "tas ir apakšmapē", en: "it lies in a folder below 'sources'"))
            }
            let decoder = SourceDecoder(code: code, names: names)
            let result = document(file, keys: SourceDecoder.keys).map(decoder.decode)
            return (code, result ?? SourceDecoder.Result())
        }
    }

    /// Reports schemas that cannot be used; one that is not there is reported where it is named.
    private func checkSchemas(_ paths: Set<String>) {
        for file in files where paths.contains(file.path) {
            do { _ = try XMLSchema(file.bytes) } catch {
                problems.report(
                    DefinitionRules.unusableSchema,
                    at: InputPosition(file: folder.typed(file.path), line: error.line),
                    ["problem": error.words])
            }
        }
    }

    private func readExamples(
        _ sources: [(code: String, result: SourceDecoder.Result)]
    ) -> [String: [WorkedExample]] {
        var examples: [String: [WorkedExample]] = [:]
        for test in yamlFiles(below: "sources") where test.name.hasSuffix(".test.yaml") {
            let code = String(test.name.dropLast(".test.yaml".count))
            guard let source = sources.first(where: { $0.code == code }) else {
                let hint = Suggestions.nearest(to: code, among: sources.map(\.code), limit: 1).first
                folder.reportUnread(
                    test.path, .init(lv: "nav avota '\(code)'", en: "there is no source '\(code)'"),
                    hint: hint.map { "\($0).test.yaml" })
                continue
            }
            guard let file = files.first(where: { $0.path == test.path }),
                let document = document(file, keys: ExampleDecoder.keys)
            else { continue }
            let decoder = ExampleDecoder(source: code, kinds: source.result.kinds, names: names)
            examples[code] = decoder.decode(document)
        }
        return examples
    }

    /// Reports kinds of file that a school owes and that no source of the school sends.
    private func checkKindsOwed(
        _ owed: [(school: String, kind: DefinitionValue)],
        _ sources: [(code: String, result: SourceDecoder.Result)]
    ) {
        for (school, kind) in owed {
            let senders = sources.filter { $0.result.school == nil || $0.result.school == school }
            let kinds = senders.compactMap(\.result.kinds)
            guard kinds.count == senders.count, let code = kind.plainText else { continue }
            var seen: Set<String> = []
            let known = kinds.joined().filter { seen.insert($0).inserted }
            guard !known.contains(code) else { continue }
            kind.report(
                DefinitionRules.unknownFileKind,
                ["owner": school, "code": code, "allowed": known.joined(separator: ", ")],
                phrases: ["hint": Hint.kind(code, among: known)])
        }
    }

    private func yamlFiles(below directory: String) -> [(path: String, name: String)] {
        files.map(\.path).filter { $0.hasPrefix(directory + "/") && $0.hasSuffix(".yaml") }
            .map { ($0, String($0.dropFirst(directory.count + 1))) }
    }
}
