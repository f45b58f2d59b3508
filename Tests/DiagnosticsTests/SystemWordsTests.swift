import Diagnostics
import Foundation
import Testing

@Suite struct `What the system says of an error` {
    @Test(arguments: [
        EACCES, ENOENT, ENOSPC, EISDIR, ENOTDIR, EEXIST, EROFS, EMFILE, ENFILE, ELOOP, ENAMETOOLONG,
        EPERM, EDQUOT, EIO, ENOMEM, EBUSY, EFBIG, EXDEV, EPIPE, EMLINK, ENOTEMPTY, ESTALE,
    ])
    func `is in Latvian where it is usual`(code: Int32) {
        let words = String(cString: strerror(code))
        let text = MessageText.system(code, words: words)
        #expect(text.en == words)
        #expect(!text.lv.contains(words) && !text.lv.contains("sistēmas kļūda"))
    }

    @Test func `is quoted with its number where it is not`() {
        #expect(
            MessageText.system(71, words: "Protocol error").lv
                == "sistēmas kļūda 71 (Protocol error)")
    }

    @Test(arguments: [
        (Int32(14), "SQLite 14: krātuves failu nevar atvērt"),
        (1544, "SQLite 1544: krātuves mapē nedrīkst rakstīt"),
        (13, "SQLite 13: diskā nav vietas, vai kvota ir izsmelta"),
        (778, "SQLite 778: lasīšanas vai rakstīšanas kļūda; disks vai tīkls var būt bojāts"),
        (20, "SQLite 20: datubāzes kļūda (x)"),
    ])
    func `is Latvian for SQLite by the kind of the result, too`(code: Int32, text: String) {
        let message = MessageText.database(code, words: "x")
        #expect(message.lv == text)
        #expect(message.en == "SQLite \(code): x")
    }
}
