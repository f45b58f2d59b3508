import Crypto
import Foundation
import PupilSupport
import Testing

@testable import SupportStore

@Suite struct `The names by which a recipient knows people` {
    private let bytes = (1...32).map { UInt8($0) }
    private var key: IdentityKey { IdentityKey(bytes: bytes) }

    private func code(_ domain: String) -> String {
        let message = "\(domain)\u{1F}personal-code\u{1F}01010721230"
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(message.utf8), using: SymmetricKey(data: bytes))
        return code.map { String(format: "%02x", $0) }.joined().prefix(32).description
    }

    private func pseudonym(_ role: PersonRole, _ recipient: String) -> String {
        key.recipientPseudonym(
            role: role, recipient: recipient, scope: "personal-code", text: "01010721230")
    }

    @Test func `are keyed in a domain of the role and the recipient`() {
        #expect(pseudonym(.pupil, "ikvd") == code("pumpurs/pupil/ikvd/v1"))
    }

    @Test func `differ from the store's and from those of other recipients and roles`() {
        let own = Hexadecimal.text(
            key.pseudonym(role: "pupil", scope: "personal-code", text: "01010721230"))
        let all = [
            own, pseudonym(.pupil, "ikvd"), pseudonym(.pupil, "cfla"), pseudonym(.teacher, "ikvd"),
        ]
        #expect(Set(all).count == 4)
    }

    @Test func `the identifier of a key is the start of its hash`() {
        let hash = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
        #expect(key.identifier == String(hash.prefix(8)))
    }
}
