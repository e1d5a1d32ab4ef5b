import Accounts
import Centres
import Community
import Events
import Files
import Kernel
import Languages
import Storage

/// Notes that the invented town's teachers wrote, who looked at them and who tried them; a request to publish, and a collection.
enum DemoPractices {
    private struct Note {
        let title, subject, summary, wanted, done, came, change: String
        let grades: ClosedRange<Int>
        let codes: [String]
    }

    private static let notes = [
        Note(
            title: "Разломци у кухињи", subject: "математика", summary: "Ученици мере брашно и млеко по рецепту и тако први пут виде зашто се разломци своде.",
            wanted: "Ученици шестог разреда сабирали су бројиоце и имениоце као да су обични бројеви. Желела сам да разломак нешто *значи*.",
            done: """
                1. Свака група добије рецепт за палачинке за четворо и чаше са ознакама.
                2. Рецепт прерачунају за шесторо (**10 минута**, без упутства).
                3. На табли упоредимо шта је ко добио и зашто једна чаша прелива.
                4. Тек тада пишемо правило својим речима.
                """,
            came: "Од двадесет и четири ученика двадесет и један је на контролном тачно свео разломке; месец дана раније било их је девет. " +
                "Највише су научили из чаше која се прелила.",
            change: "Следећи пут прво бих показала само две чаше. Са четири је било превише договарања.", grades: 5...6, codes: ["K1", "K2"]),
        Note(
            title: "Прича по туђем почетку", subject: "српски језик", summary: "Једно одељење пише почетак приче, друго завршава, па се читају заједно.",
            wanted: "Писмени састави били су исти. Хтела сам да пишу некоме ко ће то стварно да прочита.",
            done: "Договорила сам се са колегиницом из друге школе. Њени ученици послали су осам почетака од пола стране.\n\n" +
                "- Сваки мој ученик изабрао је један.\n- Писали смо два часа, а трећи смо **читали**.",
            came: "Дужина састава је удвостручена, а правописних грешака било је мање, јер су сами тражили да исправе пре слања.",
            change: "Рок за слање мора да буде исти дан у обе школе.", grades: 5...8, codes: ["K2"]),
        Note(
            title: "Кратка повратна информација на крају часа", subject: "разредна настава",
            summary: "Три реченице на папирићу: шта сам научио, шта ми није јасно, шта ме занима.",
            wanted: "Нисам знала ко ме прати, а ко ћути из пристојности.",
            done: "Последња три минута сваког часа деца пишу три реченице. Папириће читам исте вечери и сутрадан почињем од онога што је најчешће нејасно.",
            came: "После месец дана деца сама траже папириће. Видело се да половина одељења не разуме текстуалне задатке, што усмено нико није рекао.",
            change: "", grades: 1...4, codes: ["K2", "K3"]),
        Note(
            title: "Лабораторија у кутији за ципеле", subject: "физика", summary: "Седам огледа са стварима из куће, у кутији коју ученици носе кући.",
            wanted: "Немамо кабинет, а огледи у књизи остају слике.",
            done: "У свакој кутији су лупа, огледало, балон, батерија и упутство на једној страни. " +
                "Кутија иде кући на недељу дана и враћа се са фотографијом и једним питањем.",
            came: "Од осамнаест кутија вратило се шеснаест. Питања ученика постала су питања за следећи час.",
            change: "Батерије купити одједном, за целу годину.", grades: 6...8, codes: ["K1"]),
        Note(
            title: "Родитељи као сведоци", subject: "историја",
            summary: "Ученици снимају по једну причу одраслих о свом крају и стављају је на заједничку временску линију.",
            wanted: "Историја двадесетог века ученицима је била далека као антика.",
            done: "Припремили смо **пет питања** и договорили шта се не пита. " +
                "Свако је снимио пет минута и написао једну реченицу уз годину.",
            came: "На линији је двадесет и две приче. Троје ученика је открило да су њихове породице дошле истим возом.",
            change: "Сагласност за снимање тражити унапред, на обрасцу.", grades: 7...8, codes: ["K3"]),
    ]

