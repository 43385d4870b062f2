import DebriefModel
import Testing

@testable import DebriefExport

@Suite(.timed) struct MarkdownTests {
  @Test func whatMeansSomethingIsEscaped() {
    for (text, wanted) in [
      ("# head", "\\# head"), ("C#", "C\\#"), ("- item", "\\- item"), ("a - b", "a - b"),
      ("+ item", "\\+ item"), ("* item", "\\* item"), ("1. first", "1\\. first"),
      ("12) twelfth", "12\\) twelfth"), ("v1.2", "v1.2"), ("2026. A year", "2026\\. A year"),
      ("> quote", "\\> quote"), ("=== under", "\\=== under"), ("--- rule", "\\--- rule"),
      ("a | b", "a \\| b"), ("`code`", "\\`code\\`"), ("snake_case", "snake\\_case"),
      ("<script>", "\\<script\\>"), ("[x](http://y)", "\\[x\\](http://y)"),
      ("![x](y)", "!\\[x\\](y)"), ("&amp; & so", "\\&amp; \\& so"),
      ("back\\slash", "back\\\\slash"),
      ("~~gone~~", "\\~\\~gone\\~\\~"), ("  two\n lines ", "two lines"), ("", ""),
    ] {
      #expect(MarkdownText.line(text) == wanted)
    }
  }

  @Test func aQuoteKeepsItsLines() {
    #expect(
      MarkdownText.quote("one\n# two\n\n- three\n\n")
        == "> one\\\n> \\# two\n>\n> \\- three\n")
    #expect(MarkdownText.quote("a\r\nb") == "> a\\\n> b\n")
  }

  /// Strengths stand beside weaknesses, and whichever are more are all there.
  @Test(arguments: [(1, 3), (3, 1), (2, 2), (0, 2), (2, 0)])
  func theLongerOfTwoColumnsIsWhole(_ strengths: Int, _ weaknesses: Int) {
    func findings(_ count: Int, _ kind: Finding.Kind) -> [Finding] {
      (0..<count).map { n in
        Finding(id: id("\(kind)\(n)"), application: id("app"), kind: kind, recorded: noon) {
          $0.statement = "seen as \(kind) \(n)"
        }
      }
    }
    var it = Dossier(Application(id: id("app"), created: noon) { $0.company = "Acme" })
    it.findings = findings(strengths, .strength) + findings(weaknesses, .weakness)
    it.sort()
    let text = PageMarkdown.text(it, reasons: reasons, now: noon)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("seen as") }
    #expect(rows.count == max(strengths, weaknesses), "\(text)")
    for finding in it.findings {
      #expect(rows.count { $0.contains(finding.statement) } == 1, "\(text)")
    }
  }

  @Test func theUsualPage() throws {
    try expectPage(PageMarkdown.text(usual(), reasons: reasons, now: noon), "usual.md")
  }

  /// Whatever a text holds, the page has the same shape: as many headings, rows and items.
  @Test(arguments: nasty.indices) func textsNeverChangeTheShape(_ n: Int) {
    func shape(_ text: String) -> [String] {
      PageMarkdown.text(dossier(fullArchive(text)), reasons: reasons, now: noon)
        .split(separator: "\n").compactMap { line in
          for start in ["## ", "# ", "| ", "1. ", "- "] where line.hasPrefix(start) {
            let bars = line.split(separator: "\\|").joined().count { $0 == "|" }
            return start + "\(bars)"
          }
          return nil
        }
    }
    let empty = nasty[n].allSatisfy(\.isWhitespace)
    #expect(empty || shape(nasty[n]) == shape("plain"))
  }
}
