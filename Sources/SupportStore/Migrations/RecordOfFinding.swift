/// Keeps with each finding the record that it concerns.
enum RecordOfFinding {
    /// The statements, in their order.
    ///
    /// Of findings that an older program entered the record is not known. It is the held record that
    /// begins where the finding stands, else the innermost one around it; a record that is not held
    /// back is taken to begin at the finding, which changes nothing of what became of it.
    static let statements = [
        "ALTER TABLE finding ADD COLUMN recordByte INTEGER",
        """
        UPDATE finding SET recordByte = COALESCE(
            (SELECT MAX(h.byte) FROM heldRecord AS h
                WHERE h.delivery = finding.delivery AND (h.byte = finding.byte
                    OR h.byte < finding.byte AND finding.byte < h.byte + h.length)),
            byte)
        """,
    ]
}