    static func fill(_ town: DemoTown, by actor: Actor, files: FileFolder, _ records: Records) async throws {
        var authors = [town.ana] + town.teachers.prefix(4), ids: [Practice.ID] = []
        let used = try await records.read(as: .system) { try usedStep($0) }
        if let used { authors[Self.fromStep] = used.person }
        for (index, note) in notes.enumerated() {
            let step = index == Self.fromStep ? used?.step : nil, reviewers = town.teachers[6...8].filter { $0 != authors[index] }.prefix(2)
            let then = step == nil ? records.at(records.now.adding(days: -70 + index * 9)) : records
            ids.append(try await publish(note, from: step, by: authors[index], reviewers: Array(reviewers), town, actor, then))
        }
        try await reuse(Array(zip(ids, authors)), town, records)
        // What was learned at an event, used and confirmed, becomes a note, and the note a programme's idea.
        let idea = ids[Self.fromStep]
        if used != nil { try await records.write(by: actor) { try PracticeDeskStore.beginProgramme(from: idea, at: town.centre, in: $0) } }
        try await waiting(town, actor, records)
        try await books(ids, town, by: actor, files: files, records)
    }

    /// The note that began as a step of somebody after an event.
    private static let fromStep = 2

    /// The first step to give pupils a word at the end of each lesson that a school has confirmed; else any that it has.
    private static func usedStep(_ act: Act) throws -> (step: Int64, person: Person.ID)? {
        let confirmed = try act.db.rows("SELECT id, person, text FROM use_step WHERE confirmed IS NOT NULL ORDER BY id")
        let fitting = try confirmed.first { try ($0["text"] as String).contains("повратну информацију") } ?? confirmed.first
        return try fitting.map { (try $0["id"], try $0["person"]) }
    }

    private static func draft(_ note: Note) -> PracticeDraft {
        PracticeDraft(
            note.title, in: .sr, subject: note.subject, grades: Grades(note.grades), competences: note.codes, summary: note.summary, wanted: note.wanted, done: note.done,
            came: note.came, change: note.change, licence: .bySa)
    }

    private static func publish(
        _ note: Note, from step: Int64?, by author: Person.ID, reviewers: [Person.ID], _ town: DemoTown, _ desk: Actor, _ then: Records
    ) async throws -> Practice.ID {
        let centre = town.centre
        let id = try await then.write(by: Actor(person: author, name: "")) { act in
            let id: Practice.ID
            if let step {
                id = try PracticeWriteStore.begin(from: step, in: .sr, at: centre, in: act)
                try PracticeWriteStore.write(draft(note), in: id, at: centre, in: act)
            } else {
                id = try PracticeWriteStore.begin(draft(note), at: centre, in: act)
            }
            try PracticeWriteStore.send(id, at: centre, in: act)
            return id
        }
        try await then.write(by: desk) { act in for reviewer in reviewers { try PracticeReviewStore.ask(reviewer, about: id, at: centre, in: act) } }
        for reviewer in reviewers {
            try await then.write(by: Actor(person: reviewer, name: "")) { act in
                guard let review = try PracticeReviewStore.waiting(for: reviewer, at: centre, in: act).first(where: { $0.review.practice == id }) else { return }
                let said = SaidReview([.aim: 4, .course: 4, .proof: 3, .material: 4], "Јасно написано, могу да поновим сутра.", .good)
                try PracticeReviewStore.say(said, in: review.review.id, at: centre, in: act)
            }
        }
        try await then.write(by: desk) { try PracticeDeskStore.publish(id, at: centre, in: $0) }
        return id
    }

    private static let words = [
        "Радили смо са петацима, уместо палачинки правили смо лимунаду. Савет: чаше обележити унапред.", "Код мене је трајало два часа, али вредело је.", "",
        "Половина одељења је одмах кренула, друга половина тек када сам дала пример.", "Деца су питала када ћемо опет.",
    ]

    private static func reuse(_ notes: [(id: Practice.ID, author: Person.ID)], _ town: DemoTown, _ records: Records) async throws {
        var dice = DemoDice(58)
        let centre = town.centre
        for (place, (id, author)) in notes.enumerated() {
            for person in town.teachers[8..<20] where person != author && dice.falls(place == 0 ? 60 : 25) {
                let outcome: TryOutcome = dice.falls(65) ? .worked : dice.falls(80) ? .partly : .failed
                let said = SaidTry(outcome, words: words[Int.random(in: words.indices, using: &dice)], isNamed: dice.falls(40))
                let wishes = dice.falls(place < 2 ? 50 : 10)
                let days = Int.random(in: 2...20, using: &dice), then = place == Self.fromStep ? records : records.at(records.now.adding(days: -days))
                try await then.write(by: Actor(person: person, name: "")) { act in
                    try PracticeReuseStore.say(said, of: id, at: centre, in: act)
                    if wishes { try PracticeReuseStore.wish(for: id, school: PracticeReuseStore.schools(of: person, in: act).first?.id, at: centre, in: act) }
                }
            }
        }
        let first = notes[0].id
        try await records.write(by: Actor(person: town.ana, name: "")) { act in
            for one in try PracticeReuseStore.tries(of: first, in: act).filter({ !$0.said.words.isEmpty }).prefix(2) {
                try PracticeReuseStore.show(true, one.id, of: first, at: centre, in: act)
            }
        }
    }

