// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What every request pays for: fields found, added and handed to the wire as bytes, without a
// `String` and without a copy that could be avoided.
extension Fields {
    /// Adds the fields of `defaults` whose names are not there yet.
    ///
    ///     response.headers.addMissing([.cacheControl: "no-store", .vary: "Origin"])
    ///
    /// Complexity: O(1) and one copy of bytes when no name of the one is as long as a name of the
    /// other, which is the usual case; else O(fields of both).
    public mutating func addMissing(_ defaults: Fields) {
        guard let other = defaults.head else { return }
        guard other.isWireForm, nameLengths.isDisjoint(with: other.nameLengths) else {
            return addMissing(oneByOne: other)
        }
        makeRoom(bytes: other.count, fields: other.fieldCount)
        head?.appendAll(of: other)
    }

    private mutating func addMissing(oneByOne other: HeadBytes) {
        let known = self
        other.withPointers { layout, memory in
            let bytes = layout.bytes(memory)
            for index in 0..<layout.pointee.entryCount {
                let entry = layout.entry(index, memory)
                let name = UnsafeRawBufferPointer(rebasing: bytes[entry.name])
                if known.head?.index(of: name) != nil { continue }
                _ = append(name, UnsafeRawBufferPointer(rebasing: bytes[entry.value]))
            }
            guard let refused = layout.pointee.firstRefused else { return }
            refuse(refused)
        }
    }

    /// Sets a field whose name stands in our own source, and so is a token.
    package mutating func set(_ name: StaticString, _ value: String) {
        let name = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        var value = value
        let isSent = value.withUTF8 { value in
            guard head?.index(of: name) == nil else { return false }
            return append(name, UnsafeRawBufferPointer(value))
        }
        // Replacing and refusing are for the usual way.
        if !isSent { self[String(decoding: name, as: UTF8.self)] = value }
    }

    /// Adds a field; false if the value may not be sent.
    mutating func append(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
        guard Self.isValue(value) else { return false }
        makeRoom(bytes: name.count + value.count + 4, fields: 1)
        head?.append(name, value)
        return true
    }

    /// Notes a field that may not be sent.
    mutating func refuse(_ name: String) {
        makeRoom(bytes: 0, fields: 0)
        head?.noteRefused(name)
    }

    /// Whether the first value under `name` begins with one of two prefixes, in ASCII of any case.
    package func value(
        _ name: StaticString, hasPrefix first: StaticString, or second: StaticString
    ) -> Bool {
        guard let head else { return false }
        let name = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        guard let index = head.index(of: name) else { return false }
        return head.withPointers { layout, memory in
            let value = UnsafeRawBufferPointer(
                rebasing: layout.bytes(memory)[layout.entry(index, memory).value])
            return value.hasPrefix(first) || value.hasPrefix(second)
        }
    }

    /// Whether there is one field under `name`, and it says `value`, in ASCII of any case.
    package func hasOnly(_ name: StaticString, _ value: StaticString) -> Bool {
        guard let head else { return false }
        let name = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        guard let index = head.index(of: name), head.index(of: name, from: index + 1) == nil else {
            return false
        }
        return head.withPointers { layout, memory in
            UnsafeRawBufferPointer(
                rebasing: layout.bytes(memory)[layout.entry(index, memory).value]
            )
            .equalsIgnoringCase(
                UnsafeRawBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
        }
    }

    /// Whether there is a field under `name`.
    package func has(_ name: StaticString) -> Bool {
        head?.index(
            of: UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)) != nil
    }

    /// Makes this the only holder of its bytes, with so much room.
    ///
    /// Most answers share the fields that they begin with, and the first one added makes the copy,
    /// with room for what middleware will add.
    private mutating func makeRoom(bytes: Int, fields: Int) {
        if head?.isUnique() == true, head?.hasRoom(bytes, fields) == true { return }
        let (bytes, fields) = (Swift.max(bytes, 384), Swift.max(fields, 8))
        head =
            head?.copy(bytes: bytes, fields: fields) ?? HeadBytes.make(bytes: bytes, fields: fields)
    }

    /// RFC 9110, 5.5: visible ASCII, space, tab and obs-text.
    private static func isValue(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        while true {
            position = bytes.firstControl(from: position, to: bytes.count)
            guard position < bytes.count else { return true }
            guard bytes[position] == UInt8(ascii: "\t") else { return false }
            position += 1
        }
    }

