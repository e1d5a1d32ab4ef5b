package import Centres
import Events
package import Kernel
import Languages
import Storage

/// The book of information as rows.
package enum InformationBookStore {
    package static func chapters(of centre: Centre.ID, in act: Act) throws -> [InformationChapter] {
        try chapters("WHERE centre = \(centre) ORDER BY place, id", in: act)
    }

    /// - Throws: `Problem.missing` unless the actor writes for the centre.
    package static func chapter(_ id: InformationChapter.ID, in act: Act) throws -> InformationChapter {
        guard let chapter = try chapters("WHERE id = \(id)", in: act).first, act.by.coordinates(chapter.centre) else { throw Problem.missing }
        return chapter
    }

    private static func chapters(_ condition: SQL, in act: Act) throws -> [InformationChapter] {
        let rows = try act.db.rows("SELECT * FROM information_chapter \(condition)"), ids = try rows.map { try $0["id"] as InformationChapter.ID }
        guard !rows.isEmpty else { return [] }
        var texts: [InformationChapter.ID: [Language: InformationText]] = [:]
        for row in try act.db.rows("SELECT * FROM information_chapter_text WHERE chapter IN \(list: ids)") {
            texts[try row["chapter"], default: [:]][try row["language"]] = InformationText(title: try row["title"], text: try row["text"])
        }
        return try rows.map { try InformationChapter(row: $0, texts: texts[$0["id"]] ?? [:]) }
    }

    /// Begins a book that has no chapter yet with the usual ones, in all languages.
    package static func begin(at centre: Centre.ID, in act: Act) throws {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        try act.db.hold("centre", centre.value)
        guard try chapters(of: centre, in: act).isEmpty else { return }
        let zone = try CentreStore.centre(centre, in: act).zone
        for (place, usual) in UsualChapters.all.enumerated() {
            let texts = InformerDraft.languages.map { language in
                let t = act.words.texts(language, in: zone)
                return (language, InformationText(title: t(usual.title), text: t(usual.text)))
            }
            try add(InformationDraft(place: (place + 1) * 10, figures: usual.figures, texts: Dictionary(uniqueKeysWithValues: texts)), to: centre, in: act)
        }
    }

    @discardableResult
    package static func add(_ draft: InformationDraft, to centre: Centre.ID, in act: Act) throws -> InformationChapter.ID {
        guard act.by.coordinates(centre) else { throw Problem.missing }
        let id = InformationChapter.ID(try act.db.insert("""
            INSERT INTO information_chapter (centre, place, figures, changed) VALUES (\(centre), \(draft.place), \(draft.figures), \(act.now)) RETURNING id
            """))
        try write(draft, to: id, in: act)
        try act.record(T.informer.chapterAdded, .informationChapter(id), centre: centre, changes: changes(from: nil, to: draft))
        try act.touchPublicPages()
        return id
    }

    package static func edit(_ id: InformationChapter.ID, to draft: InformationDraft, in act: Act) throws {
        try act.db.hold("information_chapter", id.value)
        let before = try chapter(id, in: act)
        try act.db.run("UPDATE information_chapter SET place = \(draft.place), figures = \(draft.figures), changed = \(act.now) WHERE id = \(id)")
        try act.db.run("DELETE FROM information_chapter_text WHERE chapter = \(id)")
        try write(draft, to: id, in: act)
        try act.record(T.informer.chapterChanged, .informationChapter(id), centre: before.centre, changes: changes(from: before.draft, to: draft))
        try act.touchPublicPages()
    }

    package static func remove(_ id: InformationChapter.ID, in act: Act) throws {
        let before = try chapter(id, in: act)
        try act.db.run("DELETE FROM information_chapter_text WHERE chapter = \(id)")
        try act.db.run("DELETE FROM information_chapter WHERE id = \(id)")
        try act.record(T.informer.chapterRemoved, .informationChapter(id), centre: before.centre, changes: [
            Change("title", from: before.title(in: .sr).text, to: ""),
        ])
        try act.touchPublicPages()
    }

    private static func write(_ draft: InformationDraft, to id: InformationChapter.ID, in act: Act) throws {
        for (language, text) in draft.texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try act.db.run("""
                INSERT INTO information_chapter_text (chapter, language, title, text) VALUES (\(id), \(language), \(text.title), \(text.text))
                """)
        }
    }

    private static func changes(from before: InformationDraft?, to after: InformationDraft) -> [Change] {
        InformerDraft.languages.flatMap { language in
            let (old, new) = (before?.texts[language], after.texts[language])
            return [
                Change("title \(language.rawValue)", from: old?.title ?? "", to: new?.title ?? ""),
                Change("text \(language.rawValue)", from: old?.text ?? "", to: new?.text ?? ""),
            ]
        } + [Change("figures", from: before?.figures.rawValue ?? "", to: after.figures.rawValue)]
    }
}

extension Subject {
    package static func informationChapter(_ id: InformationChapter.ID) -> Subject { .other("information_chapter", id.value) }
}
