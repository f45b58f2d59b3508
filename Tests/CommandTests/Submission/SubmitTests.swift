import Foundation
import Testing

/// `pumpurs submit`: blocked with everything that blocks it, sealed once nothing does.
@Suite struct `A submission` {
    @Test func `of the samples is blocked, and everything that blocks it is named`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try SubmissionWorkplace.submit(workplace)
        #expect(outcome.code == 4)
        let blocking = outcome.output.split(separator: "\n")
            .filter { $0.contains(" error: ") || $0.contains(" warning: ") }
            .map { $0.prefix { $0 != ":" } }
        #expect(
            blocking == [
                "SUB-003 warning", "VAL-08 warning", "VAL-52 warning", "VAL-53 warning",
                "VAL-54 warning", "VAL-55 error",
            ])
        #expect(
            outcome.output.contains(
                "  jaundubulti/2018-2019-2/atbalsta-plani.csv:4 (jaundubulti): the approvals are not in "
                    + "order: 2019-01-17 2019-01-16 2019-01-24\n"))
        #expect(
            outcome.output.hasSuffix(
                "not sealed: 6 rules block it; list: submissions/check-2018-2019-2/validation-report.csv\n"
            ))
    }

    @Test func `that is blocked leaves no package`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        _ = try SubmissionWorkplace.submit(workplace)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: workplace.path("submissions").path)
        #expect(names.sorted() == ["check-2018-2019-2", "register.jsonl"])
    }

    @Test func `checked only writes nothing at all`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try SubmissionWorkplace.submit(workplace, "--dry-run")
        #expect(outcome.code == 4)
        #expect(!FileManager.default.fileExists(atPath: workplace.path("submissions").path))
    }

    @Test func `with an error cannot be sealed by acknowledging it`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        for rule in SubmissionWorkplace.warnings {
            _ = try SubmissionWorkplace.acknowledge(rule, workplace)
        }
        let outcome = try SubmissionWorkplace.submit(workplace)
        #expect(outcome.code == 4)
        #expect(outcome.output.contains("VAL-55 error: "))
    }

    @Test func `of a semester that nobody sent anything of ends with 65`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run(
            "submit", "2019-2020-2", "--pipelines", "pipelines", "--language", "en")
        #expect(outcome.code == 65)
        #expect(
            outcome.errors
                == "pumpurs: the store holds nothing of semester 2019-2020-2; import its exports first "
                + "(pumpurs report)\n")
    }

    @Test func `is sealed as r01 after a corrected delivery and acknowledgements`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try SubmissionWorkplace.submit(workplace)
        #expect(outcome.code == 0)
        #expect(
            outcome.output.hasSuffix(
                "sealed before, nothing has changed: \(SubmissionWorkplace.package)\n"))
        let register = try workplace.text("submissions/register.jsonl")
        #expect(register.split(separator: "\n").count == 2)
    }

    @Test func `counts 35 pupils and 24 teachers`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let manifest = try #require(
            try JSONSerialization.jsonObject(
                with: Data(try workplace.bytes("\(SubmissionWorkplace.package)/manifest.json")))
                as? [String: Any])
        let totals = manifest["totals"] as? [String: Int]
        #expect(totals?["pupilsSemester"] == 35)
        #expect(totals?["pedagogues"] == 24)
    }

    @Test func `is verified by coreutils and by pumpurs`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let sums = try workplace.shell(
            "cd \(SubmissionWorkplace.package) && sha256sum -c --quiet SHA256SUMS && cd public "
                + "&& sha256sum -c --quiet SHA256SUMS")
        #expect(sums.code == 0)
        let outcome = try SubmissionWorkplace.verify(workplace)
        #expect(outcome.code == 0)
        #expect(outcome.output == "all 13 checks passed\n")
    }

    @Test func `made again elsewhere has the same bytes`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try workplace.shell(
            """
            mkdir elsewhere && cp -a state elsewhere/other-state && cp -a reports elsewhere/
            cd elsewhere && "$PUMPURS" submit 2018-2019-2 --state other-state --packages other \\
                --pipelines ../pipelines >/dev/null && diff -r other/\(SubmissionWorkplace.name) ../\(SubmissionWorkplace.package)
            """)
        #expect(outcome.code == 0)
        #expect(outcome.output == "")
    }

    @Test func `is made anew as r02 when the data change, and names the package it replaces`()
        throws
    {
        let workplace = try SubmissionWorkplace.withPackage()
        // Sloka sends one session less.
        let file = "inbox/sloka/2018-2019-2/atbalsts.xml"
        let lines = try workplace.text(file).split(
            separator: "\n", omittingEmptySubsequences: false)
        let gone = try #require(
            lines.firstIndex { $0.contains("<nodarbiba datums=\"2019-02-11\"") })
        var left = lines
        left.remove(at: gone)
        try workplace.write(Array(left.joined(separator: "\n").utf8), to: file)
        _ = try workplace.report()
        for rule in SubmissionWorkplace.warnings {
            _ = try SubmissionWorkplace.acknowledge(rule, workplace)
        }
        let outcome = try SubmissionWorkplace.submit(workplace)
        #expect(outcome.code == 0)
        let second = SubmissionWorkplace.package.replacing("_r01", with: "_r02")
        #expect(outcome.output.hasSuffix("sealed: \(second)\n"))
        #expect(try SubmissionWorkplace.verify(workplace, second).code == 0)
        let claims = try workplace.text("\(second)/restricted/claims.csv")
        let deductions = claims.split(separator: "\n").filter { $0.contains("unit_cost_deduction") }
        #expect(deductions.count == 1)
        #expect(deductions.first?.contains("@r02,-40,minutes,") == true)
    }

    @Test func `has warnings open again when they change`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        // One more record is held back: its day is none.
        let file = "inbox/vaivari/2018-2019-2/konsultacijas.csv"
        let bytes = try workplace.bytes(file)
        let spoiled = bytes.replacing(
            Array("24.01.2019".utf8), with: Array("24.31.2019".utf8), maxReplacements: 1)
        try workplace.write(spoiled, to: file)
        _ = try workplace.report()
        let outcome = try SubmissionWorkplace.submit(workplace)
        #expect(outcome.code == 4)
        #expect(outcome.output.contains("SUB-003 warning: "))
    }

    @Test func `is handed in by somebody with a receipt, which the register keeps`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let handed = try workplace.run(
            "submit", "hand-in", SubmissionWorkplace.name, "--by", "A. Clerk", "--receipt", "K-17",
            "--pipelines", "pipelines")
        #expect(handed.code == 0)
        let outcome = try workplace.run(
            "submit", "status", "--pipelines", "pipelines", "--language", "en")
        let last = outcome.output.split(separator: "\n").last ?? ""
        #expect(
            last.hasSuffix("  \(SubmissionWorkplace.name)  handed in A. Clerk, receipt K-17"))
    }

    @Test func `cannot be handed in when it was never sealed`() throws {
        let workplace = try SubmissionWorkplace.withSamples()
        let outcome = try workplace.run(
            "submit", "hand-in", SubmissionWorkplace.name, "--by", "A. Clerk", "--receipt", "K-17",
            "--pipelines", "pipelines", "--language", "en")
        #expect(outcome.code == 65)
        #expect(outcome.errors == "pumpurs: there is no package \(SubmissionWorkplace.name)\n")
    }

    @Test func `has XML that xmllint validates by the schema in the package`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try workplace.shell(
            """
            cd \(SubmissionWorkplace.package) || exit 1
            command -v xmllint >/dev/null || exit 77
            xmllint --noout --schema schemas/package.xsd restricted/participants.xml aggregate/indicators.xml
            """)
        #expect(outcome.code == 0 || outcome.code == 77)
    }

    @Test func `is verified by somebody who has nothing but the package`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try workplace.shell(
            "mkdir alone; cp -a \(SubmissionWorkplace.package) alone/; rm -r pipelines state inbox")
        let outcome = try workplace.run(
            "verify", "alone/\(SubmissionWorkplace.name)", "--language", "en")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    }
}
