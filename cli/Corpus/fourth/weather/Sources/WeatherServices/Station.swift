import FledgeSchema

package struct Point: Hashable, Sendable {
    package let latitude: Double
    package let longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

@Schema package struct Station: Hashable, Sendable {
    package let id: String
    package let latitude: Double
    package let longitude: Double

    package init(id: String, latitude: Double, longitude: Double) {
        self.id = id
        self.latitude = latitude
        self.longitude = longitude
    }
}

@Schema package struct Reading: Hashable, Sendable {
    /// In seconds since 1970.
    package let time: Int
    package let celsius: Double
    package let millimetres: Double

    package init(time: Int, celsius: Double, millimetres: Double) {
        self.time = time
        self.celsius = celsius
        self.millimetres = millimetres
    }
}

@Schema package struct DaySummary: Hashable, Sendable {
    package let low: Double
    package let high: Double
    package let rain: Double
    package let isComplete: Bool
}

package enum WeatherError: Error, Equatable {
    case unknownStation(String)
    case noData
}
