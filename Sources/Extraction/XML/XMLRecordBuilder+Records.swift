import CLibXML2

extension XMLRecordBuilder {
    mutating func beginRecord(table: Int, at place: (line: Int, byte: Int)) {
        var frame = spareFrames.popLast() ?? Frame()
        frame.begin(
            table: table, columns: tables[table].columnCount, depth: elements.count - 1, at: place)
        for field in tables[table].ancestors {
            let depth = elements.count - 1 - field.up
            guard depth >= 0 else { continue }
            let end =
                depth + 1 < elements.count
                ? elements[depth + 1].firstAttribute : attributes.count
            for place in elements[depth].firstAttribute..<end
            where attributes[place].name == field.attribute {
                let kept = attributes[place]
                let start = frame.text.count
                frame.text.append(contentsOf: attributeBytes[kept.start..<kept.end])
                frame.cells[field.column] = CellSlice(start: start, end: frame.text.count)
                frame.offsets[field.column] = elements[depth].byte
            }
        }
        for column in tables[table].ownText {
            frame.captured.append((column, elements.count - 1, 0))
            isCapturing = true
        }
        frames.append(frame)
    }

    /// Begins the fields that an element within a record is.
    ///
    /// - Returns: Whether it is any.
    mutating func beginField(
        _ name: BoundName, _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int,
        at byte: Int
    ) -> Bool {
        var isField = false
        let depth = elements.count - 1
        for index in frames.indices {
            let below = depth - frames[index].depth
            guard below > 0 else { continue }
            let table = frames[index].table
            if below == 1 {
                for field in tables[table].children where field.element == name {
                    isField = true
                    begin(field.column, field.attribute, ofFrame: index, raw, count, at: byte)
                }
                continue
            }
            for field in tables[table].descendants
            where field.steps.count == below && field.steps[below - 1] == name {
                guard isBelow(field.steps, frame: index) else { continue }
                isField = true
                begin(field.column, field.attribute, ofFrame: index, raw, count, at: byte)
            }
        }
        return isField
    }

    /// Begins to read the text of the element just begun into a column, or reads an attribute of it.
    private mutating func begin(
        _ column: Int, _ attribute: BoundName?, ofFrame index: Int,
        _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int, at byte: Int
    ) {
        frames[index].offsets[column] = byte
        guard let attribute else {
            frames[index].captured.append(
                (column, elements.count - 1, frames[index].openText.count))
            isCapturing = true
            return
        }
        let start = frames[index].text.count
        XMLAttributeValues.forEach(raw, count) { name, uri, value in
            guard name == attribute.local, uri == attribute.namespace else { return }
            XMLAttributeValues.append(value, to: &frames[index].text)
            frames[index].cells[column] = CellSlice(start: start, end: frames[index].text.count)
        }
    }

    /// Whether the open elements between a record and the current element are those of a path.
    private func isBelow(_ steps: [BoundName], frame index: Int) -> Bool {
        let first = frames[index].depth + 1
        return steps.indices.dropLast().allSatisfy { step in
            elements[first + step].local == steps[step].local
                && elements[first + step].namespace == steps[step].namespace
        }
    }

    mutating func keepAttributes(
        _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) {
        XMLAttributeValues.forEach(raw, count) { name, uri, value in
            let start = attributeBytes.count
            XMLAttributeValues.append(value, to: &attributeBytes)
            attributes.append(
                KeptAttribute(
                    name: BoundName(local: name, namespace: uri), start: start,
                    end: attributeBytes.count))
        }
    }

    mutating func append(_ frame: Frame) {
        let end = position().byte
        batches[frame.table].append(frame, endingAt: end)
    }
}

extension RecordBatch {
    /// Adds the record of an element.
    fileprivate mutating func append(_ frame: XMLRecordBuilder.Frame, endingAt end: Int) {
        let base = bytes.count
        bytes.append(contentsOf: frame.text)
        cells.append(
            contentsOf: frame.cells.lazy.map { cell in
                cell.isAbsent
                    ? .absent
                    : CellSlice(start: base + cell.start, end: base + cell.start + cell.count)
            })
        cellOffsets.append(contentsOf: frame.offsets)
        for var remark in frame.remarks {
            remark.record = records.count
            add(remark)
        }
        records.append(
            RecordPlace(
                line: frame.line, byte: frame.byte, length: end - frame.byte, start: base))
    }
}

extension XMLRecordBuilder.Frame {
    /// Makes the frame ready for a record.
    mutating func begin(
        table: Int, columns: Int, depth: Int, at place: (line: Int, byte: Int)
    ) {
        self.table = table
        self.depth = depth
        (line, byte) = place
        text.removeAll(keepingCapacity: true)
        openText.removeAll(keepingCapacity: true)
        captured.removeAll(keepingCapacity: true)
        if !remarks.isEmpty { remarks.removeAll() }
        cells.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        cells.append(contentsOf: repeatElement(.absent, count: columns))
        offsets.append(contentsOf: repeatElement(place.byte, count: columns))
    }

    /// Puts the text of the field whose element ends at a depth into its cell.
    ///
    /// - Returns: Whether no field of the record is open any more.
    mutating func endCapture(at depth: Int) -> Bool {
        guard let last = captured.last, last.depth == depth else { return false }
        let start = text.count
        if last.start == 0 {
            text.append(contentsOf: openText)
        } else {
            text.append(contentsOf: openText[last.start...])
        }
        cells[last.field] = CellSlice(start: start, end: text.count)
        captured.removeLast()
        guard captured.isEmpty else { return false }
        openText.removeAll(keepingCapacity: true)
        return true
    }
}
