/// All that is worth reading again before one meets them once more (A94): what they said, what was prepared,
/// what they asked and how it went, what was asked of them, and what was learned. Built from the dossier,
/// whenever it is wanted.
public struct Refresher: Hashable, Sendable {
  /// One part of it.
  public struct Part: Hashable, Sendable {
    /// What stands above it.
    public var title: String
    /// Its lines.
    public var lines: [String]
  }

  /// The parts that have something to say, in the order in which they are read.
  public let parts: [Part]

  /// Reads a dossier.
  public init(_ dossier: Dossier, now: Moment) {
    var parts: [Part] = []
    func add(_ title: String, _ lines: [String]) {
      let lines = lines.filter { !$0.isEmpty }
      if !lines.isEmpty { parts.append(Part(title: title, lines: lines)) }
    }
    add("Where you left off", Refresher.standing(dossier, now: now))
    add("Who you met", Refresher.people(dossier, now: now))
    add("What you prepared", Refresher.prepared(dossier))
    add("What they asked", Refresher.asked(dossier, by: .them))
    add("What you asked them", Refresher.own(dossier))
    add("What they told you afterwards", Refresher.told(dossier))
    add("What you learned", Refresher.learned(dossier))
    self.parts = parts
  }

  /// As text: a heading, and its lines below it.
  public var text: String {
    parts.map { part in
      ([part.title] + part.lines.map { "  \($0)" }).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func standing(_ dossier: Dossier, now: Moment) -> [String] {
    let today = now.day
    var lines: [String] = []
    if let next = dossier.ahead(now: now).min(by: { ($0.start ?? now) < ($1.start ?? now) }),
      let start = next.start
    {
      let clock = next.clockText.map { ", \($0)" } ?? ""
      lines.append("Round \(next.round): \(start.day.long)\(clock)")
    }
    let events = TimelineOrder(dossier.events, dossier.interviews)
      .sorted(dossier.events.filter { $0.isDeciding || $0.kind == .promised })
    for event in events {
      let words = event.words.isEmpty ? "" : ": “\(LineText.flat(event.words))”"
      let day = event.known.map { "\($0.short(today: today)): " } ?? ""
      lines.append("\(day)\(event.kind.label)\(words)")
    }
    return lines
  }

  private static func people(_ dossier: Dossier, now: Moment) -> [String] {
    let met = Set(dossier.held(now: now).flatMap(\.people))
    return dossier.people.filter { met.contains($0.id) }.map { person in
      let notes = person.notes.isEmpty ? "" : ": \(LineText.flat(person.notes))"
      return "\(person.name), \(person.part.label)\(notes)"
    }
  }

  private static func prepared(_ dossier: Dossier) -> [String] {
    let kinds: [Preparation.Kind] = [.company, .requirement, .claim, .answer]
    return kinds.flatMap { kind in
      dossier.preparations.filter { $0.kind == kind }.map { it in
        it.detail.isEmpty ? it.text : "\(it.text): \(LineText.flat(it.detail))"
      }
    }
  }

  private static func asked(_ dossier: Dossier, by asker: Turn.Asker) -> [String] {
    dossier.turns.filter { $0.asker == asker }.flatMap { turn -> [String] in
      let rated = turn.rating.map { " (\($0) of 5)" } ?? ""
      var lines = ["\(LineText.flat(turn.question))\(rated)"]
      if !turn.better.isEmpty {
        lines.append("  better: \(LineText.flat(turn.better))")
      } else if !turn.answer.isEmpty {
        lines.append("  \(LineText.flat(turn.answer))")
      }
      return lines
    }
  }

  private static func own(_ dossier: Dossier) -> [String] {
    let lines = asked(dossier, by: .me)
    let prepared = dossier.preparations.filter { $0.kind == .question }
    let asked = prepared.filter { it in
      it.state == .asked
        && !dossier.turns.contains { AskedQuestions.isSame($0.question, it.text) }
    }
    return lines
      + asked.map { it in
        it.detail.isEmpty ? it.text : "\(it.text): \(LineText.flat(it.detail))"
      } + prepared.filter { $0.state == .open }.map { "still to ask: \($0.text)" }
  }

  private static func told(_ dossier: Dossier) -> [String] {
    dossier.feedback.filter { $0.received != nil }.flatMap { it -> [String] in
      let from = it.from.isEmpty ? "They" : it.from
      return (it.verbatim.isEmpty ? [] : ["\(from): “\(LineText.flat(it.verbatim))”"])
        + it.three.map { "\(from) named: \(LineText.flat($0.text))" }
    }
  }

  private static func learned(_ dossier: Dossier) -> [String] {
    let heavy = dossier.findings.sorted { ($1.weight, $0.id) < ($0.weight, $1.id) }
    let well = heavy.filter { $0.kind == .strength }.prefix(3).map { "went well: \($0.statement)" }
    let less = heavy.filter { $0.kind == .weakness }.prefix(3).map {
      "didn't go well: \($0.statement)"
    }
    let lesson = dossier.debrief.map { $0.lesson.isEmpty ? "" : "your lesson: \($0.lesson)" } ?? ""
    let tries = dossier.improvements.map { it in
      it.state == .open
        ? tried(it)
        : it.outcome.isEmpty ? "" : "tried: \(it.sentence) (\(LineText.flat(it.outcome)))"
    }
    return well + less + tries + [lesson]
  }

  /// A change that is open; what to learn may say so itself.
  private static func tried(_ it: Improvement) -> String {
    if it.isLearning, it.sentence.lowercased().hasPrefix("learn") { return it.sentence }
    return "\(it.isLearning ? "learn" : "try"): \(it.sentence)"
  }
}

/// Texts of several lines on one.
enum LineText {
  /// A text on one line.
  static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
