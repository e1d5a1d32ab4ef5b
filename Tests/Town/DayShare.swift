import Foundation

/// What walks over every door of the house is shared out over days: there are more than a thousand doors, and each walk opens all of them many times.
package enum DayShare {
    /// Whether the one of this number is looked at today, on this engine: each is in its turn. All are with `ZBORNICA_STORIES=all`, as before a release.
    package static func isDue(_ number: Int, of days: Int) -> Bool {
        let today = Int(Date().timeIntervalSince1970) / 86_400 + (Ground.usesPostgreSQL ? 1 : 0)
        return ProcessInfo.processInfo.environment["ZBORNICA_STORIES"] == "all" || (number + today) % days == 0
    }
}
