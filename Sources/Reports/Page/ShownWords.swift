import Mustache

/// Words as a template shows them, or none.
///
/// The engine takes them for what they are: of a plain text it asks the runtime at each place what else it may
/// be, and of none it looks for words in all that is around it.
struct ShownWords: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    let isNull: Bool

    init(_ words: String?) {
        renderText = words ?? ""
        isNull = words == nil
    }

    func child(named name: String) -> Any? { nil }

    /// Returns texts as a template shows each.
    static func all(_ texts: [String]) -> [ShownWords] { texts.map { ShownWords($0) } }
}
