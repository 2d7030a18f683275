import Fledge

struct ArticleView {
    let article: Article
    let related: [Article]
    let isPreview: Bool

    var html: String {
        let banner = isPreview ? "<p class=\"draft\">Preview</p>" : ""
        let links = related.map { "<li><a href=\"/blog/\($0.slug)\">\(HTML.escape($0.title))</a></li>" }
        let list = links.isEmpty ? "" : "<ul>\(links.joined())</ul>"
        return "<!DOCTYPE html>\(banner)<h1>\(HTML.escape(article.title))</h1>\(HTML.escape(article.text))\(list)"
    }
}
