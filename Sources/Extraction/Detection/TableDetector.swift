/// Finds the tables of a file among titles, notes, groups and blank lines, and says of every line what
/// it was taken for.
struct TableDetector {
    private let sample: SampleRows
    private let hasDelimiter: Bool
    /// Whether the rows are those of the whole file.
    private let isComplete: Bool
    private var roles: [LineRole]

    /// What was found.
    struct Finding {
        let tables: [TableFinding]
        let runs: [LineRun]
    }

    init(_ sample: SampleRows, hasDelimiter: Bool, isComplete: Bool) {
        self.sample = sample
        self.hasDelimiter = hasDelimiter
        self.isComplete = isComplete
        roles = sample.rows.map { $0.isBlank ? .blank : .note }
    }

    /// Finds the tables.
    consuming func detect() -> Finding {
        var tables: [TableFinding] = []
        let regions = TableRegions(sample, hasDelimiter: hasDelimiter).regions
        var roles = roles
        for (number, region) in regions.enumerated() {
            var assembly = TableAssembly(sample: sample, region: region, roles: roles)
            assembly.assemble()
            roles = assembly.roles
            let behind = (region.rows.upperBound..<sample.rows.count).contains { index in
                !sample.rows[index].isBlank
            }
            tables.append(
                assembly.finding(
                    hasRowsBehind: behind || assembly.endsEarly, isComplete: isComplete,
                    isLast: number == regions.count - 1))
        }
        // What stands above the first table are titles; the rest are notes.
        if let first = regions.first?.rows.lowerBound {
            for index in 0..<first where roles[index] == .note { roles[index] = .preamble }
        }
        return Finding(tables: tables, runs: Self.runs(of: roles, in: sample))
    }

    private static func runs(of roles: [LineRole], in sample: SampleRows) -> [LineRun] {
        var runs: [LineRun] = []
        for (row, role) in zip(sample.rows, roles) {
            let last = row.line + row.lines - 1
            if let run = runs.last, run.role == role, run.lines.upperBound + 1 == row.line {
                runs[runs.count - 1] = LineRun(lines: run.lines.lowerBound...last, role: role)
            } else {
                runs.append(LineRun(lines: row.line...last, role: role))
            }
        }
        return runs
    }
}
