import DebriefModel
import TUI

/// A list to pick one thing from; each option carries what picking it does.
struct PickerOverlay: Place {
  /// What picking an option does, once the list is gone.
  typealias Does = @Sendable (inout Desk) -> [Request]

  /// One thing that is offered.
  struct Option: Sendable {
    var title: String
    var detail: String
    var key: String
    /// Why it cannot be picked; nil when it can.
    var disabled: String?
    let does: Does

    init(
      _ title: String, detail: String = "", key: String = "", disabled: String? = nil,
      does: @escaping Does = { _ in [] }
    ) {
      (self.title, self.detail, self.key) = (title, detail, key)
      (self.disabled, self.does) = (disabled, does)
    }
  }

  private(set) var picker: Picker
  /// What is typed here is for; nil where it isn't worth keeping.
  var kind: Entered.Kind?
  private var recall: LineRecall?
  let does: [Does]

  static let scope = Scope.bare("picker")

  /// - Parameter commands: Where keys stand in braces in the details, the table they are taken from.
  init(
    _ title: String, _ options: [Option], filterable: Bool = false, selected: Int = 0,
    named commands: CommandTable? = nil
  ) {
    picker = Picker(
      title: title,
      options: options.enumerated().map { at, it in
        PickerOption(
          id: String(at), title: it.title, detail: commands?.named(it.detail) ?? it.detail,
          key: it.key.isEmpty ? PickerOverlay.key(it, of: options) : it.key, disabled: it.disabled)
      }, filterable: filterable)
    does = options.map(\.does)
    if selected > 0 { picker.select(String(selected)) }
  }

  /// A question that offers a yes and a no takes both by their letters, whoever asks it.
  private static func key(_ it: Option, of options: [Option]) -> String {
    func begins(_ title: String, _ word: String) -> Bool {
      title.prefix { $0.isLetter }.lowercased() == word
    }
    func isNo(_ it: Option) -> Bool { begins(it.title, "no") || begins(it.title, "not") }
    guard options.contains(where: { begins($0.title, "yes") }), options.contains(where: isNo)
    else { return "" }
    return begins(it.title, "yes") ? "y" : isNo(it) ? "n" : ""
  }

  var isTyping: Bool { picker.filterable }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    // Above the first row lies what was typed before.
    if let kind, event == .key(Key(.up)), picker.isAtTop {
      var recall = self.recall ?? LineRecall(desk.entered.lines(kind))
      if let words = recall.step(isBack: true, from: picker.words) {
        self.recall = recall
        picker.type(words)
      }
      return []
    }
    switch picker.handle(event, height: max(1, desk.size.height - 6)) {
    case .stay: return []
    case .cancel: return [.close]
    case .refused(let reason): return [.notice(reason)]
    case .picked(let id):
      guard let at = Int(id), does.indices.contains(at) else { return [.close] }
      guard let kind, desk.entered.add(picker.words, kind) else {
        return [.close] + does[at](&desk)
      }
      return [.close, .effect(.keepLine(picker.words, kind))] + does[at](&desk)
    }
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    picker.point(at)
    return []
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    [("Enter", "pick"), ("Esc", "back")]
  }

  /// What cannot be seen cannot be picked.
  func rowsNeeded(_ size: Size, _ desk: Desk) -> Int { min(8, picker.options.count + 2) }

  func draw(_ canvas: Canvas, _ desk: Desk) { canvas.picker(picker) }
}
