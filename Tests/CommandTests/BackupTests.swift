import Foundation
import Testing

@Suite struct `A backup` {
    private func prepared() throws -> Workplace { try Preparation.rolledUpInOctober.copy() }

    private func backup(_ workplace: borrowing Workplace) throws -> Workplace.Outcome {
        try workplace.run("backup", "--into", "copy", "--language", "en")
    }

    @Test func `is its owner's alone, whatever the rights of the state`() throws {
        let workplace = try prepared()
        _ = try workplace.shell(
            "find state/archive state/runs -type f -exec chmod 644 {} +; chmod 644 state/access.log; "
                + "find state -type d -exec chmod 755 {} +")
        #expect(try backup(workplace).code == 0)
        let wide = try workplace.shell(
            "find copy \\( -type f -perm /0177 -o -type d -perm /0077 \\)")
        #expect(wide.output.isEmpty)
    }

    @Test func `holds the records of the runs`() throws {
        let workplace = try prepared()
        _ = try backup(workplace)
        #expect(try workplace.files(in: "copy/runs") == workplace.files(in: "state/runs"))
    }

    @Test func `holds the packages, which are verified where they lie`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try backup(workplace)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try workplace.files(in: "copy/submissions") == workplace.files(in: "submissions"))
        let package = "copy/\(SubmissionWorkplace.package)"
        #expect(try SubmissionWorkplace.verify(workplace, package).code == 0)
    }

    @Test func `that holds packages is a state with nothing wrong in its rights`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        _ = try backup(workplace)
        let doctor = try workplace.run("doctor", "--state", "copy", "--language", "en")
        #expect(!doctor.output.contains("others than its owner may use it"))
    }

    @Test func `does not grow within the packages that it copies`() throws {
        let workplace = try SubmissionWorkplace.withPackage()
        let outcome = try workplace.run(
            "backup", "--into", "submissions/copy", "--language", "en")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("--into is in the folder of the packages"))
    }

    @Test func `that was killed leaves nothing behind the next one`() throws {
        let workplace = try prepared()
        let outcome = try workplace.shell(
            """
            for moment in 0.02 0.05 0.1 0.2; do
                timeout -s KILL $moment "$PUMPURS" backup --into first >/dev/null 2>&1
            done
            mkdir -p .pumpurs-backup-1/archive; rm -rf first
            "$PUMPURS" backup --into copy >/dev/null; ls -A | grep -c backup
            """)
        #expect(outcome.output == "0\n")
    }

    @Test func `leaves alone what another one is writing`() throws {
        let workplace = try prepared()
        let outcome = try workplace.shell(
            """
            mkdir .pumpurs-backup-1
            flock .pumpurs-backup-1 "$PUMPURS" backup --into copy >/dev/null; ls -d .pumpurs-backup-1
            """)
        #expect(outcome.output == ".pumpurs-backup-1\n")
    }

    @Test(
        .enabled("a file system of its own can be mounted") { canMount },
        arguments: ["16", "${databases}"])
    func `onto a full disk says so in plain words and ends with 73`(kilobytes: String) throws {
        let workplace = try prepared()
        let outcome = try workplace.shell(
            """
            unshare -m sh -c '
            databases=$(($(du -ck state/*.sqlite | tail -1 | cut -f1) + 80))
            mkdir full && mount -t tmpfs -o size=\(kilobytes)k tmpfs full &&
            "$PUMPURS" backup --into full/copy --language en; code=$?; ls -A full; exit $code'
            """)
        #expect(outcome.code == 73)
        #expect(outcome.errors.contains(" cannot be written: No space left on device; free space"))
        #expect(!outcome.errors.contains("Cocoa"))
        #expect(outcome.output == "")
    }
}
