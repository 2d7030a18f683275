struct Services: Sendable {
    var appointments = AppointmentService(artists: ["Mika", "Rosa"])
    var sketches = SketchService()
    var paymentSecret = "test-secret"
}
