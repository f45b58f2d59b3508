import CLibXML2

/// The attributes of a start tag, as libxml2 lends them to a callback.
struct PartAttributes {
    fileprivate let raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let count: Int

    /// The length beyond which a text is not taken; names and formats have some hundred bytes at most.
    private static let longestText = 2048

    init(raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
        self.raw = raw
        self.count = raw == nil ? 0 : count
    }

    /// Calls a function with the local name, the namespace and the bytes of each attribute.
    ///
    /// An ampersand stands in the bytes as `&#38;`; ``text(of:)`` turns it back.
    @inline(__always)
    func forEach<Failure: Error>(
        _ body: (
            PartNamePointer?, PartNamePointer?, UnsafeBufferPointer<UInt8>
        ) throws(Failure) -> Void
    ) throws(Failure) {
        guard let raw else { return }
        for index in 0..<count {
            let attribute = raw + index * 5
            guard let start = attribute[3], let end = attribute[4] else { continue }
            let value = UnsafeBufferPointer(start: start, count: end - start)
            try body(attribute[0], attribute[2], value)
        }
    }

    /// Returns the text of an attribute without a namespace, or `nil` when the tag has none that can
    /// be meant.
    func text(of name: PartNamePointer?) -> String? {
        var text: String?
        forEach { local, namespace, value in
            guard local == name, namespace == nil else { return }
            text = Self.text(value)
        }
        return text
    }

    /// Returns the text of the bytes of an attribute, or `nil` when it is too long to be meant.
    static func text(_ value: UnsafeBufferPointer<UInt8>) -> String? {
        guard value.count <= longestText else { return nil }
        return String(decoding: value, as: UTF8.self).replacing("&#38;", with: "&")
    }
}
