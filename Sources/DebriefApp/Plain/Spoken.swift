import DebriefModel
import TUI

/// What a place says in plain mode, where nothing is drawn: lines to read, one question, and what answers
/// it. What an answer does is what the same key, option or command does on the screen.
public struct Spoken: Sendable {
  /// What an answer does.
  typealias Does = @Sendable (inout App) -> [Effect]

  /// One of the numbered answers.
  struct Choice: Sendable {
    /// What is typed for it.
    var key: String
    /// What it is, as a sentence or a few words; its state in words, too.
    var text: String
    /// What it stands under; said before the first of each.
    var group = ""
    /// Why it cannot be chosen; nil when it can.
    var refused: String?
    /// Puts the bar on it, for a command that works on what is under the bar; nil where none does.
    var hold: (@Sendable (inout App) -> Void)?
    /// What choosing it does.
    let does: Does

    init(
      _ key: String, _ text: String, group: String = "", refused: String? = nil,
      hold: (@Sendable (inout App) -> Void)? = nil, does: @escaping Does
    ) {
      (self.key, self.text, self.group, self.refused) = (key, text, group, refused)
      (self.hold, self.does) = (hold, does)
    }
  }

  /// A text that can be typed.
  struct Text: Sendable {
    /// Whether it takes several lines, up to a line with a single dot.
    var isLong = false
    /// What is there already.
    var now = ""
    /// Puts what was typed so far where it belongs; nothing is stored by that but a draft.
    let write: @Sendable (inout App, String) -> Void
    /// What the end of the text does.
    let done: Does
    /// Opens it in the user's editor; nil where that is not to be had.
    var editor: Does?
  }

  /// Something a word or Enter does.
  struct Step: Sendable {
    /// What it does, in a word or two.
    var word: String
    let does: Does

    init(_ word: String, _ does: @escaping Does) { (self.word, self.does) = (word, does) }
  }

  /// Where one is; said when it is somewhere else than before.
  var title = ""
  /// What is said with it.
  var about = ""
  /// What there is to read before the question.
  var lines: [String] = []
  /// The question, or the name of the field.
  var asks = ""
  var choices: [Choice] = []
  /// Whether several numbers can be typed at once, and what they do.
  var many: (@Sendable (inout App, [Int]) -> [Effect])?
  var text: Text?
  /// What Enter alone does.
  var enter: Step?
  /// What `s` does.
  var skip: Does?
  /// What `b` does.
  var back: Does?
  /// Whether the choices are only said when they are asked for.
  var folds = false
  /// Whether the choices are the numbers from 1 on, which need not be said one by one.
  var isScale = false
  /// What a single dot does where no text is being typed.
  var stop: Does?
  /// Reads more choices than are at hand.
  var more: Does?
  /// Words of this place alone, each with what it does.
  var words: [String: Step] = [:]

  init(_ title: String, _ lines: [String] = [], asks: String = "") {
    (self.title, self.lines, self.asks) = (title, lines, asks)
  }
}

extension Spoken {
  /// What a key does on the screen.
  static func key(_ key: Key) -> Does { { $0.input(.key(key)) } }

  /// What a command does, or why it cannot be done.
  static func command(_ name: String) -> Does {
    { app in app.desk.commands.command(name).map { app.perform($0) } ?? [] }
  }

  /// How many choices are said at once.
  static let page = 12

  /// All but the title, as it is said.
  func body(from first: Int = 0, filter: String = "") -> [String] {
    var out = first > 0 ? [] : lines
    if !asks.isEmpty { out.append(asks) }
    // Until the question was heard, nobody knows what it would be the answer to.
    if let now = text?.now, !now.isEmpty, first == 0 {
      let all = now.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      out.append("Now: \(all.count == 1 ? now : "")")
      if all.count > 1 { out += all }
    }
    if !isYesOrNo, !isScale { out += said(from: first, filter: filter) }
    if let how { out.append(how) }
    return out.filter { !$0.isEmpty }
  }

  /// The choices of a page, each under its heading.
  private func said(from first: Int, filter: String) -> [String] {
    let shown = choices.filter { filter.isEmpty || $0.holds(filter) }
    if folds, first == 0, filter.isEmpty, !shown.isEmpty {
      return ["\(shown.count) to choose from: type m to see them."]
    }
    // A list that was folded begins with its first.
    let start = folds && first > 0 ? first - 1 : first
    var out: [String] = []
    var group = start > 0 && start <= shown.count ? shown[start - 1].group : ""
    for choice in shown.dropFirst(start).prefix(Spoken.page) {
      if choice.group != group, !choice.group.isEmpty { out.append("\(choice.group):") }
      group = choice.group
      out.append(
        "\(choice.key). \(choice.text)" + (choice.refused.map { ". Not now: \($0)" } ?? ""))
    }
    let left = shown.count - start - Spoken.page
    if left > 0 { out.append("\(left) more: type m.") }
    if left <= 0, more != nil { out.append("There may be more: type m.") }
    return out
  }

  /// Whether the only answers are yes and no.
  private var isYesOrNo: Bool { choices.map(\.key) == ["y", "n"] && choices[0].text == "Yes" }

  /// What is said each time: how a long text ends, and what Enter does.
  private var how: String? {
    var parts: [String] = []
    if isYesOrNo {
      parts.append(
        choices[1].text == "No" ? "y or n?" : "y for yes, n for \(choices[1].text.lowercasedFirst)?"
      )
    }
    if isScale { parts.append("A number from 1 to \(choices.count).") }
    if text?.isLong == true { parts.append("Several lines, then a dot on a line of its own.") }
    if many != nil { parts.append("Numbers separated by spaces, such as 1 3.") }
    if let enter { parts.append("Enter: \(enter.word).") }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The words of this place, in one line: said when one comes to it.
  var also: String {
    let own = words.filter { !$0.key.hasPrefix(":") }.sorted { $0.key < $1.key }
      .map { "\($0.key) to \($0.value.word)" }
    let all = (stop == nil ? [] : ["a single dot to save right away"]) + own
    return all.isEmpty ? "" : "Also: " + all.joined(separator: ", ") + "."
  }
}

extension Spoken.Choice {
  /// Whether it holds what was typed to find it.
  func holds(_ words: String) -> Bool {
    let text = "\(group) \(text)".lowercased()
    return words.lowercased().split(separator: " ").allSatisfy { text.containsText(String($0)) }
  }
}

/// Words for the reader of a line that nothing is drawn of.
extension String {
  /// The parts that say something, as one sentence after the other.
  static func said(_ parts: String?...) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.map {
      let text = $0.trimmed.capitalizedFirst
      // A sentence that ends within its quotation marks needs no second period behind them.
      let end = text.last == "\"" ? text.dropLast().last : text.last
      return end.map { ".?!:”".contains($0) } ?? true ? text : text + "."
    }.joined(separator: " ")
  }
}
