import Accounts
import Catalogue
import Certificates
import Delivery
import Events
import Imports
import Kernel
import Centres
import Registration
package import Web

extension Routes {
    /// Every door of the house with its audience.
    package static let site: Routes = {
        var routes = Routes()
        routes.get("", .public, example: "", kept: .whileSeated, HomePage.show)
        routes.accounts()
        routes.network()
        routes.catalogue()
        routes.events()
        routes.registration()
        routes.delivery()
        routes.certificates()
        routes.staff()
        return routes
    }()

    /// Entering, one's own account, roles.
    private mutating func accounts() {
        get("/sign-in", .public, example: "/sign-in", SignInPages.show)
        post("/sign-in", .public, SignInPages.mail)
        get("/sign-in/sent", .public, example: "/sign-in/sent", SignInPages.sent)
        get("/sign-in/password", .public, example: "/sign-in/password", SignInPages.showPassword)
        post("/sign-in/password", .public, SignInPages.password)
        get("/enter/:token", .public, SignInPages.open)
        post("/enter/:token", .public, SignInPages.use)
        get("/sign-up", .public, example: "/sign-up", SignUpPages.show)
        post("/sign-up", .public, SignUpPages.open)
        post("/sign-out", .person, SignInPages.leave)
        post("/sign-out/everywhere", .person, SignInPages.leaveEverywhere)
        get("/second-factor", .person, SecondFactorPages.show)
        post("/second-factor", .person, SecondFactorPages.send)
        get("/kept/:id", .person, KeptFormPages.show)
        post("/kept/:id", .person, KeptFormPages.send)
        get("/data-protection", .public, example: "/data-protection", kept: .whileWritten, DataProtectionPages.show)
        get("/me/account", .person, example: "/me/account", AccountPages.show)
        get("/me/account/name", .person, example: "/me/account/name", AccountPages.showName)
        post("/me/account/name", .person, AccountPages.name)
        get("/me/account/other-script", .person, example: "/me/account/other-script", AccountPages.showOtherScript)
        post("/me/account/other-script", .person, AccountPages.otherScript)
        get("/me/account/contact", .person, example: "/me/account/contact", AccountPages.showContact)
        post("/me/account/contact", .person, AccountPages.contact)
        get("/me/account/schools", .person, example: "/me/account/schools", AccountPages.showSchool)
        post("/me/account/schools", .person, AccountPages.addSchool)
        post("/me/account/schools/:school/leave", .person, AccountPages.leaveSchool)
        get("/me/account/email", .person, example: "/me/account/email", CredentialPages.showEmail)
        post("/me/account/email", .person, CredentialPages.email)
        get("/me/account/password", .person, example: "/me/account/password", CredentialPages.showPassword)
        post("/me/account/password", .person, CredentialPages.password)
        post("/me/account/factor", .person, SecondFactorPages.renew)
        get("/me/account/data", .person, CredentialPages.data)
        get("/me/account/erase", .person, example: "/me/account/erase", CredentialPages.showErase)
        post("/me/account/erase", .person, CredentialPages.erase)
        get("/people", .administrator, example: "/people", PeoplePages.list)
        get("/people/new", .administrator, example: "/people/new", PeoplePages.showNew)
        post("/people/new", .administrator, PeoplePages.add)
        get("/people/:person", .administrator, PeoplePages.show)
        post("/people/:person/roles", .administrator, PeoplePages.grant)
        post("/people/:person/roles/:role/take", .administrator, PeoplePages.take)
    }

