import Fledge

/// A page for people.
struct PageView {
    let page: Page

    var html: String {
        """
        <!DOCTYPE html><title>\(HTML.escape(page.title))</title>
        <article><h1>\(HTML.escape(page.title))</h1>\(paragraphs)</article>
        <footer>Revision \(page.revision), \(words) words</footer>
        """
    }

    private var words: Int { page.text.split(whereSeparator: \.isWhitespace).count }

    private var paragraphs: String {
        page.text.split(separator: "\n\n").map { "<p>\(HTML.escape(String($0)))</p>" }.joined()
    }
}
