import DebriefApp
import DebriefModel
import DebriefStore
import Glibc
import TUI
import Terminal

/// Texts on their way to the user's editor and back. A file goes only once its text is in the store, or
/// when the user throws it away.
extension Runner {
  /// Hands a text to the editor. What an editor left at the same place before is offered first, unless
  /// the user wants it `afresh`.
  func edit(_ text: String, _ name: String, afresh: Bool) throws {
    keepDraft()
    let scope = app.scope ?? ""
    if let at = leftHere.lastIndex(where: { $0.scope == scope && $0.name == name }) {
      let it = editor.files.look(at: leftHere[at].path, zone: session.clock.zone)
      if !afresh, let left = it.text, left != text, left != text + "\n" {
        send(.leftHere(it, instead: text, name: name))
        return
      }
      leftHere.remove(at: at)
      // The same words go out again: one file of them is enough.
      if it.text == text { editor.files.remove(it.path) }
    }
    let outcome = try editor.edit(text, name: name) { device.runForeground(arguments: $0) }
    send(.input(.resize(device.size)))
    switch outcome {
    case .same(let path):
      send(.edited(nil))
      comesBack(path, scope)
    case .changed(let edited, let path):
      send(.edited(edited))
      comesBack(path, scope)
    case .left(let sentence, let path):
      leftHere.append((path, scope, name))
      send(.hasLeft)
      throw Failure(sentence)
    }
  }

  /// A text is in its form again. Its file may go once the form is stored.
  private func comesBack(_ path: String, _ scope: String) {
    keepDraft()
    if hasUnkeptDraft {
      comingBack[path] = scope
    } else {
      editor.files.remove(path)
    }
  }

  /// Puts a text that was left behind into the field that has the focus.
  func takeLeft(_ path: String) throws {
    let scope = app.scope ?? ""
    let text = try editor.files.read(path)
    send(.edited(text.hasSuffix("\n") ? String(text.dropLast()) : text))
    leftHere.removeAll { $0.path == path }
    comesBack(path, scope)
  }

  /// A draft is stored: files with its texts may go.
  func letGo(of draft: Draft) {
    guard !comingBack.isEmpty else { return }
    letGo(of: draft.scope)
  }

  /// What was typed under this name is stored.
  func letGo(of scope: String) {
    for (path, belongs) in comingBack where belongs == scope {
      editor.files.remove(path)
      comingBack[path] = nil
    }
  }

  /// The texts that editors left behind, the latest first; as many as fit a list.
  func leftTexts() -> [LeftText] {
    let zone = session.clock.zone
    return editor.files.leftBehind().suffix(40).reversed().map {
      editor.files.look(at: $0, zone: zone)
    }
  }

  /// Says at the start that there are some.
  func sayWhatIsLeft() {
    let left = editor.files.leftBehind()
    guard let last = left.last else { return }
    send(.hasLeft)
    let name = last.split(separator: "/").last ?? ""
    let isTyped = EditorFiles.rescued.contains { name.hasPrefix($0) }
    let sentence =
      left.count > 1
      ? "\(left.count) things you typed aren't in your notes yet, but they're kept. {draft.resume} shows them."
      : (isTyped
        ? "Something you typed isn't in your notes yet." : "Your editor closed without saving.")
        + " The text is kept in \(last). {draft.resume} opens it."
    send(.failed(sentence))
  }
}
