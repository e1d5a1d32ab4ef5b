@testable import Centres
import Kernel
import Languages
import Testing
import Town

@Suite struct NumberRuleTests {
    @Test(arguments: ["101134702", "113460262", "109141270", "111067693"])
    func `a sound PIB is taken`(number: String) { #expect(TaxNumber.isSound(number)) }

    @Test(arguments: ["101134703", "", "10113470", "1011347020", "10113470a", "١٠١١٣٤٧٠٢", " 101134702"])
    func `a wrong PIB is refused`(number: String) { #expect(!TaxNumber.isSound(number)) }

    @Test func `every single slip of the finger in a PIB is noticed`() {
        let sound = Array("113460262")
        for place in sound.indices {
            for digit in "0123456789" where digit != sound[place] {
                var slipped = sound
                slipped[place] = digit
                #expect(!TaxNumber.isSound(String(slipped)))
            }
        }
    }

    @Test(arguments: [
        ("66143627", true), ("66841251", true), ("63960365", true), ("28265085", true), ("17162543", true), ("17162544", false), ("1716254", false), ("", false),
    ])
    func `company numbers by their check digit`(number: String, isSound: Bool) { #expect(CompanyNumber.isSound(number) == isSound) }

    @Test(arguments: [("01234", true), ("82041", true), ("1234", false), ("123456", false), ("12 34", false), ("1234x", false)])
    func `a JBKJS has five digits`(number: String, isSound: Bool) { #expect(BudgetNumber.isSound(number) == isSound) }

    @Test func `a wrong PIB or JBKJS stops a school, a doubtful company number does not`() {
        var school = SchoolDetails(name: "ОШ „Проба“", kind: .primary, municipality: Municipality.ID(1))
        (school.pib, school.companyNumber, school.jbkjs) = ("101134703", "17162544", "123")
        var faults = Faults()
        school.check(&faults)
        let problem = #expect(throws: Problem.self) { try faults.check() }
        #expect(problem?.faults.map(\.field) == ["pib", "jbkjs"])
        #expect(school.doubts == [T.centres.doubtfulCompanyNumber(number: .text("17162544"))])
    }
}
