import Forms
import HTML
import Kernel
import Languages
import Look
import Web

/// On *Моја страница*: what somebody is asked and has not answered. Who that is stands in no table; it is worked out for the one who looks.
enum SurveyMine {
    @Sendable static func tell(_ asked: MeAsked, in act: Act) throws -> MePart {
        let open = try SurveyStore.waiting(for: asked.person, at: asked.centre.id, on: asked.today, asked.seal, in: act)
        let part = PagePart(T.questionnaires.mine) { reader in
            let t = reader.t
            ActList(open.map { link, survey in
                ActList.Line(
                    .waiting, when: t(T.questionnaires.mineUntil(day: .day(survey.until))), SurveyViews(reader: reader).name(survey),
                    act: Look.Link(t(T.questionnaires.letterAct), href: reader.link("/surveys/\(link.text(asked.seal))")))
            })
        }
        return MePart((12, open.isEmpty ? nil : part))
    }
}
