import CZip
public import Foundation

/// Takes the files out of a zip archive that somebody sent, each under a name of our own: what the archive says of folders is not followed, and it unpacks no more
/// than the limits allow, whatever it says of itself.
public enum ArchiveReader {
    /// A file that was taken out.
    public struct Entry: Sendable {
        /// As it is called in the archive, without its folders.
        public let name: String
        public let place: URL
        public let size: Int
    }

    /// - Parameters:
    ///   - folder: where they are put; it must be there.
    ///   - files: so many it may hold at most.
    ///   - bytes: so many one of them may have.
    public static func unpack(_ archive: URL, into folder: URL, files most: Int, bytes largest: Int, limits: Limits = Limits()) throws(SheetProblem) -> [Entry] {
        var code: Int32 = 0
        guard let zip = zip_open(archive.path, ZIP_RDONLY, &code) else { throw SheetProblem(.damaged("\(code)")) }
        defer { zip_discard(zip) }
        var entries: [Entry] = [], left = limits.unpacked
        for index in 0..<UInt64(max(0, zip_get_num_entries(zip, 0))) {
            guard let bare = zip_get_name(zip, index, UInt32(ZIP_FL_ENC_GUESS)) else { continue }
            let path = String(cString: bare), name = path.split(separator: "/").last.map(String.init) ?? ""
            // Folders, and what a Mac adds.
            guard !path.hasSuffix("/"), !path.hasPrefix("__MACOSX"), !name.hasPrefix("."), !name.isEmpty else { continue }
            guard entries.count < most else { throw SheetProblem(.tooMuch(.rows, limit: most)) }
            let place = folder.appending(path: "\(entries.count)")
            let size = try unpack(zip, index, to: place, most: min(left, largest), ratio: limits.ratio)
            left -= size
            entries.append(Entry(name: name, place: place, size: size))
        }
        return entries
    }

    private static func unpack(_ zip: OpaquePointer, _ index: UInt64, to place: URL, most: Int, ratio: Int) throws(SheetProblem) -> Int {
        var facts = zip_stat_t()
        guard zip_stat_index(zip, index, 0, &facts) == 0, let file = zip_fopen_index(zip, index, 0) else { throw SheetProblem(.damaged("\(index)")) }
        defer { zip_fclose(file) }
        guard FileManager.default.createFile(atPath: place.path, contents: nil, attributes: [.posixPermissions: 0o600]),
              let handle = try? FileHandle(forWritingTo: place) else { throw SheetProblem(.noRoom) }
        defer { try? handle.close() }
        var piece = [UInt8](repeating: 0, count: 64 << 10), size = 0
        while true {
            let count = Int(zip_fread(file, &piece, UInt64(piece.count)))
            guard count >= 0 else { throw SheetProblem(.damaged("\(index)")) }
            guard count > 0 else { return size }
            size += count
            guard size <= most else { throw SheetProblem(.tooMuch(.unpacked, limit: most)) }
            guard size <= 1 << 20 || UInt64(size) / UInt64(ratio) <= facts.comp_size else { throw SheetProblem(.tooMuch(.ratio, limit: ratio)) }
            do { try handle.write(contentsOf: piece[..<count]) } catch { throw SheetProblem(.noRoom) }
        }
    }
}
