import Diagnostics

/// A path of a definition to an element or attribute of an XML file.
struct ElementPath {
    /// A name with the prefix of its namespace.
    struct Name: Hashable {
        /// The prefix, or `nil` for no namespace.
        let prefix: String?
        /// The name without the prefix.
        let local: String
    }

    /// How often the path goes to the parent before it goes down.
    private(set) var levelsUp = 0
    /// The elements on the way down.
    private(set) var elements: [Name] = []
    /// The attribute at the end, or `nil` when the path ends in an element.
    private(set) var attribute: Name?

    /// All names of the path.
    var names: [Name] { elements + (attribute.map { [$0] } ?? []) }

    /// Creates a path from text such as `../p:plans/@numurs`.
    init(_ text: String) throws(PathFault) {
        guard text != "." else { return }
        let steps = text.split(separator: "/", omittingEmptySubsequences: false)
        if text.hasPrefix("/") { throw .absolute }
        for (index, step) in steps.enumerated() {
            if step == ".." {
                guard elements.isEmpty else { throw .upAfterDown }
                levelsUp += 1
            } else if step.hasPrefix("@") {
                guard index == steps.count - 1 else { throw .attributeInside }
                attribute = try Self.name(step.dropFirst())
            } else {
                elements.append(try Self.name(step))
            }
        }
        guard !elements.isEmpty || attribute != nil else { throw .noTarget }
        guard levelsUp == 0 || elements.isEmpty else { throw .elementAbove }
    }

    /// Returns whether text is a name without a prefix.
    static func isLocalName(_ text: some StringProtocol) -> Bool {
        guard let first = text.first, first.isLetter || first == "_" else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    }

    private static func name(_ step: Substring) throws(PathFault) -> Name {
        let parts = step.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ isLocalName($0) }), let local = parts.last
        else { throw .noName(String(step)) }
        return Name(prefix: parts.count == 2 ? String(parts[0]) : nil, local: String(local))
    }
}

/// Why text is not a path.
enum PathFault: Error {
    /// It begins with `/`.
    case absolute
    /// `..` follows a name.
    case upAfterDown
    /// An attribute is not the last step.
    case attributeInside
    /// It ends in `..`.
    case noTarget
    /// It names an element beside or above the record's own.
    case elementAbove
    /// A step is not a name.
    case noName(String)

    /// The reason in words.
    var reason: MessageText {
        switch self {
        case .absolute: .init(lv: "tas sākas ar '/'", en: "it begins with '/'")
        case .upAfterDown: .init(lv: "'..' stāv aiz nosaukuma", en: "'..' stands after a name")
        case .attributeInside:
            .init(lv: "atribūts nav pēdējais", en: "an attribute is not its last step")
        case .noTarget: .init(lv: "tas beidzas ar '..'", en: "it ends in '..'")
        case .elementAbove:
            .init(
                lv: "ārpus ieraksta elementa var ņemt tikai vecāku atribūtus",
                en: "outside the record's element only attributes of its parents can be read")
        case .noName(let step):
            .init(lv: "'\(step)' nav nosaukums", en: "'\(step)' is not a name")
        }
    }
}
