import Foundation
import Testing

/// What a public report gives away beside the figures that it hides: how few share an amount, and what a whole leaves.
@Suite struct `A public report, beside its hidden figures,` {
    private static let semesters = ["2018-2019-2", "2019-2020-1"]

    private func published() throws -> Workplace { try Preparation.rolledUp.copy() }

    /// The rows of all tables of a semester by their addresses without the semester.
    private func figures(_ workplace: borrowing Workplace, _ semester: String) throws
        -> [String: [String: String]]
    {
        var figures: [String: [String: String]] = [:]
        for name in ["participants", "teachers", "outcomes"] {
            let text = try workplace.text("reports/\(semester)/public/\(name).csv")
            for row in rows(of: text) {
                figures[String((row["address"] ?? "").dropFirst(semester.count + 1))] = row
            }
        }
        return figures
    }

    @Test func `shows no planned minutes that fewer than five pupils share`() throws {
        let workplace = try published()
        for semester in Self.semesters {
            let shown = try figures(workplace, semester).filter {
                $0.key.hasPrefix("minutes_planned") && !($0.value["value"] ?? "").isEmpty
            }
            #expect(!shown.isEmpty)
            for cell in shown.keys {
                let explained = try workplace.run(
                    "explain", "\(semester)/\(cell)", "--state", "state", "--format", "json")
                let people = try pupils(inEvidence: explained.output)
                #expect(people == 0 || people >= 5, "\(semester)/\(cell)")
            }
        }
    }

    /// How many pupils the evidence of an explained figure names.
    private func pupils(inEvidence json: String) throws -> Int {
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let figure = try #require(root["figure"] as? [String: Any])
        let evidence = try #require(figure["evidence"] as? [String: Any])
        let columns = try #require(evidence["columns"] as? [String])
        let place = try #require(columns.firstIndex(of: "pupil"))
        let rows = try #require(evidence["rows"] as? [[String: Any]])
        return Set(rows.compactMap { ($0["values"] as? [Any]).map { "\($0[place])" } }).count
    }

    @Test(arguments: [
        ("feedback_positive_share", "feedback_positive", "feedback_answers"),
        ("pupils_in_need_supported_share", "pupils_in_need_supported", "pupils_in_need"),
        ("improved_share", "pupil_subjects_improved", "pupil_subjects_compared"),
        (
            "pupils_with_fewer_low_marks_share", "pupils_with_fewer_low_marks",
            "pupils_with_low_marks_before"
        ),
    ])
    func `marks a percentage as hidden only where a number that it is made from is hidden`(
        share: String, part: String, whole: String
    ) throws {
        let workplace = try published()
        for semester in Self.semesters {
            let figures = try figures(workplace, semester)
            for (cell, row) in figures where row["indicator"] == share {
                let place = cell.dropFirst(share.count)
                let operands = [figures["\(part)\(place)"], figures["\(whole)\(place)"]]
                let isHidden = operands.contains { $0?["value_status"] == "c" }
                #expect((row["value_status"] == "c") == isHidden, "\(semester)/\(cell)")
                guard !isHidden, let base = Int(operands[1]?["value"] ?? ""), base > 0 else {
                    continue
                }
                #expect((row["value_status"] == "z") == (base < 20), "\(semester)/\(cell)")
            }
        }
    }

    @Test(arguments: [
        ("feedback_answers", "feedback_positive"), ("plans", "plans_completed"),
        ("plans", "plans_interrupted"), ("plans", "plan_results"),
        ("participants", "participants_new"), ("pupils_in_need", "pupils_waiting"),
        ("pupil_subjects_compared", "low_marks_after"),
    ])
    func `leaves no one to four beside a part of what it shows`(
        whole: String, part: String
    ) throws {
        let workplace = try published()
        for semester in Self.semesters {
            let figures = try figures(workplace, semester)
            for (cell, row) in figures where row["indicator"] == part {
                let place = cell.dropFirst(part.count)
                guard let some = Int(row["value"] ?? ""),
                    let all = Int(figures["\(whole)\(place)"]?["value"] ?? "")
                else { continue }
                #expect(!(1...4).contains(all - some), "\(semester)/\(cell) of \(whole)")
            }
        }
    }

    @Test func `leaves no one to four teachers beside those in one role`() throws {
        let workplace = try published()
        for semester in Self.semesters {
            let figures = try figures(workplace, semester)
            let all = try #require(Int(figures["teachers"]?["value"] ?? ""))
            for (cell, row) in figures where cell.hasPrefix("teachers/role=") {
                guard let some = Int(row["value"] ?? "") else { continue }
                #expect(!(1...4).contains(all - some), "\(semester)/\(cell)")
            }
        }
    }

    @Test func `hides no single one of the measures that a role gives`() throws {
        let workplace = try published()
        for semester in Self.semesters {
            let figures = try figures(workplace, semester)
            for indicator in ["minutes", "sessions"] {
                let cells = [
                    "role=teacher", "measure=subject_consultation", "measure=teacher_support",
                ]
                let hidden = cells.filter {
                    figures["\(indicator)/\($0)"]?["value_status"] == "c"
                }
                #expect(hidden.count != 1, "\(semester)/\(indicator)")
            }
        }
    }
}
