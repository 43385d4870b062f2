import DebriefModel
import TUI

/// How a typed line finds what it does: the words that work everywhere, the answers of the question, its
/// text, and the names of commands.
extension App {
  /// Takes a line as it was typed.
  mutating func say(_ raw: String) -> [Effect] {
    if plain.lines != nil { return collect(raw) }
    let it = spoken
    let line = raw.trimmed
    // A blank before it makes a text of anything.
    if it.text != nil, raw.first == " ", !line.isEmpty { return type(line, it) }
    if let effects = reserved(line, it) { return effects }
    if let many = it.many, let numbers = Self.numbers(line, most: it.choices.count) {
      return anew { many(&$0, numbers) }
    }
    if let choice = it.choices.first(where: { $0.key == line || $0.key == line.lowercased() }) {
      return choose(choice)
    }
    if it.text != nil { return type(line, it) }
    if line.first == "/", line.count > 1 { return find(line.dropFirst().trimmed, it) }
    if let effects = onRow(line, it) { return effects }
    if let command = plainCommand(line) { return anew { $0.performHere(command) } }
    if let effects = narrow(line, it) { return effects }
    notice = Notice(
      text: "“\(TextWidth.truncate(line, to: 40))” isn't one of the answers here. "
        + "? says what you can type.")
    return []
  }

  /// Does something that leads to another question, or to the same one with other answers.
  private mutating func anew(_ does: (inout App) -> [Effect]) -> [Effect] {
    (plain.first, plain.filter) = (0, "")
    return does(&self)
  }

  private mutating func choose(_ choice: Spoken.Choice) -> [Effect] {
    if let why = choice.refused {
      notice = Notice(text: why)
      return []
    }
    return anew(choice.does)
  }

  // MARK: Words that work everywhere

  private mutating func reserved(_ line: String, _ it: Spoken) -> [Effect]? {
    if let step = it.words[line] { return anew(step.does) }
    switch line {
    case "":
      guard let enter = it.enter else {
        if it.text == nil { notice = Notice(text: "? says what you can type.") }
        return []
      }
      return anew(enter.does)
    case "?": return sayHelp(it)
    case "r":
      plain.forget()
      return []
    case "b": return goBack(it)
    case "s":
      guard let skip = it.skip else {
        notice = Notice(text: "There's nothing to skip here.")
        return []
      }
      return anew(skip)
    case "q": return leaveKeeping()
    case "e":
      guard let text = it.text else { return nil }
      guard plain.hasEditor, let editor = text.editor else {
        notice = Notice(
          text: plain.hasEditor
            ? "Your editor can't open this one; type it here."
            : "There's no terminal here for your editor; type it here.")
        return []
      }
      return anew(editor)
    case ".":
      guard let stop = it.stop else { return it.text == nil ? nil : [] }
      return anew(stop)
    case "m":
      guard let effects = saysMore(it) else {
        return it.text == nil ? nil : it.words["m"].map { anew($0.does) }
      }
      return effects
    case ":": return anew { $0.openCommands(all: true) }
    default:
      guard line.hasPrefix(":"), line.count > 1 else { return nil }
      let name = String(line.dropFirst()).trimmed
      if let step = it.words[":\(name)"] { return anew(step.does) }
      if ["help", "palette"].contains(name) { return sayHelp(it) }
      guard let command = plainCommand(name) else {
        notice = Notice(
          text:
            "There's no command “\(TextWidth.truncate(name, to: 40))” here. : lists all of them.")
        return []
      }
      return anew { $0.performHere(command) }
    }
  }

  private mutating func goBack(_ it: Spoken) -> [Effect] {
    if !plain.filter.isEmpty {
      (plain.filter, plain.first) = ("", 0)
      return []
    }
    guard let back = it.back else {
      notice = Notice(text: "This is the first list. q leaves; \(desk.leavingWord)")
      return []
    }
    return anew(back)
  }

  /// Says the next answers of a long list; nil where there are no more.
  private mutating func saysMore(_ it: Spoken) -> [Effect]? {
    let count = it.choices.count { plain.filter.isEmpty || $0.holds(plain.filter) }
    if it.folds, plain.first == 0, plain.filter.isEmpty, count > 0 {
      plain.first = 1
      return []
    }
    if count > plain.first + Spoken.page {
      plain.first += Spoken.page
      return []
    }
    guard let more = it.more else {
      guard plain.first > 0 else { return nil }
      plain.first = 0
      return []
    }
    return more(&self)
  }

  /// Leaves; what is half typed is kept.
  private mutating func leaveKeeping() -> [Effect] {
    let kept = draft.map { [Effect.saveDraft($0, then: .none)] } ?? []
    if !kept.isEmpty {
      notice = Notice(text: "What you were typing is kept. {draft.resume} continues it next time.")
    }
    return kept + leave()
  }

