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
  /// Whether an editor had it; else it was typed here.
  public var isFromEditor = true

  /// Where it comes from, in a word or two.
  var origin: String { isFromEditor ? "from your editor" : "typed here" }

  /// Makes one.
  public init(path: String, name: String, at: Moment, isPrivate: Bool) {
    (self.path, self.name, self.at, self.isPrivate) = (path, name, at, isPrivate)
  }

  /// What it is called in a sentence and above what can be done with it.
  var beginning: String {
    let words = isPrivate ? "" : Unsaved.beginning(text ?? "")
    return words.isEmpty ? title : words
  }

  /// What stands for its words where they cannot be shown.
  private var title: String {
    if isPrivate {
      // Its words are for nobody who looks over a shoulder; how many there are tells two notes apart.
      let words = (text ?? "").split(whereSeparator: \.isWhitespace).count
      return words == 1 ? "A private note, 1 word" : "A private note, \(words) words"
    }
    return text == nil ? "It can't be read" : "Only spaces"
  }

  /// Lines for a list of them: each with its first words, and where those of two are alike with the words
  /// in which they part.
  static func titles(_ texts: [LeftText]) -> [String] {
    let first = texts.map(\.beginning)
    return texts.indices.map { at in
      let it = texts[at]
      guard !it.isPrivate, let text = it.text else { return first[at] }
      let words = text.split(whereSeparator: \.isWhitespace)
      let parts = texts.indices.filter { $0 != at && first[$0] == first[at] }.compactMap {
        other -> Int? in
        guard !texts[other].isPrivate, let theirs = texts[other].text else { return nil }
        let those = theirs.split(whereSeparator: \.isWhitespace)
        let same = zip(words, those).prefix { $0 == $1 }.count
        return same == words.count && same == those.count ? nil : same
      }
      guard let part = parts.min() else { return first[at] }
      let rest = Unsaved.beginning(words.dropFirst(max(0, part - 1)).joined(separator: " "))
      return rest.isEmpty ? "\(first[at]), the shorter one" : "“… \(rest.dropFirst())"
    }
  }
}

extension Draft {
  /// The first words of what was typed: of the field the form is for, else of its longest one.
  func beginning(_ purpose: FormPurpose) -> String {
    let longest = fields.values.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? ""
    let main = Unsaved.beginning(fields[purpose.mainField] ?? "")
    return main.isEmpty ? Unsaved.beginning(longest) : main
  }
}

extension PickerOverlay.Option {
  /// The same list; of options that read alike each says which of them it is.
  fileprivate static func numbered(_ options: [Self]) -> [Self] {
    var counts: [[String]: Int] = [:]
    for it in options { counts[[it.title, it.detail], default: 0] += 1 }
    var seen: [[String]: Int] = [:]
    return options.map { option in
      let words = [option.title, option.detail]
      guard let all = counts[words], all > 1 else { return option }
      var it = option
      seen[words, default: 0] += 1
      it.detail += " · \(seen[words, default: 1]) of \(all)"
      return it
    }
  }
}

extension App {
  /// Goes back to what was being typed: to the one thing there is, or to a list of all of them, with
  /// what editors and endings left in files.
  mutating func resumeDraft() -> [Effect] { desk.hasLeft ? [.listLeft] : listTyped() }

  /// Shows the texts that were left behind, with what is half typed here.
  mutating func showLeft(_ texts: [LeftText]) -> [Effect] {
    desk.left = texts
    desk.hasLeft = !texts.isEmpty
    return listTyped()
  }

  private mutating func listTyped() -> [Effect] {
    // The drafts that have a form, in a lasting order.
    let typed = desk.drafts.values.sorted { $0.scope < $1.scope }.compactMap { draft in
      FormPurpose(scope: draft.scope).map { (draft: draft, purpose: $0) }
    }
    let left = desk.hasLeft ? desk.left : []
    if let only = typed.first, typed.count == 1, left.isEmpty { return resume(only.purpose) }
    guard !typed.isEmpty || !left.isEmpty else {
      notice = Notice(text: "There's nothing to continue.")
      return []
    }
    let drafts = typed.map { it in
      PickerOverlay.Option(
        it.draft.beginning(it.purpose), detail: draftDetail(it.purpose)
      ) { _ in [.app { $0.resume(it.purpose) }] }
    }
    let today = desk.now.day
    let files = zip(left, LeftText.titles(left)).map { it, title in
      PickerOverlay.Option(
        title, detail: "\(it.origin) · \(it.at.day.short(today: today)) \(it.at.time)"
      ) { _ in [.open(App.whatToDo(with: it))] }
    }
    overlays.append(
      PickerOverlay("Not saved yet", PickerOverlay.Option.numbered(drafts + files)))
    return []
  }

  /// What a draft is, and for which application.
  private func draftDetail(_ purpose: FormPurpose) -> String {
    TextWidth.heading(purpose.label, about: purpose.about(desk.formContext), to: .max)
  }

  /// Opens the form of a draft, once what it needs is read.
  private mutating func resume(_ purpose: FormPurpose) -> [Effect] {
    if let reading = purpose.kind.readFirst { return [reading] }
    guard let id = purpose.application, id != desk.folder?.id else { return open(purpose) }
    let opens = Sequel { app in
      if purpose.kind.isAnswer { app.screen = .review }
      return app.open(purpose)
    }
    return [.loadDossier(id, then: opens)]
  }

  /// What to do with one of them.
  private static func whatToDo(with it: LeftText) -> PickerOverlay {
    let open =
      it.isPrivate
      ? "a private note stays private: open its application and paste it there" : it.fault
    return PickerOverlay(
      it.beginning,
      [
        .init("Continue it as a note", disabled: open) { _ in
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
    notice = Notice(text: "{key.save} saves it as a note. Until then, it stays in its file.")
    return []
  }

  /// The editor is asked for again, and left another text the last time.
  mutating func offerLeft(_ it: LeftText, instead text: String, name: String) {
    overlays.append(
      PickerOverlay(
        "Your editor left some text",
        [
          .init("Use that text", detail: it.beginning) { _ in
            [.effect(.takeLeft(path: it.path))]
          },
          .init("Keep what's here", detail: "that text stays in its file") { _ in
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
