public import Diagnostics
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
                case .fault(.refused(let words, _)): MessageText(lv: words, en: words)
                case .fault(.notOneStatement):
                    MessageText(
                        lv: "failā jābūt tieši vienam SQL teikumam",
                        en: "the file must hold exactly one statement")
                case .fault(.notReading):
                    MessageText(
                        lv: "teikums mainītu datus", en: "the statement would change data")
                case .fault(.unknownArgument(let name, _)):
                    MessageText(
                        lv: "argumenta '\(name)' nav", en: "there is no argument '\(name)'")
                case .missingColumn(let column, let indicator):
                    MessageText(
                        lv: "nav ailes '\(column)', kas vajadzīga rādītājam '\(indicator)'",
                        en: "it has no column '\(column)', which indicator '\(indicator)' needs")
                }
            problems.report(
                DefinitionRules.faultyQuery,
                at: InputPosition(
                    file: paths.typed("indicators/\(problem.query)"), line: problem.line ?? 0),
                phrases: ["problem": words])
        }
    }

    /// Returns the indicators, or `nil` when anything is wrong, and what is wrong.
    public func load() -> (IndicatorSet?, [Diagnostic]) {
        let problems = DefinitionProblems()
        let paths = DefinitionFolder(path: folder, problems: problems)
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
                    problems: problems)
            else { continue }
            var decoder = IndicatorFamilyDecoder(name: String(name.dropLast(".yaml".count)))
            families += [decoder.decode(document)].compactMap(\.self)
            positions.merge(decoder.positions) { first, _ in first }
        }
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
                report(try loaded.queryProblems(), paths: paths, problems: problems)
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
