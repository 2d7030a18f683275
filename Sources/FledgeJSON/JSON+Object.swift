// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension JSON {
    /// The members of a JSON object, in the order they were added.
    ///
    /// Names are the same when their bytes are: `é` in one code point and `é` in two are two names.
    public struct Object: Sendable, Hashable, Sequence, ExpressibleByDictionaryLiteral {
        /// One member.
        public struct Member: Sendable, Hashable {
            /// Its name.
            public var name: String
            /// Its value.
            public var value: JSON
        }

        private var members: [Member] = []

        /// An object with no members.
        public init() {}

        /// An object of the written members.
        ///
        /// A name that is repeated keeps its last value.
        public init(dictionaryLiteral elements: (String, JSON)...) {
            for (name, value) in elements { self[name] = value }
        }

        /// An object of members whose names are known to differ.
        init(distinct members: [Member]) {
            self.members = members
        }

        /// How many members there are.
        public var count: Int { members.count }

        /// Whether there are none.
        public var isEmpty: Bool { members.isEmpty }

        /// The value of the member `name`.
        ///
        /// Setting adds or replaces; `nil` removes. O(members).
        public subscript(name: String) -> JSON? {
            get { index(of: name).map { members[$0].value } }
            set {
                switch (index(of: name), newValue) {
                case (let index?, let value?): members[index].value = value
                case (nil, let value?): members.append(Member(name: name, value: value))
                case (let index?, nil): members.remove(at: index)
                case (nil, nil): break
                }
            }
        }

        private func index(of name: String) -> Int? {
            members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
        }

        /// The members in order.
        public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
    }
}
