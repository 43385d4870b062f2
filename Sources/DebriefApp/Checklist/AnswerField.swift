import DebriefModel
import TUI

/// What is typed as an answer: one text, or two that belong together, such as a question and what was
/// said.
struct AnswerField: Equatable, Sendable {
  /// One text of it.
  struct Part: Equatable, Sendable {
    /// What stands before it; empty where it stands alone.
    var label = ""
    /// The name of the field of the form that would hold it: its draft leads back there.
    var name: String
    /// The text.
    var area = TextArea()
    /// What it held at first.
    var original = ""
    /// Whether it is one thing, such as a day or a number, over which one types as long as nothing was done
    /// in it.
    var isWhole = false
  }

  /// The texts, in order; empty where nothing is typed.
  var parts: [Part] = []
  /// The one that has the cursor.
  var at = 0
  /// The draft it would be kept as.
  var scope = ""
  /// What it edits, as seen when the typing began.
  var base: [Entity] = []

  /// The text under the cursor.
  var text: String { parts.indices.contains(at) ? parts[at].area.text : "" }
  /// All texts without the blanks at their ends.
  var texts: [String] { parts.map { $0.area.text.trimmed } }
  /// Whether nothing is typed.
  var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }
  /// Whether something was typed that is not what was there at first.
  var isChanged: Bool { parts.contains { $0.area.text.trimmed != $0.original } }

  /// A field of one text.
  static func one(
    _ name: String, _ text: String, scope: String, base: [Entity], isWhole: Bool = false
  ) -> AnswerField {
    AnswerField(
      parts: [
        Part(name: name, area: TextArea(text), original: text.trimmed, isWhole: isWhole)
      ], scope: scope, base: base)
  }

  /// A field of two texts that are empty at first.
  static func two(
    _ first: (label: String, name: String), _ second: (label: String, name: String), scope: String
  ) -> AnswerField {
    AnswerField(
      parts: [
        Part(label: first.label, name: first.name), Part(label: second.label, name: second.name),
      ], scope: scope)
  }

  /// Puts what was kept of it back in.
  mutating func restore(_ draft: Draft) {
    for at in parts.indices {
      if let text = draft.fields[parts[at].name] {
        (parts[at].area, parts[at].isWhole) = (TextArea(text), false)
      }
    }
    if !draft.base.isEmpty { base = draft.base }
  }

  /// The same field with nothing typed.
  func emptied() -> AnswerField {
    var it = self
    it.at = 0
    for at in it.parts.indices { (it.parts[at].area, it.parts[at].original) = (TextArea(), "") }
    return it
  }

  /// What is half typed, when it is worth keeping.
  var draft: Draft? {
    guard isChanged, !scope.isEmpty else { return nil }
    let fields = Dictionary(
      parts.map { ($0.name, $0.area.text) }, uniquingKeysWith: { first, _ in first })
    return Draft(scope: scope, fields: fields, base: base)
  }

  /// Follows a key of the editor; false when it is none.
  mutating func handle(_ key: Key, width: Int, height: Int) -> Bool {
    guard parts.indices.contains(at) else { return false }
    if typesOver(InputEvent.key(key).typedOver) { return true }
    parts[at].isWhole = false
    return parts[at].area.handle(key, width: max(1, width), height: max(1, height))
  }

  /// Puts text at the cursor.
  mutating func insert(_ text: String) {
    guard parts.indices.contains(at) else { return }
    if !typesOver(text) { parts[at].area.insert(text) }
  }

  /// Puts what is typed in the place of what stands there, where that is one thing that nobody touched.
  private mutating func typesOver(_ text: String?) -> Bool {
    defer { if text != nil { parts[at].isWhole = false } }
    guard let text, parts[at].isWhole, !parts[at].area.isEmpty else { return false }
    parts[at].area.typeOver(text)
    return true
  }
}
