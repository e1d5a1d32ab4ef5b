import Forms
import Imports
import Kernel
import Languages
import Look
import Queues
package import Web

extension Room {
    /// Entering, one’s own account, people and their roles.
    package static let accounts = Room("accounts") { room in
        room.get("/sign-in", .public, example: "/sign-in", SignInPages.show)
        room.post("/sign-in", .public, SignInPages.mail)
        room.get("/sign-in/sent", .public, example: "/sign-in/sent", SignInPages.sent)
        room.get("/sign-in/password", .public, example: "/sign-in/password", SignInPages.showPassword)
        room.post("/sign-in/password", .public, SignInPages.password)
        room.get("/enter/:token", .public, SignInPages.open)
        room.post("/enter/:token", .public, SignInPages.use)
        room.get("/sign-up", .public, example: "/sign-up", SignUpPages.show)
        room.post("/sign-up", .public, SignUpPages.open)
        room.post("/sign-out", .person, SignInPages.leave)
        room.post("/sign-out/everywhere", .person, SignInPages.leaveEverywhere)
        room.get("/second-factor", .person, SecondFactorPages.show)
        room.post("/second-factor", .person, SecondFactorPages.send)
        room.get("/kept/:id", .person, KeptFormPages.show)
        room.post("/kept/:id", .person, KeptFormPages.send)
        room.get("/data-protection", .public, example: "/data-protection", kept: .whileWritten, DataProtectionPages.show)
        room.get("/me/account", .person, example: "/me/account", AccountPages.show)
        room.get("/me/account/name", .person, example: "/me/account/name", AccountPages.showName)
        room.post("/me/account/name", .person, AccountPages.name)
        room.get("/me/account/other-script", .person, example: "/me/account/other-script", AccountPages.showOtherScript)
        room.post("/me/account/other-script", .person, AccountPages.otherScript)
        room.get("/me/account/contact", .person, example: "/me/account/contact", AccountPages.showContact)
        room.post("/me/account/contact", .person, AccountPages.contact)
        room.get("/me/account/schools", .person, example: "/me/account/schools", AccountPages.showSchool)
        room.post("/me/account/schools", .person, AccountPages.addSchool)
        room.get("/me/account/schools/:employment", .person, AccountPages.showWork)
        room.post("/me/account/schools/:employment", .person, AccountPages.work)
        room.post("/me/account/schools/:employment/leave", .person, AccountPages.leaveSchool)
        room.get("/me/account/email", .person, example: "/me/account/email", CredentialPages.showEmail)
        room.post("/me/account/email", .person, CredentialPages.email)
        room.get("/me/account/password", .person, example: "/me/account/password", CredentialPages.showPassword)
        room.post("/me/account/password", .person, CredentialPages.password)
        room.get("/me/account/proof", .person, example: "/me/account/proof", ProofPages.ask)
        room.post("/me/account/proof", .person, ProofPages.send)
        room.get("/me/account/factor", .person, SecondFactorPages.askRenew)
        room.post("/me/account/factor", .person, SecondFactorPages.renew)
        room.get("/me/account/data", .person, CredentialPages.data)
        room.get("/me/account/erase", .person, example: "/me/account/erase", CredentialPages.showErase)
        room.post("/me/account/erase", .person, CredentialPages.erase)
        room.get("/people", .coordinator, example: "/people", PeoplePages.list)
        room.get("/people/new", .administrator, example: "/people/new", PeoplePages.showNew)
        room.post("/people/new", .administrator, PeoplePages.add)
        room.get("/people/doubles", .coordinator, example: "/people/doubles", MergePages.list)
        room.get("/people/corrections", .coordinator, example: "/people/corrections", CorrectionPages.list)
        room.post("/people/corrections/seen", .coordinator, CorrectionPages.seeAll)
        room.post("/people/corrections/:person/seen", .coordinator, CorrectionPages.see)
        room.get("/people/:person", .coordinator, example: "/people/1", PeoplePages.show)
        room.get("/people/:person/edit", .coordinator, PeoplePages.showEdit)
        room.post("/people/:person/edit", .coordinator, PeoplePages.edit)
        room.get("/people/:person/schools", .coordinator, example: "/people/1/schools", EmploymentPages.showNew)
        room.post("/people/:person/schools", .coordinator, EmploymentPages.add)
        room.get("/people/:person/schools/:employment", .coordinator, example: "/people/1/schools/1", EmploymentPages.show)
        room.post("/people/:person/schools/:employment", .coordinator, EmploymentPages.change)
        room.post("/people/:person/schools/:employment/leave", .coordinator, EmploymentPages.leave)
        room.get("/people/:person/merge", .coordinator, MergePages.choose)
        room.get("/people/:person/merge/:other", .coordinator, MergePages.ask)
        room.post("/people/:person/merge/:other", .coordinator, MergePages.merge)
        room.post("/people/:person/merge/:other/apart", .coordinator, MergePages.tellApart)
        room.post("/people/:person/merges/:merge/part", .coordinator, MergePages.part)
        room.post("/people/:person/roles", .administrator, PeoplePages.grant)
        room.post("/people/:person/roles/:role/take", .administrator, PeoplePages.take)

        room.menu(.staff, T.accounts.people, "/people", .people, at: 50)
        room.menu(.foot, T.accounts.dataProtection, "/data-protection", at: 20)
        room.firstStep(T.accounts.stepPeople, "/people/new", T.accounts.stepPeopleText, at: 40) { try RoleStore.isShared(at: $0.centre.id, in: $1) }
        room.imports(PersonImport.self)
        room.answer(NamesAsked.self) { try PersonStore.names(of: $0.people, in: $1) }
        room.answer(ActorAsked.self) { try PersonStore.actor($0.person, in: $1) }
        for kind in PersonLetters.kinds { room.bring(kind) }
        room.bring(PersonColumn("former_name"))
        room.bring(PersonColumn("other_address"))
        room.bring(PersonColumn("employment", mayStay: true))
        room.bring(PersonColumn("correction", mayStay: true))
        room.bring(PersonColumn("role", mayStay: true))
        room.bring(PersonColumn("letter"))
        room.bring(PersonColumn("told_apart", "person", mayStay: true))
        room.bring(PersonColumn("told_apart", "other", mayStay: true))
        room.today(CorrectionPages.tell)
        room.index(PersonStore.reindex)
        room.each(minutes: 60, "sweep") { try await $0.write(by: .system) { try SessionStore.sweep(in: $0) } }
        room.nightly("accounts.forget") { act in
            _ = try PersonStore.purgeUnverified(in: act)
            try SignInLinks.sweep(in: act)
            try act.forgetShortJournal()
            try MergeStore.settle(in: act)
        }
    }
}
