import CXLSXWriter

/// The machine did not let a workbook be made: no memory, or no room for temporary files.
public struct WorkbookError: Error, Hashable, CustomStringConvertible {
    /// What the library or the system said.
    public let reason: String

    init(reason: String) { self.reason = reason }

    init(_ code: lxw_error) {
        reason = lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    }

    /// The error as text.
    public var description: String { "summary.xlsx could not be made: \(reason)" }
}
