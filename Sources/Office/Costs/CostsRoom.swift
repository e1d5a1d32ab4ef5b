import Accounts
import Events
import Kernel
import Languages
import Look
import Purses
import Registration
import Registry
package import Web

extension Room {
    /// What events cost and bring: reckoned before and after, contracts and journeys with their papers, and how money of sources was used.
    package static let costs = Room("costs") { room in
        room.get("/staff/events/:event/money", .coordinator, example: "/staff/events/1/money", EventMoneyPages.show)
        room.post("/staff/events/:event/money", .coordinator, EventMoneyPages.reckon)

        room.get("/staff/costs", .coordinator, example: "/staff/costs", CostPages.list)
        room.get("/staff/costs/new", .coordinator, example: "/staff/costs/new", CostPages.new)
        room.post("/staff/costs/new", .coordinator, CostPages.add)
        room.get("/staff/costs/rules", .coordinator, example: "/staff/costs/rules", CostRulePages.show)
        room.post("/staff/costs/rules", .coordinator, CostRulePages.add)
        room.post("/staff/costs/rules/end", .coordinator, CostRulePages.end)
        room.get("/staff/costs/:cost", .coordinator, example: "/staff/costs/1", CostPages.show)
        room.post("/staff/costs/:cost", .coordinator, CostPages.edit)
        room.post("/staff/costs/:cost/reserve", .coordinator, CostPages.reserve)
        room.post("/staff/costs/:cost/release", .coordinator, CostPages.release)
        room.post("/staff/costs/:cost/spend", .coordinator, CostPages.spend)
        room.post("/staff/costs/:cost/back", .coordinator, CostPages.takeBack)
        room.post("/staff/costs/:cost/drop", .coordinator, CostPages.drop)

        room.get("/staff/contracts", .coordinator, example: "/staff/contracts", FeeContractPages.list)
        room.get("/staff/contracts/new", .coordinator, example: "/staff/contracts/new", FeeContractPages.new)
        room.post("/staff/contracts/new", .coordinator, FeeContractPages.add)
        room.get("/staff/contracts/payroll.xlsx", .coordinator, FeeContractPages.payroll)
        room.get("/staff/contracts/:contract", .coordinator, example: "/staff/contracts/1", FeeContractPages.show)
        room.post("/staff/contracts/:contract", .coordinator, FeeContractPages.edit)
        room.get("/staff/contracts/:contract/paper.pdf", .coordinator, FeeContractPages.paper)
        room.post("/staff/contracts/:contract/issue", .coordinator, FeeContractPages.issue)
        room.post("/staff/contracts/:contract/done", .coordinator, FeeContractPages.finish)
        room.post("/staff/contracts/:contract/void", .coordinator, FeeContractPages.void)

        room.get("/staff/travel", .coordinator, example: "/staff/travel", TravelOrderPages.list)
        room.get("/staff/travel/new", .coordinator, example: "/staff/travel/new", TravelOrderPages.new)
        room.post("/staff/travel/new", .coordinator, TravelOrderPages.add)
        room.get("/staff/travel/:order", .coordinator, example: "/staff/travel/1", TravelOrderPages.show)
        room.post("/staff/travel/:order", .coordinator, TravelOrderPages.edit)
        room.get("/staff/travel/:order/paper.pdf", .coordinator, TravelOrderPages.paper)
        room.post("/staff/travel/:order/issue", .coordinator, TravelOrderPages.issue)
        room.post("/staff/travel/:order/settle", .coordinator, TravelOrderPages.settle)
        room.post("/staff/travel/:order/void", .coordinator, TravelOrderPages.void)

        room.get("/staff/purses/use", .coordinator, example: "/staff/purses/use", RationalUsePages.show)
        room.post("/staff/purses/use", .coordinator, RationalUsePages.setOtherWay)
        room.get("/staff/purses/use.xlsx", .coordinator, RationalUsePages.workbook)

        room.get("/me/contracts/:contract", .person, example: "/me/contracts/1", MyCostPages.contract)
        room.get("/me/contracts/:contract/paper.pdf", .person, MyCostPages.contractPaper)
        room.get("/me/travel/:order", .person, example: "/me/travel/1", MyCostPages.travel)
        room.get("/me/travel/:order/paper.pdf", .person, MyCostPages.travelPaper)

        room.menu(.staff, T.costs.title, "/staff/costs", .report, in: .office, at: 77)

        room.bring(PersonColumn("fee_contract"))
        room.bring(PersonColumn("travel_order"))
        room.bring(RegistryKind("fee-contract", T.costs.contract))
        room.bring(RegistryKind("travel-order", T.costs.order))
        room.answer(LedgerPapersAsked.self) { try CostStore.papers(of: $0.entries.map(\.id), at: $0.centre, in: $1) }
        room.answer(HeldAsked.self) { try CostKeepingStore.held(about: $0.person, in: $1) }
        room.on(PersonErased.self) { try CostKeepingStore.forget($0.person, in: $1) }
        room.on(PersonPurged.self) { try CostKeepingStore.forget($0.person, in: $1) }
        room.on(EventCopied.self) { try EventMoneyStore.copy(from: $0.from, to: $0.event, in: $1) }
        room.on(EventDiscarded.self) { try EventMoneyStore.discard($0.event, in: $1) }
        room.nightly("costs.forget") { try CostKeepingStore.forgetOld(in: $0) }
        room.answer(EventDeskAsked.self, CostSharedPages.onDesk)
        room.today(CostSharedPages.today)
        room.me(CostSharedPages.mine)
    }
}