    /// One note that waits for somebody to look at it, one that waits for Ана's word, and people who are willing.
    private static func waiting(_ town: DemoTown, _ desk: Actor, _ records: Records) async throws {
        let centre = town.centre, (one, two) = (town.teachers[4], town.teachers[5])
        let willing = [
            (town.ana, "математика"), (town.teachers[6], "разредна настава"), (town.teachers[7], "математика и физика"), (town.branko, "информатика"),
        ]
        for (person, subject) in willing {
            try await records.write(by: Actor(person: person, name: "")) { try PracticeReviewStore.offer(subject, at: centre, in: $0) }
        }
        var first = draft(notes[0]), second = draft(notes[3])
        (first.title, second.title) = ("Проценти на пијаци", "Мост од шпагета")
        first.summary = "Ученици прате цену једног производа шест недеља и рачунају поскупљење."
        second.summary = "Који мост издржи највише: мерење силе, цртеж и договор у групи."
        let written = [(one, first), (two, second)]
        var ids: [Practice.ID] = []
        for (person, draft) in written {
            ids.append(try await records.at(records.now.adding(days: -4)).write(by: Actor(person: person, name: "")) { act in
                let id = try PracticeWriteStore.begin(draft, at: centre, in: act)
                try PracticeWriteStore.send(id, at: centre, in: act)
                return id
            })
        }
        let asked = ids[0]
        try await records.write(by: desk) { try PracticeReviewStore.ask(town.ana, about: asked, at: centre, in: $0) }
    }

    private static func books(_ ids: [Practice.ID], _ town: DemoTown, by desk: Actor, files: FileFolder, _ records: Records) async throws {
        let centre = town.centre, author = town.teachers[1]
        try await records.at(records.now.adding(days: -3)).write(by: Actor(person: author, name: "")) { act in
            let draft = PublicationDraft("Радни листови за разломке", in: .sr, readers: "за наставнике математике у старијим разредима")
            let id = try PublicationStore.ask(draft, at: centre, in: act)
            let text = "# Зашто разломци\n\nДвадесет листова, од мерења до једначина."
            try PublicationStore.write(text, nil, remark: "Прва верзија, без решења.", to: id, at: centre, in: act)
        }
        try await records.write(by: desk) { act in
            let draft = PublicationDraft("Добра пракса у Бистрику", in: .sr, readers: "за колегинице и колеге свих предмета", licence: .bySa)
            let id = try PublicationStore.collect(draft, at: centre, in: act)
            try PublicationStore.set(
                draft, Imprint(byline: "приредила Весна Ћирић", isbn: "978-0-306-40615-7", cip: "371.3(497.11)(082)", year: nil), of: id, at: centre, in: act)
            try PublicationStore.compose(Array(ids.prefix(4)), in: id, at: centre, in: act)
        }
        let reader = town.teachers[2], then = records.at(records.now.adding(days: -30)), printed = try FileIntake(files).made(sheet("Listovi za citanje"), "listovi.pdf")
        let work = try await then.write(by: Actor(person: reader, name: "Његош Бабунац")) { act in
            let id = try PublicationStore.ask(PublicationDraft("Листови за читање", in: .sr, readers: "за разредну наставу"), at: centre, in: act)
            try PublicationStore.write("# Како се користе\n\nСваки лист прати једну причу.", nil, remark: "", to: id, at: centre, in: act)
            return id
        }
        try await then.write(by: desk) { act in
            try PublicationStore.take(work, at: centre, in: act)
            try PublicationStore.publish(work, as: printed, seen: 1, at: centre, in: act)
        }
    }

    /// A PDF of one page with one line: a book is set by the typesetter, which fills no demonstration.
    private static func sheet(_ line: String) -> [UInt8] {
        let content = "BT /F1 24 Tf 60 500 Td (\(line)) Tj ET"
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        var text = "%PDF-1.4\n", places: [Int] = []
        for (number, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 6\n0000000000 65535 f \n"
        for place in places { text += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
        return Array((text + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }
}
