import DebriefModel
import TUI

/// What plain mode remembers between two lines: how far a list was read, the text that is being typed, and
/// what was said last. All else is the state of the places.
struct Plain: Sendable {
  /// Whether the program is in plain mode.
  var isOn = false
  /// Whether the user's own editor can be opened.
  var hasEditor = false
  /// Whether the review is at the list of what there is of an application.
  var isAtHub = false
  /// The lines of a text that is being typed; nil while none is.
  var lines: [String]?
  /// The text they are for, where it is not the one of the question.
  var writing: Spoken.Text?
  /// The first choice that is said.
  var first = 0
  /// The words the choices are narrowed by.
  var filter = ""
  /// Where one was when something was said last, and all that was said there.
  var title = ""
  var body: [String] = []
  /// The words of places that were said already.
  var toldWords: Set<String> = []
  /// What was said last at each place, so that going back does not say all of it again.
  var known: [String: [String]] = [:]

  /// Forgets what was said: it is said as a whole again.
  mutating func forget() { (title, body, known, toldWords) = ("", [], [:], []) }
}

extension App {
  /// Turns plain mode on: nothing is drawn any more, and lines come in place of keys.
  public mutating func speaks(withEditor hasEditor: Bool) {
    plain.isOn = true
    plain.hasEditor = hasEditor
    desk.commands.isSpoken = true
    desk.isSpoken = true
  }

  /// What the top place says.
  var spoken: Spoken {
    if let top = overlays.last { return top.spoken(desk) }
    switch screen {
    case .home: return home.spoken(desk)
    case .page: return page.spoken(desk)
    case .review: return plain.isAtHub ? review.hub(self) : review.spoken(desk)
    }
  }

  /// Everything the top place says, to notice when another window has changed it.
  public var spokenText: [String] {
    let it = spoken
    return [it.title] + it.body()
  }

  /// Whether the lines of a text are being typed.
  public var isHearingText: Bool { plain.lines != nil }

  /// The lines to be said now: what happened, and what is asked, as far as it is not the same as before.
  public mutating func saysNow() -> [String] {
    var out = saysNotice()
    if plain.lines != nil { return out }
    let it = spoken
    let body = it.body(from: plain.first, filter: plain.filter).flatMap(said)
    let title = desk.named(it.title)
    let isElsewhere = !title.isEmpty && title != plain.title
    let isKnown = body == (isElsewhere ? plain.known[title] : plain.body) ?? []
    if isElsewhere {
      let head = it.about.isEmpty ? title : String.said(title, it.about)
      out += ["", Plain.clean(head, keeping: ownSigns(in: head))]
    }
    if isKnown || !isElsewhere && title.isEmpty && body == plain.known[""] {
      // The question again, or its first line; r says the rest.
      let asks = it.asks.isEmpty ? Array(body.prefix(1)) : said(it.asks)
      out += asks
      if isElsewhere, body.count > asks.count + 2 {
        out.append("Same as before. r shows it all again.")
      }
    } else if !isElsewhere, !title.isEmpty, body == plain.known[title] {
      out += it.asks.isEmpty ? Array(body.prefix(1)) : said(it.asks)
      if body.count > 4 { out.append("Same as before. r shows it all again.") }
    } else {
      out += body
      // The words of a place are said once; ? says them again.
      let words = Set(it.words.keys).union(it.stop == nil ? [] : ["."])
        .subtracting(plain.toldWords)
      if isElsewhere, !words.isEmpty { out += said(it.also) }
      plain.toldWords.formUnion(words)
    }
    plain.body = body
    plain.known[title] = body
    if !title.isEmpty { plain.title = title }
    return out
  }

  /// What happened, as far as it was not said yet.
  public mutating func saysNotice() -> [String] {
    guard let notice else { return [] }
    self.notice = nil
    return said(notice.text)
  }

  /// Whether what is typed now is for nobody else to read: it is repeated nowhere.
  public var hidesLines: Bool {
    overlays.contains { $0 is PrivateNoteOverlay || $0 is WriteOutOverlay }
  }

  /// What is said at the end.
  public var farewell: String {
    guard !desk.isDemo, !desk.isReadOnly, draft != nil else {
      return desk.leavingWord.capitalizedFirst
    }
    return "What you were typing is kept as a draft. The rest is saved."
  }

