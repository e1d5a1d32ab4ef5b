package import HTML
package import Kernel
import Languages
package import Look

extension Visit {
    /// A page in the frame of its audience: the public frame, or the staff's.
    /// - Parameters:
    ///   - trail: the way here from the home page, without the page itself.
    ///   - data: JSON-LD for search engines.
    package func page(
        _ title: String, description: String? = nil, trail: [Look.Link] = [], status: Int = 200, isIndexed: Bool = true, data: String? = nil,
        @HTMLBuilder content: () -> Markup
    ) -> Answer {
        let frame = frame(title, description: description, trail: trail, isIndexed: isIndexed && status == 200, data: data)
        let bytes = audience.isStaff ? renderDocument(StaffFrame(frame, content: content)) : renderDocument(PublicFrame(frame, content: content))
        return .page(bytes: bytes, status: status)
    }

    /// A page without a frame, to be printed.
    package func sheet(_ title: String, @HTMLBuilder content: () -> Markup) -> Answer {
        let page = frame(title, description: nil, trail: [], isIndexed: false, data: nil).page
        return .page(bytes: renderDocument(Shell(page, kind: "sheet") { HTML::main { content() } }), status: 200)
    }

    /// A page without a frame that somebody works on or looks at from afar.
    /// - Parameters:
    ///   - kind: the class of its body.
    ///   - script: the name of its own script.
    ///   - refresh: seconds after which a browser without scripts loads it anew.
    package func bare(_ title: String, kind: String, script: String? = nil, refresh: Int? = nil, status: Int = 200, @HTMLBuilder content: () -> Markup) -> Answer {
        var page = frame(title, description: nil, trail: [], isIndexed: false, data: nil).page
        page.scripts = script.flatMap { installation.assets.script($0) }.map { [$0] } ?? []
        page.refresh = refresh
        return .page(bytes: renderDocument(Shell(page, kind: kind) { HTML::main { content() } }), status: status)
    }

    /// What was just done, for a page without a frame.
    package var said: [String] { flashes.map(\.text) }

    /// The hidden fields that every form that acts must carry.
    package var hidden: [Hidden] { [Hidden(ActToken.field, ActToken.fresh(for: browser, seal).text)] }

    /// What was wrong, for the summary on top of a form.
    package func mistakes(_ problem: Problem?) -> [ErrorSummary.Mistake] {
        problem?.faults.compactMap { fault in fault.field.map { ErrorSummary.Mistake(field: $0, t(fault.phrase)) } } ?? []
    }

    /// The fault of one field in the reader's language.
    package func mistake(_ field: String, _ problem: Problem?) -> String? { problem?.fault(at: field).map { t($0) } }

    /// The way to a page of the settings.
    package var settingsTrail: [Look.Link] { [Look.Link(t(T.web.settings), href: link("/settings"))] }

    package var site: String { centre.name[language] ?? centre.name[centre.language] ?? "" }

    private func frame(_ title: String, description: String?, trail: [Look.Link], isIndexed: Bool, data: String?) -> Frame {
        let query = query.query.isEmpty ? "" : "?\(query.query)"
        let alternates = Language.allCases.map { Alternate($0, href: "/\($0.rawValue)\(path)\(query)") }
        let menu = Menu(self)
        return Frame(
            page: Page(
                title: title, site: site, language: language, description: description, origin: centre.origin, path: "/\(language.rawValue)\(path)",
                alternates: alternates, isIndexed: isIndexed && audience == .public, data: data, assets: installation.assets.links),
            centre: Frame.Centre(name: site, home: link(""), address: centre.address.map { t.shown($0) }, phone: centre.phone, email: centre.email),
            doors: menu.main, shortcuts: menu.shortcuts, trail: trail, visitor: visitor, flashes: flashes,
            demonstration: installation.isDemonstration ? t(T.web.demonstration) : nil, notes: menu.foot,
            words: Frame.Words(skip: t(T.web.skip), menu: t(T.web.menu), languages: t(T.web.languages), trail: t(T.web.trail), more: t(T.web.more)))
    }

    private var visitor: Frame.Visitor {
        guard actor.isSignedIn else {
            return .stranger(signIn: Look.Link(t(T.web.signIn), href: link(installation.signInPath)))
        }
        return .known(name: actor.name, home: link("/me"), signOut: Frame.SignOut(t(T.web.signOut), action: link("/sign-out"), hidden: hidden))
    }
}
