import CZip

/// A zip archive in memory, open for reading. It unpacks no more than the limits allow, whatever the archive says of itself.
final class Archive {
    private let zip: OpaquePointer
    private let limits: Limits
    private var unpacked = 0

    /// The bytes must outlive the archive.
    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: Limits) throws(SheetProblem) {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
            throw SheetProblem(.damaged(String(cString: zip_error_strerror(&error))))
        }
        guard let zip = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            let reason = String(cString: zip_error_strerror(&error))
            zip_source_free(source)
            throw SheetProblem(.damaged(reason))
        }
        (self.zip, self.limits) = (zip, limits)
    }

    deinit { zip_discard(zip) }

    func contains(_ path: String) -> Bool { zip_name_locate(zip, path, UInt32(ZIP_FL_NOCASE)) >= 0 }

    /// Unpacks one file, piece by piece, and checks its sum at the end.
    func read(_ path: String, _ take: (UnsafeBufferPointer<UInt8>) throws(SheetProblem) -> Void) throws(SheetProblem) {
        let index = zip_name_locate(zip, path, UInt32(ZIP_FL_NOCASE))
        var facts = zip_stat_t()
        guard index >= 0, zip_stat_index(zip, UInt64(index), 0, &facts) == 0, let file = zip_fopen_index(zip, UInt64(index), 0) else {
            throw SheetProblem(.damaged("\(path): \(reason)"))
        }
        defer { zip_fclose(file) }

        let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)
        defer { piece.deallocate() }
        var length = 0
        while true {
            let count = Int(zip_fread(file, piece.baseAddress!, UInt64(piece.count)))
            guard count >= 0 else { throw SheetProblem(.damaged("\(path): does not unpack")) }
            guard count > 0 else { return }
            length += count
            unpacked += count
            guard unpacked <= limits.unpacked else { throw SheetProblem(.tooMuch(.unpacked, limit: limits.unpacked)) }
            guard length <= 1 << 20 || UInt64(length) / UInt64(limits.ratio) <= facts.comp_size else {
                throw SheetProblem(.tooMuch(.ratio, limit: limits.ratio))
            }
            try take(UnsafeBufferPointer(rebasing: piece[..<count]))
        }
    }

    private var reason: String { String(cString: zip_error_strerror(zip_get_error(zip))) }
}
