public actor PlotStore {
    private(set) var plots: [Plot]
    private(set) var requests: [Request] = []

    public init(plots: [Plot]) { self.plots = plots }

    func add(name: String, email: String) -> Request {
        let request = Request(
            id: requests.count + 1, name: name, email: email, place: requests.count)
        requests.append(request)
        return request
    }

    func lease(_ plot: Int, to tenant: Int) {
        for index in plots.indices where plots[index].id == plot { plots[index].tenant = tenant }
        requests.removeAll { $0.id == tenant }
    }
}
