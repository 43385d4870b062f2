import DebriefContent
import DebriefModel
import Foundation
import Spelling

/// What is on file around the letters of these tests, and the letters themselves.
enum World {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let linter = Linter(words: Library(userFolder: nil).lintWords().words)
  static let today = Day(2026, 3, 20)!

  static let people = [
    Person(id: ID("ines")) {
      $0.name = "Ines Kahl"
      $0.part = .manager
      $0.company = "Nordlicht"
    },
    Person(id: ID("tove")) {
      $0.name = "Tove Lindqvist-Ørsted"
      $0.company = "Nordlicht GmbH"
    },
    Person(id: ID("rafal")) {
      $0.name = "Rafał Żuraw"
      $0.part = .hr
    },
  ]

  static func turn(_ id: String, _ person: String, _ question: String, _ answer: String) -> Turn {
    Turn(id: ID(id), application: ID("app"), recorded: noon) {
      $0.person = ID(person)
      $0.question = question
      $0.answer = answer
    }
  }

  static func entry(_ kind: Preparation.Kind, _ text: String, _ detail: String = "") -> Preparation
  {
    Preparation(
      id: ID("\(kind) \(text)"), application: ID("app"), kind: kind,
      recorded: Moment(Day(2026, 3, 1)!, hour: 9)
    ) {
      $0.text = text
      $0.detail = detail
    }
  }

  static let nordlicht = dossier {
    $0.application.company = "Nordlicht"
    $0.application.role = "Platform engineer"
    $0.people = people
    $0.turns = [
      turn(
        "t1", "ines", "What would you do about weekend deploys?",
        "Freeze on Friday noon; whoever was on call decides on Monday what gets fixed."),
      turn(
        "t2", "tove", "How would you drain a queue whose consumer hangs?",
        "Three cases on the whiteboard: retry, park, drop."),
    ]
    $0.preparations = [
      entry(.company, "mission", "green power for every village on the coast"),
      entry(.company, "news", "opened a control room in Husum on 2 February 2026"),
      entry(.claim, "Led a team of nine engineers"),
      entry(.claim, "Fluent in Danish"),
      entry(.claim, "Reviews outages"),
    ]
    for at in $0.preparations.indices where $0.preparations[at].kind == .claim {
      $0.preparations[at].state =
        $0.preparations[at].text == "Reviews outages" ? .provable : .retract
    }
  }

  static let profile = Profile {
    $0.name = "Robin Muster"
    $0.email = "robin@muster.example"
    $0.goals = "work on systems that many people rely on, in a team that shares its on-call"
  }

  static let resume = Resume(id: ID("resume"), recorded: noon) {
    $0.opening = "Platform engineer who keeps large systems calm. Nine years of services on call."
    $0.skills = "Kubernetes, Postgres, incident response"
  }

  /// A letter with all that is known around it.
  struct Case {
    var name: String
    var subject = ""
    var text = ""
    var context = LintContext(today: World.today)
    /// Words that the dictionary does not know, with what it offers.
    var unknown: [String: [String]] = [:]

    /// The rules that notice something, each once.
    var rules: Set<Remark.Rule> { Set(remarks.map(\.rule)) }

    var remarks: [Remark] {
      var context = context
      context.spelling = SpellingReport(language: "en_US", unknown: unknown)
      return World.linter.remarks(subject: subject, text: text, context: context)
    }
  }

  /// Reads a letter: the head says its kind, to whom it goes, and the subject.
  static func letter(_ name: String) throws -> Case {
    let file = try String(
      contentsOf: folder.appendingPathComponent("Clean/\(name).txt"), encoding: .utf8)
    let parts = file.split(separator: "\n\n", maxSplits: 1).map(String.init)
    var it = Case(name: name, text: parts[1])
    for line in parts[0].split(separator: "\n") {
      let value = line.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("Kind:") { it.context.kind = LetterKind(rawValue: value) }
      if line.hasPrefix("To:") { it.context.recipient = people.first { $0.name == value } }
      if line.hasPrefix("Subject:") { it.subject = value }
    }
    if it.context.kind != nil {
      it.context.dossier = nordlicht
      it.context.profile = profile
      it.context.resume = resume
    }
    it.context.foreignNames = ["Kestrel Labs", "Priya Sample", "Acme", "Target", "北极星合作社"]
    return it
  }

  /// All letters, those that are sent also as the other letters of the others.
  static func letters() throws -> [Case] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("Clean").path)
    var cases = try names.filter { $0.hasSuffix(".txt") }.sorted().map {
      try letter(String($0.dropLast(4)))
    }
    let sent = cases.compactMap { it -> Letter? in
      guard let kind = it.context.kind else { return nil }
      return Letter(id: ID(it.name), application: ID("app"), kind: kind.rawValue, recorded: noon) {
        $0.to = it.context.recipient?.id
        $0.text = it.text
      }
    }
    for at in cases.indices where cases[at].context.kind != nil {
      cases[at].context.others = sent.filter { $0.id.text != cases[at].name }
    }
    return cases
  }
}
