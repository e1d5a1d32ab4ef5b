import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages of one project for the centre's own people: its name, how far it is, and its parts side by side.
struct ProjectFrame {
    let reader: Reader
    let project: Project
    private var t: Texts { reader.t }

    enum Tab: String, CaseIterable { case home = "", activities, indicators, budget, people, checklist, reports, documents }

    init(_ reader: Reader, _ project: Project) { (self.reader, self.project) = (reader, project) }

    static func name(_ tab: Tab) -> Phrase {
        switch tab {
        case .home: T.projects.tabHome
        case .activities: T.projects.activities
        case .indicators: T.projects.indicators
        case .budget: T.projects.budget
        case .people: T.projects.people
        case .checklist: T.projects.checklist
        case .reports: T.projects.reports
        case .documents: T.projects.documents
        }
    }

    /// The way from the board to what lies below a part.
    func trail(_ tab: Tab, isBelow: Bool = false) -> [Look.Link] {
        let board = Look.Link(t(T.projects.title), href: reader.link("/staff/projects"))
        let own = Look.Link(t.run(project.details.name), href: reader.link(project.deskPath))
        let part = Look.Link(t(Self.name(tab)), href: reader.link("\(project.deskPath)/\(tab.rawValue)"))
        return [board] + (tab == .home && !isBelow ? [] : [own]) + (isBelow && tab != .home ? [part] : [])
    }

    func screen(_ tab: Tab, _ form: FilledForm? = nil, @HTMLBuilder _ content: () -> some HTML) -> Screen {
        let name = t.run(project.details.name)
        return Screen(tab == .home ? name.text : "\(t(Self.name(tab))) · \(name.text)", trail: trail(tab)) {
            if let form { FormFaults(form) }
            Heading(name, kind: Run(t(T.projects.project)))
            HTML::p { Self.chip(project.state, t) }
            Tabs(t(T.projects.parts), Tab.allCases.map { one in
                NavItem(t(Self.name(one)), href: reader.link(project.deskPath + (one == .home ? "" : "/\(one.rawValue)")), isCurrent: one == tab)
            })
            Markup(content())
        }
    }

    static func chip(_ state: ProjectState, _ t: Texts) -> Chip {
        let tone: Tone = switch state {
        case .idea, .dropped: .neutral
        case .application, .sent: .waiting
        case .approved: .info
        case .running, .closed: .good
        case .rejected: .bad
        }
        return Chip(tone, t(state.name))
    }
}

extension FilledForm {
    /// What stands in several forms of one page: what came back where one came back, else what is known.
    func over(_ known: Typed) -> FilledForm {
        let typed = typed
        let others = known.fields.filter { field in !typed.fields.contains { $0.name == field.name } }
        return FilledForm(Typed(typed.fields + others), problem, t)
    }
}

/// Money of a project as hundredths.
struct ProjectMoneyText {
    let t: Texts
    let currency: Currency

    func callAsFunction(_ minor: Int) -> String {
        guard let money = Money(minor: minor, currency) else { return "–" }
        return t.money(money)
    }
}
