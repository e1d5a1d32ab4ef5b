import Accounts
package import Centres
import Foundation
import Kernel
package import Languages
package import Operation
import Storage

/// What a real installation begins with: one centre, empty, and the person who administers it.
package struct Beginning: Sendable {
    package var centre: String
    package var centreEmail: String
    package var street: String
    package var phone: String
    package var country: Country
    package var zone: Zone
    package var language: Language
    package var given: String
    package var family: String
    package var email: String

    /// - Parameters:
    ///   - country: `RS` or `LT`; it decides zone, language and currency where they are not named.
    /// - Throws: a problem with all that is wrong, each under the name of its option.
    package init(
        centre: String, centreEmail: String?, street: String, phone: String, country: String,
        zone: String?, language: String?, given: String, family: String, email: String
    ) throws {
        var faults = Faults()
        let land = Country(rawValue: country.uppercased())
        if land == nil { faults.add("--country", T.site.setUpCountry(typed: .text(country))) }
        let isLithuanian = land == .lithuania
        let clock = Zone(zone ?? (isLithuanian ? "Europe/Vilnius" : "Europe/Belgrade"))
        if clock == nil { faults.add("--zone", T.site.setUpZone(typed: .text(zone ?? ""))) }
        let tongue = Language(rawValue: language ?? (isLithuanian ? "lt" : "sr"))
        if tongue == nil { faults.add("--centre-language", T.site.setUpLanguage(typed: .text(language ?? ""))) }
        for (option, text) in [("--name", centre), ("--given-name", given), ("--family-name", family)] { faults.require(!text.isEmpty, option, T.site.setUpEmpty) }
        for (option, address) in [("--email", email), ("--centre-email", centreEmail ?? email)] where EmailAddress(address) == nil {
            faults.add(option, T.site.setUpAddress(typed: .text(address)))
        }
        try faults.check()
        guard let land, let clock, let tongue else { throw Problem.missing }
        self.centre = WrittenText.line(centre)
        self.centreEmail = centreEmail ?? email
        self.street = WrittenText.line(street)
        self.phone = WrittenText.line(phone)
        self.country = land
        self.zone = clock
        self.language = tongue
        self.given = WrittenText.line(given)
        self.family = WrittenText.line(family)
        self.email = email
    }
}

extension App {
    /// Makes the centre and its first administrator.
    /// - Returns: a link by which the administrator enters, good for 10 minutes.
    /// - Throws: a problem when there is a centre already.
    package static func setUp(_ beginning: Beginning, in place: Place, carried: Carried, address: String) async throws -> String {
        try await withRecords(of: place, carried: carried, address: address) { records in
            let token = Token.random()
            return try await records.write(by: .system) { act in
                guard try CentreStore.all(in: act).isEmpty else { throw Problem.conflict(T.site.setUpTaken) }
                _ = try CentreStore.found(
                    name: beginning.centre, country: beginning.country, zone: beginning.zone, language: beginning.language,
                    currency: beginning.country == .serbia ? .rsd : .eur, street: beginning.street, phone: beginning.phone, email: beginning.centreEmail, in: act)
                let name = PersonName(given: beginning.given, family: beginning.family)
                let person = try PersonStore.add(name, email: beginning.email, verified: nil, language: beginning.language, in: act)
                try PersonStore.grant(Grant(.administrator), to: person, in: act)
                return try SignInLinks.issue(for: person, purpose: .enter, onward: "/people", token: token, in: act)
            }
        }
    }

    /// Takes somebody's second factor away, so that it can be set up again.
    /// - Returns: whether there was one.
    /// - Throws: a problem when nobody has that address.
    package static func resetFactor(email: String, in place: Place, carried: Carried) async throws -> Bool {
        try await withRecords(of: place, carried: carried, address: "") { records in
            try await records.write(by: .system) { act in
                guard let person = try PersonStore.person(email: email, in: act) else { throw Problem.conflict(T.site.nobodyAt(email: .text(email))) }
                return try SecondFactorStore.reset(person.id, in: act)
            }
        }
    }

    private static func withRecords<T: Sendable>(of place: Place, carried: Carried, address: String, _ work: (Records) async throws -> T) async throws -> T {
        let database = try place.open(connections: 1)
        do {
            try await database.migrate(carried.migrations)
            let done = try await work(Records(database: database, words: carried.words, address: address, exchange: Rooms.exchange))
            await database.close()
            return done
        } catch {
            await database.close()
            throw error
        }
    }
}
