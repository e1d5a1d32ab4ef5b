package import Documents
import Forms
import Kernel
import Languages
import Logging

extension Visit {
    /// Sets a paper of the office. Letters that no font has are printed as a sign, and a note says in which names.
    /// - Throws: a conflict in the reader's words when it cannot be set; the log says more.
    package func set(_ job: Typesetting) async throws -> [UInt8] {
        try await setting { typesetter in
            var job = job
            job.party = "\(centre.id)"
            for _ in 0..<Self.standInsMax {
                do { return try await typesetter.set(job) } catch TypesetterFault.missingGlyph(let letters) {
                    job = try job.standingIn(for: letters) { texts in
                        let told = texts.prefix(Self.standInsTold).joined(separator: "; ") + (texts.count > Self.standInsTold ? " …" : "")
                        return t(T.web.paperStandIn(sign: .text(Typesetting.standIn), texts: .text(told)))
                    }
                }
            }
            return try await typesetter.set(job)
        }
    }

    /// How often more letters may turn out to be missing.
    private static let standInsMax = 3
    /// How many names the note tells.
    private static let standInsTold = 12

    /// A paper that tells this moment, as PDF.
    /// - Parameter pictures: by the names under which the paper speaks of them.
    package func printed(_ paper: Paper, with template: String, pictures: [String: [UInt8]] = [:], name: String) async throws -> Answer {
        .file(bytes: try await set(Typesetting(template: template, paper, stamp: now.seconds, pictures: pictures)), type: "application/pdf", name: name)
    }

    /// The same as a Word document, in which an office goes on to write.
    /// - Throws: a conflict in the reader's words when it cannot be written; the log says more.
    package func written(_ paper: Paper, landscape isLandscape: Bool = false, name: String) async throws -> Answer {
        guard let writer = installation.wordWriter else { throw Problem.conflict(T.web.paperNot) }
        do {
            let bytes = try await writer.document(of: paper, landscape: isLandscape)
            return .file(bytes: bytes, type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name: name)
        } catch {
            installation.logger.error("a Word document was not written: \(error)")
            throw Problem.conflict(T.web.paperNot)
        }
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
