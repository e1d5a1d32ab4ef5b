import Centres
import Documents
import Events
import Kernel
import Languages
import Markdown
import Planning

/// The book of information as a paper of the office.
struct InformationBookPaper {
    let book: InformationBook
    let office: Centre
    let t: Texts

    var paper: Paper {
        var paper = Paper(
            language: t.language.rawValue, title: t(T.informer.book), subtitle: book.changed.map { t(T.informer.bookChanged(day: .day(office.zone.day(of: $0)))) },
            head: "\(t(T.informer.book)) · \(office.name(in: t.language))", page: t(T.planning.paperPage(page: "{page}", pages: "{pages}")),
            centre: Paper.Office(name: office.name(in: t.language), lines: [t.shown(office.street), office.phone, office.email]))
        paper.sections = book.parts.enumerated().map { place, part in section(place + 1, part) }
        return paper
    }

    private func section(_ number: Int, _ part: InformationBook.Part) -> Paper.Section {
        let title = part.chapter.title(in: t.language), text = part.chapter.text(in: t.language), figures = part.figures
        let paragraphs = Markdown(t.shown(text.text)).plain.split(separator: "\n").map(String.init)
        return Paper.Section(
            title: "\(number). \(t.shown(title.text))", text: paragraphs.isEmpty ? nil : paragraphs,
            facts: figures.facts.isEmpty ? nil : figures.facts.map { Paper.Fact($0.label, t.shown($0.value)) }, table: figures.rows.isEmpty ? nil : table(figures))
    }

    private func table(_ figures: InformationFigures) -> Paper.Table {
        Paper.Table(
            columns: figures.columns.enumerated().map { place, title in Paper.Column(title, share: 1, strong: place == 0) },
            rows: figures.rows.map { row in
                row.enumerated().map { place, text in Paper.Cell(place == 0 && figures.namesPeople ? text : t.shown(text)) }
            })
    }
}
