import Diagnostics
import PupilSupport
import Rollup

/// Decodes the file of an extract.
struct ExtractDecoder {
    /// The keys of the file.
    static let keys = ["extract", "evidence", "parts_of", "tables"]

    /// The name of the file without its ending.
    let name: String
    /// The texts of the queries, by the names of their files.
    let queries: [String: String]
    /// Where each table's file stands, of all extracts.
    var files = CodeRegister()
    /// Where a column of the query is named first.
    private(set) var columns: [String: DefinitionValue] = [:]
    /// Where the query is named.
    private(set) var evidence: DefinitionValue?

    init(name: String, queries: [String: String], files: CodeRegister) {
        self.name = name
        self.queries = queries
        self.files = files
    }

    /// Returns the extract, or `nil` when something in it cannot be read.
    mutating func decode(_ file: DefinitionMapping) -> Extract? {
        if let value = file.required("extract"), let text = value.text(), text != name {
            value.report(DefinitionRules.nameOfFile, ["value": text, "expected": name])
        }
        evidence = file.required("evidence")
        let query = evidence?.text()
        if let evidence, let query, queries[query] == nil {
            evidence.report(DefinitionRules.missingFile, ["file": "extracts/\(query)"])
        }
        var tables: [ExtractTable] = []
        for value in file.required("tables")?.list() ?? [] {
            if let table = table(value) { tables.append(table) }
        }
        let kinds = RecordKind.inStore.map(\.rawValue)
        if let value = file["parts_of"] { columns["id"] = columns["id"] ?? value }
        let parts = file["parts_of"]?.choice(among: kinds).flatMap { RecordKind(rawValue: $0) }
        guard let query, let sql = queries[query] else { return nil }
        return Extract(code: name, evidence: query, sql: sql, parts: parts, tables: tables)
    }

    private mutating func table(_ value: DefinitionValue) -> ExtractTable? {
        guard let mapping = value.mapping(keys: ["file", "by", "columns", "order"])
        else { return nil }
        let file = mapping.required("file").flatMap { self.file($0) }
        var names = CodeRegister()
        var keys: [ExtractKey] = []
        let by = mapping.required("by")?.list()
        for value in by ?? [] {
            if let key = key(value, names: &names) { keys.append(key) }
        }
        var amounts: [ExtractAmount] = []
        for value in mapping.required("columns")?.list() ?? [] {
            if let amount = amount(value, names: &names) { amounts.append(amount) }
        }
        // Of a key that cannot be read the name is not known.
        let known = keys.count == by?.count ? keys.map(\.name) : nil
        var order: [Int] = []
        for value in mapping["order"]?.list() ?? [] {
            guard let known, let name = value.choice(among: known) else { continue }
            if let place = known.firstIndex(of: name) { order.append(place) }
        }
        guard let file else { return nil }
        return ExtractTable(file: file, keys: keys, amounts: amounts, order: order)
    }

    /// Reads the name of a file: on some disks `a` and `A` are one.
    private mutating func file(_ value: DefinitionValue) -> String? {
        guard let text = value.text() else { return nil }
        let isName =
            text.utf8.count <= 64
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        guard isName else {
            value.reportType(
                .init(
                    lv: "faila nosaukums bez galotnes no burtiem (A–Z, a–z), cipariem, - un _",
                    en:
                        "the name of a file without its ending, of letters (A–Z, a–z), digits, - and _"
                ))
            return nil
        }
        files.add(text, comparedAs: text.lowercased(), at: value)
        return text
    }

    private mutating func key(
        _ value: DefinitionValue, names: inout CodeRegister
    ) -> ExtractKey? {
        guard let mapping = value.mapping(keys: ["name", "column", "show"]) else { return nil }
        let name = mapping.required("name").flatMap { self.name($0, among: &names) }
        let column = mapping.required("column").flatMap { self.column($0) }
        let form = mapping["show"].map { $0.choice(ExtractKeyForm.self) } ?? .value
        if let column, ["pupil", "teacher", "plan"].contains(column) {
            mapping.report(DefinitionRules.extractsPeople, at: "column", ["column": column])
        }
        guard let name, let column, let form else { return nil }
        return ExtractKey(name: name, column: column, form: form)
    }

    private mutating func amount(
        _ value: DefinitionValue, names: inout CodeRegister
    ) -> ExtractAmount? {
        let ofSums = ["divided_by", "decimals"]
        let keys = ["name", "aggregate", "column"] + ofSums
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let name = mapping.required("name").flatMap { self.name($0, among: &names) }
        let kinds = ["count", "count_distinct", "sum", "count_where"]
        guard let kind = mapping.required("aggregate")?.choice(among: kinds) else { return nil }
        let unwanted = (kind == "count" ? ["column"] : []) + (kind == "sum" ? [] : ofSums)
        for key in unwanted where mapping[key] != nil {
            let allowed = keys.filter { !unwanted.contains($0) }
            mapping.report(
                DefinitionRules.unknownKey, at: key,
                ["key": key, "allowed": allowed.joined(separator: ", ")],
                phrases: ["hint": MessageText(lv: "", en: "")])
        }
        let column =
            kind == "count" ? "" : mapping.required("column").flatMap { self.column($0) }
        let divisor = mapping["divided_by"].map { $0.integer(1...1_000_000) } ?? 1
        let decimals = mapping["decimals"].map { $0.integer(0...6) } ?? 0
        guard let name, let column, let divisor, let decimals else { return nil }
        let aggregate: ExtractAggregate =
            switch kind {
            case "count": .count
            case "count_distinct": .countDistinct(column)
            case "sum": .sum(column)
            default: .countWhere(column)
            }
        return ExtractAmount(
            name: name, aggregate: aggregate, divisor: divisor, decimals: decimals)
    }

    private func name(_ value: DefinitionValue, among names: inout CodeRegister) -> String? {
        guard let name = value.code(joinedBy: ["_"]) else { return nil }
        return names.add(name, at: value) ? name : nil
    }

    private mutating func column(_ value: DefinitionValue) -> String? {
        guard let column = value.text() else { return nil }
        if columns[column] == nil { columns[column] = value }
        return column
    }
}
