import Accounts
import Centres
import Contests
@testable import Files
import Foundation
import HTTPTypes
@testable import Juries
import Kernel
import Languages
import Schools
import Site
import Storage
import Testing
import Town
import Web

/// A whole contest, from its call to the day on which nothing of the children is left.
@Suite struct PhotoContestStories {
    private static let given = ["Анђа", "Бисер", "Вида", "Гаврило", "Дара", "Ђурађ", "Јања"]

    @Test func `forty photos of six schools go from the call to gallery and diplomas, and a year later no child's name is left`() async throws {
        let town = try await Town(), mentors = [town.milena, town.ruta]
        var schools: [School.ID] = []
        for number in 0..<6 { schools.append(try await town.workplace("ОШ „Школа \(number + 1)“", of: mentors[number % 2])) }
        let contest = try await announced(in: town), own = "/me/contests/\(contest)"
        // Six classes, each at once; what is not sent with the other half is forgotten.
        for (number, school) in schools.enumerated() {
            let mentor = mentors[number % 2], language: Language = number % 2 == 0 ? .sr : .lt, count = number < 4 ? 7 : 6
            let names = (0..<count).map { "\(Self.given[$0]) Звездановић" }
            let rows = names.enumerated().map { "\($1); 6; Светлост \(number)\($0); foto-\(number)\($0).jpg; Прозор пун светлости" }
            let files = try (0..<count).map { place in
                (field: "files", name: "foto-\(number)\(place).jpg", bytes: try Pictures.photo(width: 320 + 10 * number + place, height: 200 + number))
            }
            try await mentor.opens("\(own)/class")
            let lines = (["Име; разред; наслов; датотека; слика"] + rows).joined(separator: "\n")
            let read = try await mentor.browser.uploads("/class", files: files, ["school": "\(school)", "rows": lines])
            #expect(read.status == 200 && read.shows(town.say(T.contests.classReadyText, language)), "\(number): \(read.status) \(read.text.prefix(1_500))")
            #expect(try await mentor.browser.uploads("/class", files: [], ["sure": "yes"]).shows(town.say(T.contests.saidClass(count: count), language)))
        }
        #expect(try await town.count("contest_work WHERE state = 'sent'") == 40)
        // The parents' forms came back: all may be shown, of the last class nobody may be named.
        for (mentor, language) in zip(mentors, [Language.sr, .lt]) {
            let form = try #require(try await mentor.opens(own).form("/consents"))
            let fields = form.fields.map { field in
                (field.name, ["enter-", "show-", "name-"].contains { field.name.hasPrefix($0) } ? "yes" : field.value)
            }
            #expect(try await mentor.browser.post(Page.Form(action: form.action, fields: fields)).shows(town.say(T.common.saved, language)))
        }
        let last = schools[5]
        try await town.does { act in
            try act.db.run("UPDATE contest_author SET may_be_named = 'no' WHERE work IN (SELECT id FROM contest_work WHERE school = \(last))")
        }

        try await judged(contest, in: town)
        let results = try await town.stranger.opens("/contests/\(contest)/results")
        #expect(results.shows("Звездановић") && results.shows(town.say(T.juries.prizeFirst)))
        let gallery = try await town.stranger.opens("/contests/\(contest)/gallery")
        #expect(gallery.status == 200 && gallery.html.components(separatedBy: "<img").count - 1 >= 40)
        #expect(!gallery.html.contains("foto-"), "no name of a file")
        let diplomas = try await town.vesna.browser.send(.get, "/sr/staff/juries/\(contest)/diplomas.pdf")
        #expect(try diplomas.status == 200 && Printed.words(of: diplomas.bytes).contains("Звездановић"))

        town.clock.passes(days: 400)
        // The night: what the contest held, then the files that nothing names any more.
        try await town.does { try ContestKeepingStore.forgetOld(in: $0) }
        let named = try await town.does { act in
            try FileStore.forgetUnused(in: act)
            return try FileStore.digests(in: act)
        }
        try FileFolder(town.app.installation.files).sweep(keeping: named, at: Date(timeIntervalSinceNow: 90_000))
        try await town.settles()
        let left = try await town.traces(of: "Звездановић", "zvezdanovic", Self.given[0], Self.given[1], Self.given[3], "foto-")
        #expect(left == [])
        #expect(try await town.count("contest_work WHERE state = 'sent' AND code <> ''") == 40, "codes and numbers stay")
        #expect(try await town.stranger.opens("/contests/\(contest)/results").status == 200)
    }

