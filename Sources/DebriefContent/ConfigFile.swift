import DebriefModel

/// Reads `config.toml`. What is wrong with it is said, line by line; whatever is right holds, and for
/// the rest what is shipped.
public enum ConfigFile {
  /// Its name in the folder of the user's own files.
  public static let name = "config.toml"

  /// The settings of a file on disk and its faults; nil when there is no such file. A single attempt
  /// to open it, and no parser, is all that a missing one costs.
  public static func read(at path: String) -> (settings: Settings, faults: [Fault])? {
    do {
      return try Files.text(at: path).map { read($0, file: path) }
    } catch {
      return (Settings(), [error])
    }
  }

  /// The settings of a text.
  public static func read(_ text: String, file: String) -> (settings: Settings, faults: [Fault]) {
    let (entries, problems) = Toml.read(text)
    var reader = ConfigReader(file: file)
    for it in problems { reader.fault(it.line, it.message) }
    reader.read(entries)
    reader.settings.keys.sort { $0.line < $1.line }
    let faults = reader.faults.sorted { $0.line < $1.line }
    return (reader.settings, Array(faults.prefix(Reader.limit)))
  }

  /// The file with every setting as shipped, and what each is for.
  public static var shipped: String { Files.text(ofShipped: name) ?? "" }
}

/// One pass over a file.
private struct ConfigReader {
  let file: String
  var settings = Settings()
  var faults: [Fault] = []

  init(file: String) { self.file = file }

  private static let known = [
    "theme", "opens", "plain", "mouse", "hide_after_minutes", "paper", "pager", "notify",
    "silence", "keys", "dates", "times", "editor", "checklists",
  ]

  /// So many keys one command may have.
  private static let mostKeys = 20

  mutating func fault(_ line: Int, _ message: String) {
    faults.append(Fault(file: file, line: line, message: message))
  }

  mutating func read(_ root: [Toml.Entry]) {
    for entry in root {
      guard ConfigReader.known.contains(entry.key) else {
        unknown(entry, "there is no section or key", in: ConfigReader.known)
        continue
      }
      if entry.key == "theme" {
        theme(entry)
        continue
      }
      if entry.key == "opens" {
        opens(entry)
        continue
      }
      if entry.key == "paper" {
        paper(entry)
        continue
      }
      if entry.key == "pager" {
        pager(entry)
        continue
      }
      if entry.key == "notify" {
        notify(entry)
        continue
      }
      if ["dates", "times"].contains(entry.key) {
        dates(entry)
        continue
      }
      if entry.key == "editor" {
        if let command = textOrAuto(entry, "a command such as \"nvim -f\"") {
          settings.editor = command
        }
        continue
      }
      if entry.key == "checklists" {
        checklists(entry)
        continue
      }
      if entry.key == "plain" {
        if let it = flag(entry) { settings.isPlain = it }
        continue
      }
      if entry.key == "mouse" {
        if let it = flag(entry) { settings.hasMouse = it }
        continue
      }
      if entry.key == "hide_after_minutes" {
        if let minutes = whole(entry, Settings.hides, "minutes") { settings.hideAfter = minutes }
        continue
      }
      guard case .table(let entries) = entry.value else {
        fault(entry.line, "`\(entry.key)` is a section: type it as [\(entry.key)]")
        continue
      }
      if entry.key == "silence" { silence(entries) } else { keys(entries, []) }
    }
  }

  private mutating func unknown(_ entry: Toml.Entry, _ what: String, in known: [String]) {
    let near = Nearest.word(to: entry.key, in: known).map { "; did you mean `\($0)`?" } ?? ""
    fault(entry.line, "\(what) `\(entry.key.prefix(60))`\(near)")
  }

  // MARK: - Theme

  private mutating func theme(_ entry: Toml.Entry) {
    let names = ThemeFile.names
    guard case .text(let name) = entry.value, names.contains(name) else {
      var near = ""
      if case .text(let name) = entry.value {
        near = Nearest.word(to: name, in: names).map { "; did you mean `\($0)`?" } ?? ""
      }
      let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
      return fault(entry.line, "`theme` must be one of \(list)\(near)")
    }
    settings.theme = name
  }

  // MARK: - Opening

  private mutating func opens(_ entry: Toml.Entry) {
    guard case .text(let name) = entry.value, let opens = Settings.Opening(rawValue: name) else {
      let list = Settings.Opening.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
      return fault(entry.line, "`opens` must be \(list)")
    }
    settings.opens = opens
  }

  // MARK: - Dates

  private mutating func dates(_ entry: Toml.Entry) {
    switch (entry.key, entry.value) {
    case ("dates", .text(let name)):
      if let order = DateStyle.Order(rawValue: name) { return settings.dates.order = order }
    case ("times", .whole(let number)):
      if let hours = DateStyle.Hours(rawValue: number) { return settings.dates.hours = hours }
    default: break
    }
    let list =
      entry.key == "times"
      ? DateStyle.Hours.allCases.map { "\($0.rawValue)" }
      : DateStyle.Order.allCases.map { "\"\($0.rawValue)\"" }
    fault(entry.line, "`\(entry.key)` must be \(list.joined(separator: " or "))")
  }

