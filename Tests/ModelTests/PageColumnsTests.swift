import DebriefModel
import TestSupport
import Testing

@Suite(.timed) struct PageColumnsTests {
  func page(_ d: Dossier, columns: Int = 80, marks: PageMarks = .unicode) -> [String] {
    PageColumns(
      Page(d, reasons: reasons, now: noon), today: noon.day, measure: plainMeasure, marks: marks,
      columns: columns
    ).lines().map(\.text)
  }

  /// Whatever is in the dossier, the page keeps its size.
  @Test(arguments: 0..<60) func itNeverGrowsBeyondOnePage(_ seed: Int) {
    var random = Seeded(seed: UInt64(seed))
    func text(_ most: Int) -> String {
      let words = (0..<Int.random(in: 0...most, using: &random)).map { _ in
        String(repeating: "w", count: Int.random(in: 1...100, using: &random) % 23 + 1)
      }
      return words.joined(separator: Bool.random(using: &random) ? " " : "\n")
    }
    let d = dossier { d in
      d.application.company = text(10)
      d.application.role = text(30)
      for i in 0..<Int.random(in: 0...90, using: &random) {
        var it = finding("f\(i)", Finding.Kind.allCases.randomElement(using: &random)!)
        it.statement = text(60)
        d.findings.append(it)
      }
      for i in 0..<Int.random(in: 0...90, using: &random) {
        d.turns.append(
          Turn(id: ID("t\(i)"), application: ID("app"), recorded: noon) {
            $0.question = text(30)
            $0.rating = Int.random(in: 1...5, using: &random)
          })
        d.events.append(
          Event(
            id: ID("e\(i)"), application: ID("app"), kind: .chased, on: noon.day, recorded: noon
          ) {
            $0.words = text(40)
          })
      }
      for i in 0..<Int.random(in: 0...9, using: &random) {
        d.feedback.append(
          Feedback(id: ID("b\(i)"), application: ID("app"), recorded: noon) {
            $0.received = noon.day
            $0.verbatim = text(300)
            $0.three = [.init(text(40)), .init("x")]
          })
        d.improvements.append(
          Improvement(id: ID("c\(i)"), application: ID("app"), recorded: noon) {
            $0.what = text(90)
          })
      }
      d.debriefs = [
        Debrief(id: ID("d"), application: ID("app"), branch: .ghosted, started: noon) {
          $0.lesson = text(200)
        }
      ]
    }
    for columns in [20, 33, 59, 60, 80, 200] {
      let lines = page(d, columns: columns)
      #expect(lines.count <= 66, "\(lines.count) rows at \(columns)")
      let wide = lines.filter { $0.count > max(20, min(80, columns)) }
      #expect(wide == [])
    }
  }

  @Test func whatIsLeftOutIsCounted() {
    let d = dossier { d in
      d.findings = (0..<80).map { finding("f\($0)") }
      d.turns = (0..<80).map { i in
        Turn(id: ID("t\(i)"), application: ID("app"), recorded: noon) {
          $0.question = "q"
          $0.rating = 3
        }
      }
    }
    let lines = page(d)
    let more = lines.filter { $0.hasPrefix("+") && $0.contains(" more ") }
    #expect(more.count == 2)
    let answers = lines.filter { $0.contains("/5") }.count
    #expect(more.contains("+\(80 - answers) more answers"))
  }

  @Test func wordsThatDoNotFitAreCounted() {
    let d = dossier { d in
      d.debriefs = [
        Debrief(id: ID("d"), application: ID("app"), branch: .ghosted, started: noon) {
          $0.lesson = (0..<100).map { "word\($0)" }.joined(separator: " ")
        }
      ]
    }
    let text = page(d).joined(separator: " ")
    let shown = (0..<100).filter { text.contains("word\($0) ") || text.contains("word\($0)\n") }
      .count
    #expect(text.contains("(+\(100 - shown) words)"))
  }

  @Test func asciiMarksAreASCII() {
    let d = dossier { d in
      d.findings = [finding("a", .strength), finding("b")]
      d.turns = [Turn(id: ID("t"), application: ID("app"), recorded: noon) { $0.rating = 4 }]
    }
    #expect(page(d, marks: .ascii).filter { !$0.allSatisfy(\.isASCII) } == [])
  }
}
