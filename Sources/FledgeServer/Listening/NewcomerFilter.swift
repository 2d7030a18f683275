// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Lets a listening socket finish handshakes that have begun, and begin no new ones.
///
/// Clients keep coming while a server stops, and one that comes between the last accept and the
/// close would be reset, with its request perhaps sent. On Linux a filter can drop the first packet
/// of a handshake (SYN) at the socket: such a client sends it again after a second, and is then
/// refused in the open, or served by whoever has the port by then. It needs no privilege. Elsewhere
/// nothing is filtered, and a very small gap remains.
enum NewcomerFilter {
    static func install(on channel: any Channel) {
        #if os(Linux)
        guard let socket = channel as? any SocketOptionProvider else { return }
        withProgram { program in
            // Done before this returns: we are on the loop of the channel. A kernel that refuses
            // leaves us with the gap.
            _ = socket.unsafeSetSocketOption(
                level: .socket, name: .init(rawValue: SO_ATTACH_FILTER), value: program)
        }
        #endif
    }

    #if os(Linux)
    static func install(on socket: CInt) {
        withProgram { program in
            var program = program
            _ = setsockopt(
                socket, SOL_SOCKET, SO_ATTACH_FILTER, &program,
                socklen_t(MemoryLayout<Program>.size))
        }
    }

    private static func withProgram(_ body: (Program) -> Void) {
        instructions.withUnsafeBufferPointer { instructions in
            body(
                Program(count: UInt16(instructions.count), instructions: instructions.baseAddress))
        }
    }
    #endif

    #if os(Linux)
    /// `struct sock_filter` of linux/filter.h: one instruction of the classic packet filter.
    private struct Instruction {
        let code: UInt16
        let jumpIfTrue: UInt8
        let jumpIfFalse: UInt8
        let operand: UInt32
    }

    /// `struct sock_fprog` of linux/filter.h.
    private struct Program: @unchecked Sendable {
        // Safe: used by one call, while the pointer is valid.
        let count: UInt16
        let instructions: UnsafePointer<Instruction>?
    }

    /// The filter sees the packet from its TCP header on; the flags are its 14th byte.
    private static let instructions = [
        Instruction(code: 0x30, jumpIfTrue: 0, jumpIfFalse: 0, operand: 13),  // load the flags
        Instruction(code: 0x45, jumpIfTrue: 0, jumpIfFalse: 1, operand: 0x02),  // is SYN set?
        Instruction(code: 0x06, jumpIfTrue: 0, jumpIfFalse: 0, operand: 0),  // drop
        Instruction(code: 0x06, jumpIfTrue: 0, jumpIfFalse: 0, operand: .max),  // keep all
    ]
    #endif
}
