import Forms
import HTML
import Kernel
import Languages
import Look

/// The pages of one initiative for the people of the centres: its title, how it stands, and its parts side by side.
struct InitiativeFrame {
    let reader: Reader
    let sight: InitiativeSight
    private var t: Texts { reader.t }
    private var one: Initiative { sight.initiative }

    enum Tab: String, CaseIterable { case home = "", text, parties, comments, answers }

    init(_ reader: Reader, _ sight: InitiativeSight) { (self.reader, self.sight) = (reader, sight) }

    static func name(_ tab: Tab) -> Phrase {
        switch tab {
        case .home: T.initiatives.tabHome
        case .text: T.initiatives.tabText
        case .parties: T.initiatives.tabParties
        case .comments: T.initiatives.comments
        case .answers: T.initiatives.tabAnswers
        }
    }

    var title: Run { t.run(one.details.title, one.details.language) }

    /// The way from the list to what lies below a part.
    func trail(_ tab: Tab, isBelow: Bool = false) -> [Look.Link] {
        let list = Look.Link(t(T.initiatives.title), href: reader.link("/staff/initiatives")), own = Look.Link(title, href: reader.link(one.deskPath))
        let part = Look.Link(t(Self.name(tab)), href: reader.link("\(one.deskPath)/\(tab.rawValue)"))
        return [list] + (tab == .home && !isBelow ? [] : [own]) + (isBelow && tab != .home ? [part] : [])
    }

    func screen(_ tab: Tab, _ form: FilledForm? = nil, @HTMLBuilder _ content: () -> some HTML) -> Screen {
        Screen(tab == .home ? title.text : "\(t(Self.name(tab))) · \(title.text)", trail: trail(tab)) {
            if let form { FormFaults(form) }
            Heading(title, kind: Run(t(T.initiatives.initiative)))
            HTML::p { one.chip(t) }
            Tabs(t(T.initiatives.parts), Tab.allCases.map { each in
                NavItem(t(Self.name(each)), href: reader.link(one.deskPath + (each == .home ? "" : "/\(each.rawValue)")), isCurrent: each == tab)
            })
            Markup(content())
        }
    }
}
