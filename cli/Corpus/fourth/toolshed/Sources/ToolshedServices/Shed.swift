import FledgeSchema

@Schema package struct Tool: Codable, Hashable, Sendable {
    package let id: Int
    package let name: String
    package let needsTraining: Bool
}

@Schema package struct NewTool: Sendable {
    @Field(.length(1...60)) package var name: String
    package var needsTraining: Bool = false
}

@Schema package struct Maker: Codable, Hashable, Sendable {
    package let id: Int
    package let name: String
    package let isTrained: Bool
}

@Schema package struct NewMaker: Sendable {
    @Field(.length(1...80)) package var name: String
    package var isTrained: Bool = false
}

@Schema package struct MakerQuery: Sendable { package var trained: Bool? }

@Schema package struct NewLoan: Sendable {
    package var tool: Int
    package var maker: Int
}

@Schema package struct Loan: Codable, Hashable, Sendable {
    package let id: Int
    package let tool: Int
    package let maker: Int
}

package enum ShedError: Error, Equatable { case unknown(String), isLent }
package enum Refusal: String, Sendable { case tooMany = "too_many", untrained }
package enum Borrowing: Sendable { case lent(Loan), queued(Int), refused(Refusal) }

/// Where the shed keeps its lists.
package protocol Shelf: Sendable {
    func tools() async throws -> [Tool]
    func add(_ tool: NewTool) async throws -> Tool
    func removeTool(_ id: Int) async throws
    func makers() async throws -> [Maker]
    func add(_ maker: NewMaker) async throws -> Maker
    func loans() async throws -> [Loan]
    func add(_ loan: NewLoan) async throws -> Loan
    func removeLoan(_ id: Int) async throws
}
