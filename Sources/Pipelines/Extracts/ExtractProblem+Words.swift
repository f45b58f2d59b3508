import Diagnostics
import Rollup
import SupportStore

extension ExtractProblem {
    /// The column that is at fault, where there is one.
    var column: String? {
        switch kind {
        case .failed: nil
        case .notAnInteger(let column), .mixed(let column), .holdsText(let column),
            .tooLarge(let column), .unknownKey(let column, _), .inNoPart(let column):
            column
        }
    }

    /// What is wrong.
    var words: MessageText {
        switch kind {
        case .failed(.seconds(let count)):
            MessageText(
                lv: "tas nebeidzas \(count) sekundēs", en: "it does not end within \(count) seconds"
            )
        case .failed(.rows(let count)):
            MessageText(
                lv: "tajā ir vairāk par \(count) rindām", en: "it gives more than \(count) rows")
        case .failed(.refused(let words)): MessageText(lv: words, en: words)
        case .notAnInteger(let column):
            MessageText(
                lv: "ailē '\(column)' ir kas cits nekā veseli skaitļi vai teksts",
                en: "column '\(column)' holds something else than integers or texts")
        case .mixed(let column):
            MessageText(
                lv: "ailē '\(column)' ir gan skaitļi, gan teksts",
                en: "column '\(column)' holds both numbers and texts")
        case .holdsText(let column):
            MessageText(
                lv: "ailē '\(column)' ir teksts, bet vajag veselus skaitļus",
                en: "column '\(column)' holds texts, and integers are needed")
        case .tooLarge(let column):
            MessageText(
                lv: "ailē '\(column)' ir skaitlis, kas summēšanai ir par lielu",
                en: "column '\(column)' holds a number that is too large to be summed")
        case .inNoPart(let column):
            MessageText(
                lv: "aile '\(column)', pēc kuras rindas dala, vietām ir tukša",
                en: "column '\(column)', by which the rows are shared, is empty in some")
        case .unknownKey(let column, let form):
            MessageText(
                lv: "ailē '\(column)' ir vērtība, ko nevar rādīt kā '\(form.rawValue)'",
                en: "column '\(column)' holds a value that cannot be shown as '\(form.rawValue)'")
        }
    }

    /// How to mend it.
    var advice: MessageText {
        switch kind {
        case .failed(.refused):
            MessageText(lv: "labojiet SQL", en: "correct the SQL")
        case .failed:
            MessageText(
                lv: "ja dati tiešām ir tik lieli, palieliniet `indicator_limits` pašvaldības failā",
                en:
                    "if the data are that large, raise `indicator_limits` in the municipality's file"
            )
        case .notAnInteger, .mixed, .tooLarge:
            MessageText(
                lv: "labojiet SQL tā, lai ailē būtu veseli skaitļi, kā tos glabā krātuve",
                en: "correct the SQL so that the column holds integers, as the store keeps them")
        case .inNoPart:
            MessageText(
                lv: "labojiet SQL vai izņemiet `parts_of`",
                en: "correct the SQL, or take `parts_of` out")
        case .holdsText, .unknownKey:
            MessageText(
                lv: "labojiet SQL vai izvēlieties citu `show` vai `aggregate`",
                en: "correct the SQL, or choose another `show` or `aggregate`")
        }
    }
}
