struct Services: Sendable {
    var breads: BreadService
    var preorders: PreorderService
    var bakeList: BakeListService
    var cronKey = "oven"
    var showHidden = false

    init(_ breads: [Bread]) {
        self.breads = BreadService(breads)
        preorders = PreorderService(breads: self.breads)
        bakeList = BakeListService(preorders: preorders)
    }
}
