import Certificates
import Files
import Foundation
import Kernel
import Languages
import Sheets
import Web

/// Papers, scans and badges of a person as one archive that leaves with its owner.
struct RecordArchive {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    /// - Parameters:
    ///   - index: a PDF that stands first; nil where there is none.
    ///   - record: the record as JSON, where it goes along.
    ///   - sources: of what the papers go in.
    func file(named name: String, index: [UInt8]? = nil, record: [UInt8]? = nil, of sources: [Evidence.Source], _ portfolio: Portfolio) async throws -> Answer {
        let place = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: place) }
        let archive = try ArchiveWriter(place)
        if let index { try archive.add("\(name).pdf", index) }
        if let record { try archive.add("record.json", record) }
        for source in sources { try await add(source, portfolio, to: archive) }
        try archive.finish()
        return .file(bytes: Array(try Data(contentsOf: place)), type: "application/zip", name: "\(name).zip")
    }

    private func add(_ source: Evidence.Source, _ portfolio: Portfolio, to archive: ArchiveWriter) async throws {
        switch source {
        case .certificate(let id):
            guard let certificate = portfolio.certificates.first(where: { $0.id == id }), certificate.facts != nil, !certificate.isEarlier,
                try await OwnCertificatePages.first(certificate, visit) == nil else { return }
            try archive.add(certificate.fileName, try await CertificateFilePages.bytes(of: certificate, visit))
            if !certificate.credential.isEmpty { try archive.add("badges/\(certificate.code).jwt", Array(certificate.credential.utf8)) }
        case .entry(let id):
            guard let file = portfolio.entries.first(where: { $0.id == id })?.file else { return }
            guard let stored = try await visit.read({ try FileStore.files([file], in: $0)[file] }) else { return }
            try archive.add("scans/\(stored.name)", try stored.bytes(in: visit.files))
        case .coming: return
        }
    }
}
