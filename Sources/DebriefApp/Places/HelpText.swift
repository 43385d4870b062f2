import DebriefModel
import TUI

/// Help and palette: readers of the table of commands.
extension App {
  /// Lays the help over the screen.
  mutating func showHelp() -> [Effect] {
    let (lines, commands) = help
    overlays.append(HelpOverlay(lines: lines, commands: commands))
    return []
  }

  /// The help of the place where the user is: first what can be done there, then the rest.
  /// Besides its lines, the commands that some of them name, by the number of the line.
  private var help: (lines: [StyledLine], commands: [Int: String]) {
    var lines: [StyledLine] = []
    var commands: [Int: String] = [:]
    let here = scopes
    let width = max(20, min(78, desk.size.width) - 4)
    lines += grounds(width)
    // What lies on top says itself which keys it has.
    if let top = overlays.last, let hints = top.hints(desk) {
      lines.append(StyledLine("Here", Ink(.title)))
      for hint in hints { lines += row(hint.key, hint.title, width) }
      lines.append(StyledLine(""))
    }
    for scope in here {
      let all = desk.commands.commands(scope)
      if all.isEmpty { continue }
      lines.append(StyledLine(scope.title.isEmpty ? "More" : scope.title, Ink(.title)))
      for command in all {
        let rows = row(
          command.keys.isEmpty ? "no key" : command.keyLabels, title(command), width,
          ink: command.why(self) == nil ? .body : .dim)
        for n in rows.indices { commands[lines.count + n] = command.name }
        lines += rows
      }
      lines.append(StyledLine(""))
    }
    lines.append(StyledLine("Moving and typing", Ink(.title)))
    for (keys, text) in HelpText.fixed { lines += row(keys, text, width) }
    for (at, paragraph) in desk.introduction.enumerated() {
      // Steps stand together, as they do in a list.
      let goesOn =
        at > 0 && !paragraph.number.isEmpty && !desk.introduction[at - 1].number.isEmpty
      if !goesOn { lines.append(StyledLine("")) }
      lines += paragraph.rows(width).map { StyledLine($0) }
    }
    if !desk.sources.isEmpty {
      lines += [StyledLine(""), StyledLine("Where the advice comes from", Ink(.title))]
      for source in desk.sources { lines += cited(source, width) }
    }
    return (lines, commands)
  }

  /// Keys, and what they do.
  private func row(_ keys: String, _ text: String, _ width: Int, ink: Ink = .body) -> [StyledLine] {
    TextWidth.wrap(text, width: max(8, width - 14)).enumerated().map { i, part in
      StyledLine([
        .init(TextWidth.pad(i == 0 ? keys : "", to: 13) + " ", Ink(.key)), .init(part, ink),
      ])
    }
  }

  /// Why the question one is at is asked, which work that comes from, and what its step is for: the
  /// line below the question has room for a short name only, and a small screen for none.
  private func grounds(_ width: Int) -> [StyledLine] {
    guard scopes.first == .checklist, let pane = review[.checklist] as? ChecklistPane,
      let entry = pane.entry(desk.folder?.wizard)
    else { return [] }
    var lines = [StyledLine("\(entry.step.title)", Ink(.title))]
    lines += TextWidth.wrap(entry.step.why, width: width).map { StyledLine($0) }
    let item = entry.item
    if !item.why.isEmpty || !item.source.isEmpty {
      lines.append(StyledLine("Why we ask", Ink(.title)))
      lines += TextWidth.wrap(item.why.capitalizedFirst, width: width).map { StyledLine($0) }
    }
    if !item.source.isEmpty {
      lines += cited(
        desk.sources.first { $0.name == item.source } ?? Source(name: item.source, work: ""), width)
    }
    return lines + [StyledLine("")]
  }

  private func cited(_ source: Source, _ width: Int) -> [StyledLine] {
    let text =
      source.work.isEmpty
      ? source.name
      // A work that names who wrote it needs no name before it.
      : source.name.first?.isNumber == true || source.work.hasPrefix(source.name)
        ? source.work : "\(source.name): \(source.work)"
    return TextWidth.wrap(text, width: max(8, width - 2)).enumerated().map {
      StyledLine(($0.offset == 0 ? "" : "  ") + $0.element, .dim)
    }
  }

