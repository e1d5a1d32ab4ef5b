@testable import Accounts
import Centres
@testable import Claims
import Events
import Forms
import HTTPTypes
import Kernel
import Languages
import Registration
import Schools
import Storage
import Testing
import Town

/// Who sees what is owed, and what becomes of it when somebody leaves.
@Suite struct PaymentStories {
    @Test func `everybody sees their own, a head what the school owes, and nobody else anything`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), school = try await town.school(of: town.ana, town.branko)
        try await town.milena.looksAfter(school, as: .head)
        try await town.ruta.looksAfter(school)
        let ana = try await town.claim(of: town.ana.applies(to: seminar, payer: .school, school: school))
        let branko = try await town.claim(of: town.branko.applies(to: seminar))
        let own = try await town.branko.opens("/me/payments"), reference = try #require(branko.shares[0].reference?.written)
        #expect(own.shows(reference) && own.shows("3.500"))
        #expect(try await town.branko.opens("/me").shows(town.say(T.claims.allMine, .srLatn)))
        #expect(try await !town.ana.opens("/me/payments").shows("3.500"), "the school pays for her")
        let head = try await town.milena.opens("/me/schools/\(school)/payments")
        #expect(head.shows("Ана Ђорђевић") && !head.shows("Бранко Његован"))
        #expect(try await town.milena.opens("/me/schools/\(school)/centre").shows(town.say(T.claims.allOfSchool)))
        for person in [town.ruta, town.ana, town.goran, town.vesna] { #expect(try await person.opens("/me/schools/\(school)/payments").status == 404) }
        for path in ["/staff/claims", ana.path, "/staff/prices", "/staff/events/\(seminar)/claims"] {
            #expect(try await town.milena.opens(path).status == 404, "\(path)")
        }
        #expect(try await town.stranger.send(.get, "/sr/me/payments").status != 200)
        #expect(try await town.vesna.opens("/staff/events/\(seminar)").link(town.say(T.claims.title)) != nil)
        let list = try await town.vesna.opens("/staff/events/\(seminar)/claims")
        #expect(list.shows("Ана Ђорђевић") && list.shows("Бранко Његован") && list.shows("7.000"))
    }

    @Test func `the list is narrowed, searched and taken away`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), other = try await town.paidSeminar("Друга обука", inDays: 50)
        let ana = try await town.claim(of: town.ana.applies(to: seminar)), branko = try await town.claim(of: town.branko.applies(to: other))
        try await town.paid(ana.shares[0])
        func list(_ query: String) async throws -> Page { try await town.vesna.opens("/staff/claims\(query)") }
        for (query, showsAna, showsBranko) in [("", true, true), ("?state=open", false, true), ("?event=\(seminar)", true, false), ("?q=njegovan", false, true)] {
            let page = try await list(query)
            #expect(page.shows("Ана Ђорђевић") == showsAna && page.shows("Бранко Његован") == showsBranko, "\(query)")
        }
        #expect(try await list("?q=\(branko.shares[0].reference!.base)").shows("Бранко Његован"))
        #expect(try await list("?payer=\(ana.shares[0].payer!)").shows("Ана Ђорђевић"))
        town.clock.passes(days: 16)
        try await town.vesna.enters(withFactor: true)
        #expect(try await list("?state=late").shows("Бранко Његован"))
        #expect(try await town.vesna.opens("/staff").shows(town.say(T.claims.todayLate(count: 1))))
        #expect(try await town.vesna.opens("/staff/claims.xlsx").status == 200)
        #expect(try await list("?state=nonsense&event=abc&payer=-1&page=99").status == 200)
    }

    @Test func `a workbook has every claim, however many are read at once`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today, payer = try await town.payer(.person(town.ana.id))
        let made = try await town.vesna.does { act in
            try (0..<5).map { number in
                try ClaimStore.add(ClaimDraft(payer, "Закуп \(number)", .rsd(100 + number), due: today.adding(days: number / 2)), at: centre, in: act)
            }
        }
        for piece in [1, 2, 5, 6] {
            let read = try await town.vesna.does { act in
                var ids: [Claim.ID] = []
                try ClaimListStore.each(ClaimFilter(), at: centre, on: today, piece: piece, in: act) { ids.append($0.id) }
                return ids
            }
            #expect(read == Array(made.reversed()), "\(piece) at once")
        }
        var late = ClaimFilter()
        late.state = .of(.late)
        let narrow = late
        let none = try await town.vesna.does { act in
            var count = 0
            try ClaimListStore.each(narrow, at: centre, on: today, in: act) { _ in count += 1 }
            return count
        }
        #expect(none == 0)
        #expect(try await town.vesna.opens("/staff/claims.xlsx").bytes.starts(with: Array("PK".utf8)))
        await #expect(throws: Problem.missing) {
            try await town.goran.does { act in try ClaimListStore.each(ClaimFilter(), at: centre, on: today, in: act) { _ in } }
        }
    }

    @Test func `another body pays a hall; its numbers are checked`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/claims/payers/new")
        let wrong = try await town.vesna.sends("/staff/claims/payers/new", ["name": "Удружење „Мост“", "pib": "101134703", "jbkjs": "12"])
        #expect(wrong.status == 422 && wrong.shows(town.say(T.claims.errorPib)) && wrong.shows(town.say(T.claims.errorJbkjs)))
        #expect(try await town.vesna.sends("/staff/claims/payers/new", ["pib": "101134702", "jbkjs": ""]).shows("Удружење „Мост“"))
        let payer = try #require(try await town.value("SELECT id FROM payer", as: ClaimPayer.ID.self))
        try await town.vesna.opens("/staff/claims/new?payer=\(payer)")
        #expect(try await town.vesna.sends("/staff/claims/new", ["subject": "", "amount": "-5"]).status == 422)
        let made = try await town.vesna.sends("/staff/claims/new", ["subject": "Закуп сале", "amount": "12.000,50", "due": "1.3.2026."])
        #expect(made.shows("Закуп сале") && made.shows("12.000,50"))
        let claim = try #require(try await town.finds { try ClaimStore.claims("1 = 1", in: $0) }.first)
        #expect(claim.amount == Money(minor: 1_200_050, .rsd) && claim.event == nil)
        let paid = try await town.vesna.sends("/money", ["deed": "paid", "amount": "13.000", "day": "4.2.2026."])
        #expect(paid.status == 409 && paid.shows(town.say(T.claims.errorTooMuch(rest: .money(claim.amount)))))
        #expect(try await town.vesna.sends("/money", ["amount": "12.000,50", "day": "5.2.2026."]).shows(town.say(T.claims.errorFuture)))
        #expect(try await town.vesna.sends("/money", ["day": "4.2.2026."]).status == 200)
        #expect(try await town.claim(claim.id).state(on: town.today) == .settled)
        try await town.agrees()
    }

    @Test func `an account goes: what was paid keeps the payer's name, what was not keeps nothing`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), later = try await town.paidSeminar("Касније", inDays: 60)
        let paid = try await town.claim(of: town.ana.applies(to: seminar))
        try await town.paid(paid.shares[0])
        _ = try await town.goran.applies(to: later)
        let held = try await town.finds { try ClaimKeepingStore.held(about: town.ana.id, in: $0).all }
        #expect(held["claim"]?.first?["amount"] == "350000" && held["claim_share"]?.first?["paid"] == "350000")
        let (ana, goran) = (town.ana.id, town.goran.id)
        try await town.does { try AccountStore.erase(goran, in: $0) }
        town.clock.passes(days: 40)
        try await town.does { try AccountStore.erase(ana, in: $0) }
        try await town.vesna.enters(withFactor: true)
        let kept = try await town.claim(paid.id)
        #expect(kept.person == nil && kept.shares[0].payerName == "Ана Ђорђевић" && kept.personName.isEmpty)
        #expect(try await town.claims(of: later).allSatisfy { $0.isCancelled && $0.shares[0].payerName.isEmpty && $0.person == nil })
        #expect(try await !town.vesna.opens("/staff/claims?q=ljubic").shows("Љубић"))
        // Ten years and the rest of the year later nobody's name stands there.
        town.clock.passes(days: 366 * 11)
        try await town.does { try ClaimKeepingStore.forgetOld(in: $0) }
        let old = try await town.claim(paid.id)
        #expect(old.shares[0].payerName.isEmpty && old.paid == .rsd(3500))
    }

    @Test func `two accounts become one: claims and payments go along`() async throws {
        let town = try await Town(), seminar = try await town.paidSeminar(), other = try await town.paidSeminar("Друга обука", inDays: 50), centre = town.centre
        _ = try await town.ana.applies(to: seminar)
        _ = try await town.goran.applies(to: other)
        let (ana, goran) = (town.ana.id, town.goran.id)
        try await town.does { act in
            try act.db.run("UPDATE person SET verified = NULL WHERE id = \(goran)")
            _ = try MergeStore.merge(ana, goran, MergeChoice(Typed(["address": "\(ana)"])), at: centre, in: act)
        }
        #expect(try await town.finds { try ClaimListStore.shares(of: town.ana.id, at: centre, in: $0) }.count == 2)
        #expect(try await town.count("claim WHERE person = \(town.ana.id)") == 2)
    }
}
