// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// What is made for a property that no test reads is not tried: a double stood in its place.
@Suite struct TestDoubleTests {
    private static let parts = """
        protocol Pricing: Sendable { func price(_ size: Int) -> Int }
        struct HouseService: Sendable {
            let pricing: any Pricing
            func quote(_ size: Int) -> Int { pricing.price(size) }
        }
        struct SeasonPricing: Pricing { func price(_ size: Int) -> Int { size > 4 ? 90 : 70 } }
        """

    private static let made = """
        struct Services: Sendable {
            let houses: [String]
            let pricing: any Pricing
            init(houses: [String]) {
                self.houses = houses
                pricing = SeasonPricing()
            }
        }
        """
    private static let byDefault = """
        struct Services: Sendable {
            var houses: [String] = []
            var pricing: any Pricing = SeasonPricing()
        }
        """
    private static let route = """
        import Fledge

        @Route struct QuotesRoute {
            let pricing: any Pricing
            func GET(size: Int) -> Int { pricing.price(size) }
        }
        """
    private static let double =
        "struct Flat: Pricing { func price(_ size: Int) -> Int { 1 } }\n"

    private func untested(_ services: String, _ test: String) -> [String] {
        let sources = [
            "app/_services/Pricing.swift": Self.parts, "app/Services.swift": services,
            "app/quotes/QuotesRoute.swift": Self.route,
            "Tests/AppTests/T.swift": Self.double + test,
        ]
        return findings(UntestedService(), sources).compactMap(\.function)
            .filter { $0 == "SeasonPricing" }
    }

    static let replaced = [
        RuleRow(
            "a route that is given a double",
            #"func t() { let services = Services(houses: []); QuotesRoute(pricing: Flat()).GET(size: 1); print(services.houses) }"#
        ),
        RuleRow(
            "a service that is given a double",
            #"func t() { let all = Services(houses: []); print(all.houses); HouseService(pricing: Flat()).quote(3) }"#
        ),
        RuleRow(
            "services that a helper of the tests makes",
            """
            func make() -> Services { Services(houses: ["a"]) }
            func t() { let route = QuotesRoute(pricing: Flat()); route.GET(size: 2); print(make().houses) }
            """),
        RuleRow(
            "a double under a name",
            #"func t() { let flat: any Pricing = Flat(); _ = Services(houses: []); _ = QuotesRoute(pricing: flat).GET(size: 1) }"#
        ),
        RuleRow(
            "only the double is called",
            #"func t() { _ = Services(houses: []); #expect(Flat().price(3) == 1); QuotesRoute(pricing: Flat()).GET(size: 1) }"#
        ),
    ]

    @Test(arguments: replaced) func `what a double stands in for is not tried`(row: RuleRow) {
        #expect(untested(Self.made, row.source) == ["SeasonPricing"])
        #expect(untested(Self.byDefault, row.source) == ["SeasonPricing"])
    }

    static let tried = [
        RuleRow(
            "the property is read",
            #"func t() { let services = Services(houses: []); QuotesRoute(pricing: services.pricing).GET(size: 1) }"#
        ),
        RuleRow(
            "the property is called",
            #"func t() { let services = Services(houses: []); services.pricing.price(5) }"#),
        RuleRow(
            "the path is asked for",
            #"func t() { App(services: Services(houses: [])).test { client in client.get("/quotes") } }"#
        ),
        RuleRow(
            "by name", #"func t() { #expect(SeasonPricing().price(5) == 90) }"#),
        RuleRow(
            "made under the protocol's name",
            #"func t() { let pricing: any Pricing = SeasonPricing(); pricing.price(3) }"#),
        RuleRow(
            "given to a service",
            #"func t() { HouseService(pricing: SeasonPricing()).quote(3) }"#),
        RuleRow(
            "services of a name that no type tells",
            #"func t(_ app: Harness) { QuotesRoute(pricing: app.services.pricing).GET(size: 1); _ = Services(houses: []) }"#
        ),
    ]

    @Test(arguments: tried) func `what is read of what was made is tried`(row: RuleRow) {
        #expect(untested(Self.made, row.source) == [])
        #expect(untested(Self.byDefault, row.source) == [])
    }

    @Test func `what an initializer gives to a service is tried with it`() {
        let services = """
            struct Services: Sendable {
                let pricing: any Pricing
                let houses: HouseService
                init() {
                    pricing = SeasonPricing()
                    houses = HouseService(pricing: pricing)
                }
            }
            """
        #expect(untested(services, "func t() { Services().houses.quote(3) }") == [])
    }
}
