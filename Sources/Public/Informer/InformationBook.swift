package import Centres
package import Events
import Forms
package import Kernel
package import Languages
import Markdown
import Publishing
package import Storage

/// A chapter of the book of information about the centre's work: what staff write, and what the program fills in below it.
package struct InformationChapter: Sendable {
    package typealias ID = Kernel.ID<InformationChapter>

    /// What the program fills in from rows that stand elsewhere.
    package enum Figures: String, CaseIterable, Sendable, Storable {
        case none, centre, team, halls, prices, plans, documents, held, library
    }

    package let id: ID
    package let centre: Centre.ID
    package let draft: InformationDraft
    package let changed: Instant

    init(row: Row, texts: [Language: InformationText]) throws {
        (id, centre, changed) = (try row["id"], try row["centre"], try row["changed"])
        draft = InformationDraft(place: try row["place"], figures: try row["figures"], texts: texts)
    }

    package func title(in language: Language) -> Event.Wording { draft.wording(in: language, \.title) }
    package func text(in language: Language) -> Event.Wording { draft.wording(in: language, \.text) }
}

/// What stands in a chapter in one language.
package struct InformationText: Sendable, Hashable {
    package var title: String
    /// Markdown.
    package var text: String

    package init(title: String, text: String = "") { (self.title, self.text) = (title, text) }

    var isEmpty: Bool { title.isEmpty && text.isEmpty }
}

/// What is written of a chapter.
package struct InformationDraft: Sendable, Hashable {
    static let places = 0...999

    package var place: Int
    package var figures: InformationChapter.Figures
    package var texts: [Language: InformationText]

    package init(place: Int = 0, figures: InformationChapter.Figures = .none, texts: [Language: InformationText]) {
        (self.place, self.figures) = (place, figures)
        self.texts = texts.filter { !$0.value.isEmpty }
    }

    func wording(in language: Language, _ part: (InformationText) -> String) -> Event.Wording {
        Event.Wording(in: language, else: texts.keys.sorted { $0.rawValue > $1.rawValue }.first ?? .sr) { texts[$0].map(part) }
    }

    func check(_ faults: inout Faults) {
        faults.require(texts.values.contains { !$0.title.isEmpty }, "title-sr", T.publishing.titleMissing)
        for (language, text) in texts {
            let own = language.rawValue
            faults.require(!text.title.isEmpty, "title-\(own)", T.publishing.titleOfText)
            faults.limit(text.title, "title-\(own)")
            faults.limit(text.text, "text-\(own)")
            if let dropped = Markdown(text.text).dropped.first { faults.add("text-\(own)", dropped.phrase) }
        }
    }
}

/// What the program knows of a chapter's matter: the same on the page and in print, where what people wrote is shown in the reader's letters.
package struct InformationFigures: Sendable {
    package var facts: [(label: String, value: String)] = []
    package var columns: [String] = []
    package var rows: [[String]] = []
    /// Whether the first column holds names of people, which stand as they are written.
    package var namesPeople = false

    package init() {}

    package var isEmpty: Bool { facts.isEmpty && rows.isEmpty }
}

/// The book as it is read: its chapters with what the program fills in.
package struct InformationBook: Sendable {
    package struct Part: Sendable {
        package let chapter: InformationChapter
        package let figures: InformationFigures
    }

    package let parts: [Part]
    /// When somebody last wrote in it.
    package var changed: Instant? { parts.map(\.chapter.changed).max() }
}

/// The chapters with which a book usually begins, in their usual order.
enum UsualChapters {
    static let all: [(title: Phrase, text: Phrase, figures: InformationChapter.Figures)] = [
        (T.informer.chapterCentre, T.informer.chapterCentreText, .centre), (T.informer.chapterTeam, T.informer.chapterTeamText, .team),
        (T.informer.chapterWork, T.informer.chapterWorkText, .none), (T.informer.chapterServices, T.informer.chapterServicesText, .none),
        (T.informer.chapterPlans, T.informer.chapterPlansText, .plans), (T.informer.chapterHeld, T.informer.chapterHeldText, .held),
        (T.informer.chapterPrices, T.informer.chapterPricesText, .prices), (T.informer.chapterHalls, T.informer.chapterHallsText, .halls),
        (T.informer.chapterLibrary, T.informer.chapterLibraryText, .library), (T.informer.chapterDocuments, T.informer.chapterDocumentsText, .documents),
        (T.informer.chapterAsk, T.informer.chapterAskText, .none),
    ]
}
