import DebriefModel
import TUI

extension LettersPane {
  func draw(_ canvas: Canvas, _ folder: Folder, _ desk: Desk, focused: Bool) {
    let (now, commands) = (desk.now, desk.commands)
    let letters = folder.dossier.letters
    let advice =
      folder.dossier.givesNoFeedback
      ? LetterTiming.noneGiven
      : desk.record.value.map {
        [AskAdvice.channels($0), AskAdvice.delay($0)].compactMap { $0 }.joined(separator: " ")
      }
    if letters.isEmpty {
      let y = canvas.paragraph(
        commands.named(
          "No letters yet. {letters.add} starts one: a thank-you, a request for feedback, "
            + "a note to stay in touch. You send them yourself, when you're ready. "
            + "{letters.call-card} shows what to say on the phone."),
        x: 0, y: 0, width: canvas.width, maxRows: canvas.height, ink: .dim)
      if let advice, !advice.isEmpty, y + 1 < canvas.height {
        canvas.paragraph(
          advice, x: 0, y: y + 1, width: canvas.width,
          maxRows: canvas.height - y - 1, ink: Ink(.accent))
      }
      if focused { canvas.cursor(x: 0, y: 0, visible: false) }
      return
    }
    let cursor = canvas.blocks(count: letters.count, selected: selected, focused: focused) { i in
      rows(
        letters[i], folder.dossier, width: canvas.width, height: canvas.height,
        open: i == selected && focused, now: now, advice: advice ?? "")
    }
    if focused, let cursor { canvas.cursor(x: 0, y: cursor, visible: false) }
  }

  /// A letter as rows; the selected one shows how it begins.
  private func rows(
    _ it: Letter, _ dossier: Dossier, width: Int, height: Int, open: Bool, now: Moment,
    advice: String
  ) -> [StyledLine] {
    let (words, ink) = LettersPane.standing(it, now: now)
    let to = dossier.person(it.to)?.name ?? "no one in particular"
    let head = dossier.title(of: it)
    var lines: [StyledLine] = []
    let parts = LetterEditor.wrap(head, width: max(4, width), most: 2)
    lines += parts.map { StyledLine($0, Ink(.body, .bold)) }
    func add(_ text: String, _ ink: Ink, most: Int) {
      guard !text.isEmpty else { return }
      let wrapped = LetterEditor.wrap(text, width: max(4, width - 4), most: most)
      lines += wrapped.map { StyledLine([.init("    "), .init($0, ink)]) }
    }
    add("to \(to)", .body, most: 1)
    add(words, ink, most: 2)
    guard open else { return lines }
    if it.letterKind == .request, !it.isSent { add(advice, Ink(.accent), most: 3) }
    if let why = it.override, !why.isEmpty { add("taken off hold: \(why)", .dim, most: 2) }
    add(it.subject, Ink(.accent), most: 1)
    add(it.text, .dim, most: max(2, min(14, height - 8)))
    return lines
  }

  /// How far a letter has come, in words.
  static func standing(_ it: Letter, now: Moment) -> (words: String, ink: Ink) {
    let today = now.day
    switch it.standing(now: now) {
    case .draft: return (it.text.isEmpty ? "started, no text yet" : "draft", Ink(.warning))
    case .ready: return ("ready: read it once more", Ink(.warning))
    case .held:
      guard let until = it.heldUntil else { return ("on hold", .dim) }
      let day = until.day == today ? "today" : until.day.short(today: today)
      return ("on hold until \(day) \(until.time)", Ink(.accent))
    case .sent:
      var text = "sent" + (it.sent.map { " \($0.short(today: today))" } ?? "")
      if let channel = it.channel { text += " (\(channel.label))" }
      if let due = it.due { text += ", check back \(due.short(today: today))" }
      return (text, Ink(.strength))
    case .answered:
      var text = "answered" + (it.answered.map { " \($0.short(today: today))" } ?? "")
      if let useful = it.useful { text += useful ? ", it helped" : ", it didn't help" }
      return (text, Ink(.strength))
    }
  }
}
