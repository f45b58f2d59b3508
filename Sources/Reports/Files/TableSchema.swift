import PupilSupport

/// What Data Packages say of a delimited table: how it is written, and what its columns are.
extension DescribedFile.Table {
    var dialect: JSONText {
        .object([
            ("delimiter", .words(delimiter)), ("lineTerminator", .words("\r\n")),
            ("quoteChar", .words("\"")), ("doubleQuote", .truth(true)),
            ("header", .truth(true)),
        ])
    }

    func schema(in language: Language) -> JSONText {
        var members: [(key: String, value: JSONText)] = [
            ("fields", .list(columns.map { field($0, in: language) })),
            ("missingValues", .list([.words("")])),
        ]
        if let key { members.append(("primaryKey", .list([.words(key)]))) }
        return .object(members)
    }

    private func field(_ column: TableColumn, in language: Language) -> JSONText {
        var constraints: [(key: String, value: JSONText)] = []
        if column.isRequired { constraints.append(("required", .truth(true))) }
        let type: String
        switch column.kind {
        case .integer: type = "integer"
        case .number: type = "number"
        case .words(let words, let pattern):
            type = "string"
            if !words.isEmpty { constraints.append(("enum", .list(words.map(JSONText.words)))) }
            if let pattern { constraints.append(("pattern", .words(pattern))) }
        }
        var members: [(key: String, value: JSONText)] = [
            ("name", .words(column.name)), ("type", .words(type)),
        ]
        if type == "number", decimalMark != "." {
            members.append(("decimalChar", .words(decimalMark)))
        }
        members.append(("description", .words(column.description[language])))
        if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
        return .object(members)
    }
}
