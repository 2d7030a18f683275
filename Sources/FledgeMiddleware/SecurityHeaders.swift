// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore

/// Sets the fields that make browsers careful with what this server answers.
///
///     app.use(SecurityHeaders())
///     app.use(SecurityHeaders(frameOptions: "DENY", strictTransportSecurity: nil))
///
/// What helmet does for Express, with two differences. Fields that only concern documents go out
/// only with documents (HTML, XHTML, SVG, XML), so JSON is not burdened with them. And fields that no
/// current browser reads (`X-XSS-Protection`, `X-Download-Options`) are left out.
///
/// | field | default | with |
/// |---|---|---|
/// | `X-Content-Type-Options` | `nosniff` | every answer |
/// | `Referrer-Policy` | `no-referrer` | every answer |
/// | `Cross-Origin-Resource-Policy` | `same-origin` | every answer |
/// | `X-Frame-Options` | `SAMEORIGIN` | every answer |
/// | `Strict-Transport-Security` | `max-age=31536000; includeSubDomains` | every answer over TLS |
/// | `Content-Security-Policy` | ``defaultContentSecurityPolicy`` | documents |
/// | `Cross-Origin-Opener-Policy` | `same-origin` | documents |
/// | `Origin-Agent-Cluster` | `?1` | documents |
/// | `X-Permitted-Cross-Domain-Policies` | `none` | documents |
///
/// A field that the handler has set is never changed. To send one of these without a value of yours,
/// give another text; nil turns it off.
///
/// Behind a proxy that ends TLS the connection to this server is plain, and
/// `Strict-Transport-Security` is the proxy's to send.
public struct SecurityHeaders: SyncMiddleware {
    /// Helmet's policy: everything from this origin, no plug-ins, no inline scripts.
    public static let defaultContentSecurityPolicy =
        "default-src 'self'; base-uri 'self'; font-src 'self' https: data:; form-action 'self'; "
        + "frame-ancestors 'self'; img-src 'self' data:; object-src 'none'; script-src 'self'; "
        + "script-src-attr 'none'; style-src 'self' https: 'unsafe-inline'; "
        + "upgrade-insecure-requests"

    private let always: Fields
    private let overTLS: Fields
    private let documentsOverTLS: Fields
    private let documents: Fields

    /// Values that could not be sent.
    public let setupProblems: [String]

    /// Creates the middleware; nil leaves a field out.
    ///
    /// - Parameters:
    ///   - contentTypeOptions: Keeps browsers from guessing a type and running it.
    ///   - referrerPolicy: What a page tells others about where a click came from.
    ///   - crossOriginResourcePolicy: Who may embed an answer without CORS. For images and scripts
    ///     that other sites embed: `cross-origin`.
    ///   - frameOptions: Who may show an answer in a frame.
    ///   - strictTransportSecurity: Makes browsers use TLS for this host; hard to take back.
    ///   - contentSecurityPolicy: What a document may load and run. `upgrade-insecure-requests` is
    ///     left out over plain connections, where it would break every page but localhost.
    ///   - crossOriginOpenerPolicy: Keeps windows that other sites opened apart.
    ///   - originAgentCluster: Keeps origins of one site in processes of their own.
    ///   - permittedCrossDomainPolicies: What old plug-ins may load.
    public init(
        contentTypeOptions: String? = "nosniff",
        referrerPolicy: String? = "no-referrer",
        crossOriginResourcePolicy: String? = "same-origin",
        frameOptions: String? = "SAMEORIGIN",
        strictTransportSecurity: String? = "max-age=31536000; includeSubDomains",
        contentSecurityPolicy: String? = defaultContentSecurityPolicy,
        crossOriginOpenerPolicy: String? = "same-origin",
        originAgentCluster: String? = "?1",
        permittedCrossDomainPolicies: String? = "none"
    ) {
        var problems: [String] = []
        func fields(_ all: (name: String, value: String?)...) -> Fields {
            var fields = Fields()
            for case (let name, let value?) in all {
                fields[name] = value
                guard fields[name] == nil else { continue }
                problems.append(
                    "the value of \(name) has a control character, such as a line break. "
                        + "Write it on one line.")
            }
            return fields
        }
        always = fields(
            ("X-Content-Type-Options", contentTypeOptions),
            ("Referrer-Policy", referrerPolicy),
            ("Cross-Origin-Resource-Policy", crossOriginResourcePolicy),
            ("X-Frame-Options", frameOptions))
        overTLS = fields(("Strict-Transport-Security", strictTransportSecurity))
        func documentFields(_ policy: String?) -> Fields {
            fields(
                (Self.policyField, policy),
                ("Cross-Origin-Opener-Policy", crossOriginOpenerPolicy),
                ("Origin-Agent-Cluster", originAgentCluster),
                ("X-Permitted-Cross-Domain-Policies", permittedCrossDomainPolicies))
        }
        documentsOverTLS = documentFields(contentSecurityPolicy)
        setupProblems = problems
        documents = documentFields(contentSecurityPolicy.map(Self.withoutUpgrade))
    }

    /// Lets every request go on.
    public func before(_ request: inout Request) -> Response? { nil }

    /// Adds what is missing.
    public func after(_ request: Request, _ response: inout Response) {
        response.headers.addMissing(always)
        if request.isSecure { response.headers.addMissing(overTLS) }
        guard Self.isDocument(response) else { return }
        response.headers.addMissing(request.isSecure ? documentsOverTLS : documents)
    }

    private static let policyField = "Content-Security-Policy"

    /// What a browser shows as a page of this origin, and whose scripts it then runs.
    private static func isDocument(_ response: Response) -> Bool {
        // What most answers are is told apart without parsing.
        if response.headers.value(
            "Content-Type", hasPrefix: "application/json", or: "text/plain")
        {
            return false
        }
        guard let text = response.headers[.contentType], let type = MediaType(text) else {
            return false
        }
        return type.subtype == "html" || type.subtype == "xml" || type.suffix == "xml"
    }

    /// The directive turns `http:` sub-resources into `https:`, which a server without TLS does not
    /// have; helmet sends it anyway, and Safari then breaks pages in development.
    private static func withoutUpgrade(_ policy: String) -> String {
        policy.split(separator: ";").map { $0.trimmingSpaces() }
            .filter { $0 != "upgrade-insecure-requests" }
            .joined(separator: "; ")
    }
}
