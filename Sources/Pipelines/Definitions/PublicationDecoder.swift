import PupilSupport

/// Decodes what catalogues of data are told.
struct PublicationDecoder {
    func decode(_ value: DefinitionValue) -> Publication? {
        guard let mapping = value.mapping(keys: ["licence", "contact", "threshold"]) else {
            return nil
        }
        let licence = mapping["licence"].map(licence(_:))
        let contact = mapping["contact"].map(contact(_:))
        // What stands there must have been readable; what does not stand there is not said.
        if case .some(nil) = licence { return nil }
        if case .some(nil) = contact { return nil }
        let threshold = mapping["threshold"].map { $0.integer(3...10) }
        if case .some(nil) = threshold { return nil }
        return Publication(
            licence: licence ?? nil, contact: contact ?? nil,
            threshold: (threshold ?? nil) ?? Publication.usualThreshold)
    }

    private func licence(_ value: DefinitionValue) -> Publication.Licence? {
        guard let mapping = value.mapping(keys: ["name", "title", "path"]) else { return nil }
        let name = mapping.required("name")?.text()
        let title = mapping.required("title")?.localizedText()
        let path = mapping.required("path")?.text()
        guard let name, let title, let path else { return nil }
        return Publication.Licence(name: name, title: title, path: path)
    }

    private func contact(_ value: DefinitionValue) -> Publication.Contact? {
        guard let mapping = value.mapping(keys: ["name", "email"]) else { return nil }
        let name = mapping.required("name")?.localizedText()
        let email = mapping.required("email")?.text()
        guard let name, let email else { return nil }
        return Publication.Contact(name: name, email: email)
    }
}
