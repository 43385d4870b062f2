import DebriefModel
import TUI

/// The one page in plain mode: each of its items a sentence, nothing left out for room.
extension PageScreen {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("One-page summary")
    guard let folder = desk.folder else { return it }
    let now = earlier.map { min(desk.now, desk.now.at($0.day.adding(days: 1)).adding(seconds: -1)) }
    let page = Page(
      earlier?.dossier ?? folder.dossier, reasons: desk.content.reasons, now: now ?? desk.now,
      reader: desk.refusals.value)
    if let earlier { it.lines.append("As it was on \(earlier.day.long).") }
    it.lines += page.told(today: desk.now.day)
    // Behind a finished debrief there's nothing more to do: it ends here, and the list is next.
    let debrief = Spoken.Step("see the debrief again", Spoken.command("page.review"))
    if folder.wizard?.debrief.closed != nil {
      it.enter = Spoken.Step("all your applications") { $0.toHome() }
      it.words["d"] = debrief
    } else {
      it.enter = debrief
    }
    it.back = Spoken.command("page.close")
    return it
  }
}

extension Page {
  /// The page in lines, each a sentence that says what it is.
  func told(today: Day) -> [String] {
    var lines = [
      String.said([company, role].filter { !$0.isEmpty }.joined(separator: ", "), standing),
      String.said(headline), String.said(split.capitalizedFirst),
    ]
    for section in sections {
      switch section.body {
      case .against(let left, let right):
        for column in [left, right] where column.total > 0 {
          lines.append(
            (column.side == .strengths ? "What went well" : "What didn't go well")
              + ", \(column.total) in all:")
          lines += column.findings.map(Page.told)
        }
      case .items(let items):
        lines.append("\(section.title.capitalizedFirst):")
        lines += items.flatMap { Page.told($0, today) }
      }
    }
    return lines.filter { !$0.isEmpty }
  }

  private static func told(_ point: Point) -> String {
    let proof: String? =
      switch point.shownBy {
      case .answer(let number): "Shown by: question \(number)"
      case .feedback: "Shown by: their feedback"
      case nil: nil
      }
    return String.said(
      point.statement, "Importance: \(point.weight) of 5", "How you know: \(point.tier.label)",
      proof)
  }

  private static func told(_ item: Item, _ today: Day) -> [String] {
    switch item {
    case .point(let point): return [told(point)]
    case .rating(let answer, let rating, let question):
      return [
        String.said("Question \(answer): \(question)", "Your rating: \(rating) of \(mostStars)")
      ]
    case .dated(let day, let text): return [String.said("\(day.short(today: today)): \(text)")]
    case .change(let number, let text): return [String.said("\(number). \(text)")]
    case .words(let text):
      return text.split(whereSeparator: \.isNewline).map(String.init)
    case .strip(let strip): return [String.said(Milestone.told(strip))]
    case .reply(let reply):
      let head = String.said("\(reply.from), \(reply.on.short(today: today)), by \(reply.channel)")
      let words = reply.words.split(whereSeparator: \.isNewline).map(String.init)
      return [head] + words
        + reply.things.map { thing in
          String.said(
            "\(thing.number). \(thing.text)", thing.reason.map { "Reason: \($0)" }, thing.gap)
        }
    }
  }
}

extension CardOverlay {
  /// What goes into the room, without the code: a picture is nothing to hear.
  func told(_ desk: Desk) -> [String] {
    guard let dossier = desk.folder?.dossier else { return [] }
    let card = RoomCard(dossier, carried: desk.carried.map(\.improvement), now: desk.now)
    if card.isEmpty {
      return ["Nothing to bring yet. Changes to try and questions you prepare show up here."]
    }
    return [String.said(card.name, card.when)]
      + card.parts.flatMap { part in
        ["\(part.title):"]
          + part.lines.enumerated().map { at, line in
            part.isNumbered ? "\(at + 1). \(String.said(line))" : String.said(line)
          }
      }
  }
}