    static func isToken(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { name in
            for byte in name where !TokenByte.contains(byte) { return false }
            return !name.isEmpty
        }
    }
}

extension Fields {
    /// The lengths that names have, as a set of bits.
    package var nameLengths: NameLengths { head?.nameLengths ?? [] }

    /// Whether the fields can go on the wire in one piece: each is `Name: value` and CR LF.
    package var isWireForm: Bool { head?.isWireForm ?? true }

    /// The most bytes that the fields can take on the wire.
    ///
    /// One that came in without a space behind its colon goes out with one.
    package var wireCount: Int {
        head.map { $0.count + 4 * $0.fieldCount } ?? 0
    }

    /// Calls `body` with all bytes; in the form of the wire, they are the fields.
    package func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        head?.withBytes(body)
    }

    /// Calls `body` with each field.
    package func forEachEntry(_ body: (HeadEntry, UnsafeRawBufferPointer) -> Void) {
        head?.withPointers { layout, memory in
            for index in 0..<layout.pointee.entryCount {
                body(layout.entry(index, memory), layout.bytes(memory))
            }
        }
    }
}

extension HeadBytes {
    var fieldCount: Int { withLayout { $0.entryCount } }

    var nameLengths: NameLengths { withLayout { $0.nameLengths } }

    var isWireForm: Bool { withLayout { $0.isWireForm } }

    /// The first field of that name, at or after `start`.
    func index(of name: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
        withPointers { layout, memory in
            guard layout.pointee.nameLengths.contains(name.count) else { return nil }
            let bytes = layout.bytes(memory)
            for index in start..<Swift.max(start, layout.pointee.entryCount) {
                let range = layout.entry(index, memory).name
                guard range.count == name.count else { continue }
                let other = UnsafeRawBufferPointer(rebasing: bytes[range])
                if other.equalsIgnoringCase(name) { return index }
            }
            return nil
        }
    }

    func hasRoom(_ bytes: Int, _ fields: Int) -> Bool {
        withLayout { layout in
            let entries = (layout.entryCount + fields) * HeadEntry.size
            return layout.count + bytes + entries <= layout.capacity
        }
    }

    /// Adds `name: value` and CR LF; the room was asked for.
    func append(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
        withPointers { layout, memory in
            let start = layout.pointee.count
            let valueStart = start + name.count + 2
            let end = valueStart + value.count
            let room = layout.room(memory)
            precondition(end + 2 <= room.count, "The room for a field was too small.")
            UnsafeMutableRawBufferPointer(rebasing: room[start...]).copyMemory(from: name)
            room.storeBytes(
                of: Self.separator.littleEndian, toByteOffset: valueStart - 2, as: UInt16.self)
            UnsafeMutableRawBufferPointer(rebasing: room[valueStart...]).copyMemory(from: value)
            room.storeBytes(of: Self.lineEnd.littleEndian, toByteOffset: end, as: UInt16.self)
            layout.pointee.count = end + 2
            layout.append(
                HeadEntry(name: start..<(start + name.count), value: valueStart..<end), memory)
        }
    }

    /// Adds all fields of another in the form of the wire; the room was asked for.
    func appendAll(of other: HeadBytes) {
        withPointers { layout, memory in
            other.withPointers { new, newMemory in
                let start = layout.pointee.count
                UnsafeMutableRawBufferPointer(rebasing: layout.room(memory)[start...])
                    .copyMemory(from: new.bytes(newMemory))
                layout.pointee.count += new.pointee.count
                for index in 0..<new.pointee.entryCount {
                    layout.append(new.entry(index, newMemory).shifted(by: start), memory)
                }
                guard let refused = new.pointee.firstRefused else { return }
                layout.pointee.firstRefused = layout.pointee.firstRefused ?? refused
            }
        }
    }

    func noteRefused(_ name: String?) {
        withPointers { layout, _ in
            layout.pointee.firstRefused = layout.pointee.firstRefused ?? name
        }
    }

    /// `: `, read as a little-endian number.
    private static let separator: UInt16 = 0x203A
    /// CR LF.
    private static let lineEnd: UInt16 = 0x0A0D
}
