package import HTML
package import Kernel
package import Languages
import Look
import Centres
package import Web

/// What was wrong with a form that comes back: faults of fields as a list of links, faults of the whole as a notice.
package struct FormFaults: View {
    let visit: Visit
    let problem: Problem?

    package init(_ visit: Visit, _ problem: Problem?) {
        self.visit = visit
        self.problem = problem
    }

    package var body: Markup {
        ErrorSummary(visit.t(T.common.errorsTitle), visit.mistakes(problem))
        if let whole = problem?.faults.filter({ $0.field == nil }), !whole.isEmpty {
            Notice(.bad, isNews: true) { ForEach(whole) { fault in HTML::p { visit.t(fault.phrase) } } }
        }
    }
}

/// Why data are asked for, where they are asked for.
package struct DataNotice: View {
    let visit: Visit
    let why: Phrase

    package init(_ visit: Visit, _ why: Phrase) {
        self.visit = visit
        self.why = why
    }

    package var body: Markup {
        HTML::p(.class("muted small")) {
            visit.t(why); " "
            a(.href(visit.link("/data-protection"))) { visit.t(T.accounts.dataMore) }
        }
    }
}

extension Problem {
    /// With which status the form comes back.
    package var status: Int {
        switch kind {
        case .invalid: 422
        case .conflict: 409
        case .missing: 404
        case .tooOften: 429
        }
    }
}
