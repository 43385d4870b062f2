/// What goes into the room with somebody: the changes to try, five words that bring back what was prepared, and
/// the questions to ask. A line or two for each, for a small piece of paper or a phone.
public struct RoomCard: Hashable, Sendable {
  /// So many changes, as many as a debrief has.
  public static let mostChanges = Improvement.most
  /// So many words that can be taken in at a glance.
  public static let mostCues = 5
  /// So many questions: there is hardly time for more.
  public static let mostQuestions = 5

  /// The company and the job.
  public var name: String
  /// When and where; empty when no interview is planned.
  public var when: String
  /// What to try.
  public var changes: [String] = []
  /// Words that bring something back.
  public var cues: [String] = []
  /// What to ask.
  public var questions: [String] = []

  /// Whether there is nothing to take along yet.
  public var isEmpty: Bool { changes.isEmpty && cues.isEmpty && questions.isEmpty }

  /// The card for an application.
  ///
  /// - Parameter carried: The changes that wait to be tried, also those of other applications, newest first.
  public init(_ dossier: Dossier, carried: [Improvement], now: Moment) {
    name = [dossier.application.company, dossier.application.role].filter { !$0.isEmpty }
      .joined(separator: " · ")
    let next = dossier.ahead(now: now).min { ($0.start ?? now) < ($1.start ?? now) }
    when =
      next.flatMap { round in
        round.start.map { start in
          "Round \(round.round), \(start.day.short(today: now.day))"
            + (round.clockText.map { " \($0)" } ?? "")
        }
      } ?? ""
    var seen: Set<ID> = []
    let open = (dossier.improvements + carried).filter {
      $0.takesPlace && seen.insert($0.id).inserted
    }.prefix(RoomCard.mostChanges)
    changes = open.map { RoomCard.line($0.what, $0.place.isEmpty ? "" : "when: \($0.place)") }
    let prepared = dossier.preparations.filter { $0.kind == .answer || $0.kind == .claim }
    let strengths = dossier.findings.filter { $0.kind == .strength }
    let texts =
      open.map(\.what) + prepared.map(\.text) + strengths.map(\.statement)
    var words: Set<String> = []
    for text in texts where cues.count < RoomCard.mostCues {
      if let cue = RoomCard.cue(text), words.insert(cue.lowercased()).inserted { cues.append(cue) }
    }
    questions = dossier.preparations.filter { $0.kind == .question && $0.state == .open }
      .prefix(RoomCard.mostQuestions).map { RoomCard.line($0.text, "") }
  }

  private static func line(_ text: String, _ more: String) -> String {
    let flat = Harmless.line(text)
    return more.isEmpty ? flat : "\(flat); \(Harmless.line(more))"
  }

  /// Words that stand in every sentence, and bring nothing back.
  private static let little: Set<String> = Set(
    """
    a about after again all also an and any are as at be because been before but by can could did do does
    don't each even first for from get give go had has have her him his how i if in into is it its just know
    last let like make me more most much my need new next no not now of off on one only or other our out
    over own put say should so some such take than that the their them then there these they thing this
    time to too try two up use very was way we well were what when where which while who will with would
    you your one three four five
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// A word of a text that brings the rest back; nil where there is none. The first one that says something
  /// is most often what to do, and the next one what with.
  static func cue(_ text: String) -> String? {
    let words = Harmless.line(text).split {
      $0.isWhitespace || ($0.isPunctuation && !"'’-/".contains($0)) || $0.isSymbol
    }
    // In a script without blanks, a whole sentence is a word: its beginning has to do.
    let telling = words.filter { $0.count > 2 && !little.contains($0.lowercased()) }.prefix(2)
    return (telling.last ?? words.first).map { String($0.prefix(16)) }
  }
}

extension RoomCard {
  /// What of it fits a small QR code: the cue words, then the changes, then the questions, each cut after a
  /// whole word where there is no more room. At most so many bytes of UTF-8.
  public func short(_ most: Int = QRCode.mostBytes) -> String {
    var out = ""
    func add(_ line: String) {
      let room = most - out.utf8.count - (out.isEmpty ? 0 : 1)
      guard let cut = RoomCard.cut(line, room) else { return }
      out += (out.isEmpty ? "" : "\n") + cut
    }
    if !cues.isEmpty { add(cues.joined(separator: " ")) }
    for (i, change) in changes.enumerated() { add("\(i + 1). \(change)") }
    for question in questions { add(question.hasSuffix("?") ? question : "? \(question)") }
    return out
  }

  /// A line in at most so many bytes; nil where hardly anything of it would be left.
  private static func cut(_ line: String, _ room: Int) -> String? {
    if line.utf8.count <= room { return line }
    var kept = ""
    for word in line.split(separator: " ") {
      let next = kept.isEmpty ? String(word) : "\(kept) \(word)"
      if next.utf8.count + 3 > room { break }
      kept = next
    }
    return kept.utf8.count < 8 ? nil : kept + "…"
  }

  /// The card as a QR code of at most so many modules a side; nil when there is nothing on it, or no room.
  public func code(within side: Int = .max) -> QRCode? {
    guard let most = QRCode.bytes(within: side) else { return nil }
    let text = short(most)
    return text.isEmpty ? nil : QRCode(text)
  }

  /// Its parts with their headings.
  public var parts: [(title: String, lines: [String], isNumbered: Bool)] {
    let all: [(title: String, lines: [String], isNumbered: Bool)] = [
      (changes.count == 1 ? "Change to try" : "Changes to try", changes, true),
      ("Cue words", cues.isEmpty ? [] : [cues.joined(separator: " · ")], false),
      ("Questions to ask", questions, false),
    ]
    return all.filter { !$0.lines.isEmpty }
  }

  /// The card as plain text with its code below.
  ///
  /// - Parameter isLightInk: Whether text is lighter than what is behind it.
  public func text(measure: TextMeasure, columns: Int, isLightInk: Bool, isASCII: Bool) -> String {
    let width = max(20, columns)
    var lines = measure.wrap(name, width) + (when.isEmpty ? [] : measure.wrap(when, width))
    for part in parts {
      lines += ["", part.title]
      for (i, line) in part.lines.enumerated() {
        let mark = part.isNumbered ? "\(i + 1). " : part.lines.count > 1 ? "- " : ""
        for (n, row) in measure.wrap(line, width - 2 - mark.count).enumerated() {
          lines.append(
            "  " + (n == 0 ? mark : String(repeating: " ", count: mark.count)) + row)
        }
      }
    }
    // In ASCII there are no half rows to draw with.
    if !isASCII, let code = code() { lines += [""] + code.rows(isLightInk: isLightInk) }
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

extension Sheet {
  /// The card for a browser and for paper.
  public init(_ card: RoomCard) {
    name = card.name
    standing = card.when
    sections = card.parts.map { part in
      let isList = part.isNumbered || part.lines.count > 1
      return Section(
        part.title,
        [isList ? .items(part.lines, isNumbered: part.isNumbered) : .lines(part.lines)])
    }
    if let code = card.code() { sections.append(Section("For your phone", [.code(code)])) }
  }
}