    /// Centres, institutions, halls, imports.
    private mutating func network() {
        get("/about", .public, example: "/about", kept: .whileWritten, AboutPages.about)
        get("/for-schools", .public, example: "/for-schools", kept: .whileWritten, AboutPages.schools)

        get("/schools", .coordinator, example: "/schools", SchoolPages.list)
        get("/schools/export", .coordinator, example: "/schools/export?format=csv", SchoolPages.export)
        get("/schools/new", .coordinator, example: "/schools/new", SchoolPages.new)
        post("/schools/new", .coordinator, SchoolPages.add)
        get("/schools/:school", .coordinator, SchoolPages.show)
        get("/schools/:school/edit", .coordinator, SchoolPages.edit)
        post("/schools/:school/edit", .coordinator, SchoolPages.change)
        post("/schools/:school/close", .coordinator, SchoolPages.close)
        post("/schools/:school/reopen", .coordinator, SchoolPages.reopen)

        get("/settings", .coordinator, example: "/settings", SettingsPage.show)
        get("/settings/centres", .administrator, example: "/settings/centres", CentresPages.list)
        post("/settings/centres", .administrator, CentresPages.add)
        get("/settings/centre", .director, example: "/settings/centre", CentrePages.settings)
        post("/settings/centre", .director, CentrePages.save)
        get("/settings/centre/logo", .director, example: "/settings/centre/logo", LogoPages.show)
        post("/settings/centre/logo", .director, LogoPages.choose)
        post("/settings/centre/logo/remove", .director, LogoPages.remove)
        get("/settings/centre/logo/paper.pdf", .director, example: "/settings/centre/logo/paper.pdf", LogoPages.paper)
        get("/settings/centre/logo/:picture", .director, LogoPages.picture)
        get("/settings/territory", .director, example: "/settings/territory", CentrePages.territory)
        post("/settings/territory", .director, CentrePages.saveTerritory)
        get("/settings/municipalities", .coordinator, example: "/settings/municipalities", MunicipalityPages.list)
        get("/settings/halls", .coordinator, example: "/settings/halls", HallPages.list)
        get("/settings/halls/new", .coordinator, example: "/settings/halls/new", HallPages.new)
        post("/settings/halls/new", .coordinator, HallPages.add)
        get("/settings/halls/:hall", .coordinator, HallPages.edit)
        post("/settings/halls/:hall", .coordinator, HallPages.change)
        post("/settings/halls/:hall/close", .coordinator, HallPages.close)
        post("/settings/halls/:hall/reopen", .coordinator, HallPages.reopen)

        let imports = ImportPages.house
        get("/imports", .coordinator, example: "/imports", imports.list)
        get("/imports/new/:kind", .coordinator, example: "/imports/new/schools", imports.form)
        post("/imports/new/:kind", .coordinator, imports.upload)
        get("/imports/drafts/:draft", .coordinator, imports.preview)
        post("/imports/drafts/:draft", .coordinator, imports.apply)
        post("/imports/drafts/:draft/drop", .coordinator, imports.drop)
        get("/imports/:import", .coordinator, imports.show)
        post("/imports/:import/undo", .coordinator, imports.undo)
    }

    /// What is announced, for everybody, and the pages on which it is planned.
    private mutating func events() {
        get("/events", .public, example: "/events", kept: .whileSeated, EventsPage.show)
        get("/events.ics", .public, example: "/events.ics", EventsPage.feed)
        get("/events/:event", .public, example: "/events/1", kept: .whileSeated, EventPage.show)
        get("/events/:event/calendar.ics", .public, example: "/events/1/calendar.ics", EventPage.calendar)

        get("/staff/events", .coordinator, example: "/staff/events", EventsDeskPage.show)
        get("/staff/events/new", .coordinator, example: "/staff/events/new", EventPlanPage.new)
        post("/staff/events/new", .coordinator, EventPlanPage.add)
        get("/staff/events/:event/edit", .coordinator, example: "/staff/events/1/edit", EventPlanPage.edit)
        post("/staff/events/:event/edit", .coordinator, EventPlanPage.save)
        for verb in EventVerb.allCases {
            if verb.isAsked { get("/staff/events/:event/\(verb.rawValue)", .coordinator, EventActPage.ask(verb)) }
            post("/staff/events/:event/\(verb.rawValue)", .coordinator, EventActPage.perform(verb))
        }
    }

    /// Applying, one's own applications, and the desk.
    private mutating func registration() {
        get("/me", .person, example: "/me", MePage.show)
        get("/events/:event/registration", .public, example: "/events/1/registration", RegistrationPages.form)
        post("/events/:event/registration", .public, RegistrationPages.apply)
        get("/registrations/sent", .public, example: "/registrations/sent", RegistrationPages.sent)
        get("/registrations/:registration", .person, example: "/registrations/1", RegistrationPages.show)
        post("/registrations/:registration/accept", .person, RegistrationPages.accept)
        get("/registrations/:registration/withdraw", .person, example: "/registrations/1/withdraw", RegistrationPages.askWithdraw)
        post("/registrations/:registration/withdraw", .person, RegistrationPages.withdraw)
        post("/registrations/:registration/hand-over", .person, RegistrationPages.handOver)
        get("/staff/events/:event", .coordinator, example: "/staff/events/1", DeskPages.show)
        get("/staff/events/:event/add", .coordinator, example: "/staff/events/1/add", DeskPages.askAdd)
        post("/staff/events/:event/add", .coordinator, DeskPages.add)
        get("/staff/events/:event/list.xlsx", .coordinator, example: "/staff/events/1/list.xlsx", DeskPages.list)
        get("/staff/events/:event/sheet", .coordinator, example: "/staff/events/1/sheet", DeskPages.sheet)
        get("/staff/events/:event/message", .coordinator, example: "/staff/events/1/message", MessagePages.write)
        post("/staff/events/:event/message", .coordinator, MessagePages.look)
        post("/staff/events/:event/message/send", .coordinator, MessagePages.send)
        post("/staff/registrations/:registration/admit", .coordinator, DeskPages.admit)
        post("/staff/registrations/:registration/refuse", .coordinator, DeskPages.refuse)
        post("/staff/registrations/:registration/remark", .coordinator, DeskPages.remark)
        post("/staff/registrations/:registration/move", .coordinator, DeskPages.move)
    }

