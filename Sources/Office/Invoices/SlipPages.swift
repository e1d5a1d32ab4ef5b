import Centres
import Claims
import Documents
import Files
import Forms
import Kernel
import Languages
import Web

/// Slips with which somebody pays alone.
enum SlipPages {
    /// For whoever pays, or is the head of the school that does.
    @Sendable static func own(_ visit: Visit) async throws -> Answer {
        let id: ClaimShare.ID = try visit.id("share")
        return try await printed([id], visit) { share, act in
            guard try InvoiceStore.isOwn(share.payer, in: act) else { throw Problem.missing }
        }
    }

    @Sendable static func ofShare(_ visit: Visit) async throws -> Answer {
        let (centre, id): (Centre.ID, ClaimShare.ID) = (visit.centre.id, try visit.id("share"))
        return try await printed([id], visit) { _, act in
            guard act.by.coordinates(centre) else { throw Problem.missing }
        }
    }

    /// All that one payer still has to pay.
    @Sendable static func ofPayer(_ visit: Visit) async throws -> Answer {
        let centre = visit.centre.id
        guard let payer = ClaimPayer.ID(visit.query["payer"]) else { throw Problem.missing }
        let ids = try await visit.read { act in
            _ = try ClaimPayerStore.payer(payer, at: centre, in: act)
            return try InvoiceShareStore.open(of: payer, at: centre, in: act).map(\.id)
        }
        return try await printed(ids, visit) { _, act in
            guard act.by.coordinates(centre) else { throw Problem.missing }
        }
    }

    private static func printed(
        _ ids: [ClaimShare.ID], _ visit: Visit, _ gate: @escaping @Sendable (InvoiceShare, Act) throws -> Void
    ) async throws -> Answer {
        let centre = visit.centre.id, t = visit.t
        let (slips, country) = try await visit.read { act in
            let shares = try InvoiceShareStore.shares(ids, at: centre, in: act)
            guard !shares.isEmpty else { throw Problem.missing }
            for share in shares { try gate(share, act) }
            let payers = try ClaimPayerStore.payers(shares.map(\.payer), in: act)
            guard let issuer = try IssuerStore.issuer(of: centre, in: act) else { throw Problem.conflict(T.invoices.errorIssuer) }
            let own = try CentreStore.centre(centre, in: act)
            let speaking = InvoiceDraft.languages(in: own.country).contains(t.language) ? t : t.speaking(own.language)
            return (shares.compactMap { share in payers[share.payer].flatMap { PaySlip(share, payer: $0, to: issuer, speaking) } }, own.country)
        }
        guard !slips.isEmpty else { throw Problem.missing }
        let speaking = InvoiceDraft.languages(in: country).contains(t.language) ? t : t.speaking(country == .serbia ? .sr : .lt)
        let bytes = try await visit.set(Typesetting(template: "payslip", PaySlipPrint(slips, speaking), stamp: visit.now.seconds))
        return .file(bytes: bytes, type: "application/pdf", name: "\(visit.t(T.invoices.slip)).pdf")
    }
}
