package import Forms
import HTML
import Kernel
import Languages
package import Look

extension Visit {
    /// The answer with a page.
    package func page(_ screen: Screen, status: Int = 200) -> Answer {
        let frame = frame(screen, status)
        let bytes = switch screen.kind {
        case .framed where audience.isStaff: renderDocument(StaffFrame(frame) { screen.body })
        case .framed: renderDocument(PublicFrame(frame) { screen.body })
        case .bare(let kind, let script, let refresh): renderDocument(Shell(bare(frame.page, script, refresh), kind: kind) { HTML::main { screen.body } })
        }
        return .page(bytes: bytes, status: status)
    }

    private func bare(_ page: Page, _ script: String?, _ refresh: Int?) -> Page {
        var page = page
        page.scripts = script.flatMap { installation.assets.script($0) }.map { [$0] } ?? []
        page.refresh = refresh
        return page
    }

    /// What the views of this page are given.
    package var reader: Reader {
        let (browser, seal) = (browser, seal)
        return Reader(t, actor: actor, centre: centre, now: now, path: path, query: query, said: said) {
            [Hidden(ActToken.field, ActToken.fresh(for: browser, seal).text)]
        }
    }

    private var said: [String] { flashes.map(\.text) }

    package var site: String { centre.name(in: language) }

    /// What was refused says so in the title too, which is all that a list of tabs shows and the first that is read aloud.
    private func title(_ screen: Screen, _ status: Int) -> String {
        [409, 422, 429].contains(status) ? t(T.web.faultTitle(title: .text(screen.title))) : screen.title
    }

    private func frame(_ screen: Screen, _ status: Int) -> Frame {
        let query = query.query.isEmpty ? "" : "?\(query.query)"
        let alternates = Language.allCases.map { Alternate($0, href: "/\($0.rawValue)\(path)\(query)") }
        let menu = Menu(self)
        return Frame(
            page: Page(
                title: title(screen, status), site: site, language: language, description: screen.description, origin: centre.origin,
                path: "/\(language.rawValue)\(path)",
                alternates: alternates, isIndexed: screen.isIndexed && status == 200 && audience == .public, data: screen.data, assets: assets(screen)),
            centre: Frame.Centre(name: centre.run(in: language), home: link(""), address: centre.address.map { t.run($0) }, phone: centre.phone, email: centre.email),
            doors: menu.doors, rail: menu.rail, shortcuts: menu.shortcuts, trail: screen.trail, visitor: visitor, flashes: flashes,
            demonstration: installation.isDemonstration ? t(T.web.demonstration) : nil, notes: menu.foot,
            words: Frame.Words(skip: t(T.web.skip), menu: t(T.web.menu), languages: t(T.web.languages), trail: t(T.web.trail), more: t(T.common.more)))
    }

    private func assets(_ screen: Screen) -> Assets {
        var assets = installation.assets.links
        if let picture = screen.picture { assets.picture = picture }
        return assets
    }

    /// A page that other sites may show within theirs: nothing of it runs.
    package func widget(_ screen: Screen) -> Answer {
        var page = frame(screen, 200).page
        page.assets.script = nil
        return .widget(bytes: renderDocument(Shell(page, kind: "widget") { HTML::main { screen.body } }))
    }

    private var visitor: Frame.Visitor {
        guard actor.isSignedIn else {
            return .stranger(signIn: Look.Link(t(T.web.signIn), href: link(installation.signInPath)))
        }
        return .known(name: actor.name, home: link("/me"), signOut: Frame.SignOut(t(T.web.signOut), action: link("/sign-out"), hidden: reader.hidden))
    }
}
