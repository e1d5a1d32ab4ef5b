import Centres
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// What projects bring to pages that rooms share.
enum ProjectSharedPages {
    /// Reports and parts of applications that are due, calls about which it must be decided, agreements that end.
    @Sendable static func today(_ asked: TodayAsked, in act: Act) throws -> TodayPart {
        let centre = asked.centre.id, t = asked.t, today = asked.today, soon = today.adding(days: ProjectBoardStore.soon)
        guard act.by.coordinates(centre) else { return TodayPart() }
        let reports = try ProjectBoardStore.reports(at: centre, by: soon, in: act).map { project, report in
            TodayPart.Line(
                report.isLate(on: today) ? .bad : .waiting, report.due, t.run(project.details.name), T.projects.todayReport(title: .title(report.title)),
                T.projects.openReports, path: "\(project.deskPath)/reports")
        }
        let checks = try ProjectBoardStore.checks(at: centre, by: soon, in: act).map { project, check in
            TodayPart.Line(
                check.isLate(on: today) ? .bad : .waiting, check.due ?? today, t.run(project.details.name), T.projects.todayCheck(name: .title(check.name)),
                T.projects.openChecklist, path: "\(project.deskPath)/checklist")
        }
        let calls = try ProjectBoardStore.calls(at: centre, by: soon, in: act).map { call in
            let deadline = asked.centre.zone.day(of: call.details.deadline), day = call.state == .watched ? call.details.decisionDay ?? deadline : deadline
            return TodayPart.Line(
                day < today ? .bad : .waiting, day, t.run(call.details.title),
                call.state == .watched ? T.projects.todayDecide(at: .instant(call.details.deadline)) : T.projects.todayDeadline(at: .instant(call.details.deadline)),
                call.state == .watched ? T.projects.decide : T.projects.openCall, path: call.path)
        }
        let agreements = try ProjectBoardStore.agreements(at: centre, from: today, in: act).map { partner, agreement in
            TodayPart.Line(
                .waiting, agreement.details.until ?? today, t.run(partner.details.name), T.projects.todayAgreement(title: .title(agreement.details.title)),
                T.projects.openPartner, path: partner.path)
        }
        return TodayPart(lines: reports + checks + calls + agreements)
    }

    /// The projects in which somebody works, and hours of the last month that nobody has written down.
    @Sendable static func mine(_ asked: MeAsked, in act: Act) throws -> MePart {
        let centre = asked.centre.id, today = asked.today
        let projects = try ProjectStore.mine(asked.person, at: centre, in: act).filter(\.state.isOpen)
        guard !projects.isEmpty else { return MePart() }
        let missing = try ProjectBoardStore.missingHours(of: asked.person, at: centre, on: today, in: act), month = today.adding(months: -1)
        return MePart((28, PagePart(T.projects.mine) { reader in
            if !missing.isEmpty {
                ActList(missing.map { project in
                    ActList.Line(
                        .waiting, when: reader.t.month(month.month, month.year), reader.t.run(project.details.name), detail: reader.t(T.projects.hoursMissing),
                        act: Look.Link(reader.t(T.projects.writeHours), href: reader.link(project.ownPath)))
                })
            }
            ForEach(projects) { MyProjectViews(reader: reader).line($0) }
        }))
    }
}
