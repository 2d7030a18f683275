// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Reads JSON (RFC 8259) from bytes, strictly, in one pass.
///
///     let user = try JSONReader.decode(User.self, from: bytes)
///
/// ``SchemaType/init(json:)`` gets a reader that stands at its value and takes exactly that value.
/// `@Schema` writes the code that does; by hand it looks like this:
///
///     init(json reader: inout JSONReader) throws(JSONError) {
///         var x: Int?
///         let mark = reader.violationCount
///         try reader.beginObject()
///         while let key = try reader.nextKey() {
///             if reader.matches(key, "x") {
///                 if x != nil { throw reader.duplicate(key) }
///                 x = try reader.member("x", Int.self)
///             } else {
///                 try reader.skipMember(key)
///             }
///         }
///         if x == nil, reader.violationCount == mark { reader.missing("x") }
///         guard reader.violationCount == mark, let x else { throw .invalid }
///         self.x = x
///     }
///
/// A reader exists only while ``decode(_:from:options:)-(_,[UInt8],_)`` runs, and cannot be copied
/// or kept: it points into the bytes that it reads.
public struct JSONReader: ~Copyable {
    /// What is read.
    ///
    /// A debug build checks every access; a release build rests on the comparisons
    /// of `position` with `end` before each, which the fuzzer holds to account.
    @usableFromInline let bytes: UnsafeRawBufferPointer
    /// How many bytes there are.
    @usableFromInline let end: Int
    /// The next byte to read.
    @usableFromInline var position = 0
    /// An array or object was opened, and nothing in it was read yet.
    @usableFromInline var isAtStart = false
    /// How many arrays and objects are open.
    @usableFromInline var depth = 0
    /// How many more values may come.
    @usableFromInline var valuesLeft: Int
    /// The names that no type knows, of the objects that are open.
    var names = SeenNames()
    /// The depth at which a discriminator stands that is not the payload's, or -1.
    @usableFromInline var passedDepth = -1
    /// The name of that discriminator.
    @usableFromInline var passedName: StaticString = ""
    /// Whether it was passed over: a second one is refused.
    @usableFromInline var hasPassed = false
    /// The depth of a payload whose case refuses what the payload does not know.
    @usableFromInline var closedDepth = -1

    /// How many arrays and objects may be open.
    let depthLimit: Int
    /// How many values there may be.
    let valueLimit: Int
    /// Whether the last of several equal names counts in an open object.
    let keepsLastName: Bool
    /// Whether rules of `@Schema` types hold: they do not for other coders.
    let holdsRules: Bool
    /// Values that JSON cannot hold, by the text that stands for them.
    let attachments: [String: any Sendable]
    /// What was found so far.
    public internal(set) var violations: Violations
    /// Set before ``JSONError/malformed`` is thrown.
    var syntaxError: JSONSyntaxError?

    /// Made by `decode` alone: `bytes` must outlive the reader.
    @usableFromInline init(_ bytes: UnsafeRawBufferPointer, options: Options) {
        self.bytes = bytes
        end = bytes.count
        depthLimit = options.depth
        valueLimit = options.values
        valuesLeft = options.values
        keepsLastName = options.duplicateNames == .keepLast
        holdsRules = options.holdsRules
        attachments = options.attachments
        // Who is refused is told at least one reason.
        violations = Violations(limit: max(options.violations, 1))
    }

    /// How many violations were found so far, also those that are no longer kept.
    @inlinable public var violationCount: Int { violations.count }
}

extension JSONReader {
    /// The bounds of what is read, and the choices that RFC 8259 leaves open.
    public struct Options: Sendable {
        /// What happens when a name stands twice in an object of an open ``JSON`` value.
        ///
        /// Types and dictionaries always refuse it.
        public enum DuplicateNames: Sendable {
            /// It is refused.
            case refuse
            /// The last value counts.
            case keepLast
        }

        /// How deep arrays and objects may be nested: 64, at most 512.
        public var depth: Int {
            didSet { depth = min(max(depth, 0), 512) }
        }
        /// How many values a document may have: 1,000,000.
        public var values: Int
        /// How many violations are kept: 100.
        public var violations: Int
        /// What happens when a name stands twice in an object of an open ``JSON`` value.
        public var duplicateNames: DuplicateNames
        /// Values that JSON cannot hold, such as uploaded files, for types that read a key of one.
        public var attachments: [String: any Sendable]
        /// Whether rules of `@Schema` types hold.
        var holdsRules = true

        /// Creates options; all are set to what a server wants.
        ///
        /// - Parameters:
        ///   - depth: How deep arrays and objects may be nested, at most 512, because each level of
        ///     a typed value takes a frame of the stack.
        ///   - values: How many values a document may have.
        ///   - violations: How many violations are kept; the rest are counted only.
        ///   - duplicateNames: What happens when a name stands twice in an open object.
        ///   - attachments: Values that JSON cannot hold, by the text that stands for them.
        public init(
            depth: Int = 64, values: Int = 1_000_000, violations: Int = 100,
            duplicateNames: DuplicateNames = .refuse, attachments: [String: any Sendable] = [:]
        ) {
            self.depth = min(max(depth, 0), 512)
            self.values = values
            self.violations = violations
            self.duplicateNames = duplicateNames
            self.attachments = attachments
        }
    }
}
