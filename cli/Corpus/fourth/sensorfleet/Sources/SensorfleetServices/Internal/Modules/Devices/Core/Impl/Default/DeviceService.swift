import FledgeSchema

@Schema package struct Device: Hashable, Sendable {
    package let id: Int
    package let model: String
    package var battery: Int
}

@Schema package struct NewDevice: Sendable {
    @Field(.pattern("^[A-Z][0-9]{1,3}$")) package var model: String

    package init(model: String) { self.model = model }
}

@Schema package struct Heartbeat: Sendable {
    @Field(.range(0...100)) package var battery: Int

    package init(battery: Int) { self.battery = battery }
}

@Schema package struct Release: Hashable, Sendable {
    package let version: Int
    package let percent: Int
    package let isUrgent: Bool
}

package actor DeviceService {
    private var devices: [Device] = []
    private let releases = ["T1": Release(version: 7, percent: 50, isUrgent: false)]

    package init() {}

    package func all() throws -> [Device] { devices }

    package func find(_ id: Int) throws -> Device? { devices.first { $0.id == id } }

    package func release(for model: String) throws -> Release? { releases[model] }

    package func enroll(_ new: NewDevice) throws -> Device {
        devices.append(Device(id: devices.count + 1, model: new.model, battery: 100))
        return devices[devices.count - 1]
    }

    package func beat(_ id: Int, _ beat: Heartbeat) throws -> Device? {
        guard let index = devices.firstIndex(where: { $0.id == id }) else { return nil }
        devices[index].battery = beat.battery
        return devices[index]
    }
}
