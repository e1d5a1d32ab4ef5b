import Documents
import Forms
import Kernel
import Languages
import Look
package import Web

/// The centre's logo: seen as it will stand, chosen, taken away.
package enum LogoPages {
    @Sendable package static func show(_ visit: Visit) async throws -> Answer { visit.page(try await show(visit, visit.form())) }

    private static func show(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id = visit.centre.id
        let (centre, logo) = try await visit.read { (try CentreStore.centre(id, in: $0), try LogoStore.logo(of: id, in: $0)) }
        return LogoViews(reader: visit.reader).show(centre, logo, form)
    }

    /// Takes a picture only after it was printed.
    @Sendable package static func choose(_ visit: Visit) async throws -> Answer {
        let id = visit.centre.id
        return try await visit.submit {
            let logo = try logo(visit.typed)
            let centre = try await visit.read { try CentreStore.centre(id, in: $0) }
            _ = try await proof(visit, centre, logo)
            return try await visit.act { act in
                try LogoStore.set(logo, of: id, in: act)
                return Redirect(visit.link("/settings/centre/logo"), T.centres.logoChanged)
            }
        } again: { form in
            try await show(visit, form)
        }
    }

    private static func logo(_ typed: Typed) throws -> CentreLogo {
        guard let file = typed.file("picture") else { throw Problem.invalid("picture", T.common.fileNotChosen) }
        do { return CentreLogo(try Picture(checking: file.bytes)) } catch { throw Problem.invalid("picture", error.phrase) }
    }

    @Sendable package static func remove(_ visit: Visit) async throws -> Answer {
        let id = visit.centre.id
        return try await visit.act { act in
            try LogoStore.remove(of: id, in: act)
            return Redirect(visit.link("/settings/centre/logo"), T.centres.logoRemoved)
        }
    }

    /// The picture itself, for the page that shows it. Its address names its digest, so it never changes.
    @Sendable package static func picture(_ visit: Visit) async throws -> Answer {
        let (id, digest) = (visit.centre.id, visit.parameters["picture"] ?? "")
        guard let logo = try await visit.read({ try LogoStore.logo(of: id, in: $0) }), logo.digest == digest else { throw Problem.missing }
        return .picture(bytes: logo.picture.bytes, type: logo.picture.kind.rawValue)
    }

    /// A paper with nothing but the letterhead.
    @Sendable package static func paper(_ visit: Visit) async throws -> Answer {
        let id = visit.centre.id
        let (centre, logo) = try await visit.read { (try CentreStore.centre(id, in: $0), try LogoStore.logo(of: id, in: $0)) }
        return .file(bytes: try await proof(visit, centre, logo), type: "application/pdf", name: "\(visit.t(T.centres.logo)).pdf")
    }

    /// A logo that needs longer would hold up every paper that bears it.
    private static let proofSeconds = 10

    /// - Throws: an invalid `picture` when a paper with it cannot be set, or not soon.
    private static func proof(_ visit: Visit, _ centre: Centre, _ logo: CentreLogo?) async throws -> [UInt8] {
        struct Proof: Encodable {
            let language: String
            let title: String
            let documents: [Document]
        }
        struct Document: Encodable {
            let centre: Paper.Office
            let title: String
            let name: String
        }
        let t = visit.t
        let document = Document(centre: Paper.Office(centre, logo, t), title: t(T.centres.logoProof), name: centre.name(in: t.language))
        let proof = Proof(language: t.language.rawValue, title: document.title, documents: [document])
        var job = try Typesetting(template: "certificate", proof, stamp: visit.now.seconds, pictures: logo?.pictures ?? [:])
        (job.party, job.seconds) = ("\(centre.id)", proofSeconds)
        return try await visit.setting { [job] typesetter in
            do { return try await typesetter.set(job) } catch let fault as TypesetterFault {
                switch fault {
                case .template, .tooLong, .fallen: throw Problem.invalid("picture", T.centres.logoNotPrinted)
                default: throw fault
                }
            }
        }
    }
}