  /// What a command does, as it is so here: leaving a sample, or notes that cannot be written, saves
  /// nothing.
  private func title(_ command: Command) -> String {
    command.name == "quit" && (desk.isDemo || desk.isReadOnly)
      ? "Quit; \(desk.leavingWord.dropLast())" : command.title
  }

  /// What the keys do that a place without commands has, such as a form: each presses its key.
  private var keysHere: [PickerOverlay.Option] {
    (overlays.last?.hints(desk) ?? []).compactMap { hint in
      guard case .keys(let keys) = Canvas.key(named: hint.key) else { return nil }
      return PickerOverlay.Option(hint.title.capitalizedFirst, key: hint.key) { _ in
        [.app { app in keys.flatMap { app.input(.key($0)) } }]
      }
    }
  }

  /// All commands of this place by name; those that cannot be used say why.
  func palette() -> PickerOverlay {
    let options = scopes.flatMap(desk.commands.commands).filter { $0.name != "palette" }.map {
      command in
      PickerOverlay.Option(
        title(command), key: command.keyLabel,
        disabled: command.why(self).map(desk.commands.named)
      ) { _ in [.app { $0.perform(command) }] }
    }
    var picker = PickerOverlay(
      "Commands", options.isEmpty ? keysHere : options, filterable: true)
    picker.kind = .command
    return picker
  }
}

/// Keys that belong to widgets and not to a command.
public enum HelpText {
  /// A paragraph of the help's own text: a step of a list has its number before it, and goes on below its
  /// first word.
  struct Paragraph: Equatable, Sendable {
    var number = ""
    var text: String

    /// Its rows in so many columns.
    func rows(_ width: Int) -> [String] {
      guard !number.isEmpty else { return TextWidth.wrap(text, width: width) }
      let indent = TextWidth.columns(number) + 1
      let blanks = String(repeating: " ", count: indent)
      return TextWidth.wrap(text, width: max(8, width - indent)).enumerated().map { at, row in
        (at == 0 ? number + " " : blanks) + row
      }
    }
  }

  /// The paragraphs of the help's own text, parted by empty lines or by the numbers of steps; its headings
  /// are left out.
  static func paragraphs(_ text: String) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = String(line).trimmed
      if words.isEmpty || words.hasPrefix("#") {
        isOpen = false
      } else if let number = number(of: words) {
        let rest = String(words.dropFirst(number.count)).trimmed
        paragraphs.append(Paragraph(number: number, text: rest))
        isOpen = true
      } else if isOpen {
        paragraphs[paragraphs.count - 1].text += " " + words
      } else {
        paragraphs.append(Paragraph(text: words))
        isOpen = true
      }
    }
    return paragraphs
  }

  /// The number a step begins with, such as `3.`; nil for other lines.
  private static func number(of line: String) -> String? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    return !digits.isEmpty && rest.hasPrefix(". ") ? digits + "." : nil
  }

  /// Keys and what they do, for help and the table of keys.
  public static let fixed: [(keys: String, text: String)] = [
    ("j k ↓ ↑", "down and up in a list; g first, G last; Ctrl-D and Ctrl-U half a page"),
    ("h l ← →", "the other list, or along a scale"),
    ("0-9 y n", "answer a question right away; for a number, press Enter"),
    ("Tab", "the next field of a form; Shift-Tab goes to the previous one"),
    ("Enter", "in a form: the next field; in the last one it saves. Alt-Enter is a new line"),
    ("^S", "save a form from any field"),
    ("Esc ^C", "leave a form; what you typed is kept as a draft"),
    ("^X", "in a form: clear what you typed"),
    ("↑ ↓", "in a line at the foot of the screen: what you typed there before"),
    ("^O", "in a form: open the field in $VISUAL or $EDITOR"),
    (
      "mouse",
      "click to select, double-click to open, wheel to scroll; Shift-drag selects text to copy"
    ),
    (
      "^A ^E ^K ^U",
      "in a field: the usual shell keys, also Ctrl-W, Ctrl-Y, Ctrl-T, Alt-B, Alt-F, Alt-D; "
        + "Ctrl-_ undoes"
    ),
  ]
}
