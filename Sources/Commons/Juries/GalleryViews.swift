import Contests
import Files
import Forms
import HTML
import Kernel
import Languages
import Look

/// The gallery of a contest: small pictures that come as one scrolls, and each work on a page of its own.
struct GalleryViews {
    let reader: Reader
    private var t: Texts { reader.t }

    /// So many pictures are fetched at once; the others when they come into sight.
    private static let eager = 6

    func gallery(_ contest: Contest, _ works: [GalleryWork], _ paging: Paging) -> Screen {
        let base = reader.link("\(contest.path)/gallery")
        return Screen("\(t(T.juries.gallery)): \(t.shown(contest.name))", trail: trail(contest)) {
            Heading(t.run(contest.name, contest.language), kind: Run(t(T.juries.gallery)), lead: Run(t(T.juries.galleryLead(count: works.count))))
            if works.isEmpty { EmptyState(t(T.juries.galleryNone), t(T.juries.galleryNoneText)) { Empty() } }
            ul(.class("gallery")) {
                ForEach(Array(works.dropFirst(paging.offset).prefix(Paging.size).enumerated())) { index, one in
                    li { a(.href("\(base)/\(one.work.code)")) { thumbnail(one, isLazy: index >= Self.eager) } }
                }
            }
            paging.links(reader)
            HTML::p { a(.href(reader.link("\(contest.path)/results"))) { t(T.juries.results) } }
        }
    }

    private func trail(_ contest: Contest) -> [Look.Link] { [Look.Link(t.run(contest.name, contest.language), href: reader.link(contest.path))] }

    /// The smallest size alone: a grid of many is light.
    @HTMLBuilder private func thumbnail(_ one: GalleryWork, isLazy: Bool) -> some HTML {
        let work = one.work
        if let file = work.files.first(where: { $0.kind == .picture }) {
            let size = file.sizes.first
            img(
                .src(reader.link("\(file.path)/\(size?.width ?? 0)")), .alt(alt(work)), .loading(isLazy ? "lazy" : "eager"), .custom("decoding", "async"),
                .custom("width", size.map { "\($0.width)" }), .custom("height", size.map { "\($0.height)" }))
        }
        HTML::span { work.title.isEmpty ? Run(work.code) : t.run(work.title) }
        if let prize = one.prize { HTML::span(.class("small")) { t(prize.name) } }
    }

    private func alt(_ work: ShowableWork) -> String { work.alt.isEmpty ? t(T.juries.pictureOf(code: .text(work.code))) : t.shown(work.alt) }

    // MARK: One

    func work(_ contest: Contest, _ works: [GalleryWork], at index: Int) -> Screen {
        let one = works[index], work = one.work, base = reader.link("\(contest.path)/gallery")
        return Screen(
            work.title.isEmpty ? work.code : t.shown(work.title), trail: trail(contest) + [Look.Link(t(T.juries.gallery), href: base)]
        ) {
            Heading(
                work.title.isEmpty ? Run(work.code) : t.run(work.title), kind: one.prize.map { Run(t($0.name)) },
                lead: t.run(work.signature(t)))
            ForEach(work.files) { file in
                if file.kind == .picture {
                    HTML::figure(.class("shown")) { PictureView(file, reader, sizes: "(min-width: 60rem) 960px, 100vw", isLazy: false, alt: alt(work)) }
                } else {
                    HTML::p { a(.href(reader.link(file.path))) { "\(t(T.juries.openPages)) (\(file.label(t)))" } }
                }
            }
            if !work.words.isEmpty { ForEach(work.words.split(whereSeparator: \.isNewline).map(String.init)) { line in HTML::p { t.run(line) } } }
            if !work.link.isEmpty { HTML::p { a(.href(work.link), .rel("noreferrer")) { work.link } } }
            HTML::nav(.class("pages"), .aria("label", t(T.juries.gallery))) {
                HTML::p { t(T.juries.workOfAll(count: works.count, number: .number(index + 1))) }
                ul {
                    if index > 0 { li { a(.rel("prev"), .href("\(base)/\(works[index - 1].work.code)")) { t(T.juries.workBefore) } } }
                    if index + 1 < works.count { li { a(.rel("next"), .href("\(base)/\(works[index + 1].work.code)")) { t(T.juries.workAfter) } } }
                }
            }
        }
    }
}
