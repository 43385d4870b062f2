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

extension Sequel {
  /// What is being left is open again when the store refuses its words, with the question what to do.
  static func reopens(_ place: any Place) -> Sequel {
    Sequel(keeping: place.unsaved, failed: { app, _ in app.refused(place) })
  }

  /// What was sent to the store is open again when it is refused.
  static func comesBack(_ place: any Place) -> Sequel {
    Sequel(
      keeping: place.unsaved,
      failed: { app, _ in
        app.overlays.append(place)
        return []
      })
  }
}

/// Nothing that holds words of the user's closes before they are stored. What is being left is
/// remembered until then; when the store refuses it, it is there again, with the question what to do.
extension App {
  /// All that was typed and is in no store yet, the uppermost first; what is kept as a draft belongs to
  /// it, too.
  public var unsavedTexts: [Unsaved] {
    overlays.reversed().compactMap(\.unsaved)
      + [screen == .home ? nil : review.unsaved].compactMap(\.self)
  }

  /// What was being left could not be stored: it is open again, and what to do is asked. First where
  /// a file could be written.
  fileprivate mutating func refused(_ place: any Place) -> [Effect] {
    overlays.append(place)
    guard let it = place.unsaved else { return [] }
    return [.findRefuge(isPrivate: it.isPrivate, bytes: it.text.utf8.count)]
  }

  /// Asks what is to become of the text on top.
  mutating func askUnsaved(refuge path: String?) {
    guard let it = overlays.last?.unsaved else { return }
    overlays.append(
      PickerOverlay(
        "This isn't saved",
        [
          .init("Try again") { _ in [.app { $0.leaveTop() }] },
          .init(
            "Save it as a file", detail: path ?? "",
            disabled: path == nil ? "there's no folder to save in" : nil
          ) { _ in
            [
              .open(
                PromptOverlay("save to: ", path ?? "", kind: .file) { line, _ in
                  [.app { $0.writeTop(line) }]
                })
            ]
          },
          .init("Throw away \(it.label)", detail: Unsaved.beginning(it.text)) { _ in
            [.app { $0.dropTop() }]
          },
        ]))
  }

  /// Leaves what is on top as Esc does.
  private mutating func leaveTop() -> [Effect] {
    guard var top = overlays.last, top.unsaved != nil else { return [] }
    let requests = top.leave(&desk)
    overlays[overlays.count - 1] = top
    return run(requests)
  }

  /// Throws what is on top away.
  private mutating func dropTop() -> [Effect] {
    guard let top = overlays.last, top.unsaved != nil else { return [] }
    overlays.removeLast()
    notice = Notice(text: "Thrown away.")
    return top.dropped(&desk)
  }

  /// The text on top goes to a file; the line with its name is there again when that cannot be.
  private func writeTop(_ line: PromptOverlay) -> [Effect] {
    guard let it = overlays.last?.unsaved else { return [] }
    return [.writeUnsaved(it.text, path: line.field.text, then: line.again)]
  }

  /// It is in a file now, so it may close. What is in a file does not come back as a draft that is in no
  /// store.
  mutating func wrote(_ path: String) {
    if let top = overlays.last, top.unsaved != nil {
      overlays.removeLast()
      _ = top.dropped(&desk)
    }
    notice = Notice(text: "Saved to \(path), but not in debrief.")
  }
}
