public import Foundation

/// Makes a PDF of the pages of another one, and of nothing else: who wrote it, with which program and when stays behind, and so do attached files and scripts of
/// the whole. What strangers send is never read in this process: qpdf does it in one of its own, with limits of time and memory.
public enum PageMill {
    /// - Parameter target: where it is put.
    /// - Throws: ``PictureMillFault``
    public static func pages(of document: URL, to target: URL) async throws {
        _ = try await PictureMill.run("qpdf", [
            "--warning-exit-0", "--empty", "--pages", document.path, "1-z", "--", "--remove-page-labels", "--deterministic-id", target.path,
        ])
        guard FileManager.default.fileExists(atPath: target.path) else { throw PictureMillFault.damaged }
    }
}
