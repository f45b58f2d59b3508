import CLibXML2

extension XMLRecordBuilder {
    /// Returns the line and the byte of the `<` that begins the tag just read.
    ///
    /// A `<` cannot stand within a well-formed tag, so the nearest one backwards is the tag's own. Most
    /// tags are a name alone, so it is looked for before the name first.
    @inline(__always)
    mutating func tagStart(nameLength: Int) -> (line: Int, byte: Int) {
        guard let input = context?.pointee.input, let base = input.pointee.base,
            let current = input.pointee.cur
        else { return (0, 0) }
        if case .identity = scale, current - base > nameLength,
            current[-nameLength - 1] == 0x3C
        {
            let byte = Int(input.pointee.consumed) + (current - base) - nameLength - 1
            return (Int(input.pointee.line), byte)
        }
        return tagStart()
    }

    /// Returns the line and the byte of the `<` that begins the tag just read.
    mutating func tagStart() -> (line: Int, byte: Int) {
        guard let input = context?.pointee.input, let base = input.pointee.base,
            let current = input.pointee.cur
        else { return (0, 0) }
        var start = current
        var lines = 0
        while start > base, start.pointee != 0x3C {
            start -= 1
            if start.pointee == 0x0A { lines += 1 }
        }
        let behind = UnsafeBufferPointer(start: start, count: current - start)
        let here = position()
        return (
            here.line - lines, here.byte - scale.length(of: behind, count: behind.count)
        )
    }

    /// Returns the line and the byte that the parser has reached.
    @inline(__always)
    mutating func position() -> (line: Int, byte: Int) {
        guard let input = context?.pointee.input, let base = input.pointee.base,
            let current = input.pointee.cur
        else { return (0, 0) }
        let parsed = Int(input.pointee.consumed) + (current - base)
        return (Int(input.pointee.line), sentOffsets.offset(at: parsed))
    }
}
