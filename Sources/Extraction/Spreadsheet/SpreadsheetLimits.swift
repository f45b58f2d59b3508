/// What a workbook may ask of the reader before it is refused.
///
/// The defaults let every sheet pass that Excel can hold and a school can fill: sheets pack about 10 to
/// 60 times smaller than they are, a bomb hundreds of times.
public struct SpreadsheetLimits: Hashable, Sendable {
    /// The number of bytes that all parts read may unpack to.
    public var unpackedBytes = 1 << 30
    /// How many times larger than its packed bytes a part may be.
    public var packingRatio = 200
    /// The number of unpacked bytes of a part up to which its ratio does not matter.
    public var bytesBeforeRatio = 10 << 20
    /// The number of files within the workbook.
    public var entries = 10_000
    /// The number of bytes that the texts shared by cells may take, four for each text included.
    public var sharedStringBytes = 256 << 20
    /// The number of bytes of the text that a sheet is turned into.
    public var textBytes = 1 << 30
    /// The number of bytes of the text of one row, which the reader must hold.
    public var rowBytes = 8 << 20
    /// The number of rows of a sheet; Excel has 1 048 576.
    public var rows = 1_048_576
    /// The number of columns of a sheet; Excel has 16 384.
    public var columns = 16_384
    /// The number of bytes of the text of a cell; Excel has 32 767 characters.
    public var cellBytes = 32_767 * 4
    /// The number of styles of cells; Excel has 65 490.
    public var styles = 100_000

    /// Creates the limits that a run uses.
    public init() {}
}
