import Certificates
import Events
import Foundation
import HTTPTypes
import Interfaces
import Kernel
import Languages
import Publishing
import Registration
import Testing
import Town

/// What anybody's program reads.
@Suite struct ReadingStories {
    @Test func `a program reads what people read, in every language, page by page, and is not sent again what stands`() async throws {
        let town = try await Town()
        var events: [Event.ID] = []
        for (place, title) in ["Рад са даровитима", "Дигитална учионица", "Читање у настави"].enumerated() {
            events.append(try await town.seminar(title, seats: 5, inDays: 20 + place))
        }
        let draft = try await town.seminar("Тајни нацрт", announced: false)
        _ = try await town.ana.applies(to: events[0])

        let first = try await town.asks("/events?limit=2")
        #expect(first.status == 200 && first.items.map { $0["id"] as? Int } == events.prefix(2).map { Int($0.value) })
        let title = try #require(first.items.first?["title"] as? [String: Any])
        #expect(title["sr"] as? String == "Рад са даровитима" && title["sr-Latn"] as? String == "Rad sa darovitima" && title["lt"] is NSNull)
        let seats = try #require(first.items.first?["seats"] as? [String: Any])
        #expect(seats["all"] as? Int == 5 && seats["taken"] as? Int == 1 && seats["free"] as? Int == 4)
        #expect(first.items.first?["page"] as? String == "http://localhost/sr/events/\(events[0])")
        let second = try await town.asks(try #require(first.next))
        #expect(second.items.map { $0["id"] as? Int } == [Int(events[2].value)] && second.next == nil)
        #expect(!first.page.html.contains("Тајни") && !second.page.html.contains("Тајни"))

        let one = try await town.asks("/events/\(events[0])")
        #expect(one.status == 200 && one.json["is_open"] as? Bool == true && one.header("Access-Control-Allow-Origin") == "*")
        #expect(try await town.asks("/events/\(draft)").status == 404, "what is not announced does not exist")
        #expect(try await town.asks("/events/999999").status == 404)

        let whole = try await town.asks("/events"), tag = try #require(whole.header("ETag"))
        let again = try await town.asks("/events", headers: [.ifNoneMatch: tag])
        #expect(again.status == 304 && again.page.bytes.isEmpty)
        try await town.vesna.cancels(events[1], because: "Болест")
        let changed = try await town.asks("/events", headers: [.ifNoneMatch: tag])
        #expect(changed.status == 200 && changed.items.count == 3, "what was cancelled is told as such")
        #expect(changed.items.contains { $0["state"] as? String == "cancelled" })
        let head = try await town.asks("/events", method: .head)
        #expect(head.status == 200 && head.page.bytes.isEmpty)
    }

    @Test func `lists are narrowed by day, words and place, and past ones go backwards`() async throws {
        let town = try await Town()
        let near = try await town.seminar("Математика без муке", inDays: 20), far = try await town.seminar("Разломци", inDays: 60)
        let day = town.today.adding(days: 40)
        #expect(try await town.asks("/events?from=\(day.iso)").items.map { $0["id"] as? Int } == [Int(far.value)])
        #expect(try await town.asks("/events?until=\(day.iso)").items.map { $0["id"] as? Int } == [Int(near.value)])
        #expect(try await town.asks("/events?q=matematika").items.map { $0["id"] as? Int } == [Int(near.value)], "Latin finds Cyrillic")
        #expect(try await town.asks("/events?q=%21%3F").status == 200, "signs alone break nothing")
        #expect(try await town.asks("/events?municipality=77").items.isEmpty)
        #expect(try await town.asks("/events?municipality=9007199254740992").wrong == ["municipality"], "larger than JSON carries")
        #expect(try await town.asks("/events?when=past").items.isEmpty)
        town.clock.passes(days: 61)
        #expect(try await town.asks("/events?when=past").items.map { $0["id"] as? Int } == [far, near].map { Int($0.value) }, "the last first")
        let first = try await town.asks("/events?when=past&limit=1")
        #expect(try await town.asks(try #require(first.next)).items.map { $0["id"] as? Int } == [Int(near.value)])
    }

    @Test func `what cannot be read is refused with its name, in the language of whoever asks`() async throws {
        let town = try await Town()
        let wrong = try await town.asks("/events?limit=1000&from=2026-13-40&limt=5&q=a&q=b")
        #expect(wrong.status == 400 && wrong.header("Content-Type") == "application/problem+json")
        #expect(Set(wrong.wrong) == ["limit", "from", "limt", "q"])
        let serbian = try await town.asks("/events?limit=x", headers: [.acceptLanguage: "sr"])
        #expect(serbian.json["title"] as? String == town.say(T.interfaces.problemParameter))
        #expect(try await town.asks("/certificates/0123-4567-89AB").wrong == ["number"], "what is needed and missing is named")
        let nowhere = try await town.asks("/nowhere")
        #expect(nowhere.status == 404 && nowhere.json["type"] as? String == "http://localhost/en/interface#missing")
        for method in [HTTPRequest.Method.post, .put, .delete, .patch, .trace] {
            let answer = try await town.asks("/events", method: method)
            #expect(answer.status == 405 && answer.header("Allow") == "GET, HEAD, OPTIONS", "\(method)")
        }
        let preflight = try await town.asks("/events", method: .options)
        #expect(preflight.status == 204 && preflight.header("Access-Control-Allow-Origin") == "*")
    }

    @Test func `codes of certificates are not found by trying`() async throws {
        let town = try await Town()
        for _ in 0..<20 { #expect(try await town.asks("/certificates/0123456789AB?number=1").status == 404) }
        let often = try await town.asks("/certificates/0123456789AB?number=1")
        #expect(often.status == 429 && often.header("Retry-After") != nil)
    }

    @Test func `a certificate is found by its code and its number together, and a signed batch is told as a number`() async throws {
        let town = try await Town()
        try await town.directed()
        let hook = try await town.webhook("https://example.org/hook", .issued).id
        let certificates = try await Certified(town, [town.ana, town.branko]).issues(), first = try #require(certificates.first)
        let found = try await town.asks("/certificates/\(first.code.grouped)?number=\(first.label)")
        #expect(found.status == 200 && found.json["state"] as? String == "valid" && found.json["name"] as? String == first.name)
        #expect(found.json["page"] as? String == "http://localhost/sr/certificates/\(first.code)" && found.json["replaced_by"] is NSNull)
        #expect(try await town.asks("/certificates/\(first.code)?number=999/2026").status == 404, "the code alone is not enough")
        let told = try await town.deliveries(hook)
        #expect(told.count == 1 && told.first?.body.contains("\"count\":\(certificates.count)}") == true && told.first?.body.contains(first.name) == false)
        let (_, secret) = try await town.key(.certificates)
        let own = try await town.asks("/own/certificates?event=\(certificates.first?.event?.value ?? 0)", key: secret)
        #expect(Set(own.items.compactMap { $0["number"] as? String }) == Set(certificates.map(\.label)))
        #expect(try await town.asks("/own/certificates?event=999", key: secret).items.isEmpty)
    }

    @Test func `news are read as they were written, and what waits for its day is not`() async throws {
        let town = try await Town(), centre = town.centre, today = town.today
        let (shown, later) = try await town.vesna.does { act in
            func write(_ text: ArticleText, on day: Day) throws -> Article.ID {
                try ArticleStore.add(ArticleDraft(day: day, texts: [.sr: text]), as: .news, to: centre, in: act)
            }
            let shown = try write(ArticleText(title: "Отворена сала", text: "**Дођите**"), on: today)
            let later = try write(ArticleText(title: "Сутра"), on: today.adding(days: 3))
            try ArticleStore.publish(shown, in: act)
            try ArticleStore.publish(later, in: act)
            return (shown, later)
        }
        let news = try await town.asks("/news")
        #expect(news.items.map { $0["id"] as? Int } == [Int(shown.value)] && news.next == nil)
        #expect(try await town.asks("/news/\(shown)").status == 200)
        #expect(try await town.asks("/news/\(later)").status == 404)
        for path in ["/centre", "/programmes", "/practices", "/titles", "/practices?q=razlomci", "/titles?kind=book", "/programmes?area=5"] {
            #expect(try await town.asks(path).status == 200, "\(path)")
        }
        for path in ["/programmes/1", "/practices/1", "/news/abc", "/events/0"] { #expect(try await town.asks(path).status == 404, "\(path)") }
    }

    @Test func `the description names every route, and each answer has the fields that it says`() async throws {
        let town = try await Town()
        _ = try await town.seminar()
        let description = try await town.asks("/openapi.json")
        #expect(description.status == 200 && description.json["openapi"] as? String == "3.1.0")
        let paths = try #require(description.json["paths"] as? [String: Any])
        #expect(Set(paths.keys).isSuperset(of: ["/events", "/events/{event}", "/own/registrations", "/certificates/{code}"]))
        let schemas = try #require((description.json["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]])
        let item = try #require(try await town.asks("/events").items.first)
        #expect(Set(item.keys) == Set(schemas["Event"]?["required"] as? [String] ?? []))
        let page = try await town.stranger.opens("/interface")
        #expect(page.status == 200 && page.shows("/own/registrations") && page.html.contains("id=\"missing\""))
    }
}
