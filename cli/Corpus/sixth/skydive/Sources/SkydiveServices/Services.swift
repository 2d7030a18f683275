package struct Services: Sendable {
    package var loads: LoadService

    package init(loads store: any LoadStore) { loads = LoadService(store: store) }
}