  /// What is said of a line whose end a terminal has dropped: where it ends now, and how to give the rest.
  ///
  /// - Parameter line: What came of it.
  public func tellsCut(_ line: String) -> [String] {
    let it = spoken
    var said = [
      "Your terminal dropped the end of that line: it takes about 4,000 characters at a time."
    ]
    // What is for nobody else to read is repeated nowhere.
    if !hidesLines { said.append("It ends with “\(Plain.clean(String(line.suffix(40))))” now.") }
    if plain.lines != nil || it.text?.isLong == true {
      said.append("Type the rest on the next line. You can use as many lines as you like.")
    } else if it.text != nil {
      let editor = plain.hasEditor && it.text?.editor != nil
      said.append("To change it, type b to go back\(editor ? ", then e for your editor" : "").")
    }
    return said
  }

  /// Another window changed what the line was about.
  public mutating func tellChanged() {
    notice = Notice(
      text: "Another window changed this just now, so nothing was done. This is how it is now:")
    plain.forget()
  }

  private func said(_ text: String) -> [String] {
    if text.isEmpty { return [] }
    let own = ownSigns(in: text)
    return desk.named(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { Plain.clean(String($0), keeping: own) }
  }

  /// The user's own texts that hold a sign which is otherwise only for the eye: nobody's words are changed.
  /// Looked for only where a line holds one.
  private func ownSigns(in line: String) -> [String] {
    guard Plain.holdsSign(line) else { return [] }
    var own: [String] = []
    var reading = Rewriting()
    reading.words = { text, _ in
      if Plain.holdsSign(text) { own.append(text) }
      return text
    }
    for it in desk.folder?.dossier.entities ?? [] { _ = it.noun.rewritten(reading) }
    for facts in desk.recent + desk.due.facts {
      _ = facts.application.rewritten(reading)
      for event in facts.events { _ = event.rewritten(reading) }
    }
    for it in desk.carried { _ = it.improvement.rewritten(reading) }
    for it in desk.contacts { _ = it.person.rewritten(reading) }
    for it in desk.due.inbox { _ = it.note.rewritten(reading) }
    if let now = spoken.text?.now, Plain.holdsSign(now) { own.append(now) }
    return own
  }
}

extension Plain {
  /// A line without anything that is only for the eye.
  ///
  /// - Parameter own: Texts of the user's: a sign between the same two words as in one of them is theirs, and
  ///   stays.
  static func clean(_ line: String, keeping own: [String] = []) -> String {
    var text = TextWidth.printable(line)
    for (sign, word) in signs where text.utf8.count > 1 && text.containsText(sign) {
      text = own.isEmpty ? text.exchanging(sign, for: word) : exchanged(sign, word, text, own)
    }
    return text.trimmed
  }

  /// Whether a text holds a sign that is otherwise only for the eye.
  static func holdsSign(_ text: String) -> Bool { signs.contains { text.containsText($0.0) } }

  private static func exchanged(
    _ sign: String, _ word: String, _ text: String, _ own: [String]
  ) -> String {
    let parts = text.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
    var out = parts[0]
    for (before, after) in zip(parts, parts.dropFirst()) {
      let left = before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
      // What ends a sentence here need not end it there.
      let right = (after.split(separator: " ").first ?? "").prefix { !".?!:,”".contains($0) }
      let around = (left + sign + right).lowercased()
      out += (own.contains { $0.lowercased().containsText(around) } ? sign : word) + after
    }
    return out
  }

  /// What is drawn for the eye, and the words for it. Keys that sentences name are ``CommandTable/parts``.
  private static let signs: [(String, String)] = [
    (" · ", ", "), ("✓ ", "Written down: "), ("✗ ", "no: "), ("⏎", "Enter"),
    ("one key press.", "one line."),
  ]
}

extension String {
  /// The text with one part in place of another.
  func exchanging(_ part: String, for other: String) -> String {
    guard !part.isEmpty else { return self }
    let (hay, needle) = (Array(utf8), Array(part.utf8))
    var out: [UInt8] = []
    var at = 0
    while at < hay.count {
      if at + needle.count <= hay.count, hay[at..<(at + needle.count)].elementsEqual(needle) {
        out += other.utf8
        at += needle.count
      } else {
        out.append(hay[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
