import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What the site does so that everybody can use it, and whom to tell when something does not work.
enum AccessibilityPage {
    @Sendable static func show(_ visit: Visit) async throws -> Answer {
        let t = visit.t
        return visit.page(Screen(t(T.site.accessibility)) {
            Heading(t(T.site.accessibility), lead: t(T.site.accessibilityLead))
            ul {
                ForEach([T.site.accessibilityKeyboard, T.site.accessibilityScripts, T.site.accessibilityPlain, T.site.accessibilityPrint]) { line in li { t(line) } }
            }
            h2 { t(T.site.accessibilityTell) }
            HTML::p {
                t(T.site.accessibilityTellText); " "
                a(.href("mailto:\(visit.centre.email)")) { visit.centre.email }
            }
        })
    }
}
