import Fledge

@Schema struct Workload {
    var words: Int
    var days: Int
    var summary: String
}

@Controller struct TranslatorController {
    let pool: TranslatorPool
    let jobs: JobDesk

    @GET func speaking(language: String) -> [Translator] { pool.speaking(language) }

    @GET("/:name/workload") func workload(name: String) async -> Workload {
        var words = 0
        var pairs: [String: Int] = [:]
        for job in await jobs.all() where job.translator == name && job.state != .open {
            words += job.words
            pairs["\(job.from)>\(job.to)", default: 0] += job.words
        }
        let days = (words + 1999) / 2000
        let parts = pairs.sorted { $0.value > $1.value }.prefix(3).map { "\($0.key): \($0.value)" }
        let summary = parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
        return Workload(words: words, days: days, summary: summary)
    }
}
