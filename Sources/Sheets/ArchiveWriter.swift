import CZip
public import Foundation

/// Writes a zip archive of files that are compressed already: each as it is, under a name in UTF-8. The same files give the same bytes.
public final class ArchiveWriter {
    private var zip: OpaquePointer?
    private var names: Set<String> = []

    /// 1 January 1980: an archive tells nothing of the moment in which it was made.
    private static let date: UInt16 = 0x0021

    /// - Parameter file: where the finished archive will stand, in the place of what stands there now.
    public init(_ file: URL) throws(SheetProblem) {
        var code: Int32 = 0
        guard let zip = zip_open(file.path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw SheetProblem(.unwritten("\(file.path): \(code)")) }
        self.zip = zip
    }

    deinit { if let zip { zip_discard(zip) } }

    /// Adds a file. A second one of a name gets a number before its ending.
    public func add(_ name: String, _ bytes: [UInt8]) throws(SheetProblem) {
        guard let zip else { throw Self.finished }
        let name = unused(name)
        names.insert(name)
        // The archive takes the copy over and frees it, unless it refuses it.
        guard let copy = malloc(max(1, bytes.count)) else { throw SheetProblem(.unwritten("no memory")) }
        bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, $0.count) } }
        guard let content = zip_source_buffer(zip, copy, UInt64(bytes.count), 1) else {
            free(copy)
            throw problem(name)
        }
        let index = zip_file_add(zip, name, content, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(content)
            throw problem(name)
        }
        guard zip_set_file_compression(zip, UInt64(index), ZIP_CM_STORE, 0) == 0,
            zip_file_set_dostime(zip, UInt64(index), 0, Self.date, 0) == 0
        else { throw problem(name) }
    }

    /// Writes the archive: the whole of it or nothing. Nothing can be added after it.
    public func finish() throws(SheetProblem) {
        guard let zip else { throw Self.finished }
        // Without a file there is no archive: libzip would write nothing at all.
        guard !names.isEmpty else { throw SheetProblem(.unwritten("no files")) }
        guard zip_close(zip) == 0 else {
            throw zip_error_code_system(zip_get_error(zip)) == ENOSPC ? SheetProblem(.noRoom) : problem("the end")
        }
        self.zip = nil
    }

    private func unused(_ name: String) -> String {
        guard names.contains(name) else { return name }
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let others = (2...).lazy.map { "\(name[..<dot]) \($0)\(name[dot...])" }
        return others.first { !self.names.contains($0) } ?? name
    }

    private static let finished = SheetProblem(.unwritten("already finished"))

    private func problem(_ what: String) -> SheetProblem {
        SheetProblem(.unwritten("\(what): \(zip.map { String(cString: zip_error_strerror(zip_get_error($0))) } ?? "closed")"))
    }
}
