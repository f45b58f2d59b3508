import Foundation
import Testing

@Suite struct `The schedule that is installed` {
    /// A workplace in which the program is installed below `root/opt/pumpurs`.
    private func installed() throws -> Workplace {
        let workplace = try Workplace()
        let outcome = try workplace.shell(
            """
            "\(Workplace.repository.path)/scripts/install" "$PUMPURS" /opt/pumpurs "$PWD/root"
            """)
        #expect(outcome.code == 0)
        #expect(outcome.errors == "")
        return workplace
    }

    @Test func `the crontab line runs in cron's bare environment as an unprivileged user`() throws {
        let workplace = try installed()
        try FileManager.default.copyItem(
            at: Workplace.repository.appending(path: "sample-data"), to: workplace.path("inbox"))
        let lines = try workplace.text("root/opt/pumpurs/share/pumpurs/schedule/pumpurs.crontab")
            .split(separator: "\n")
        let line = try #require(lines.first { $0.contains(" rollup ") })
        let command = line.split(separator: " ").dropFirst(5).joined(separator: " ")
            .replacingOccurrences(
                of: "/opt/pumpurs/", with: "\(workplace.folder.path)/root/opt/pumpurs/"
            )
            .replacingOccurrences(of: "/var/lib/pumpurs", with: workplace.folder.path)
        try workplace.write(command + "\n", to: "line.sh")
        let outcome = try workplace.shell(
            """
            mkdir state reports; chmod -R a+rX .; chmod a+rwx state reports
            if [ "$(id -u)" = 0 ]; then
                chown nobody state reports; run="setpriv --reuid=65534 --clear-groups"
            fi
            cd / && exec $run env -i /bin/sh "\(workplace.folder.path)/line.sh"
            """)
        #expect(outcome.code == 3)
        #expect(outcome.output == "")
        #expect(
            outcome.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("pumpurs rollup: ") })
        #expect(try Summary(workplace, "2018-2019-2").keyFigure("participants") == 35)
    }

    @Test(.enabled("systemd-analyze is installed") { has("systemd-analyze") })
    func `systemd finds nothing wrong with the units, and little that they may do`() throws {
        let workplace = try installed()
        let outcome = try workplace.shell(
            """
            cd root/opt/pumpurs/lib/systemd/system
            sed -i "s|/opt/pumpurs/|$OLDPWD/root/opt/pumpurs/|g; s|^User=.*|User=root|; s|^Group=.*|Group=root|" *.service
            systemd-analyze verify --recursive-errors=no ./pumpurs-rollup.service ./pumpurs-rollup.timer
            """)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let security = try workplace.shell(
            """
            systemd-analyze security --offline=true --no-pager \
                root/opt/pumpurs/lib/systemd/system/pumpurs-rollup.service
            """)
        let score = security.output.split(separator: "\n").last.flatMap { line in
            line.split(separator: " ").compactMap { Double($0) }.first
        }
        #expect((score ?? 10) < 1.5)
    }

    @Test func `what is uninstalled leaves nothing but what was changed`() throws {
        let workplace = try installed()
        let vocabulary = "root/opt/pumpurs/share/pumpurs/pipelines/vocabularies/measures.yaml"
        try workplace.write(try workplace.text(vocabulary) + "# ours\n", to: vocabulary)
        let outcome = try workplace.shell(
            """
            "\(Workplace.repository.path)/scripts/install" "$PUMPURS" /opt/pumpurs "$PWD/root"
            "\(Workplace.repository.path)/scripts/uninstall" /opt/pumpurs "$PWD/root"
            """)
        #expect(outcome.code == 0)
        #expect(try workplace.text(vocabulary).hasSuffix("# ours\n"))
        #expect(try workplace.files(in: "root").keys.sorted() == [String(vocabulary.dropFirst(5))])
    }

    @Test func `a failed ping or mail is said and is no failure`() throws {
        let workplace = try installed()
        let outcome = try workplace.shell(
            """
            PATH=$PWD/bin:$PATH; mkdir bin
            for tool in curl mail journalctl; do
                printf '#!/bin/sh\\nexit 1\\n' >bin/$tool; chmod +x bin/$tool
            done
            PING_URL=https://health.example/x MAIL_TO=a@example root/opt/pumpurs/lib/pumpurs/notify failure
            """)
        #expect(outcome.code == 0)
        #expect(
            outcome.errors
                == "notify: the health check could not be pinged\nnotify: the mail could not be sent\n"
        )
    }
}

private func has(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
}
