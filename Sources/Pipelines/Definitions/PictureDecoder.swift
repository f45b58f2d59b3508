import Diagnostics
import PupilSupport

/// Reads the picture that a definition names by its path in the folder.
struct PictureDecoder {
    /// Pages hold the picture within themselves, so it must not make them heavy.
    static let mostBytes = 500_000

    /// The files of the folder.
    let files: [DefinitionFile]

    /// Returns the picture, or reports why there is none.
    func decode(_ value: DefinitionValue) -> PictureFile? {
        guard let path = value.text() else { return nil }
        guard let file = files.first(where: { $0.path == path }) else {
            value.report(DefinitionRules.missingFile, ["file": path])
            return nil
        }
        guard let format = PictureFile.Format(file.bytes) else {
            return unusable(
                value, path, .init(lv: "tas nav ne PNG, ne SVG", en: "it is neither PNG nor SVG"))
        }
        guard file.bytes.count <= Self.mostBytes else {
            return unusable(
                value, path,
                .init(
                    lv: "tajā ir \(file.bytes.count) baiti", en: "it has \(file.bytes.count) bytes")
            )
        }
        return PictureFile(format: format, bytes: file.bytes)
    }

    private func unusable(
        _ value: DefinitionValue, _ path: String, _ reason: MessageText
    ) -> PictureFile? {
        value.report(
            DefinitionRules.unusablePicture, ["file": path, "most": "\(Self.mostBytes)"],
            phrases: ["reason": reason])
        return nil
    }
}

extension PictureFile.Format {
    /// Tells the format from the first bytes, whatever the file is called.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
            return
        }
        let head = String(decoding: bytes.prefix(1_000), as: UTF8.self)
        guard head.contains("<svg"), !head.contains("<html") else { return nil }
        self = .svg
    }
}
