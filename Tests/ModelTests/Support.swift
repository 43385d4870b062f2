import DebriefModel
import TestSupport

let noon = TestClock.noon
let reasons = [
  Reason(code: "R-NONE", title: "nothing wrong", control: .notMine, evidence: "", ats: ""),
  Reason(code: "R-TECH", title: "technical skills", control: .mine, evidence: "", ats: ""),
  Reason(code: "R-MOREEXP", title: "less experience", control: .partly, evidence: "", ats: ""),
  Reason(code: "R-CIRC", title: "circumstances", control: .notMine, evidence: "", ats: ""),
]

func dossier(_ fill: (inout Dossier) -> Void = { _ in }) -> Dossier {
  var it = Dossier(Application(id: ID("app"), created: noon) { $0.company = "Acme" })
  fill(&it)
  it.sort()
  return it
}

/// An application that was turned down: before that there is nothing to explain.
func refused(_ fill: (inout Dossier) -> Void = { _ in }) -> Dossier {
  dossier { d in
    d.events = [
      Event(id: ID("no"), application: ID("app"), kind: .refused, on: noon.day, recorded: noon)
    ]
    fill(&d)
  }
}

func finding(
  _ id: String, _ kind: Finding.Kind = .weakness, _ reason: String = "", _ tier: Tier = .observed,
  weight: Int = 3, evidence: Evidence? = nil, phase: Phase = .during
) -> Finding {
  Finding(id: ID(id), application: ID("app"), kind: kind, recorded: noon) {
    $0.statement = "finding \(id)"
    $0.reason = reason
    $0.tier = tier
    $0.weight = weight
    $0.evidence = evidence
    $0.phase = phase
  }
}

/// A measure for tests: every character is one column.
let plainMeasure = TextMeasure(
  columns: { $0.count },
  truncate: { $0.count <= $1 ? $0 : String($0.prefix(max(0, $1 - 1))) + "~" },
  wrap: { text, width in
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      var word = String(word)
      while word.count > width {
        if !line.isEmpty { lines.append(line) }
        line = ""
        lines.append(String(word.prefix(width)))
        word = String(word.dropFirst(width))
      }
      if line.isEmpty {
        line = word
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
    }
    lines.append(line)
    return lines
  })
