// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Runs a program over a text: in each place of the program it is at most once for each scalar.
struct PatternMachine: ~Copyable {
    private let instructions: UnsafeBufferPointer<PatternProgram.Instruction>
    private let sets: UnsafeBufferPointer<ScalarSet>
    /// The places that wait for the next scalar, and those after it.
    private var now: PlaceList
    private var next: PlaceList
    /// Places still to be followed; each is entered once, so it never holds more than two for each.
    private let pending: UnsafeMutableBufferPointer<Int>
    private var steps = 0

    static func run(
        _ program: PatternProgram, over text: String.UnicodeScalarView, steps: inout Int
    ) -> Bool {
        let count = program.instructions.count
        return program.instructions.withUnsafeBufferPointer { instructions in
            program.sets.withUnsafeBufferPointer { sets in
                withUnsafeTemporaryAllocation(of: Int.self, capacity: count * 6 + 2) { memory in
                    memory.initialize(repeating: 0)
                    var machine = PatternMachine(instructions, sets, memory)
                    defer { steps += machine.steps }
                    return machine.find(in: text, isAnchored: program.isAnchored)
                }
            }
        }
    }

    private init(
        _ instructions: UnsafeBufferPointer<PatternProgram.Instruction>,
        _ sets: UnsafeBufferPointer<ScalarSet>,
        _ memory: UnsafeMutableBufferPointer<Int>
    ) {
        let count = instructions.count
        self.instructions = instructions
        self.sets = sets
        now = PlaceList(memory, at: 0, count)
        next = PlaceList(memory, at: 2 * count + 1, count)
        pending = .init(rebasing: memory[(4 * count + 2)...])
    }

    private mutating func find(in text: String.UnicodeScalarView, isAnchored: Bool) -> Bool {
        var before: Unicode.Scalar?
        var rest = text.makeIterator()
        var scalar = rest.next()
        while true {
            // A match may begin here, unless it can only begin at the start.
            if !isAnchored || before == nil, enter(0, between: before, and: scalar, now) {
                return true
            }
            guard let current = scalar, now.count > 0 || !isAnchored else { return false }
            scalar = rest.next()
            if advance(over: current, to: scalar) { return true }
            before = current
        }
    }

    private mutating func advance(over scalar: Unicode.Scalar, to after: Unicode.Scalar?) -> Bool {
        next.clear()
        for index in 0..<now.count {
            let place = now[index]
            steps += 1
            guard case .take(let set) = instructions[place], sets[set].contains(scalar) else {
                continue
            }
            if enter(place + 1, between: scalar, and: after, next) { return true }
        }
        swap(&now, &next)
        return false
    }

    /// Follows everything that takes no scalar.
    ///
    /// - Returns: Whether the end of the pattern was reached.
    private mutating func enter(
        _ start: Int, between before: Unicode.Scalar?, and after: Unicode.Scalar?,
        _ list: PlaceList
    ) -> Bool {
        var count = 1
        pending[0] = start
        while count > 0 {
            count -= 1
            let place = pending[count]
            guard list.add(place) else { continue }
            steps += 1
            switch instructions[place] {
            case .take: continue
            case .found: return true
            case .jump(let target):
                pending[count] = target
                count += 1
            case .fork(let first, let second):
                pending[count] = second
                pending[count + 1] = first
                count += 2
            case .hold(let assertion):
                guard holds(assertion, before, after) else { continue }
                pending[count] = place + 1
                count += 1
            }
        }
        return false
    }

    private func holds(
        _ assertion: PatternAssertion, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
    ) -> Bool {
        switch assertion {
        case .start: before == nil
        case .end: after == nil
        case .wordBoundary: isWord(before) != isWord(after)
        case .noWordBoundary: isWord(before) == isWord(after)
        }
    }

    private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map(ScalarSet.wordCharacters.contains) ?? false
    }
}

/// A set of places in the order in which they were added, cleared at once (Briggs and Torczon 1993).
private struct PlaceList {
    private let order: UnsafeMutableBufferPointer<Int>
    private let index: UnsafeMutableBufferPointer<Int>
    private let size: UnsafeMutableBufferPointer<Int>

    /// Takes 2 × `count` + 1 places of the memory.
    init(_ memory: UnsafeMutableBufferPointer<Int>, at start: Int, _ count: Int) {
        order = .init(rebasing: memory[start..<(start + count)])
        index = .init(rebasing: memory[(start + count)..<(start + 2 * count)])
        size = .init(rebasing: memory[(start + 2 * count)...(start + 2 * count)])
    }

    var count: Int { size[0] }

    subscript(position: Int) -> Int { order[position] }

    func clear() { size[0] = 0 }

    /// - Returns: Whether it is new.
    func add(_ place: Int) -> Bool {
        let known = index[place]
        if known < count, order[known] == place { return false }
        order[count] = place
        index[place] = count
        size[0] += 1
        return true
    }
}
