import Catalogue
import Centres
import Kernel
import Languages
import Look
import Needs
import Sheets

/// The analysis of the offer as a workbook, with the list that is taken to a workshop of new programmes.
struct OfferAnalysisSheets {
    static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    let board: OfferAnalysisBoard
    let t: Texts
    private var words: OfferWords { OfferWords(t: t) }

    init(board: OfferAnalysisBoard, t: Texts) { (self.board, self.t) = (board, t) }

    var name: String { "\(t(T.planning.analysis)) \(t.schoolYear(board.year))".replacing("/", with: "-") }

    var all: [Sheet] { [topics, suggestions, programmes] + CodeList.single.compactMap(coverage) + [places, prices, languages] }

    private func number(_ title: Phrase) -> Sheet.Column { Sheet.Column(t(title), width: 14) }

    private var topics: Sheet {
        let columns = [Sheet.Column(t(T.needs.topic), width: 44)] + [
            T.planning.openWishes, T.planning.allWishes, T.planning.comersShort, T.planning.programmesServing, T.planning.stateAnnounced, T.planning.stateHeld,
            T.planning.cameShort,
        ].map(number) + [Sheet.Column(t(T.planning.nextStep), width: 34)]
        return Sheet(t(T.planning.partTopics), columns: columns, rows: board.analysis.topics.map { line in
            let counts = [line.open, line.wishes, line.comers, line.programmes.count, line.announced, line.held, line.came]
            return [.text(words.topic(line.topic, board.topics).text)] + counts.map { .number($0) } + [.text(t(words.next(line.next)))]
        })
    }

    private var suggestions: Sheet {
        let columns = [
            Sheet.Column(t(T.needs.topic), width: 44), number(T.planning.openWishes), number(T.planning.comersShort), Sheet.Column(t(T.planning.mostlyWho), width: 26),
            Sheet.Column(t(T.planning.mostlyWhen), width: 26), number(T.planning.wouldWrite),
        ]
        return Sheet(t(T.planning.suggestions), columns: columns, rows: board.analysis.suggestions.map { line in
            let who = board.wishers[line.topic]
            return [
                .text(words.topic(line.topic, board.topics).text), .number(line.open), .number(line.comers), .text(who?.job.map { t($0.name) } ?? ""),
                .text(who?.term.map { t($0.name) } ?? ""), .number(who?.writers ?? 0),
            ]
        })
    }

    private var programmes: Sheet {
        let columns = [Sheet.Column(t(T.planning.programmeNumber), width: 12), Sheet.Column(t(T.planning.programme), width: 50)]
            + [T.planning.allWishes, T.planning.comersShort, T.planning.groups, T.planning.cameShort].map(number)
            + [T.planning.unasked, T.planning.neverHeld].map { Sheet.Column(t($0), width: 22) }
        let unasked = Set(board.analysis.unasked.map(\.programme.id)), unheld = Set(board.analysis.unheld.map(\.programme.id))
        return Sheet(t(T.planning.partProgrammes), columns: columns, rows: board.analysis.programmes.map { line in
            let programme = line.programme
            return [.text(programme.number), .text(t.shown(programme.title))] + [line.wishes, programme.comers, line.events.count, line.came].map { .number($0) }
                + [.truth(unasked.contains(programme.id)), .truth(unheld.contains(programme.id))]
        })
    }

    private func coverage(_ list: CodeList) -> Sheet? {
        let lines = board.analysis.coverage(of: board.codes.filter { $0.list == list })
        guard !lines.isEmpty else { return nil }
        let columns = [Sheet.Column(t(words.list(list)), width: 44)]
            + [T.planning.allWishes, T.planning.programmesServing, T.planning.groups, T.planning.seatsOffered, T.planning.cameShort].map(number)
        return Sheet(t(words.list(list)), columns: columns, rows: lines.map { line in
            [.text(t.shown(line.label))] + [line.wishes, line.programmes, line.groups, line.seats, line.came].map { .number($0) }
        })
    }

    private var places: Sheet {
        let columns = [Sheet.Column(t(T.needs.municipality), width: 30)] + [T.planning.allWishes, T.planning.unreached, T.planning.nearestKm].map(number)
        return Sheet(t(T.planning.partPlaces), columns: columns, rows: board.analysis.places.map { line in
            let name = board.municipalities[line.municipality].map { t.shown($0.name) } ?? ""
            return [.text(name), .number(line.wishes), .number(line.unreached), line.nearest.map { .number($0) } ?? .empty]
        })
    }

    private var prices: Sheet {
        let steps = OfferAnalysis.priceSteps(board.currency)
        let columns = [Sheet.Column(t(T.planning.priceStep), width: 24)]
            + [T.planning.programmesServing, T.planning.groups, T.planning.seatsOffered, T.planning.cameShort].map(number)
        return Sheet(t(T.planning.byPrice), columns: columns, rows: board.analysis.prices(steps).map { line in
            [.text(words.price(line, steps, board.currency))] + [line.programmes, line.groups, line.seats, line.came].map { .number($0) }
        })
    }

    private var languages: Sheet {
        let columns = [Sheet.Column(t(T.planning.byLanguage), width: 24)]
            + [T.planning.plansOfPeople, T.planning.programmesServing, T.planning.groups, T.planning.cameShort].map(number)
        return Sheet(t(T.planning.byLanguage), columns: columns, rows: board.analysis.languages.map { line in
            [.text(t(words.language(line.language)))] + [line.plans, line.programmes, line.groups, line.came].map { .number($0) }
        })
    }
}
