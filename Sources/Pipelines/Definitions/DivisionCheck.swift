import Diagnostics
import Normalization

/// Checks how a record is divided into several: by unpivoting columns or by splitting a cell.
struct DivisionCheck {
    /// The fields of the record.
    let fields: [FieldDecoder.Field]
    /// The columns that the total row sums up.
    let summedColumns: Set<String>
    /// The `unpivot` of the record.
    let unpivot: DefinitionValue?
    /// The columns that are unpivoted.
    let unpivotColumns: [DefinitionValue]

    /// Reports what cannot be.
    func run() {
        checkUnpivot()
        checkSplits()
    }

    private func checkUnpivot() {
        guard let unpivot else { return }
        let takesPart = fields.contains { field in
            field.mapping.source == .unpivotedName || field.mapping.source == .unpivotedValue
        }
        if !takesPart { unpivot.report(DefinitionRules.unusedUnpivot) }
        for column in unpivotColumns {
            guard let name = column.plainText,
                let field = fields.first(where: { ColumnList.isSame($0.column, name) })
            else { continue }
            column.reportContradiction(
                name, .init(lv: "tiek pārvērsta ierakstos", en: "is unpivoted"),
                .init(
                    lv: "ir lauka '\(field.mapping.field)' avots",
                    en: "is mapped to '\(field.mapping.field)'"))
        }
    }

    private func checkSplits() {
        let split = fields.filter { $0.mapping.splitBy != nil }
        if let first = split.first {
            let second = split.dropFirst().first
            let other = second?.mapping.field ?? (unpivot == nil ? nil : "unpivot")
            if let other {
                (second ?? first).splitValue?.report(
                    DefinitionRules.severalSplits,
                    ["first": first.mapping.field, "second": other])
            }
        }
        for field in split {
            guard let column = field.column,
                summedColumns.contains(where: { ColumnList.isSame($0, column) })
            else { continue }
            field.splitValue?.reportContradiction(
                column, .init(lv: "tiek dalīta", en: "is split"),
                .init(lv: "tiek summēta kopsummas rindā", en: "is summed in the total row"))
        }
    }
}

extension FieldDecoder.Field {
    /// The column from which the field comes, or `nil` when it comes from something else.
    fileprivate var column: String? {
        if case .column(let name) = mapping.source { name } else { nil }
    }
}
