import PupilSupport
import Rollup

/// Makes the bars of one column, each as long as its own number is great against the column's greatest.
struct BarMaker {
    let indicator: IndicatorDefinition
    let language: Language
    let longest: Int

    /// Returns the bar of a number.
    ///
    /// - Parameters:
    ///   - value: The number, or `nil` for a bar without length.
    ///   - text: The number as it stands beside the bar.
    ///   - id: What tells the bar apart on the page.
    ///   - category: The row.
    func bar(_ value: FigureValue?, text: String, id: String, category: String) -> BarView {
        let scaled = max(value?.scaled ?? 0, 0)
        let tenths = longest > 0 ? (2000 * scaled + longest) / (2 * longest) : 0
        return BarView(
            label: indicator.name[language], text: text, id: id, name: "\(category): \(text)",
            description: "\(indicator.name[language]), \(indicator.unit.name[language])",
            length: FigureValue(scaled: tenths, decimals: 1).description)
    }
}
