// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// What looks like a rule and is the work of a handler.
@Suite struct FleetWorkTests {
    static let rows = [
        RuleRow(
            "a rental as it is shown",
            #"""
            @Route struct RentalRoute {
                let fleet: any Fleet

                func GET(id: Int) async throws -> RentalView {
                    let rental = try await fleet.rental(id)
                    async let car = fleet.car(rental.car)
                    async let driver = fleet.driver(rental.driver)
                    return try await RentalView(
                        id: rental.id, car: car.kind.rawValue, driver: driver.email,
                        state: rental.kmAfter == nil ? "running" : "done",
                        from: rental.startsAt.ISO8601Format(), to: rental.endsAt.ISO8601Format())
                }
            }
            """#),
        RuleRow(
            "free cars of a stretch of days",
            #"""
            @Route struct FreeRoute {
                let fleet: any Fleet

                func GET(kind: CarClass, from: Date, days: Int = 1) async throws -> [Car] {
                    guard (1...60).contains(days) else { throw Problem(.badRequest, "1 to 60 days.") }
                    let to = from.addingTimeInterval(Double(days) * 86_400)
                    return try await fleet.free(kind, from: from, to: to).sorted { $0.km < $1.km }
                }
            }
            """#),
        RuleRow(
            "an export with a deadline of its own",
            #"""
            @Route struct ExportRoute {
                let roster: Roster

                func POST(body: [String]) async throws -> Response {
                    let timeout = Double(body.count) * 0.05 + 5
                    try await roster.export(body, chunk: max(1, body.count / 8), timeout: min(timeout, 60))
                    return Response(.accepted)
                }
            }
            """#),
        RuleRow(
            "a calendar file",
            #"""
            @Route struct CalendarRoute {
                let roster: Roster

                func GET(worker: Int, from: Date, to: Date) async throws -> Response {
                    let shifts = await roster.shifts(of: worker, from: from, to: to)
                    let events = shifts.map { shift in
                        let minutes = Int(shift.end.timeIntervalSince(shift.begin) / 60) - shift.pause
                        return [
                            "BEGIN:VEVENT", "UID:shift-\(shift.id)", "DTSTART:\(Self.stamp(shift.begin))",
                            "DTEND:\(Self.stamp(shift.end))", "SUMMARY:\(shift.kind.rawValue) (\(minutes) min)", "END:VEVENT",
                        ].joined(separator: "\r\n")
                    }
                    let text = (["BEGIN:VCALENDAR"] + events + ["END:VCALENDAR"]).joined(separator: "\r\n")
                    return Response.text(text).header(.contentType, "text/calendar")
                }

                private static func stamp(_ date: Date) -> String { date.formatted(.iso8601) }
            }
            """#),
        RuleRow(
            "only a manager's own people",
            #"""
            @Route struct GrantRoute {
                let roster: Roster

                func POST(id: Int, manager: Manager) async throws -> Leave {
                    let leave = try await roster.leave(id)
                    let worker = try await roster.worker(leave.worker)
                    guard worker.manager == manager.id else {
                        throw Problem(.forbidden, "Only the manager of a worker decides.")
                    }
                    do {
                        return try await roster.set(.granted, of: id)
                    } catch RosterError.decided(let state) {
                        throw Problem(.conflict, "It is \(state.rawValue) already.")
                    }
                }
            }
            """#),
        RuleRow(
            "filters of a list",
            #"""
            @Route struct CoursesRoute {
                let courses: CourseService

                func GET(q: String?, minSeats: Int?, before: Date?, sort: Sort = .title) async throws -> [Course] {
                    var found = try await courses.all()
                    if let q { found = found.filter { $0.title.localizedCaseInsensitiveContains(q) } }
                    if let minSeats { found = found.filter { $0.seats >= minSeats } }
                    if let before { found = found.filter { $0.startsAt < before } }
                    switch sort {
                    case .title: return found.sorted { $0.title < $1.title }
                    case .start: return found.sorted { $0.startsAt < $1.startsAt }
                    }
                }
            }
            """#),
        RuleRow(
            "a query that is put together",
            #"""
            @Route struct CourseSearchRoute {
                let courses: CourseService

                func GET(q: String = "", page: Int = 1, size: Int = 20) async throws -> Response {
                    let query = CourseQuery(text: q, offset: (page - 1) * size, limit: size + 1)
                    let found = try await courses.search(query)
                    let hasMore = found.count > size
                    return Response.json(CoursePage(items: Array(found.prefix(size)), next: hasMore ? page + 1 : nil))
                }
            }
            """#),
        RuleRow(
            "signs for what is what",
            #"""
            @Route struct CoursePage {
                let courses: CourseService

                func GET(id: Int) async throws -> HTML {
                    let course = try await courses.find(id)
                    let rows = course.lessons.map { lesson in
                        let icon = lesson.score == nil ? "○" : "●"
                        return "<li>\(icon) \(lesson.title) <small>\(lesson.watched * 100 / max(lesson.minutes, 1)) %</small></li>"
                    }
                    return HTML("<h1>\(course.title)</h1><ul>\(rows.joined())</ul>")
                }
            }
            """#),
        RuleRow(
            "a scan is passed on",
            #"""
            @Route struct ScanHook {
                let parcels: ParcelService
                let key: String

                func POST(id: Int, request: Request, body: ScanEvent) async throws -> Response {
                    guard request.headers[.authorization] == "Bearer \(key)" else { throw Problem(.unauthorized) }
                    switch body.kind {
                    case "scan": try await parcels.note(Scan(at: body.at, depot: body.depot, code: body.code), on: id)
                    case "return": try await parcels.returnToSender(id)
                    default: break
                    }
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "the last scan",
            #"""
            @Route struct TrackRoute {
                let parcels: ParcelService

                func GET(id: Int) async throws -> TrackView {
                    let parcel = try await parcels.find(id)
                    let scans = parcel.scans.sorted { $0.at > $1.at }
                    return TrackView(
                        parcel: parcel.id, weight: "\(Double(parcel.grams) / 1000) kg",
                        last: scans.first.map { "\($0.depot), \($0.at.formatted())" },
                        history: scans.dropFirst().map { Step(at: $0.at, text: Self.texts[$0.code] ?? $0.code) })
                }

                private static let texts = ["IN": "Arrived", "OUT": "On its way", "NOT_HOME": "Nobody was at home"]
            }
            """#),
        RuleRow(
            "readings of a day for a graph",
            #"""
            @Route struct GraphRoute {
                let meters: MeterService

                func GET(day: String) async throws -> [Point] {
                    guard let start = try? Date(day, strategy: .iso8601.year().month().day()) else {
                        throw Problem(.badRequest, "A day is written 2026-11-23.")
                    }
                    let end = Calendar.current.date(byAdding: .day, value: 1, to: start) ?? start
                    return try await meters.readings(from: start, to: end).map {
                        Point(x: Calendar.current.component(.hour, from: $0.at), y: Double($0.watts) / 1000)
                    }
                }
            }
            """#),
        RuleRow(
            "a booking is changed",
            #"""
            @Route struct BookingRoute {
                let tables: TableService

                func PATCH(id: Int, body: BookingPatch) async throws -> Booking {
                    guard let booking = try await tables.find(id) else { throw Problem(.notFound) }
                    return try await tables.update(
                        id, guests: body.guests ?? booking.guests, at: body.at ?? booking.at,
                        name: body.name?.trimmingCharacters(in: .whitespaces) ?? booking.name)
                }
            }
            """#),
        RuleRow(
            "bookings by the hour, for a wall",
            #"""
            @Route struct WallRoute {
                let tables: TableService

                func GET(day: Date?) async throws -> Wall {
                    let bookings = try await tables.bookings(on: day ?? .now)
                    let hours = Dictionary(grouping: bookings) { Calendar.current.component(.hour, from: $0.at) }
                    return Wall(
                        hours: hours.sorted { $0.key < $1.key }.map { Hour(at: "\($0.key):00", names: $0.value.map(\.name)) },
                        isEmpty: bookings.isEmpty)
                }
            }
            """#),
        RuleRow(
            "bulk with a report",
            #"""
            @Route struct BulkRoute {
                let tables: TableService

                func POST(body: [BookingWish]) async throws -> Response {
                    var made: [Booking] = []
                    var failed: [Failure] = []
                    for (index, wish) in body.enumerated() {
                        do {
                            made.append(try await tables.book(wish))
                        } catch {
                            failed.append(Failure(index: index, reason: "\(error)"))
                        }
                    }
                    return Response.json(Report(made: made, failed: failed), status: failed.isEmpty ? .created : .multiStatus)
                }
            }
            """#),
        RuleRow(
            "an answer that depends on what is accepted",
            #"""
            func addParcels(to app: App, parcels: ParcelService) {
                app.get("/parcels/:id/label") { (request, id: Int) in
                    let parcel = try await parcels.find(id)
                    if request.headers[.accept]?.contains("text/plain") == true {
                        return Response.text("\(parcel.id) / \(parcel.grams) g / zone \(parcel.zone)")
                    }
                    return Response.json(LabelView(id: parcel.id, grams: parcel.grams, isFragile: parcel.isFragile))
                        .header(.eTag, "\"\(parcel.id)-\(parcel.scans.count)\"")
                }
            }
            """#),
        RuleRow(
            "events that go on",
            #"""
            @Route struct EventsRoute {
                let parcels: ParcelService

                func GET(id: Int, lastEventID: Int = 0) async throws -> EventStream {
                    let parcel = try await parcels.find(id)
                    let missed = parcel.scans.enumerated().filter { $0.offset > lastEventID }
                    return EventStream { writer in
                        for (offset, scan) in missed {
                            try await writer.send(ServerEvent(id: "\(offset)", data: scan.code))
                        }
                    }
                }
            }
            """#),
    ]

    @Test(arguments: rows) func `the work of a handler is left alone`(row: RuleRow) {
        let found = findings(BusinessRuleInHandler(), FleetApp.with(row.source))
        #expect(found.isEmpty == true)
    }
}
