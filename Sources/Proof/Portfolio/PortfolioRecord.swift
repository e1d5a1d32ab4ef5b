import Accounts
import Certificates
import Foundation
import Kernel
import Languages

/// The record of a person as other programs read it. Its schema is published under `/portfolio.schema.json`; a new version gets a new number.
package struct PortfolioRecord: Codable, Sendable {
    package struct Item: Codable, Sendable {
        package var source: String
        package var kind: String
        package var standing: String
        package var led: Bool
        package var title: String
        package var organiser: String?
        package var number: String?
        package var competence: String?
        package var day: String
        package var hours: Int
        package var days: Int
        package var credits: Int
        package var points: Int?
        /// As its paper says, else as the rules of its own year do.
        package var worth: Int
        package var priority: Bool
        package var international: Bool
        package var check: String?

        package init(
            source: String, kind: String, standing: String, led: Bool = false, title: String, organiser: String? = nil, number: String? = nil,
            competence: String? = nil, day: String, hours: Int = 0, days: Int = 1, credits: Int = 0, points: Int? = nil, worth: Int = 0, priority: Bool = false,
            international: Bool = false, check: String? = nil
        ) {
            (self.source, self.kind, self.standing, self.led, self.title, self.organiser) = (source, kind, standing, led, title, organiser)
            (self.number, self.competence, self.day, self.hours, self.days, self.credits) = (number, competence, day, hours, days, credits)
            (self.points, self.worth, self.priority, self.international, self.check) = (points, worth, priority, international, check)
        }
    }

    package struct Goal: Codable, Sendable {
        package var year: Int
        package var text: String
        package var competence: String?
        package var reached: Bool
        package var reflection: String?
    }

    package struct Line: Codable, Sendable {
        package var requirement: String
        package var count: String
        package var of: [String]
        package var years: Int
        package var hours: Int
        package var days: Int
        package var priority: Bool
        package var words: [String]
        package var least: Int
        package var proved: Int
        package var said: Int
    }

    package struct Year: Codable, Sendable {
        package var year: Int
        package var pack: String
        package var lines: [Line]
    }

    package struct Planned: Codable, Sendable {
        package var kind: String
        package var title: String
        package var day: String
    }

    package var version = 1
    package var name: String
    package var items: [Item]
    package var planned: [Planned]
    package var goals: [Goal]
    package var leave: [String]
    package var worksSince: String?
    package var title: String?
    package var years: [Year]

    /// One that tells of things alone.
    package init(name: String, items: [Item]) {
        (self.name, self.items, planned, goals, leave, years) = (name, items, [], [], [], [])
        (worksSince, title) = (nil, nil)
    }

    package init(_ portfolio: Portfolio, site: String) {
        func text(_ text: String) -> String? { text.isEmpty ? nil : text }
        name = portfolio.person.name.full
        items = portfolio.evidence.sorted { ($0.day, $0.key) < ($1.day, $1.key) }.map { evidence in
            var (title, organiser, number, competence, check): (String, String?, String?, String?, String?) = ("", nil, nil, nil, nil)
            switch evidence.source {
            case .certificate(let id):
                let certificate = portfolio.certificates.first { $0.id == id }
                (title, organiser, number) = (certificate?.title ?? "", certificate?.facts?.issuer.name, certificate?.label)
                competence = certificate?.facts?.programme?.competence
                check = certificate.map { "\(site)/certificates/\($0.code)" }
            case .entry(let id):
                let details = portfolio.entries.first { $0.id == id }?.details
                (title, organiser, number) = (details?.title ?? "", text(details?.organiser ?? ""), text(details?.number ?? ""))
                competence = text(details?.competence ?? "")
            case .coming: break
            }
            return Item(
                source: evidence.key, kind: evidence.kind.rawValue, standing: evidence.standing.rawValue, led: evidence.isLed, title: title, organiser: organiser,
                number: number, competence: competence, day: evidence.day.iso, hours: evidence.hours, days: evidence.days, credits: evidence.credits,
                points: evidence.points, worth: portfolio.packs.judging(SchoolYear(containing: evidence.day))?.points(of: evidence) ?? evidence.points ?? 0,
                priority: evidence.isPriority, international: evidence.isInternational, check: check)
        }
        planned = portfolio.entries.filter { $0.state == .planned }.map { Planned(kind: $0.details.kind.rawValue, title: $0.details.title, day: $0.details.day.iso) }
        goals = portfolio.goals.map { goal in
            Goal(
                year: goal.details.year.start, text: goal.details.text, competence: text(goal.details.competence), reached: goal.details.isReached,
                reflection: text(goal.details.reflection))
        }
        leave = portfolio.leave.map(\.day.iso)
        worksSince = portfolio.career.worksSince?.iso
        title = text(portfolio.career.title)
        years = portfolio.years.compactMap { year in
            guard let pack = portfolio.packs.judging(year) else { return nil }
            let standing = Standing(portfolio.evidence, in: year, by: pack, of: portfolio.packs)
            return Year(year: year.start, pack: pack.name, lines: standing.lines.map { line in
                let asked = line.requirement
                return Line(
                    requirement: asked.name, count: asked.count.rawValue, of: asked.of.map(\.rawValue), years: asked.years, hours: asked.hours, days: asked.days,
                    priority: asked.isPriority, words: asked.words, least: asked.least, proved: line.sum, said: line.sum(.said))
            })
        }
    }

    var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self))
        }
    }

    static let schema = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Record of professional development, version 1",
          "type": "object",
          "required": ["version", "name", "items", "planned", "goals", "leave", "years"],
          "additionalProperties": false,
          "properties": {
            "version": {"const": 1},
            "name": {"type": "string"},
            "items": {"type": "array", "items": {
              "type": "object",
              "required": ["source", "kind", "standing", "led", "title", "day", "hours", "days", "credits", "worth", "priority", "international"],
              "additionalProperties": false,
              "properties": {
                "source": {"type": "string"},
                "kind": {"enum": ["programme", "gathering", "course", "trip", "study", "inside", "leading", "writing"]},
                "standing": {"enum": ["proved", "said"]},
                "led": {"type": "boolean"}, "title": {"type": "string"}, "organiser": {"type": "string"}, "number": {"type": "string"},
                "competence": {"type": "string"}, "day": {"type": "string", "format": "date"}, "hours": {"type": "integer"}, "days": {"type": "integer"},
                "credits": {"type": "integer"}, "points": {"type": "integer"}, "worth": {"type": "integer"},
                "priority": {"type": "boolean"}, "international": {"type": "boolean"},
                "check": {"type": "string", "description": "where the certificate is proved"}
              }
            }},
            "planned": {"type": "array", "items": {
              "type": "object", "required": ["kind", "title", "day"], "additionalProperties": false,
              "properties": {"kind": {"type": "string"}, "title": {"type": "string"}, "day": {"type": "string", "format": "date"}}
            }},
            "goals": {"type": "array", "items": {
              "type": "object", "required": ["year", "text", "reached"], "additionalProperties": false,
              "properties": {
                "year": {"type": "integer"}, "text": {"type": "string"}, "competence": {"type": "string"}, "reached": {"type": "boolean"},
                "reflection": {"type": "string"}
              }
            }},
            "leave": {"type": "array", "items": {"type": "string", "format": "date"}},
            "worksSince": {"type": "string", "format": "date"},
            "title": {"type": "string"},
            "years": {"type": "array", "items": {
              "type": "object", "required": ["year", "pack", "lines"], "additionalProperties": false,
              "properties": {
                "year": {"type": "integer", "description": "in which the school year begins"}, "pack": {"type": "string"},
                "lines": {"type": "array", "items": {
                  "type": "object", "additionalProperties": false,
                  "required": ["requirement", "count", "of", "years", "hours", "days", "priority", "words", "least", "proved", "said"],
                  "properties": {
                    "requirement": {"type": "string"}, "count": {"enum": ["hours", "days", "points", "credits", "pieces"]}, "least": {"type": "integer"},
                    "of": {"type": "array", "items": {"type": "string"}}, "years": {"type": "integer"}, "hours": {"type": "integer"}, "days": {"type": "integer"},
                    "priority": {"type": "boolean"}, "words": {"type": "array", "items": {"type": "string"}},
                    "proved": {"type": "integer"}, "said": {"type": "integer"}
                  }
                }}
              }
            }}
          }
        }
        """
}
