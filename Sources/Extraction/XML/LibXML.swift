import CLibXML2

/// The library as a whole.
enum LibXML {
    /// Makes libxml2 ready on this thread, and silent: what it finds is told by its parsers' handlers.
    ///
    /// Its default handlers belong to a thread, so whoever parses calls this first.
    static func prepare() {
        clibxml2_silence()
        clibxml2_check_version()
    }
}
