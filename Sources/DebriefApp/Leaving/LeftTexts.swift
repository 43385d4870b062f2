import DebriefModel
import TUI

/// A text that an editor or an ending left in a file, because it could not be taken in.
public struct LeftText: Equatable, Sendable {
  /// The file it is in.
  public var path: String
  /// Which field it was for.
  public var name: String
  /// When it was written last.
  public var at: Moment
  /// Whether it is a private note, which is never opened as anything else.
  public var isPrivate: Bool
  /// Its words; nil when it cannot be read.
  public var text: String?
  /// Why it cannot be read, in one sentence.
  public var fault: String?

  /// Makes one.
  public init(path: String, name: String, at: Moment, isPrivate: Bool) {
    (self.path, self.name, self.at, self.isPrivate) = (path, name, at, isPrivate)
  }

  /// The first words, for a line of a list.
  var beginning: String {
    if isPrivate { return "A private note" }
    guard let text else { return "It can't be read" }
    return Unsaved.beginning(text)
  }
}

extension App {
  /// Shows the texts that were left behind, to go on with one or to throw it away.
  mutating func showLeft(_ texts: [LeftText]) {
    guard !texts.isEmpty else {
      desk.hasLeft = false
      notice = Notice(text: "No text is left behind.")
      return
    }
    desk.left = texts
    let today = desk.now.day
    overlays.append(
      PickerOverlay(
        "Texts that were left behind",
        texts.map { it in
          .init(
            it.beginning, detail: "\(it.name) · \(it.at.day.short(today: today)) \(it.at.clock)"
          ) { _ in [.open(App.whatToDo(with: it))] }
        }))
  }

  /// What to do with one of them.
  private static func whatToDo(with it: LeftText) -> PickerOverlay {
    let open =
      it.isPrivate
      ? "a private note stays one: open its application, and paste it there" : it.fault
    return PickerOverlay(
      it.beginning,
      [
        .init("Go on with it as a note", disabled: open) { _ in
          [.app { $0.goOn(with: it) }]
        },
        .init("Leave it where it is", detail: it.path) { _ in
          [.notice("It stays in \(it.path).")]
        },
        .init("Throw it away", detail: it.beginning) { _ in
          [.notice("Thrown away."), .effect(.removeLeft(it.path))]
        },
      ])
  }

  private mutating func goOn(with it: LeftText) -> [Effect] {
    guard let text = it.text else { return [] }
    openCapture(adding: text)
    FormOverlay.reach(&self) { form, _ in form.source = it.path }
    notice = Notice(text: "^S saves it as a note. Until then its file stays.")
    return []
  }

  /// The editor is asked for again, and left another text the last time.
  mutating func offerLeft(_ it: LeftText, instead text: String, name: String) {
    overlays.append(
      PickerOverlay(
        "Your editor left a text",
        [
          .init("Take that text", detail: it.beginning) { _ in
            [.effect(.takeLeft(path: it.path))]
          },
          .init("Go on from what stands here", detail: "that text stays in its file") { _ in
            [.effect(.editAfresh(text: text, name: name))]
          },
        ]))
  }

  /// Opens the form for a thought with a text in it, below what is half typed there already.
  mutating func openCapture(adding text: String) {
    open(.capture(screen == .home ? nil : desk.folder?.id))
    FormOverlay.reach(&self) { overlay, _ in
      let typed = overlay.form.values["text"] ?? ""
      overlay.form.set("text", typed.allSatisfy(\.isWhitespace) ? text : "\(typed)\n\n\(text)")
    }
  }
}
