struct Services: Sendable {
    var shows: ShowCatalog
    var audio: any AudioStore
    var sessions: Sessions
    var isLiveOn = false
}
