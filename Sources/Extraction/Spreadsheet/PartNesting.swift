/// The open elements of a part, and how much they may ask of the reader.
///
/// A value, so that an event costs one exclusive access and not one for each property touched.
struct PartNesting {
    /// What a start tag opens.
    enum Opened {
        /// An element that means nothing, or one behind a refusal.
        case nothing
        /// An element within a place that means something.
        case element(inside: UInt8, isKnownNamespace: Bool)
        case tooDeep
        case tooManyAttributes
    }

    /// The number of the place above the root.
    static let document = UInt8.max
    static let deepest = 64
    static let mostAttributes = 64
    private static let mostNamespaces = 128

    /// The namespaces whose elements have a meaning.
    var namespaces: (PartNamePointer?, PartNamePointer?) = (nil, nil)
    /// Whether a refusal ended the reading.
    var isOver = false
    private var elements: [(place: UInt8, declared: Int)] = []
    /// How many namespaces the open elements declare.
    private var declared = 0

    /// The place of the innermost element, if it means something.
    var innermost: UInt8? {
        guard !isOver, let place = elements.last?.place, place != 0 else { return nil }
        return place
    }

    /// Opens an element; ``place(_:)`` then says which it is.
    mutating func open(namespace: PartNamePointer?, declares: Int, attributes: Int) -> Opened {
        guard !isOver else { return .nothing }
        guard elements.count < Self.deepest else { return .tooDeep }
        declared += declares
        guard attributes <= Self.mostAttributes, declared <= Self.mostNamespaces else {
            return .tooManyAttributes
        }
        let parent = elements.last?.place ?? Self.document
        elements.append((0, declares))
        guard parent != 0 else { return .nothing }
        let isKnown = namespace == namespaces.0 || namespace == namespaces.1
        return .element(inside: parent, isKnownNamespace: isKnown && namespace != nil)
    }

    /// Says which place the innermost element is.
    mutating func place(_ place: UInt8) { elements[elements.count - 1].place = place }

    /// Closes the innermost element.
    ///
    /// - Returns: Its place, if it means something.
    mutating func close() -> UInt8? {
        guard !isOver, let element = elements.popLast() else { return nil }
        declared -= element.declared
        return element.place == 0 ? nil : element.place
    }
}
