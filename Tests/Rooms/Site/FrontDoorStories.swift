import HTTPTypes
import Kernel
import Languages
import Testing
import Town
import Web

@Suite struct FrontDoorStories {
    @Test func `the front page greets in four languages and states its own exactly`() async throws {
        let town = try await Town()
        for (path, lang, name) in [("/sr", "sr-Cyrl", "Центар за стручно усавршавање Бистрик"), ("/sr-Latn", "sr-Latn", "Centar za stručno usavršavanje Bistrik"),
                                   ("/lt", "lt", "Bistriko švietimo centras"), ("/en", "en", "Bistrik Teachers’ Centre")] {
            let page = try await town.stranger.opens(path)
            #expect(page.status == 200)
            #expect(page.html.contains("<html lang=\"\(lang)\""))
            #expect(page.shows(name))
        }
    }

    @Test func `an unknown address, language or host is told kindly and tells nothing`() async throws {
        let town = try await Town()
        let page = try await town.stranger.opens("/sr/nema")
        #expect(page.status == 404)
        #expect(page.shows(town.say(T.web.missingTitle)))
        #expect(try await town.stranger.opens("/xx/events").status == 404)
        #expect(try await town.newBrowser(host: "evil.example").send(.get, "/sr").status == 421)
    }

    @Test func `an address without a language leads to the same page in the reader's own`() async throws {
        let town = try await Town()
        let led = try await town.stranger.send(.get, "/events?q=a", headers: [.acceptLanguage: "lt,en;q=0.5"])
        #expect(led.status == 303 && led.location == "/lt/events?q=a")
        #expect(try await town.stranger.send(.get, "/events", headers: [.acceptLanguage: "en-GB,en;q=0.9,sr;q=0.8"]).location == "/en/events")
        #expect(try await town.stranger.send(.get, "/apple-touch-icon.png").status == 404)
        #expect(try await town.stranger.send(.get, "//elsewhere/").location?.hasPrefix("/sr/") == true)
    }

    @Test func `a page that has not changed is not sent again`() async throws {
        let town = try await Town()
        let page = try await town.stranger.send(.get, "/sr")
        let tag = try #require(page.headers[.eTag])
        let again = try await town.stranger.send(.get, "/sr", headers: [.ifNoneMatch: tag])
        #expect(again.status == 304 && again.bytes.isEmpty)
    }

    @Test func `what was refused says so in the title of its page`() async throws {
        let town = try await Town()
        func title(_ page: Page) -> String { page.html.firstMatch(of: /<title>([^<]*)</).map { String($0.1) } ?? "" }
        let open = try await town.stranger.opens("/lt/sign-in")
        let refused = try await town.stranger.sends("/sign-in", ["email": "niko"])
        #expect(refused.status == 422 && title(refused) == "Klaida: \(title(open))")
        #expect(title(try await town.stranger.opens("/lt/nera")).hasPrefix(town.say(T.web.missingTitle, .lt)))
    }

    @Test func `search engines find each public page in each language, and of a demonstration none`() async throws {
        let town = try await Town()
        let event = try await town.seminar("Приче које лече", seats: 20)
        let map = try await town.stranger.send(.get, "/sitemap.xml").html
        #expect(map.contains("<loc>http://localhost/sr/events/\(event)</loc>") && map.contains("<loc>http://localhost/lt/events/\(event)</loc>"))
        #expect(map.contains(#"hreflang="sr-Latn" href="http://localhost/sr-Latn/events/\#(event)""#))
        #expect(try await town.stranger.send(.get, "/robots.txt").html.contains("Sitemap: http://localhost/sitemap.xml"))
        for line in map.matches(of: /<loc>http:\/\/localhost([^<]*)</) { #expect(try await town.stranger.send(.get, String(line.1)).status == 200) }
        let page = try await town.stranger.opens("/sr/events/\(event)")
        for name in ["og:type", "og:title", "og:url", "og:locale", "og:site_name"] { #expect(page.html.contains("property=\"\(name)\"")) }
    }
}
