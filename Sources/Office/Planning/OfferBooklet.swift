import Centres
import Events
import Kernel
import Languages

/// The printed offer of a month: by area and by date, in two columns, in the script and the language of its reader.
struct OfferBooklet: Sendable {
    let month: OfferMonth
    let intro: String
    let lines: [OfferLine]
    let forms: [EventForm.ID: EventForm]
    let centre: Centre
    let t: Texts

    var title: String {
        let (year, number, _) = month.days.lowerBound.civil
        return t(T.planning.offerOf(month: .text(t.month(number, year))))
    }

    /// What the template `offer` reads.
    struct Content: Encodable, Sendable {
        struct Line: Encodable, Sendable {
            let title: Words
            let kind: String
            let when: String
            let place: String
            let facts: [String]
        }

        struct Part: Encodable, Sendable {
            let title: String
            let lines: [Line]
        }

        /// A text in its language.
        struct Words: Encodable, Sendable {
            let text: String
            let language: String
        }

        let language: String
        let title: String
        let centre: String
        let address: [String]
        let intro: [String]
        let contents: String
        let page: String
        let byArea: String
        let byDate: String
        let areas: [Part]
        let dates: [Part]
        let note: String
    }

    var content: Content {
        let areas = Dictionary(grouping: lines) { $0.area }.sorted { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }
        let dates = Dictionary(grouping: lines) { $0.days }.sorted { ($0.value[0].order) < ($1.value[0].order) }
        return Content(
            language: t.language.rawValue, title: title, centre: centre.name(in: t.language), address: [t.shown(centre.street), centre.phone,
                centre.email].filter { !$0.isEmpty },
            intro: intro.split(whereSeparator: \.isNewline).map { t.shown(String($0)) }, contents: t(T.planning.contents),
            page: t(T.planning.paperPage(page: "{page}", pages: "{pages}")), byArea: t(T.planning.byArea), byDate: t(T.planning.byDate),
            areas: areas.map { Content.Part(title: $0.key.isEmpty ? t(T.planning.otherAreas) : t.shown($0.key), lines: $0.value.map(line)) },
            dates: dates.map { Content.Part(title: $0.key.count == 1 ? t.day($0.key.lowerBound) : t.term($0.key), lines: $0.value.map(line)) },
            note: t(T.planning.bookletNote(address: .text(centre.email))))
    }

    private func line(_ line: OfferLine) -> Content.Line {
        let shown = t.shown(line.title.text)
        var facts: [String] = []
        if !line.target.isEmpty { facts.append(t.shown(line.target)) }
        if line.points > 0 { facts.append(t(T.common.points(count: line.points))) }
        if forms[line.form]?.has(.fee) == true || !line.fee.isZero { facts.append(line.fee.isZero ? t(T.events.free) : t.money(line.fee)) }
        let day = line.days.count == 1 ? t.day(line.days.lowerBound, .short) : t.term(line.days)
        let hours = line.begins.flatMap { begins in line.ends.map { t.times(begins, to: $0) } }
        return Content.Line(
            title: .init(text: shown, language: t.shown(line.title.language).rawValue), kind: forms[line.form].map { t.shown($0.name(in: t.language).text) } ?? "",
            when: [day, hours ?? ""].filter { !$0.isEmpty }.joined(separator: ", "), place: t.shown(line.place), facts: facts)
    }
}
