// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Rules of the domain in handlers, in as many styles as teams have.
@Suite struct FleetRuleTests {
    static let rows = [
        RuleRow(
            "kilometres beyond the free ones",
            #"""
            @Controller struct RentalController {
                let fleet: any Fleet

                @POST("/:id/return") func giveBack(id: Int, body: Odometer) async throws -> Rental {
                    let rental = try await fleet.rental(id)
                    let driven = body.km - rental.kmBefore
                    let extra = max(0, driven - 200) * 25
                    return try await fleet.finish(id, km: body.km, extra: extra)
                }
            }
            """#),
        RuleRow(
            "a deposit by class, through a computed property of the route",
            #"""
            @Controller struct RentalController {
                let fleet: any Fleet

                @POST func rent(body: NewRental, driver: Int) async throws -> Created<Rental> {
                    let car = try await fleet.car(body.car)
                    let rental = try await fleet.rent(car.id, to: driver, deposit: car.kind.deposit)
                    return Created(rental, at: "/rentals/\(rental.id)")
                }
            }

            extension CarClass {
                var deposit: Decimal {
                    switch self {
                    case .small: 200
                    case .estate: 350
                    case .van: 500
                    }
                }
            }
            """#),
        RuleRow(
            "two years of a licence for a van",
            #"""
            @Route struct RentRoute {
                let fleet: any Fleet

                func POST(body: NewRental) async throws -> Rental {
                    let driver = try await fleet.driver(body.driver)
                    let car = try await fleet.car(body.car)
                    let since = Calendar.current.date(byAdding: .year, value: -2, to: .now) ?? .now
                    if car.kind == .van && driver.licensedAt > since {
                        throw Problem(.forbidden, "A van needs a licence of two years.")
                    }
                    return try await fleet.rent(car.id, to: driver.id, deposit: 200)
                }
            }
            """#),
        RuleRow(
            "cars that are due for service",
            #"""
            @Route struct DueRoute {
                let fleet: any Fleet

                func GET() async throws -> [Car] {
                    try await fleet.cars().filter { car in
                        car.km > 30_000 || car.lastService.distance(to: .now) > 365 * 86_400
                    }
                }
            }
            """#),
        RuleRow(
            "a cron that blocks cars",
            #"""
            func addCron(to app: App, fleet: any Fleet) {
                app.post("/cron/block") { _ in
                    let limit = Date().addingTimeInterval(-400 * 86_400)
                    for car in try await fleet.cars() where car.lastService < limit {
                        try await fleet.block(car.id, reason: "No service for over a year")
                    }
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "hours of a night count more",
            #"""
            @Route struct HoursRoute {
                let roster: Roster

                func GET(worker: Int, from: Date, to: Date) async throws -> Hours {
                    let shifts = await roster.shifts(of: worker, from: from, to: to)
                    let hours = shifts.map { shift in
                        let net = shift.end.timeIntervalSince(shift.begin) / 3600 - Double(shift.pause) / 60
                        return shift.kind == .night ? net * 1.25 : net
                    }
                    return Hours(worker: worker, hours: hours.reduce(0, +))
                }
            }
            """#),
        RuleRow(
            "eleven hours of rest",
            #"""
            @Route struct ShiftRoute {
                let roster: Roster

                func POST(worker: Int, body: NewShift) async throws -> Shift {
                    let day = body.begin.addingTimeInterval(-86_400)
                    if let last = await roster.shifts(of: worker, from: day, to: body.begin).last,
                        body.begin.timeIntervalSince(last.end) < 11 * 3600
                    {
                        throw Problem(.conflict, "There have to be eleven hours between two shifts.")
                    }
                    return try await roster.plan(body.kind, for: worker, on: body.begin)
                }
            }
            """#),
        RuleRow(
            "days of leave that are left",
            #"""
            @Route struct LeaveRoute {
                let roster: Roster

                func GET(worker: Int, year: Int) async throws -> Balance {
                    let person = try await roster.worker(worker)
                    let taken = await roster.leaves(of: worker, in: year)
                        .filter { $0.state != .refused }
                        .map(\.days)
                        .reduce(0, +)
                    let entitled = person.isPartTime ? 15 : 30
                    return Balance(entitled: entitled, left: entitled - taken)
                }
            }
            """#),
        RuleRow(
            "leave can only be granted when it is asked for",
            #"""
            @Route struct GrantRoute {
                let roster: Roster

                func POST(id: Int, manager: Manager) async throws -> Leave {
                    let leave = try await roster.leave(id)
                    guard case .asked = leave.state else {
                        throw Problem(.conflict, "It is decided already.")
                    }
                    return try await roster.set(.granted, of: id)
                }
            }
            """#),
        RuleRow(
            "leave is refused at once when it is short notice",
            #"""
            @Route struct AskRoute {
                let roster: Roster

                func POST(body: Leave) async throws -> Leave {
                    var leave = body
                    leave.state = body.from.timeIntervalSinceNow < 3 * 86_400 ? .refused : .asked
                    return try await roster.ask(leave)
                }
            }
            """#),
        RuleRow(
            "full courses have a waiting list",
            #"""
            @Route struct EnrolRoute {
                let courses: CourseService

                func POST(id: Int, student: Student) async throws -> Response {
                    let course = try await courses.find(id)
                    if course.enrolled.count < course.seats {
                        try await courses.enrol(student.id, in: id)
                        return Response(.created)
                    }
                    try await courses.queue(student.id, for: id)
                    return Response(.accepted)
                }
            }
            """#),
        RuleRow(
            "progress in percent, rounded",
            #"""
            @Route struct ProgressRoute {
                let courses: CourseService

                func GET(id: Int) async throws -> Progress {
                    let course = try await courses.find(id)
                    let total = course.lessons.map(\.minutes).reduce(0, +)
                    let watched = course.lessons.map { min($0.watched, $0.minutes) }.reduce(0, +)
                    guard total > 0 else { return Progress(percent: 0) }
                    return Progress(percent: Int((Double(watched) / Double(total) * 100).rounded()))
                }
            }
            """#),
        RuleRow(
            "grades of a certificate",
            #"""
            @Route struct CertificateRoute {
                let courses: CourseService

                func POST(id: Int, student: Student) async throws -> Response {
                    let course = try await courses.find(id)
                    let scores = course.lessons.compactMap(\.score)
                    guard scores.count == course.lessons.count, let worst = scores.min() else {
                        throw Problem(.conflict, "Not everything is done.")
                    }
                    try await courses.certify(student.id, course: id, grade: Self.grade(worst))
                    return Response(.created)
                }

                private static func grade(_ score: Int) -> String {
                    switch score {
                    case 90...: "A"
                    case 75..<90: "B"
                    case 50..<75: "C"
                    default: "F"
                    }
                }
            }
            """#),
        RuleRow(
            "postage by weight steps",
            #"""
            @Route struct ParcelsRoute {
                let parcels: ParcelService
                static let steps = [(500, 379), (2_000, 549), (5_000, 799), (31_500, 1_699)]

                func POST(body: NewParcel) async throws -> Parcel {
                    guard let step = Self.steps.first(where: { body.grams <= $0.0 }) else {
                        throw Problem(.unprocessableContent, "It is too heavy.")
                    }
                    return try await parcels.accept(body.grams, zone: body.zone, cents: step.1 * body.zone)
                }
            }
            """#),
        RuleRow(
            "a scan webhook that sends back after three tries",
            #"""
            @Route struct ScanHook {
                let parcels: ParcelService

                func POST(id: Int, body: Scan) async throws -> Response {
                    try await parcels.note(body, on: id)
                    let parcel = try await parcels.find(id)
                    let missed = parcel.scans.filter { $0.code == "NOT_HOME" }
                    if missed.count == 3 { try await parcels.returnToSender(id) }
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "when a parcel arrives",
            #"""
            @Route struct ArrivalRoute {
                let parcels: ParcelService

                func GET(id: Int) async throws -> Arrival {
                    let parcel = try await parcels.find(id)
                    let days = [1: 1, 2: 2, 3: 5]
                    let day = Calendar.current.date(
                        byAdding: .day, value: days[parcel.zone] ?? 7, to: parcel.handedIn)
                    return Arrival(parcel: id, expected: day)
                }
            }
            """#),
        RuleRow(
            "how long a table is taken",
            #"""
            @Route struct BookingsRoute {
                let tables: TableService

                func POST(body: BookingWish) async throws -> Booking {
                    let minutes = if body.guests > 6 { 180 } else if body.guests > 2 { 120 } else { 90 }
                    let taken = Set(try await tables.bookings(on: body.at).map(\.table))
                    guard let table = (1...12).first(where: { !taken.contains($0) }) else {
                        throw Problem(.conflict, "Every table is taken.")
                    }
                    return try await tables.book(body, table: table, minutes: minutes)
                }
            }
            """#),
        RuleRow(
            "the hour of most power",
            #"""
            @Route struct PeakRoute {
                let meters: MeterService

                func GET(day: Date) async throws -> Peak {
                    let readings = try await meters.readings(from: day, to: day.addingTimeInterval(86_400))
                    var sums: [Int: (watts: Int, count: Int)] = [:]
                    for reading in readings {
                        let hour = Calendar.current.component(.hour, from: reading.at)
                        sums[hour, default: (0, 0)].watts += reading.watts
                        sums[hour, default: (0, 0)].count += 1
                    }
                    let means = sums.mapValues { $0.watts / max($0.count, 1) }
                    let peak = means.max { $0.value < $1.value }
                    return Peak(hour: peak?.key, watts: peak?.value ?? 0, isCharged: (peak?.value ?? 0) > 30_000)
                }
            }
            """#),
    ]

    @Test(arguments: rows) func `a rule of the domain is found`(row: RuleRow) {
        let found = findings(BusinessRuleInHandler(), FleetApp.with(row.source))
        #expect(found.isEmpty == false)
    }
}
