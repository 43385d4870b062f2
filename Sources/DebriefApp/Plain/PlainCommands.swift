import DebriefModel
import TUI

/// Commands in plain mode: the same rows as help and palette read, reached by number or name.
extension App {
  /// What is only for the screen, or has a letter of its own here. All of it can still be typed by name.
  static let onlyOnScreen: Set<String> = [
    "help", "palette", "back", "escape", "quit", "repaint", "privacy", "suspend", "review.next",
    "review.previous", "review.zoom",
    "home.due", "home.due.back", "home.tour", "checklist.answer",
    "checklist.previous", "checklist.skip", "letter.next", "letter.previous", "letter.remark",
    "letter.leave", "write.clock", "drill.clock", "page.close", "months.close", "people.find",
    "jump", "find.word", "find.next", "find.previous",
    "find.filter", "home.match", "home.match.back",
  ]

  /// The commands that are heard here, the innermost first.
  private func heard() -> [Command] {
    var all = scopes.flatMap(desk.commands.commands)
    if let alone = scopes.first?.alone {
      all += desk.commands.commands(.everywhere).filter { alone.contains($0.name) }
    }
    return all
  }

  /// The command that is meant by a name, a key, or the beginning of its title; nil for no single one.
  func plainCommand(_ words: String) -> Command? {
    let all = heard()
    let low = words.lowercased()
    if let it = all.first(where: { $0.name == low }) { return it }
    if let it = all.first(where: { $0.name.split(separator: ".").last.map(String.init) == low }) {
      return it
    }
    // A number is an answer or none, and what is only for the screen has no key here.
    if Int(words) == nil, let keys = KeySequence(words)?.keys,
      let it = all.first(where: {
        !App.onlyOnScreen.contains($0.name) && $0.keys.contains { KeySequence($0)?.keys == keys }
      })
    {
      return it
    }
    guard low.count > 2 else { return nil }
    let named = all.filter { $0.title.lowercased().hasPrefix(low) }
    return named.count == 1 ? named[0] : nil
  }

  /// Does a command; one that leads to a pane leaves the list of what there is of an application.
  mutating func performHere(_ command: Command) -> [Effect] {
    if Review.panes[command.name] != nil { plain.isAtHub = false }
    return perform(command)
  }

  /// Says what can be typed here, and lists the commands that can be used.
  mutating func sayHelp(_ it: Spoken) -> [Effect] {
    var lines: [String] = []
    if it.text?.isLong == true {
      lines.append("Type your text, as many lines as you like. A line with only a dot ends it.")
      lines.append("To write a line with just a dot, type two dots.")
    } else if it.text != nil {
      lines.append("Type your answer and press Enter.")
    }
    if it.text != nil {
      lines.append("To answer with a single letter that's also a command, type a space before it.")
    }
    if it.many != nil { lines.append("Type the numbers of all that apply, or - for none.") }
    if !it.choices.isEmpty {
      lines.append("Type the number of your choice.")
      if it.choices.count > 2, it.text == nil { lines.append("Or type a word to find it.") }
    }
    if it.choices.contains(where: { $0.hold != nil }) {
      lines.append(
        "To do something with a row, type its number and a command, such as 1 delete. 1 ? lists the commands."
      )
    }
    if let enter = it.enter { lines.append("Enter alone: \(enter.word).") }
    for (word, step) in it.words.sorted(by: { $0.key < $1.key }) {
      lines.append("\(word): \(step.word).")
    }
    if it.stop != nil { lines.append("A single dot: that's all, save it.") }
    if it.skip != nil { lines.append("s: skip.") }
    if it.text?.editor != nil, plain.hasEditor { lines.append("e: your editor.") }
    lines.append("b: back. r: say it again. q: leave; \(desk.leavingWord)")
    lines.append(
      "From anywhere, type a colon and a command, such as :undo. A colon alone lists them all.")
    notice = Notice(text: lines.joined(separator: "\n"))
    if usable.isEmpty { return [] }
    return openCommands(all: false)
  }

  private var usable: [Command] {
    let inner = scopes.first.map(desk.commands.commands) ?? []
    return inner.filter { !App.onlyOnScreen.contains($0.name) && $0.why(self) == nil }
  }

  /// Lists commands to pick from: those of this place that can be used, or all with the reason why not.
  mutating func openCommands(all: Bool, about: String = "") -> [Effect] {
    let commands = all ? heard().filter { !App.onlyOnScreen.contains($0.name) } : usable
    var options = commands.map { command in
      PickerOverlay.Option(
        command.title, detail: ":\(command.name)",
        disabled: command.why(self).map(desk.commands.named)
      ) { _ in [.app { $0.performHere(command) }] }
    }
    if !all {
      options.append(
        .init("Everything else you can do from here") { _ in [.app { $0.openCommands(all: true) }] }
      )
    }
    let title = about.isEmpty ? "What you can do here" : "What you can do with it: \(about)"
    overlays.append(PickerOverlay(title, options, filterable: true))
    return []
  }
}

extension CommandTable {
  /// What is typed for a command in plain mode.
  static func spokenName(_ command: Command) -> String {
    switch command.name {
    case "help", "palette": "?"
    case "back", "escape", "checklist.previous", "letter.leave": "b"
    case "quit": "q"
    case "checklist.skip": "s"
    case "home.open", "checklist.answer", "drill.start": "Enter"
    default: ":\(command.name)"
    }
  }
}
