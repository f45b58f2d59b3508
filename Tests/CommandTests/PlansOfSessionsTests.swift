import Foundation
import Testing

@Suite struct `Plans that sessions need` {
    private static let semester = "2018-2019-2"
    private static let consultations = "jaundubulti/\(semester)/konsultacijas.csv"
    private static let plans = "inbox/jaundubulti/\(semester)/atbalsta-plani.csv"

    private static func messages(
        _ workplace: borrowing Workplace, rule: String, language: String = "en"
    ) throws -> [String] {
        let data = try Data(
            contentsOf: workplace.path("reports/\(semester)/internal/summary.json"))
        let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let quality = root?["quality"] as? [String: Any]
        return ((quality?["findings"] as? [[String: Any]]) ?? [])
            .filter { $0["rule"] as? String == rule && $0["file"] as? String == consultations }
            .compactMap { ($0["message"] as? [String: String])?[language] }
    }

    @Test func `a session of a plan that is held back says that it is held back`() throws {
        let workplace = try Preparation.reported.copy()
        #expect(
            try Self.messages(workplace, rule: "XRC-001").prefix(1) == [
                "the session's plan JDV-2018/19-2-32 (it was delivered, but is held back) is not "
                    + "among the plans loaded of the school"
            ])
        #expect(
            try Self.messages(workplace, rule: "XRC-001", language: "lv").prefix(1) == [
                "nodarbības plāna JDV-2018/19-2-32 (tas ir atsūtīts, bet aizturēts) nav starp skolas "
                    + "ielādētajiem plāniem"
            ])
    }

    @Test func `a session of a plan that was never sent does not say that it is held back`() throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        try FileManager.default.removeItem(at: workplace.path(Self.plans))
        _ = try workplace.report()
        let messages = try Self.messages(workplace, rule: "XRC-001")
        #expect(!messages.isEmpty)
        #expect(messages.allSatisfy { !$0.contains("held back") })
    }

    @Test func `plans that are held back are told whichever file came first`() throws {
        let workplace = try Workplace()
        try workplace.copySamples()
        let bytes = try workplace.bytes(Self.plans)
        try FileManager.default.removeItem(at: workplace.path(Self.plans))
        _ = try workplace.report()
        try workplace.write(bytes, to: Self.plans)
        _ = try workplace.report()
        #expect(
            try Self.messages(workplace, rule: "XRC-001").prefix(1) == [
                "the session's plan JDV-2018/19-2-32 (it was delivered, but is held back) is not "
                    + "among the plans loaded of the school"
            ])
    }

    @Test func `a session of a plan without the head's approval says that the approval is missing`()
        throws
    {
        let workplace = try Workplace()
        try workplace.copySamples()
        let definition = "pipelines/sources/jaundubulti.yaml"
        let lines = try workplace.text(definition).split(
            separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { !$0.contains("head_approved_on:") }
        #expect(kept.count == lines.count - 1)
        try workplace.write(kept.joined(separator: "\n"), to: definition)
        _ = try workplace.report()
        let messages = try Self.messages(workplace, rule: "XRC-018")
        #expect(
            messages.first == """
                plan JDV-2018/19-2-15 has no approval of the head, so the session on 22.01.2019. \
                does not count
                """)
        #expect(try Self.messages(workplace, rule: "XRC-004") == [])
    }
}
