import Foundation
import Testing

/// Nothing is left of somebody who was erased from which their values could be keyed anew.
@Suite struct `An erased pupil, after the key` {
    private static let file = "inbox/sloka/2018-2019-2/atbalsts.xml"

    /// A state in which a pupil was erased, with the key of its archive in other hands.
    private static let erased = Preparation { workplace in
        try workplace.copySamples()
        try workplace.retain()
        _ = try workplace.rollup(at: .october2019)
        try workplace.erase(Asked.sandis)
        _ = try workplace.shell("\"$PUMPURS\" keys escrow --into archive.key")
    }

    /// The school sends the file of the pupil again, one byte longer.
    private func resend(_ workplace: borrowing Workplace) throws {
        _ = try workplace.shell("echo >> \(Self.file)")
        let outcome = try workplace.run("import", "--inbox", "inbox", "--language", "en")
        #expect([0, 3].contains(outcome.code), "\(outcome.errors)")
    }

    private func recover(_ workplace: borrowing Workplace, _ more: String...) throws
        -> Workplace.Outcome
    {
        try workplace.run(
            list: ["keys", "recover", "--inbox", "inbox", "--language", "en"] + more)
    }

    @Test func `was changed, stays out when the file is sent again`() throws {
        let workplace = try Self.erased.copy()
        #expect(try workplace.run("keys", "rotate").code == 0)
        try resend(workplace)
        #expect(try workplace.places(of: Asked.sandis.traces) == [])
    }

    @Test func `was lost and the archive's came back, stays out`() throws {
        let workplace = try Self.erased.copy()
        _ = try workplace.shell("rm state/pumpurs.key")
        let outcome = try recover(workplace, "--archive-key", "archive.key")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        try resend(workplace)
        #expect(try workplace.places(of: Asked.sandis.traces) == [])
    }

    @Test func `was changed twice and then lost, stays out`() throws {
        let workplace = try Self.erased.copy()
        _ = try workplace.shell(
            "\"$PUMPURS\" keys rotate; \"$PUMPURS\" keys rotate; rm state/pumpurs.key")
        #expect(try recover(workplace, "--archive-key", "archive.key").code == 0)
        try resend(workplace)
        #expect(try workplace.places(of: Asked.sandis.traces) == [])
    }

    @Test func `of the archive was lost alone, stays out`() throws {
        let workplace = try Self.erased.copy()
        _ = try workplace.shell("rm state/archive/key.sealed")
        // The file that was blanked opens by no key any more.
        #expect(try recover(workplace, "--leave-shut").code == 3)
        try resend(workplace)
        #expect(try workplace.places(of: Asked.sandis.traces) == [])
    }

    @Test func `was lost with the archive's, is known by nobody, and that is said`() throws {
        let workplace = try Self.erased.copy()
        _ = try workplace.shell("rm state/pumpurs.key")
        let outcome = try recover(workplace, "--leave-shut")
        #expect(outcome.code == 3)
        #expect(outcome.output.contains("erasures whose people cannot be known again: 1"))
        let doctor = try workplace.run("doctor", "--state", "state", "--language", "en")
        #expect(
            doctor.output.contains(
                "erasures whose people cannot be known again since a key was lost: 1"))
    }

    @Test func `came back after the pupil did, is named by the ticket`() throws {
        let workplace = try Self.erased.copy()
        _ = try workplace.shell("rm state/pumpurs.key")
        #expect(try recover(workplace, "--leave-shut").code == 3)
        try resend(workplace)
        let outcome = try recover(workplace, "--archive-key", "archive.key")
        #expect(outcome.code == 3, "\(outcome.output)\(outcome.errors)")
        #expect(
            outcome.output.contains(
                "people who were erased and are in the store again, for they could not be known "
                    + "meanwhile: tickets L-17; run pumpurs person erase again"),
            "\(outcome.output)")
        #expect(try workplace.erase(Asked.sandis).code == 0)
        #expect(try workplace.places(of: Asked.sandis.traces) == [])
    }
}
