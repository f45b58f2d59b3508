import Diagnostics
import Glibc
import Pipelines

/// Ends a run that is asked to stop (SIGINT, SIGTERM), or says how far it has come (SIGUSR1).
///
/// Of a run that ends what was begun is rolled back.
///
/// The signals are blocked in every thread but for one while it waits for them, so that nothing is done within a
/// handler but to note which came. That thread ends the process itself: SQLite takes back what was not committed when the
/// store is opened next, and the system lets go of the lock; files beside their places are taken away before.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM, SIGUSR1]

    /// The signals that came, a bit for each.
    ///
    /// Only the waiting thread takes signals, and only while it waits; it looks here when it does not. So there is
    /// never more than one who reads or writes.
    nonisolated(unsafe) private static var received: UInt64 = 0

    /// Begins to wait; to be called before any other thread is begun.
    ///
    /// A signal that the caller has the program ignore stays ignored.
    static func watch() {
        var wanted = sigset_t()
        sigemptyset(&wanted)
        let signals = signals.filter { !isIgnored($0) }
        for number in signals { sigaddset(&wanted, number) }
        pthread_sigmask(SIG_BLOCK, &wanted, nil)
        // Not `sigwait`, which would also take the signal by which the runtime halts each thread when the program
        // crashes, and have it wait for half a minute.
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { Interruption.received |= 1 << UInt64($0) }
        for number in signals { sigaction(number, &action, nil) }
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { _ in Interruption.wait() }, nil)
        // Without a thread to wait for them the signals end the program at once, as they would anyway.
        guard code != 0 else { return }
        for number in signals { signal(number, SIG_DFL) }
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
    }

    private static func wait() -> Never {
        var open = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &open)
        for number in signals { sigdelset(&open, number) }
        while true {
            sigsuspend(&open)
            let came = received
            received = 0
            if let end = [SIGINT, SIGTERM].first(where: { came >> UInt64($0) & 1 == 1 }) {
                Self.end(with: end)
            }
            if came >> UInt64(SIGUSR1) & 1 == 1 { sayStatus() }
        }
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
