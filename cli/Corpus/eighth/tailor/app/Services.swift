import Foundation

struct Services: Sendable {
    var alterations = AlterationService()
    var fabrics = FabricService(metres: ["tweed-1": 20, "linen-4": 3])
    var pricing: any Pricing = PriceListService()
    var now: @Sendable () -> Date = { Date() }
}
