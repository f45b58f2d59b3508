import Diagnostics
import Foundation
import PupilSupport
import Testing

@testable import Submission

struct SubmissionRulesTests {
    @Test func `every rule of the list is there once, in the order of codes`() {
        let numbers = [1...14, 20...31, 40...43, 50...57].flatMap { Array($0) }
        #expect(
            SubmissionRules.all.map { $0.code }
                == numbers.map { ($0 < 10 ? "VAL-0" : "VAL-") + String($0) })
    }

    @Test func `every rule says what must hold and what to do, in both languages`() {
        for rule in SubmissionRules.all {
            for text in [rule.statement, rule.advice] {
                #expect(!text.lv.isEmpty && !text.en.isEmpty, "\(rule.code)")
                #expect(text.lv != text.en, "\(rule.code)")
            }
        }
    }

    @Test func `no two rules say the same`() {
        #expect(Set(SubmissionRules.all.map { $0.statement }).count == SubmissionRules.all.count)
    }

    @Test func `only an error and a warning are severities of rules`() {
        for rule in SubmissionRules.all {
            #expect([.error, .warning].contains(rule.severity), "\(rule.code)")
        }
    }

    @Test func `rules that warn by themselves are those of the requirements`() {
        #expect(
            SubmissionRules.all.filter { $0.severity == .warning }.map { $0.code } == [
                "VAL-08", "VAL-09", "VAL-10", "VAL-11", "VAL-12", "VAL-31", "VAL-43", "VAL-53",
            ])
    }

    @Test func `rules stand on their levels`() {
        for rule in SubmissionRules.all {
            let number = Int(rule.code.dropFirst(4))!
            let level: RuleLevel =
                switch number {
                case ..<20: .record
                case ..<40: .aggregate
                case ..<50: .time
                default: .crossFile
                }
            #expect(rule.level == level, "\(rule.code)")
        }
    }

    @Test func `a check has a result of every rule, also of those that found nothing`() {
        let results = SubmissionRules.check(SoundPackage().checked)
        #expect(results.map(\.code) == SubmissionRules.all.map { $0.code })
    }

    @Test func `the same package gives the same hits in the same order`() {
        let package = SoundPackage.broken
        #expect(package.found == package.found)
        #expect(package.found.count > 40)
    }

    @Test func `records in another order give the same hits in the same order`() {
        var shuffled = SoundPackage.broken
        shuffled.content.participants.reverse()
        shuffled.content.participations.reverse()
        shuffled.content.consultations.reverse()
        shuffled.content.outcomes.reverse()
        shuffled.content.timesheets.reverse()
        #expect(shuffled.found == SoundPackage.broken.found)
    }

    @Test func `what is found is said in Latvian too`() {
        let package = SoundPackage.broken
        let pairs = zip(package.found(in: .latvian), package.found(in: .english))
        #expect(pairs.allSatisfy { $0 != $1 })
    }

    @Test func `nothing that is found quotes a birth date, a personal code or a name`() {
        var package = SoundPackage.broken
        for number in 1...6 {
            package[pupil: number].birthDate = day("1987-06-05")
            package[pupil: number].personalCode = "040687-10000"
            package[pupil: number].givenName = "Anna"
            package[pupil: number].familyName = "Bērziņa"
        }
        let text = Language.allCases.flatMap(package.found(in:)).joined(separator: "\n")
        for secret in ["1987-06-05", "05.06.1987", "040687", "Anna", "Bērziņa"] {
            #expect(!text.contains(secret))
        }
    }

    @Test func `the fingerprint's text has a line a rule, and its severity`() {
        let lines = SubmissionRules.fingerprintText.split(separator: "\n")
        #expect(lines.count == SubmissionRules.all.count + 1)
        #expect(lines.first == "pumpurs-rules/1")
        #expect(
            lines[10].hasPrefix("VAL-10|record|warning|S|dzimšanas datums ir tas, ko satur"))
    }

    @Test func `the page of the rules is what the program says`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/submission-rules.md").standardized
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(SubmissionRules.documentation.utf8).write(to: page)
        }
        #expect(try String(contentsOf: page, encoding: .utf8) == SubmissionRules.documentation)
    }
}

extension SoundPackage {
    /// A package in which many things are wrong at once.
    static var broken: SoundPackage {
        var package = SoundPackage()
        for number in 1...6 { package[pupil: number].labourStatus = .employed }
        package[pupil: 1].leaveDate = day("2018-09-01")
        package[pupil: 2].sex = nil
        package[pupil: 3].gradeAtEntry = 13
        for plan in package.content.participations.map(\.id) {
            package[plan: plan].headApprovedOn = nil
            package[outcome: plan].recordedOn = nil
        }
        for session in package.content.consultations.map(\.id) {
            package[session: session].mode = .remote
            package[session: session].start = "10:00"
            package[session: session].date = day("2019-03-10")
        }
        package.content.timesheets.removeLast()
        package.content.sensitive = []
        package.reference.previous?.grandTotal = 99
        package.arePublicFilesEqual = false
        package.set(item: "new", .semester, to: 9)
        package.set(output: "CO08", .cumulative, women: 9)
        return package
    }
}
