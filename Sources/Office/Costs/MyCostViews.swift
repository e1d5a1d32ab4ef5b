import Forms
import HTML
import Kernel
import Languages
import Look

/// Somebody's own contract or journey.
struct MyCostViews {
    let reader: Reader
    private var t: Texts { reader.t }

    private var trail: [Look.Link] { [Look.Link(t(T.costs.mine), href: reader.link("/me"))] }

    func contract(_ folder: FeeContractFolder) -> Screen {
        let contract = folder.contract
        return Screen(t(T.costs.contract), trail: trail, isIndexed: false) {
            Heading(t.run(contract.draft.title), kind: Run(t(contract.draft.kind.name)))
            HTML::p { FeeContractViews(reader: reader).chip(contract) }
            FeeContractFacts(reader: reader).facts(contract, folder.pay, hasRule: folder.hasRule, event: folder.event)
            Buttons { LinkButton(t(T.costs.asPaper), href: reader.link("/me/contracts/\(contract.id)/paper.pdf"), .quiet, icon: .print) }
        }
    }

    func travel(_ folder: TravelFolder) -> Screen {
        let order = folder.order, views = TravelOrderViews(reader: reader)
        return Screen(t(T.costs.order), trail: trail, isIndexed: false) {
            Heading(t.run(order.draft.title), kind: Run(t(T.costs.order)))
            HTML::p { views.chip(order) }
            views.facts(folder)
            Buttons { LinkButton(t(T.costs.asPaper), href: reader.link("/me/travel/\(order.id)/paper.pdf"), .quiet, icon: .print) }
        }
    }

    /// What stands on somebody's own page.
    @HTMLBuilder func part(_ contracts: [FeeContract], _ orders: [TravelOrder]) -> some HTML {
        ForEach(contracts) { FeeContractViews(reader: reader).line($0, at: "/me/contracts/\($0.id)") }
        ForEach(orders) { TravelOrderViews(reader: reader).line($0, at: "/me/travel/\($0.id)") }
    }
}
