import Fledge
import Plots

await serve {
    let plots = (1...40).map { Plot(id: $0, squareMetres: 150 + $0 % 5 * 25, water: $0 < 30) }
    return makeApp(Services(store: PlotStore(plots: plots)))
}