    /// From the door to the report.
    private mutating func delivery() {
        get("/staff/events/:event/attendance", .coordinator, example: "/staff/events/9/attendance", AttendancePages.show)
        post("/staff/events/:event/attendance", .coordinator, AttendancePages.save)
        get("/staff/events/:event/sessions/:session/door", .trainer, example: "/staff/events/11/sessions/13/door", DoorPages.show)
        post("/staff/events/:event/sessions/:session/door", .trainer, DoorPages.tap)
        get("/staff/events/:event/sessions/:session/marks", .trainer, example: "/staff/events/11/sessions/13/marks", DoorPages.state)
        post("/staff/events/:event/sessions/:session/marks", .trainer, DoorPages.merge)
        get("/staff/events/:event/sessions/:session/walk-in", .coordinator, example: "/staff/events/11/sessions/13/walk-in", WalkInPages.ask)
        post("/staff/events/:event/sessions/:session/walk-in", .coordinator, WalkInPages.add)
        get("/staff/events/:event/sessions/:session/screen", .trainer, example: "/staff/events/11/sessions/13/screen", AttendPages.screen)
        get("/staff/events/:event/sheet.pdf", .coordinator, example: "/staff/events/11/sheet.pdf", PaperPages.sheet)
        get("/staff/events/:event/report", .coordinator, example: "/staff/events/9/report", ReportPages.show)
        post("/staff/events/:event/report", .coordinator, ReportPages.write)
        get("/staff/events/:event/report.xlsx", .coordinator, example: "/staff/events/9/report.xlsx", ReportPages.sheet)
        get("/staff/events/:event/report.pdf", .coordinator, example: "/staff/events/9/report.pdf", PaperPages.report)
        get("/staff/events/:event/letters", .coordinator, example: "/staff/events/9/letters", ReportLetterPages.write)
        post("/staff/events/:event/letters", .coordinator, ReportLetterPages.look)
        post("/staff/events/:event/letters/send", .coordinator, ReportLetterPages.send)
        get("/attend", .public, example: "/attend", AttendPages.type)
        get("/attend/:code", .public, AttendPages.open)
        post("/attend", .person, AttendPages.attend)
        get("/settings/completion", .director, example: "/settings/completion", CompletionRulePages.show)
        post("/settings/completion", .director, CompletionRulePages.add)
        post("/settings/completion/:since/remove", .director, CompletionRulePages.remove)
    }

    /// Checking, for everybody; preparing, signing and the registers; one's own.
    private mutating func certificates() {
        get("/certificates", .public, example: "/certificates", CheckPages.form)
        get("/certificates/offline", .public, example: "/certificates/offline", CertificateOfflinePage.show)
        get("/certificates/:code", .public, kept: .here, CheckPages.show)
        get("/me/certificates/:certificate", .person, OwnCertificatePages.show)

        get("/me/certificates/:certificate/document.pdf", .person, CertificateFilePages.own)

        get("/staff/certificates", .coordinator, example: "/staff/certificates", CertificateDeskPages.list)
        get("/staff/certificates/:certificate", .coordinator, example: "/staff/certificates/1", CertificateDeskPages.show)
        get("/staff/certificates/:certificate/document.pdf", .coordinator, example: "/staff/certificates/1/document.pdf", CertificateFilePages.one)
        post("/staff/certificates/:certificate/amend", .coordinator, CertificateDeskPages.amend)
        post("/staff/certificates/:certificate/drop", .coordinator, CertificateDeskPages.drop)
        post("/staff/certificates/:certificate/void", .coordinator, CertificateDeskPages.void)
        post("/staff/certificates/:certificate/correct", .coordinator, CertificateDeskPages.correct)
        post("/staff/certificates/:certificate/duplicate", .coordinator, CertificateDeskPages.duplicate)
        post("/staff/certificates/:certificate/erase", .administrator, CertificateDeskPages.erase)
        get("/staff/events/:event/certificates", .coordinator, example: "/staff/events/1/certificates", BatchPages.plan)
        post("/staff/events/:event/certificates", .coordinator, BatchPages.prepare)
        post("/staff/events/:event/certificates/add", .coordinator, BatchPages.open)
        get("/staff/batches/:batch", .coordinator, example: "/staff/batches/1", BatchPages.show)
        get("/staff/batches/:batch/certificates.pdf", .coordinator, CertificateFilePages.batch(.pdf))
        get("/staff/batches/:batch/certificates.zip", .coordinator, CertificateFilePages.batch(.zip))
        post("/staff/batches/:batch/set", .coordinator, CertificateFilePages.again)
        post("/staff/batches/:batch/add", .coordinator, BatchPages.add)
        post("/staff/batches/:batch/sign", .coordinator, BatchPages.sign)
        get("/staff/registers/:register", .coordinator, example: "/staff/registers/1", RegisterPages.show)
        get("/staff/registers/:register/register.xlsx", .coordinator, example: "/staff/registers/1/register.xlsx", RegisterPages.sheet)
        get("/staff/registers/:register/register.pdf", .coordinator, example: "/staff/registers/1/register.pdf", CertificateFilePages.register)
        get("/settings/certificates", .director, example: "/settings/certificates", CertificateSettingsPages.show)
        post("/settings/certificates/format", .director, CertificateSettingsPages.format)
        post("/settings/certificates/deputies", .director, CertificateSettingsPages.name)
        post("/settings/certificates/deputies/:deputy/end", .director, CertificateSettingsPages.end)
        post("/settings/certificates/retention", .director, CertificateSettingsPages.retain)
        post("/settings/certificates/retention/:kind/:since/remove", .director, CertificateSettingsPages.dropRetention)
        post("/settings/certificates/keys", .director, CertificateSettingsPages.rotate)
        post("/settings/certificates/keys/:key/revoke", .director, CertificateSettingsPages.revoke)
    }

