import Centres
import Events
import HTTPTypes
import Kernel
import Languages
import Planning
import Storage
import Testing
import Town

/// The offer of a month.
@Suite struct OfferStories {
    @Test func `it is proposed from events and plans, published, and read by everybody as it was`() async throws {
        let town = try await Town()
        let plan = try await town.yearPlan(), seminar = try await town.seminar("Читање", inDays: 35), other = try await town.seminar("Писање", inDays: 36)
        _ = try await town.line("Округли сто", in: plan)
        _ = try await town.seminar("Април", inDays: 62)
        #expect(try await town.stranger.opens("/offer").shows(town.say(T.planning.noOffersPublic)))
        #expect(try await town.stranger.opens("/offer/2026-03").status == 404)
        #expect(try await town.stranger.opens("/offer/latest").status == 404)

        try await town.vesna.opens("/staff/offers")
        let begun = try await town.vesna.sends("/staff/offers", ["month": "2026-03"])
        #expect(begun.path == "/sr/staff/offers/1" && begun.shows("Читање") && begun.shows("Округли сто") && !begun.shows("Април"))
        // All of it is ticked; one is taken out.
        let form = try #require(begun.form("/staff/offers/1"))
        #expect(form.fields.filter { $0.name == "lines" }.count == 3)
        let fields = form.fields.filter { $0.value != "event-\(other)" && $0.name != "intro" } + [("intro", "Драге колеге,\nево понуде."), ("publish", "yes")]
        #expect(try await town.vesna.browser.post(Page.Form(action: form.action, fields: fields)).shows(town.say(T.planning.saidOfferPublished)))
        let read = try await town.stranger.opens("/offer/2026-03")
        #expect(read.status == 200 && read.shows("ево понуде.") && read.link("Читање") == "/sr/events/\(seminar)" && read.shows("Округли сто")
            && !read.shows("Писање"))
        #expect(try await town.stranger.opens("/offer/latest").shows("Читање"))
        #expect(try await town.stranger.opens("/offer").link("Март 2026.") == "/sr/offer/2026-03")
        #expect(try await town.stranger.opens("/sr-Latn/offer/2026-03").shows("Čitanje"))
        #expect(try await town.stranger.opens("/offer/2026-04").status == 404)
        #expect(try await town.stranger.opens("/offer/0").status == 404)

