import Foundation
import Testing

@Suite struct `An erasure that is killed` {
    /// The number of moments at which it is killed.
    private static let kills = 6

    @Test func `is completed by running it again, whenever it was killed`() throws {
        let workplace = try Workplace.rolledUp()
        let pupil = Asked.sandis
        try workplace.writeCode(pupil)
        let outcome = try workplace.shell(
            """
            erase() {
                SOURCE_DATE_EPOCH=\(Int.dayAfter) "$PUMPURS" person erase --pupil-code code.txt \
                    --author A --reason r --ticket T --state trial --pipelines pipelines \
                    --language en
            }
            begin() { rm -rf trial && cp -a state trial; }
            begin; start=$(date +%s%N); erase >/dev/null 2>&1; length=$(($(date +%s%N) - start))
            mv trial whole
            for number in $(seq \(Self.kills)); do
                begin
                wait=$(python3 -c "import random; print(random.uniform(0, $length / 1e9))")
                SOURCE_DATE_EPOCH=\(Int.dayAfter) timeout -s KILL "$wait" "$PUMPURS" person erase \
                    --pupil-code code.txt --author A --reason r --ticket T --state trial \
                    --pipelines pipelines --language en >/dev/null 2>&1
                killed=$?
                erase >/dev/null 2>&1 || echo "$wait: the second run ends with $?"
                mkdir -p "after/$number"; cp -a trial/. "after/$number/"
                python3 - <<END
            import sqlite3
            store = sqlite3.connect("trial/pumpurs.sqlite")
            def ask(sql): return store.execute(sql).fetchone()[0]
            faults = []
            if ask("SELECT COUNT(*) FROM tombstone") != 1: faults.append("tombstones")
            if ask("SELECT COUNT(*) FROM erasure WHERE finishedAt IS NULL OR sealed IS NOT NULL"): faults.append("unfinished")
            if ask("SELECT COUNT(*) FROM rekeyedFile WHERE isPending = 1"): faults.append("pending")
            if ask("PRAGMA integrity_check") != "ok": faults.append("damage")
            if ask("SELECT COUNT(*) FROM delivery WHERE recordsRead <> recordsLoaded + recordsHeldBack + recordsIgnored"): faults.append("unbalanced")
            if faults: print("$wait ($killed):", *faults)
            END
            done
            """)
        #expect(outcome.output == "", "\(outcome.output)")
        #expect(try workplace.places(of: pupil.traces, in: "after") == [])
        #expect(try workplace.places(of: pupil.traces, in: "whole") == [])
        let doctor = try workplace.run(
            "doctor", "--state", "after/\(Self.kills)", "--language", "en")
        #expect(doctor.code != 74, "\(doctor.output)")
    }
}
