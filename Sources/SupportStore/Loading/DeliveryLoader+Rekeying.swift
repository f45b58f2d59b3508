extension DeliveryLoader {
    /// Notes that the archive no longer has the file as it was sent: records of people who were erased are
    /// blanked in it.
    ///
    /// - Parameters:
    ///   - current: The fingerprint of the blanked bytes, or `nil` when the file is removed.
    ///   - previous: The fingerprint of the bytes that were read.
    ///   - places: The records.
    public func rekey(
        to current: [UInt8]?, from previous: [UInt8], places: [FileRekeying.Place]
    ) throws {
        try RekeyedFiles.enter(
            description.sha256, previous: previous, current: current,
            cause: current == nil ? .unblankable : .erasure, places: places, erasure: nil,
            in: database)
    }
}
