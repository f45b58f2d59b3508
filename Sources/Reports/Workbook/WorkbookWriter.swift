import CXLSXWriter

/// A workbook that is being made; nothing of it is known before ``finish()``.
final class WorkbookWriter {
    private let file: MemoryFile
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var isClosed = false

    init() throws(WorkbookError) {
        file = try MemoryFile()
        guard let workbook = workbook_new(file.path) else {
            throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED)
        }
        self.workbook = workbook
    }

    deinit {
        if !isClosed { lxw_workbook_free(workbook) }
    }

    /// Says what the workbook is.
    ///
    /// - Parameter time: The time of making that it shows, in seconds since 1970, never from a clock.
    func setProperties(title: String, author: String, comments: String, time: Int)
        throws(WorkbookError)
    {
        var properties = lxw_doc_properties()
        let texts = [title, author, comments].map(Self.terminated)
        var code = LXW_NO_ERROR
        texts[0].withUnsafeBufferPointer { title in
            texts[1].withUnsafeBufferPointer { author in
                texts[2].withUnsafeBufferPointer { comments in
                    properties.title = UnsafeMutablePointer(mutating: title.baseAddress)
                    properties.author = UnsafeMutablePointer(mutating: author.baseAddress)
                    properties.comments = UnsafeMutablePointer(mutating: comments.baseAddress)
                    // The library takes the clock's time for 0.
                    properties.created = time == 0 ? 1 : time
                    code = workbook_set_properties(workbook, &properties)
                }
            }
        }
        try check(code)
    }

    private static func terminated(_ text: String) -> [CChar] {
        text.utf8.filter { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
    }

    /// Adds a sheet after those that are there.
    func addSheet(_ name: String) throws(WorkbookError) -> SheetWriter {
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            throw WorkbookError(LXW_ERROR_SHEETNAME_ALREADY_USED)
        }
        return SheetWriter(sheet: sheet)
    }

    /// Returns how cells of a kind look.
    func format(_ style: SheetStyle) throws(WorkbookError) -> SheetFormat {
        guard let format = workbook_add_format(workbook) else {
            throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED)
        }
        if style.isBold { format_set_bold(format) }
        if style.isWrapped { format_set_text_wrap(format) }
        if style.isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if let number = style.numberFormat { format_set_num_format(format, number) }
        return SheetFormat(format: format)
    }

    /// Returns the bytes of the workbook, to which nothing can be added any more.
    func finish() throws(WorkbookError) -> [UInt8] {
        // The library frees the workbook here, whether it can write it or not.
        isClosed = true
        try check(workbook_close(workbook))
        return try file.bytes()
    }

    private func check(_ code: lxw_error) throws(WorkbookError) {
        guard code == LXW_NO_ERROR else { throw WorkbookError(code) }
    }
}

/// How a cell is to look.
struct SheetStyle {
    var isBold = false
    var isWrapped = false
    var isRight = false
    var numberFormat: String?
}

/// How cells of a kind look in one workbook.
struct SheetFormat {
    let format: UnsafeMutablePointer<lxw_format>
}
