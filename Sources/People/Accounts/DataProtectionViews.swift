import Forms
import HTML
import Kernel
import Languages
import Look

/// What is held about people, why and how long: the same facts as docs/data-protection.md.
struct DataProtectionViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show() -> Screen {
        let kinds = [
            Kind(T.accounts.dpAccount, T.accounts.dpAccountWhy, T.accounts.dpAccountLong), Kind(T.accounts.dpWork, T.accounts.dpWorkWhy, T.accounts.dpWorkLong),
            Kind(T.accounts.dpApplications, T.accounts.dpApplicationsWhy, T.accounts.dpApplicationsLong),
            Kind(T.accounts.dpSchool, T.accounts.dpSchoolWhy, T.accounts.dpSchoolLong),
            Kind(T.accounts.dpNeeds, T.accounts.dpNeedsWhy, T.accounts.dpNeedsLong),
            Kind(T.accounts.dpPapers, T.accounts.dpPapersWhy, T.accounts.dpPapersLong),
            Kind(T.accounts.dpProofs, T.accounts.dpProofsWhy, T.accounts.dpProofsLong),
            Kind(T.accounts.dpPortfolio, T.accounts.dpPortfolioWhy, T.accounts.dpPortfolioLong),
            Kind(T.accounts.dpUse, T.accounts.dpUseWhy, T.accounts.dpUseLong),
            Kind(T.accounts.dpLoans, T.accounts.dpLoansWhy, T.accounts.dpLoansLong),
            Kind(T.accounts.dpProjects, T.accounts.dpProjectsWhy, T.accounts.dpProjectsLong),
            Kind(T.accounts.dpMoney, T.accounts.dpMoneyWhy, T.accounts.dpMoneyLong),
            Kind(T.accounts.dpRegister, T.accounts.dpRegisterWhy, T.accounts.dpRegisterLong),
            Kind(T.accounts.dpLetters, T.accounts.dpLettersWhy, T.accounts.dpLettersLong),
            Kind(T.accounts.dpSessions, T.accounts.dpSessionsWhy, T.accounts.dpSessionsLong),
            Kind(T.accounts.dpJournal, T.accounts.dpJournalWhy, T.accounts.dpJournalLong),
        ]
        return Screen(t(T.accounts.dpTitle), description: t(T.accounts.dpLead)) {
            Heading(t(T.accounts.dpTitle), lead: t(T.accounts.dpLead))
            h2 { t(T.accounts.dpCaption) }
            ForEach(kinds) { kind in
                h3 { t(kind.what) }
                Facts {
                    FactLine(t(T.accounts.dpWhy), t(kind.why))
                    FactLine(t(T.accounts.dpLong), t(kind.long))
                }
            }
            h2 { t(T.accounts.dpNotTitle) }
            HTML::p { t(T.accounts.dpNot) }
            h2 { t(T.accounts.dpRightsTitle) }
            ul {
                li { t(T.accounts.dpSee); " "; a(.href(reader.link("/me/account"))) { t(T.accounts.accountTitle) } }
                li { t(T.accounts.dpMend) }
                li { t(T.accounts.dpErase) }
                li { t(T.accounts.dpObject) }
            }
            h2 { t(T.accounts.dpWhoTitle) }
            HTML::p { t(T.accounts.dpWho(centre: .text(reader.site))) }
            HTML::p { a(.href("mailto:\(reader.centre.email)")) { reader.centre.email } }
        }
    }

    private struct Kind {
        let what, why, long: Phrase

        init(_ what: Phrase, _ why: Phrase, _ long: Phrase) {
            self.what = what
            self.why = why
            self.long = long
        }
    }
}
