/// How much a compressed file may unpack to, so that a small file cannot fill the memory or the time
/// of a run.
public struct UnpackingLimits: Sendable, Hashable {
    /// The largest number of unpacked bytes.
    public var bytes: Int
    /// The largest number of unpacked bytes for each byte as sent.
    public var ratio: Int
    /// The number of unpacked bytes from which the ratio counts.
    public var ratioFrom: Int

    /// Creates limits; the defaults are 4 GiB and a ratio of 200 from 16 MiB on.
    public init(bytes: Int = 4 << 30, ratio: Int = 200, ratioFrom: Int = 16 << 20) {
        self.bytes = bytes
        self.ratio = ratio
        self.ratioFrom = ratioFrom
    }
}
