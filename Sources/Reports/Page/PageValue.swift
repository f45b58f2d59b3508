/// What a template finds in a view.
enum PageValue {
    case words(String)
    case flag(Bool)
    case list([PageValue])
    /// A view that knows its parts by their names.
    case parts(any PageParts)
    case named([String: PageValue])
    /// Words that are not there: none are looked for further out.
    case nothing

    subscript(name: String) -> PageValue? {
        switch self {
        case .parts(let parts): parts.part(named: name)
        case .named(let parts): parts[name]
        case .words, .flag, .list, .nothing: nil
        }
    }

    /// Takes words that may be missing.
    init(_ words: String?) { self = words.map { .words($0) } ?? .nothing }

    init(_ words: [String]) { self = .list(words.map { .words($0) }) }

    init(_ views: [some PageParts]) { self = .list(views.map { .parts($0) }) }

    /// Takes a view apart, by reflection where it does not know its parts itself.
    init(of view: Any) {
        switch view {
        case let words as String: self = .words(words)
        case let flag as Bool: self = .flag(flag)
        case let parts as any PageParts: self = .parts(parts)
        default:
            let mirror = Mirror(reflecting: view)
            switch mirror.displayStyle {
            case .struct:
                var members: [String: PageValue] = [:]
                for child in mirror.children {
                    guard let name = child.label, let value = Self.unwrapped(child.value) else {
                        continue
                    }
                    members[name] = PageValue(of: value)
                }
                self = .named(members)
            case .collection: self = .list(mirror.children.map { PageValue(of: $0.value) })
            default: self = .words("\(view)")
            }
        }
    }

    /// Returns the value of an optional, or what is none.
    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first?.value
    }
}

/// A view that names its parts itself, as the views do of which there are many.
protocol PageParts {
    /// Returns the part of a name, or `nil` when there is none.
    func part(named name: String) -> PageValue?
}
