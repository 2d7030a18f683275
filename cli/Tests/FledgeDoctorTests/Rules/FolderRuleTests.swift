// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct FolderRuleTests {
    private let route = "import Fledge\n@Route struct R { func GET() -> String { \"\" } }"

    static let deep = [
        "app/_shared/support/helpers/formatting/text/Quantity.swift",
        "Sources/ShopServices/domain/order/model/impl/Order.swift",
        "Sources/Core/com/example/shop/domain/Order.swift",
    ]

    @Test(arguments: deep) func `folders that only lead to the next are too deep`(path: String) {
        #expect(findings(DeepFolders(), [path: "struct Order {}"]).count == 1)
    }

    static let fine = [
        "app/api/v2/stores/[store]/items/[sku]/price/PriceRoute.swift",
        "app/(shop)/api/staff/products/[id]/deliveries/DeliveriesRoute.swift",
        "app/orders/OrdersRoute.swift",
        "app/LandingRoute.swift",
    ]

    @Test(arguments: fine) func `the parts of a URL are no depth`(path: String) {
        #expect(findings(DeepFolders(), [path: route]) == [])
    }

    @Test func `a folder for each subject is fine`() {
        let sources = [
            "Sources/ShopServices/Orders/Pricing/OrderPricing.swift": "struct OrderPricing {}",
            "Sources/ShopServices/Orders/Order.swift": "struct Order {}",
        ]
        #expect(findings(DeepFolders(), sources) == [])
    }

    @Test func `a URL of many words is too deep`() {
        let path = "app/api/internal/admin/management/reports/monthly/detail/view/R.swift"
        #expect(findings(DeepFolders(), [path: route]).count == 1)
    }
}
