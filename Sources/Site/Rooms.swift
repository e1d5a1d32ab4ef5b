import Accounts
import Bookings
import Catalogue
import Centres
import Certificates
import Circles
import Claims
import Club
import Community
import Contests
import Costs
import Delivery
import Demo
import Evaluation
import Events
import Files
import FollowUp
import Guests
import Imports
import Informer
import Interfaces
import Initiatives
import Invoices
import Juries
package import Kernel
import Kits
import Library
import Loans
import Materials
import Needs
import NetworkFront
import Newsletter
import Neighbours
import OpenID
import Papers
import Planning
import Portfolio
import Projects
import Publishing
import Purses
import Questionnaires
import Registration
import Registry
import Reports
import Schools
import SelfEvaluation
import Statements
import Tables
package import Web
import Workshop

/// The house: all rooms, from the bottom up. In this order they react to facts, answer questions, and make the index again.
package enum Rooms {
    package static let all: [Room] = [
        .imports,
        .centres,
        .accounts,
        .files,
        .schools,
        .catalogue,
        .questionnaires,
        .needs,
        .events,
        .bookings,
        .registration,
        .guests,
        .papers,
        .delivery,
        .evaluation,
        .certificates,
        .portfolio,
        .followUp,
        .workshop,
        .materials,
        .publishing,
        .circles,
        .community,
        .library,
        .loans,
        .kits,
        .contests,
        .juries,
        .club,
        .planning,
        .projects,
        .registry,
        .purses,
        .claims,
        .invoices,
        .statements,
        .costs,
        .newsletter,
        .informer,
        .reports,
        .tables,
        .selfEvaluation,
        .interfaces,
        .neighbours,
        .initiatives,
        .networkFront,
        .openID,
        .front,
        .demo,
    ]

    /// What the rooms say to one another.
    package static let exchange = all.exchange

    /// The search index is not in a backup: each room makes its part again.
    package static func reindex(_ records: Records) async throws {
        for index in all.flatMap(\.indexes) { try await records.write(by: .system) { try index($0) } }
    }
}

extension [Room] {
    var exchange: Exchange { reduce(into: Exchange()) { $0.add($1.exchange) } }
}
