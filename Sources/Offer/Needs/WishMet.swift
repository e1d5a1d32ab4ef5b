package import Accounts
package import Kernel
package import Languages

/// By what wishes of somebody's plan were met: the rooms above know who came to what.
package struct WishMetAsked: Question {
    package typealias Answer = [WishMet]
    package let person: Person.ID
    package let year: SchoolYear
}

/// Somebody came to something on a topic that they had wished.
package struct WishMet: Sendable, Hashable {
    package let topic: Topic.ID
    package let title: String
    package let language: Language
    package let day: Day?
    package let path: String

    package init(_ topic: Topic.ID, title: String, language: Language, day: Day?, path: String) {
        (self.topic, self.title, self.language, self.day, self.path) = (topic, title, language, day, path)
    }
}
