// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ContractApp
import FledgeCore
import Testing

/// That the fixture is what the suite takes it for.
@Suite struct RouteListTests {
    @Test(arguments: ContractVariant.allCases.dropFirst())
    func `all variants have the same routes`(variant: ContractVariant) throws {
        #expect(try routes(of: variant).map(\.line).sorted() == routes(of: .files).map(\.line).sorted())
    }

    @Test func `every route of the fixture is described`() throws {
        let described = Set(Sketches.all.map { "\($0.method.rawValue) \($0.pattern)" })
        let routes = Set(try routes(of: .files).map(\.line))
        #expect(described.subtracting(routes).sorted() == [])
        #expect(routes.subtracting(described).sorted() == [])
    }

    @Test func `types mounted by hand have the middleware and the limits of the files`() throws {
        func lines(_ variant: ContractVariant) throws -> [String] {
            try routes(of: variant).map { "\($0.line) \($0.middleware) \($0.bodyLimit)" }.sorted()
        }
        #expect(try lines(.mounted) == lines(.files))
    }

    private func routes(of variant: ContractVariant) throws -> [RouteInfo] {
        try variant.makeApp(logger: .silent).build().routes
    }
}

extension RouteInfo {
    fileprivate var line: String { "\(method?.rawValue ?? "any") \(pattern)" }
}
