// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeJSON

/// What the document of an API says about it as a whole.
///
///     OpenAPIInfo("Shop", version: "1.4.0", details: "Products, users and orders.")
public struct OpenAPIInfo: Sendable {
    /// The name of the API.
    public var title: String
    /// The version of the API, which is not that of OpenAPI.
    public var version: String
    /// What it is for, as Markdown.
    public var details: String?
    /// Where it runs, when that is not where the document is read: `https://api.shop.example`.
    public var servers: [String]
    /// The last word: changes the finished document, for what Fledge does not say.
    public var finish: @Sendable (inout JSON.Object) -> Void

    /// Describes an API.
    ///
    /// - Parameters:
    ///   - title: The name of the API.
    ///   - version: The version of the API.
    ///   - details: What it is for, as Markdown.
    ///   - servers: Where it runs, when that is not where the document is read.
    ///   - finish: Changes the finished document: a license, a contact, a tag's description.
    public init(
        _ title: String,
        version: String = "1.0.0",
        details: String? = nil,
        servers: [String] = [],
        finish: @escaping @Sendable (inout JSON.Object) -> Void = { _ in }
    ) {
        self.title = title
        self.version = version
        self.details = details
        self.servers = servers
        self.finish = finish
    }
}
