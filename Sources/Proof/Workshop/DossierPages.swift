import Centres
import Documents
import Files
import Forms
import Foundation
import Kernel
import Languages
import Look
import Sheets
import Web

/// Enclosures, evidence, and the dossier as it is printed, copied and taken along.
enum DossierPages {
    @Sendable static func enclosures(_ visit: Visit) async throws -> Answer { visit.page(try await screen(visit, visit.form())) }

    @Sendable static func enclose(_ visit: Visit) async throws -> Answer {
        let id: Proposal.ID = try visit.id("proposal"), typed = visit.typed, code = typed["code"]
        return try await visit.submit {
            let dossier = try await visit.read { try ProposalStore.dossier(id, in: $0) }
            // The door first: nothing is made of a file that could not be kept.
            guard dossier.call?.enclosures.contains(where: { $0.code == code }) ?? false else { throw Problem.invalid("code", T.common.errorChoose) }
            guard let file = try await FileIntake(visit).file(typed, "file", [.picture, .document], alt: visit.t(T.workshop.enclosures)) else {
                throw Problem.invalid("file", T.common.fileNotChosen)
            }
            return try await visit.act { act in
                try ProposalEnclosureStore.add(file, as: code, of: id, in: act)
                return Redirect(visit.link("/proposals/\(id)/enclosures"), T.common.saved)
            }
        } again: { try await screen(visit, $0) }
    }

    @Sendable static func takeOut(_ visit: Visit) async throws -> Answer {
        let (id, enclosure): (Proposal.ID, ProposalEnclosure.ID) = (try visit.id("proposal"), try visit.id("enclosure"))
        return try await visit.submit {
            try await visit.act { act in
                try ProposalEnclosureStore.remove(enclosure, of: id, in: act)
                return Redirect(visit.link("/proposals/\(id)/enclosures"), T.common.saved)
            }
        } again: { try await screen(visit, $0) }
    }

    /// Puts in what a pilot has shown, or takes it out again.
    @Sendable static func evidence(_ visit: Visit) async throws -> Answer {
        let id: Proposal.ID = try visit.id("proposal"), source = visit.typed["source"], isGone = visit.typed.has("remove")
        return try await visit.submit {
            try await visit.act { act in
                if isGone { try PilotEvidenceStore.remove(source, of: id, in: act) } else { try PilotEvidenceStore.add(source, to: id, in: act) }
                return Redirect(visit.link("/proposals/\(id)/enclosures"), T.common.saved)
            }
        } again: { try await screen(visit, $0) }
    }

    private static func screen(_ visit: Visit, _ form: FilledForm) async throws -> Screen {
        let id: Proposal.ID = try visit.id("proposal")
        let sheet = try await visit.read { try WorkshopDeskStore.sheet(id, in: $0) }
        return DossierViews(reader: visit.reader).enclosures(sheet, form)
    }

    // MARK: Out of the house

    @Sendable static func copy(_ visit: Visit) async throws -> Answer {
        let id: Proposal.ID = try visit.id("proposal")
        let sheet = try await visit.read { try WorkshopDeskStore.sheet(id, in: $0) }
        return visit.page(DossierViews(reader: visit.reader).copy(sheet))
    }

    @Sendable static func paper(_ visit: Visit) async throws -> Answer {
        let (dossier, bytes) = try await set(visit)
        return .file(bytes: bytes, type: "application/pdf", name: "\(name(dossier)).pdf")
    }

    private static func set(_ visit: Visit) async throws -> (ProposalDossier, [UInt8]) {
        let id: Proposal.ID = try visit.id("proposal")
        let (dossier, centre, logo) = try await visit.read { act in
            let dossier = try ProposalStore.dossier(id, in: act), centre = dossier.proposal.centre
            return (dossier, try CentreStore.centre(centre, in: act), try LogoStore.logo(of: centre, in: act))
        }
        let paper = ProposalPaper(dossier: dossier, centre: centre, logo: logo, t: visit.t).paper(at: visit.now)
        return (dossier, try await visit.set(Typesetting(template: "report", paper, stamp: visit.now.seconds, pictures: logo?.pictures ?? [:])))
    }

    private static let nameMost = 60
    private static func name(_ dossier: ProposalDossier) -> String {
        let signs = dossier.proposal.facts.title.map { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" ? $0 : " " }
        return String(signs.prefix(nameMost)).trimmingCharacters(in: .whitespaces)
    }

    /// The dossier with all that goes along with it, in the order of the call, and a list of it.
    @Sendable static func archive(_ visit: Visit) async throws -> Answer {
        let (dossier, paper) = try await set(visit), name = name(dossier), t = visit.t
        let place = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: place) }
        let archive = try ArchiveWriter(place)
        try archive.add("00 \(name).pdf", paper)
        var lines = ["00 \(name).pdf"]
        var number = 0
        for part in dossier.call?.enclosures ?? [] {
            for enclosure in dossier.enclosures where enclosure.code == part.code {
                number += 1
                let file = "\(number < 10 ? "0" : "")\(number) \(enclosure.file.name)"
                try archive.add(file, enclosure.file.bytes(in: visit.files))
                lines.append("\(file): \(t.shown(part.words.said(in: t.language).text))")
            }
        }
        try archive.add("\(t(T.workshop.listName)).txt", Array((lines.joined(separator: "\n") + "\n").utf8))
        try archive.finish()
        return .file(bytes: Array(try Data(contentsOf: place)), type: "application/zip", name: "\(name).zip")
    }
}
