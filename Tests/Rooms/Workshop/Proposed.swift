import Accounts
import Catalogue
import Centres
import Files
import Kernel
import Languages
import Site
import Storage
import Testing
import Town
import Web
import Workshop

extension Town {
    /// A call of this town that can be answered until a day, with one field of twenty letters, one criterion and one enclosure.
    func call(_ kind: ProposalKind = .programme, closes: Day? = nil, aheadDays: Int? = nil, cycle: Cycle.ID? = nil) async throws -> Call.ID {
        let centre = centre
        return try await does { act in
            var call = CallDetails(kind, in: .serbia, title: CallWords(sr: "Конкурс за пробу"))
            (call.closes, call.aheadDays, call.cycle, call.complaintDays, call.validMonths) = (closes, aheadDays, cycle, 15, kind == .gathering ? 12 : nil)
            call.fields = [
                CallPart("goal", CallWords(sr: "Циљ"), most: 20), CallPart("outcomes", CallWords(sr: "Исходи"), most: 400),
                CallPart("topics", CallWords(sr: "Садржаји"), most: 400), CallPart("extra", CallWords(sr: "Напомена за комисију"), most: 50, isRequired: false),
            ]
            call.criteria = [CallPart("logic", CallWords(sr: "Све је повезано"))]
            call.enclosures = [CallPart("cover", CallWords(sr: "Пропратни допис"))]
            return try CallStore.set(call, for: nil, at: centre, in: act)
        }
    }

    /// An idea of Ана's.
    func idea(_ title: String = "Питања која воде", kind: ProposalKind = .programme) async throws -> Proposal.ID {
        let centre = centre
        return try await ana.does { act in
            try ProposalStore.begin(ProposalIdea(kind, title: title, description: "Ученици питају више.", subject: "сви предмети", source: "час у 6-2", language: .sr),
                at: centre, in: act)
        }
    }

    /// A proposal of Ана's that lacks nothing: written, agreed to, with its enclosure.
    func whole(_ id: Proposal.ID) async throws {
        let (ana, centre) = (ana.id, centre)
        let folder = FileFolder(app.installation.files)
        let file = try FileIntake(folder).made(Array("%PDF-1.4 допис".utf8), "dopis.pdf")
        try await self.ana.does { act in
            let proposal = try ProposalStore.proposal(id, in: act)
            var facts = proposal.facts
            facts.hours = proposal.kind == .programme ? 8 : nil
            try ProposalStore.set(facts, call: proposal.call, of: id, in: act)
            for (field, text) in [("goal", "Ученици питају више."), ("outcomes", "Пита\nСлуша"), ("topics", "Питања; 5; 1\nСлушање; 3; 2")] {
                _ = try ProposalTextStore.save(text, field, seen: ProposalTextStore.current(of: id, in: act)[field]?.id, of: id, in: act)
            }
            try ProposalAuthorStore.write("Наставница математике.", of: ana, in: act)
            let own = try #require(try ProposalAuthorStore.authors(of: [id], in: act)[id]?.first)
            try ProposalAuthorStore.answer(true, "", under: ConsentLink(own.id, of: id), at: centre, in: act)
            try ProposalEnclosureStore.add(file, as: "cover", of: id, in: act)
        }
    }

    func state(of id: Proposal.ID) async throws -> String? { try await value("SELECT state FROM proposal WHERE id = \(id)", as: String.self) }

    /// Handed over by Ана and found ready by Весна.
    func passes(_ id: Proposal.ID) async throws {
        try await ana.does { try ProposalMoveStore.make(.askReview, of: id, in: $0) }
        try await vesna.does { try ProposalReviewStore.give([ProposalReview.Mark("logic", 4)], "", isReady: true, of: id, in: $0) }
    }
}

extension Mailbag {
    /// The link by which somebody agrees.
    func consent(to address: String) -> String? {
        to(address).reversed().lazy.compactMap { $0.plain.firstMatch(of: /\/consents\/[A-Za-z0-9-]+/) }.first.map { String($0.0) }
    }
}
