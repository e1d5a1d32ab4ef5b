import Kernel
package import Languages
import Storage

extension School {
    /// What kind of institution it is, so that a call can be addressed to music schools alone.
    package enum Kind: String, CaseIterable, Sendable, Codable, Storable {
        case preschool, primary, secondary, music, special, dormitory, adult, other

        package var phrase: Phrase {
            switch self {
            case .preschool: T.centres.kindPreschool
            case .primary: T.centres.kindPrimary
            case .secondary: T.centres.kindSecondary
            case .music: T.centres.kindMusic
            case .special: T.centres.kindSpecial
            case .dormitory: T.centres.kindDormitory
            case .adult: T.centres.kindAdult
            case .other: T.centres.kindOther
            }
        }

        /// The kind that a name tells, in Serbian or Lithuanian. It is a first proposal; people know better.
        package init(guessedFrom name: String) {
            let words = Fold.tokens(name)
            func says(_ beginnings: String...) -> Bool {
                words.contains { word in beginnings.contains { word.hasPrefix($0) } }
            }
            let isForAllLevels = says("osnovn") && says("srednj") && says("obrazovanj")
            self =
                if says("predskolsk", "vrtic", "obdanist", "darzel", "lopsel", "ikimokyklin", "priesmokyklin") { .preschool }
                else if says("muzic", "balet", "muzik") { .music }
                else if says("odrasl", "suaugus") { .adult }
                else if says("special", "specijal", "smetnj", "ostecen", "nagluv", "ometen") || isForAllLevels { .special }
                else if words.contains("os") || says("osnovn", "pradin", "pagrindin", "progimnazij") { .primary }
                else if says("gimnazij", "srednj", "tehnick", "ekonomsk", "medicinsk", "strucn", "poljoprivredn", "vidurin", "profesin") { .secondary }
                else if says("dom", "internat", "bendrabut") { .dormitory }
                else { .other }
        }
    }
}
