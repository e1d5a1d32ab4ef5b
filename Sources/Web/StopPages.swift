import HTML
import Kernel
import Languages
import Look

/// The pages that stop somebody and tell the way out.
extension Visit {
    /// There is no such page, or not for this reader: where to go instead.
    func missing(status: Int = 404) -> Answer {
        let menu = Menu(self)
        return page(Screen(t(T.web.missingTitle)) {
            Heading(t(T.web.missingTitle), lead: t(T.web.missingText))
            ul {
                ForEach(menu.doors + menu.shortcuts) { line in li { a(.href(line.href)) { line.label } } }
            }
        }, status: status)
    }

    /// - Parameter back: the address of the page to go back to.
    func stopped(_ problem: Problem, status: Int, back: String) -> Answer {
        page(Screen(t(T.common.notPossible)) {
            Heading(t(T.common.notPossible))
            Notice(.waiting) {
                ForEach(problem.faults) { fault in HTML::p { t(fault.phrase) } }
            }
            HTML::p { a(.href(back)) { t(back == link("") ? T.web.home : T.common.back) } }
        }, status: status)
    }

    func broken(_ words: Phrase, status: Int, incident: String?) -> Answer {
        let title = t(status < 500 ? T.common.notPossible : T.web.brokenTitle)
        return page(Screen(title) {
            Heading(title, lead: t(words))
            if let incident { HTML::p { t(T.web.incident(number: .text(incident))) } }
            HTML::p { a(.href(link(""))) { t(T.web.home) } }
        }, status: status)
    }
}
