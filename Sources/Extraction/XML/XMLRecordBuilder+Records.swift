import CLibXML2

extension XMLRecordBuilder {
    mutating func beginRecord(table: Int, at place: (line: Int, byte: Int)) {
        let fields = tables[table].fields
        var frame = Frame(
            table: table, depth: elements.count - 1, line: place.line, byte: place.byte,
            cells: [CellSlice](repeating: .absent, count: fields.count),
            offsets: [Int](repeating: place.byte, count: fields.count))
        for (index, field) in fields.enumerated() {
            if let attribute = field.attribute, field.steps.isEmpty {
                let depth = elements.count - 1 - field.up
                guard depth >= 0 else { continue }
                let end =
                    depth + 1 < elements.count
                    ? elements[depth + 1].firstAttribute : attributes.count
                for kept in attributes[elements[depth].firstAttribute..<end]
                where kept.local == attribute.local && kept.namespace == attribute.namespace {
                    let start = frame.text.count
                    frame.text.append(contentsOf: attributeBytes[kept.start..<kept.end])
                    frame.cells[index] = CellSlice(start: start, end: frame.text.count)
                    frame.offsets[index] = elements[depth].byte
                }
            } else if field.attribute == nil, field.steps.isEmpty {
                frame.captured.append((index, elements.count - 1, 0))
                isCapturing = true
            }
        }
        frames.append(frame)
    }

    mutating func beginField(
        local: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
        _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int, at byte: Int
    ) {
        let depth = elements.count - 1
        for index in frames.indices {
            let below = depth - frames[index].depth
            let fields = tables[frames[index].table].fields
            for (number, field) in fields.enumerated() where field.steps.count == below && below > 0
            {
                guard field.steps[below - 1].local == local,
                    field.steps[below - 1].namespace == namespace,
                    below == 1 || isBelow(field.steps, frame: frames[index])
                else { continue }
                frames[index].offsets[number] = byte
                guard let attribute = field.attribute else {
                    frames[index].captured.append((number, depth, frames[index].openText.count))
                    isCapturing = true
                    continue
                }
                let start = frames[index].text.count
                XMLAttributeValues.forEach(raw, count) { name, uri, value in
                    guard name == attribute.local, uri == attribute.namespace else { return }
                    XMLAttributeValues.append(value, to: &frames[index].text)
                    frames[index].cells[number] = CellSlice(
                        start: start, end: frames[index].text.count)
                }
            }
        }
    }

    /// Whether the open elements between a record and the current element are those of a path.
    func isBelow(_ steps: [BoundName], frame: Frame) -> Bool {
        zip(steps.dropLast(), elements[(frame.depth + 1)...]).allSatisfy { step, element in
            element.local == step.local && element.namespace == step.namespace
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
                    local: name, namespace: uri, start: start, end: attributeBytes.count))
        }
    }

    mutating func append(_ frame: Frame) {
        let base = batches[frame.table].bytes.count
        let end = position()
        batches[frame.table].bytes.append(contentsOf: frame.text)
        for cell in frame.cells {
            batches[frame.table].cells.append(
                cell.isAbsent
                    ? .absent
                    : CellSlice(start: base + cell.start, end: base + cell.start + cell.count))
        }
        batches[frame.table].cellOffsets.append(contentsOf: frame.offsets)
        for var remark in frame.remarks {
            remark.record = batches[frame.table].records.count
            batches[frame.table].add(remark)
        }
        batches[frame.table].records.append(
            RecordPlace(
                line: frame.line, byte: frame.byte, length: end.byte - frame.byte, start: base))
    }
}
