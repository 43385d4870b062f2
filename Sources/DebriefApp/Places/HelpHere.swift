import DebriefModel
import TUI

/// Help and palette for wherever the user is: readers of the table of commands.
struct HelpHere {
  private let app: App
  private let desk: Desk
  private let scopes: [Scope]

  /// For the place that has the keys.
  init(_ app: App) { (self.app, desk, scopes) = (app, app.desk, app.scopes) }

  /// The help: first what can be done there, then the rest.
  var overlay: HelpOverlay {
    var lines: [StyledLine] = []
    var commands: [Int: String] = [:]
    let width = max(20, min(78, desk.size.width) - 4)
    lines += grounds(width) + formWords(width)
    // What lies on top says itself which keys it has.
    if let top = app.overlays.last, let hints = top.hints(desk) {
      lines.append(StyledLine("Here", Ink(.title)))
      for hint in hints { lines += row(hint.key, hint.title, width) }
      lines.append(StyledLine(""))
    }
    for scope in scopes {
      let all = desk.commands.commands(scope)
      if all.isEmpty { continue }
      lines.append(StyledLine(scope.title.isEmpty ? "More" : scope.title, Ink(.title)))
      for command in all {
        let rows = row(
          command.keys.isEmpty ? "no key" : command.keyLabels, title(command), width,
          ink: command.why(app) == nil ? .body : .dim)
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
    return HelpOverlay(lines: lines, commands: commands)
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
    guard scopes.first == .checklist, let pane = app.review[.checklist] as? ChecklistPane,
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

  /// What a form is called and what is to be read in it, in full: a small screen has room for their
  /// beginnings.
  private func formWords(_ width: Int) -> [StyledLine] {
    guard let form = FormOverlay.look(app, { place, _ in place.form }) else { return [] }
    var lines = TextWidth.wrap(form.fullTitle, width: width).map { StyledLine($0, Ink(.title)) }
    for field in form.fields {
      guard case .note(let words) = field.kind, !words.isEmpty else { continue }
      lines += TextWidth.wrap(words, width: width).map { StyledLine($0) }
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
    (app.overlays.last?.hints(desk) ?? []).compactMap { hint in
      guard case .keys(let keys) = Canvas.key(named: hint.key) else { return nil }
      return PickerOverlay.Option(hint.title.capitalizedFirst, key: hint.key) { _ in
        [.app { app in keys.flatMap { app.input(.key($0)) } }]
      }
    }
  }

  /// All commands of this place by name; those that cannot be used say why.
  var palette: PickerOverlay {
    let options = scopes.flatMap(desk.commands.commands).filter { $0.name != "palette" }.map {
      command in
      PickerOverlay.Option(
        title(command), key: command.keyLabel,
        disabled: command.why(app).map(desk.commands.named)
      ) { _ in [.app { $0.perform(command) }] }
    }
    var picker = PickerOverlay(
      "Commands", options.isEmpty ? keysHere : options, filterable: true)
    picker.kind = .command
    return picker
  }
}
