import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefExport

let noon = TestClock.noon

/// Everything that has ever broken a text format.
let nasty = [
  "plain", "", " ", "\"quotes\" and \\ backslash / slash", "line\nline\r\nline\rend", "tab\there",
  "nul\u{0}bell\u{7}esc\u{1b}[31mred\u{1b}]0;title\u{7}", "del\u{7f} c1\u{80}\u{85}\u{9b}31m",
  "bidi \u{202e}evil\u{202c} \u{2066}iso\u{2069} \u{200e}\u{200f}\u{61c}",
  "sep\u{2028}\u{2029} bom\u{feff} zw\u{200b}\u{200d}nj", "👩‍👩‍👧‍👦 🇨🇭 👍🏽 ✈️", "株式会社はやぶさ",
  "e\u{301} and é, Å and A\u{30a}", "مرحبا שלום", "{\"json\": [1, 2]}", "</script><b>&amp;",
  String([0xfdd0, 0xffff, 0x10ffff, 0xe000].compactMap { Unicode.Scalar($0) }.map(Character.init)),
  String(repeating: "long ünd wïde ", count: 7000),
]

/// A reason for each kind of control.
let reasons = [
  Reason(code: "R-TECH", title: "Less | experience", control: .partly, evidence: "", ats: ""),
  Reason(code: "R-NONE", title: "Nothing was wrong", control: .notMine, evidence: "", ats: ""),
]

func id(_ text: String) -> ID { ID(text) }

/// An archive of one application as people fill it in; `filledArchive` has every field of every noun.
func fullArchive(_ text: String, _ n: Int = 0) -> Archive {
  var a = Archive()
  let app = id("app\(n)")
  a.application = [
    Application(id: app, created: noon) {
      $0.company = text
      $0.role = text
      $0.link = "https://example.org/a?b=c&d=\(text)"
      $0.finalists = 4
      $0.notes = text
    }
  ]
  a.person = [
    Person(id: id("per\(n)")) {
      $0.name = text
      $0.part = .hr
    }
  ]
  a.interview = [
    Interview(id: id("int\(n)"), application: app, recorded: noon) {
      $0.start = Moment(noon.day, hour: 1, zone: .fixed(-570))
      $0.minutes = 45
      $0.people = [id("per\(n)")]
      $0.notes = text
    }
  ]
  a.event = [
    Event(id: id("eve\(n)"), application: app, kind: .promised, on: noon.day, recorded: noon) {
      $0.due = noon.day.adding(days: 3)
      $0.person = id("per\(n)")
      $0.words = text
    }
  ]
  a.turn = [
    Turn(id: id("tur\(n)"), application: app, recorded: noon) {
      $0.question = text
      $0.answer = text
      $0.reaction = .movedOn
      $0.rating = 3
      $0.delivery = .scripted
      $0.parts = [.situation, .result]
      $0.mark = "?"
    }
  ]
  a.finding = [
    Finding(id: id("fin\(n)"), application: app, kind: .weakness, recorded: noon) {
      $0.statement = text
      $0.area = .skills
      $0.reason = "R-TECH"
      $0.tier = .stated
      $0.evidence = Evidence(.turn, id("tur\(n)"))
      $0.control = .mine
    }
  ]
  a.feedback = [
    Feedback(id: id("fee\(n)"), application: app, recorded: noon) {
      $0.received = noon.day
      $0.verbatim = text
      $0.three = [.init(text, reason: "R-TECH")]
      $0.candour = .specific
    }
  ]
  let debrief = Debrief(id: id("deb\(n)"), application: app, branch: .ghosted, started: noon) {
    $0.lesson = text
  }
  a.debrief = [debrief]
  a.response = [
    Response(
      id: id("res\(n)"), application: app, debrief: debrief.id, item: "x.y", answered: noon
    ) { $0.value = text }
  ]
  a.improvement = [
    Improvement(id: id("imp\(n)"), application: app, recorded: noon) { $0.what = text }
  ]
  a.letter = [
    Letter(id: id("let\(n)"), application: app, kind: "L1", recorded: noon) { $0.text = text }
  ]
  a.forecast = [Forecast(id: id("for\(n)"), application: app, chance: 40, sealed: noon)]
  a.note = [Note(id: id("not\(n)"), recorded: noon) { $0.text = text }]
  return a
}

/// All of an archive as the dossier of its application.
func dossier(_ archive: Archive) -> Dossier {
  var d = Dossier(archive.application[0])
  func put<N: Noun>(_ type: N.Type) { d[type] = archive[type] }
  for kind in Dossier.kinds { put(kind.type) }
  d.sort()
  return d
}

/// A dossier in which most sections of a page say something, and text that needs care.
func usual() -> Dossier {
  var a = fullArchive("Zoë said: \"a | b\"")
  a.application[0].company = "Café Müller & Søn"
  a.application[0].role = "Ingénieur*e #1"
  a.finding.append(
    Finding(id: id("str"), application: id("app0"), kind: .strength, recorded: noon) {
      $0.statement = "Told the outage story with a number — “42 % fewer alarms”"
      $0.weight = 5
      $0.tier = .observed
    })
  a.finding.append(
    Finding(id: id("out"), application: id("app0"), kind: .outside, recorded: noon) {
      $0.statement = "株式会社 froze hiring"
    })
  a.event.append(
    Event(id: id("ref"), application: id("app0"), kind: .refused, on: noon.day, recorded: noon) {
      $0.words = "- we chose another\n# candidate"
    })
  return dossier(a)
}

/// A hundred of everything.
func crowd() -> Dossier {
  var d = usual()
  for n in 0..<100 {
    d.findings.append(
      Finding(
        id: id("f\(n)"), application: id("app0"),
        kind: Finding.Kind.allCases[n % 3], recorded: noon
      ) { $0.statement = "finding number \(n) über die Maßen " + String(repeating: "x", count: n) })
    d.turns.append(
      Turn(id: id("t\(n)"), application: id("app0"), recorded: noon) {
        $0.question = "question number \(n)?"
        $0.rating = n % 6
        $0.position = n
      })
  }
  d.sort()
  return d
}

/// Counts scalars: enough of a terminal for these tests.
let scalars = TextMeasure(
  columns: { $0.unicodeScalars.count },
  truncate: { text, width in
    text.unicodeScalars.count <= width
      ? text : String(text.unicodeScalars.prefix(max(0, width - 1)).map(Character.init)) + "…"
  },
  wrap: { text, width in
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      var rows = [""]
      for word in line.split(separator: " ") {
        let last = rows[rows.count - 1]
        let joined = last.isEmpty ? String(word) : last + " " + word
        if joined.unicodeScalars.count <= width || last.isEmpty {
          rows[rows.count - 1] = joined
        } else {
          rows.append(String(word))
        }
      }
      return rows
    }
  })

/// Compares a text with the one on file.
func expectPage(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try Recorded.expect(text, "Pages/\(name)", sourceLocation: sourceLocation)
}