    private func announced(in town: Town) async throws -> Contest.ID {
        try await town.vesna.opens("/staff/contests/new")
        try await town.vesna.sends("/staff/contests/new", [
            "name": "Светлост у учионици", "kind": "photo", "who": "pupils", "hasJury": "yes", "level": "centre", "opensDay": "1.2.2026.", "opensTime": "8:00",
            "closesDay": "1.3.2026.", "closesTime": "23:59", "rules": "# Ко учествује\n\nСви ученици.",
        ])
        let contest = try #require(try await town.value("SELECT id FROM contest", as: Contest.ID.self)), desk = "/staff/contests/\(contest)"
        try await town.vesna.opens("\(desk)/categories/new")
        #expect(try await town.vesna.sends("/categories/new", ["name": "Фотографија", "kinds": "picture", "mostWorks": "30"]).status == 200)
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("/move", ["state": "open"]).status == 200)
        return contest
    }

    /// The deadline has passed: three who have nothing to do with the schools judge, the chair decides, the centre publishes.
    private func judged(_ contest: Contest.ID, in town: Town) async throws {
        town.clock.passes(days: 26)
        try await town.vesna.enters(withFactor: true)
        let desk = "/staff/juries/\(contest)", path = "/me/juries/\(contest)", jury = [town.ana, town.branko, town.goran]
        try await town.vesna.opens(desk)
        try await town.vesna.sends("\(desk)/rules", ["criteria": "Идеја; 2\nИзрада", "tie": "criterion", "scale": "5", "margin": "15", "order": "raw"])
        try await town.vesna.sends("\(desk)/rounds", ["kind": "points", "seenBy": "2", "most": ""])
        for juror in jury {
            try await town.vesna.opens(desk)
            try await town.vesna.sends("\(desk)/jurors", ["email": juror.email])
        }
        let chair = try #require(try await town.value("SELECT id FROM juror WHERE person = \(town.ana.id)", as: Int64.self))
        try await town.vesna.opens(desk)
        try await town.vesna.sends("\(desk)/jurors/\(chair)/chair")
        for juror in jury {
            try await juror.enters()
            try await juror.opens(path)
            try await juror.sends("\(path)/answer", ["answer": "yes"])
        }
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/open").shows(town.say(T.juries.openedDeed)))
        let centre = town.centre
        for juror in jury {
            try await juror.does { act in
                let desk = try JurySheetStore.desk(contest, at: centre, in: act)
                for (place, line) in desk.lines.enumerated() {
                    let marks = Dictionary(uniqueKeysWithValues: desk.seat.criteria.map { ($0.id, 1 + (place + Int($0.id.value)) % 5) })
                    try JurySheetStore.give(GivenSheet(marks: marks), to: line.code, of: contest, at: centre, in: act)
                }
            }
        }
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/close").shows(town.say(T.juries.closedDeed)))
        let codes = try await town.finds { act in try act.db.rows("SELECT code FROM contest_work ORDER BY id LIMIT 3").map { try $0["code"] as String } }
        try await town.ana.opens("\(path)/board")
        let decided = try await town.ana.sends("\(path)/decide", [
            "prize-\(codes[0])": "1", "prize-\(codes[1])": "2", "prize-\(codes[2])": "3", "reason-\(codes[0])": "Светлост.", "reason-\(codes[1])": "Сенка.",
            "reason-\(codes[2])": "Тишина.", "reason": "Једногласно.",
        ])
        #expect(decided.shows(town.say(T.juries.decidedDeed)), "\(decided.text.prefix(1_500))")
        try await town.vesna.opens(desk)
        #expect(try await town.vesna.sends("\(desk)/publish").shows(town.say(T.juries.saidPublished)))
    }
}
