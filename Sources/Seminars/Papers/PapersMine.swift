import Centres
import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// One's own proposals, and what one has to read, on *Моја страница*.
enum PapersMine {
    @Sendable static func tell(_ asked: MeAsked, in act: Act) throws -> MePart {
        let papers = try PaperStore.papers(by: asked.person, in: act).filter { $0.state != .withdrawn }
        let sheets = try ReviewStore.sheets(of: asked.person, in: act)
        let open = sheets.filter { $0.isOpen && $0.review.given == nil }
        let own = try papers.map { paper in
            (paper, try EventStore.event(PaperCallStore.call(paper.call, in: act).event, in: act))
        }
        let reading = PagePart(T.papers.reviewsOpen) { reader in
            ForEach(open) { ReviewViews(reader: reader).line($0) }
            HTML::p { a(.href(reader.link("/reviews"))) { reader.t(T.papers.reviewsAll) } }
        }
        let writing = PagePart(T.papers.mine) { reader in
            ForEach(own) { paper, event in
                PersonLine(
                    reader.t.run(paper.draft?.text.title ?? ""), href: reader.link("/papers/\(paper.id)"), detail: [reader.t.run(event.title(in: reader.language))],
                    state: Chip(paper.state.tone, reader.t(paper.state.name)))
            }
        }
        let done = PagePart { reader in HTML::p { a(.href(reader.link("/reviews"))) { reader.t(T.papers.reviewsAll) } } }
        return MePart((28, sheets.isEmpty ? nil : open.isEmpty ? done : reading), (45, own.isEmpty ? nil : writing))
    }
}
