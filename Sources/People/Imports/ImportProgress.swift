import Foundation
import Languages

/// How far a long import is, and that somebody wants it stopped. The import is one act, so the database tells nothing of it until its end: a small file beside the
/// documents does, which page and worker both see.
final class ImportProgress {
    private let file: URL
    private let mark: URL
    private let total: Int
    private var done = 0
    private var told = ContinuousClock.now

    private static let pause = Duration.milliseconds(300)

    /// Somebody wants it stopped.
    struct Stopped: Error {}

    init(_ draft: ImportDraft.ID, of total: Int, in folder: URL) throws {
        (file, mark) = Self.files(draft, folder)
        self.total = total
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        tell()
    }

    deinit {
        for file in [file, mark] { try? FileManager.default.removeItem(at: file) }
    }

    /// - Throws: `Stopped` when somebody wants it stopped.
    func step() throws {
        done += 1
        guard done.isMultiple(of: 64), ContinuousClock.now - told > Self.pause else { return }
        tell()
        if FileManager.default.fileExists(atPath: mark.path) { throw Stopped() }
    }

    private func tell() {
        told = .now
        // What is not told now is told a moment later.
        try? Data("\(done) \(total)".utf8).write(to: file, options: .atomic)
    }

    /// How far it is; nil while it has not begun here.
    static func seen(_ draft: ImportDraft.ID, in folder: URL) -> (done: Int, total: Int)? {
        guard let text = try? String(contentsOf: files(draft, folder).file, encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ").compactMap { Int(typed: $0, in: 0...10_000_000) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }

    static func stop(_ draft: ImportDraft.ID, in folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data().write(to: files(draft, folder).mark)
    }

    private static func files(_ draft: ImportDraft.ID, _ folder: URL) -> (file: URL, mark: URL) {
        (folder.appending(path: "import-\(draft)"), folder.appending(path: "import-\(draft)-stop"))
    }
}
