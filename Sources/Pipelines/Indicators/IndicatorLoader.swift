public import Diagnostics
import Foundation
public import Rollup
import SupportStore

/// Reads the indicators from the files of a folder of definitions.
public struct IndicatorLoader {
    private let folder: String
    private let files: [DefinitionFile]

    /// Creates a loader.
    ///
    /// - Parameters:
    ///   - folder: The folder as the user names it, usually `pipelines`.
    ///   - files: The files of the folder, as ``Definitions/files`` holds them.
    public init(folder: String, files: [DefinitionFile]) {
        self.folder = folder
        self.files = files
    }

    private func report(
        _ found: [QueryProblem], paths: DefinitionFolder, problems: DefinitionProblems
    ) {
        for problem in found {
            let words =
                switch problem.kind {
                case .fault(let fault): fault.words
                case .missingColumn(let column, let indicator):
                    MessageText(
                        lv: "nav ailes '\(column)', kas vajadzīga rādītājam '\(indicator)'",
                        en: "it has no column '\(column)', which indicator '\(indicator)' needs")
                case .namesNobody(let indicator):
                    MessageText(
                        lv:
                            "nav ailes 'pupil', 'teacher' vai 'plan', tāpēc nav zināms, cik cilvēku ir aiz "
                            + "rādītāja '\(indicator)' daudzumiem",
                        en:
                            "it has no column 'pupil', 'teacher' or 'plan', so nobody knows how many people "
                            + "stand behind the amounts of indicator '\(indicator)'")
                }
            problems.report(
                DefinitionRules.faultyQuery,
                at: InputPosition(
                    file: paths.typed("indicators/\(problem.query)"), line: problem.line ?? 0),
                phrases: ["problem": words])
        }
    }

    /// What the files hold, and where each indicator stands.
    private func read(
        _ paths: DefinitionFolder
    ) -> (
        families: [IndicatorFamily], positions: [String: InputPosition], queries: [String: String]
    ) {
        var families: [IndicatorFamily] = []
        var positions: [String: InputPosition] = [:]
        var queries: [String: String] = [:]
        for file in files where file.path.hasPrefix("indicators/") {
            let name = String(file.path.dropFirst("indicators/".count))
            if name.hasSuffix(".sql") {
                queries[name] = String(decoding: file.bytes, as: UTF8.self)
            }
            guard name.hasSuffix(".yaml"),
                let document = DefinitionDocument.read(
                    file.bytes, path: paths.typed(file.path), keys: IndicatorFamilyDecoder.keys,
                    problems: paths.problems)
            else { continue }
            var decoder = IndicatorFamilyDecoder(name: String(name.dropLast(".yaml".count)))
            families += [decoder.decode(document)].compactMap(\.self)
            positions.merge(decoder.positions) { first, _ in first }
        }
        return (families, positions, queries)
    }

    /// Returns what is wrong with evidence as a finding, at the indicator that asks for it.
    public func finding(of problem: EvidenceProblem) -> Diagnostic {
        let problems = DefinitionProblems()
        let (families, positions, _) = read(DefinitionFolder(path: folder, problems: problems))
        let paths = DefinitionFolder(path: folder, problems: problems)
        let asking = families.flatMap(\.indicators).first { indicator in
            ([indicator.evidence] + indicator.breakdowns.map(\.evidence)).contains(problem.query)
        }
        let place =
            asking.flatMap { positions[$0.code] } ?? InputPosition(file: paths.typed("indicators"))
        guard case .failed(let failure, let query) = problem,
            let limit = failure.limit
        else {
            let words = "\(problem)"
            return Diagnostic(
                DefinitionRules.faultyQuery, at: place,
                details: ["problem": words, "problem_lv": words])
        }
        return Diagnostic(
            DefinitionRules.endlessQuery, at: place,
            details: [
                "query": query, "key": limit.key, "allowed.lv": limit.allowed.lv,
                "allowed.en": limit.allowed.en,
            ])
    }

    /// Returns the indicators, or `nil` when anything is wrong, and what is wrong.
    public func load() -> (IndicatorSet?, [Diagnostic]) {
        let problems = DefinitionProblems()
        let paths = DefinitionFolder(path: folder, problems: problems)
        // The store over which queries are tried is made while the files are read.
        let empty = LaterValue(on: DispatchQueue(label: "pumpurs.empty-store")) {
            try StoreReader.ofEmptyStore()
        }
        let (families, positions, queries) = read(paths)
        if families.isEmpty, problems.diagnostics.isEmpty {
            problems.report(
                DefinitionRules.noIndicators, at: InputPosition(file: paths.typed("indicators")))
        }
        var indicators: IndicatorSet?
        if problems.diagnostics.isEmpty {
            do {
                indicators = try IndicatorSet(families: families, queries: queries)
            } catch {
                problems.report(
                    DefinitionRules.indicatorDoesNotFit,
                    at: positions[error.indicator]
                        ?? InputPosition(file: paths.typed("indicators")),
                    ["problem": "\(error)"])
            }
        }
        if let loaded = indicators {
            do {
                let found = try loaded.queryProblems(over: empty.value())
                report(found, paths: paths, problems: problems)
            } catch {
                problems.report(
                    DefinitionRules.faultyQuery, at: InputPosition(file: paths.typed("indicators")),
                    phrases: ["problem": MessageText(lv: "\(error)", en: "\(error)")])
            }
            if !problems.diagnostics.isEmpty { indicators = nil }
        }
        return (indicators, problems.sorted())
    }
}

extension QueryFailure {
    /// The key of the limit that was passed, and what it allows; `nil` when none was.
    fileprivate var limit: (key: String, allowed: MessageText)? {
        switch self {
        case .seconds(let count):
            ("query_seconds", MessageText(lv: "\(count) sekundēm", en: "\(count) seconds"))
        case .rows(let count):
            ("query_rows", MessageText(lv: "\(count) rindām", en: "\(count) rows"))
        case .refused: nil
        }
    }
}
