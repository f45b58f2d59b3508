import CLibXML2

extension XMLRecordBuilder {
    /// Begins what an element is to the tables: a loan to the records within, records, and fields.
    @inline(__always)
    mutating func begin(
        _ plan: UnsafePointer<XMLElementPlan>,
        _ raw: UnsafeMutablePointer<Name?>?, _ count: Int, at place: (line: Int, byte: Int)
    ) {
        for index in plan.pointee.lent { lend(plans.task(index), raw, count, at: place.byte) }
        var beginning = plan.pointee.records
        while beginning != 0 {
            rows[beginning.trailingZeroBitCount].begin(at: place, lent)
            beginning &= beginning - 1
        }
        for index in plan.pointee.attributes {
            let task = plans.task(index)
            rows[task.table].place(task.column, at: place.byte)
            guard let attribute = task.attribute else { continue }
            XMLAttributeValues.forEach(raw, count) { name, uri, value in
                guard name == attribute.local, uri == attribute.namespace else { return }
                rows[task.table].setAttribute(task.column, to: value, at: place)
            }
        }
        for index in plan.pointee.texts {
            let task = plans.task(index)
            rows[task.table].beginText(task.column, at: place)
            reading |= 1 << UInt64(task.table)
        }
    }

    /// Lends the attribute of an element to the records within, or nothing when it is not there.
    private mutating func lend(
        _ task: XMLElementPlan.Task, _ raw: UnsafeMutablePointer<Name?>?, _ count: Int,
        at byte: Int
    ) {
        guard let attribute = task.attribute else { return }
        var slice = CellSlice.absent
        XMLAttributeValues.forEach(raw, count) { name, uri, value in
            guard name == attribute.local, uri == attribute.namespace else { return }
            let start = lent.count
            XMLAttributeValues.append(value, to: &lent)
            slice = CellSlice(start: start, end: lent.count)
        }
        rows[task.table].lend(slice, to: task.column, at: byte)
    }

    /// Adds the records of an element that is over to their batches.
    mutating func endRecords(of tables: UInt64) {
        let end = position().byte
        var ending = tables
        while ending != 0 {
            let table = ending.trailingZeroBitCount
            if !rows[table].repeated.isEmpty { remarkRepeated(in: table) }
            rows[table].endRecord(at: end)
            ending &= ending - 1
        }
    }

    /// Remarks on every column for which the open record of a table has more than one value.
    private mutating func remarkRepeated(in table: Int) {
        for (column, line, byte) in rows[table].repeated {
            let path = shown(sources[table].columns[column].text)
            rows[table].remarks.append(
                RecordRemark(
                    rule: ExtractionRules.repeatedElement, line: line, byte: byte,
                    columnName: path, details: ["name": path]))
        }
    }
}
