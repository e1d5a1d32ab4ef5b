package import Documents
import Kernel
import Languages
import Logging

extension Visit {
    /// Sets a document.
    /// - Throws: a conflict in the reader's words when it cannot be set; the log says more.
    package func set(_ job: Typesetting) async throws -> [UInt8] {
        try await setting { typesetter in try await typesetter.set(job) }
    }

    /// A paper that tells this moment, as PDF.
    /// - Parameter pictures: by the names under which the paper speaks of them.
    package func printed(_ paper: Paper, with template: String, pictures: [String: [UInt8]] = [:], name: String) async throws -> Answer {
        .file(bytes: try await set(Typesetting(template: template, paper, stamp: now.seconds, pictures: pictures)), type: "application/pdf", name: name)
    }

    /// Something that needs the typesetter.
    /// - Throws: a conflict in the reader's words when it fails.
    package func setting<Made>(_ body: (Typesetter) async throws -> Made) async throws -> Made {
        guard let typesetter = installation.typesetter else { throw Problem.conflict(T.web.paperNot) }
        do { return try await body(typesetter) } catch let fault as TypesetterFault {
            if case .missingGlyph(let letters) = fault { throw Problem.conflict(T.web.paperLetters(letters: .text(letters))) }
            installation.logger.error("a document was not set: \(fault)")
            throw Problem.conflict(T.web.paperNot)
        }
    }
}
