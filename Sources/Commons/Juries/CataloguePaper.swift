import Centres
import Contests
import Documents
import Files
import Foundation
import Kernel
import Languages

/// The printed catalogue of an exhibition, and the labels beside its works on the wall. The templates are `catalogue.typ` and `wall.typ`. Both hold what may be
/// shown on the day on which they are printed, and nothing else.
struct CataloguePaper: Encodable, Sendable {
    struct Work: Encodable, Sendable {
        let title: String
        let byline: String
        let prize: String?
        let words: String
        let picture: String?
        let alt: String
        let code: Code?
    }

    struct Code: Encodable, Sendable {
        let path: String
        let extent: Int
        let alt: String

        init?(_ address: String, _ alt: String) {
            guard let code = QRCode(address) else { return nil }
            (path, extent, self.alt) = (code.path, code.extent, alt)
        }
    }

    struct Part: Encodable, Sendable {
        let title: String
        let works: [Work]
    }

    let language: String
    let title: String
    let subtitle: String
    let centre: String
    let address: [String]
    let page: String
    let note: String
    let parts: [Part]

    /// So many works a paper takes.
    static let most = 400
    /// Of a picture in the catalogue the size of at least so many pixels is taken.
    static let width = 460

    /// - Parameters:
    ///   - origin: of the site, with the language, to which the codes lead.
    ///   - pictures: the works whose pictures could be read.
    init(_ contest: Contest, _ works: [GalleryWork], _ office: Centre, origin: String, pictures: Set<ContestWork.ID>, _ t: Texts) {
        language = t.language.rawValue
        title = t.shown(contest.name)
        subtitle = t(T.juries.catalogue)
        centre = office.name(in: t.language)
        address = [t.shown(office.street), office.phone, office.email].filter { !$0.isEmpty }
        page = t(T.juries.paperPage(page: "{page}", pages: "{pages}"))
        note = t(T.juries.catalogueNote)
        parts = contest.categories.compactMap { category in
            let own = works.filter { $0.work.category == category.id }.prefix(Self.most)
            guard !own.isEmpty else { return nil }
            return Part(title: t.shown(category.name), works: own.map { one in
                let work = one.work, address = "\(origin)\(contest.path)/gallery/\(work.code)"
                return Work(
                    title: work.title.isEmpty ? work.code : t.shown(work.title), byline: work.signature(t), prize: one.prize.map { t($0.name) },
                    words: String(t.shown(work.words).prefix(400)), picture: pictures.contains(work.id) ? work.code : nil,
                    alt: work.alt.isEmpty ? work.code : t.shown(work.alt), code: Code(address, address))
            })
        }
    }
}
