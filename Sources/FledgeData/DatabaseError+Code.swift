// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension DatabaseError {
    /// The kind of a database failure.
    ///
    /// A struct, not an enum, so that a new code does not break your `switch`; give it a `default`.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String, Sendable {
            case uniqueViolation, foreignKeyViolation, notNullViolation, checkViolation
            case typeMismatch, busy, serializationFailure, timeout, connection, syntax, readOnly,
                storageFull
            case decoding, noRow, transactionAborted, misuse, other
        }

        private let kind: Kind

        private init(_ kind: Kind) { self.kind = kind }

        /// The code's name, from a bounded set: fit for a metric's label.
        public var description: String { kind.rawValue }

        /// A unique index or primary key already holds the value.
        public static let uniqueViolation = Code(.uniqueViolation)
        /// A reference to a row that is not there, or the removal of a row still referred to.
        public static let foreignKeyViolation = Code(.foreignKeyViolation)
        /// NULL in a column that forbids it.
        public static let notNullViolation = Code(.notNullViolation)
        /// A `CHECK` said no.
        public static let checkViolation = Code(.checkViolation)
        /// A value of the wrong type for its column.
        public static let typeMismatch = Code(.typeMismatch)
        /// Somebody else holds the lock, or won a race.
        ///
        /// Trying again may help.
        public static let busy = Code(.busy)
        /// Transactions side by side got in each other's way, and this one lost.
        ///
        /// ``Database/transaction(isolation:retries:fileID:line:_:)`` has run it again already.
        public static let serializationFailure = Code(.serializationFailure)
        /// The statement, or the wait for a connection, took longer than it may.
        public static let timeout = Code(.timeout)
        /// The database cannot be reached or opened, or was closed.
        public static let connection = Code(.connection)
        /// The SQL is wrong, or names a table or column that is not there.
        public static let syntax = Code(.syntax)
        /// The database may not be written.
        public static let readOnly = Code(.readOnly)
        /// No space is left.
        public static let storageFull = Code(.storageFull)
        /// A row does not fit the type it is read as.
        public static let decoding = Code(.decoding)
        /// No row where one is required.
        public static let noRow = Code(.noRow)
        /// The database ended the transaction by itself after an earlier failure.
        public static let transactionAborted = Code(.transactionAborted)
        /// The program uses the database in a way that cannot work.
        ///
        /// The message says how to.
        public static let misuse = Code(.misuse)
        /// Everything else; see the message and ``DatabaseError/cause``.
        public static let other = Code(.other)
    }
}
