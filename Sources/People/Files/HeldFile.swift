package import Forms
import Foundation
import Kernel
import Languages
package import Web

/// A file that somebody chose in a form that came back with a fault elsewhere: it lies in the folder under its digest, and the form carries, sealed for
/// that person alone, which it is. So it is chosen and sent once. What no form comes back for is swept away after a day.
struct HeldFile {
    let name: String
    let digest: String
    let size: Int

    /// The field of a form that carries it, beside the one in which it was chosen.
    static func field(_ chosen: String) -> String { "\(chosen)-held" }
    /// What it is called, for the page.
    static func nameField(_ chosen: String) -> String { "\(chosen)-held-name" }

    init(name: String, _ upload: Upload) { (self.name, digest, size) = (FileName.tidy(name), upload.digest, upload.size) }

    private static func purpose(_ visit: Visit) -> String { "held file of \(visit.actor.person?.description ?? "")" }

    func sealed(_ visit: Visit) throws -> String {
        Base64URL.text(try visit.seal.seal(Array("\(digest)\n\(size)\n\(name)".utf8), for: Self.purpose(visit)))
    }

    /// Nil where the form carries none, or what it carries was not sealed here for whoever sends it.
    init?(_ typed: Typed, _ field: String, _ visit: Visit) {
        guard visit.actor.isSignedIn, let bytes = Base64URL.bytes(typed[Self.field(field)]), !bytes.isEmpty,
              let open = try? visit.seal.open(bytes, for: Self.purpose(visit)) else { return nil }
        let parts = String(decoding: open, as: UTF8.self).split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let size = Int(typed: parts[1], in: 1...FileIntake.most) else { return nil }
        (digest, self.size, name) = (parts[0], size, parts[2])
    }

    /// The same as if it had just come in.
    /// - Returns: nil once it was swept away.
    func upload(from folder: FileFolder) throws -> Upload? {
        let place = folder.place(of: digest), manager = FileManager.default
        guard let handle = try? FileHandle(forReadingFrom: place) else { return nil }
        defer { try? handle.close() }
        let incoming = folder.root.appending(path: ".incoming")
        try manager.createDirectory(at: incoming, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let link = incoming.appending(path: UUID().uuidString)
        try manager.linkItem(at: place, to: link)
        return Upload(at: link, size: size, digest: digest, head: Array(try handle.read(upToCount: Upload.headSize) ?? Data()))
    }
}

extension Visit {
    /// A form that comes back, holding the file that was chosen in a field of it, unless that is what was wrong. To be called behind the door only.
    package func holding(_ field: String, _ form: FilledForm) throws -> FilledForm {
        var typed = form.typed
        var held = HeldFile(typed, field, self)
        if let (name, upload) = typed.upload(field), upload.size <= FileIntake.most {
            // What was a document lies in its place already.
            if FileManager.default.fileExists(atPath: upload.place.path) { try FileFolder(files).keep(upload) }
            held = HeldFile(name: name, upload)
        }
        if form.fault(field) != nil { held = nil }
        typed = typed.with(HeldFile.field(field), try held?.sealed(self)).with(HeldFile.nameField(field), held?.name)
        return FilledForm(typed, form.problem, form.t)
    }
}
