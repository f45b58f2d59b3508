/// What catalogues of data are told of a municipality's figures; nothing is said that is not defined.
public struct Publication: Hashable, Sendable {
    /// The terms under which published figures may be used.
    public struct Licence: Hashable, Sendable {
        /// The identifier, `CC-BY-4.0`.
        public let name: String
        /// The title.
        public let title: LocalizedText
        /// The address of the text.
        public let path: String

        /// Creates a licence.
        public init(name: String, title: LocalizedText, path: String) {
            self.name = name
            self.title = title
            self.path = path
        }
    }

    /// Whom a reader may ask.
    public struct Contact: Hashable, Sendable {
        /// The name of the office.
        public let name: LocalizedText
        /// The address for letters by e-mail.
        public let email: String

        /// Creates a contact.
        public init(name: LocalizedText, email: String) {
            self.name = name
            self.email = email
        }
    }

    /// The licence, or `nil` when none is defined.
    public let licence: Licence?
    /// The contact, or `nil` when none is defined.
    public let contact: Contact?

    /// Creates what catalogues are told.
    public init(licence: Licence? = nil, contact: Contact? = nil) {
        self.licence = licence
        self.contact = contact
    }
}
