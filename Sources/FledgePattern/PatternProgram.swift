// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A pattern as instructions of a machine that is in many places at once.
struct PatternProgram: Sendable, Hashable {
    /// The bound on memory, and on steps for each scalar of a text: counts are written out.
    static let largestSize = 5_000

    enum Instruction: Sendable, Hashable {
        /// Takes a scalar of the set with this number and goes on with the next instruction.
        case take(Int)
        case hold(PatternAssertion)
        case jump(Int)
        /// Goes on in both places.
        case fork(Int, Int)
        case found
    }

    let instructions: [Instruction]
    /// Apart from the instructions, so that these are plain numbers and copying one counts nothing.
    let sets: [ScalarSet]

    init(_ node: PatternNode) throws(PatternError) {
        var writer = PatternWriter()
        try writer.write(node)
        instructions = writer.instructions + [.found]
        sets = writer.sets
    }

    /// Whether every match begins at the start of the text, so that no other start need be tried.
    var isAnchored: Bool { instructions.first == .hold(.start) }
}

/// Writes the instructions of a pattern.
private struct PatternWriter {
    private(set) var instructions: [PatternProgram.Instruction] = []
    private(set) var sets: [ScalarSet] = []
    private var visits = 0

    mutating func write(_ node: PatternNode) throws(PatternError) {
        visits += 1
        // Visits are counted, too: an empty group takes no place, and can be repeated all the same.
        guard max(instructions.count, visits) <= PatternProgram.largestSize else {
            throw PatternError(.tooLarge, at: 0)
        }
        switch node {
        case .empty: break
        case .one(let set):
            instructions.append(.take(sets.count))
            sets.append(set)
        case .assertion(let assertion): instructions.append(.hold(assertion))
        case .sequence(let parts):
            for part in parts { try write(part) }
        case .choice(let branches): try write(choice: branches)
        case .repeated(let part, let least, let most):
            for _ in 0..<least { try write(part) }
            if let most {
                try write(optional: part, count: most - least)
            } else {
                try write(loop: part)
            }
        }
    }

    private mutating func write(
        choice branches: [PatternNode]
    ) throws(PatternError) {
        var ends: [Int] = []
        for (index, branch) in branches.enumerated() {
            let fork = instructions.count
            if index < branches.count - 1 { instructions.append(.fork(fork + 1, 0)) }
            try write(branch)
            guard index < branches.count - 1 else { continue }
            ends.append(instructions.count)
            instructions.append(.jump(0))
            instructions[fork] = .fork(fork + 1, instructions.count)
        }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    private mutating func write(
        loop part: PatternNode
    ) throws(PatternError) {
        let fork = instructions.count
        instructions.append(.fork(fork + 1, 0))
        try write(part)
        instructions.append(.jump(fork))
        instructions[fork] = .fork(fork + 1, instructions.count)
    }

    private mutating func write(
        optional part: PatternNode, count: Int
    ) throws(PatternError) {
        var forks: [Int] = []
        for _ in 0..<count {
            forks.append(instructions.count)
            instructions.append(.fork(0, 0))
            try write(part)
        }
        for fork in forks { instructions[fork] = .fork(fork + 1, instructions.count) }
    }
}
