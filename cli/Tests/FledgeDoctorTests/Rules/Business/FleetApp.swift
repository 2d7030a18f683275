// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Cars, shifts, courses, parcels, meters and tables, with one route.
enum FleetApp {
    static func with(_ route: String) -> [String: String] {
        [
            "app/_services/Services.swift": services,
            "app/things/[id]/ThingRoute.swift": "import Fledge\nimport Foundation\n\n" + route,
        ]
    }

    static let services = #"""
        import FledgeSchema
        import Foundation

        @Schema enum CarClass: String, Sendable { case small, estate, van }
        @Schema enum ShiftKind: String, Sendable { case early, late, night }
        @Schema enum LeaveState: String, Sendable { case asked, granted, refused, taken }
        @Schema struct Car: Sendable { var id: Int; var kind: CarClass; var km: Int; var lastService: Date; var isElectric: Bool }
        @Schema struct Rental: Sendable {
            var id: Int
            var car: Int
            var driver: Int
            var startsAt: Date
            var endsAt: Date
            var kmBefore: Int
            var kmAfter: Int?
            var deposit: Decimal
        }
        @Schema struct Driver: Sendable { var id: Int; var licensedAt: Date; var accidents: Int; var email: String; var phone: String? }
        @Schema struct Shift: Sendable { var id: Int; var worker: Int; var kind: ShiftKind; var begin: Date; var end: Date; var pause: Int }
        @Schema struct Leave: Sendable { var id: Int; var worker: Int; var days: Int; var state: LeaveState; var from: Date; var to: Date }
        @Schema struct Worker: Sendable { var id: Int; var hired: Date; var isPartTime: Bool; var manager: Int }
        @Schema struct Lesson: Sendable { var id: Int; var title: String; var minutes: Int; var watched: Int; var score: Int? }
        @Schema struct Course: Sendable { var id: Int; var title: String; var seats: Int; var lessons: [Lesson]; var startsAt: Date; var waiting: [Int]; var enrolled: [Int] }
        @Schema struct Parcel: Sendable { var id: Int; var grams: Int; var zone: Int; var isFragile: Bool; var scans: [Scan]; var handedIn: Date }
        @Schema struct Scan: Sendable { var at: Date; var depot: String; var code: String }
        @Schema struct Reading: Sendable { var at: Date; var watts: Int }
        @Schema struct Booking: Sendable { var id: Int; var table: Int; var guests: Int; var at: Date; var minutes: Int; var name: String }
        @Schema struct BookingWish: Sendable { var guests: Int; var at: Date; var name: String }

        protocol Fleet: Sendable {
            func car(_ id: Int) async throws -> Car
            func rental(_ id: Int) async throws -> Rental
            func driver(_ id: Int) async throws -> Driver
            func free(_ kind: CarClass, from: Date, to: Date) async throws -> [Car]
            func rent(_ car: Int, to driver: Int, deposit: Decimal) async throws -> Rental
            func finish(_ id: Int, km: Int, extra: Int) async throws -> Rental
            func block(_ car: Int, reason: String) async throws
            func cars() async throws -> [Car]
        }
        actor Roster {
            func shifts(of worker: Int, from: Date, to: Date) async -> [Shift] { [] }
            func leaves(of worker: Int, in year: Int) async -> [Leave] { [] }
            func worker(_ id: Int) async throws -> Worker { throw Missing() }
            func leave(_ id: Int) async throws -> Leave { throw Missing() }
            func ask(_ leave: Leave) async throws -> Leave { leave }
            func set(_ state: LeaveState, of id: Int) async throws -> Leave { throw Missing() }
            func plan(_ kind: ShiftKind, for worker: Int, on day: Date) async throws -> Shift { throw Missing() }
            func export(_ rows: [String], chunk: Int, timeout: Double) async throws {}
        }
        struct CourseService: Sendable {
            func find(_ id: Int) async throws -> Course { throw Missing() }
            func all() async throws -> [Course] { [] }
            func enrol(_ student: Int, in course: Int) async throws { }
            func queue(_ student: Int, for course: Int) async throws { }
            func certify(_ student: Int, course: Int, grade: String) async throws { }
            func search(_ query: CourseQuery) async throws -> [Course] { [] }
        }
        struct ParcelService: Sendable {
            func find(_ id: Int) async throws -> Parcel { throw Missing() }
            func accept(_ grams: Int, zone: Int, cents: Int) async throws -> Parcel { throw Missing() }
            func note(_ scan: Scan, on id: Int) async throws { }
            func returnToSender(_ id: Int) async throws { }
            func underway() async throws -> [Parcel] { [] }
        }
        struct MeterService: Sendable {
            func readings(from: Date, to: Date) async throws -> [Reading] { [] }
            func put(_ reading: Reading) async throws { }
        }
        struct TableService: Sendable {
            func bookings(on day: Date) async throws -> [Booking] { [] }
            func book(_ wish: BookingWish, table: Int, minutes: Int) async throws -> Booking { throw Missing() }
            func book(_ wish: BookingWish) async throws -> Booking { throw Missing() }
            func cancel(_ id: Int) async throws -> Booking { throw Missing() }
            func find(_ id: Int) async throws -> Booking? { nil }
            func update(_ id: Int, guests: Int, at: Date, name: String) async throws -> Booking { throw Missing() }
        }
        """#
}
