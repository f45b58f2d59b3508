import Diagnostics
import Extraction

/// Delimited files: the reader in any dialect, and all that finds how a file is written.
enum DelimitedTarget {
    private static let file = MemoryFile(named: "delimited")

    static func run(_ input: UnsafeBufferPointer<UInt8>) {
        let choice = DelimitedChoice(input.prefix(DelimitedChoice.length))
        let bytes = Array(input.dropFirst(DelimitedChoice.length))
        file.write(bytes)
        read(bytes, choice.encoding, choice.options, blockSize: choice.blockSize)
        detect(bytes, blockSize: choice.blockSize)
    }

    // MARK: - Reading

    private static func read(
        _ bytes: [UInt8], _ encoding: TextEncoding, _ options: DelimitedOptions, blockSize: Int
    ) {
        let whole = outcome(encoding, options, blockSize: 1 << 19)
        let inBlocks = outcome(encoding, options, blockSize: blockSize)
        Invariant.holds(
            inBlocks.agrees(with: whole),
            "blocks of \(blockSize) give\n\(inBlocks)\nand one block gives\n\(whole)")
        DelimitedPlaces(outcome: whole, bytes: bytes, encoding: encoding, options: options).check()
    }

    private static func outcome(
        _ encoding: TextEncoding, _ options: DelimitedOptions, blockSize: Int
    ) -> ReadOutcome {
        Invariant.inTime("reading in blocks of \(blockSize)") {
            var outcome = ReadOutcome()
            do {
                var reader = try DelimitedReader(
                    path: file.path, encoding: encoding, options: options, blockSize: blockSize)
                outcome.columns = reader.columns
                outcome.read { try reader.nextBatch() }
            } catch {
                outcome.refused(error)
            }
            return outcome
        }
    }

    // MARK: - Detection

    private static func detect(_ bytes: [UInt8], blockSize: Int) {
        guard
            let finding = Invariant.inTime(
                "the survey", { try? FileSurvey(path: file.path).finding })
        else { return Invariant.holds(false, "a file can be surveyed") }
        var detector = EncodingDetector()
        var rest = bytes[...]
        while !rest.isEmpty {
            rest.prefix(blockSize).withUnsafeBufferPointer { detector.observe($0) }
            rest = rest.dropFirst(blockSize)
        }
        let inBlocks = detector.finish()
        Invariant.holds(
            inBlocks == finding, "blocks of \(blockSize) tell \(inBlocks), the whole \(finding)")
        Invariant.holds((0...1).contains(finding.margin), "the margin is \(finding.margin)")
        let encoding = finding.encoding ?? .windows1257
        guard
            let inspection = Invariant.inTime(
                "the inspection",
                { try? DelimitedInspector.inspect(path: file.path, encoding: encoding) })
        else { return Invariant.holds(false, "a file can be inspected") }
        check(inspection)
        layOut(bytes, encoding, inspection.dialect.options)
        for table in inspection.tables {
            read(bytes, encoding, table.options, blockSize: blockSize)
            let outcome = outcome(encoding, table.options, blockSize: 1 << 19)
            Invariant.holds(
                isHonest(outcome.refusal),
                "what was proposed is refused by \(String(describing: outcome.refusal))")
        }
    }

    /// Whether a refusal of a table that was found is a fault of the file and not of the finding: bytes
    /// without meaning, too many cells, quotes that do not close in the header.
    private static func isHonest(_ refusal: FileRefusal?) -> Bool {
        guard let refusal else { return true }
        return ["FIL-003", "CSV-003", "CSV-004", "CSV-012"].contains(refusal.rule.code)
    }

    /// The rows of the layout follow one another without a gap, and so do the cells of each.
    private static func layOut(
        _ bytes: [UInt8], _ encoding: TextEncoding, _ options: DelimitedOptions
    ) {
        let text = LosslessText(sent: bytes, encoding: encoding)
        Invariant.holds(text.sent() == bytes, "a text comes back as it was")
        var end = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        DelimitedLayout(text.bytes, options: options).forEachRow { row in
            Invariant.holds(
                row.bytes.lowerBound == end && !row.bytes.isEmpty, "a row at \(row.bytes)")
            end = row.bytes.upperBound
            var place = row.bytes.lowerBound
            for cell in row.cells {
                Invariant.holds(
                    cell.lowerBound >= place && cell.upperBound <= end, "a cell at \(cell)")
                place = cell.upperBound
            }
        }
        Invariant.holds(end == text.bytes.count, "the rows end at \(end)")
    }

    private static func check(_ inspection: DelimitedInspection) {
        var line = 1
        for run in inspection.runs {
            Invariant.holds(
                run.lines.lowerBound == line, "a run begins at \(run.lines), not at \(line)")
            line = run.lines.upperBound + 1
        }
        Invariant.holds(
            (0...1).contains(inspection.dialect.margin), "margin \(inspection.dialect.margin)")
        for table in inspection.tables {
            Invariant.holds(
                table.lines.lowerBound >= 1 && table.lines.upperBound < line,
                "a table at \(table.lines) of \(line - 1) lines")
            Invariant.holds(!table.columns.isEmpty, "a table has columns")
            let lines = table.shortRows + table.longRows + table.totalLines
            Invariant.holds(
                lines.allSatisfy(table.lines.contains), "rows \(lines) lie within \(table.lines)")
        }
    }
}