  // MARK: - The editor, and checklists

  /// A text; nil for "auto", and for what is none, which is said.
  private mutating func textOrAuto(_ entry: Toml.Entry, _ what: String) -> String? {
    guard case .text(let text) = entry.value, !text.allSatisfy(\.isWhitespace) else {
      fault(entry.line, "`\(entry.key)` must be \"auto\" or \(what)")
      return nil
    }
    return text == "auto" ? nil : text
  }

  private mutating func checklists(_ entry: Toml.Entry) {
    let what = "a folder such as \"~/notes/checklists\""
    guard let path = textOrAuto(entry, what) else { return }
    guard path.hasPrefix("/") || path.hasPrefix("~/") else {
      return fault(entry.line, "`checklists` must be \"auto\" or \(what), from / or ~/")
    }
    settings.checklists = path
  }

  // MARK: - Paper

  private mutating func paper(_ entry: Toml.Entry) {
    guard case .text(let name) = entry.value, let paper = Settings.Paper(rawValue: name) else {
      let list = Settings.Paper.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      return fault(entry.line, "`paper` must be one of \(list)")
    }
    settings.paper = paper
  }

  // MARK: - Pager

  private mutating func pager(_ entry: Toml.Entry) {
    switch entry.value {
    case .flag(let isOn): settings.pager = isOn ? .environment : .off
    case .text(let command):
      // As an empty PAGER does.
      settings.pager = command.allSatisfy(\.isWhitespace) ? .off : .command(command)
    default:
      fault(entry.line, "`pager` must be true, false, or a command such as \"less -S\"")
    }
  }

  // MARK: - Notifications

  private mutating func notify(_ entry: Toml.Entry) {
    switch entry.value {
    case .text("off"): settings.notify = .off
    case .text("bell"): settings.notify = .bell
    case .text("terminal"): settings.notify = .terminal
    case .list(let list):
      let words = list.compactMap { if case .text(let word) = $0 { word } else { nil } }
      guard words.count == list.count, let first = words.first, !first.isEmpty else { fallthrough }
      settings.notify = .command(words)
    default:
      fault(
        entry.line,
        "`notify` must be \"off\", \"bell\", \"terminal\", or a command such as "
          + "[\"notify-send\", \"debrief\"]")
    }
  }

  // MARK: - Yes or no

  private mutating func flag(_ entry: Toml.Entry) -> Bool? {
    if case .flag(let it) = entry.value { return it }
    fault(entry.line, "`\(entry.key)` must be true or false")
    return nil
  }

  // MARK: - Silence

  private mutating func silence(_ entries: [Toml.Entry]) {
    for entry in entries {
      switch entry.key {
      case "days":
        if let days = whole(entry, Patience.silences, "days") { settings.patience.silence = days }
      case "grace_working_days":
        if let days = whole(entry, Patience.graces, "working days") {
          settings.patience.grace = days
        }
      default: unknown(entry, "[silence] has no key", in: ["days", "grace_working_days"])
      }
    }
  }

  private mutating func whole(
    _ entry: Toml.Entry, _ range: ClosedRange<Int>, _ what: String
  ) -> Int? {
    if case .whole(let number) = entry.value, range.contains(number) { return number }
    fault(
      entry.line,
      "`\(entry.key)` must be a whole number of \(what) from \(range.lowerBound) to "
        + "\(range.upperBound)")
    return nil
  }

  // MARK: - Keys

  /// A name with a dot in it is a table to TOML when it stands without quotes: both are read.
  private mutating func keys(_ entries: [Toml.Entry], _ path: [String]) {
    for entry in entries {
      let path = path + [entry.key]
      let command = path.joined(separator: ".")
      switch entry.value {
      case .table(let inner): keys(inner, path)
      case .text(let key): take(command, [key], entry.line)
      case .list(let list):
        let texts = list.compactMap { if case .text(let key) = $0 { key } else { nil } }
        if texts.count == list.count {
          take(command, texts, entry.line)
        } else {
          notKeys(command, entry.line)
        }
      default: notKeys(command, entry.line)
      }
    }
  }

  private mutating func take(_ command: String, _ keys: [String], _ line: Int) {
    guard keys.count <= ConfigReader.mostKeys else {
      return fault(line, "`\(command)` can have at most \(ConfigReader.mostKeys) keys")
    }
    settings.keys.append(.init(command: command, keys: keys, line: line))
  }

  private mutating func notKeys(_ command: String, _ line: Int) {
    fault(
      line,
      "`\(command)` must be a key such as \"x\", a list such as [\"x\", \"ctrl+n\"], or [] for none"
    )
  }
}
