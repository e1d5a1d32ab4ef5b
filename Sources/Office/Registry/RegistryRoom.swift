import Accounts
import Centres
import Files
import Imports
import Kernel
import Languages
import Look
package import Web

extension Room {
    /// The register of documents: every paper that comes, goes or is made, with its number, its mark, its deadline and its place in the archive.
    package static let registry = Room("registry") { room in
        room.get("/staff/registry", .coordinator, example: "/staff/registry", RegistryPages.list)
        room.get("/staff/registry/new", .coordinator, example: "/staff/registry/new", RegistryPages.new)
        room.post("/staff/registry/new", .coordinator, RegistryPages.add)
        room.get("/staff/registry/books", .coordinator, example: "/staff/registry/books", RegistryBookPages.list)
        room.post("/staff/registry/books", .coordinator, RegistryBookPages.write)
        room.get("/staff/registry/books/:book/close", .coordinator, example: "/staff/registry/books/1/close", RegistryBookPages.askClose)
        room.post("/staff/registry/books/:book/close", .coordinator, RegistryBookPages.close)
        room.get("/staff/registry/books/:book/book.pdf", .coordinator, RegistryBookPages.pdf)
        room.get("/staff/registry/books/:book/book.xlsx", .coordinator, RegistryBookPages.sheet)
        room.get("/staff/registry/marks", .coordinator, example: "/staff/registry/marks", RegistryMarkPages.list)
        room.get("/staff/registry/marks/new", .coordinator, example: "/staff/registry/marks/new", RegistryMarkPages.new)
        room.post("/staff/registry/marks/new", .coordinator, RegistryMarkPages.add)
        room.get("/staff/registry/marks/:mark", .coordinator, example: "/staff/registry/marks/1", RegistryMarkPages.show)
        room.post("/staff/registry/marks/:mark", .coordinator, RegistryMarkPages.save)
        room.post("/staff/registry/marks/:mark/terms", .coordinator, RegistryMarkPages.setTerm)
        room.get("/staff/registry/archive", .coordinator, example: "/staff/registry/archive", RegistryArchivePages.list)
        room.post("/staff/registry/archive", .coordinator, RegistryArchivePages.add)
        room.get("/staff/registry/archive/archive.pdf", .coordinator, RegistryArchivePages.pdf)
        room.get("/staff/registry/archive/:line", .coordinator, example: "/staff/registry/archive/1", RegistryArchivePages.line)
        room.post("/staff/registry/archive/:line/dispose", .director, RegistryArchivePages.dispose)
        room.get("/staff/registry/:entry", .coordinator, example: "/staff/registry/1", RegistryPages.show)
        room.get("/staff/registry/:entry/edit", .coordinator, example: "/staff/registry/1/edit", RegistryPages.edit)
        room.post("/staff/registry/:entry/edit", .coordinator, RegistryPages.save)
        room.post("/staff/registry/:entry/settle", .coordinator, RegistryPages.settle)
        room.post("/staff/registry/:entry/reopen", .coordinator, RegistryPages.reopen)
        room.post("/staff/registry/:entry/withdraw", .coordinator, RegistryPages.withdraw)
        room.post("/staff/registry/:entry/files", .coordinator, takes: .uploads, RegistryPages.addFile)
        room.post("/staff/registry/:entry/files/:file/remove", .coordinator, RegistryPages.removeFile)

        room.menu(.staff, T.registry.title, "/staff/registry", .report, in: .office, at: 79)
        for kind in RegistryLetters.kinds { room.bring(kind) }
        room.bring(RegistryKind("circle_minutes", T.registry.kindCircleMinutes))
        room.bring(RegistryKind("jury_minutes", T.registry.kindJuryMinutes))
        room.bring(RegistryKind("agreement", T.registry.kindAgreement))
        room.bring(RegistryKind("plan_version", T.registry.kindPlan))
        room.bring(RegistryKind("certificate_batch", T.registry.kindCertificates))
        room.on(PaperMade.self) { try RegistryStore.enter(RegistryPaper($0), in: $1) }

        room.bring(PersonColumn("registry_entry", "worker"))
        room.bring(PersonColumn("registry_entry", "entered_by"))
        room.bring(PersonColumn("registry_file"))
        room.bring(PersonColumn("registry_book", "closed_by"))
        room.bring(PersonColumn("registry_archive", "entered_by"))
        room.bring(FileColumn("registry_file"))
        room.imports(RegistryImport.self)
        room.answer(HeldAsked.self) { try RegistryKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try RegistryKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try RegistryKeepingStore.forget($0.person, in: $1) }
        room.each(minutes: 30, "registry.remind", { try await RegistryDueStore.remind($0) })
        room.nightly("registry.forget") { try RegistryKeepingStore.forgetOld(in: $0) }
        room.index(RegistryListStore.reindex)
        room.today(RegistrySharedPages.today)
        room.me(RegistrySharedPages.mine)
    }
}
