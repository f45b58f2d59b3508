import Diagnostics
import Glibc
import Pipelines

/// Ends a run that is asked to stop (SIGINT, SIGTERM), or says how far it has come (SIGUSR1).
///
/// Of a run that ends what was begun is rolled back.
///
/// The signals are blocked in every thread and one thread waits for them, so that nothing is done within a
/// handler. It ends the process itself: SQLite takes back what was not committed when the store is opened
/// next, and the system lets go of the lock; files beside their places are taken away before.
enum Interruption {
    /// Begins to wait; to be called before any other thread is begun.
    ///
    /// A signal that the caller has the program ignore stays ignored.
    static func watch() {
        var wanted = sigset_t()
        sigemptyset(&wanted)
        for number in [SIGINT, SIGTERM, SIGUSR1] where !isIgnored(number) {
            sigaddset(&wanted, number)
        }
        pthread_sigmask(SIG_BLOCK, &wanted, nil)
        let set = wanted
        var thread = pthread_t()
        let box = UnsafeMutablePointer<sigset_t>.allocate(capacity: 1)
        box.initialize(to: set)
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let set = argument?.assumingMemoryBound(to: sigset_t.self) else { return nil }
                var number: Int32 = 0
                while sigwait(set, &number) != 0 || number == SIGUSR1 {
                    if number == SIGUSR1 { Interruption.sayStatus() }
                    number = 0
                }
                Interruption.end(with: number)
            }, box)
        // Without a thread to wait for them the signals end the program at once, as they would anyway.
        if code != 0 { pthread_sigmask(SIG_UNBLOCK, &wanted, nil) }
    }

    private static func sayStatus() {
        guard Terminal.standardError.takesText else { return }
        let status =
            RunProgress.current?.status.text
            ?? MessageText(lv: "neko ilgu nedara", en: "nothing that takes long is being done")
        let language = MessageLanguageOption.said.messages
        Terminal.say("pumpurs: \(status.text(in: language, details: [:]))\n", .note)
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func end(with number: Int32) -> Never {
        let name = number == SIGINT ? "SIGINT" : "SIGTERM"
        let text = MessageText(
            lv:
                "izpilde pārtraukta (\(name)); krātuve un pārskati ir tādi, kādi bija pirms pārtrauktās "
                + "darbības, un nākamā izpilde turpinās",
            en:
                "the run was interrupted (\(name)); store and reports are as they were before the step "
                + "that was interrupted, and the next run goes on")
        UnfinishedFiles.remove {
            if Terminal.standardError.takesText { Exit.say(text, in: .said) }
            _exit(128 + number)
        }
    }
}
