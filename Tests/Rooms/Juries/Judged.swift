import Accounts
import Centres
import Contests
import Files
import Foundation
@testable import Juries
import Kernel
import Languages
import Operation
import Schools
import Site
import Storage
import Testing
import Town

/// A contest whose deadline has passed, with works of two schools: Милена and Rūta sent them in, Ана chairs its jury, Бранко and Горан sit in it.
struct Judged {
    let town: Town
    let contest: Contest.ID
    let photo: ContestCategory.ID
    let text: ContestCategory.ID
    /// Of Милена, and of Rūta.
    let schools: [School.ID]

    /// - Parameter works: in the first category, each with the name of its author; their codes count from `AAAAA2` on.
    init(_ town: Town, works: Int = 4, texts: Int = 0) async throws {
        self.town = town
        let first = try await town.workplace("ОШ „Тајна”", of: town.milena), second = try await town.workplace("ОШ „Скривена”", of: town.ruta)
        let (centre, milena, ruta) = (town.centre, town.milena.id, town.ruta.id)
        (contest, photo, text) = try await town.does { act in
            let id = Contest.ID(try act.db.insert("""
                INSERT INTO contest (centre, kind, language, name, lead, rules, has_jury, is_for_pupils, state, opens, closes, level, created)
                VALUES (\(centre), 'photo', 'sr', 'Светлост и сенка', 'Фотографије ученика', 'Правила', \(true), \(true), 'open', \(act.now.adding(days: -30)),
                    \(act.now.adding(days: -1)), 'centre', \(act.now.adding(days: -40))) RETURNING id
                """))
            func category(_ name: String, _ position: Int) throws -> ContestCategory.ID {
                ContestCategory.ID(try act.db.insert("""
                    INSERT INTO contest_category (contest, name, most_works, kinds, position) VALUES (\(id), \(name), 9, 'picture', \(position)) RETURNING id
                    """))
            }
            return (id, try category("Фотографија", 1), try category("Прича", 2))
        }
        schools = [first, second]
        for number in 0..<works { try await add(number, photo, mentor: number % 2 == 0 ? milena : ruta, school: number % 2 == 0 ? first : second) }
        for number in 0..<texts { try await add(works + number, text, mentor: ruta, school: second) }
    }

    static func code(_ number: Int) -> String {
        let letters = WorkCode.letters, value = number + 24
        return "AAAA\(letters[value / letters.count])\(letters[value % letters.count])"
    }

