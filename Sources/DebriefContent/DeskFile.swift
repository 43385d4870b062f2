import DebriefModel

/// Reads `letters/desk.yaml`.
enum DeskFile {
  static let name = "letters/desk.yaml"

  /// The settings of a file; what it does not name stays as in `base`.
  static func read(
    _ text: String, file: String, base: LetterSettings
  ) -> (settings: LetterSettings, faults: [Fault]) {
    let reader = Reader(file: file)
    var settings = base
    guard let root = reader.root(of: text),
      let fields = reader.fields(
        root, "the pace of letters", ["hold", "low", "budget", "days", "ask-from", "ask-until"])
    else { return (base, reader.faults) }
    settings.hold = fields.number("hold", in: 0...336) ?? base.hold
    settings.low = fields.number("low", in: 0...5) ?? base.low
    settings.budget = fields.number("budget", in: 1...99) ?? base.budget
    settings.days = fields.number("days", in: 1...366) ?? base.days
    settings.askFrom = fields.number("ask-from", in: 0...60) ?? base.askFrom
    settings.askUntil = fields.number("ask-until", in: 0...60) ?? base.askUntil
    return (settings, reader.faults)
  }
}

extension Library {
  /// How letters are paced.
  public func letterSettings() -> LetterSettings {
    var faults: [Fault] = []
    return letterSettings(&faults)
  }

  /// The words for a refusal on the telephone, with slots for names: see ``CallCard``.
  public func callCard() -> String { text("letters/call-card.md") ?? "" }

  func letterSettings(_ faults: inout [Fault]) -> LetterSettings {
    let read = layered(DeskFile.name, LetterSettings()) { text, file, base in
      let it = DeskFile.read(text, file: file, base: base)
      return (it.settings, it.faults)
    }
    faults += read.faults
    return read.words
  }
}