        let calendar = try await town.stranger.send(.get, "/sr/offer/2026-03/offer.ics")
        #expect(calendar.html.contains("SUMMARY:Читање") && !calendar.html.contains("Писање"))
        let feed = try await town.stranger.send(.get, "/sr/offer.atom")
        #expect(feed.headers[.contentType] == "application/atom+xml; charset=utf-8" && feed.html.contains("<title>Понуда: Март 2026.</title>")
            && feed.html.contains("Читање"))
        let booklet = try await town.vesna.browser.send(.get, "/sr-Latn/staff/offers/1/offer.pdf")
        #expect(booklet.status == 200 && booklet.bytes.starts(with: Array("%PDF".utf8)))
        #expect(try await town.goran.opens("/staff/offers/1").status == 404)
    }

    @Test func `what changes after it was published is seen, by the event and by the next publication`() async throws {
        let town = try await Town()
        let centre = town.centre, moved = try await town.seminar("Читање", inDays: 35), off = try await town.seminar("Писање", inDays: 36),
            month = try #require(OfferMonth("2026-03"))
        let offer = try await town.vesna.does { act in
            let id = try MonthOfferStore.begin(month, at: centre, in: act)
            try MonthOfferStore.publish(id, in: act)
            return id
        }
        #expect(try await !town.stranger.opens("/offer/2026-03").html.contains("id=\"changes\""))
        await #expect(throws: Problem.conflict(T.planning.offerSame)) { try await town.vesna.does { try MonthOfferStore.publish(offer, in: $0) } }
        try await town.change(moved) { $0.sessions[0].day = $0.sessions[0].day.adding(days: 3) }
        try await town.vesna.cancels(off, because: "Болест")
        let told = try await town.stranger.opens("/offer/2026-03")
        #expect(told.shows("нови дан") && told.shows("отказано"), "at once, by the events themselves")
        try await town.vesna.does { act in
            let now = try MonthOfferStore.offer(offer, in: act)
            try MonthOfferStore.edit(offer, intro: "Измењено.", now.chosen.subtracting([.event(off)]), seen: now.edits, in: act)
            try MonthOfferStore.publish(offer, in: act)
        }
        let changed = try await town.stranger.opens("/offer/2026-03")
        #expect(changed.html.contains("id=\"changes\"") && changed.shows(town.say(T.planning.removed)) && changed.shows(town.say(T.planning.reworded))
            && changed.shows("Писање"))
        #expect(!changed.shows("нови дан"))
        #expect(try await town.count("month_offer_version") == 2)
        let feed = try await town.stranger.send(.get, "/sr/offer.atom")
        #expect(feed.html.contains(town.say(T.planning.offerChange(number: 1))))
        #expect(try await town.journal("month_offer", offer.value) == ["planning.offerBegun", "planning.offerPublished", "planning.offerChanged",
            "planning.offerPublished"])
    }

    @Test func `a month with nothing is not published, and says what to do`() async throws {
        let town = try await Town()
        try await town.vesna.opens("/staff/offers")
        #expect(try await town.vesna.sends("/staff/offers", ["month": "2026-13"]).status == 422)
        let empty = try await town.vesna.sends("/staff/offers", ["month": "2026-07"])
        #expect(empty.shows(town.say(T.planning.nothingInMonth)))
        let refused = try await town.vesna.sends("/staff/offers/1", ["intro": "Уводна реч", "publish": "yes"])
        #expect(refused.status == 422 && refused.shows(town.say(T.planning.offerEmpty)) && refused.shows("Уводна реч"))
        #expect(try await town.count("month_offer_version") == 0)
        #expect(try await town.vesna.opens("/staff/offers/1/offer.pdf").status == 409)
        // Once more the same month is the same offer.
        try await town.vesna.opens("/staff/offers")
        #expect(try await town.vesna.sends("/staff/offers", ["month": "2026-07"]).path == "/sr/staff/offers/1")
    }

    @Test func `of two who change an offer the second is told, and nothing of another centre gets in`() async throws {
        let town = try await Town()
        let centre = town.centre, own = try await town.seminar("Читање", inDays: 35), theirs = try await town.seminar("Туђа", inDays: 35),
            month = try #require(OfferMonth("2026-03"))
        let (other, browser) = try await town.neighbour()
        try await town.does { try $0.db.run("UPDATE event SET centre = \(other) WHERE id = \(theirs)") }
        let offer = try await town.vesna.does { try MonthOfferStore.begin(month, at: centre, in: $0) }
        let form = try #require(try await town.vesna.opens("/staff/offers/\(offer)").form("/staff/offers/\(offer)"))
        try await town.vesna.does { try MonthOfferStore.edit(offer, intro: "Прво", [.event(own)], seen: 0, in: $0) }
        let second = try await town.vesna.browser.post(form, ["intro": "Друго"])
        #expect(second.status == 409 && second.shows("Друго"))
        await #expect(throws: Problem.missing) { try await town.vesna.does { try MonthOfferStore.edit(offer, intro: "", [.event(theirs)], seen: nil, in: $0) } }
        #expect(try await browser.opens("/staff/offers/\(offer)").status == 404)
        #expect(try await browser.opens("/offer/2026-03").status == 404)
        #expect(try await town.count("month_offer_line") == 1)
    }

    @Test func `all centres stand in one calendar, and the same programme in one week is said`() async throws {
        let town = try await Town()
        let programme = try await town.programme(), plan = try await town.yearPlan()
        _ = try await town.line("Наша", in: plan, "2026-03-11", "2026-03-12", programme: programme)
        let (other, browser) = try await town.neighbour(), ruta = town.ruta.id
        let theirs = try await town.ruta.does { act in
            let id = try YearPlanStore.begin(PlanYear(.school, 2025), copies: false, at: other, in: act)
            let days = try #require(Day(iso: "2026-03-14"))...(try #require(Day(iso: "2026-03-14")))
            try YearPlanStore.add(PlanItemDetails(programme: programme, title: "Њихова", person: ruta, days: days), to: id, in: act)
            return id
        }
        let page = "/staff/plans/together?month=2026-03"
        #expect(try await !town.vesna.opens(page).shows("Њихова"), "what is not handed in is the other centre’s own")
        try await town.ruta.does { _ = try PlanVersionStore.submit(theirs, because: "", in: $0) }
        let seen = try await town.vesna.opens(page)
        #expect(seen.shows("Њихова") && seen.shows(town.say(T.planning.clashes)) && seen.shows("Švietimo centras"))
        #expect(try await !browser.opens(page).shows("Naša"), "ours was not handed in")
        let april = try await town.vesna.opens("/staff/plans/together?month=2026-04")
        #expect(april.shows(town.say(T.planning.togetherNone)))
    }
}
