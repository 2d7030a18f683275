import Fledge
import Plots

@Schema struct PlotView: Equatable {
    let number: Int
    let size: String
    let rent: String
    let state: String
}

@Schema struct PlotQuery {
    var free: Bool?
    @Field(.oneOf("number", "size")) var sort: String = "number"
    @Field(.range(1...1000)) var page: Int = 1
    @Field(.range(1...50)) var limit: Int = 20
}

@Controller struct PlotController {
    let plots: PlotService

    @GET func list(query: PlotQuery) async -> [PlotView] {
        let wanted = await plots.all().filter { query.free == nil || $0.isFree == query.free }
        let sorted = wanted.sorted {
            query.sort == "size" ? $0.squareMetres < $1.squareMetres : $0.id < $1.id
        }
        let page = sorted.dropFirst((query.page - 1) * query.limit).prefix(query.limit)
        return page.map(view)
    }

    @GET("/:id") func show(id: Int) async throws -> PlotView {
        guard let plot = await plots.find(id) else {
            throw Problem(.notFound, "There is no plot \(id).", code: "no_plot")
        }
        return view(of: plot)
    }

    private func view(of plot: Plot) -> PlotView {
        let rent = plots.rent(of: plot)
        return PlotView(
            number: plot.id, size: "\(plot.squareMetres) m²",
            rent: "\(rent / 100).\(rent % 100 / 10)\(rent % 10)",
            state: plot.isFree ? "free" : "let")
    }
}
