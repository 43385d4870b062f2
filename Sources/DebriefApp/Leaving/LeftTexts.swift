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
  mutating func showLeft(_ texts: [LeftText]) -> [Effect] {
    guard !texts.isEmpty else {
      hasLeft = false
      notice = Notice(text: "No text is left behind.")
      return []
    }
    left = texts
    let options = texts.map {
      PickerOption(
        id: $0.path, title: $0.beginning,
        detail: "\($0.name) · \($0.at.day.short(today: now.day)) \($0.at.clock)")
    }
    overlays.append(
      .picker(
        PickerOverlay(
          picker: Picker(title: "Texts that were left behind", options: options, filterable: false),
          purpose: .left)))
    return []
  }

  /// What to do with one of them.
  mutating func pickedLeft(_ path: String) -> [Effect] {
    guard let it = left.first(where: { $0.path == path }) else { return [] }
    let open =
      it.isPrivate
      ? "a private note stays one: open its application, and paste it there" : it.fault
    let options = [
      PickerOption(id: "open", title: "Go on with it as a note", disabled: open),
      PickerOption(id: "where", title: "Leave it where it is", detail: it.path),
      PickerOption(id: "drop", title: "Throw it away", detail: it.beginning),
    ]
    overlays.append(
      .picker(
        PickerOverlay(
          picker: Picker(title: it.beginning, options: options, filterable: false),
          purpose: .leftOne(path: path))))
    return []
  }

  mutating func decidedLeft(_ pick: String, _ path: String) -> [Effect] {
    switch pick {
    case "open":
      guard let text = left.first(where: { $0.path == path })?.text else { return [] }
      openCapture(adding: text)
      if case .form(var overlay)? = overlays.last {
        overlay.source = path
        overlays[overlays.count - 1] = .form(overlay)
      }
      notice = Notice(text: "^S saves it as a note. Until then its file stays.")
      return []
    case "drop":
      notice = Notice(text: "Thrown away.")
      return [.removeLeft(path)]
    default:
      notice = Notice(text: "It stays in \(path).")
      return []
    }
  }

  /// The editor is asked for again, and left another text the last time.
  mutating func offerLeft(_ it: LeftText, instead text: String, name: String) {
    let options = [
      PickerOption(id: "take", title: "Take that text", detail: it.beginning),
      PickerOption(
        id: "afresh", title: "Go on from what stands here", detail: "that text stays in its file"),
    ]
    overlays.append(
      .picker(
        PickerOverlay(
          picker: Picker(title: "Your editor left a text", options: options, filterable: false),
          purpose: .leftHere(path: it.path, text: text, name: name))))
  }

  /// Opens the form for a thought with a text in it, below what is half typed there already.
  mutating func openCapture(adding text: String) {
    open(.capture(screen == .home ? nil : review?.dossier.application.id))
    guard case .form(var overlay)? = overlays.last else { return }
    let typed = overlay.form.values["text"] ?? ""
    overlay.form.set("text", typed.allSatisfy(\.isWhitespace) ? text : "\(typed)\n\n\(text)")
    overlays[overlays.count - 1] = .form(overlay)
  }
}