  // MARK: Text

  private mutating func type(_ line: String, _ it: Spoken) -> [Effect] {
    guard let text = it.text else { return [] }
    if text.isLong {
      // A yes to words that are there keeps them: it would take their place.
      if !text.now.isEmpty, ["y", "yes"].contains(line.lowercased()), let enter = it.enter {
        return anew(enter.does)
      }
      if !text.now.isEmpty {
        notice = Notice(
          text: "This takes the place of what was there. A line with only a dot ends it.")
      }
      plain.lines = [line]
      text.write(&self, line)
      return []
    }
    return anew {
      text.write(&$0, line)
      return text.done(&$0)
    }
  }

  /// Takes lines that came at once: all of them are one text. Where none is asked for they are offered as a
  /// note, as on the screen, and never run as commands.
  mutating func pastedLines(_ text: String) -> [Effect] {
    let text = text.droppingLineBreaks
    guard text.contains("\n") else { return say(text) }
    let it = spoken
    if let field = it.text {
      if field.isLong {
        // The dot that ends it may be in it.
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          if plain.lines == nil { plain.lines = [] }
          let effects = collect(String(line))
          if plain.lines == nil { return effects }
        }
        notice = Notice(text: "Got it. A line with only a dot ends it.")
        return []
      }
      return anew {
        field.write(&$0, text)
        return field.done(&$0)
      }
    }
    guard overlays.isEmpty else {
      notice = Notice(text: "You pasted several lines at once, so they weren't used.")
      return []
    }
    openCapture(adding: text)
    notice = Notice(
      text: "You pasted several lines at once. A single dot saves them as a note; b goes back.")
    return []
  }

  /// Begins a text of several lines for something else than the question.
  mutating func write(_ text: Spoken.Text) {
    (plain.lines, plain.writing) = ([], text)
  }

  /// One more line of a text, or its end.
  private mutating func collect(_ raw: String) -> [Effect] {
    guard let text = plain.writing ?? spoken.text else {
      plain.lines = nil
      return []
    }
    if raw.trimmed == "." {
      (plain.lines, plain.writing) = (nil, nil)
      return anew(text.done)
    }
    // Two dots are one, so that a dot alone can be written, too.
    plain.lines?.append(raw == ".." ? "." : raw)
    text.write(&self, (plain.lines ?? []).joined(separator: "\n"))
    return []
  }

  // MARK: Rows and commands

  /// `2 delete`: a row, and a command that works on it; `2 ?` says which there are.
  private mutating func onRow(_ line: String, _ it: Spoken) -> [Effect]? {
    let key = line.prefix { $0.isNumber }
    let rest = line.dropFirst(key.count).trimmed
    guard !key.isEmpty, !rest.isEmpty,
      let choice = it.choices.first(where: { $0.key == key }), let hold = choice.hold
    else { return nil }
    hold(&self)
    if rest == "?" { return anew { $0.openCommands(all: false, about: choice.text) } }
    guard let command = plainCommand(rest) else { return nil }
    return anew { $0.performHere(command) }
  }

  /// `/word`, as on the screen: what a lone `/` asks for is answered at once, else the answers are narrowed.
  private mutating func find(_ words: String, _ it: Spoken) -> [Effect] {
    if let step = it.words["/"] {
      let effects = anew(step.does)
      guard spoken.text != nil else { return effects }
      return effects + say(words)
    }
    if let effects = narrow(words, it) { return effects }
    notice = Notice(text: "Nothing here matches “\(TextWidth.truncate(words, to: 40))”.")
    return []
  }

  /// Leaves only the answers that hold some words; nil where that would leave none.
  private mutating func narrow(_ line: String, _ it: Spoken) -> [Effect]? {
    guard it.choices.count > 2, line.count > 1, it.choices.contains(where: { $0.holds(line) })
    else { return nil }
    (plain.filter, plain.first) = (line, 0)
    notice = Notice(
      text: "Only what matches “\(TextWidth.truncate(line, to: 40))”; b shows everything again.")
    return []
  }

  /// Numbers on one line; nil where something else stands there.
  private static func numbers(_ line: String, most: Int) -> [Int]? {
    if ["-", "0", "n", "no", "none"].contains(line.lowercased()) { return [] }
    let parts = line.split { $0 == " " || $0 == "," }
    let numbers = parts.compactMap { Int($0) }
    guard !parts.isEmpty, numbers.count == parts.count,
      numbers.allSatisfy({ (1...max(1, most)).contains($0) })
    else { return nil }
    return numbers
  }
}
