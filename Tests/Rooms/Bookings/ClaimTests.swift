import Bookings
import Centres
import Events
import Kernel
import Languages
import Testing

/// For how long a session takes its hall, beside other sessions of the same event.
@Suite struct ClaimTests {
    private static func claim(_ number: Int, _ begins: Int, _ ends: Int, hall: Int64 = 1, setup: Int = 30, clearing: Int = 20) -> Claim {
        let day = Instant(seconds: 1_770_192_000)
        return Claim(
            session: ID(Int64(number)), number: number, thing: .hall(ID(hall)),
            held: day.adding(minutes: begins)..<day.adding(minutes: ends), setup: setup, clearing: clearing)
    }

    /// Minutes from which and until which each is taken.
    private static func minutes(_ claims: [Claim]) -> [[Int]] {
        claims.map { claim in [claim.hours.lowerBound, claim.hours.upperBound].map { $0.seconds(since: Instant(seconds: 1_770_192_000)) / 60 } }
    }

    @Test(arguments: [
        // Alone; with room between; less room than setting up and clearing take; none at all.
        ([claim(1, 60, 120)], [[30, 140]]),
        ([claim(1, 60, 120), claim(2, 300, 360)], [[30, 140], [270, 380]]),
        ([claim(1, 60, 120), claim(2, 150, 200)], [[30, 140], [140, 220]]),
        ([claim(1, 60, 120), claim(2, 130, 200)], [[30, 130], [130, 220]]),
        ([claim(1, 60, 120), claim(2, 120, 200)], [[30, 120], [120, 220]]),
        // The order of the plan is not that of the clock.
        ([claim(2, 150, 200), claim(1, 60, 120)], [[30, 140], [140, 220]]),
        // Parallel sessions in two halls touch nobody.
        ([claim(1, 60, 120), claim(2, 60, 120, hall: 2)], [[30, 140], [30, 140]]),
    ]) func `what is set up and cleared gives way between sessions of one event`(claims: [Claim], taken: [[Int]]) {
        let (settled, doubled) = Claim.settled(claims)
        #expect(Self.minutes(settled) == taken && doubled.isEmpty)
    }

    @Test func `one hall cannot hold two sessions of one event at once`() {
        let (settled, doubled) = Claim.settled([Self.claim(1, 60, 120), Self.claim(2, 100, 200)])
        #expect(doubled.map(\.number) == [2] && settled.map(\.number) == [1])
    }

    @Test func `a thing that two parallel sessions need stays with the first for as long as either needs it`() {
        let day = Instant(seconds: 1_770_192_000)
        let claims = [(0, 60), (30, 120)].enumerated().map { index, hours in
            Claim(session: ID(Int64(index + 1)), number: index + 1, thing: .equipment(ID(1)), held: day.adding(minutes: hours.0)..<day.adding(minutes: hours.1))
        }
        let (settled, doubled) = Claim.settled(claims)
        #expect(Self.minutes(settled) == [[0, 120]] && doubled.isEmpty)
    }
}