    /// Whose work it is stands in every column that no juror may see.
    func add(
        _ number: Int, _ category: ContestCategory.ID, mentor: Person.ID, school: School.ID, may consent: (show: String, name: String) = ("yes", "yes")
    ) async throws {
        let contest = contest, code = Self.code(number), centre = town.centre
        let file = try FileIntake(FileFolder(town.app.place.data.appending(path: "files"))).made(
            Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h\(number % 9)v9z\"/></svg>".utf8), "\(code).svg", alt: "")
        try await town.does { act in
            let work = ContestWork.ID(try act.db.insert("""
                INSERT INTO contest_work (contest, category, code, mentor, school, grade, title, words, alt, state, begun, sent)
                VALUES (\(contest), \(category), \(code), \(mentor), \(school), 6, \("Наслов \(number)"), 'Шта сам видео.', 'Прозор', 'sent', \(act.now.adding(days: -9)),
                    \(act.now.adding(days: -8))) RETURNING id
                """))
            try act.db.run("""
                INSERT INTO contest_author (work, name, grade, may_enter, may_show, may_be_named, consent, consented)
                VALUES (\(work), \("Петра Тајновић \(number)"), 6, 'yes', \(consent.show), \(consent.name), 'paper', \(act.now))
                """)
            let shown = try FileStore.add(file, of: centre, in: act)
            try act.db.run("""
                INSERT INTO contest_file (work, original, shown, kind, name, position) VALUES (\(work), \(shown), \(shown), 'picture', 'petra_tajna_6-2.jpg', 1)
                """)
        }
    }

    func work(_ number: Int) async throws -> ContestWork.ID {
        try #require(try await town.value("SELECT id FROM contest_work WHERE code = \(Self.code(number))", as: ContestWork.ID.self))
    }

    /// What is judged by, one round, and a jury that has accepted.
    func prepared(_ rounds: [JuryRound.Details] = [JuryRound.Details(.points)], rules: JuryRules = JuryRules(), jurors: [Someone]? = nil) async throws {
        let (contest, centre) = (contest, town.centre), people = jurors ?? [town.ana, town.branko, town.goran]
        try await town.vesna.does { act in
            try JuryStore.set(rules, [("Идеја", 2), ("Израда", 1)], of: contest, at: centre, in: act)
            for round in rounds { try JuryStore.add(round, to: contest, at: centre, in: act) }
            for (index, someone) in people.enumerated() {
                try JurorStore.invite(email: someone.email, [], chair: index == 0, to: contest, at: centre, in: act)
            }
        }
        for someone in people { try await someone.does { try JurorStore.answer(true, contest, at: centre, in: $0) } }
    }

    func opens() async throws {
        let (contest, centre) = (contest, town.centre)
        try await town.vesna.does { try JuryRoundStore.open(contest, at: centre, in: $0) }
    }

    func closes() async throws {
        let (contest, centre) = (contest, town.centre)
        try await town.vesna.does { try JuryRoundStore.close(contest, at: centre, in: $0) }
    }

    func desk(_ someone: Someone) async throws -> JurorDesk {
        let (contest, centre) = (contest, town.centre)
        return try await someone.does { try JurySheetStore.desk(contest, at: centre, in: $0) }
    }

    /// Somebody gives all that lies before them.
    /// - Parameter mark: for a code; of a sift whether it is above three.
    func gives(_ someone: Someone, _ mark: @escaping @Sendable (String) -> Int) async throws {
        let (contest, centre) = (contest, town.centre)
        try await someone.does { act in
            let desk = try JurySheetStore.desk(contest, at: centre, in: act)
            for line in desk.lines where !line.isDeclared {
                let marks = Dictionary(uniqueKeysWithValues: desk.seat.criteria.map { ($0.id, mark(line.code)) })
                let given = desk.seat.round?.kind == .sift ? GivenSheet(isIn: mark(line.code) > 3) : GivenSheet(marks: marks)
                try JurySheetStore.give(given, to: line.code, of: contest, at: centre, in: act)
            }
        }
    }

    /// All jurors give the same: the first work the most.
    func judged() async throws {
        try await opens()
        for someone in [town.ana, town.branko, town.goran] { try await gives(someone) { code in max(1, 5 - ((0..<9).first { Self.code($0) == code } ?? 4)) } }
        try await closes()
    }

    func decides(_ prizes: [Int: Prize], reason: String = "") async throws {
        let (contest, centre) = (contest, town.centre)
        let verdict = JuryVerdict(Dictionary(uniqueKeysWithValues: prizes.map { (Self.code($0.key), JuryVerdict.Given($0.value)) }), reason: reason)
        try await town.ana.does { try JuryDecisionStore.decide(verdict, contest, at: centre, in: $0) }
    }

    func publishes() async throws {
        let (contest, centre) = (contest, town.centre)
        try await town.vesna.does { try ContestStore.move(contest, to: .decided, at: centre, in: $0) }
    }

    /// What must not be read by anybody of a jury.
    static let secrets = ["Петра", "Тајновић", "Тајна", "Скривена", "Милена", "Џелатовић", "Žemaitytė", "petra_tajna", "Petra", "milena@", "ruta@"]

    var path: String { "/me/juries/\(contest)" }
    var deskPath: String { "/staff/juries/\(contest)" }
}
