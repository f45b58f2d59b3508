import ArgumentParser

/// An option that names a folder or a file.
enum FolderOption {
    /// Refuses an empty name: with a slash behind it, it would be the root of the machine.
    static func check(_ options: (name: String, path: String?)...) throws {
        for option in options where option.path?.isEmpty == true {
            throw ValidationError(
                MessageLanguageOption.said == .lv
                    ? "\(option.name) ir tukšs; nosauciet mapi vai failu, vai atstājiet to prom."
                    : "\(option.name) is empty; name a folder or a file, or leave it out.")
        }
    }
}
