import Accounts
import Catalogue
package import Centres
import Foundation
import Kernel
import Languages
import Site
import Storage
import Testing

/// A town with municipalities, and with a second centre in the next valley whose coordinator is Горан.
package struct Valley {
    package let town: Town
    package let other: Centre.ID
    /// Горан's browser at the other centre's host.
    package let goran: Browser

    package static let municipalities = """
        municipality_id,municipality,district,latitude,longitude
        1,Бистрик,Бистрички округ,45.77,19.11
        2,Горња Река,Бистрички округ,45.60,19.30
        3,Долина,Долински округ,43.58,21.33
        4,Самоград,Долински округ,43.10,21.90
        """

    package init() async throws {
        town = try await Town()
        let zone = town.zone
        let (centre, vesna, goranID) = (town.centre, town.vesna.id, town.goran.id)
        try await town.imports("municipalities", Self.municipalities)
        other = try await town.does { act in
            let other = try CentreStore.found(
                name: "Центар Долина", country: .serbia, zone: zone, language: .sr, currency: .rsd, email: "dolina@example.com", host: "dolina.example", in: act)
            let towns = Dictionary(uniqueKeysWithValues: try MunicipalityStore.all(in: act).map { ($0.name, $0.id) })
            try TerritoryStore.set(Set([towns["Бистрик"], towns["Горња Река"]].compactMap { $0 }), of: centre, in: act)
            try TerritoryStore.set(Set([towns["Долина"]].compactMap { $0 }), of: other, in: act)
            try PersonStore.grant(Grant(.director, centre: centre), to: vesna, in: act)
            try PersonStore.grant(Grant(.coordinator, centre: other), to: goranID, in: act)
            return other
        }
        town.clock.passes(seconds: 3)
        try await town.goran.enters(withFactor: true)
        goran = town.newBrowser(host: "dolina.example")
        goran.set(cookie: "session", town.goran.browser.cookie("session"))
    }

    package static let schools = #"""
        school_id,name,place,address,municipality_id,municipality,email,website,eighth_grade_pupils
        11,"ОШ ""Вук Караџић""",Бистрик,Школска 1,1,Бистрик,vuk@example.com,www.vuk.example,20
        12,"ОШ ""Вук Караџић""",Бистрик,Речна 2,1,Бистрик,,nema,0
        13,"Mузичка школа ""Ђорђе Љубић""",Горња Река,,2,Горња Река,,,
        14,"ОШ ""Његош""",Долина,Главна 5,3,Долина,,,7
        """#
}
