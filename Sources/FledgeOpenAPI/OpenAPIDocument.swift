// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
public import FledgeJSON

/// An API as OpenAPI 3.1 says it, made of the routes of an app.
///
///     let document = try makeApp().openAPIDocument()
///     try document.text.write(toFile: "openapi.json", atomically: true, encoding: .utf8)
///
/// Nothing is annotated for it. Paths, parameters, bodies and answers are read off the handlers' signatures,
/// the schemas off the types, the prose off the doc comments. What no type shows, a type or a
/// middleware says itself: see `RouteDescribing`.
public struct OpenAPIDocument: Sendable {
    /// The document.
    public let json: JSON

    /// What could not be told, each as a sentence with the remedy: types that do not describe themselves, mostly.
    public let gaps: [String]

    /// Describes an app.
    ///
    /// - Parameters:
    ///   - app: The app, built.
    ///   - info: What the document says about the whole.
    public init(of app: BuiltApp, _ info: OpenAPIInfo) {
        self.init(routes: app.routes, info)
    }

    init(routes: [RouteInfo], _ info: OpenAPIInfo) {
        var builder = DocumentBuilder(routes: routes, info: info)
        (json, gaps) = builder.build()
    }

    /// The document as JSON, indented.
    public var text: String { JSONText.indented(json) }

    /// The document as YAML.
    public var yaml: String { YAMLText.write(json) }
}
