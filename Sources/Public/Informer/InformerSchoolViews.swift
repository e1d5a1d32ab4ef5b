import Forms
import HTML
import Kernel
import Languages
import Look
import Planning

/// Informers and schools.
struct InformerSchoolViews {
    let reader: Reader
    private var t: Texts { reader.t }
    private var trail: [Look.Link] { [Look.Link(t(T.informer.titles), href: reader.link("/staff/informers"))] }

    func show(_ informer: Informer, _ sendings: [InformerSending], readers: Int) -> Screen {
        let base = reader.link(informer.deskPath), passed = sendings.count { $0.passed != nil }
        return Screen(t(T.informer.sendings), trail: trail + [Look.Link(informer.month.name(t), href: base)]) {
            Heading(t(T.informer.sendings), lead: t(T.informer.sendingsLead))
            if sendings.isEmpty {
                EmptyState(t(T.informer.notSent), t(T.informer.notSentText(count: readers))) { Empty() }
            } else {
                Figures([
                    Figures.Figure(t.number(sendings.count), t(T.informer.figureSent)),
                    Figures.Figure(t.number(passed), t(T.informer.figurePassed), passed == sendings.count ? .good : .neutral),
                ])
                DataTable(t(T.informer.sendings), rows: sendings, columns: [
                    Column(t(T.informer.school), .name) { sending in t.run(sending.schoolName) },
                    Column(t(T.informer.reader)) { sending in sending.personName },
                    Column(t(T.informer.sentOn)) { sending in t.instant(sending.sent) },
                    Column(t(T.common.state)) { sending in chip(sending) },
                ], isCaptionHidden: true)
            }
            if readers > sendings.count {
                ButtonForm(t(sendings.isEmpty ? T.informer.send : T.informer.sendRest), action: "\(base)/schools", hidden: reader.hidden)
            }
        }
    }

    private func chip(_ sending: InformerSending) -> Chip {
        switch sending.standing {
        case .passed: Chip(.good, sending.passed.map { t(T.informer.passedAt(at: .instant($0, .numeric))) } ?? "")
        case .reminded: Chip(.waiting, t(T.informer.stateReminded))
        case .waits: Chip(.neutral, t(T.informer.stateWaits))
        }
    }

    func all(_ schools: [InformerSchool]) -> Screen {
        Screen(t(T.informer.schools), trail: trail) {
            Heading(t(T.informer.schools), lead: t(T.informer.schoolsLead))
            if schools.isEmpty {
                EmptyState(t(T.informer.notSent), t(T.informer.noSchoolsText)) { Empty() }
            } else {
                DataTable(t(T.informer.schools), rows: schools, columns: [
                    Column(t(T.informer.school), .name) { line in a(.href(reader.link("/schools/\(line.school)"))) { t.run(line.name) } },
                    Column(t(T.informer.reader)) { line in line.keeper },
                    Column(t(T.informer.figureSent), .number) { line in t.number(line.sent) },
                    Column(t(T.informer.figurePassed), .number) { line in t.number(line.passed) },
                    Column(t(T.common.state)) { line in
                        if line.isSilent { Chip(.bad, t(T.informer.silent)) } else if let last = line.last { t(T.informer.lastPassed(at: .instant(last))) }
                    },
                ], isCaptionHidden: true)
            }
        }
    }

    /// The page behind the link of a letter.
    func ask(_ sending: InformerSending, key: String) -> Screen {
        let base = reader.link("/informers/passed/\(sending.id)/\(key)"), informer = reader.link("/informers/\(sending.informer)")
        return Screen(t(T.informer.askTitle), isIndexed: false) {
            Heading(Run(t(T.informer.askTitle)), kind: Run("\(t(T.informer.title)) · \(sending.month.name(t))"), lead: t.run(sending.schoolName))
            if let passed = sending.passed {
                Notice(.good) { HTML::p { t(T.informer.passedAt(at: .instant(passed))) } }
            } else {
                HTML::p { t(T.informer.askText) }
                ButtonForm(t(T.informer.pass), action: base, hidden: reader.hidden)
            }
            Buttons {
                LinkButton(t(T.informer.openPublic), href: informer, .quiet)
                LinkButton(t(T.informer.openPaper), href: "\(informer)/informer.pdf", .quiet, icon: .print)
            }
        }
    }

    /// On somebody's own page: what waits to be passed on.
    @HTMLBuilder func mine(_ sendings: [(sending: InformerSending, path: String)]) -> some HTML {
        ForEach(sendings) { line in
            PersonLine(
                Run("\(t(T.informer.title)) · \(line.sending.month.name(t))"), href: reader.link(line.path), detail: [t.run(line.sending.schoolName)],
                state: chip(line.sending))
        }
    }
}
