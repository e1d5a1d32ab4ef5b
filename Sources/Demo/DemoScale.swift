/// How large an invented land is.
package struct DemoScale: Sendable {
    /// Centres, the one of the small demonstration among them.
    let centres: Int
    /// Teachers of each centre.
    let people: Int
    let schools: Int
    /// How long the centres have been at work.
    let days: Int
    /// Seminars in each week of the school year, and how many more in every third.
    let weekly: Int
    let more: Int
    /// Programmes of each centre in each cycle.
    let programmes: Int

    /// Two for each seminar of the fullest week.
    var trainers: Int { 2 * (weekly + more) }

    /// Twelve centres, sixty thousand teachers, three years.
    package static let national = DemoScale(centres: 12, people: 5_100, schools: 100, days: 1_095, weekly: 6, more: 1, programmes: 10)
    /// The same, small enough for a test.
    package static let hamlet = DemoScale(centres: 2, people: 300, schools: 8, days: 90, weekly: 2, more: 1, programmes: 10)
}
