import Events
import Forms
import HTML
import Kernel
import Languages
import Look
import Markdown
import Publishing

/// The book of information.
struct InformationBookViews {
    let reader: Reader
    private var t: Texts { reader.t }

    func show(_ book: InformationBook) -> Screen {
        Screen(t(T.informer.book), description: t(T.informer.bookLead), trail: [Look.Link(t(T.publishing.about), href: reader.link("/about"))]) {
            Heading(t(T.informer.book), lead: t(T.informer.bookLead))
            if book.parts.isEmpty {
                EmptyState(t(T.informer.bookNone), t(T.informer.bookNoneText)) { LinkButton(t(T.publishing.documents), href: reader.link("/documents"), .quiet) }
            } else {
                HTML::p(.class("hint")) { book.changed.map { t(T.informer.bookChanged(day: .day(reader.centre.zone.day(of: $0)))) } ?? "" }
                nav(.aria("label", t(T.informer.contents))) {
                    ol { ForEach(book.parts) { part in li { a(.href("#chapter-\(part.chapter.id)")) { t.run(part.chapter.title(in: reader.language)) } } } }
                }
                Buttons { LinkButton(t(T.informer.openBook), href: reader.link("/information-book/book.pdf"), .quiet, icon: .print) }
                ForEach(book.parts) { part in chapter(part) }
            }
        }
    }

    @HTMLBuilder private func chapter(_ part: InformationBook.Part) -> some HTML {
        let (title, text) = (part.chapter.title(in: reader.language), part.chapter.text(in: reader.language))
        h2(.id("chapter-\(part.chapter.id)")) { t.run(title) }
        if !text.text.isEmpty { MarkdownView(Markdown(t.shown(text.text)), lang: t.lang(of: text.language)) }
        if !part.figures.facts.isEmpty { Facts { ForEach(part.figures.facts) { fact in FactLine(fact.label, t.run(fact.value)) } } }
        if !part.figures.rows.isEmpty {
            DataTable(t.shown(title.text), rows: part.figures.rows, columns: columns(part.figures), isCaptionHidden: true)
        }
    }

    private func columns(_ figures: InformationFigures) -> [Column<[String]>] {
        figures.columns.enumerated().map { place, head in
            Column(head, place == 0 ? .name : .text) { row in
                let text = place < row.count ? row[place] : ""
                place == 0 && figures.namesPeople ? Run(text) : t.run(text)
            }
        }
    }

    // MARK: For those who write it

    private var trail: [Look.Link] { [Look.Link(t(T.informer.titles), href: reader.link("/staff/informers"))] }

    func list(_ chapters: [InformationChapter]) -> Screen {
        Screen(t(T.informer.book), trail: trail) {
            Heading(t(T.informer.book), lead: t(T.informer.bookStaffLead))
            if chapters.isEmpty {
                EmptyState(t(T.informer.bookNone), t(T.informer.bookStaffNone)) {
                    ButtonForm(t(T.informer.bookBegin), action: reader.link("/staff/information-book"), hidden: reader.hidden)
                }
            } else {
                DataTable(t(T.informer.chapters), rows: chapters, columns: [
                    Column(t(T.informer.chapter), .name) { chapter in
                        a(.href(reader.link("/staff/information-book/\(chapter.id)"))) { t.run(chapter.title(in: reader.language)) }
                    },
                    Column(t(T.informer.figures)) { chapter in t(chapter.draft.figures.name) },
                    Column(t(T.informer.changedOn)) { chapter in t.instant(chapter.changed) },
                ], isCaptionHidden: true)
            }
            Buttons {
                LinkButton(t(T.informer.chapterNew), href: reader.link("/staff/information-book/new"), .quiet)
                if !chapters.isEmpty { LinkButton(t(T.publishing.open), href: reader.link("/information-book"), .quiet) }
            }
        }
    }

    func form(_ chapter: InformationChapter?, _ form: FilledForm) -> Screen {
        let title = chapter.map { t.run($0.title(in: reader.language)) } ?? Run(t(T.informer.chapterNew))
        let base = reader.link("/staff/information-book/\(chapter?.id.description ?? "new")")
        return Screen(title.text, trail: trail + [Look.Link(t(T.informer.book), href: reader.link("/staff/information-book"))]) {
            FormFaults(form)
            Heading(title)
            Look::Form(action: base, hidden: reader.hidden, isGuarded: true) {
                form.field(T.informer.place, "place", .short, hint: T.informer.placeHint).number()
                form.field(T.informer.figures, "figures", hint: T.informer.figuresHint).select(
                    InformationChapter.Figures.allCases.map { Field.Choice($0.rawValue, t($0.name)) })
                HTML::p(.class("hint")) { t(T.publishing.languagesHint) }
                div(.class("languages")) {
                    ForEach(InformerDraft.languages) { language in
                        let own = language.rawValue, isOptional = language != .sr
                        Fieldset(language.ownName) {
                            form.field(T.publishing.title, "title-\(own)", .full, isOptional: isOptional).text()
                            form.field(T.publishing.text, "text-\(own)", .full, isOptional: true).area(rows: 10)
                        }
                    }
                }
                Buttons { Submit(t(T.common.save)) }
            }
            if chapter != nil { ButtonForm(t(T.common.remove), .quiet, action: "\(base)/remove", hidden: reader.hidden) }
        }
    }
}

extension InformationChapter.Figures {
    var name: Phrase {
        switch self {
        case .none: T.informer.figuresNone
        case .centre: T.informer.figuresCentre
        case .team: T.publishing.team
        case .halls: T.informer.figuresHalls
        case .prices: T.informer.figuresPrices
        case .plans: T.informer.figuresPlans
        case .documents: T.publishing.documents
        case .held: T.informer.figuresHeld
        case .library: T.informer.figuresLibrary
        }
    }
}
