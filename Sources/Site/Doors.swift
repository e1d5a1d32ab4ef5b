import Accounts
import Certificates
import Events
import Kernel
import Languages
import Look
import Web

/// The menus: five doors for everybody, the rail for the centre's people.
@Sendable func doors(_ visit: Visit) -> Doors {
    let t = visit.t
    func door(_ phrase: Phrase, _ path: String, _ icon: Icon? = nil) -> NavItem {
        NavItem(t(phrase), href: visit.link(path), isCurrent: visit.path == path || (path != "/staff" && visit.path.hasPrefix(path + "/")), icon: icon)
    }
    let notes = [
        Look.Link(t(T.site.accessibility), href: visit.link("/accessibility")),
        Look.Link(t(T.site.dataProtection), href: visit.link("/data-protection")),
    ]
    if visit.isStaffPage {
        return Doors(
            main: [
                door(T.site.today, "/staff", .today), door(T.events.all, "/staff/events", .event), door(T.site.programmes, "/catalogue", .book),
                door(T.certificates.title, "/staff/certificates", .proof), door(T.site.people, "/people", .people), door(T.site.schoolsStaff, "/schools", .school), door(T.site.letters, "/staff/letters", .letter),
                door(T.web.settings, "/settings", .settings),
            ],
            shortcuts: [door(T.site.today, "/staff", .today), door(T.events.all, "/staff/events", .event), door(T.site.letters, "/staff/letters", .letter)],
            notes: notes)
    }
    return Doors(
        main: [
            door(T.events.all, "/events"), door(T.site.programmes, "/programmes"), door(T.accounts.me, "/me"),
            door(T.site.schools, "/for-schools"), door(T.site.about, "/about"),
        ],
        notes: notes)
}
