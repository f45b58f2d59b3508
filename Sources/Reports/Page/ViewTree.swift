import Mustache

/// A view as nested dictionaries.
///
/// A template that meets a value looks each name up by reflection, over and over again. So each value is taken
/// apart once.
enum ViewTree {
    /// Returns a view with everything in it taken apart but for what answers to names by itself.
    static func of(_ view: Any) -> Any {
        if let words = view as? String { return ShownWords(words) }
        if view is any MustacheParent { return view }
        let mirror = Mirror(reflecting: view)
        switch mirror.displayStyle {
        case .struct:
            var members: [String: Any] = [:]
            for child in mirror.children {
                guard let name = child.label, let value = unwrapped(child.value) else { continue }
                members[name] = of(value)
            }
            return members
        case .collection: return mirror.children.map { of($0.value) }
        default: return view
        }
    }

    /// Returns the value of an optional, or what is none.
    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first?.value
    }
}