    /// What belongs to no room: the centre's own work, and the demonstration.
    private mutating func staff() {
        get("/accessibility", .public, example: "/accessibility", kept: .whileWritten, AccessibilityPage.show)
        get("/staff", .coordinator, example: "/staff", TodayPage.show)
        get("/staff/letters", .coordinator, example: "/staff/letters", LettersPage.show)
        get("/staff/letters/:letter", .coordinator, example: "/staff/letters/1", LettersPage.read)
        post("/staff/letters/:letter/again", .coordinator, LettersPage.again)
        get("/demo", .public, example: "/demo", DemoPages.show)
        get("/demo/:person", .public, DemoPages.enter)
        post("/demo/:person", .public, DemoPages.enter)
    }

    private mutating func catalogue() {
        get("/programmes", .public, example: "/programmes", kept: .whileWritten, CataloguePages.list)
        get("/programmes/:programme", .public, example: "/programmes/1", kept: .whileSeated, ProgrammePage.show)
        get("/catalogue", .coordinator, example: "/catalogue", ProgrammePages.list)
        get("/catalogue/new", .coordinator, example: "/catalogue/new", ProgrammePages.new)
        post("/catalogue/new", .coordinator, ProgrammePages.add)
        get("/catalogue/programmes/:programme", .coordinator, example: "/catalogue/programmes/1", ProgrammePages.show)
        get("/catalogue/programmes/:programme/edit", .coordinator, example: "/catalogue/programmes/1/edit", ProgrammePages.edit)
        post("/catalogue/programmes/:programme/edit", .coordinator, ProgrammePages.save)
        get("/catalogue/programmes/:programme/withdrawal", .coordinator, example: "/catalogue/programmes/1/withdrawal", ProgrammePages.withdrawal)
        post("/catalogue/programmes/:programme/withdrawal", .coordinator, ProgrammePages.withdraw)
        post("/catalogue/programmes/:programme/return", .coordinator, ProgrammePages.restore)
        post("/catalogue/programmes/:programme/renewal", .coordinator, ProgrammePages.renew)
        post("/catalogue/programmes/:programme/predecessor", .coordinator, ProgrammePages.link)
        get("/catalogue/cycles", .coordinator, example: "/catalogue/cycles", CyclePages.list)
        post("/catalogue/cycles", .coordinator, CyclePages.add)
        get("/catalogue/cycles/:cycle", .coordinator, example: "/catalogue/cycles/1", CyclePages.show)
        post("/catalogue/cycles/:cycle", .coordinator, CyclePages.save)
        get("/catalogue/cycles/:cycle/renewal", .coordinator, example: "/catalogue/cycles/1/renewal", RenewalPages.list)
        post("/catalogue/cycles/:cycle/renewal", .coordinator, RenewalPages.renew)
        get("/catalogue/accreditors/new", .coordinator, example: "/catalogue/accreditors/new", CyclePages.newAccreditor)
        post("/catalogue/accreditors/new", .coordinator, CyclePages.addAccreditor)
        get("/catalogue/accreditors/:accreditor", .coordinator, example: "/catalogue/accreditors/1", CyclePages.editAccreditor)
        post("/catalogue/accreditors/:accreditor", .coordinator, CyclePages.saveAccreditor)
    }
}
