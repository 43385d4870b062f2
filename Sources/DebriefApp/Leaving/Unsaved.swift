import DebriefModel
import TUI

/// A text that is on the screen and could not be stored: what it is called, and its words.
public struct Unsaved: Equatable, Sendable {
  /// What it is, such as "a note".
  public var label: String
  /// Everything that was typed of it.
  public var text: String
  /// Whether it is a private note.
  public var isPrivate = false
  /// Whether the store would keep it while it is typed.
  public var isKept = true

  /// The first words of a text, on one line.
  static func beginning(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).prefix(12).joined(separator: " ")
    return words.isEmpty ? "" : "“\(TextWidth.truncate(words, to: 36))”"
  }
}

/// Nothing that holds words of the user's closes before they are stored. What is being left is
/// remembered until then; when the store refuses it, it is there again, with the question what to do.
extension App {
  /// What was typed in an overlay and is in no store; nil when there is nothing.
  static func unsaved(_ overlay: Overlay) -> Unsaved? {
    switch overlay {
    case .form(let it):
      guard it.draft != nil else { return nil }
      let values = it.form.values
      let told = it.form.fields.filter { !(values[$0.id] ?? "").isEmpty }
      let texts = told.map { field -> String in
        let text = values[field.id] ?? ""
        guard case .choice(let choices) = field.kind else { return text }
        return choices.first { $0.id == text }?.title ?? text
      }
      // One text alone needs no heading.
      let typed = told.indices.filter { values[told[$0].id] != it.original[told[$0].id] }
      if typed.count == 1 { return Unsaved(label: it.purpose.label, text: texts[typed[0]]) }
      let parts = zip(told, texts).map { "\($0.label):\n\($1)" }
      return Unsaved(label: it.purpose.label, text: parts.joined(separator: "\n\n"))
    case .letter(let it):
      guard it.draft != nil else { return nil }
      let head = it.subject.text.isEmpty ? "" : "Subject: \(it.subject.text)\n\n"
      return Unsaved(label: "a letter", text: head + it.area.text)
    case .privateNote(let it):
      guard it.touched, it.area.text != it.stored else { return nil }
      return Unsaved(label: "a private note", text: it.area.text, isPrivate: true)
    case .prompt(let it):
      guard case .rival = it.purpose, !it.field.text.allSatisfy(\.isWhitespace) else { return nil }
      return Unsaved(label: "what else could explain it", text: it.field.text, isKept: false)
    default: return nil
    }
  }

  /// All that was typed and is in no store yet, the uppermost first; what is kept as a draft belongs to
  /// it, too.
  public var unsavedTexts: [Unsaved] { overlays.reversed().compactMap(App.unsaved) }

  /// What was being left could not be stored: it is open again, and what to do is asked. First where
  /// a file could be written.
  mutating func refused(_ overlay: Overlay) -> [Effect] {
    overlays.append(overlay)
    guard let it = App.unsaved(overlay) else { return [] }
    return [.findRefuge(isPrivate: it.isPrivate, bytes: it.text.utf8.count)]
  }

  /// Asks what is to become of the text on top.
  mutating func askUnsaved(refuge path: String?) {
    guard let top = overlays.last, let it = App.unsaved(top) else { return }
    let file = PickerOption(
      id: "file", title: "Save it as a file", detail: path ?? "",
      disabled: path == nil ? "no folder can be written" : nil)
    let options = [
      PickerOption(id: "again", title: "Try again"), file,
      PickerOption(
        id: "drop", title: "Throw away \(it.label)", detail: Unsaved.beginning(it.text)),
    ]
    overlays.append(
      .picker(
        PickerOverlay(
          picker: Picker(title: "This is not saved", options: options, filterable: false),
          purpose: .unsaved(refuge: path ?? ""))))
  }

  /// What was decided; the text is on top again.
  mutating func decidedUnsaved(_ pick: String, refuge path: String) -> [Effect] {
    guard let top = overlays.last, App.unsaved(top) != nil else { return [] }
    switch pick {
    case "file":
      var prompt = PromptOverlay(purpose: .refuge)
      prompt.field = TextField(path)
      overlays.append(.prompt(prompt))
      return []
    case "drop":
      overlays.removeLast()
      notice = Notice(text: "Thrown away.")
      switch top {
      case .form(let it):
        drafts[it.purpose.scope] = nil
        return [.discardDraft(scope: it.purpose.scope)]
      case .letter(let it):
        drafts[it.purpose.scope] = nil
        return [.discardDraft(scope: it.purpose.scope)]
      default: return []
      }
    default:
      if case .letter(let it) = top { return leaveLetter(it) }
      return overlayInput(.key(Key(.escape)))
    }
  }

  /// The text on top goes to a file.
  func writesUnsaved(to path: String) -> [Effect] {
    guard let it = overlays.last.flatMap(App.unsaved) else { return [] }
    return [.writeUnsaved(it.text, path: path)]
  }

  /// It is in a file now, so it may close.
  mutating func wrote(_ path: String) {
    naming = nil
    if let top = overlays.last, App.unsaved(top) != nil {
      overlays.removeLast()
      // What is in a file now does not come back as a draft that is in no store.
      if case .form(let it) = top { drafts[it.purpose.scope] = nil }
      if case .letter(let it) = top { drafts[it.purpose.scope] = nil }
    }
    notice = Notice(text: "Written to \(path). It is not in debrief.")
  }

  /// What is so when the user leaves now.
  var leavingWord: String {
    if isDemo { return "this is sample data, and nothing of it is kept." }
    return home.isReadOnly ? "nothing could be saved here." : "everything is saved."
  }
}
