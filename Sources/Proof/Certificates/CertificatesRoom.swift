import Accounts
import Events
import Imports
import Kernel
import Languages
import Look
import Queues
package import Web

extension Room {
    /// Checking, for everybody; preparing, signing and the registers; one’s own.
    package static let certificates = Room("certificates") { room in
        room.get("/certificates", .public, example: "/certificates", CheckPages.form)
        room.post("/certificates", .public, CheckPages.paper)
        room.get("/certificates/:code", .public, kept: .here, CheckPages.show)
        room.get("/me/certificates/:certificate", .person, OwnCertificatePages.show)

        room.get("/me/certificates/:certificate/document.pdf", .person, CertificateFilePages.own)

        room.get("/staff/certificates", .coordinator, example: "/staff/certificates", CertificateDeskPages.list)
        room.get("/staff/certificates/:certificate", .coordinator, example: "/staff/certificates/1", CertificateDeskPages.show)
        room.get("/staff/certificates/:certificate/document.pdf", .coordinator, example: "/staff/certificates/1/document.pdf", CertificateFilePages.one)
        room.post("/staff/certificates/:certificate/amend", .coordinator, CertificateDeskPages.amend)
        room.post("/staff/certificates/:certificate/drop", .coordinator, CertificateDeskPages.drop)
        room.post("/staff/certificates/:certificate/void", .coordinator, CertificateDeskPages.void)
        room.post("/staff/certificates/:certificate/correct", .coordinator, CertificateDeskPages.correct)
        room.post("/staff/certificates/:certificate/duplicate", .coordinator, CertificateDeskPages.duplicate)
        room.get("/staff/certificates/:certificate/bearer", .coordinator, EarlierCertificatePages.bearer)
        room.post("/staff/certificates/:certificate/bearer", .coordinator, EarlierCertificatePages.tie)
        room.post("/staff/certificates/:certificate/erase", .administrator, CertificateDeskPages.erase)
        room.get("/staff/events/:event/certificates", .coordinator, example: "/staff/events/1/certificates", BatchPages.plan)
        room.post("/staff/events/:event/certificates", .coordinator, BatchPages.prepare)
        room.post("/staff/events/:event/certificates/add", .coordinator, BatchPages.open)
        room.get("/staff/events/:event/certificates/draft.pdf", .coordinator, CertificateFilePages.draft)
        room.get("/staff/batches/:batch", .coordinator, example: "/staff/batches/1", BatchPages.show)
        room.get("/staff/batches/:batch/certificates.pdf", .coordinator, CertificateFilePages.batch(.pdf))
        room.get("/staff/batches/:batch/certificates.zip", .coordinator, CertificateFilePages.batch(.zip))
        room.post("/staff/batches/:batch/set", .coordinator, CertificateFilePages.again)
        room.post("/staff/batches/:batch/add", .coordinator, BatchPages.add)
        room.post("/staff/batches/:batch/sign", .coordinator, BatchPages.sign)
        room.get("/staff/registers/:register", .coordinator, example: "/staff/registers/1", RegisterPages.show)
        room.get("/staff/registers/:register/register.xlsx", .coordinator, example: "/staff/registers/1/register.xlsx", RegisterPages.sheet)
        room.get("/staff/registers/:register/register.pdf", .coordinator, example: "/staff/registers/1/register.pdf", CertificateFilePages.register)
        room.get("/settings/certificates", .director, example: "/settings/certificates", CertificateSettingsPages.show)
        room.post("/settings/certificates/format", .director, CertificateSettingsPages.format)
        room.post("/settings/certificates/deputies", .director, CertificateSettingsPages.name)
        room.post("/settings/certificates/deputies/:deputy/end", .director, CertificateSettingsPages.end)
        room.post("/settings/certificates/retention", .director, CertificateSettingsPages.retain)
        room.post("/settings/certificates/retention/:kind/:since/remove", .director, CertificateSettingsPages.dropRetention)
        room.post("/settings/certificates/keys", .director, CertificateSettingsPages.rotate)
        room.post("/settings/certificates/keys/:key/revoke", .director, CertificateSettingsPages.revoke)

        room.menu(.staff, T.certificates.title, "/staff/certificates", .proof, in: .proof, at: 40)
        room.menu(.foot, T.certificates.checkTitle, "/certificates", at: 5)
        room.settings(T.certificates.settings, "/settings/certificates", T.certificates.settingsLead, at: 50)
        room.answer(CardAsked.self, CertificatesToday.card)
        room.on(PersonErased.self) { try BatchStore.forget($0.person, in: $1) }
        room.bring(CertificateLetters.kind)
        room.imports(EarlierCertificateImport.self)
        room.bring(PersonColumn("certificate"))
        room.bring(PersonColumn("deputy"))
        room.answer(MergeAsked.self) { try CertificateStore.conflicts(of: $0, in: $1) }
        room.answer(HeldAsked.self) { try CertificateStore.held(about: $0.person, in: $1) }
        room.answer(EventGapsAsked.self) { try CertificatesToday.gaps($0, in: $1) }
        room.on(EventUnheld.self) { try BatchStore.refuseUnheld($0.event.id, in: $1) }
        room.index(CertificateStore.reindex)
        room.nightly("certificates.forget", work: RetentionStore.forget)
        room.job("certificates.set") { job, installation in
            try await CertificateFiles(installation.documents, CertificatePress(installation)).work(job, installation.records)
        }
        room.job("certificates.mail") { job, installation in try await CertificateMail(CertificatePress(installation)).work(job, installation.records) }
        room.today(CertificatesToday.tell)
        room.me(CertificatesToday.mine)
    }
}
