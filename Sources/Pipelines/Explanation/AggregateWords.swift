import Rollup

extension Aggregate {
    /// How the value is made, in words that name columns and indicators by their codes.
    var words: TwoTexts {
        switch self {
        case .count: TwoTexts(lv: "rindu skaits", en: "the number of rows")
        case .countDistinct(let columns):
            TwoTexts(
                lv: "atšķirīgo vērtību skaits: \(columns.joined(separator: ", "))",
                en: "the number of different values of \(columns.joined(separator: ", "))")
        case .sum(let column, let oncePer) where oncePer.isEmpty:
            TwoTexts(lv: "summa: \(column)", en: "the sum of \(column)")
        case .sum(let column, let oncePer):
            TwoTexts(
                lv: "summa: \(column), pa vienai par katru: \(oncePer.joined(separator: ", "))",
                en: "the sum of \(column), once for each \(oncePer.joined(separator: ", "))")
        case .share(let part, let whole):
            TwoTexts(lv: "\(part) procentos no \(whole)", en: "\(part) as per cent of \(whole)")
        case .mean(let total, let number):
            TwoTexts(lv: "\(total) dalīts ar \(number)", en: "\(total) divided by \(number)")
        case .sumOfSchools(let code):
            TwoTexts(lv: "skolu skaitļu summa: \(code)", en: "the sum of the schools' \(code)")
        case .difference(let first, let second):
            TwoTexts(lv: "\(first) mīnus \(second)", en: "\(first) less \(second)")
        case .target(let code):
            TwoTexts(lv: "izziņotais mērķis: \(code)", en: "the target announced for \(code)")
        }
    }
}

extension EvidenceCondition {
    /// The condition as definitions write it.
    var words: String {
        switch test {
        case .equals(let number): "\(column) = \(number)"
        case .hasAttribute(let name, let value): "\(column).\(name) = \(value)"
        }
    }
}
