import Accounts
import Centres
import Forms
import HTML
import Kernel
import Languages
import Look

struct RosterViews {
    let reader: Reader
    private var t: Texts { reader.t }

    @HTMLBuilder func table(_ roster: Roster, of school: School.ID) -> some HTML {
        if roster.present.isEmpty {
            HTML::p { t(T.schools.rosterNone) }
        } else {
            DataTable(t(T.schools.roster), rows: roster.present, columns: columns(school), isCaptionHidden: true)
        }
        if !roster.gone.isEmpty {
            Disclosure(t(T.schools.rosterGone(count: roster.gone.count))) {
                DataTable(t(T.schools.rosterGoneTable), rows: roster.gone, columns: columns(school), isCaptionHidden: true)
            }
        }
    }

    private func columns(_ school: School.ID) -> [Column<RosterLine>] {
        [
            Column(t(T.schools.person), .name) { line in Run(line.name.listed) },
            Column(t(T.accounts.job)) { line in each(line) { t.run($0.job) } },
            Column(t(T.accounts.workTeaches)) { line in each(line) { t.run($0.teaches) } },
            Column(t(T.accounts.workShare)) { line in each(line) { Run($0.share.map { t(T.schools.share(share: .number($0))) } ?? "") } },
            Column(t(T.schools.when)) { line in each(line) { Run($0.days.map { t($0) } ?? "") } },
        ]
    }

    /// One line for each contract.
    @HTMLBuilder private func each(_ line: RosterLine, _ value: (Work) -> Run) -> some HTML {
        div { ForEach(line.works.map { value($0.work) }) { run in div { run } } }
    }
}
