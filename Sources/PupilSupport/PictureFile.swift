/// A picture that a page holds within itself.
public struct PictureFile: Hashable, Sendable {
    /// A format that every browser draws.
    public enum Format: String, Sendable, CaseIterable {
        /// Drawn by points.
        case png
        /// Drawn by lines.
        case svg

        /// The name of the format on the web.
        public var mediaType: String {
            switch self {
            case .png: "image/png"
            case .svg: "image/svg+xml"
            }
        }
    }

    /// The format.
    public let format: Format
    /// The content.
    public let bytes: [UInt8]

    /// Creates a picture.
    public init(format: Format, bytes: [UInt8]) {
        self.format = format
        self.bytes = bytes
    }
}
