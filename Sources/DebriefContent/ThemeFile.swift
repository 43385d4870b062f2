import DebriefModel

/// The colours of the screen, as a file of `themes` names them.
public struct ThemeColors: Hashable, Sendable {
  /// One colour.
  public enum Color: Hashable, Sendable {
    /// One of the first eight of the terminal's own.
    case own(UInt8)
    /// Its parts, for terminals with 256 colours: the nearest of them.
    case parts(red: UInt8, green: UInt8, blue: UInt8)
  }

  /// The colour of one role.
  public struct Entry: Hashable, Sendable {
    /// The role's name.
    public var role: String
    /// Its colour where there are 256; nil for the terminal's own.
    public var many: Color?
    /// Its number among the first eight where there are fewer; nil for the terminal's own.
    public var few: UInt8?
  }

  /// Behind everything; nil for the terminal's own.
  public var background: Color?
  /// Behind what is selected; nil for colours swapped.
  public var selection: Color?
  /// The roles that have a colour, in the order of the file.
  public var roles: [Entry] = []
  /// Those that have another where they are selected.
  public var selected: [Entry] = []
}

/// Reads a file of `themes`.
public enum ThemeFile {
  /// The names of the themes that are shipped.
  public static var names: [String] {
    Files.shipped.compactMap { name in
      name.hasPrefix("themes/") && name.hasSuffix(".toml")
        ? String(name.dropFirst(7).dropLast(5)) : nil
    }
  }

  /// The roles a file may name.
  public static let roles = [
    "body", "dim", "title", "border", "focus", "accent", "strength", "weakness", "warning", "error",
    "key", "field", "match", "bar_full", "bar_empty", "bar",
  ]

  /// The terminal's own colours, in the order of their numbers.
  static let own = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// The name of the file of a theme.
  static func name(of theme: String) -> String { "themes/\(theme).toml" }

  /// The colours of a text, and what is wrong with it.
  public static func read(_ text: String, file: String) -> (colors: ThemeColors, faults: [Fault]) {
    let (entries, problems) = Toml.read(text)
    var reader = ThemeReader(file: file)
    for it in problems { reader.fault(it.line, it.message) }
    reader.read(entries)
    let faults = reader.faults.sorted { $0.line < $1.line }
    return (reader.colors, Array(faults.prefix(Reader.limit)))
  }
}

extension Library {
  /// The colours of a theme: the user's when there is a file without fault, else the shipped ones, and
  /// what is wrong with the user's; nil when no theme of that name is shipped. `auto` is nil, too, as
  /// long as the user has no file of it: it is what the screen looks like without a file.
  public func theme(_ name: String) -> (colors: ThemeColors?, faults: [Fault]) {
    var faults: [Fault] = []
    let path = ThemeFile.name(of: name)
    if let own = own(path, &faults) {
      let mine = ThemeFile.read(own.text, file: own.path)
      faults += mine.faults
      if mine.faults.isEmpty { return (mine.colors, faults) }
    }
    guard name != "auto", let text = Files.text(ofShipped: path) else { return (nil, faults) }
    return (ThemeFile.read(text, file: path).colors, faults)
  }
}

/// One pass over a file.
private struct ThemeReader {
  let file: String
  var colors = ThemeColors()
  var faults: [Fault] = []

  init(file: String) { self.file = file }

  mutating func fault(_ line: Int, _ message: String) {
    faults.append(Fault(file: file, line: line, message: message))
  }

  mutating func read(_ root: [Toml.Entry]) {
    for entry in root {
      switch (entry.key, entry.value) {
      case ("background", _): colors.background = color(entry)
      case ("roles", .table(let entries)):
        for entry in entries { take(entry, in: \.roles, "[roles]", ThemeFile.roles) }
      case ("selected", .table(let entries)):
        for entry in entries {
          if entry.key == "background" {
            colors.selection = color(entry)
          } else {
            take(entry, in: \.selected, "[selected]", ["background"] + ThemeFile.roles)
          }
        }
      case ("roles", _), ("selected", _):
        fault(entry.line, "`\(entry.key)` is a section: type it as [\(entry.key)]")
      default:
        unknown(entry, "there is no section or key", in: ["background", "roles", "selected"])
      }
    }
    // Its own background can only be told from the terminal's if it has a text to go with it.
    let hasText = colors.roles.contains { $0.role == "body" && $0.many != nil }
    if colors.background != nil, !hasText {
      fault(1, "a theme with a `background` needs the `body` of [roles]")
    }
    let hasBarText = hasText || colors.selected.contains { $0.role == "body" }
    if colors.selection != nil, !hasBarText {
      fault(1, "a `background` in [selected] needs a `body` there or in [roles]")
    }
  }

  private mutating func unknown(_ entry: Toml.Entry, _ what: String, in known: [String]) {
    let near = Nearest.word(to: entry.key, in: known).map { "; did you mean `\($0)`?" } ?? ""
    fault(entry.line, "\(what) `\(entry.key.prefix(60))`\(near)")
  }

  private mutating func take(
    _ entry: Toml.Entry, in list: WritableKeyPath<ThemeColors, [ThemeColors.Entry]>,
    _ section: String, _ known: [String]
  ) {
    guard known.contains(entry.key) else {
      return unknown(entry, "\(section) has no key", in: known)
    }
    var role = ThemeColors.Entry(role: entry.key)
    switch entry.value {
    case .list(let pair) where pair.count == 2:
      // For terminals with many colours, and with few.
      guard case .text(let many) = pair[0], case .text(let few) = pair[1],
        let color = color(many), case .own(let number)? = self.color(few)
      else { return notColor(entry) }
      (role.many, role.few) = (color, number)
    default:
      guard let color = color(entry) else { return }
      role.many = color
      if case .own(let number) = color { role.few = number }
    }
    colors[keyPath: list].append(role)
  }

  private mutating func notColor(_ entry: Toml.Entry) {
    fault(
      entry.line,
      "`\(entry.key.prefix(60))` must be a color such as \"#5fafd7\" or \"cyan\", or both as "
        + "[\"#5fafd7\", \"cyan\"]")
  }

  private mutating func color(_ entry: Toml.Entry) -> ThemeColors.Color? {
    if case .text(let text) = entry.value, let color = color(text) { return color }
    notColor(entry)
    return nil
  }

  private func color(_ text: String) -> ThemeColors.Color? {
    if let number = ThemeFile.own.firstIndex(of: text) { return .own(UInt8(number)) }
    guard text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#"),
      text.utf8.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    return .parts(
      red: UInt8(number >> 16), green: UInt8(number >> 8 & 0xff), blue: UInt8(number & 0xff))
  }
}
