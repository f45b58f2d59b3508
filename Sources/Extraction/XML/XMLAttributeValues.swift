import CLibXML2

/// The attributes of an element as libxml2 hands them out: five pointers each.
enum XMLAttributeValues {
    @inline(__always)
    static func forEach(
        _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int,
        _ body: (
            UnsafePointer<xmlChar>?, UnsafePointer<xmlChar>?, UnsafeBufferPointer<xmlChar>
        ) -> Void
    ) {
        guard let raw else { return }
        for index in 0..<count {
            let attribute = raw + index * 5
            guard let start = attribute[3], let end = attribute[4] else { continue }
            body(attribute[0], attribute[2], UnsafeBufferPointer(start: start, count: end - start))
        }
    }

    /// Appends the value of an attribute, in which libxml2 hands every ampersand out as `&#38;` when it
    /// is told to replace no entities.
    @inline(__always)
    static func append(
        _ value: UnsafeBufferPointer<xmlChar>, to text: inout XMLTextBuffer
    ) {
        guard let start = value.baseAddress else { return }
        guard value.contains(0x26) else { return text.append(start, count: value.count) }
        appendAmpersands(value, start, to: &text)
    }

    private static func appendAmpersands(
        _ value: UnsafeBufferPointer<xmlChar>, _ start: UnsafePointer<xmlChar>,
        to text: inout XMLTextBuffer
    ) {
        var index = 0
        while index < value.count {
            text.append(start + index, count: 1)
            index += value[index...].starts(with: "&#38;".utf8) ? 5 : 1
        }
    }
}
