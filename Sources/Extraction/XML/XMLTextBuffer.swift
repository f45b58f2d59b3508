import CLibXML2
import Glibc

/// Bytes that grow at their end; an array asks at every piece whether somebody else holds it too.
struct XMLTextBuffer: ~Copyable {
    private(set) var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity = 1 << 10

    init() { start = .allocate(capacity: capacity) }

    deinit { start.deallocate() }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    @inline(__always)
    mutating func append(_ text: UnsafePointer<UInt8>, count added: Int) {
        if added > capacity - count { grow(by: added) }
        memcpy(start + count, text, added)
        count += added
    }

    /// Forgets what stands behind a place.
    @inline(__always)
    mutating func cut(at place: Int) { count = place }

    private mutating func grow(by added: Int) {
        capacity = max(capacity * 2, count + added)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }
}
