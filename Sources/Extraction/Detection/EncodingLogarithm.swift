import Glibc

/// Logarithms as the models of encodings need them.
enum EncodingLogarithm {
    static func natural(_ value: Float) -> Float { logf(value) }

    /// Returns how much something seen so often weighs.
    ///
    /// The thousandth "Jānis" is hardly news, so a sum grows with the logarithm of a count; a large
    /// file does not become certain by repeating itself.
    static func weight(ofCount count: UInt32) -> Float { count == 0 ? 0 : 1 + logf(Float(count)) }
}
