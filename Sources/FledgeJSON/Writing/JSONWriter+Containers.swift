// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension JSONWriter {
    /// Opens an object.
    @inlinable public mutating func beginObject() {
        reserve(1)
        put(UInt8(ascii: "{"))
        needsComma = false
    }

    /// Closes the object.
    @inlinable public mutating func endObject() {
        reserve(1)
        put(UInt8(ascii: "}"))
        needsComma = true
    }

    /// Opens an array.
    @inlinable public mutating func beginArray() {
        reserve(1)
        put(UInt8(ascii: "["))
        needsComma = false
    }

    /// Closes the array.
    @inlinable public mutating func endArray() {
        reserve(1)
        put(UInt8(ascii: "]"))
        needsComma = true
    }

    /// Writes a member of the open object, unless its value means that it is left out.
    @inlinable public mutating func member<T: SchemaType>(_ name: StaticString, _ value: T) {
        if value.isAbsent { return }
        key(name)
        value.write(to: &self)
        needsComma = true
    }

    /// Writes a member whose name is not known beforehand.
    @inlinable public mutating func member<T: SchemaType>(named name: String, _ value: T) {
        if value.isAbsent { return }
        key(named: name)
        value.write(to: &self)
        needsComma = true
    }

    /// Writes an element of the open array.
    @inlinable public mutating func element<T: SchemaType>(_ value: T) {
        comma()
        value.write(to: &self)
        needsComma = true
    }

    /// Writes the name of a member and the colon; its value must follow.
    public mutating func key(_ name: StaticString) {
        comma()
        text(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        put(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes the name of a member and the colon; its value must follow.
    public mutating func key(named name: String) {
        comma()
        string(name)
        reserve(1)
        put(UInt8(ascii: ":"))
        needsComma = false
    }

    @inlinable @inline(__always) mutating func comma() {
        guard needsComma else { return }
        reserve(1)
        put(UInt8(ascii: ","))
    }
}
