import Events
import Foundation
import Interfaces
import Kernel
import Languages
import Queues
import Registration
import Site
import Storage
import Testing
import Town
import Web

/// Other programs are told what happens.
@Suite struct WebhookStories {
    private static let inside = ["ZBORNICA_INSIDE": "yes"]

    @Test func `an announced event is told, signed, once, and of people numbers only`() async throws {
        try await Listener.listens { listener in
            let town = try await Town(environment: Self.inside)
            try await town.directed()
            let (id, secret) = try await town.webhook(listener.address + "/hook", .announced, .registered, .withdrawn, .cancelled)
            let seminar = try await town.seminar("Дигитална учионица", seats: 3)
            let registration = try await town.ana.applies(to: seminar)
            try await town.ana.withdraws(registration.id)
            try await town.change(seminar) { $0.points = 6 }
            _ = try await town.seminar("Нацрт", announced: false)
            try await town.settles()
            let heard = try await listener.heard(secret)
            #expect(heard.count == 3 && heard.allSatisfy(\.isGood), "\(heard)")
            let kinds = try heard.map { try #require(try JSONSerialization.jsonObject(with: Data($0.body.utf8)) as? [String: Any])["type"] as? String }
            #expect(kinds == ["event.announced", "registration.made", "registration.withdrawn"], "in the order in which it happened")
            #expect(heard.allSatisfy { !$0.body.contains("Ана") && !$0.body.contains("ana@") && !$0.body.contains("Ђорђевић") })
            #expect(Set(heard.map(\.id)).count == 3)
            #expect(try await town.deliveries(id).allSatisfy { $0.state == .delivered && $0.status == 200 })
            try await town.settles()
            #expect(try await listener.heard().count == 3)
            let page = try await town.vesna.opens("/settings/interface/webhooks/\(id)")
            #expect(page.shows(town.say(T.interfaces.deliveryDone)) && page.shows("the answer of the other side"))
        }
    }

    @Test func `who answers 500 is called ever more seldom, after a day it stops, and the director is told; then it goes on`() async throws {
        try await Listener.listens { listener in
            let town = try await Town(environment: Self.inside)
            try await town.directed()
            let id = try await town.webhook(listener.address + "/hook", .announced).id
            try await listener.answers(500)
            _ = try await town.seminar("Прва")
            try await town.settles()
            #expect(try await listener.heard().count == 1)
            try await town.settles()
            #expect(try await listener.heard().count == 1, "not at once again")
            for _ in 0..<60 where try await town.webhook(id).state == .on {
                town.clock.passes(minutes: 30)
                try await town.settles()
            }
            try await town.vesna.enters(withFactor: true)
            let stopped = try await town.webhook(id)
            #expect(stopped.state == .paused)
            let calls = try await listener.heard().count
            #expect(calls > 8 && calls < 20, "\(calls)")
            #expect(Set(try await listener.heard().map(\.id)).count == 1, "it is the same thing each time")
            #expect(try await town.vesna.opens("/staff").shows(town.say(T.interfaces.todayStopped)))
            #expect(town.mail.to("vesna@bistrik.example").contains { $0.plain.contains("заустављено") })
            #expect(try await !town.ana.opens("/me").shows(town.say(T.interfaces.todayStopped)))

            try await listener.answers(200)
            _ = try await town.seminar("Друга")
            try await town.settles()
            #expect(try await listener.heard().count == calls, "while it is stopped nothing is sent")
            // A trial that arrives is no word that it goes on.
            try await town.vesna.opens("/settings/interface/webhooks/\(id)")
            try await town.vesna.sends("/settings/interface/webhooks/\(id)/trial")
            try await town.settles()
            #expect(try await listener.heard().count == calls + 1)
            #expect(try await town.webhook(id).failing != nil)
            #expect(try await town.vesna.opens("/staff").shows(town.say(T.interfaces.todayStopped)))
            try await town.vesna.opens("/settings/interface/webhooks/\(id)")
            try await town.vesna.sends("/settings/interface/webhooks/\(id)/resume")
            try await town.settles()
            #expect(try await listener.heard().count == calls + 3, "what waited arrives")
            #expect(try await town.webhook(id).failing == nil)
        }
    }

    @Test func `another address has failed in nothing yet, and is called at once`() async throws {
        try await Listener.listens { listener in
            try await Listener.listens { other in
                let town = try await Town(environment: Self.inside)
                try await town.directed()
                let id = try await town.webhook(listener.address + "/hook", .announced).id, own = "/settings/interface/webhooks/\(id)"
                try await listener.answers(500)
                _ = try await town.seminar("Прва")
                try await town.settles()
                for _ in 0..<6 {
                    town.clock.passes(hours: 1)
                    try await town.settles()
                }
                try await town.vesna.enters(withFactor: true)
                let failing = try await town.webhook(id)
                #expect(failing.tries == 7 && failing.failing != nil)
                // The same address has failed as before.
                try await town.vesna.opens(own)
                try await town.vesna.sends(own, ["name": "Сајт центра"])
                #expect(try await town.webhook(id).tries == 7)
                try await town.vesna.opens(own)
                try await town.vesna.sends(own, ["link": other.address + "/hook"])
                let moved = try await town.webhook(id)
                #expect(moved.tries == 0 && moved.failing == nil && moved.due == nil)
                try await town.settles()
                #expect(try await other.heard().count == 1)
                #expect(try await town.deliveries(id).map(\.state) == [.delivered])
            }
        }
    }

    @Test func `who hangs costs one call and keeps nobody else waiting`() async throws {
        try await Listener.listens { listener in
            try await Listener.listens { other in
                let town = try await Town(environment: Self.inside)
                try await town.directed()
                let id = try await town.webhook(listener.address + "/hook", .announced).id
                _ = try await town.webhook(other.address + "/hook", .announced)
                try await listener.answers(0)
                for title in ["Прва", "Друга", "Трећа"] { _ = try await town.seminar(title) }
                try await town.settles()
                #expect(try await other.heard().count == 3)
                let deliveries = try await town.deliveries(id)
                #expect(deliveries.filter { $0.tries > 0 }.count == 1, "one of three was tried")
                #expect(try await town.vesna.opens("/settings/interface/webhooks/\(id)").shows(town.say(T.interfaces.faultLate)))
            }
        }
    }

    @Test func `the inside network is refused when it is typed and when it is called`() async throws {
        try await Listener.listens { listener in
            let town = try await Town()
            try await town.directed()
            try await town.vesna.opens("/settings/interface/webhooks/new")
            for address in ["https://127.0.0.1/x", "https://localhost/x", "http://example.org/x", "https://192.168.1.1/"] {
                let refused = try await town.vesna.sends("/settings/interface/webhooks/new", ["name": "Сајт", "link": address, "kinds": "event.announced"])
                #expect(refused.status == 422 && refused.html.contains("field-link-error"), "\(address)")
            }
            #expect(try await town.count("webhook") == 0)
            let id = try await town.webhook(listener.address + "/hook", .announced).id
            _ = try await town.seminar()
            try await town.settles()
            #expect(try await listener.heard().isEmpty, "whatever stands in the table, it is not called")
            #expect(try await town.vesna.opens("/settings/interface/webhooks/\(id)").shows(town.say(T.interfaces.faultInside)))
        }
    }

    @Test func `a trial and one more sending arrive by hand, the secret is shown once, and the one before it signs for a day`() async throws {
        try await Listener.listens { listener in
            let town = try await Town(environment: Self.inside)
            try await town.directed()
            try await town.vesna.opens("/settings/interface/webhooks/new")
            let made = try await town.vesna.sends(
                "/settings/interface/webhooks/new", ["name": "Сајт центра", "link": listener.address + "/hook", "kinds": "event.cancelled"])
            let pattern = /whsec_[A-Za-z0-9+\/]+=*/
            let secret = try #require(made.html.firstMatch(of: pattern).map { String($0.0) })
            let id = try #require(try await town.value("SELECT id FROM webhook", as: Int64.self)), own = "/settings/interface/webhooks/\(id)"
            #expect(try await !town.vesna.opens(own).html.contains("whsec_"))
            try await town.vesna.sends(own + "/trial")
            try await town.settles()
            #expect(try await listener.heard(secret).map(\.isGood) == [true])
            try await town.vesna.opens(own)
            let renewed = try await town.vesna.sends(own + "/secret")
            let newer = try #require(renewed.html.firstMatch(of: pattern).map { String($0.0) })
            let delivery = try #require(try await town.value("SELECT id FROM webhook_delivery", as: Int64.self))
            try await town.vesna.opens(own)
            try await town.vesna.sends("\(own)/deliveries/\(delivery)/again")
            try await town.settles()
            for one in [secret, newer] { #expect(try await listener.heard(one).last?.isGood == true, "both sign for a day") }
            town.clock.passes(days: 1, hours: 1)
            try await town.vesna.enters(withFactor: true)
            try await town.vesna.opens(own)
            try await town.vesna.sends("\(own)/deliveries/\(delivery)/again")
            try await town.settles()
            #expect(try await listener.heard(secret).last?.isGood == false)
            #expect(try await listener.heard(newer).last?.isGood == true)
            try await town.vesna.opens(own)
            try await town.vesna.sends(own + "/end")
            #expect(try await town.vesna.opens(own).form(own + "/trial") == nil, "an ended one is only looked at")
        }
    }

    @Test func `what cannot be delivered for three days is given up, and the log is forgotten after its time`() async throws {
        let town = try await Town()
        try await town.directed()
        let id = try await town.webhook("https://example.org/hook", .announced).id, centre = town.centre
        try await town.vesna.does { try WebhookStore.pause(id, at: centre, in: $0) }
        _ = try await town.seminar()
        #expect(try await town.deliveries(id).map(\.state) == [.waiting])
        let (timetable, zone) = (town.app.timetable, Zone.utc)
        for (days, states) in [(4, [WebhookDelivery.State.dropped]), (31, [])] {
            town.clock.passes(days: days)
            try await town.does { try timetable.look(in: $0, zone: zone) }
            try await town.settles()
            #expect(try await town.deliveries(id).map(\.state) == states, "after \(days) days more")
        }
    }
}
